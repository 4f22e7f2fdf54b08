#include "models/arithmetic/sum.h"
#include "models/funnel/plan_parts.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 percent = 10'000; // in millionths
constexpr qint64 cents = 100;

// `rates` into every stage but the first, from the top.
FunnelPlan planOf(qint64 goal, qint64 size, const QList<qint64> &rates, std::optional<qint64> share = {})
{
    FunnelPlan plan;
    plan.goal = Money{goal * cents, u"EUR"_s};
    plan.dealSize = Money{size * cents, u"EUR"_s};
    plan.marketingShare = share;
    plan.rates.append(PlannedRate{});
    plan.stages.append(Stage{.id = 1, .name = u"Stage 1"_s});
    for (const qint64 rate : rates) {
        plan.rates.append(PlannedRate{.low = {}, .likely = rate, .high = {}});
        const qint64 id = plan.stages.size() + 1;
        plan.stages.append(Stage{.id = id, .name = u"Stage %1"_s.arg(id)});
    }
    return plan;
}

QList<qint64> countsOf(const Targets &targets)
{
    QList<qint64> counts;
    for (const PlannedCount &stage : targets.stages)
        counts.append(stage.count.value_or(-1));
    return counts;
}

// What a rate with more than two decimals of a per cent has lost where it is kept is forgiven.
bool reaches(qint64 count, qint64 rate, qint64 needed)
{
    const Rational exact = Rational(count) * Rational::of(rate, 1'000'000);
    const Rational lost
        = std::min(Rational(count) * Rational::of(1, 2'000'000), Rational::of(rate, 2'000'000));
    return exact + (rate % 100 == 0 ? Rational(0) : lost) >= Rational(needed);
}

FunnelPlan anyPlan(QRandomGenerator &random)
{
    QList<qint64> rates;
    const int steps = random.bounded(0, 8);
    for (int i = 0; i < steps; ++i)
        rates.append(random.bounded(1, 1'200'000));
    FunnelPlan plan = planOf(random.bounded(0, 5'000'000), random.bounded(1, 90'000), rates,
                             random.bounded(1, 1'000'000));
    return plan;
}

} // namespace

class TestTargets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workedExamples_data()
    {
        QTest::addColumn<FunnelPlan>("plan");
        QTest::addColumn<QList<qint64>>("counts"); // from the top
        QTest::newRow("six steps") << planOf(600'000, 20'000,
                                             {4 * percent, 40 * percent, 50 * percent, 25 * percent})
                                   << QList<qint64>{15'000, 600, 240, 120, 30};
        QTest::newRow("one in four") << planOf(10'000'000, 25'000, {25 * percent})
                                     << QList<qint64>{1'600, 400};
        QTest::newRow("meetings") << planOf(2'000'000, 25'000, {50 * percent, 25 * percent})
                                  << QList<qint64>{640, 320, 80};
        QTest::newRow("rounds up at each step")
            << planOf(500'000, 10'000, {2 * percent, 30 * percent, 20 * percent, 25 * percent}, 40 * percent)
            << QList<qint64>{66'700, 1'334, 400, 80, 20};
        QTest::newRow("per win") << planOf(10'000, 10'000, {50 * percent, 80 * percent, 25 * percent})
                                 << QList<qint64>{10, 5, 4, 1};
        QTest::newRow("25 wins") << planOf(250'000, 10'000, {50 * percent, 80 * percent, 25 * percent})
                                 << QList<qint64>{250, 125, 100, 25};
        QTest::newRow("21 at 35 %") << planOf(21, 1, {35 * percent}) << QList<qint64>{60, 21};
        // Rates that somebody typed are exact, however large the counts are.
        QTest::newRow("10,000 at 3 %") << planOf(10'000, 1, {3 * percent}) << QList<qint64>{333'334, 10'000};
        QTest::newRow("57 at 57 %") << planOf(57, 1, {57 * percent}) << QList<qint64>{100, 57};
    }

    void workedExamples()
    {
        QFETCH(FunnelPlan, plan);
        QFETCH(QList<qint64>, counts);
        const Targets targets = targetsOf(plan);
        QCOMPARE(countsOf(targets), counts);
        QVERIFY(targets.askedAbout.isEmpty());
        // And the other way round.
        for (int stage = 0; stage < counts.size(); ++stage) {
            const Reached reached = reachedFrom(plan, stage, counts.at(stage));
            QVERIFY(reached.goal.money.has_value());
            QVERIFY(reached.goal.money->minor >= plan.goal->minor);
        }
    }

    void spendUnroundedAndMarketingsShare()
    {
        FunnelPlan plan = planOf(600'000, 20'000, {4 * percent, 40 * percent, 50 * percent, 25 * percent});
        plan.costPerVisitor = Money{12 * cents, u"EUR"_s};
        QCOMPARE(targetsOf(plan).spend.money, (Money{180'000 * cents, u"EUR"_s}));

        const Targets targets = targetsOf(
            planOf(500'000, 10'000, {2 * percent, 30 * percent, 20 * percent, 25 * percent}, 40 * percent));
        QCOMPARE(targets.marketingGoal.money, (Money{200'000 * cents, u"EUR"_s}));
        QCOMPARE(*targets.stages.first().exact, Rational::of(200'000, 3));
        QCOMPARE(targets.stages.first().exact->roundedUp(), 66'667);
    }

    void salesHours()
    {
        // 1,000 leads a year at 90 minutes are 1,500 hours; 1,200 hours are enough for 800.
        FunnelPlan plan = planOf(250'000, 1'000, {25 * percent});
        plan.workedStage = 0;
        QCOMPARE(targetsOf(plan).hours.problem.kind, PlanProblem::Kind::NoTimePerLead);
        plan.minutesPerLead = 90;
        QCOMPARE(targetsOf(plan).hours.count, 1'500);
        QCOMPARE(targetsOf(plan).ceiling.problem.kind, PlanProblem::Kind::NoHours);
        plan.hoursForLeads = Rational(1'200);
        QCOMPARE(targetsOf(plan).ceiling.count, 800);
        QVERIFY(targetsOf(plan).isAboveCeiling(plan));
        plan.grain = Grain::Quarter;
        QCOMPARE(targetsOf(plan).ceiling.count, 200);
        plan.hoursForLeads = Rational(6'000);
        QVERIFY(!targetsOf(plan).isAboveCeiling(plan));
    }

    void saysWhyNot()
    {
        using Kind = PlanProblem::Kind;
        FunnelPlan plan = planOf(1'000, 10, {10 * percent, 20 * percent});
        plan.rates[1].likely.reset();
        Targets targets = targetsOf(plan);
        QCOMPARE(targets.stages.at(2).count, 100);
        QCOMPARE(targets.stages.at(1).count, 500);
        QVERIFY(!targets.stages.at(0).count);
        QCOMPARE(targets.stages.at(0).problem, (PlanProblem{Kind::NoRate, u"Stage 2"_s}));
        QVERIFY(targets.stages.at(0).problem.reason().contains(u"Stage 2"));
        plan.rates[1].likely = 0;
        QCOMPARE(targetsOf(plan).stages.at(0).problem.kind, Kind::RateZero);
        plan.rates[1].likely = 150 * percent;
        targets = targetsOf(plan);
        QCOMPARE(targets.askedAbout, QList<int>{1});
        QCOMPARE(targets.stages.at(0).count, 334);
        plan.dealSize->minor = 0;
        QCOMPARE(targetsOf(plan).stages.at(0).problem.kind, Kind::DealSizeNotPositive);
        plan.dealSize = Money{1, u"USD"_s};
        QCOMPARE(targetsOf(plan).stages.at(2).problem.kind, Kind::OtherCurrency);
        plan.goal.reset();
        QCOMPARE(targetsOf(plan).stages.at(2).problem.kind, Kind::NoGoal);
        plan.dealSize.reset(); // what the plan begins with is asked for first
        QCOMPARE(targetsOf(plan).stages.at(2).problem.kind, Kind::NoGoal);
        QCOMPARE(targetsOf(FunnelPlan()).stages.size(), 0);
        FunnelPlan nothing = planOf(1'000, 10, {10 * percent}, 0);
        QCOMPARE(countsOf(targetsOf(nothing)), (QList<qint64>{0, 0}));
        QCOMPARE(reachedFrom(nothing, 0, 50).goal.problem.kind, Kind::ShareZero);
        const FunnelPlan huge = planOf(80'000'000'000'000'000, 1, {1, 1});
        QCOMPARE(targetsOf(huge).stages.first().problem.kind, Kind::TooLarge);
    }

    // What was measured asks for itself again: 10 of 30 are kept as 33.3333 %, and 10 need 30, not 31.
    void measuredRatesAskForWhatWasMeasured()
    {
        for (qint64 from = 1; from < 200; ++from)
            for (qint64 to = 1; to <= from; ++to) {
                const qint64 rate = *Fraction::of(to, from).scaled(6);
                const FunnelPlan plan = planOf(to, 1, {rate});
                QCOMPARE(countsOf(targetsOf(plan)), (QList<qint64>{from, to}));
                QCOMPARE(reachedFrom(plan, 0, from).counts, (QList<qint64>{from, to}));
            }
        FunnelPlan plan = planOf(11, 1, {});
        const QList<qint64> measured{9'871, 307, 91, 37, 29, 11};
        for (qsizetype i = 1; i < measured.size(); ++i) {
            plan.rates.append(PlannedRate{
                .low = {}, .likely = Fraction::of(measured.at(i), measured.at(i - 1)).scaled(6), .high = {}});
            plan.stages.append(Stage{.id = i + 1, .name = u"Stage"_s});
        }
        QCOMPARE(countsOf(targetsOf(plan)), measured);
    }

    // By its counts a measured rate is exact, whatever its millionths have lost: 4 of 201 are kept as 1.99 %,
    // and 4 need 201, not 202. For any number, the least is asked for that leads to it.
    void countsBesideARateMakeItExact()
    {
        const auto plan = [](qint64 goal, qint64 to, qint64 from) {
            FunnelPlan plan = planOf(goal, 1, {*Fraction::of(to, from).scaled(6)});
            plan.rates.last().reached = to;
            plan.rates.last().outOf = from;
            return plan;
        };
        for (qint64 from = 1; from <= 600; ++from)
            for (qint64 to = 1; to <= from; ++to) {
                const FunnelPlan needed = plan(to, to, from);
                if (countsOf(targetsOf(needed)) != QList<qint64>{from, to})
                    QFAIL(qPrintable(u"%1 of %2"_s.arg(to).arg(from)));
            }
        QRandomGenerator random(20261129);
        for (int run = 0; run < 20'000; ++run) {
            const qint64 from = random.bounded(1, 3'000), to = random.bounded(1, static_cast<int>(from) + 1);
            const qint64 goal = random.bounded(1, 100'000);
            const FunnelPlan any = plan(goal, to, from);
            if (*any.rates.last().likely == 0)
                continue;
            const qint64 count = *targetsOf(any).stages.first().count;
            QVERIFY(count * to >= goal * from && (count - 1) * to < goal * from);
            QCOMPARE(*targetsOf(any).stages.first().exact, Rational::of(goal * from, to));
            QVERIFY(reachedFrom(any, 0, count).counts.last() >= goal);
            QVERIFY(reachedFrom(any, 0, count - 1).counts.last() < goal);
        }
        FunnelPlan typedOver = plan(4, 4, 201);
        typedOver.rates.last().likely = 2 * percent; // by somebody, since
        QCOMPARE(countsOf(targetsOf(typedOver)), (QList<qint64>{200, 4}));
    }

    // One less at any stage is not enough, and what is needed is enough.
    void roundingUpIsMinimal()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 800; ++round) {
            const FunnelPlan plan = anyPlan(random);
            const QList<qint64> counts = countsOf(targetsOf(plan));
            for (int stage = 0; stage + 1 < counts.size(); ++stage) {
                const qint64 rate = *plan.rates.at(stage + 1).likely;
                QVERIFY(reaches(counts.at(stage), rate, counts.at(stage + 1)));
                QVERIFY(!reaches(counts.at(stage) - 1, rate, counts.at(stage + 1)));
            }
            const Rational wanted
                = Rational(plan.goal->minor) * Rational::of(*plan.marketingShare, 1'000'000);
            QVERIFY(Rational(counts.last()) * Rational(plan.dealSize->minor) >= wanted);
            QVERIFY(Rational(counts.last() - 1) * Rational(plan.dealSize->minor) < wanted);
        }
    }

    void roundingUpIsMonotone()
    {
        QRandomGenerator random(6);
        for (int round = 0; round < 800; ++round) {
            FunnelPlan plan = anyPlan(random);
            const QList<qint64> before = countsOf(targetsOf(plan));
            plan.goal->minor += random.bounded(0, 100'000);
            const QList<qint64> more = countsOf(targetsOf(plan));
            for (qsizetype i = 0; i < before.size(); ++i)
                QVERIFY(more.at(i) >= before.at(i));
            if (plan.rates.size() < 2)
                continue;
            *plan.rates[1].likely += 1;
            QVERIFY(countsOf(targetsOf(plan)).first() <= more.first());
        }
    }

    // Reaching and needing are inverse: n is enough for a goal exactly where n is at least what it needs.
    void otherDirectionIsTheInverse()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 800; ++round) {
            FunnelPlan plan = anyPlan(random);
            const int stage = random.bounded(0, static_cast<int>(plan.stages.size()));
            const qint64 count = random.bounded(0, 100'000);
            const Reached reached = reachedFrom(plan, stage, count);
            QVERIFY(reached.goal.money.has_value());
            plan.goal = reached.goal.money;
            QVERIFY(countsOf(targetsOf(plan)).at(stage) <= count);
            plan.goal->minor += 1;
            QVERIFY(countsOf(targetsOf(plan)).at(stage) > count);
        }
    }

    void perPeriod()
    {
        FunnelPlan plan
            = planOf(500'000, 10'000, {2 * percent, 30 * percent, 20 * percent, 25 * percent}, 40 * percent);
        const PlannedCount visitors = targetsOf(plan).stages.first();
        QCOMPARE(perUnit(plan, visitors, PlanUnit::Year).count, 66'700);
        QCOMPARE(perUnit(plan, visitors, PlanUnit::Quarter).count, 16'675);
        QCOMPARE(perUnit(plan, visitors, PlanUnit::Month).count, 5'559);
        QCOMPARE(perUnit(plan, visitors, PlanUnit::WorkingDay).problem.kind, PlanProblem::Kind::NoStart);
        plan.start = QDate(2026, 1, 1);
        QCOMPARE(*unitsIn(plan, PlanUnit::WorkingDay), Rational(261));
        QCOMPARE(perUnit(plan, visitors, PlanUnit::WorkingDay).count, 256);
        plan.grain = Grain::Month;
        QCOMPARE(perUnit(plan, visitors, PlanUnit::Year).count, 800'400);
        QCOMPARE(*unitsIn(plan, PlanUnit::WorkingDay), Rational(22));
    }

    // A year from July is that of July, in its months, quarters and working days alike.
    void runsFromItsStart()
    {
        FunnelPlan plan = planOf(120'000, 1'000, {50 * percent}, 100 * percent);
        plan.start = QDate(2027, 7, 1);
        QList<Rational> weights(12, Rational(1));
        weights[6] = Rational(2); // July, and so the first of the plan
        const Targets targets = targetsOf(plan);
        const QList<PlanPart> months = spreadOver(plan, targets, Grain::Month, weights);
        QCOMPARE(months.size(), 12);
        QCOMPARE(months.first().period.key(), u"2027-07"_s);
        QCOMPARE(months.last().period.key(), u"2028-06"_s);
        QVERIFY(*months.first().counts.last() > *months.at(1).counts.last());
        const QList<PlanPart> quarters = spreadOver(plan, targets, Grain::Quarter, weights);
        QCOMPARE(quarters.size(), 4);
        QCOMPARE(quarters.first().period.key(), u"2027-Q3"_s);
        QCOMPARE(quarters.last().period.key(), u"2028-Q2"_s);
        QCOMPARE(*quarters.first().counts.last(), 37); // 4 of 13 parts of 120
        QCOMPARE(*unitsIn(plan, PlanUnit::WorkingDay), Rational(262)); // to 30 June 2028, a leap year
        QVERIFY(spreadOver(plan, targets, Grain::Year, weights).isEmpty()); // no year of the calendar
        QCOMPARE(spanRemark(plan, QLocale::c()), u"Runs from July 2027 to June 2028."_s);
        QCOMPARE(firstMonthOfYear(plan), 7);
        plan.start = QDate(2027, 1, 1);
        QVERIFY(spanRemark(plan, QLocale::c()).isEmpty());
        QCOMPARE(firstMonthOfYear(plan), 1);
        plan.start = QDate(2027, 1, 15);
        QVERIFY(spanRemark(plan, QLocale::c()).contains(u"within January 2027"));
        QCOMPARE(spreadOver(plan, targets, Grain::Month, weights).first().period.key(), u"2027-01"_s);
    }

    // What is shown for a quarter is a whole quarter of the calendar, or nothing, with the reason.
    void hasNoPartsThatAreNotWhole()
    {
        FunnelPlan plan = planOf(120'000, 1'000, {50 * percent}, 100 * percent);
        const QList<Rational> weights(12, Rational(1));
        const Targets targets = targetsOf(plan);
        const auto quarters = [&] { return spreadOver(plan, targets, Grain::Quarter, weights); };
        QCOMPARE(problemOfParts(plan, Grain::Quarter).kind, PlanProblem::Kind::NoStart);
        plan.grain = Grain::Month;
        plan.start = QDate(2027, 2, 10);
        QVERIFY(quarters().isEmpty());
        QCOMPARE(problemOfParts(plan, Grain::Quarter).kind, PlanProblem::Kind::PartTooLong);
        QCOMPARE(spreadOver(plan, targets, Grain::Month, weights).size(), 1);
        for (const Grain grain : {Grain::Year, Grain::Quarter}) {
            plan.grain = grain;
            QVERIFY(quarters().isEmpty());
            QCOMPARE(problemOfParts(plan, Grain::Quarter).kind, PlanProblem::Kind::PartNotWhole);
        }
        const QList<PlanPart> months = spreadOver(plan, targets, Grain::Month, weights);
        QCOMPARE(months.size(), 3); // from February, though the start lies in a quarter of the calendar
        QCOMPARE(months.first().period.key(), u"2027-02"_s);
        QCOMPARE(
            spanRemark(plan, QLocale::c()),
            u"Runs from February 2027 to April 2027. The start lies within February 2027: the plan begins "
            "with that whole month."_s);
    }

    void zeroIsNotMissing()
    {
        FunnelPlan plan = planOf(120'000, 1'000, {50 * percent}, 100 * percent);
        plan.workedStage = 0;
        QVERIFY(targetsOf(plan).hours.problem.reason().contains(u"is missing"));
        plan.minutesPerLead = 0;
        for (const PlanProblem &problem : {targetsOf(plan).hours.problem, targetsOf(plan).ceiling.problem})
            QVERIFY(problem.reason().contains(u"must be more than 0"));
    }

    // A plan shown by months and by quarters is one plan.
    void monthsAddUpToTheirQuarters()
    {
        QRandomGenerator random(9);
        for (int round = 0; round < 200; ++round) {
            FunnelPlan plan = anyPlan(random);
            plan.start = QDate(2026, random.bounded(0, 4) * 3 + 1, 1);
            plan.grain = round % 3 == 0 ? Grain::Quarter : Grain::Year;
            QList<Rational> weights; // a month, or a whole quarter, may be left out
            for (int i = 0; i < 12; ++i)
                weights.append(Rational::of(std::max(0, random.bounded(-1'000'000, 2'000'000)), 1'000'000));
            const Targets targets = targetsOf(plan);
            const QList<PlanPart> months = spreadOver(plan, targets, Grain::Month, weights);
            for (const PlanPart &quarter : spreadOver(plan, targets, Grain::Quarter, weights)) {
                for (qsizetype stage = 0; stage < targets.stages.size(); ++stage) {
                    std::optional<qint64> sum = 0;
                    for (const PlanPart &month : months)
                        if (quarter.period.contains(month.period.start))
                            sum = sumOf(sum, month.counts.at(stage));
                    QCOMPARE(sum, quarter.counts.at(stage));
                }
            }
        }
    }

    void partsAddUp()
    {
        QRandomGenerator random(8);
        for (int round = 0; round < 200; ++round) {
            FunnelPlan plan = anyPlan(random);
            plan.start = QDate(2026, random.bounded(0, 4) * 3 + 1, 1);
            plan.grain = round % 2 == 0 ? Grain::Year : Grain::Quarter;
            const Targets targets = targetsOf(plan);
            QList<Rational> months;
            QList<PlanSegment> segments;
            for (int i = 0; i < 12; ++i) {
                months.append(Rational::of(random.bounded(1, 2'000'000), 1'000'000));
                segments.append({QString::number(i), Rational(random.bounded(0, 50) + (i == 0 ? 1 : 0))});
            }
            for (const QList<PlanPart> &parts :
                 {spreadOver(plan, targets, Grain::Month, months),
                  spreadOver(plan, targets, Grain::Quarter, months), splitOver(targets, segments)}) {
                QVERIFY(!parts.isEmpty());
                for (qsizetype stage = 0; stage < targets.stages.size(); ++stage) {
                    qint64 sum = 0;
                    for (const PlanPart &part : parts)
                        sum += part.counts.at(stage).value_or(-1);
                    QCOMPARE(sum, targets.stages.at(stage).count);
                }
            }
        }
    }

    void sharesAreByLargestRemainder()
    {
        QCOMPARE(sharesOf(100, {Rational(1), Rational(1), Rational(1)}), (QList<qint64>{34, 33, 33}));
        QCOMPARE(sharesOf(10, {Rational(3), Rational(0), Rational(1)}), (QList<qint64>{8, 0, 2}));
        QCOMPARE(sharesOf(10, {Rational(0)}), QList<qint64>());
        QCOMPARE(roundedTogether({Rational::of(-3, 2), Rational::of(5, 4), Rational::of(1, 4)}),
                 (QList<qint64>{-1, 1, 0}));
        // The demand team owns 30 % of the pipeline, of it 65 % by itself and 35 % by telephone.
        QCOMPARE(sharesOf(1000, {Rational::of(30 * 65, 100), Rational::of(30 * 35, 100), Rational(70)}),
                 (QList<qint64>{195, 105, 700}));
    }

    void rationalIsExactBeyond64Bits()
    {
        Rational product(1);
        for (int i = 0; i < 12; ++i)
            product = product * Rational::of(999'983, 1'000'003);
        for (int i = 0; i < 12; ++i)
            product = product / Rational::of(999'983, 1'000'003);
        QCOMPARE(product, Rational(1));
        constexpr qint64 largest = std::numeric_limits<qint64>::max();
        for (const qint64 value : {largest, -largest, qint64(0), qint64(-1), qint64(1) << 32}) {
            QCOMPARE(Rational(value).rounded(), value);
            QCOMPARE(Rational(value).toFraction(), Fraction(value));
        }
        QVERIFY(!(Rational(largest) + Rational(1)).rounded());
        QVERIFY(!(Rational(largest) * Rational(3)).toFraction().isValid());
        QCOMPARE(Rational::of(-5, 2).rounded(), -3);
        QCOMPARE(Rational::of(-5, 2).roundedUp(), -2);
        QCOMPARE(Rational::of(-5, 2).roundedDown(), -3);
        QCOMPARE(Rational::of(1, 3).plain(3), u"0.333"_s);
    }
};

QTEST_APPLESS_MAIN(TestTargets)
#include "tst_targets.moc"
