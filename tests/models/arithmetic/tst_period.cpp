#include "models/arithmetic/period.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPeriod : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDayLiesInExactlyOnePeriod()
    {
        for (const Grain grain : {Grain::Week, Grain::Month, Grain::Quarter, Grain::Year}) {
            Period period = Period::containing(QDate(2019, 12, 25), grain);
            for (QDate day(2019, 12, 25); day < QDate(2028, 1, 10); day = day.addDays(1)) {
                if (!period.contains(day))
                    period = period.next();
                QVERIFY(period.contains(day));
                QCOMPARE(Period::containing(day, grain), period);
                QCOMPARE(Period::fromKey(period.key()), period);
                QCOMPARE(period.next().previous(), period);
            }
        }
    }

    void aRunningOneIsNotFull()
    {
        const QDate today(2026, 8, 14);
        const Period running = Period::containing(today, Grain::Quarter);
        const QList<Period> periods{running.previous(), running, running.next()};
        QCOMPARE(newestFull(periods, today), running.previous());
        QCOMPARE(newestFull({running, running.next()}, today), running); // none is over
        QCOMPARE(newestFull({running.next()}, today), running.next()); // none has begun
        QCOMPARE(newestFull(periods, running.end()), running); // the last day is over as far as it goes
        QVERIFY(!newestFull({}, today).isValid());
        const QLocale english(QLocale::English);
        QCOMPARE(running.labelOn(today, english), u"Q3 2026 (running)"_s);
        QCOMPARE(running.previous().labelOn(today, english), u"Q2 2026"_s);
    }

    void hasAKey()
    {
        const QDate date(2026, 9, 13);
        QCOMPARE(Period::containing(date, Grain::Quarter).key(), u"2026-Q3"_s);
        QCOMPARE(Period::containing(date, Grain::Month).key(), u"2026-09"_s);
        QCOMPARE(Period::containing(date, Grain::Week).key(), u"2026-W37"_s);
        QCOMPARE(Period::containing(date, Grain::Year).key(), u"2026"_s);
        QCOMPARE(Period::containing(QDate(2027, 1, 1), Grain::Week).key(), u"2026-W53"_s);
    }

    void whatIsNoKeyIsNoPeriod()
    {
        for (const QString &key :
             {u""_s, u"202"_s, u"2026-"_s, u"2026-Q5"_s, u"2026-Q0"_s, u"2026-13"_s, u"2026-9"_s,
              u"2026-W54"_s, u"2025-W53"_s, u"2026-W00"_s, u"2026-Qx"_s, u"0000"_s, u"2026Q3"_s})
            QVERIFY2(!Period::fromKey(key).isValid(), qPrintable(key));
        QVERIFY(!Period::containing({}, Grain::Month).isValid());
    }

    void hasALabel()
    {
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        QCOMPARE(Period::fromKey(u"2026-Q3"_s).label(english), u"Q3 2026"_s);
        QCOMPARE(Period::fromKey(u"2026-09"_s).label(english), u"September 2026"_s);
        QCOMPARE(Period::fromKey(u"2026-W37"_s).label(english), u"Week 37, 2026"_s);
        QCOMPARE(Period::fromKey(u"2026-05"_s).label(QLocale(QLocale::German)), u"Mai 2026"_s);
    }

    void stretchesAreCounted()
    {
        const auto quarters = periodsBetween(Period::fromKey(u"2025-Q4"_s), Period::fromKey(u"2026-Q3"_s));
        QCOMPARE(quarters.size(), 4);
        QCOMPARE(quarters.last().key(), u"2026-Q3"_s);
        QVERIFY(periodsBetween(Period::fromKey(u"2025"_s), Period::fromKey(u"2026-Q3"_s)).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestPeriod)
#include "tst_period.moc"
