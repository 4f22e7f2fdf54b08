#pragma once

#include "models/arithmetic/fraction.h"

#include <QString>

// A share of one figure in another, or the reason why it cannot be worked out.
class Rate
{
public:
    enum class Problem {
        None,
        NoFrom, // the figure to divide by is missing
        NoTo, // the figure to divide is missing
        FromZero,
        OtherCurrency,
        TooLarge,
        NoStage, // there is no such step
    };

    Rate(const Fraction &value);
    Rate(Problem problem)
        : m_value(Fraction::invalid())
        , m_problem(problem)
    {
    }
    static Rate of(std::optional<qint64> to, std::optional<qint64> from);

    bool isKnown() const { return m_problem == Problem::None; }
    const Fraction &value() const { return m_value; } // not valid where not known
    Problem problem() const { return m_problem; }
    QString reason() const; // why it cannot be worked out; empty where known
    bool isAboveOne() const { return isKnown() && m_value > Fraction(1); } // to be asked about

    // "41.67 %", or a dash where not known. `trimmed` leaves out trailing zeros.
    QString toText(const QLocale &locale, int decimals = 2, bool trimmed = true) const;

private:
    Fraction m_value;
    Problem m_problem = Problem::None;
};
