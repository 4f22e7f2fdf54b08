#include "widgets/charts/funnel_bands.h"

#include "models/arithmetic/dash.h"
#include "models/funnel/column_decimals.h"

#include "models/funnel/handover_texts.h"
#include "models/worksheet/catalogue.h"

#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FunnelBands)
};

using Movement = FunnelBand::Movement;

QString ownerText(Team team)
{
    return team == Team::None ? Texts::tr("No owner") : teamName(team);
}

Money::Decimals decimalsOf(const FunnelQuestion &q)
{
    QList<Money> amounts;
    for (const FunnelFigures *funnel : {&q.now, q.before})
        for (const StageFigure &figure : funnel ? funnel->figures : QList<StageFigure>())
            if (figure.worth)
                amounts.append(*figure.worth);
    return decimalsFor(amounts);
}

QString figureText(const StageFigure &figure, const FunnelQuestion &q)
{
    if (q.measure == Measure::Amount)
        return figure.amount ? q.locale.toString(*figure.amount) : dash();
    if (figure.mixedCurrencies)
        return Texts::tr("several currencies");
    return figure.worth ? figure.worth->toText(q.locale, decimalsOf(q)) : dash();
}

// Widths can be compared within one currency only: that of the first stage that has a value.
std::optional<double> sizeOf(const FunnelFigures &funnel, int i, Measure measure)
{
    const StageFigure &figure = funnel.figures.at(i);
    if (measure == Measure::Amount)
        return figure.amount ? std::optional(static_cast<double>(*figure.amount)) : std::nullopt;
    for (const StageFigure &first : funnel.figures)
        if (first.worth)
            return figure.worth && figure.worth->currency == first.worth->currency
                ? std::optional(static_cast<double>(figure.worth->minor))
                : std::nullopt;
    return {};
}

QString signedText(const QString &text, int sign, const QLocale &locale)
{
    return sign > 0 ? locale.positiveSign() + text : text;
}

int signOf(qint64 number)
{
    return number > 0 ? 1 : number < 0 ? -1 : 0;
}

Movement figureChange(const StageChange &change, Measure measure, const QLocale &locale,
                      Money::Decimals decimals)
{
    if (measure == Measure::Amount && change.amount) {
        const int sign = signOf(*change.amount);
        return {signedText(formatScaled(*change.amount, 0, locale), sign, locale), sign};
    }
    if (measure == Measure::Worth && change.worth) {
        const int sign = signOf(change.worth->minor);
        return {signedText(change.worth->toText(locale, decimals), sign, locale), sign};
    }
    return {};
}

// The sign is that of the rounded text: no arrow beside 0.0.
Movement pointsChange(const Fraction &change, const QLocale &locale)
{
    const Fraction points = change * Fraction(100);
    const auto tenths = points.scaled(1);
    if (!tenths)
        return {};
    const int sign = signOf(*tenths);
    return {signedText(points.toText(locale, 1), sign, locale), sign};
}

// As many decimals for all, so that a column reads well. Small shares keep a second one: 0.07 % is not 0.1 %,
// and what is not 0 is never called 0.
QString rateText(const Rate &rate, const QLocale &locale)
{
    static const Fraction smallest = Fraction::of(1, 10'000);
    if (!rate.isKnown() || rate.value() == Fraction(0) || rate.value() >= Fraction::of(1, 100))
        return rate.toText(locale, 1, false);
    if (rate.value() < smallest)
        return Texts::tr("< %1").arg(smallest.toPercent(locale));
    return rate.toText(locale, 2, false);
}

int indexIn(const QList<Stage> &stages, qint64 id)
{
    for (int i = 0; i < stages.size(); ++i)
        if (stages.at(i).id == id)
            return i;
    return -1;
}

QString figureBefore(const FunnelQuestion &q, int i)
{
    const int j = q.before ? indexIn(q.before->stages, q.now.stages.at(i).id) : -1;
    return j < 0 ? dash() : figureText(q.before->figures.at(j), q);
}

QString againstLabel(const FunnelQuestion &q)
{
    if (!q.before)
        return {};
    return q.beforeIsTarget ? Texts::tr("the target") : q.before->period.label(q.locale);
}

QString sourceText(const StageFigure &figure, Measure measure)
{
    switch (measure == Measure::Amount ? figure.amountSource : figure.worthSource) {
    case FigureSource::Typed:
        return Texts::tr("typed");
    case FigureSource::Computed:
        return Texts::tr("from the CRM");
    case FigureSource::Both:
        return Texts::tr("typed, and from the CRM");
    case FigureSource::None:
        break;
    }
    return {};
}

QString describeFigure(const FunnelQuestion &q, int i, const FunnelBand &band)
{
    const QString source = sourceText(q.now.figures.at(i), q.measure);
    const QString period = q.now.period.label(q.locale);
    QString text = source.isEmpty() ? Texts::tr("Not known in %1.").arg(period)
                                    : Texts::tr("%1 in %2, %3.").arg(band.figure, period, source);
    if (band.change.text.isEmpty())
        return text;
    return text + u'\n'
        + (q.beforeIsTarget
               ? Texts::tr("The target is %1: %2 against it.").arg(figureBefore(q, i), band.change.text)
               : Texts::tr("%1 in %2: changed by %3.")
                     .arg(figureBefore(q, i), againstLabel(q), band.change.text));
}

QString describeRates(const FunnelQuestion &q, int i)
{
    QString text;
    if (i > 0) {
        const Rate step = q.now.stepRate(i - 1, q.measure);
        const QString from = q.now.stages.at(i - 1).name;
        text += u'\n'
            + (step.isKnown() ? Texts::tr("%1 of %2.").arg(step.toText(q.locale), from)
                              : Texts::tr("Rate from %1: %2").arg(from, step.reason()));
        if (step.isAboveOne())
            text += u'\n' + Texts::tr("More than 100 %: are both stages counted in the same way?");
        const Rate overall = q.now.overallRate(i, q.measure);
        if (overall.isKnown() && i > q.now.top(q.measure) + 1)
            text += u'\n'
                + Texts::tr("%1 of %2 at the top.", "rate, stage")
                      .arg(overall.toText(q.locale), q.now.stages.at(q.now.top(q.measure)).name);
    }
    return text;
}

FunnelBand bandOf(const FunnelQuestion &q, int i)
{
    const Stage &stage = q.now.stages.at(i);
    FunnelBand band;
    band.name = stage.name.isEmpty() ? Texts::tr("Unnamed stage") : stage.name;
    band.owner = stage.owner;
    band.ownerText = ownerText(stage.owner);
    band.figure = figureText(q.now.figures.at(i), q);
    band.size = sizeOf(q.now, i, q.measure);
    band.recycleTo = stage.recycleTo == 0 ? -1 : indexIn(q.now.stages, stage.recycleTo);
    if (i > q.now.top(q.measure))
        band.overall = rateText(q.now.overallRate(i, q.measure), q.locale);
    if (i + 1 < q.now.stages.size()) {
        const Rate step = q.now.stepRate(i, q.measure);
        band.step = rateText(step, q.locale);
        band.stepAsked = step.isAboveOne();
    }
    return band;
}

void describeHandover(const FunnelQuestion &q, int i, FunnelBand &band)
{
    const qint64 stage = q.now.stages.at(i).id;
    const GateContract *contract = q.agreed ? q.agreed->contractAfter(stage) : nullptr;
    const HandoverHealth health
        = q.agreed ? q.agreed->health(stage, q.now.period, q.today) : HandoverHealth();
    band.handoverState = health.state;
    band.handoverWord = HandoverTexts::stateWord(health.state);
    band.handoverTerms = HandoverTexts::summary(health, contract, q.locale);
    QStringList lines{Texts::tr("%1 handed over in %2, the log says.")
                          .arg(q.locale.toString(health.handedOver), q.now.period.label(q.locale))};
    lines += HandoverTexts::breaches(health, contract, q.locale);
    if (contract && !contract->gives.isEmpty() && !contract->takes.isEmpty())
        lines.append(Texts::tr("%1 hands over, %2 takes over.").arg(contract->gives, contract->takes));
    band.handoverDescription = lines.join(u'\n');
}

void addHandovers(const FunnelQuestion &q, QList<FunnelBand> &bands)
{
    const QList<int> points = handoverPoints(q.now.stages);
    for (int i = 0; i < bands.size(); ++i) {
        FunnelBand &band = bands[i];
        if (!points.contains(i))
            continue;
        const QString gives = ownerText(giverAt(q.now.stages, i));
        band.handover = true;
        const QString takes = bands.at(i + 1).ownerText;
        band.handoverTitle = Texts::tr("Handover: %1 to %2").arg(gives, takes);
        band.handoverShort = Texts::tr("%1 to %2", "teams at a handover").arg(gives, takes);
        describeHandover(q, i, band);
        band.description += u'\n' + band.handoverTitle + u", "_s + band.handoverTerms;
    }
}

QString targetText(const FunnelQuestion &q, int i)
{
    const TypedFigure *target = q.agreed ? q.agreed->targetOf(q.now.stages.at(i).id, q.now.period) : nullptr;
    if (!target)
        return dash();
    return figureText({.amount = target->amount, .worth = target->worth}, q);
}

QString withArrow(const Movement &movement)
{
    if (movement.text.isEmpty())
        return dash();
    return movement.sign == 0 ? movement.text
                              : QString(QChar(movement.sign > 0 ? 0x25B2 : 0x25BC)) + u' ' + movement.text;
}

} // namespace

QString rateCell(const Rate &rate, const QLocale &locale)
{
    const QString text = rateText(rate, locale);
    constexpr int decimals = 2;
    return rate.isKnown() && (rate.value() == Fraction(0) || rate.value() >= Fraction::of(1, 10'000))
        ? rate.toText(locale, decimals, false)
        : text;
}

FunnelBands funnelBands(const FunnelQuestion &q)
{
    FunnelBands result;
    result.direction = QGuiApplication::layoutDirection();
    result.against = againstLabel(q);
    result.widths = q.widths;
    const QList<StageChange> changes
        = q.before ? compare(q.now, *q.before, q.measure) : QList<StageChange>(q.now.stages.size());
    for (int i = 0; i < q.now.stages.size(); ++i) {
        FunnelBand band = bandOf(q, i);
        band.change = figureChange(changes.at(i), q.measure, q.locale, decimalsOf(q));
        if (!band.step.isEmpty())
            band.stepChange = pointsChange(changes.at(i).stepRate, q.locale);
        band.description = describeFigure(q, i, band) + describeRates(q, i);
        result.bands.append(band);
    }
    addHandovers(q, result.bands);
    return result;
}

FigureTable funnelTable(const FunnelQuestion &q)
{
    const FunnelBands picture = funnelBands(q);
    FigureTable table;
    table.textColumns = 2;
    table.head = {Texts::tr("Stage"), Texts::tr("Owner")};
    if (q.before)
        table.head.append(q.beforeIsTarget ? Texts::tr("Target") : picture.against);
    table.head += {q.now.period.label(q.locale), Texts::tr("Step rate"), Texts::tr("From the top")};
    if (q.before)
        table.head += {Texts::tr("Change"), Texts::tr("Step rate, points")};
    if (!q.beforeIsTarget)
        table.head.append(Texts::tr("Target"));
    for (int i = 0; i < picture.bands.size(); ++i) {
        const FunnelBand &band = picture.bands.at(i);
        QStringList row{band.name, band.ownerText};
        if (q.before)
            row.append(figureBefore(q, i));
        row += {band.figure, i > 0 ? rateCell(q.now.stepRate(i - 1, q.measure), q.locale) : QString(),
                i > q.now.top(q.measure) ? rateCell(q.now.overallRate(i, q.measure), q.locale) : QString()};
        if (q.before)
            row += {withArrow(band.change),
                    i > 0 ? withArrow(picture.bands.at(i - 1).stepChange) : QString()};
        if (!q.beforeIsTarget)
            row.append(targetText(q, i));
        table.rows.append(row);
    }
    return table;
}

QString sourcesOf(const QList<FunnelFigures> &funnels)
{
    bool typed = false, computed = false;
    for (const FunnelFigures &funnel : funnels)
        for (const StageFigure &figure : funnel.figures) {
            for (const FigureSource source : {figure.amountSource, figure.worthSource}) {
                typed |= isFrom(source, FigureSource::Typed);
                computed |= isFrom(source, FigureSource::Computed);
            }
        }
    if (typed && computed)
        return Texts::tr("typed numbers and CRM import");
    return computed ? Texts::tr("CRM import") : Texts::tr("typed numbers");
}
