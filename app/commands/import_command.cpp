#include "app/commands/command.h"

#include "models/exchange/table_file.h"
#include "models/exchange/workbook_figures.h"
#include "models/funnel/import/deal_store.h"
#include "models/funnel/import/known_sums.h"
#include "models/worksheet/workbook_currency.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

// Takes a CRM's export into a workbook.
class ImportCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)

public:
    QString verb() const override { return u"import"_s; }
    QString arguments() const override
    {
        return u"FILE DATA [DATA2…] [--join COLUMN] [--rows deal|stage] [--sheet NAME] [--mapping NAME] "
               "[--dry-run] [--json]"_s;
    }
    QString summary() const override { return tr("Take a CRM's export (CSV or Excel) into a workbook."); }
    int argumentCount() const override { return 2; }
    bool takesMoreArguments() const override { return true; }

    QString details() const override
    {
        return tr(
            "Further files are joined by a column that both have, such as leads and the deals that came of "
            "them;\n--join names it where it is not plain. A history, with a row for each stage that a deal "
            "entered,\nis recognised by its columns, alone or joined.\n\n"
            "Each refused row is named with its line and the reason; the others are taken. Deals that are "
            "there\nalready, by their id, are updated. Where no row can be taken, nothing is changed (exit "
            "code 3).\n\n"
            "Keys of the JSON, which is printed too where every row is refused\n"
            "  rows = taken + ignored + refused; taken = added + updated + unchanged + repeated +\n"
            "  further_stages (rows of a history on a deal of which an earlier row told)\n"
            "  dry_run, refused_rows and remarks: [{\"line\", \"text\"}], the first thousand;\n"
            "  with \"file\" where several were joined\n"
            "  mapping: what was taken as what: \"columns\": {name: role}, \"stages\": {text: {\"is\"}},\n"
            "  \"date_orders\": {name: order}, \"decimal\", \"grouping\", \"currency\" where none is named\n"
            "  deals: all that the workbook now holds, as in report; null with --dry-run");
    }

    void addOptions(QCommandLineParser &parser) const override
    {
        parser.addOption({u"join"_s, tr("The column by which further files are joined."), u"COLUMN"_s});
        parser.addOption(
            {u"rows"_s, tr("What each row is: a deal, or a stage that a deal entered; otherwise recognised."),
             u"deal|stage"_s});
        parser.addOption(
            {u"sheet"_s, tr("The sheet of an Excel workbook; otherwise the first with a table."), u"NAME"_s});
        parser.addOption(
            {u"mapping"_s, tr("Columns and stages as saved in the workbook under this name."), u"NAME"_s});
        parser.addOption({u"dry-run"_s, tr("Only tell what would happen.")});
        parser.addOption({u"json"_s, tr("Print JSON.")});
    }

    int run(const QCommandLineParser &parser) const override
    {
        const QStringList files = parser.positionalArguments();
        if (const QString rows = parser.value(u"rows"_s);
            parser.isSet(u"rows"_s) && rows != u"deal" && rows != u"stage")
            return Commands::wrongUsage(tr("Each row is a “deal” or a “stage”, not “%1”.").arg(rows));
        const auto document = Commands::open(files.at(0), false);
        if (!document)
            return Commands::fail(document.error());
        const auto done = import(**document, parser);
        if (!done)
            return Commands::fail(done.error());
        const bool dryRun = parser.isSet(u"dry-run"_s), json = parser.isSet(u"json"_s);
        const ImportReport &report = done->outcome.report;
        complainOf(report);
        const int printed
            = report.taken > 0 || json ? print(**document, *done, dryRun, json) : Commands::Done;
        if (report.taken > 0)
            return printed;
        return Commands::fail({Error::Code::Refused, tr("No row of “%1” could be taken.").arg(files.at(1))});
    }

private:
    struct Imported
    {
        ImportOutcome outcome;
        ImportMapping mapping;
    };

    // Every refused row, and the first of the remarks on others.
    static void complainOf(const ImportReport &report)
    {
        constexpr qsizetype shownRemarks = 20;
        for (const TableRemark &row : report.refusedRows)
            Commands::complain(textOf(row));
        for (const TableRemark &remark : report.remarks.mid(0, shownRemarks))
            Commands::complain(textOf(remark));
        if (const auto more = report.remarks.size() - shownRemarks; more > 0)
            Commands::complain(tr("Further remarks: %1; --json lists them.").arg(more));
    }

    static QString textOf(const TableRemark &remark)
    {
        const QString text
            = remark.line > 0 ? tr("Line %1: %2").arg(remark.line).arg(remark.text) : remark.text;
        return remark.file.isEmpty() ? text : tr("%1: %2", "file, remark").arg(remark.file, text);
    }

    static Result<Imported> import(Document &document, const QCommandLineParser &parser)
    {
        const QString data = parser.positionalArguments().at(1);
        const QString mappingName = parser.value(u"mapping"_s);
        const FunnelInputs funnel = readFunnel(document);
        ImportContext context{.stages = funnel.stages, .currency = currencyOf(document, QLocale())};
        if (const QString rows = parser.value(u"rows"_s); rows == u"stage")
            context.rows = RowMeaning::StageEntered;
        else if (rows == u"deal")
            context.rows = RowMeaning::Deal;
        if (!mappingName.isEmpty()) {
            const auto saved = savedMapping(document, mappingName);
            if (!saved)
                return saved.error();
            context.earlier = *saved;
        }
        const auto source = openTable(data,
                                      {.sheet = parser.value(u"sheet"_s),
                                       .added = parser.positionalArguments().mid(2),
                                       .joinBy = parser.value(u"join"_s)});
        if (!source)
            return source.error();
        const auto profile = profileTable(**source, usualPlaceholders());
        if (!profile)
            return profile.error();
        const auto suggestion = suggestMapping(**source, *profile, context);
        if (!suggestion)
            return suggestion.error();
        for (const OpenQuestion &question : suggestion->questions) {
            if (question.kind == OpenQuestion::Kind::NoStageColumn)
                return Error{
                    Error::Code::Refused,
                    tr("No column of “%1” says which deals are won, lost or at which stage. Export that from "
                       "the CRM too, or choose the columns in the window and save them as a mapping.")
                        .arg(data)};
            if (question.kind == OpenQuestion::Kind::HistoryColumn)
                return Error{
                    Error::Code::Refused,
                    tr("Each row of “%1” is a stage that a deal entered, but no column is “%2”. Choose "
                       "the columns in the window and save them as a mapping.")
                        .arg(data, question.subject)};
            Commands::complain(textOf(question));
        }
        for (const auto &[name, role] : columnsNotUnderstood(*profile, suggestion->mapping.columns))
            Commands::complain(
                tr("“%1” was left out: its cells cannot be read as “%2”.").arg(name, roleLabel(role)));
        for (const SpellingGroup &group : findSpellings(*profile, suggestion->mapping.columns))
            if (mergedAs(group, suggestion->mapping.spellings) == QString())
                Commands::complain(textOf(group));
        const auto outcome = importDeals(document, **source,
                                         {.fileName = namesOf(parser.positionalArguments().mid(1)),
                                          .mapping = suggestion->mapping,
                                          .stages = funnel.stages,
                                          .dryRun = parser.isSet(u"dry-run"_s)});
        if (!outcome)
            return outcome.error();
        return Imported{*outcome, suggestion->mapping};
    }

    static QString namesOf(const QStringList &files)
    {
        QStringList names;
        for (const QString &file : files)
            names.append(QFileInfo(file).fileName());
        return names.join(u" + "_s);
    }

    static QString textOf(const SpellingGroup &group)
    {
        QStringList texts;
        for (const auto &[text, count] : group.texts)
            texts.append(tr("“%1” (%2)").arg(text).arg(count));
        return tr("%1: %2 count apart. To take them as one, choose so in the window and save the mapping.")
            .arg(roleLabel(group.role), texts.join(u", "_s));
    }

    static QString textOf(const OpenQuestion &question)
    {
        switch (question.kind) {
        case OpenQuestion::Kind::DateOrder:
            return tr("Dates of “%1” could have the day or the month first; the day was taken to be first.")
                .arg(question.subject);
        case OpenQuestion::Kind::NumberSigns:
            return tr("The numbers of “%1” could be thousands or have decimals; “1.234” and “1,234” were "
                      "taken to be "
                      "thousands.")
                .arg(question.subject);
        default:
            return tr("“%1” is no stage that is known.").arg(question.subject);
        }
    }

    static int print(const Document &document, const Imported &done, bool dryRun, bool json)
    {
        std::optional<DealSummary> deals;
        if (!dryRun) {
            const FunnelInputs funnel = readFunnel(document);
            auto summary = summaryOfDeals(document, funnel.stages, usualGrain(funnel.typed));
            if (!summary)
                return Commands::fail(summary.error());
            if (hasDeals(document))
                deals = std::move(*summary);
        }
        Commands::print(json
                            ? QString::fromUtf8(QJsonDocument(toJson(done, deals, dryRun)).toJson()).trimmed()
                            : toText(done.outcome, deals, dryRun));
        return Commands::Done;
    }

    static QJsonArray toJson(const QList<TableRemark> &remarks)
    {
        QJsonArray json;
        for (const TableRemark &remark : remarks) {
            QJsonObject object{{u"line"_s, remark.line}, {u"text"_s, remark.text}};
            if (!remark.file.isEmpty())
                object.insert(u"file"_s, remark.file);
            json.append(object);
        }
        return json;
    }

    static QJsonObject toJson(const Imported &done, const std::optional<DealSummary> &deals, bool dryRun)
    {
        const ImportOutcome &outcome = done.outcome;
        const ImportReport &report = outcome.report;
        return {{u"dry_run"_s, dryRun},
                {u"rows"_s, report.rows},
                {u"taken"_s, report.taken},
                {u"added"_s, outcome.added},
                {u"updated"_s, outcome.updated},
                {u"unchanged"_s, outcome.unchanged},
                {u"repeated"_s, report.repeated},
                {u"further_stages"_s, report.furtherStages},
                {u"ignored"_s, report.ignored},
                {u"refused"_s, report.refused},
                {u"refused_rows"_s, toJson(report.refusedRows)},
                {u"remarks"_s, toJson(report.remarks)},
                {u"mapping"_s, done.mapping.toJson()},
                {u"deals"_s, deals ? QJsonValue(dealsToJson(*deals)) : QJsonValue()}};
    }

    static QString toText(const ImportOutcome &outcome, const std::optional<DealSummary> &deals, bool dryRun)
    {
        const QLocale locale;
        const ImportReport &report = outcome.report;
        QStringList lines;
        if (dryRun)
            lines.append(tr("Nothing was changed. An import would do this:"));
        lines.append(tr("Rows: %1; refused: %2; left out because of their stage: %3")
                         .arg(locale.toString(report.rows), locale.toString(report.refused),
                              locale.toString(report.ignored)));
        if (!dryRun && outcome.added + outcome.updated == 0)
            lines.append(tr("The workbook has all of it already; nothing was changed."));
        lines.append(tr("Deals: %1 new, %2 updated, %3 as before")
                         .arg(locale.toString(outcome.added), locale.toString(outcome.updated),
                              locale.toString(outcome.unchanged)));
        if (deals)
            lines += summaryLines(*deals, locale);
        return lines.join(u'\n');
    }

    static QStringList summaryLines(const DealSummary &deals, const QLocale &locale)
    {
        QStringList open, worth;
        for (auto it = deals.openByCrmStage.cbegin(); it != deals.openByCrmStage.cend(); ++it)
            open.append((it.key().isEmpty() ? tr("without a stage") : it.key()) % u' '
                        % locale.toString(it.value()));
        for (const Money &money : deals.won.value.sums())
            worth.append(money.toText(locale));
        QStringList lines{tr("Deals in the workbook: %1; won: %2; lost: %3; open: %4")
                                  .arg(locale.toString(deals.rows), locale.toString(deals.won.count),
                                       locale.toString(deals.lost.count), locale.toString(deals.open.count))
                              % (open.isEmpty() ? QString() : u" ("_s % open.join(u", "_s) % u')'),
                          tr("Win rate, won ÷ (won + lost): %1").arg(deals.winRate().toText(locale))};
        if (!worth.isEmpty())
            lines.insert(1, tr("Won value: %1").arg(worth.join(u"; "_s)));
        for (auto it = deals.wonByClose.cbegin(); it != deals.wonByClose.cend(); ++it)
            lines.append(tr("Won in %1: %2").arg(it.key().label(locale), locale.toString(it->count)));
        return lines;
    }
};

} // namespace

std::unique_ptr<Command> makeImportCommand()
{
    return std::make_unique<ImportCommand>();
}
