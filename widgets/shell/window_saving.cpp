// The ways of MainWindow to follow its document: what is saved, what waits, and what may be lost.

#include "models/document/row_edits.h"
#include "widgets/shell/header_bar.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/status_line.h"
#include "widgets/shell/unsaved_typing.h"
#include "widgets/shell/workbook_view.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr auto documentMessage = "document"_L1;
constexpr auto outsideMessage = "outside"_L1;
constexpr auto refusedMessage = "refused"_L1;
constexpr auto undoneTold = "undone"_L1;
constexpr auto unreadableMessage = "unreadable"_L1;
constexpr int backupDelayMs = 3000; // not while the window is still being drawn

// Its own row is what another workbook does not have. 0: not filled in yet.
qint64 identityOf(const Document &document)
{
    return document.rows(u"overview_workbook"_s).value(0).value(u"id"_s).toLongLong();
}

bool isAnother(qint64 before, qint64 now)
{
    return before != 0 && now != 0 && before != now;
}
} // namespace

void MainWindow::connectDocument()
{
    Document *document = m_document.get();
    m_gone = false;
    m_rescued = false;
    connect(document, &Document::historyChanged, this, [this] {
        m_notifier->withdraw(undoneTold);
        updateHistory();
    });
    connect(document, &Document::savedChanged, this, &MainWindow::onSavedChanged);
    connect(document, &Document::changed, this, [this](const QSet<QString> &tables) {
        m_lastChanged = tables;
        m_status->forgetNews(); // of what was done before
        if (tables.contains(u"overview_workbook"_s))
            updateTitle();
    });
    connect(document, &Document::outsideChange, this,
            [this, document, known = identityOf(*document)]() mutable {
                const qint64 now = identityOf(*document);
                tellOutsideChange(isAnother(known, now));
                known = now;
            });
    connect(
        document, &Document::readFailed, this,
        [this](const Error &error) { m_notifier->report(error, unreadableMessage); },
        Qt::QueuedConnection); // pages read while they are laid out
    connect(document, &Document::freed, this, [this] {
        m_notifier->show({.text = tr("This workbook was closed elsewhere. Open it again to change it."),
                          .actions = {{tr("Open it again"), [this] { openFile(m_document->path()); }}},
                          .key = documentMessage});
    });
    connect(document, &Document::replaced, this, &MainWindow::onReplaced);
    QTimer::singleShot(backupDelayMs, document, [this, document] {
        if (const auto done = document->backUp(); !done)
            m_notifier->report(done.error());
    });
}

void MainWindow::tellOutsideChange(bool another)
{
    const QString changed = tr("The workbook was changed elsewhere. You see the new state.");
    const QString replaced
        = tr("Another workbook was copied over this file while it was open. You see that one now; what stood "
             "here before, and what was waiting in a field, is not in it. “Open a backup” in the menu "
             "“File” may have it.");
    m_notifier->show({.severity = another ? Severity::Error : Severity::Info,
                      .text = another ? replaced : changed,
                      .key = outsideMessage});
}

// What could not be done because the disk was full needs no word any more once there is room.
void MainWindow::onSavedChanged(bool saved)
{
    const QStringList texts = m_notifier->texts();
    if (!saved)
        m_toldBefore = texts;
    for (const QString &text : texts)
        if (saved && !m_toldBefore.contains(text))
            m_notifier->withdraw(text); // reported errors have their text as key
    updateState();
}

void MainWindow::onReplaced()
{
    m_gone = true;
    m_notifier->withdraw(outsideMessage); // what is seen is not the new state any more
    m_notifier->show({.severity = Severity::Error,
                      .text = m_document->isTakenOver()
                          ? m_document->whyOnlyRead()
                          : tr("The file was moved, deleted or replaced, so nothing can be saved in it any "
                               "more. Save a copy of what you see here, or open the file again."),
                      .actions = {{tr("Save a copy…"), [this] { saveCopy(); }}},
                      .key = documentMessage});
    updateState();
}

void MainWindow::describeReadOnly()
{
    if (!m_document->isReadOnly())
        return;
    QList<Message::Action> actions{{tr("Save a copy…"), [this] { saveCopy(); }}};
    if (m_document->mayBeTakenOver())
        actions.append({tr("Take it over…"), [this] { takeOver(); }});
    m_notifier->show({.severity = Severity::Info,
                      .text = m_document->whyOnlyRead(),
                      .actions = actions,
                      .key = documentMessage});
}

// One field that waits to be mended stops nothing else, but what is made without it must say so.
void MainWindow::describeRefused()
{
    const RefusedEntry entry = *m_typing->refused();
    const QString text = entry.columns.isEmpty()
        ? tr("“%1” can’t be taken as it stands. It waits in its field and is not in the file.")
        : tr("“%1” could not be written. It waits in its field and is not in the file.");
    m_notifier->show({.severity = Severity::Warning,
                      .text = text.arg(entry.name),
                      .actions = {{tr("Show it"),
                                   [this, entry] {
                                       m_workbook->showRow(entry.table, entry.row);
                                       if (entry.control)
                                           entry.control->setFocus(Qt::OtherFocusReason);
                                   }}},
                      .key = refusedMessage});
}

void MainWindow::onTyping()
{
    // What only waits is in the copy, too; what is typed now is not.
    m_rescued = m_rescued && (!m_typing->any() || m_typing->refused());
    updateHistory();
    updateState();
}

void MainWindow::updateState()
{
    using State = StatusLine::State;
    const auto refused = m_typing->refused();
    if (!refused)
        m_notifier->withdraw(refusedMessage);
    m_status->setState(!m_document                    ? State::NoDocument
                           : m_gone                   ? State::Gone
                           : m_document->isReadOnly() ? State::ReadOnly
                           : !m_document->allSaved()  ? State::NotSaved
                           : refused                  ? State::Refused
                           : m_typing->any()          ? State::Typing
                                                      : State::Saved,
                       refused ? refused->name : QString());
}

bool MainWindow::mayClose()
{
    const bool written = m_typing->commit();
    if (m_gone ? m_rescued : written && m_document->allSaved())
        return true;
    const auto refused = m_typing->refused();
    QString question = tr("The last change could not be saved. Keep the workbook open to mend that?");
    if (m_gone)
        question = tr(
            "The file was moved, deleted or replaced since it was opened, or taken over. Keep the workbook "
            "open to save a copy of what you see here?");
    else if (refused && refused->columns.isEmpty())
        question = tr("“%1” can’t be taken as it stands, so it is not saved. Keep the workbook open to mend "
                      "that?")
                       .arg(refused->name);
    else if (refused)
        question
            = tr("“%1” could not be written into the file, so it is not saved. Keep the workbook open to "
                 "mend that?")
                  .arg(refused->name);
    return m_notifier->questions().choose(this, question, {tr("Keep open"), tr("Close without it")}) == 1;
}

// Writes into a copy what only waits because the workbook's own file does not take it; returns the names of
// what is still missing there.
QStringList MainWindow::completeCopy(const QString &path) const
{
    QList<RefusedEntry> waiting = m_typing->allRefused();
    const auto unread = std::stable_partition(
        waiting.begin(), waiting.end(), [](const RefusedEntry &entry) { return !entry.columns.isEmpty(); });
    QStringList missing;
    for (auto entry = unread; entry != waiting.end(); ++entry)
        missing.append(tr("“%1”").arg(entry->name));
    waiting.remove(unread - waiting.begin(), waiting.end() - unread);
    if (waiting.isEmpty())
        return missing;
    const auto copy = Document::open(path, m_parts.documentOptions);
    const bool done = copy
        && (*copy)
               ->edit(tr("Write what was waiting"),
                      [&waiting](const Database &database) {
                          for (const RefusedEntry &entry : waiting)
                              writeRow(database, entry.table, entry.row, entry.columns);
                      })
               .ok();
    for (const RefusedEntry &entry : waiting)
        if (!done)
            missing.append(tr("“%1”").arg(entry.name));
    return missing;
}
