#pragma once

#include "widgets/charts/figures_page.h"

class Card;
class FigureTableView;

// The "SLA" page: what the promised leads are worth stands above the questions and promises it is made of.
class SlaPage : public FiguresPage
{
    Q_OBJECT

public:
    SlaPage(const PageContext &context, const Page &page, QWidget *parent = nullptr);

    FigureTableView *figures() const { return m_figures; }

protected:
    void read() override;

private:
    Card *m_card; // hidden until something is promised
    FigureTableView *m_figures;
};
