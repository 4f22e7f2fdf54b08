#include "models/arithmetic/money.h"
#include "models/funnel/deals/money_totals.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

class TestMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAsTyped_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain"); // empty: refused
        const auto row = [](const char *locale, const QString &text, const QString &plain) {
            QTest::addRow("%s %s", locale, qPrintable(text)) << QString::fromLatin1(locale) << text << plain;
        };
        row("de_DE", u"1.234,5"_s, u"1234.50 EUR"_s);
        row("de_DE", u"61.000"_s, u"61000.00 EUR"_s);
        row("de_DE", u"61000"_s, u"61000.00 EUR"_s);
        row("de_DE", u"1.234,5x"_s, {});
        row("de_DE", u"1.5"_s, {});
        row("de_DE", u"1,5,0"_s, {});
        row("de_DE", u"1,234.50"_s, {});
        row("de_DE", u"€ 12,00"_s, u"12.00 EUR"_s);
        row("de_DE", u"12 €"_s, u"12.00 EUR"_s);
        row("de_DE", u"-12,5 USD"_s, u"-12.50 USD"_s);
        row("de_DE", u"5,-"_s, u"5.00 EUR"_s);
        row("de_DE", u"5,– €"_s, u"5.00 EUR"_s);
        row("en_US", u"1,234.50"_s, u"1234.50 EUR"_s);
        row("en_US", u"1e5"_s, {});
        row("en_US", u"12,34,56"_s, {});
        row("en_US", u"12,34,567"_s, u"1234567.00 EUR"_s);
        row("en_US", u"1,23"_s, {});
        row("en_US", u"1,234,56"_s, {});
        row("en_US", u"1234,567"_s, {});
        row("en_US", u"1'234'567.89"_s, u"1234567.89 EUR"_s);
        row("en_US", u"1,234'567"_s, {});
        row("en_US", u"1\u202f234\u202f567.8"_s, u"1234567.80 EUR"_s);
        row("en_US", u"$1,000"_s, u"1000.00 USD"_s);
        row("en_US", u"-$1,000"_s, u"-1000.00 USD"_s);
        row("en_US", u"$-1,000"_s, u"-1000.00 USD"_s);
        row("en_US", u"($1,000.01)"_s, u"-1000.01 USD"_s);
        row("en_US", u"(1,000"_s, {});
        row("en_US", u"1000-"_s, u"-1000.00 EUR"_s);
        row("en_US", u"-1000-"_s, {});
        row("en_US", u"−12 CHF"_s, u"-12.00 CHF"_s);
        row("en_US", u".5"_s, u"0.50 EUR"_s);
        row("en_US", u"1.005"_s, {});
        row("en_US", u"1.500"_s, u"1.50 EUR"_s);
        row("en_US", u"1.00000000000000000000000000"_s, u"1.00 EUR"_s);
        row("en_US", u"100 JPY"_s, u"100 JPY"_s);
        row("en_US", u"100.5 JPY"_s, {});
        row("en_US", u"1.234 KWD"_s, u"1.234 KWD"_s);
        row("en_US", u"5k"_s, {});
        row("en_US", u"5 EUR USD"_s, {});
        row("en_US", u"EUR 5 EUR"_s, {});
        row("en_US", u"2016-10-20"_s, {});
        row("en_US", u"99999999999999999999"_s, {});
        row("en_US", QString(), {});
        row("en_US", u"-"_s, {});
        row("fr_FR", u"1\u202f234,50 €"_s, u"1234.50 EUR"_s);
        row("fr_FR", u"1 234,50"_s, u"1234.50 EUR"_s);
        row("de_CH", u"1’234.50"_s, u"1234.50 EUR"_s);
        row("ar_EG", u"١٬٢٣٤٫٥"_s, u"1234.50 EUR"_s);
    }

    void isReadAsTyped()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        QFETCH(QString, plain);
        const auto money = Money::fromText(text, QLocale(locale), u"EUR"_s);
        QCOMPARE(money.ok() ? money->plain() : QString(), plain);
        if (!money)
            QVERIFY(!money.error().message.isEmpty());
    }

    void isWrittenInTheLocale()
    {
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        const QLocale german(QLocale::German, QLocale::Germany);
        const Money whole{6100000, u"EUR"_s};
        QCOMPARE(whole.toText(english), u"€61,000"_s);
        QCOMPARE(whole.toText(german), u"61.000\u00a0€"_s);
        QCOMPARE(whole.toText(german, Money::Decimals::Always), u"61.000,00\u00a0€"_s);
        QCOMPARE(whole.toText(QLocale::c()), u"61000\u00a0€"_s);
        QCOMPARE((Money{-6100050, u"USD"_s}.toText(english)), u"−$61,000.50"_s);
        QCOMPARE((Money{6100050, u"CHF"_s}.toText(english)), u"CHF\u00a061,000.50"_s);
        QCOMPARE((Money{100, u"JPY"_s}.amountText(english)), u"100"_s);
        QCOMPARE((Money{1234, u"KWD"_s}.plain()), u"1.234 KWD"_s);
        QCOMPARE((Money{-5, u"EUR"_s}.plain()), u"-0.05 EUR"_s);
    }

    void whatIsWrittenIsReadBack()
    {
        QRandomGenerator random(3);
        const QStringList locales{u"en_US"_s, u"de_DE"_s, u"de_CH"_s, u"fr_FR"_s, u"es_ES"_s, u"pt_BR"_s,
                                  u"en_IN"_s, u"ar_EG"_s, u"sv_SE"_s, u"fa_IR"_s, u"pl_PL"_s};
        const QStringList currencies{u"EUR"_s, u"USD"_s, u"JPY"_s, u"KWD"_s, u"CHF"_s};
        for (const QString &name : locales) {
            for (int i = 0; i < 500; ++i) {
                const int shift = random.bounded(1, 63);
                const Money money{static_cast<qint64>(random.generate64()) >> shift, currencies.at(i % 5)};
                const QLocale locale(name);
                const auto read = Money::fromText(money.toText(locale), locale, money.currency);
                QVERIFY2(read.ok(), qPrintable(name + u' ' + money.toText(locale)));
                QCOMPARE(*read, money);
                QCOMPARE(Money::fromPlain(money.plain()), money);
            }
        }
    }

    void isRoundedOnceWhereComputed()
    {
        QCOMPARE(Money::of({2360909861, 6}, u"EUR"_s), (Money{236091, u"EUR"_s}));
        QCOMPARE(Money::of({-5, 3}, u"EUR"_s), (Money{-1, u"EUR"_s}));
        QVERIFY(!Money::of({std::numeric_limits<qint64>::max(), 0}, u"EUR"_s).has_value());
    }

    void isNeverAddedAcrossCurrencies()
    {
        QVERIFY(!sum({1, u"EUR"_s}, {1, u"USD"_s}).has_value());
        MoneyTotals totals;
        totals.add({100, u"USD"_s});
        QCOMPARE(totals.only(), (Money{100, u"USD"_s}));
        totals.add({5, u"EUR"_s});
        totals.add({7, u"EUR"_s});
        QVERIFY(totals.isMixed());
        QVERIFY(!totals.only().has_value());
        QCOMPARE(totals.sums(), (QList<Money>{{12, u"EUR"_s}, {100, u"USD"_s}}));
        QCOMPARE(totals.count(u"EUR"_s), 2);
        totals.add({std::numeric_limits<qint64>::max(), u"EUR"_s});
        QVERIFY(!totals.in(u"EUR"_s).has_value());
    }

    void currenciesAreKnownBySymbol()
    {
        QCOMPARE(currencyFromText(u"$", u"CAD"_s), u"CAD"_s);
        QCOMPARE(currencyFromText(u"$", u"EUR"_s), u"USD"_s);
        QCOMPARE(currencyFromText(u"chf", u"EUR"_s), u"CHF"_s);
        QCOMPARE(currencyFromText(u"kr", u"NOK"_s), u"NOK"_s);
        QCOMPARE(currencyFromText(u"x", u"EUR"_s), QString());
        QVERIFY(!isCurrency(u"AED "));
        QVERIFY(!isCurrency(u"ED "));
    }
};

QTEST_APPLESS_MAIN(TestMoney)
#include "tst_money.moc"
