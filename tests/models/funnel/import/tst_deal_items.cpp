#include "tests/support/made_import.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace Qt::StringLiterals;

// Reports of opportunities with their products have several rows for one deal.
class DealItemsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesOfProductsAddUp();
    void rowsWithoutAnIdAreToldByTheRest();
    void aSecondImportChangesNothing();
    void contradictionsAreTold();
    void otherTablesStayDeals();
};

namespace {

const QByteArray withIds = "Deal ID,Deal,Stage,Product,Line total,Created,Close date\n"
                           "1,Cell,Won,Basic,10000,2025-01-02,2025-03-01\n"
                           "2,Arm,Lost,Basic,8000,2025-01-03,2025-04-01\n"
                           "1,Cell,Won,Support,15000,2025-01-02,2025-03-01\n"
                           "3,Axle,SQL,Basic,,2025-02-03,\n"
                           "3,Axle,SQL,Support,5000,2025-02-03,\n";

const QByteArray withoutIds = "Opportunity Name,Account Name,Stage,Amount,Close Date,Created Date,Product "
                              "Name,Sales Price,Total Price\n"
                              "Renewal,Alba,Closed Won,15000,2025-03-01,2025-01-03,Basic,1000,10000\n"
                              "Renewal,Alba,Closed Won,15000,2025-03-01,2025-01-03,Support,1000,5000\n"
                              "Renewal,Alba,Closed Won,15000,2025-06-01,2025-04-03,Basic,1000,15000\n"
                              "Start,Brio,Qualification,8000,2025-06-01,2025-02-03,Basic,1000,8000\n";

QString tellDeals(const QList<Deal> &deals)
{
    QStringList texts;
    for (const Deal &deal : deals)
        texts.append(u"%1 %2 %3"_s.arg(deal.name, deal.value ? QString::number(deal.value->minor) : u"-"_s,
                                       deal.product));
    return texts.join(u", "_s);
}

bool tells(const MadeImport &made, const QString &text)
{
    return std::any_of(made.report.remarks.begin(), made.report.remarks.end(),
                       [&text](const TableRemark &remark) { return remark.text.contains(text); });
}

} // namespace

void DealItemsTest::valuesOfProductsAddUp()
{
    const MadeImport made = madeImport(withIds);
    QCOMPARE(made.suggestion.mapping.rows, RowMeaning::Item);
    QCOMPARE(tellDeals(made.deals),
             u"Cell 2500000 Support, Arm 800000 Basic, Axle 500000 Support"_s); // in cents
    QCOMPARE(made.report.taken, 5);
    QCOMPARE(made.report.furtherItems, 2);
    QVERIFY(tells(made, u"further product of a deal: 2."_s));
    QCOMPARE(made.count(Deal::State::Won), 1);
}

// What the deal as a whole is worth stands in each of its rows, and is not added.
void DealItemsTest::rowsWithoutAnIdAreToldByTheRest()
{
    const MadeImport made = madeImport(withoutIds);
    QCOMPARE(made.suggestion.mapping.rows, RowMeaning::Item);
    QCOMPARE(made.suggestion.mapping.columnsOf(ColumnRole::Value), QStringList{u"Total Price"_s});
    QCOMPARE(tellDeals(made.deals), u"Renewal 1500000 Basic, Renewal 1500000 Basic, Start 800000 Basic"_s);
    QVERIFY(made.deals.at(0).key != made.deals.at(1).key);
}

void DealItemsTest::aSecondImportChangesNothing()
{
    for (const QByteArray &table : {withIds, withoutIds}) {
        TestWorkbook workbook;
        const auto first = importInto(workbook.document(), table);
        QVERIFY(first.ok());
        QCOMPARE(first->added, 3);
        const auto second = importInto(workbook.document(), table);
        QVERIFY(second.ok());
        QCOMPARE(second->unchanged, 3);
    }
}

void DealItemsTest::contradictionsAreTold()
{
    const MadeImport made = madeImport("Deal ID,Deal,Stage,Product,Line total,Close date\n"
                                       "1,Cell,SQL,Basic,$100,2025-03-01\n"
                                       "1,Cell,Won,Support,€ 5,2025-03-01\n"
                                       "2,Arm,Won,Support,€ 5,2025-03-01\n");
    QCOMPARE(tellDeals(made.deals), u"Cell 10000 Basic, Arm 500 Support"_s);
    QVERIFY(tells(made, u"“Cell” is another in an earlier row"_s));
    QVERIFY(tells(made, u"“Cell” have values in different currencies"_s));
    QCOMPARE(made.deals.first().state, Deal::State::Won);
}

void DealItemsTest::otherTablesStayDeals()
{
    // Each deal once; nothing that is called the value of a product; nothing but a name to tell deals apart.
    const QList<QByteArray> tables{
        "Deal ID,Deal,Stage,Product,Line total\n1,Cell,Won,Basic,1\n2,Arm,Won,Basic,2\n",
        "Deal ID,Deal,Stage,Product,Amount\n1,Cell,Won,Basic,1\n1,Cell,Won,Add-on,2\n",
        "Deal,Stage,Product,Line total\nCell,Won,Basic,1\nCell,Won,Add-on,2\n"};
    for (const QByteArray &table : tables)
        QCOMPARE(madeImport(table).suggestion.mapping.rows, RowMeaning::Deal);
    ImportContext asItems = usualContext();
    asItems.rows = RowMeaning::Item;
    QCOMPARE(tellDeals(madeImport(tables.at(1), asItems).deals), u"Cell 300 Add-on"_s);
}

QTEST_GUILESS_MAIN(DealItemsTest)
#include "tst_deal_items.moc"
