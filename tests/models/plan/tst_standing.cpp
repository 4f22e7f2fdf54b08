#include "models/plan/standing.h"

#include <QTest>

using namespace Qt::StringLiterals;

class StandingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsOpenAndOverdue();
    void comparesWithTheReviewBefore();
    void nextReviewIsTheEarliestToCome();
    void aReviewWithFrozenNumbersIsHeld();
    void nothingYet();

private:
    const QDate m_today{2026, 11, 22};
};

void StandingTest::countsOpenAndOverdue()
{
    const auto action = [](const QString &state, const QString &due) {
        return QVariantMap{{u"state"_s, state}, {u"due"_s, due}};
    };
    const Standing standing
        = standingOf({action(u"open"_s, u"2026-11-21"_s), action(u"doing"_s, u"2026-11-22"_s), action({}, {}),
                      action(u"done"_s, u"2026-01-01"_s), action(u"dropped"_s, u"2026-01-01"_s)},
                     {}, m_today);
    QCOMPARE(standing.openActions, 3);
    QCOMPARE(standing.overdueActions, 1); // due today is not overdue
}

void StandingTest::comparesWithTheReviewBefore()
{
    const auto review = [](const QString &name, const QString &held, const QVariant &score) {
        return QVariantMap{{u"name"_s, name}, {u"held_on"_s, held}, {u"alignment_score"_s, score}};
    };
    const QList<QVariantMap> reviews{
        review(u"Q3"_s, u"2026-10-05"_s, 51), review(u"Q2"_s, u"2026-07-05"_s, 40),
        review(u"Q4"_s, u"2027-01-05"_s, 99), review(u"no score"_s, u"2026-11-01"_s, {})};
    const Standing last = standingOf({}, reviews, m_today);
    QCOMPARE(last.score, 51);
    QCOMPARE(last.change, 11);
    QCOMPARE(last.since, u"Q2"_s);
    const Standing now = standingOf({}, reviews, m_today, 62);
    QCOMPARE(now.score, 62);
    QCOMPARE(now.change, 11);
    QCOMPARE(now.since, u"Q3"_s);
}

void StandingTest::nextReviewIsTheEarliestToCome()
{
    const QList<QVariantMap> reviews{
        {{u"held_on"_s, u"2026-10-05"_s}, {u"next_on"_s, u"2026-12-04"_s}},
        {{u"held_on"_s, u"2027-01-11"_s}},
        {{u"held_on"_s, u"2026-07-01"_s}, {u"next_on"_s, u"2026-10-05"_s}},
    };
    QCOMPARE(standingOf({}, reviews, m_today).nextReview, QDate(2026, 12, 4));
    // One of today is to come until its score is frozen.
    QVariantMap ofToday{{u"held_on"_s, u"2026-11-22"_s}};
    QCOMPARE(standingOf({}, reviews + QList{ofToday}, m_today).nextReview, m_today);
    ofToday.insert(u"alignment_score"_s, 41);
    QCOMPARE(standingOf({}, reviews + QList{ofToday}, m_today).nextReview, QDate(2026, 12, 4));
}

// Where nobody has answered the statements there is no score to freeze, and an earlier review may have named
// the same day.
void StandingTest::aReviewWithFrozenNumbersIsHeld()
{
    const QList<QVariantMap> reviews{
        {{u"id"_s, 1}, {u"held_on"_s, u"2026-10-05"_s}, {u"next_on"_s, u"2026-11-22"_s}},
        {{u"id"_s, 2}, {u"held_on"_s, u"2026-11-22"_s}},
    };
    QCOMPARE(standingOf({}, reviews, m_today).nextReview, m_today);
    const QVariantMap figure{{u"review"_s, 2}, {u"measure"_s, u"Won"_s}};
    QVERIFY(!standingOf({}, reviews, m_today, {}, {figure}).nextReview);
}

void StandingTest::nothingYet()
{
    const Standing standing = standingOf({}, {}, m_today);
    QVERIFY(!standing.score && !standing.change && !standing.nextReview);
    QCOMPARE(standing.openActions, 0);
}

QTEST_APPLESS_MAIN(StandingTest)
#include "tst_standing.moc"
