// The ways of MainWindow to undo and redo, and to say what that changed.

#include "widgets/shell/history_dialog.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/status_line.h"
#include "widgets/shell/unsaved_typing.h"
#include "widgets/shell/window_actions.h"
#include "widgets/shell/workbook_view.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr auto undoneMessage = "undone"_L1;

// Whose signature came or went: a worksheet's table, or "tab:" and a tab's key.
QString signedSubject(const QList<QVariantMap> &before, const QList<QVariantMap> &now)
{
    const QList<QVariantMap> &more = before.size() > now.size() ? before : now;
    const QList<QVariantMap> &less = before.size() > now.size() ? now : before;
    const auto found = std::find_if(more.begin(), more.end(),
                                    [&less](const QVariantMap &row) { return !less.contains(row); });
    return found == more.end() ? QString() : found->value(u"subject"_s).toString();
}
} // namespace

void MainWindow::undo()
{
    if (!m_document)
        return;
    m_typing->commit();
    // What could not be taken has changed nothing yet: it alone is taken back.
    if (m_typing->giveUp(QApplication::focusWidget()))
        return;
    takeStep(&Document::undo, tr("Undone: %1").arg(m_document->undoLabel()));
}

void MainWindow::redo()
{
    if (!m_document)
        return;
    m_typing->commit();
    takeStep(&Document::redo, tr("Done again: %1").arg(m_document->redoLabel()));
}

void MainWindow::takeStep(Result<void> (Document::*step)(), const QString &text)
{
    const QList<QVariantMap> signatures = m_document->rows(u"signature"_s);
    m_lastChanged.clear();
    if (const auto done = (m_document.get()->*step)(); !done)
        return m_notifier->report(done.error());
    if (!m_lastChanged.isEmpty())
        tellStep(text, signedSubject(signatures, m_document->rows(u"signature"_s)));
}

// What is on the page can be seen; what is on another one must be said and can be shown.
void MainWindow::tellStep(const QString &text, const QString &subject)
{
    const TabDescription *tab = nullptr;
    const Page *page = nullptr;
    for (const TabDescription &described : m_catalogue.tabs()) {
        if (subject == u"tab:"_s + described.key)
            tab = &described;
        for (const Page &candidate : described.pages) {
            const bool changed
                = std::any_of(candidate.sheets.begin(), candidate.sheets.end(), [&](const Sheet &sheet) {
                      return m_lastChanged.contains(sheet.table) || sheet.table == subject;
                  });
            const bool here = described.tab == m_workbook->tab() && candidate.key == m_workbook->page().key;
            if (changed && (!page || here)) {
                tab = &described;
                page = &candidate;
            }
        }
    }
    const bool here
        = !tab || (tab->tab == m_workbook->tab() && (!page || page->key == m_workbook->page().key));
    const QString told = !tab ? text : tr("%1 · %2").arg(text, page ? page->label : tab->label);
    if (here)
        return m_status->say(told);
    m_status->forgetNews(); // it is told above, once
    m_notifier->show({.text = told,
                      .actions = {{tr("Show it"),
                                   [this, to = tab->tab, key = page ? page->key : QString()] {
                                       m_workbook->go(to, key);
                                       m_workbook->focusPage();
                                   }}},
                      .key = undoneMessage});
}

void MainWindow::forgetSteps()
{
    m_notifier->withdraw(undoneMessage);
    m_status->forgetNews();
}

void MainWindow::updateHistory()
{
    const Document *document = m_document.get();
    const bool canGiveUp = m_typing->refused().has_value();
    m_actions->setUndo(document ? document->undoLabel() : QString(),
                       document && (document->canUndo() || canGiveUp));
    m_actions->setRedo(document ? document->redoLabel() : QString(), document && document->canRedo());
}

void MainWindow::showHistory()
{
    if (!m_document)
        return;
    m_typing->commit();
    if (!m_history) {
        m_history = new HistoryDialog(*m_document, m_catalogue, this);
        m_history->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_history, &HistoryDialog::backRequested, this, &MainWindow::goBackTo);
    }
    m_history->show();
    m_history->raise();
    m_history->activateWindow();
}

// One step after the other, so that each is one to redo; where one fails, those before it stay undone.
void MainWindow::goBackTo(qint64 entry)
{
    m_typing->commit();
    int steps = 0;
    while (m_document->canUndo() && m_document->history(1).value(0).id > entry) {
        if (const auto done = m_document->undo(); !done)
            return m_notifier->report(done.error());
        ++steps;
    }
    m_status->say(tr("%n change(s) undone", nullptr, steps));
}
