#include "models/exchange/workbook_csv.h"

#include "models/exchange/csv_writer.h"
#include "models/exchange/workbook_sections.h"
#include "models/worksheet/value.h"

#include <QBuffer>

using namespace Qt::StringLiterals;

namespace {

Result<void> writeRows(CsvWriter &writer, const Sheet &sheet, const QList<QVariantMap> &rows)
{
    for (const QVariantMap &row : rows) {
        for (const Field &field : sheet.fields) {
            const QVariant value = Value::fromColumns(field, row);
            if (Value::isEmpty(value))
                continue;
            const QString shown = sheet.isCovered(field, row) ? answeredUnseen : Value::toPlain(field, value);
            const auto written
                = writer.writeRow({sheet.table, row.value(u"id"_s).toString(), field.key, shown,
                                   row.value(field.key % u"_source"_s).toString(), sheet.label, field.label});
            if (!written)
                return written;
        }
    }
    return {};
}

} // namespace

Result<QByteArray> workbookToCsv(const Document &document, const Catalogue &catalogue,
                                 const QStringList &sections)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer);
    Result<void> written = writer.writeRow({u"worksheet"_s, u"row"_s, u"field"_s, u"value"_s, u"source"_s,
                                            u"worksheet label"_s, u"field label"_s});
    for (const Sheet *sheet : WorkbookSections::sheets(sections, catalogue))
        if (written)
            written = writeRows(writer, *sheet, document.rows(sheet->table));
    if (!written)
        return written.error();
    return buffer.data();
}
