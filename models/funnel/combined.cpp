#include "models/funnel/combined.h"

#include "models/arithmetic/sum.h"

#include <QHash>

#include <algorithm>
#include <set>

namespace {

// In the one currency that there is, or in the one asked for: 0 where others are all there is.
void setWorth(StageFigure &figure, const MoneyTotals &values, const QString &currency)
{
    if (currency.isEmpty()) {
        figure.worth = values.only();
        figure.mixedCurrencies = values.isMixed();
        return;
    }
    const qint64 rows = values.count(currency);
    figure.worth = rows == 0 && !values.isEmpty() ? Money{0, currency} : values.in(currency);
    if (values.isMixed() || (rows == 0 && !values.isEmpty()))
        figure.worthAmount = rows;
}

StageFigure computedFigure(const DealTotals &totals, const QString &currency)
{
    StageFigure figure;
    figure.amount = totals.count;
    figure.amountSource = FigureSource::Computed;
    setWorth(figure, totals.value, currency);
    if (figure.worth)
        figure.worthSource = FigureSource::Computed;
    return figure;
}

qsizetype firstCounted(const StagePeriods &computed, qsizetype stageCount)
{
    qsizetype first = stageCount;
    for (const QList<DealTotals> &totals : computed)
        for (qsizetype i = 0; i < std::min(first, totals.size()); ++i)
            if (totals.at(i).count > 0)
                first = i;
    return first;
}

using Place = std::pair<qint64, Period>; // stage

FigureSource sourceOfSum(bool isKnown, FigureSource a, FigureSource b)
{
    if (!isKnown)
        return FigureSource::None;
    return a == b ? a : FigureSource::Both;
}

// What is known of each stage in each period, from what was typed and what was computed.
class Combination
{
public:
    Combination(const QList<TypedFigure> &typed, const QList<Stage> &stages, const StagePeriods &computed,
                const QString &currency)
        : m_computed(computed)
        , m_currency(currency)
        , m_firstCounted(firstCounted(computed, stages.size()))
    {
        for (qsizetype i = 0; i < stages.size(); ++i)
            m_indexes.insert(stages.at(i).id, i);
        for (TypedFigure figure : typed) {
            if (figure.worth && !currency.isEmpty() && figure.worth->currency != currency)
                figure.worth.reset();
            if (!figure.period.isValid() || (!figure.amount && !figure.worth))
                continue;
            TypedFigure &present = m_typed[{figure.stage, figure.period}];
            present.amount = figure.amount ? figure.amount : present.amount;
            present.worth = figure.worth ? figure.worth : present.worth;
            noteWholes(figure);
        }
    }

    const std::set<Place> &wholes() const { return m_wholes; }

    TypedFigure typedAt(const Place &place) const { return m_typed.value(place); }

    StageFigure at(const Place &place) const
    {
        StageFigure figure = m_wholes.contains(place) ? sumOfParts(place) : computedAt(place);
        const TypedFigure typed = typedAt(place);
        if (typed.worth) {
            figure.worth = typed.worth;
            figure.worthSource = FigureSource::Typed;
            figure.mixedCurrencies = false;
            figure.worthAmount.reset();
        } else if (typed.amount && figure.worthSource != FigureSource::Typed) {
            // That of the rows of the CRM is not the worth of another number of deals.
            figure.worth.reset();
            figure.worthSource = FigureSource::None;
            figure.mixedCurrencies = false;
            figure.worthAmount.reset();
        }
        if (typed.amount) {
            figure.amount = typed.amount;
            figure.amountSource = FigureSource::Typed;
        }
        return figure;
    }

    std::set<Period> periods(Grain grain) const
    {
        std::set<Period> periods;
        const auto add = [&](const Period &period) {
            if (period.grain == grain)
                periods.insert(period);
        };
        std::for_each(m_computed.keyBegin(), m_computed.keyEnd(), add);
        for (auto it = m_typed.keyBegin(); it != m_typed.keyEnd(); ++it)
            add(it->second);
        for (const Place &place : m_wholes)
            add(place.second);
        return periods;
    }

private:
    void noteWholes(const TypedFigure &figure)
    {
        const Period &period = figure.period;
        if (period.grain == Grain::Month)
            m_wholes.insert({figure.stage, Period::containing(period.start, Grain::Quarter)});
        if (period.grain == Grain::Month || period.grain == Grain::Quarter)
            m_wholes.insert({figure.stage, Period::containing(period.start, Grain::Year)});
    }

    StageFigure computedAt(const Place &place) const
    {
        const qsizetype index = m_indexes.value(place.first, -1);
        const auto found = m_computed.constFind(place.second);
        return index < m_firstCounted || found == m_computed.constEnd() || index >= found->size()
            ? StageFigure()
            : computedFigure(found->at(index), m_currency);
    }

    // Without amount or worth where that of one of the parts is not known.
    StageFigure sumOfParts(const Place &whole) const
    {
        const Period &period = whole.second;
        const Grain part = period.grain == Grain::Year ? Grain::Quarter : Grain::Month;
        const QList<Period> parts
            = periodsBetween(Period::containing(period.start, part), Period::containing(period.end(), part));
        StageFigure figure = at({whole.first, parts.first()});
        for (const Period &next : parts.sliced(1)) {
            const StageFigure other = at({whole.first, next});
            if (figure.worthAmount || other.worthAmount)
                figure.worthAmount = sumOf(figure.valued(), other.valued());
            figure.amount = sumOf(figure.amount, other.amount);
            figure.worth = figure.worth && other.worth ? sum(*figure.worth, *other.worth) : std::nullopt;
            figure.amountSource
                = sourceOfSum(figure.amount.has_value(), figure.amountSource, other.amountSource);
            figure.worthSource = sourceOfSum(figure.worth.has_value(), figure.worthSource, other.worthSource);
            figure.mixedCurrencies |= other.mixedCurrencies;
        }
        return figure;
    }

    QMap<Place, TypedFigure> m_typed;
    const StagePeriods &m_computed;
    const QString m_currency; // empty: any
    const qsizetype m_firstCounted;
    QHash<qint64, qsizetype> m_indexes; // of stages, by id
    std::set<Place> m_wholes; // quarters and years of which a shorter period was typed
};

} // namespace

QList<TypedFigure> rolledUp(const QList<TypedFigure> &figures)
{
    const StagePeriods nothing;
    const Combination combination(figures, {}, nothing, {});
    QList<TypedFigure> all = figures;
    for (const Place &place : combination.wholes()) {
        const StageFigure sum = combination.at(place);
        const TypedFigure typed = combination.typedAt(place);
        TypedFigure figure{place.first, place.second, {}, {}};
        if (!typed.amount)
            figure.amount = sum.amount;
        if (!typed.worth)
            figure.worth = sum.worth;
        if (figure.amount || figure.worth)
            all.append(figure);
    }
    return all;
}

QList<FunnelFigures> combine(const QList<Stage> &stages, const QList<TypedFigure> &typed,
                             const StagePeriods &computed, Grain grain, const QString &currency)
{
    const Combination combination(typed, stages, computed, currency);
    QMap<Period, FunnelFigures> funnels;
    for (const Period &period : combination.periods(grain)) {
        FunnelFigures funnel{period, stages, {}};
        for (const Stage &stage : stages)
            funnel.figures.append(combination.at({stage.id, period}));
        if (!funnel.isEmpty())
            funnels.insert(period, funnel);
    }
    return funnels.values();
}
