#pragma once

#include <QBrush>
#include <QPen>
#include <QWidget>

class QLegend;

// What the lines, bars and marks of a chart mean, each with its whole name: the entries flow into as many
// rows as they need, where Qt's own legend cuts all of them short.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(QWidget *parent = nullptr);

    // Takes the entries over from the chart's own legend, which is then hidden.
    void setLegend(QLegend *legend);
    bool isEmpty() const { return m_entries.isEmpty(); }
    void paint(QPainter &painter, const QRectF &rect) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Entry
    {
        enum class Sign { Box, Line, Circle, Diamond };
        QString name;
        Sign sign = Sign::Box;
        QPen pen;
        QBrush brush;
    };

    QList<QRectF> placesIn(double width) const; // along the entries
    double signWidth() const;
    void paintSign(QPainter &painter, const Entry &entry, const QRectF &place) const;

    QList<Entry> m_entries;
};
