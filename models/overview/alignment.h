#pragma once

#include "models/arithmetic/fraction.h"

#include <QList>
#include <QString>

#include <optional>

// One statement that both sides rated from 1 (not at all) to 5 (fully) without seeing each other's answer.
struct RatedStatement
{
    QString statement;
    std::optional<int> marketing;
    std::optional<int> sales;

    // Distance of the two ratings, 0 to 4; empty until both have answered.
    std::optional<int> gap() const;
};

// What the ratings say together. Only statements that both sides rated count.
struct Alignment
{
    // 0 to 100: the mean of all ratings, as a share of the way from 1 to 5, times the agreement: 1 where the
    // two sides never differ, 0 where they are always 4 apart. So agreement on low ratings is not called
    // alignment, nor are high ratings of one side only. Our own measure, stated beside the figure.
    std::optional<int> score;
    Fraction level = Fraction::invalid(), agreement = Fraction::invalid(); // the two factors, 0 to 1
    Fraction marketingMean = Fraction::invalid(); // 1 to 5
    Fraction salesMean = Fraction::invalid();
    int widest = -1; // index of the statement with the widest gap, the first of several; -1: none
    int answered = 0;
};

Alignment alignmentOf(const QList<RatedStatement> &statements);
