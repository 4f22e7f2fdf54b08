#include "models/funnel/deals/known_sums.h"
#include "models/funnel/funnel_store.h"
#include "models/funnel/import/deal_comparison.h"
#include "tests/support/made_import.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace Qt::StringLiterals;

// One import after another: what is the same deal, and what only has the same number.
class TestImportIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersOfLeadsAreNotThoseOfDeals();
    void aLeadIsTheSameAsADeal();
    void rowsAreFoundUnderTheirIdOnceItIsTaken();
    void rowsAreFoundAgainWithoutTheirId();
    void anotherColumnMayBecomeTheId();
    void rowsAreFoundWhateverElseTheirFileTells();
    void aCustomerThatLeavesIsTheSame();
    void whatOnlySharesAnIdIsTold();
    void whatIsNotInTheFileIsTold();
    void aCounterOfRowsIsNoId();
};

namespace {

const QByteArray deals = "Deal ID,Deal Name,Stage,Created\n1,Cell,Won,2026-01-02\n2,Arm,Lost,2026-01-03\n";
const QByteArray leads = "Lead ID,Name,Lead Status,Created\n1,Ann,New,2026-02-02\n2,Bob,New,2026-02-03\n"
                         "3,Cid,New,2026-02-04\n";

bool tells(const ImportOutcome &outcome, const QString &text)
{
    return std::any_of(outcome.report.remarks.begin(), outcome.report.remarks.end(),
                       [&text](const TableRemark &remark) { return remark.text.contains(text); });
}

} // namespace

void TestImportIds::numbersOfLeadsAreNotThoseOfDeals()
{
    for (const auto &[first, second] : {std::pair(deals, leads), std::pair(leads, deals)}) {
        TestWorkbook workbook;
        const auto before = importInto(workbook.document(), first);
        const auto after = importInto(workbook.document(), second);
        QVERIFY(before.ok() && after.ok());
        QCOMPARE(before->added + after->added, 5);
        QCOMPARE(after->updated, 0);
        const auto again = importInto(workbook.document(), second);
        QVERIFY(again.ok());
        QCOMPARE(again->added + again->updated, 0);
    }
}

// A list of leads that is a list of deals by the next export, as some were won.
void TestImportIds::aLeadIsTheSameAsADeal()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), leads).ok());
    const auto after = importInto(workbook.document(), QByteArray(leads).replace("Ann,New", "Ann,Won"));
    QVERIFY(after.ok());
    QCOMPARE(after->added, 0);
    QCOMPARE(after->updated, 3);
}

void TestImportIds::rowsAreFoundUnderTheirIdOnceItIsTaken()
{
    const QByteArray table = "Deal ID,Deal Name,Stage,Amount\n1,Cell,Won,100\n2,Arm,Won,200\n3,Arm,Won,200\n";
    TestWorkbook workbook;
    const auto without = importInto(workbook.document(), table, {{u"Deal ID"_s, std::nullopt}});
    QVERIFY(without.ok());
    QCOMPARE(without->added, 3);
    // As the window does it: columns as in the last import, but for the one that is corrected.
    const auto source = tableOf(table);
    ImportContext context = usualContext();
    context.stages = readStages(workbook.document());
    context.earlier = mappingOfLastImport(workbook.document(), u"deals.csv"_s, source->columns(), {});
    context.correctedColumns = {{u"Deal ID"_s, ColumnRole::Key}};
    const auto with = importDeals(workbook.document(), *source,
                                  {.fileName = u"deals.csv"_s,
                                   .mapping = madeImport(*source, context).suggestion.mapping,
                                   .stages = context.stages});
    QVERIFY(with.ok());
    QCOMPARE(with->added, 0);
    QCOMPARE(with->updated, 3);
    const auto again = importInto(workbook.document(), table);
    QVERIFY(again.ok());
    QCOMPARE(again->unchanged, 3);
}

void TestImportIds::rowsAreFoundAgainWithoutTheirId()
{
    const QByteArray with = "Deal ID,Deal Name,Account,Stage,Created,Amount\n1,Cell,Acme,Won,2026-01-02,100\n"
                            "2,Arm,Acme,Won,2026-01-03,200\n3,Arm,Acme,Won,2026-01-03,200\n"
                            "4,Axle,Beta,Proposal,2026-01-04,300\n";
    const QByteArray without = "Deal Name,Account,Stage,Created,Amount\nCell,Acme,Won,2026-01-02,100\n"
                               "Arm,Acme,Won,2026-01-03,200\nArm,Acme,Won,2026-01-03,200\n"
                               "Axle,Beta,Proposal,2026-01-04,300\n";
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), with).ok());
    const auto ignored = importInto(workbook.document(), with, {{u"Deal ID"_s, std::nullopt}});
    QVERIFY(ignored.ok());
    QCOMPARE(ignored->unchanged, 4);
    QVERIFY(tells(*ignored, u"found by their other fields"_s));
    // As the window tells it beforehand.
    const auto source = tableOf(without);
    ImportContext context = usualContext();
    context.stages = readStages(workbook.document());
    const auto changes
        = compareWithWorkbook(workbook.document().path(), *source,
                              madeImport(*source, context).suggestion.mapping, context.stages, {});
    QVERIFY(changes.ok());
    QCOMPARE(changes->added + changes->updated, 0);
    QCOMPARE(changes->unchanged, 4);
    QCOMPARE(importInto(workbook.document(), without)->unchanged, 4);

    // What has changed is found by its name; what is new is added, and found again by its content.
    const QByteArray grown = QByteArray(without).replace("Proposal", "Won") + "Belt,Beta,Won,2026-02-04,50\n";
    const auto later = importInto(workbook.document(), grown);
    QCOMPARE(later->added, 1);
    QCOMPARE(later->updated, 1);
    QCOMPARE(later->unchanged, 3);
    QCOMPARE(importInto(workbook.document(), grown)->unchanged, 5);
    QCOMPARE(importInto(workbook.document(), QByteArray(with).replace("Proposal", "Won"))->unchanged, 4);
}

void TestImportIds::anotherColumnMayBecomeTheId()
{
    const QByteArray table = "Deal ID,Record ID,Stage,Created,Amount\n1,7,Won,2026-01-02,100\n"
                             "2,8,Won,2026-01-03,200\n";
    const CorrectedRoles first{{u"Deal ID"_s, ColumnRole::Key}}, second{{u"Record ID"_s, ColumnRole::Key}};
    TestWorkbook workbook;
    for (const CorrectedRoles &roles : {first, first, second, second, first, second}) {
        const auto outcome = importInto(workbook.document(), table, roles);
        QVERIFY(outcome.ok());
        QCOMPARE(summaryOfDeals(workbook.document(), readStages(workbook.document()), Grain::Month)->rows, 2);
    }
    QCOMPARE(importInto(workbook.document(), table, first)->unchanged, 2);
}

// As the command line does it when it is to forget how a file was taken.
void TestImportIds::rowsAreFoundWhateverElseTheirFileTells()
{
    const QByteArray table = "Deal ID,Deal Name,Stage,Created,Owner\n1,Cell,Won,2026-01-02,Ute\n"
                             "2,Arm,Won,2026-01-03,Jan\n";
    const CorrectedRoles none{{u"Deal ID"_s, std::nullopt}};
    CorrectedRoles less = none;
    less.insert(u"Owner"_s, std::nullopt);
    TestWorkbook workbook;
    for (const CorrectedRoles &roles : {less, none, CorrectedRoles(), none, less}) {
        QVERIFY(importInto(workbook.document(), table, roles).ok());
        QCOMPARE(summaryOfDeals(workbook.document(), readStages(workbook.document()), Grain::Month)->rows, 2);
    }
    QCOMPARE(importInto(workbook.document(), table)->unchanged, 2);
}

void TestImportIds::aCustomerThatLeavesIsTheSame()
{
    const QByteArray customers = "Customer,Contract Value,Start date,Status\nAcme,100,2025-01-15,Active\n"
                                 "Beta,200,2025-02-15,Active\n";
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), customers).ok());
    const auto later
        = importInto(workbook.document(), QByteArray(customers).replace("02-15,Active", "02-15,Churned"));
    QVERIFY(later.ok());
    QCOMPARE(later->added, 0);
    QCOMPARE(later->updated, 1);
}

void TestImportIds::whatOnlySharesAnIdIsTold()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), deals).ok());
    const auto grown = importInto(workbook.document(), QByteArray(deals).replace("Arm,Lost", "Arm II,Won"));
    QVERIFY(grown.ok());
    QVERIFY(!tells(*grown, u"another name"_s));
    const auto other
        = importInto(workbook.document(),
                     "Deal ID,Deal Name,Stage,Created\n1,Foo,Won,2025-07-02\n9,Bar,Lost,2025-08-03\n");
    QVERIFY(other.ok());
    QVERIFY(tells(*other, u"another name, account and date of creation: 1."_s));
}

void TestImportIds::whatIsNotInTheFileIsTold()
{
    TestWorkbook workbook;
    const auto first = importInto(workbook.document(), deals);
    QVERIFY(first.ok());
    QCOMPARE(first->absent, 0);
    const auto second
        = importInto(workbook.document(), deals.left(deals.indexOf("2,Arm")) + "3,Axle,Won,2026-03-03\n");
    QVERIFY(second.ok());
    QCOMPARE(second->absent, 1);
    QVERIFY(tells(*second, u"does not have: 1."_s));
    // Other deals altogether, as of another region.
    const auto third
        = importInto(workbook.document(), "Deal ID,Deal Name,Stage,Created\n8,Belt,Won,2026-03-03\n");
    QVERIFY(third.ok());
    QCOMPARE(third->absent, 0);
}

void TestImportIds::aCounterOfRowsIsNoId()
{
    const QByteArray rows = ",Deal Name,Stage,Created\n1,Cell,Won,2026-01-02\n2,Arm,Lost,2026-01-03\n"
                            "3,Axle,Lost,2026-01-04\n";
    const auto keyOf = [](const QByteArray &csv) {
        return madeImport(csv).suggestion.mapping.columns.key(ColumnRole::Key);
    };
    for (const QByteArray &name : {QByteArray("Lfd. Nr."), QByteArray("Nr."), QByteArray("Row Number")}) {
        QCOMPARE(keyOf(name + rows), QString());
        // Other deals have the same numbers in the next export.
        TestWorkbook workbook;
        QVERIFY(importInto(workbook.document(), name + rows).ok());
        const auto next = importInto(workbook.document(),
                                     name + QByteArray(rows).replace("Cell", "Gear").replace("Arm", "Cell"));
        QVERIFY(next.ok());
        QCOMPARE(next->updated, 0);
    }
    QCOMPARE(keyOf("Deal ID" + rows), u"Deal ID"_s);
    QCOMPARE(keyOf("Nr." + QByteArray(rows).replace("\n2,", "\n7,")), u"Nr."_s); // of the CRM
    // Nothing else tells them apart.
    QCOMPARE(keyOf("Nr.,Stage,Amount\n1,Won,5\n2,Won,5\n3,Won,5\n"), u"Nr."_s);
}

QTEST_GUILESS_MAIN(TestImportIds)
#include "tst_import_ids.moc"
