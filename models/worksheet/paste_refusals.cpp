#include "models/worksheet/paste_refusals.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

void PasteRefusals::add(const QString &place, const QString &message, int row, int column)
{
    if (isEmpty()) {
        m_message = message;
        m_row = row;
        m_column = column;
    }
    m_places.append(place);
}

QString PasteRefusals::text() const
{
    constexpr qsizetype shown = 6;
    const QString first = QCoreApplication::translate("PasteRefusals", "%1: %2 Nothing was pasted.")
                              .arg(m_places.value(0), m_message);
    if (m_places.size() < 2)
        return first;
    const QStringList further = m_places.mid(1, shown);
    const QString listed = further.join(u"; "_s);
    return first + u' '
        + QCoreApplication::translate("PasteRefusals", "Further cells that do not fit (%1): %2.")
              .arg(QLocale().toString(m_places.size() - 1),
                   further.size() < m_places.size() - 1 ? QString(listed + u" …"_s) : listed);
}
