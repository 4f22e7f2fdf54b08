// The ways of MainWindow to open, make, copy and bring back files.

#include "models/exchange/starter.h"
#include "models/worksheet/date_text.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/settings.h"
#include "widgets/shell/unsaved_typing.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

constexpr auto copyMessage = "copy"_L1;

QString workbookFilter()
{
    return MainWindow::tr("Workbooks (*.smarketing)");
}

// The names of backups begin with their dates.
QString dateOf(const QString &backup)
{
    const QString name = QFileInfo(backup).completeBaseName();
    const QDate date = QDate::fromString(name.section(u'_', 0, 0), Qt::ISODate);
    return date.isValid() ? shortDate(date, QLocale()) : name;
}

} // namespace

void MainWindow::openFile(const QString &path)
{
    const bool here = m_document && QFileInfo(path) == QFileInfo(m_document->path());
    if (here && !m_gone && m_document->readOnly() != Document::ReadOnly::OpenElsewhere)
        return;
    auto opened = Document::open(path, documentOptions());
    if (!opened)
        return reportUnopened(path, opened.error());
    if (closeFile())
        adopt(std::move(*opened));
}

Document::Options MainWindow::documentOptions() const
{
    Document::Options options = m_parts.documentOptions;
    options.author = m_settings.name();
    return options;
}

// From another machine that is gone, or so the user says.
void MainWindow::takeOver()
{
    const int answer
        = m_notifier->questions()
              .choose(this,
                      tr("Take over only what is not open there any more: whoever still works on it "
                         "could write nothing from then on."),
                      {tr("Only read it"), tr("Take it over")})
              .value_or(0);
    if (answer == 0)
        return;
    Document::Options options = documentOptions();
    options.takeOver = true;
    auto opened = Document::open(m_document->path(), options);
    if (!opened)
        return m_notifier->report(opened.error());
    if (closeFile())
        adopt(std::move(*opened));
}

void MainWindow::newFile(const QString &starter, const QString &path)
{
    auto made = newWorkbook(path, starter, {}, m_catalogue, documentOptions());
    if (!made)
        return m_notifier->report(made.error());
    if (closeFile())
        adopt(std::move(*made));
}

void MainWindow::reportUnopened(const QString &path, const Error &error)
{
    const bool wasWorkbook = error.code == Error::Code::Damaged
        || (error.code == Error::Code::NotOurs && path.endsWith(u".smarketing"_s, Qt::CaseInsensitive))
        || (error.code == Error::Code::NotFound
            && !Document::newestBackup(path, m_parts.documentOptions).isEmpty());
    if (!wasWorkbook)
        return m_notifier->report(error);
    m_notifier->show(
        {.severity = Severity::Error, .text = error.message, .actions = {openingOfBackup(path)}});
}

Message::Action MainWindow::openingOfBackup(const QString &path)
{
    const QString backup = Document::newestBackup(path, m_parts.documentOptions);
    if (backup.isEmpty())
        return {tr("Look for a backup…"), [this, path] { lookForBackup(path); }};
    return {tr("Open the backup of %1…").arg(dateOf(backup)),
            [this, path, backup] { bringBack(path, backup); }};
}

void MainWindow::chooseFile()
{
    const QString folder = m_document ? QFileInfo(m_document->path()).absolutePath()
                                      : folderFor(QStandardPaths::DocumentsLocation);
    if (const auto path
        = m_notifier->questions().openFile(this, {tr("Open a workbook"), folder, workbookFilter()}))
        openFile(*path);
}

void MainWindow::chooseNewFile(const QString &starter)
{
    const QString name = starter == u"example"_s ? tr("Example") : tr("New workbook");
    const auto path = m_notifier->questions().saveFile(
        this,
        {.title = tr("Where should the new workbook lie?"),
         .suggestion = QDir(folderFor(QStandardPaths::DocumentsLocation)).filePath(name + u".smarketing"_s),
         .filter = workbookFilter(),
         .suffix = u"smarketing"_s,
         .mayReplace = false});
    if (path)
        newFile(starter, *path);
}

void MainWindow::saveCopy()
{
    if (!m_document)
        return;
    m_typing->commit();
    const QFileInfo info(m_document->path());
    const QString suggested = tr("%1 copy").arg(info.completeBaseName()) + u".smarketing"_s;
    const auto path = m_notifier->questions().saveFile(this,
                                                       {.title = tr("Save a copy"),
                                                        .suggestion = info.dir().filePath(suggested),
                                                        .filter = workbookFilter(),
                                                        .suffix = u"smarketing"_s});
    if (!path)
        return;
    if (const auto done = m_document->saveCopy(*path); !done)
        return m_notifier->report(done.error(), copyMessage);
    m_notifier->withdraw(copyMessage);
    const QString name = QDir::toNativeSeparators(*path);
    const QStringList missing = completeCopy(*path);
    m_rescued = missing.isEmpty();
    m_notifier->show(
        {.severity = missing.isEmpty() ? Severity::Done : Severity::Warning,
         .text = missing.isEmpty()
             ? tr("Copy saved as %1.").arg(name)
             : tr("Copy saved as %1, but without what was typed into %2.").arg(name, missing.join(tr(", "))),
         .actions = {{tr("Open the copy"), [this, path] { openFile(*path); }}}});
}

void MainWindow::chooseBackup(const QString &path)
{
    if (Document::newestBackup(path, m_parts.documentOptions).isEmpty()) {
        m_notifier->show({.text = tr("There is no backup of this workbook yet. One is made each day that "
                                     "it is opened.")});
        return;
    }
    lookForBackup(path);
}

// Among those of this file; or, where it lay elsewhere when they were made, among all.
void MainWindow::lookForBackup(const QString &path)
{
    QDir folder(Document::backupFolder(path, m_parts.documentOptions));
    if (!folder.exists())
        folder.setPath(QFileInfo(folder.path()).path());
    if (const auto backup = m_notifier->questions().openFile(
            this,
            {.title = tr("Which day’s backup?"), .suggestion = folder.path(), .filter = workbookFilter()}))
        bringBack(path, *backup);
}

// As a workbook of its own beside the present one, so that neither backup nor present state is lost.
void MainWindow::bringBack(const QString &path, const QString &backup)
{
    const QFileInfo present(path);
    const QString date = QFileInfo(backup).completeBaseName();
    //: The name of a file; %1 the workbook's name, %2 a date such as 2026-11-14.
    const QString name = tr("%1 of %2").arg(present.completeBaseName(), date) + u".smarketing"_s;
    const auto target = m_notifier->questions().saveFile(
        this,
        {.title = tr("Where should the workbook of %1 lie?").arg(dateOf(backup)),
         .suggestion = present.dir().filePath(name),
         .filter = workbookFilter(),
         .suffix = u"smarketing"_s,
         .mayReplace = false});
    if (!target)
        return;
    QFile from(backup);
    if (!from.copy(*target)) {
        return m_notifier->report({Error::Code::ReadOnly,
                                   tr("%1 could not be written. Choose another name or folder.")
                                       .arg(QDir::toNativeSeparators(*target)),
                                   from.errorString()});
    }
    openFile(*target);
}
