#pragma once

#include <QHash>
#include <QTabBar>
#include <QWheelEvent>

// A tab's worksheets as flat names in a row, the chosen one underlined. Where they do not fit they wrap to
// another row: nothing ever scrolls away sideways.
class SubTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit SubTabs(QWidget *parent = nullptr);

    // Where a tab is drawn; differs from tabRect() as soon as there is more than one row.
    QRect rectOf(int index) const;
    int indexAt(const QPoint &position) const; // -1: none
    int rows() const;
    // On either side of the names, for the frame around the one that has the focus.
    int overhang() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void tabLayoutChange() override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override { event->ignore(); } // it scrolls pages, it does not leaf
    bool event(QEvent *event) override;

private:
    void arrange();
    QList<QRect> arranged(int width) const; // left to right
    int rowHeight() const;
    QFont currentFont() const;

    QList<QRect> m_rects;
    mutable QHash<QString, int> m_textWidths; // by text: they are asked for again and again
    int m_hovered = -1;
    bool m_framed = false; // the keyboard has come here; a click needs no frame
};
