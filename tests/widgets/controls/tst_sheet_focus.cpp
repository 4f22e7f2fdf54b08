#include "tests/support/app_window.h"
#include "tests/support/test_page.h"
#include "widgets/controls/empty_state.h"
#include "widgets/controls/field_box.h"
#include "widgets/controls/field_editor.h"
#include "widgets/controls/scroll_into_view.h"
#include "widgets/controls/sheet_form.h"
#include "widgets/controls/sheet_grid.h"
#include "widgets/controls/sheet_records.h"
#include "widgets/controls/sheet_table.h"
#include "widgets/controls/sheet_view.h"
#include "widgets/controls/sign_off.h"
#include "widgets/shell/appearance.h"

#include <QApplication>
#include <QDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// Where the keyboard is: what was searched for, after a row has gone, after the example was put in.
class TestSheetFocus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance.apply(ThemeMode::Light, 100); }
    void foundTextIsMarkedInItsField();
    void foundCellIsChosen();
    void undoneRowLeavesItInTheTable();
    void undoneRowLeavesItInTheList();
    void exampleTakesIt();
    void filterComesBeforeTheRows();
    void thePageFollowsTheCursor();
    void thePageFollowsTheChosenCell();
    void aFieldThatFitsIsShownWhole();
    void anAddedRowIsInSight();
    void signOffComesAfterItsText();
    void aDialogGivesItBackToTheCell();

private:
    static void show(QWidget &widget)
    {
        widget.resize(1200, 700);
        widget.show();
        QVERIFY(QTest::qWaitForWindowActive(&widget));
    }

    Appearance m_appearance;
};

void TestSheetFocus::foundTextIsMarkedInItsField()
{
    TestPage page(u"example"_s);
    QScrollArea scroll;
    scroll.setWidgetResizable(true);
    auto *view = new SheetView(page.sheet(u"story_baseline"_s), page.context(), SheetView::Heading::Hidden);
    scroll.setWidget(view);
    show(scroll);
    const Field &last = view->sheet().fields.last();
    const QString text = view->model().value(0, last.key).toString();
    QVERIFY(text.size() > 12);
    view->showText(view->model().idAt(0), last.key, text.mid(4, 6).toUpper());
    auto *control = qobject_cast<QPlainTextEdit *>(view->form()->box(last.key)->editor()->control());
    QVERIFY(control->hasFocus());
    QCOMPARE(control->textCursor().selectedText(), text.mid(4, 6));
    QCOMPARE(control->visibleRegion().boundingRect().height() > control->height() / 2, true);
}

void TestSheetFocus::foundCellIsChosen()
{
    TestPage page(u"example"_s);
    SheetView view(page.sheet(u"plan_action"_s), page.context(), SheetView::Heading::Hidden);
    show(view);
    view.showText(view.model().idAt(1), u"due"_s, u"2026"_s);
    QVERIFY(view.table()->grid()->hasFocus());
    QCOMPARE(view.table()->currentId(), view.model().idAt(1));
    QCOMPARE(view.table()->proxy().fieldAt(view.table()->grid()->currentIndex().column()).key, u"due"_s);
}

void TestSheetFocus::undoneRowLeavesItInTheTable()
{
    TestPage page(u"example"_s);
    SheetView view(page.sheet(u"plan_action"_s), page.context(), SheetView::Heading::Hidden);
    show(view);
    view.table()->addRow();
    QVERIFY(view.table()->grid()->openEditor());
    QVERIFY(page.document().undo());
    QVERIFY(view.table()->grid()->hasFocus());
    // Of the only row: what begins the next one has it.
    QVERIFY(page.document().edit(
        u"Empty"_s, [](const Database &database) { database.execute(u"DELETE FROM plan_action"_s); }));
    QVERIFY(view.findChild<EmptyState *>()->isAncestorOf(QApplication::focusWidget()));
}

void TestSheetFocus::undoneRowLeavesItInTheList()
{
    TestPage page(u"example"_s);
    SheetModel model(page.document(), page.catalogue(), page.sheet(u"feedback_sla"_s));
    QVERIFY(page.document().edit(
        u"Empty"_s, [](const Database &database) { database.execute(u"DELETE FROM feedback_sla"_s); }));
    SheetRecords records(model, page.context());
    QPushButton after(u"After"_s, &records);
    show(records);
    records.addRow();
    QVERIFY(records.form()->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(page.document().undo());
    QCoreApplication::processEvents();
    QVERIFY(records.list()->hasFocus());
}

void TestSheetFocus::exampleTakesIt()
{
    TestPage page;
    for (const QString &table : {u"plan_action"_s, u"feedback_sla_worth"_s, u"feedback_win"_s}) {
        SheetView view(page.sheet(table), page.context(), SheetView::Heading::Hidden);
        show(view);
        const auto buttons = view.findChild<EmptyState *>()->findChildren<QPushButton *>();
        QTest::mouseClick(buttons.last(), Qt::LeftButton);
        const QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        QVERIFY((view.form() && view.form()->isAncestorOf(focus))
                || (view.table() && view.table()->isAncestorOf(focus))
                || (view.records() && view.records()->isAncestorOf(focus)));
    }
}

void TestSheetFocus::filterComesBeforeTheRows()
{
    TestPage page(u"example"_s);
    SheetView table(page.sheet(u"plan_action"_s), page.context(), SheetView::Heading::Hidden);
    show(table);
    auto *filter = table.findChild<QLineEdit *>(u"filter"_s);
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Tab);
    QVERIFY(table.table()->grid()->hasFocus());
    SheetView list(page.sheet(u"plan_review"_s), page.context(), SheetView::Heading::Hidden);
    show(list);
    filter = list.records()->findChild<QLineEdit *>();
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Tab);
    QVERIFY(list.records()->list()->hasFocus());
}

void TestSheetFocus::thePageFollowsTheCursor()
{
    TestPage page(u"example"_s);
    QScrollArea scroll;
    scroll.setWidgetResizable(true);
    auto *view = new SheetView(page.sheet(u"story_baseline"_s), page.context(), SheetView::Heading::Hidden);
    scroll.setWidget(view);
    show(scroll);
    auto *text = qobject_cast<QPlainTextEdit *>(
        view->form()->box(view->sheet().fields.at(1).key)->editor()->control());
    text->setFocus(Qt::TabFocusReason);
    text->moveCursor(QTextCursor::End);
    text->insertPlainText(QString(u"a sentence that goes on "_s).repeated(300));
    QTest::keyClicks(text, u"to here"_s);
    QVERIFY(page.typing().commit());
    const auto cursor = [&] {
        return QRect(text->viewport()->mapTo(&scroll, text->cursorRect().topLeft()),
                     text->cursorRect().size());
    };
    QVERIFY(text->height() > scroll.height());
    QTRY_VERIFY(scroll.viewport()->geometry().contains(cursor()));
}

void TestSheetFocus::thePageFollowsTheChosenCell()
{
    TestPage page(u"example"_s);
    QScrollArea scroll;
    scroll.setWidgetResizable(true);
    auto *view
        = new SheetView(page.sheet(u"funnel_handover_log"_s), page.context(), SheetView::Heading::Hidden);
    scroll.setWidget(view);
    scroll.resize(1000, 300);
    scroll.show();
    QVERIFY(QTest::qWaitForWindowActive(&scroll));
    SheetGrid *grid = view->table()->grid();
    QTRY_VERIFY(grid->height() > 2 * scroll.height() && view->height() > grid->height());
    grid->setFocus(Qt::TabFocusReason);
    grid->setCurrentIndex(grid->model()->index(0, 0));
    const auto cellIsInSight = [&] {
        const QRect cell = grid->visualRect(grid->currentIndex());
        const int top = grid->viewport()->mapTo(scroll.viewport(), cell.topLeft()).y();
        const int head = grid->horizontalHeader()->mapTo(scroll.viewport(), QPoint(0, 0)).y()
            + grid->horizontalHeader()->height();
        return top >= head && top + cell.height() <= scroll.viewport()->height();
    };
    for (int row = 1; row < 12; ++row)
        QTest::keyClick(grid, row % 2 == 0 ? Qt::Key_Down : Qt::Key_Return);
    QCOMPARE(grid->currentIndex().row(), 11);
    QVERIFY(cellIsInSight());
    for (int row = 0; row < 8; ++row)
        QTest::keyClick(grid, Qt::Key_Up); // not beneath the head
    QVERIFY(cellIsInSight());
    // Also where the focus comes back to it.
    grid->clearFocus();
    scroll.verticalScrollBar()->setValue(scroll.verticalScrollBar()->maximum());
    QVERIFY(!cellIsInSight());
    grid->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(cellIsInSight());
}

void TestSheetFocus::aFieldThatFitsIsShownWhole()
{
    TestPage page(u"example"_s);
    QScrollArea scroll;
    scroll.setWidgetResizable(true);
    auto *view = new SheetView(page.sheet(u"story_baseline"_s), page.context(), SheetView::Heading::Hidden);
    scroll.setWidget(view);
    show(scroll);
    QWidget *last = view->form()->box(view->sheet().fields.last().key)->editor()->control();
    QVERIFY(last->visibleRegion().isEmpty());
    scrollCursorIntoView(last);
    QCOMPARE(last->visibleRegion().boundingRect().height(), last->height());
}

void TestSheetFocus::anAddedRowIsInSight()
{
    TestPage page(u"example"_s);
    QScrollArea scroll;
    scroll.setWidgetResizable(true);
    auto *view = new SheetView(page.sheet(u"plan_action"_s), page.context(), SheetView::Heading::Hidden);
    scroll.setWidget(view);
    show(scroll);
    scroll.resize(1200, 300);
    for (int i = 0; i < 10; ++i)
        QVERIFY(view->model().addRow(-1));
    settleLayouts();
    view->table()->addRow();
    QWidget *editor = QApplication::focusWidget();
    QVERIFY(view->table()->grid()->openEditor()->isAncestorOf(editor));
    QCOMPARE(editor->visibleRegion().boundingRect().height(), editor->height());
}

void TestSheetFocus::signOffComesAfterItsText()
{
    TestPage page(u"example"_s);
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *view = new SheetView(page.sheet(u"story_baseline"_s), page.context(), SheetView::Heading::Hidden);
    column->addWidget(view);
    column->addWidget(new QPushButton(u"what follows"_s, &window));
    show(window);
    const Field &last = view->sheet().fields.last();
    QVERIFY(view->model().setValue(0, last.key, u"another text"_s)); // the buttons are made anew
    const QWidget *next = view->form()->box(last.key)->editor()->control()->nextInFocusChain();
    while (!(next->focusPolicy() & Qt::TabFocus) || !next->isVisible())
        next = next->nextInFocusChain();
    QVERIFY(view->signOff()->isAncestorOf(next));
}

void TestSheetFocus::aDialogGivesItBackToTheCell()
{
    AppWindow app(QSize(1280, 720));
    app.window().newFile(u"example"_s, app.path(u"a.smarketing"_s));
    app.goTo(Tab::Plan, u"actions"_s);
    SheetGrid *grid = app.view(u"plan_action"_s)->table()->grid();
    const QModelIndex cell = grid->model()->index(1, 0);
    app.focus(grid);
    grid->setCurrentIndex(cell);
    app.press(Qt::Key_F2);
    app.type(u"another action"_s);
    app.press(Qt::Key_Comma, Qt::ControlModifier);
    const QPointer<QDialog> dialog(app.window().findChild<QDialog *>());
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
    QTRY_VERIFY(!grid->openEditor());
    app.press(Qt::Key_Escape);
    QTRY_VERIFY(!dialog); // it goes when it is closed
    app.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&app.window()));
    QVERIFY(grid->hasFocus());
    QCOMPARE(grid->currentIndex(), cell);
    QVERIFY(cell.data().toString().contains(u"another action"));
}

QTEST_MAIN(TestSheetFocus)
#include "tst_sheet_focus.moc"
