#include "models/funnel/column_decimals.h"

#include <QTest>

using namespace Qt::StringLiterals;

// Cents are shown where they say something.
class TestColumnDecimals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void centsBesideLargeAmounts_data();
    void centsBesideLargeAmounts();
    void whatIsTypedStaysExact();
    void oneAlone();
    void noMinusBeforeNothing();

private:
    static QList<Money> euros(const QList<qint64> &cents);
};

QList<Money> TestColumnDecimals::euros(const QList<qint64> &cents)
{
    QList<Money> amounts;
    for (const qint64 each : cents)
        amounts.append({each, u"EUR"_s});
    return amounts;
}

void TestColumnDecimals::centsBesideLargeAmounts_data()
{
    using Decimals = Money::Decimals;
    QTest::addColumn<QList<qint64>>("cents");
    QTest::addColumn<Decimals>("decimals");
    QTest::newRow("all of thousands") << QList<qint64>{88'339'883, 98'531'988} << Decimals::None;
    QTest::newRow("and nothing") << QList<qint64>{0, -100'042} << Decimals::None;
    QTest::newRow("below a thousand") << QList<qint64>{169'014, 82'609} << Decimals::Always;
    QTest::newRow("hundreds beside much") << QList<qint64>{72'943, -11'003'945} << Decimals::None;
    QTest::newRow("little beside much") << QList<qint64>{85, 11'003'945} << Decimals::Always;
    QTest::newRow("whole and small") << QList<qint64>{8500, 100} << Decimals::WhereNeeded;
    QTest::newRow("none") << QList<qint64>{} << Decimals::WhereNeeded;
}

void TestColumnDecimals::centsBesideLargeAmounts()
{
    QFETCH(QList<qint64>, cents);
    QFETCH(Money::Decimals, decimals);
    QCOMPARE(decimalsFor(euros(cents)), decimals);
}

void TestColumnDecimals::whatIsTypedStaysExact()
{
    QCOMPARE(exactDecimalsFor(euros({88'339'883, 98'531'900})), Money::Decimals::Always);
}

void TestColumnDecimals::oneAlone()
{
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    QCOMPARE(moneyText({1'176'471, u"EUR"_s}, english), u"€11,765"_s);
    QCOMPARE(moneyText({-1'176'471, u"EUR"_s}, english), u"−€11,765"_s);
    QCOMPARE(moneyText({82'609, u"EUR"_s}, english), u"€826.09"_s);
}

void TestColumnDecimals::noMinusBeforeNothing()
{
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    QCOMPARE((Money{-30, u"EUR"_s}.toText(english, Money::Decimals::None)), u"€0"_s);
}

QTEST_APPLESS_MAIN(TestColumnDecimals)
#include "tst_column_decimals.moc"
