#include "models/plan/review_freeze.h"
#include "models/worksheet/sheet_model.h"
#include "tests/support/page_bench.h"
#include "tests/support/test_page.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/controls/field_box.h"
#include "widgets/controls/field_editor.h"
#include "widgets/controls/sheet_form.h"
#include "widgets/controls/text_label.h"
#include "widgets/plan/reviews_page.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

// Reviews beside each other, and the button that makes the next one.
class TestReviewsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void freezesWithOneButton();
    void invitesWhileThereIsNothing();
    void frozenNumbersStayAsTheyWere();
    void aScoreThatWasLeftOpenCanBeAddedOnce();
    void ratesOfOtherStepsAreToldApart();
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

// From the moment of freezing on, and no longer once that is undone.
void TestReviewsPage::frozenNumbersStayAsTheyWere()
{
    TestPage page(u"example"_s);
    SheetModel model(page.document(), page.catalogue(), page.sheet(u"plan_review"_s));
    SheetForm form(model, page.context(), SheetForm::Fields::All);
    const QDate today(2026, 12, 4);
    const qint64 id = model.addRow(-1, {{u"name"_s, u"Ours"_s}, {u"held_on"_s, today}});
    const int row = model.rowOf(id);
    form.setRow(row);
    form.show();
    const auto *score = qobject_cast<const QLineEdit *>(form.box(u"alignment_score"_s)->editor()->control());
    const auto saysWhy = [&form] {
        const auto labels = form.findChildren<TextLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const TextLabel *label) {
            return label->isVisible() && label->text().startsWith(u"Frozen: "_s);
        });
    };
    QVERIFY(!score->isReadOnly());
    QVERIFY(!saysWhy());
    QVERIFY(freezeReview(page.document(), *numbersOfToday(page.document(), today)));
    QVERIFY(score->isReadOnly());
    QVERIFY(saysWhy());
    QVERIFY(!form.box(u"name"_s)->editor()->toolTip().startsWith(u"Frozen: "_s));

    const QModelIndex cell = model.index(row, model.columnOf(u"alignment_score"_s));
    QVERIFY(!(cell.flags() & Qt::ItemIsEditable));
    QVERIFY(cell.data(Qt::ToolTipRole).toString().startsWith(u"Frozen: "_s));
    const QVariant frozen = cell.data(Qt::EditRole);
    QSignalSpy refused(&model, &SheetModel::refused);
    QVERIFY(!model.setData(cell, 99));
    QVERIFY(!model.clear({cell}));
    QVERIFY(!model.paste({row}, {cell.column()}, {{u"99"_s}}));
    QCOMPARE(refused.size(), 3);
    QCOMPARE(cell.data(Qt::EditRole), frozen);
    QVERIFY(model.setValue(row, u"went_well"_s, u"All of it"_s));

    QVERIFY(page.document().undo() && page.document().undo());
    QVERIFY(!score->isReadOnly());
    QVERIFY(!saysWhy());
    QVERIFY(model.setValue(row, u"alignment_score"_s, 99));
}

// The teams rate after the meeting in which the numbers were frozen.
void TestReviewsPage::aScoreThatWasLeftOpenCanBeAddedOnce()
{
    TestPage page(u"example"_s);
    SheetModel model(page.document(), page.catalogue(), page.sheet(u"plan_review"_s));
    const QDate day(2026, 12, 4);
    const qint64 id = model.addRow(-1, {{u"name"_s, u"Ours"_s}, {u"held_on"_s, day}});
    ReviewNumbers numbers = *numbersOfToday(page.document(), day);
    numbers.score.reset();
    QVERIFY(freezeReview(page.document(), numbers));
    const QModelIndex score = model.index(model.rowOf(id), model.columnOf(u"alignment_score"_s));
    QVERIFY(score.flags() & Qt::ItemIsEditable);
    QVERIFY(model.setData(score, 61));
    QVERIFY(!(score.flags() & Qt::ItemIsEditable));
    QVERIFY(!model.setData(score, 99));
    QCOMPARE(score.data(Qt::EditRole).toInt(), 61);
}

// In one row stand rates of one step, or each says which it is of.
void TestReviewsPage::ratesOfOtherStepsAreToldApart()
{
    PageBench bench(u"example"_s);
    Document &document = bench.workbook.document();
    ReviewsPage page(bench.context, bench.page(u"reviews"_s, Tab::Plan));
    page.show();
    const FigureTableView &table = *page.comparison();
    const auto rate = [&table](const QString &stage) {
        for (int row = 0; row < table.rowCount(); ++row)
            if (table.item(row, 0)->text() == stage + u", rate of the step"_s)
                return QString(table.item(row, 2)->text() + u'|' + table.item(row, 3)->text()).simplified();
        return QString();
    };
    const auto freezeFrom = [&document](const QString &from) {
        QVERIFY(document.edit(u"Frozen"_s, [&from](const Database &database) {
            database.execute(u"UPDATE plan_review_figure SET from_measure = %1 WHERE measure = 'SQL' AND "
                             "amount = 278"_s.arg(from));
        }));
    };
    QCOMPARE(rate(u"SQL"_s), u"52.3 %|46.0 %"_s);
    freezeFrom(u"'Leads'"_s);
    QTRY_COMPARE(rate(u"SQL"_s), u"52.3 % of MQL|46.0 % of Leads"_s);
    freezeFrom(u"NULL"_s); // by an older version
    QTRY_COMPARE(rate(u"SQL"_s), u"52.3 %|46.0 %"_s);
}

QTEST_MAIN(TestReviewsPage)
#include "tst_reviews_page.moc"
