#pragma once

#include "models/arithmetic/money.h"
#include "widgets/charts/chart_panel.h"

// Amounts of money by name, in one or two kinds that lie side by side and are never stacked.
struct AmountBars
{
    struct Kind
    {
        QString label;
        QList<std::optional<Money>> amounts; // along the names; all in one currency
    };
    QString currency;
    QStringList names; // from top to bottom
    QList<Kind> kinds;
};

// Such amounts as bars, with their names where they can be read.
class AmountBarsChart : public ChartPanel
{
    Q_OBJECT

public:
    explicit AmountBarsChart(const QString &title, QWidget *parent = nullptr);

    void setBars(const AmountBars &bars, const FigureTable &table, const QString &unit,
                 const QString &source);
};
