#include "app/commands/import_options.h"

#include "models/arithmetic/money.h"
#include "models/funnel/import/deal_store.h"
#include "models/funnel/import/placeholder_texts.h"
#include "models/funnel/import/placeholders.h"
#include "models/funnel/stages/named_stage.h"
#include "models/tables/table_file.h"
#include "models/tables/text_decoder.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)
};

StageTarget targetNamed(const QString &text, const QList<Stage> &stages)
{
    const QString name = text.trimmed();
    const QList<int> named = stagesNamed(stages, name);
    if (!named.isEmpty())
        return named.first() == stages.size() - 1
            ? StageTarget{StageTarget::Kind::Won, 0}
            : StageTarget{StageTarget::Kind::Stage, stages.at(named.first()).id};
    const StageTarget::Kind kind = stageTargetFromKey(name.toLower());
    return kind == StageTarget::Kind::Stage ? StageTarget{} : StageTarget{kind, 0};
}

Result<StageTargets> targetsOf(const QStringList &values, const QList<Stage> &stages)
{
    StageTargets targets;
    for (const QString &value : values) {
        const qsizetype sign = value.lastIndexOf(u'=');
        const QString several = severalNamedRemark(stages, value.mid(sign + 1));
        if (sign >= 0 && !several.isEmpty())
            return Error{Error::Code::Refused, several};
        const StageTarget target = sign < 0 ? StageTarget{} : targetNamed(value.mid(sign + 1), stages);
        if (target.kind == StageTarget::Kind::Unknown) {
            QStringList names;
            for (const Stage &stage : stages)
                names.append(stage.name);
            return Error{
                Error::Code::Refused,
                Texts::tr("“%1” names no stage. Write it as CRM=STAGE with one of %2, won, lost, open or "
                          "ignore.")
                    .arg(value, names.join(u", "_s))};
        }
        targets.insert(value.left(sign).trimmed(), target);
    }
    return targets;
}

Result<std::optional<qint64>> stageOfLostIn(const QString &value, const QList<Stage> &stages)
{
    const QString name = value.trimmed();
    if (name.isEmpty())
        return std::optional<qint64>();
    if (name.compare(u"unknown"_s, Qt::CaseInsensitive) == 0)
        return std::optional<qint64>(0);
    QStringList names;
    const QList<Stage> before = stages.first(std::max<qsizetype>(0, stages.size() - 1));
    if (const QString several = severalNamedRemark(before, name); !several.isEmpty())
        return Error{Error::Code::Refused, several};
    for (const Stage &stage : before) {
        if (stage.name.compare(name, Qt::CaseInsensitive) == 0)
            return std::optional(stage.id);
        names.append(stage.name);
    }
    return Error{Error::Code::Refused,
                 Texts::tr("Lost rows cannot have come to “%1”. Say --lost-at with one of %2, or unknown.")
                     .arg(value, names.join(u", "_s))};
}

Result<QList<std::pair<QString, QString>>> mergesOf(const QStringList &values)
{
    QList<std::pair<QString, QString>> merges;
    for (const QString &value : values) {
        const qsizetype sign = value.lastIndexOf(u'=');
        const QString text = value.left(std::max<qsizetype>(0, sign)).trimmed(),
                      as = value.mid(sign + 1).trimmed();
        if (sign < 0 || text.isEmpty() || as.isEmpty())
            return Error{Error::Code::Refused,
                         Texts::tr("“%1” says not what is taken as what. Write it as TEXT=TEXT, as in "
                                   "google=Google.")
                             .arg(value)};
        merges.append({text, as});
    }
    return merges;
}

Result<CorrectedRoles> rolesOf(const QStringList &values)
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
                         Texts::tr("“%1” says not what a column is. Write it as COLUMN=ROLE with one of %2.")
                             .arg(value, keys.join(u", "_s))};
        }
        roles.insert(value.left(sign).trimmed(), role);
    }
    return roles;
}

const QMap<QString, RowMeaning> &meaningsOfRows()
{
    static const QMap<QString, RowMeaning> meanings{{u"deal"_s, RowMeaning::Deal},
                                                    {u"lead"_s, RowMeaning::Lead},
                                                    {u"stage"_s, RowMeaning::StageEntered},
                                                    {u"item"_s, RowMeaning::Item}};
    return meanings;
}

// Which table is read, and how.
void addFileOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {u"join"_s,
         Texts::tr("The column by which further files are joined; given several times, that of each "
                   "further file in turn. Two names where it has one in each: Contact=Person."),
         u"COLUMN"_s});
    parser.addOption(
        {u"sheet"_s,
         Texts::tr("The sheet of an Excel workbook, of the first file; otherwise the first with a table. "
                   "all: every sheet with its columns, below each other."),
         u"NAME|all"_s});
    parser.addOption({u"encoding"_s,
                      Texts::tr("Of the letters of a CSV file, as in Windows-1251; otherwise recognised."),
                      u"NAME"_s});
    parser.addOption({u"header-line"_s,
                      Texts::tr("The line of the first file with the names of the columns, 0 where there is "
                                "none; otherwise recognised."),
                      u"NUMBER"_s});
    parser.addOption(
        {u"carry-down"_s,
         Texts::tr("A column with the name of a group in its first row only; otherwise recognised. "
                   "May be given several times."),
         u"COLUMN"_s});
    parser.addOption({u"keep-blanks"_s, Texts::tr("Carry no names of groups down into blank cells.")});
}

// What its rows, columns and stages are.
void addMeaningOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {u"rows"_s,
         Texts::tr("What each row is: a deal, a lead of which none has come, a stage that a deal "
                   "entered, or a product of a deal, whose values add up; otherwise recognised."),
         u"deal|lead|stage|item"_s});
    parser.addOption(
        {u"column"_s,
         Texts::tr("What a column is, as in the mapping that --json prints: one of the roles below, region "
                   "for segment, or none. May be given several times."),
         u"COLUMN=ROLE"_s});
    parser.addOption(
        {u"stage"_s,
         Texts::tr("What a stage of the CRM means: a stage of the workbook, or won, lost, open or "
                   "ignore. Without a name of the CRM, what rows without a stage mean. May be given "
                   "several times."),
         u"CRM=STAGE"_s});
    parser.addOption({u"lost-at"_s,
                      Texts::tr("The stage that lost rows had come to which do not tell it themselves, or "
                                "unknown; otherwise the first at which others are open."),
                      u"STAGE"_s});
    parser.addOption({u"date-order"_s,
                      Texts::tr("Which comes first in dates of figures: day, month or year; otherwise "
                                "recognised."),
                      u"dmy|mdy|ymd"_s});
    parser.addOption({u"currency"_s, Texts::tr("Of amounts that do not name theirs, as in EUR."), u"CODE"_s});
}

// What single texts stand for.
void addTextOptions(QCommandLineParser &parser)
{
    parser.addOption({u"merge"_s,
                      Texts::tr("Takes a text of owners, sources, regions and products as another, as in "
                                "google=Google. May be given several times."),
                      u"TEXT=TEXT"_s});
    parser.addOption(
        {u"no-answer"_s,
         Texts::tr("A text that stands for no answer, beside the usual such as “-” and “n/a”. May be "
                   "given several times."),
         u"TEXT"_s});
    parser.addOption({u"answer"_s,
                      Texts::tr("A text that is an answer, although it usually stands for none. May be given "
                                "several times."),
                      u"TEXT"_s});
}

// By which earlier mapping, and what is done with it.
void addMappingOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {u"mapping"_s, Texts::tr("Columns and stages as saved in the workbook under this name."), u"NAME"_s});
    parser.addOption(
        {u"save-mapping"_s,
         Texts::tr("Save what was taken as what in the workbook under this name; not with --dry-run."),
         u"NAME"_s});
    parser.addOption({u"anew"_s,
                      Texts::tr("Recognise columns and stages, whatever they were taken as the last "
                                "time.")});
    parser.addOption({u"dry-run"_s, Texts::tr("Only tell what would happen.")});
    parser.addOption({u"json"_s, Texts::tr("Print JSON.")});
}

} // namespace

void ImportOptions::add(QCommandLineParser &parser)
{
    addFileOptions(parser);
    addMeaningOptions(parser);
    addTextOptions(parser);
    addMappingOptions(parser);
}

QStringList ImportOptions::repeatable()
{
    return {u"join"_s, u"carry-down"_s, u"stage"_s, u"column"_s, u"merge"_s, u"no-answer"_s, u"answer"_s};
}

QString ImportOptions::rolesText()
{
    constexpr int column = 16;
    QStringList lines;
    for (const ColumnRole role : allColumnRoles())
        lines.append(u"  "_s % roleKey(role).leftJustified(column) % roleLabel(role));
    return lines.join(u'\n');
}

// In whichever of the columns it stands.
QStringList ImportOptions::mergeTexts(const Said &said, const TableProfile &profile, ImportMapping &mapping)
{
    QStringList nowhere;
    using enum ColumnRole;
    for (const auto &[text, as] : said.merges) {
        bool found = false;
        for (const ColumnRole role : {Owner, Source, Segment, Product})
            for (const QString &name : mapping.columnsOf(role)) {
                const ColumnProfile *column = profile.column(name);
                if (!column || !column->texts.contains(text))
                    continue;
                found = true;
                QMap<QString, QString> &taken = mapping.spellings[role];
                for (QString &before : taken)
                    if (before == text)
                        before = as;
                taken.remove(as);
                taken.insert(text, as);
            }
        if (!found)
            nowhere.append(text);
    }
    return nowhere;
}

QString ImportOptions::mistakeIn(const QCommandLineParser &parser)
{
    const auto isWrong = [&parser](const QString &option, const QStringList &values) {
        return parser.isSet(option) && !values.contains(parser.value(option));
    };
    if (parser.values(u"join"_s).size() > parser.positionalArguments().size() - 2)
        return Texts::tr("--join is given more often than there are further files.");
    if (isWrong(u"rows"_s, meaningsOfRows().keys()))
        return Texts::tr("Each row is a “deal”, a “lead”, a “stage” or an “item”, not “%1”.")
            .arg(parser.value(u"rows"_s));
    if (isWrong(u"date-order"_s, {u"dmy"_s, u"mdy"_s, u"ymd"_s}))
        return Texts::tr("Dates are written as dmy, mdy or ymd, not as “%1”.")
            .arg(parser.value(u"date-order"_s));
    if (const QString code = parser.value(u"currency"_s);
        parser.isSet(u"currency"_s) && !isCurrency(code.toUpper()))
        return Texts::tr("“%1” is no currency. Give its code, as in EUR.").arg(code);
    bool isNumber = true;
    if (parser.isSet(u"header-line"_s)
        && (parser.value(u"header-line"_s).toLongLong(&isNumber) < 0 || !isNumber))
        return Texts::tr("“%1” is no line of a file. Count from 1, or say 0 where no line has names.")
            .arg(parser.value(u"header-line"_s));
    if (const QString name = parser.value(u"encoding"_s); !name.isEmpty() && !encodingNamed(name)) {
        QStringList names;
        for (const TextEncoding encoding : allEncodings())
            names.append(encodingName(encoding));
        return Texts::tr("“%1” is no encoding that can be read. There are %2.")
            .arg(name, names.join(u", "_s));
    }
    if (parser.isSet(u"save-mapping"_s) && parser.value(u"save-mapping"_s).trimmed().isEmpty())
        return Texts::tr("Give the mapping a name to save it under.");
    return {};
}

TableFormat ImportOptions::formatOf(const QCommandLineParser &parser)
{
    const auto encoding = encodingNamed(parser.value(u"encoding"_s));
    TableFormat format{.encoding = encoding,
                       .sheet = parser.value(u"sheet"_s),
                       .added = parser.positionalArguments().mid(2),
                       .encodingOfAdded = encoding,
                       .joinBy = parser.values(u"join"_s),
                       .keepsBlanks = parser.isSet(u"keep-blanks"_s),
                       .carriedDown = parser.values(u"carry-down"_s)};
    if (format.sheet == allSheetsName()) {
        format.allSheets = true;
        format.sheet.clear();
    }
    if (parser.isSet(u"header-line"_s))
        format.headerLine = parser.value(u"header-line"_s).toLongLong();
    if (format.joinBy.size() == 1) // for all of them
        format.joinBy = QStringList(format.added.size(), format.joinBy.first());
    return format;
}

Result<ImportOptions::Said> ImportOptions::saidOf(const QCommandLineParser &parser,
                                                  const QList<Stage> &stages)
{
    const auto targets = targetsOf(parser.values(u"stage"_s), stages);
    if (!targets)
        return targets.error();
    const auto roles = rolesOf(parser.values(u"column"_s));
    if (!roles)
        return roles.error();
    const auto stageOfLost = stageOfLostIn(parser.value(u"lost-at"_s), stages);
    if (!stageOfLost)
        return stageOfLost.error();
    const auto merges = mergesOf(parser.values(u"merge"_s));
    if (!merges)
        return merges.error();
    return Said{.targets = *targets, .roles = *roles, .stageOfLost = *stageOfLost, .merges = *merges};
}

Result<ImportDecisions> ImportOptions::decisionsOf(const Document &document, const QCommandLineParser &parser,
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
        decisions.rows = meaningsOfRows().value(rows);
    decisions.stages = said.targets;
    decisions.correctedColumns = said.roles;
    decisions.dateOrder = dateOrderFromKey(parser.value(u"date-order"_s));
    decisions.currency = parser.value(u"currency"_s).toUpper();
    return decisions;
}

void ImportOptions::decidePlaceholders(const QCommandLineParser &parser, ImportDecisions &decisions)
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
