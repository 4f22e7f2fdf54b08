#include "models/funnel/pace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 23);

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
                                 Measure::Amount, Grain::Quarter, today);
        QCOMPARE(pace.points.size(), 4);
        QCOMPARE(pace.points.at(1).actualSoFar, 21);
        QCOMPARE(pace.points.at(1).targetSoFar, 20);
        QVERIFY(!pace.points.at(2).actual);
        QVERIFY(!pace.points.at(3).actualSoFar); // what came in the third quarter is not known
        QCOMPARE(pace.points.at(3).atLeast, 120);
        QVERIFY(!pace.points.at(1).atLeast);
        QCOMPARE(pace.unknown, QList{Period::fromKey(u"2026-Q3"_s)});
        QVERIFY(!pace.reached);
        QCOMPARE(pace.points.at(3).targetSoFar, 40);
        QCOMPARE(pace.targetInAll, 40);
        QCOMPARE(pace.rate().value(), Fraction::of(21, 20));
        QCOMPARE(pace.toDate.key(), u"2026-Q2"_s); // though four quarters have begun
    }

    // The targets of a year from July are of one year, and not of two.
    void ofAYearThatBeginsInJuly()
    {
        QList<TypedFigure> targets;
        for (Period month = Period::fromKey(u"2025-05"_s); month <= Period::fromKey(u"2027-08"_s);
             month = month.next())
            targets.append({.stage = 2, .period = month, .amount = 1, .worth = {}});
        const Pace pace = paceOf({}, targets, 2, Measure::Amount, Grain::Month, today, 7);
        QCOMPARE(pace.points.size(), 12);
        QCOMPARE(pace.points.first().period.key(), u"2026-07"_s);
        QCOMPARE(pace.points.last().period.key(), u"2027-06"_s);
    }

    void saysThatWeeksMakeUpNoQuarter()
    {
        Pace pace = paceOf({}, {target(3, 5)}, 2, Measure::Amount, Grain::Quarter, today);
        noteOtherGrain(pace, Grain::Quarter);
        QVERIFY(paceProblem(pace).isEmpty());
        noteOtherGrain(pace, Grain::Week);
        QVERIFY(paceProblem(pace).contains(u"“Week”"));
        QVERIFY(paceProblem(pace).contains(u"“Quarter”"));
        Pace known = paceOf({actual(3, 4)}, {target(3, 5)}, 2, Measure::Amount, Grain::Quarter, today);
        noteOtherGrain(known, Grain::Week); // from imported deals
        QVERIFY(paceProblem(known).isEmpty());
    }

    // Half a quarter against a whole quarter's target would look like falling behind.
    void runningPeriodIsNotHeldAgainstItsTarget()
    {
        const Pace pace = paceOf({actual(3, 8), actual(4, 5)}, {target(3, 8), target(4, 10)}, 2,
                                 Measure::Amount, Grain::Quarter, today);
        QCOMPARE(pace.reached, 13);
        QCOMPARE(pace.rate().value(), Fraction(1));
        QVERIFY(pace.unknown.isEmpty());
    }

    void ofValueInOneCurrency()
    {
        const Pace pace = paceOf({actual(1, 8), actual(2, 13, u"USD"_s)}, {target(1, 10), target(2, 10)}, 2,
                                 Measure::Worth, Grain::Quarter, today);
        QCOMPARE(pace.actualToDate, 8'000);
        QCOMPARE(pace.targetToDate, 10'000);
    }

    void sumsTooLargeAreNotKnown()
    {
        constexpr qint64 huge = 5'000'000'000'000'000'000;
        QList<FunnelFigures> funnels{actual(1, 1), actual(2, 1)};
        QList<TypedFigure> targets{target(1, 1), target(2, 1)};
        for (int i = 0; i < 2; ++i)
            funnels[i].figures[1].amount = targets[i].amount = huge;
        const Pace pace = paceOf(funnels, targets, 2, Measure::Amount, Grain::Quarter, today);
        QVERIFY(!pace.targetInAll);
        QVERIFY(!pace.reached);
        QCOMPARE(pace.targetToDate, huge); // of the first alone
    }

    // What was owed last year, or will be next year, is no part of this year's target.
    void ofOneYear()
    {
        QList<TypedFigure> targets;
        for (const QString &key : {u"2025-Q4"_s, u"2026-Q1"_s, u"2026-Q2"_s, u"2027-Q1"_s})
            targets.append(
                {.stage = 2, .period = Period::fromKey(key), .amount = 10, .worth = Money{10'000, u"EUR"_s}});
        const auto paceOn = [&](QDate day) {
            return paceOf({actual(1, 8)}, targets, 2, Measure::Amount, Grain::Quarter, day);
        };
        const Pace pace = paceOn(today);
        QCOMPARE(pace.points.size(), 2);
        QCOMPARE(pace.points.first().period.key(), u"2026-Q1"_s);
        QCOMPARE(pace.targetInAll, 20);
        QCOMPARE(pace.rate().value(), Fraction::of(8, 10));
        QCOMPARE(paceOn({2025, 1, 1}).points.first().period.key(), u"2025-Q4"_s);
        QCOMPARE(paceOn({2024, 1, 1}).points.first().period.key(), u"2025-Q4"_s); // none before it
        QCOMPARE(paceOn({2029, 1, 1}).points.first().period.key(), u"2027-Q1"_s);
        // The week from 29 December 2025 is the first of 2026.
        QList<TypedFigure> weeks{
            {.stage = 2, .period = Period::fromKey(u"2025-W52"_s), .amount = 1, .worth = {}},
            {.stage = 2, .period = Period::fromKey(u"2026-W01"_s), .amount = 2, .worth = {}}};
        QCOMPARE(paceOf({}, weeks, 2, Measure::Amount, Grain::Week, QDate(2026, 1, 1)).targetInAll, 2);
    }

    // Numbers of quarters say nothing about months; targets of months add up to those of quarters.
    void runsInThePeriodsOfTheNumbers()
    {
        QList<TypedFigure> targets;
        for (int month = 1; month <= 12; ++month)
            targets.append({.stage = 2,
                            .period = Period::containing(QDate(2026, month, 1), Grain::Month),
                            .amount = 5,
                            .worth = {}});
        QCOMPARE(paceGrain(targets, 2, Grain::Quarter), Grain::Month);
        QCOMPARE(paceGrain(rolledUp(targets), 2, Grain::Quarter), Grain::Quarter);
        QCOMPARE(paceGrain(rolledUp(targets), 1, Grain::Quarter), Grain::Quarter); // there are none
        QCOMPARE(paceGrain(rolledUp(targets), 2, Grain::Week), Grain::Month);
    }

    void withoutTargetsThereIsNone()
    {
        QVERIFY(paceOf({actual(1, 8)}, {}, 2, Measure::Amount, Grain::Quarter, today).points.isEmpty());
        QVERIFY(!paceOf({actual(1, 8)}, {target(1, 5)}, 2, Measure::Amount, Grain::Month, today)
                     .rate()
                     .isKnown());
        const Pace gap
            = paceOf({actual(1, 8)}, {target(1, 5), target(3, 5)}, 2, Measure::Amount, Grain::Quarter, today);
        QVERIFY(!gap.targetInAll);
    }
};

QTEST_APPLESS_MAIN(TestPace)
#include "tst_pace.moc"
