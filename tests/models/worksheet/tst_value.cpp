#include "models/worksheet/date_text.h"
#include "models/worksheet/value.h"

#include <QDate>
#include <QTest>

using namespace Qt::StringLiterals;

class TestValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_data();
    void read();
    void refused_data();
    void refused();
    void saysThatAWholeNumberIsTooLarge();
    void moneyIsLessThanNothingOnlyWhereItMakesSense();
    void amountsComeWithAnExample();
    void agreementsEndWithinAYear();
    void countsEndAtTheMost();
    void roundTrips();
    void yearsHaveFourDigits();
    void datesMayNameTheirMonth();
};

namespace {

Field fieldOf(FieldKind kind)
{
    return {.key = u"key"_s,
            .kind = kind,
            .label = u"Label"_s,
            .choices
            = kind == FieldKind::Choice ? QList<Choice>{{u"weekly"_s, u"Every week"_s}} : QList<Choice>()};
}

} // namespace

void TestValue::read_data()
{
    QTest::addColumn<FieldKind>("kind");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("plain");
    QTest::newRow("date iso") << FieldKind::Date << u"de_DE"_s << u"2026-11-12"_s << u"2026-11-12"_s;
    QTest::newRow("date german") << FieldKind::Date << u"de_DE"_s << u"12.11.26"_s << u"2026-11-12"_s;
    QTest::newRow("date german long") << FieldKind::Date << u"de_DE"_s << u"12.11.2026"_s << u"2026-11-12"_s;
    QTest::newRow("date american") << FieldKind::Date << u"en_US"_s << u"11/12/26"_s << u"2026-11-12"_s;
    QTest::newRow("date with dots") << FieldKind::Date << u"en_US"_s << u"31.12.2026"_s << u"2026-12-31"_s;
    QTest::newRow("date with two digits") << FieldKind::Date << u"en_US"_s << u"1.2.26"_s << u"2026-02-01"_s;
    QTest::newRow("no such month") << FieldKind::Date << u"en_US"_s << u"31/12/2026"_s << u"2026-12-31"_s;
    QTest::newRow("nor there") << FieldKind::Date << u"en_GB"_s << u"12/31/2026"_s << u"2026-12-31"_s;
    QTest::newRow("a year in full") << FieldKind::Date << u"de_DE"_s << u"01.02.1930"_s << u"1930-02-01"_s;
    QTest::newRow("date british") << FieldKind::Date << u"en_GB"_s << u"12/11/2026"_s << u"2026-11-12"_s;
    QTest::newRow("money german") << FieldKind::Money << u"de_DE"_s << u"61.000,50 €"_s << u"61000.50 EUR"_s;
    QTest::newRow("money bare") << FieldKind::Money << u"en_US"_s << u"61,000"_s << u"61000.00 EUR"_s;
    QTest::newRow("money other") << FieldKind::Money << u"en_US"_s << u"USD 5"_s << u"5.00 USD"_s;
    QTest::newRow("percent") << FieldKind::Percent << u"de_DE"_s << u"41,67 %"_s << u"41.6700"_s;
    QTest::newRow("percent above") << FieldKind::Percent << u"en_US"_s << u"150"_s << u"150.0000"_s;
    QTest::newRow("count") << FieldKind::Count << u"de_DE"_s << u"48.200"_s << u"48200"_s;
    QTest::newRow("score") << FieldKind::Score << u"en_US"_s << u"5"_s << u"5"_s;
    QTest::newRow("hours") << FieldKind::Duration << u"en_US"_s << u"4 h"_s << u"240"_s;
    QTest::newRow("mixed") << FieldKind::Duration << u"de_DE"_s << u"1 h 30 min"_s << u"90"_s;
    QTest::newRow("decimal hours") << FieldKind::Duration << u"de_DE"_s << u"1,5 h"_s << u"90"_s;
    QTest::newRow("days") << FieldKind::Duration << u"en_US"_s << u"2 days"_s << u"2880"_s;
    QTest::newRow("yes") << FieldKind::YesNo << u"en_US"_s << u"Yes"_s << u"yes"_s;
    QTest::newRow("choice label") << FieldKind::Choice << u"en_US"_s << u"every week"_s << u"weekly"_s;
    QTest::newRow("choice key") << FieldKind::Choice << u"en_US"_s << u"weekly"_s << u"weekly"_s;
    QTest::newRow("team") << FieldKind::Team << u"en_US"_s << u"Sales"_s << u"sales"_s;
    QTest::newRow("text") << FieldKind::LongText << u"en_US"_s << u" a\nb "_s << u" a\nb "_s;
    QTest::newRow("markup") << FieldKind::ShortText << u"en_US"_s << u"<b>&amp;"_s << u"<b>&amp;"_s;
    QTest::newRow("currency") << FieldKind::Currency << u"en_US"_s << u" chf"_s << u"CHF"_s;
    QTest::newRow("blank") << FieldKind::Count << u"en_US"_s << u"  "_s << QString();
}

void TestValue::read()
{
    QFETCH(FieldKind, kind);
    QFETCH(QString, locale);
    QFETCH(QString, typed);
    QFETCH(QString, plain);
    const Field field = fieldOf(kind);
    const auto value = Value::fromText(field, typed, QLocale(locale), u"EUR"_s);
    QVERIFY2(value.ok(), qPrintable(value ? QString() : value.error().message));
    QCOMPARE(Value::toPlain(field, *value), plain);
}

void TestValue::refused_data()
{
    QTest::addColumn<FieldKind>("kind");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::newRow("decimal comma is not cut off") << FieldKind::Count << u"en_US"_s << u"12,5"_s;
    QTest::newRow("half a lead") << FieldKind::Count << u"en_US"_s << u"12.5"_s;
    QTest::newRow("negative") << FieldKind::Count << u"en_US"_s << u"-3"_s;
    QTest::newRow("words after") << FieldKind::Count << u"en_US"_s << u"12 leads or so"_s;
    QTest::newRow("exponent") << FieldKind::Count << u"en_US"_s << u"1e5"_s;
    QTest::newRow("score 6") << FieldKind::Score << u"en_US"_s << u"6"_s;
    QTest::newRow("score 0") << FieldKind::Score << u"en_US"_s << u"0"_s;
    QTest::newRow("ten or ten thousand") << FieldKind::Count << u"en_US"_s << u"10.000"_s;
    QTest::newRow("zehn oder zehntausend") << FieldKind::Count << u"de_DE"_s << u"10,000"_s;
    QTest::newRow("either day") << FieldKind::Date << u"de_DE"_s << u"2/3/2026"_s;
    QTest::newRow("no date") << FieldKind::Date << u"en_US"_s << u"soon"_s;
    QTest::newRow("a year long ago") << FieldKind::Date << u"de_DE"_s << u"05.06.0026"_s;
    QTest::newRow("a short year") << FieldKind::Date << u"de_DE"_s << u"01.01.0100"_s;
    QTest::newRow("31 February") << FieldKind::Date << u"en_US"_s << u"2026-02-31"_s;
    QTest::newRow("money with words") << FieldKind::Money << u"en_US"_s << u"about 5"_s;
    QTest::newRow("percent with words") << FieldKind::Percent << u"en_US"_s << u"half"_s;
    QTest::newRow("percent below nothing") << FieldKind::Percent << u"en_US"_s << u"-5"_s;
    QTest::newRow("length without unit") << FieldKind::Duration << u"en_US"_s << u"4"_s;
    QTest::newRow("maybe") << FieldKind::YesNo << u"en_US"_s << u"maybe"_s;
    QTest::newRow("no currency") << FieldKind::Currency << u"en_US"_s << u"EURO"_s;
    QTest::newRow("number as currency") << FieldKind::Currency << u"en_US"_s << u"12"_s;
    QTest::newRow("no choice") << FieldKind::Choice << u"en_US"_s << u"daily"_s;
}

void TestValue::refused()
{
    QFETCH(FieldKind, kind);
    QFETCH(QString, locale);
    QFETCH(QString, typed);
    const auto value = Value::fromText(fieldOf(kind), typed, QLocale(locale), u"EUR"_s);
    QVERIFY(!value.ok());
    QVERIFY(!value.error().message.isEmpty());
}

void TestValue::saysThatAWholeNumberIsTooLarge()
{
    const auto messageOf = [](const QString &typed, const QString &locale) {
        return Value::fromText(fieldOf(FieldKind::Count), typed, QLocale(locale), u"EUR"_s).error().message;
    };
    QCOMPARE(messageOf(u"99999999999999999999"_s, u"en_US"_s), u"“99999999999999999999” is too large."_s);
    QVERIFY(messageOf(u"99.999.999.999.999.999.999"_s, u"de_DE"_s).contains(u"too large"_s));
    QVERIFY(messageOf(u"1.5"_s, u"en_US"_s).contains(u"not a whole number"_s));
    QCOMPARE(messageOf(u"10.000"_s, u"en_US"_s),
             u"“10.000” may be 10 or 10,000. Write the one or the other."_s);
}

void TestValue::yearsHaveFourDigits()
{
    const Field field = fieldOf(FieldKind::Date);
    const QDate day(2126, 12, 31);
    for (const QString &name : {u"de_DE"_s, u"en_US"_s, u"fr_FR"_s, u"ja_JP"_s}) {
        const QLocale locale(name);
        const QString text = Value::toText(field, day, locale);
        QVERIFY2(text.contains(u"2126"_s), qPrintable(text));
        QCOMPARE(Value::fromText(field, text, locale, {})->toDate(), day);
    }
}

void TestValue::datesMayNameTheirMonth()
{
    const QDate today(2026, 11, 27);
    const auto read = [&today](const QString &text, const QString &locale = u"en_US"_s) {
        return dateWithMonthName(text, QLocale(locale), today);
    };
    for (const QString &text : {u"3 Dec"_s, u"Dec 3"_s, u"december 3rd"_s, u"3 Dec."_s, u"3 Dec 2026"_s,
                                u"Dec 3, 2026"_s, u"3rd December, 2026"_s})
        QCOMPARE(read(text), QDate(2026, 12, 3));
    QCOMPARE(read(u"3. Dezember"_s, u"de_DE"_s), QDate(2026, 12, 3));
    QCOMPARE(read(u"3. Mär 2027"_s, u"de_DE"_s), QDate(2027, 3, 3));
    QCOMPARE(read(u"3 de marzo de 2027"_s, u"es_ES"_s), QDate(2027, 3, 3));
    // Without a year it is the nearest: plans look ahead, logs look back.
    QCOMPARE(read(u"3 Jan"_s), QDate(2027, 1, 3));
    QCOMPARE(read(u"3 Nov"_s), QDate(2026, 11, 3));
    for (const QString &text : {u"31 Feb"_s, u"market 3"_s, u"De 3"_s, u"3"_s, u"Dec"_s, u"3 Dec 26 x"_s})
        QVERIFY2(!read(text).isValid(), qPrintable(text));
    const auto typed = Value::fromText(fieldOf(FieldKind::Date), u"3 Dec 2027"_s, QLocale(u"en_US"_s), {});
    QVERIFY(typed && typed->toDate() == QDate(2027, 12, 3));
}

void TestValue::moneyIsLessThanNothingOnlyWhereItMakesSense()
{
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    Field field = fieldOf(FieldKind::Money);
    const auto refused = Value::fromText(field, u"-5"_s, english, u"EUR"_s);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().message, u"This cannot be less than 0."_s);
    QVERIFY(Value::fromText(field, u"0"_s, english, u"EUR"_s).ok());
    field.mayBeNegative = true;
    QCOMPARE(Value::toPlain(field, *Value::fromText(field, u"-5"_s, english, u"EUR"_s)), u"-5.00 EUR"_s);
}

void TestValue::amountsComeWithAnExample()
{
    const Field field = fieldOf(FieldKind::Money);
    const auto english = Value::fromText(field, u"a lot"_s, QLocale(u"en_US"_s), u"USD"_s);
    QVERIFY2(english.error().message.endsWith(u"Write it like $61,000."_s),
             qPrintable(english.error().message));
    const auto german = Value::fromText(field, u"viel"_s, QLocale(u"de_DE"_s), u"JPY"_s);
    QVERIFY2(german.error().message.contains(u"61.000"_s), qPrintable(german.error().message));
}

void TestValue::agreementsEndWithinAYear()
{
    Field field = fieldOf(FieldKind::Duration);
    QVERIFY(Value::fromText(field, u"99999999 d"_s, QLocale::c(), {}).ok());
    field.most = minutesPerYear;
    QVERIFY(Value::fromText(field, u"365 d"_s, QLocale::c(), {}).ok());
    const auto tooLong = Value::fromText(field, u"99999999 d"_s, QLocale::c(), {});
    QVERIFY(!tooLong.ok());
    QCOMPARE(tooLong.error().message, u"“99999999 d” is too long. At most it can be 365\u00a0d."_s);
}

void TestValue::countsEndAtTheMost()
{
    Field field = fieldOf(FieldKind::Count);
    field.most = 100;
    QCOMPARE(Value::fromText(field, u"100"_s, QLocale::c(), {}).value(), QVariant(qint64(100)));
    const auto beyond = Value::fromText(field, u"250"_s, QLocale::c(), {});
    QVERIFY(!beyond.ok());
    QCOMPARE(beyond.error().message, u"Write a number up to 100."_s);
}

void TestValue::roundTrips()
{
    const QList<std::pair<FieldKind, QVariant>> values{
        {FieldKind::Date, QDate(2026, 11, 12)},
        {FieldKind::Money, QVariant::fromValue(Money{6'100'050, u"EUR"_s})},
        {FieldKind::Percent, qint64(416'700)},
        {FieldKind::Count, qint64(48'200)},
        {FieldKind::Duration, qint64(26 * 60)},
        {FieldKind::Duration, qint64(5 * 24 * 60 + 61)},
        {FieldKind::YesNo, true},
        {FieldKind::Choice, u"weekly"_s},
        {FieldKind::Team, u"both"_s},
        {FieldKind::LongText, u"Ŝ\U0001F916\n\t\"quoted\""_s},
    };
    for (const auto &[kind, value] : values) {
        const Field field = fieldOf(kind);
        const QVariantMap columns = Value::toColumns(field, value);
        QCOMPARE(Value::fromColumns(field, columns), value);
        QCOMPARE(*Value::fromPlain(field, Value::toPlain(field, value)), value);
        for (const auto &name : {u"en_US"_s, u"de_DE"_s, u"fr_CH"_s, u"ar_EG"_s, u"hi_IN"_s}) {
            const QLocale locale(name);
            const auto read = Value::fromText(field, Value::toText(field, value, locale), locale, u"EUR"_s);
            QVERIFY2(read.ok(), qPrintable(name + u": "_s + Value::toText(field, value, locale)));
            QCOMPARE(*read, value);
        }
    }
    QVERIFY(Value::isEmpty(Value::fromColumns(fieldOf(FieldKind::Count), {{u"key"_s, QVariant()}})));
    QVERIFY(!Value::isEmpty(Value::fromColumns(fieldOf(FieldKind::Count), {{u"key"_s, 0}})));
}

QTEST_GUILESS_MAIN(TestValue)
#include "tst_value.moc"
