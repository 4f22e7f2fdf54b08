#include "models/exchange/workbook_figures.h"
#include "models/funnel/cut_choices.h"
#include "models/funnel/deals/deal_sums.h"
#include "models/funnel/deals/known_sums.h"
#include "models/funnel/funnel_store.h"
#include "models/funnel/import/crm_table.h"
#include "models/funnel/import/deal_store.h"
#include "models/funnel/segments.h"
#include "models/tables/csv_source.h"
#include "tests/support/deals_in.h"
#include "tests/support/workbook.h"

#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

class TestDealStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importIsOneStep();
    void sameFileChangesNothing();
    void sameFileWithRepeatedIdsChangesNothing();
    void columnsThatAreNotThereEraseNothing();
    void laterFileUpdates();
    void laterRowOfTheSameIdCounts();
    void keptFiguresAreThoseOfTheDeals();
    void keptPartsAreThoseOfTheDeals();
    void tooManyPartsAreReadFromTheDeals();
    void partsBeginWhereTheWholeBegins();
    void segmentsAreWhatTheirColumnIsNamedFor();
    void furtherDealsOfALeadStaySo();
    void cancelLeavesNothing();
    void dryRunWritesNothing();
    void undoneImportIsForgottenLater();
    void mappingsAreKeptByName();
    void realExport();

private:
    static Result<ImportOutcome> import(TestWorkbook &workbook, const QString &file, bool dryRun = false,
                                        const Progress &progress = {});
    static Result<ImportOutcome> importText(TestWorkbook &workbook, const QByteArray &csv,
                                            bool dryRun = false, const Progress &progress = {});
    static DealSummary summary(const Document &document);
};

namespace {

const QByteArray spring = "Deal ID,Stage,Created,Closed,Amount\n"
                          "1,Won,2026-01-05,2026-02-01,1000\n"
                          "2,Lost,2026-01-06,2026-02-02,500\n"
                          "3,Negotiation,2026-01-07,,700\n";
const QByteArray summer = "Deal ID,Stage,Created,Closed,Amount\n"
                          "2,Lost,2026-01-06,2026-02-02,500\n"
                          "3,Won,2026-01-07,2026-05-01,750\n"
                          "4,Negotiation,2026-05-02,,300\n";

// Rows of which some have the same id, and some name a region or a source only now and then.
QByteArray randomDeals(quint32 seed)
{
    QRandomGenerator random(seed);
    const QByteArrayList stages{"Won", "Lost", "Negotiation", "Lead"};
    const QByteArrayList regions{"North", "north ", "South", "", "West"};
    const QByteArrayList sources{"Fair", "Web", "", "WEB"};
    const auto oneOf
        = [&random](const QByteArrayList &all) { return all.at(random.bounded(int(all.size()))); };
    QByteArray csv = "Deal ID,Stage,Created,Closed,Amount,Region,Source\n";
    for (int row = 0; row < 120; ++row) {
        const QDate created = QDate(2026, 1, 1).addDays(random.bounded(120));
        const QByteArray stage = oneOf(stages);
        const bool closed = stage == "Won" || stage == "Lost";
        const QByteArrayList cells{QByteArray::number(random.bounded(90)),
                                   stage,
                                   created.toString(Qt::ISODate).toLatin1(),
                                   closed ? created.addDays(9).toString(Qt::ISODate).toLatin1()
                                          : QByteArray(),
                                   QByteArray::number(random.bounded(1, 5000)),
                                   oneOf(regions),
                                   oneOf(sources)};
        csv += cells.join(',') + '\n';
    }
    return csv;
}

// What every part adds up to, by name.
QJsonObject partsOf(const Document &document)
{
    const QList<Stage> stages = readFunnel(document).stages;
    const CutChoices choices = cutChoices(document, stages);
    QJsonObject parts;
    const auto add = [&](const QString &name, const FunnelCut &cut) {
        const auto summary = summaryOfCut(document, stages, Grain::Month, cut);
        parts.insert(name, summary ? dealsToJson(*summary) : QJsonObject());
    };
    for (const QString &segment : choices.regions)
        add(u"region "_s + segment.toCaseFolded(), {.segment = segment});
    for (const QString &source : choices.sources)
        add(u"source "_s + source.toCaseFolded(), {.source = source});
    add(u"region that no deal names"_s, {.segment = u"East"_s});
    add(u"both"_s, {.segment = u"NORTH"_s, .source = u"web"_s});
    return parts;
}

} // namespace

Result<ImportOutcome> TestDealStore::import(TestWorkbook &workbook, const QString &file, bool dryRun,
                                            const Progress &progress)
{
    auto source = openCrmTable(file);
    if (!source)
        return source.error();
    const auto profile = profileTable(**source, usualPlaceholders());
    if (!profile)
        return profile.error();
    const QList<Stage> stages = readFunnel(workbook.document()).stages;
    const auto suggestion = suggestMapping(**source, *profile, {.stages = stages, .currency = u"EUR"_s});
    if (!suggestion)
        return suggestion.error();
    ImportMapping mapping = suggestion->mapping;
    if ((*source)->columns().contains(u"Deal ID"_s))
        mapping.columns.insert(u"Deal ID"_s, ColumnRole::Key); // also where an id stands there twice
    return importDeals(
        workbook.document(), **source,
        {.fileName = file, .mapping = mapping, .stages = stages, .dryRun = dryRun, .progress = progress});
}

Result<ImportOutcome> TestDealStore::importText(TestWorkbook &workbook, const QByteArray &csv, bool dryRun,
                                                const Progress &progress)
{
    QFile file(workbook.filePath(u"export.csv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size())
        return Error{Error::Code::Failed, file.errorString()};
    file.close();
    return import(workbook, file.fileName(), dryRun, progress);
}

DealSummary TestDealStore::summary(const Document &document)
{
    const auto result = summaryOfDeals(document, readFunnel(document).stages, Grain::Quarter);
    return result ? *result : DealSummary();
}

void TestDealStore::importIsOneStep()
{
    TestWorkbook workbook;
    const auto done = importText(workbook, spring);
    QVERIFY2(done.ok(), qPrintable(done ? QString() : done.error().message));
    QCOMPARE(done->added, 3);
    QCOMPARE(summary(workbook.document()).rows, 3);
    QCOMPARE(summary(workbook.document()).won.count, 1);
    QVERIFY(workbook.document().undo().ok());
    QCOMPARE(summary(workbook.document()).rows, 0);
    QVERIFY(!workbook.document().canUndo());
    workbook.reopen();
    QVERIFY(workbook.document().redo().ok());
    QCOMPARE(summary(workbook.document()).rows, 3);
}

void TestDealStore::sameFileChangesNothing()
{
    TestWorkbook workbook;
    QVERIFY(importText(workbook, spring).ok());
    const QString before = contentOf(workbook.document());
    const auto again = importText(workbook, spring);
    QVERIFY(again.ok());
    QCOMPARE(again->added + again->updated, 0);
    QCOMPARE(again->unchanged, 3);
    QCOMPARE(contentOf(workbook.document()), before);
    QVERIFY(workbook.document().undo().ok());
    QVERIFY(!workbook.document().canUndo());
}

void TestDealStore::sameFileWithRepeatedIdsChangesNothing()
{
    const QByteArray csv = "Deal ID,Stage,Amount\n1,Won,10\n1,Lost,20\n1,Won,30\n2,Won,5\n2,Won,6\n";
    TestWorkbook workbook;
    QVERIFY(importText(workbook, csv).ok());
    const QString before = contentOf(workbook.document());
    const auto again = importText(workbook, csv);
    QVERIFY(again.ok());
    QCOMPARE(again->added + again->updated, 0);
    QCOMPARE(contentOf(workbook.document()), before);
    QCOMPARE(summary(workbook.document()).won.value.in(u"EUR"_s), std::optional(Money{3'600, u"EUR"_s}));
}

void TestDealStore::columnsThatAreNotThereEraseNothing()
{
    TestWorkbook workbook;
    QVERIFY(importText(workbook, spring).ok());
    const auto later = importText(workbook, "Deal ID,Stage\n1,Won\n3,Won\n");
    QVERIFY(later.ok());
    QCOMPARE(later->unchanged, 1);
    const DealSummary deals = summary(workbook.document());
    QCOMPARE(deals.won.value.in(u"EUR"_s), std::optional(Money{170'000, u"EUR"_s}));
    QCOMPARE(deals.wonByClose.size(), 1); // the close date of the first is kept
    QVERIFY(importText(workbook, "Deal ID,Stage,Amount\n1,Won,\n").ok());
    QCOMPARE(summary(workbook.document()).won.value.in(u"EUR"_s), std::optional(Money{70'000, u"EUR"_s}));
}

void TestDealStore::laterFileUpdates()
{
    TestWorkbook workbook;
    QVERIFY(importText(workbook, spring).ok());
    const auto later = importText(workbook, summer);
    QVERIFY(later.ok());
    QCOMPARE(later->added, 1);
    QCOMPARE(later->updated, 1);
    QCOMPARE(later->unchanged, 1);
    const DealSummary both = summary(workbook.document());
    QCOMPARE(both.rows, 4);
    QCOMPARE(both.won.count, 2);
    QCOMPARE(both.won.value.in(u"EUR"_s), std::optional(Money{175'000, u"EUR"_s}));
    QVERIFY(workbook.document().undo().ok());
    QCOMPARE(summary(workbook.document()).rows, 3);
    QCOMPARE(summary(workbook.document()).won.count, 1);
}

void TestDealStore::laterRowOfTheSameIdCounts()
{
    TestWorkbook workbook;
    QVERIFY(importText(workbook, spring).ok());
    // The third is what the workbook holds already, once more.
    const auto done = importText(workbook,
                                 "Deal ID,Stage,Created,Closed,Amount\n"
                                 "3,Won,2026-01-07,2026-05-01,750\n"
                                 "5,Won,2026-01-08,2026-05-01,80\n"
                                 "3,Negotiation,2026-01-07,,700\n"
                                 "5,Lost,2026-01-08,2026-05-02,90\n");
    QVERIFY(done.ok());
    QCOMPARE(done->added, 1);
    QCOMPARE(done->updated, 0);
    QCOMPARE(done->unchanged, 1);
    const DealSummary deals = summary(workbook.document());
    QCOMPARE(deals.won.count, 1);
    QCOMPARE(deals.lost.count, 2);
    QCOMPARE(deals.open.value.in(u"EUR"_s), std::optional(Money{70'000, u"EUR"_s}));
}

void TestDealStore::keptFiguresAreThoseOfTheDeals()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    const auto json = [&document] { return dealsToJson(summary(document)); };
    const auto check = [&] {
        const QJsonObject kept = json();
        QVERIFY(document.database().scalar(u"SELECT count(*) FROM funnel_counts"_s).toInt() > 0);
        document.database().execute(u"UPDATE funnel_counts SET imports = '-' || imports"_s);
        QCOMPARE(json(), kept);
        document.database().execute(u"UPDATE funnel_counts SET imports = substr(imports, 2)"_s);
    };
    QVERIFY(importText(workbook, spring).ok());
    check();
    QVERIFY(importText(workbook, summer).ok());
    check();
    QVERIFY(document.undo().ok());
    check();
    QVERIFY(document.redo().ok());
    check();
}

void TestDealStore::keptPartsAreThoseOfTheDeals()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    const auto check = [&document](const char *when) {
        const QJsonObject kept = partsOf(document);
        QVERIFY(document.database().scalar(u"SELECT count(*) FROM funnel_counts"_s).toInt() > 1);
        document.database().execute(u"UPDATE funnel_counts SET imports = '-' || imports"_s);
        const QJsonObject read = partsOf(document);
        document.database().execute(u"UPDATE funnel_counts SET imports = substr(imports, 2)"_s);
        QVERIFY2(kept == read, when);
    };
    for (quint32 seed = 1; seed <= 3; ++seed) {
        QVERIFY(importText(workbook, randomDeals(seed)).ok());
        check("imported");
    }
    QCOMPARE(partsOf(document).size(), 3 + 2 + 2);
    QVERIFY(document.undo().ok());
    check("undone");
    QVERIFY(importText(workbook, randomDeals(4)).ok());
    check("imported after undoing");
    QVERIFY(document.undo().ok());
    QVERIFY(document.undo().ok());
    QVERIFY(document.redo().ok());
    check("redone");
}

void TestDealStore::tooManyPartsAreReadFromTheDeals()
{
    TestWorkbook workbook;
    constexpr int regionsOfEach = 600; // so many that two imports together have too many
    constexpr int rowsOfEach = 3;
    static_assert(2 * regionsOfEach > int(DealParts::mostParts));
    for (int import = 0; import < 2; ++import) {
        QByteArray csv = "Deal ID,Stage,Created,Closed,Amount,Region,Source\n";
        for (int row = 0; row < regionsOfEach * rowsOfEach; ++row) {
            const int id = import * regionsOfEach * rowsOfEach + row;
            csv += QByteArray::number(id) + ",Won,2026-01-05,2026-02-01,10,Region "
                + QByteArray::number(id / rowsOfEach) + ",Web\n";
        }
        QVERIFY(importText(workbook, csv).ok());
    }
    const Document &document = workbook.document();
    const QList<Stage> stages = readFunnel(document).stages;
    const CutChoices choices = cutChoices(document, stages);
    QCOMPARE(choices.regions.size(), 2 * regionsOfEach);
    QCOMPARE(choices.sources, QStringList{u"Web"_s});
    const auto one = summaryOfCut(document, stages, Grain::Month, {.segment = u"Region 7"_s});
    QVERIFY(one.ok());
    QCOMPARE(one->won.count, rowsOfEach);
}

void TestDealStore::partsBeginWhereTheWholeBegins()
{
    TestWorkbook workbook;
    QVERIFY(importText(workbook,
                       "Deal ID,Stage,Created,Closed,Amount,Region\n1,Lead,2026-01-05,,10,North\n"
                       "2,Opportunity,2026-01-06,,10,South\n3,Won,2026-01-07,2026-02-01,10,South\n")
                .ok());
    const Document &document = workbook.document();
    const QList<Stage> stages = readFunnel(document).stages;
    QCOMPARE(stages.at(1).name, u"Lead"_s);
    const auto south = summaryOfCut(document, stages, Grain::Quarter, {.segment = u"South"_s});
    QVERIFY(south.ok());
    QCOMPARE(south->stages.at(0).count, 0);
    QCOMPARE(south->stages.at(1).count, 2); // though no row of the south names it
    const auto regions = readSegments(document, stages, Grain::Quarter, SegmentKind::Region);
    QVERIFY(regions.ok());
    QCOMPARE(regions->size(), 2);
    const Period quarter = Period::fromKey(u"2026-Q1"_s);
    QCOMPARE(regions->at(1).in(quarter).figures.at(1).amount, std::optional<qint64>(2));
    for (const Period &period : {quarter, quarter.next()})
        QVERIFY(!regions->at(1).in(period).figures.at(0).amount);
    QCOMPARE(regions->at(1).in(quarter.next()).figures.at(1).amount, std::optional<qint64>(0));
}

void TestDealStore::segmentsAreWhatTheirColumnIsNamedFor()
{
    const auto segmentsOf = [](const QByteArray &column, SegmentKind kind) {
        TestWorkbook workbook;
        if (!importText(workbook,
                        "Deal ID,Stage,Created,Closed,Amount," + column
                            + "\n1,Won,2026-01-05,2026-02-01,10,Arm\n2,Won,2026-01-05,2026-02-01,10,Cell\n"))
            return qsizetype(-1);
        const Document &document = workbook.document();
        const auto segments = readSegments(document, readFunnel(document).stages, Grain::Quarter, kind);
        return segments ? segments->size() : -1;
    };
    QCOMPARE(segmentsOf("Product line", SegmentKind::Product), 2);
    QCOMPARE(segmentsOf("Product line", SegmentKind::Region), 0);
    QCOMPARE(segmentsOf("Territory", SegmentKind::Product), 0);
    QCOMPARE(segmentsOf("Territory", SegmentKind::Region), 2);
}

void TestDealStore::furtherDealsOfALeadStaySo()
{
    TestWorkbook workbook;
    const QList<Stage> stages = readFunnel(workbook.document()).stages;
    const QString leads = workbook.filePath(u"leads.csv"_s), deals = workbook.filePath(u"deals.csv"_s);
    const auto write = [](const QString &path, const QByteArray &bytes) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(write(leads, "Lead ID,Created,Lead Source\nL1,2025-01-01,Web\nL2,2025-01-02,Web\n"));
    QVERIFY(write(deals,
                  "Deal ID,Lead ID,Stage,Close Date,Amount\nD1,L1,Won,2025-03-01,100\n"
                  "D2,L1,Lost,2025-04-01,200\n"));
    const auto importFiles = [&](const QString &file, const QStringList &added) -> Result<ImportOutcome> {
        const auto source = openCrmTable(file, {.added = added});
        if (!source)
            return source.error();
        const auto profile = profileTable(**source, usualPlaceholders());
        const auto suggestion = suggestMapping(**source, *profile, {.stages = stages, .currency = u"EUR"_s});
        return importDeals(workbook.document(), **source,
                           {.fileName = u"some"_s, .mapping = suggestion->mapping, .stages = stages});
    };
    QVERIFY(importFiles(leads, {deals}).ok());
    const auto further = [&] {
        QStringList keys;
        const auto read = forEachDeal(workbook.document(), stages, [&keys](const Deal &deal) {
            if (deal.isFurther())
                keys.append(deal.key);
        });
        return read ? keys : QStringList(u"not read"_s);
    };
    QCOMPARE(further(), QStringList(u"D2"_s));
    const auto again = importFiles(leads, {deals});
    QVERIFY(again.ok());
    QCOMPARE(again->updated, 0);
    // The deals alone say nothing of leads.
    QVERIFY(write(deals, "Deal ID,Stage,Close Date,Amount\nD2,Won,2025-04-01,200\n"));
    QCOMPARE(importFiles(deals, {})->updated, 1);
    QCOMPARE(further(), QStringList(u"D2"_s));
}

void TestDealStore::cancelLeavesNothing()
{
    TestWorkbook workbook;
    QVERIFY(importText(workbook, spring).ok());
    const QString before = contentOf(workbook.document());
    QByteArray many = "Deal ID,Stage,Created,Closed,Amount\n";
    for (int i = 0; i < 50'000; ++i)
        many += QByteArray::number(i) + ",Won,2026-01-05,2026-02-01,1000\n";
    int calls = 0;
    // Looking at the table and suggesting report no progress here; the import itself is stopped at once.
    const auto cancelled = importText(workbook, many, false, [&](double) { return ++calls < 2; });
    QVERIFY(!cancelled.ok());
    QCOMPARE(cancelled.error().code, Error::Code::Cancelled);
    QCOMPARE(contentOf(workbook.document()), before);
    QCOMPARE(summary(workbook.document()).rows, 3);
}

void TestDealStore::dryRunWritesNothing()
{
    TestWorkbook workbook;
    const QString before = contentOf(workbook.document());
    const auto dry = importText(workbook, spring, true);
    QVERIFY(dry.ok());
    QCOMPARE(dry->added, 3);
    QCOMPARE(contentOf(workbook.document()), before);
    QVERIFY(!hasDeals(workbook.document()));
    QVERIFY(!workbook.document().canUndo());
}

void TestDealStore::undoneImportIsForgottenLater()
{
    TestWorkbook workbook;
    QVERIFY(importText(workbook, spring).ok());
    QVERIFY(workbook.document().undo().ok());
    QVERIFY(importText(workbook, summer).ok());
    QVERIFY(importText(workbook, spring).ok());
    QCOMPARE(
        workbook.document().database().scalar(u"SELECT count(DISTINCT import) FROM funnel_deal"_s).toInt(),
        2);
}

void TestDealStore::mappingsAreKeptByName()
{
    TestWorkbook workbook;
    ImportMapping mapping;
    mapping.columns.insert(u"Deal ID"_s, ColumnRole::Key);
    mapping.currency = u"CHF"_s;
    QVERIFY(!savedMapping(workbook.document(), u"Our CRM"_s).ok());
    QVERIFY(saveMapping(workbook.document(), u"Our CRM"_s, mapping).ok());
    QCOMPARE(savedMappings(workbook.document()), QStringList{u"Our CRM"_s});
    const auto read = savedMapping(workbook.document(), u"Our CRM"_s);
    QVERIFY(read.ok());
    QCOMPARE(*read, mapping);
    mapping.currency = u"EUR"_s;
    QVERIFY(saveMapping(workbook.document(), u"Our CRM"_s, mapping).ok());
    QCOMPARE(savedMappings(workbook.document()).size(), 1);
}

void TestDealStore::realExport()
{
    if (sharedData().isEmpty())
        QSKIP("SMARKETING_SHARED_DATA is not set");
    TestWorkbook workbook;
    const auto done = import(workbook, sharedData() + u"/crm/derived/maven_iso.csv"_s);
    QVERIFY2(done.ok(), qPrintable(done ? QString() : done.error().message));
    QCOMPARE(done->added, 8800);
    const DealSummary deals = summary(workbook.document());
    QCOMPARE(deals.rows, 8800);
    QCOMPARE(deals.won.count, 4238);
    QCOMPARE(deals.lost.count, 2473);
    QCOMPARE(deals.open.count, 1589 + 500);
    QCOMPARE(deals.won.value.in(u"EUR"_s), std::optional(Money{1'000'553'400, u"EUR"_s}));
}

QTEST_GUILESS_MAIN(TestDealStore)
#include "tst_deal_store.moc"
