#pragma once

#include "models/funnel/import/hash_index.h"

#include <QList>
#include <QString>
#include <QStringView>

// Keeps each text once: a column with a few different texts in many rows then costs no memory per row.
class TextPool
{
public:
    int index(QStringView text)
    {
        if (m_last >= 0 && m_texts.at(m_last) == text)
            return m_last; // neighbouring rows are often alike
        int &index = m_indexes.find(qHash(text), [&](int known) { return m_texts.at(known) == text; });
        if (index == HashIndex::none) {
            index = static_cast<int>(m_texts.size());
            m_texts.append(text.toString());
        }
        return m_last = index;
    }
    const QString &text(int index) const { return m_texts.at(index); }
    const QString &kept(QStringView text) { return m_texts.at(index(text)); }
    qsizetype size() const { return m_texts.size(); }

private:
    QList<QString> m_texts;
    HashIndex m_indexes;
    int m_last = -1;
};
