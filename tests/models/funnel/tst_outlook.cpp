#include "models/funnel/outlook.h"
#include "models/funnel/sources.h"
#include "tests/support/summarize.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using State = Deal::State;

const Period q3 = Period::fromKey(u"2026-Q3"_s);

Deal deal(State state, const QString &source, QDate created, QDate closed, std::optional<qint64> cents,
          int stage = 1, const QString &currency = u"EUR"_s)
{
    Deal made;
    made.state = state;
    made.source = source;
    made.created = created;
    made.closed = closed;
    made.stage = stage;
    if (cents)
        made.value = Money{*cents, currency};
    return made;
}

QList<Deal> someDeals()
{
    return {deal(State::Won, u"Fair"_s, {2026, 6, 1}, {2026, 7, 1}, 1'000'000, 2),
            deal(State::Won, u"Web"_s, {2026, 7, 1}, {2026, 8, 30}, 3'000'000, 2),
            deal(State::Won, u"Web"_s, {2026, 1, 1}, {2026, 2, 1}, 9'000'000, 2),
            deal(State::Lost, u"Web"_s, {2026, 7, 1}, {2026, 7, 9}, 500'000),
            deal(State::Lost, u"Web"_s, {2026, 7, 1}, {2026, 8, 9}, {}),
            deal(State::Open, u"Fair"_s, {2026, 9, 1}, {}, 4'000'000),
            deal(State::Open, u"Fair"_s, {2026, 9, 1}, {}, 2'000'000, 0)};
}

OutlookInputs inputsOf(const QList<Deal> &deals)
{
    OutlookInputs inputs;
    inputs.today = {2026, 8, 1};
    for (int i = 0; i < 3; ++i)
        inputs.funnel.stages.append(
            {.id = i + 1, .name = u"Stage %1"_s.arg(i + 1), .owner = i == 0 ? Team::Marketing : Team::Sales});
    inputs.deals = summarize(deals, 3, Grain::Quarter);
    DealSums sums;
    for (const Deal &each : deals)
        sums.add(each, each.stage);
    inputs.pipeline = pipelineOf(sums, 3, [](qint64 stage) { return static_cast<int>(stage); });
    inputs.chances = {{}, 250'000, 1'000'000};
    inputs.funnel.targets = {{.stage = 3, .period = q3, .amount = {}, .worth = Money{6'000'000, u"EUR"_s}}};
    inputs.periods = inputs.funnel.funnels(inputs.deals, Grain::Quarter, CountedBy::Event);
    return inputs;
}

Rational sumOf(const QList<StagePipeline> &stages)
{
    Rational sum;
    for (const StagePipeline &stage : stages)
        if (stage.weighted)
            sum = sum + Rational(stage.weighted->minor);
    return sum;
}

} // namespace

class TestOutlook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void velocityOfEachPeriod()
    {
        const OutlookInputs inputs = inputsOf(someDeals());
        const QList<VelocityTrend> trends = velocityTrends(inputs);
        QCOMPARE(trends.size(), 1);
        QCOMPARE(trends.first().currency, u"EUR"_s);
        QCOMPARE(trends.first().velocities.size(), inputs.periods.size());
        for (qsizetype i = 0; i < inputs.periods.size(); ++i) {
            const Derived &velocity = trends.first().velocities.at(i);
            if (inputs.periods.at(i).period != q3) {
                QVERIFY(velocity.value || !velocity.problem.isEmpty());
                continue;
            }
            // Four came: one is won since, two are lost, one is open; the fifth is still a lead. At 1/2,
            // 20,000 and 45 days.
            QCOMPARE(inputs.periods.at(i).figures.at(1).amount, 4);
            QCOMPARE(velocity.value, Rational(4) * Rational(20'000) / Rational(2) / Rational(45));
        }
        OutlookInputs unowned = inputs;
        // To move the split is no way to be faster.
        unowned.funnel.stages[1].owner = Team::Both;
        unowned.funnel.stages[0].owner = Team::Sales;
        for (qsizetype i = 0; i < inputs.periods.size(); ++i)
            QCOMPARE(velocityTrends(unowned).first().velocities.at(i).value,
                     trends.first().velocities.at(i).value);
        QCOMPARE(trends.first().opportunityStage, u"Stage 2"_s);
    }

    void worksOutOnePeriod()
    {
        const Outlook outlook = outlookOf(inputsOf(someDeals()), q3);
        QCOMPARE(outlook.winRate.value(), Fraction::of(1, 2));
        QCOMPARE(outlook.cycle.mean.value, Rational(45)); // 30 and 60 days
        QCOMPARE(outlook.cycle.median.value, Rational(45));
        QCOMPARE(outlook.neededCoverage.value, Rational(2));
        QCOMPARE(outlook.currencies.size(), 1);
        const MoneyOutlook &euro = outlook.currencies.first();
        QCOMPARE(euro.dealSize.value, Rational(20'000));
        QCOMPARE(euro.velocity.value, Rational(20'000) / Rational(2) / Rational(45));
        QCOMPARE(euro.open->minor, 6'000'000);
        QCOMPARE(outlook.openWithoutValue, 0);
        QList<Deal> more = someDeals();
        more.append(deal(State::Open, u"Fair"_s, {2026, 9, 1}, {}, {}));
        QCOMPARE(outlookOf(inputsOf(more), q3).openWithoutValue, 1);
        QCOMPARE(euro.weighted.value, Rational(10'000)); // a quarter of 40,000
        QCOMPARE(euro.leftOut, 1);
        // 60,000 to reach, 40,000 won.
        QCOMPARE(euro.coverage.value, Rational(3));
        QCOMPARE(euro.weightedCoverage.value, Rational::of(1, 2));
    }

    void eachCurrencyHasItsOwnVelocity()
    {
        QList<Deal> deals{
            deal(State::Won, u"Web"_s, {2026, 7, 1}, {2026, 7, 31}, 1'000'000, 2),
            deal(State::Lost, u"Web"_s, {2026, 7, 1}, {2026, 8, 9}, 500'000),
            deal(State::Won, u"Web"_s, {2026, 7, 1}, {2026, 7, 31}, 3'000'000, 2, u"USD"_s),
            deal(State::Open, u"Web"_s, {2026, 7, 1}, {}, 1'000'000),
            deal(State::Open, u"Web"_s, {2026, 7, 1}, {}, 1'000'000, 1, u"USD"_s),
            deal(State::Open, u"Web"_s, {2026, 7, 1}, {}, 1'000'000, 1, u"USD"_s),
        };
        const auto velocities = [&deals](const Period &period) {
            QList<Derived> found;
            const Outlook outlook = outlookOf(inputsOf(deals), period);
            for (const MoneyOutlook &money : outlook.currencies)
                found.append(money.velocity);
            return found;
        };
        // One open at 1/2, two at 1; 30 days each.
        QCOMPARE(velocities(q3).at(0).value, Rational(10'000) / Rational(2) / Rational(30));
        QCOMPARE(velocities(q3).at(1).value, Rational(2) * Rational(30'000) / Rational(30));
        const OutlookInputs inputs = inputsOf(deals);
        const QList<VelocityTrend> trends = velocityTrends(inputs);
        QCOMPARE(trends.at(0).currency, u"EUR"_s);
        QCOMPARE(trends.at(0).velocities.last().value,
                 Rational(3) * Rational(10'000) / Rational(2) / Rational(30));
        QCOMPARE(trends.at(1).velocities.last().value, Rational(3) * Rational(30'000) / Rational(30));
        deals.append(deal(State::Lost, u"Web"_s, {2026, 7, 1}, {2026, 8, 9}, {}));
        QVERIFY(velocities(q3).at(0).problem.contains(u"several currencies"_s));
        QVERIFY(velocityTrends(inputsOf(deals)).at(0).velocities.last().problem.contains(u"several"_s));
    }

    void atAnyTimeAllCount()
    {
        const Outlook outlook = outlookOf(inputsOf(someDeals()), {});
        QCOMPARE(outlook.winRate.value(), Fraction::of(3, 5));
        QCOMPARE(outlook.cycle.mean.value, Rational::of(121, 3));
        QCOMPARE(outlook.cycle.median.value, Rational(31));
    }

    // Targets of several years are not added; which periods they are of is said.
    // A year of which quarters were typed knows what was won so far, though its last quarter has just begun.
    void aRunningYearIsWhatItsQuartersWon()
    {
        OutlookInputs inputs = inputsOf(someDeals());
        inputs.today = {2026, 11, 28};
        inputs.grain = Grain::Year;
        inputs.deals = summarize(someDeals(), 3, Grain::Year);
        const Period year = Period::fromKey(u"2026"_s);
        inputs.funnel.targets
            = {{.stage = 3, .period = year, .amount = {}, .worth = Money{9'000'000, u"EUR"_s}}};
        qint64 minor = 1'000'000;
        for (const QString &quarter : {u"2026-Q1"_s, u"2026-Q2"_s, u"2026-Q3"_s}) {
            inputs.funnel.typed.append({.stage = 3,
                                        .period = Period::fromKey(quarter),
                                        .amount = 1,
                                        .worth = Money{minor, u"EUR"_s}});
            minor += 1'000'000;
        }
        inputs.periods = inputs.funnel.funnels(inputs.deals, Grain::Year, CountedBy::Event);
        QCOMPARE(outlookOf(inputs, year).currencies.first().won, (Money{6'000'000, u"EUR"_s}));
        // A quarter that is over and has no figure leaves the year unknown; it is never 0.
        inputs.deals = {};
        inputs.funnel.typed.removeAt(1);
        inputs.periods = inputs.funnel.funnels(inputs.deals, Grain::Year, CountedBy::Event);
        QVERIFY(!outlookOf(inputs, year).currencies.first().won);
    }

    void coverageAtAnyTimeIsOfOneYear()
    {
        OutlookInputs inputs = inputsOf(someDeals());
        inputs.today = {2026, 8, 1};
        for (const QString &key : {u"2025-Q3"_s, u"2026-Q4"_s, u"2027-Q1"_s})
            inputs.funnel.targets.append({.stage = 3,
                                          .period = Period::fromKey(key),
                                          .amount = {},
                                          .worth = Money{6'000'000, u"EUR"_s}});
        const MoneyOutlook euro = outlookOf(inputs, {}).currencies.first();
        QCOMPARE(euro.target, (Money{12'000'000, u"EUR"_s}));
        QCOMPARE(euro.targetFrom, q3);
        QCOMPARE(euro.targetTo, q3.next());
        QCOMPARE(euro.coverage.value, Rational::of(6, 8)); // 60,000 open; 120,000 to reach, 40,000 won
        QCOMPARE(outlookOf(inputs, q3).currencies.first().targetTo, q3);
    }

    // What is open today cannot fill what a quarter lacked that is over.
    void nothingCoversWhatIsOver()
    {
        OutlookInputs inputs = inputsOf(someDeals());
        inputs.today = q3.end();
        QVERIFY(outlookOf(inputs, q3).currencies.first().coverage.value);
        inputs.today = q3.end().addDays(1);
        const MoneyOutlook euro = outlookOf(inputs, q3).currencies.first();
        for (const Derived &figure : {euro.coverage, euro.weightedCoverage})
            QVERIFY2(!figure.value && figure.problem.contains(u"is over"_s), qPrintable(figure.problem));
    }

    void saysWhyThereIsNone()
    {
        const Outlook nothing = outlookOf({}, q3);
        QVERIFY(!nothing.winRate.isKnown() && nothing.currencies.isEmpty());
        QVERIFY(!nothing.cycle.mean.problem.isEmpty() && !nothing.neededCoverage.problem.isEmpty());
        const Outlook quiet = outlookOf(inputsOf(someDeals()), q3.next());
        const MoneyOutlook &euro = quiet.currencies.first();
        for (const Derived &figure : {euro.dealSize, euro.velocity, euro.coverage, euro.weightedCoverage})
            QVERIFY(!figure.value && figure.problem.startsWith(u"Cannot be worked out"));
        QCOMPARE(euro.weighted.value, Rational(10'000));
        OutlookInputs withoutChances = inputsOf(someDeals());
        withoutChances.chances.clear();
        QVERIFY(outlookOf(withoutChances, q3).currencies.first().weighted.problem.contains(u"chance"));
    }

    // Open leads are no opportunities, however many there are, and whoever owns them: those begin at the
    // stage that is called so, or else at the last before the won.
    void opportunitiesBeginAtTheirStage()
    {
        QList<Deal> deals = someDeals();
        for (int i = 0; i < 1000; ++i)
            deals.append(deal(State::Open, u"Web"_s, {2026, 9, 1}, {}, {}, 0));
        OutlookInputs inputs = inputsOf(deals);
        const Outlook outlook = outlookOf(inputs, q3);
        QCOMPARE(outlook.opportunities, std::optional<qint64>(1));
        QCOMPARE(outlook.opportunityStage, u"Stage 2"_s);
        QCOMPARE(outlook.currencies.first().velocity.value,
                 outlookOf(inputsOf(someDeals()), q3).currencies.first().velocity.value);
        inputs.funnel.stages[1].owner = Team::Both;
        QCOMPARE(outlookOf(inputs, q3).opportunities, std::optional<qint64>(1));
        QList<Stage> stages{{.id = 1, .name = u"Lead"_s},
                            {.id = 2, .name = u"Verkaufschance"_s},
                            {.id = 3, .name = u"Proof of value"_s},
                            {.id = 4, .name = u"Won"_s}};
        QCOMPARE(opportunityStage(stages), std::optional<qsizetype>(1));
        stages[1].name = u"Whatever we call it"_s;
        QCOMPARE(opportunityStage(stages), std::optional<qsizetype>(2));
        stages.remove(1, 3);
        QVERIFY(!opportunityStage(stages));
        inputs = inputsOf(someDeals());
        inputs.funnel.stages.clear();
        QVERIFY(!outlookOf(inputs, q3).opportunities);
    }

    void keepsCurrenciesApart()
    {
        QList<Deal> deals = someDeals();
        deals.append(deal(State::Open, u"Web"_s, {2026, 9, 1}, {}, 700, 1, u"CHF"_s));
        const Outlook outlook = outlookOf(inputsOf(deals), q3);
        QCOMPARE(outlook.currencies.size(), 2);
        QCOMPARE(outlook.currencies.first().currency, u"CHF"_s);
        QCOMPARE(*outlook.currencies.first().open, (Money{700, u"CHF"_s}));
        QVERIFY(!outlook.currencies.first().coverage.value);
        QCOMPARE(*outlook.currencies.last().open, (Money{6'000'000, u"EUR"_s}));
    }

    // Parts by stage add up to the whole to the cent, whatever the chances; the order of rows changes
    // nothing.
    void weightedPartsAddUp()
    {
        QRandomGenerator random(11);
        for (int run = 0; run < 200; ++run) {
            QList<Deal> deals;
            for (int i = random.bounded(1, 40); i > 0; --i)
                deals.append(deal(State::Open, {}, {2026, 9, 1}, {}, random.bounded(1'000'000),
                                  random.bounded(-1, 3)));
            OutlookInputs inputs = inputsOf(deals);
            inputs.chances = {random.bounded(1'000'001), {}, random.bounded(1'000'001)};
            inputs.chances[1] = random.bounded(1'000'001);
            const auto whole = weightedPipeline(inputs.pipeline, inputs.chances, u"EUR"_s);
            QVERIFY(whole);
            QCOMPARE(sumOf(stagePipelines(inputs.pipeline, inputs.chances, u"EUR"_s)),
                     Rational(whole->weighted.minor));
            std::reverse(deals.begin(), deals.end());
            QCOMPARE(weightedPipeline(inputsOf(deals).pipeline, inputs.chances, u"EUR"_s)->weighted,
                     whole->weighted);
        }
    }

    void sourcedAndInfluencedStayApart()
    {
        const PipelineFigures pipeline = inputsOf(someDeals()).pipeline;
        const QList<SourceTerms> terms{{.source = u"fair "_s,
                                        .created = true,
                                        .touched = true,
                                        .promised = 100,
                                        .grain = Grain::Quarter},
                                       {.source = u"Letter"_s, .created = {}, .touched = true}};
        const QList<SourceOutlook> sources = sourceOutlooks(pipeline, terms);
        QCOMPARE(sources.size(), 3);
        QCOMPARE(sources.at(0).figures.source, u"Web"_s);
        QCOMPARE(sources.at(1).terms.promised, std::optional<qint64>(100));
        // 10,000 × 1 of 3, and a hundred of them.
        QCOMPARE(sources.at(1).worth.first().leadValue.value, Rational::of(10'000, 3));
        QCOMPARE(sources.at(1).worth.first().slaValue.value, Rational::of(1'000'000, 3));
        QVERIFY(!sources.at(0).worth.first().slaValue.value);
        QVERIFY(sources.at(2).worth.isEmpty());
        const EarnedTotals earned = earnedIn(sources, q3);
        QCOMPARE(earned.sourced.value.in(u"EUR"_s), (Money{1'000'000, u"EUR"_s}));
        QCOMPARE(earned.influenced.value.in(u"EUR"_s), (Money{1'000'000, u"EUR"_s}));
        QCOMPARE(earned.notSaid.value.in(u"EUR"_s), (Money{3'000'000, u"EUR"_s}));
        QCOMPARE(earnedIn(sources, {}).notSaid.count, 2);
    }
};

QTEST_APPLESS_MAIN(TestOutlook)
#include "tst_outlook.moc"
