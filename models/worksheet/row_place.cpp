#include "models/worksheet/row_place.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RowPlace)
};

QString titleOf(const Sheet &sheet, const QVariantMap &row)
{
    constexpr int most = 60;
    const QString title = row.value(sheet.title().key).toString().simplified();
    return title.size() > most ? title.first(most - 1) % u'…' : title;
}

} // namespace

QString placeOf(const Sheet &sheet, const QVariantMap &row)
{
    const QString title = sheet.shape == SheetShape::Form ? QString() : titleOf(sheet, row);
    return title.isEmpty() ? sheet.label : Texts::tr("%1, “%2”").arg(sheet.label, title);
}

QString placeOf(const Sheet &sheet, const QVariantMap &row, const Field &field)
{
    return Texts::tr("%1, %2").arg(placeOf(sheet, row), field.fullLabel());
}
