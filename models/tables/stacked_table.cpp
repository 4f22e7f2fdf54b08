#include "models/tables/stacked_table.h"

#include <QCoreApplication>

StackedTable::StackedTable(std::unique_ptr<TableSource> first, std::unique_ptr<TableSource> second,
                           const QString &firstName, const QString &secondName)
    : WrappedTable(std::move(first))
    , m_second(std::move(second))
    , m_firstName(firstName)
    , m_secondName(secondName)
    , m_columns(table().columns())
{
    for (const QString &column : m_second->columns())
        if (!m_columns.contains(column))
            m_columns.append(column);
    m_onlyInOne = m_columns.sliced(table().columns().size());
    for (const QString &column : std::as_const(m_columns)) {
        m_places.push_back(m_second->columns().indexOf(column));
        if (m_places.back() < 0)
            m_onlyInOne.append(column);
    }
}

Result<void> StackedTable::rewind()
{
    m_inSecond = false;
    const auto first = table().rewind();
    return first ? m_second->rewind() : first;
}

bool StackedTable::next()
{
    if (!m_inSecond && table().next())
        return true;
    if (!m_inSecond && !table().status())
        return false;
    m_inSecond = true;
    return m_second->next();
}

QStringView StackedTable::cell(qsizetype column) const
{
    if (!m_inSecond)
        return column < table().columns().size() ? table().cell(column) : QStringView();
    const qsizetype place = m_places.at(static_cast<size_t>(column));
    return place < 0 ? QStringView() : m_second->cell(place);
}

qint64 StackedTable::withoutResult(qsizetype column) const
{
    const qsizetype place = m_places.at(static_cast<size_t>(column));
    return (column < table().columns().size() ? table().withoutResult(column) : 0)
        + (place < 0 ? 0 : m_second->withoutResult(place));
}

void StackedTable::leaveOut()
{
    if (m_inSecond)
        m_second->leaveOut();
    else
        table().leaveOut();
}

QString StackedTable::file() const
{
    const QString own = present().file(); // of several itself
    return !own.isEmpty() ? own : m_inSecond ? m_secondName : m_firstName;
}

QList<TableRemark> StackedTable::remarks() const
{
    QList<TableRemark> all{
        {0,
         QCoreApplication::translate("StackedTable",
                                     "“%1” has the same columns as “%2”. Its rows were taken "
                                     "as further rows of the same table.")
             .arg(m_secondName, m_firstName)}};
    if (!m_onlyInOne.isEmpty())
        all = {{0,
                QCoreApplication::translate(
                    "StackedTable",
                    "“%1” has the columns of “%2” but for some that only one of them has: %3. Its rows were "
                    "taken as further rows of the same table.")
                    .arg(m_secondName, m_firstName, m_onlyInOne.join(u", "))}};
    appendRemarks(all, table().remarks(), m_firstName);
    appendRemarks(all, m_second->remarks(), m_secondName);
    return all;
}
