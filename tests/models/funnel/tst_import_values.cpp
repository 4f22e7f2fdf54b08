#include "models/funnel/import/column_remarks.h"
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
    void anAssumedCurrencyIsStated();
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
    QVERIFY(roles.keys(ColumnRole::Created).isEmpty());
    QVERIFY(roles.keys(ColumnRole::Closed).isEmpty());
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

void TestImportValues::anAssumedCurrencyIsStated()
{
    QCOMPARE(remarksOf(madeImport("Id,Stage,Amount\n1,Won,10\n")).filter(u"taken as EUR"_s).size(), 1);
    for (const QByteArray &named :
         {QByteArray("Id,Stage,Amount\n1,Won,10 €\n"), QByteArray("Id,Stage,Amount (USD)\n1,Won,10\n"),
          QByteArray("Id,Stage,Amount,Currency\n1,Won,10,USD\n"), QByteArray("Id,Stage\n1,Won\n")})
        QVERIFY(remarksOf(madeImport(named)).isEmpty());
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    TestImportValues test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_import_values.moc"
