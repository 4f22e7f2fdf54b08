#include "models/funnel/numbers_model.h"
#include "models/funnel/plan_model.h"
#include "tests/support/workbook.h"
#include "widgets/controls/entry_table.h"
#include "widgets/funnel/plan_table.h"
#include "widgets/shell/unsaved_typing.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// What is typed into a table of figures is in the file or still in its cell.
class TestEntryTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsRefused();
    void escapeGivesUp();
    void leavesOnceItIsMended();
    void writesBeforeOthersAsk();
    void planKeepsWhatIsRefused();
    void keysAfterAClickAreKept();
    void enterGoesToWhatCanBeTyped();
    void editorCoversItsCell();
    void whatHasTheFocusIsSelected();
    void tabGoesOnPastTheLastCell();

private:
    static QLineEdit *type(EntryTable &table, const QModelIndex &cell, const QString &text);
};

namespace {

struct Numbers
{
    Numbers()
        : model(workbook.document())
        , table(new EntryDelegate(typing, u"funnel_number"_s))
    {
        table.setModel(&model);
        table.resize(800, 400);
        table.show();
    }
    QModelIndex cell() const { return model.index(1, 0); }

    TestWorkbook workbook{u"example"_s};
    UnsavedTyping typing;
    NumbersModel model;
    EntryTable table;
};

struct Plan
{
    Plan()
    {
        table.resize(800, 600);
        table.show();
    }

    TestWorkbook workbook{u"example"_s};
    UnsavedTyping typing;
    PlanModel model{workbook.document()};
    PlanTable table{model, typing};
};

} // namespace

QLineEdit *TestEntryTable::type(EntryTable &table, const QModelIndex &cell, const QString &text)
{
    table.activateWindow();
    table.setFocus();
    table.setCurrentIndex(cell);
    table.edit(cell);
    auto *editor = table.viewport()->findChild<QLineEdit *>();
    editor->selectAll();
    QTest::keyClicks(editor, text);
    return editor;
}

void TestEntryTable::keepsWhatIsRefused()
{
    Numbers numbers;
    const QString before = contentOf(numbers.workbook.document());
    const QPointer<QLineEdit> editor = type(numbers.table, numbers.cell(), u"twelve"_s);
    QVERIFY(numbers.typing.any());
    QTest::keyClick(editor.data(), Qt::Key_Return);
    QTest::qWait(10);
    QTest::mouseClick(numbers.table.viewport(), Qt::LeftButton, {},
                      numbers.table.visualRect(numbers.model.index(3, 2)).center());
    QTest::qWait(10);
    QVERIFY(editor && editor->isVisible());
    QCOMPARE(editor->text(), u"twelve"_s);
    QCOMPARE(numbers.table.currentIndex(), numbers.cell());
    QVERIFY(numbers.typing.refused());
    QVERIFY(numbers.typing.refused()->name.contains(numbers.model.stageAt(1).name));
    numbers.model.setLocale(QLocale(QLocale::German)); // the cell is shown anew
    QCOMPARE(editor->text(), u"twelve"_s);
    QCOMPARE(contentOf(numbers.workbook.document()), before);
}

void TestEntryTable::escapeGivesUp()
{
    Numbers numbers;
    const QPointer<QLineEdit> editor = type(numbers.table, numbers.cell(), u"twelve"_s);
    const QSignalSpy settled(&numbers.table, &EntryTable::settled);
    QTest::keyClick(editor.data(), Qt::Key_Return);
    QTest::qWait(10);
    QVERIFY(editor->isVisible());
    QTest::keyClick(editor.data(), Qt::Key_Escape);
    QTRY_VERIFY(!editor);
    QVERIFY(!numbers.typing.any());
    QCOMPARE(settled.size(), 1);
}

void TestEntryTable::leavesOnceItIsMended()
{
    Numbers numbers;
    const QPointer<QLineEdit> editor = type(numbers.table, numbers.cell(), u"twelve"_s);
    QTest::keyClick(editor.data(), Qt::Key_Return);
    QTest::qWait(10);
    editor->selectAll();
    QTest::keyClicks(editor.data(), u"12"_s);
    QTest::keyClick(editor.data(), Qt::Key_Return);
    QTRY_VERIFY(!editor);
    QVERIFY(!numbers.typing.any());
    QCOMPARE(numbers.cell().data().toString(), u"12"_s);
}

void TestEntryTable::writesBeforeOthersAsk()
{
    Numbers numbers;
    const QPointer<QLineEdit> editor = type(numbers.table, numbers.cell(), u"77"_s);
    QVERIFY(numbers.typing.commit());
    QCOMPARE(numbers.cell().data().toString(), u"77"_s);
    QTRY_VERIFY(!editor);
    const QPointer<QLineEdit> again = type(numbers.table, numbers.cell(), u"many"_s);
    QVERIFY(!numbers.typing.commit());
    QVERIFY(again->isVisible());
}

void TestEntryTable::planKeepsWhatIsRefused()
{
    Plan plan;
    auto &[workbook, typing, model, table] = plan;
    const QSignalSpy refused(&model, &PlanModel::refused);
    const QPointer<QLineEdit> editor = type(table, model.index(0, PlanModel::Number), u"a lot"_s);
    QTest::keyClick(editor.data(), Qt::Key_Tab);
    QTest::qWait(10);
    QVERIFY(editor && editor->isVisible());
    QCOMPARE(editor->text(), u"a lot"_s);
    QVERIFY(refused.first().first().toString().startsWith(u"Revenue goal"_s));
    QVERIFY(typing.refused());
}

void TestEntryTable::enterGoesToWhatCanBeTyped()
{
    Plan plan;
    auto &[workbook, typing, model, table] = plan;
    QModelIndex last;
    for (int row = 0; row < model.rowCount(); ++row)
        if (const QModelIndex cell = model.index(row, PlanModel::Number);
            model.flags(cell) & Qt::ItemIsEditable)
            last = cell;
    const QModelIndex goal = model.index(0, PlanModel::Number);
    QVERIFY(!model.flags(goal.siblingAtRow(1)).testFlag(Qt::ItemIsEditable));
    QTest::keyClick(type(table, goal, u"700000"_s), Qt::Key_Return);
    QTRY_COMPARE(table.currentIndex(), goal.siblingAtRow(2));
    QTRY_VERIFY(!table.viewport()->findChild<QLineEdit *>());
    QVERIFY(last.row() < model.rowCount() - 1);
    QTest::keyClick(type(table, last, last.data().toString()), Qt::Key_Return);
    QTRY_VERIFY(!table.viewport()->findChild<QLineEdit *>());
    QCOMPARE(table.currentIndex(), last);
}

// One click on the current cell, and typing before a second click would be told from it.
void TestEntryTable::keysAfterAClickAreKept()
{
    Plan plan;
    auto &[workbook, typing, model, table] = plan;
    QVERIFY(QTest::qWaitForWindowActive(&table));
    const QModelIndex goal = model.index(0, PlanModel::Number);
    table.setFocus();
    table.setCurrentIndex(goal);
    const QPoint cell = table.visualRect(goal).center();
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, cell);
    QTest::keyClicks(&table, u"9"_s);
    auto *editor = table.viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::qWait(QApplication::doubleClickInterval() + 100);
    QTest::keyClicks(editor, u"5"_s);
    QCOMPARE(editor->text(), u"95"_s);
    QTest::keyClick(editor, Qt::Key_Escape);
    QTRY_VERIFY(!table.viewport()->findChild<QLineEdit *>());
    QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, cell);
    editor = table.viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QCOMPARE(editor->selectedText(), editor->text()); // what is typed replaces it
}

void TestEntryTable::editorCoversItsCell()
{
    Numbers numbers;
    const QLineEdit *editor = type(numbers.table, numbers.cell(), u"7"_s);
    QVERIFY(editor->autoFillBackground());
    QCOMPARE(editor->palette().color(editor->backgroundRole()),
             numbers.table.palette().color(QPalette::Base));
    QVERIFY(editor->alignment().testFlag(Qt::AlignTrailing));
}

void TestEntryTable::whatHasTheFocusIsSelected()
{
    Numbers numbers;
    numbers.table.setFocus();
    numbers.table.setCurrentIndex(numbers.cell());
    QTest::keyClick(&numbers.table, Qt::Key_End, Qt::ControlModifier);
    const QModelIndex last
        = numbers.model.index(numbers.model.rowCount() - 1, numbers.model.columnCount() - 1);
    QCOMPARE(numbers.table.currentIndex(), last);
    QCOMPARE(numbers.table.selectionModel()->selectedIndexes(), QModelIndexList{last});
    QTest::keyClick(&numbers.table, Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(numbers.table.selectionModel()->selectedIndexes().size(),
             numbers.model.rowCount() * numbers.model.columnCount());
}

void TestEntryTable::tabGoesOnPastTheLastCell()
{
    Numbers numbers;
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *before = new QLineEdit(&window);
    column->addWidget(before);
    column->addWidget(&numbers.table);
    auto *after = new QLineEdit(&window);
    column->addWidget(after);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QWidget::setTabOrder(before, &numbers.table);
    QWidget::setTabOrder(&numbers.table, after);
    const QModelIndex last
        = numbers.model.index(numbers.model.rowCount() - 1, numbers.model.columnCount() - 1);
    numbers.table.setFocus();
    numbers.table.setCurrentIndex(last.siblingAtColumn(last.column() - 1));
    QTest::keyClick(&numbers.table, Qt::Key_Tab);
    QCOMPARE(numbers.table.currentIndex(), last);
    QTest::keyClick(&numbers.table, Qt::Key_Tab);
    QVERIFY(after->hasFocus());
    numbers.table.setFocus();
    numbers.table.setCurrentIndex(numbers.model.index(0, 0));
    QTest::keyClick(&numbers.table, Qt::Key_Backtab);
    QVERIFY(before->hasFocus());
    numbers.table.setParent(nullptr); // it is not the window's
}

QTEST_MAIN(TestEntryTable)
#include "tst_entry_table.moc"
