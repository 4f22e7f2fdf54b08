#include "models/plan/review_freeze.h"

#include "models/document/row_edits.h"
#include "models/funnel/funnel_store.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace Qt::StringLiterals;

// What a review holds fast of its day.
class TestReviewFreeze : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void freezesTheNewestFullPeriod();
    void staysWhenTheNumbersChange();
    void goesWithItsReview();
    void fillsTheReviewThatIsHeldToday();
    void aBlankWorkbookHasNothing();
    void promisesAreCounted();
};

void TestReviewFreeze::freezesTheNewestFullPeriod()
{
    TestWorkbook workbook(u"example"_s);
    const QDate today(2026, 10, 20);
    const ReviewNumbers numbers = *numbersOfToday(workbook.document(), today);
    QCOMPARE(numbers.period, Period::containing(QDate(2026, 7, 1), Grain::Quarter));
    QCOMPARE(numbers.name, u"Review of Q3 2026"_s);
    QCOMPARE(numbers.numbers.size(), readStages(workbook.document()).size());
    const FrozenNumber &mql = numbers.numbers.at(2);
    QCOMPARE(mql.measure, u"MQL"_s);
    QCOMPARE(mql.amount, 604);
    QCOMPARE(mql.planned, 625);
    QCOMPARE(mql.rate, 250'622); // 604 ÷ 2,410
    QCOMPARE(numbers.numbers.last().worth, (Money{40'000'000, u"EUR"_s}));

    const qsizetype before = heldReviews(workbook.document()).size();
    const QString state = contentOf(workbook.document());
    QVERIFY(freezeReview(workbook.document(), numbers));
    QCOMPARE(heldReviews(workbook.document()).size(), before + 1);
    QVERIFY(workbook.document().undo().ok());
    QCOMPARE(contentOf(workbook.document()), state);
}

void TestReviewFreeze::staysWhenTheNumbersChange()
{
    TestWorkbook workbook(u"example"_s);
    const QDate today(2026, 10, 20);
    const ReviewNumbers numbers = *numbersOfToday(workbook.document(), today);
    QVERIFY(freezeReview(workbook.document(), numbers));
    QVERIFY(workbook.document().edit(u"Other numbers"_s, [](const Database &database) {
        database.execute(u"UPDATE funnel_number SET amount = amount + 1"_s);
    }));
    QVERIFY(numbersOfToday(workbook.document(), today)->numbers != numbers.numbers);
    for (const ReviewNumbers &held : heldReviews(workbook.document()))
        if (held.on == today)
            QCOMPARE(held.numbers, numbers.numbers);
    QCOMPARE(heldReviews(workbook.reopen()).size(), 4);
}

// Numbers of a day that nobody can name any more say nothing.
void TestReviewFreeze::goesWithItsReview()
{
    TestWorkbook workbook(u"example"_s);
    Document &document = workbook.document();
    QVERIFY(freezeReview(document, *numbersOfToday(document, QDate(2026, 10, 20))));
    const QString state = contentOf(document);
    QVERIFY(document.edit(u"Delete the reviews"_s, [](const Database &database) {
        for (const QVariantMap &row : database.rows(u"SELECT id FROM plan_review"_s))
            database.remove(u"plan_review"_s, row.value(u"id"_s).toLongLong());
    }));
    QVERIFY(document.rows(u"plan_review_figure"_s).isEmpty());
    QVERIFY(document.undo().ok());
    QCOMPARE(contentOf(document), state);
}

void TestReviewFreeze::fillsTheReviewThatIsHeldToday()
{
    TestWorkbook workbook(u"example"_s);
    const QDate today(2026, 12, 4);
    qint64 id = 0;
    QVERIFY(workbook.document().edit(u"Plan a review"_s, [&](const Database &database) {
        id = appendRow(database, u"plan_review"_s, {{u"name"_s, u"Ours"_s}, {u"held_on"_s, u"2026-12-04"_s}});
    }));
    const qsizetype reviews = workbook.document().rows(u"plan_review"_s).size();
    QVERIFY(freezeReview(workbook.document(), *numbersOfToday(workbook.document(), today)));
    QCOMPARE(workbook.document().rows(u"plan_review"_s).size(), reviews);
    const ReviewNumbers last = heldReviews(workbook.document()).last();
    QCOMPARE(last.review, id);
    QCOMPARE(last.name, u"Ours"_s);
    QVERIFY(!last.numbers.isEmpty());
    QVERIFY(last.period.isValid());
}

void TestReviewFreeze::aBlankWorkbookHasNothing()
{
    TestWorkbook workbook(u"blank"_s);
    const ReviewNumbers numbers = *numbersOfToday(workbook.document(), QDate(2026, 10, 20));
    QVERIFY(numbers.numbers.isEmpty());
    QVERIFY(!numbers.score);
    QVERIFY(heldReviews(workbook.document()).isEmpty());
}

void TestReviewFreeze::promisesAreCounted()
{
    TestWorkbook workbook(u"example"_s);
    const PromiseCount first
        = promisesOf(workbook.document(), heldReviews(workbook.document()).first().review);
    QCOMPARE(first.kept, 2);
    QCOMPARE(first.partly, 1);
    QCOMPARE(first.all(), 3);
}

QTEST_GUILESS_MAIN(TestReviewFreeze)
#include "tst_review_freeze.moc"
