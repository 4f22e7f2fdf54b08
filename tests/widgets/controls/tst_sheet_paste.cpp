#include "models/worksheet/sheet_model.h"
#include "tests/support/test_page.h"
#include "widgets/controls/empty_state.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/controls/sheet_grid.h"
#include "widgets/controls/sheet_records.h"
#include "widgets/controls/sheet_table.h"
#include "widgets/controls/sheet_view.h"
#include "widgets/controls/sort_menu.h"
#include "widgets/shell/appearance.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QString actions = u"plan_action"_s;
const QString reviews = u"plan_review"_s;

void run(const QWidget &widget, const QString &text)
{
    for (QAction *action : widget.actions())
        if (action->text() == text)
            return action->trigger();
    QFAIL(qPrintable(u"no action "_s + text));
}

void show(QWidget &widget)
{
    widget.resize(1100, 700);
    widget.show();
    QVERIFY(QTest::qWaitForWindowActive(&widget));
}

} // namespace

// Rows to a spreadsheet and back, in a table, in a list, and where there are none yet.
class TestSheetPaste : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance.apply(ThemeMode::Light, 100); }
    void headingsAreLeftOut();
    void rowsThatStandThereAreSpoken();
    void asRowsOfTheirOwn();
    void emptyWorksheetTakesRows();
    void emptyWorksheetSaysWhatItRefuses();
    void aListIsCopiedAndPasted();
    void aListRefusesAsATableDoes();
    void whatIsPastedAmongFoundRowsStaysInSight();
    void aRefusalComesIntoSight();
    void pictureIsNoText();
    void manyAreDeletedAtOnce();
    void aListIsSorted();

private:
    Appearance m_appearance;
};

void TestSheetPaste::headingsAreLeftOut()
{
    TestPage page(u"example"_s);
    SheetModel model(page.document(), page.catalogue(), page.sheet(actions));
    SheetTable table(model, page.context());
    show(table);
    table.grid()->selectAll();
    const QString copied = table.selectedText(SheetClipboard::Headings::With);
    QVERIFY(copied.startsWith(model.fieldAt(0).label));
    const int rows = model.rowCount();
    table.grid()->setCurrentIndex(table.proxy().index(0, 1)); // the headings know better
    table.paste(copied);
    QCOMPARE(table.message(), QString());
    QCOMPARE(model.rowCount(), rows);
    table.grid()->selectAll();
    QCOMPARE(table.selectedText(SheetClipboard::Headings::With), copied);
}

void TestSheetPaste::rowsThatStandThereAreSpoken()
{
    TestPage page(u"example"_s);
    SheetModel model(page.document(), page.catalogue(), page.sheet(actions));
    SheetTable table(model, page.context());
    show(table);
    table.grid()->setCurrentIndex(table.proxy().index(0, 0));
    table.paste(u"one"_s);
    QVERIFY(page.notifier().texts().isEmpty());
    table.paste(u"one\ntwo"_s);
    QCOMPARE(page.notifier().texts().size(), 1);
    QVERIFY(page.document().undo());
    QVERIFY(page.notifier().texts().isEmpty());
}

void TestSheetPaste::asRowsOfTheirOwn()
{
    TestPage page(u"example"_s);
    SheetModel model(page.document(), page.catalogue(), page.sheet(actions));
    SheetTable table(model, page.context());
    show(table);
    const int rows = model.rowCount();
    const QString first = model.titleOf(0);
    table.grid()->setCurrentIndex(table.proxy().index(0, 0));
    QGuiApplication::clipboard()->setText(u"one\ntwo"_s);
    run(*table.grid(), u"Paste as new rows"_s);
    QCOMPARE(model.rowCount(), rows + 2);
    QCOMPARE(model.titleOf(0), first);
    QCOMPARE(table.currentId(), model.idAt(rows));
    QVERIFY(page.document().undo());
    QCOMPARE(model.rowCount(), rows);
}

void TestSheetPaste::emptyWorksheetTakesRows()
{
    TestPage page;
    SheetView view(page.sheet(actions), page.context(), SheetView::Heading::Hidden);
    show(view);
    auto *empty = view.findChild<EmptyState *>();
    empty->focusFirst();
    QGuiApplication::clipboard()->setText(u"Ask Ana\nAsk Ben"_s);
    QTest::keyClick(&view, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(view.model().rowCount(), 2);
    QCOMPARE(view.model().titleOf(1), u"Ask Ben"_s);
    QVERIFY(empty->isHidden());
}

void TestSheetPaste::emptyWorksheetSaysWhatItRefuses()
{
    TestPage page;
    SheetView view(page.sheet(reviews), page.context(), SheetView::Heading::Hidden);
    show(view);
    QGuiApplication::clipboard()->setText(u"Q1\tsome day"_s);
    run(*view.findChild<EmptyState *>(), u"Paste as new rows"_s);
    QCOMPARE(view.model().rowCount(), 0);
    const auto bars = view.findChildren<InlineBar *>();
    QVERIFY(std::any_of(bars.begin(), bars.end(), [](const InlineBar *bar) {
        return bar->isVisible() && bar->text().contains(u"Nothing was pasted"_s);
    }));
}

void TestSheetPaste::aListIsCopiedAndPasted()
{
    TestPage page(u"example"_s);
    SheetModel model(page.document(), page.catalogue(), page.sheet(reviews));
    SheetRecords records(model, page.context());
    show(records);
    const int rows = model.rowCount();
    QVERIFY(rows > 1);
    records.list()->setFocus();
    QTest::keyClick(records.list(), Qt::Key_A, Qt::ControlModifier);
    run(*records.list(), u"Copy with headings"_s);
    run(*records.list(), u"Paste as new rows"_s);
    QCOMPARE(records.message(), QString());
    QCOMPARE(model.rowCount(), 2 * rows);
    for (int column = 0; column < model.columnCount(); ++column)
        QCOMPARE(model.index(rows, column).data(), model.index(0, column).data());
    QCOMPARE(records.currentId(), model.idAt(rows));
    QVERIFY(page.document().undo());
    QCOMPARE(model.rowCount(), rows);
}

void TestSheetPaste::aListRefusesAsATableDoes()
{
    TestPage page(u"example"_s);
    SheetModel model(page.document(), page.catalogue(), page.sheet(reviews));
    SheetRecords records(model, page.context());
    show(records);
    const int rows = model.rowCount();
    records.paste(u"Q1\tsome day"_s);
    QVERIFY(records.message().contains(u"some day"_s));
    QCOMPARE(model.rowCount(), rows);
    records.paste(QString(60, u'\t'));
    QVERIFY(records.message().contains(u"61"_s));
    QVERIFY(!page.document().canUndo());
}

// However far down the page the table was scrolled.
void TestSheetPaste::whatIsPastedAmongFoundRowsStaysInSight()
{
    TestPage page(u"example"_s);
    SheetModel model(page.document(), page.catalogue(), page.sheet(actions));
    SheetTable table(model, page.context());
    show(table);
    auto *filter = table.findChild<QLineEdit *>(u"filter"_s);
    const QString found = model.titleOf(2);
    filter->setText(found);
    QCOMPARE(table.proxy().rowCount(), 1);
    table.grid()->setCurrentIndex(table.proxy().index(0, 0));
    table.paste(u"Ask Ana\nAsk Ben"_s); // over the row that is there, and a new one
    QCOMPARE(table.proxy().rowCount(), 2);
    QCOMPARE(table.currentId(), model.idAt(2));
    QCOMPARE(model.titleOf(2), u"Ask Ana"_s);
    QCOMPARE(table.proxy().idAt(1), model.idAt(model.rowCount() - 1));
    table.paste(u"Ask Cem"_s, SheetTable::PasteOver::NoRows);
    QCOMPARE(table.proxy().rowCount(), 3);
    QCOMPARE(filter->text(), found);
    filter->setText(u"Ask Ben"_s);
    QCOMPARE(table.proxy().rowCount(), 1);
}

void TestSheetPaste::aRefusalComesIntoSight()
{
    TestPage page(u"example"_s);
    SheetModel model(page.document(), page.catalogue(), page.sheet(actions));
    QScrollArea area;
    auto *table = new SheetTable(model, page.context());
    area.setWidget(table);
    area.setWidgetResizable(true);
    area.resize(1100, 160);
    area.show();
    QVERIFY(QTest::qWaitForWindowActive(&area));
    table->grid()->setCurrentIndex(table->proxy().index(table->proxy().rowCount() - 1, 0));
    QTRY_VERIFY(area.verticalScrollBar()->maximum() > table->grid()->y()); // what is above it, out of sight
    area.verticalScrollBar()->setValue(area.verticalScrollBar()->maximum());
    table->paste(QString(60, u'\t'));
    const auto *bar = table->findChild<InlineBar *>();
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->visibleRegion(), QRegion(bar->rect()));
}

void TestSheetPaste::pictureIsNoText()
{
    TestPage page(u"example"_s);
    SheetModel model(page.document(), page.catalogue(), page.sheet(u"story_persona"_s));
    const int picture = model.columnOf(u"picture"_s);
    QVERIFY(picture >= 0);
    QVERIFY(!model.paste({0}, {picture}, {{u"me.png"_s}}));
}

void TestSheetPaste::manyAreDeletedAtOnce()
{
    TestPage page(u"example"_s);
    SheetModel model(page.document(), page.catalogue(), page.sheet(reviews));
    SheetRecords records(model, page.context());
    show(records);
    const int rows = model.rowCount();
    records.list()->setCurrentIndex(records.proxy().index(0, records.list()->modelColumn()));
    records.list()->setFocus();
    QTest::keyClick(records.list(), Qt::Key_Down, Qt::ShiftModifier);
    run(*records.list(), u"Delete rows"_s);
    QCOMPARE(model.rowCount(), rows - 2);
    QVERIFY(page.document().undo());
    QCOMPARE(model.rowCount(), rows);
}

void TestSheetPaste::aListIsSorted()
{
    TestPage page(u"example"_s);
    SheetModel model(page.document(), page.catalogue(), page.sheet(reviews));
    SheetRecords records(model, page.context());
    show(records);
    const auto *menu = records.findChild<SortMenu *>();
    const auto first = [&] { return records.proxy().idAt(0); };
    run(*menu, model.sheet().title().label);
    const qint64 lowest = first();
    run(*menu, u"Descending"_s);
    QVERIFY(first() != lowest);
    QCOMPARE(records.proxy().idAt(model.rowCount() - 1), lowest);
    run(*menu, u"Own order"_s);
    QCOMPARE(first(), model.idAt(0));
}

QTEST_MAIN(TestSheetPaste)
#include "tst_sheet_paste.moc"
