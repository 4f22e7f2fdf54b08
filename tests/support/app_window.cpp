#include "tests/support/app_window.h"

#include "app/pages.h"
#include "widgets/controls/sheet_view.h"
#include "widgets/controls/sub_tabs.h"
#include "widgets/report/report_dialog.h"
#include "widgets/shell/navigation.h"

#include <QAbstractButton>
#include <QApplication>
#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

template <typename T, typename Is> T *firstVisible(const QWidget &within, Is is)
{
    for (T *widget : within.findChildren<T *>())
        if (widget->isVisible() && is(*widget))
            return widget;
    return nullptr;
}

} // namespace

AppWindow::AppWindow(const QSize &size, int zoom)
    : m_settings(path(u"settings.ini"_s))
{
    m_settings.setName(u"Noor Haddad"_s);
    m_settings.setTheme(ThemeMode::Light);
    m_settings.setZoom(zoom);
    m_appearance.apply(m_settings.theme(), zoom);
    auto questions = std::make_unique<ScriptedQuestions>();
    m_questions = questions.get();
    WindowParts parts{.page = makePage,
                      .exportPdf =
                          [](const PageContext &context, QWidget *parent) {
                              ReportDialog::start(context, ReportDialog::Purpose::Export, parent);
                          },
                      .importCrm = importFromCrm};
    parts.documentOptions.dataFolder = path(u"data"_s);
    m_window = std::make_unique<MainWindow>(m_settings, m_appearance, std::move(questions), std::move(parts));
    m_window->resize(size);
    m_window->show();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("The window does not become active.");
}

AppWindow::~AppWindow()
{
    m_window.reset();
    m_appearance.apply(ThemeMode::Light, 100); // the next one starts from the application's font
}

void AppWindow::bringIntoSight(QWidget *widget, const QPoint &place)
{
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        auto *area = qobject_cast<QScrollArea *>(parent);
        if (!area || !area->widget()->isAncestorOf(widget))
            continue;
        const QPoint inside = widget->mapTo(area->widget(), place);
        area->ensureVisible(inside.x(), inside.y(), 0, area->viewport()->height() / 3);
    }
}

// Without a window manager the window does not become active again after a popup.
void AppWindow::activate()
{
    const QWidget *active = QApplication::activeWindow();
    if (QApplication::activePopupWidget() || (active && active->isVisible()))
        return;
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void AppWindow::focus(QWidget *widget)
{
    QVERIFY(widget);
    activate();
    widget->setFocus(Qt::TabFocusReason);
}

void AppWindow::click(QWidget *widget, const QPoint &place, Qt::MouseButton button)
{
    QVERIFY(widget);
    activate();
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // what was just added is laid out
    QWidget *window = widget->window();
    (void)QTest::qWaitFor([&] { // a page is laid out in several passes
        bringIntoSight(widget, place);
        const QWidget *there = window->childAt(widget->mapTo(window, place));
        return there == widget || widget->isAncestorOf(there);
    });
    QTest::mouseClick(window->windowHandle(), button, {}, widget->mapTo(window, place));
}

void AppWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    activate();
    QWidget *popup = QApplication::activePopupWidget();
    QWidget *window = popup ? popup : QApplication::activeWindow();
    QTest::keyClick(window->windowHandle(), key, modifiers);
}

void AppWindow::type(const QString &text)
{
    QVERIFY(QApplication::focusWidget());
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void AppWindow::goTo(Tab tab, const QString &page)
{
    auto *list = m_window->findChild<Navigation *>()->findChild<QListView *>();
    const QModelIndex entry = list->model()->index(static_cast<int>(tab), 0);
    click(list->viewport(), list->visualRect(entry).center());
    auto *tabs = firstVisible<SubTabs>(*m_window, [](const SubTabs &) { return true; });
    const QList<Page> &pages = m_window->catalogue().tab(tab).pages;
    for (int i = 0; i < pages.size(); ++i)
        if (pages.at(i).key == page)
            click(tabs, tabs->rectOf(i).center());
    constexpr int settleMs = 50; // tables first take their columns' widths, then their rows' heights
    QTest::qWait(settleMs);
}

SheetView *AppWindow::view(const QString &table)
{
    SheetView *found = nullptr;
    const auto look = [&] {
        found = firstVisible<SheetView>(*m_window,
                                        [&](const SheetView &view) { return view.sheet().table == table; });
        return found != nullptr;
    };
    return QTest::qWaitFor(look) ? found : nullptr;
}

QAbstractButton *AppWindow::button(const QString &text, const QWidget *within)
{
    return firstVisible<QAbstractButton>(
        within ? *within : *m_window, [&](const QAbstractButton &button) { return button.text() == text; });
}
