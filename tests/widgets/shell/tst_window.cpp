#include "tests/support/window_case.h"
#include "tests/support/workbook.h"
#include "widgets/controls/sub_tabs.h"
#include "widgets/controls/text_label.h"
#include "widgets/controls/two_line_delegate.h"
#include "widgets/shell/find_dialog.h"
#include "widgets/shell/guide_panel.h"
#include "widgets/shell/history_dialog.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/settings_dialog.h"
#include "widgets/shell/theme.h"
#include "widgets/shell/window_actions.h"
#include "widgets/shell/workbook_view.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QScopeGuard>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

// Working in the window: tabs and keys, undo, typing, search, guide, settings.
class WindowTest : public WindowCase
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreMadeWhenShown();
    void messagesOfAPageGoWithIt();
    void closingTheSettingsDeclinesNothing();
    void goesToTabsByKey();
    void keyboardGoesThroughTheParts();
    void undoesAndRedoes();
    void saysSavedOnlyWhenItIs();
    void asksBeforeLosingTyping();
    void aRefusedEntryStopsNothingElse();
    void findsAndGoesThere();
    void goesBackInTheHistory();
    void usesTheGuidesExample();
    void guideSignsTheTabWhereNothingElseIsSigned();
    void guideFoldsAndComesBack();
    void settingsCountAtOnce();
    void fitsSmallScreens_data();
    void fitsSmallScreens();
    void everyControlHasAName();
};

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

void WindowTest::messagesOfAPageGoWithIt()
{
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    auto *notifier = m_window->findChild<Notifier *>();
    notifier->show({.text = u"A copy is saved."_s});
    notifier->show({.text = u"The rest is written below."_s, .ofPage = true});
    m_window->workbook()->go(m_window->workbook()->tab()); // the same one
    QCOMPARE(notifier->texts().size(), 2);
    m_window->workbook()->go(Tab::Plan);
    QCOMPARE(notifier->texts(), QStringList{u"A copy is saved."_s});
}

// Whoever leaves them without a name may have looked for another one.
void WindowTest::closingTheSettingsDeclinesNothing()
{
    m_settings->setName({});
    m_window->newFile(u"blank"_s, path(u"a.smarketing"_s));
    auto *notifier = m_window->findChild<Notifier *>();
    const QString question = notifier->texts().value(0);
    QVERIFY(question.startsWith(u"Who is working"_s));
    const auto enter = [notifier] {
        for (auto *button : notifier->findChildren<QPushButton *>())
            if (button->text() == u"Enter name…"_s && button->isVisible())
                return button->click();
    };
    enter();
    auto *dialog = m_window->findChild<SettingsDialog *>();
    QVERIFY(dialog);
    dialog->reject();
    QVERIFY(!m_settings->nameDeclined());
    QCOMPARE(notifier->texts().value(0), question); // it is still open
    QTest::qWait(1); // the dialog is gone
    enter();
    m_settings->setName(u"Noor Haddad"_s);
    m_window->findChild<SettingsDialog *>()->reject();
    QVERIFY(notifier->texts().isEmpty());
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
    CountedPage *personas = page();
    personas->refuses = true;
    QTest::keyClicks(personas->edit, u"32.13."_s);
    QCOMPARE(stateText(), u"Typing…"_s);
    m_window->workbook()->setFocus(); // in its own field it alone would be taken back
    m_window->actions().undo->trigger();
    QCOMPARE(client(), QString());
    m_window->notifier().withdrawAll(); // what was undone is on another page
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

void WindowTest::goesBackInTheHistory()
{
    m_window->newFile(u"example"_s, path(u"a.smarketing"_s));
    Document &document = *m_window->document();
    document.setAuthor(u"Ana"_s);
    m_window->actions().history->trigger();
    auto *dialog = m_window->findChild<HistoryDialog *>();
    const auto tells = [dialog](const QString &text) {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->text().endsWith(text); });
    };
    QVERIFY(dialog->isVisible());
    QVERIFY(tells(u"Nothing was changed yet."_s));
    QStringList states;
    for (const QString &title : {u"One"_s, u"Two"_s, u"Three"_s, u"Four"_s}) {
        QVERIFY(document.edit(u"Call it “%1”"_s.arg(title), [&title](const Database &database) {
            database.execute(u"UPDATE overview_workbook SET title = ?"_s, {title});
        }));
        states.append(contentOf(document));
    }
    auto *list = dialog->findChild<QListWidget *>();
    QCOMPARE(list->count(), 4);
    QCOMPARE(list->item(0)->text(), u"Call it “Four”"_s);
    QVERIFY(list->item(0)->data(TwoLineDelegate::SecondLineRole).toString().startsWith(u"Ana"_s));
    list->setCurrentRow(0);
    QVERIFY(tells(u"Three → Four"_s));
    auto *back = dialog->findChild<QPushButton *>(u"back"_s);
    QVERIFY(!back->isEnabled()); // nothing is newer
    list->setCurrentRow(2);
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(contentOf(document), states.at(1));
    QCOMPARE(list->count(), 2);
    QVERIFY(document.redo().ok());
    QVERIFY(document.redo().ok());
    QCOMPARE(contentOf(document), states.at(3));
    QCOMPARE(list->count(), 4);
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
    QTest::newRow("1280 x 720 at 200 %") << QSize(1280, 720) << 200;
    QTest::newRow("1920 x 1080 at 200 %") << QSize(1920, 1080) << 200;
}

void WindowTest::fitsSmallScreens()
{
    QFETCH(QSize, screen);
    QFETCH(int, zoom);
    m_settings->setZoom(zoom);
    const auto back = qScopeGuard([this] { m_settings->setZoom(100); }); // the next window starts from there
    m_window->newFile(u"example"_s, path(u"a.smarketing"_s));
    for (const TabDescription &tab : m_window->catalogue().tabs()) {
        m_window->workbook()->go(tab.tab);
        for (const bool guide : {false, true}) {
            m_window->workbook()->setGuideShown(guide);
            QCoreApplication::processEvents();
            const QSize least = m_window->minimumSizeHint();
            const int frame = em(m_window.get(), 2) * 100 / zoom; // of the window manager, above and below
            QVERIFY2(least.width() <= screen.width() && least.height() + frame <= screen.height(),
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
