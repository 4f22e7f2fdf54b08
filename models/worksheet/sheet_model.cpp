#include "models/worksheet/sheet_model.h"

#include "models/worksheet/period_cell.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

bool isFigure(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Money:
    case FieldKind::Percent:
    case FieldKind::Count:
    case FieldKind::Score:
    case FieldKind::Duration:
        return true;
    default:
        return false;
    }
}

SheetModel::SheetModel(Document &document, const Catalogue &catalogue, const Sheet &sheet, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_catalogue(catalogue)
    , m_sheet(sheet)
{
    readLinkTitles();
    readHeld();
    m_rows = readRows();
    m_decimals = readDecimals();
    connect(&document, &Document::changed, this, &SheetModel::onChanged);
}

int SheetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SheetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sheet.fields.size());
}

QVariant SheetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Field &field = fieldAt(index.column());
    const Row &row = m_rows.at(index.row());
    const QVariant value = valueAt(row, field);
    switch (role) {
    case Qt::ToolTipRole:
        if (m_sheet.isCovered(field, row.columns))
            return tr("Answered. It is shown once both sides have.");
        if (const QString held = whyHeld(index.row(), index.column()); !held.isEmpty())
            return held;
        if (const QString question = questionAt(row, index.column()); !question.isEmpty())
            return question;
        return textAt(row, index.column());
    case Qt::DisplayRole:
        return textAt(row, index.column());
    case Qt::AccessibleTextRole:
        return isOverdue(field, row) ? tr("%1, overdue").arg(textAt(row, index.column())) : QVariant();
    case Qt::EditRole:
        return value;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(isFigure(field.kind) ? Qt::AlignTrailing : Qt::AlignLeading)
                                   | Qt::AlignVCenter);
    case IdRole:
        return row.id;
    case SourceRole:
        return row.columns.value(field.key + u"_source"_s);
    case QuestionRole:
        return questionAt(row, index.column());
    case OverdueRole:
        return isOverdue(field, row);
    case CoveredRole:
        return m_sheet.isCovered(field, row.columns);
    case HeldRole:
        return whyHeld(index.row(), index.column());
    case MissingRole:
        return field.required && Value::isEmpty(value);
    default:
        return {};
    }
}

QVariant SheetModel::valueAt(const Row &row, const Field &field) const
{
    return PeriodCell::isPeriod(m_sheet, field) ? PeriodCell::value(row.columns)
                                                : Value::fromColumns(field, row.columns);
}

QString SheetModel::textAt(const Row &row, int column) const
{
    const Field &field = fieldAt(column);
    if (m_sheet.isCovered(field, row.columns))
        return tr("answered");
    const QVariant value = Value::fromColumns(field, row.columns);
    if (field.kind == FieldKind::Link)
        return m_linkTitles.value(field.linkTable).value(value.toLongLong());
    if (PeriodCell::isPeriod(m_sheet, field))
        return PeriodCell::text(m_sheet, field, row.columns, m_locale);
    return Value::toText(field, value, m_locale, m_decimals.at(column));
}

QString SheetModel::questionAt(const Row &row, int column) const
{
    const Field &field = fieldAt(column);
    if (PeriodCell::isPeriod(m_sheet, field) && valueAt(row, field).typeId() == QMetaType::QDate)
        return tr("A day alone is no period. Write it like one of these: %1.")
            .arg(PeriodCell::examples(m_sheet, m_locale));
    return isOverdue(field, row) ? tr("Overdue: this day is past.")
                                 : Value::question(field, Value::fromColumns(field, row.columns));
}

bool SheetModel::isOverdue(const Field &field, const Row &row)
{
    return field.overdue && field.overdue(row.columns, QDate::currentDate());
}

QVariant SheetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (section < 0 || section >= m_sheet.fields.size())
        return {};
    const Field &field = fieldAt(section);
    switch (role) {
    case Qt::DisplayRole:
        return field.label;
    case Qt::ToolTipRole:
        return field.help;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(isFigure(field.kind) ? Qt::AlignTrailing : Qt::AlignLeading)
                                   | Qt::AlignVCenter);
    default:
        return {};
    }
}

Qt::ItemFlags SheetModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags result = QAbstractTableModel::flags(index);
    if (index.isValid() && !isReadOnly() && whyHeld(index.row(), index.column()).isEmpty())
        result |= Qt::ItemIsEditable;
    return result;
}

bool SheetModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (role == SourceRole)
        return setSource(index.row(), fieldAt(index.column()).key, value.toString());
    return role == Qt::EditRole && setValue(index.row(), fieldAt(index.column()).key, value);
}

bool SheetModel::insertRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || m_sheet.shape == SheetShape::Form)
        return false;
    for (int i = 0; i < count; ++i)
        if (addRow(row + i - 1) == 0)
            return false;
    return true;
}

bool SheetModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || row + count > m_rows.size())
        return false;
    QList<qint64> ids;
    for (int i = row; i < row + count; ++i)
        ids.append(idAt(i));
    return removeRowsById(ids);
}

qint64 SheetModel::idAt(int row) const
{
    return m_rows.at(row).id;
}

int SheetModel::rowOf(qint64 id) const
{
    const auto found
        = std::find_if(m_rows.begin(), m_rows.end(), [id](const Row &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int SheetModel::columnOf(const QString &key) const
{
    for (int column = 0; column < m_sheet.fields.size(); ++column)
        if (m_sheet.fields.at(column).key == key)
            return column;
    return -1;
}

QVariant SheetModel::value(int row, const QString &key) const
{
    return Value::fromColumns(*m_sheet.field(key), m_rows.at(row).columns);
}

QString SheetModel::titleOf(int row) const
{
    const QString text = data(index(row, columnOf(m_sheet.title().key))).toString().simplified();
    return text.isEmpty() ? tr("Unnamed %1").arg(m_sheet.rowName.isEmpty() ? m_sheet.label : m_sheet.rowName)
                          : text;
}

QList<std::pair<qint64, QString>> SheetModel::linkChoices(const Field &field) const
{
    QList<std::pair<qint64, QString>> choices;
    for (const QVariantMap &row : m_document.rows(field.linkTable)) {
        const qint64 id = row.value(u"id"_s).toLongLong();
        choices.append({id, m_linkTitles.value(field.linkTable).value(id)});
    }
    return choices;
}

QList<SheetModel::Row> SheetModel::readRows() const
{
    QList<Row> rows;
    for (const QVariantMap &columns : m_document.rows(m_sheet.table))
        rows.append({columns.value(u"id"_s).toLongLong(), columns});
    if (m_sheet.shape == SheetShape::Form) {
        if (rows.isEmpty())
            rows.append(Row());
        rows.resize(1);
    }
    return rows;
}

void SheetModel::readLinkTitles()
{
    for (const Field &field : m_sheet.fields) {
        const Sheet *linked = field.kind == FieldKind::Link ? m_catalogue.sheet(field.linkTable) : nullptr;
        if (!linked)
            continue;
        QHash<qint64, QString> &titles = m_linkTitles[field.linkTable];
        titles.clear();
        const Field &title = linked->title();
        for (const QVariantMap &row : m_document.rows(field.linkTable)) {
            const QString text = Value::toText(title, Value::fromColumns(title, row), m_locale).simplified();
            titles.insert(row.value(u"id"_s).toLongLong(),
                          text.isEmpty() ? tr("Unnamed %1").arg(linked->rowName) : text);
        }
    }
}

void SheetModel::readHeld()
{
    m_held.clear();
    const Sheet *record = m_sheet.hold.table.isEmpty() ? nullptr : m_catalogue.sheet(m_sheet.hold.table);
    if (!record)
        return;
    for (const Field &field : record->fields)
        if (field.linkTable == m_sheet.table)
            for (const QVariantMap &row : m_document.rows(record->table))
                m_held.insert(row.value(field.key).toLongLong());
}

// What was left open can still be filled in: there is nothing yet that could be held.
QString SheetModel::whyHeld(int row, int column) const
{
    const Field &field = fieldAt(column);
    const bool isHeld = m_held.contains(idAt(row)) && m_sheet.hold.keys.contains(field.key)
        && !Value::isEmpty(value(row, field.key));
    return isHeld ? m_sheet.hold.why : QString();
}

void SheetModel::onChanged(const QSet<QString> &tables)
{
    bool linksChanged = tables.contains(m_sheet.hold.table);
    if (linksChanged)
        readHeld();
    for (const Field &field : m_sheet.fields)
        linksChanged |= field.kind == FieldKind::Link && tables.contains(field.linkTable);
    if (linksChanged) {
        readLinkTitles();
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    if (!tables.contains(m_sheet.table))
        return;
    mergeRows(readRows());
    refreshDecimals();
}

QList<Value::Decimals> SheetModel::readDecimals() const
{
    QList<Value::Decimals> all;
    for (const Field &field : m_sheet.fields) {
        QList<QVariant> column;
        if (field.kind == FieldKind::Money || field.kind == FieldKind::Percent)
            for (const Row &row : m_rows)
                column.append(Value::fromColumns(field, row.columns));
        all.append(Value::decimalsOf(field, column));
    }
    return all;
}

// One amount with cents gives the others of its column theirs.
void SheetModel::refreshDecimals()
{
    const QList<Value::Decimals> before = std::exchange(m_decimals, readDecimals());
    for (int column = 0; column < columnCount(); ++column)
        if (!m_rows.isEmpty() && m_decimals.at(column) != before.at(column))
            Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
}

void SheetModel::mergeRows(const QList<Row> &rows)
{
    QSet<qint64> wanted;
    for (const Row &row : rows)
        wanted.insert(row.id);
    // The one row of a form keeps its place when it first comes into being.
    if (m_sheet.shape == SheetShape::Form)
        m_rows.first().id = rows.first().id;
    for (int i = rowCount() - 1; i >= 0; --i) {
        if (wanted.contains(idAt(i)))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < rows.size(); ++i) {
        const Row &row = rows.at(i);
        if (i < rowCount() && idAt(i) == row.id) {
            // stands where it should
        } else if (const int from = rowOf(row.id); from > i) {
            beginMoveRows({}, from, from, {}, i);
            m_rows.move(from, i);
            endMoveRows();
        } else {
            beginInsertRows({}, i, i);
            m_rows.insert(i, row);
            endInsertRows();
            continue;
        }
        if (m_rows.at(i).columns != row.columns) {
            m_rows[i] = row;
            Q_EMIT dataChanged(index(i, 0), index(i, columnCount() - 1));
        }
    }
}
