#include "tests/support/table_window.h"
#include "widgets/controls/field_box.h"
#include "widgets/controls/field_editor.h"
#include "widgets/controls/row_filter.h"
#include "widgets/controls/sheet_form.h"
#include "widgets/controls/sheet_grid.h"
#include "widgets/controls/sheet_table.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"

#include <QAction>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString actions = u"plan_action"_s;

} // namespace

// A worksheet's table under keyboard and mouse.
class TestSheetTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance.apply(ThemeMode::Light, 100); }
    void typingReplacesAndEnterGoesDown();
    void tabGoesRightAndOut();
    void escapeTakesBack();
    void refusedCellStaysOpen();
    void aScoreThatIsNoneStaysOpen();
    void writingGoesOnAtTheEnd();
    void typingIsWrittenWithinASecond();
    void addsAndDeletes();
    void deletedRowsComeBackChosen();
    void movesOnlyInOwnOrder();
    void sortsInThreeClicks();
    void emptyComesLast();
    void findsRows();
    void copiesAndPastes();
    void pasteAddsRows();
    void badPasteIsRefusedWhole();
    void tooWidePasteIsRefused();
    void oneValueFillsTheSelection();
    void deleteClearsCells();
    void rowsFollowTheirText();
    void fitsTheWidth();
    void detailsFollowTheRow();
    void overdueIsSaidInWords();

private:
    Appearance m_appearance;
};

void TestSheetTable::typingReplacesAndEnterGoesDown()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    window.choose(0, u"what"_s);
    QTest::keyClick(&window.grid(), Qt::Key_N);
    QVERIFY(window.editor());
    QTest::keyClicks(window.editor(), u"ew text"_s);
    QTest::keyClick(window.editor(), Qt::Key_Return);
    QCOMPARE(window.text(0, u"what"_s), u"new text"_s);
    QCOMPARE(window.grid().currentIndex().row(), 1);
    QVERIFY(!window.editor());
    QVERIFY(page.document().undo());
    QVERIFY(window.text(0, u"what"_s) != u"new text"_s);
    QVERIFY(!page.document().canUndo());
}

void TestSheetTable::tabGoesRightAndOut()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    window.choose(0, u"what"_s);
    const int column = window.grid().currentIndex().column();
    QTest::keyClick(&window.grid(), Qt::Key_F2);
    QVERIFY(window.editor());
    QTest::keyClick(window.editor(), Qt::Key_Tab);
    QCOMPARE(window.grid().currentIndex().column(), column + 1);
    QTest::keyClick(&window.grid(), Qt::Key_Backtab);
    QCOMPARE(window.grid().currentIndex().column(), column);
    const int rows = window.table.proxy().rowCount();
    window.grid().setCurrentIndex(
        window.table.proxy().index(rows - 1, window.table.proxy().columnCount() - 1));
    QTest::keyClick(&window.grid(), Qt::Key_Tab);
    QVERIFY(!window.grid().hasFocus());
}

void TestSheetTable::escapeTakesBack()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    window.choose(0, u"what"_s);
    const QString before = window.text(0, u"what"_s);
    QTest::keyClick(&window.grid(), Qt::Key_X);
    QTest::keyClick(window.editor(), Qt::Key_Escape);
    QVERIFY(!window.editor());
    QCOMPARE(window.text(0, u"what"_s), before);
    QVERIFY(!page.typing().any());
}

void TestSheetTable::refusedCellStaysOpen()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    window.choose(0, u"due"_s);
    QTest::keyClick(&window.grid(), Qt::Key_S);
    QTest::keyClicks(window.editor(), u"oon"_s);
    QTest::keyClick(window.editor(), Qt::Key_Return);
    QVERIFY(window.editor());
    QVERIFY(window.table.message().contains(u"soon"_s));
    window.choose(2, u"what"_s);
    QCoreApplication::processEvents();
    QVERIFY(window.editor());
    QCOMPARE(qobject_cast<QLineEdit *>(window.editor())->text(), u"soon"_s);
    QCOMPARE(window.grid().currentIndex().row(), 0);
    QTest::keyClick(window.editor(), Qt::Key_Escape);
    QVERIFY(!page.typing().any());
}

void TestSheetTable::aScoreThatIsNoneStaysOpen()
{
    TestPage page(u"example"_s);
    TableWindow window(page, u"overview_statement"_s);
    window.choose(0, u"marketing"_s);
    const QString before = window.text(0, u"marketing"_s);
    QTest::keyClick(&window.grid(), Qt::Key_9);
    QVERIFY(window.editor());
    QVERIFY(window.table.message().contains(u'5'));
    QTest::keyClick(window.editor(), Qt::Key_Return);
    QVERIFY2(window.table.message().contains(u'5'), qPrintable(window.table.message()));
    QVERIFY(window.editor());
    QTest::keyClick(window.editor(), Qt::Key_Return); // there is nothing to be mended
    QVERIFY(!window.editor());
    QCOMPARE(window.text(0, u"marketing"_s), before);
}

void TestSheetTable::writingGoesOnAtTheEnd()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    window.choose(0, u"what"_s);
    const QString before = window.text(0, u"what"_s);
    QTest::keyClick(&window.grid(), Qt::Key_F2);
    QTest::keyClicks(window.editor(), u"!"_s);
    QTest::keyClick(window.editor(), Qt::Key_Return);
    QCOMPARE(window.text(0, u"what"_s), before + u'!');
}

void TestSheetTable::typingIsWrittenWithinASecond()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    window.choose(0, u"what"_s);
    QTest::keyClick(&window.grid(), Qt::Key_K);
    QVERIFY(page.typing().any());
    QTRY_COMPARE_WITH_TIMEOUT(window.text(0, u"what"_s), u"k"_s, 1000);
    QVERIFY(window.editor());
}

void TestSheetTable::addsAndDeletes()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    const int rows = window.model.rowCount();
    window.choose(0, u"what"_s);
    window.run(Qt::Key_Insert);
    QCOMPARE(window.model.rowCount(), rows + 1);
    QCOMPARE(window.grid().currentIndex().row(), 1);
    QVERIFY(window.editor());
    QTest::keyClicks(window.editor(), u"Call Brno"_s);
    QTest::keyClick(window.editor(), Qt::Key_Return);
    QCOMPARE(window.text(1, u"what"_s), u"Call Brno"_s);
    window.choose(1, u"what"_s);
    window.run(Qt::CTRL | Qt::Key_Delete);
    QCOMPARE(window.model.rowCount(), rows);
    QVERIFY(window.grid().currentIndex().isValid());
    QVERIFY(page.document().undo());
    QCOMPARE(window.text(1, u"what"_s), u"Call Brno"_s);
}

void TestSheetTable::deletedRowsComeBackChosen()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    const int rows = window.table.proxy().rowCount();
    QVERIFY(rows > 4);
    SheetGrid &grid = window.grid();
    grid.setCurrentIndex(window.table.proxy().index(1, 0));
    QTest::keyClick(&grid, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(grid.selectedRows(), (QList<int>{1, 2}));
    window.run(Qt::CTRL | Qt::Key_Delete);
    QCOMPARE(window.table.proxy().rowCount(), rows - 2);
    grid.setCurrentIndex(window.table.proxy().index(rows - 3, 0));
    QVERIFY(page.document().undo());
    QTRY_COMPARE(grid.selectedRows(), (QList<int>{1, 2}));
    QCOMPARE(grid.currentIndex().row(), 1);
    QVERIFY(page.document().redo());
    QVERIFY(page.document().undo());
    QTRY_COMPARE(grid.selectedRows(), (QList<int>{1, 2}));
    // A new row is none that has come back.
    grid.setCurrentIndex(window.table.proxy().index(0, 0));
    QVERIFY(window.model.addRow(-1) != 0);
    QCoreApplication::processEvents();
    QCOMPARE(grid.currentIndex().row(), 0);
}

void TestSheetTable::movesOnlyInOwnOrder()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    QStringList order = window.texts(u"what"_s);
    QVERIFY(order.size() > 3);
    window.choose(2, u"what"_s);
    window.run(Qt::ALT | Qt::Key_Up);
    order.swapItemsAt(1, 2);
    QCOMPARE(window.texts(u"what"_s), order);
    QCOMPARE(window.grid().currentIndex().row(), 1);
    window.run(Qt::ALT | Qt::Key_Down);
    order.swapItemsAt(1, 2);
    QCOMPARE(window.texts(u"what"_s), order);
    window.grid().verticalHeader()->moveSection(0, 2);
    order.move(0, 2);
    QCOMPARE(window.texts(u"what"_s), order);
    QCOMPARE(window.grid().verticalHeader()->visualIndex(0), 0);

    window.grid().sortByColumn(window.column(u"what"_s), Qt::AscendingOrder);
    const QStringList sorted = window.texts(u"what"_s);
    window.choose(1, u"what"_s);
    window.run(Qt::ALT | Qt::Key_Up);
    QCOMPARE(window.texts(u"what"_s), sorted);
    QVERIFY(!window.grid().verticalHeader()->sectionsMovable());
}

void TestSheetTable::sortsInThreeClicks()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    const QStringList own = window.texts(u"what"_s);
    QHeaderView *header = window.grid().horizontalHeader();
    const QPoint heading(header->sectionViewportPosition(window.column(u"what"_s)) + 10,
                         header->height() / 2);
    const auto click = [&] { QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, heading); };
    click();
    const QStringList ascending = window.texts(u"what"_s);
    QVERIFY(ascending != own);
    click();
    QStringList descending = window.texts(u"what"_s);
    std::reverse(descending.begin(), descending.end());
    QCOMPARE(descending, ascending);
    click();
    QCOMPARE(window.texts(u"what"_s), own);
}

void TestSheetTable::emptyComesLast()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    const int rows = window.model.rowCount();
    QVERIFY(window.model.setValue(0, u"due"_s, QVariant()));
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        window.grid().sortByColumn(window.column(u"due"_s), order);
        QCOMPARE(window.text(rows - 1, u"due"_s), QString());
        QDate last;
        for (int row = 0; row < rows - 1; ++row) {
            const QDate day
                = window.table.proxy().index(row, window.column(u"due"_s)).data(Qt::EditRole).toDate();
            QVERIFY(!last.isValid() || (order == Qt::AscendingOrder ? last <= day : last >= day)
                    || !day.isValid());
            last = day;
        }
    }
}

void TestSheetTable::findsRows()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    const QString wanted = window.text(2, u"what"_s);
    window.choose(2, u"what"_s);
    const qint64 id = window.table.currentId();
    auto *filter = window.table.findChild<QLineEdit *>(u"filter"_s);
    filter->setText(wanted.toUpper());
    QCOMPARE(window.table.proxy().rowCount(), 1);
    QCOMPARE(window.table.currentId(), id);
    QVERIFY(!window.grid().verticalHeader()->sectionsMovable());
    filter->clear();
    QCOMPARE(window.table.proxy().rowCount(), window.model.rowCount());
    QCOMPARE(window.table.currentId(), id);
    filter->setText(u"no such row"_s);
    QCOMPARE(window.table.proxy().rowCount(), 0);
    auto *none = qobject_cast<RowFilter *>(filter)->none();
    QVERIFY(none->isVisible());
    QVERIFY(none->text().contains(u"no such row"_s));
    filter->clear();
    QVERIFY(!none->isVisible());
}

void TestSheetTable::copiesAndPastes()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    QVERIFY(window.model.setValue(0, u"what"_s, u"say \"two\" lines"_s));
    window.grid().selectRow(0);
    window.run(QKeySequence::Copy);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(u"\"say \"\"two\"\" lines\""_s));
    const int last = window.model.rowCount() - 1;
    window.grid().setCurrentIndex(window.table.proxy().index(last, 0));
    window.run(QKeySequence::Paste);
    QCOMPARE(window.table.message(), QString());
    for (int column = 0; column < window.table.proxy().columnCount(); ++column)
        QCOMPARE(window.table.proxy().index(last, column).data(),
                 window.table.proxy().index(0, column).data());
}

void TestSheetTable::pasteAddsRows()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    const int rows = window.model.rowCount();
    window.choose(rows - 1, u"what"_s);
    window.table.paste(u"first\n\"second\nline\"\nthird\n"_s);
    QCOMPARE(window.model.rowCount(), rows + 2);
    QCOMPARE(window.text(rows - 1, u"what"_s), u"first"_s);
    QCOMPARE(window.text(rows + 1, u"what"_s), u"third"_s);
    QVERIFY(page.document().undo());
    QCOMPARE(window.model.rowCount(), rows);
}

void TestSheetTable::badPasteIsRefusedWhole()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    const QStringList before = window.texts(u"due"_s);
    window.choose(0, u"due"_s);
    window.table.paste(u"2026-12-01\nsome day\n"_s);
    QCOMPARE(window.texts(u"due"_s), before);
    QVERIFY(window.table.message().contains(u"some day"_s));
    QVERIFY(!page.document().canUndo());
}

void TestSheetTable::tooWidePasteIsRefused()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    window.grid().setCurrentIndex(window.table.proxy().index(0, window.table.proxy().columnCount() - 1));
    window.table.paste(u"a\tb\n"_s);
    QVERIFY(!window.table.message().isEmpty());
    QVERIFY(!page.document().canUndo());
}

void TestSheetTable::oneValueFillsTheSelection()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    const int column = window.column(u"due"_s);
    const QItemSelection block(window.table.proxy().index(0, column), window.table.proxy().index(2, column));
    window.grid().setCurrentIndex(block.first().topLeft());
    window.grid().selectionModel()->select(block, QItemSelectionModel::ClearAndSelect);
    window.table.paste(u"2027-01-31"_s);
    for (int row = 0; row < 3; ++row)
        QCOMPARE(window.table.proxy().index(row, column).data(Qt::EditRole).toDate(), QDate(2027, 1, 31));
}

void TestSheetTable::deleteClearsCells()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    window.choose(0, u"due"_s);
    window.run(Qt::Key_Delete);
    QCOMPARE(window.text(0, u"due"_s), QString());
    QVERIFY(page.document().undo());
    QVERIFY(!window.text(0, u"due"_s).isEmpty());
}

void TestSheetTable::rowsFollowTheirText()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    QCoreApplication::processEvents();
    const int before = window.grid().rowHeight(0);
    QVERIFY(window.model.setValue(0, u"what"_s, QString(u"Donaudampfschiff"_s).repeated(20)));
    QVERIFY(window.grid().rowHeight(0) > before);
}

void TestSheetTable::fitsTheWidth()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    for (const int width : {1400, 1100, window.table.leastWidth()}) {
        window.table.resize(width, 700);
        QCoreApplication::processEvents();
        QCOMPARE(window.grid().horizontalScrollBar()->maximum(), 0);
        QVERIFY(window.grid().horizontalHeader()->length() > window.grid().viewport()->width() * 9 / 10);
    }
}

void TestSheetTable::detailsFollowTheRow()
{
    TestPage page(u"example"_s);
    const Sheet *hidden = nullptr;
    for (const Sheet *sheet : page.catalogue().sheets())
        if (sheet->shape == SheetShape::Table && page.document().rows(sheet->table).size() > 1
            && std::any_of(sheet->fields.begin(), sheet->fields.end(),
                           [](const Field &field) { return !field.inTable; }))
            hidden = sheet;
    QVERIFY(hidden);
    TableWindow window(page, hidden->table);
    auto *details = window.table.findChild<SheetForm *>();
    const auto field = std::find_if(hidden->fields.begin(), hidden->fields.end(),
                                    [](const Field &described) { return !described.inTable; });
    for (const int row : {1, 0}) {
        window.grid().setCurrentIndex(window.table.proxy().index(row, 0));
        QVERIFY(details->isVisible());
        const auto shown = window.model.typed(*field, details->box(field->key)->editor()->input(), row);
        QVERIFY(shown.ok());
        QCOMPARE(*shown, window.model.value(row, field->key));
    }
}

void TestSheetTable::overdueIsSaidInWords()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    QVERIFY(window.model.setValue(0, u"state"_s, u"open"_s));
    QVERIFY(window.model.setValue(0, u"what"_s, u"Call"_s));
    QVERIFY(window.model.setValue(0, u"came_from"_s, QString()));
    QVERIFY(window.model.setValue(0, u"due"_s, QDate::currentDate()));
    const QModelIndex due = window.table.proxy().index(0, window.column(u"due"_s));
    QVERIFY(!due.data(SheetModel::OverdueRole).toBool()); // not before tomorrow
    const int oneLine = window.grid().rowHeight(0);
    QVERIFY(window.model.setValue(0, u"due"_s, QDate::currentDate().addDays(-1)));
    QVERIFY(due.data(SheetModel::QuestionRole).toString().contains(u"Overdue"_s));
    QVERIFY(due.data(Qt::AccessibleTextRole).toString().contains(u"overdue"_s));
    QVERIFY(!due.data().toString().contains(u"overdue"_s, Qt::CaseInsensitive)); // it is copied as a date
    QVERIFY(window.grid().rowHeight(0) > oneLine); // the word stands below the date
    QVERIFY(window.model.setValue(0, u"state"_s, u"done"_s));
    QVERIFY(due.data(SheetModel::QuestionRole).toString().isEmpty());
    QCOMPARE(window.grid().rowHeight(0), oneLine);
}

QTEST_MAIN(TestSheetTable)
#include "tst_sheet_table.moc"
