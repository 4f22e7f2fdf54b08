#pragma once

#include "models/funnel/query/query_figures.h"
#include "widgets/funnel/import_job.h"
#include "widgets/shell/page_view.h"

#include <QDialog>

class InlineBar;
class QComboBox;
class QFormLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTableWidget;
class TextLabel;
enum class Severity;

// Fetches stage counts from a database: a query, saved by name or new, what it returns beside the numbers of
// the workbook, and then all of it taken over in one step. Not modal; the password stays in its field.
class QueryDialog : public QDialog
{
    Q_OBJECT

public:
    QueryDialog(const PageContext &page, QWidget *parent);

    bool isWorking() const { return m_job.isRunning(); }

private:
    QWidget *buildQuery();
    QWidget *buildAnswer();
    QFormLayout *buildConnection();
    QLayout *buildButtons();

    void offerSaved();
    void useSaved();
    void showDriver();
    void save();
    void removeSaved();
    void run();
    void stop();
    void onAnswer(const Result<QueryTable> &table);
    void showPlan(bool readOnly);
    void take();
    void forgetPlan();
    void refreshButtons();
    void say(Severity severity, const QString &text);
    SavedQuery query() const;

    const PageContext m_page;
    ImportJob m_job;
    SavedQuery m_asked; // whose answer is shown
    std::optional<QueryPlan> m_plan;

    QComboBox *m_saved = nullptr;
    QPushButton *m_remove = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_driver = nullptr;
    QLineEdit *m_host = nullptr;
    QSpinBox *m_port = nullptr;
    QLineEdit *m_database = nullptr;
    QLabel *m_databaseLabel = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QComboBox *m_grain = nullptr;
    QFormLayout *m_form = nullptr;
    QPlainTextEdit *m_sql = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_run = nullptr;
    QPushButton *m_stop = nullptr;
    QProgressBar *m_busy = nullptr;
    QHBoxLayout *m_messageSpace = nullptr;
    QPointer<InlineBar> m_message;
    QTableWidget *m_table = nullptr;
    TextLabel *m_summary = nullptr;
    QPushButton *m_take = nullptr;
};
