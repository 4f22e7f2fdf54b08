#pragma once

#include <QStringView>

#include <string_view>
#include <utility>

// Walks along the text of a date.
class DateScanner
{
public:
    explicit DateScanner(QStringView text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }
    char16_t peek() const { return atEnd() ? u'\0' : m_text[m_at].unicode(); }
    char16_t take() { return atEnd() ? u'\0' : m_text[m_at++].unicode(); }
    bool isDigit() const { return peek() >= u'0' && peek() <= u'9'; }

    // A whole number and how many digits it had; up to eight.
    std::pair<int, int> number()
    {
        int value = 0;
        int length = 0;
        for (; isDigit() && length < 9; ++length)
            value = value * 10 + (take() - u'0');
        return {value, length};
    }

    QStringView word()
    {
        const qsizetype from = m_at;
        while (!atEnd() && m_text[m_at].isLetter())
            ++m_at;
        return m_text.sliced(from, m_at - from);
    }

    bool skip(std::u16string_view any)
    {
        const qsizetype from = m_at;
        while (!atEnd() && any.find(peek()) != std::u16string_view::npos)
            ++m_at;
        return m_at > from;
    }

    bool skipText(QStringView text)
    {
        const bool isThere = rest().startsWith(text, Qt::CaseInsensitive);
        m_at += isThere ? text.size() : 0;
        return isThere;
    }

    QStringView rest() const { return m_text.sliced(m_at); }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

inline constexpr int centuryTurn = 70; // two-digit years from here on are of the last century

// Of a number as DateScanner has it; 0 where it is none of a year.
inline int fullYear(std::pair<int, int> number)
{
    if (number.second == 4)
        return number.first;
    if (number.second != 2)
        return 0;
    return number.first + (number.first >= centuryTurn ? 1900 : 2000);
}

inline bool isOneOrTwo(int length)
{
    return length == 1 || length == 2;
}
