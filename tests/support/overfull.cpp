#include "tests/support/overfull.h"

#include "models/document/ids.h"
#include "models/worksheet/value.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString word = u"Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"_s;

QString longest(const QList<Choice> &choices)
{
    const auto shorter = [](const Choice &a, const Choice &b) { return a.label.size() < b.label.size(); };
    const auto found = std::max_element(choices.begin(), choices.end(), shorter);
    return found == choices.end() ? QString() : found->key;
}

QVariant overlong(const Field &field, qint64 row)
{
    switch (field.kind) {
    case FieldKind::ShortText:
    case FieldKind::Person:
        return QString(word + u' ' + QString::number(row));
    case FieldKind::LongText:
        return QString(word + u" in so many words "_s).repeated(6);
    case FieldKind::Currency:
        return u"EUR"_s;
    case FieldKind::Choice:
        return longest(field.choices);
    case FieldKind::Money:
        return QVariant::fromValue(Money{.minor = 987'654'321'098 + row, .currency = u"EUR"_s});
    case FieldKind::Count:
        return 98'765'432 + row;
    case FieldKind::Date:
        return QDate(2026, 9, 30).addDays(row % 700);
    case FieldKind::Score:
        return row % 5 + 1;
    case FieldKind::Duration:
        return 59'999;
    case FieldKind::Team:
        return u"marketing"_s;
    case FieldKind::Percent:
        return 999'900;
    case FieldKind::YesNo:
        return true;
    case FieldKind::Link:
    case FieldKind::Picture:
        break;
    }
    return {};
}

QVariantMap overlongRow(const Sheet &sheet, qint64 row)
{
    QVariantMap columns;
    for (const Field &field : sheet.fields)
        if (const QVariant value = overlong(field, row); value.isValid())
            columns.insert(Value::toColumns(field, value));
    return columns;
}

// What there is keeps its dates, links and teams, by which rows belong together.
QVariantMap withoutKeys(QVariantMap columns, const Sheet &sheet)
{
    static const QSet kept{FieldKind::Choice, FieldKind::Date, FieldKind::Team};
    for (const Field &field : sheet.fields)
        if (kept.contains(field.kind) || field.key == u"segment"_s || field.key == u"currency"_s)
            columns.remove(field.key);
    return columns;
}

qsizetype wantedRows(const Sheet &sheet)
{
    static const QSet thousands{u"feedback_item"_s, u"plan_action"_s};
    if (sheet.shape == SheetShape::Form)
        return 1;
    return thousands.contains(sheet.table) ? 2'000 : 30;
}

void overfillSheet(const Database &database, const Sheet &sheet)
{
    const QList<QVariantMap> present = database.rows(u"SELECT id FROM "_s + sheet.table);
    qint64 row = 0;
    for (const QVariantMap &old : present)
        database.update(sheet.table, old.value(u"id"_s).toLongLong(),
                        withoutKeys(overlongRow(sheet, ++row), sheet));
    if (!sheet.uniqueKeys.isEmpty() && row > 0) // rows that would repeat one another
        return;
    while (row < wantedRows(sheet)) {
        QVariantMap columns = overlongRow(sheet, ++row);
        columns.remove(u"currency"_s);
        columns.insert(u"id"_s, newId());
        if (sheet.shape != SheetShape::Form)
            columns.insert(u"position"_s, (1LL << 40) + row);
        database.insert(sheet.table, columns);
    }
}

} // namespace

void overfill(Document &document, const Catalogue &catalogue)
{
    const auto done = document.edit(u"Overfill"_s, [&](const Database &database) {
        for (const Sheet *sheet : catalogue.sheets())
            overfillSheet(database, *sheet);
    });
    QVERIFY2(done, done ? "" : qPrintable(done.error().message + done.error().detail));
}
