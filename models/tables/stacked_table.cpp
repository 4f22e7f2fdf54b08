#include "models/tables/stacked_table.h"

#include <QCoreApplication>

StackedTable::StackedTable(std::unique_ptr<TableSource> first, std::unique_ptr<TableSource> second,
                           const QString &firstName, const QString &secondName)
    : WrappedTable(std::move(first))
    , m_second(std::move(second))
    , m_firstName(firstName)
    , m_secondName(secondName)
{
    for (const QString &column : columns())
        m_places.push_back(m_second->columns().indexOf(column));
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
    return m_inSecond ? m_second->cell(m_places.at(static_cast<size_t>(column))) : table().cell(column);
}

qint64 StackedTable::withoutResult(qsizetype column) const
{
    return table().withoutResult(column) + m_second->withoutResult(m_places.at(static_cast<size_t>(column)));
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
    appendRemarks(all, table().remarks(), m_firstName);
    appendRemarks(all, m_second->remarks(), m_secondName);
    return all;
}
