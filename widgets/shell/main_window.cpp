#include "widgets/shell/main_window.h"

#include "widgets/shell/appearance.h"
#include "widgets/shell/find_dialog.h"
#include "widgets/shell/header_bar.h"
#include "widgets/shell/history_dialog.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/settings.h"
#include "widgets/shell/settings_dialog.h"
#include "widgets/shell/shortcuts_dialog.h"
#include "widgets/shell/start_page.h"
#include "widgets/shell/status_line.h"
#include "widgets/shell/theme.h"
#include "widgets/shell/unsaved_typing.h"
#include "widgets/shell/window_actions.h"
#include "widgets/shell/workbook_view.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QScreen>
#include <QStackedWidget>
#include <QTextEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr auto nameMessage = "name"_L1;
constexpr int lookOutsideMs = 2000;

// Whether the editor can take back typing of its own.
bool undoesItself(const QObject *object, bool redo)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(object))
        return redo ? line->isRedoAvailable() : line->isUndoAvailable();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(object))
        return redo ? text->document()->isRedoAvailable() : text->document()->isUndoAvailable();
    if (const auto *text = qobject_cast<const QTextEdit *>(object))
        return redo ? text->document()->isRedoAvailable() : text->document()->isUndoAvailable();
    return false;
}
} // namespace

MainWindow::MainWindow(Settings &settings, Appearance &appearance, std::unique_ptr<Questions> questions,
                       WindowParts parts, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_appearance(appearance)
    , m_parts(std::move(parts))
    , m_notifier(new Notifier(std::move(questions), this))
    , m_typing(new UnsavedTyping(this))
    , m_actions(new WindowActions(m_catalogue, this))
    , m_header(new HeaderBar(this))
    , m_stack(new QStackedWidget(this))
    , m_status(new StatusLine(this))
{
    layOut();
    connectActions();
    connectViewActions();
    connect(m_typing, &UnsavedTyping::changed, this, &MainWindow::onTyping);
    connect(m_typing, &UnsavedTyping::commitRefused, this, &MainWindow::describeRefused);
    connect(&m_settings, &Settings::changed, this, &MainWindow::applySettings);
    m_notifier->setRemedies([this](const Error &error) {
        return m_document && error.code == Error::Code::Damaged
            ? QList<Message::Action>{openingOfBackup(m_document->path())}
            : QList<Message::Action>();
    });
    m_outside.setInterval(lookOutsideMs);
    connect(&m_outside, &QTimer::timeout, this, [this] {
        if (m_document)
            m_document->checkOutside();
    });
    qApp->installEventFilter(this);
    applySettings();
    if (!restoreGeometry(m_settings.geometry())) {
        resize(QSize(em(this, 74), em(this, 46)).boundedTo(screen()->availableSize()));
        m_firstSize = size();
    }
    showNoDocument();
}

MainWindow::~MainWindow()
{
    // The pages look at the document until they are gone.
    delete m_history;
    delete m_find;
    delete m_workbook;
}

void MainWindow::layOut()
{
    m_actions->fillMenuBar(menuBar());
    m_header->addAction(m_actions->undo, tr("Undo"));
    m_header->addAction(m_actions->redo, tr("Redo"));
    m_header->addAction(m_actions->find, tr("Find"));
    if (m_parts.exportPdf)
        m_header->addAction(m_actions->exportPdf, tr("Export PDF"));
    m_actions->exportPdf->setVisible(static_cast<bool>(m_parts.exportPdf));
    m_actions->print->setVisible(static_cast<bool>(m_parts.print));
    m_actions->importCrm->setVisible(static_cast<bool>(m_parts.importCrm));
    auto *central = new QWidget(this);
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_notifier);
    column->addWidget(m_stack, 1);
    setCentralWidget(central);
    setStatusBar(m_status);
    setWindowIcon(themedIcon(u"org.smarketingworkbook.Workbook"_s));
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto &&run) { connect(action, &QAction::triggered, this, run); };
    on(m_actions->newBlank, [this] { chooseNewFile(u"blank"_s); });
    on(m_actions->newExample, [this] { chooseNewFile(u"example"_s); });
    on(m_actions->open, [this] { chooseFile(); });
    on(m_actions->saveCopy, [this] { saveCopy(); });
    on(m_actions->openBackup, [this] { chooseBackup(m_document->path()); });
    on(m_actions->importCrm, [this] { runTask(m_parts.importCrm); });
    on(m_actions->exportPdf, [this] { runTask(m_parts.exportPdf); });
    on(m_actions->print, [this] { runTask(m_parts.print); });
    on(m_actions->closeDocument, [this] {
        if (closeFile())
            showStartPage();
    });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->undo, [this] { undo(); });
    on(m_actions->redo, [this] { redo(); });
    on(m_actions->history, [this] { showHistory(); });
    on(m_actions->find, [this] { find(); });
    on(m_actions->settings, [this] { openSettings(); });
    on(m_actions->shortcuts, [this] {
        auto *dialog = new ShortcutsDialog(*menuBar(), m_workbook, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    on(m_actions->about, [this] { about(); });
    connect(m_actions, &WindowActions::recentChosen, this, &MainWindow::openFile);
    connect(m_actions, &WindowActions::tabChosen, this, [this](Tab tab) {
        if (!m_workbook)
            return;
        m_workbook->go(tab);
        m_workbook->focusPage();
    });
}

void MainWindow::connectViewActions()
{
    const auto on = [this](QAction *action, auto &&run) { connect(action, &QAction::triggered, this, run); };
    constexpr int step = 10;
    on(m_actions->zoomIn, [this] { m_settings.setZoom(m_settings.zoom() + step); });
    on(m_actions->zoomOut, [this] { m_settings.setZoom(m_settings.zoom() - step); });
    on(m_actions->zoomReset, [this] { m_settings.setZoom(100); });
    on(m_actions->systemTheme, [this] { m_settings.setTheme(ThemeMode::System); });
    on(m_actions->lightTheme, [this] { m_settings.setTheme(ThemeMode::Light); });
    on(m_actions->darkTheme, [this] { m_settings.setTheme(ThemeMode::Dark); });
    on(m_actions->fullScreen,
       [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
    on(m_actions->otherPart, [this] { m_workbook->focusOtherPart(); });
    on(m_actions->guide, [this](bool shown) {
        if (m_workbook)
            m_workbook->setGuideShown(shown);
    });
}

void MainWindow::showStartPage()
{
    if (!m_start) {
        m_start = new StartPage(m_settings, m_stack);
        m_stack->addWidget(m_start);
        connect(m_start, &StartPage::newRequested, this, &MainWindow::chooseNewFile);
        connect(m_start, &StartPage::openRequested, this, &MainWindow::chooseFile);
        connect(m_start, &StartPage::fileChosen, this, &MainWindow::openFile);
    }
    m_start->refresh();
    m_stack->setCurrentWidget(m_start);
    showNoDocument();
}

void MainWindow::showNoDocument()
{
    m_header->hide();
    m_actions->setDocumentOpen(false);
    updateTitle();
    updateHistory();
    updateState();
}

void MainWindow::adopt(std::unique_ptr<Document> document)
{
    m_notifier->withdrawAll();
    m_document = std::move(document);
    m_document->setAuthor(m_settings.name());
    m_settings.addRecentFile(m_document->path());
    connectDocument();
    m_workbook = new WorkbookView(context(), m_parts.page, m_stack);
    m_stack->addWidget(m_workbook);
    m_stack->setCurrentWidget(m_workbook);
    connect(m_workbook, &WorkbookView::guideShownChanged, m_actions->guide, &QAction::setChecked);
    connect(m_workbook, &WorkbookView::pageShown, this, &MainWindow::forgetSteps);
    m_actions->guide->setChecked(m_workbook->isGuideShown());
    m_actions->setDocumentOpen(true);
    m_actions->importCrm->setEnabled(!m_document->isReadOnly());
    m_header->show();
    m_workbook->setFocus();
    m_outside.start();
    describeReadOnly();
    askName();
    updateTitle();
    updateHistory();
    updateState();
    adaptToWidth();
}

void MainWindow::askName()
{
    if (!m_document || !m_settings.name().isEmpty() || m_settings.nameDeclined() || m_document->isReadOnly())
        return;
    m_notifier->show({.text = tr("Who is working on this? Your name is noted beside each change."),
                      .actions = {{tr("Enter name…"), [this] { enterName(); }}},
                      .key = nameMessage});
    if (const auto *bar = m_notifier->findChild<InlineBar *>(nameMessage))
        connect(bar, &InlineBar::closed, this, [this] { m_settings.setNameDeclined(true); });
}

// Closing the settings without a name declines nothing, and so the question comes back.
void MainWindow::enterName()
{
    m_settings.setNameDeclined(false); // by the bar that has closed
    openSettings();
    connect(findChild<SettingsDialog *>(), &QDialog::finished, this, &MainWindow::askName);
}

bool MainWindow::closeFile()
{
    if (!m_document)
        return true;
    if (!mayClose())
        return false;
    m_outside.stop();
    m_notifier->withdrawAll();
    delete m_history;
    delete m_find;
    m_find = nullptr;
    delete m_workbook;
    m_workbook = nullptr;
    m_document.reset();
    m_gone = false;
    return true;
}

void MainWindow::runTask(const WindowParts::Task &task)
{
    if (!m_document || !task)
        return;
    m_typing->commit();
    task(context(), this);
}

void MainWindow::find()
{
    if (!m_document)
        return;
    if (!m_find) {
        m_find = new FindDialog(*m_document, m_catalogue, this);
        connect(m_find, &FindDialog::chosen, m_workbook, &WorkbookView::showHit);
    }
    m_typing->commit();
    m_find->start();
}

void MainWindow::openSettings()
{
    auto *dialog = new SettingsDialog(m_settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::about()
{
    auto *box
        = new QMessageBox(QMessageBox::NoIcon, tr("About Smarketing Workbook"),
                          tr("Smarketing Workbook %1\n\nA workbook for sales and marketing alignment. Free "
                             "software under the GNU General Public License, version 3 or later.")
                              .arg(QStringLiteral(SMARKETING_VERSION)),
                          QMessageBox::Close, this);
    box->setIconPixmap(windowIcon().pixmap(em(this, 4)));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

PageContext MainWindow::context() const
{
    return {*m_document, m_catalogue, *m_notifier,
            m_settings,  *m_typing,   [this](Tab tab, const QString &page) { m_workbook->go(tab, page); }};
}

void MainWindow::applySettings()
{
    m_appearance.apply(m_settings.theme(), m_settings.zoom());
    m_actions->systemTheme->setChecked(m_settings.theme() == ThemeMode::System);
    m_actions->lightTheme->setChecked(m_settings.theme() == ThemeMode::Light);
    m_actions->darkTheme->setChecked(m_settings.theme() == ThemeMode::Dark);
    m_actions->zoomIn->setEnabled(m_settings.zoom() < Appearance::maximumZoom);
    m_actions->zoomOut->setEnabled(m_settings.zoom() > Appearance::minimumZoom);
    m_actions->setRecentFiles(m_settings.recentFiles());
    m_status->setZoom(m_settings.zoom());
    if (m_document)
        m_document->setAuthor(m_settings.name());
    if (!m_settings.name().isEmpty())
        m_notifier->withdraw(nameMessage);
    adaptToWidth();
}

void MainWindow::updateTitle()
{
    const QString program = tr("Smarketing Workbook");
    m_status->setFile(m_document ? m_document->path() : QString());
    if (!m_document)
        return setWindowTitle(program);
    const QVariantMap about = m_document->rows(u"overview_workbook"_s).value(0);
    QString client = about.value(u"client"_s).toString();
    if (client.isEmpty())
        client = QFileInfo(m_document->path()).completeBaseName();
    m_header->setTitle(client, about.value(u"title"_s).toString());
    setWindowTitle(tr("%1 – %2").arg(client, program));
}

void MainWindow::adaptToWidth()
{
    constexpr int labelsNeed = 56; // in heights of the font
    m_header->setCompact(width() < em(this, labelsNeed));
}

// A window that is shown with a workbook in it never needs the start page.
void MainWindow::showEvent(QShowEvent *event)
{
    if (!m_document && !m_start)
        showStartPage();
    QMainWindow::showEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    adaptToWidth();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        m_actions->fullScreen->setChecked(isFullScreen());
    if (event->type() != QEvent::ActivationChange || !isActiveWindow())
        return;
    fitScreen();
    if (m_document)
        m_document->checkOutside();
}

// The frame around the window is known only when it stands on the screen: with it, too, all of the window is
// to be seen.
void MainWindow::fitScreen()
{
    const QSize first = std::exchange(m_firstSize, QSize());
    const QRect available = screen()->availableGeometry();
    if (size() != first || isMaximized() || isFullScreen() || available.contains(frameGeometry()))
        return;
    const QSize frame = frameGeometry().size() - size();
    resize(size().boundedTo(available.size() - frame));
    const QPoint most
        = available.bottomRight() - QPoint(width() - 1, height() - 1) - QPoint(frame.width(), frame.height());
    move(std::max(available.left(), std::min(frameGeometry().left(), most.x())),
         std::max(available.top(), std::min(frameGeometry().top(), most.y())));
}

// What is done with Escape inside comes first.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isFullScreen())
        m_actions->fullScreen->trigger();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!closeFile())
        return event->ignore();
    m_settings.setGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
}

// A text editor claims Ctrl+Z even when it has nothing to take back; then it is the workbook's turn.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool redo = m_actions->redo->shortcuts().contains(QKeySequence(key->keyCombination()));
        const bool undo = m_actions->undo->shortcut() == QKeySequence(key->keyCombination());
        if ((undo || redo) && !undoesItself(watched, redo)) {
            event->ignore();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}
