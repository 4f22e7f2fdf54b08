#include "tests/support/page_bench.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/plan/reviews_page.h"

#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

// Reviews beside each other, and the button that makes the next one.
class TestReviewsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void freezesWithOneButton();
    void invitesWhileThereIsNothing();
};

void TestReviewsPage::freezesWithOneButton()
{
    PageBench bench(u"example"_s);
    ReviewsPage page(bench.context, bench.page(u"reviews"_s, Tab::Plan));
    page.show();
    auto *freeze = page.findChild<QPushButton *>(u"freeze"_s);
    const FigureTableView &table = *page.comparison();
    QCOMPARE(table.columnCount(), 4);
    const auto rowOf = [&table](const QString &head) {
        for (int row = 0; row < table.rowCount(); ++row)
            if (table.item(row, 0)->text() == head)
                return row;
        return -1;
    };
    QCOMPARE(table.item(rowOf(u"MQL"_s), 3)->text(), u"604 of 625"_s);
    QCOMPARE(table.item(rowOf(u"MQL, rate of the step"_s), 3)->text(), u"25.1\u00a0%"_s);
    QCOMPARE(table.item(rowOf(u"Won, value"_s), 3)->text(), u"€400,000"_s);
    QCOMPARE(rowOf(u"Visitors, value"_s), -1); // nobody froze any
    QVERIFY2(page.promises().contains(u"Promised in “Review of Q1 2026”: 3; kept 2, partly kept 1."),
             qPrintable(page.promises()));

    QTRY_VERIFY(freeze->isVisible());
    QTest::mouseClick(freeze, Qt::LeftButton);
    QTRY_VERIFY(!freeze->isVisible()); // a day is frozen once
    QCOMPARE(table.columnCount(), 4); // the three newest
    QVERIFY(table.horizontalHeaderItem(3)->text().startsWith(u"Review of "));
    QVERIFY(bench.workbook.document().undo().ok());
    QTRY_VERIFY(freeze->isVisible());
}

void TestReviewsPage::invitesWhileThereIsNothing()
{
    PageBench bench(u"blank"_s);
    ReviewsPage page(bench.context, bench.page(u"reviews"_s, Tab::Plan));
    page.show();
    QVERIFY(!page.findChild<QPushButton *>(u"freeze"_s)->isVisible());
    QVERIFY(!page.comparison()->isVisible());
    QVERIFY(page.promises().isEmpty());
}

QTEST_MAIN(TestReviewsPage)
#include "tst_reviews_page.moc"
