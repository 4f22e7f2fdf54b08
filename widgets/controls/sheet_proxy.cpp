#include "widgets/controls/sheet_proxy.h"

#include "models/worksheet/period_cell.h"
#include "models/worksheet/value.h"

SheetProxy::SheetProxy(SheetModel &model, Columns columns, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
    , m_columns(columns)
    , m_collator(model.locale())
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    setSourceModel(&model);
}

const Field &SheetProxy::fieldAt(int column) const
{
    // Not through mapToSource(), which knows no columns while there are no rows.
    for (int source = 0; source < m_model.columnCount(); ++source)
        if (filterAcceptsColumn(source, {}) && column-- == 0)
            return m_model.fieldAt(source);
    return m_model.fieldAt(0);
}

int SheetProxy::sourceRow(int row) const
{
    return mapToSource(index(row, 0)).row();
}

qint64 SheetProxy::idAt(int row) const
{
    return m_model.idAt(sourceRow(row));
}

int SheetProxy::rowOf(qint64 id) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (idAt(row) == id)
            return row;
    return -1;
}

void SheetProxy::setFilterText(const QString &text)
{
    m_filter = text.trimmed();
    m_hidden.clear();
    for (int row = 0; isFiltered() && row < m_model.rowCount(); ++row)
        if (!hasText(row))
            m_hidden.insert(m_model.idAt(row));
    invalidateFilter();
}

QVariant SheetProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QVariant value = QSortFilterProxyModel::headerData(section, orientation, role);
    if (role != Qt::TextAlignmentRole || !value.isValid())
        return value;
    // The header has no other way to be told that its texts may take several lines.
    return static_cast<int>(value.value<Qt::Alignment>()) | Qt::TextWordWrap;
}

bool SheetProxy::filterAcceptsRow(int row, const QModelIndex &) const
{
    return !m_hidden.contains(m_model.idAt(row)) || hasText(row);
}

bool SheetProxy::hasText(int row) const
{
    for (int column = 0; column < m_model.columnCount(); ++column)
        if (m_model.index(row, column).data().toString().contains(m_filter, Qt::CaseInsensitive))
            return true;
    return false;
}

bool SheetProxy::filterAcceptsColumn(int column, const QModelIndex &) const
{
    const Field &field = m_model.fieldAt(column);
    return (m_columns == Columns::All || field.inTable)
        && !PeriodCell::isGrainOfPeriod(m_model.sheet(), field);
}

bool SheetProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(Qt::EditRole);
    const QVariant b = right.data(Qt::EditRole);
    if (Value::isEmpty(a) || Value::isEmpty(b))
        return Value::isEmpty(a) != Value::isEmpty(b)
            && Value::isEmpty(b) == (sortOrder() == Qt::AscendingOrder);
    const Field &field = m_model.fieldAt(left.column());
    if (PeriodCell::isPeriod(m_model.sheet(), field))
        return PeriodCell::sortKey(a) < PeriodCell::sortKey(b);
    switch (field.kind) {
    case FieldKind::Money: {
        const auto one = a.value<Money>();
        const auto other = b.value<Money>();
        return one.currency == other.currency ? one.minor < other.minor : one.currency < other.currency;
    }
    case FieldKind::Date:
        return a.toDate() < b.toDate();
    case FieldKind::Percent:
    case FieldKind::Count:
    case FieldKind::Score:
    case FieldKind::Duration:
        return a.toLongLong() < b.toLongLong();
    default:
        return m_collator.compare(left.data().toString(), right.data().toString()) < 0;
    }
}
