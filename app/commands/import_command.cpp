#include "app/commands/command.h"

#include "app/commands/import_options.h"
#include "app/commands/import_output.h"
#include "models/exchange/workbook_figures.h"
#include "models/funnel/deals/known_sums.h"
#include "models/funnel/import/column_remarks.h"
#include "models/funnel/import/crm_table.h"
#include "models/funnel/import/deal_store.h"
#include "models/funnel/import/import_plan.h"
#include "models/funnel/import/silent_status.h"
#include "models/funnel/import/typed_numbers.h"
#include "models/tables/words.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <algorithm>

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
        return u"FILE DATA [DATA2…] [--join COLUMN]… [--rows deal|lead|stage|item] [--sheet NAME|all] "
               u"[--mapping "
               u"NAME] "
               "[--save-mapping NAME] [--stage CRM=STAGE] [--date-order dmy|mdy|ymd] [--currency CODE] "
               "[--column COLUMN=ROLE] [--lost-at STAGE] [--merge TEXT=TEXT] [--encoding NAME] "
               "[--header-line NUMBER] [--carry-down COLUMN] "
               "[--keep-blanks] [--no-answer TEXT] [--answer TEXT] "
               "[--anew] [--dry-run] [--json]"_s;
    }
    QString summary() const override { return tr("Take a CRM's export (CSV or Excel) into a workbook."); }
    int argumentCount() const override { return 2; }
    bool takesMoreArguments() const override { return true; }

    QString details() const override
    {
        return tr("What a column can be, as --column takes it") % u'\n' % ImportOptions::rolesText()
            % u"\n\n"_s % rules();
    }

    void addOptions(QCommandLineParser &parser) const override { ImportOptions::add(parser); }
    QStringList repeatableOptions() const override { return ImportOptions::repeatable(); }

    int run(const QCommandLineParser &parser) const override
    {
        const QStringList files = parser.positionalArguments();
        if (const QString mistake = ImportOptions::mistakeIn(parser); !mistake.isEmpty())
            return Commands::wrongUsage(mistake);
        const QTemporaryDir aside;
        const auto document
            = parser.isSet(u"dry-run"_s) ? openToTry(files.at(0), aside) : Commands::open(files.at(0), false);
        if (!document)
            return Commands::fail(document.error());
        ImportOutput output{.stages = readFunnel(**document).stages, .dryRun = parser.isSet(u"dry-run"_s)};
        const auto said = ImportOptions::saidOf(parser, output.stages);
        if (!said)
            return Commands::wrongUsage(said.error().message);
        const auto done = import(**document, parser, *said, output);
        if (!done)
            return Commands::fail(done.error());
        const ImportReport &report = output.outcome.report;
        complainOf(report);
        const bool json = parser.isSet(u"json"_s);
        if (report.taken > 0 || json)
            print(output, json);
        if (report.taken > 0)
            return Commands::Done;
        if (report.rows == 0)
            return Commands::fail(
                {Error::Code::Refused,
                 tr("“%1” has column names but no rows. Export it from your CRM again.").arg(files.at(1))});
        return Commands::fail({Error::Code::Refused, tr("No row of “%1” could be taken.").arg(files.at(1))});
    }

private:
    // A dry run writes and takes it back, and what is old is brought up to date first: all on a copy.
    static Result<std::unique_ptr<Document>> openToTry(const QString &path, const QTemporaryDir &aside)
    {
        const auto document = Commands::open(path);
        if (!document)
            return document.error();
        const QString copy = aside.filePath(QFileInfo(path).fileName());
        if (const auto copied = (*document)->saveCopy(copy); !copied)
            return copied.error();
        return Document::open(copy, {.dataFolder = aside.path()});
    }

    static QString rules()
    {
        return tr(
            "Further files are joined by a column that both have, such as leads and the deals that came of "
            "them;\n--join names it where it is not plain. A history, with a row for each stage that a deal "
            "entered,\nis recognised by its columns, alone or joined.\n\n"
            "Each refused row is named with its line and the reason; the others are taken. Deals that are "
            "there\nalready, by their id, are updated. Where no row can be taken, nothing is changed (exit "
            "code 3).\n\n"
            "A file with the columns of the last import, of its name or understood alike, is taken as that "
            "was;\noptions say otherwise, --anew forgets it.\n\n"
            "Keys of the JSON, which is printed too where every row is refused\n"
            "  rows = taken + ignored + refused; taken = added + updated + unchanged + repeated +\n"
            "  further_stages (rows of a history on a deal of which an earlier row told) +\n"
            "  further_items (rows with a further product of a deal)\n"
            "  absent: deals of the workbook that the file does not have, where it has others of them\n"
            "  dry_run, refused_rows and remarks: [{\"line\", \"text\"}], the first thousand;\n"
            "  with \"file\" where several were joined\n"
            "  mapping: what was taken as what: \"columns\": {name: role}, \"stages\": {text: {\"is\",\n"
            "  \"stage\", \"name\"}}, \"date_orders\": {name: dmy, mdy, ymd, epoch_s, epoch_ms, excel_days "
            "or\n"
            "  excel_days_1904}, \"decimal\", \"grouping\", \"signs_are_said\" by options rather than "
            "seen,\n"
            "  \"currency\" where none is named, \"chances_are_fractions\" (0.4) and not percentages (40),\n"
            "  \"known_by\": columns that tell deals apart where there is no id, \"placeholders\": texts "
            "that\n"
            "  are no answer, \"columns_with_na\": where NA is one, \"spellings\": {role: {text: as what}},\n"
            "  \"stage_of_lost\": id of the stage that lost deals of no known one had reached (0: none), "
            "and\n"
            "  \"stage_of_lost_name\"\n"
            "  as_last_import: whether columns and stages were taken as in the last import\n"
            "  currency_assumed: whether neither a column nor a sign says in which currency amounts are\n"
            "  deals: all that the workbook now holds, as in report; null with --dry-run");
    }

    static Result<void> checkColumns(const TableProfile &profile, const QStringList &said)
    {
        for (const QString &name : said) {
            if (profile.column(name))
                continue;
            QStringList names;
            for (const ColumnProfile &column : profile.columns)
                names.append(column.name);
            return Error{Error::Code::Refused,
                         tr("There is no column “%1”. There are %2.").arg(name, names.join(u", "_s))};
        }
        return {};
    }

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

    static Result<void> import(Document &document, const QCommandLineParser &parser,
                               const ImportOptions::Said &said, ImportOutput &output)
    {
        auto decisions = ImportOptions::decisionsOf(document, parser, said);
        if (!decisions)
            return decisions.error();
        const QString path = parser.positionalArguments().at(1);
        const TableFormat format = ImportOptions::formatOf(parser);
        const auto source = openCrmTable(path, format);
        if (!source)
            return source.error();
        const auto file = lookAtTable(**source, path, format);
        if (!file)
            return file.error();
        QStringList named = said.roles.keys();
        named += format.carriedDown;
        if (const auto known = checkColumns(file->profile, named); !known)
            return known;
        tellOfJoins((*source)->joins(), output);
        if (format.sheet.isEmpty() && !format.allSheets && !file->sheetsAlike.isEmpty())
            tell(output,
                 tr("--sheet all reads every sheet with the columns of “%1”.").arg(file->format.sheet));
        takeAsBefore(document, parser, *file, *decisions, output);
        if (said.stageOfLost)
            decisions->stageOfLost = said.stageOfLost;
        ImportOptions::decidePlaceholders(parser, *decisions);
        auto plan = decideImport(**source, *file, importContextOf(document, QLocale()), *decisions);
        if (!plan)
            return plan.error();
        if (const auto answered = answer(*plan, *file, output); !answered)
            return answered;
        for (const QString &text : ImportOptions::mergeTexts(said, file->profile, plan->mapping))
            tell(output, tr("No row has “%1” as owner, source, region or product.").arg(text));
        tellOfTexts(file->profile, plan->mapping, said.targets, output);
        if (const auto done = carryOut(document, **source, *file, *plan, output); !done)
            return done;
        return output.dryRun ? Result<void>() : keep(document, parser.value(u"save-mapping"_s), output);
    }

    // By a mapping of the workbook, or else by the last import.
    static void takeAsBefore(const Document &document, const QCommandLineParser &parser,
                             const ImportFile &file, ImportDecisions &decisions, ImportOutput &output)
    {
        if (decisions.saved)
            return tellOfMissing(parser.value(u"mapping"_s), decisions.saved->missingIn(file.columns),
                                 output);
        if (parser.isSet(u"anew"_s))
            return;
        const auto last = lastImportOf(document, file, {});
        output.asLastImport = last && (!decisions.rows || *decisions.rows == last->rows);
        if (output.asLastImport)
            ::takeAsBefore(*last, decisions);
    }

    static Result<void> carryOut(Document &document, TableSource &table, const ImportFile &file,
                                 const ImportPlan &plan, ImportOutput &output)
    {
        const auto outcome = importDeals(document, table,
                                         {.fileName = file.name(),
                                          .mapping = plan.mapping,
                                          .stages = output.stages,
                                          .dryRun = output.dryRun});
        if (!outcome)
            return outcome.error();
        output.outcome = *outcome;
        output.outcome.report.remarks = plan.report.remarks + outcome->report.remarks;
        output.mapping = plan.mapping;
        output.assumesCurrency = !plan.assumedCurrency.isEmpty();
        return {};
    }

    static Result<void> keep(Document &document, const QString &mapping, ImportOutput &output)
    {
        if (const QString name = mapping.trimmed(); !name.isEmpty() && output.outcome.report.taken > 0)
            if (const auto saved = saveMapping(document, name, output.mapping); !saved)
                return saved;
        return readDealsOf(document, output);
    }

    // What is open is told, and answered as most would; without a stage there is no answer.
    static Result<void> answer(const ImportPlan &plan, const ImportFile &file, ImportOutput &output)
    {
        for (const OpenQuestion &question : plan.questions) {
            if (question.kind == OpenQuestion::Kind::NoStageColumn)
                return Error{
                    Error::Code::Refused,
                    tr("No column of “%1” says which deals are won, lost or at which stage. Export that from "
                       "the CRM too, say which column it is, as in --column \"COLUMN=stage\", or at which "
                       "stage "
                       "all of them are, as in --stage =Lead.")
                        .arg(file.path)};
            if (question.kind == OpenQuestion::Kind::HistoryColumn)
                return Error{
                    Error::Code::Refused,
                    tr("Each row of “%1” is a stage that a deal entered, but no column is “%2”. Say which "
                       "is, as in --column \"COLUMN=%3\".")
                        .arg(file.path, roleLabel(*roleFromKey(question.subject)), question.subject)};
            const ColumnProfile *column = file.column(question.subject);
            if (question.kind == OpenQuestion::Kind::DateOrder && column && column->dates.mayBeYearFirst())
                tell(output,
                     tr("Dates of “%1” could have the day or the year first; the day was taken to be first. "
                        "To "
                        "take the year, say --date-order ymd.")
                         .arg(question.subject));
            else
                tell(output,
                     question.kind == OpenQuestion::Kind::Stage
                             && isStageOfDates(file.profile, plan.mapping, question.subject)
                         ? tr("“%1”, a column of days, is named for no stage that is known.")
                               .arg(shortened(question.subject))
                         : textOf(question, plan.mapping));
        }
        tellOfUnknownStages(plan, file, output);
        return {};
    }

    // Beside a stage, days of one that is not known say nothing; where there is none, the last of them is the
    // stage.
    static void tellOfUnknownStages(const ImportPlan &plan, const ImportFile &file, ImportOutput &output)
    {
        const bool hasStages = !stageColumns(plan.mapping).isEmpty();
        QString example, exampleOfDates;
        for (const OpenQuestion &question : plan.questions) {
            if (question.kind != OpenQuestion::Kind::Stage)
                continue;
            const bool isOfDates = isStageOfDates(file.profile, plan.mapping, question.subject);
            QString &first = isOfDates ? exampleOfDates : example;
            first = first.isEmpty() ? question.subject : first;
        }
        QStringList stages;
        for (const Stage &stage : std::as_const(output.stages))
            stages.append(stage.name);
        const auto tellOf = [&](const QString &stage, const QString &text) {
            if (!stage.isEmpty())
                tell(output, text.arg(shortened(stage), stages.join(u", "_s)));
        };
        tellOf(example,
               tr("Rows at such a stage are refused, where no other column says that they were won or lost, "
                  "until "
                  "you say what it is, as in --stage \"%1=won\": won, lost, open, ignore or a stage of the "
                  "workbook (%2)."));
        if (const QString status = statusToLeaveOut(file.profile, plan.mapping, example); !status.isEmpty())
            tell(output,
                 tr("If “%1” says nothing of a deal, leave it out: --column \"%1=none\".").arg(status));
        tellOf(exampleOfDates,
               hasStages
                   ? tr("The days in such a column count for no stage until you say which it is, as in "
                        "--stage \"%1=STAGE\": one of the workbook (%2). No row is refused for them.")
                   : tr("Rows that came to such a stage last are refused until you say what it is, as in "
                        "--stage \"%1=won\": won, lost, open, ignore or a stage of the workbook (%2)."));
    }

    static void tellOfJoins(const QList<FileJoin> &joins, ImportOutput &output)
    {
        for (const FileJoin &join : joins)
            if (!join.keys.isEmpty())
                tell(output,
                     tr("“%1” was joined by “%2”, matching rows: %3. --join takes another column.")
                         .arg(join.file, join.key(), QLocale().toString(join.keys.first().matches)));
    }

    static void tellOfMissing(const QString &mapping, const QStringList &columns, ImportOutput &output)
    {
        if (!columns.isEmpty())
            tell(output, missingColumnsText(mapping, columns));
    }

    static void tell(ImportOutput &output, const QString &text)
    {
        Commands::complain(text);
        output.told.append({0, text});
    }

    static void tellOfTexts(const TableProfile &profile, const ImportMapping &mapping,
                            const StageTargets &targets, ImportOutput &output)
    {
        for (const SpellingGroup &group : findSpellings(profile, mapping.columns))
            if (mergedAs(group, mapping.spellings) == QString())
                tell(output, textOf(group));
        const auto texts = stageTexts(profile, mapping);
        for (const auto &[text, target] : targets.asKeyValueRange())
            if (std::none_of(texts.begin(), texts.end(),
                             [&name = text](const auto &there) { return there.first == name; }))
                tell(output,
                     text.isEmpty() ? tr("Every row names a stage.")
                                    : tr("No row is at the stage “%1”.").arg(text));
    }

    static Result<void> readDealsOf(const Document &document, ImportOutput &output)
    {
        if (!hasDeals(document))
            return {};
        auto summary = summaryOfDeals(document, output.stages, usualGrain(readFunnel(document).typed));
        if (!summary)
            return summary.error();
        output.deals = std::move(*summary);
        if (const QString typed = typedBeforeImportedText(document, output.outcome, QLocale());
            !typed.isEmpty())
            tell(output, typed);
        return {};
    }

    static void print(const ImportOutput &output, bool json)
    {
        Commands::print(json ? QString::fromUtf8(QJsonDocument(output.toJson()).toJson()).trimmed()
                             : output.toText());
    }

    static QString textOf(const SpellingGroup &group)
    {
        QStringList texts, merges;
        for (const auto &[text, count] : group.texts) {
            texts.append(tr("“%1” (%2)").arg(shortened(text)).arg(count));
            if (text != group.texts.first().first)
                merges.append(u"--merge \"%1=%2\""_s.arg(text, group.texts.first().first));
        }
        const QString said = areOneInFigures(group) ? tr("%1: %2 are one in the figures, but written "
                                                         "differently in the rows. To write them alike, say "
                                                         "%3.")
                                                    : tr("%1: %2 count apart. To take them as one, say %3.");
        return said.arg(roleLabel(group.role), texts.join(u", "_s), merges.join(u' '));
    }

    static QString textOf(const OpenQuestion &question, const ImportMapping &mapping)
    {
        switch (question.kind) {
        case OpenQuestion::Kind::DateOrder:
            return (mapping.dateOrders.value(question.subject) == DateOrder::MonthDayYear
                        ? tr("Dates of “%1” could have the day or the month first; the month was taken to be "
                             "first. To take the day, say --date-order dmy.")
                        : tr("Dates of “%1” could have the day or the month first; the day was taken to be "
                             "first. To take the month, say --date-order mdy."))
                .arg(question.subject);
        case OpenQuestion::Kind::NumberSigns:
            return tr("The numbers of “%1” could be thousands or have decimals; “1.234” and “1,234” were "
                      "taken to be "
                      "thousands.")
                .arg(question.subject);
        default:
            return tr("“%1” is no stage that is known.").arg(shortened(question.subject));
        }
    }
};

} // namespace

std::unique_ptr<Command> makeImportCommand()
{
    return std::make_unique<ImportCommand>();
}
