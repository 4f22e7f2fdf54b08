#include "models/funnel/what_changed.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(WhatChanged)
};

using Problem = WhatChanged::Problem;
using Pair = std::pair<FunnelFigures, FunnelFigures>;

// Coefficients of Π (a_j + b_j t) over all j but `left`.
QList<Rational> productWithout(qsizetype left, const QList<Rational> &before, const QList<Rational> &after)
{
    QList<Rational> coefficients{Rational(1)};
    for (qsizetype j = 0; j < before.size(); ++j) {
        if (j == left)
            continue;
        coefficients.append(Rational(0));
        for (qsizetype k = coefficients.size() - 1; k >= 0; --k) {
            const Rational lower = k > 0 ? coefficients.at(k - 1) * after.at(j) : Rational(0);
            coefficients[k] = coefficients.at(k) * before.at(j) + lower;
        }
    }
    return coefficients;
}

// k! (n-1-k)! / n! for k from 0 to n - 1; each is the one before × k ÷ (n - k).
QList<Rational> orderWeights(qsizetype n)
{
    QList<Rational> weights{Rational::of(1, n)};
    for (qsizetype k = 1; k < n; ++k)
        weights.append(weights.last() * Rational::of(k, n - k));
    return weights;
}

bool isKnown(const FunnelFigures &figures, int stage)
{
    return figures.figures.value(stage).amount.has_value();
}

// 0 followed by more than 0 has no rate.
bool isBroken(const FunnelFigures &figures, int stage)
{
    if (*figures.figures.at(stage).amount != 0)
        return false;
    return std::any_of(figures.figures.begin() + stage + 1, figures.figures.end(),
                       [](const StageFigure &later) { return later.amount.value_or(0) != 0; });
}

Problem problemOf(const FunnelFigures &before, const FunnelFigures &after)
{
    if (before.figures.isEmpty() || after.figures.isEmpty() || before.stages != after.stages)
        return Problem::NoPeriod;
    const StageFigure &old = before.figures.last();
    const StageFigure &now = after.figures.last();
    if (old.mixedCurrencies || now.mixedCurrencies)
        return Problem::OtherCurrency;
    for (const StageFigure &won : {old, now}) {
        if (!won.amount)
            return Problem::NoWon;
        if (!won.worth && *won.amount != 0)
            return Problem::NoWon;
        if (won.worth && won.worth->minor != 0 && *won.amount == 0)
            return Problem::WonWithoutCount;
    }
    if (old.worth && now.worth && old.worth->currency != now.worth->currency)
        return Problem::OtherCurrency;
    return Problem::None;
}

QList<int> usedStages(const QList<Pair> &segments, int count)
{
    QList<int> used;
    for (int stage = 0; stage < count; ++stage) {
        const bool last = stage == count - 1;
        const bool all = std::all_of(segments.begin(), segments.end(), [&](const Pair &pair) {
            return isKnown(pair.first, stage) && isKnown(pair.second, stage) && !isBroken(pair.first, stage)
                && !isBroken(pair.second, stage);
        });
        if (last || all)
            used.append(stage);
    }
    return used;
}

std::optional<Rational> ratioOf(qint64 to, qint64 from)
{
    return from == 0 ? std::nullopt : std::optional(Rational::of(to, from));
}

bool isInOneOfSeveral(const Pair &segment)
{
    return segment.first.figures.last().worthAmount || segment.second.figures.last().worthAmount;
}

// What the won value is the product of.
struct Factors
{
    QList<int> stages;
    bool hasShare = false; // of the won in the currency, between the rates and the deal size

    qsizetype count() const { return stages.size() + (hasShare ? 2 : 1); }
};

// Volume, rates and deal size of one period; none where it would be 0 ÷ 0.
QList<std::optional<Rational>> factorsOf(const FunnelFigures &figures, const Factors &used)
{
    const QList<int> &stages = used.stages;
    const auto amount = [&](int stage) { return *figures.figures.at(stage).amount; };
    QList<std::optional<Rational>> factors{Rational(amount(stages.first()))};
    for (qsizetype i = 1; i < stages.size(); ++i)
        factors.append(ratioOf(amount(stages.at(i)), amount(stages.at(i - 1))));
    const StageFigure &won = figures.figures.last();
    if (used.hasShare)
        factors.append(ratioOf(*won.valued(), *won.amount));
    factors.append(ratioOf(won.worth ? won.worth->minor : 0, *won.valued()));
    return factors;
}

QList<Rational> partsOf(const Pair &segment, const Factors &used)
{
    const auto old = factorsOf(segment.first, used);
    const auto now = factorsOf(segment.second, used);
    QList<Rational> before, after;
    for (qsizetype i = 0; i < old.size(); ++i) {
        before.append(old.at(i).value_or(now.at(i).value_or(Rational(0))));
        after.append(now.at(i).value_or(before.last()));
    }
    return shapleyOfProduct(before, after);
}

// All segments of one period together.
FunnelFigures added(const QList<Pair> &segments, FunnelFigures Pair::*side)
{
    FunnelFigures total = segments.first().*side;
    for (qsizetype i = 1; i < segments.size(); ++i) {
        const FunnelFigures &more = segments.at(i).*side;
        for (qsizetype stage = 0; stage < total.figures.size(); ++stage) {
            StageFigure &figure = total.figures[stage];
            const StageFigure &other = more.figures.at(stage);
            if (figure.worthAmount || other.worthAmount)
                figure.worthAmount = figure.valued() && other.valued()
                    ? std::optional(*figure.valued() + *other.valued())
                    : std::nullopt;
            figure.amount = figure.amount && other.amount ? std::optional(*figure.amount + *other.amount)
                                                          : std::nullopt;
            if (!figure.worth)
                figure.worth = other.worth;
            else if (other.worth)
                figure.worth = sum(*figure.worth, *other.worth);
        }
    }
    return total;
}

Rate dealSizeOf(const StageFigure &won)
{
    if (won.valued().value_or(0) == 0)
        return Rate::Problem::FromZero;
    return won.worth ? won.worth->amount() / Fraction(*won.valued()) : Fraction(0);
}

Rate shareOf(const StageFigure &won)
{
    return Rate::of(won.valued(), won.amount);
}

QList<ChangeFactor> factorsOf(const FunnelFigures &before, const FunnelFigures &after, const Factors &used,
                              const QString &currency, const QList<qint64> &parts)
{
    const QList<int> &stages = used.stages;
    const auto amount
        = [](const FunnelFigures &figures, int stage) { return figures.figures.at(stage).amount; };
    QList<ChangeFactor> factors;
    const int top = stages.first();
    factors.append({.kind = ChangeFactor::Kind::Volume,
                    .stage = before.stages.at(top).name,
                    .from = {},
                    .before = Fraction(*amount(before, top)),
                    .after = Fraction(*amount(after, top)),
                    .part = parts.first()});
    for (qsizetype i = 1; i < stages.size(); ++i) {
        const int from = stages.at(i - 1);
        const int to = stages.at(i);
        factors.append({.kind = ChangeFactor::Kind::Rate,
                        .stage = before.stages.at(to).name,
                        .from = before.stages.at(from).name,
                        .before = Rate::of(amount(before, to), amount(before, from)),
                        .after = Rate::of(amount(after, to), amount(after, from)),
                        .part = parts.at(i)});
    }
    const QString &last = before.stages.last().name;
    const StageFigure &old = before.figures.last(), &now = after.figures.last();
    if (used.hasShare)
        factors.append({.kind = ChangeFactor::Kind::Rate,
                        .stage = Texts::tr("%1 in %2", "stage, currency").arg(last, currency),
                        .from = last,
                        .before = shareOf(old),
                        .after = shareOf(now),
                        .part = parts.at(stages.size())});
    factors.append({.kind = ChangeFactor::Kind::DealSize,
                    .stage = last,
                    .from = {},
                    .before = dealSizeOf(old),
                    .after = dealSizeOf(now),
                    .part = parts.last()});
    return factors;
}

Money wonOf(const FunnelFigures &figures, const QString &currency)
{
    return figures.figures.last().worth.value_or(Money{0, currency});
}

QString currencyOf(const QList<Pair> &segments)
{
    for (const Pair &segment : segments)
        for (const FunnelFigures &figures : {segment.first, segment.second})
            if (figures.figures.last().worth)
                return figures.figures.last().worth->currency;
    return {};
}

Problem problemOf(const QList<Pair> &segments)
{
    if (segments.isEmpty())
        return Problem::NoPeriod;
    for (const Pair &segment : segments)
        if (const Problem problem = problemOf(segment.first, segment.second); problem != Problem::None)
            return problem;
    const QString currency = currencyOf(segments);
    const bool same = std::all_of(segments.begin(), segments.end(), [&](const Pair &segment) {
        return wonOf(segment.first, currency).currency == currency
            && wonOf(segment.second, currency).currency == currency;
    });
    return same ? Problem::None : Problem::OtherCurrency;
}

} // namespace

QList<Rational> shapleyOfProduct(const QList<Rational> &before, const QList<Rational> &after)
{
    const QList<Rational> weights = orderWeights(std::max<qsizetype>(1, before.size()));
    QList<Rational> parts;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const QList<Rational> coefficients = productWithout(i, before, after);
        Rational mean;
        for (qsizetype k = 0; k < coefficients.size(); ++k)
            mean = mean + weights.at(k) * coefficients.at(k);
        parts.append((after.at(i) - before.at(i)) * mean);
    }
    return parts;
}

QString ChangeFactor::label() const
{
    switch (kind) {
    case Kind::Volume:
        return Texts::tr("Volume: %1").arg(stage);
    case Kind::Rate:
        return Texts::tr("%1 of %2").arg(stage, from);
    case Kind::DealSize:
        break;
    }
    return Texts::tr("Deal size");
}

QString WhatChanged::reason() const
{
    switch (problem) {
    case Problem::None:
        return {};
    case Problem::NoPeriod:
        return Texts::tr("Cannot be worked out: there are no numbers for one of the two periods.");
    case Problem::NoWon:
        return Texts::tr("Cannot be worked out: count or value of the last stage is missing in one of the "
                         "two periods.");
    case Problem::OtherCurrency:
        return Texts::tr("Cannot be worked out: the won value is in different currencies.");
    case Problem::WonWithoutCount:
        return Texts::tr("Cannot be worked out: something was won in value, but none in number.");
    case Problem::TooLarge:
        return Texts::tr("Cannot be worked out: the figures are too large.");
    }
    return {};
}

WhatChanged whatChanged(const QList<Pair> &segments)
{
    WhatChanged result;
    result.problem = problemOf(segments);
    if (result.problem != Problem::None)
        return result;
    const int count = static_cast<int>(segments.first().first.stages.size());
    const Factors used{.stages = usedStages(segments, count),
                       .hasShare = std::any_of(segments.begin(), segments.end(), isInOneOfSeveral)};
    QList<Rational> exact(used.count());
    for (const Pair &segment : segments) {
        const QList<Rational> parts = partsOf(segment, used);
        for (qsizetype i = 0; i < parts.size(); ++i)
            exact[i] = exact.at(i) + parts.at(i);
    }
    const FunnelFigures before = added(segments, &Pair::first);
    const FunnelFigures after = added(segments, &Pair::second);
    result.from = before.period;
    result.to = after.period;
    const QString currency = currencyOf(segments);
    result.before = wonOf(before, currency);
    result.after = wonOf(after, currency);
    const bool fits
        = std::all_of(exact.begin(), exact.end(), [](const Rational &part) { return part.roundedDown(); });
    if (!fits) {
        result.problem = Problem::TooLarge;
        return result;
    }
    result.factors = factorsOf(before, after, used, currency, roundedTogether(exact));
    for (int stage = 0; stage < count; ++stage)
        if (!used.stages.contains(stage))
            result.leftOut.append(before.stages.at(stage).name);
    return result;
}

WhatChanged whatChanged(const FunnelFigures &before, const FunnelFigures &after)
{
    return whatChanged(QList<Pair>{{before, after}});
}

ChangeBySegment changeBySegment(const FunnelFigures &before, const FunnelFigures &after,
                                const QList<SegmentPeriods> &segments)
{
    ChangeBySegment result{.whole = whatChanged(before, after), .parts = {}, .rest = {}};
    const WhatChanged &whole = result.whole;
    if (whole.problem != WhatChanged::Problem::None)
        return result;
    const QString currency = whole.after.currency;
    result.rest = {whole.after.minor - whole.before.minor, currency};
    for (const SegmentPeriods &segment : segments) {
        WhatChanged changed = whatChanged(segment.before, segment.after);
        // Nothing won in either period has no currency, and changed by 0 in any.
        const bool nothing = changed.before.minor == 0 && changed.after.minor == 0;
        if (changed.problem == WhatChanged::Problem::None && changed.after.currency != currency) {
            if (nothing)
                changed.before.currency = changed.after.currency = currency;
            else
                changed.problem = WhatChanged::Problem::OtherCurrency;
        }
        if (changed.problem == WhatChanged::Problem::None)
            result.rest.minor -= changed.after.minor - changed.before.minor;
        result.parts.append({segment.name, changed});
    }
    const auto size = [](const ChangeBySegment::Part &part) {
        return std::abs(part.changed.after.minor - part.changed.before.minor);
    };
    std::sort(result.parts.begin(), result.parts.end(), [&](const auto &a, const auto &b) {
        return size(a) != size(b) ? size(a) > size(b) : a.name < b.name;
    });
    return result;
}
