#include "models/funnel/import/column_remarks.h"
#include "models/funnel/import/column_units.h"
#include "models/funnel/import/customer_list.h"
#include "models/funnel/import/decisions.h"
#include "tests/support/made_import.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QStringList remarksOf(const MadeImport &made)
{
    QStringList texts;
    for (const TableRemark &remark : remarksOnColumns(made.profile, made.suggestion.mapping))
        texts.append(remark.text);
    return texts;
}

// As the command line and the window decide it after an import with this mapping.
Suggestion decidedAfter(const QByteArray &csv, const std::optional<ImportMapping> &before,
                        ImportDecisions decisions = {})
{
    if (before)
        takeAsBefore(*before, decisions);
    const auto table = tableOf(csv);
    const auto decided
        = decideMapping(*table, *profileTable(*table, usualPlaceholders()), usualContext(), decisions);
    if (!decided)
        qFatal("%s", qPrintable(decided.error().message));
    return *decided;
}

} // namespace

// Dates and amounts as CRMs and spreadsheets write them.
class TestImportValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreDates_data();
    void numbersAreDates();
    void otherNumbersAreNoDates();
    void theOrderOfDatesIsTold();
    void theOrderOfDatesIsTheUsersChoice();
    void theSignsOfAnEarlierFileGiveWay();
    void theSignsThatTheUserSaidStay();
    void theOrderOfAnEarlierFileGivesWay();
    void eachCurrencyMayHaveItsColumn();
    void zeroInTheColumnOfAnotherCurrencyIsNoAmount();
    void anAssumedCurrencyIsStated();
    void signsOfSeveralCurrenciesAreReadByTheLanguage_data();
    void signsOfSeveralCurrenciesAreReadByTheLanguage();
    void aSingleSignSaysNothingOfOtherAmounts();
    void customersAreWonDeals_data();
    void customersAreWonDeals();
    void aColumnMayNameItsCurrency_data();
    void aColumnMayNameItsCurrency();
    void amountsMayBeThousands();
    void wonDealsWithoutCreationAreStated();
    void whatIsNotWonIsLostOrOpen_data();
    void whatIsNotWonIsLostOrOpen();
    void daysOfStagesAreTheirHistory();
};

void TestImportValues::numbersAreDates_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("order");
    QTest::newRow("milliseconds") << QByteArray("Id,Stage,createdate,closedate,Amount\n"
                                                "1,Won,1767225600000,1769990399999,10\n"
                                                "2,Won,1767312000000,1770076800000,20\n")
                                  << u"epoch_ms"_s;
    QTest::newRow("seconds") << QByteArray("id,stage,created_at,closed_at,amount\n"
                                           "1,Won,1767225600,1769990399,10\n2,Won,1767312000,1770076800,20\n")
                             << u"epoch_s"_s;
    QTest::newRow("Excel") << QByteArray("Nr;Phase;Erstellt am;Gewonnen am;Betrag\n"
                                         "1;Gewonnen;46023;46054,75;10\n2;Gewonnen;46024;46056;20\n")
                           << u"excel_days"_s;
}

void TestImportValues::numbersAreDates()
{
    QFETCH(const QByteArray, csv);
    QFETCH(const QString, order);
    const MadeImport made = madeImport(csv);
    QCOMPARE(made.report.refused, 0);
    QCOMPARE(made.deals.first().created, QDate(2026, 1, 1));
    QCOMPARE(made.deals.first().closed, QDate(2026, 2, 1));
    QCOMPARE(made.deals.first().value->minor, 1000);
    const QString name = made.suggestion.mapping.columnsOf(ColumnRole::Created).value(0);
    QCOMPARE(dateOrderKey(made.suggestion.mapping.dateOrders.value(name)), order);
    QVERIFY(made.suggestion.questions.isEmpty());
    const QStringList stated = remarksOf(made).filter(name);
    QCOMPARE(stated.size(), 1);
    QVERIFY2(stated.first().contains(u"1 January 2026"_s), qPrintable(stated.first()));
}

void TestImportValues::otherNumbersAreNoDates()
{
    // Ids, amounts and telephone numbers, and days that are no dates of a deal.
    const MadeImport made = madeImport("Id,Stage,Amount,Phone,Created,Days open\n"
                                       "1767225600000,Won,25000,1767225600,soon,46023\n"
                                       "1767225600001,Won,45000,1767225601,late,46024\n");
    const ColumnRoles &roles = made.suggestion.mapping.columns;
    QCOMPARE(roles.value(u"Amount"_s), ColumnRole::Value);
    QCOMPARE(roles.value(u"Id"_s), ColumnRole::Key);
    QVERIFY(roles.key(ColumnRole::Created).isEmpty());
    QVERIFY(roles.key(ColumnRole::Closed).isEmpty());
    QCOMPARE(remarksOf(made).filter(u"“Created” was left out"_s).size(), 1);
}

void TestImportValues::theOrderOfDatesIsTold()
{
    const MadeImport made = madeImport("Id,Stage,Created,Closed\n1,Won,2026-01-05,1/31/2026\n");
    QCOMPARE(made.suggestion.mapping.dateOrders.value(u"Created"_s), DateOrder::YearMonthDay);
    QCOMPARE(made.suggestion.mapping.dateOrders.value(u"Closed"_s), DateOrder::MonthDayYear);
    // A column with the year first says nothing of another.
    const MadeImport open = madeImport("Id,Stage,Created,Closed\n1,Won,2026-01-05,1/2/2026\n");
    QCOMPARE(open.suggestion.questions.size(), 1);
    QCOMPARE(open.suggestion.questions.first().subject, u"Closed"_s);
}

void TestImportValues::theOrderOfDatesIsTheUsersChoice()
{
    const QByteArray csv = "Id,Stage,Created,Closed\n1,Won,25/12/31,26/01/05\n";
    ImportContext context = usualContext();
    context.dateOrder = DateOrder::YearMonthDay;
    const MadeImport made = madeImport(csv, context);
    QVERIFY(made.suggestion.questions.isEmpty());
    QCOMPARE(made.deals.first().created, QDate(2025, 12, 31));
    QCOMPARE(made.deals.first().closed, QDate(2026, 1, 5));

    // Days since 1900, unless somebody knows that it was an old Mac.
    const auto table = tableOf("Id,Stage,Created\n1,Won,44561\n");
    const auto profile = profileTable(*table, usualPlaceholders());
    ImportDecisions decisions;
    decisions.dateOrders.insert(u"Created"_s, DateOrder::ExcelDays1904);
    const auto decided = decideMapping(*table, *profile, usualContext(), decisions);
    QCOMPARE(decided->mapping.dateOrders.value(u"Created"_s), DateOrder::ExcelDays1904);
    QCOMPARE(readDate(u"44561", DateOrder::ExcelDays1904), QDate(2026, 1, 1));
}

void TestImportValues::theSignsOfAnEarlierFileGiveWay()
{
    const QByteArray head = "Id;Stage;Amount\n", dots = head + "1;Won;71.500\n2;Won;90.500\n";
    const ImportMapping plain = decidedAfter(head + "1;Won;59823\n2;Won;15198.99\n", {}).mapping;
    QCOMPARE(plain.signs, decimalPoint);
    // Thousands, as a file that comes first is read, and asked about as there.
    const Suggestion again = decidedAfter(dots, plain);
    QCOMPARE(again.mapping.signs, decimalComma);
    QCOMPARE(again.questions.size(), 1);
    QCOMPARE(again.questions.first().kind, OpenQuestion::Kind::NumberSigns);
    // The earlier file answers where it is likely to be right.
    const ImportMapping german = decidedAfter(head + "1;Won;59.823,00\n2;Won;15.198,99\n", {}).mapping;
    const Suggestion alike = decidedAfter(dots, german);
    QCOMPARE(alike.mapping.signs, decimalComma);
    QVERIFY(alike.questions.isEmpty());
}

void TestImportValues::theSignsThatTheUserSaidStay()
{
    const QByteArray dots = "Id;Stage;Amount\n1;Won;71.500\n2;Won;90.500\n";
    ImportDecisions decisions;
    decisions.signs = decimalPoint;
    const ImportMapping said = decidedAfter(dots, {}, decisions).mapping;
    const auto kept = ImportMapping::fromJson(said.toJson());
    QCOMPARE(*kept, said);
    const Suggestion again = decidedAfter(dots, *kept);
    QCOMPARE(again.mapping.signs, decimalPoint);
    QVERIFY(again.mapping.signsAreSaid);
    QVERIFY(again.questions.isEmpty());
    // Not where a file can only be read otherwise.
    const ImportMapping german = decidedAfter("Id;Stage;Amount\n1;Won;71.500,00\n", *kept).mapping;
    QCOMPARE(german.signs, decimalComma);
    QVERIFY(!german.signsAreSaid);
}

void TestImportValues::theOrderOfAnEarlierFileGivesWay()
{
    const QString created = u"Created"_s;
    const QByteArray head = "Id,Stage,Created\n";
    const ImportMapping iso = decidedAfter(head + "1,Won,2024-09-12\n", {}).mapping;
    QCOMPARE(iso.dateOrders.value(created), DateOrder::YearMonthDay);
    const Suggestion open = decidedAfter(head + "1,Won,12.09.2024\n2,Won,04.02.2024\n", iso);
    QCOMPARE(open.mapping.dateOrders.value(created), DateOrder::DayMonthYear);
    QCOMPARE(open.questions.size(), 1);
    QCOMPARE(open.questions.first().kind, OpenQuestion::Kind::DateOrder);
    const ImportMapping counted = decidedAfter(head + "1,Won,1735819200000\n", {}).mapping;
    QCOMPARE(decidedAfter(head + "1,Won,12.09.2024\n", counted).mapping.dateOrders.value(created),
             DateOrder::DayMonthYear);
    // An order by which they can be read is still the likelier one.
    const ImportMapping american = decidedAfter(head + "1,Won,09/30/2024\n", {}).mapping;
    const Suggestion alike = decidedAfter(head + "1,Won,12/09/2024\n", american);
    QCOMPARE(alike.mapping.dateOrders.value(created), DateOrder::MonthDayYear);
    QVERIFY(alike.questions.isEmpty());
}

void TestImportValues::eachCurrencyMayHaveItsColumn()
{
    const QByteArray head = "Id,Stage,Amount (EUR),Amount (USD)\n";
    const MadeImport made
        = madeImport(head + "1,Won,\"1.000,50\",\n2,Won,,\"2,500.25\"\n3,Won,,\n4,Won,70,80\n");
    QCOMPARE(made.report.refused, 0);
    QCOMPARE(*made.deals.at(0).value, (Money{100050, u"EUR"_s}));
    QCOMPARE(*made.deals.at(1).value, (Money{250025, u"USD"_s}));
    QVERIFY(!made.deals.at(2).value);
    QCOMPARE(*made.deals.at(3).value, (Money{7000, u"EUR"_s}));
    const auto isTold = [](const TableRemark &told) { return told.text.contains(u"both have an amount"_s); };
    QCOMPARE(std::count_if(made.report.remarks.begin(), made.report.remarks.end(), isTold), 1);
    // The same amounts in two currencies.
    const MadeImport twice = madeImport(head + "1,Won,100,110\n2,Won,200,220\n");
    QCOMPARE(twice.suggestion.mapping.columnsOf(ColumnRole::Value), QStringList(u"Amount (EUR)"_s));
}

void TestImportValues::zeroInTheColumnOfAnotherCurrencyIsNoAmount()
{
    const MadeImport made
        = madeImport("Id,Stage,Amount (EUR),Amount (USD)\n1,Won,100.50,0\n2,Won,0.00,200\n3,Lost,0,0\n"
                     "4,Won,,300\n5,Won,$ -,400\n6,Won,0,0.00\n7,Won,70,80\n");
    QCOMPARE(made.report.refused, 0);
    QCOMPARE(*made.deals.at(0).value, (Money{10050, u"EUR"_s}));
    QCOMPARE(*made.deals.at(1).value, (Money{20000, u"USD"_s}));
    QCOMPARE(made.deals.at(2).value->minor, 0);
    QCOMPARE(*made.deals.at(3).value, (Money{30000, u"USD"_s}));
    QCOMPARE(*made.deals.at(4).value, (Money{40000, u"USD"_s}));
    QCOMPARE(*made.deals.at(5).value, (Money{0, u"EUR"_s}));
    QCOMPARE(*made.deals.at(6).value, (Money{7000, u"EUR"_s}));
    const auto isTold = [](const TableRemark &told) { return told.text.contains(u"both have an amount"_s); };
    QCOMPARE(std::count_if(made.report.remarks.begin(), made.report.remarks.end(), isTold), 1);
    // Of many amounts, not all of which are counted one by one.
    QByteArray many = "Id,Stage,Amount (EUR),Amount (USD)\n";
    for (int i = 1; i <= 600; ++i) {
        const QByteArray amount = QByteArray::number(1000 + i);
        many += QByteArray::number(i) + ",Won,"
            + (i % 2 == 0 ? QByteArray("0," + amount) : QByteArray(amount + ",0")) + '\n';
    }
    const MadeImport longer = madeImport(many);
    QCOMPARE(longer.suggestion.mapping.columnsOf(ColumnRole::Value).size(), 2);
    QCOMPARE(*longer.deals.at(1).value, (Money{100200, u"USD"_s}));
}

void TestImportValues::anAssumedCurrencyIsStated()
{
    QCOMPARE(remarksOf(madeImport("Id,Stage,Amount\n1,Won,10\n")).filter(u"taken as EUR"_s).size(), 1);
    for (const QByteArray &named :
         {QByteArray("Id,Stage,Amount\n1,Won,10 €\n"), QByteArray("Id,Stage,Amount (USD)\n1,Won,10\n"),
          QByteArray("Id,Stage,Amount,Currency\n1,Won,10,USD\n"),
          QByteArray("Id,Stage,Value (USD)\n1,Won,10\n")})
        QVERIFY(remarksOf(madeImport(named)).isEmpty());
    const QStringList without = remarksOf(madeImport("Id,Stage\n1,Won\n"));
    QCOMPARE(without.size(), 1);
    QVERIFY(without.first().startsWith(u"No column is the value"_s));
}

void TestImportValues::signsOfSeveralCurrenciesAreReadByTheLanguage_data()
{
    QTest::addColumn<QString>("csv");
    QTest::addColumn<QString>("ofWorkbook");
    QTest::addColumn<QString>("currency");
    const QString chinese
        = u"商机编号,商机名称,阶段,金额,创建日期\n1,阿,赢单,¥1200,2026-01-02\n2,乙,输单,¥300,2026-01-03\n"_s;
    QTest::newRow("Chinese") << chinese << u"EUR"_s << u"CNY"_s;
    QTest::newRow("Chinese, in the name")
        << QString(chinese).remove(u'¥').replace(u"金额"_s, u"金额（¥）"_s) << u"EUR"_s << u"CNY"_s;
    QTest::newRow("of the workbook") << chinese << u"JPY"_s << u"JPY"_s;
    QTest::newRow("Japanese") << u"ID,フェーズ,金額,作成日\n1,受注,¥1200,2026-01-02\n"_s << u"EUR"_s
                              << u"JPY"_s;
    QTest::newRow("Norwegian") << u"ID;Stage;Beløp;Opprettet;Eier\n1;Won;1 200 kr;2026-01-02;Ola\n"_s
                               << u"EUR"_s << u"NOK"_s;
    QTest::newRow("Danish") << u"ID;Stage;Beløb (kr.);Oprettet;Ejer\n1;Won;1200;2026-01-02;Bo\n"_s << u"EUR"_s
                            << u"DKK"_s;
    QTest::newRow("Swedish") << u"ID;Stage;Belopp;Skapad;Ägare\n1;Won;kr 1200;2026-01-02;Bo\n"_s << u"EUR"_s
                             << u"SEK"_s;
    QTest::newRow("no language") << u"ID;Stage;Amount;Created\n1;Won;kr 1200;2026-01-02\n"_s << u"EUR"_s
                                 << u"SEK"_s;
}

// And told, as it is a guess.
void TestImportValues::signsOfSeveralCurrenciesAreReadByTheLanguage()
{
    QFETCH(QString, csv);
    QFETCH(QString, ofWorkbook);
    QFETCH(QString, currency);
    ImportContext context = usualContext();
    context.currency = ofWorkbook;
    const MadeImport made = madeImport(csv.toUtf8(), context);
    QVERIFY(!made.deals.isEmpty() && made.deals.first().value);
    QCOMPARE(made.deals.first().value->currency, currency);
    const QString told = assumedCurrencyText(made.profile, made.suggestion.mapping);
    QVERIFY2(told.contains(u"is the sign of several currencies"_s) && told.contains(currency),
             qPrintable(told));
    QVERIFY(remarksOf(made).contains(told));
}

void TestImportValues::aSingleSignSaysNothingOfOtherAmounts()
{
    const MadeImport made
        = madeImport("ID;Stage;Belopp;Skapad\n1;Won;1200;2026-01-02\n2;Won;100 kr;2026-01-02\n"
                     "3;Won;70;2026-01-02\n4;Won;$ 9;2026-01-02\n");
    const auto currencyOf = [&made](int i) { return made.deals.at(i).value.value_or(Money()).currency; };
    QCOMPARE(currencyOf(0), u"EUR"_s);
    QCOMPARE(currencyOf(1), u"SEK"_s);
    QCOMPARE(currencyOf(3), u"USD"_s);
}

void TestImportValues::customersAreWonDeals_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<bool>("are");
    QTest::newRow("English") << QByteArray(
        "Customer,Contract Value,Start date,Status,Account Manager\n"
        "Acme,12000,2025-01-15,Active,Ute\nBeta,8000,2024-11-01,Churned,Jan\n")
                             << true;
    QTest::newRow("German") << QByteArray(
        "Kunde;Vertragswert;Kunde seit;Status\nAcme;12000;15.01.2025;aktiv\n"
        "Beta;8000;01.11.2024;gek\xc3\xbcndigt\n")
                            << true;
    QTest::newRow("all of them active") << QByteArray("Account Name,ARR,Customer since,Status,End date\n"
                                                      "Acme,12000,2025-01-15,Active,2026-01-14\n")
                                        << true;
    QTest::newRow("deals") << QByteArray(
        "Deal Name,Customer,Contract Value,Start date,Status\n"
        "Cell,Acme,12000,2025-01-15,Active\nArm,Beta,8000,2024-11-01,Cancelled\n")
                           << false;
    QTest::newRow("with stages") << QByteArray("Customer,Contract Value,Start date,Stage\n"
                                               "Acme,12000,2025-01-15,Active\nBeta,8000,2024-11-01,Won\n")
                                 << false;
    QTest::newRow("with an open status")
        << QByteArray("Customer,Contract Value,Start date,Status\n"
                      "Acme,12000,2025-01-15,Active\nBeta,8000,2024-11-01,Open\n")
        << false;
}

// Whoever has a contract was won when it began, also who has left since.
void TestImportValues::customersAreWonDeals()
{
    QFETCH(QByteArray, csv);
    QFETCH(bool, are);
    const MadeImport made = madeImport(csv);
    QCOMPARE(made.count(Deal::State::Won) == made.deals.size(), are);
    const bool isTold = !remarksOnCustomers(made.profile, made.suggestion.mapping).isEmpty();
    QCOMPARE(isTold, are);
    if (!are)
        return;
    QCOMPARE(made.deals.first().closed, QDate(2025, 1, 15));
    QCOMPARE(made.deals.first().value->minor, 1200000);
    QVERIFY(made.suggestion.questions.isEmpty());
    QVERIFY(remarksOf(made).join(u'\n').contains(u"Rows are then known by “"_s));
    // The user's word counts more.
    ImportContext context = usualContext();
    context.earlier = ImportMapping();
    context.earlier->stages.insert(*made.profile.column(u"Status"_s)->texts.keyBegin(),
                                   {StageTarget::Kind::Lost, 0});
    QCOMPARE(madeImport(csv, context).count(Deal::State::Lost), 1);
}

void TestImportValues::aColumnMayNameItsCurrency_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("currency");
    const auto row = [](const char *column, const QString &currency) {
        QTest::newRow(column) << QString::fromUtf8(column) << currency;
    };
    row("Amount ($)", u"USD"_s);
    row("Valor (R$)", u"BRL"_s);
    row("Amount (CA$)", u"CAD"_s);
    row("Valor em R$", u"BRL"_s);
    row("Deal value (AUD $)", u"AUD"_s);
    row("Betrag in T€", u"EUR"_s);
    row("Бюджет ₽", u"RUB"_s);
    row("Сумма, руб.", u"RUB"_s);
    row("金額（円）", u"JPY"_s);
    row("Amount", {});
}

void TestImportValues::aColumnMayNameItsCurrency()
{
    QFETCH(QString, column);
    QFETCH(QString, currency);
    QCOMPARE(currencyInName(column), currency);
}

void TestImportValues::amountsMayBeThousands()
{
    const MadeImport made = madeImport("Id;Stage;Betrag\n1;Won;1,2 Mio.\n2;Won;15 TEUR\n3;Won;500\n");
    QCOMPARE(made.report.refused, 0);
    QCOMPARE(made.deals.at(0).value, (Money{120'000'000, u"EUR"_s}));
    QCOMPARE(made.deals.at(1).value, (Money{1'500'000, u"EUR"_s}));
    QCOMPARE(made.deals.at(2).value, (Money{50'000, u"EUR"_s}));
}

void TestImportValues::wonDealsWithoutCreationAreStated()
{
    const MadeImport made = madeImport("Id,Stage,Created,Closed\n1,Won,2026-01-01,2026-02-01\n"
                                       "2,Won,,2026-02-01\n3,Won,,2026-02-01\n4,Lost,,2026-02-01\n");
    QVERIFY(!made.report.remarks.isEmpty());
    QVERIFY2(made.report.remarks.first().text.startsWith(u"Deals without a date of creation: "_s),
             qPrintable(made.report.remarks.first().text));
    QVERIFY(madeImport("Id,Stage,Created,Closed\n1,Won,2026-01-01,2026-02-01\n").report.remarks.isEmpty());
}

void TestImportValues::whatIsNotWonIsLostOrOpen_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QList<int>>("counts"); // won, lost, open
    QTest::newRow("by the close date") << QByteArray("Id,IsWon,Close Date,Amount\n1,TRUE,2026-02-01,1\n"
                                                     "2,FALSE,2026-02-02,1\n3,FALSE,,1\n")
                                       << QList<int>{1, 1, 1};
    QTest::newRow("by a flag") << QByteArray("Id,IsWon,IsClosed,Close Date\n1,TRUE,TRUE,2026-02-01\n"
                                             "2,FALSE,TRUE,2026-02-02\n3,FALSE,FALSE,2026-12-24\n")
                               << QList<int>{1, 1, 1};
    QTest::newRow("none is won") << QByteArray("Id,Won,Closed on\n1,FALSE,2026-02-01\n2,FALSE,\n")
                                 << QList<int>{0, 1, 1};
    QTest::newRow("German") << QByteArray("Nr;Gewonnen;Geschlossen\n1;Ja;Ja\n2;Nein;Ja\n3;Nein;Nein\n")
                            << QList<int>{1, 1, 1};
}

void TestImportValues::whatIsNotWonIsLostOrOpen()
{
    QFETCH(const QByteArray, csv);
    QFETCH(const QList<int>, counts);
    const MadeImport made = madeImport(csv);
    QCOMPARE(made.report.refused, 0);
    QCOMPARE((QList<int>{int(made.count(Deal::State::Won)), int(made.count(Deal::State::Lost)),
                         int(made.count(Deal::State::Open))}),
             counts);
    QCOMPARE(remarksOf(made).filter(u"Deals that are not won"_s).size(), 1);
}

void TestImportValues::daysOfStagesAreTheirHistory()
{
    const MadeImport made = madeImport(
        "Record ID,Deal Stage,Create Date,Close Date,\"Date entered \"\"MQL (Sales Pipeline)\"\"\","
        "hs_v2_date_entered_appointmentscheduled,Entered Proposal on,\"Date exited \"\"MQL\"\"\","
        "Date entered current stage\n"
        "1,Closed Won,2026-01-01,2026-04-01,2026-01-10,2026-02-01,2026-03-01,2026-02-01,2026-04-01\n"
        "2,Closed Lost,2026-01-02,2026-03-02,2026-01-11,2026-02-02,,2026-02-02,2026-03-02\n"
        "3,MQL,2026-01-03,,2026-01-12,,,,2026-01-12\n");
    QCOMPARE(made.suggestion.mapping.columnsOf(ColumnRole::EnteredOn).size(), 3);
    QVERIFY(made.suggestion.questions.isEmpty());
    QCOMPARE(made.report.refused, 0);
    QCOMPARE(made.deals.at(0).entered,
             (QList<StageEntry>{{2, QDate(2026, 1, 10)}, {3, QDate(2026, 2, 1)}, {4, QDate(2026, 3, 1)}}));
    QCOMPARE(made.deals.at(1).state, Deal::State::Lost);
    QCOMPARE(made.deals.at(1).stage, 3); // as far as it is known to have come
    QCOMPARE(made.deals.at(2).stage, 2);
    QCOMPARE(made.deals.at(2).entered.size(), 1);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    TestImportValues test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_import_values.moc"
