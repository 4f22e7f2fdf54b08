#include "app/commands/command.h"
#include "app/commands/filled_plan.h"

#include "models/exchange/plan_figures.h"
#include "models/funnel/stages/named_stage.h"
#include "models/funnel/step_origins.h"
#include "models/worksheet/workbook_currency.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

// Works a plan out: backwards from its goal, or forwards from a number at a stage.
class TargetsCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(TargetsCommand)

public:
    QString verb() const override { return u"targets"_s; }
    QString arguments() const override
    {
        return u"FILE [--goal AMOUNT] [--deal-size AMOUNT] [--from STAGE=COUNT] [--per UNIT] [--json]"_s;
    }
    QString summary() const override
    {
        return tr("Work the plan out backwards: from the revenue goal to the visitors it needs.");
    }
    QString details() const override
    {
        return tr(
            "Counts are rounded up at each step; \"exact\" is the figure with nothing rounded on the way.\n"
            "A deal size or rate that the plan does not say is that of the newest full period.\n"
            "A scenario has its own goal and deal size where it names them, whatever --goal and --deal-size "
            "say.\n"
            "Keys: {\"goal\", \"marketing_share\", \"marketing_goal\", \"deal_size\", \"grain\", \"start\",\n"
            "  \"first_month\", \"last_month\": of the plan; a year from July runs to June, \"per\",\n"
            "  \"stages\": [{\"stage\", \"rate\", \"count\", \"exact\", \"per_unit\", \"asked_about\", "
            "\"agreed_from\":\n"
            "  the stage that the rate led out of when it was agreed, \"other_step\": what is to be checked "
            "where\n"
            "  another one stands there now, or null, \"problem\"}],\n"
            "  \"spend\", \"hours_needed\", \"lead_ceiling\", \"above_ceiling\",\n"
            "  \"by_month\", \"by_quarter\", \"by_region\", \"by_product\", \"by_source\": [{\"part\", "
            "\"counts\"}],\n"
            "  \"no_quarters\": why \"by_quarter\" is empty, or null,\n"
            "  \"scenarios\": [{\"name\", \"goal\", \"deal_size\", \"marketing_share\", \"rates\" and "
            "\"counts\" along the stages,\n"
            "  \"other_steps\": what is to be checked of rates that were agreed for another step,\n"
            "  \"spend\", \"hours_needed\", \"chance\" of the goal, \"problem\": why some are null, or "
            "null}],\n"
            "  \"taken_from\": {\"period\", \"deal_size\": true or false, \"rates\": stages} or null}; what "
            "cannot be worked out is\n"
            "  {\"value\": null, \"problem\": why}. With --from also \"reached\": {\"stage\", \"count\",\n"
            "  \"counts\": from that stage on, rounded down, \"goal\"}.");
    }
    int argumentCount() const override { return 1; }

    void addOptions(QCommandLineParser &parser) const override
    {
        parser.addOption({u"goal"_s, tr("Another revenue goal, as in \"600000 EUR\"."), u"AMOUNT"_s});
        parser.addOption({u"deal-size"_s, tr("Another deal size, as in \"20000 EUR\"."), u"AMOUNT"_s});
        parser.addOption({u"from"_s, tr("Say what so many at a stage lead to."), u"STAGE=COUNT"_s});
        parser.addOption({u"per"_s, tr("Show counts for one of these too."),
                          u"year|quarter|month|working_day"_s, u"month"_s});
        parser.addOption({u"json"_s, tr("Print JSON.")});
    }

    int run(const QCommandLineParser &parser) const override
    {
        const auto unit = unitOf(parser.value(u"per"_s));
        if (!unit)
            return Commands::wrongUsage(tr("Say --per year, quarter, month or working_day."));
        const auto document = Commands::open(parser.positionalArguments().constFirst());
        if (!document)
            return Commands::fail(document.error());
        auto filled = readFilledPlan(
            **document, parser.isSet(u"deal-size"_s) ? DealSize::Unmeasured : DealSize::Measured);
        if (!filled)
            return Commands::fail(filled.error());
        PlanInputs &inputs = filled->inputs;
        if (inputs.plan.stages.isEmpty())
            return Commands::fail({Error::Code::Refused, targetsOf(inputs.plan).problem().reason()});
        for (const QString &option : {u"deal-size"_s, u"goal"_s})
            if (parser.isSet(option)
                && !setMoney(inputs, option, parser.value(option), currencyOf(**document, QLocale())))
                return Commands::wrongUsage(
                    tr("“%1” is no amount. Write it like 600000 EUR.").arg(parser.value(option)));
        if (parser.isSet(u"goal"_s) && !inputs.plan.dealSize)
            return Commands::fail({Error::Code::Refused,
                                   tr("The plan says no deal size, and no full period has won deals with a "
                                      "value. Give it with --deal-size, as in --deal-size \"20000 EUR\".")});
        return answer(parser, *filled, *unit);
    }

private:
    using Place = std::pair<int, qint64>; // stage and count

    static int answer(const QCommandLineParser &parser, const FilledPlan &filled, PlanUnit unit)
    {
        const FunnelPlan &plan = filled.inputs.plan;
        QJsonObject json = targetsToJson(filled.inputs, unit);
        json.insert(u"taken_from"_s, gapsToJson(plan, filled.gaps));
        QStringList lines = gapLines(plan, filled.gaps) + linesOf(plan, unit);
        if (parser.isSet(u"from"_s)) {
            const QString text = parser.value(u"from"_s);
            const auto from = placeOf(plan, text);
            if (!from)
                return Commands::wrongUsage(whyNoPlace(plan, text));
            json.insert(u"reached"_s, reachedToJson(plan, from->first, from->second));
            lines.append(lineOf(plan, *from));
        }
        Commands::print(parser.isSet(u"json"_s) ? QString::fromUtf8(QJsonDocument(json).toJson()).trimmed()
                                                : lines.join(u'\n'));
        return Commands::Done;
    }

    static std::optional<PlanUnit> unitOf(const QString &key)
    {
        for (const PlanUnit unit : {PlanUnit::Year, PlanUnit::Quarter, PlanUnit::Month, PlanUnit::WorkingDay})
            if (planUnitKey(unit) == key)
                return unit;
        return {};
    }

    // Without a currency it is in that of the plan, or of the workbook.
    static bool setMoney(PlanInputs &inputs, const QString &option, const QString &text,
                         const QString &currencyOfWorkbook)
    {
        const QString currency = inputs.plan.dealSize ? inputs.plan.dealSize->currency : currencyOfWorkbook;
        auto money = Money::fromPlain(text.simplified());
        if (!money)
            money = Money::fromPlain(text.simplified() % u' ' % currency);
        if (!money)
            return false;
        const bool isGoal = option == u"goal"_s;
        const auto figure = isGoal ? &FunnelPlan::goal : &FunnelPlan::dealSize;
        inputs.plan.*figure = money;
        for (PlanInputs::Scenario &scenario : inputs.scenarios)
            if (!(isGoal ? scenario.hasGoal : scenario.hasDealSize))
                scenario.plan.*figure = money;
        return true;
    }

    static std::optional<Place> placeOf(const FunnelPlan &plan, const QString &text)
    {
        bool isNumber = false;
        const qint64 count = text.section(u'=', -1).trimmed().toLongLong(&isNumber);
        const QList<int> named = stagesNamed(plan.stages, text.section(u'=', 0, -2));
        return isNumber && count >= 0 && named.size() == 1 ? std::optional(Place{named.first(), count})
                                                           : std::nullopt;
    }

    static QString whyNoPlace(const FunnelPlan &plan, const QString &text)
    {
        const QString several = severalNamedRemark(plan.stages, text.section(u'=', 0, -2));
        return several.isEmpty() ? tr("Say --from with a stage of the funnel and a count, as in %1.")
                                       .arg(plan.stages.first().name % u"=1000"_s)
                                 : several;
    }

    static QStringList linesOf(const FunnelPlan &plan, PlanUnit unit)
    {
        const QLocale locale;
        const Targets targets = targetsOf(plan);
        QStringList lines;
        if (const QString span = spanRemark(plan, locale); !span.isEmpty())
            lines.append(span);
        for (int stage = 0; stage < plan.stages.size(); ++stage) {
            const PlannedCount &planned = targets.stages.at(stage);
            const PlannedCount part = perUnit(plan, planned, unit);
            QString line = plan.stages.at(stage).name % u": "_s;
            line += planned.count ? locale.toString(*planned.count) : planned.problem.reason();
            if (part.count)
                line += u"  "_s % tr("(%1: %2)").arg(planUnitLabel(unit), locale.toString(*part.count));
            lines.append(line);
            if (const QString remark = otherStepRemark(plan, stage); !remark.isEmpty())
                lines.append(u"  "_s % remark);
        }
        return lines;
    }

    static QString lineOf(const FunnelPlan &plan, const Place &from)
    {
        const Reached reached = reachedFrom(plan, from.first, from.second);
        const QLocale locale;
        if (!reached.goal.money)
            return reached.goal.problem.reason();
        return tr("%1 of “%2” reach a revenue of %3.")
            .arg(locale.toString(from.second), plan.stages.at(from.first).name,
                 reached.goal.money->toText(locale));
    }
};

} // namespace

std::unique_ptr<Command> makeTargetsCommand()
{
    return std::make_unique<TargetsCommand>();
}
