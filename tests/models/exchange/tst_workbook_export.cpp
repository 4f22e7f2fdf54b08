#include "models/exchange/workbook_csv.h"
#include "models/exchange/workbook_json.h"
#include "models/exchange/workbook_sections.h"
#include "models/funnel/estimates.h"
#include "models/tables/csv_source.h"
#include "models/worksheet/search.h"
#include "models/worksheet/signatures.h"
#include "models/worksheet/value.h"
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
