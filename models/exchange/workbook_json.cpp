#include "models/exchange/workbook_json.h"

#include "models/exchange/workbook_sections.h"
#include "models/worksheet/signatures.h"
#include "models/worksheet/value.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

constexpr int formatVersion = 1;

QJsonValue jsonValue(const Field &field, const QVariant &value)
{
    switch (field.kind) {
    case FieldKind::Count:
    case FieldKind::Score:
    case FieldKind::Duration:
        return value.toLongLong();
    case FieldKind::YesNo:
        return value.toBool();
    default:
        return Value::toPlain(field, value);
    }
}

QJsonObject rowToJson(const Sheet &sheet, const QVariantMap &row)
{
    QJsonObject object{{u"id"_s, row.value(u"id"_s).toString()}};
    for (const Field &field : sheet.fields) {
        const QVariant value = Value::fromColumns(field, row);
        if (Value::isEmpty(value))
            continue;
        object.insert(field.key, sheet.isCovered(field, row) ? answeredUnseen : jsonValue(field, value));
        const QString sourceKey = field.key % u"_source"_s;
        if (const QString source = row.value(sourceKey).toString(); !source.isEmpty())
            object.insert(sourceKey, source);
    }
    return object;
}

QJsonArray signaturesOf(const Signatures &signatures, const SignedSubject &subject)
{
    QJsonArray result;
    for (const Team team : {Team::Marketing, Team::Sales})
        if (const Signature signature = signatures.of(subject, team); signature.id != 0)
            result.append(QJsonObject{{u"subject"_s, subject.key},
                                      {u"row"_s, QString::number(subject.row)},
                                      {u"team"_s, teamKey(team)},
                                      {u"name"_s, signature.name},
                                      {u"on"_s, signature.signedOn.toString(Qt::ISODate)},
                                      {u"outdated"_s, signature.outdated}});
    return result;
}

void append(QJsonArray &to, const QJsonArray &more)
{
    for (const QJsonValue &value : more)
        to.append(value);
}

} // namespace

QJsonObject workbookToJson(Document &document, const Catalogue &catalogue, const QStringList &sections)
{
    const Signatures signatures(document, catalogue);
    QJsonObject worksheets;
    QJsonArray signedParts;
    for (const TabDescription &tab : catalogue.tabs())
        if (WorkbookSections::contains(sections, tab))
            append(signedParts, signaturesOf(signatures, SignedSubject::tab(tab)));
    for (const Sheet *sheet : WorkbookSections::sheets(sections, catalogue)) {
        QJsonArray rows;
        for (const QVariantMap &row : document.rows(sheet->table)) {
            rows.append(rowToJson(*sheet, row));
            if (sheet->signedByBoth && sheet->shape != SheetShape::Form)
                append(signedParts,
                       signaturesOf(signatures, SignedSubject::sheet(*sheet, row[u"id"_s].toLongLong())));
        }
        if (sheet->signedByBoth && sheet->shape == SheetShape::Form)
            append(signedParts, signaturesOf(signatures, SignedSubject::sheet(*sheet)));
        worksheets.insert(sheet->table, rows);
    }
    return {{u"format"_s, u"smarketing-workbook"_s},
            {u"version"_s, formatVersion},
            {u"program"_s, QString::fromLatin1(SMARKETING_VERSION)},
            {u"worksheets"_s, worksheets},
            {u"signatures"_s, signedParts}};
}
