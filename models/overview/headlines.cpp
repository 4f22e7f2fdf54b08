#include "models/overview/headlines.h"

#include "models/funnel/column_decimals.h"
#include "models/funnel/currencies.h"
#include "models/funnel/deals/known_sums.h"
#include "models/funnel/plan_gaps.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Headlines)
};

// What is told of one period, in the order in which it is shown.
struct PeriodTexts
{
    // `beside`: the period whose figures stand beside these, with as many decimals; nullptr: none.
    PeriodTexts(const FunnelFigures &funnel, const FunnelFigures *beside, const DealSummary &deals,
                const QLocale &locale)
    {
        const StageFigure won = funnel.figures.last();
        const auto worth = [](const FunnelFigures &of) { return of.figures.last().worth; };
        const auto text = [](const QString &known) { return known.isEmpty() ? u"–"_s : known; };
        texts.append(text(won.amount ? locale.toString(*won.amount) : QString()));
        texts.append(text(won.worth ? won.worth->toText(
                              locale, decimalsFor({won.worth, beside ? worth(*beside) : std::nullopt}))
                                    : QString()));
        const auto dealSize = dealSizeOf(funnel);
        texts.append(text(dealSize ? dealSize->toText(
                              locale, decimalsFor({dealSize, beside ? dealSizeOf(*beside) : std::nullopt}))
                                   : QString()));
        const Rate closing = closingRate(funnel, deals);
        const int decimals
            = decimalsFor(beside ? QList{closing, closingRate(*beside, deals)} : QList{closing});
        texts.append(closing.toText(locale, decimals, false));
    }

    // Without rows of a CRM nobody knows what was lost: then it is the share of those at the top.
    static Rate closingRate(const FunnelFigures &funnel, const DealSummary &deals)
    {
        if (deals.rows == 0)
            return funnel.overallRate(static_cast<int>(funnel.figures.size() - 1));
        return deals.winRateOf(funnel.period);
    }

    QStringList texts;
};

// What was won may be typed, while only the rows of a CRM tell what was lost.
QString ruleOf(const FunnelFigures &now, const DealSummary &deals)
{
    const StageFigure &won = now.figures.last();
    const auto isTyped = [](FigureSource source) { return isFrom(source, FigureSource::Typed); };
    if (deals.rows == 0 || !(isTyped(won.amountSource) || isTyped(won.worthSource))
        || !deals.winRateOf(now.period).isKnown())
        return {};
    return Texts::tr("%1 What was won is typed here; the win rate is that of the imported rows.")
        .arg(typedRule());
}

Headlines::Trend trendOf(const QList<FunnelFigures> &periods, const FunnelFigures &now, const QLocale &locale)
{
    constexpr int longest = 8;
    const auto currency = [](const StageFigure &won) { return won.worth ? won.worth->currency : QString(); };
    const bool inMoney = now.figures.last().worth.has_value();
    QMap<Period, const StageFigure *> known;
    for (const FunnelFigures &funnel : periods) {
        const StageFigure &won = funnel.figures.last();
        if (funnel.period > now.period)
            continue; // it is not over yet
        if (inMoney ? currency(won) == currency(now.figures.last()) : won.amount.has_value())
            known.insert(funnel.period, &won);
    }
    if (known.size() < 2)
        return {};
    Headlines::Trend trend{inMoney ? Texts::tr("Won value") : Texts::tr("Won"), now.stages.last().owner, {}};
    const Period first = std::max(now.period.plus(1 - longest), known.firstKey());
    for (const Period &period : periodsBetween(first, now.period)) {
        const StageFigure *won = known.value(period);
        if (!won)
            trend.points.append({period, std::nullopt, Texts::tr("not known")});
        else if (inMoney)
            trend.points.append({period, won->worth->minor, moneyText(*won->worth, locale)});
        else
            trend.points.append({period, won->amount, locale.toString(*won->amount)});
    }
    return trend;
}

} // namespace

Headlines headlinesOf(const Document &document, const FunnelInputs &funnel, QDate today,
                      const QLocale &locale, const QString &wanted)
{
    if (funnel.stages.isEmpty())
        return {};
    const Grain grain = usualGrain(funnel.typed);
    const Result<DealSummary> read = summaryOfDeals(document, funnel.stages, grain);
    if (!read) {
        Q_EMIT document.readFailed(read.error());
        return {};
    }
    const DealSummary &deals = *read;
    const QString currency = wanted.isEmpty() ? currencyToShow(document, funnel, deals) : wanted;
    const QList<FunnelFigures> periods = funnel.funnels(deals, grain, CountedBy::Event, currency);
    const qsizetype newest = newestFull(periods, today);
    if (newest < 0 || periods.at(newest).period.start > today)
        return {};
    const FunnelFigures &now = periods.at(newest);
    Headlines headlines{now.period, newest > 0 ? periods.at(newest - 1).period : Period(), {}, {}, {}};
    const auto inCurrency = [&currency](const QString &name) {
        return currency.isEmpty() ? name : Texts::tr("%1 in %2", "figure, currency").arg(name, currency);
    };
    const QStringList names{Texts::tr("Won"), inCurrency(Texts::tr("Won value")),
                            inCurrency(Texts::tr("Deal size")),
                            deals.rows > 0 ? Texts::tr("Win rate, of closed")
                                           : Texts::tr("Conversion from %1 to %2")
                                                 .arg(now.stages.at(now.top()).name, now.stages.last().name)};
    const FunnelFigures *previous = newest > 0 ? &periods.at(newest - 1) : nullptr;
    const QStringList texts = PeriodTexts(now, previous, deals, locale).texts;
    const QStringList before = previous ? PeriodTexts(*previous, &now, deals, locale).texts : QStringList();
    for (qsizetype i = 0; i < names.size(); ++i)
        headlines.figures.append({names.at(i), texts.at(i), before.value(i)});
    headlines.trend = trendOf(periods, now, locale);
    headlines.rule = ruleOf(now, deals);
    return headlines;
}
