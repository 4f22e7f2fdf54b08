#include "tests/support/made_funnel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace MadeFunnel {

FunnelFigures funnel(const QString &period, const Amounts &amounts)
{
    const QStringList names{u"Visitors"_s, u"Leads"_s, u"MQL"_s, u"SQL"_s, u"Opportunities"_s, u"Won"_s};
    const Team owners[]
        = {Team::Marketing, Team::Marketing, Team::Both, Team::Both, Team::Sales, Team::Sales};
    FunnelFigures figures;
    figures.period = Period::fromKey(period);
    for (int i = 0; i < amounts.size(); ++i) {
        const QString name = i < names.size()
            ? names.at(i)
            : u"Stage %1 with a name like Angebotsnachverfolgungsbesprechungstermin"_s.arg(i);
        figures.stages.append({.id = i + 1, .name = name, .owner = owners[std::min(i, 5)]});
        figures.figures.append({.amount = amounts.at(i),
                                .worth = {},
                                .amountSource = amounts.at(i) ? FigureSource::Typed : FigureSource::None});
    }
    return figures;
}

FunnelInputs contract()
{
    FunnelInputs inputs;
    inputs.contracts = {{.afterStage = 2, .gives = u"Ana"_s, .takes = u"Joy"_s, .acceptWithin = 240}};
    return inputs;
}

FunnelBands bandsOf(const Amounts &now, const Amounts &before, const QLocale &locale)
{
    const FunnelFigures a = funnel(u"2026-Q3"_s, now);
    const FunnelFigures b = funnel(u"2026-Q2"_s, before);
    const FunnelInputs agreed = contract();
    return funnelBands({.now = a, .before = &b, .agreed = &agreed, .locale = locale});
}

} // namespace MadeFunnel
