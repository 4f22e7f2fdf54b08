#pragma once

#include "widgets/controls/card.h"

// What stands in place of a picture of the funnel while too little is known: what it will show, and the two
// ways to numbers.
class NoNumbersCard : public Card
{
    Q_OBJECT

public:
    NoNumbersCard(const QString &question, const QString &text, bool readOnly, QWidget *parent = nullptr);

Q_SIGNALS:
    void typeRequested();
    void importRequested();
};
