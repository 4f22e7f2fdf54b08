#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

// The window of the page that scrolls around a widget: found whenever the widget is shown.
class PageWindow : public QObject
{
    Q_OBJECT

public:
    explicit PageWindow(QWidget &inside); // lives as long as it

    QWidget *get() const; // null: nothing scrolls around the widget

Q_SIGNALS:
    void scrolled();
    void resized();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find();

    QWidget &m_inside;
    // Not the page itself, which while it is being deleted is no scroll area any more.
    QPointer<QWidget> m_window;
    QMetaObject::Connection m_scrolling;
};
