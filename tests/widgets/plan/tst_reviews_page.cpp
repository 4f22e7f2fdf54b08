#include "tests/support/workbook.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/plan/reviews_page.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/settings.h"
#include "widgets/shell/unsaved_typing.h"

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

namespace {

struct Bench
{
    explicit Bench(const QString &starter)
        : workbook(starter)
        , settings(workbook.filePath(u"settings.ini"_s))
        , notifier(nullptr)
        , page(context, pageOf(workbook.catalogue()))
    {
        page.show();
        freeze = page.findChild<QPushButton *>(u"freeze"_s);
    }

    static const Page &pageOf(const Catalogue &catalogue)
    {
        for (const Page &page : catalogue.tab(Tab::Plan).pages)
            if (page.key == u"reviews")
                return page;
        qFatal("no such page");
    }

    TestWorkbook workbook;
    Settings settings;
    Notifier notifier;
    UnsavedTyping typing;
    PageContext context{workbook.document(), workbook.catalogue(), notifier, settings, typing};
    ReviewsPage page;
    QPushButton *freeze = nullptr;
};

} // namespace

void TestReviewsPage::freezesWithOneButton()
{
    Bench bench(u"example"_s);
    const FigureTableView &table = *bench.page.comparison();
    QCOMPARE(table.columnCount(), 4);
    QCOMPARE(table.item(2, 0)->text(), u"MQL"_s);
    QCOMPARE(table.item(2, 3)->text(), u"604 of 625  (25.1\u00a0%)"_s);
    QVERIFY2(bench.page.promises().contains(u"Promised in “Review of Q1 2026”: 3; kept 2, partly kept 1."),
             qPrintable(bench.page.promises()));

    QVERIFY(bench.freeze->isVisible());
    QTest::mouseClick(bench.freeze, Qt::LeftButton);
    QTRY_VERIFY(!bench.freeze->isVisible()); // a day is frozen once
    QCOMPARE(table.columnCount(), 4); // the three newest
    QVERIFY(table.horizontalHeaderItem(3)->text().startsWith(u"Review of "));
    QVERIFY(bench.workbook.document().undo().ok());
    QTRY_VERIFY(bench.freeze->isVisible());
}

void TestReviewsPage::invitesWhileThereIsNothing()
{
    Bench bench(u"blank"_s);
    QVERIFY(!bench.freeze->isVisible());
    QVERIFY(!bench.page.comparison()->isVisible());
    QVERIFY(bench.page.promises().isEmpty());
}

QTEST_MAIN(TestReviewsPage)
#include "tst_reviews_page.moc"
