#pragma once

#include "models/funnel/import/import_plan.h"
#include "widgets/funnel/import_job.h"
#include "widgets/shell/page_view.h"

#include <QDialog>

class ImportJoins;
class ImportMappings;
class ImportMeanings;
class ImportPlaceholders;
class ImportPreview;
class ImportRemarks;
class InlineBar;
class QComboBox;
class QHBoxLayout;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QSpinBox;
class QStackedWidget;
class SubTabs;
class TextLabel;
struct ImportChanges;
struct ImportOutcome;

// Imports the table of a CRM: shows what the file is, how its columns and stages were understood and what
// would come of it; takes corrections; imports in one step that can be undone. Not modal.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(const PageContext &page, QWidget *parent);

    void begin(); // shows the window; after a finished import it asks for the next file
    // What is done once it is closed without an import since begin().
    void setWayBack(std::function<void()> back) { m_wayBack = std::move(back); }
    void setFile(const QString &path);
    void chooseFile();
    void addFile(); // to be joined to the one that is shown

    void done(int result) override;
    bool isWorking() const { return m_job.isRunning() || m_comparison.isRunning(); }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildStart();
    QWidget *buildReading();
    QWidget *buildPlan();
    QWidget *buildFileStrip();
    void buildJoinChoices(QWidget *strip);
    void buildFormatChoices(QWidget *strip);
    QWidget *buildTables();
    QWidget *buildAnswers();
    void takeAnswers();
    QWidget *buildFoot();
    QWidget *buildDone();

    std::optional<QString> askForFile();
    void look(const QString &path, const TableFormat &format, bool keepsAnswers = false);
    void readAgain(const TableFormat &format); // answers stay where their question still stands
    void onLooked(const Result<ImportFile> &file, bool keepsAnswers);
    void showPageBefore(); // nothing else was read
    void showGroups();
    void chooseGroups(int index);
    void showFile();
    void proposeMapping();
    void plan(); // anew, with the present decisions
    void onPlanned(const Result<ImportPlan> &plan);
    void showPlan();
    void markMapping(); // where it is not as it was chosen
    void compareWithWorkbook();
    void showChanges(const ImportChanges &changes);
    void showBlocked(const QString &reason);
    void runImportNow();
    void showOutcome(const ImportOutcome &outcome);
    void undoImport();
    void showError(const Error &error);
    void useMapping(const QString &name);
    void useLastImport();
    void saveMappingAs(const QString &name);
    void onDocumentChanged(const QSet<QString> &tables);

    const PageContext m_page;
    ImportJob m_job;
    ImportJob m_comparison; // with the workbook, once it is known what the import would bring
    QList<Stage> m_stages;
    ImportFile m_file;
    ImportDecisions m_decisions;
    std::optional<ImportMapping> m_lastImport; // where it took a table like this one
    std::optional<ImportPlan> m_plan; // empty while it is worked out
    std::optional<ImportMapping> m_asChosen; // the mapping before anything was corrected
    QString m_undoLabel; // of the import just made

    std::function<void()> m_wayBack;

    QStackedWidget *m_pages;
    int m_pageBefore = 0; // before a file was read
    QHBoxLayout *m_errorSpace;
    QPointer<InlineBar> m_error;
    QPushButton *m_choose = nullptr;
    TextLabel *m_readingText = nullptr;
    QProgressBar *m_reading = nullptr;
    TextLabel *m_fileName = nullptr;
    TextLabel *m_fileFacts = nullptr;
    QComboBox *m_encoding = nullptr;
    QComboBox *m_separator = nullptr;
    QSpinBox *m_headerLine = nullptr;
    QComboBox *m_sheet = nullptr;
    ImportJoins *m_joins = nullptr;
    QComboBox *m_groups = nullptr;
    ImportMappings *m_mappings = nullptr;
    SubTabs *m_tabs = nullptr;
    QStackedWidget *m_tables = nullptr;
    ImportPreview *m_preview = nullptr;
    ImportRemarks *m_refused = nullptr;
    ImportRemarks *m_remarks = nullptr;
    QScrollArea *m_answers = nullptr;
    ImportMeanings *m_meanings = nullptr;
    ImportPlaceholders *m_placeholders = nullptr;
    TextLabel *m_forecast = nullptr;
    TextLabel *m_changes = nullptr;
    TextLabel *m_blocked = nullptr;
    QPushButton *m_question = nullptr;
    QPushButton *m_import = nullptr;
    TextLabel *m_doneTitle = nullptr;
    TextLabel *m_doneText = nullptr;
    TextLabel *m_doneHint = nullptr;
    ImportRemarks *m_doneRefused = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_showFunnel = nullptr;
    QPushButton *m_doneClose = nullptr;
};
