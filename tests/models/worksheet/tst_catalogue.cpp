#include "models/arithmetic/fraction.h"
#include "models/worksheet/catalogue.h"
#include "models/worksheet/columns.h"
#include "models/worksheet/value.h"
#include "tests/support/workbook.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// The columns of a CREATE TABLE statement as it says them, and what stands behind them ("STRICT").
QStringList linesOf(const QString &statement)
{
    const QString sql = statement.simplified().remove(u';');
    const qsizetype first = sql.indexOf(u'('), last = sql.lastIndexOf(u')');
    QStringList lines{sql.sliced(last + 1).trimmed()};
    for (const QString &line : sql.sliced(first + 1, last - first - 1).split(u','))
        lines.append(line.trimmed());
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace

// Descriptions, schema and starters belong together.
class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySheetHasItsTable();
    void everyTableIsDescribed();
    void schemaIsWhatSqliteMakesOfIt();
    void descriptionsAreComplete();
    void examplesCanBeRead();
    void whatIsDoneIsDoneInTheExample();
    void exampleFillsEverySheet();
    void exampleAgreesWithItself();
    void blankOpens();
};

void TestCatalogue::everySheetHasItsTable()
{
    const Catalogue catalogue;
    const Database database(u":memory:"_s, Database::Access::ReadWrite);
    const Schema schema;
    schema.migrate(database);
    QStringList missing;
    for (const Sheet *sheet : catalogue.sheets()) {
        // Columns may stand in any order: later ones are added at the end.
        const QStringList expected = linesOf(createStatement(*sheet));
        const QString actual
            = database
                  .scalar(u"SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?"_s,
                          {sheet->table})
                  .toString();
        if (expected != linesOf(actual))
            missing.append(createStatement(*sheet));
    }
    if (!missing.isEmpty())
        QFAIL(qPrintable(u"A migration must bring the tables to:\n"_s + missing.join(u'\n')));
}

void TestCatalogue::everyTableIsDescribed()
{
    const Catalogue catalogue;
    const Schema schema;
    const QStringList apart{u"signature"_s, u"funnel_import"_s, u"funnel_mapping"_s, u"funnel_query"_s};
    for (const QString &table : schema.journalledTables())
        QVERIFY2(apart.contains(table) || catalogue.sheet(table), qPrintable(table));
}

void TestCatalogue::schemaIsWhatSqliteMakesOfIt()
{
    const Database database(u":memory:"_s, Database::Access::ReadWrite);
    const Schema schema;
    schema.migrate(database);
    QVERIFY(schema.matches(database));
    const auto tables = database.rows(u"SELECT name FROM sqlite_schema WHERE type = 'table'"_s);
    for (const QVariantMap &table : tables) {
        const QString name = table[u"name"_s].toString();
        QStringList columns;
        for (const QVariantMap &column : database.rows(u"SELECT name FROM pragma_table_info(?)"_s, {name}))
            columns.append(column[u"name"_s].toString());
        QCOMPARE(schema.columns(name), columns);
    }
    database.execute(u"CREATE TABLE another (id INTEGER)"_s);
    QVERIFY(!schema.matches(database));
}

void TestCatalogue::descriptionsAreComplete()
{
    const Catalogue catalogue;
    static const QRegularExpression name(u"^[a-z][a-z0-9_]*$"_s);
    QSet<QString> tables;
    for (const TabDescription &tab : catalogue.tabs()) {
        QVERIFY(!tab.label.isEmpty() && !tab.question.isEmpty());
        for (const Page &page : tab.pages) {
            QVERIFY2(!page.guide.doTogether.isEmpty() && !page.guide.success.isEmpty(), qPrintable(page.key));
            for (const Sheet &sheet : page.sheets) {
                QVERIFY2(sheet.table.startsWith(tab.key + u'_') && !tables.contains(sheet.table),
                         qPrintable(sheet.table));
                tables.insert(sheet.table);
                QVERIFY2(!sheet.question.isEmpty() && !sheet.fields.isEmpty(), qPrintable(sheet.table));
                QVERIFY2((sheet.shape == SheetShape::Form) == sheet.rowName.isEmpty(),
                         qPrintable(sheet.table));
                QVERIFY2(sheet.titleField.isEmpty() || sheet.field(sheet.titleField),
                         qPrintable(sheet.table));
                QSet<QString> keys;
                for (const Field &field : sheet.fields) {
                    const QString where = sheet.table + u'.' + field.key;
                    QVERIFY2(name.match(field.key).hasMatch() && !keys.contains(field.key),
                             qPrintable(where));
                    keys.insert(field.key);
                    QVERIFY2(!field.label.isEmpty(), qPrintable(where));
                    QVERIFY2((field.kind == FieldKind::Choice) == !field.choices.isEmpty(),
                             qPrintable(where));
                    QVERIFY2((field.kind == FieldKind::Link) == (catalogue.sheet(field.linkTable) != nullptr),
                             qPrintable(where));
                }
            }
        }
    }
}

void TestCatalogue::examplesCanBeRead()
{
    const Catalogue catalogue;
    for (const Sheet *sheet : catalogue.sheets()) {
        bool any = false;
        for (const Field &field : sheet->fields) {
            if (field.kind == FieldKind::Link || field.kind == FieldKind::Picture)
                continue;
            const auto value = Value::fromText(field, field.example, QLocale::c(), u"EUR"_s);
            QVERIFY2(value.ok(),
                     qPrintable(sheet->table + u'.' + field.key + u": "_s
                                + (value ? QString() : value.error().message)));
            any |= !Value::isEmpty(*value);
        }
        QVERIFY2(any, qPrintable(sheet->table));
    }
}

void TestCatalogue::whatIsDoneIsDoneInTheExample()
{
    const Catalogue catalogue;
    const Sheet &actions = *catalogue.sheet(u"plan_action"_s);
    QVERIFY(!actions.field(u"done_on"_s)->example.isEmpty());
    QCOMPARE(actions.field(u"state"_s)->example, u"done"_s);
}

// What two worksheets tell of one matter.
void TestCatalogue::exampleAgreesWithItself()
{
    TestWorkbook workbook(u"example"_s);
    Document &document = workbook.document();
    const QVariantMap sla = document.rows(u"feedback_sla_worth"_s).first();
    const auto number = [&sla](const QString &key) { return Fraction(sla.value(key).toLongLong()); };
    const Fraction worth = number(u"leads_promised"_s) * number(u"deal_size"_s) * number(u"lead_to_won"_s);
    QCOMPARE(worth, number(u"quota"_s) * number(u"marketing_share"_s));
    QMap<qint64, qint64> matches;
    for (const QVariantMap &row : document.rows(u"story_perspective"_s))
        if (const qint64 other = row.value(u"matches"_s).toLongLong(); other != 0)
            matches.insert(row.value(u"id"_s).toLongLong(), other);
    QCOMPARE(matches.size(), 4);
    for (auto match = matches.cbegin(); match != matches.cend(); ++match)
        QCOMPARE(matches.value(match.value()), match.key());
    QHash<QString, QString> granted;
    for (const QVariantMap &row : document.rows(u"crm_access"_s))
        granted.insert(row.value(u"person"_s).toString().section(u' ', 0, 0),
                       row.value(u"granted_on"_s).toString());
    for (const QVariantMap &row : document.rows(u"plan_action"_s)) {
        const QString what = row.value(u"what"_s).toString();
        for (auto person = granted.cbegin(); what.contains(u"read-only"_s) && person != granted.cend();
             ++person)
            QVERIFY2(!what.contains(person.key()) || person.value() == row.value(u"done_on"_s),
                     qPrintable(person.key()));
    }
}

void TestCatalogue::exampleFillsEverySheet()
{
    TestWorkbook workbook(u"example"_s);
    for (const Sheet *sheet : workbook.catalogue().sheets()) {
        const auto rows = workbook.document().rows(sheet->table);
        QVERIFY2(!rows.isEmpty(), qPrintable(sheet->table));
        for (const QVariantMap &row : rows)
            for (const Field &field : sheet->fields)
                QVERIFY2(!field.required || !Value::isEmpty(Value::fromColumns(field, row)),
                         qPrintable(sheet->table + u'.' + field.key));
    }
    QVERIFY(!workbook.document().canUndo());
}

void TestCatalogue::blankOpens()
{
    TestWorkbook workbook;
    QVERIFY(!workbook.document().rows(u"funnel_stage"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
