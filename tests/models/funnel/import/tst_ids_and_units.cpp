#include "models/funnel/deals/known_sums.h"
#include "models/funnel/funnel_store.h"
#include "models/funnel/import/column_remarks.h"
#include "models/funnel/import/column_units.h"
#include "models/funnel/import/id_writings.h"
#include "tests/support/made_import.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace Qt::StringLiterals;

// What the same deal is called in the next export, and in what its amounts and days are written.
class TestIdsAndUnits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsOfOthersAreNoIdsOfDeals_data();
    void idsOfOthersAreNoIdsOfDeals();
    void anIdOfOthersThatIsTakenIsTold();
    void personsAreKnownByTheirId();
    void writingsOfAnId_data();
    void writingsOfAnId();
    void anIdIsFoundInAnotherWriting_data();
    void anIdIsFoundInAnotherWriting();
    void twoDealsWithBothWritingsStayTwo();
    void anotherDayIsAnotherDeal();
    void marksWithoutWidthAreNoPartOfAnId();
    void unitsInNames_data();
    void unitsInNames();
    void currenciesInNames_data();
    void currenciesInNames();
    void yearsOfTheFirstCenturyAreNone();
    void periodsAreTheirFirstDay_data();
    void periodsAreTheirFirstDay();
    void noDayIsNoDay();
};

namespace {

bool tells(const QList<TableRemark> &remarks, const QString &text)
{
    return std::any_of(remarks.begin(), remarks.end(),
                       [&text](const TableRemark &remark) { return remark.text.contains(text); });
}

bool tells(const MadeImport &made, const QString &text)
{
    return tells(made.report.remarks + remarksOnColumns(made.profile, made.suggestion.mapping), text);
}

qint64 dealsIn(TestWorkbook &workbook)
{
    return summaryOfDeals(workbook.document(), readStages(workbook.document()), Grain::Month)->rows;
}

} // namespace

void TestIdsAndUnits::idsOfOthersAreNoIdsOfDeals_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char *id : {"Account ID", "Owner ID", "Contact ID", "Customer ID", "Kundennummer", "Email",
                           "Product ID", "Campaign ID", "Company Id"})
        QTest::newRow(id) << QByteArray(id);
}

// Each comes once in one month, and again in the next.
void TestIdsAndUnits::idsOfOthersAreNoIdsOfDeals()
{
    QFETCH(QByteArray, id);
    const QByteArray names = id + ",Stage,Amount,Create Date,Close Date\n";
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(),
                       names + "10017,Won,10,2026-01-02,2026-02-03\n10018,Won,20,2026-01-04,2026-02-05\n")
                .ok());
    const auto next = importInto(workbook.document(), names + "10017,Won,500,2026-03-02,2026-04-03\n");
    QVERIFY(next.ok());
    QCOMPARE(next->added, 1);
    QCOMPARE(dealsIn(workbook), 3);
}

void TestIdsAndUnits::anIdOfOthersThatIsTakenIsTold()
{
    ImportContext context = usualContext();
    context.correctedColumns = {{u"Account ID"_s, ColumnRole::Key}};
    const MadeImport made = madeImport("Account ID,Stage,Amount,Close Date\nA1,Won,10,2026-01-02\n", context);
    QVERIFY(tells(made, u"“Account ID” is the id, though its name says"_s));
}

void TestIdsAndUnits::personsAreKnownByTheirId()
{
    for (const QByteArray &csv :
         {QByteArray(
              "Contact ID,First Name,Lead Status,Created\nC1,Ann,New,2026-01-02\nC2,Bo,MQL,2026-01-03\n"),
          QByteArray("Contact ID,First Name,Lifecycle Stage,Create Date,Close Date,Revenue\n"
                     "C1,Ann,Customer,2026-01-02,2026-02-03,10\nC2,Bo,Lead,2026-01-03,,\n")})
        QCOMPARE(madeImport(csv).suggestion.mapping.columns.value(u"Contact ID"_s), ColumnRole::Key);
}

void TestIdsAndUnits::writingsOfAnId_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("form");
    for (const auto &[id, form] :
         {std::pair(u"1001", u"1001"), std::pair(u"1001.0", u"1001"), std::pair(u"1001,00", u"1001"),
          std::pair(u"1,001", u"1001"), std::pair(u"1.234.567", u"1234567"), std::pair(u"1 001", u"1001"),
          std::pair(u"1.0E+05", u"100000"), std::pair(u"1,23e4", u"12300"), std::pair(u"000042", u"42"),
          std::pair(u"000", u"0"), std::pair(u"1001.5", u""), std::pair(u"1,23E+01", u""),
          std::pair(u"OPP-1", u""), std::pair(u"0065g00000AbCdE", u"0065g00000AbCdE"),
          std::pair(u"0065g00000AbCdEAAV", u"0065g00000AbCdE"), std::pair(u"0065g00000AbCdEAAW", u""),
          std::pair(u"lead-007", u"lead-7"), std::pair(u"row-1f", u"")})
        QTest::newRow(QString::fromUtf16(id).toUtf8().constData())
            << QString::fromUtf16(id) << QString::fromUtf16(form);
}

void TestIdsAndUnits::writingsOfAnId()
{
    QFETCH(QString, id);
    QTEST(commonFormOf(id), "form");
}

void TestIdsAndUnits::anIdIsFoundInAnotherWriting_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("decimals") << QByteArray("1001") << QByteArray("1001.0");
    QTest::newRow("groups") << QByteArray("\"1,001\"") << QByteArray("1001");
    QTest::newRow("powers") << QByteArray("100000") << QByteArray("1.0E+05");
    QTest::newRow("zeros") << QByteArray("000117") << QByteArray("117");
    QTest::newRow("Salesforce") << QByteArray("0065g00000AbCdE") << QByteArray("0065g00000AbCdEAAV");
    QTest::newRow("Salesforce back") << QByteArray("0065g00000AbCdEAAV") << QByteArray("0065g00000AbCdE");
}

void TestIdsAndUnits::anIdIsFoundInAnotherWriting()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QByteArray names = "Deal ID,Stage,Amount,Create Date\n", rest = ",Proposal,10,2026-01-02\n";
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), names + before + rest).ok());
    const auto same = importInto(workbook.document(), names + after + rest);
    QVERIFY(same.ok());
    QCOMPARE(same->unchanged, 1);
    QVERIFY(tells(same->report.remarks, u"Deals whose id is written otherwise than in the workbook"_s));
    const auto won = importInto(workbook.document(), names + after + ",Won,10,2026-01-02\n");
    QVERIFY(won.ok());
    QCOMPARE(won->updated, 1);
    QCOMPARE(dealsIn(workbook), 1);
}

void TestIdsAndUnits::twoDealsWithBothWritingsStayTwo()
{
    const QByteArray names = "Deal ID,Stage,Amount\n", plain = "7,Won,10\n", zeros = "007,Won,20\n";
    for (const QByteArray &next : {QByteArray(plain + zeros), QByteArray(zeros + plain)}) {
        TestWorkbook workbook;
        QVERIFY(importInto(workbook.document(), names + plain).ok());
        QVERIFY(importInto(workbook.document(), names + next).ok());
        QCOMPARE(dealsIn(workbook), 2);
        QVERIFY(importInto(workbook.document(), names + next).ok());
        QCOMPARE(dealsIn(workbook), 2);
    }
}

void TestIdsAndUnits::anotherDayIsAnotherDeal()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), "Deal ID,Stage,Created\n7,Won,2026-01-02\n").ok());
    const auto next = importInto(workbook.document(), "Deal ID,Stage,Created\n007,Won,2026-03-02\n");
    QVERIFY(next.ok());
    QCOMPARE(next->added, 1);
}

void TestIdsAndUnits::marksWithoutWidthAreNoPartOfAnId()
{
    const MadeImport made = madeImport("Deal ID,\xe2\x80\x8b"
                                       "Stage,Amount\n1,Won,10\n\xef\xbb\xbf"
                                       "2,Won\xe2\x80\x8b,20\n3\xc2\xa0\xe2\x81\xa0,\xe2\x80\x8e"
                                       "Lost,30\n");
    QStringList keys;
    for (const Deal &deal : made.deals)
        keys.append(deal.key);
    QCOMPARE(keys, (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(made.count(Deal::State::Won), 2);
    QVERIFY(made.suggestion.mapping.columns.contains(u"Stage"_s));
}

void TestIdsAndUnits::unitsInNames_data()
{
    QTest::addColumn<int>("zeros");
    for (const char *name : {"Value ('000)",           "Amount (k)",
                             "Valor (miles)",          "Importo (migliaia)",
                             "Deal Value (x1000)",     "ACV K USD",
                             "Bedrag (x € 1.000)",     "Kwota (tys. PLN)",
                             "Сумма (тыс. руб.)",      "金額（千円）",
                             "金额（千元）",           "Belopp (k kr)",
                             "Belopp (tkr)",           "Valor (em milhares)",
                             "Betrag (TEUR)",          "Amount ($K)",
                             "Revenue (in thousands)", "Montant (en milliers)",
                             "Tutar (bin TL)",         "Částka (tis. Kč)",
                             "Bedrag in duizenden",    "Receita (R$ mil)",
                             "Value (000s)",           "Betrag in 1.000 €",
                             "Umsatz (Tsd. €)"})
        QTest::newRow(name) << 3;
    for (const char *name : {"金額（万円）", "金额（万元）"})
        QTest::newRow(name) << 4;
    for (const char *name :
         {"Wert (Mio.)", "Amount (MUSD)", "Montant (M€)", "Valor (millones)", "Сумма (млн ₽)",
          "金額（百万円）", "Kwota (mln zł)", "Belopp (mkr)", "Receita (R$ milhões)", "Revenue ($MM)",
          "Value (x 1.000.000)", "Tutar (milyon TL)"})
        QTest::newRow(name) << 6;
    for (const char *name : {"Amount", "Amount (10,000)", "Milestone Value", "Kamount", "Max 1000",
                             "Fortune 1000", "Value (all)", "Amount MRR", "Betrag KW 12"})
        QTest::newRow(name) << 0;
}

void TestIdsAndUnits::unitsInNames()
{
    QTEST(zerosInName(QString::fromUtf8(QTest::currentDataTag())), "zeros");
}

void TestIdsAndUnits::currenciesInNames_data()
{
    QTest::addColumn<QString>("currency");
    for (const auto &[name, currency] :
         {std::pair("Kwota (zł)", u"PLN"), std::pair("Částka (Kč)", u"CZK"), std::pair("Tutar (TL)", u"TRY"),
          std::pair("Összeg (Ft)", u"HUF"), std::pair("Sumă (Lei)", u"RON"), std::pair("Сума (лв)", u"BGN"),
          std::pair("Kwota zł", u"PLN"), std::pair("Kwota (tys. zł)", u"PLN"), std::pair("ACV K USD", u"USD"),
          std::pair("Amount (all)", u""), std::pair("Amount (R)", u""), std::pair("Top deals ft", u"")})
        QTest::newRow(name) << QString::fromUtf16(currency);
}

void TestIdsAndUnits::currenciesInNames()
{
    QTEST(currencyInName(QString::fromUtf8(QTest::currentDataTag())), "currency");
}

void TestIdsAndUnits::yearsOfTheFirstCenturyAreNone()
{
    const MadeImport made = madeImport("Deal ID,Stage,Created,Close Date\n1,Won,2026-01-01,01/01/0001\n"
                                       "2,Won,2026-01-01,2026-02-02\n3,Won,2026-01-01,2026-02-03\n"
                                       "4,Won,2026-01-01,01.02.0003\n5,Won,2026-01-01,0001-01-01\n");
    QCOMPARE(made.report.refused, 3);
    QVERIFY(made.report.refusedRows.first().text.contains(u"“01/01/0001” in “Close Date” cannot be read"_s));
}

void TestIdsAndUnits::periodsAreTheirFirstDay_data()
{
    QTest::addColumn<QString>("first");
    for (const auto &[text, first] :
         {std::pair("2026-02", u"2026-02-01"), std::pair("02/2026", u"2026-02-01"),
          std::pair("Feb 2026", u"2026-02-01"), std::pair("Februar 2026", u"2026-02-01"),
          std::pair("Feb-26", u"2026-02-01"), std::pair("Q2 2026", u"2026-04-01"),
          std::pair("2026-Q2", u"2026-04-01"), std::pair("2026-W07", u"2026-02-09"),
          std::pair("2026年2月", u"2026-02-01"), std::pair("2026. febr. 7.", u"2026-02-07"),
          std::pair("2026. márc. 5.", u"2026-03-05"), std::pair("2026. szeptember 5.", u"2026-09-05"),
          std::pair("2026-Jan-05", u"2026-01-05")})
        QTest::newRow(text) << QString::fromUtf16(first);
}

void TestIdsAndUnits::periodsAreTheirFirstDay()
{
    QFETCH(QString, first);
    const QByteArray text = QTest::currentDataTag();
    const MadeImport made = madeImport("Deal ID,Stage,Close Date\n1,Won," + text + "\n2,Lost," + text + "\n");
    QCOMPARE(made.deals.size(), 2);
    QCOMPARE(made.deals.first().closed, QDate::fromString(first, Qt::ISODate));
    QCOMPARE(tells(made, u"were taken as its first day: 2."_s),
             !text.contains('.') && !text.contains("-Jan-"));
    const MadeImport ids = madeImport("Number,Stage,Amount\n2026-01,Won,10\n2026-02,Lost,20\n");
    QCOMPARE(ids.deals.first().key, u"2026-01"_s);
}

void TestIdsAndUnits::noDayIsNoDay()
{
    const MadeImport made = madeImport("Deal ID,Stage,Close Date\n1,Won,2026-01-02 10:00:00\n"
                                       "2,Proposal,0000-00-00 00:00:00\n3,Won,0000-00-00 00:00:00\n");
    QCOMPARE(made.report.refused, 0);
    QVERIFY(!made.deals.last().closed.isValid());
}

QTEST_GUILESS_MAIN(TestIdsAndUnits)
#include "tst_ids_and_units.moc"
