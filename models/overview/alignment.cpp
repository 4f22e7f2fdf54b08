#include "models/overview/alignment.h"

#include <cstdlib>

std::optional<int> RatedStatement::gap() const
{
    if (!marketing || !sales)
        return std::nullopt;
    return std::abs(*marketing - *sales);
}

Alignment alignmentOf(const QList<RatedStatement> &statements)
{
    constexpr int lowest = 1;
    constexpr int span = 4;
    constexpr int best = 100;
    Alignment result;
    int marketing = 0;
    int sales = 0;
    int gaps = 0;
    int widestGap = -1;
    for (int i = 0; i < statements.size(); ++i) {
        const auto gap = statements.at(i).gap();
        if (!gap)
            continue;
        ++result.answered;
        marketing += *statements.at(i).marketing;
        sales += *statements.at(i).sales;
        gaps += *gap;
        if (*gap > widestGap) {
            widestGap = *gap;
            result.widest = i;
        }
    }
    if (result.answered == 0)
        return result;
    result.marketingMean = Fraction::of(marketing, result.answered);
    result.salesMean = Fraction::of(sales, result.answered);
    const Fraction mean = (result.marketingMean + result.salesMean) / Fraction(2);
    result.level = (mean - Fraction(lowest)) / Fraction(span);
    result.agreement = Fraction(1) - Fraction::of(gaps, qint64(result.answered) * span);
    result.score = static_cast<int>((result.level * result.agreement * Fraction(best)).rounded().value_or(0));
    return result;
}
