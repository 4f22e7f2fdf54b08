#include "models/arithmetic/rate.h"

#include "models/arithmetic/dash.h"

#include <QCoreApplication>

Rate::Rate(const Fraction &value)
    : m_value(value)
    , m_problem(value.isValid() ? Problem::None : Problem::TooLarge)
{
}

Rate Rate::of(std::optional<qint64> to, std::optional<qint64> from)
{
    if (!from)
        return Problem::NoFrom;
    if (!to)
        return Problem::NoTo;
    if (*from == 0)
        return Problem::FromZero;
    return Fraction::of(*to, *from);
}

QString Rate::reason() const
{
    switch (m_problem) {
    case Problem::None:
        break;
    case Problem::NoFrom:
        return QCoreApplication::translate("Rate",
                                           "Cannot be worked out: the figure it starts from is missing.");
    case Problem::NoTo:
        return QCoreApplication::translate("Rate",
                                           "Cannot be worked out: the figure it leads to is missing.");
    case Problem::FromZero:
        return QCoreApplication::translate("Rate", "Cannot be worked out: the figure it starts from is 0.");
    case Problem::OtherCurrency:
        return QCoreApplication::translate("Rate",
                                           "Cannot be worked out: the amounts are in different currencies.");
    case Problem::TooLarge:
        return QCoreApplication::translate("Rate", "Cannot be worked out: the figures are too large.");
    case Problem::NoStage:
        return QCoreApplication::translate("Rate", "Cannot be worked out: there is no such step.");
    }
    return {};
}

QString Rate::toText(const QLocale &locale, int decimals, bool trimmed) const
{
    return isKnown() ? m_value.toPercent(locale, decimals, trimmed) : dash();
}
