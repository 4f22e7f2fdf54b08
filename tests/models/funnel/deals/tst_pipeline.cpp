#include "models/funnel/deals/pipeline.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int stageCount = 4;

Deal deal(const QString &source, Deal::State state, int stage, std::optional<qint64> cents,
          const QString &currency = u"EUR"_s)
{
    Deal made;
    made.source = source;
    made.state = state;
    made.stage = stage;
    if (cents)
        made.value = Money{*cents, currency};
    return made;
}

PipelineFigures some()
{
    using State = Deal::State;
    DealSums sums;
    for (const Deal &row :
         {deal(u"Web"_s, State::Open, 1, 10'000), deal(u"Web"_s, State::Open, 2, 20'001),
          deal(u"Web"_s, State::Won, 3, 100'000), deal(u"Web"_s, State::Lost, 2, 900'000),
          deal(u"Fair"_s, State::Won, 3, 50'000), deal({}, State::Open, -1, 70'000),
          deal(u"Fair"_s, State::Open, 3, {}), deal(u"Fair"_s, State::Open, 2, 5'000, u"USD"_s)})
        sums.add(row, row.stage);
    return pipelineOf(sums, stageCount, [](qint64 stage) { return static_cast<int>(stage); });
}

} // namespace

class TestPipeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpOpenByStageAndAllBySource()
    {
        const PipelineFigures pipeline = some();
        QCOMPARE(pipeline.openByStage.at(0).count, 0);
        QCOMPARE(pipeline.openByStage.at(1).count, 1);
        QCOMPARE(pipeline.openByStage.at(2).count, 3); // one claims to be won and open
        QCOMPARE(pipeline.openByStage.at(3).count, 0);
        QCOMPARE(pipeline.openWithoutStage.count, 1);
        QCOMPARE(pipeline.sources.size(), 3);
        QCOMPARE(pipeline.sources.at(0).source, u"Web"_s);
        QCOMPARE(pipeline.sources.at(0).leads, 4);
        QCOMPARE(pipeline.sources.at(0).won.count, 1);
        // 1,000.00 × 1 of 4.
        QCOMPARE(pipeline.sources.at(0).leadValue(u"EUR"_s).value, Rational(250));
        QVERIFY(!pipeline.sources.at(0).leadValue(u"USD"_s).value);
    }

    void leadsAreWorthWhatTheirOwnCurrencyBrings()
    {
        using State = Deal::State;
        QList<Deal> deals{
            deal(u"Web"_s, State::Won, 3, 10'000),           deal(u"Web"_s, State::Won, 3, 30'000),
            deal(u"Web"_s, State::Lost, 2, 5'000),           deal(u"Web"_s, State::Open, 1, 5'000),
            deal(u"Web"_s, State::Won, 3, 90'000, u"USD"_s), deal(u"Web"_s, State::Lost, 1, 5'000, u"USD"_s)};
        const auto valueIn = [&deals](const QString &currency) {
            DealSums sums;
            for (const Deal &row : std::as_const(deals))
                sums.add(row, row.stage);
            const auto figures
                = pipelineOf(sums, stageCount, [](qint64 stage) { return static_cast<int>(stage); });
            return figures.sources.first().leadValue(currency);
        };
        QCOMPARE(valueIn(u"EUR"_s).value, Rational(100)); // 200 × 2 of 4
        QCOMPARE(valueIn(u"USD"_s).value, Rational(450)); // 900 × 1 of 2
        deals.append(deal(u"Web"_s, State::Open, 1, {})); // a lead in either
        QVERIFY(valueIn(u"EUR"_s).problem.contains(u"several currencies"_s));
        deals.removeIf([](const Deal &row) { return row.value && row.value->currency == u"USD"; });
        QCOMPARE(valueIn(u"EUR"_s).value, Rational(80)); // 200 × 2 of 5
    }

    void weighsOpenDealsOnly()
    {
        const auto weighted = weightedPipeline(some(), {{}, 100'000, 250'000, 1'000'000}, u"EUR"_s);
        QVERIFY(weighted.has_value());
        QCOMPARE(weighted->open.minor, 30'001);
        QCOMPARE(weighted->weighted.minor, 6'000); // 1,000 + 5,000.25
        QCOMPARE(weighted->leftOut, 3); // without stage, without value, in dollars
        QVERIFY(weighted->isKnown());
        QVERIFY(!weightedPipeline(some(), {}, u"EUR"_s)->isKnown()); // not 0
        const auto half = weightedPipeline(some(), {{}, {}, 250'000}, u"EUR"_s);
        QCOMPARE(half->leftOut, 4);
        QCOMPARE(half->weighted.minor, 5'000);
    }

    void workedExamples()
    {
        QCOMPARE(velocity(50, Fraction::of(1, 4), Fraction(10'000), Fraction(30)).value->plain(2),
                 u"4166.67"_s);
        QCOMPARE(velocity(40, Fraction::of(1, 4), Fraction(25'000), Fraction(90)).value->plain(2),
                 u"2777.78"_s);
        QCOMPARE(leadValue(Fraction(1'000), Fraction::of(1, 5)).value, Rational(200));
        QCOMPARE(slaValue(30, leadValue(Fraction(1'000), Fraction::of(1, 5))).value, Rational(6'000));
        QCOMPARE(coverage({900, u"EUR"_s}, {500, u"EUR"_s}, {200, u"EUR"_s}).value, Rational(3));
        QCOMPARE(neededCoverage(Fraction::of(1, 4)).value, Rational(4));
    }

    void saysWhyNot()
    {
        for (const Derived &figure :
             {velocity(5, Rate::Problem::FromZero, Fraction(1), Fraction(1)),
              velocity(5, Fraction(1), Fraction::invalid(), Fraction(1)),
              velocity(5, Fraction(1), Fraction(1), Fraction::invalid()),
              velocity(5, Fraction(1), Fraction(1), Fraction(0)),
              coverage({900, u"EUR"_s}, {500, u"EUR"_s}, {500, u"EUR"_s}),
              coverage({900, u"EUR"_s}, {500, u"USD"_s}, {0, u"USD"_s}), neededCoverage(Fraction(0)),
              neededCoverage(Rate::Problem::FromZero), leadValue(Fraction::invalid(), Fraction(0)),
              slaValue(5, leadValue(Fraction(1), Rate::Problem::NoFrom))}) {
            QVERIFY(!figure.value);
            QVERIFY(!figure.problem.isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"
