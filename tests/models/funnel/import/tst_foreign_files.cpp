#include "models/funnel/import/crm_table.h"
#include "tests/support/made_import.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// "won: 1234.50 EUR; lost: 2000.00 EUR; open: 500.00 EUR"
QString told(const MadeImport &made)
{
    QStringList parts;
    for (const auto &[state, name] :
         {std::pair(Deal::State::Won, u"won"_s), std::pair(Deal::State::Lost, u"lost"_s),
          std::pair(Deal::State::Open, u"open"_s)}) {
        QStringList values;
        for (const Deal &deal : made.deals)
            if (deal.state == state)
                values.append(deal.value ? deal.value->plain() : u"-"_s);
        if (!values.isEmpty())
            parts.append(name + u": "_s + values.join(u", "_s));
    }
    return parts.join(u"; "_s);
}

QStringList createdIn(const MadeImport &made)
{
    QStringList days;
    for (const Deal &deal : made.deals)
        days.append(deal.created.toString(Qt::ISODate));
    return days;
}

QString inRole(const MadeImport &made, ColumnRole role)
{
    return made.suggestion.mapping.columnsOf(role).value(0);
}

} // namespace

// Exports in languages whose names are not required, and with digits, dates and files of other places.
class TestForeignFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherLanguagesAreUnderstood_data();
    void otherLanguagesAreUnderstood();
    void amountsOfOtherPlaces_data();
    void amountsOfOtherPlaces();
    void datesOfOtherPlaces_data();
    void datesOfOtherPlaces();
    void amountsWithoutCurrencyAreNamed();
    void whatIsNoTableIsNamed_data();
    void whatIsNoTableIsNamed();
    void aRowThatIsCutOffIsLeftOut();
};

void TestForeignFiles::otherLanguagesAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("expected");
    QTest::newRow("Italian") << QByteArray(
        "ID trattativa;Nome trattativa;Fase;Importo;Data di creazione;Data di "
        "chiusura;Responsabile;Origine\n"
        "1;Alfa;Chiusa vinta;1.234,50 €;03/01/2026;25/02/2026;Anna;Web\n"
        "2;Beta;Chiusa persa;2.000,00 €;13/01/2026;20/02/2026;Anna;Fiera\n"
        "3;Gamma;Trattativa;500,00 €;20/01/2026;;Bo;Web\n")
                             << u"won: 1234.50 EUR; lost: 2000.00 EUR; open: 500.00 EUR"_s;
    QTest::newRow("Dutch") << QByteArray("Deal-ID;Naam;Fase;Bedrag;Aangemaakt op;Gesloten op;Eigenaar;Bron\n"
                                         "1;Alfa;Gewonnen;1.234,50;03-01-2026;25-02-2026;Anna;Web\n"
                                         "2;Beta;Verloren;2.000,00;13-01-2026;20-02-2026;Anna;Beurs\n"
                                         "3;Gamma;Offerte;500,00;20-01-2026;;Bo;Web\n")
                           << u"won: 1234.50 EUR; lost: 2000.00 EUR; open: 500.00 EUR"_s;
    QTest::newRow("Polish") << QByteArray(
        "ID szansy;Nazwa;Etap;Wartość;Data utworzenia;Data zamknięcia;Właściciel;Źródło\n"
        "1;Alfa;Wygrana;1 234,50 zł;03.01.2026;25.02.2026;Anna;Web\n"
        "2;Beta;Przegrana;2 000,00 zł;13.01.2026;20.02.2026;Anna;Targi\n"
        "3;Gamma;Oferta;500,00 zł;20.01.2026;;Bo;Web\n")
                            << u"won: 1234.50 PLN; lost: 2000.00 PLN; open: 500.00 PLN"_s;
    QTest::newRow("Swedish") << QByteArray("Affärs-ID;Namn;Fas;Belopp;Skapad;Stängd;Ägare;Källa\n"
                                           "1;Alfa;Vunnen;1 234,50 SEK;2026-01-03;2026-02-25;Anna;Web\n"
                                           "2;Beta;Förlorad;2 000,00 SEK;2026-01-13;2026-02-20;Anna;Mässa\n"
                                           "3;Gamma;Offert;500,00 SEK;2026-01-20;;Bo;Web\n")
                             << u"won: 1234.50 SEK; lost: 2000.00 SEK; open: 500.00 SEK"_s;
    QTest::newRow("Japanese") << QByteArray(
        "商談ID,商談名,ステージ,金額,作成日,完了日,担当者,リードソース\n"
        "1,アルファ,受注,\"1,234,500 JPY\",2026年1月3日,2026年2月25日,田中,Web\n"
        "2,ベータ,失注,\"2,000,000 JPY\",2026年1月13日,2026年2月20日,田中,展示会\n"
        "3,ガンマ,提案,\"500,000 JPY\",2026年1月20日,,佐藤,Web\n")
                              << u"won: 1234500 JPY; lost: 2000000 JPY; open: 500000 JPY"_s;
}

void TestForeignFiles::otherLanguagesAreUnderstood()
{
    QFETCH(const QByteArray, csv);
    QFETCH(const QString, expected);
    const MadeImport made = madeImport(csv);
    QCOMPARE(told(made), expected);
    QCOMPARE(createdIn(made), (QStringList{u"2026-01-03"_s, u"2026-01-13"_s, u"2026-01-20"_s}));
    QCOMPARE(made.deals.first().closed, QDate(2026, 2, 25));
    for (const ColumnRole role : {ColumnRole::Key, ColumnRole::Name, ColumnRole::Owner, ColumnRole::Source})
        QVERIFY2(!inRole(made, role).isEmpty(), qPrintable(roleKey(role)));
}

void TestForeignFiles::amountsOfOtherPlaces_data()
{
    QTest::addColumn<QByteArray>("cells");
    QTest::addColumn<QString>("expected");
    QTest::newRow("Swiss") << QByteArray("CHF 1'234.50;CHF 2’000.00") << u"won: 1234.50 CHF, 2000.00 CHF"_s;
    QTest::newRow("lakhs") << QByteArray("12,34,567 INR;₹ 1,00,000.50")
                           << u"won: 1234567.00 INR, 100000.50 INR"_s;
    QTest::newRow("French") << QByteArray("1\u202f234,50\u00a0€;12\u202f000,00\u202f€")
                            << u"won: 1234.50 EUR, 12000.00 EUR"_s;
    QTest::newRow("Arabic") << QByteArray("١٢٣٤٫٥٠;١٬٢٣٤٬٥٦٧") << u"won: 1234.50 EUR, 1234567.00 EUR"_s;
    QTest::newRow("full width") << QByteArray("１２３４;５００") << u"won: 1234.00 EUR, 500.00 EUR"_s;
}

void TestForeignFiles::amountsOfOtherPlaces()
{
    QFETCH(const QByteArray, cells);
    QFETCH(const QString, expected);
    const QList<QByteArray> each = cells.split(';');
    const MadeImport made
        = madeImport("Id;Stage;Amount\n1;Won;" + each.at(0) + "\n2;Won;" + each.at(1) + '\n');
    QCOMPARE(told(made), expected);
}

void TestForeignFiles::datesOfOtherPlaces_data()
{
    QTest::addColumn<QByteArray>("cells");
    QTest::addColumn<QStringList>("expected");
    const QStringList days{u"2026-01-03"_s, u"2026-08-01"_s};
    QTest::newRow("English") << QByteArray("January 3rd, 2026;1-Aug-2026") << days;
    QTest::newRow("German") << QByteArray("3. Januar 2026;1. Aug. 26") << days;
    QTest::newRow("French") << QByteArray("3 janv. 2026;1er août 2026") << days;
    QTest::newRow("Spanish") << QByteArray("3 de enero de 2026;1º de agosto de 2026") << days;
    QTest::newRow("Portuguese") << QByteArray("3 de janeiro de 2026;1 ago 2026") << days;
    QTest::newRow("zones") << QByteArray("Jan 3, 2026, 9:05 AM CET;2026-08-01T10:00:00 UTC+02:00") << days;
    QTest::newRow("marked direction") << QByteArray("\u200e2026-01-03;\u200f2026-08-01\u200f") << days;
    QTest::newRow("Arabic") << QByteArray("٢٠٢٦-٠١-٠٣;٢٠٢٦-٠٨-٠١") << days;
}

void TestForeignFiles::datesOfOtherPlaces()
{
    QFETCH(const QByteArray, cells);
    QFETCH(const QStringList, expected);
    const QList<QByteArray> each = cells.split(';');
    const MadeImport made
        = madeImport("Id;Stage;Created\n1;Won;" + each.at(0) + "\n2;Won;" + each.at(1) + '\n');
    QCOMPARE(createdIn(made), expected);
}

// Francs beside bare numbers are no reason to take those for francs, nor to say nothing.
void TestForeignFiles::amountsWithoutCurrencyAreNamed()
{
    const MadeImport made = madeImport("Id;Stage;Amount\n1;Won;CHF 100\n2;Won;200\n3;Won;300\n");
    const QList<TableRemark> &remarks = made.report.remarks;
    QVERIFY(std::any_of(remarks.begin(), remarks.end(), [](const TableRemark &remark) {
        return remark.text.contains(u"others do not: 2. These are taken as EUR"_s);
    }));
}

void TestForeignFiles::whatIsNoTableIsNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word");
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08 packed") << u"packed file"_s;
    QTest::newRow("7z") << QByteArray("7z\xbc\xaf\x27\x1c packed") << u"packed file"_s;
    QTest::newRow("a lock of Excel") << QByteArray("\x03"
                                                   "Ben")
                                            .leftJustified(55, ' ')
            + QByteArray("\x03\0B\0e\0n\0", 8).leftJustified(110, ' ')
                                     << u"open in a spreadsheet program"_s;
    QTest::newRow("JSON") << QByteArray("\xef\xbb\xbf [\n {\"id\": 1, \"stage\": \"Won\"}\n]") << u"JSON"_s;
    QTest::newRow("lines of JSON") << QByteArray("{\"id\":1}\n{\"id\":2}\n") << u"JSON"_s;
    QTest::newRow("web page") << QByteArray("\n\n <TABLE><tr><th>Id</th></tr></TABLE>") << u"web page"_s;
    QTest::newRow("rich text") << QByteArray("{\\rtf1\\ansi Deal ID\\par}") << u"not a table"_s;
    QTest::newRow("packed") << QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10) << u"not a table"_s;
    QTest::newRow("nothing") << QByteArray("\xef\xbb\xbf") << u"empty"_s;
}

void TestForeignFiles::whatIsNoTableIsNamed()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, word);
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    QVERIFY(buffer->open(QIODevice::ReadOnly));
    const auto table = openCrmTable(std::move(buffer));
    QVERIFY(!table);
    QVERIFY2(table.error().message.contains(word), qPrintable(table.error().message));
}

void TestForeignFiles::aRowThatIsCutOffIsLeftOut()
{
    const QByteArray whole = "Id,Stage,Amount,Currency\n1,Won,100,USD\n2,Won,200,USD\n";
    const MadeImport cut = madeImport(whole + "3,Won,300");
    QCOMPARE(cut.deals.size(), 2);
    const QString text = u"Left out: the file ends within the row, after 3 of 4 values."_s;
    QVERIFY(cut.report.remarks.last().line == 4 && cut.report.remarks.last().text.startsWith(text));
    QCOMPARE(madeImport(whole + "3,Won,300\n").deals.size(), 3); // the line ends
    QCOMPARE(madeImport(whole + "3,Won,300,USD").deals.size(), 3);
    QCOMPARE(madeImport(whole + "3,Won,300\n4,Won,400").deals.size(), 4); // rows may be shorter
}

QTEST_GUILESS_MAIN(TestForeignFiles)

#include "tst_foreign_files.moc"
