#include "models/document/ids.h"
#include "models/exchange/workbook_figures.h"
#include "models/funnel/currencies.h"
#include "models/funnel/deals/known_sums.h"
#include "models/funnel/segment_change.h"
#include "tests/support/made_import.h"
#include "tests/support/workbook.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Two quarters in euros and dollars; nothing of one may be found in the other.
const QByteArray deals = "Deal ID,Stage,Created,Closed,Amount,Currency,Region\n"
                         "1,Won,2026-01-05,2026-02-01,1000,EUR,North\n"
                         "2,Won,2026-01-05,2026-02-01,400,USD,North\n"
                         "3,Lead,2026-01-06,,,,South\n"
                         "4,Lost,2026-01-06,2026-03-01,900,USD,South\n"
                         "5,Won,2026-04-05,2026-05-01,1500,EUR,North\n"
                         "6,Won,2026-04-05,2026-05-01,2000,EUR,South\n"
                         "7,Won,2026-04-06,2026-05-01,70,USD,South\n"
                         "8,Lead,2026-04-07,,,,South\n";

struct Read
{
    explicit Read(Document &document)
        : inputs(readFunnel(document))
        , deals(summaryOfDeals(document, inputs.stages, Grain::Quarter).value())
    {
    }
    FunnelFigures in(const QString &period, const QString &currency) const
    {
        const auto funnels = inputs.funnels(deals, Grain::Quarter, CountedBy::Event, currency);
        const auto found = std::find_if(funnels.begin(), funnels.end(), [&period](const FunnelFigures &each) {
            return each.period.key() == period;
        });
        return found == funnels.end() ? FunnelFigures() : *found;
    }
    FunnelInputs inputs;
    DealSummary deals;
};

qint64 sumOf(const WhatChanged &changed)
{
    qint64 sum = 0;
    for (const ChangeFactor &factor : changed.factors)
        sum += factor.part;
    return sum;
}

} // namespace

// Deals in several currencies: one is chosen, and nothing of the others is in its figures.
class TestCurrencies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void valuesAreThoseOfTheOneChosen();
    void oneIsChosenBeforehand();
    void theOthersAreTold();
    void aChangeIsSplitInEach();
    void aChangeIsSplitBySegmentsInEach();
    void typedFiguresKeepToTheirs();
    void coverageIsInThatOfTheTarget();
    void aReportIsInOne();
};

void TestCurrencies::valuesAreThoseOfTheOneChosen()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), deals).ok());
    const Read read(workbook.document());
    const StageFigure mixed = read.in(u"2026-Q1"_s, {}).figures.last();
    QVERIFY(mixed.mixedCurrencies && !mixed.worth);
    const StageFigure euros = read.in(u"2026-Q1"_s, u"EUR"_s).figures.last();
    QCOMPARE(euros.worth, (Money{100'000, u"EUR"_s}));
    QCOMPARE(euros.amount, 2);
    QCOMPARE(euros.worthAmount, 1);
    QVERIFY(!euros.mixedCurrencies);
    QCOMPARE(read.in(u"2026-Q2"_s, u"USD"_s).figures.last().worth, (Money{7'000, u"USD"_s}));
    // Where all is in others nothing is in this one; of rows without a value nobody knows.
    QCOMPARE(read.in(u"2026-Q2"_s, u"JPY"_s).figures.last().worth, (Money{0, u"JPY"_s}));
    // All that there are are valued in one: then every one counts.
    TestWorkbook one;
    QVERIFY(importInto(one.document(),
                       "Deal ID,Stage,Created,Closed,Amount,Currency\n"
                       "1,Won,2026-01-05,2026-02-01,1000,EUR\n")
                .ok());
    const StageFigure only = Read(one.document()).in(u"2026-Q1"_s, u"EUR"_s).figures.last();
    QVERIFY(!only.worthAmount);
}

void TestCurrencies::oneIsChosenBeforehand()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), deals).ok());
    const Read read(workbook.document());
    const QStringList both{u"EUR"_s, u"USD"_s};
    QCOMPARE(currenciesOf(read.inputs, read.deals), both);
    QCOMPARE(currencyToShow(both, u"USD"_s, read.deals), u"USD"_s);
    QCOMPARE(currencyToShow({u"CHF"_s, u"EUR"_s, u"USD"_s}, u"GBP"_s, read.deals), u"EUR"_s); // of most rows
    QCOMPARE(currencyToShow({u"EUR"_s}, u"EUR"_s, read.deals), QString()); // nothing to choose
    QVERIFY(checkCurrency(u"USD"_s, read.inputs, read.deals).ok());
    const auto unknown = checkCurrency(u"CHF"_s, read.inputs, read.deals);
    QVERIFY(!unknown && unknown.error().message.contains(u"EUR, USD"_s));
}

void TestCurrencies::theOthersAreTold()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), deals).ok());
    const QString rule = currencyRule(Read(workbook.document()).deals, u"EUR"_s);
    QCOMPARE(rule,
             u"Values are those in EUR, of 3 rows; nothing is added across currencies. Rows in other "
             "currencies: 3 in USD. Without a value: 2."_s);
    QCOMPARE(currencyRule({}, {}), QString());
    TestWorkbook one;
    QVERIFY(importInto(one.document(),
                       "Deal ID,Stage,Created,Closed,Amount,Currency\n"
                       "1,Won,2026-01-05,2026-02-01,1000,EUR\n2,Lead,2026-01-06,,,\n")
                .ok());
    QCOMPARE(figuresRule(Read(one.document()).deals, CountedBy::Event, {}).section(u". "_s, -2),
             u"Values are those of the rows that tell one. Without a value: 1."_s);
}

void TestCurrencies::aChangeIsSplitInEach()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), deals).ok());
    const Read read(workbook.document());
    QCOMPARE(whatChanged(read.in(u"2026-Q1"_s, {}), read.in(u"2026-Q2"_s, {})).problem,
             WhatChanged::Problem::OtherCurrency);
    for (const auto &[currency, change] : {std::pair(u"EUR"_s, 250'000), std::pair(u"USD"_s, -33'000)}) {
        const WhatChanged changed
            = whatChanged(read.in(u"2026-Q1"_s, currency), read.in(u"2026-Q2"_s, currency));
        QCOMPARE(changed.problem, WhatChanged::Problem::None);
        QCOMPARE(changed.after.currency, currency);
        QCOMPARE(changed.after.minor - changed.before.minor, change);
        QCOMPARE(sumOf(changed), change);
        const ChangeFactor &share = changed.factors.at(changed.factors.size() - 2);
        QCOMPARE(share.label(), u"Won in %1 of Won"_s.arg(currency));
        QCOMPARE(share.before.value(), Fraction::of(1, 2));
    }
    // Two of three won are in euros, on average 1,750 each.
    const WhatChanged euros = whatChanged(read.in(u"2026-Q1"_s, u"EUR"_s), read.in(u"2026-Q2"_s, u"EUR"_s));
    QCOMPARE(euros.factors.at(euros.factors.size() - 2).after.value(), Fraction::of(2, 3));
    QCOMPARE(euros.factors.last().after.value(), Fraction(1'750));
}

void TestCurrencies::aChangeIsSplitBySegmentsInEach()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), deals).ok());
    const Read read(workbook.document());
    const auto changed
        = changeBySegment(workbook.document(), read.inputs.stages, SegmentKind::Region,
                          read.in(u"2026-Q1"_s, u"EUR"_s), read.in(u"2026-Q2"_s, u"EUR"_s), u"EUR"_s);
    QVERIFY(changed);
    QMap<QString, qint64> parts;
    for (const ChangeBySegment::Part &part : changed->parts) {
        QCOMPARE(part.changed.problem, WhatChanged::Problem::None);
        parts.insert(part.name, part.changed.after.minor - part.changed.before.minor);
    }
    QCOMPARE(parts, (QMap<QString, qint64>{{u"North"_s, 50'000}, {u"South"_s, 200'000}}));
    QCOMPARE(changed->rest.minor, 0);
}

void TestCurrencies::typedFiguresKeepToTheirs()
{
    const QList<Stage> stages = usualStages();
    const Period period = Period::fromKey(u"2026-Q1"_s);
    const QList<TypedFigure> typed{{5, period, 8, Money{900, u"USD"_s}},
                                   {6, period, 3, Money{500, u"EUR"_s}}};
    const auto euros = combine(stages, typed, {}, Grain::Quarter, u"EUR"_s).first().figures;
    QCOMPARE(euros.at(4).amount, 8);
    QVERIFY(!euros.at(4).worth);
    QCOMPARE(euros.at(5).worth, (Money{500, u"EUR"_s}));
    QCOMPARE(combine(stages, typed, {}, Grain::Quarter).first().figures.at(4).worth, (Money{900, u"USD"_s}));
}

void TestCurrencies::coverageIsInThatOfTheTarget()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    QVERIFY(importInto(document, deals + "9,Opportunity,2026-04-09,,3000,USD,South\n").ok());
    const qint64 won = readStages(document).last().id;
    QVERIFY(document
                .edit(u"Target"_s,
                      [&](const Database &database) {
                          database.insert(u"funnel_target"_s,
                                          {{u"id"_s, newId()},
                                           {u"position"_s, 1},
                                           {u"stage"_s, won},
                                           {u"grain"_s, u"quarter"_s},
                                           {u"period_start"_s, u"2026-04-01"_s},
                                           {u"worth"_s, 607'000},
                                           {u"worth_currency"_s, u"USD"_s}});
                      })
                .ok());
    const auto report = readFunnelReport(document, u"EUR"_s); // whichever the figures are shown in
    QVERIFY(report);
    OutlookInputs inputs = report->outlookInputs();
    inputs.today = {2026, 5, 1};
    const Outlook outlook = outlookOf(inputs, Period::fromKey(u"2026-Q2"_s));
    const auto dollars = std::find_if(outlook.currencies.begin(), outlook.currencies.end(),
                                      [](const MoneyOutlook &money) { return money.currency == u"USD"; });
    QVERIFY(dollars != outlook.currencies.end());
    QCOMPARE(dollars->won, (Money{7'000, u"USD"_s}));
    QVERIFY(dollars->coverage.value);
    QCOMPARE(dollars->coverage.value->toFraction(), Fraction::of(1, 2)); // 3,000 of the 6,000 that lack
}

void TestCurrencies::aReportIsInOne()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), deals).ok());
    const auto report = readFunnelReport(workbook.document(), u"USD"_s);
    QVERIFY(report);
    const QJsonObject json = figuresToJson(*report);
    QCOMPARE(json[u"currency"].toString(), u"USD"_s);
    QCOMPARE(json[u"currencies"].toArray().at(1)[u"rows"].toInteger(), 3);
    const QJsonArray stages = json[u"periods"].toArray().at(0)[u"stages"].toArray();
    QCOMPARE(stages.last()[u"value"][u"amount"].toString(), u"400.00"_s);
    QVERIFY(!readFunnelReport(workbook.document(), u"CHF"_s));
    // By entry a row that was lost counts where it began, and in nothing later.
    QCOMPARE(json[u"counted_by"].toString(), u"event"_s);
    const QJsonObject cohorts = figuresToJson(*report, CountedBy::Entry);
    QCOMPARE(cohorts[u"counted_by"].toString(), u"entry"_s);
}

QTEST_GUILESS_MAIN(TestCurrencies)
#include "tst_currencies.moc"
