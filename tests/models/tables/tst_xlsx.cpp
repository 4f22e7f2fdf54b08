#include "models/tables/table_file.h"
#include "models/tables/xlsx/cell_format.h"
#include "tests/support/byte_devices.h"
#include "tests/support/made_xlsx.h"
#include "tests/support/table_rows.h"
#include "tests/support/workbook.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Rows = QList<QStringList>;

Result<std::unique_ptr<TableSource>> opened(const QByteArray &bytes, const QString &sheet = {})
{
    return openTable(bufferOf(bytes), {.sheet = sheet});
}

// The rows of the only sheet, which must be read to the end.
Rows rowsOf(const MadeXlsx &made)
{
    const auto source = opened(made.packed());
    if (!source)
        return {{source.error().message}};
    Rows rows = rowsOf(**source);
    return (*source)->status() ? rows : Rows();
}

QString messageOf(const QByteArray &bytes)
{
    const auto source = opened(bytes);
    if (!source)
        return source.error().message;
    (void)rowsOf(**source);
    const auto read = (*source)->status();
    return read ? QString() : read.error().message;
}

QString numberText(const QString &stored, const QString &code, bool from1904 = false)
{
    QString text;
    appendNumber(text, stored, CellFormat::of(code), from1904);
    return text;
}

const QByteArray header = rowOf({"Id", "Stage", "Value"});

} // namespace

class TestXlsx : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensTheSharedWorkbooks_data();
    void opensTheSharedWorkbooks();
    void readsTheCellsOfTheSharedWorkbooks();
    void readsNumbersExactly();
    void knowsDatesByTheirFormat();
    void countsDaysAsSpreadsheetsDo();
    void findsTheCurrencyInAFormat();
    void readsEveryKindOfText();
    void doesWithoutReferencesAndInOtherNamespaces();
    void tellsTheSameEachTime();
    void choosesTheSheet();
    void readsSheetsWithTheSameColumnsBelowEachOther();
    void findsTheHeaderBelowOtherLines();
    void namesMergedCellsOfTheHeader();
    void remarksOnHiddenRows();
    void remarksOnErrorsInCells();
    void remarksOnFormulasWithoutAValue();
    void remarksOnATableOfFormulasWithoutAValue();
    void refusesWhatIsNoWorkbook();
    void survivesDamage();
    void staysSmallOnHostileFiles();
};

void TestXlsx::opensTheSharedWorkbooks_data()
{
    QTest::addColumn<QString>("sheet");
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<int>("rows");
    QTest::newRow("currency-formats-xlsx")
        << QString() << QStringList{u"product"_s, u"cost_EUR"_s, u"cost_CHF"_s, u"cost_mixed"_s} << 2;
    QTest::newRow("dates-1900-LibreOffice")
        << QString() << QStringList{u"Column 1"_s, u"Column 2"_s, u"Column 3"_s, u"Column 4"_s, u"Column 5"_s}
        << 1;
    QTest::newRow("datetime-rounding") << QString() << QStringList{u"dttm"_s, u"dttm_string"_s} << 4;
    QTest::newRow("empty-sheets") << QString() << QStringList{u"var1"_s, u"var2"_s} << 0;
    QTest::newRow("inlineStr") << QString()
                               << QStringList{u"NN"_s, u"Hierarchy"_s, u"Column 3"_s, u"Outline Number"_s,
                                              u"ID"_s, u"Name"_s,      u"Type"_s,     u"Description"_s}
                               << 1;
    QTest::newRow("iris-google-doc") << QString()
                                     << QStringList{u"Sepal.Length"_s, u"Sepal.Width"_s, u"Petal.Length"_s,
                                                    u"Petal.Width"_s, u"Species"_s}
                                     << 150;
    QTest::newRow("names-need-repair-xlsx")
        << QString() << QStringList{u"a b"_s, u"a b (2)"_s, u"Column 3"_s, u"c%&$"_s} << 2;
    for (const QString &sheet : {QString(), u"occupied_row_and_blank_row"_s, u"two_occupied_rows"_s})
        QTest::addRow("skipping %s", qPrintable(sheet)) << sheet << QStringList{u"var1"_s, u"var2"_s} << 2;
    QTest::newRow("types") << QString()
                           << QStringList{u"blank"_s, u"boolean"_s, u"date"_s, u"numeric"_s, u"text"_s} << 4;
    QTest::newRow("unnamed-duplicated-columns")
        << QString() << QStringList{u"Column 1"_s, u"var2"_s, u"Column 3"_s, u"var2 (2)"_s} << 2;
    QTest::newRow("vietnamese-utf8") << QString() << QStringList{u"Mô tả"_s} << 6;
    QTest::newRow("whitespace-xlsx") << QString() << QStringList{u"<-space, space->"_s} << 5;
}

void TestXlsx::opensTheSharedWorkbooks()
{
    if (sharedData().isEmpty())
        QSKIP("SMARKETING_SHARED_DATA is not set");
    QFETCH(QString, sheet);
    QFETCH(QStringList, columns);
    QFETCH(int, rows);
    const QString name = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
    const auto source = openTable(u"%1/xlsx/readxl/%2.xlsx"_s.arg(sharedData(), name), {.sheet = sheet});
    QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().message));
    QCOMPARE((*source)->columns(), columns);
    QCOMPARE(rowsOf(**source).size(), rows);
    QVERIFY((*source)->status().ok());
    QVERIFY((*source)->rewind().ok());
    QCOMPARE(rowsOf(**source).size(), rows);
}

void TestXlsx::readsTheCellsOfTheSharedWorkbooks()
{
    if (sharedData().isEmpty())
        QSKIP("SMARKETING_SHARED_DATA is not set");
    const auto rows = [](const QString &name, const QString &sheet = {}) {
        const auto source = openTable(u"%1/xlsx/readxl/%2.xlsx"_s.arg(sharedData(), name), {.sheet = sheet});
        return source ? rowsOf(**source) : Rows();
    };
    QCOMPARE(rows(u"currency-formats-xlsx"_s),
             (Rows{{u"apple"_s, u"0.5 EUR"_s, u"0.5 CHF"_s, u"0.5 EUR"_s},
                   {u"software"_s, u"10000 EUR"_s, u"10000 CHF"_s, u"10000 CHF"_s}}));
    QCOMPARE(rows(u"dates-1900-LibreOffice"_s), (Rows{QStringList(5, u"2000-01-01"_s)}));
    for (const QStringList &row : rows(u"datetime-rounding"_s)) {
        QCOMPARE(row.at(0), row.at(1));
        QVERIFY(row.at(0).endsWith(u":00"_s));
    }
    QCOMPARE(rows(u"inlineStr"_s).first(),
             (QStringList{u"1"_s,
                          u"+"_s,
                          {},
                          u"1."_s,
                          u"RQ11610"_s,
                          u"requirement"_s,
                          u"Textual Requirement"_s,
                          u"test"_s}));
    QCOMPARE(rows(u"names-need-repair-xlsx"_s).first(), (QStringList{u"1"_s, u"a"_s, u"one"_s, u"1.1"_s}));
    QCOMPARE(rows(u"types"_s),
             (Rows{{{}, u"TRUE"_s, u"2017-02-27"_s, u"1"_s, u"hello"_s},
                   {{}, u"FALSE"_s, u"2017-02-28"_s, u"2"_s, u"world"_s},
                   {{}, u"TRUE"_s, u"2017-02-28"_s, u"3"_s, u"HELLO"_s},
                   {{}, u"FALSE"_s, u"2017-02-27"_s, u"6"_s, u"wor"_s}}));
    const auto all = openTable(sharedData() + u"/xlsx/readxl/types.xlsx"_s);
    QCOMPARE((*all)->sheets().size(), 7);
    const Rows smorgasbord = rows(u"types"_s, u"smorgasbord"_s);
    QCOMPARE(smorgasbord.at(4), (QStringList{u"numeric formula"_s, u"1.69"_s}));
    QCOMPARE(smorgasbord.last(), (QStringList{u"error  #NULL!"_s, QString()}));
    QCOMPARE(rows(u"vietnamese-utf8"_s).at(1).first(), u"SÉT lẫn sạn laterite"_s);
    QCOMPARE(rows(u"iris-google-doc"_s).first(),
             (QStringList{u"5.1"_s, u"3.5"_s, u"1.4"_s, u"0.2"_s, u"setosa"_s}));
}

void TestXlsx::readsNumbersExactly()
{
    const QString any = u"General"_s;
    for (const auto &[stored, text] :
         QList<std::pair<QString, QString>>{{u"0.10000000000000001"_s, u"0.1"_s},
                                            {u"1234567.8899999999"_s, u"1234567.89"_s},
                                            {u"-5"_s, u"-5"_s},
                                            {u"1E-3"_s, u"0.0010"_s},
                                            {u"1.5E+3"_s, u"1500"_s},
                                            {u"123456789012345678"_s, u"123456789012345678"_s}, // an id
                                            {u"1.234"_s, u"1.2340"_s}, // not a thousand
                                            {u"0.00012"_s, u"0.00012"_s},
                                            {u"1.0"_s, u"1"_s},
                                            {u"0"_s, u"0"_s},
                                            {u"no number"_s, u"no number"_s},
                                            {u"1e999"_s, u"1e999"_s}})
        QCOMPARE(numberText(stored, any), text);
    QCOMPARE(numberText(u"0.25"_s, u"0%"_s), u"25%"_s);
    QCOMPARE(numberText(u"7.0000000000000007E-2"_s, u"0.00%"_s), u"7%"_s);
    QCOMPARE(numberText(u"1"_s, u"0%"_s), u"100%"_s);
}

void TestXlsx::knowsDatesByTheirFormat()
{
    using Kind = CellFormat::Kind;
    for (const auto &[code, kind] :
         QList<std::pair<QString, Kind>>{{u"yyyy\\-mm\\-dd"_s, Kind::Date},
                                         {u"[$-409]d\\-mmm\\-yy;@"_s, Kind::Date},
                                         {u"DD/MMM"_s, Kind::Date},
                                         {u"mmmm"_s, Kind::Date},
                                         {u"[Red]dd.mm.yyyy\\ hh:mm"_s, Kind::Date},
                                         {u"h:mm AM/PM"_s, Kind::Time},
                                         {u"mm:ss"_s, Kind::Time},
                                         {u"[h]:mm:ss"_s, Kind::Duration},
                                         {u"0.0%"_s, Kind::Percent},
                                         {u"General"_s, Kind::Number},
                                         {u"GENERAL"_s, Kind::Number},
                                         {u"#,##0.00;[Red]-#,##0.00"_s, Kind::Number},
                                         {u"0.00E+00"_s, Kind::Number},
                                         {u"\"Monday\" 0"_s, Kind::Number},
                                         {u"0 \\d\\a\\y\\s"_s, Kind::Number},
                                         {u"@"_s, Kind::Number},
                                         {u"_-* #,##0.00\\ _d_-"_s, Kind::Number}})
        QVERIFY2(CellFormat::of(code).kind == kind, qPrintable(code));
    for (const int date : {14, 15, 16, 17, 22})
        QCOMPARE(CellFormat::builtIn(date).kind, Kind::Date);
    for (const int number : {0, 1, 2, 3, 4, 11, 12, 13, 37, 48, 49})
        QCOMPARE(CellFormat::builtIn(number).kind, Kind::Number);
    QCOMPARE(CellFormat::builtIn(9).kind, Kind::Percent);
    QCOMPARE(CellFormat::builtIn(21).kind, Kind::Time);
}

void TestXlsx::countsDaysAsSpreadsheetsDo()
{
    const QString date = u"yyyy-mm-dd"_s;
    QCOMPARE(numberText(u"1"_s, date), u"1900-01-01"_s);
    QCOMPARE(numberText(u"59"_s, date), u"1900-02-28"_s);
    QCOMPARE(numberText(u"60"_s, date), u"1900-02-29"_s); // never was
    QCOMPARE(numberText(u"61"_s, date), u"1900-03-01"_s);
    QCOMPARE(numberText(u"42795"_s, date), u"2017-03-01"_s);
    QCOMPARE(numberText(u"0"_s, date, true), u"1904-01-01"_s);
    QCOMPARE(numberText(u"41333"_s, date, true), u"2017-03-01"_s);
    QCOMPARE(numberText(u"42795.4375"_s, date), u"2017-03-01 10:30:00"_s);
    QCOMPARE(numberText(u"42795.999999"_s, date), u"2017-03-02"_s); // to the nearest second
    QCOMPARE(numberText(u"0.5"_s, u"h:mm"_s), u"12:00:00"_s);
    QCOMPARE(numberText(u"1.5"_s, u"[h]:mm"_s), u"36:00:00"_s);
    QCOMPARE(numberText(u"-3"_s, date), u"-3"_s);
    QCOMPARE(numberText(u"99999999"_s, date), u"99999999"_s);
}

void TestXlsx::findsTheCurrencyInAFormat()
{
    QCOMPARE(numberText(u"12.5"_s, u"#,##0.00\\ [$€-407]"_s), u"12.5 €"_s);
    QCOMPARE(numberText(u"12.5"_s, u"\"$\"#,##0.00_);\\(\"$\"#,##0.00\\)"_s), u"12.5 $"_s);
    QCOMPARE(numberText(u"12.5"_s, u"_-* #,##0.00 €_-;-* #,##0.00 €_-"_s), u"12.5 €"_s);
    QCOMPARE(numberText(u"12.5"_s, u"[$USD] #,##0.00"_s), u"12.5 USD"_s);
    QCOMPARE(numberText(u"12"_s, u"0\" pieces\""_s), u"12"_s);
}

void TestXlsx::readsEveryKindOfText()
{
    MadeXlsx made;
    made.texts
        = "<si><t>plain</t></si>"
          "<si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb=\"0\"><t>RICCHI</t></rPh></si>"
          "<si><t xml:space=\"preserve\">two_x000D_&#10;lines &amp; more</t></si><si/>";
    made.sheets = {{"One",
                    header
                        + "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>"
                          "<row><c t=\"inlineStr\"><is><r><t>in_x000A_</t></r><r><t>line</t></r></is></c>"
                          "<c t=\"str\"><f>A1&amp;B1</f><v>_x005F_made</v></c><c t=\"b\"><v>1</v></c></row>"
                          "<row><c><v>1</v></c><c t=\"s\"><v>99</v></c><c t=\"d\"><v>2017-03-01T00:00:00</v>"
                          "</c></row>"}};
    QCOMPARE(rowsOf(made),
             (Rows{{u"plain"_s, u"rich text"_s, u"two\r\nlines & more"_s},
                   {u"in\nline"_s, u"_made"_s, u"TRUE"_s},
                   {u"1"_s, {}, u"2017-03-01"_s}}));
}

void TestXlsx::doesWithoutReferencesAndInOtherNamespaces()
{
    MadeXlsx made;
    made.styles = {0, 14};
    made.properties = "date1904=\"1\"";
    made.strict = true;
    made.sheets = {{"One",
                    header
                        + "<row r=\"4\"><c r=\"C4\" s=\"1\"><v>0</v></c><c r=\"A4\"><v>7</v></c></row>"
                          "<row><c><v>8</v></c><c s=\"1\"><v>1</v></c></row>"}};
    const auto source = opened(made.packed());
    QVERIFY(source.ok());
    QVERIFY((*source)->next());
    QCOMPARE((*source)->line(), 4);
    QVERIFY((*source)->rewind().ok());
    QCOMPARE(rowsOf(**source), (Rows{{u"7"_s, {}, u"1904-01-01"_s}, {u"8"_s, u"1904-01-02"_s, {}}}));
    QVERIFY((*source)->countsFrom1904()); // also the cells that have no format of a date
}

// The second time from what was kept of the first; also where that one ended half way.
void TestXlsx::tellsTheSameEachTime()
{
    QByteArray rows;
    for (int i = 3; i < 3000; ++i)
        rows += "<row r=\"" + QByteArray::number(2 * i) + "\"><c><v>" + QByteArray::number(i)
            + "</v></c><c t=\"s\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c></row>";
    MadeXlsx made;
    made.texts = "<si><t>Sömmer</t></si>";
    made.sheets = {{"One", header + rows}};
    const auto source = opened(made.packed());
    QVERIFY(source.ok());
    QList<qint64> lines;
    const auto all = [&lines, &source] {
        lines.clear();
        QStringList cells;
        while ((*source)->next()) {
            lines.append((*source)->line());
            for (qsizetype i = 0; i < (*source)->columns().size(); ++i)
                cells.append((*source)->cell(i).toString());
        }
        return cells;
    };
    QVERIFY((*source)->next());
    QVERIFY((*source)->rewind().ok());
    const QStringList first = all();
    const QList<qint64> firstLines = lines;
    const QList<TableRemark> remarks = (*source)->remarks();
    QCOMPARE(first.mid(0, 3), (QStringList{u"3"_s, u"Sömmer"_s, QString()}));
    QCOMPARE(firstLines.last(), 5998);
    QVERIFY(!remarks.isEmpty());
    for (int again = 0; again < 2; ++again) {
        QVERIFY((*source)->rewind().ok());
        QCOMPARE(all(), first);
        QCOMPARE(lines, firstLines);
        QVERIFY((*source)->remarks() == remarks);
        QVERIFY((*source)->status().ok());
        QCOMPARE((*source)->progress(), 1.0);
    }
}

void TestXlsx::choosesTheSheet()
{
    MadeXlsx made;
    made.sheets = {{"Old", header + rowOf({"1", "Lost", "5"}), {}, "hidden"},
                   {"Chart", {}, {}, {}, "chartsheet"},
                   {"Cover", rowOf({"Only a title"})},
                   {"Deals", header + rowOf({"2", "Won", "6"})},
                   {"More", header + rowOf({"3", "New", "7"})}};
    const auto first = opened(made.packed());
    QVERIFY(first.ok());
    QCOMPARE((*first)->sheets(), (QStringList{u"Cover"_s, u"Deals"_s, u"More"_s, u"Old"_s}));
    QCOMPARE((*first)->format().sheet, u"Deals"_s);
    QCOMPARE(rowsOf(**first), (Rows{{u"2"_s, u"Won"_s, u"6"_s}}));
    QVERIFY((*first)->description().contains(u"Deals"_s));
    const auto hidden = opened(made.packed(), u"Old"_s);
    QCOMPARE(rowsOf(**hidden), (Rows{{u"1"_s, u"Lost"_s, u"5"_s}}));
    const auto missing = opened(made.packed(), u"Nope"_s);
    QCOMPARE(missing.error().code, Error::Code::NotFound);
    QVERIFY(missing.error().message.contains(u"Cover, Deals, More, Old"_s));
    QVERIFY(!opened("a,b\n1,2\n", u"Deals"_s).ok());
}

void TestXlsx::readsSheetsWithTheSameColumnsBelowEachOther()
{
    MadeXlsx made;
    made.sheets = {{"Cover", rowOf({"Only a title"})},
                   {"Jan", header + rowOf({"1", "Won", "6"}) + rowOf({"2", "New", "7"})},
                   {"Feb", rowOf({"Report"}) + rowOf({"Stage", "Id", "Value"}) + rowOf({"Lost", "3", "8"})},
                   {"Notes", rowOf({"What", "Who", "When"}) + rowOf({"a", "b", "c"})},
                   {"Mar", header + rowOf({"4", "New", "9"})}};
    const auto one = opened(made.packed());
    QVERIFY(one.ok());
    QCOMPARE((*one)->sheetsAlike(), (QStringList{u"Jan"_s, u"Feb"_s, u"Mar"_s}));
    QCOMPARE(rowsOf(**one).size(), 2);
    QVERIFY((*opened(made.packed(), u"Notes"_s))->sheetsAlike().isEmpty());

    const auto all = openTable(bufferOf(made.packed()), {.allSheets = true});
    QVERIFY(all.ok());
    QCOMPARE((*all)->columns(), (QStringList{u"Id"_s, u"Stage"_s, u"Value"_s, u"Sheet"_s}));
    const Rows expected{{u"1"_s, u"Won"_s, u"6"_s, u"Jan"_s},
                        {u"2"_s, u"New"_s, u"7"_s, u"Jan"_s},
                        {u"3"_s, u"Lost"_s, u"8"_s, u"Feb"_s},
                        {u"4"_s, u"New"_s, u"9"_s, u"Mar"_s}};
    for (int time = 0; time < 3; ++time) {
        QVERIFY((*all)->rewind().ok());
        QCOMPARE(rowsOf(**all), expected);
    }
    QVERIFY((*all)->status().ok());
    QCOMPARE((*all)->file(), u"Mar"_s);
    QStringList told;
    for (const TableRemark &remark : (*all)->remarks())
        told.append(remark.text);
    QVERIFY2(told.join(u'\n').contains(u"Jan, Feb, Mar"_s) && told.join(u'\n').contains(u"Cover, Notes"_s),
             qPrintable(told.join(u'\n')));
    QVERIFY(!told.join(u'\n').contains(u"Only"_s));
    // As it was found it is read again.
    const auto again = openTable(bufferOf(made.packed()), (*all)->format());
    QCOMPARE(rowsOf(**again), expected);
    QVERIFY(!openTable(bufferOf("a,b\n1,2\n"), {.allSheets = true}).ok());
    made.sheets.append({"all", header + rowOf({"5", "Won", "1"})});
    QCOMPARE(rowsOf(**openTable(bufferOf(made.packed()), {.allSheets = true})),
             (Rows{{u"5"_s, u"Won"_s, u"1"_s}}));
}

void TestXlsx::findsTheHeaderBelowOtherLines()
{
    MadeXlsx made;
    made.sheets = {{"One",
                    rowOf({"Pipeline report"}) + rowOf({"As of", "42795"}) + "<row/>" + header
                        + rowOf({"1", "Won", "5"}) + rowOf({"2", "Lost"}) + rowOf({"Total", "", "5"})
                        + rowOf({"Confidential Information - Do Not Distribute"})}};
    QCOMPARE(rowsOf(made), (Rows{{u"1"_s, u"Won"_s, u"5"_s}, {u"2"_s, u"Lost"_s, {}}}));
}

void TestXlsx::namesMergedCellsOfTheHeader()
{
    MadeXlsx made;
    made.sheets = {{"One",
                    "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Id</v></c><c r=\"B1\" t=\"str\"><v>Dates</v></c>"
                    "<c r=\"D1\" t=\"str\"><v>Amount</v></c></row>"
                    "<row r=\"2\"><c r=\"B2\" t=\"str\"><v>Created</v></c><c r=\"C2\" t=\"str\"><v>Closed</v>"
                    "</c></row>"
                    "<row r=\"3\"><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c><c><v>4</v></c></row>",
                    "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/>"
                    "<mergeCell ref=\"D1:D2\"/></mergeCells>"}};
    const auto source = opened(made.packed());
    QVERIFY(source.ok());
    QCOMPARE((*source)->columns(), (QStringList{u"Id"_s, u"Created"_s, u"Closed"_s, u"Amount"_s}));
    QCOMPARE(rowsOf(**source), (Rows{{u"1"_s, u"2"_s, u"3"_s, u"4"_s}}));

    made.sheets = {{"One",
                    "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Id</v></c><c r=\"B1\" t=\"str\"><v>Amount</v></c>"
                    "<c r=\"D1\" t=\"str\"><v>Stage</v></c></row>"
                        + rowOf({"1", "2", "3", "Won"}),
                    "<mergeCells><mergeCell ref=\"B1:C1\"/></mergeCells>"}};
    const auto wide = opened(made.packed());
    QVERIFY(wide.ok());
    QCOMPARE((*wide)->columns(), (QStringList{u"Id"_s, u"Amount"_s, u"Amount (2)"_s, u"Stage"_s}));
}

void TestXlsx::remarksOnHiddenRows()
{
    MadeXlsx made;
    made.sheets = {{"One", header + rowOf({"1", "Won", "5"}) + rowOf({"2", "Won", "5"})}};
    made.sheets[0].rows.replace(made.sheets.at(0).rows.lastIndexOf("<row"), 4, "<row hidden=\"1\"");
    const auto source = opened(made.packed());
    QCOMPARE(rowsOf(**source).size(), 2);
    QCOMPARE((*source)->remarks().size(), 1);
    QVERIFY((*source)->remarks().first().text.contains(u"hidden"_s));
}

void TestXlsx::remarksOnErrorsInCells()
{
    MadeXlsx made;
    made.sheets = {{"One",
                    header + "<row><c><v>1</v></c><c t=\"str\"><v>Won</v></c><c t=\"e\"><v>#N/A</v></c></row>"
                        + rowOf({"2", "Won", "5", "beyond"})}};
    const auto source = opened(made.packed());
    QCOMPARE(rowsOf(**source).first(), (QStringList{u"1"_s, u"Won"_s, {}, {}}));
    const QList<TableRemark> remarks = (*source)->remarks();
    QVERIFY(std::any_of(remarks.begin(), remarks.end(), [](const TableRemark &remark) {
        return remark.line == 2 && remark.text.contains(u"C2"_s) && remark.text.contains(u"#N/A"_s);
    }));
}

// Some programs write formulas and leave it to others to work them out: nothing is not 0, and not nothing.
void TestXlsx::remarksOnFormulasWithoutAValue()
{
    MadeXlsx made;
    made.sheets
        = {{"One",
            rowOf({"Id", "Stage", "Value", "Remark"})
                + "<row><c><v>1</v></c><c t=\"str\"><v>Won</v></c><c><f>2*3</f></c><c t=\"str\"><f>A1</f>"
                  "<v></v></c></row>"
                  "<row><c><v>2</v></c><c t=\"str\"><v>Won</v></c><c><f>2*3</f><v></v></c></row>"
                  "<row><c><v>3</v></c><c t=\"str\"><v>Won</v></c><c><f>2*3</f><v>6</v></c></row>"
                  "<row><c t=\"str\"><v>Total</v></c><c></c><c><f>SUM(C2:C4)</f><v></v></c></row>"}};
    const auto source = opened(made.packed());
    QCOMPARE(rowsOf(**source).last().at(2), u"6"_s);
    QVERIFY((*source)->rewind()); // to what was kept
    QCOMPARE(rowsOf(**source).size(), 3);
    QStringList told;
    const QList<TableRemark> remarks = (*source)->remarks();
    for (const TableRemark &remark : remarks)
        if (remark.line == 0)
            told.append(remark.text);
    QVERIFY2(told.size() == 1, qPrintable(told.join(u'|')));
    QVERIFY2(told.first().startsWith(u"“Value” holds formulas without results: 2."),
             qPrintable(told.first()));
}

// Not "no rows".
void TestXlsx::remarksOnATableOfFormulasWithoutAValue()
{
    MadeXlsx made;
    made.sheets = {{"One",
                    header
                        + "<row><c><f>A9</f><v></v></c><c><f>B9</f><v></v></c></row>"
                          "<row><c><f>A10</f><v></v></c><c><f>B10</f><v></v></c></row>"}};
    const auto source = opened(made.packed());
    QCOMPARE(rowsOf(**source).size(), 0);
    const QList<TableRemark> remarks = (*source)->remarks();
    QCOMPARE(remarks.size(), 2);
    QVERIFY(remarks.last().text.startsWith(u"“Stage” holds formulas without results: 2."));
}

void TestXlsx::refusesWhatIsNoWorkbook()
{
    const auto refuses = [](const QByteArray &bytes, const QString &word) {
        const QString message = messageOf(bytes);
        if (!message.contains(word))
            qWarning("%s", qPrintable(message));
        return message.contains(word);
    };
    QByteArray compound = QByteArray::fromHex("d0cf11e0a1b11ae1").leftJustified(512, '\0');
    compound[30] = 9; // sectors of 512 bytes
    QVERIFY(refuses(compound + QByteArray(512, '\0'), u".xls)"_s));
    const QString package = u"EncryptedPackage"_s;
    QVERIFY(refuses(compound
                        + QByteArray(reinterpret_cast<const char *>(package.utf16()), package.size() * 2)
                              .rightJustified(512, '\0'),
                    u"password"_s));
    QVERIFY(refuses("<html><table><tr><td>Id</td></tr></table></html>", u"save it as .xlsx"_s));
    QVERIFY(refuses("\xef\xbb\xbf\n<?xml version=\"1.0\"?><Workbook/>", u"save it as .xlsx"_s));
    QVERIFY(refuses(
        zipOf({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<x/>"}}),
        u".ods"_s));
    QVERIFY(refuses(zipOf({{"Index/Document.iwa", "x"}}), u"Numbers"_s));
    QVERIFY(refuses(zipOf({{"[Content_Types].xml", "x"}, {"xl/workbook.bin", "x"}}), u".xlsb"_s));
    QVERIFY(refuses(zipOf({{"deals.csv", "a,b"}}), u"Unpack"_s));
    QVERIFY(refuses(zipOf({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<d/>"}}),
                    u"without a workbook"_s));
    QVERIFY(refuses(zipOf({}), u"damaged"_s));
    QVERIFY(refuses("PK\x03\x04 made up", u"damaged"_s));
    QVERIFY(refuses(MadeXlsx{.sheets = {{"Chart", {}, {}, {}, "chartsheet"}}}.packed(), u"no worksheet"_s));
    QVERIFY(refuses(MadeXlsx{.sheets = {{"Empty", {}}}}.packed(), u"empty"_s));
}

void TestXlsx::survivesDamage()
{
    MadeXlsx made;
    made.texts = "<si><t>Won</t></si>";
    QByteArray rows = header;
    QRandomGenerator random(7);
    for (int i = 0; i < 2000; ++i)
        rows += "<row><c><v>" + QByteArray::number(random.generate())
            + "</v></c><c t=\"s\"><v>0</v></c></row>";
    made.sheets = {{"One", rows}};
    const QByteArray whole = made.packed();
    QCOMPARE(messageOf(whole), QString());
    for (qsizetype size = 0; size < whole.size(); size += whole.size() / 40)
        QVERIFY(!messageOf(whole.first(size)).isEmpty());
    for (qsizetype cut = 1; cut < 100; ++cut)
        QVERIFY2(!messageOf(whole.chopped(cut)).contains(u"Unpack"_s), qPrintable(QString::number(cut)));
    for (int i = 0; i < 100; ++i) {
        QByteArray changed = whole;
        for (int n = random.bounded(1, 4); n > 0; --n)
            changed[random.bounded(changed.size())] = static_cast<char>(random.generate());
        (void)messageOf(changed); // whatever comes of it, no crash
    }
    // One bit of the sheet's rows changed: a row may not be lost or altered without a word.
    const qsizetype at = whole.indexOf("xl/worksheets/sheet1.xml") + 5000;
    QByteArray flipped = whole;
    flipped[at] = static_cast<char>(flipped.at(at) ^ 1);
    QVERIFY2(messageOf(flipped).contains(u"damaged"_s), qPrintable(messageOf(flipped)));
}

void TestXlsx::staysSmallOnHostileFiles()
{
    const auto bomb = [](const QByteArray &rows) {
        return MadeXlsx{.sheets = {{"One", header + rows}}}.packed();
    };
    const QByteArray endless(20 << 20, ' ');
    QVERIFY(messageOf(bomb("<row><c t=\"str\"><v>" + endless + "</v></c></row>")).contains(u"far more"_s));
    QVERIFY(messageOf(bomb("<row " + endless + "/>")).contains(u"far more"_s));
    QVERIFY(messageOf(bomb(QByteArray("<row/>").repeated(12 << 20))).contains(u"far more"_s));
    QVERIFY(messageOf(bomb(QByteArray("<a>").repeated(1000))).contains(u"damaged"_s));
    QVERIFY(messageOf(bomb("<row><c r=\"ZZZZZZZ1\"><v>1</v></c></row>")).isEmpty());

    QMap<QByteArray, QByteArray> files = MadeXlsx{.sheets = {{"One", header}}}.files();
    files["xl/sharedStrings.xml"] = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                                    "<sst><si><t>&b;</t></si></sst>";
    QVERIFY(messageOf(zipOf(files)).contains(u"damaged"_s));
}

QTEST_APPLESS_MAIN(TestXlsx)
#include "tst_xlsx.moc"
