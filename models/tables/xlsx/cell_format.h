#pragma once

#include <QString>
#include <QStringView>

// What a spreadsheet's number format says about the numbers under it: whether they are dates, times or
// shares, and in which currency.
struct CellFormat
{
    enum class Kind {
        Number,
        Date, // with or without a time of day
        Time, // of day
        Duration,
        Percent,
    };

    Kind kind = Kind::Number;
    QString currency; // as the format writes it: "€", "CHF"

    static CellFormat of(QStringView code); // "#,##0.00 [$CHF]"
    static CellFormat builtIn(int id); // of the formats that a workbook does not write down

    bool operator==(const CellFormat &) const = default;
};

// What a number in a cell means, locale-free: "1234.5 CHF", "25%", "2017-03-01", "2017-03-01 10:30:00". The
// last of the 15 digits that a spreadsheet keeps is rounded. Exactly three decimals get a fourth, a zero, as
// "1.234" could also be a thousand.
void appendNumber(QString &text, QStringView stored, const CellFormat &format, bool from1904);

// "2017-03-01T00:00:00", as some programs store dates, in the same form.
QString plainDate(QStringView stored);
