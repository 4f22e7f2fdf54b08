#include "models/tables/packed_rows.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

void PackedRows::add(const TableSource &present)
{
    constexpr qsizetype mostBeyond = 100; // whoever has more has too many all the same
    m_rows.push_back({present.line(), m_cells.size(), present.isFurther(),
                      static_cast<qint8>(present.fileOfRow()),
                      static_cast<qint16>(std::min(present.filledBeyond(), mostBeyond))});
    QDataStream stream(&m_cells, QIODevice::WriteOnly | QIODevice::Append);
    for (qsizetype i = 0; i < present.columns().size(); ++i)
        stream << present.cell(i).toUtf8();
}

QStringList PackedRows::cells(size_t row) const
{
    const qsizetype end = row + 1 < m_rows.size() ? m_rows[row + 1].at : m_cells.size();
    QDataStream stream(m_cells.sliced(m_rows[row].at, end - m_rows[row].at));
    QStringList cells;
    QByteArray cell;
    while (!stream.atEnd()) {
        stream >> cell;
        cells.append(QString::fromUtf8(cell));
    }
    return cells;
}
