#include "tests/support/made_import.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QStringList wrongIn(const QByteArray &csv)
{
    QStringList texts;
    for (const TableRemark &remark : madeImport(csv).report.remarks)
        if (remark.text.contains(u" × "_s))
            texts.append(u"%1: %2"_s.arg(remark.line).arg(remark.text));
    return texts;
}

} // namespace

class TestLineCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsThatDoNotAddUpAreListed_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << QByteArray("Id,Stage,Quantity,Unit Price,Amount\n1,Won,2,10.00,20.00\n"
                                             "2,Won,3,10,30\n3,Won,1,5,5\n4,Won,4,2.5,10\n5,Won,4,2.5,11\n"
                                             "6,Won,2,3,6\n")
                               << u"6: “Amount” is 11, but “Quantity” × “Unit Price” is 10."_s;
        QTest::newRow("an amount less")
            << QByteArray(
                   "Id;Stage;Menge;Einzelpreis;Rabatt;Summe\n1;Won;2;10,00;1;19,00\n2;Won;3;10;2,50;27,50\n"
                   "3;Won;1;5;;5\n4;Won;4;2,5;0;10\n5;Won;4;2,5;1;10\n6;Won;2;3;1;5\n")
            << u"6: “Summe” is 10, but “Menge” × “Einzelpreis” less “Rabatt” is 9."_s;
        QTest::newRow("percent less")
            << QByteArray("Id,Stage,Qty,List Price,Discount %,Total\n1,Won,2,10,10,18\n2,Won,3,10,50,15\n"
                          "3,Won,1,5,,5\n4,Won,4,2.5,0,10\n5,Won,4,2.5,10,8\n6,Won,2,3,50,3\n")
            << u"6: “Total” is 8, but “Qty” × “List Price” less “Discount %” is 9."_s;
        QTest::newRow("rounded prices") << QByteArray(
            "Id,Stage,Quantity,Unit Price,Amount\n1,Won,300,0.33,100\n2,Won,3,10,30\n3,Won,1,5,5\n"
            "4,Won,4,2.5,10\n5,Won,4,2.5,10\n")
                                        << QString();
        QTest::newRow("with tax") << QByteArray("Id,Stage,Quantity,Unit Price,Amount\n1,Won,2,10,23.80\n"
                                                "2,Won,3,10,35.70\n3,Won,1,5,5.95\n4,Won,4,2.5,11.90\n"
                                                "5,Won,1,1,1.19\n6,Won,2,3,6\n")
                                  << QString();
        QTest::newRow("too few") << QByteArray(
            "Id,Stage,Quantity,Unit Price,Amount\n1,Won,2,10,20\n2,Won,3,10,31\n")
                                 << QString();
        QTest::newRow("another currency") << QByteArray(
            "Id,Stage,Quantity,Unit Price,Amount\n1,Won,2,$10,€20\n2,Won,3,$10,€30\n3,Won,1,$5,€5\n"
            "4,Won,4,$2,€8\n5,Won,4,$2,€8\n6,Won,1,$9,€8\n")
                                          << QString();
    }

    void rowsThatDoNotAddUpAreListed()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, expected);
        QCOMPARE(wrongIn(csv), expected.isEmpty() ? QStringList() : QStringList(expected));
    }
};

QTEST_GUILESS_MAIN(TestLineCheck)
#include "tst_line_check.moc"
