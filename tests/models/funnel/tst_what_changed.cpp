#include "models/funnel/deals/deals.h"
#include "models/funnel/what_changed.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

using Counts = QList<std::optional<qint64>>;

FunnelFigures funnel(const Counts &counts, std::optional<qint64> wonCents, int quarter = 1)
{
    FunnelFigures figures{Period::fromKey(u"2026-Q%1"_s.arg(quarter)), {}, {}};
    for (int i = 0; i < counts.size(); ++i) {
        figures.stages.append(Stage{.id = i + 1, .name = u"Stage %1"_s.arg(i + 1)});
        figures.figures.append(StageFigure{.amount = counts.at(i), .worth = {}});
    }
    if (wonCents)
        figures.figures.last().worth = Money{*wonCents, u"EUR"_s};
    return figures;
}

Rational product(const QList<Rational> &factors)
{
    return std::accumulate(factors.begin(), factors.end(), Rational(1),
                           [](const Rational &a, const Rational &b) { return a * b; });
}

// As the definition says: the mean over all orders.
QList<Rational> byAllOrders(const QList<Rational> &before, const QList<Rational> &after)
{
    QList<qsizetype> order(before.size());
    std::iota(order.begin(), order.end(), 0);
    QList<Rational> parts(before.size());
    qint64 orders = 0;
    do {
        QList<Rational> now = before;
        for (const qsizetype i : order) {
            const Rational old = product(now);
            now[i] = after.at(i);
            parts[i] = parts.at(i) + product(now) - old;
        }
        ++orders;
    } while (std::next_permutation(order.begin(), order.end()));
    for (Rational &part : parts)
        part = part / Rational(orders);
    return parts;
}

Rational anyFactor(QRandomGenerator &random)
{
    return random.bounded(5) == 0 ? Rational(0)
                                  : Rational::of(random.bounded(1, 1000), random.bounded(1, 50));
}

FunnelFigures anyFunnel(QRandomGenerator &random, int stages)
{
    Counts counts;
    qint64 count = random.bounded(0, 50'000);
    for (int i = 0; i < stages; ++i) {
        counts.append(count);
        count = random.bounded(8) == 0 ? 0 : count * random.bounded(1, 110) / 100;
    }
    const qint64 won = *counts.last();
    return funnel(counts, won * random.bounded(1, 2'000'000) + (won > 0 ? random.bounded(0, 100) : 0));
}

qint64 sumOfParts(const WhatChanged &changed)
{
    qint64 total = 0;
    for (const ChangeFactor &factor : changed.factors)
        total += factor.part;
    return total;
}

QList<qint64> partsOf(const WhatChanged &changed)
{
    QList<qint64> parts;
    for (const ChangeFactor &factor : changed.factors)
        parts.append(factor.part);
    return parts;
}

} // namespace

class TestWhatChanged : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheDefinition()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 30; ++round) {
            QList<Rational> before, after;
            const int factors = random.bounded(1, 6);
            for (int i = 0; i < factors; ++i) {
                before.append(anyFactor(random));
                after.append(anyFactor(random));
            }
            QCOMPARE(shapleyOfProduct(before, after), byAllOrders(before, after));
        }
    }

    void twelveFactorsAddUpExactly()
    {
        QRandomGenerator random(4);
        for (int round = 0; round < 50; ++round) {
            QList<Rational> before, after;
            for (int i = 0; i < 12; ++i) {
                before.append(anyFactor(random));
                after.append(anyFactor(random));
            }
            Rational total;
            const QList<Rational> parts = shapleyOfProduct(before, after);
            for (const Rational &part : parts)
                total = total + part;
            QCOMPARE(total, product(after) - product(before));
            // In another order of the factors each still has its part.
            std::reverse(before.begin(), before.end());
            std::reverse(after.begin(), after.end());
            QList<Rational> reversed = shapleyOfProduct(before, after);
            std::reverse(reversed.begin(), reversed.end());
            QCOMPARE(reversed, parts);
        }
    }

    void byHand()
    {
        // 100 leads at 10 % and 1,000.00 each become 120 at 15 %, same size: 10,000 to 18,000.
        const WhatChanged changed
            = whatChanged(funnel({100, 10}, 1'000'000, 1), funnel({120, 18}, 1'800'000, 2));
        QCOMPARE(changed.problem, WhatChanged::Problem::None);
        // Volume: 20 × mean(10 %, 15 %) × 1,000; rate: 5 % × mean(100, 120) × 1,000.
        QCOMPARE(partsOf(changed), (QList<qint64>{250'000, 550'000, 0}));
        QCOMPARE(changed.factors.at(0).label(), u"Volume: Stage 1"_s);
        QCOMPARE(changed.factors.at(1).label(), u"Stage 2 of Stage 1"_s);
        QCOMPARE(changed.factors.at(1).after.value(), Fraction::of(15, 100));
        QCOMPARE(changed.factors.at(2).before.value(), Fraction(1000));
        QCOMPARE(changed.before, (Money{1'000'000, u"EUR"_s}));
        QCOMPARE(changed.to.key(), u"2026-Q2"_s);
    }

    void definedForZeros()
    {
        // From nothing: all of it is volume, as no rate was to be seen.
        WhatChanged changed = whatChanged(funnel({0, 0, 0}, {}), funnel({100, 50, 5}, 500'000));
        QCOMPARE(partsOf(changed), (QList<qint64>{500'000, 0, 0, 0}));
        QVERIFY(!changed.factors.at(1).before.isKnown());
        // To nothing.
        changed = whatChanged(funnel({100, 50, 5}, 500'000), funnel({0, 0, 0}, 0));
        QCOMPARE(partsOf(changed), (QList<qint64>{-500'000, 0, 0, 0}));
        // The last step failed: its rate fell to 0, the deal size cannot be seen.
        changed = whatChanged(funnel({100, 50, 5}, 500'000), funnel({100, 50, 0}, {}));
        QCOMPARE(partsOf(changed), (QList<qint64>{0, 0, -500'000, 0}));
        changed = whatChanged(funnel({0, 0}, {}), funnel({0, 0}, {}));
        QCOMPARE(partsOf(changed), (QList<qint64>{0, 0, 0}));
    }

    void leavesOutWhatHasNoRate()
    {
        // Not known in one period, and 0 although later stages are not.
        WhatChanged changed = whatChanged(funnel({100, {}, 5}, 500'000), funnel({100, 40, 10}, 1'000'000, 2));
        QCOMPARE(changed.leftOutText(QLocale::c()),
                 u"Left out: Stage 2 (its number in Q1 2026 is not known)."_s);
        QCOMPARE(changed.factors.size(), 3);
        QCOMPARE(changed.factors.at(1).from, u"Stage 1"_s);
        QCOMPARE(partsOf(changed), (QList<qint64>{0, 500'000, 0}));
        changed = whatChanged(funnel({100, 0, 5}, 500'000), funnel({100, 40, 10}, 1'000'000, 2));
        QCOMPARE(changed.leftOutText(QLocale::c()),
                 u"Left out: Stage 2 (its number in Q1 2026 is 0, while a later stage has more)."_s);
        changed = whatChanged(funnel({100, {}, {}, 5}, 500'000), funnel({100, {}, 0, 10}, 1'000'000, 2));
        QCOMPARE(
            changed.leftOutText(QLocale::c()),
            u"Left out: Stage 2 (its number in Q1 2026 and Q2 2026 is not known), Stage 3 (its number in "
            "Q1 2026 is not known, and its number in Q2 2026 is 0, while a later stage has more)."_s);
        QCOMPARE(whatChanged(funnel({100, 5}, 1), funnel({100, 5}, 1)).leftOutText(QLocale::c()), QString());
    }

    void saysWhyNot()
    {
        using Problem = WhatChanged::Problem;
        QCOMPARE(whatChanged(funnel({100, 5}, {}), funnel({100, 5}, 1)).problem, Problem::NoWon);
        QCOMPARE(whatChanged(funnel({100, {}}, 1), funnel({100, 5}, 1)).problem, Problem::NoWon);
        QCOMPARE(whatChanged(funnel({100, 0}, 7), funnel({100, 5}, 1)).problem, Problem::WonWithoutCount);
        QCOMPARE(whatChanged({}, funnel({100, 5}, 1)).problem, Problem::NoPeriod);
        FunnelFigures dollars = funnel({100, 5}, 1);
        dollars.figures.last().worth->currency = u"USD"_s;
        const WhatChanged changed = whatChanged(dollars, funnel({100, 5}, 1));
        QCOMPARE(changed.problem, Problem::OtherCurrency);
        QVERIFY(!changed.reason().isEmpty());
        QVERIFY(changed.factors.isEmpty());
    }

    void partsAddUpToTheCent()
    {
        QRandomGenerator random(9);
        for (int round = 0; round < 400; ++round) {
            const int stages = random.bounded(1, 11);
            const FunnelFigures before = anyFunnel(random, stages);
            const FunnelFigures after = anyFunnel(random, stages);
            const WhatChanged changed = whatChanged(before, after);
            QCOMPARE(changed.problem, WhatChanged::Problem::None);
            QCOMPARE(sumOfParts(changed), changed.after.minor - changed.before.minor);
            const WhatChanged back = whatChanged(after, before);
            for (qsizetype i = 0; i < changed.factors.size(); ++i)
                QVERIFY(std::abs(back.factors.at(i).part + changed.factors.at(i).part) <= 1);
        }
    }

    // The changes of the segments and the rest are the change of the whole, and each segment's parts its own
    // change, to the cent; whichever comes first.
    void segmentsAndTheRestAddUp()
    {
        QRandomGenerator random(17);
        for (int round = 0; round < 100; ++round) {
            const int stages = random.bounded(2, 7);
            const FunnelFigures before = anyFunnel(random, stages), after = anyFunnel(random, stages);
            QList<SegmentPeriods> segments;
            for (int i = random.bounded(0, 6); i > 0; --i)
                segments.append(
                    {u"Segment %1"_s.arg(i), anyFunnel(random, stages), anyFunnel(random, stages)});
            const ChangeBySegment changed = changeBySegment(before, after, segments);
            qint64 total = changed.rest.minor;
            for (const ChangeBySegment::Part &part : changed.parts) {
                QCOMPARE(part.changed.problem, WhatChanged::Problem::None);
                const qint64 own = part.changed.after.minor - part.changed.before.minor;
                QCOMPARE(sumOfParts(part.changed), own);
                total += own;
            }
            QCOMPARE(total, changed.whole.after.minor - changed.whole.before.minor);
            std::shuffle(segments.begin(), segments.end(), random);
            const ChangeBySegment again = changeBySegment(before, after, segments);
            QCOMPARE(again.rest, changed.rest);
            for (qsizetype i = 0; i < changed.parts.size(); ++i) {
                QCOMPARE(again.parts.at(i).name, changed.parts.at(i).name);
                QCOMPARE(partsOf(again.parts.at(i).changed), partsOf(changed.parts.at(i).changed));
            }
        }
    }

    void dealsWithoutAValueAreSaid()
    {
        const Period quarter = Period::fromKey(u"2026-Q1"_s);
        DealSummary deals;
        deals.wonByClose[quarter] = {.count = 2, .withoutValue = 1, .value = {}};
        QVERIFY(dealSizeRule(deals, quarter, quarter.next()).startsWith(u"Won deals without a value: 1."_s));
        QVERIFY(dealSizeRule(deals, quarter.next(), quarter.next()).isEmpty());
    }

    // Typed totals hide the imported rows that parts are counted from: the rest is no part of the house.
    void whatTypedTotalsHideIsNamedSo()
    {
        FunnelFigures before = funnel({100, 10}, 1000), after = funnel({100, 20}, 3000, 2);
        FunnelFigures none = funnel({0, 0}, {}), iberia = funnel({3, 2}, 9000, 2);
        iberia.figures.last().amountSource = iberia.figures.last().worthSource = FigureSource::Computed;
        ChangeBySegment changed = changeBySegment(before, after, {{u"Iberia"_s, none, iberia}});
        QVERIFY(!changed.isTypedOverRows && changed.restRule().isEmpty());
        QCOMPARE(changed.restLabel(), u"In none of them"_s);
        after.figures.last().amountSource = after.figures.last().worthSource = FigureSource::Typed;
        changed = changeBySegment(before, after, {{u"Iberia"_s, none, iberia}});
        QVERIFY(changed.isTypedOverRows);
        QCOMPARE(changed.restLabel(), u"Typed totals differ by"_s);
        QVERIFY(changed.restRule().contains(changed.restLabel()));
        iberia.figures.last().amountSource = iberia.figures.last().worthSource = FigureSource::Typed;
        QVERIFY(!changeBySegment(before, after, {{u"Iberia"_s, none, iberia}}).isTypedOverRows);
    }

    void segmentsWithoutFiguresAreInTheRest()
    {
        const FunnelFigures before = funnel({100, 10}, 1000), after = funnel({100, 20}, 3000, 2);
        const FunnelFigures nothing = funnel({0, 0}, {}), unknown = funnel({5, {}}, {});
        const ChangeBySegment changed
            = changeBySegment(before, after, {{u"New"_s, nothing, after}, {u"Unknown"_s, unknown, after}});
        QCOMPARE(changed.parts.first().name, u"New"_s);
        QCOMPARE(changed.parts.first().changed.after, (Money{3000, u"EUR"_s}));
        QCOMPARE(changed.parts.last().changed.problem, WhatChanged::Problem::NoWon);
        QCOMPARE(changed.rest, (Money{-1000, u"EUR"_s}));
    }
};

QTEST_APPLESS_MAIN(TestWhatChanged)
#include "tst_what_changed.moc"
