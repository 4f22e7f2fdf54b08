#include "models/funnel/combined.h"

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

} // namespace

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

    for (const auto &[period, totals] : computed.asKeyValueRange()) {
        if (period.grain != grain)
            continue;
        FunnelFigures &funnel = funnelOf(period);
        for (qsizetype i = 0; i < std::min(totals.size(), stages.size()); ++i)
            funnel.figures[i] = computedFigure(totals.at(i));
    }
    for (const TypedFigure &figure : typed) {
        if (figure.period.grain != grain || !figure.period.isValid() || (!figure.amount && !figure.worth))
            continue;
        for (qsizetype i = 0; i < stages.size(); ++i)
            if (stages.at(i).id == figure.stage)
                overwrite(funnelOf(figure.period).figures[i], figure);
    }
    return funnels.values();
}
