#include "models/funnel/deals/known_sums.h"
#include "models/funnel/funnel_store.h"
#include "models/funnel/import/crm_table.h"
#include "models/funnel/import/deal_store.h"
#include "models/funnel/import/joined_table.h"
#include "tests/support/byte_devices.h"
#include "tests/support/deals_in.h"
#include "tests/support/summarize.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// Out of order; 11 goes back from SQL to MQL, 12 leaves out MQL, 13 ends after SQL.
const QByteArray history = "Deal ID,Stage,Date entered,Date left\n"
                           "12,Lead,2026-01-20,2026-02-03\n"
                           "11,MQL,2026-04-02,\n"
                           "11,Lead,2026-01-10,2026-02-01\n"
                           "11,MQL,2026-02-01,2026-03-01\n"
                           "11,SQL,2026-03-01,2026-04-02\n"
                           "12,SQL,2026-02-03,2026-05-05\n"
                           "12,Closed Won,2026-05-05,\n"
                           "13,Lead,2026-02-07,2026-02-09\n"
                           "13,SQL,2026-02-09,2026-02-11\n"
                           "13,Closed Lost,2026-02-11,\n";

const QByteArray deals = "Deal ID,Deal Name,Deal Stage,Create Date,Close Date,Amount,Owner\n"
                         "11,Conveyor,MQL,2026-01-08,,7000,Ute\n"
                         "12,Gripper,Closed Won,2026-01-20,2026-05-06,12000,Ute\n"
                         "13,Arm,Closed Lost,2026-02-07,2026-02-11,3000,Jan\n"
                         "14,Axle,Lead,2026-03-03,,500,Jan\n";

std::unique_ptr<TableSource> table(const QByteArray &bytes)
{
    auto source = openCrmTable(bufferOf(bytes));
    return source ? std::move(source).value() : nullptr;
}

std::unique_ptr<TableSource> joined(const QByteArray &first, const QByteArray &second)
{
    auto source = JoinedTable::join(table(first), table(second), {});
    return source ? std::move(source).value() : nullptr;
}

QList<Stage> stages()
{
    return {{1, u"Lead"_s, Team::Marketing},
            {2, u"MQL"_s, Team::Both},
            {3, u"SQL"_s, Team::Sales},
            {4, u"Opportunity"_s, Team::Sales},
            {5, u"Won"_s, Team::Sales}};
}

struct Read
{
    ImportMapping mapping;
    QList<OpenQuestion> questions;
    ImportReport report;
    QMap<QString, Deal> deals;

    QList<std::pair<int, QString>> entered(const QString &key) const
    {
        QList<std::pair<int, QString>> all;
        for (const StageEntry &entry : deals.value(key).entered)
            all.append({entry.stage, entry.on.toString(Qt::ISODate)});
        return all;
    }
};

Read read(TableSource &source, const ImportContext &context = {.stages = stages(), .currency = u"EUR"_s})
{
    const auto profile = profileTable(source, usualPlaceholders());
    const auto suggestion = suggestMapping(source, profile.value(), context);
    Read read{suggestion->mapping, suggestion->questions, {}, {}};
    const auto report = readDeals(source, read.mapping, context.stages, [&read](const QList<Deal> &batch) {
        for (const Deal &deal : batch)
            read.deals.insert(deal.key, deal);
        return Result<void>();
    });
    read.report = report.value();
    return read;
}

QList<qint64> counts(const QList<DealTotals> &totals)
{
    QList<qint64> all;
    for (const DealTotals &each : totals)
        all.append(each.count);
    return all;
}

using Entered = QList<std::pair<int, QString>>;

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isKnownByTheIdBesideTheName_data();
    void isKnownByTheIdBesideTheName();
    void isRecognisedByItsColumns();
    void hopedForClosingMayChange();
    void isRecognisedInOtherWords_data();
    void isRecognisedInOtherWords();
    void dealsAreNoHistory();
    void tellsHowFarEachDealCame();
    void theUserMaySayOtherwise();
    void knowsTheStageThatWasLeft();
    void otherFieldsAreLeftOut();
    void addsToTheDealsOfAnotherFile();
    void contradictionsAreListed();
    void goingOnAfterWinningIsListed();
    void countsWhereTheDatesSay();
    void storedTwiceChangesNothing();
    void comesOnTopOfImportedDeals();
    void followsTheOrderOfTheStages();

private:
    static ImportOutcome store(TestWorkbook &workbook, std::unique_ptr<TableSource> source);
    static DealSummary summary(const Document &document, Grain grain = Grain::Month);
};

void TestHistory::isRecognisedByItsColumns()
{
    const auto source = table(history);
    const Read found = read(*source);
    QCOMPARE(found.mapping.rows, RowMeaning::StageEntered);
    QCOMPARE(found.mapping.columns,
             (ColumnRoles{{u"Deal ID"_s, ColumnRole::Key},
                          {u"Stage"_s, ColumnRole::StageEntered},
                          {u"Date entered"_s, ColumnRole::EnteredOn}}));
    QVERIFY(found.questions.isEmpty());
    QCOMPARE(ImportMapping::fromJson(found.mapping.toJson()).value(), found.mapping);
    const ImportReport &report = found.report;
    QCOMPARE(report.rows, 10);
    QCOMPARE(report.taken, 10);
    QCOMPARE(report.furtherStages, 7);
    QCOMPARE(found.deals.size(), 3);
}

// In a CRM's history the day on which a deal is hoped to close moves from step to step.
void TestHistory::hopedForClosingMayChange()
{
    const auto ofCrm = table("Id,OpportunityId,StageName,Amount,CloseDate,CreatedDate\n"
                             "1,0061,Lead,1000,2024-02-28,2024-01-02\n"
                             "2,0061,SQL,1000,2024-03-15,2024-02-02\n"
                             "3,0061,Closed Won,1000,2024-03-31,2024-03-30\n"
                             "4,0062,Lead,500,2024-03-31,2024-01-03\n"
                             "5,0062,Closed Lost,500,2024-02-11,2024-02-10\n");
    const auto ofReport
        = table("Opportunity ID,Opportunity Name,Amount,From Stage,To Stage,Close Date,Last Modified\n"
                "1,A,300,,Lead,2/28/2024,1/2/2024\n"
                "1,A,800,Lead,SQL,3/15/2024,2/2/2024\n"
                "1,A,1000,SQL,Closed Won,3/31/2024,3/30/2024\n"
                "2,B,5,,Lead,3/31/2024,1/3/2024\n"
                "2,B,6,Lead,Closed Lost,2/11/2024,2/10/2024\n");
    for (TableSource *source : {ofCrm.get(), ofReport.get()}) {
        const Read found = read(*source);
        QCOMPARE(found.mapping.rows, RowMeaning::StageEntered);
        QCOMPARE(found.deals.size(), 2);
        QCOMPARE(found.deals.first().state, Deal::State::Won);
        QCOMPARE(found.deals.last().state, Deal::State::Lost);
    }
}

void TestHistory::isRecognisedInOtherWords_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("plain") << QByteArray("deal_id;phase;date");
    QTest::newRow("German") << QByteArray("Datensatz-ID;Neue Phase;Geändert am");
    QTest::newRow("French") << QByteArray("Identifiant;Étape;Date d'entrée");
    QTest::newRow("Spanish") << QByteArray("Identificador;Etapa;Fecha de entrada");
    QTest::newRow("Salesforce") << QByteArray("OpportunityId;StageName;CreatedDate");
    QTest::newRow("by name") << QByteArray("Opportunity Name;To Stage;Last Modified");
}

void TestHistory::isRecognisedInOtherWords()
{
    QFETCH(const QByteArray, header);
    const auto source = table(header
                              + "\nA1;Lead;01.02.2026\nA1;MQL;14.02.2026\nB7;Lead;02.02.2026\n"
                                "B7;Closed Lost;20.02.2026\nC2;Lead;03.03.2026\n");
    const Read found = read(*source);
    QCOMPARE(found.mapping.rows, RowMeaning::StageEntered);
    QCOMPARE(found.deals.size(), 3);
    QCOMPARE(found.entered(u"A1"_s), (Entered{{0, u"2026-02-01"_s}, {1, u"2026-02-14"_s}}));
    QCOMPARE(found.deals.value(u"B7"_s).state, Deal::State::Lost);
    QCOMPARE(found.deals.value(u"B7"_s).closed, QDate(2026, 2, 20));
}

void TestHistory::dealsAreNoHistory()
{
    const auto source = table(deals);
    QCOMPARE(read(*source).mapping.rows, RowMeaning::Deal);
    // A few ids that come twice are a mistake, and many with the same stage are something else.
    for (const QByteArray &bytes :
         {QByteArray(deals + "14,Axle,SQL,2026-03-03,,500,Jan\n"),
          QByteArray("Account ID,Id,Stage,Created,Closed\n"
                     "1,a,Won,2026-01-01,2026-02-02\n1,b,Lost,2026-03-01,2026-03-02\n"
                     "1,c,SQL,2026-04-01,\n2,d,SQL,2026-05-01,\n")}) {
        const auto other = table(bytes);
        QCOMPARE(read(*other).mapping.rows, RowMeaning::Deal);
    }
}

void TestHistory::tellsHowFarEachDealCame()
{
    const auto source = table(history);
    const Read found = read(*source);
    const Deal recycled = found.deals.value(u"11"_s);
    QCOMPARE(recycled.state, Deal::State::Open);
    QCOMPARE(recycled.stage, 2);
    QCOMPARE(recycled.crmStage, u"MQL"_s);
    QCOMPARE(recycled.created, QDate(2026, 1, 10));
    QCOMPARE(found.entered(u"11"_s),
             (Entered{{0, u"2026-01-10"_s}, {1, u"2026-02-01"_s}, {2, u"2026-03-01"_s}}));
    const Deal won = found.deals.value(u"12"_s);
    QCOMPARE(won.state, Deal::State::Won);
    QCOMPARE(won.closed, QDate(2026, 5, 5));
    const Deal lost = found.deals.value(u"13"_s);
    QCOMPARE(lost.state, Deal::State::Lost);
    QCOMPARE(lost.stage, 2);
}

void TestHistory::theUserMaySayOtherwise()
{
    const auto source = table(history);
    const Read asDeals = read(*source, {.stages = stages(), .currency = u"EUR"_s, .rows = RowMeaning::Deal});
    QCOMPARE(asDeals.mapping.rows, RowMeaning::Deal);
    QCOMPARE(asDeals.report.furtherStages, 0);
    const auto unlike = table("Deal ID,Stage,Since\n1,Lead,2026-01-01\n2,MQL,2026-02-02\n");
    QCOMPARE(read(*unlike).mapping.rows, RowMeaning::Deal);
    const Read asHistory
        = read(*unlike, {.stages = stages(), .currency = u"EUR"_s, .rows = RowMeaning::StageEntered});
    QCOMPARE(asHistory.entered(u"2"_s), (Entered{{1, u"2026-02-02"_s}}));
    const auto undated = table("Deal ID,Stage\n1,Lead\n2,MQL\n");
    const Read asked
        = read(*undated, {.stages = stages(), .currency = u"EUR"_s, .rows = RowMeaning::StageEntered});
    QCOMPARE(asked.questions.size(), 1);
    QCOMPARE(asked.questions.first().kind, OpenQuestion::Kind::HistoryColumn);
}

void TestHistory::knowsTheStageThatWasLeft()
{
    const auto source = table("Opportunity ID,From Stage,To Stage,Changed on\n"
                              "1,Lead,MQL,2026-02-01\n"
                              "1,MQL,SQL,2026-02-20\n"
                              "2,SQL,Closed Lost,2026-03-01\n"
                              "3,Lead,MQL,2026-03-05\n"
                              "3,MQL,Lead,2026-03-09\n");
    const Read found = read(*source);
    QCOMPARE(found.mapping.columns.value(u"From Stage"_s), ColumnRole::StageBefore);
    QCOMPARE(found.mapping.columns.value(u"To Stage"_s), ColumnRole::StageEntered);
    QCOMPARE(found.deals.value(u"2"_s).stage, 2);
    QCOMPARE(found.entered(u"2"_s), (Entered{{2, u"2026-03-01"_s}}));
    QCOMPARE(found.entered(u"1"_s),
             (Entered{{0, u"2026-02-01"_s}, {1, u"2026-02-01"_s}, {2, u"2026-02-20"_s}}));
    QCOMPARE(found.deals.value(u"3"_s).stage, 1);
}

void TestHistory::otherFieldsAreLeftOut()
{
    // As Salesforce keeps changes: many amounts and dates among them, which are no stages.
    QByteArray changes = "OpportunityId,Field,OldValue,NewValue,CreatedDate\n"
                         "006A,created,,,2026-01-05T08:00:00Z\n006A,Owner,Ute,Jan,2026-01-06T08:00:00Z\n"
                         "006A,StageName,Lead,MQL,2026-02-03T08:00:00Z\n"
                         "006A,StageName,MQL,Closed Won,2026-03-03T08:00:00Z\n"
                         "006B,created,,,2026-01-07T08:00:00Z\n"
                         "006B,StageName,Lead,Closed Lost,2026-02-08T08:00:00Z\n";
    for (int i = 0; i < 300; ++i)
        changes += "006B,Amount," + QByteArray::number(i) + ',' + QByteArray::number(i + 1)
            + ",2026-01-08T08:00:00Z\n";
    const auto source = table(changes);
    const Read found = read(*source);
    QCOMPARE(found.mapping.rows, RowMeaning::StageEntered);
    QCOMPARE(found.report.rows, 5);
    QCOMPARE(found.report.refused, 0);
    QCOMPARE(found.report.remarks.size(), 1);
    QVERIFY(found.report.remarks.first().text.contains(u"other fields than “StageName”: 301"_s));
    QCOMPARE(found.deals.value(u"006A"_s).created, QDate(2026, 1, 5));
    QCOMPARE(found.deals.value(u"006A"_s).closed, QDate(2026, 3, 3));
    QCOMPARE(found.entered(u"006A"_s), (Entered{{0, u"2026-01-05"_s}, {1, u"2026-02-03"_s}}));
    QCOMPARE(found.deals.value(u"006B"_s).created, QDate(2026, 1, 7));
    QCOMPARE(found.deals.value(u"006B"_s).state, Deal::State::Lost);
}

void TestHistory::addsToTheDealsOfAnotherFile()
{
    for (const bool dealsFirst : {true, false}) {
        const auto source = dealsFirst ? joined(deals, history) : joined(history, deals);
        QVERIFY(source);
        const Read found = read(*source);
        QCOMPARE(found.mapping.rows, RowMeaning::StageEntered);
        QCOMPARE(found.deals.size(), 4);
        QCOMPARE(found.report.refused, 0);
        const Deal recycled = found.deals.value(u"11"_s);
        QCOMPARE(recycled.name, u"Conveyor"_s);
        QCOMPARE(recycled.value->minor, 700000);
        QCOMPARE(recycled.created, QDate(2026, 1, 8));
        QCOMPARE(recycled.stage, 2);
        QCOMPARE(found.deals.value(u"12"_s).closed, QDate(2026, 5, 6)); // as the deal itself says
        QCOMPARE(found.deals.value(u"13"_s).stage, 2);
        QCOMPARE(found.deals.value(u"14"_s).stage, 0);
        QVERIFY(found.deals.value(u"14"_s).entered.isEmpty());
    }
}

void TestHistory::contradictionsAreListed()
{
    const auto source = table("Deal ID,Stage,Date entered\n"
                              "1,Lead,2026-01-01\n1,Closed Won,2026-02-02\n1,Closed Lost,2026-02-02\n"
                              "2,Lead,2026-01-01\n2,Closed Lost,2026-02-02\n2,Closed Won,2026-03-03\n"
                              "3,Lead,2026-01-01\n3,MQL,soon\n"
                              ",Lead,2026-01-01\n");
    const Read found = read(*source);
    QCOMPARE(found.report.rows, 9);
    QCOMPARE(found.report.refused, 5);
    QCOMPARE(found.report.taken, 4);
    QCOMPARE(found.report.furtherStages, 2);
    QCOMPARE(found.deals.keys(), (QStringList{u"2"_s, u"3"_s}));
    QCOMPARE(found.deals.value(u"2"_s).state, Deal::State::Won);
    QCOMPARE(found.report.remarks.size(), 1);
    QVERIFY(found.report.remarks.first().text.contains(u"was won"_s));
    QStringList reasons;
    for (const TableRemark &row : found.report.refusedRows)
        reasons.append(row.text);
    QCOMPARE(reasons.filter(u"won and lost on the same day"_s).size(), 3); // each of its rows
    QVERIFY(reasons.filter(u"has no id"_s).size() == 1);

    const auto both = joined("Deal ID,Deal Stage,Create Date\n1,Closed Won,2026-01-05\n2,Lead,2026-01-01\n",
                             "Deal ID,Stage,Date entered\n1,Lead,2026-01-01\n1,Closed Lost,2026-02-02\n"
                             "2,Lead,2026-01-01\n2,MQL,2026-01-02\n");
    const Read told = read(*both);
    QCOMPARE(told.deals.value(u"1"_s).state, Deal::State::Won);
    QCOMPARE(told.report.remarks.size(), 3);
    QVERIFY(told.report.remarks.at(0).text.contains(u"Won deals without a close date: 1"_s));
    QVERIFY(told.report.remarks.at(1).text.contains(u"The history of “1” says “Closed Lost”"_s));
    QVERIFY(told.report.remarks.at(2).text.contains(u"before it was created"_s));
}

void TestHistory::goingOnAfterWinningIsListed()
{
    const auto both = joined("Deal ID,Deal Stage,Create Date,Close Date\n1,Closed Won,2026-01-01,2026-02-02\n"
                             "2,Closed Won,2026-01-01,2026-02-02\n",
                             "Deal ID,Stage,Date entered\n1,Lead,2026-01-01\n1,Closed Won,2026-02-02\n"
                             "1,Proposal,2026-03-03\n2,Proposal,2026-01-05\n2,Closed Won,2026-02-02\n");
    const Read told = read(*both);
    QCOMPARE(told.deals.value(u"1"_s).state, Deal::State::Won);
    QCOMPARE(told.report.remarks.size(), 1);
    QVERIFY(told.report.remarks.first().text.contains(u"and came to “Proposal” after that"_s));
}

void TestHistory::countsWhereTheDatesSay()
{
    const auto source = table(history);
    const DealSummary summary
        = summarize(read(*source).deals.values(), static_cast<int>(stages().size()), Grain::Month);
    const auto month = [](int number) { return Period::containing(QDate(2026, number, 1), Grain::Month); };
    QCOMPARE(counts(summary.stages), (QList<qint64>{3, 3, 3, 1, 1}));
    QCOMPARE(counts(summary.byEntry.value(month(1))), (QList<qint64>{2, 2, 2, 1, 1}));
    QCOMPARE(counts(summary.byEntry.value(month(2))), (QList<qint64>{1, 1, 1, 0, 0}));
    // 12 came past MQL when it came to SQL, and past Opportunity when it was won.
    QCOMPARE(counts(summary.byEvent.value(month(1))), (QList<qint64>{2, 0, 0, 0, 0}));
    QCOMPARE(counts(summary.byEvent.value(month(2))), (QList<qint64>{1, 3, 2, 0, 0}));
    QCOMPARE(counts(summary.byEvent.value(month(3))), (QList<qint64>{0, 0, 1, 0, 0}));
    QCOMPARE(counts(summary.byEvent.value(month(5))), (QList<qint64>{0, 0, 0, 1, 1}));
}

ImportOutcome TestHistory::store(TestWorkbook &workbook, std::unique_ptr<TableSource> source)
{
    const QList<Stage> present = readFunnel(workbook.document()).stages;
    const Read found = read(*source, {.stages = present, .currency = u"EUR"_s});
    const auto outcome
        = importDeals(workbook.document(), *source,
                      {.fileName = u"export.csv"_s, .mapping = found.mapping, .stages = present});
    return outcome ? *outcome : ImportOutcome{};
}

DealSummary TestHistory::summary(const Document &document, Grain grain)
{
    const auto made = summaryOfDeals(document, readFunnel(document).stages, grain);
    return made ? *made : DealSummary();
}

void TestHistory::storedTwiceChangesNothing()
{
    TestWorkbook workbook;
    QCOMPARE(store(workbook, joined(deals, history)).added, 4);
    const QString before = contentOf(workbook.document());
    const ImportOutcome again = store(workbook, joined(history, deals));
    QCOMPARE(again.added + again.updated, 0);
    QCOMPARE(again.unchanged, 4);
    QCOMPARE(contentOf(workbook.document()), before);
    workbook.reopen();
    // As kept, and as worked out from the deals.
    const QList<Stage> present = readFunnel(workbook.document()).stages;
    QList<Deal> all;
    QVERIFY(forEachDeal(workbook.document(), present, [&all](const Deal &deal) { all.append(deal); }).ok());
    const DealSummary worked = summarize(all, static_cast<int>(present.size()), Grain::Month);
    const DealSummary kept = summary(workbook.document());
    QCOMPARE(kept.byEvent.keys(), worked.byEvent.keys());
    for (const auto &[period, totals] : kept.byEvent.asKeyValueRange())
        QCOMPARE(counts(totals), counts(worked.byEvent.value(period)));
    QVERIFY(workbook.document().undo().ok());
    QCOMPARE(summary(workbook.document()).rows, 0);
    QVERIFY(!workbook.document().canUndo());
}

void TestHistory::comesOnTopOfImportedDeals()
{
    TestWorkbook workbook;
    QCOMPARE(store(workbook, table(deals)).added, 4);
    const auto stageNamed = [&](const QString &name) {
        const QList<Stage> present = readFunnel(workbook.document()).stages;
        return std::find_if(present.begin(), present.end(), [&](const Stage &s) { return s.name == name; })
            - present.begin();
    };
    const auto sql = stageNamed(u"SQL"_s);
    QCOMPARE(summary(workbook.document()).stages.at(sql).count, 1);
    const ImportOutcome added = store(workbook, table(history));
    QCOMPARE(added.updated, 3);
    QCOMPARE(added.added, 0);
    QCOMPARE(summary(workbook.document()).stages.at(sql).count, 3);
    QCOMPARE(summary(workbook.document()).won.value.only()->minor, 1200000); // as the deals say
    // Neither file takes away what the other told.
    QCOMPARE(store(workbook, table(history)).updated, 0);
    store(workbook, table(deals));
    QCOMPARE(summary(workbook.document()).stages.at(sql).count, 3);
}

void TestHistory::followsTheOrderOfTheStages()
{
    TestWorkbook workbook;
    store(workbook, table(history));
    const auto february = Period::containing(QDate(2026, 2, 1), Grain::Month);
    const QList<Stage> present = readFunnel(workbook.document()).stages;
    const auto isMql = [](const Stage &stage) { return stage.name == u"MQL"_s; };
    const auto sum = [&](const QList<Stage> &order) {
        const auto made = summaryOfDeals(workbook.document(), order, Grain::Month);
        return counts(made->byEvent.value(february));
    };
    const QList<qint64> before = sum(present);
    const auto mql = std::find_if(present.cbegin(), present.cend(), isMql) - present.cbegin();
    QVERIFY(mql < present.size());
    QList<Stage> without = present;
    without.removeAt(mql);
    QList<qint64> expected = before;
    expected.removeAt(mql);
    QCOMPARE(sum(without), expected);
}

// As Zoho's "Stage History" has it.
void TestHistory::isKnownByTheIdBesideTheName_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("id"); // of the first deal's rows
    QTest::addColumn<QString>("key");
    QTest::newRow("beside the name") << QByteArray("Deal Name.id,") << QByteArray("z1,") << u"Deal Name.id"_s;
    QTest::newRow("behind that of the row")
        << QByteArray("Record Id,Deal Name.id,") << QByteArray("r%1,z1,") << u"Deal Name.id"_s;
    QTest::newRow("by the name") << QByteArray() << QByteArray() << u"Deal Name"_s;
}

void TestHistory::isKnownByTheIdBesideTheName()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, id);
    QFETCH(const QString, key);
    QByteArray csv = head + "Deal Name,Stage,Stage Duration (Calendar Days),Modified By,Modified Time\n";
    const QList<QByteArray> rows{"D1,Lead,3,Ute,2026-01-13 10:11:12", "D1,MQL,8,Ute,2026-01-31 10:11:12",
                                 "D1,Closed Won,0,Ute,2026-02-18 10:11:12"};
    for (qsizetype i = 0; i < rows.size(); ++i)
        csv += QByteArray(id).replace("%1", QByteArray::number(i)) + rows.at(i) + '\n';
    csv += QByteArray(id).replace("z1", "z2").replace("%1", "9") + "D2,Lead,4,Jan,2026-01-20 10:11:12\n";
    const auto source = table(csv);
    const Read found = read(*source);
    QVERIFY(found.mapping.isHistory());
    QCOMPARE(found.mapping.columnsOf(ColumnRole::Key), QStringList(key));
    QCOMPARE(found.deals.size(), 2);
    // In a list of deals the id beside the name is theirs too.
    const auto list = table("Owner.id,Deal Name.id,Deal Name,Stage,Created\n"
                            "o1,z1,D1,Lead,2026-01-13\no1,z2,D2,Lead,2026-01-14\n");
    QCOMPARE(read(*list).mapping.columnsOf(ColumnRole::Key), QStringList(u"Deal Name.id"_s));
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
