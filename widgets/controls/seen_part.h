#pragma once

#include <QWidget>

class PageWindow;

// Shows its one child in as much of itself as can be seen of it, so that the whole child stays in sight while
// the page around it scrolls. Hidden together with the child.
class SeenPart : public QWidget
{
    Q_OBJECT

public:
    explicit SeenPart(QWidget *child, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void place(); // after something around it has moved

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *m_child;
    PageWindow *m_page;
};
