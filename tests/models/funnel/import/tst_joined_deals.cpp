#include "models/funnel/deals/known_sums.h"
#include "models/funnel/deals/pipeline.h"
#include "models/funnel/funnel_store.h"
#include "models/funnel/import/deal_comparison.h"
#include "models/funnel/import/decisions.h"
#include "models/funnel/import/joined_stages.h"
#include "models/funnel/import/joined_table.h"
#include "tests/support/made_import.h"
#include "tests/support/summarize.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using State = Deal::State;
using Counts = QList<qint64>;

const QByteArray leads = "Lead ID,Created,Lead Status,Lead Source\n"
                         "L1,2026-01-05,MQL,Web\nL2,2026-01-06,Lead,Web\nL3,2026-02-07,Lead,Fair\n";
const QByteArray deals = "Deal ID,Lead ID,Deal Stage,Close Date,Amount\n"
                         "D1,L1,Closed Won,2026-03-01,100\nD2,L1,Proposal,,200\nD3,L1,Qualification,,400\n"
                         "D4,L2,Closed Lost,2026-03-02,800\n";

std::unique_ptr<TableSource> joined(const QList<QByteArray> &files)
{
    auto table = tableOf(files.first());
    for (const QByteArray &file : files.sliced(1)) {
        auto both = JoinedTable::join(std::move(table), tableOf(file), {});
        if (!both)
            qFatal("%s", qPrintable(both.error().message));
        table = std::move(both).value();
    }
    return table;
}

Counts countsOf(const QList<DealTotals> &stages)
{
    Counts counts;
    for (const DealTotals &totals : stages)
        counts.append(totals.count);
    return counts;
}

const Deal *dealOf(const MadeImport &made, const QString &key)
{
    const auto found = std::find_if(made.deals.begin(), made.deals.end(),
                                    [&key](const Deal &deal) { return deal.key == key; });
    return found == made.deals.end() ? nullptr : &*found;
}

DealSummary summaryOf(const QList<Deal> &all)
{
    return summarize(all, static_cast<int>(usualStages().size()), Grain::Month);
}

Counts stagesOf(const Document &document)
{
    const QList<Stage> stages = readStages(document);
    const auto summary = summaryOfDeals(document, stages, Grain::Quarter);
    return summary ? countsOf(summary->stages) : Counts();
}

QByteArray rowsOf(const QByteArray &csv, const QList<int> &lines)
{
    const QList<QByteArray> all = csv.split('\n');
    QByteArray some = all.first() + '\n';
    for (const int line : lines)
        some += all.at(line) + '\n';
    return some;
}

} // namespace

// Leads and the deals that came of them, of which some leads have several.
class TestJoinedDeals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachLeadCountsOnceAndEachDealToo();
    void stagesCountWhereTheyDecide();
    void furtherDealsCountByEventAndEntry();
    void convertedLeadsEndBeforeTheirDeals();
    void whatIsKeptCountsAlike();
    void oldSumsWithFurtherDealsAreNotBelieved();
    void aDealThatIsLeftOutCountsNoLead();
    void furtherDealsOfAHistory();
    void leadsWithoutADealBesideAHistory();
    void moreDealsOfALeadUpdateTheFirst_data();
    void moreDealsOfALeadUpdateTheFirst();
    void aLeadBecomesItsDeal();
    void leadsKeepTheirOldKeys();
    void idsOfLeadsAndDealsMayBeAlike();
    void lostLeadsAreNoLostDeals();
    void thereMayBeMoreDealsThanLeads();
    void leadsAloneAreNoDeals();
    void lostLeadsBesideAHistory();
    void dealsOfContactsAreKnownByTheirOwnId();
    void theCycleBeginsWithTheLead();
    void leadsKeepWhatOnlyTheirFileCallsSo();
};

void TestJoinedDeals::eachLeadCountsOnceAndEachDealToo()
{
    const MadeImport made = madeImport(*joined({leads, deals}));
    QCOMPARE(made.report.refused, 0);
    QCOMPARE(made.suggestion.mapping.columns.value(u"Lead Status"_s), ColumnRole::LeadStage);
    QCOMPARE(dealOf(made, u"D1"_s)->countsFrom, 0);
    QCOMPARE(dealOf(made, u"D2"_s)->countsFrom, 3); // its lead is an MQL, which D1 counts
    const DealSummary summary = summaryOf(made.deals);
    QCOMPARE(summary.rows, 5);
    QCOMPARE(summary.further, 2);
    // Leads L1 to L3; L1 was an MQL; D1 to D3 were qualified, D1 and D2 are opportunities.
    QCOMPARE(countsOf(summary.stages), (Counts{0, 3, 1, 3, 2, 1}));
    QCOMPARE(summary.stages.at(3).value.in(u"EUR"_s)->minor, 70'000);
    QCOMPARE(summary.won.count + summary.lost.count + summary.open.count, 5);
    QVERIFY(countingRule(summary, CountedBy::Entry).contains(u"every lead counts once"_s));
    DealSums sums;
    for (const Deal &deal : made.deals)
        sums.add(deal, deal.stage);
    const auto same = [](qint64 stage) { return static_cast<int>(stage); };
    QCOMPARE(sums.all().firstStage(6, same), 1);
    for (const DealParts::Part &part : sums.parts(DealsBy::Source).parts())
        if (!part.name.isEmpty())
            QCOMPARE(countsOf(part.counts.summary(6, Grain::Month, same).stages),
                     part.name == u"Web" ? (Counts{0, 2, 1, 3, 2, 1}) : (Counts{0, 1, 0, 0, 0, 0}));
    for (const Deal &deal : made.deals)
        sums.add(deal, deal.stage, -1);
    QCOMPARE(countsOf(sums.all().summary(6, Grain::Month, same).stages), Counts(6, 0));
}

// Four rows: three leads, of which one has a deal, and a deal of a lead that the other file does not know.
void TestJoinedDeals::stagesCountWhereTheyDecide()
{
    const MadeImport made = madeImport(*joined(
        {QByteArray("Lead ID,Created,Lead Status\nL1,2026-01-05,MQL\nL2,2026-01-06,MQL\nL3,2026-01-07,New\n"),
         QByteArray("Deal ID,Lead ID,Deal Stage,Close Date,Amount\nD1,L1,Qualified,2026-03-01,100\n"
                    "D2,L9,Closed Won,2026-03-02,200\n")}));
    QMap<QString, qint64> counts;
    qint64 all = 0;
    for (const auto &[text, count] : stageTexts(made.profile, made.suggestion.mapping)) {
        counts.insert(text, count);
        all += count;
    }
    QCOMPARE(all, made.profile.rows);
    QVERIFY(!counts.contains(QString())); // each row has a stage
    QCOMPARE(counts.value(u"MQL"_s), 1); // not that of L1, whose deal tells
    QCOMPARE(counts.value(u"Closed Won"_s), 1);
}

void TestJoinedDeals::furtherDealsCountByEventAndEntry()
{
    const DealSummary summary = summaryOf(madeImport(*joined({leads, deals})).deals);
    const Period january = Period::fromKey(u"2026-01"_s);
    QCOMPARE(countsOf(summary.byEntry.value(january)), (Counts{0, 2, 1, 3, 2, 1}));
    QCOMPARE(countsOf(summary.byEvent.value(january)), (Counts{0, 2, 1, 3, 2, 0}));
    QCOMPARE(countsOf(summary.byEvent.value(Period::fromKey(u"2026-03"_s))), (Counts{0, 0, 0, 0, 0, 1}));
}

// Their status says that there is a deal, and nothing on where the lead itself ended.
void TestJoinedDeals::convertedLeadsEndBeforeTheirDeals()
{
    QByteArray converted = leads;
    converted.replace("MQL", "Converted");
    const MadeImport made = madeImport(*joined({converted, deals}));
    QCOMPARE(dealOf(made, u"D2"_s)->countsFrom, 4);
    QByteArray silent = "Lead ID,Created\nL1,2026-01-05\nL2,2026-01-06\n";
    QCOMPARE(dealOf(madeImport(*joined({silent, deals})), u"D2"_s)->countsFrom, 2); // after Lead
}

void TestJoinedDeals::whatIsKeptCountsAlike()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    QVERIFY(importInto(document, *joined({leads, deals})).ok());
    const Counts expected{0, 3, 1, 3, 2, 1};
    QCOMPARE(stagesOf(document), expected);
    document.database().execute(u"DELETE FROM funnel_counts"_s);
    QCOMPARE(stagesOf(document), expected);
    const QList<Stage> stages = readStages(document);
    const auto parts = partsOfDeals(document, stages, DealsBy::Source);
    QCOMPARE(countsOf(summariesOf(*parts, stages, Grain::Month).first().stages), (Counts{0, 2, 1, 3, 2, 1}));
    // As files of an earlier version have it.
    document.database().execute(
        u"UPDATE funnel_deal SET entered = 'further' WHERE entered LIKE '%further:%'"_s);
    QCOMPARE(stagesOf(document), (Counts{0, 3, 3, 3, 2, 1})); // after Lead
}

void TestJoinedDeals::oldSumsWithFurtherDealsAreNotBelieved()
{
    DealCounts counts;
    Deal deal;
    counts.add(deal, 1);
    QVERIFY(DealCounts::fromBytes(counts.toBytes()));
    deal.countsFrom = 2;
    counts.add(deal, 2);
    const auto read = DealCounts::fromBytes(counts.toBytes());
    QVERIFY(read && read->dependsOnOrder());
    QCOMPARE(countsOf(read->summary(4, Grain::Month, [](qint64 stage) { return int(stage); }).stages),
             (Counts{0, 1, 1, 0}));
}

void TestJoinedDeals::aDealThatIsLeftOutCountsNoLead()
{
    QByteArray some = deals;
    some.replace("D1,L1,Closed Won", "D1,L1,Deleted");
    const MadeImport made = madeImport(*joined({leads, some}));
    QCOMPARE(made.report.ignored, 1);
    QCOMPARE(dealOf(made, u"D2"_s)->countsFrom, 0);
    QCOMPARE(dealOf(made, u"D3"_s)->countsFrom, 3);
}

void TestJoinedDeals::furtherDealsOfAHistory()
{
    const QByteArray history = "Deal ID,From Stage,To Stage,Changed on\n"
                               "D1,,Qualification,2026-01-20\nD1,Qualification,Closed Won,2026-03-01\n"
                               "D2,,Qualification,2026-02-20\nD2,Qualification,Proposal,2026-03-20\n"
                               "D3,,Qualification,2026-04-20\nD4,,Qualification,2026-04-21\n"
                               "D4,Qualification,Closed Lost,2026-04-22\n";
    for (const QList<QByteArray> &files :
         {QList{leads, deals, history}, QList{deals, history, leads}, QList{leads, history, deals}}) {
        if (files.at(1) == history && files.first() == leads)
            continue; // these two have nothing in common
        const MadeImport made = madeImport(*joined(files));
        QCOMPARE(made.suggestion.mapping.rows, RowMeaning::StageEntered);
        QCOMPARE(made.report.refused, 0);
        const DealSummary summary = summaryOf(made.deals);
        QCOMPARE(summary.rows, 5);
        QCOMPARE(summary.further, 2);
        QCOMPARE(countsOf(summary.stages), (Counts{0, 3, 2, 4, 2, 1}));
        QCOMPARE(countsOf(summary.byEvent.value(Period::fromKey(u"2026-04"_s))), (Counts{0, 0, 0, 2, 0, 0}));
    }
}

void TestJoinedDeals::leadsWithoutADealBesideAHistory()
{
    const QByteArray history = "Deal ID,From Stage,To Stage,Changed on\n"
                               "D1,,Qualification,2026-01-20\nD1,Qualification,Closed Won,2026-03-01\n";
    const MadeImport made = madeImport(*joined({leads, rowsOf(deals, {1}), history}));
    QCOMPARE(made.report.refused, 0);
    QCOMPARE(made.report.furtherStages, 1);
    QCOMPARE(made.deals.size(), 3);
    const Deal *lead = dealOf(made, u"lead-L3"_s);
    QVERIFY(lead);
    QCOMPARE(lead->stage, 1);
    QCOMPARE(lead->state, State::Open);
    QCOMPARE(lead->created, QDate(2026, 2, 7));
    QCOMPARE(lead->source, u"Fair"_s);
    QCOMPARE(countsOf(summaryOf(made.deals).stages), (Counts{0, 3, 1, 1, 1, 1}));
}

void TestJoinedDeals::moreDealsOfALeadUpdateTheFirst_data()
{
    QTest::addColumn<QByteArray>("ofLeads");
    QTest::addColumn<QByteArray>("ofDeals");
    QTest::addColumn<QByteArray>("grown");
    const auto renamed
        = [](QByteArray csv, const QByteArray &from, const QByteArray &to) { return csv.replace(from, to); };
    const QByteArray turned = rowsOf(deals, {4, 3, 2, 1});
    QTest::newRow("their own ids") << leads << rowsOf(deals, {1, 4}) << deals;
    QTest::newRow("in another order") << leads << rowsOf(deals, {1, 4}) << turned;
    QTest::newRow("every lead has one") << rowsOf(leads, {1, 2}) << rowsOf(deals, {1, 4}) << turned;
    QTest::newRow("ids of the same name")
        << renamed(leads, "Lead ID", "ID") << renamed(rowsOf(deals, {1, 4}), "Deal ID", "ID")
        << renamed(turned, "Deal ID", "ID");
    QTest::newRow("only the lead's id")
        << leads << renamed(rowsOf(deals, {1, 4}), "Deal ID", "Row") << QByteArray();
}

void TestJoinedDeals::moreDealsOfALeadUpdateTheFirst()
{
    QFETCH(QByteArray, ofLeads);
    QFETCH(QByteArray, ofDeals);
    QFETCH(QByteArray, grown);
    TestWorkbook workbook;
    Document &document = workbook.document();
    const auto first = importInto(document, *joined({ofLeads, ofDeals}));
    QVERIFY(first.ok());
    const qint64 leadRows = ofLeads.count('\n') - 1;
    QCOMPARE(first->added, leadRows);
    const auto again = importInto(document, *joined({ofLeads, ofDeals}));
    QCOMPARE(again->added + again->updated, 0);
    if (grown.isEmpty())
        return;
    const auto second = importInto(document, *joined({ofLeads, grown}));
    QVERIFY(second.ok());
    QCOMPARE(second->added, 2);
    const auto summary = summaryOfDeals(document, readStages(document), Grain::Month);
    QCOMPARE(summary->rows, leadRows + 2);
    QCOMPARE(summary->further, 2);
    QCOMPARE(countsOf(summary->stages), (Counts{0, leadRows, 1, 3, 2, 1}));
}

void TestJoinedDeals::aLeadBecomesItsDeal()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    QVERIFY(importInto(document, *joined({leads, rowsOf(deals, {1, 4})})).ok());
    QCOMPARE(stagesOf(document), (Counts{0, 3, 1, 1, 1, 1}));
    const QByteArray later = deals + "D5,L3,Proposal,,50\n";
    const auto source = joined({leads, later});
    const ImportContext context{.stages = readStages(document), .currency = u"EUR"_s};
    const auto changes = compareWithWorkbook(
        workbook.path(), *source, madeImport(*source, context).suggestion.mapping, context.stages, {});
    const auto second = importInto(document, *joined({leads, later}));
    QCOMPARE(second->added, 2); // D2 and D3
    QCOMPARE(second->updated, 1);
    QCOMPARE(changes->added, 2);
    QCOMPARE(changes->updated, 1);
    const auto summary = summaryOfDeals(document, readStages(document), Grain::Month);
    QCOMPARE(summary->rows, 5);
    QCOMPARE(countsOf(summary->stages), (Counts{0, 3, 2, 4, 3, 1}));
    document.database().execute(u"DELETE FROM funnel_counts"_s);
    QCOMPARE(stagesOf(document), (Counts{0, 3, 2, 4, 3, 1}));
    const auto third = importInto(document, *joined({leads, later}));
    QCOMPARE(third->added + third->updated, 0);
    // The deals alone are known by the same ids.
    const auto alone = importInto(document, *joined({later}));
    QCOMPARE(alone->added, 0);
    for (int imports = alone->updated > 0 ? 2 : 1; imports > 0; --imports)
        QVERIFY(document.undo().ok());
    QCOMPARE(stagesOf(document), (Counts{0, 3, 1, 1, 1, 1}));
}

// Earlier versions knew leads without a deal by what stands in their row, or all of them by the lead's id.
void TestJoinedDeals::leadsKeepTheirOldKeys()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    QVERIFY(importInto(document, *joined({leads, deals})).ok());
    const auto source = joined({leads, deals});
    QString hash;
    for (const Deal &deal : madeImport(*source).deals)
        hash = deal.key == u"lead-L3" ? deal.formerKey : hash;
    QVERIFY(hash.startsWith(u"row-"));
    document.database().execute(u"UPDATE funnel_deal SET deal_key = ? WHERE deal_key = 'lead-L3'"_s, {hash});
    const auto again = importInto(document, *joined({leads, deals}));
    QCOMPARE(again->added + again->updated, 0);

    TestWorkbook byLead;
    const auto byLeads = joined({leads, rowsOf(deals, {1, 4})});
    const ImportContext context{.stages = readStages(byLead.document()),
                                .currency = u"EUR"_s,
                                .correctedColumns = {{u"Lead ID"_s, ColumnRole::Key}}};
    QVERIFY(importDeals(byLead.document(), *byLeads,
                        {.fileName = u"some"_s,
                         .mapping = madeImport(*byLeads, context).suggestion.mapping,
                         .stages = context.stages})
                .ok());
    const auto grown = importInto(byLead.document(), *joined({leads, deals}));
    QCOMPARE(grown->added, 2);
    QCOMPARE(stagesOf(byLead.document()), (Counts{0, 3, 1, 3, 2, 1}));
}

void TestJoinedDeals::idsOfLeadsAndDealsMayBeAlike()
{
    const MadeImport made = madeImport(
        *joined({"Lead ID,Created,Lead Status\n1,2026-01-05,Lead\n2,2026-01-06,Lead\n3,2026-01-06,MQL\n",
                 "Deal ID,Lead ID,Stage\n3,1,Won\n2,1,Lost\n1,2,Proposal\n"}));
    QCOMPARE(made.deals.size(), 4);
    QCOMPARE(made.report.repeated, 0);
}

void TestJoinedDeals::lostLeadsAreNoLostDeals()
{
    const QByteArray some = leads + "L4,2026-02-08,Unqualified,Fair\nL5,2026-02-09,Unqualified,Web\n";
    TestWorkbook workbook;
    Document &document = workbook.document();
    const auto outcome = importInto(document, *joined({some, deals}));
    QVERIFY(outcome.ok());
    const auto remarks = outcome->report.remarks;
    QVERIFY(std::any_of(remarks.begin(), remarks.end(), [](const TableRemark &remark) {
        return remark.text.startsWith(u"Leads lost before a deal came of them: 2."_s);
    }));
    for (const bool isKept : {true, false}) {
        if (!isKept)
            document.database().execute(u"DELETE FROM funnel_counts"_s);
        const auto summary = summaryOfDeals(document, readStages(document), Grain::Month);
        QCOMPARE(summary->lost.count, 1); // D4
        QCOMPARE(summary->lostLeads.count, 2);
        QCOMPARE(summary->rows, 7);
        QCOMPARE(summary->stages.at(1).count, 5);
        QCOMPARE(summary->winRate().toText(QLocale::c(), 0), u"50\u00a0%"_s);
    }
    const auto again = importInto(document, *joined({some, deals}));
    QCOMPARE(again->added + again->updated, 0);
}

void TestJoinedDeals::thereMayBeMoreDealsThanLeads()
{
    const QByteArray fewLeads = "Lead ID,Created,Lead Status,Deal ID\nL1,2026-01-05,Qualified,D1\n"
                                "L2,2026-01-06,New,\n";
    const QByteArray moreDeals = "Deal ID,Stage,Amount,Close Date\nD1,Won,1000,2026-02-01\n"
                                 "D2,Won,2000,2026-02-01\nD3,Lost,700,2026-02-01\n";
    for (const QList<QByteArray> &files : {QList{fewLeads, moreDeals}, QList{moreDeals, fewLeads}}) {
        const DealSummary summary = summaryOf(madeImport(*joined(files)).deals);
        QCOMPARE(summary.won.count, 2);
        QCOMPARE(summary.lost.count, 1);
        QCOMPARE(summary.lostLeads.count, 0);
        QCOMPARE(summary.open.count, 1);
    }
}

void TestJoinedDeals::leadsAloneAreNoDeals()
{
    const QByteArray some = leads + "L4,2026-02-08,Unqualified,Fair\nL5,2026-02-09,Unqualified,Web\n";
    const MadeImport made = madeImport(*tableOf(some));
    QCOMPARE(made.suggestion.mapping.rows, RowMeaning::Lead);
    // Where a deal came of one, the others that were unqualified are no lost deals either.
    const MadeImport withDeal = madeImport("Lead ID,Lead Status\nL1,Won\nL2,Unqualified\nL3,Lost\n");
    QCOMPARE(summaryOf(withDeal.deals).lost.count, 1);
    QCOMPARE(summaryOf(withDeal.deals).lostLeads.count, 1);
    QCOMPARE(summaryOf(made.deals).lost.count, 0);
    QCOMPARE(summaryOf(made.deals).lostLeads.count, 2);
    // Whoever wins deals or has their values lists deals, whatever these are called.
    for (const QByteArray &list : {QByteArray(some + "L6,2026-02-09,Won,Web\n"),
                                   QByteArray("Lead ID,Lead Status,Amount\n1,New,100\n2,Lost,200\n")})
        QCOMPARE(madeImport(*tableOf(list)).suggestion.mapping.rows, RowMeaning::Deal);
}

void TestJoinedDeals::lostLeadsBesideAHistory()
{
    const QByteArray some = leads + "L4,2026-02-08,Unqualified,Fair\n";
    const QByteArray history = "Deal ID,From Stage,To Stage,Changed on\n"
                               "D1,,Qualification,2026-01-20\nD1,Qualification,Closed Won,2026-03-01\n";
    const DealSummary summary = summaryOf(madeImport(*joined({some, rowsOf(deals, {1}), history})).deals);
    QCOMPARE(summary.lostLeads.count, 1);
    QCOMPARE(summary.lost.count, 0);
}

// Whichever file comes first.
void TestJoinedDeals::dealsOfContactsAreKnownByTheirOwnId()
{
    const QByteArray contacts = "Record ID,First Name,Last Name,Email,Associated Deal IDs\n"
                                "101,Ann,A,a@x.de,901;903\n102,Bob,B,b@x.de,902\n103,Cid,C,c@x.de,\n";
    const QByteArray ofContacts = "Record ID,Deal Name,Deal Stage,Create Date,Amount\n"
                                  "901,Cell,Closed Won,2026-02-02,100\n902,Axle,Proposal,2026-02-05,300\n"
                                  "903,Arm,Closed Lost,2026-02-02,100\n";
    for (const auto &[first, second] : {std::pair(contacts, ofContacts), std::pair(ofContacts, contacts)}) {
        TestWorkbook workbook;
        const auto together = joined({first, second});
        const auto outcome = importInto(workbook.document(), *together);
        QVERIFY(outcome.ok());
        QCOMPARE(outcome->added, 4); // with the contact that has none
        const auto alone = importInto(workbook.document(), ofContacts);
        QVERIFY(alone.ok());
        QCOMPARE(alone->added, 0);
        QCOMPARE(alone->unchanged, 3);
        const auto again = importInto(workbook.document(), *together);
        QVERIFY(again.ok());
        QCOMPARE(again->added + again->updated, 0);
    }
    const MadeImport made = madeImport(*joined({contacts, ofContacts}));
    QVERIFY(dealOf(made, u"lead-103"_s)); // a contact may have the number of a deal
}

void TestJoinedDeals::theCycleBeginsWithTheLead()
{
    ImportContext context = usualContext();
    const auto toldOf = [&context](const QByteArray &ofDeals) {
        const auto source = joined({leads, ofDeals});
        const MadeImport made = madeImport(*source, context);
        const QList<TableRemark> remarks
            = remarksOnJoinedCycle(*source, {u"a.csv"_s, u"b.csv"_s}, made.profile, made.suggestion.mapping);
        return remarks.isEmpty() ? QString() : remarks.first().text;
    };
    const QString begin = u"from “Created” of “a.csv” to “Close Date” of “b.csv”"_s;
    QVERIFY(toldOf(deals).endsWith(begin + u'.'));
    QByteArray dated = deals;
    dated.replace("Amount\n", "Amount,Deal created\n").replace("100\n", "100,2026-02-01\n");
    QVERIFY2(toldOf(dated).contains(u"“Deal created” where that is earlier"_s), qPrintable(toldOf(dated)));
    context.correctedColumns.insert(u"Deal created"_s, std::nullopt);
    QVERIFY2(toldOf(dated).endsWith(begin + u", and not from “Deal created”."), qPrintable(toldOf(dated)));
    dated.replace("Deal created", "Created");
    QVERIFY2(toldOf(dated).contains(u"“Created (2)” where that is earlier"_s), qPrintable(toldOf(dated)));
    QByteArray withoutEnd = deals;
    QCOMPARE(toldOf(withoutEnd.replace("Close Date", "Remark")), QString());
}

// As Salesforce calls them.
void TestJoinedDeals::leadsKeepWhatOnlyTheirFileCallsSo()
{
    const QByteArray ofLeads = "Lead ID,Lead Status,Create Date,Converted Opportunity ID,Lead Owner\n"
                               "L1,Converted,2026-01-05,O1,Ute\nL2,New,2026-01-06,,Jan\n",
                     ofDeals = "Opportunity ID,Stage,Amount,Close Date,Created Date,Opportunity Owner\n"
                               "O1,Closed Won,100,2026-03-01,2026-02-01,Ben\n";
    for (const QList<QByteArray> &files : {QList{ofLeads, ofDeals}, QList{ofDeals, ofLeads}}) {
        const MadeImport made = madeImport(*joined(files));
        const bool isLeadFirst = made.deals.first().state == State::Open;
        const Deal &lead = made.deals.at(isLeadFirst ? 0 : 1), &deal = made.deals.at(isLeadFirst ? 1 : 0);
        QCOMPARE(lead.created, QDate(2026, 1, 6));
        QCOMPARE(lead.owner, u"Jan"_s);
        QCOMPARE(deal.created, QDate(2026, 1, 5)); // as where both are called alike
        QCOMPARE(deal.owner, u"Ben"_s);
    }
}

QTEST_GUILESS_MAIN(TestJoinedDeals)
#include "tst_joined_deals.moc"
