#include "models/worksheet/workbook_check.h"

#include "models/arithmetic/money.h"
#include "models/worksheet/row_place.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(WorkbookCheck)
};

bool isOneOf(const QList<Choice> &choices, const QString &key)
{
    return std::any_of(choices.begin(), choices.end(),
                       [&](const Choice &choice) { return choice.key == key; });
}

// SQLite keeps to text and whole numbers; what these may say is the description's.
bool canHold(const Field &field, const QVariantMap &row)
{
    const QVariant value = row.value(field.key);
    const qint64 number = value.toLongLong();
    switch (field.kind) {
    case FieldKind::Date:
        return QDate::fromString(value.toString(), Qt::ISODate).isValid();
    case FieldKind::Choice:
        return isOneOf(field.choices, value.toString());
    case FieldKind::Team:
        return isOneOf(teams(), value.toString());
    case FieldKind::Currency:
        return isCurrency(value.toString());
    case FieldKind::Money:
        return isCurrency(row.value(field.key + u"_currency"_s).toString());
    case FieldKind::Score:
        return number >= 1 && number <= largestScore;
    case FieldKind::YesNo:
        return number == 0 || number == 1;
    case FieldKind::Count:
    case FieldKind::Percent:
    case FieldKind::Duration:
        return number >= 0;
    case FieldKind::ShortText:
    case FieldKind::LongText:
    case FieldKind::Person:
    case FieldKind::Link:
    case FieldKind::Picture:
        break;
    }
    return true;
}

QStringList faultsOfValues(const Database &database, const Sheet &sheet, const QSet<QString> &pictures,
                           RowPlaces &places)
{
    QStringList faults;
    const auto rows = database.rows(u"SELECT * FROM \"%1\" ORDER BY rowid"_s.arg(sheet.table));
    for (const QVariantMap &row : rows) {
        for (const Field &field : sheet.fields) {
            const QVariant value = row.value(field.key);
            if (value.isNull())
                continue;
            const QVariant origin = row.value(field.key + u"_source"_s);
            if (field.sourced && !origin.isNull() && !isOneOf(factSources(), origin.toString()))
                faults.append(Texts::tr("%1: “%2” is no source of a fact.")
                                  .arg(places.of(sheet, row, field), origin.toString()));
            if (!canHold(field, row))
                faults.append(Texts::tr("%1: “%2” cannot stand there.")
                                  .arg(places.of(sheet, row, field), value.toString()));
            else if (field.kind == FieldKind::Picture && !pictures.contains(value.toString()))
                faults.append(
                    Texts::tr("%1: the picture is not in the file.").arg(places.of(sheet, row, field)));
        }
    }
    return faults;
}

QStringList faultsOfPages(const Database &database)
{
    QStringList faults;
    const auto lines = database.rows(u"PRAGMA integrity_check"_s);
    for (const QVariantMap &line : lines)
        if (const QString text = line.first().toString(); text != u"ok")
            faults.append(Texts::tr("The file is damaged: %1.").arg(text));
    return faults;
}

QStringList faultsOfLinks(const Database &database, const Catalogue &catalogue)
{
    QMap<QString, int> dangling;
    const auto rows = database.rows(u"PRAGMA foreign_key_check"_s);
    for (const QVariantMap &row : rows)
        ++dangling[row.value(u"table"_s).toString()];
    QStringList faults;
    for (auto table = dangling.begin(); table != dangling.end(); ++table) {
        const Sheet *sheet = catalogue.sheet(table.key());
        faults.append(Texts::tr("%1: %n link(s) lead to rows that are not there.", nullptr, *table)
                          .arg(sheet ? sheet->label : table.key()));
    }
    return faults;
}

QStringList faultsOfHistory(const Document &document)
{
    QStringList faults;
    const auto steps = document.database().rows(
        u"SELECT r.table_name AS name, count(*) AS times FROM journal_row r LEFT JOIN journal j ON j.id = "
        u"r.entry "
        // json_valid() of nothing is 0 in some versions of SQLite and nothing in others.
        "WHERE j.id IS NULL OR (r.before IS NOT NULL AND NOT json_valid(r.before)) "
        "OR (r.after IS NOT NULL AND NOT json_valid(r.after)) "
        "OR (r.before IS NULL AND r.after IS NULL) GROUP BY r.table_name"_s);
    for (const QVariantMap &step : steps)
        faults.append(Texts::tr("History: %n change(s) of %1 cannot be read, and so not be undone.", nullptr,
                                step.value(u"times"_s).toInt())
                          .arg(step.value(u"name"_s).toString()));
    const auto names = document.database().rows(u"SELECT DISTINCT table_name AS name FROM journal_row"_s);
    for (const QVariantMap &row : names)
        if (const QString name = row.value(u"name"_s).toString(); !document.schema().hasTable(name))
            faults.append(
                Texts::tr("History: changes of “%1”, which no workbook has, cannot be undone.").arg(name));
    return faults;
}

} // namespace

QStringList faultsOf(const Document &document, const Catalogue &catalogue)
{
    const Database &database = document.database();
    QStringList faults = faultsOfPages(database);
    if (!faults.isEmpty())
        return faults; // what else is read there may be anything
    faults += faultsOfLinks(database, catalogue);
    QSet<QString> pictures;
    const auto attachments = database.rows(u"SELECT sha256, data FROM attachment"_s);
    for (const QVariantMap &row : attachments) {
        const QByteArray bytes = row.value(u"data"_s).toByteArray();
        const QString hash = row.value(u"sha256"_s).toString();
        pictures.insert(hash);
        if (QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()) != hash)
            faults.append(
                Texts::tr("A picture of %1 bytes is not the one that was put in.").arg(bytes.size()));
    }
    const auto sheets = catalogue.sheets();
    RowPlaces places(database, catalogue, QLocale());
    for (const Sheet *sheet : sheets)
        faults += faultsOfValues(database, *sheet, pictures, places);
    return faults + faultsOfHistory(document);
}
