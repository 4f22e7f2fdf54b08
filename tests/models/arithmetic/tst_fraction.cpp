#include "models/arithmetic/fraction.h"
#include "models/arithmetic/median.h"
#include "models/arithmetic/wide.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

class TestFraction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReduced()
    {
        const Fraction f = Fraction::of(6, -4);
        QCOMPARE(f.numerator(), -3);
        QCOMPARE(f.denominator(), 2);
        QCOMPARE(Fraction::of(0, -7), Fraction(0));
        QVERIFY(Fraction::of(8, 4).isWhole());
    }

    void medianIsInTheMiddle()
    {
        QVERIFY(!medianOf({}).isValid());
        QCOMPARE(medianOf({{5, 1}}), Fraction(5));
        QCOMPARE(medianOf({{1, 3}, {5, 2}}), Fraction(1));
        QCOMPARE(medianOf({{1, 2}, {4, 2}}), Fraction::of(5, 2));
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        QVERIFY(!medianOf({{most, 2}}).isValid()); // never a wrong one
    }

    void roundsHalfAwayFromZero()
    {
        QCOMPARE(Fraction::of(1, 2).rounded(), 1);
        QCOMPARE(Fraction::of(-1, 2).rounded(), -1);
        QCOMPARE(Fraction::of(5, 2).rounded(), 3);
        QCOMPARE(Fraction::of(-249, 100).rounded(), -2);
        QCOMPARE(Fraction::of(1, 3).scaled(4), 3333);
        QCOMPARE(Fraction::of(2, 3).plain(2), u"0.67"_s);
        QCOMPARE(Fraction::of(-1, 200).plain(2), u"-0.01"_s);
        QCOMPARE(Fraction::of(10005534, 4238).plain(2), u"2360.91"_s);
    }

    void roundsUpMinimally()
    {
        // 21 wins at 35 % need 60, 57 at 57 % need 100.
        QCOMPARE((Fraction(21) / Fraction::of(35, 100)).roundedUp(), 60);
        QCOMPARE((Fraction(57) / Fraction::of(57, 100)).roundedUp(), 100);
        QCOMPARE(Fraction::of(-7, 2).roundedUp(), -3);
        QRandomGenerator random(7);
        for (int i = 0; i < 20000; ++i) {
            const Fraction f = Fraction::of(random.bounded(-100000, 100000), random.bounded(1, 1000));
            const auto up = f.roundedUp();
            QVERIFY(up.has_value());
            QVERIFY(Fraction(*up) >= f);
            QVERIFY(Fraction(*up - 1) < f);
            const auto near = f.rounded();
            QVERIFY(near.has_value());
            const Fraction off = f - Fraction(*near);
            QVERIFY(off <= Fraction::of(1, 2) && off >= Fraction::of(-1, 2));
            QCOMPARE((-f).rounded(), -*near);
        }
    }

    void keepsTheLawsOfArithmetic()
    {
        QRandomGenerator random(11);
        const auto any = [&] { return Fraction::of(random.bounded(-5000, 5000), random.bounded(1, 5000)); };
        for (int i = 0; i < 20000; ++i) {
            const Fraction a = any();
            const Fraction b = any();
            const Fraction c = any();
            QCOMPARE(a + b, b + a);
            QCOMPARE((a + b) - b, a);
            QCOMPARE(a * (b + c), a * b + a * c);
            if (b != Fraction(0))
                QCOMPARE((a / b) * b, a);
            QCOMPARE(a<b, (b - a)> Fraction(0));
        }
    }

    void whatIsTooLargeIsNotValidAndStaysSo()
    {
        constexpr qint64 largest = std::numeric_limits<qint64>::max();
        const Fraction large(largest);
        QVERIFY(large.isValid());
        QVERIFY(!(large + Fraction(1)).isValid());
        QVERIFY(!(large * large).isValid());
        QVERIFY(!((large * large) / (large * large)).isValid());
        QVERIFY(!(Fraction(1) / Fraction(0)).isValid());
        QVERIFY(!Fraction::of(1, 0).rounded().has_value());
        QVERIFY(!Fraction(std::numeric_limits<qint64>::min()).isValid());
        QVERIFY(!large.scaled(1).has_value());
        QVERIFY(Fraction::invalid() != Fraction::invalid());
        QVERIFY(!(Fraction::invalid() < Fraction(1)));
        QCOMPARE(Fraction::invalid().plain(2), QString());
        QCOMPARE(large / large, Fraction(1));
        QCOMPARE((Fraction(largest - 1) / large) < Fraction(1), true);
    }

    void isWrittenInTheLocale()
    {
        const QLocale german(QLocale::German, QLocale::Germany);
        QCOMPARE(Fraction::of(123456789, 1000).toText(german, 2), u"123.456,79"_s);
        QCOMPARE(Fraction::of(5, 12).toPercent(german), u"41,67\u00a0%"_s);
        QCOMPARE(Fraction::of(3, 10).toPercent(QLocale::c()), u"30\u00a0%"_s);
        // What is not 0 is never called 0.
        QCOMPARE(Fraction::of(1, 6000).toPercent(QLocale::c(), 1, false), u"0.02\u00a0%"_s);
        QCOMPARE(Fraction::of(-9, 300'000).toPercent(QLocale::c()), u"\u22120.003\u00a0%"_s);
        QCOMPARE(Fraction(0).toPercent(QLocale::c(), 1, false), u"0.0\u00a0%"_s);
        QCOMPARE(Fraction::of(-1, 2).toText(german, 1), u"−0,5"_s);
        QCOMPARE(Fraction::of(3, 2).toText(QLocale(QLocale::Arabic, QLocale::Egypt), 1), u"١٫٥"_s);
        const QLocale spanish(QLocale::Spanish, QLocale::Spain);
        QCOMPARE(Fraction(1234).toText(spanish, 0), u"1234"_s);
        QCOMPARE(Fraction(1234567).toText(spanish, 0), u"1.234.567"_s);
        QCOMPARE(Fraction(1234567).toText(QLocale(QLocale::English, QLocale::India), 0), u"12,34,567"_s);
    }
};

QTEST_APPLESS_MAIN(TestFraction)
#include "tst_fraction.moc"
