#pragma once

#include <QFrame>

// A quiet tinted ground with round corners, for an example or an aside within a card.
class TintedBlock : public QFrame
{
    Q_OBJECT

public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent *event) override;
};
