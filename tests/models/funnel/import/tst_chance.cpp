#include "models/exchange/workbook_figures.h"
#include "models/funnel/deals/known_sums.h"
#include "models/funnel/deals/pipeline.h"
#include "models/funnel/import/chance.h"
#include "models/funnel/import/column_remarks.h"
#include "tests/support/made_import.h"
#include "tests/support/workbook.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 percent = Deal::mostChance / 100;

PipelineFigures pipelineIn(const QByteArray &csv)
{
    DealSums sums;
    for (const Deal &deal : madeImport(csv).deals)
        sums.add(deal, deal.stage);
    return pipelineOf(sums, 6, [](qint64 stage) { return static_cast<int>(stage); });
}

const QByteArray csv = "Deal ID,Deal Stage,Amount,Deal probability\n"
                       "1,Proposal,100.00,0.333333\n2,Proposal,10.00,\n3,Qualification,50.00,0.1\n"
                       "4,Closed Won,999.00,1\n5,Qualification,7.00,maybe\n6,Proposal,,0.5\n";

} // namespace

// The chance to win that a CRM gives each deal itself.
class TestChance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRead_data();
    void isRead();
    void isRecognised_data();
    void isRecognised();
    void weighsBeforeThatOfTheStage();
    void partsAddUpToTheWhole();
    void ofDealsAtNoStageCountsToo();
    void isKeptInTheFile();
    void isToldInTheReport();
};

void TestChance::isRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFraction");
    QTest::addColumn<std::optional<qint64>>("expected");
    const auto some = [](qint64 chance) { return std::optional<qint64>(chance); };
    QTest::newRow("percent") << u"20"_s << false << some(20 * percent);
    QTest::newRow("with sign") << u"20 %"_s << true << some(20 * percent);
    QTest::newRow("fraction") << u"0.2"_s << true << some(20 * percent);
    QTest::newRow("comma") << u"33,25"_s << false << some(percent * 133 / 4);
    QTest::newRow("all") << u"1"_s << true << some(100 * percent);
    QTest::newRow("none") << u"0"_s << false << some(0);
    QTest::newRow("a third") << u"0.333333333333"_s << true << some(333'333'333'333);
    QTest::newRow("too much") << u"1.5"_s << true << std::optional<qint64>();
    QTest::newRow("far too much") << u"101"_s << false << std::optional<qint64>();
    QTest::newRow("negative") << u"-1"_s << false << std::optional<qint64>();
    QTest::newRow("money") << u"20 €"_s << false << std::optional<qint64>();
    QTest::newRow("a word") << u"high"_s << false << std::optional<qint64>();
}

void TestChance::isRead()
{
    QFETCH(QString, text);
    QFETCH(bool, isFraction);
    QFETCH(std::optional<qint64>, expected);
    QCOMPARE(readChance(text, isFraction), expected);
}

void TestChance::isRecognised_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("isFraction");
    for (const QString &name : {u"Probability (%)"_s, u"Probability"_s, u"Wahrscheinlichkeit (%)"_s,
                                u"Wahrscheinlichkeit"_s, u"Probabilité (%)"_s, u"Probabilité"_s,
                                u"Probabilidad"_s, u"Probabilidade"_s, u"Deal probability"_s})
        QTest::newRow(qPrintable(name)) << name << u"20"_s << false;
    QTest::newRow("HubSpot") << u"Deal probability"_s << u"0.2"_s << true;
    QTest::newRow("HubSpot de") << u"Deal-Wahrscheinlichkeit"_s << u"0,2"_s << true;
    QTest::newRow("signs") << u"Probability"_s << u"20 %"_s << false;
    QTest::newRow("one percent") << u"Probability (%)"_s << u"1"_s << false;
}

void TestChance::isRecognised()
{
    QFETCH(QString, column);
    QFETCH(QString, cell);
    QFETCH(bool, isFraction);
    const QString text
        = u"Deal ID;Deal Stage;Amount;%1\n1;Proposal;100;%2\n2;Won;100;%2\n"_s.arg(column, cell);
    const MadeImport made = madeImport(text.toUtf8());
    QCOMPARE(made.suggestion.mapping.columns.value(column), ColumnRole::Chance);
    const auto chance = made.deals.first().chance;
    QVERIFY(chance);
    QCOMPARE(*chance, cell == u"1" ? percent : 20 * percent);
    QVERIFY(!made.deals.at(1).chance); // what became of it says more
    QCOMPARE(made.suggestion.mapping.chancesAreFractions, isFraction);
    QCOMPARE(*ImportMapping::fromJson(made.suggestion.mapping.toJson()), made.suggestion.mapping);
    const auto remarks = remarksOnColumns(made.profile, made.suggestion.mapping);
    QVERIFY(std::any_of(remarks.begin(), remarks.end(), [](const TableRemark &remark) {
        return remark.text.contains(u"own chance to win"_s);
    }));
}

void TestChance::weighsBeforeThatOfTheStage()
{
    const PipelineFigures pipeline = pipelineIn(csv);
    const QList<std::optional<qint64>> chances{{}, {}, {}, {}, 500'000, {}};
    const auto weighted = weightedPipeline(pipeline, chances, u"EUR"_s);
    // 100 × 0.333333 + 10 × 0.5 + 50 × 0.1 = 33.3333 + 5 + 5
    QCOMPARE(weighted->weighted.minor, 4'333);
    QCOMPARE(weighted->open.minor, 16'000);
    QCOMPARE(weighted->rows, 3);
    QCOMPARE(weighted->ownRows, 2);
    QCOMPARE(weighted->leftOut, 2); // no chance at all; no value
    const auto without = weightedPipeline(pipeline, {}, u"EUR"_s);
    QCOMPARE(without->weighted.minor, 3'833);
    QCOMPARE(without->rows, 2);
    const MadeImport made = madeImport(csv);
    QVERIFY(
        std::any_of(made.report.remarks.begin(), made.report.remarks.end(), [](const TableRemark &remark) {
            return remark.line == 6 && remark.text.contains(u"“maybe” in “Deal probability” is no chance"_s);
        }));
}

void TestChance::partsAddUpToTheWhole()
{
    const PipelineFigures pipeline = pipelineIn(csv);
    for (const QList<std::optional<qint64>> &chances :
         {QList<std::optional<qint64>>{}, {{}, {}, {}, 333'333, 500'000, {}}}) {
        qint64 sum = 0;
        const QList<StagePipeline> stages = stagePipelines(pipeline, chances, u"EUR"_s);
        QCOMPARE(stages.size(), 7);
        for (const StagePipeline &stage : stages)
            sum += stage.weighted ? stage.weighted->minor : 0;
        QCOMPARE(sum, weightedPipeline(pipeline, chances, u"EUR"_s)->weighted.minor);
        QCOMPARE(stages.at(4).ownRows, 1);
    }
}

void TestChance::ofDealsAtNoStageCountsToo()
{
    Deal deal;
    deal.value = Money{10'000, u"EUR"_s};
    deal.chance = 25 * percent;
    DealSums sums;
    sums.add(deal, deal.stage);
    const auto same = [](qint64 stage) { return static_cast<int>(stage); };
    const PipelineFigures pipeline = pipelineOf(sums, 4, same);
    QCOMPARE(weightedPipeline(pipeline, {}, u"EUR"_s)->weighted.minor, 2'500);
    QCOMPARE(stagePipelines(pipeline, {}, u"EUR"_s).last().weighted->minor, 2'500);
    sums.add(deal, deal.stage, -1);
    QCOMPARE(weightedPipeline(pipelineOf(sums, 4, same), {}, u"EUR"_s)->weighted.minor, 0);
    ChanceTotals many;
    deal.value->minor = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 5; ++i)
        many.add(deal, 1);
    QVERIFY(many.isTooLarge());
    QVERIFY(!many.rows().value.in(u"EUR"_s));
}

void TestChance::isKeptInTheFile()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    QVERIFY(importInto(document, csv).ok());
    QCOMPARE(importInto(document, csv)->updated, 0);
    const QList<Stage> stages = readStages(document);
    const auto weighted = [&] {
        const auto pipeline = pipelineOfDeals(document, stages);
        return weightedPipeline(*pipeline, {}, u"EUR"_s)->weighted.minor;
    };
    QCOMPARE(weighted(), 3'833);
    document.database().execute(u"DELETE FROM funnel_counts"_s);
    QCOMPARE(weighted(), 3'833);
    // A file without the column says nothing on it.
    QCOMPARE(importInto(document, "Deal ID,Deal Stage,Amount\n1,Proposal,200.00\n")->updated, 1);
    QCOMPARE(weighted(), 7'167);
    QCOMPARE(importInto(document, "Deal ID,Deal Stage,Amount\n1,Closed Won,200.00\n")->updated, 1);
    QCOMPARE(weighted(), 500);
}

void TestChance::isToldInTheReport()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), csv).ok());
    const auto report = readFunnelReport(workbook.document());
    const QJsonObject weighted = figuresToJson(*report)
                                     .value(u"pipeline"_s)
                                     .toObject()
                                     .value(u"weighted"_s)
                                     .toArray()
                                     .first()
                                     .toObject();
    QCOMPARE(weighted.value(u"by_own_chance"_s), 2);
    QVERIFY(weighted.contains(u"by_stage_chance"_s));
}

QTEST_GUILESS_MAIN(TestChance)
#include "tst_chance.moc"
