#include "models/exchange/workbook_csv.h"

#include "models/exchange/csv_writer.h"
#include "models/exchange/workbook_sections.h"
#include "models/tables/formula_guard.h"
#include "models/worksheet/value.h"

using namespace Qt::StringLiterals;

namespace {

// Numbers and dates stay what a spreadsheet can count with.
bool isFreeText(const Field &field)
{
    return field.kind == FieldKind::ShortText || field.kind == FieldKind::LongText
        || field.kind == FieldKind::Person;
}

void addRows(QByteArray &csv, const Sheet &sheet, const QList<QVariantMap> &rows)
{
    for (const QVariantMap &row : rows) {
        for (const Field &field : sheet.fields) {
            const QVariant value = Value::fromColumns(field, row);
            if (Value::isEmpty(value))
                continue;
            const QString shown = sheet.isCovered(field, row) ? answeredUnseen : Value::toPlain(field, value);
            addCsvRow(csv,
                      {sheet.table, row.value(u"id"_s).toString(), field.key,
                       isFreeText(field) ? guarded(shown) : shown,
                       row.value(field.key % u"_source"_s).toString(), sheet.label, field.label});
        }
    }
}

} // namespace

QByteArray workbookToCsv(const Document &document, const Catalogue &catalogue, const QStringList &sections)
{
    QByteArray csv;
    addCsvRow(csv,
              {u"worksheet"_s, u"row"_s, u"field"_s, u"value"_s, u"source"_s, u"worksheet label"_s,
               u"field label"_s});
    for (const Sheet *sheet : WorkbookSections::sheets(sections, catalogue))
        addRows(csv, *sheet, document.rows(sheet->table));
    return csv;
}
