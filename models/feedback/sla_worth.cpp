#include "models/feedback/sla_worth.h"

#include "models/arithmetic/share.h"
#include "models/funnel/pipeline.h"
#include "models/funnel/row_values.h"

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

} // namespace

SlaWorth slaWorthOf(const QVariantMap &row)
{
    SlaWorth worth{.leads = RowValues::whole(row, u"leads_promised"_s),
                   .leadToWon = RowValues::whole(row, u"lead_to_won"_s),
                   .marketingShare = RowValues::whole(row, u"marketing_share"_s),
                   .dealSize = RowValues::money(row, u"deal_size"_s),
                   .quota = RowValues::money(row, u"quota"_s),
                   .leadValue = {},
                   .promised = {},
                   .asked = {}};
    worth.leadValue = leadValueOf(worth);
    worth.promised = worth.leads
        ? slaValue(*worth.leads, worth.leadValue)
        : Derived::because(Texts::tr("Cannot be worked out: no number of leads is promised."));
    worth.asked = askedOf(worth);
    return worth;
}
