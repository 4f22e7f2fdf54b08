#pragma once

#include "models/funnel/funnel_store.h"
#include "widgets/charts/figure_table.h"

// One stage of the funnel picture with all its texts, ready to be painted.
struct FunnelBand
{
    struct Movement // against another period
    {
        QString text; // empty: not known
        int sign = 0;
        bool operator==(const Movement &) const = default;
    };

    QString name;
    Team owner = Team::None;
    QString ownerText;
    QString figure;
    std::optional<double> size; // for the width only; none: not known
    Movement change;
    QString overall; // rate from the top
    QString step; // rate to the next stage; empty for the last one
    bool stepAsked = false; // above 100 %
    Movement stepChange; // in points
    bool handover = false; // to the next stage
    HandoverHealth::State handoverState = HandoverHealth::State::NoContract;
    // The short one where there is little room, and where there is hardly any the word ("broken").
    QString handoverTitle, handoverShort, handoverTerms, handoverWord;
    QString handoverDescription; // everything that is known of it, in sentences
    int recycleTo = -1; // index of the band that those who are not ready are sent back to
    QString description; // everything that is known of it, in sentences

    bool operator==(const FunnelBand &) const = default;
};

// How figures become widths, on screen as in the PDF.
enum class FunnelWidths {
    Readable, // to scale while the narrowest band stays readable, otherwise logarithmic
    Linear,
};

// All that a funnel picture shows.
struct FunnelBands
{
    QList<FunnelBand> bands;
    QString against; // label of what is compared with, a period or the target; empty: nothing
    FunnelWidths widths = FunnelWidths::Readable;
    Qt::LayoutDirection direction = Qt::LeftToRight;

    bool operator==(const FunnelBands &) const = default;
};

// What is to be shown of which funnel. The pointers are optional.
struct FunnelQuestion
{
    const FunnelFigures &now;
    const FunnelFigures *before = nullptr;
    bool beforeIsTarget = false; // rather than another period
    Measure measure = Measure::Amount;
    const FunnelInputs *agreed = nullptr; // contracts, what came of them, and targets
    QLocale locale = {};
    FunnelWidths widths = FunnelWidths::Readable;
    QDate today = QDate::currentDate();
};

FunnelBands funnelBands(const FunnelQuestion &question);
// Stage, owner, both periods, rates, change and target: the same figures as a table.
FigureTable funnelTable(const FunnelQuestion &question);
// As many decimals in all cells of a column; what is not 0 is never called 0.
QString rateCell(const Rate &rate, const QLocale &locale);
// Where the figures come from, in words.
QString sourcesOf(const QList<FunnelFigures> &funnels);
