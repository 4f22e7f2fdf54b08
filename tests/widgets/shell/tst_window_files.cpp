#include "tests/support/window_case.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/start_page.h"
#include "widgets/shell/status_line.h"
#include "widgets/shell/window_actions.h"
#include "widgets/shell/workbook_view.h"

#include <QAction>
#include <QFile>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

// Files in the window: made, opened, remembered, refused, brought back.
class WindowFilesTest : public WindowCase
{
    Q_OBJECT

private Q_SLOTS:
    void startsOnTheStartPage();
    void newFromStarter();
    void refusesToReplaceAFile();
    void opensAndRemembers();
    void saysWhyAFileCannotBeOpened();
    void bringsBackABackup();
    void secondWindowIsReadOnly();
    void takesOverFromAnotherMachine();
    void anotherWorkbookInTheFileIsSaid();
    void replacedFileIsSaid();
    void damageIsSaidWhileOpen();
    void asksForTheNameOnce();
};

void WindowFilesTest::startsOnTheStartPage()
{
    QVERIFY(m_window->findChild<StartPage *>()->isVisible());
    QVERIFY(!m_window->document());
    QCOMPARE(stateText(), QString());
    QVERIFY(!m_window->actions().saveCopy->isEnabled());
    QVERIFY(m_window->actions().open->isEnabled());
}

void WindowFilesTest::newFromStarter()
{
    m_questions->files = {path(u"a.smarketing"_s)};
    m_window->actions().newExample->trigger();
    QVERIFY(m_window->document());
    QCOMPARE(m_window->document()->path(), path(u"a.smarketing"_s));
    QVERIFY(m_window->windowTitle().startsWith(client()));
    QVERIFY(!m_window->actions().undo->isEnabled());
    QCOMPARE(stateText(), u"All changes saved"_s);
    m_window->actions().closeDocument->trigger();
    QVERIFY(!m_window->document());
    QVERIFY(m_window->findChild<StartPage *>()->isVisible());
    QCOMPARE(m_settings->recentFiles(), QStringList{path(u"a.smarketing"_s)});
}

void WindowFilesTest::refusesToReplaceAFile()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    edit(u"Alpine"_s);
    m_questions->files = {path(u"a.smarketing"_s)};
    m_window->actions().newBlank->trigger();
    QCOMPARE(client(), u"Alpine"_s);
    QCOMPARE(m_window->notifier().texts().size(), 1);
}

void WindowFilesTest::opensAndRemembers()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    m_window->newFile(u"blank"_s, path(u"b.smarketing"_s));
    QCOMPARE(m_settings->recentFiles(), (QStringList{path(u"b.smarketing"_s), path(u"a.smarketing"_s)}));
    m_questions->files = {path(u"a.smarketing"_s)};
    m_window->actions().open->trigger();
    QCOMPARE(m_window->document()->path(), path(u"a.smarketing"_s));
    m_window->actions().closeDocument->trigger();
    QVERIFY(QFile::remove(path(u"b.smarketing"_s)));
    auto *start = m_window->findChild<StartPage *>();
    start->refresh();
    auto *list = start->findChild<QListWidget *>();
    QCOMPARE(list->count(), 2);
    QVERIFY(list->item(1)->text().contains(u"Not found"_s));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    QVERIFY(m_window->document());
}

void WindowFilesTest::saysWhyAFileCannotBeOpened()
{
    m_window->openFile(path(u"nowhere.smarketing"_s));
    QVERIFY(!m_window->document());
    QCOMPARE(m_window->notifier().texts().size(), 1);
    // Said once, however often it is tried.
    m_window->openFile(path(u"nowhere.smarketing"_s));
    QCOMPARE(m_window->notifier().texts().size(), 1);
    // What has the name of a workbook is not sent away with advice to choose such a name.
    QFile foreign(path(u"foreign.smarketing"_s));
    QVERIFY(foreign.open(QIODevice::WriteOnly) && foreign.write(QByteArray(200, 'x')) == 200);
    foreign.close();
    m_window->openFile(foreign.fileName());
    QVERIFY(!m_window->notifier().texts().constLast().contains(u"ends in .smarketing"_s));
    QVERIFY(m_window->notifier().findChild<QPushButton *>());
}

void WindowFilesTest::bringsBackABackup()
{
    const QString original = path(u"a.smarketing"_s);
    m_window->newFile(u"blank"_s, original);
    edit(u"Amber Robotics"_s);
    m_window->actions().openBackup->trigger();
    QVERIFY(m_questions->asked.isEmpty()); // there is none yet
    const auto backup = m_window->document()->backUp();
    QVERIFY(backup.ok());
    QVERIFY(m_window->closeFile());
    QFile file(original);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(4096)
            && file.write(QByteArray(20'000, 'x')) == 20'000);
    file.close();

    m_window->openFile(original);
    QVERIFY(!m_window->document());
    const auto buttons = m_window->notifier().findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 1);
    m_questions->files = {path(u"back.smarketing"_s)};
    QTest::mouseClick(buttons.first(), Qt::LeftButton);
    QVERIFY(m_window->document());
    QCOMPARE(m_window->document()->path(), path(u"back.smarketing"_s));
    QCOMPARE(client(), u"Amber Robotics"_s);
    QVERIFY(QFile::exists(*backup));

    m_questions->files = {*backup, path(u"again.smarketing"_s)};
    QVERIFY(m_window->document()->backUp().ok());
    m_window->actions().openBackup->trigger();
    QCOMPARE(m_window->document()->path(), path(u"again.smarketing"_s));
}

void WindowFilesTest::secondWindowIsReadOnly()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    const auto second = makeWindow();
    second->openFile(path(u"a.smarketing"_s));
    QVERIFY(second->document() && second->document()->isReadOnly());
    QCOMPARE(second->notifier().texts().size(), 1);
    QVERIFY(second->notifier().texts().constFirst().contains(u"another window"_s));
    QCOMPARE(second->findChild<StatusLine *>()->stateText(), u"Read-only"_s);
    // A change from outside is told beside it, not instead of it.
    edit(u"Alpine"_s);
    second->document()->checkOutside();
    QCOMPARE(second->notifier().texts().size(), 2);
    // Once it is free, it can be taken over.
    QVERIFY(m_window->closeFile());
    second->document()->checkOutside();
    const auto buttons = second->notifier().findChildren<QPushButton *>();
    const auto again = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
        return button->text() == u"Open it again";
    });
    QVERIFY(again != buttons.end());
    (*again)->click();
    QVERIFY(second->document() && !second->document()->isReadOnly());
}

void WindowFilesTest::takesOverFromAnotherMachine()
{
    m_settings->setName(u"Jo Okafor"_s);
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    const QString lock = path(u".~lock.a.smarketing#"_s);
    const auto contentOfLock = [&lock] {
        QFile file(lock);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(contentOfLock().contains("Jo Okafor"));
    // Somebody there takes it over from here …
    QVERIFY(QFile::remove(lock));
    QFile other(lock);
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("workshop-pc\n0\nben\nBen Kaya\n") > 0);
    other.close();
    m_window->document()->checkOutside();
    QVERIFY(m_window->notifier().texts().constFirst().startsWith(u"Ben Kaya"_s));
    m_questions->choices = {1}; // close it without a copy
    m_window->openFile(path(u"a.smarketing"_s));
    QVERIFY(m_window->document()->isReadOnly());
    // … and is gone.
    const auto takeOver = [this] {
        const auto buttons = m_window->notifier().findChildren<QPushButton *>();
        for (QPushButton *button : buttons)
            if (button->text().startsWith(u"Take it over"))
                return QTest::mouseClick(button, Qt::LeftButton);
        QFAIL("no way to take it over");
    };
    m_questions->choices = {0};
    takeOver();
    QVERIFY(m_window->document()->isReadOnly());
    m_window->openFile(path(u"a.smarketing"_s)); // the bar has closed
    m_questions->choices = {1};
    takeOver();
    QVERIFY(!m_window->document()->isReadOnly());
    QVERIFY(contentOfLock().contains("Jo Okafor"));
}

// With `cp`, which writes into the same file.
void WindowFilesTest::anotherWorkbookInTheFileIsSaid()
{
    m_window->newFile(u"example"_s, path(u"b.smarketing"_s));
    QVERIFY(m_window->closeFile());
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    edit(u"Alpine"_s);
    Database(path(u"a.smarketing"_s), Database::Access::ReadWrite)
        .execute(u"UPDATE overview_workbook SET client = 'Brenner'"_s);
    m_window->document()->checkOutside();
    QVERIFY(m_window->notifier().texts().join(u'|').contains(u"changed elsewhere"_s));
    QFile other(path(u"b.smarketing"_s)), file(path(u"a.smarketing"_s));
    QVERIFY(other.open(QIODevice::ReadOnly));
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly));
    const QByteArray bytes = other.readAll();
    QVERIFY(file.resize(0) && file.write(bytes) == bytes.size());
    file.close();
    m_window->document()->checkOutside();
    const QString told = m_window->notifier().texts().join(u'|');
    QVERIFY2(told.contains(u"Another workbook was copied over this file"_s), qPrintable(told));
}

void WindowFilesTest::replacedFileIsSaid()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    QVERIFY(QFile::rename(path(u"a.smarketing"_s), path(u"b.smarketing"_s)));
    m_window->document()->checkOutside();
    QCOMPARE(m_window->notifier().texts().size(), 1);
    QVERIFY(m_window->notifier().texts().constFirst().contains(u"moved"_s));
    QVERIFY(QFile::copy(path(u"b.smarketing"_s), path(u"a.smarketing"_s)));
    m_window->openFile(path(u"a.smarketing"_s));
    QVERIFY(!m_window->document()->isReadOnly());
}

// By a broken disk, say, while the workbook lies open.
void WindowFilesTest::damageIsSaidWhileOpen()
{
    m_window->newFile(u"example"_s, path(u"a.smarketing"_s));
    QFile file(path(u"a.smarketing"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    constexpr qint64 changeCounter = 24; // of a SQLite file; another one makes it read its pages anew
    constexpr qint64 firstPage = 4096;
    QVERIFY(file.seek(changeCounter));
    file.write("\xff\xff", 2);
    QVERIFY(file.seek(firstPage));
    file.write(QByteArray(file.size() - firstPage, '\x55'));
    file.close();

    m_window->workbook()->go(Tab::Story, m_window->catalogue().tab(Tab::Story).pages.constFirst().key);
    QTRY_VERIFY(m_window->notifier().texts().join(u' ').contains(u"damaged"_s));
    const auto buttons = m_window->notifier().findChildren<QPushButton *>();
    QVERIFY(std::any_of(buttons.begin(), buttons.end(), [](const QPushButton *button) {
        return button->text().contains(u"backup"_s) && button->isVisible();
    }));
}

void WindowFilesTest::asksForTheNameOnce()
{
    m_settings->setName({});
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    QCOMPARE(m_window->notifier().texts().size(), 1);
    m_settings->setName(u"Jo Okafor"_s);
    QVERIFY(m_window->notifier().texts().isEmpty());
    QCOMPARE(m_window->document()->author(), u"Jo Okafor"_s);
}

QTEST_MAIN(WindowFilesTest)
#include "tst_window_files.moc"
