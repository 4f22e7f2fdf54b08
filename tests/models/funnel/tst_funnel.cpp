#include "models/funnel/combined.h"
#include "models/funnel/funnel.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

FunnelFigures funnelOf(const QList<qint64> &amounts)
{
    FunnelFigures funnel;
    for (int i = 0; i < amounts.size(); ++i) {
        funnel.stages.append({i + 1, QString::number(i), Team::Marketing});
        funnel.figures.append({amounts.at(i), {}, FigureSource::Typed});
    }
    return funnel;
}

QList<Stage> stagesOwnedBy(const QList<Team> &owners)
{
    QList<Stage> stages;
    for (const Team owner : owners)
        stages.append({stages.size() + 1, {}, owner});
    return stages;
}

} // namespace

class TestFunnel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksOutPublishedExamples_data()
    {
        QTest::addColumn<QList<qint64>>("amounts");
        QTest::addColumn<QStringList>("steps");
        QTest::addColumn<QString>("overall");
        QTest::newRow("visitors to won")
            << QList<qint64>{10000, 300, 90, 36, 27, 6}
            << QStringList{u"3"_s, u"30"_s, u"40"_s, u"75"_s, u"22.22"_s} << u"0.06"_s;
        QTest::newRow("leads to won") << QList<qint64>{1000, 300, 120, 50, 15}
                                      << QStringList{u"30"_s, u"40"_s, u"41.67"_s, u"30"_s} << u"1.5"_s;
        QTest::newRow("calls of a rep") << QList<qint64>{100, 50, 30, 15, 5}
                                        << QStringList{u"50"_s, u"60"_s, u"50"_s, u"33.33"_s} << u"5"_s;
    }

    // Each rate fits into 64 bits, the difference of two does not.
    void ratesOfHugeFiguresAreCompared()
    {
        const auto change = compare(funnelOf({148'888'888'888, 49'629'629'629}),
                                    funnelOf({130'000'000'000, 43'333'333'333}), Measure::Amount);
        QVERIFY(change.at(0).stepRate.isValid());
        QCOMPARE(change.at(0).stepRate.scaled(9), 0);
    }

    void theTopIsTheFirstStageKnown()
    {
        FunnelFigures funnel = funnelOf({10000, 300, 90, 36});
        FunnelFigures withVisitors = funnel;
        funnel.figures[0] = {};
        QCOMPARE(withVisitors.top(), 0);
        QCOMPARE(funnel.top(), 1);
        QVERIFY(!funnel.overallRate(0).isKnown());
        QCOMPARE(funnel.overallRate(1).value(), Fraction(1));
        QCOMPARE(funnel.overallRate(3).value(), Fraction::of(36, 300));
        // From different tops the rates are not to be held against each other.
        QVERIFY(!compare(withVisitors, funnel, Measure::Amount).at(3).overallRate.isValid());
        QVERIFY(compare(funnel, funnel, Measure::Amount).at(3).overallRate.isValid());
    }

    void worksOutPublishedExamples()
    {
        QFETCH(QList<qint64>, amounts);
        QFETCH(QStringList, steps);
        QFETCH(QString, overall);
        const FunnelFigures funnel = funnelOf(amounts);
        const QString percent = u"\u00a0%"_s;
        for (int i = 0; i < steps.size(); ++i)
            QCOMPARE(funnel.stepRate(i).toText(QLocale::c()), QString(steps.at(i) + percent));
        QCOMPARE(funnel.overallRate(int(amounts.size()) - 1).toText(QLocale::c()),
                 QString(overall + percent));
        QCOMPARE(funnel.overallRate(0).value(), Fraction(1));
    }

    void saysWhatCannotBeWorkedOut()
    {
        FunnelFigures funnel = funnelOf({0, 5, 7});
        QCOMPARE(funnel.stepRate(0).problem(), Rate::Problem::FromZero);
        QVERIFY(!funnel.stepRate(0).reason().isEmpty());
        QVERIFY(funnel.stepRate(1).isAboveOne());
        QCOMPARE(funnel.stepRate(2).problem(), Rate::Problem::NoStage);
        QCOMPARE(funnel.stepRate(-1).problem(), Rate::Problem::NoStage);
        funnel.figures[1].amount.reset();
        QCOMPARE(funnel.stepRate(0).problem(), Rate::Problem::NoTo);
        QCOMPARE(funnel.stepRate(1).problem(), Rate::Problem::NoFrom);
    }

    void ratesOfWorthKeepCurrenciesApart()
    {
        FunnelFigures funnel = funnelOf({2, 1});
        QCOMPARE(funnel.stepRate(0, Measure::Worth).problem(), Rate::Problem::NoFrom);
        funnel.figures[0].worth = Money{400, u"EUR"_s};
        funnel.figures[1].worth = Money{100, u"EUR"_s};
        QCOMPARE(funnel.stepRate(0, Measure::Worth).value(), Fraction::of(1, 4));
        funnel.figures[1].worth = Money{100, u"USD"_s};
        QCOMPARE(funnel.stepRate(0, Measure::Worth).problem(), Rate::Problem::OtherCurrency);
    }

    void handsOverWhereTheOwnerChanges()
    {
        using enum Team;
        QCOMPARE(handoverPoints(stagesOwnedBy({Marketing, Marketing, Both, Sales, Sales})),
                 (QList<int>{1, 2}));
        QCOMPARE(handoverPoints(stagesOwnedBy({Sales, Sales})), QList<int>{});
        QCOMPARE(handoverPoints(stagesOwnedBy({None, Marketing, None, Sales})), (QList<int>{2}));
        QCOMPARE(handoverPoints({}), QList<int>{});
    }

    // A stage without owner stays with the one before.
    void saysWhoGives()
    {
        using enum Team;
        const QList<Stage> stages = stagesOwnedBy({None, Marketing, None, Sales});
        QCOMPARE(giverAt(stages, 0), None);
        QCOMPARE(giverAt(stages, 1), Marketing);
        QCOMPARE(giverAt(stages, 2), Marketing);
        QCOMPARE(giverAt(stages, 3), Sales);
    }

    void comparesTwoPeriods()
    {
        FunnelFigures before = funnelOf({100, 20});
        before.figures[1].worth = Money{500, u"EUR"_s};
        FunnelFigures now = funnelOf({80, 20});
        now.figures[1].worth = Money{700, u"EUR"_s};
        const auto changes = compare(now, before, Measure::Amount);
        QCOMPARE(changes.at(0).amount, -20);
        QCOMPARE(changes.at(0).stepRate, Fraction::of(1, 20));
        QCOMPARE(changes.at(1).worth, (Money{200, u"EUR"_s}));
        QCOMPARE(changes.at(1).overallRate, Fraction::of(1, 20));
        QVERIFY(!changes.at(1).stepRate.isValid());
        QVERIFY(!changes.at(0).worth.has_value());
    }

    void typedMonthsRollUpAndNothingCountsTwice()
    {
        const QList<Stage> stages = stagesOwnedBy({Team::Marketing});
        QList<TypedFigure> typed;
        const auto type = [&](const QString &period, qint64 amount, const QString &currency = u"EUR"_s) {
            typed.append({1, Period::fromKey(period), amount, Money{amount * 100, currency}});
        };
        const auto of = [&](const QString &period) {
            const Period wanted = Period::fromKey(period);
            for (const FunnelFigures &funnel : combine(stages, typed, {}, wanted.grain))
                if (funnel.period == wanted)
                    return funnel.figures.first();
            return StageFigure();
        };
        for (int month = 1; month <= 5; ++month)
            type(u"2026-0%1"_s.arg(month), month * 10);
        for (int week = 10; week <= 53; ++week)
            type(u"2026-W%1"_s.arg(week), 1000);
        QCOMPARE(of(u"2026-Q1"_s).amount, 60);
        QCOMPARE(of(u"2026-Q1"_s).worth, (Money{6000, u"EUR"_s}));
        QCOMPARE(of(u"2026-Q1"_s).amountSource, FigureSource::Typed);
        QVERIFY(!of(u"2026-Q2"_s).amount); // June is not known, which is not 0
        QVERIFY(!of(u"2026-Q3"_s).amount); // weeks lie across months
        type(u"2026-Q2"_s, 100);
        type(u"2026-Q3"_s, 200);
        QVERIFY(!of(u"2026"_s).amount);
        type(u"2026-Q4"_s, 300, u"USD"_s);
        QCOMPARE(of(u"2026"_s).amount, 660);
        QVERIFY(!of(u"2026"_s).worth); // nothing is added across currencies
        type(u"2026-Q1"_s, 70); // typed itself, it counts instead of its months
        QCOMPARE(of(u"2026-Q1"_s).amount, 70);
        QCOMPARE(of(u"2026"_s).amount, 670);
        QCOMPARE(of(u"2026-01"_s).amount, 10);
    }

    void typedFiguresWinOverComputedOnes()
    {
        const QList<Stage> stages = stagesOwnedBy({Team::Marketing, Team::Sales});
        const Period quarter = Period::fromKey(u"2026-Q1"_s);
        StagePeriods computed;
        computed[quarter] = QList<DealTotals>(2);
        computed[quarter][0].count = 40;
        computed[quarter][1].count = 8;
        computed[quarter][1].value.add({900, u"EUR"_s});
        const QList<TypedFigure> typed{{1, quarter, 50, {}},
                                       {2, quarter.next(), 3, Money{100, u"EUR"_s}},
                                       {2, Period::fromKey(u"2026-01"_s), 99, {}}};

        const auto funnels = combine(stages, typed, computed, Grain::Quarter);
        QCOMPARE(funnels.size(), 2);
        QCOMPARE(funnels.at(0).figures.at(0).amount, 50);
        QCOMPARE(funnels.at(0).figures.at(0).amountSource, FigureSource::Typed);
        QVERIFY(!funnels.at(0).figures.at(1).amount); // 8 would contradict January's 99
        QCOMPARE(funnels.at(0).figures.at(1).amountSource, FigureSource::None);
        QCOMPARE(funnels.at(1).period, quarter.next());
        QVERIFY(!funnels.at(1).figures.at(0).amount.has_value());
        QCOMPARE(funnels.at(1).figures.at(1).worth, (Money{100, u"EUR"_s}));
    }

    void aWholeIsTheSumOfItsPartsAsShown()
    {
        const QList<Stage> stages = stagesOwnedBy({Team::Sales});
        StagePeriods computed;
        const auto count = [&](const QString &period, qint64 amount) {
            QList<DealTotals> totals(1);
            totals[0].count = amount;
            totals[0].value.add({amount * 10, u"EUR"_s});
            computed[Period::fromKey(period)] = totals;
        };
        count(u"2026"_s, 12);
        count(u"2026-Q1"_s, 4);
        count(u"2026-Q2"_s, 5);
        count(u"2026-Q3"_s, 3);
        QList<TypedFigure> typed{{1, Period::fromKey(u"2026-Q1"_s), 30, Money{900, u"EUR"_s}}};
        const auto year
            = [&] { return combine(stages, typed, computed, Grain::Year).first().figures.first(); };
        QVERIFY(combine(stages, typed, computed, Grain::Year).isEmpty()); // nobody knows the fourth quarter
        count(u"2026-Q4"_s, 1);
        QCOMPARE(year().amount, 39);
        QCOMPARE(year().worth, (Money{990, u"EUR"_s}));
        QCOMPARE(year().amountSource, FigureSource::Both);
        typed.first().worth.reset(); // 40 of the CRM's 4 rows is not the worth of 30
        QCOMPARE(year().amount, 39);
        QVERIFY(!year().worth);
        typed.clear();
        QCOMPARE(year().amount, 12);
        QCOMPARE(year().amountSource, FigureSource::Computed);
    }
};

QTEST_APPLESS_MAIN(TestFunnel)
#include "tst_funnel.moc"
