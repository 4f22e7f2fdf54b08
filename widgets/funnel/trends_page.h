#pragma once

#include "models/funnel/outlook.h"
#include "widgets/funnel/deal_figures.h"

class ChoiceSwitch;
class CurrencyChoice;
class GrainSwitch;
class QVBoxLayout;
class SheetView;
class TextLabel;
class TrendChart;
class WonValueChart;

// The "Trends" page: how the funnel moved over the periods and what was won, with the notes of the time line.
// The charts are made when the page is first shown.
class TrendsPage : public PageView
{
    Q_OBJECT

public:
    explicit TrendsPage(const PageContext &page, DealReader deals = summaryOfDeals,
                        QWidget *parent = nullptr);

    void showRow(const QString &table, qint64 id) override;

    TrendChart *trends() const { return m_trends; } // nullptr before the page was shown
    WonValueChart *won() const { return m_won; }
    QString rule() const;

Q_SIGNALS:
    void importRequested();
    void numbersRequested(); // to the page on which numbers are typed

protected:
    void read() override;

private:
    QWidget *buildEmpty();
    void makeCharts();
    QList<VelocityTrend> velocities(Grain grain, const QString &currency) const;

    const PageContext m_page;
    const DealReader m_deals;
    GrainSwitch *m_grain;
    ChoiceSwitch *m_shows;
    CurrencyChoice *m_currency;
    TextLabel *m_rule; // which rows count where, and in which currency values are
    QWidget *m_tools;
    QWidget *m_empty; // in place of the charts while there is nothing to draw
    QVBoxLayout *m_charts;
    SheetView *m_notes;
    TrendChart *m_trends = nullptr;
    WonValueChart *m_won = nullptr;
};
