#include "models/funnel/combined.h"
#include "models/funnel/deals/deals.h"
#include "models/funnel/outlook.h"
#include "tests/support/summarize.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Deal deal(Deal::State state, int stage, QDate created, QDate closed, std::optional<qint64> minor,
          const QString &currency = u"EUR"_s)
{
    Deal deal;
    deal.state = state;
    deal.stage = stage;
    deal.created = created;
    deal.closed = closed;
    if (minor)
        deal.value = Money{*minor, currency};
    return deal;
}

QList<qint64> countsOf(const QList<DealTotals> &stages)
{
    QList<qint64> all;
    for (const DealTotals &totals : stages)
        all.append(totals.count);
    return all;
}

QList<Stage> fourStages()
{
    QList<Stage> stages;
    for (qint64 id = 1; id <= 4; ++id)
        stages.append(Stage{.id = id, .name = {}});
    return stages;
}

} // namespace

class TestDeals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areAddedUp()
    {
        using enum Deal::State;
        const QDate january(2026, 1, 10);
        const QDate april(2026, 4, 2);
        const auto summary = summarize(
            {deal(Won, 3, january, january.addDays(10), 1000), deal(Won, 3, january, april, 3000),
             deal(Won, 3, january, april, 700, u"USD"_s), deal(Lost, 1, april, april.addDays(1), {}),
             deal(Open, 0, {}, {}, {}), deal(Open, -1, january, {}, {}), deal(Won, 3, april, january, {})},
            4, Grain::Quarter);
        QCOMPARE(summary.rows, 7);
        QCOMPARE(summary.won.count, 4);
        QCOMPARE(summary.lost.count, 1);
        QCOMPARE(summary.open.count, 2);
        QCOMPARE(summary.winRate().value(), Fraction::of(4, 5));
        QCOMPARE(summary.dealSize(u"EUR"_s), Fraction(20));
        QCOMPARE(summary.dealSize(u"USD"_s), Fraction(7));
        QVERIFY(!summary.dealSize(u"CHF"_s).isValid());
        QCOMPARE(summary.won.withoutValue, 1);
        QCOMPARE(summary.withoutCreated, 1);
        QCOMPARE(summary.withoutStage, 1);
        QCOMPARE(summary.closedBeforeCreated, 1);
        QCOMPARE(summary.medianCycleDays, Fraction(82));
        QCOMPARE(summary.meanCycleDays, Fraction::of(10 + 82 + 82, 3));

        const Period first = Period::fromKey(u"2026-Q1"_s);
        const Period second = first.next();
        QCOMPARE(summary.wonByClose.value(first).count, 2);
        QCOMPARE(summary.wonByClose.value(second).value.sums(),
                 (QList<Money>{{3000, u"EUR"_s}, {700, u"USD"_s}}));
        QCOMPARE(summary.lostByClose.value(second).count, 1);

        QCOMPARE(countsOf(summary.stages), (QList<qint64>{6, 5, 4, 4}));
        QCOMPARE(countsOf(summary.byEntry.value(first)), (QList<qint64>{3, 3, 3, 3}));
        QCOMPARE(countsOf(summary.byEntry.value(second)), (QList<qint64>{2, 2, 1, 1}));
        QCOMPARE(countsOf(summary.byEvent.value(first)), (QList<qint64>{3, 3, 3, 2}));
        QCOMPARE(countsOf(summary.byEvent.value(second)), (QList<qint64>{2, 2, 1, 2}));
    }

    // Leads, or deals, of which no file says that they were visitors first.
    void nothingIsCountedAboveTheFirstNamedStage()
    {
        using enum Deal::State;
        const QDate day(2026, 1, 10);
        QList<Deal> deals{deal(Open, 1, day, {}, {}), deal(Open, 2, day, {}, {}),
                          deal(Won, 3, day, day.addDays(3), {})};
        const Period month = Period::containing(day, Grain::Month);
        DealSummary summary = summarize(deals, 4, Grain::Month);
        for (const QList<DealTotals> &totals :
             {summary.stages, summary.byEntry.value(month), summary.byEvent.value(month)})
            QCOMPARE(countsOf(totals), (QList<qint64>{0, 3, 2, 1}));
        const QList<Stage> stages = fourStages();
        const FunnelFigures funnel = combine(stages, {}, summary.byEvent, Grain::Month).first();
        QVERIFY(!funnel.figures.at(0).amount && funnel.figures.at(1).amount == 3);
        QCOMPARE(funnel.stepRate(0).problem(), Rate::Problem::NoFrom);
        QCOMPARE(funnel.stepRate(1).value(), Fraction::of(2, 3));

        deals.last().entered = {{.stage = 0, .on = day}}; // this one was
        summary = summarize(deals, 4, Grain::Month);
        QCOMPARE(countsOf(summary.stages), (QList<qint64>{3, 3, 2, 1}));
    }

    // A month that was typed, and the others of its quarter from the CRM.
    void typedPartsAreFilledUpWithComputedOnes()
    {
        using enum Deal::State;
        const QDate january(2026, 1, 10);
        QList<Deal> deals;
        for (int i = 0; i < 6; ++i)
            deals.append(deal(Won, 3, january, january.addMonths(i % 3), 1000));
        const QList<TypedFigure> typed{
            {.stage = 4, .period = Period::containing(january, Grain::Month), .amount = 10, .worth = {}}};
        const auto inJanuary = [&](Grain grain) {
            const DealSummary summary = summarize(deals, 4, grain);
            return combine(fourStages(), typed, summary.byEvent, grain).first().figures.last();
        };
        QCOMPARE(inJanuary(Grain::Month).amount, 10);
        QCOMPARE(inJanuary(Grain::Quarter).amount, 14);
        QCOMPARE(inJanuary(Grain::Quarter).amountSource, FigureSource::Both);
        // Nobody knows the other quarters of the year.
        for (const FunnelFigures &year :
             combine(fourStages(), typed, summarize(deals, 4, Grain::Year).byEvent, Grain::Year))
            QVERIFY(!year.figures.last().amount);
    }

    // Nobody knows when they were won: a period without another is not one in which nothing was.
    void winsWithoutADateAreNotZero()
    {
        using enum Deal::State;
        const QDate day(2026, 1, 10);
        const QDate later = day.addMonths(1);
        const auto summary = summarize(
            {deal(Won, 3, day, {}, {}), deal(Lost, 1, day, day, {}), deal(Won, 3, later, later, {})}, 4,
            Grain::Month);
        const Period january = Period::containing(day, Grain::Month);
        QVERIFY(!summary.knowsWinsOf(january) && summary.knowsWinsOf(january.next()));
        const auto funnels = combine(fourStages(), {}, summary.byEvent, Grain::Month);
        QVERIFY(!funnels.first().figures.last().amount);
        QCOMPARE(funnels.last().figures.last().amount, 1);
        QCOMPARE(summary.byEntry.value(january).last().count, 1); // of those that began in it, it is known
        OutlookInputs inputs;
        inputs.funnel.stages = fourStages();
        inputs.deals = summary;
        const Outlook outlook = outlookOf(inputs, january);
        QVERIFY(!outlook.won && !outlook.winRate.isKnown());
        QVERIFY(outlook.neededCoverage.problem.contains(u"without a close date"_s));
    }

    void nothingGivesNothing()
    {
        const auto summary = summarize({}, 4, Grain::Month);
        QCOMPARE(summary.winRate().problem(), Rate::Problem::FromZero);
        QVERIFY(!summary.medianCycleDays.isValid());
        QVERIFY(summary.byEntry.isEmpty());
    }

    void medianOfAnEvenNumberLiesBetween()
    {
        using enum Deal::State;
        const QDate day(2026, 1, 1);
        const auto summary = summarize(
            {deal(Won, 0, day, day.addDays(3), {}), deal(Won, 0, day, day.addDays(6), {})}, 1, Grain::Year);
        QCOMPARE(summary.medianCycleDays, Fraction::of(9, 2));
    }

    void everyGrainAddsUpToTheSame()
    {
        QList<Deal> deals;
        for (int i = 0; i < 1000; ++i)
            deals.append(deal(static_cast<Deal::State>(i % 3), i % 5, QDate(2025, 1, 1).addDays(i * 7 % 600),
                              QDate(2025, 2, 1).addDays(i * 11 % 700), i));
        for (const Grain grain : {Grain::Week, Grain::Month, Grain::Quarter, Grain::Year}) {
            const auto summary = summarize(deals, 5, grain);
            for (int stage = 0; stage < 5; ++stage) {
                QMap<Grain, qint64> entered, reached; // of wholes also their parts
                for (const auto &[period, totals] : summary.byEntry.asKeyValueRange())
                    entered[period.grain] += totals.at(stage).count;
                for (const auto &[period, totals] : summary.byEvent.asKeyValueRange())
                    reached[period.grain] += totals.at(stage).count;
                QVERIFY(entered.contains(grain) && entered.contains(std::min(grain, Grain::Month)));
                for (const auto &rows : {entered, reached})
                    for (const qint64 ofGrain : rows)
                        QCOMPARE(ofGrain, summary.stages.at(stage).count);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestDeals)
#include "tst_deals.moc"
