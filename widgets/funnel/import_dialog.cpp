#include "widgets/funnel/import_dialog.h"

#include "models/funnel/funnel_store.h"
#include "models/funnel/import/column_remarks.h"
#include "models/funnel/import/deal_comparison.h"
#include "models/funnel/import/deal_store.h"
#include "models/funnel/import/typed_numbers.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/controls/sub_tabs.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/import_joins.h"
#include "widgets/funnel/import_mappings.h"
#include "widgets/funnel/import_meanings.h"
#include "widgets/funnel/import_placeholders.h"
#include "widgets/funnel/import_preview.h"
#include "widgets/funnel/import_remarks.h"
#include "widgets/funnel/import_run.h"
#include "widgets/funnel/import_texts.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/unsaved_typing.h"

#include <QComboBox>
#include <QDropEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

enum PageIndex { StartPage, ReadingPage, PlanPage, DonePage };

QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

ImportDialog::ImportDialog(const PageContext &page, QWidget *parent)
    : QDialog(parent)
    , m_page(page)
    , m_stages(readFunnel(page.document).stages)
    , m_pages(new QStackedWidget(this))
    , m_errorSpace(new QHBoxLayout)
{
    setWindowTitle(tr("Import from CRM"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    setAcceptDrops(true);
    for (QWidget *content : {buildStart(), buildReading(), buildPlan(), buildDone()})
        m_pages->addWidget(content);
    auto *column = new QVBoxLayout(this);
    column->addLayout(m_errorSpace);
    column->addWidget(m_pages, 1);
    resize(QSize(em(this, 68), em(this, 40)).boundedTo(screen()->availableSize() * 0.94));
    connect(&page.document, &Document::changed, this, &ImportDialog::onDocumentChanged);
    connect(&page.document, &Document::historyChanged, this, [this] {
        m_undo->setEnabled(m_page.document.canUndo() && !m_undoLabel.isEmpty()
                           && m_page.document.undoLabel() == m_undoLabel);
    });
}

void ImportDialog::begin()
{
    m_wayBack = {};
    if (m_pages->currentIndex() == DonePage) {
        delete m_error;
        m_pages->setCurrentIndex(StartPage);
    }
    show();
    raise();
    activateWindow();
    setAttribute(Qt::WA_KeyboardFocusChange); // who came by keyboard sees where it is
    if (m_pages->currentIndex() == StartPage)
        m_choose->setFocus(Qt::TabFocusReason);
}

void ImportDialog::done(int result)
{
    QDialog::done(result);
    if (const auto back = std::exchange(m_wayBack, {}))
        back();
}

std::optional<QString> ImportDialog::askForFile()
{
    return m_page.notifier.questions().openFile(
        this,
        {.title = tr("Import from CRM"),
         .suggestion = m_file.path,
         .filter = tr("Tables (*.csv *.xlsx *.xlsm *.tsv *.tab *.txt);;All files (*)")});
}

void ImportDialog::chooseFile()
{
    if (const auto path = askForFile())
        setFile(*path);
}

void ImportDialog::addFile()
{
    const auto path = askForFile();
    if (!path)
        return;
    TableFormat format = m_file.format;
    format.added.append(*path);
    format.takesLikeliestKey = true; // shown, and to be corrected
    readAgain(format);
}

void ImportDialog::setFile(const QString &path)
{
    look(path, {});
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent *event)
{
    setFile(droppedFile(event->mimeData()));
    event->acceptProposedAction();
}

// Enter in a field confirms the field and does not import.
void ImportDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QDialog::keyPressEvent(event);
}

void ImportDialog::readAgain(const TableFormat &format)
{
    look(m_file.path, format, true);
}

void ImportDialog::look(const QString &path, const TableFormat &format, bool keepsAnswers)
{
    delete m_error;
    m_plan.reset();
    if (m_pages->currentIndex() != ReadingPage)
        m_pageBefore = m_pages->currentIndex();
    m_readingText->setText(tr("Reading “%1”…").arg(QFileInfo(path).fileName()));
    m_reading->setValue(0);
    m_pages->setCurrentIndex(ReadingPage);
    m_job.start<ImportFile>(
        [path, format](const Progress &progress) { return lookAtFile(path, format, progress); },
        [this, keepsAnswers](const Result<ImportFile> &file) { onLooked(file, keepsAnswers); });
}

// What was shown before still stands, with the choices that led to it.
void ImportDialog::showPageBefore()
{
    m_pages->setCurrentIndex(m_pageBefore);
    if (m_pageBefore != PlanPage)
        return;
    showFile();
    plan();
}

void ImportDialog::onLooked(const Result<ImportFile> &file, bool keepsAnswers)
{
    if (!file) {
        showPageBefore();
        return showError(file.error());
    }
    if (keepsAnswers)
        m_decisions = decisionsThatStand(m_decisions, m_file.columns, file->profile);
    else
        m_decisions = {};
    m_file = *file;
    showFile();
    if (!keepsAnswers)
        proposeMapping();
    plan();
    m_pages->setCurrentIndex(PlanPage);
    if (keepsAnswers)
        return m_preview->setFocus();
    m_answers->verticalScrollBar()->setValue(0); // where it was belongs to the file before
    m_preview->setCurrentCell(0, 0); // shows where the keyboard is
    m_preview->scrollToTop();
    m_preview->setFocus(Qt::TabFocusReason);
}

void ImportDialog::showFile()
{
    m_fileName->setText(m_file.name());
    m_fileName->setToolTip(m_file.path);
    const QString facts = tr("%1 · rows: %2 · columns: %3")
                              .arg(m_file.description, QLocale().toString(m_file.profile.rows),
                                   QLocale().toString(m_file.columns.size()));
    const QStringList unread = m_file.sheetsNotRead();
    m_fileFacts->setText(unread.isEmpty()
                             ? facts
                             : tr("%1 · sheets with the same columns, not read: %2", "facts, their names")
                                   .arg(facts, unread.join(u", "_s)));
    m_encoding->setCurrentIndex(
        m_encoding->findData(static_cast<int>(m_file.format.encoding.value_or(TextEncoding::Utf8))));
    m_separator->setCurrentIndex(m_separator->findData(int(m_file.format.separator)));
    m_encoding->setVisible(m_file.format.encoding.has_value());
    m_separator->setVisible(m_file.format.encoding.has_value());
    {
        const QSignalBlocker quiet(m_headerLine);
        m_headerLine->setValue(static_cast<int>(m_file.format.headerLine.value_or(0)));
    }
    m_sheet->clear();
    m_sheet->addItems(m_file.sheets);
    if (!m_file.sheetsAlike.isEmpty())
        m_sheet->addItem(
            tr("All sheets with these columns (%1)").arg(QLocale().toString(m_file.sheetsAlike.size())));
    m_sheet->setCurrentIndex(m_file.format.allSheets
                                 ? m_sheet->count() - 1
                                 : static_cast<int>(m_file.sheets.indexOf(m_file.format.sheet)));
    m_sheet->setVisible(m_file.sheets.size() > 1);
    m_joins->setJoins(m_file.joins);
    showGroups();
    m_preview->setFile(m_file);
    m_tabs->setCurrentIndex(0);
    m_mappings->setNames(savedMappings(m_page.document));
}

// Each choice with the columns that are then carried down.
void ImportDialog::showGroups()
{
    const QStringList &groups = m_file.groupColumns;
    m_groups->clear();
    if (!groups.isEmpty())
        m_groups->addItem(tr("Groups by %1: carried down").arg(QLocale().createSeparatedList(groups)),
                          groups);
    m_groups->addItem(tr("Blank cells stay blank"), QStringList());
    if (groups.isEmpty() || m_file.format.keepsBlanks)
        m_groups->setCurrentIndex(m_groups->count() - 1);
    for (const QString &column : m_file.columnsToCarryDown())
        m_groups->addItem(tr("Carry “%1” down into blank cells").arg(column),
                          m_file.format.keepsBlanks ? QStringList(column) : groups + QStringList(column));
    m_groups->setToolTip(m_groups->currentText()); // names of columns may be longer than the box
    m_groups->setVisible(m_groups->count() > 1);
}

void ImportDialog::chooseGroups(int index)
{
    TableFormat format = m_file.format;
    const QStringList columns = m_groups->itemData(index).toStringList();
    format.keepsBlanks = columns.isEmpty();
    if (!columns.isEmpty())
        format.carriedDown = columns;
    readAgain(format);
}

// How the last import took the same columns; or the saved mapping whose columns the file has, the one with
// most columns first.
void ImportDialog::proposeMapping()
{
    m_asChosen.reset();
    QString best;
    qsizetype mostColumns = 0;
    for (const QString &name : savedMappings(m_page.document)) {
        const auto mapping = savedMapping(m_page.document, name);
        if (!mapping || !mapping->missingIn(m_file.columns).isEmpty()
            || mapping->columns.size() <= mostColumns)
            continue;
        best = name;
        mostColumns = mapping->columns.size();
        m_decisions.saved = *mapping;
    }
    m_mappings->setCurrent(best);
    const auto proposed = m_decisions.saved;
    m_lastImport = lastImportOf(m_page.document, m_file, proposed);
    m_mappings->offerLastImport(m_lastImport && m_lastImport != proposed);
    if (m_lastImport)
        useLastImport();
}

void ImportDialog::useLastImport()
{
    m_asChosen.reset();
    m_decisions = {};
    takeAsBefore(*m_lastImport, m_decisions);
}

void ImportDialog::useMapping(const QString &name)
{
    delete m_error;
    ImportDecisions decisions;
    if (!name.isEmpty()) {
        const auto mapping = savedMapping(m_page.document, name);
        if (!mapping) {
            m_mappings->setCurrent({});
            return showError(mapping.error());
        }
        decisions.saved = *mapping;
        if (const QStringList missing = mapping->missingIn(m_file.columns); !missing.isEmpty())
            showError({Error::Code::Refused, missingColumnsText(name, missing)});
    }
    m_decisions = decisions;
    m_asChosen.reset();
    plan();
}

void ImportDialog::saveMappingAs(const QString &name)
{
    if (!m_plan)
        return;
    if (const auto saved = saveMapping(m_page.document, name, m_plan->mapping); !saved)
        return showError(saved.error());
    m_mappings->setNames(savedMappings(m_page.document));
    m_mappings->setCurrent(name);
    m_asChosen = m_plan->mapping;
    markMapping();
}

void ImportDialog::plan()
{
    m_plan.reset();
    m_comparison.stop();
    m_changes->hide();
    m_mappings->setCanSave(false);
    showBlocked(tr("Working out what the import would do…"));
    m_job.start<ImportPlan>(
        [file = m_file, in = importContextOf(m_page.document, QLocale()), decisions = m_decisions](
            const Progress &progress) { return planImport(file, in, decisions, progress); },
        [this](const Result<ImportPlan> &planned) { onPlanned(planned); });
}

void ImportDialog::onPlanned(const Result<ImportPlan> &planned)
{
    if (!planned) {
        showBlocked({});
        return showError(planned.error());
    }
    m_plan = *planned;
    if (!m_asChosen)
        m_asChosen = m_plan->mapping;
    markMapping();
    showPlan();
    compareWithWorkbook();
}

void ImportDialog::markMapping()
{
    m_mappings->setChanged(m_plan && m_asChosen && m_plan->mapping != *m_asChosen);
}

void ImportDialog::compareWithWorkbook()
{
    m_comparison.stop();
    m_changes->hide(); // until it is known anew
    if (!hasDeals(m_page.document) || m_plan->report.taken == 0 || !m_page.document.checkFile())
        return;
    m_comparison.start<ImportChanges>(
        [file = m_file, workbook = m_page.document.path(), mapping = m_plan->mapping, stages = m_stages](
            const Progress &progress) { return compareImport(file, workbook, mapping, stages, progress); },
        [this](const Result<ImportChanges> &changes) {
            if (changes && m_pages->currentIndex() == PlanPage)
                showChanges(*changes);
        });
}

void ImportDialog::showChanges(const ImportChanges &changes)
{
    m_changes->setRole(changes.updated > 0 ? Theme::Role::Warning : Theme::Role::Muted);
    m_changes->setText(changesInWorkbook(changes));
    m_changes->show();
}

void ImportDialog::showPlan()
{
    const ImportReport &report = m_plan->report;
    const QLocale locale;
    m_preview->setRoles(m_plan->mapping);
    m_meanings->setPlan(m_file, *m_plan, m_stages);
    m_placeholders->setPlan(m_file, m_plan->mapping);
    m_refused->setRemarks(report.refusedRows, report.refused, m_file.name());
    m_remarks->setRemarks(report.remarks, report.remarks.size(), m_file.name());
    m_tabs->setTabText(0, tr("First rows"));
    m_tabs->setTabText(1, tr("Refused rows (%1)").arg(locale.toString(report.refused)));
    m_tabs->setTabText(2, tr("Remarks (%1)").arg(locale.toString(report.remarks.size())));
    m_forecast->setText(importForecast(*m_plan));
    m_mappings->setCanSave(!m_page.document.isReadOnly());
    QString missing = whatIsMissing(m_file, *m_plan);
    if (m_page.document.isReadOnly())
        missing = tr("This workbook can only be read here, so nothing can be imported into it.");
    showBlocked(missing);
    m_question->setVisible(!m_plan->questions.isEmpty());
    m_import->setEnabled(missing.isEmpty());
    if (missing.isEmpty()) {
        m_blocked->setRole(Theme::Role::Muted);
        m_blocked->setText(whatToKnow(*m_plan));
        m_blocked->setVisible(!m_blocked->text().isEmpty());
    }
}

void ImportDialog::showBlocked(const QString &reason)
{
    m_import->setEnabled(false);
    m_import->setAccessibleDescription(reason);
    m_blocked->setRole(m_plan ? Theme::Role::Warning : Theme::Role::Muted);
    m_blocked->setText(reason);
    m_blocked->setVisible(!reason.isEmpty());
}

void ImportDialog::runImportNow()
{
    if (!m_plan)
        return;
    m_page.typing.commit(); // what cannot be taken waits in its field; the import does not depend on it
    delete m_error;
    m_comparison.stop();
    m_import->setEnabled(false);
    const auto outcome = runImport(m_page.document, m_file, m_plan->mapping, m_stages, this);
    m_import->setEnabled(true);
    if (outcome)
        showOutcome(*outcome);
    else
        showError(outcome.error());
}

void ImportDialog::showOutcome(const ImportOutcome &outcome)
{
    m_comparison.stop();
    m_wayBack = {}; // what came of it is on the page beneath
    const bool hasChanged = outcome.added + outcome.updated > 0;
    m_undoLabel = hasChanged ? m_page.document.undoLabel() : QString();
    m_doneTitle->setText(hasChanged ? tr("“%1” is imported").arg(m_file.name())
                                    : tr("The workbook already has all of “%1”").arg(m_file.name()));
    const QString typed = typedBeforeImportedText(m_page.document, outcome, QLocale());
    m_doneText->setText(QStringList{importSummary(outcome, *m_plan), typed}.join(u'\n').trimmed());
    m_doneText->show();
    m_doneHint->setText(hasChanged ? tr("Undo takes the whole import back in one step.")
                                   : tr("Nothing was changed, so there is nothing to undo."));
    m_undo->setVisible(hasChanged);
    m_undo->setEnabled(hasChanged);
    m_doneRefused->setRemarks(outcome.report.refusedRows, outcome.report.refused, m_file.name());
    m_doneRefused->setVisible(outcome.report.refused > 0);
    m_pages->setCurrentIndex(DonePage);
    m_showFunnel->setVisible(m_page.go != nullptr);
    // Rather than Undo: Enter must not take back what was just done.
    (m_page.go ? m_showFunnel : m_doneClose)->setFocus();
}

void ImportDialog::undoImport()
{
    if (const auto undone = m_page.document.undo(); !undone)
        return showError(undone.error());
    m_undoLabel.clear(); // no second time: the step before may be an import of the same name
    m_undo->setEnabled(false);
    m_doneTitle->setText(tr("The import was undone"));
    m_doneText->hide(); // of what is in the workbook no more
    m_doneHint->setText(tr("The workbook is as it was before. Redo brings the import back."));
}

void ImportDialog::showError(const Error &error)
{
    delete m_error;
    const bool isCancelled = error.code == Error::Code::Cancelled;
    m_error = new InlineBar(
        isCancelled ? Severity::Info : Severity::Error,
        isCancelled ? tr("The import was cancelled. The workbook is as it was.") : error.message, this);
    m_errorSpace->addWidget(m_error);
}

void ImportDialog::onDocumentChanged(const QSet<QString> &tables)
{
    if (tables.contains(u"funnel_mapping"_s)) {
        m_mappings->setNames(savedMappings(m_page.document));
        markMapping();
    }
    if (!tables.intersects(funnelTables()))
        return;
    if (tables.contains(u"funnel_import"_s) && m_plan && m_pages->currentIndex() == PlanPage)
        compareWithWorkbook();
    const QList<Stage> stages = readFunnel(m_page.document).stages;
    if (stages == m_stages)
        return;
    m_stages = stages;
    if (m_pages->currentIndex() == PlanPage)
        plan();
}
