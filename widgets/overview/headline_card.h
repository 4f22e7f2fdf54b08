#pragma once

#include "models/overview/headlines.h"
#include "widgets/controls/card.h"

// The headline numbers side by side, with the way to the page they come from.
class HeadlineCard : public Card
{
    Q_OBJECT

public:
    explicit HeadlineCard(const Headlines &headlines, QWidget *parent = nullptr);

Q_SIGNALS:
    void funnelRequested();

private:
    QWidget *makeTrend(const Headlines::Trend &trend);
    QWidget *makeFigure(const Headlines::Figure &figure, const QString &before);
};
