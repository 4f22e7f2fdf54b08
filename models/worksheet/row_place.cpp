#include "models/worksheet/row_place.h"

#include "models/document/database.h"
#include "models/worksheet/period_cell.h"
#include "models/worksheet/value.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RowPlace)
};

} // namespace

RowPlaces::RowPlaces(const Database &database, const Catalogue &catalogue, const QLocale &locale)
    : m_database(database)
    , m_catalogue(catalogue)
    , m_locale(locale)
{
}

QString RowPlaces::of(const Sheet &sheet, const QVariantMap &row)
{
    const QString title = titleOf(sheet, row);
    return title.isEmpty() ? sheet.label : Texts::tr("%1, “%2”").arg(sheet.label, title);
}

QString RowPlaces::of(const Sheet &sheet, const QVariantMap &row, const Field &field)
{
    return Texts::tr("%1, %2").arg(of(sheet, row), field.fullLabel());
}

QString RowPlaces::titleOf(const Sheet &sheet, const QVariantMap &row)
{
    if (sheet.shape == SheetShape::Form)
        return {};
    constexpr int most = 60;
    QStringList keys{sheet.title().key};
    if (sheet.title().kind == FieldKind::Link && !sheet.uniqueKeys.isEmpty())
        keys = sheet.uniqueKeys; // many rows belong to the same
    QStringList parts;
    for (const QString &key : std::as_const(keys))
        if (const QString part = partOf(sheet, row, *sheet.field(key)).simplified(); !part.isEmpty())
            parts.append(part);
    const QString title = parts.join(u", "_s);
    return title.size() > most ? title.first(most - 1) % u'…' : title;
}

QString RowPlaces::partOf(const Sheet &sheet, const QVariantMap &row, const Field &field)
{
    if (field.kind == FieldKind::Link)
        return linkedTitle(field.linkTable, row.value(field.key).toLongLong());
    return PeriodCell::isGrainOfPeriod(sheet, field) ? QString()
                                                     : PeriodCell::text(sheet, field, row, m_locale);
}

QString RowPlaces::linkedTitle(const QString &table, qint64 id)
{
    const Sheet *sheet = m_catalogue.sheet(table);
    if (!sheet)
        return {};
    if (!m_linked.contains(table)) {
        QHash<qint64, QString> &titles = m_linked[table];
        const Field &title = sheet->title();
        const auto rows = m_database.rows(u"SELECT * FROM \"%1\""_s.arg(table));
        for (const QVariantMap &row : rows)
            titles.insert(row.value(u"id"_s).toLongLong(),
                          Value::toText(title, Value::fromColumns(title, row), m_locale));
    }
    return m_linked.value(table).value(id);
}
