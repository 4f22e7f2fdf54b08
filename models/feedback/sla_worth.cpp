#include "models/feedback/sla_worth.h"

#include "models/arithmetic/share.h"
#include "models/funnel/deals/pipeline.h"
#include "models/worksheet/row_values.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SlaWorth)
};

Derived leadValueOf(const SlaWorth &worth)
{
    if (!worth.dealSize)
        return Derived::because(Texts::tr("Cannot be worked out: no deal size is given."));
    if (!worth.leadToWon)
        return Derived::because(
            Texts::tr("Cannot be worked out: it is not said how many of the leads are won."));
    return leadValue(worth.dealSize->amount(), Fraction::of(*worth.leadToWon, WholeShare));
}

Derived askedOf(const SlaWorth &worth)
{
    if (!worth.quota)
        return Derived::because(Texts::tr("Cannot be worked out: no quota is given."));
    if (!worth.marketingShare)
        return Derived::because(
            Texts::tr("Cannot be worked out: it is not said which share comes from marketing's leads."));
    return {Rational::of(worth.quota->amount() * Fraction::of(*worth.marketingShare, WholeShare))};
}

Derived neededOf(const SlaWorth &worth)
{
    if (!worth.asked.value)
        return worth.asked;
    if (!worth.leadValue.value)
        return worth.leadValue;
    if (worth.quota->currency != worth.dealSize->currency)
        return Derived::because(
            Texts::tr(
                "Cannot be compared: the quota is in %1, the deal size in %2. Give both in one currency.")
                .arg(worth.quota->currency, worth.dealSize->currency));
    if (worth.leadValue.value->sign() <= 0)
        return Derived::because(Texts::tr("Cannot be worked out: a lead is worth nothing."));
    const auto whole = (*worth.asked.value / *worth.leadValue.value).roundedUp();
    return whole ? Derived{Rational(*whole)} : Derived::because(Texts::tr("Cannot be worked out: too many."));
}

} // namespace

std::optional<qint64> SlaWorth::over() const
{
    const auto need = needed.value ? needed.value->rounded() : std::nullopt;
    return leads && need ? std::optional(*leads - *need) : std::nullopt;
}

SlaWorth slaWorthOf(const QVariantMap &row)
{
    SlaWorth worth{.leads = RowValues::whole(row, u"leads_promised"_s),
                   .leadToWon = RowValues::whole(row, u"lead_to_won"_s),
                   .marketingShare = RowValues::whole(row, u"marketing_share"_s),
                   .dealSize = RowValues::money(row, u"deal_size"_s),
                   .quota = RowValues::money(row, u"quota"_s),
                   .leadValue = {},
                   .promised = {},
                   .asked = {},
                   .needed = {}};
    worth.leadValue = leadValueOf(worth);
    worth.promised = worth.leads
        ? slaValue(*worth.leads, worth.leadValue)
        : Derived::because(Texts::tr("Cannot be worked out: no number of leads is promised."));
    worth.asked = askedOf(worth);
    worth.needed = neededOf(worth);
    return worth;
}
