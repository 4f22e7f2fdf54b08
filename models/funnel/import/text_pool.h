#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <unordered_map>

// Keeps each text once: a column with a few different texts in many rows then costs no memory per row.
class TextPool
{
public:
    int index(QStringView text)
    {
        if (m_last >= 0 && m_texts.at(m_last) == text)
            return m_last; // neighbouring rows are often alike
        auto found = m_indexes.find(text);
        if (found == m_indexes.end()) {
            m_texts.append(text.toString());
            found = m_indexes.emplace(m_texts.last(), static_cast<int>(m_texts.size()) - 1).first;
        }
        return m_last = found->second;
    }
    const QString &text(int index) const { return m_texts.at(index); }
    const QString &kept(QStringView text) { return m_texts.at(index(text)); }
    qsizetype size() const { return m_texts.size(); }

private:
    struct Hash
    {
        using is_transparent = void;
        size_t operator()(QStringView text) const { return qHash(text); }
    };
    struct Equal
    {
        using is_transparent = void;
        bool operator()(QStringView a, QStringView b) const { return a == b; }
    };

    QList<QString> m_texts;
    std::unordered_map<QString, int, Hash, Equal> m_indexes;
    int m_last = -1;
};
