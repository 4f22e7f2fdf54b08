#pragma once

#include <QRegularExpression>
#include <QString>

// Spreadsheet programs take a text that begins with = + - or @ for a formula and work it out when somebody
// opens the table. So a text goes out with an apostrophe before it, as spreadsheets themselves mark what is
// text, and comes in without it. A text that begins with such an apostrophe itself gets one more.

// Behind any apostrophes.
inline bool beginsFormula(QStringView text)
{
    while (text.startsWith(u'\''))
        text = text.sliced(1);
    return !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front());
}

// A number is no formula: "-5 %" stays as it is.
inline QString guarded(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("^[+-][\\d.,]*\\d *%?$"));
    return beginsFormula(text) && !number.match(text).hasMatch() ? u'\'' + text : text;
}

inline QStringView unguarded(QStringView text)
{
    return text.startsWith(u'\'') && beginsFormula(text) ? text.sliced(1) : text;
}
