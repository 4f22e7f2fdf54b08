#include "models/worksheet/columns.h"

using namespace Qt::StringLiterals;

QList<Column> columnsOf(const Field &field)
{
    QList<Column> columns;
    switch (field.kind) {
    case FieldKind::Money:
        columns = {{field.key, u"INTEGER"_s}, {field.key + u"_currency"_s, u"TEXT"_s}};
        break;
    case FieldKind::Percent:
    case FieldKind::Count:
    case FieldKind::Score:
    case FieldKind::Duration:
    case FieldKind::YesNo:
        columns = {{field.key, u"INTEGER"_s}};
        break;
    case FieldKind::Link:
        columns = {{field.key, u"INTEGER"_s, field.linkTable, field.goesWithLinked}};
        break;
    case FieldKind::ShortText:
    case FieldKind::LongText:
    case FieldKind::Choice:
    case FieldKind::Date:
    case FieldKind::Person:
    case FieldKind::Currency:
    case FieldKind::Team:
    case FieldKind::Picture:
        columns = {{field.key, u"TEXT"_s}};
        break;
    }
    if (field.sourced)
        columns.append({field.key + u"_source"_s, u"TEXT"_s});
    return columns;
}

QList<Column> columnsOf(const Sheet &sheet)
{
    QList<Column> columns;
    if (sheet.shape != SheetShape::Form)
        columns.append({.name = u"position"_s, .type = u"INTEGER"_s, .notNull = true});
    for (const Field &field : sheet.fields)
        columns.append(columnsOf(field));
    return columns;
}

QString createStatement(const Sheet &sheet)
{
    QStringList lines{u"    id INTEGER PRIMARY KEY"_s};
    for (const Column &column : columnsOf(sheet)) {
        QString line = u"    "_s % column.name % u' ' % column.type;
        if (column.notNull)
            line += u" NOT NULL"_s;
        if (!column.references.isEmpty())
            line += u" REFERENCES %1 (id) ON DELETE %2"_s.arg(
                column.references, column.goesWithReferenced ? u"CASCADE"_s : u"SET NULL"_s);
        lines.append(line);
    }
    return u"CREATE TABLE %1 (\n%2\n) STRICT;\n"_s.arg(sheet.table, lines.join(u",\n"));
}
