#include "models/funnel/what_changed.h"

#include "models/funnel/deals/deals.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(WhatChanged)
};

using Problem = WhatChanged::Problem;

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

// Why a stage cannot be used; with no period where it can.
LeftOutStage obstaclesOf(const FunnelFigures &before, const FunnelFigures &after, int stage)
{
    LeftOutStage obstacles{.stage = before.stages.at(stage).name, .unknown = {}, .zero = {}};
    for (const FunnelFigures *figures : {&before, &after})
        if (!isKnown(*figures, stage))
            obstacles.unknown.append(figures->period);
        else if (isBroken(*figures, stage))
            obstacles.zero.append(figures->period);
    return obstacles;
}

QList<int> usedStages(const FunnelFigures &before, const FunnelFigures &after)
{
    QList<int> used;
    const int count = static_cast<int>(before.stages.size());
    for (int stage = 0; stage < count; ++stage) {
        const LeftOutStage obstacles = obstaclesOf(before, after, stage);
        if ((obstacles.unknown.isEmpty() && obstacles.zero.isEmpty()) || stage == count - 1)
            used.append(stage);
    }
    return used;
}

std::optional<Rational> ratioOf(qint64 to, qint64 from)
{
    return from == 0 ? std::nullopt : std::optional(Rational::of(to, from));
}

// What the won value is the product of.
struct Factors
{
    QList<int> stages;
    bool hasShare = false; // of the won in the currency, between the rates and the deal size
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

QList<Rational> partsOf(const FunnelFigures &old, const FunnelFigures &now, const Factors &used)
{
    const auto oldFactors = factorsOf(old, used);
    const auto newFactors = factorsOf(now, used);
    QList<Rational> before, after;
    for (qsizetype i = 0; i < oldFactors.size(); ++i) {
        before.append(oldFactors.at(i).value_or(newFactors.at(i).value_or(Rational(0))));
        after.append(newFactors.at(i).value_or(before.last()));
    }
    return shapleyOfProduct(before, after);
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

// Of the won value; what is 0 only because no row is won has no source of its own.
bool isWonFrom(const FunnelFigures &figures, FigureSource source)
{
    if (figures.figures.isEmpty())
        return false;
    const StageFigure &won = figures.figures.last();
    return isFrom(won.worthSource, source)
        || (won.worthSource == FigureSource::None && isFrom(won.amountSource, source));
}

bool isTypedOverRows(const FunnelFigures &whole, const FunnelFigures &part)
{
    return isWonFrom(whole, FigureSource::Typed) && isWonFrom(part, FigureSource::Computed)
        && part.figures.last().worth;
}

Money wonOf(const FunnelFigures &figures, const QString &currency)
{
    return figures.figures.last().worth.value_or(Money{0, currency});
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

QString dealSizeRule(const DealSummary &deals, const Period &from, const Period &to)
{
    const qint64 without
        = deals.wonByClose.value(from).withoutValue + deals.wonByClose.value(to).withoutValue;
    return without == 0
        ? QString()
        : Texts::tr("Won deals without a value: %1. The deal size here is the won value by all "
                    "won deals, these among them, so that the parts add up.")
              .arg(QLocale().toString(without));
}

QString restLabel(bool isTypedOverRows)
{
    return isTypedOverRows ? Texts::tr("Typed totals differ by") : Texts::tr("In none of them");
}

QString typedOverRowsRule()
{
    return Texts::tr("The totals are typed, and typed numbers stand before imported ones; the parts come "
                     "from the imported rows. “%1” is what lies between the two.")
        .arg(restLabel(true));
}

QString ChangeBySegment::restLabel() const
{
    return ::restLabel(isTypedOverRows);
}

QString ChangeBySegment::restRule() const
{
    return isTypedOverRows && rest.minor != 0 ? typedOverRowsRule() : QString();
}

QString LeftOutStage::reason(const QLocale &locale) const
{
    const auto named = [&locale](const QList<Period> &periods) {
        return periods.size() > 1 ? Texts::tr("%1 and %2", "periods")
                                        .arg(periods.first().label(locale), periods.last().label(locale))
                                  : periods.first().label(locale);
    };
    QStringList reasons;
    if (!unknown.isEmpty())
        reasons.append(Texts::tr("its number in %1 is not known").arg(named(unknown)));
    if (!zero.isEmpty())
        reasons.append(Texts::tr("its number in %1 is 0, while a later stage has more").arg(named(zero)));
    return reasons.join(Texts::tr(", and ", "between two reasons"));
}

QString WhatChanged::leftOutText(const QLocale &locale) const
{
    QStringList stages;
    for (const LeftOutStage &each : leftOut)
        stages.append(Texts::tr("%1 (%2)", "stage, reason").arg(each.stage, each.reason(locale)));
    return stages.isEmpty() ? QString() : Texts::tr("Left out: %1.").arg(stages.join(Texts::tr(", ")));
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

WhatChanged whatChanged(const FunnelFigures &before, const FunnelFigures &after)
{
    WhatChanged result;
    result.problem = problemOf(before, after);
    if (result.problem != Problem::None)
        return result;
    const StageFigure &old = before.figures.last(), &now = after.figures.last();
    const Factors used{.stages = usedStages(before, after), .hasShare = old.worthAmount || now.worthAmount};
    const QList<Rational> exact = partsOf(before, after, used);
    result.from = before.period;
    result.to = after.period;
    const QString currency = old.worth ? old.worth->currency : now.worth ? now.worth->currency : QString();
    result.before = wonOf(before, currency);
    result.after = wonOf(after, currency);
    const bool fits
        = std::all_of(exact.begin(), exact.end(), [](const Rational &part) { return part.roundedDown(); });
    if (!fits) {
        result.problem = Problem::TooLarge;
        return result;
    }
    result.factors = factorsOf(before, after, used, currency, roundedTogether(exact));
    for (int stage = 0; stage < before.stages.size(); ++stage)
        if (!used.stages.contains(stage))
            result.leftOut.append(obstaclesOf(before, after, stage));
    return result;
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
        result.isTypedOverRows |= isTypedOverRows(before, segment.before);
        result.isTypedOverRows |= isTypedOverRows(after, segment.after);
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
