#include "app/commands/filled_plan.h"

#include "models/arithmetic/share.h"
#include "models/funnel/plan_gaps.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FilledPlan)
};

} // namespace

Result<FilledPlan> readFilledPlan(const Document &document, DealSize size)
{
    FilledPlan filled{.inputs = readPlan(document), .gaps = {}};
    const auto newest
        = newestFigures(document, readFunnel(document), QDate::currentDate(), Running::Unwanted);
    if (!newest)
        return newest.error();
    FunnelFigures figures = *newest;
    if (size == DealSize::Unmeasured && figures.period.isValid() && !figures.figures.isEmpty())
        figures.figures.last().worth.reset();
    for (PlanInputs::Scenario &scenario : filled.inputs.scenarios)
        (void)fillGaps(scenario.plan, figures);
    filled.gaps = fillGaps(filled.inputs.plan, figures);
    return filled;
}

QJsonValue gapsToJson(const FunnelPlan &plan, const PlanGaps &gaps)
{
    if (!gaps.period.isValid())
        return {};
    QJsonArray rates;
    for (const int stage : gaps.rates)
        rates.append(plan.stages.at(stage).name);
    return QJsonObject{
        {u"period"_s, gaps.period.key()}, {u"deal_size"_s, gaps.dealSize}, {u"rates"_s, rates}};
}

QStringList gapLines(const FunnelPlan &plan, const PlanGaps &gaps)
{
    const QLocale locale;
    const QString period = gaps.period.label(locale);
    QStringList lines;
    if (gaps.dealSize)
        lines.append(
            Texts::tr("Deal size, the average of %1: %2").arg(period, plan.dealSize->toText(locale)));
    for (const int stage : gaps.rates)
        lines.append(Texts::tr("Rate into %1, that of %2: %3")
                         .arg(plan.stages.at(stage).name, period,
                              Rate(Fraction::of(*plan.rates.at(stage).likely, WholeShare)).toText(locale)));
    return lines;
}
