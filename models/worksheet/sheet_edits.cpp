// The ways of SheetModel to change rows.

#include "models/document/ids.h"
#include "models/document/row_edits.h"
#include "models/worksheet/paste_refusals.h"
#include "models/worksheet/period_cell.h"
#include "models/worksheet/sheet_model.h"
#include "models/worksheet/value.h"
#include "models/worksheet/workbook_currency.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

// How often rows of the sheet repeat what must be different in each. What is still to be filled in repeats
// nothing.
qint64 repetitions(const Database &database, const Sheet &sheet)
{
    QStringList filled;
    for (const bool required : {true, false})
        for (const QString &key : filled.isEmpty() ? sheet.uniqueKeys : QStringList())
            if (sheet.field(key)->required == required || sheet.uniqueKeys.size() == 1)
                filled.append(u"coalesce(%1, '') <> ''"_s.arg(key));
    return database
        .scalar(u"SELECT count(*) FROM (SELECT 1 FROM %1 WHERE %2 GROUP BY %3 HAVING count(*) > 1)"_s.arg(
            sheet.table, filled.join(u" AND "_s), sheet.uniqueKeys.join(u", "_s)))
        .toLongLong();
}

} // namespace

// `work`, refused where it makes a row that repeats another.
Document::Work SheetModel::withoutRepeating(const Document::Work &work) const
{
    if (m_sheet.uniqueKeys.isEmpty())
        return work;
    return [this, work](const Database &database) {
        const qint64 before = repetitions(database, m_sheet);
        work(database);
        if (repetitions(database, m_sheet) <= before)
            return;
        QStringList labels;
        for (const QString &key : m_sheet.uniqueKeys)
            if (!PeriodCell::isGrainOfPeriod(m_sheet, *m_sheet.field(key)))
                labels.append(m_sheet.field(key)->label);
        throw DatabaseError({Error::Code::Refused,
                             tr("“%1” has a row with the same already (%2). Change that one instead.")
                                 .arg(m_sheet.label, labels.join(u", "_s))});
    };
}

bool SheetModel::edit(const QString &label, const Document::Work &work, const QString &mergeKey)
{
    if (m_sheet.keptByProgram) {
        if (!m_quiet)
            Q_EMIT refused(tr("“%1” stays as it is: the program keeps it.").arg(m_sheet.label), -1, -1);
        return false;
    }
    const Document::Work checked = withoutRepeating(work);
    const auto report = [this](const auto &done) {
        if (!done && !m_quiet)
            Q_EMIT refused(done.error().message, -1, -1);
        return done.ok();
    };
    if (!m_sheet.consequences.edit)
        return report(m_document.edit(label, checked, {.mergeKey = mergeKey}));
    const Result<QString> followed
        = m_sheet.consequences.edit(m_document, label, checked, {.mergeKey = mergeKey});
    if (followed && !followed->isEmpty())
        Q_EMIT alsoChanged(*followed);
    return report(followed);
}

Result<QVariant> SheetModel::typed(const Field &field, const QVariant &value, int row) const
{
    if (value.typeId() != QMetaType::QString)
        return value;
    const QString text = value.toString();
    if (field.kind == FieldKind::Picture)
        return value;
    if (PeriodCell::isPeriod(m_sheet, field))
        return PeriodCell::fromText(m_sheet, text, row < 0 ? QVariantMap() : m_rows.at(row).columns,
                                    m_locale);
    if (field.kind != FieldKind::Link || text.trimmed().isEmpty())
        return Value::fromText(field, text, m_locale, currencyOf(m_document, m_locale));
    for (const auto &[id, title] : linkChoices(field))
        if (title.compare(text.trimmed(), Qt::CaseInsensitive) == 0)
            return QVariant(id);
    return Error{Error::Code::Refused, tr("There is no “%1” to choose.").arg(text.trimmed())};
}

QVariantMap SheetModel::toColumns(const Field &field, const QVariant &value) const
{
    return PeriodCell::isPeriod(m_sheet, field) ? PeriodCell::toColumns(value)
                                                : Value::toColumns(field, value);
}

bool SheetModel::write(const QString &label, int row, const QVariantMap &columns, const QString &mergeKey)
{
    const qint64 id = idAt(row);
    return edit(
        label, [&](const Database &database) { writeRow(database, m_sheet.table, id, columns); }, mergeKey);
}

bool SheetModel::refuseHeld(int row, int column)
{
    const QString why = whyHeld(row, column);
    if (!why.isEmpty() && !m_quiet)
        Q_EMIT refused(why, row, column);
    return !why.isEmpty();
}

bool SheetModel::setValue(int row, const QString &key, const QVariant &value, const QString &mergeKey)
{
    const Field *field = m_sheet.field(key);
    if (!field)
        return false;
    const Result<QVariant> wanted = typed(*field, value, row);
    if (!wanted) {
        Q_EMIT refused(wanted.error().message, row, columnOf(key));
        return false;
    }
    const QVariantMap columns = toColumns(*field, *wanted);
    const QVariantMap &present = m_rows.at(row).columns;
    const bool same = std::all_of(columns.keyBegin(), columns.keyEnd(), [&](const QString &column) {
        return present.value(column) == columns.value(column)
            || (present.value(column).isNull() && columns.value(column).isNull());
    });
    if (!same && refuseHeld(row, columnOf(key)))
        return false;
    return same || write(tr("Change %1").arg(field->label), row, columns, mergeKey);
}

bool SheetModel::setValueQuietly(int row, const QString &key, const QVariant &value, const QString &mergeKey)
{
    const QScopedValueRollback<bool> quiet(m_quiet, true);
    return setValue(row, key, value, mergeKey);
}

bool SheetModel::setSource(int row, const QString &key, const QString &source)
{
    const Field *field = m_sheet.field(key);
    return field && field->sourced
        && write(tr("Change the source of %1").arg(field->label), row,
                 {{key + u"_source"_s, source.isEmpty() ? QVariant() : QVariant(source)}}, {});
}

qint64 SheetModel::positionAfter(const Database &database, int row) const
{
    const int count = m_sheet.shape == SheetShape::Form ? 0 : rowCount();
    const auto positionOf = [this](int i) { return m_rows.at(i).columns.value(u"position"_s).toLongLong(); };
    if (count == 0)
        return positionGap;
    if (row < 0 || row >= count - 1)
        return positionOf(count - 1) + positionGap;
    const qint64 between = std::midpoint(positionOf(row), positionOf(row + 1));
    if (between > positionOf(row) && between < positionOf(row + 1))
        return between;
    for (int i = 0; i < count; ++i)
        database.update(m_sheet.table, idAt(i), {{u"position"_s, (i + (i > row ? 2 : 1)) * positionGap}});
    return (row + 2) * positionGap;
}

qint64 SheetModel::addRow(int row, const QVariantMap &typedValues)
{
    if (m_sheet.shape == SheetShape::Form)
        return 0;
    const qint64 id = newId();
    QVariantMap columns;
    for (auto it = typedValues.begin(); it != typedValues.end(); ++it)
        if (const Field *field = m_sheet.field(it.key()))
            columns.insert(Value::toColumns(*field, it.value()));
    columns.insert(u"id"_s, id);
    const bool done = edit(tr("Add %1").arg(m_sheet.rowName), [&](const Database &database) {
        columns.insert(u"position"_s, positionAfter(database, row));
        database.insert(m_sheet.table, columns);
    });
    return done ? id : 0;
}

// Rows of other worksheets, and of this one, that name any of these rows, as "Messages (5), Wins (2)".
QString SheetModel::namedIn(const QList<qint64> &ids, bool goWithThem) const
{
    QStringList counts;
    for (const Sheet *sheet : m_catalogue.sheets()) {
        QStringList links; // to this worksheet
        for (const Field &field : sheet->fields)
            if (field.linkTable == m_sheet.table && field.goesWithLinked == goWithThem)
                links.append(field.key);
        if (links.isEmpty())
            continue;
        const auto namesOne = [&](const QVariantMap &row) {
            const auto isOneOf
                = [&](const QString &key) { return ids.contains(row.value(key).toLongLong()); };
            return !isOneOf(u"id"_s) && std::any_of(links.begin(), links.end(), isOneOf);
        };
        const QList<QVariantMap> rows = m_document.rows(sheet->table);
        if (const auto count = std::count_if(rows.begin(), rows.end(), namesOne); count > 0)
            counts.append(tr("%1 (%2)", "worksheet, number of its rows")
                              .arg(sheet->label, m_locale.toString(static_cast<qint64>(count))));
    }
    return counts.join(u", "_s);
}

// What deleting rows does to others, in sentences; empty where there is nothing to say.
QString SheetModel::lostWith(const QList<qint64> &ids) const
{
    const QString gone = namedIn(ids, true);
    const QString unnamed = namedIn(ids, false);
    const QString &kept = m_sheet.consequences.keptOnRemoval;
    if (gone.isEmpty() && unnamed.isEmpty() && kept.isEmpty())
        return {};
    QStringList titles;
    for (const qint64 id : ids)
        titles.append(u'“' % titleOf(rowOf(id)) % u'”');
    const QString deleted = titles.join(u", "_s);
    QStringList sentences{gone.isEmpty() ? tr("Deleted: %1.", "rows").arg(deleted)
                                         : tr("Deleted: %1, together with %2.", "rows").arg(deleted, gone)};
    if (!unnamed.isEmpty())
        sentences.append(tr("These rows named it, and do so no longer: %1.").arg(unnamed));
    if (!kept.isEmpty())
        sentences.append(kept);
    return sentences.join(u' ');
}

bool SheetModel::removeRowsById(const QList<qint64> &ids)
{
    const QString label = ids.size() == 1
        ? tr("Delete %1").arg(m_sheet.rowName)
        : tr("Delete %n row(s) of %1", nullptr, static_cast<int>(ids.size())).arg(m_sheet.label);
    const QString lost = lostWith(ids);
    const bool done = edit(label, [&](const Database &database) {
        for (const qint64 id : ids)
            database.remove(m_sheet.table, id);
    });
    if (done && !lost.isEmpty())
        Q_EMIT alsoChanged(lost);
    return done;
}

bool SheetModel::moveRow(int row, int before)
{
    if (row < 0 || row >= rowCount() || before < 0 || before > rowCount() || before == row
        || before == row + 1)
        return false;
    QList<qint64> ids;
    for (int i = 0; i < rowCount(); ++i)
        ids.append(idAt(i));
    ids.move(row, before > row ? before - 1 : before);
    return edit(tr("Move %1").arg(titleOf(row)), [&](const Database &database) {
        for (qsizetype i = 0; i < ids.size(); ++i)
            database.update(m_sheet.table, ids.at(i), {{u"position"_s, (i + 1) * positionGap}});
    });
}

bool SheetModel::paste(const QList<int> &rows, const QList<int> &columns, const QList<QStringList> &cells)
{
    QList<QVariantMap> changes;
    PasteRefusals unfit;
    for (int line = 0; line < cells.size(); ++line) {
        QVariantMap change;
        for (int i = 0; i < cells.at(line).size() && i < columns.size(); ++i) {
            const Field &field = fieldAt(columns.at(i));
            const QString &cell = cells.at(line).at(i);
            // A picture is no text, and what is typed() for one names it in the file.
            const int row = line < rows.size() ? rows.at(line) : -1;
            const Result<QVariant> wanted = field.kind == FieldKind::Picture
                ? Value::fromText(field, cell, m_locale, {})
                : typed(field, cell, row);
            const QString held = row < 0 ? QString() : whyHeld(row, columns.at(i));
            if (wanted && held.isEmpty())
                change.insert(toColumns(field, *wanted));
            else
                unfit.add(tr("Line %1, %2").arg(QString::number(line + 1), field.label),
                          wanted ? held : wanted.error().message, row, columns.at(i));
        }
        changes.append(change);
    }
    if (!unfit.isEmpty()) {
        Q_EMIT refused(unfit.text(), unfit.row(), unfit.column());
        return false;
    }
    return edit(tr("Paste into %1").arg(m_sheet.label), [&](const Database &database) {
        qint64 position = positionAfter(database, -1);
        for (qsizetype line = 0; line < changes.size(); ++line) {
            QVariantMap change = changes.at(line);
            if (line < rows.size() && idAt(rows.at(line)) != 0) {
                if (!change.isEmpty())
                    database.update(m_sheet.table, idAt(rows.at(line)), change);
                continue;
            }
            change.insert(u"id"_s, newId());
            if (m_sheet.shape != SheetShape::Form)
                change.insert(u"position"_s, position);
            position += positionGap;
            database.insert(m_sheet.table, change);
        }
    });
}

bool SheetModel::clear(const QModelIndexList &cells)
{
    for (const QModelIndex &cell : cells)
        if (refuseHeld(cell.row(), cell.column()))
            return false;
    return edit(tr("Clear cells of %1").arg(m_sheet.label), [&](const Database &database) {
        for (const QModelIndex &cell : cells)
            if (idAt(cell.row()) != 0)
                database.update(m_sheet.table, idAt(cell.row()), toColumns(fieldAt(cell.column()), {}));
    });
}

bool SheetModel::fillWithExample(qint64 id)
{
    const int row = rowOf(id);
    if (row < 0)
        return false;
    QVariantMap columns;
    for (const Field &field : m_sheet.fields) {
        const Result<QVariant> example
            = Value::fromText(field, field.example, QLocale::c(), currencyOf(m_document, m_locale));
        if (!Value::isEmpty(value(row, field.key)) || field.kind == FieldKind::Link || !example
            || !whyHeld(row, columnOf(field.key)).isEmpty())
            continue;
        columns.insert(Value::toColumns(field, *example));
    }
    return columns.isEmpty() || write(tr("Use the example"), row, columns, {});
}
