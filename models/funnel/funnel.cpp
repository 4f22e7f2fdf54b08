#include "models/funnel/funnel.h"

#include "models/arithmetic/rational.h"

#include <algorithm>

namespace {

Rate rateOfWorth(const StageFigure &to, const StageFigure &from)
{
    if (to.mixedCurrencies || from.mixedCurrencies)
        return Rate::Problem::OtherCurrency;
    if (to.worth && from.worth && to.worth->currency != from.worth->currency)
        return Rate::Problem::OtherCurrency;
    const auto minor = [](const StageFigure &figure) {
        return figure.worth ? std::optional(figure.worth->minor) : std::nullopt;
    };
    return Rate::of(minor(to), minor(from));
}

Rate rateBetween(const FunnelFigures &funnel, int to, int from, Measure measure)
{
    if (to < 0 || from < 0 || std::max(to, from) >= funnel.figures.size())
        return Rate::Problem::NoStage;
    const StageFigure &toFigure = funnel.figures.at(to);
    const StageFigure &fromFigure = funnel.figures.at(from);
    return measure == Measure::Worth ? rateOfWorth(toFigure, fromFigure)
                                     : Rate::of(toFigure.amount, fromFigure.amount);
}

// Exact; only beyond 64 bits, where rates of huge figures are compared, to twelve decimals.
Fraction difference(const Rate &now, const Rate &before)
{
    if (!now.isKnown() || !before.isKnown())
        return Fraction::invalid();
    const Rational exact = *Rational::of(now.value()) - *Rational::of(before.value());
    if (const Fraction fraction = exact.toFraction(); fraction.isValid())
        return fraction;
    constexpr int decimals = 12;
    const auto scaled = exact.scaled(decimals);
    return scaled ? Fraction::of(*scaled, 1'000'000'000'000) : Fraction::invalid();
}

} // namespace

bool FunnelFigures::isEmpty() const
{
    return std::none_of(figures.begin(), figures.end(),
                        [](const StageFigure &f) { return f.amount || f.worth || f.mixedCurrencies; });
}

Rate FunnelFigures::stepRate(int i, Measure measure) const
{
    return rateBetween(*this, i + 1, i, measure);
}

Rate FunnelFigures::overallRate(int i, Measure measure) const
{
    return rateBetween(*this, i, top(measure), measure);
}

int FunnelFigures::top(Measure measure) const
{
    const auto known = std::find_if(figures.begin(), figures.end(), [measure](const StageFigure &figure) {
        return measure == Measure::Worth ? figure.worth.has_value() : figure.amount.has_value();
    });
    return known == figures.end() ? 0 : static_cast<int>(known - figures.begin());
}

qsizetype newestFull(const QList<FunnelFigures> &periods, QDate today)
{
    qsizetype begun = -1;
    for (qsizetype i = periods.size() - 1; i >= 0; --i) {
        if (periods.at(i).isEmpty() || periods.at(i).period.start > today)
            continue;
        if (periods.at(i).period.end() <= today)
            return i;
        begun = std::max(begun, i);
    }
    return begun >= 0 ? begun : periods.size() - 1;
}

QList<StageChange> compare(const FunnelFigures &now, const FunnelFigures &before, Measure measure)
{
    QList<StageChange> changes;
    const bool sameTop = now.stages.value(now.top(measure)).id == before.stages.value(before.top(measure)).id;
    for (int i = 0; i < now.stages.size(); ++i) {
        StageChange change;
        const int j = indexOfStage(before.stages, now.stages.at(i).id);
        if (j >= 0 && i < now.figures.size() && j < before.figures.size()) {
            const StageFigure &a = now.figures.at(i);
            const StageFigure &b = before.figures.at(j);
            if (a.amount && b.amount)
                change.amount = *a.amount - *b.amount;
            if (a.worth && b.worth)
                change.worth = difference(*a.worth, *b.worth);
            change.stepRate = difference(now.stepRate(i, measure), before.stepRate(j, measure));
            if (sameTop)
                change.overallRate = difference(now.overallRate(i, measure), before.overallRate(j, measure));
        }
        changes.append(change);
    }
    return changes;
}
