#pragma once

#include "models/funnel/estimates.h"
#include "widgets/charts/figures_page.h"
#include "widgets/funnel/deal_figures.h"

class FigureTableView;
class InlineBar;
class QComboBox;
class QLineEdit;
class QPushButton;
class TextLabel;

// The "Blind estimates" page: each side types its belief of a rate unseen, then both are shown beside the
// actual figure and kept.
class EstimatesPage : public FiguresPage
{
    Q_OBJECT

public:
    EstimatesPage(const PageContext &context, const Page &page, DealReader deals = summaryOfDeals,
                  QWidget *parent = nullptr);

    QString result() const;

protected:
    void read() override;

private:
    QLineEdit *makeEntry(const QString &name);
    void readStages();
    void enableReveal();
    void reveal();
    std::optional<qint64> beliefIn(QLineEdit *entry); // none, and told, where it cannot be read
    // The newest period in which the rate into the stage is known.
    BlindEstimate actualOf(qsizetype stage) const;
    QString stepLabel(qint64 stage) const;
    QString stepOf(const BlindEstimate &estimate) const;

    const DealReader m_deals;
    QComboBox *m_stage;
    QLineEdit *m_marketing;
    QLineEdit *m_sales;
    QPushButton *m_reveal;
    InlineBar *m_refusal;
    TextLabel *m_result;
    FigureTableView *m_gaps;
    QList<Stage> m_stages;
    QList<FunnelFigures> m_funnels;
};
