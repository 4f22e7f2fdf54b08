#include "models/funnel/combined.h"

#include <set>

namespace {

StageFigure computedFigure(const DealTotals &totals)
{
    StageFigure figure;
    figure.amount = totals.count;
    figure.amountSource = FigureSource::Computed;
    figure.worth = totals.value.only();
    figure.mixedCurrencies = totals.value.isMixed();
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

void overwrite(StageFigure &figure, const TypedFigure &typed)
{
    if (typed.amount) {
        figure.amount = typed.amount;
        figure.amountSource = FigureSource::Typed;
    }
    if (typed.worth) {
        figure.worth = typed.worth;
        figure.worthSource = FigureSource::Typed;
        figure.mixedCurrencies = false;
    }
}

using Place = std::pair<qint64, Period>; // stage
using Known = QMap<Place, TypedFigure>;

std::optional<qint64> sum(std::optional<qint64> a, std::optional<qint64> b)
{
    qint64 result = 0;
    if (!a || !b || qAddOverflow(*a, *b, &result))
        return {};
    return result;
}

std::optional<Money> sum(const std::optional<Money> &a, const std::optional<Money> &b)
{
    if (!a || !b || a->currency != b->currency)
        return {};
    const auto minor = sum(std::optional(a->minor), std::optional(b->minor));
    return minor ? std::optional(Money{*minor, a->currency}) : std::nullopt;
}

const TypedFigure &figureAt(const Known &known, const Place &place)
{
    static const TypedFigure none;
    const auto found = known.constFind(place);
    return found == known.constEnd() ? none : *found;
}

// Without amount or worth where that of one of the parts is not known.
TypedFigure sumOf(const Known &known, const Place &whole, Grain part)
{
    const Period &period = whole.second;
    const QList<Period> parts
        = periodsBetween(Period::containing(period.start, part), Period::containing(period.end(), part));
    TypedFigure figure = figureAt(known, {whole.first, parts.first()});
    for (const Period &next : parts.sliced(1)) {
        const TypedFigure &other = figureAt(known, {whole.first, next});
        figure.amount = sum(figure.amount, other.amount);
        figure.worth = sum(figure.worth, other.worth);
    }
    figure.stage = whole.first;
    figure.period = period;
    return figure;
}

} // namespace

QList<TypedFigure> rolledUp(const QList<TypedFigure> &figures)
{
    Known known;
    for (const TypedFigure &figure : figures) {
        TypedFigure &present = known[{figure.stage, figure.period}];
        present.amount = figure.amount ? figure.amount : present.amount;
        present.worth = figure.worth ? figure.worth : present.worth;
    }
    QList<TypedFigure> all = figures;
    for (const auto &[part, whole] :
         {std::pair(Grain::Month, Grain::Quarter), std::pair(Grain::Quarter, Grain::Year)}) {
        std::set<Place> wholes;
        for (auto it = known.keyBegin(); it != known.keyEnd(); ++it)
            if (it->second.grain == part && it->second.isValid())
                wholes.insert({it->first, Period::containing(it->second.start, whole)});
        for (const Place &place : wholes) {
            TypedFigure figure = sumOf(known, place, part);
            TypedFigure &present = known[place];
            figure.amount = present.amount ? std::nullopt : figure.amount;
            figure.worth = present.worth ? std::nullopt : figure.worth;
            if (!figure.amount && !figure.worth)
                continue;
            present.amount = figure.amount ? figure.amount : present.amount;
            present.worth = figure.worth ? figure.worth : present.worth;
            all.append(figure);
        }
    }
    return all;
}

QList<FunnelFigures> combine(const QList<Stage> &stages, const QList<TypedFigure> &typed,
                             const StagePeriods &computed, Grain grain)
{
    QMap<Period, FunnelFigures> funnels;
    const auto funnelOf = [&](const Period &period) -> FunnelFigures & {
        auto found = funnels.find(period);
        if (found == funnels.end())
            found = funnels.insert(period, {period, stages, QList<StageFigure>(stages.size())});
        return *found;
    };

    const qsizetype first = firstCounted(computed, stages.size());
    for (const auto &[period, totals] : computed.asKeyValueRange()) {
        if (period.grain != grain)
            continue;
        FunnelFigures &funnel = funnelOf(period);
        for (qsizetype i = first; i < std::min(totals.size(), stages.size()); ++i)
            funnel.figures[i] = computedFigure(totals.at(i));
    }
    for (const TypedFigure &figure : rolledUp(typed)) {
        if (figure.period.grain != grain || !figure.period.isValid() || (!figure.amount && !figure.worth))
            continue;
        for (qsizetype i = 0; i < stages.size(); ++i)
            if (stages.at(i).id == figure.stage)
                overwrite(funnelOf(figure.period).figures[i], figure);
    }
    return funnels.values();
}
