#include "models/funnel/numbers_block.h"
#include "models/worksheet/period_text.h"

#include <QTest>

using namespace Qt::StringLiterals;

class NumbersBlockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfPeriods_data();
    void namesOfPeriods();
    void placesByHeadings_data();
    void placesByHeadings();
    void refusesWhatHasNoPlace_data();
    void refusesWhatHasNoPlace();
};

namespace {

QList<Stage> stages()
{
    return {{.id = 1, .name = u"Lead"_s}, {.id = 2, .name = u"MQL"_s}, {.id = 3, .name = u"Won"_s}};
}

QList<QStringList> cellsOf(const QString &text)
{
    QList<QStringList> cells;
    for (const QString &line : text.split(u'/'))
        cells.append(line.split(u'|'));
    return cells;
}

Result<QList<PlacedText>> placed(const QString &block, const QString &first)
{
    return placedBlock(cellsOf(block), stages(), {1, Period::fromKey(first)}, QLocale::c());
}

} // namespace

void NumbersBlockTest::namesOfPeriods_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *text, const char *key) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(key);
    };
    row("Q1 2025", "2025-Q1");
    row("2025 Q1", "2025-Q1");
    row("2025Q4", "2025-Q4");
    row("Q3'25", "2025-Q3");
    row("Q5 2025", "");
    row("1. Quartal 2025", "2025-Q1");
    row("1er trimestre 2025", "2025-Q1");
    row("4T25", "2025-Q4");
    row("2025\u5e74\u7b2c1\u5b63\u5ea6", "2025-Q1");
    row("2025\u5e74\u7b2c\u4e09\u5b63\u5ea6", "2025-Q3");
    row("2025\u5e741\u5b63\u5ea6", "2025-Q1");
    row("2025\u5e74\u7b2c2\u56db\u534a\u671f", "2025-Q2");
    row("2025\ub144 1\ubd84\uae30", "2025-Q1");
    row("2025\u5e743\u6708", "2025-03");
    row("2025\u5e74", "2025");
    row("2025\u5e74\u7b2c5\u5b63\u5ea6", "");
    row("Jan-25", "2025-01");
    row("M\u00e4rz 2025", "2025-03");
    row("septembre 2024", "2024-09");
    row("2025-03", "2025-03");
    row("03/2025", "2025-03");
    row("13/2025", "");
    row("KW 7 2026", "2026-W07");
    row("2026-W53", "2026-W53");
    row("2025", "2025");
    row("1999.50", "");
    row("12", "");
    row("1200", "");
    row("Total 2025", "");
    row("2025-04-01", "2025-Q2");
    row("2025-06-30", "2025-Q2");
    row("2025-05-01", "");
    row("", "");
}

void NumbersBlockTest::namesOfPeriods()
{
    QFETCH(QString, text);
    QFETCH(QString, key);
    QCOMPARE(periodFromText(text, Grain::Quarter, QLocale::c()).key(), key);
}

void NumbersBlockTest::placesByHeadings_data()
{
    QTest::addColumn<QString>("block");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("places"); // stage period text
    QTest::newRow("none") << u"5|6/7|8"_s << u"2025-Q2"_s
                          << u"1 2025-Q2 5, 1 2025-Q3 6, 2 2025-Q2 7, 2 2025-Q3 8"_s;
    QTest::newRow("both, any order") << u"Stage|Q2 2025|Q1 2025/Won|1|2/Lead|3|4"_s << u"2025-Q4"_s
                                     << u"2 2025-Q2 1, 2 2025-Q1 2, 0 2025-Q2 3, 0 2025-Q1 4"_s;
    QTest::newRow("months down") << u"|Lead|Won/Jan 25|10|1/Feb 25|20|2"_s << u"2025-04"_s
                                 << u"0 2025-01 10, 0 2025-02 20, 2 2025-01 1, 2 2025-02 2"_s;
    QTest::newRow("names of several") << u"Month|Leads|MQLs|Won/2025-01|10|4|1"_s << u"2025-04"_s
                                      << u"0 2025-01 10, 1 2025-01 4, 2 2025-01 1"_s;
    QTest::newRow("periods only") << u"Q1 2025|Q2 2025/5|6"_s << u"2025-Q4"_s
                                  << u"1 2025-Q1 5, 1 2025-Q2 6"_s;
    QTest::newRow("a blank column before") << u"|Q1 2025/|5"_s << u"2025-Q4"_s << u"1 2025-Q1 5"_s;
    QTest::newRow("stages only") << u"Won|5/Lead|6"_s << u"2025-Q4"_s << u"2 2025-Q4 5, 0 2025-Q4 6"_s;
    QTest::newRow("one of each") << u"Stage|2025-01-01/MQL|9"_s << u"2025-Q4"_s << u"1 2025-Q1 9"_s;
    QTest::newRow("totals and blanks")
        << u"|Q1 2025||Q2 2025|Total/Lead|1||2|3/||||/Won|4||5|9/Grand Total|5||7|12"_s << u"2025-Q4"_s
        << u"0 2025-Q1 1, 0 2025-Q2 2, 2 2025-Q1 4, 2 2025-Q2 5"_s;
    QTest::newRow("years") << u"2023|2024/5|6"_s << u"2025"_s << u"1 2023 5, 1 2024 6"_s;
    QTest::newRow("figures like years")
        << u"2023|2021/2022|2020"_s << u"2025-Q1"_s
        << u"1 2025-Q1 2023, 1 2025-Q2 2021, 2 2025-Q1 2022, 2 2025-Q2 2020"_s;
}

void NumbersBlockTest::placesByHeadings()
{
    QFETCH(QString, block);
    QFETCH(QString, first);
    QFETCH(QString, places);
    const auto found = placed(block, first);
    QVERIFY2(found.ok(), found ? "" : qPrintable(found.error().message));
    QStringList texts;
    for (const PlacedText &cell : *found)
        texts.append(u"%1 %2 %3"_s.arg(cell.stage).arg(cell.period.key(), cell.text));
    QCOMPARE(texts.join(u", "_s), places);
}

void NumbersBlockTest::refusesWhatHasNoPlace_data()
{
    QTest::addColumn<QString>("block");
    QTest::addColumn<QString>("names");
    QTest::newRow("unknown stage") << u"|Q1 2025/Lead|1/Visitors|2"_s << u"“Visitors” names no stage"_s;
    QTest::newRow("unknown time") << u"|Q1 2025|Rate/Lead|1|2"_s << u"“Rate” names no time"_s;
    QTest::newRow("other periods") << u"|Jan 2025|Feb 2025/Lead|1|2"_s << u"“Jan 2025” is a Month"_s;
    QTest::newRow("years under quarters") << u"|2023|2024/Lead|1|2"_s << u"“2023” is a Year"_s;
    QTest::newRow("twice") << u"|Q1 2025/Lead|1/lead|2"_s << u"“lead” stands there twice"_s;
    QTest::newRow("no heading") << u"|Q1 2025/Lead|1/|2"_s << u"has no heading"_s;
    QTest::newRow("too long") << u"1/2/3"_s << u"fewer stages from here on (2) than rows in the block (3)"_s;
}

void NumbersBlockTest::refusesWhatHasNoPlace()
{
    QFETCH(QString, block);
    QFETCH(QString, names);
    const auto found = placed(block, u"2025-Q1"_s);
    QVERIFY(!found.ok());
    QVERIFY2(found.error().message.contains(names), qPrintable(found.error().message));
    QVERIFY2(found.error().message.endsWith(u"Nothing was pasted."_s), qPrintable(found.error().message));
}

QTEST_GUILESS_MAIN(NumbersBlockTest)
#include "tst_numbers_block.moc"
