#include "models/tables/table_file.h"
#include "tests/support/byte_devices.h"
#include "tests/support/table_rows.h"

#include <QTest>

using namespace Qt::StringLiterals;

// "(EUR)", "days", "text" below the names of the columns.
class TestUnitsRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isPartOfTheHeading_data();
    void isPartOfTheHeading();
};

namespace {

std::unique_ptr<TableSource> sourceOf(const QByteArray &bytes)
{
    auto source = openTable(bufferOf(bytes));
    return source ? std::move(source).value() : nullptr;
}

} // namespace

void TestUnitsRow::isPartOfTheHeading_data()
{
    QTest::addColumn<QByteArray>("groups");
    QTest::newRow("two rows") << QByteArray();
    QTest::newRow("three rows") << QByteArray("Deal,Deal,Dates,Dates,Money,Money\n");
    QTest::newRow("with blank cells") << QByteArray("Deal,,Dates,,Money,\n");
}

void TestUnitsRow::isPartOfTheHeading()
{
    QFETCH(QByteArray, groups);
    const QByteArray names = groups + "Name,Stage,Created,Cycle,Amount,Cost\n";
    const QByteArray rows = "One,Won,2026-01-03,5,50,1\nTwo,New,2026-01-05,7,70,2\n";
    for (const QByteArray units : {",,,,(EUR),\n", "text,text,yyyy-mm-dd,days,EUR,TEUR\n",
                                   "[text],-,Datum,Tage,\xe2\x82\xac,k\xe2\x82\xac\n"}) {
        const auto source = sourceOf(names + units + rows);
        QVERIFY(source != nullptr);
        QCOMPARE(rowsOf(*source).size(), 2);
        QCOMPARE(source->columns().first(), u"Name"_s);
        const QString amount = source->columns().at(4);
        QVERIFY2(amount == u"Amount (EUR)" || amount == u"Amount (€)", qPrintable(amount));
        QCOMPARE(source->remarks().size(), 1);
        QVERIFY(source->remarks().first().text.contains(u"part of the heading"_s));
    }
    if (!groups.isEmpty())
        return;
    for (const QByteArray data : {"text,Won,2026-01-03,1,2,3\n", ",,,,EUR,\n", "EUR,Euro,New,,,\n"})
        QCOMPARE(rowsOf(*sourceOf(names + data + rows)).size(), 3);
}

QTEST_APPLESS_MAIN(TestUnitsRow)
#include "tst_units_row.moc"
