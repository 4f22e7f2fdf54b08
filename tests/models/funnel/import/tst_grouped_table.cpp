#include "models/funnel/import/crm_table.h"
#include "tests/support/byte_devices.h"
#include "tests/support/table_rows.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<TableSource> table(const QByteArray &bytes, const TableFormat &format = {})
{
    auto source = openCrmTable(bufferOf(bytes), format);
    return source ? std::move(source).value() : nullptr;
}

QStringList column(TableSource &source, qsizetype index)
{
    QStringList cells;
    for (const QStringList &row : rowsOf(source))
        cells.append(row.at(index));
    return cells;
}

const QByteArray report = "Stage \u2191,Owner \u2191,Deal,Amount\n"
                          "Proposal,Ute,Arm,10\n"
                          ",,Belt,20\n"
                          ",Jan,Grip,30\n"
                          ",Subtotal,,30\n"
                          "Subtotal,,,60\n"
                          ",,Count,3\n"
                          "Closed Won,Ute,Roll,40\n"
                          ",,Axle,50\n"
                          "Total,,,150\n";

} // namespace

// Reports of which the groups are named once.
class TestGroupedTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfGroupsAreCarriedDown();
    void sumsAndRemarksOfGroupsAreLeftOut();
    void blanksMayBeKept();
    void otherBlanksStay_data();
    void otherBlanksStay();
};

void TestGroupedTable::namesOfGroupsAreCarriedDown()
{
    const auto source = table(report);
    QCOMPARE(source->groupColumns().size(), 2);
    const QStringList stages{u"Proposal"_s, u"Proposal"_s, u"Proposal"_s, u"Closed Won"_s, u"Closed Won"_s};
    QCOMPARE(column(*source, 0), stages);
    QVERIFY(source->rewind().ok());
    QCOMPARE(column(*source, 1), (QStringList{u"Ute"_s, u"Ute"_s, u"Jan"_s, u"Ute"_s, u"Ute"_s}));
    QVERIFY2(source->remarks().first().text.endsWith(u"rows below it: 3."_s),
             qPrintable(source->remarks().first().text));
    QVERIFY(source->description().contains(u"groups by Stage"_s));
}

void TestGroupedTable::sumsAndRemarksOfGroupsAreLeftOut()
{
    const auto source = table("Stage,Deal,Amount,Closed\nWon,A,100,2024-02-20\n,B,50,2024-02-21\n,,150,\n"
                              "Lost,C,70,2024-02-22\n,Note: preliminary,,\n,D,80,2024-02-22\n,,150,\n");
    QCOMPARE(column(*source, 1), (QStringList{u"A"_s, u"B"_s, u"C"_s, u"D"_s}));
    const QList<TableRemark> remarks = source->remarks();
    QCOMPARE(std::count_if(remarks.begin(), remarks.end(),
                           [](const TableRemark &remark) { return remark.text.startsWith(u"Left out"); }),
             3);
}

void TestGroupedTable::blanksMayBeKept()
{
    const auto kept = table(report, {.keepsBlanks = true});
    QCOMPARE(column(*kept, 0), (QStringList{u"Proposal"_s, {}, {}, u"Closed Won"_s, {}}));
    QVERIFY(kept->format().keepsBlanks);
    QCOMPARE(kept->groupColumns().size(), 2); // to choose them again
    // And where it is not seen, somebody may say so.
    const auto told = table("Deal,Month\na,May\nb,\nc,May\n", {.carriedDown = {u"Month"_s}});
    QCOMPARE(column(*told, 1), (QStringList{u"May"_s, u"May"_s, u"May"_s}));
}

void TestGroupedTable::otherBlanksStay_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::newRow("a stage comes again") << QByteArray("Stage,Deal,Amount\nNew,a,1\n,b,1\nNew,c,1\n");
    QTest::newRow("the first is blank") << QByteArray("Stage,Deal,Amount\n,a,1\nNew,b,1\n,c,1\n");
    QTest::newRow("not the first column") << QByteArray("Deal,Source,Amount\na,Web,1\nb,,1\nc,Fair,1\n");
    QTest::newRow("an id") << QByteArray("Deal ID,Stage,Amount\n1,New,1\n,New,1\n2,New,1\n");
    QTest::newRow("no blanks") << QByteArray("Stage,Deal,Amount\nNew,a,1\nWon,b,1\n");
}

void TestGroupedTable::otherBlanksStay()
{
    QFETCH(const QByteArray, csv);
    const auto source = table(csv);
    QVERIFY(source->groupColumns().isEmpty());
    QCOMPARE(rowsOf(*source).size(), csv.count('\n') - 1);
}

QTEST_APPLESS_MAIN(TestGroupedTable)
#include "tst_grouped_table.moc"
