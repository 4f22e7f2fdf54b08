#pragma once

#include "models/worksheet/field.h"

#include <QColor>
#include <QFrame>

// A rounded sheet of paper on the ground, on which things that belong together lie. A coloured top edge
// says whose it is.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    void setEdge(Team team); // Team::None takes the edge away
    void setWarningEdge();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Edge { None, Team, Warning };

    void adaptMargins();

    Edge m_edge = Edge::None;
    Team m_team = Team::None;
};
