#include "models/funnel/segment_comparison.h"

#include <algorithm>

namespace {

bool isAnything(const StageFigure &figure)
{
    return figure.amount.value_or(0) != 0 || (figure.worth && figure.worth->minor != 0);
}

bool isAnything(const FunnelFigures &funnel)
{
    return std::any_of(funnel.figures.begin(), funnel.figures.end(),
                       [](const StageFigure &figure) { return isAnything(figure); });
}

// From the top, so that what came first decides.
bool isLargerPart(const SegmentComparison::Part &a, const SegmentComparison::Part &b)
{
    for (qsizetype i = 0; i < a.figures.figures.size(); ++i) {
        const qint64 left = a.figures.figures.at(i).amount.value_or(0);
        const qint64 right = b.figures.figures.at(i).amount.value_or(0);
        if (left != right)
            return left > right;
    }
    return a.name < b.name;
}

// What is known of neither side is not known of the rest.
void takeAway(StageFigure &rest, const QList<SegmentComparison::Part> &parts, qsizetype stage)
{
    bool isCounted = false, isValued = false;
    for (const SegmentComparison::Part &part : parts) {
        const StageFigure &figure = part.figures.figures.at(stage);
        if (rest.amount && figure.amount) {
            *rest.amount -= *figure.amount;
            isCounted = true;
        }
        if (rest.worth && figure.worth && figure.worth->currency == rest.worth->currency) {
            rest.worth->minor -= figure.worth->minor;
            isValued = true;
        }
    }
    rest.amount = isCounted ? rest.amount : std::nullopt;
    rest.worth = isValued ? rest.worth : std::nullopt;
}

bool isTypedOver(const StageFigure &whole, const StageFigure &part)
{
    return (isFrom(whole.amountSource, FigureSource::Typed)
            && isFrom(part.amountSource, FigureSource::Computed))
        || (isFrom(whole.worthSource, FigureSource::Typed)
            && isFrom(part.worthSource, FigureSource::Computed));
}

} // namespace

bool SegmentComparison::hasRest() const
{
    return isAnything(rest);
}

SegmentComparison compareSegments(const QList<SegmentFunnels> &segments, const FunnelFigures &whole,
                                  CountedBy counted)
{
    SegmentComparison result{.whole = whole, .parts = {}, .rest = whole};
    for (const SegmentFunnels &segment : segments)
        if (const FunnelFigures figures = segment.in(whole.period, counted); isAnything(figures))
            result.parts.append({segment.name, figures});
    std::sort(result.parts.begin(), result.parts.end(), isLargerPart);
    for (qsizetype stage = 0; stage < whole.figures.size(); ++stage) {
        takeAway(result.rest.figures[stage], result.parts, stage);
        for (const SegmentComparison::Part &part : std::as_const(result.parts))
            result.isTypedOverRows |= isTypedOver(whole.figures.at(stage), part.figures.figures.at(stage));
    }
    return result;
}
