#pragma once

#include "widgets/charts/figures_page.h"

class FigureTableView;
class TextLabel;

// The "Capacity" page: what the same people could sell, beside the hours they have.
class CapacityPage : public FiguresPage
{
    Q_OBJECT

public:
    CapacityPage(const PageContext &context, const Page &page, QWidget *parent = nullptr);

    QString result() const;

protected:
    void read() override;

private:
    TextLabel *m_result;
    FigureTableView *m_figures;
};
