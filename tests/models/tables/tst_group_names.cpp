#include "models/tables/group_names.h"
#include "models/tables/table_file.h"
#include "tests/support/byte_devices.h"
#include "tests/support/made_xlsx.h"
#include "tests/support/table_rows.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<TableSource> sourceOf(const QByteArray &bytes, const TableFormat &format = {})
{
    auto source = openTable(bufferOf(bytes), format);
    return source ? std::move(source).value() : nullptr;
}

QByteArray cell(const char *place, const QByteArray &text)
{
    return QByteArray("<c r=\"") + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

} // namespace

// "Q1" over "Deals" and "Value", in a line above the names.
class TestGroupNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreToldApart_data();
    void namesAreToldApart();
    void otherLinesAreNoGroups_data();
    void otherLinesAreNoGroups();
    void mergedCellsAreGroups();
};

void TestGroupNames::namesAreToldApart_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("columns");
    const QByteArray rows = "North,10,1000,12,1200\nSouth,20,2000,22,2200\n";
    const QString quarters = u"Region|Q1 Deals|Q1 Value|Q2 Deals|Q2 Value"_s;
    QTest::newRow("blank above") << ",Q1,,Q2,\nRegion,Deals,Value,Deals,Value\n" + rows << quarters;
    QTest::newRow("blank below") << "Region,Q1,,Q2,\n,Deals,Value,Deals,Value\n" + rows << quarters;
    QTest::newRow("written in each") << "Region,Q1,Q1,Q2,Q2\n,Deals,Value,Deals,Value\n" + rows << quarters;
    QTest::newRow("title above") << "Report of 2026,,,,\n,,,,\n,Q1,,Q2,\nRegion,Deals,Value,Deals,Value\n"
            + rows << quarters;
    QTest::newRow("years") << ",2025,,2026,\nRegion,Deals,Value,Deals,Value\n" + rows
                           << u"Region|2025 Deals|2025 Value|2026 Deals|2026 Value"_s;
    QTest::newRow("only what comes again")
        << QByteArray("Lead,,,Deal,,,\nID,Created,Lead Status,ID,Created,Stage,Amount\n"
                      "1,2026-01-03,New,11,2026-02-03,Won,100\n2,2026-01-04,New,12,2026-02-04,Lost,200\n")
        << u"Lead ID|Lead Created|Lead Status|Deal ID|Deal Created|Stage|Amount"_s;
}

void TestGroupNames::namesAreToldApart()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, columns);
    const auto source = sourceOf(csv);
    QVERIFY(source != nullptr);
    QCOMPARE(source->columns().join(u'|'), columns);
    QCOMPARE(rowsOf(*source).size(), 2);
    QVERIFY(source->remarks().last().text.contains(u"groups them"_s));
    // As it is opened again.
    QCOMPARE(sourceOf(csv, source->format())->columns().join(u'|'), columns);
}

void TestGroupNames::otherLinesAreNoGroups_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("columns");
    QTest::newRow("a title") << QByteArray("My deals,,,\nName,Stage,Date,Date\nA,Won,2026-01-01,2026-02-01\n")
                             << u"Name|Stage|Date|Date (2)"_s;
    QTest::newRow("years alone") << QByteArray("Region,2025,2026\nNorth,10,20\nSouth,2025,2026\n")
                                 << u"Region|2025|2026"_s;
    QTest::newRow("names that differ")
        << QByteArray("Deal,,Dates,\nName,Stage,Created,Closed\nA,Won,2026-01-01,2026-02-01\n")
        << u"Name|Stage|Created|Closed"_s;
    QTest::newRow("data below names that come again")
        << QByteArray("Name,Stage,Date,Date\nA,Won,2026-01-01,2026-02-01\nB,New,2026-01-01,\n")
        << u"Name|Stage|Date|Date (2)"_s;
}

void TestGroupNames::otherLinesAreNoGroups()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, columns);
    QCOMPARE(sourceOf(csv)->columns().join(u'|'), columns);
}

void TestGroupNames::mergedCellsAreGroups()
{
    const QByteArray names
        = cell("B2", "Deals") + cell("C2", "Value") + cell("D2", "Deals") + cell("E2", "Value");
    const QByteArray rows = "<row r=\"3\">" + cell("A3", "North")
        + "<c r=\"B3\"><v>10</v></c><c r=\"C3\"><v>1000</v></c><c r=\"D3\"><v>12</v></c></row>"
          "<row r=\"4\">"
        + cell("A4", "South")
        + "<c r=\"B4\"><v>20</v></c><c r=\"C4\"><v>7</v></c><c r=\"E4\"><v>8</v></c></row>";
    const QByteArray groups = cell("B1", "Q1") + cell("D1", "Q2");
    const QByteArray across = "<mergeCell ref=\"B1:C1\"/><mergeCell ref=\"D1:E1\"/>";
    const MadeXlsx downToo{.sheets = {{"Sheet",
                                       "<row r=\"1\">" + cell("A1", "Region") + groups + "</row><row r=\"2\">"
                                           + names + "</row>" + rows,
                                       "<mergeCells>" + across + "<mergeCell ref=\"A1:A2\"/></mergeCells>"}}};
    const MadeXlsx acrossOnly{.sheets = {{"Sheet",
                                          "<row r=\"1\">" + groups + "</row><row r=\"2\">"
                                              + cell("A2", "Region") + names + "</row>" + rows,
                                          "<mergeCells>" + across + "</mergeCells>"}}};
    for (const MadeXlsx &made : {downToo, acrossOnly}) {
        const auto source = sourceOf(made.packed());
        QVERIFY(source != nullptr);
        QCOMPARE(source->columns().join(u'|'), u"Region|Q1 Deals|Q1 Value|Q2 Deals|Q2 Value"_s);
        QCOMPARE(rowsOf(*source).size(), 2);
    }
}

QTEST_APPLESS_MAIN(TestGroupNames)
#include "tst_group_names.moc"
