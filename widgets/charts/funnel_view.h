#pragma once

#include "widgets/charts/funnel_picture.h"
#include "widgets/charts/picture_menu.h"

#include <QWidget>

#include <memory>

// The funnel on screen. Hovering a stage tells everything about it; the arrow keys go from stage to stage;
// a right click copies or exports picture and figures.
class FunnelView : public QWidget
{
    Q_OBJECT

public:
    explicit FunnelView(QWidget *parent = nullptr);

    // `table`: the same figures, for copying; `title` names the picture where it is saved.
    void setFunnel(const FunnelBands &funnel, const FigureTable &table, const QString &title);
    const FunnelBands &funnel() const { return m_funnel; }
    int current() const { return m_current; }
    void setCurrent(int band);
    QRect rectOf(int band) const; // the stage's row
    Picture picture() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void currentChanged(int band);
    void failed(const QString &message); // a picture could not be saved

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;

private:
    const FunnelPicture &layOut() const;
    void describeCurrent();

    FunnelBands m_funnel;
    FigureTable m_table;
    QString m_title;
    mutable std::unique_ptr<FunnelPicture> m_picture; // for the present size, font and funnel
    int m_current = -1;
};
