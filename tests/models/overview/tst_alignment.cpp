#include "models/overview/alignment.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestAlignment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scores_data();
    void scores();
    void unansweredDoNotCount();
    void widestGapIsFound();
};

void TestAlignment::scores_data()
{
    QTest::addColumn<int>("marketing");
    QTest::addColumn<int>("sales");
    QTest::addColumn<int>("score");
    QTest::newRow("both fully") << 5 << 5 << 100;
    QTest::newRow("both not at all") << 1 << 1 << 0;
    QTest::newRow("opposite") << 5 << 1 << 0;
    QTest::newRow("both in the middle") << 3 << 3 << 50;
    QTest::newRow("one apart") << 4 << 5 << 66; // 3.5 of 4, three quarters agreed: 65.625
}

void TestAlignment::scores()
{
    QFETCH(int, marketing);
    QFETCH(int, sales);
    QFETCH(int, score);
    QCOMPARE(alignmentOf({{u"a"_s, marketing, sales}}).score, std::optional(score));
    QCOMPARE(alignmentOf({{u"a"_s, sales, marketing}}).score, std::optional(score));
}

void TestAlignment::unansweredDoNotCount()
{
    const Alignment none = alignmentOf({{u"a"_s, 5, std::nullopt}, {u"b"_s, std::nullopt, 1}});
    QVERIFY(!none.score);
    QVERIFY(!none.marketingMean.isValid());
    QCOMPARE(none.widest, -1);
    QCOMPARE(alignmentOf({{u"a"_s, 5, std::nullopt}, {u"b"_s, 3, 3}}).score, std::optional(50));
}

void TestAlignment::widestGapIsFound()
{
    const Alignment alignment = alignmentOf({{u"a"_s, 3, 4}, {u"b"_s, 5, 2}, {u"c"_s, 2, 5}});
    QCOMPARE(alignment.widest, 1);
    QCOMPARE(alignment.marketingMean, Fraction::of(10, 3));
    QCOMPARE(alignment.salesMean, Fraction::of(11, 3));
}

QTEST_GUILESS_MAIN(TestAlignment)
#include "tst_alignment.moc"
