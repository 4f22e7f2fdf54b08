#pragma once

#include "tests/support/scripted_questions.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/settings.h"

#include <QAbstractButton>
#include <QTemporaryDir>

class SheetView;

// The program's window with all its pages, in a folder of its own, and the hands of a user: every click goes
// to the window, and from there to whatever lies at that place.
class AppWindow
{
public:
    explicit AppWindow(const QSize &size, int zoom = 100);
    ~AppWindow();

    MainWindow &window() { return *m_window; }
    ScriptedQuestions &questions() { return *m_questions; }
    Settings &settings() { return m_settings; }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    void click(QWidget *widget) { click(widget, widget->rect().center()); }
    void click(QWidget *widget, const QPoint &place, Qt::MouseButton button = Qt::LeftButton);
    void rightClick(QWidget *widget) { click(widget, widget->rect().center(), Qt::RightButton); }
    void focus(QWidget *widget); // as by tabbing there
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text); // to whatever has the focus
    // Through navigation and sub-tabs.
    void goTo(Tab tab, const QString &page);
    // The visible one; nullptr after a while without one.
    SheetView *view(const QString &table);
    QAbstractButton *button(const QString &text, const QWidget *within = nullptr);

private:
    void activate();
    void bringIntoSight(QWidget *widget, const QPoint &place);

    QTemporaryDir m_folder;
    Settings m_settings;
    Appearance m_appearance;
    ScriptedQuestions *m_questions;
    std::unique_ptr<MainWindow> m_window;
};
