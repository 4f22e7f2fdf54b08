#pragma once

#include "models/feedback/sla_worth.h"
#include "widgets/charts/figure_table.h"

#include <QLocale>

// What the promised leads are worth, step by step: figure, how it comes about or why it does not, value.
FigureTable slaTable(const SlaWorth &worth, const QLocale &locale);
