#include "models/funnel/simulation.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

FunnelPlan plan()
{
    FunnelPlan made;
    made.goal = Money{60'000'000, u"EUR"_s};
    made.dealSizeLow = Money{1'800'000, u"EUR"_s};
    made.dealSize = Money{2'000'000, u"EUR"_s};
    made.dealSizeHigh = Money{2'300'000, u"EUR"_s};
    made.stages = {{.id = 1, .name = u"Leads"_s}, {.id = 2, .name = u"SQL"_s}, {.id = 3, .name = u"Won"_s}};
    made.rates = {{}, {400'000, 500'000, 550'000}, {200'000, 250'000, 280'000}};
    return made;
}

} // namespace

class TestSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void generatorIsThePublishedOne()
    {
        // First numbers of the seed 1234567, as published with SplitMix64.
        SplitMix64 random(1234567);
        QCOMPARE(random.next(), 6457827717110365317ULL);
        QCOMPARE(random.next(), 3203168211198807973ULL);
        QCOMPARE(random.next(), 9817491932198370423ULL);
    }

    void triangularHasItsShape()
    {
        QCOMPARE(triangular(100, 150, 300, 0), 100);
        QCOMPARE(triangular(100, 150, 300, 0xFFFFFFFF), 300);
        QCOMPARE(triangular(100, 150, 300, 0x40000000), 150); // a quarter lies below the peak
        QCOMPARE(triangular(70, 70, 70, 12345), 70);
        QCOMPARE(triangular(0, 0, 1000, 0x80000000), 293); // 1000 × (1 - √½)
        QCOMPARE(triangular(0, 1000, 1000, 0x80000000), 707);
        qint64 before = 0;
        for (quint64 u = 0; u < 0x100000000; u += 9'999'991) {
            const qint64 value = triangular(1'000'000, 7'000'000, 9'000'000, static_cast<quint32>(u));
            QVERIFY(value >= before && value >= 1'000'000 && value <= 9'000'000);
            const double share = static_cast<double>(u) / 4294967296.0;
            const double exact = share < 0.75 ? 1e6 + std::sqrt(share * 8e6 * 6e6)
                                              : 9e6 - std::sqrt((1 - share) * 8e6 * 2e6);
            QVERIFY(std::abs(static_cast<double>(value) - exact) <= 1);
            before = value;
        }
        const qint64 large = qint64(1) << 46;
        QCOMPARE(triangular(0, large, large, 0x40000000), large / 2);
    }

    // Worked out apart from this program, with whole numbers of any length.
    void sameSeedSameResult()
    {
        const Simulation first = simulate(plan(), {.seed = 42, .runs = 1000});
        const Simulation second = simulate(plan(), {.seed = 42, .runs = 1000});
        QCOMPARE(second.sorted, first.sorted);
        QCOMPARE(first.goal, (Money{60'000'000, u"EUR"_s}));
        QVERIFY(simulate(plan(), {.seed = 43, .runs = 1000}).sorted != first.sorted);
        QCOMPARE(first.reached, 339);
        QCOMPARE(first.low.minor, 49715231);
        QCOMPARE(first.middle.minor, 57181274);
        QCOMPARE(first.high.minor, 66135735);
    }

    void rangeIsOfTheRuns()
    {
        const Simulation result = simulate(plan(), {.seed = 7, .runs = 2000});
        QCOMPARE(result.sorted.size(), 2000);
        QCOMPARE(std::count_if(result.sorted.begin(), result.sorted.end(),
                               [&](qint64 won) { return won >= result.goal.minor; }),
                 result.reached);
        QCOMPARE(result.sorted.at(199), result.low.minor);
        QCOMPARE(result.sorted.at(999), result.middle.minor);
        QCOMPARE(result.sorted.at(1799), result.high.minor);
        QCOMPARE(result.chance().value(), Fraction::of(result.reached, 2000));
        // Mean of each triangle: (low + likely + high) ÷ 3; the draws do not depend on each other.
        double mean = 0;
        for (const qint64 won : result.sorted)
            mean += static_cast<double>(won) / 2000;
        const double expected
            = 240 * (0.4 + 0.5 + 0.55) / 3 * (0.2 + 0.25 + 0.28) / 3 * (1.8e6 + 2e6 + 2.3e6) / 3;
        QVERIFY(std::abs(mean / expected - 1) < 0.01);
    }

    void withoutRangesThereIsNoChance()
    {
        FunnelPlan fixed = plan();
        fixed.dealSizeLow.reset();
        fixed.dealSizeHigh.reset();
        fixed.rates = {{}, {{}, 500'000, {}}, {250'000, 250'000, 250'000}};
        const Simulation none = simulate(fixed, {.seed = 1, .runs = 100});
        QCOMPARE(none.problem.kind, PlanProblem::Kind::NoRange);
        QVERIFY(none.problem.reason().contains(u"low and high rates are missing"));
        QVERIFY(!none.chance().isKnown());
        fixed.rates[1].low = 400'000; // one is enough, the others stand fast
        const Simulation one = simulate(fixed, {.seed = 1, .runs = 100});
        QVERIFY(one.problem.isNone());
        QVERIFY(one.low.minor < one.high.minor);
        QVERIFY(one.high.minor <= 60'000'000);
    }

    void saysWhyNot()
    {
        using Kind = PlanProblem::Kind;
        FunnelPlan turned = plan();
        turned.rates[1].low = 600'000;
        QCOMPARE(simulate(turned).problem, (PlanProblem{Kind::RangeTurned, u"SQL"_s}));
        QVERIFY(!simulate(turned).chance().isKnown());
        FunnelPlan missing = plan();
        missing.rates[2].likely.reset();
        QCOMPARE(simulate(missing).problem.kind, Kind::NoRate);
        FunnelPlan mixed = plan();
        mixed.dealSizeHigh->currency = u"USD"_s;
        QCOMPARE(simulate(mixed).problem.kind, Kind::RangeInOtherCurrency);
        QCOMPARE(simulate(FunnelPlan()).problem.kind, Kind::NoStages);
    }
};

QTEST_APPLESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
