#pragma once

#include "models/overview/headlines.h"

#include <QWidget>

// One number over the last periods as small bars, the newest at the end. Hovering a bar shows its figure; who
// does not see the bars is told all of them.
class SmallTrend : public QWidget
{
    Q_OBJECT

public:
    explicit SmallTrend(const Headlines::Trend &trend, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    // The point whose bar stands at this place; -1: none.
    int pointAt(int x) const;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    double slot() const; // what a bar and the room beside it take
    QString textOf(const Headlines::Trend::Point &point) const;

    Headlines::Trend m_trend;
};
