#pragma once

#include "widgets/controls/card.h"

class TextLabel;

// What stands in place of a picture of the funnel while too little is known: what it will show, and the two
// ways to numbers.
class NoNumbersCard : public Card
{
    Q_OBJECT

public:
    NoNumbersCard(const QString &question, const QString &text, bool readOnly, QWidget *parent = nullptr);

    // What is known all the same; empty takes it away.
    void setRemark(const QString &text);

Q_SIGNALS:
    void typeRequested();
    void importRequested();

private:
    TextLabel *m_remark;
};
