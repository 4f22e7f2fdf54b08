#include "app/commands/command.h"
#include "app/commands/filled_plan.h"

#include "models/arithmetic/share.h"
#include "models/exchange/plan_figures.h"
#include "models/funnel/step_origins.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRuns = 1'000'000;

// Says how likely the plan reaches its goal.
class SimulateCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(SimulateCommand)

public:
    QString verb() const override { return u"simulate"_s; }
    QString arguments() const override { return u"FILE [--seed N] [--runs N] [--json]"_s; }
    QString summary() const override
    {
        return tr("Say how likely the plan reaches its goal, from low, likely and high rates.");
    }
    QString details() const override
    {
        return tr(
            "Rates and deal size are drawn from triangular distributions. The same seed and number of runs\n"
            "give the same result on every machine.\n"
            "Keys: {\"seed\", \"runs\", \"distribution\", \"goal\": money, \"reached\": runs, \"chance\": "
            "rate,\n"
            "  \"low_10\", \"middle_50\", \"high_90\": money, \"taken_from\": as in that of targets,\n"
            "  \"other_steps\": what is to be checked of rates that were agreed for another step}\n"
            "A deal size or rate that the plan does not say is that of the newest full period.");
    }
    int argumentCount() const override { return 1; }

    void addOptions(QCommandLineParser &parser) const override
    {
        const SimulationSettings usual;
        parser.addOption(
            {u"seed"_s, tr("Where the random numbers begin."), u"N"_s, QString::number(usual.seed)});
        parser.addOption(
            {u"runs"_s, tr("How often the plan is played through."), u"N"_s, QString::number(usual.runs)});
        parser.addOption({u"json"_s, tr("Print JSON.")});
    }

    int run(const QCommandLineParser &parser) const override
    {
        bool isSeed = false, isCount = false;
        SimulationSettings settings;
        settings.seed = parser.value(u"seed"_s).toULongLong(&isSeed);
        settings.runs = parser.value(u"runs"_s).toInt(&isCount);
        if (!isSeed || !isCount || settings.runs < 1 || settings.runs > mostRuns)
            return Commands::wrongUsage(
                tr("--seed is a whole number of 0 or more, --runs one from 1 to %1.").arg(mostRuns));
        const auto document = Commands::open(parser.positionalArguments().constFirst());
        if (!document)
            return Commands::fail(document.error());
        const auto filled = readFilledPlan(**document);
        if (!filled)
            return Commands::fail(filled.error());
        const FunnelPlan &plan = filled->inputs.plan;
        const Simulation result = simulate(plan, settings);
        if (!result.problem.isNone())
            return Commands::fail({Error::Code::Refused, result.problem.reason()});
        askAboutRates(plan);
        QJsonObject json = simulationToJson(result, settings);
        json.insert(u"taken_from"_s, gapsToJson(plan, filled->gaps));
        const QStringList remarks = otherStepRemarks(plan);
        json.insert(u"other_steps"_s, QJsonArray::fromStringList(remarks));
        const QStringList lines = gapLines(plan, filled->gaps) + remarks + QStringList{textOf(result)};
        Commands::print(parser.isSet(u"json"_s) ? QString::fromUtf8(QJsonDocument(json).toJson()).trimmed()
                                                : lines.join(u'\n'));
        return Commands::Done;
    }

private:
    // They may be meant, and may be a slip.
    static void askAboutRates(const FunnelPlan &plan)
    {
        for (qsizetype i = 1; i < plan.rates.size() && i < plan.stages.size(); ++i) {
            const PlannedRate &rate = plan.rates.at(i);
            if (std::max({rate.low.value_or(0), rate.likely.value_or(0), rate.high.value_or(0)}) > WholeShare)
                Commands::complain(
                    tr("A rate into “%1” is above 100 %: is that meant?").arg(plan.stages.at(i).name));
        }
    }

    static QString textOf(const Simulation &result)
    {
        const QLocale locale;
        return tr("Chance of reaching %1: %2\nOne run in ten ends at or below %3, half at or below %4, nine "
                  "in "
                  "ten at or below %5.")
            .arg(result.goal.toText(locale), result.chance().toText(locale, 1), result.low.toText(locale),
                 result.middle.toText(locale), result.high.toText(locale));
    }
};

} // namespace

std::unique_ptr<Command> makeSimulateCommand()
{
    return std::make_unique<SimulateCommand>();
}
