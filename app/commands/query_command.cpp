#include "app/commands/command.h"

#include "models/funnel/query/query_figures.h"
#include "models/worksheet/workbook_currency.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

// Fetches stage counts from a database into a workbook.
class QueryCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(QueryCommand)

public:
    QString verb() const override { return u"query"_s; }
    QString arguments() const override { return u"FILE --name NAME [--dry-run] [--json]"_s; }
    QString summary() const override
    {
        return tr("Fetch stage counts from a database, with a query saved in the workbook.");
    }
    int argumentCount() const override { return 1; }

    QString details() const override
    {
        return tr(
            "The password comes from the environment: SMARKETING_DATABASE_PASSWORD, or what the "
            "database's own\nlibrary reads (PGPASSWORD, .pgpass). Numbers are taken over as a whole, in "
            "one step that can be undone,\nor not at all (exit code 3).\n\n"
            "Keys of the JSON\n"
            "  dry_run; figures = added + changed + unchanged\n"
            "  unknown_stages: [{\"stage\", \"rows\"}], left out");
    }

    void addOptions(QCommandLineParser &parser) const override
    {
        parser.addOption({u"name"_s, tr("The name that the query is saved under."), u"NAME"_s});
        parser.addOption({u"dry-run"_s, tr("Only tell what would happen.")});
        parser.addOption({u"json"_s, tr("Print JSON.")});
    }

    int run(const QCommandLineParser &parser) const override
    {
        const QString name = parser.value(u"name"_s);
        if (name.isEmpty())
            return Commands::wrongUsage(tr("Say which query, with --name."));
        const bool dryRun = parser.isSet(u"dry-run"_s);
        const auto document = Commands::open(parser.positionalArguments().at(0), dryRun);
        if (!document)
            return Commands::fail(document.error());
        const auto plan = ask(**document, name);
        if (!plan)
            return Commands::fail(plan.error());
        for (const TableRemark &row : plan->wrongRows)
            Commands::complain(tr("Row %1: %2").arg(row.line).arg(row.text));
        for (const auto &[stage, rows] : plan->unknownStages)
            Commands::complain(
                tr("“%1” is no stage of the workbook; rows left out: %2.").arg(stage).arg(rows));
        if (plan->figures.isEmpty() && plan->wrongRows.isEmpty())
            return Commands::fail({Error::Code::Refused, tr("The query gives nothing to take over.")});
        if (!dryRun || !plan->wrongRows.isEmpty()) // these are refused, and nothing is written
            if (const auto taken = takeOver(**document, *plan, name); !taken)
                return Commands::fail(taken.error());
        Commands::print(parser.isSet(u"json"_s)
                            ? QString::fromUtf8(QJsonDocument(toJson(*plan, dryRun)).toJson()).trimmed()
                            : toText(*plan, dryRun));
        return Commands::Done;
    }

private:
    static Result<QueryPlan> ask(const Document &document, const QString &name)
    {
        const auto query = savedQuery(document, name);
        if (!query)
            return query.error();
        const auto table = runQuery(*query, passwordFromEnvironment());
        if (!table)
            return table.error();
        return planFigures(document, *table, query->grain, currencyOf(document, QLocale()));
    }

    static QJsonObject toJson(const QueryPlan &plan, bool dryRun)
    {
        using enum QueryFigure::State;
        QJsonArray unknown;
        for (const auto &[stage, rows] : plan.unknownStages)
            unknown.append(QJsonObject{{u"stage"_s, stage}, {u"rows"_s, rows}});
        return {{u"dry_run"_s, dryRun},
                {u"figures"_s, plan.figures.size()},
                {u"added"_s, plan.count(New)},
                {u"changed"_s, plan.count(Changed)},
                {u"unchanged"_s, plan.count(AsBefore)},
                {u"unknown_stages"_s, unknown}};
    }

    static QString toText(const QueryPlan &plan, bool dryRun)
    {
        using enum QueryFigure::State;
        const QLocale locale;
        const QString numbers
            = tr("Numbers: %1 new, %2 changed, %3 as before")
                  .arg(locale.toString(plan.count(New)), locale.toString(plan.count(Changed)),
                       locale.toString(plan.count(AsBefore)));
        return dryRun ? tr("Nothing was changed. The query would do this:") % u'\n' % numbers : numbers;
    }
};

} // namespace

std::unique_ptr<Command> makeQueryCommand()
{
    return std::make_unique<QueryCommand>();
}
