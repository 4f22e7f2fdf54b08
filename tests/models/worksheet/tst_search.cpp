#include "models/worksheet/search.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace Qt::StringLiterals;

class SearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWithoutRegardToCase();
    void namesThePartOfAForm();
    void keepsToTheLimit();
    void findsNothingForNothing();
    void excerptBeginsWithAWord();
};

void SearchTest::findsWithoutRegardToCase()
{
    TestWorkbook workbook(u"example"_s);
    const QVariantMap action = workbook.document().rows(u"plan_action"_s).constFirst();
    const QString what = action.value(u"what"_s).toString();
    const QList<SearchHit> hits = search(workbook.document(), workbook.catalogue(), what.toUpper(), 10);
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.constFirst().table, u"plan_action"_s);
    QCOMPARE(hits.constFirst().id, action.value(u"id"_s).toLongLong());
    QVERIFY(hits.constFirst().excerpt.contains(what.left(20)));
}

void SearchTest::namesThePartOfAForm()
{
    TestWorkbook workbook(u"example"_s);
    QSet<QString> places;
    int inStory = 0;
    for (const SearchHit &hit : search(workbook.document(), workbook.catalogue(), u"e"_s, 1000))
        if (hit.table == u"story_baseline") {
            places.insert(hit.field);
            ++inStory;
            const Field *field = workbook.catalogue().sheet(hit.table)->field(hit.key);
            QCOMPARE(hit.field, field->group + u": "_s + field->label);
        }
    QVERIFY(inStory > 3);
    QCOMPARE(places.size(), inStory);
}

void SearchTest::keepsToTheLimit()
{
    TestWorkbook workbook(u"example"_s);
    QCOMPARE(search(workbook.document(), workbook.catalogue(), u"e"_s, 7).size(), 7);
}

void SearchTest::findsNothingForNothing()
{
    TestWorkbook workbook(u"example"_s);
    QVERIFY(search(workbook.document(), workbook.catalogue(), {}, 10).isEmpty());
    QVERIFY(search(workbook.document(), workbook.catalogue(), u"no such words anywhere"_s, 10).isEmpty());
}

void SearchTest::excerptBeginsWithAWord()
{
    TestWorkbook workbook(u"blank"_s);
    const QString before = QString(u"Somewhat lengthy introduction before "_s).repeated(2);
    const auto write = [&](const Database &database) {
        database.insert(u"plan_action"_s,
                        {{u"id"_s, 1}, {u"position"_s, 1}, {u"what"_s, QString(before + u"needle"_s)}});
    };
    QVERIFY(workbook.document().edit(u"Write"_s, write).ok());
    const QList<SearchHit> hits = search(workbook.document(), workbook.catalogue(), u"needle"_s, 10);
    QCOMPARE(hits.size(), 1);
    QVERIFY(hits.first().excerpt.startsWith(u'…'));
    const QString first = hits.first().excerpt.mid(1).section(u' ', 0, 0);
    QVERIFY2(before.split(u' ').contains(first), qPrintable(first));
}

QTEST_MAIN(SearchTest)
#include "tst_search.moc"
