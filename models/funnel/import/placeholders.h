#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <algorithm>
#include <bitset>

// The code of North America and Namibia, and no answer where others of such codes do not stand beside it.
inline constexpr QStringView codeNA = u"NA";

// Tells texts that stand for "no answer", whatever their case. Nearly all cells are told apart by their
// length and first letter alone.
class Placeholders
{
public:
    explicit Placeholders(const QStringList &texts)
    {
        for (const QString &text : texts) {
            if (text.isEmpty() || text.size() >= qsizetype(m_lengths.size()))
                continue;
            m_texts.append(text);
            m_lengths.set(static_cast<size_t>(text.size()));
            m_firsts.set(bucketOf(text.at(0)));
        }
    }

    bool contains(QStringView text) const
    {
        if (text.isEmpty() || text.size() >= qsizetype(m_lengths.size()))
            return false;
        if (!m_lengths.test(static_cast<size_t>(text.size())) || !m_firsts.test(bucketOf(text[0])))
            return false;
        return std::any_of(m_texts.begin(), m_texts.end(), [text](const QString &known) {
            return known.size() == text.size() && text.compare(known, Qt::CaseInsensitive) == 0;
        });
    }

private:
    static size_t bucketOf(QChar c) { return c.toLower().unicode() % 128; }

    QStringList m_texts;
    std::bitset<64> m_lengths;
    std::bitset<128> m_firsts;
};
