#include "models/funnel/pace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

FunnelFigures actual(int quarter, std::optional<qint64> count, const QString &currency = u"EUR"_s)
{
    FunnelFigures figures{Period::fromKey(u"2026-Q%1"_s.arg(quarter)),
                          {Stage{.id = 1, .name = u"Leads"_s}, Stage{.id = 2, .name = u"Won"_s}},
                          {{}, {}}};
    figures.figures[1].amount = count;
    if (count)
        figures.figures[1].worth = Money{*count * 1'000, currency};
    return figures;
}

TypedFigure target(int quarter, qint64 count)
{
    return {.stage = 2,
            .period = Period::fromKey(u"2026-Q%1"_s.arg(quarter)),
            .amount = count,
            .worth = Money{count * 1'000, u"EUR"_s}};
}

} // namespace

class TestPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpBothSides()
    {
        const Pace pace = paceOf({actual(1, 8), actual(2, 13), actual(4, 99)},
                                 {target(1, 10), target(2, 10), target(3, 12), target(4, 8)}, 2,
                                 Measure::Amount, Grain::Quarter);
        QCOMPARE(pace.points.size(), 4);
        QCOMPARE(pace.points.at(1).actualSoFar, 21);
        QCOMPARE(pace.points.at(1).targetSoFar, 20);
        QVERIFY(!pace.points.at(2).actual);
        QVERIFY(!pace.points.at(3).actualSoFar); // what came in the third quarter is not known
        QCOMPARE(pace.points.at(3).targetSoFar, 40);
        QCOMPARE(pace.targetInAll, 40);
        QCOMPARE(pace.rate().value(), Fraction::of(21, 20));
    }

    void ofValueInOneCurrency()
    {
        const Pace pace = paceOf({actual(1, 8), actual(2, 13, u"USD"_s)}, {target(1, 10), target(2, 10)}, 2,
                                 Measure::Worth, Grain::Quarter);
        QCOMPARE(pace.actualToDate, 8'000);
        QCOMPARE(pace.targetToDate, 10'000);
    }

    void withoutTargetsThereIsNone()
    {
        QVERIFY(paceOf({actual(1, 8)}, {}, 2, Measure::Amount, Grain::Quarter).points.isEmpty());
        QVERIFY(!paceOf({actual(1, 8)}, {target(1, 5)}, 2, Measure::Amount, Grain::Month).rate().isKnown());
        const Pace gap
            = paceOf({actual(1, 8)}, {target(1, 5), target(3, 5)}, 2, Measure::Amount, Grain::Quarter);
        QVERIFY(!gap.targetInAll);
    }
};

QTEST_APPLESS_MAIN(TestPace)
#include "tst_pace.moc"
