#include "models/worksheet/signatures.h"
#include "tests/support/window_case.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/status_line.h"
#include "widgets/shell/unsaved_typing.h"
#include "widgets/shell/window_actions.h"
#include "widgets/shell/workbook_view.h"

#include <QAction>
#include <QFile>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

// What the window says and does about what is saved, what waits, and what was undone.
class WindowSavingTest : public WindowCase
{
    Q_OBJECT

private Q_SLOTS:
    void aFileThatIsGoneHoldsNothing();
    void aCopyHasWhatWaits();
    void aCopySaysWhatItLacks();
    void aGoodCopyEndsTheComplaint();
    void roomEndsTheComplaint();
    void aRefusedEntryIsUndoneFirst();
    void undoneElsewhereIsToldAndShown();
    void undoneHereIsToldOnly();
    void undoneSignatureHasItsPlace();
    void nameIsNotAskedForAgain();

private:
    std::unique_ptr<QObject> m_editor = std::make_unique<QObject>(); // one that cannot be written
    UnsavedTyping &typing() { return *m_window->findChild<UnsavedTyping *>(); }
    QStringList texts() { return m_window->notifier().texts(); }
    void loseFile()
    {
        QVERIFY(QFile::remove(path(u"a.smarketing"_s)));
        m_window->document()->checkOutside();
    }
    void wait(const QString &key, const QVariantMap &columns)
    {
        typing().refuse(m_editor.get(),
                        {.name = key, .table = u"overview_workbook"_s, .row = 0, .columns = columns});
    }
};

void WindowSavingTest::aFileThatIsGoneHoldsNothing()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    loseFile();
    QCOMPARE(stateText(), u"Not in the file any more"_s);
    wait(u"Client"_s, {{u"client"_s, u"Alpine"_s}});
    m_questions->choices = {0};
    QVERIFY(!m_window->close());
    QVERIFY(m_questions->asked.constLast().contains(u"moved, deleted or replaced"_s));
}

void WindowSavingTest::aCopyHasWhatWaits()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    loseFile();
    wait(u"Client"_s, {{u"client"_s, u"Alpine"_s}});
    m_questions->files = {path(u"b.smarketing"_s)};
    m_window->actions().saveCopy->trigger();
    const int asked = static_cast<int>(m_questions->asked.size());
    m_window->openFile(path(u"b.smarketing"_s)); // nothing is lost, so nothing is asked
    QCOMPARE(m_questions->asked.size(), asked);
    QCOMPARE(m_window->document()->path(), path(u"b.smarketing"_s));
    QCOMPARE(client(), u"Alpine"_s);
    m_editor.reset(); // as editors go with their page
    QCOMPARE(stateText(), u"All changes saved"_s);
}

void WindowSavingTest::aCopySaysWhatItLacks()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    loseFile();
    wait(u"Valid from"_s, {});
    m_questions->files = {path(u"b.smarketing"_s)};
    m_window->actions().saveCopy->trigger();
    QVERIFY(texts().constLast().contains(u"without what was typed into “Valid from”"_s));
    m_questions->choices = {0};
    QVERIFY(!m_window->close());
}

void WindowSavingTest::aGoodCopyEndsTheComplaint()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    m_questions->files = {path(u"a.smarketing"_s), path(u"b.smarketing"_s)};
    m_window->actions().saveCopy->trigger();
    QCOMPARE(texts(), QStringList{u"A copy needs another name than the workbook itself."_s});
    m_window->actions().saveCopy->trigger();
    QCOMPARE(texts().size(), 1);
    QVERIFY(texts().constFirst().startsWith(u"Copy saved"_s));
}

void WindowSavingTest::roomEndsTheComplaint()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    edit(u"Before"_s);
    Document &document = *m_window->document();
    document.database().execute(u"PRAGMA max_page_count = 1"_s); // the engine's own "disk is full"
    const auto failed = document.edit(u"Fill"_s, [](const Database &database) {
        database.execute(u"UPDATE overview_workbook SET client = ?"_s, {QString(100'000, u'x')});
    });
    QVERIFY(!failed.ok());
    m_window->notifier().report(failed.error());
    QCOMPARE(texts().size(), 1);
    document.database().execute(u"PRAGMA max_page_count = 1000000"_s);
    edit(u"After"_s);
    QVERIFY(texts().isEmpty());
}

void WindowSavingTest::aRefusedEntryIsUndoneFirst()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    edit(u"Alpine"_s);
    page()->edit->setFocus();
    QTest::keyClicks(page()->edit, u"32.13."_s);
    typing().refuse(page()->edit, {.name = u"Valid from"_s, .control = page()->edit});
    QObject::connect(&typing(), &UnsavedTyping::givenUp, page()->edit,
                     [this](const QObject *editor) { typing().set(editor, false); });
    page()->refuses = true; // it would refuse again
    m_window->actions().undo->trigger();
    QCOMPARE(client(), u"Alpine"_s);
    QVERIFY(!typing().any());
    m_window->actions().undo->trigger();
    QCOMPARE(client(), QString());
}

void WindowSavingTest::undoneElsewhereIsToldAndShown()
{
    m_window->newFile(u"example"_s, path(u"a.smarketing"_s));
    QVERIFY(m_window->document()->edit(u"Change Name"_s, [](const Database &database) {
        database.execute(u"UPDATE story_persona SET name = 'X'"_s);
    }));
    m_window->workbook()->go(Tab::Plan);
    m_window->actions().undo->trigger();
    const QString told = u"Undone: Change Name · Personas"_s;
    QCOMPARE(texts(), QStringList{told});
    QCOMPARE(m_window->findChild<StatusLine *>()->newsText(), QString()); // once is enough
    m_window->notifier().findChild<QPushButton *>()->click();
    QCOMPARE(m_window->workbook()->page().key, u"personas"_s);
    QVERIFY(texts().isEmpty()); // it can be seen
    m_window->actions().redo->trigger();
    QVERIFY(texts().isEmpty());
    QVERIFY(!m_window->findChild<StatusLine *>()->newsText().isEmpty());
    m_window->workbook()->go(Tab::Plan);
    QCOMPARE(m_window->findChild<StatusLine *>()->newsText(), QString()); // it was about another page
    m_window->actions().undo->trigger();
    QCOMPARE(texts().size(), 1);
    m_window->workbook()->go(Tab::Crm);
    QVERIFY(texts().isEmpty());
}

void WindowSavingTest::undoneHereIsToldOnly()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    edit(u"Alpine"_s);
    m_window->workbook()->showRow(u"overview_workbook"_s, 0);
    m_window->actions().undo->trigger();
    QVERIFY(texts().isEmpty());
    QVERIFY(m_window->findChild<StatusLine *>()->newsText().startsWith(u"Undone: Rename the client"_s));
}

void WindowSavingTest::undoneSignatureHasItsPlace()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    Signatures signatures(*m_window->document(), m_window->catalogue());
    const TabDescription &story = m_window->catalogue().tab(Tab::Story);
    QVERIFY(signatures.sign(SignedSubject::tab(story), Team::Sales, u"Ana"_s));
    m_window->actions().undo->trigger();
    QCOMPARE(texts().size(), 1);
    QVERIFY(texts().constFirst().endsWith(u" · "_s + story.label));
}

void WindowSavingTest::nameIsNotAskedForAgain()
{
    m_settings->setName({});
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    QCOMPARE(texts().size(), 1);
    auto *bar = m_window->notifier().findChild<InlineBar *>();
    QTest::keyClick(bar, Qt::Key_Escape);
    QVERIFY(texts().isEmpty());
    m_window->newFile(u"blank"_s, path(u"b.smarketing"_s));
    QVERIFY(texts().isEmpty());
}

QTEST_MAIN(WindowSavingTest)
#include "tst_window_saving.moc"
