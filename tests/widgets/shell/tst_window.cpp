#include "tests/support/scripted_questions.h"
#include "tests/support/workbook.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/controls/sub_tabs.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/find_dialog.h"
#include "widgets/shell/guide_panel.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/settings.h"
#include "widgets/shell/settings_dialog.h"
#include "widgets/shell/start_page.h"
#include "widgets/shell/status_line.h"
#include "widgets/shell/tab_view.h"
#include "widgets/shell/theme.h"
#include "widgets/shell/unsaved_typing.h"
#include "widgets/shell/window_actions.h"
#include "widgets/shell/workbook_view.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
// A page that counts how often one was made, with one editor that reports its typing.
class TestPage : public PageView
{
public:
    explicit TestPage(const PageContext &context)
        : edit(new QLineEdit(this))
        , m_context(context)
    {
        connect(edit, &QLineEdit::textEdited, this, [this] { m_context.typing.set(edit, true); });
        connect(&m_context.typing, &UnsavedTyping::commitRequested, this, [this] {
            if (refuses)
                m_context.typing.refuse(edit, {u"Valid from"_s, u"story_persona"_s, 7, edit});
            else
                m_context.typing.set(edit, false);
        });
    }

    bool canUseExample() const override { return true; }
    void useExample() override { ++examplesUsed; }
    void showRow(const QString &table, qint64 id) override { shown = {table, id}; }

    QLineEdit *edit;
    bool refuses = false;
    int examplesUsed = 0;
    std::pair<QString, qint64> shown;

private:
    PageContext m_context;
};
} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void startsOnTheStartPage();
    void newFromStarter();
    void refusesToReplaceAFile();
    void opensAndRemembers();
    void saysWhyAFileCannotBeOpened();
    void bringsBackABackup();
    void pagesAreMadeWhenShown();
    void goesToTabsByKey();
    void keyboardGoesThroughTheParts();
    void undoesAndRedoes();
    void saysSavedOnlyWhenItIs();
    void asksBeforeLosingTyping();
    void aRefusedEntryStopsNothingElse();
    void secondWindowIsReadOnly();
    void replacedFileIsSaid();
    void asksForTheNameOnce();
    void findsAndGoesThere();
    void usesTheGuidesExample();
    void guideSignsTheTabWhereNothingElseIsSigned();
    void guideFoldsAndComesBack();
    void settingsCountAtOnce();
    void fitsSmallScreens_data();
    void fitsSmallScreens();
    void everyControlHasAName();

private:
    std::unique_ptr<MainWindow> makeWindow();
    TestPage *page() const { return static_cast<TestPage *>(m_window->workbook()->pageView()); }
    void edit(const QString &client);
    QString client() const;
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString stateText() const { return m_window->findChild<StatusLine *>()->stateText(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    ScriptedQuestions *m_questions = nullptr; // of the window made last
    std::unique_ptr<MainWindow> m_window;
    int m_pagesMade = 0;
    int m_exports = 0;
};

void WindowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(path(u"settings.ini"_s));
    m_settings->setName(u"Noor Haddad"_s);
    m_appearance = std::make_unique<Appearance>();
    m_pagesMade = 0;
    m_exports = 0;
    m_window = makeWindow();
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void WindowTest::cleanup()
{
    m_window.reset();
    m_settings.reset();
}

std::unique_ptr<MainWindow> WindowTest::makeWindow()
{
    auto questions = std::make_unique<ScriptedQuestions>();
    m_questions = questions.get();
    WindowParts parts{.page = [this](const PageContext &context, Tab, const Page &) -> PageView * {
        ++m_pagesMade;
        return new TestPage(context);
    }};
    parts.exportPdf = [this](const PageContext &, QWidget *) { ++m_exports; };
    parts.print = [](const PageContext &, QWidget *) {};
    parts.documentOptions.dataFolder = path(u"data"_s);
    return std::make_unique<MainWindow>(*m_settings, *m_appearance, std::move(questions), std::move(parts));
}

void WindowTest::edit(const QString &client)
{
    const auto done = m_window->document()->edit(u"Rename the client"_s, [&](const Database &database) {
        database.execute(u"UPDATE overview_workbook SET client = ?"_s, {client});
    });
    QVERIFY(done.ok());
}

QString WindowTest::client() const
{
    return m_window->document()->rows(u"overview_workbook"_s).value(0).value(u"client"_s).toString();
}

void WindowTest::startsOnTheStartPage()
{
    QVERIFY(m_window->findChild<StartPage *>()->isVisible());
    QVERIFY(!m_window->document());
    QCOMPARE(stateText(), QString());
    QVERIFY(!m_window->actions().saveCopy->isEnabled());
    QVERIFY(m_window->actions().open->isEnabled());
}

void WindowTest::newFromStarter()
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

void WindowTest::refusesToReplaceAFile()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    edit(u"Alpine"_s);
    m_questions->files = {path(u"a.smarketing"_s)};
    m_window->actions().newBlank->trigger();
    QCOMPARE(client(), u"Alpine"_s);
    QCOMPARE(m_window->notifier().texts().size(), 1);
}

void WindowTest::opensAndRemembers()
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

void WindowTest::saysWhyAFileCannotBeOpened()
{
    m_window->openFile(path(u"nowhere.smarketing"_s));
    QVERIFY(!m_window->document());
    QCOMPARE(m_window->notifier().texts().size(), 1);
    // Said once, however often it is tried.
    m_window->openFile(path(u"nowhere.smarketing"_s));
    QCOMPARE(m_window->notifier().texts().size(), 1);
}

void WindowTest::bringsBackABackup()
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

void WindowTest::pagesAreMadeWhenShown()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    QCOMPARE(m_pagesMade, 1);
    m_window->workbook()->go(Tab::Story);
    QCOMPARE(m_pagesMade, 2);
    const QString second = m_window->catalogue().tab(Tab::Story).pages.at(1).key;
    m_window->workbook()->go(Tab::Story, second);
    QCOMPARE(m_pagesMade, 3);
    m_window->workbook()->go(Tab::Overview);
    m_window->workbook()->go(Tab::Story);
    QCOMPARE(m_pagesMade, 3);
    QCOMPARE(m_window->workbook()->page().key, second); // the page last shown
}

void WindowTest::goesToTabsByKey()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    for (int i = 0; i < 6; ++i) {
        QTest::keyClick(m_window.get(), Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
        QCOMPARE(m_window->workbook()->tab(), static_cast<Tab>(i));
    }
    auto *list = m_window->workbook()->findChild<QListView *>();
    QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(m_window->workbook()->tab(), Tab::Funnel);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(1, 0)).center());
    QCOMPARE(m_window->workbook()->tab(), Tab::Story);
}

void WindowTest::keyboardGoesThroughTheParts()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    const auto inNavigation
        = [this] { return m_window->focusWidget() == m_window->workbook()->findChild<QListView *>(); };
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(!inNavigation());
    QVERIFY(qobject_cast<SubTabs *>(m_window->focusWidget()));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_F6);
    QVERIFY(inNavigation());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_F6);
    QVERIFY(!inNavigation());
}

void WindowTest::undoesAndRedoes()
{
    m_window->newFile(u"example"_s, path(u"a.smarketing"_s));
    const QString before = client();
    edit(u"Alpine"_s);
    QVERIFY(m_window->actions().undo->text().contains(u"Rename the client"_s));
    QVERIFY(m_window->windowTitle().startsWith(u"Alpine"_s));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(client(), before);
    QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(client(), u"Alpine"_s);
    // An editor without typing of its own leaves the key to the workbook; with typing it takes that back
    // first.
    page()->edit->setFocus();
    QTest::keyClick(page()->edit, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(client(), before);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(client(), u"Alpine"_s);
    QTest::keyClicks(page()->edit, u"abc"_s);
    QTest::keyClick(page()->edit, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(page()->edit->text(), QString());
    QCOMPARE(client(), u"Alpine"_s);
}

void WindowTest::saysSavedOnlyWhenItIs()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    QCOMPARE(stateText(), u"All changes saved"_s);
    QTest::keyClicks(page()->edit, u"x"_s);
    QCOMPARE(stateText(), u"Typing…"_s);
    m_window->actions().exportPdf->trigger(); // asks for the typing first
    QCOMPARE(stateText(), u"All changes saved"_s);
    QTest::keyClicks(page()->edit, u"y"_s);
    m_window->closeFile(); // the editor is gone with its page
    QVERIFY(!m_window->document());
}

void WindowTest::asksBeforeLosingTyping()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    page()->refuses = true;
    QTest::keyClicks(page()->edit, u"x"_s);
    m_questions->choices = {0};
    QVERIFY(!m_window->close());
    QVERIFY(m_window->document());
    QCOMPARE(m_questions->asked.size(), 1);
    QVERIFY(m_questions->asked.constFirst().contains(u"“Valid from”"_s));
    m_questions->choices = {1};
    QVERIFY(m_window->close());
}

void WindowTest::aRefusedEntryStopsNothingElse()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    edit(u"Alpine"_s);
    m_window->workbook()->showRow(u"story_persona"_s, 1);
    TestPage *personas = page();
    personas->refuses = true;
    QTest::keyClicks(personas->edit, u"32.13."_s);
    QCOMPARE(stateText(), u"Typing…"_s);
    m_window->actions().undo->trigger();
    QCOMPARE(client(), QString());
    m_window->actions().exportPdf->trigger();
    QCOMPARE(m_exports, 1);

    QCOMPARE(personas->edit->text(), u"32.13."_s);
    QCOMPARE(stateText(), u"“Valid from” is not saved"_s);
    QCOMPARE(m_window->notifier().texts().size(), 1);
    QVERIFY(m_window->notifier().texts().constFirst().contains(u"“Valid from”"_s));
    m_window->workbook()->go(Tab::Plan);
    m_window->notifier().findChild<QPushButton *>()->click();
    QCOMPARE(page(), personas);
    QCOMPARE(personas->shown, (std::pair<QString, qint64>{u"story_persona"_s, 7}));
    QVERIFY(personas->edit->hasFocus());

    personas->refuses = false;
    QTest::keyClicks(personas->edit, u"2027"_s);
    QCOMPARE(stateText(), u"Typing…"_s);
    m_window->actions().exportPdf->trigger();
    QCOMPARE(stateText(), u"All changes saved"_s);
    QVERIFY(m_window->notifier().texts().isEmpty());
}

void WindowTest::secondWindowIsReadOnly()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    const auto second = makeWindow();
    second->openFile(path(u"a.smarketing"_s));
    QVERIFY(second->document() && second->document()->isReadOnly());
    QCOMPARE(second->notifier().texts().size(), 1);
    QVERIFY(second->notifier().texts().constFirst().contains(u"another window"_s));
    QCOMPARE(second->findChild<StatusLine *>()->stateText(), u"Read-only"_s);
}

void WindowTest::replacedFileIsSaid()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    QVERIFY(QFile::rename(path(u"a.smarketing"_s), path(u"b.smarketing"_s)));
    m_window->document()->checkOutside();
    QCOMPARE(m_window->notifier().texts().size(), 1);
    QVERIFY(m_window->notifier().texts().constFirst().contains(u"moved"_s));
}

void WindowTest::asksForTheNameOnce()
{
    m_settings->setName({});
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    QCOMPARE(m_window->notifier().texts().size(), 1);
    m_settings->setName(u"Jo Okafor"_s);
    QVERIFY(m_window->notifier().texts().isEmpty());
    QCOMPARE(m_window->document()->author(), u"Jo Okafor"_s);
}

void WindowTest::findsAndGoesThere()
{
    m_window->newFile(u"example"_s, path(u"a.smarketing"_s));
    const QVariantMap action = m_window->document()->rows(u"plan_action"_s).constLast();
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    auto *dialog = m_window->findChild<FindDialog *>();
    QVERIFY(dialog->isVisible());
    auto *needle = dialog->findChild<QLineEdit *>();
    QTest::keyClicks(needle, action.value(u"what"_s).toString().toUpper());
    QTest::keyClick(needle, Qt::Key_Return);
    QVERIFY(!dialog->isVisible());
    QCOMPARE(m_window->workbook()->tab(), Tab::Plan);
    QCOMPARE(page()->shown, std::pair(u"plan_action"_s, action.value(u"id"_s).toLongLong()));
}

void WindowTest::usesTheGuidesExample()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    m_window->workbook()->go(Tab::Story);
    QPushButton *use = nullptr;
    for (QPushButton *button : m_window->findChild<GuidePanel *>()->findChildren<QPushButton *>())
        if (button->text() == u"Use this example"_s)
            use = button;
    QVERIFY(use);
    use->click();
    QCOMPARE(page()->examplesUsed, 1);
}

// A page with a text that is signed by itself shows no second sign-off beside it.
void WindowTest::guideSignsTheTabWhereNothingElseIsSigned()
{
    m_window->newFile(u"example"_s, path(u"a.smarketing"_s));
    const auto texts = [this] {
        QStringList shown;
        for (const TextLabel *label :
             m_window->findChild<GuidePanel *>()->widget()->findChildren<TextLabel *>())
            shown.append(label->text());
        return shown;
    };
    m_window->workbook()->go(Tab::Story, u"goals"_s);
    QVERIFY(texts().contains(u"Sign-off: all of Shared story"_s));
    m_window->workbook()->go(Tab::Story, u"baseline"_s);
    QVERIFY(texts().filter(u"Sign-off"_s).isEmpty());
    // Its example names the parts whose three versions it shows.
    QVERIFY(texts().indexOf(u"Promise"_s) > texts().indexOf(u"Who we serve"_s));
    QVERIFY(texts().contains(u"Who we serve"_s));
}

void WindowTest::guideFoldsAndComesBack()
{
    m_window->resize(1600, 900);
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    QVERIFY(m_window->workbook()->isGuideShown());
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    QVERIFY(!m_window->workbook()->isGuideShown());
    QVERIFY(!m_settings->guideShown());
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    QVERIFY(m_window->workbook()->isGuideShown());
    // Little room folds it without forgetting the wish.
    m_window->resize(800, 600);
    QVERIFY(!m_window->workbook()->isGuideShown());
    QVERIFY(m_settings->guideShown());
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    QVERIFY(m_window->workbook()->isGuideShown());
    m_window->resize(1600, 900);
    QVERIFY(m_window->workbook()->isGuideShown());
}

void WindowTest::settingsCountAtOnce()
{
    m_window->actions().settings->trigger();
    auto *dialog = m_window->findChild<SettingsDialog *>();
    dialog->findChild<QComboBox *>(u"theme"_s)->setCurrentIndex(2);
    dialog->findChild<QSpinBox *>(u"zoom"_s)->setValue(150);
    dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"Jo"_s);
    QCOMPARE(m_settings->theme(), ThemeMode::Dark);
    QTRY_COMPARE(&Theme::of(m_window.get()), &Theme::dark());
    QCOMPARE(m_appearance->zoom(), 150);
    QCOMPARE(Settings(path(u"settings.ini"_s)).name(), u"Jo"_s);
    dialog->close();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_appearance->zoom(), 100);
    QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(m_settings->zoom(), 110);
}

void WindowTest::fitsSmallScreens_data()
{
    QTest::addColumn<QSize>("screen");
    QTest::addColumn<int>("zoom");
    QTest::newRow("1280 x 720 at 100 %") << QSize(1280, 720) << 100;
    QTest::newRow("1920 x 1080 at 200 %") << QSize(1920, 1080) << 200;
}

void WindowTest::fitsSmallScreens()
{
    QFETCH(QSize, screen);
    QFETCH(int, zoom);
    m_settings->setZoom(zoom);
    m_window->newFile(u"example"_s, path(u"a.smarketing"_s));
    for (const TabDescription &tab : m_window->catalogue().tabs()) {
        m_window->workbook()->go(tab.tab);
        for (const bool guide : {false, true}) {
            m_window->workbook()->setGuideShown(guide);
            QCoreApplication::processEvents();
            const QSize least = m_window->minimumSizeHint();
            QVERIFY2(least.width() <= screen.width() && least.height() <= screen.height(),
                     qPrintable(u"%1 needs %2 x %3"_s.arg(tab.key).arg(least.width()).arg(least.height())));
        }
    }
}

void WindowTest::everyControlHasAName()
{
    m_window->newFile(u"example"_s, path(u"a.smarketing"_s));
    m_window->actions().find->trigger();
    m_window->actions().settings->trigger();
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->parent() == page()
            || widget->objectName().startsWith(u"qt_"_s))
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        const bool named = spoken && !spoken->text(QAccessible::Name).isEmpty();
        QVERIFY2(named,
                 qPrintable(u"%1 %2"_s.arg(QLatin1StringView(widget->metaObject()->className()),
                                           widget->objectName())));
    }
}

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
