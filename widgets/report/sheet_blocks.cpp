#include "widgets/report/sheet_blocks.h"

#include "models/funnel/plan_parts.h"
#include "models/worksheet/period_cell.h"
#include "widgets/controls/picture_file.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// A box before each; lines are broken between them only.
QString toTick(const QList<Choice> &choices)
{
    QStringList boxes;
    for (const Choice &choice : choices)
        boxes.append(u"\u2610 "_s % choice.label);
    return boxes.replaceInStrings(u" "_s, QString(QChar::Nbsp)).join(u"   "_s);
}

// On paper the team's colour may be grey.
QString labelOf(const Field &field)
{
    const QString team = teamName(field.team);
    return team.isEmpty() || field.label.contains(team, Qt::CaseInsensitive)
        ? field.label
        : SheetBlocks::tr("%1: %2", "team: its version").arg(team, field.label);
}

// As shares of a table's width.
int writingRoom(FieldKind kind)
{
    switch (kind) {
    case FieldKind::LongText:
    case FieldKind::ShortText:
        return 4;
    case FieldKind::Person:
    case FieldKind::Link:
    case FieldKind::Choice:
        return 2;
    default:
        return 1;
    }
}

const Field *textOf(const QList<const Field *> &fields, Team team)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field *field) {
        return field->team == team && field->kind == FieldKind::LongText;
    });
    return found == fields.end() ? nullptr : *found;
}

// A row that does not count yet is not shown as if it did.
QList<int> countingRows(const SheetModel &model)
{
    QList<int> rows;
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.lacking(row).isEmpty())
            rows.append(row);
    return rows;
}

bool hasBothTeams(const QList<const Field *> &fields)
{
    return textOf(fields, Team::Marketing) && textOf(fields, Team::Sales);
}

// Both teams' texts on one matter, perhaps with the one they share, and nothing else.
bool isBeside(const QList<const Field *> &group)
{
    return hasBothTeams(group) && !group.first()->group.isEmpty()
        && group.size() == 2 + (textOf(group, Team::Both) ? 1 : 0);
}

} // namespace

QString reportDate(QDate date, const QLocale &locale)
{
    static const QRegularExpression weekday(u"[,،]?\\s*d{3,4}[,،]?\\s*"_s);
    QString format = locale.dateFormat(QLocale::LongFormat).remove(weekday);
    return locale.toString(date, format.replace(u"MMMM"_s, u"MMM"_s));
}

SheetBlocks::SheetBlocks(Document &document, const Catalogue &catalogue, const ReportOptions &options)
    : m_document(document)
    , m_catalogue(catalogue)
    , m_options(options)
    , m_signatures(document, catalogue)
{
}

QList<ReportBlock> SheetBlocks::blocks(const Sheet &sheet) const
{
    const SheetModel model(m_document, m_catalogue, sheet);
    const Fields filled = filledFields(model);
    if (filled.isEmpty())
        return m_options.blankForms ? blank(sheet) : QList<ReportBlock>();
    if (sheet.shape == SheetShape::Form)
        return form(model);
    if (hasBothTeams(filled) && !sheet.signedByBoth) {
        Fields columns{&sheet.title()};
        for (const Field *field : filled)
            if (field != columns.first())
                columns.append(field);
        constexpr int mostColumns = 5;
        if (columns.size() <= mostColumns)
            return table(model, columns);
    }
    QList<ReportBlock> all
        = sheet.shape == SheetShape::Table ? table(model, tableFields(model, filled)) : records(model);
    if (const auto unfinished = model.rowCount() - countingRows(model).size(); unfinished > 0)
        all.append(ParagraphBlock{tr("Not shown, as something that is required is still missing: %1.")
                                      .arg(m_options.locale.toString(unfinished)),
                                  true});
    return all;
}

// On forms to fill in by hand there is also room for what is empty everywhere.
SheetBlocks::Fields SheetBlocks::tableFields(const SheetModel &model, const Fields &filled) const
{
    Fields result;
    for (const Field &field : model.sheet().fields)
        if (filled.contains(&field)
            || (m_options.blankForms && field.inTable && !PeriodCell::isGrainOfPeriod(model.sheet(), field)))
            result.append(&field);
    return result;
}

SheetBlocks::Fields SheetBlocks::filledFields(const SheetModel &model) const
{
    Fields result;
    const QList<int> rows = countingRows(model);
    for (const Field &field : model.sheet().fields)
        for (const int row : rows)
            if (!Value::isEmpty(model.value(row, field.key))
                && !PeriodCell::isGrainOfPeriod(model.sheet(), field)) {
                result.append(&field);
                break;
            }
    return result;
}

QString SheetBlocks::periodText(const SheetModel &model, int row, const Field &field) const
{
    if (PeriodCell::isPeriod(model.sheet(), field)) {
        const QVariant value = model.index(row, model.columnOf(field.key)).data(Qt::EditRole);
        return value.value<Period>().label(m_options.locale);
    }
    if (!field.startsAnywhere)
        return {};
    const auto grain = grainFromKey(model.value(row, u"grain"_s).toString());
    const QDate day = model.value(row, field.key).toDate();
    if (!grain || !day.isValid())
        return {};
    FunnelPlan plan;
    plan.grain = *grain;
    plan.start = day;
    const QList<Period> months = monthsOf(plan);
    const Period period = Period::containing(day, *grain);
    return months.first().start == period.start
        ? period.label(m_options.locale)
        : tr("%1 to %2", "months")
              .arg(months.first().label(m_options.locale), months.last().label(m_options.locale));
}

QString SheetBlocks::text(const SheetModel &model, int row, const Field &field,
                          const Value::Decimals &decimals) const
{
    const QVariant value = model.value(row, field.key);
    if (Value::isEmpty(value))
        return {};
    const QModelIndex index = model.index(row, model.columnOf(field.key));
    QString text = periodText(model, row, field);
    if (!text.isEmpty())
        return text;
    if (index.data(SheetModel::OverdueRole).toBool())
        text = tr("%1, overdue").arg(reportDate(value.toDate(), m_options.locale));
    else if (field.kind == FieldKind::Date)
        text = reportDate(value.toDate(), m_options.locale);
    else if (field.kind == FieldKind::Link || index.data(SheetModel::CoveredRole).toBool())
        text = index.data().toString();
    else
        text = Value::toText(field, value, m_options.locale, decimals);
    if (field.key == u"alignment_score"_s)
        text = tr("%1 of 100", "points").arg(text);
    const QString source = index.data(SheetModel::SourceRole).toString();
    for (const Choice &choice : factSources())
        if (choice.key == source)
            text = tr("%1 (%2)", "a fact and its source").arg(text, choice.label);
    return text;
}

ReportField SheetBlocks::reportField(const SheetModel &model, int row, const Field &field) const
{
    ReportField result{.label = labelOf(field), .text = text(model, row, field)};
    if (field.startsAnywhere && !periodText(model, row, field).isEmpty())
        result.label = tr("Period");
    result.wide = field.kind == FieldKind::LongText;
    result.team = field.team;
    if (field.kind == FieldKind::Picture)
        result.picture = picture(model.value(row, field.key).toString());
    if (result.text.isEmpty() && field.kind != FieldKind::Picture && m_options.blankForms)
        return blankField(model.sheet(), field);
    return result;
}

ReportPicture SheetBlocks::picture(const QString &hash) const
{
    if (hash.isEmpty())
        return {};
    if (!m_pictures.contains(hash))
        m_pictures.insert(hash, ReportPicture::fromFile(m_document.attachment(hash)));
    return m_pictures.value(hash);
}

ReportField SheetBlocks::blankField(const Sheet &sheet, const Field &field) const
{
    constexpr int longLines = 3;
    const bool wide = field.kind == FieldKind::LongText;
    ReportField blank{.label = labelOf(field), .wide = wide, .team = field.team};
    if (field.kind == FieldKind::Choice || field.kind == FieldKind::Team)
        blank.text = toTick(field.kind == FieldKind::Team ? teams() : field.choices);
    if (field.kind == FieldKind::YesNo)
        blank.text = toTick({{{}, tr("Yes")}, {{}, tr("No")}});
    blank.blankLines = wide ? longLines : blank.text.isEmpty() ? 1 : 0;
    if (field.kind == FieldKind::ShortText) {
        // A sentence is written here; what a row is known by has the line to itself.
        blank.columns = sheet.shape != SheetShape::Form && field.key == sheet.title().key ? 1 : 2;
        blank.blankLines = field.team == Team::None ? 1 : 2;
    }
    return blank;
}

QList<ReportBlock> SheetBlocks::form(const SheetModel &model) const
{
    QList<ReportBlock> blocks;
    TableBlock beside;
    const auto finishBeside = [&] {
        if (!beside.rows.isEmpty())
            blocks.append(beside);
        beside = {};
    };
    const QList<Field> &fields = model.sheet().fields;
    for (qsizetype begin = 0, end = 0; begin < fields.size(); begin = end) {
        Fields group;
        while (end < fields.size() && fields.at(end).group == fields.at(begin).group)
            group.append(&fields.at(end++));
        if (isBeside(group)) {
            addBeside(beside, model, group);
            continue;
        }
        finishBeside();
        const FieldsBlock part = formGroup(model, group);
        if (part.fields.isEmpty())
            continue;
        if (!group.first()->group.isEmpty())
            blocks.append(HeadingBlock{4, group.first()->group});
        blocks.append(part);
    }
    finishBeside();
    if (model.sheet().signedByBoth)
        blocks.append(SignOffBlock{signatures(SignedSubject::sheet(model.sheet()))});
    return blocks;
}

FieldsBlock SheetBlocks::formGroup(const SheetModel &model, const Fields &group) const
{
    FieldsBlock block;
    for (const Field *field : group) {
        if (field->kind == FieldKind::Picture || PeriodCell::isGrainOfPeriod(model.sheet(), *field))
            continue; // logos stand on the cover
        const ReportField entry = reportField(model, 0, *field);
        if (!entry.text.isEmpty() || entry.blankLines > 0)
            block.fields.append(entry);
    }
    return block;
}

// Groups of the same shape, one under the other, are rows of one table.
void SheetBlocks::addBeside(TableBlock &table, const SheetModel &model, const Fields &group) const
{
    const Fields versions{textOf(group, Team::Marketing), textOf(group, Team::Sales),
                          textOf(group, Team::Both)};
    if (table.columns.isEmpty()) {
        table.sideBySide = true;
        table.columns.append(ReportColumn());
        for (const Field *field : versions)
            if (field)
                table.columns.append({.label = labelOf(*field), .team = field->team});
    }
    QStringList row{group.first()->group};
    for (const Field *field : versions)
        if (field)
            row.append(text(model, 0, *field));
    if (std::any_of(row.cbegin() + 1, row.cend(), [](const QString &cell) { return !cell.isEmpty(); }))
        table.rows.append(row);
}

QList<ReportBlock> SheetBlocks::records(const SheetModel &model) const
{
    QList<ReportBlock> blocks;
    const Sheet &sheet = model.sheet();
    for (const int row : countingRows(model)) {
        FieldsBlock record{.title = model.titleOf(row)};
        for (const Field &field : sheet.fields) {
            if (PeriodCell::isGrainOfPeriod(model.sheet(), field))
                continue;
            if (!field.inTable && m_options.blankForms && Value::isEmpty(model.value(row, field.key)))
                continue;
            const ReportField entry = reportField(model, row, field);
            const bool isTitle = entry.text == record.title;
            if (!isTitle && (!entry.text.isEmpty() || !entry.picture.isNull() || entry.blankLines > 0))
                record.fields.append(entry);
        }
        if (sheet.signedByBoth)
            record.signatures = signatures(SignedSubject::sheet(sheet, model.idAt(row)));
        blocks.append(record);
    }
    return blocks;
}

QList<ReportBlock> SheetBlocks::table(const SheetModel &model, const Fields &fields) const
{
    TableBlock table;
    QList<Value::Decimals> decimals;
    for (const Field *field : fields) {
        QList<QVariant> column;
        for (const int row : countingRows(model))
            column.append(model.value(row, field->key));
        decimals.append(Value::decimalsOf(*field, column));
        if (field == &model.sheet().title())
            table.titleColumn = static_cast<int>(table.columns.size());
        table.columns.append({labelOf(*field), isFigure(field->kind), field->team, writingRoom(field->kind)});
    }
    table.completedByHand = m_options.blankForms;
    for (const int row : countingRows(model)) {
        QStringList cells;
        for (qsizetype i = 0; i < fields.size(); ++i)
            cells.append(text(model, row, *fields.at(i), decimals.at(i)));
        if (std::any_of(cells.cbegin(), cells.cend(), [](const QString &cell) { return !cell.isEmpty(); }))
            table.rows.append(cells);
    }
    return {table};
}

QList<ReportBlock> SheetBlocks::blank(const Sheet &sheet) const
{
    constexpr int tableRows = 6, mostColumns = 6, cards = 3;
    if (sheet.shape == SheetShape::Form)
        return blankForm(sheet);
    if (sheet.keptByProgram)
        return {};
    TableBlock table{.blankRows = tableRows};
    FieldsBlock card;
    bool hasRoomForAll = true;
    for (const Field &field : sheet.fields) {
        if (field.kind == FieldKind::Picture || PeriodCell::isGrainOfPeriod(sheet, field))
            continue;
        if (field.inTable)
            table.columns.append(
                {.label = labelOf(field), .team = field.team, .room = writingRoom(field.kind)});
        else
            hasRoomForAll = false;
        card.fields.append(blankField(sheet, field));
    }
    const bool isTable = sheet.shape == SheetShape::Table;
    if (isTable && hasRoomForAll && table.columns.size() <= mostColumns)
        return {table};
    if (sheet.signedByBoth)
        card.signatures = blankSignatures();
    return QList<ReportBlock>(isTable ? cards : 1, card);
}

QList<ReportBlock> SheetBlocks::blankForm(const Sheet &sheet) const
{
    QList<ReportBlock> blocks;
    FieldsBlock part;
    for (qsizetype i = 0; i < sheet.fields.size(); ++i) {
        const Field &field = sheet.fields.at(i);
        const bool first = i == 0 || field.group != sheet.fields.at(i - 1).group;
        if (first && !field.group.isEmpty())
            blocks.append(HeadingBlock{4, field.group});
        if (field.kind != FieldKind::Picture && !PeriodCell::isGrainOfPeriod(sheet, field))
            part.fields.append(blankField(sheet, field));
        if (i + 1 == sheet.fields.size() || sheet.fields.at(i + 1).group != field.group) {
            blocks.append(part);
            part = {};
        }
    }
    if (sheet.signedByBoth)
        blocks.append(SignOffBlock{blankSignatures()});
    return blocks;
}

QList<ReportSignature> SheetBlocks::signatures(const SignedSubject &subject) const
{
    QList<ReportSignature> result;
    const QString present = m_signatures.textOf(subject);
    bool anySigned = false;
    for (const Team team : {Team::Marketing, Team::Sales}) {
        const Signature signature = m_signatures.of(subject, team, present);
        anySigned = anySigned || signature.id != 0;
        const QString name = teamName(team);
        ReportSignature entry{.team = team, .valid = signature.id != 0 && !signature.outdated};
        if (signature.id == 0)
            entry.text = tr("%1: not signed yet").arg(name);
        else if (signature.outdated)
            entry.text = tr("%1: signed by %2 on %3; the text has changed since")
                             .arg(name, signature.name, reportDate(signature.signedOn, m_options.locale));
        else
            entry.text = tr("%1: signed by %2 on %3")
                             .arg(name, signature.name, reportDate(signature.signedOn, m_options.locale));
        result.append(entry);
    }
    return m_options.blankForms && !anySigned ? blankSignatures() : result;
}

QList<ReportSignature> SheetBlocks::blankSignatures() const
{
    return {{.team = Team::Marketing,
             .text = tr("%1: name, date, signature").arg(teamName(Team::Marketing)),
             .blank = true},
            {.team = Team::Sales,
             .text = tr("%1: name, date, signature").arg(teamName(Team::Sales)),
             .blank = true}};
}
