#include "app/commands/command.h"

#include "app/commands/import_output.h"
#include "models/exchange/table_file.h"
#include "models/exchange/workbook_figures.h"
#include "models/funnel/import/column_remarks.h"
#include "models/funnel/import/deal_store.h"
#include "models/funnel/import/decisions.h"
#include "models/funnel/import/known_sums.h"
#include "models/funnel/import/placeholder_texts.h"
#include "models/funnel/import/placeholders.h"
#include "models/worksheet/workbook_currency.h"

#include <QFileInfo>
#include <QJsonDocument>

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
        return u"FILE DATA [DATA2…] [--join COLUMN]… [--rows deal|stage] [--sheet NAME] [--mapping NAME] "
               "[--save-mapping NAME] [--stage CRM=STAGE] [--date-order dmy|mdy|ymd] [--currency CODE] "
               "[--column COLUMN=ROLE] [--encoding NAME] [--header-line NUMBER] [--carry-down COLUMN] "
               "[--keep-blanks] [--no-answer TEXT] [--answer TEXT] "
               "[--anew] [--dry-run] [--json]"_s;
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
            "A file of the same name with the same columns is taken as it was the last time; options say "
            "otherwise,\n--anew forgets it.\n\n"
            "Keys of the JSON, which is printed too where every row is refused\n"
            "  rows = taken + ignored + refused; taken = added + updated + unchanged + repeated +\n"
            "  further_stages (rows of a history on a deal of which an earlier row told)\n"
            "  dry_run, refused_rows and remarks: [{\"line\", \"text\"}], the first thousand;\n"
            "  with \"file\" where several were joined\n"
            "  mapping: what was taken as what: \"columns\": {name: role}, \"stages\": {text: {\"is\",\n"
            "  \"stage\", \"name\"}}, \"date_orders\": {name: dmy, mdy, ymd, epoch_s, epoch_ms, excel_days "
            "or\n"
            "  excel_days_1904}, \"decimal\", \"grouping\", \"currency\" where none is named\n"
            "  as_last_import: whether columns and stages were taken as in the last import\n"
            "  currency_assumed: whether neither a column nor a sign says in which currency amounts are\n"
            "  deals: all that the workbook now holds, as in report; null with --dry-run");
    }

    void addOptions(QCommandLineParser &parser) const override
    {
        parser.addOption(
            {u"join"_s,
             tr("The column by which further files are joined; given several times, that of each "
                "further file in turn."),
             u"COLUMN"_s});
        parser.addOption({u"carry-down"_s,
                          tr("A column with the name of a group in its first row only; otherwise recognised. "
                             "May be given several times."),
                          u"COLUMN"_s});
        parser.addOption({u"keep-blanks"_s, tr("Carry no names of groups down into blank cells.")});
        parser.addOption(
            {u"rows"_s, tr("What each row is: a deal, or a stage that a deal entered; otherwise recognised."),
             u"deal|stage"_s});
        parser.addOption(
            {u"sheet"_s, tr("The sheet of an Excel workbook; otherwise the first with a table."), u"NAME"_s});
        parser.addOption(
            {u"mapping"_s, tr("Columns and stages as saved in the workbook under this name."), u"NAME"_s});
        parser.addOption(
            {u"save-mapping"_s,
             tr("Save what was taken as what in the workbook under this name; not with --dry-run."),
             u"NAME"_s});
        parser.addOption(
            {u"stage"_s,
             tr("What a stage of the CRM means: a stage of the workbook, or won, lost, open or "
                "ignore. Without a name of the CRM, what rows without a stage mean. May be given "
                "several times."),
             u"CRM=STAGE"_s});
        parser.addOption(
            {u"column"_s,
             tr("What a column is, as in the mapping that --json prints: key, name, stage, status, "
                "created, closed, value, currency, owner, source, segment (or region), product, account, or "
                "none. May be given several times."),
             u"COLUMN=ROLE"_s});
        parser.addOption(
            {u"no-answer"_s,
             tr("A text that stands for no answer, beside the usual such as “-” and “n/a”. May be "
                "given several times."),
             u"TEXT"_s});
        parser.addOption({u"answer"_s,
                          tr("A text that is an answer, although it usually stands for none. May be given "
                             "several times."),
                          u"TEXT"_s});
        parser.addOption({u"encoding"_s,
                          tr("Of the letters of a CSV file, as in Windows-1251; otherwise recognised."),
                          u"NAME"_s});
        parser.addOption(
            {u"header-line"_s,
             tr("The line with the names of the columns, 0 where there is none; otherwise recognised."),
             u"NUMBER"_s});
        parser.addOption({u"date-order"_s,
                          tr("Which comes first in dates of figures: day, month or year; otherwise "
                             "recognised."),
                          u"dmy|mdy|ymd"_s});
        parser.addOption({u"currency"_s, tr("Of amounts that do not name theirs, as in EUR."), u"CODE"_s});
        parser.addOption({u"anew"_s,
                          tr("Recognise columns and stages, whatever they were taken as the last "
                             "time.")});
        parser.addOption({u"dry-run"_s, tr("Only tell what would happen.")});
        parser.addOption({u"json"_s, tr("Print JSON.")});
    }

    int run(const QCommandLineParser &parser) const override
    {
        const QStringList files = parser.positionalArguments();
        if (const QString mistake = mistakeIn(parser); !mistake.isEmpty())
            return Commands::wrongUsage(mistake);
        const auto document = Commands::open(files.at(0), false);
        if (!document)
            return Commands::fail(document.error());
        ImportOutput output{.stages = readFunnel(**document).stages, .dryRun = parser.isSet(u"dry-run"_s)};
        const auto targets = targetsOf(parser.values(u"stage"_s), output.stages);
        if (!targets)
            return Commands::wrongUsage(targets.error().message);
        const auto roles = rolesOf(parser.values(u"column"_s));
        if (!roles)
            return Commands::wrongUsage(roles.error().message);
        const auto done = import(**document, parser, {.targets = *targets, .roles = *roles}, output);
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
    // What the options say of texts and columns of the table.
    struct Said
    {
        StageTargets targets;
        CorrectedRoles roles;
    };

    // Of options whose values are known beforehand.
    static QString mistakeIn(const QCommandLineParser &parser)
    {
        const auto isWrong = [&parser](const QString &option, const QStringList &values) {
            return parser.isSet(option) && !values.contains(parser.value(option));
        };
        if (parser.values(u"join"_s).size() > parser.positionalArguments().size() - 2)
            return tr("--join is given more often than there are further files.");
        if (isWrong(u"rows"_s, {u"deal"_s, u"stage"_s}))
            return tr("Each row is a “deal” or a “stage”, not “%1”.").arg(parser.value(u"rows"_s));
        if (isWrong(u"date-order"_s, {u"dmy"_s, u"mdy"_s, u"ymd"_s}))
            return tr("Dates are written as dmy, mdy or ymd, not as “%1”.")
                .arg(parser.value(u"date-order"_s));
        if (const QString code = parser.value(u"currency"_s);
            parser.isSet(u"currency"_s) && !isCurrency(code.toUpper()))
            return tr("“%1” is no currency. Give its code, as in EUR.").arg(code);
        bool isNumber = true;
        if (parser.isSet(u"header-line"_s)
            && (parser.value(u"header-line"_s).toLongLong(&isNumber) < 0 || !isNumber))
            return tr("“%1” is no line of a file. Count from 1, or say 0 where no line has names.")
                .arg(parser.value(u"header-line"_s));
        if (const QString name = parser.value(u"encoding"_s); !name.isEmpty() && !encodingNamed(name)) {
            QStringList names;
            for (const TextEncoding encoding : allEncodings())
                names.append(encodingName(encoding));
            return tr("“%1” is no encoding that can be read. There are %2.").arg(name, names.join(u", "_s));
        }
        if (parser.isSet(u"save-mapping"_s) && parser.value(u"save-mapping"_s).trimmed().isEmpty())
            return tr("Give the mapping a name to save it under.");
        return {};
    }

    static std::optional<qint64> headerLineOf(const QCommandLineParser &parser)
    {
        return parser.isSet(u"header-line"_s) ? std::optional(parser.value(u"header-line"_s).toLongLong())
                                              : std::nullopt;
    }

    static Result<StageTargets> targetsOf(const QStringList &values, const QList<Stage> &stages)
    {
        StageTargets targets;
        for (const QString &value : values) {
            const qsizetype sign = value.lastIndexOf(u'=');
            const StageTarget target = sign < 0 ? StageTarget{} : targetNamed(value.mid(sign + 1), stages);
            if (target.kind == StageTarget::Kind::Unknown) {
                QStringList names;
                for (const Stage &stage : stages)
                    names.append(stage.name);
                return Error{
                    Error::Code::Refused,
                    tr("“%1” names no stage. Write it as CRM=STAGE with one of %2, won, lost, open or "
                       "ignore.")
                        .arg(value, names.join(u", "_s))};
            }
            targets.insert(value.left(sign).trimmed(), target);
        }
        return targets;
    }

    static Result<CorrectedRoles> rolesOf(const QStringList &values)
    {
        CorrectedRoles roles;
        for (const QString &value : values) {
            const qsizetype sign = value.lastIndexOf(u'=');
            const QString key = value.mid(sign + 1).trimmed().toLower();
            const auto role = roleFromKey(key == u"region" ? u"segment"_s : key);
            if (sign <= 0 || (!role && key != u"none")) {
                QStringList keys{u"none"_s};
                for (const ColumnRole each : allColumnRoles())
                    keys.append(roleKey(each));
                return Error{Error::Code::Refused,
                             tr("“%1” says not what a column is. Write it as COLUMN=ROLE with one of %2.")
                                 .arg(value, keys.join(u", "_s))};
            }
            roles.insert(value.left(sign).trimmed(), role);
        }
        return roles;
    }

    static Result<void> checkColumns(const TableProfile &profile, const CorrectedRoles &roles)
    {
        for (auto role = roles.keyBegin(); role != roles.keyEnd(); ++role) {
            if (profile.column(*role))
                continue;
            QStringList names;
            for (const ColumnProfile &column : profile.columns)
                names.append(column.name);
            return Error{Error::Code::Refused,
                         tr("There is no column “%1”. There are %2.").arg(*role, names.join(u", "_s))};
        }
        return {};
    }

    static StageTarget targetNamed(const QString &text, const QList<Stage> &stages)
    {
        const QString name = text.trimmed();
        for (const Stage &stage : stages)
            if (stage.name.compare(name, Qt::CaseInsensitive) == 0)
                return stage.id == stages.last().id ? StageTarget{StageTarget::Kind::Won, 0}
                                                    : StageTarget{StageTarget::Kind::Stage, stage.id};
        const StageTarget::Kind kind = stageTargetFromKey(name.toLower());
        return kind == StageTarget::Kind::Stage ? StageTarget{} : StageTarget{kind, 0};
    }

    static Result<ImportDecisions> decisionsOf(const Document &document, const QCommandLineParser &parser,
                                               const Said &said)
    {
        ImportDecisions decisions;
        if (const QString name = parser.value(u"mapping"_s); !name.isEmpty()) {
            const auto saved = savedMapping(document, name);
            if (!saved)
                return saved.error();
            decisions.saved = *saved;
        }
        if (const QString rows = parser.value(u"rows"_s); !rows.isEmpty())
            decisions.rows = rows == u"stage" ? RowMeaning::StageEntered : RowMeaning::Deal;
        decisions.stages = said.targets;
        decisions.correctedColumns = said.roles;
        decisions.dateOrder = dateOrderFromKey(parser.value(u"date-order"_s));
        decisions.currency = parser.value(u"currency"_s).toUpper();
        return decisions;
    }

    // As the window does.
    static void takeAsLastImport(const std::optional<ImportMapping> &last, ImportDecisions &decisions,
                                 ImportOutput &output)
    {
        if (!last || (decisions.rows && *decisions.rows != last->rows))
            return;
        decisions.saved = *last;
        if (last->stageOfLost != 0)
            decisions.stageOfLost = last->stageOfLost;
        output.asLastImport = true;
    }

    static void decidePlaceholders(const QCommandLineParser &parser, ImportDecisions &decisions)
    {
        const QStringList none = parser.values(u"no-answer"_s), answers = parser.values(u"answer"_s);
        if (none.isEmpty() && answers.isEmpty())
            return;
        decisions.placeholders = decisions.saved ? decisions.saved->placeholders : usualPlaceholders();
        for (const QString &text : none)
            takeAsNoAnswer(text.trimmed(), true, *decisions.placeholders);
        for (const QString &text : answers)
            takeAsNoAnswer(text.trimmed(), false, *decisions.placeholders);
        if (none.contains(codeNA, Qt::CaseInsensitive))
            decisions.columnsWithNA = QStringList();
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

    static Result<void> import(Document &document, const QCommandLineParser &parser, const Said &said,
                               ImportOutput &output)
    {
        auto decisions = decisionsOf(document, parser, said);
        if (!decisions)
            return decisions.error();
        const auto source = openTable(parser.positionalArguments().at(1),
                                      {.encoding = encodingNamed(parser.value(u"encoding"_s)),
                                       .sheet = parser.value(u"sheet"_s),
                                       .headerLine = headerLineOf(parser),
                                       .added = parser.positionalArguments().mid(2),
                                       .joinBy = keysOf(parser),
                                       .keepsBlanks = parser.isSet(u"keep-blanks"_s),
                                       .carriedDown = parser.values(u"carry-down"_s)});
        if (!source)
            return source.error();
        const auto profile = profileTable(**source, usualPlaceholders());
        if (!profile)
            return profile.error();
        if (const auto known = checkColumns(*profile, said.roles); !known)
            return known;
        const QString fileName = namesOf(parser.positionalArguments().mid(1));
        if (!decisions->saved && !parser.isSet(u"anew"_s))
            takeAsLastImport(mappingOfLastImport(document, fileName, (*source)->columns(), {}), *decisions,
                             output);
        decidePlaceholders(parser, *decisions);
        const ImportContext context{.stages = output.stages, .currency = currencyOf(document, QLocale())};
        const auto suggestion = decideMapping(**source, *profile, context, *decisions);
        if (!suggestion)
            return suggestion.error();
        if (const auto answered = answer(suggestion->questions, parser.positionalArguments().at(1), output);
            !answered)
            return answered;
        output.mapping = suggestion->mapping;
        output.assumesCurrency = assumesCurrency(*profile, output.mapping);
        tellOfTexts(*profile, said.targets, output);
        const auto outcome = importDeals(document, **source,
                                         {.fileName = fileName,
                                          .mapping = output.mapping,
                                          .stages = output.stages,
                                          .dryRun = output.dryRun});
        if (!outcome)
            return outcome.error();
        output.outcome = *outcome;
        output.outcome.report.remarks = remarksOnColumns(*profile, output.mapping) + outcome->report.remarks;
        if (output.dryRun)
            return {};
        if (const QString name = parser.value(u"save-mapping"_s).trimmed(); !name.isEmpty())
            if (const auto saved = saveMapping(document, name, output.mapping); !saved)
                return saved;
        return readDealsOf(document, output);
    }

    // One for each further file, or one for all of them.
    static QStringList keysOf(const QCommandLineParser &parser)
    {
        const QStringList keys = parser.values(u"join"_s);
        if (keys.size() != 1)
            return keys;
        return QStringList(parser.positionalArguments().size() - 2, keys.first());
    }

    // What is open is told, and answered as most would; without a stage there is no answer.
    static Result<void> answer(const QList<OpenQuestion> &questions, const QString &data,
                               ImportOutput &output)
    {
        for (const OpenQuestion &question : questions) {
            if (question.kind == OpenQuestion::Kind::NoStageColumn)
                return Error{
                    Error::Code::Refused,
                    tr("No column of “%1” says which deals are won, lost or at which stage. Export that from "
                       "the CRM too, say at which stage all of them are, as in --stage =Lead, or choose the "
                       "columns in the window and save them as a mapping.")
                        .arg(data)};
            if (question.kind == OpenQuestion::Kind::HistoryColumn)
                return Error{
                    Error::Code::Refused,
                    tr("Each row of “%1” is a stage that a deal entered, but no column is “%2”. Choose "
                       "the columns in the window and save them as a mapping.")
                        .arg(data, question.subject)};
            tell(output, textOf(question));
        }
        return {};
    }

    static void tell(ImportOutput &output, const QString &text)
    {
        Commands::complain(text);
        output.told.append({0, text});
    }

    static void tellOfTexts(const TableProfile &profile, const StageTargets &targets, ImportOutput &output)
    {
        const ImportMapping &mapping = output.mapping;
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
        return {};
    }

    static void print(const ImportOutput &output, bool json)
    {
        Commands::print(json ? QString::fromUtf8(QJsonDocument(output.toJson()).toJson()).trimmed()
                             : output.toText());
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
};

} // namespace

std::unique_ptr<Command> makeImportCommand()
{
    return std::make_unique<ImportCommand>();
}
