#include "models/funnel/typed_contradictions.h"

#include "models/funnel/funnel_store.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TypedContradictions)
};

using KnownByPeriod = QMap<Period, TypedFigure>;

// What is typed of a stage, and of what is not typed what its parts add up to.
KnownByPeriod knownOf(const QList<TypedFigure> &rolled, qint64 stage)
{
    KnownByPeriod known;
    for (const TypedFigure &figure : rolled) {
        if (figure.stage != stage)
            continue;
        TypedFigure &there = known[figure.period];
        there.amount = there.amount ? there.amount : figure.amount;
        there.worth = there.worth ? there.worth : figure.worth;
    }
    return known;
}

struct Parts
{
    std::optional<Money> sum; // of those that are known; a count has no currency
    bool areAllKnown = true;
};

std::optional<Money> figureOf(const TypedFigure &figure, Measure measure)
{
    if (measure == Measure::Worth)
        return figure.worth;
    return figure.amount ? std::optional(Money{*figure.amount, {}}) : std::nullopt;
}

// Nothing where they are in several currencies, or too large.
std::optional<Parts> partsOf(const KnownByPeriod &known, const Period &whole, Measure measure)
{
    const Grain grain = whole.grain == Grain::Year ? Grain::Quarter : Grain::Month;
    Parts parts;
    for (const Period &part :
         periodsBetween(Period::containing(whole.start, grain), Period::containing(whole.end(), grain))) {
        const auto figure = figureOf(known.value(part), measure);
        if (!figure) {
            parts.areAllKnown = false;
            continue;
        }
        parts.sum = parts.sum ? sum(*parts.sum, *figure) : figure;
        if (!parts.sum)
            return {};
    }
    return parts;
}

bool areContrary(const Money &typed, const Parts &parts, Measure measure)
{
    if (!parts.sum || parts.sum->currency != typed.currency)
        return false;
    if (parts.areAllKnown)
        return parts.sum->minor != typed.minor;
    return measure == Measure::Amount && parts.sum->minor > typed.minor; // a value may fall again
}

// Those of which periods of more than one length are typed.
QStringList segmentsToLookAt(const Document &document)
{
    QMap<QString, QSet<QString>> grains; // by name, in small letters
    for (const QVariantMap &row : document.rows(u"funnel_number"_s))
        if (const QString name = row.value(u"segment"_s).toString().trimmed(); !name.isEmpty())
            grains[name.toLower()].insert(row.value(u"grain"_s).toString());
    QStringList segments;
    for (const QVariantMap &row : document.rows(u"funnel_number"_s)) {
        const QString name = row.value(u"segment"_s).toString().trimmed();
        if (grains.value(name.toLower()).size() > 1 && !segments.contains(name, Qt::CaseInsensitive))
            segments.append(name);
    }
    return segments;
}

} // namespace

QString TypedContradiction::text(const QLocale &locale) const
{
    const auto figure = [&](qint64 value) {
        return measure == Measure::Amount ? locale.toString(value) : Money{value, currency}.toText(locale);
    };
    const QString name
        = segment.isEmpty() ? stage : Texts::tr("%1 of %2", "stage, segment").arg(stage, segment);
    const bool isYear = whole.grain == Grain::Year;
    const QString sentence = !isPartial ? isYear
            ? Texts::tr("%1, %2: typed as %3, while its quarters add up to %4.")
            : Texts::tr("%1, %2: typed as %3, while its months add up to %4.")
        : isYear ? Texts::tr("%1, %2: typed as %3, while those of its quarters that are known add up to %4 "
                             "already.")
                 : Texts::tr("%1, %2: typed as %3, while those of its months that are known add up to %4 "
                             "already.");
    return sentence.arg(name, whole.label(locale), figure(typed), figure(parts));
}

QList<TypedContradiction> contradictionsIn(const QList<TypedFigure> &typed, const QList<Stage> &stages,
                                           const QString &segment)
{
    QList<TypedContradiction> contradictions;
    const QList<TypedFigure> rolled = rolledUp(typed);
    for (const Stage &stage : stages) {
        const KnownByPeriod known = knownOf(rolled, stage.id);
        KnownByPeriod wholes;
        for (const TypedFigure &figure : typed)
            if (figure.stage == stage.id
                && (figure.period.grain == Grain::Quarter || figure.period.grain == Grain::Year))
                wholes.insert(figure.period, figure);
        for (const auto &[period, figure] : wholes.asKeyValueRange())
            for (const Measure measure : {Measure::Amount, Measure::Worth}) {
                const auto whole = figureOf(figure, measure);
                const auto parts = whole ? partsOf(known, period, measure) : std::nullopt;
                if (parts && areContrary(*whole, *parts, measure))
                    contradictions.append({.stage = stage.name,
                                           .segment = segment,
                                           .whole = period,
                                           .measure = measure,
                                           .typed = whole->minor,
                                           .parts = parts->sum->minor,
                                           .currency = whole->currency,
                                           .isPartial = !parts->areAllKnown});
            }
    }
    return contradictions;
}

QList<TypedContradiction> typedContradictions(const Document &document)
{
    const QList<Stage> stages = readStages(document);
    QList<TypedContradiction> contradictions = contradictionsIn(readTyped(document), stages);
    for (const QString &segment : segmentsToLookAt(document))
        contradictions += contradictionsIn(readTyped(document, {.segment = segment}), stages, segment);
    return contradictions;
}
