#include "models/exchange/workbook_csv.h"
#include "models/exchange/workbook_json.h"
#include "models/exchange/workbook_sections.h"
#include "models/funnel/estimates.h"
#include "models/tables/csv_source.h"
#include "models/worksheet/search.h"
#include "models/worksheet/signatures.h"
#include "models/worksheet/value.h"
#include "tests/support/byte_devices.h"
#include "tests/support/workbook.h"

#include <QBuffer>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

// A whole workbook as JSON and as CSV.
class TestWorkbookExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonHoldsEveryValue();
    void jsonHoldsSignatures();
    void csvHoldsEveryValueOfTheJson();
    void csvHasNoFormulas_data();
    void csvHasNoFormulas();
    void numbersOfTheCsvStayNumbers();
    void sectionsChooseWorksheets();
    void unknownSectionsAreNamed();
    void whatIsUnseenStaysUnseen();

private:
    TestWorkbook m_workbook{u"example"_s};
};

static QString plainText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"yes"_s : u"no"_s;
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

void TestWorkbookExport::jsonHoldsEveryValue()
{
    const QJsonObject json = workbookToJson(m_workbook.document(), m_workbook.catalogue());
    QCOMPARE(json[u"format"].toString(), u"smarketing-workbook"_s);
    const QJsonObject worksheets = json[u"worksheets"].toObject();
    QCOMPARE(worksheets.size(), m_workbook.catalogue().sheets().size());
    int values = 0;
    for (const Sheet *sheet : m_workbook.catalogue().sheets()) {
        const QJsonArray rows = worksheets[sheet->table].toArray();
        const QList<QVariantMap> expected = m_workbook.document().rows(sheet->table);
        QCOMPARE(rows.size(), expected.size());
        for (int i = 0; i < rows.size(); ++i) {
            const QJsonObject row = rows.at(i).toObject();
            QVERIFY(row[u"id"].isString());
            QCOMPARE(row[u"id"].toString().toLongLong(), expected.at(i).value(u"id"_s).toLongLong());
            for (const Field &field : sheet->fields) {
                const QVariant value = Value::fromColumns(field, expected.at(i));
                QCOMPARE(row.contains(field.key), !Value::isEmpty(value));
                if (Value::isEmpty(value))
                    continue;
                // What stands in the JSON can be read back into the same value.
                const auto read = Value::fromPlain(field, plainText(row[field.key]));
                QVERIFY2(read, qPrintable(sheet->table + u'.' + field.key));
                QCOMPARE(Value::toPlain(field, *read), Value::toPlain(field, value));
                ++values;
            }
        }
    }
    QVERIFY(values > 1000);
}

void TestWorkbookExport::jsonHoldsSignatures()
{
    Document &document = m_workbook.document();
    const SignedSubject subject = SignedSubject::tab(m_workbook.catalogue().tab(Tab::Crm));
    Signatures signatures(document, m_workbook.catalogue());
    QVERIFY(signatures.sign(subject, Team::Sales, u"Øyvind Ås"_s, QDate(2026, 11, 20)));
    const QJsonArray all = workbookToJson(document, m_workbook.catalogue())[u"signatures"].toArray();
    const QJsonObject expected{{u"subject"_s, u"tab:crm"_s}, {u"row"_s, u"0"_s},
                               {u"team"_s, u"sales"_s},      {u"name"_s, u"Øyvind Ås"_s},
                               {u"on"_s, u"2026-11-20"_s},   {u"outdated"_s, false}};
    QVERIFY(all.contains(expected));
}

void TestWorkbookExport::csvHoldsEveryValueOfTheJson()
{
    const QByteArray csv = workbookToCsv(m_workbook.document(), m_workbook.catalogue());
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(csv);
    QVERIFY(buffer->open(QIODevice::ReadOnly));
    const auto source
        = CsvSource::open(std::move(buffer), {.encoding = TextEncoding::Utf8, .separator = u','});
    QVERIFY(source);
    QCOMPARE((*source)->columns().mid(0, 5),
             QStringList({u"worksheet"_s, u"row"_s, u"field"_s, u"value"_s, u"source"_s}));
    QMap<QString, QString> lines;
    while ((*source)->next())
        lines.insert((*source)->cell(0).toString() + u'/' + (*source)->cell(1) + u'/' + (*source)->cell(2),
                     (*source)->cell(3).toString());

    const QJsonObject worksheets
        = workbookToJson(m_workbook.document(), m_workbook.catalogue())[u"worksheets"].toObject();
    int values = 0;
    for (const Sheet *sheet : m_workbook.catalogue().sheets())
        for (const QJsonValue &row : worksheets[sheet->table].toArray())
            for (const Field &field : sheet->fields) {
                const QJsonValue value = row[field.key];
                if (value.isUndefined())
                    continue;
                const QString key = sheet->table + u'/' + row[u"id"].toString() + u'/' + field.key;
                QCOMPARE(lines.value(key), plainText(value));
                ++values;
            }
    QCOMPARE(values, lines.size());
}

void TestWorkbookExport::csvHasNoFormulas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("formula") << u"=HYPERLINK(\"http://x\")"_s << u"'=HYPERLINK(\"http://x\")"_s;
    QTest::newRow("plus") << u"+1+cmd|' /C calc'!A0"_s << u"'+1+cmd|' /C calc'!A0"_s;
    QTest::newRow("minus") << u"- faster answers"_s << u"'- faster answers"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("apostrophe") << u"'=1"_s << u"''=1"_s;
    QTest::newRow("phone") << u"+49 170 1234"_s << u"'+49 170 1234"_s;
    QTest::newRow("number") << u"-12.5 %"_s << u"-12.5 %"_s;
    QTest::newRow("within") << u"a = b"_s << u"a = b"_s;
    QTest::newRow("short") << u"'tis"_s << u"'tis"_s;
}

// And what is read again is the text that it was.
void TestWorkbookExport::csvHasNoFormulas()
{
    QFETCH(const QString, text);
    QFETCH(const QString, written);
    TestWorkbook workbook(u"blank"_s);
    workbook.document().database().execute(u"DELETE FROM funnel_note"_s);
    workbook.document().database().execute(
        u"INSERT INTO funnel_note (id, position, noted_on, what_changed, who) VALUES (1, 1, '2026-01-02', ?, ?)"_s,
        {text, text});
    const QByteArray csv = workbookToCsv(workbook.document(), workbook.catalogue(), {u"funnel"_s});
    const QString cell
        = written.contains(u'"') ? u'"' + QString(written).replace(u'"', u"\"\""_s) + u'"' : written;
    for (const QString &field : {u"what_changed"_s, u"who"_s}) {
        const QString line = u"funnel_note,1,"_s + field + u',' + cell + u',';
        QVERIFY2(csv.contains(line.toUtf8()), csv.constData());
    }
    auto source = CsvSource::open(bufferOf(csv), {.encoding = TextEncoding::Utf8, .separator = u','});
    QVERIFY(source);
    QStringList read;
    while ((*source)->next())
        if ((*source)->cell(2) == u"what_changed" || (*source)->cell(2) == u"who")
            read.append((*source)->cell(3).toString());
    QCOMPARE(read, (QStringList{text, text}));
}

void TestWorkbookExport::numbersOfTheCsvStayNumbers()
{
    TestWorkbook workbook(u"blank"_s);
    workbook.document().database().execute(
        u"INSERT INTO crm_cash (id, position, period_start, grain, origin, "
        "sourced, sourced_currency) VALUES (1, 1, '2026-01-01', 'month', "
        "'=x', -1250, 'EUR')"_s);
    const QByteArray csv = workbookToCsv(workbook.document(), workbook.catalogue(), {u"crm"_s});
    QVERIFY2(csv.contains(",sourced,-12.50 EUR,"), csv.constData());
}

void TestWorkbookExport::sectionsChooseWorksheets()
{
    const Catalogue &catalogue = m_workbook.catalogue();
    const QJsonObject story
        = workbookToJson(m_workbook.document(), catalogue, {u"story/personas"_s})[u"worksheets"].toObject();
    QVERIFY(story.contains(u"story_persona"_s));
    QVERIFY(!story.contains(u"story_baseline"_s));
    const QList<const Sheet *> crm = WorkbookSections::sheets({u"crm"_s}, catalogue);
    QVERIFY(!crm.isEmpty());
    for (const Sheet *sheet : crm)
        QVERIFY(sheet->table.startsWith(u"crm_"));
    QCOMPARE(WorkbookSections::sheets({}, catalogue), catalogue.sheets());
}

void TestWorkbookExport::unknownSectionsAreNamed()
{
    QCOMPARE(WorkbookSections::unknown({u"story"_s, u"story/personas"_s, u"stories"_s, u"crm/personas"_s},
                                       m_workbook.catalogue()),
             QStringList({u"stories"_s, u"crm/personas"_s}));
}

// One side's answer alone, wherever somebody might read it.
void TestWorkbookExport::whatIsUnseenStaysUnseen()
{
    TestWorkbook workbook(u"blank"_s);
    const Document &document = workbook.document();
    document.database().execute(u"UPDATE overview_statement SET sales = 4"_s);
    document.database().execute(
        u"INSERT INTO funnel_estimate (id, position, estimated_on, sales_belief) VALUES (1, 1, '2026-01-02', "
        "4400000)"_s);
    const QJsonObject sheets
        = workbookToJson(workbook.document(), workbook.catalogue())[u"worksheets"].toObject();
    QCOMPARE(sheets[u"overview_statement"][0][u"sales"].toString(), u"answered"_s);
    QCOMPARE(sheets[u"funnel_estimate"][0][u"sales_belief"].toString(), u"answered"_s);
    const QByteArray csv = workbookToCsv(document, workbook.catalogue());
    QVERIFY(csv.contains(",sales_belief,answered,"));
    for (const QString &shown : {u"44"_s, u"4.4"_s, u"440"_s})
        for (const SearchHit &hit : search(document, workbook.catalogue(), shown, 100))
            QVERIFY(hit.key != u"sales_belief" && hit.key != u"sales");
    const QList<BlindEstimate> estimates = readEstimates(document);
    QCOMPARE(estimates.size(), 1);
    QVERIFY(!estimates.first().sales);
    document.database().execute(u"UPDATE funnel_estimate SET marketing_belief = 5000000"_s);
    QVERIFY(readEstimates(document).first().sales);
}

QTEST_GUILESS_MAIN(TestWorkbookExport)
#include "tst_workbook_export.moc"
