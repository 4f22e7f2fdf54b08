#include "models/funnel/planned_range.h"

#include <QCoreApplication>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PlannedRange)
};

using Edge = std::optional<qint64>;

RangeFit fitBetween(const Edge &low, const Edge &likely, const Edge &high)
{
    if (low && high && *low > *high)
        return RangeFit::LowAboveHigh;
    if (low && likely && *likely < *low)
        return RangeFit::BelowLow;
    return high && likely && *likely > *high ? RangeFit::AboveHigh : RangeFit::Fits;
}

Edge minorOf(const std::optional<Money> &money)
{
    return money ? Edge(money->minor) : std::nullopt;
}

} // namespace

RangeFit fitOf(const PlannedRate &rate)
{
    return fitBetween(rate.low, rate.likely, rate.high);
}

RangeFit fitOfDealSize(const FunnelPlan &plan)
{
    for (const std::optional<Money> &edge : {plan.dealSizeLow, plan.dealSizeHigh})
        if (edge && plan.dealSize && edge->currency != plan.dealSize->currency)
            return RangeFit::OtherCurrency;
    return fitBetween(minorOf(plan.dealSizeLow), minorOf(plan.dealSize), minorOf(plan.dealSizeHigh));
}

QString rangeRemark(RangeFit fit, const QString &low, const QString &high)
{
    switch (fit) {
    case RangeFit::Fits:
        break;
    case RangeFit::BelowLow:
        return Texts::tr("Below its Low, %1: change one of the two. Low stands further down.").arg(low);
    case RangeFit::AboveHigh:
        return Texts::tr("Above its High, %1: change one of the two. High stands further down.").arg(high);
    case RangeFit::LowAboveHigh:
        return Texts::tr("Its Low, %1, is above its High, %2; both stand further down.").arg(low, high);
    case RangeFit::OtherCurrency:
        return Texts::tr("Its Low and High, further down, are in another currency.");
    }
    return {};
}
