#pragma once

#include <QWidget>

#include <optional>

// Marketing's score (circle) and sales' (square) for one statement on a line, and the gap between them.
class GapLine : public QWidget
{
    Q_OBJECT

public:
    explicit GapLine(QWidget *parent = nullptr);

    void setRange(double lowest, double highest);
    void setScores(std::optional<double> marketing, std::optional<double> sales);

    QSize sizeHint() const override;

    // The same picture for delegates.
    struct Scores
    {
        double lowest = 1;
        double highest = 5;
        std::optional<double> marketing;
        std::optional<double> sales;
    };
    static void paint(QPainter *painter, const QRectF &rect, const Scores &scores,
                      Qt::LayoutDirection direction, const QPalette &palette);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    Scores m_scores;
};
