#pragma once

#include "models/document/document.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/page_view.h"

#include <QMainWindow>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <memory>

class Appearance;
class FindDialog;
class HistoryDialog;
class HeaderBar;
class QStackedWidget;
class StartPage;
class StatusLine;
class WindowActions;
class WorkbookView;

// What the window shows and offers, but others do.
struct WindowParts
{
    PageFactory page;
    // Work on the open workbook; where one is missing, its action is not offered.
    using Task = std::function<void(const PageContext &, QWidget *window)>;
    Task exportPdf = {};
    Task print = {};
    Task importCrm = {};
    Document::Options documentOptions = {};
};

// The window: assembles header, navigation, pages, guide and status line around one open workbook, or shows
// the start page while there is none.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Settings &settings, Appearance &appearance, std::unique_ptr<Questions> questions,
               WindowParts parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    // Closes the workbook that is open, if all of it is saved. What goes wrong is said in the window.
    void openFile(const QString &path);
    void newFile(const QString &starter, const QString &path);
    bool closeFile();

    Document *document() const { return m_document.get(); }
    WorkbookView *workbook() const { return m_workbook; }
    Notifier &notifier() const { return *m_notifier; }
    WindowActions &actions() const { return *m_actions; }
    const Catalogue &catalogue() const { return m_catalogue; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void connectActions();
    void connectViewActions();
    void showStartPage();
    void showNoDocument();
    void adopt(std::unique_ptr<Document> document);
    void connectDocument();
    void describeReadOnly();
    void takeOver();
    Document::Options documentOptions() const;
    void askName();
    void enterName();

    void chooseFile();
    void chooseNewFile(const QString &starter);
    void saveCopy();
    void reportUnopened(const QString &path, const Error &error);
    void chooseBackup(const QString &path);
    Message::Action openingOfBackup(const QString &path);
    void lookForBackup(const QString &path);
    void bringBack(const QString &path, const QString &backup);
    void runTask(const WindowParts::Task &task);
    void undo();
    void redo();
    void find();
    void showHistory();
    void goBackTo(qint64 entry); // of the journal
    void openSettings();
    void about();

    void onSavedChanged(bool saved);
    void onReplaced();
    void tellOutsideChange(bool another);
    void onTyping();
    void describeRefused();
    bool mayClose();
    QStringList completeCopy(const QString &path) const;
    void takeStep(Result<void> (Document::*step)(), const QString &text);
    void tellStep(const QString &text, const QString &subject);
    void forgetSteps(); // what was told of them
    PageContext context() const;
    void applySettings();
    void updateTitle();
    void updateHistory();
    void updateState();
    void adaptToWidth();
    void fitScreen();

    Settings &m_settings;
    Appearance &m_appearance;
    const WindowParts m_parts;
    const Catalogue m_catalogue;
    std::unique_ptr<Document> m_document;
    Notifier *m_notifier;
    UnsavedTyping *m_typing;
    WindowActions *m_actions;
    HeaderBar *m_header;
    QStackedWidget *m_stack;
    StatusLine *m_status;
    StartPage *m_start = nullptr;
    WorkbookView *m_workbook = nullptr;
    FindDialog *m_find = nullptr;
    QPointer<HistoryDialog> m_history;
    QTimer m_outside; // looks for changes from outside
    QSize m_firstSize; // that nobody has chosen; empty: somebody has
    QSet<QString> m_lastChanged; // tables
    QStringList m_toldBefore; // what was told before the disk was full
    bool m_gone = false; // the file: nothing can be written any more
    bool m_rescued = false; // all of a file that is gone is in a copy
};
