#include "models/funnel/pace.h"

#include "models/arithmetic/sum.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Pace)
};

std::optional<qint64> inCurrency(const std::optional<Money> &money, QString &currency)
{
    if (!money)
        return {};
    if (currency.isEmpty())
        currency = money->currency;
    return money->currency == currency ? std::optional(money->minor) : std::nullopt;
}

// A week belongs to the year of its Thursday (ISO 8601).
int yearOf(const Period &period, int firstMonth)
{
    return period.start.addDays(3).addMonths(1 - firstMonth).year();
}

template <typename Values> void keepOneYear(QMap<Period, Values> &wanted, QDate day, int firstMonth)
{
    int year = yearOf(wanted.firstKey(), firstMonth);
    for (const Period &period : wanted.keys())
        if (yearOf(period, firstMonth) <= yearOf(Period::containing(day, period.grain), firstMonth))
            year = yearOf(period, firstMonth);
    wanted.removeIf([=](const auto &entry) { return yearOf(entry.key(), firstMonth) != year; });
}

void addUp(Pace &pace, QDate day)
{
    std::optional<qint64> actual = 0, target = 0;
    for (Pace::Point &point : pace.points) {
        actual = sumOf(actual, point.actual);
        target = sumOf(target, point.target);
        point.actualSoFar = actual;
        point.targetSoFar = target;
        if (point.actual)
            pace.reached = actual;
        if (actual && target && !point.period.isRunning(day)) {
            pace.actualToDate = actual;
            pace.targetToDate = target;
            pace.toDate = point.period;
        }
    }
    if (!pace.points.isEmpty())
        pace.targetInAll = target;
}

void markGaps(Pace &pace)
{
    std::optional<qint64> known = 0;
    QList<Period> missing;
    for (Pace::Point &point : pace.points) {
        if (!point.actual) {
            missing.append(point.period);
            continue;
        }
        known = sumOf(known, point.actual);
        pace.unknown = missing;
        if (!missing.isEmpty())
            point.atLeast = known;
    }
    if (!pace.unknown.isEmpty())
        pace.reached.reset();
}

} // namespace

Grain paceGrain(const QList<TypedFigure> &targets, qint64 stage, Grain numbers)
{
    QList<TypedFigure> own;
    std::copy_if(targets.begin(), targets.end(), std::back_inserter(own),
                 [stage](const TypedFigure &target) { return target.stage == stage && target.amount; });
    const bool isKnown = std::any_of(own.begin(), own.end(), [numbers](const TypedFigure &target) {
        return target.period.grain == numbers;
    });
    return isKnown || own.isEmpty() ? numbers : usualGrain(own);
}

Pace paceOf(const QList<FunnelFigures> &funnels, const QList<TypedFigure> &targets, qint64 stage,
            Measure measure, Grain grain, QDate day, int firstMonth)
{
    QString currency;
    QMap<Period, std::optional<qint64>> wanted;
    for (const TypedFigure &target : targets) {
        if (target.stage != stage || target.period.grain != grain)
            continue;
        const auto value = measure == Measure::Worth ? inCurrency(target.worth, currency) : target.amount;
        if (value)
            wanted.insert(target.period, value);
    }
    Pace pace;
    if (wanted.isEmpty())
        return pace;
    keepOneYear(wanted, day, firstMonth);
    for (const Period &period : periodsBetween(wanted.firstKey(), wanted.lastKey()))
        pace.points.append({.period = period, .actual = {}, .target = wanted.value(period)});
    for (const FunnelFigures &funnel : funnels) {
        for (Pace::Point &point : pace.points) {
            if (point.period != funnel.period)
                continue;
            for (qsizetype i = 0; i < funnel.stages.size(); ++i)
                if (funnel.stages.at(i).id == stage)
                    point.actual = measure == Measure::Worth
                        ? inCurrency(funnel.figures.at(i).worth, currency)
                        : funnel.figures.at(i).amount;
        }
    }
    addUp(pace, day);
    markGaps(pace);
    return pace;
}

void noteOtherGrain(Pace &pace, Grain numbers)
{
    if (pace.points.isEmpty() || pace.points.first().period.grain == numbers)
        return;
    const bool isKnown = std::any_of(pace.points.begin(), pace.points.end(),
                                     [](const Pace::Point &point) { return point.actual.has_value(); });
    if (!isKnown)
        pace.otherGrain = numbers;
}

QString paceProblem(const Pace &pace)
{
    if (!pace.otherGrain || pace.points.isEmpty())
        return {};
    return Texts::tr(
               "Cannot be worked out: the numbers are typed by “%1”, the targets by “%2”, and the one is "
               "not made of the other. Type both for the same periods.")
        .arg(grainLabel(*pace.otherGrain), grainLabel(pace.points.first().period.grain));
}
