#include "tests/support/app_window.h"
#include "tests/support/workbook.h"
#include "widgets/controls/sheet_grid.h"
#include "widgets/controls/sheet_view.h"
#include "widgets/funnel/import_dialog.h"
#include "widgets/shell/shortcuts_dialog.h"
#include "widgets/shell/window_actions.h"
#include "widgets/shell/workbook_view.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

// What the menus lead to, from wherever the user is.
class MenusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importIsReachedFromEverywhere();
    void importClosedUnusedLeadsBack();
    void editCopiesAndPastesInATable();
    void editCutsAndPastesInAField();
    void editOffersWhatIsPossible();
    void helpListsTheKeys();
};

namespace {

// Opens the menu "Edit", so that it looks at what has the focus, and returns the entry of these keys.
QAction *editEntry(AppWindow &app, QKeySequence::StandardKey key)
{
    QMenu *menu = app.window().menuBar()->actions().at(1)->menu();
    Q_EMIT menu->aboutToShow();
    const QList<QAction *> entries = menu->actions();
    const auto found = std::find_if(entries.begin(), entries.end(), [key](const QAction *action) {
        return action->shortcut() == QKeySequence(key);
    });
    return found == entries.end() ? nullptr : *found;
}

} // namespace

void MenusTest::importIsReachedFromEverywhere()
{
    AppWindow app({1280, 900});
    const QAction *import = app.window().actions().importCrm;
    QVERIFY(import->isVisible() && !import->isEnabled());
    app.window().newFile(u"blank"_s, app.path(u"a.smarketing"_s));
    QVERIFY(import->isEnabled());
    app.window().workbook()->go(Tab::Story);
    app.press(Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(app.window().workbook()->page().key, u"funnel"_s);
    QCOMPARE(app.window().findChildren<ImportDialog *>().size(), 1);
    app.window().actions().importCrm->trigger(); // the same one again
    QCOMPARE(app.window().findChildren<ImportDialog *>().size(), 1);
}

void MenusTest::importClosedUnusedLeadsBack()
{
    AppWindow app({1280, 900});
    app.window().newFile(u"blank"_s, app.path(u"a.smarketing"_s));
    const WorkbookView &workbook = *app.window().workbook();
    app.goTo(Tab::Story, u"goals"_s);
    app.press(Qt::Key_I, Qt::ControlModifier);
    auto *dialog = app.window().findChild<ImportDialog *>();
    dialog->reject();
    QCOMPARE(workbook.tab(), Tab::Story);
    QCOMPARE(workbook.page().key, u"goals"_s);

    app.press(Qt::Key_I, Qt::ControlModifier);
    app.window().workbook()->go(Tab::Plan); // not modal: somebody looks something up
    dialog->reject();
    QCOMPARE(workbook.tab(), Tab::Plan);

    // What was imported is on the page of the funnel.
    app.goTo(Tab::Story, u"goals"_s);
    app.press(Qt::Key_I, Qt::ControlModifier);
    QFile file(app.path(u"deals.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Deal ID,Stage,Amount EUR\n1,Won,100\n");
    file.close();
    dialog->setFile(file.fileName());
    auto *import = dialog->findChild<QPushButton *>(u"import"_s);
    QTRY_VERIFY(!dialog->isWorking() && import->isEnabled());
    import->click();
    auto *close = dialog->findChild<QPushButton *>(u"closeImport"_s);
    QTRY_VERIFY(close->isVisible());
    close->click();
    QCOMPARE(workbook.page().key, u"funnel"_s);

    // Also for who has gone elsewhere meanwhile.
    app.press(Qt::Key_I, Qt::ControlModifier);
    dialog->setFile(file.fileName());
    QTRY_VERIFY(!dialog->isWorking() && import->isEnabled());
    import->click();
    auto *show = dialog->findChild<QPushButton *>(u"showFunnel"_s);
    QTRY_VERIFY(show->isVisible());
    app.window().workbook()->go(Tab::Plan);
    show->click();
    QVERIFY(!dialog->isVisible());
    QCOMPARE(workbook.tab(), Tab::Funnel);
    QCOMPARE(workbook.page().key, u"funnel"_s);
}

void MenusTest::editCopiesAndPastesInATable()
{
    AppWindow app({1280, 900});
    app.window().newFile(u"example"_s, app.path(u"a.smarketing"_s));
    app.goTo(Tab::Funnel, u"stages"_s);
    SheetView *view = app.view(u"funnel_stage"_s);
    QVERIFY(view);
    auto *grid = view->findChild<SheetGrid *>();
    app.focus(grid);
    const QModelIndex first = grid->model()->index(0, 0), second = grid->model()->index(1, 0);
    grid->setCurrentIndex(first);
    QVERIFY(editEntry(app, QKeySequence::Copy)->isEnabled());
    editEntry(app, QKeySequence::Copy)->trigger();
    QCOMPARE(QApplication::clipboard()->text().trimmed(), first.data().toString());
    QApplication::clipboard()->setText(u"Prospects"_s);
    grid->setCurrentIndex(second);
    QVERIFY(editEntry(app, QKeySequence::Paste)->isEnabled());
    editEntry(app, QKeySequence::Paste)->trigger();
    QCOMPARE(second.data().toString(), u"Prospects"_s);
    editEntry(app, QKeySequence::SelectAll)->trigger();
    QCOMPARE(grid->selectionModel()->selectedRows().size(), grid->model()->rowCount());
}

void MenusTest::editCutsAndPastesInAField()
{
    AppWindow app({1280, 900});
    app.window().newFile(u"example"_s, app.path(u"a.smarketing"_s));
    QLineEdit line(&app.window());
    line.setText(u"one two"_s);
    line.show();
    line.setFocus();
    editEntry(app, QKeySequence::SelectAll)->trigger();
    QCOMPARE(line.selectedText(), u"one two"_s);
    QVERIFY(editEntry(app, QKeySequence::Cut)->isEnabled());
    editEntry(app, QKeySequence::Cut)->trigger();
    QCOMPARE(line.text(), QString());
    QCOMPARE(QApplication::clipboard()->text(), u"one two"_s);
    // A menu bar that is being used has the focus; what is meant stays the field.
    app.window().menuBar()->setFocus();
    editEntry(app, QKeySequence::Paste)->trigger();
    QCOMPARE(line.text(), u"one two"_s);
}

void MenusTest::editOffersWhatIsPossible()
{
    AppWindow app({1280, 900});
    app.window().newFile(u"example"_s, app.path(u"a.smarketing"_s));
    QLineEdit line(&app.window());
    line.setText(u"one"_s);
    line.setReadOnly(true);
    line.show();
    line.setFocus();
    line.deselect();
    QApplication::clipboard()->setText(u"two"_s);
    QVERIFY(!editEntry(app, QKeySequence::Copy)->isEnabled());
    QVERIFY(!editEntry(app, QKeySequence::Paste)->isEnabled());
    line.selectAll();
    QVERIFY(editEntry(app, QKeySequence::Copy)->isEnabled());
    QVERIFY(!editEntry(app, QKeySequence::Cut)->isEnabled());
}

void MenusTest::helpListsTheKeys()
{
    AppWindow app({1280, 900});
    app.window().newFile(u"example"_s, app.path(u"a.smarketing"_s));
    app.goTo(Tab::Funnel, u"stages"_s);
    QVERIFY(app.view(u"funnel_stage"_s));
    app.window().actions().shortcuts->trigger();
    auto *dialog = app.window().findChild<ShortcutsDialog *>();
    QVERIFY(dialog);
    const auto *keys = dialog->findChild<QTreeWidget *>();
    const auto listed = [keys](const QString &text, const QKeySequence &key) {
        const auto found = keys->findItems(text, Qt::MatchExactly | Qt::MatchRecursive);
        return std::any_of(found.begin(), found.end(), [&](const QTreeWidgetItem *item) {
            return item->text(1) == key.toString(QKeySequence::NativeText);
        });
    };
    QVERIFY(listed(u"Export PDF"_s, Qt::CTRL | Qt::Key_E));
    QVERIFY(listed(u"Paste"_s, QKeySequence::Paste));
    QCOMPARE(keys->findItems(u"Guide"_s, Qt::MatchExactly | Qt::MatchRecursive).size(), 1); // of two menus
    QVERIFY(listed(u"Add stage"_s, Qt::Key_Insert)); // of the page
    dialog->close();
}

QTEST_MAIN(MenusTest)
#include "tst_menus.moc"
