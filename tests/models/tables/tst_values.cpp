#include "models/tables/values/amount.h"
#include "models/tables/values/date_column.h"
#include "models/tables/values/number_column.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("dayFirst"); // empty: refused
        QTest::addColumn<QString>("monthFirst");
        const auto row = [](const QString &text, const QString &dayFirst, const QString &monthFirst) {
            QTest::newRow(qPrintable(text)) << text << dayFirst << monthFirst;
        };
        const auto same = [&](const QString &text, const QString &date) { row(text, date, date); };
        const QString first = u"2017-03-01"_s;
        for (const QString &text :
             {u"2017-03-01"_s, u"2017/3/1"_s, u"2017.03.01"_s, u"20170301"_s, u"2017-03-01T10:00:00Z"_s,
              u"2017-03-01 10:00:00.123+01:00"_s, u" 2017-03-01 "_s, u"1 March 2017"_s, u"1. März 2017"_s,
              u"Mar 1, 2017"_s, u"March 1st, 2017"_s, u"1 mars 2017"_s, u"1 de marzo de 2017"_s,
              u"1-Mar-17"_s, u"Wed, 1 Mar 2017"_s, u"01 Mar 2017 14:30"_s, u"Mar 1 2017 2:30 PM"_s})
            same(text, first);
        for (const QString &text : {u"Wed Mar 01 2017 10:00:00 GMT+0100 (CET)"_s,
                                    u"Wed Mar 01 2017 10:00:00 GMT+0100 (Central European Standard Time)"_s,
                                    u"Wed, 01 Mar 2017 10:00:00 +0100"_s,
                                    u"Wed, 01 Mar 2017 10:00:00 GMT"_s,
                                    u"Wed Mar  1 10:00:00 2017"_s,
                                    u"Wed Mar 01 10:00:00 CET 2017"_s,
                                    u"2017-03-01T10:00:00+01:00[Europe/Berlin]"_s,
                                    u"mer. 1 mars 2017"_s,
                                    u"Mar 1, 2017 at 10:15 AM"_s,
                                    u"1. März 2017 um 10:15"_s,
                                    u"1 de marzo de 2017, 10:15 a. m."_s,
                                    u"miércoles, 1 de marzo de 2017"_s,
                                    u"1 marzo 2017 alle 10:15"_s,
                                    u"1 mrt. 2017"_s,
                                    u"1 marca 2017"_s,
                                    u"1. března 2017"_s,
                                    u"1. marts 2017 kl. 10.15"_s,
                                    u"1. maaliskuuta 2017 klo 10.15"_s,
                                    u"1 Mart 2017"_s,
                                    u"1 марта 2017 г., 10:15"_s,
                                    u"2017年3月1日 上午10:15"_s,
                                    u"2017년 3월 1일 오전 10:15"_s,
                                    u"2017. 3. 1. 오전 10:15"_s})
            same(text, first);
        same(u"mar. 5 sept. 2017"_s, u"2017-09-05"_s); // a Tuesday
        same(u"martes 5 de septiembre de 2017"_s, u"2017-09-05"_s);
        same(u"5. července 2017"_s, u"2017-07-05"_s);
        same(u"5. června 2017"_s, u"2017-06-05"_s);
        same(u"5. marraskuuta 2017"_s, u"2017-11-05"_s);
        same(u"5 Aralık 2017"_s, u"2017-12-05"_s);
        row(u"Mi, 01.03.2017"_s, first, u"2017-01-03"_s);
        row(u"1.3.2017"_s, first, u"2017-01-03"_s);
        row(u"01. 03. 2017"_s, first, u"2017-01-03"_s);
        row(u"01/03/2017"_s, first, u"2017-01-03"_s);
        row(u"01/03/17 2:30 PM"_s, first, u"2017-01-03"_s);
        row(u"01-03-2017 23:59"_s, first, u"2017-01-03"_s);
        row(u"31/12/1999"_s, u"1999-12-31"_s, {});
        row(u"12/31/99"_s, {}, u"1999-12-31"_s);
        for (const QString &text : {u""_s,
                                    u"2017-13-01"_s,
                                    u"2017-02-30"_s,
                                    u"0000-00-00"_s,
                                    u"1.234"_s,
                                    u"12"_s,
                                    u"1/2"_s,
                                    u"1/2/3/4"_s,
                                    u"2017-03-01x"_s,
                                    u"2017-03-01 later"_s,
                                    u"Project 12"_s,
                                    u"Call at 1.3"_s,
                                    u"Mar 5 sept"_s,
                                    u"(1.3.2017)"_s,
                                    u"1.3.217"_s,
                                    u"1899-12-31"_s,
                                    u"9999-01-01"_s,
                                    u"March"_s,
                                    u"2017-03-01 25:00"_s,
                                    u"1/3.2017"_s,
                                    u"99999999"_s,
                                    u"12345678901234567890"_s})
            same(text, {});
    }

    void datesAreRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, dayFirst);
        QFETCH(QString, monthFirst);
        const auto iso
            = [](std::optional<QDate> date) { return date ? date->toString(Qt::ISODate) : QString(); };
        QCOMPARE(iso(readDate(text, DateOrder::DayMonthYear)), dayFirst);
        QCOMPARE(iso(readDate(text, DateOrder::MonthDayYear)), monthFirst);
    }

    void yearsOfEmperorsAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("date"); // none: refused
        const auto row
            = [](const QString &text, QDate date) { QTest::newRow(qPrintable(text)) << text << date; };
        row(u"令和6年1月15日"_s, QDate(2024, 1, 15));
        row(u"令和 6年 1月 15日"_s, QDate(2024, 1, 15));
        row(u"令和元年5月1日"_s, QDate(2019, 5, 1));
        row(u"平成31年4月30日"_s, QDate(2019, 4, 30));
        row(u"昭和64年1月7日"_s, QDate(1989, 1, 7));
        row(u"R6.1.15"_s, QDate(2024, 1, 15));
        row(u"R06/01/15 10:30"_s, QDate(2024, 1, 15));
        row(u"H1.1.8"_s, QDate(1989, 1, 8));
        row(u"S1.12.25"_s, QDate(1926, 12, 25));
        row(u"R6.13.15"_s, {});
        row(u"大化6年1月15日"_s, {});
        row(u"X6.1.15"_s, {});
    }

    void yearsOfEmperorsAreRead()
    {
        QFETCH(const QString, text);
        QFETCH(const QDate, date);
        for (const DateOrder order :
             {DateOrder::DayMonthYear, DateOrder::MonthDayYear, DateOrder::YearMonthDay})
            QCOMPARE(readDate(text, order).value_or(QDate()), date);
    }

    void theOrderIsThatOfTheWholeColumn()
    {
        DateColumn open;
        open.add(u"01/02/2026");
        open.add(u"03/04/2026");
        QVERIFY(open.isDates() && open.isOpen());
        QCOMPARE(open.order(DateOrder::MonthDayYear), DateOrder::MonthDayYear);
        DateColumn decided = open;
        decided.add(u"25/04/2026");
        QVERIFY(!decided.isOpen());
        QCOMPARE(decided.order(DateOrder::MonthDayYear), DateOrder::DayMonthYear);
        DateColumn iso;
        iso.add(u"2026-01-02");
        iso.add(u"5.5.2026");
        QVERIFY(!iso.isOpen());
        const auto orderOf = [](const QStringList &cells) {
            DateColumn column;
            for (const QString &cell : cells)
                column.add(cell);
            return column.order(DateOrder::MonthDayYear);
        };
        QCOMPARE(orderOf({u"24-01-05"_s, u"24-03-31"_s, u"23-12-31"_s}), DateOrder::YearMonthDay);
        QCOMPARE(orderOf({u"95-12-31"_s, u"96-02-01"_s}), DateOrder::YearMonthDay);
        QCOMPARE(orderOf({u"05-01-24"_s, u"31-12-24"_s}), DateOrder::DayMonthYear);
        QCOMPARE(orderOf({u"05/01/24"_s, u"12/31/24"_s}), DateOrder::MonthDayYear);
        // Years are nearly the same in all rows, and days are not.
        const auto columnOf = [](const QStringList &cells) {
            DateColumn column;
            for (const QString &cell : cells)
                column.add(cell);
            return column;
        };
        const DateColumn two = columnOf({u"24/01/15"_s, u"24/02/16"_s});
        QVERIFY(two.isOpen() && two.mayBeYearFirst());
        const DateColumn four = columnOf({u"24/01/15"_s, u"24/02/16"_s, u"24/02/05"_s, u"24/03/28"_s});
        QVERIFY(!four.isOpen() && !four.mayBeYearFirst());
        QCOMPARE(four.order(DateOrder::DayMonthYear), DateOrder::YearMonthDay);
        const DateColumn usual = columnOf({u"20/01/24"_s, u"28/02/24"_s, u"24/03/23"_s});
        QVERIFY(!usual.isOpen() && !usual.mayBeYearFirst());
        QCOMPARE(usual.order(DateOrder::MonthDayYear), DateOrder::DayMonthYear);
        QVERIFY(!columnOf({u"24/01/24"_s}).isOpen()); // the same either way
        QVERIFY(!columnOf({u"24/01/2015"_s, u"24/02/2016"_s}).isOpen());
        DateColumn none;
        none.add(u"abc");
        none.add(u"17");
        QVERIFY(!none.isDates());
    }

    void theSignsAreThoseOfTheWholeColumn()
    {
        const auto columnOf = [](std::initializer_list<QStringView> cells) {
            NumberColumn column;
            for (const QStringView cell : cells)
                column.add(cell);
            return column;
        };
        QCOMPARE(columnOf({u"1.234", u"1.234,50"}).signs(), decimalComma);
        QCOMPARE(columnOf({u"1,234", u"1,234.50"}).signs(), decimalPoint);
        QCOMPARE(columnOf({u"1.234", u"12.5"}).signs(), decimalPoint);
        QVERIFY(!readAmount(u"1500 Br", decimalPoint)
                || readAmount(u"1500 Br", decimalPoint)->value.scaled(0) == 1500);
        QCOMPARE(readAmount(u"15 kEUR", decimalPoint)->value.scaled(0), 15'000);
        // Kept by several people: each is read as it is written.
        QCOMPARE(columnOf({u"1.200 €", u"3.500 €", u"1,800 $"}).signs(), asWritten);
        QCOMPARE(columnOf({u"1.200,50", u"1,800.00"}).signs(), asWritten);
        const QList<std::pair<QString, qint64>> written{{u"1.200 €"_s, 1200},
                                                        {u"1,800 $"_s, 1800},
                                                        {u"1.234.567,00"_s, 1'234'567},
                                                        {u"3,000.00"_s, 3000},
                                                        {u"7"_s, 7}};
        for (const auto &[text, amount] : written)
            QCOMPARE(readAmount(text, asWritten)->value.scaled(0), amount);
        QVERIFY(!columnOf({u"1.234", u"12.5"}).isOpen());
        QVERIFY(columnOf({u"1.234", u"5"}).isOpen());
        QCOMPARE(columnOf({u"1.234", u"5"}).signs(), decimalComma);
        QCOMPARE(columnOf({u"1,234", u"5"}).signs(), decimalPoint);
        QCOMPARE(columnOf({u"25.000 €", u"40.000 €", u"12.500 €"}).signs(), decimalComma);
        QCOMPARE(columnOf({u"25,000", u"40,000", u"12,500"}).signs(), decimalPoint);
        QCOMPARE(columnOf({u"0.750", u"1.500", u"2.250"}).signs(), decimalPoint); // no group begins with 0
        QVERIFY(!columnOf({u"1234", u"5"}).isOpen());
        QVERIFY(columnOf({u"€ 5", u"7 €"}).hasCurrency());
        QVERIFY(!columnOf({u"5 %", u"7 %"}).hasCurrency());
        QVERIFY(!columnOf({u"abc", u"5"}).isNumbers());
        QVERIFY(columnOf({u"1'000.50", u"(20)"}).isNumbers());
        QVERIFY(columnOf({u"CHF 20", u"US$ 30", u"20 kr"}).isNumbers());
        QVERIFY(!columnOf({u"Region 7", u"Region 8"}).isNumbers()); // names
        QVERIFY(columnOf({u"1.5k", u"2M", u"€3k"}).isNumbers());
        QCOMPARE(columnOf({u"1,5E+06", u"3"}).signs(), decimalComma);
        QCOMPARE(columnOf({u"1.500E+06", u"3"}).signs(), decimalPoint);
        QCOMPARE(columnOf({u"1,2 Mio.", u"15 TEUR"}).signs(), decimalComma);
        QVERIFY(!columnOf({u"Room 5k", u"Stage 2b later"}).isNumbers());
    }

    void thousandsAndMillionsAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("cents"); // -1: refused
        QTest::addColumn<QString>("unit");
        const auto row = [](const QString &text, qint64 cents, const QString &unit = {}) {
            QTest::newRow(qPrintable(text)) << text << cents << unit;
        };
        row(u"1.5k"_s, 150'000);
        row(u"2M"_s, 200'000'000);
        row(u"$2.25m"_s, 225'000'000, u"$"_s);
        row(u"1.2 Mio. EUR"_s, 120'000'000, u"EUR"_s);
        row(u"15 TEUR"_s, 1'500'000, u"EUR"_s);
        row(u"$1,234.00 MXN"_s, 123'400, u"MXN"_s);
        row(u"-$ 1,234.00 MXN"_s, -123'400, u"MXN"_s);
        row(u"$1,234.00 EUR"_s, -1);
        row(u"15 T€"_s, 1'500'000, u"€"_s);
        row(u"-3K"_s, -300'000);
        row(u"1.23456 million"_s, 123'456'000);
        row(u"20 kr"_s, 2'000, u"kr"_s); // a currency
        row(u"20 MXN"_s, 2'000, u"MXN"_s);
        row(u"20 T"_s, 2'000, u"T"_s); // of what is not said
        row(u"5 km"_s, 500, u"km"_s);
        row(u"1.5E+06"_s, 150'000'000);
        row(u"1.0E7"_s, 1'000'000'000);
        row(u"€ 2.5e+03"_s, 250'000, u"€"_s);
        row(u"2E+05 EUR"_s, 20'000'000, u"EUR"_s);
        row(u"5E-02"_s, 5);
        row(u"12E4"_s, -1); // a code
        row(u"1.500,5E+06"_s, -1);
        row(u"1.5E+99"_s, -1);
        row(u"1.5E+06 7"_s, -1);
        row(u"1.5k 2"_s, -1);
        row(u"99999999999999999k"_s, -1, u"k"_s);
    }

    void thousandsAndMillionsAreRead()
    {
        QFETCH(const QString, text);
        QFETCH(const qint64, cents);
        QFETCH(const QString, unit);
        const auto amount = readAmount(text, decimalPoint);
        QCOMPARE(amount ? amount->value.scaled(2).value_or(-1) : -1, cents);
        QCOMPARE(amount ? amount->unit : QString(), unit);
    }
};

QTEST_APPLESS_MAIN(TestValues)
#include "tst_values.moc"
