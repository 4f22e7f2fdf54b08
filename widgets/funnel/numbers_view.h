#pragma once

#include "models/funnel/numbers_model.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/funnel/deal_figures.h"

#include <QPointer>

#include <functional>

class CurrencyChoice;
class EntryTable;
class QComboBox;
class QueryDialog;
class TextLabel;

// The "Numbers" page: the funnel's figures in a grid like a spreadsheet's, typed, pasted or from the CRM.
class NumbersView : public PageView
{
    Q_OBJECT

public:
    explicit NumbersView(const PageContext &page, DealReader deals = summaryOfDeals,
                         QWidget *parent = nullptr);

    NumbersModel &model() { return m_model; }
    EntryTable *table() const { return m_table; }
    void copy() const;
    void paste();
    void showRow(const QString &table, qint64 id) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildTools();
    QWidget *buildGrain();
    QWidget *buildMeasure();
    void offerSegments();
    void offer(QList<FunnelCut> cuts);
    void chooseSegment(const QString &segment);
    void sayRule();
    void sayContradictions();
    void readDeals();
    void showCurrency();
    void fitHeight();
    void fitColumns();
    int leastColumnWidth() const;
    void keepCurrent();
    void showCurrent();
    // The cell of a stage in the period that is meant; invalid where there is none.
    QModelIndex cellOf(qint64 stage, const std::function<bool(const Period &)> &isMeant) const;
    void showNewest();
    void openMenu(const QPoint &position);
    void clearSelected();
    void openQuery();
    void onRefused(const QString &message, int row, int column);

    const PageContext m_page;
    const DealReader m_deals;
    NumbersModel m_model;
    EntryTable *m_table;
    QComboBox *m_segment;
    CurrencyChoice *m_currency; // of the values from the CRM; those typed are in their own
    QString m_typedRule, m_currencyRule;
    TextLabel *m_rule;
    TextLabel *m_contradictions;
    InlineBar *m_refusal;
    QPointer<QueryDialog> m_query;
    qint64 m_currentStage = 0; // of the cell that is current, while the model is read anew
    Period m_currentPeriod;
    bool m_stale = true; // the deals have changed since they were read
};
