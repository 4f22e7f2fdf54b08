#pragma once

#include <QTableWidget>

// A table whose first column stays where it is while the others scroll sideways: it says what their figures
// belong to. Where it would leave the others less than half of the room, it scrolls with them.
class FixedColumnTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit FixedColumnTable(QWidget *parent = nullptr);

    // Whether it lies over others now.
    bool isFirstFixed() const;
    // What it covers of the viewport's width: a column of which but a part would be left beside it too, as
    // part of a figure is another figure.
    QRect covered(int height) const;
    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    QRect fixedRect() const; // of the viewport
    int hiddenOf(int column) const; // how much of it lies beneath the first
    void paintCell(QPainter &painter, int row, const QRect &place);
};
