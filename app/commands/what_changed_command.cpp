#include "app/commands/command.h"

#include "models/exchange/plan_figures.h"
#include "models/funnel/currencies.h"
#include "models/funnel/deals/known_sums.h"
#include "models/funnel/import/deal_store.h"
#include "models/funnel/segment_change.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Splits the change of won value between two periods over what caused it.
class WhatChangedCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(WhatChangedCommand)

public:
    QString verb() const override { return u"what-changed"_s; }
    QString arguments() const override
    {
        return u"FILE --from PERIOD --to PERIOD [--by region|product|source] "
               "[--currency CODE] [--json]"_s;
    }
    QString summary() const override
    {
        return tr("Split the change of won value between two periods over volume, rates and deal size.");
    }
    QString details() const override
    {
        return tr(
            "Periods are written 2026, 2026-Q3, 2026-09 or 2026-W37, both alike. Parts are Shapley values\n"
            "and add up to the change exactly.\n"
            "Keys: {\"from\", \"to\", \"before\", \"after\", \"change\": money,\n"
            "  \"factors\": [{\"factor\", \"kind\": \"volume\", \"rate\" or \"deal_size\", \"stage\", "
            "\"before\",\n"
            "  \"after\", \"part\": money}], \"left_out\": stages without a rate, \"left_out_because\": "
            "why,\n"
            "  along them,\n"
            "  \"notes\": [{\"on\", \"text\", \"team\"}]}\n"
            "With --by the change of each region, product or source: \"segments\": [{\"segment\", and the\n"
            "  same keys, or \"problem\"}], \"rest\": money in none of them, \"typed_over_rows\":\n"
            "  whether the totals are typed and the parts imported, so that the rest lies between the two.\n"
            "  Their changes add up too.\n"
            "Where deals have several currencies it is the change in one of them, and a further rate is the\n"
            "share of the won that are in it.");
    }
    int argumentCount() const override { return 1; }

    void addOptions(QCommandLineParser &parser) const override
    {
        parser.addOption({u"from"_s, tr("The earlier period."), u"PERIOD"_s});
        parser.addOption({u"to"_s, tr("The later period."), u"PERIOD"_s});
        parser.addOption({u"by"_s, tr("By “region”, “product” or “source”."), u"PART"_s});
        parser.addOption({u"currency"_s,
                          tr("Of the won value, where the workbook has several; otherwise its own."),
                          u"CODE"_s});
        parser.addOption({u"json"_s, tr("Print JSON.")});
    }

    int run(const QCommandLineParser &parser) const override
    {
        const Period from = Period::fromKey(parser.value(u"from"_s));
        const Period to = Period::fromKey(parser.value(u"to"_s));
        if (!from.isValid() || !to.isValid() || from.grain != to.grain)
            return Commands::wrongUsage(
                tr("Say --from and --to with two periods of one kind, as in 2026-Q2 and 2026-Q3."));
        const auto by = segmentKindFromKey(parser.value(u"by"_s));
        if (parser.isSet(u"by"_s) && !by)
            return Commands::wrongUsage(tr("Say --by with region, product or source."));
        const auto document = Commands::open(parser.positionalArguments().constFirst());
        if (!document)
            return Commands::fail(document.error());
        const FunnelInputs inputs = readFunnel(**document);
        const auto deals = summaryOfDeals(**document, inputs.stages, from.grain);
        if (!deals)
            return Commands::fail(deals.error());
        QString currency = parser.value(u"currency"_s).toUpper();
        if (currency.isEmpty())
            currency = currencyToShow(**document, inputs, *deals);
        else if (const auto known = checkCurrency(currency, inputs, *deals); !known)
            return Commands::fail(known.error());
        if (const QString rule = currencyRule(*deals, currency); !rule.isEmpty())
            Commands::complain(rule);
        if (const QString rule = dealSizeRule(*deals, from, to); !rule.isEmpty())
            Commands::complain(rule);
        const QList<FunnelFigures> funnels = inputs.funnels(*deals, from.grain, CountedBy::Event, currency);
        const WhatChanged changed = whatChanged(funnelOf(funnels, from), funnelOf(funnels, to));
        if (changed.problem != WhatChanged::Problem::None)
            return Commands::fail({Error::Code::Refused, changed.reason()});
        if (by)
            return print(changeBySegment(**document, inputs.stages, *by, funnelOf(funnels, from),
                                         funnelOf(funnels, to), currency),
                         parser.isSet(u"json"_s));
        const QList<FunnelNote> notes = notesBetween(inputs.notes, from, to);
        Commands::print(
            parser.isSet(u"json"_s)
                ? QString::fromUtf8(QJsonDocument(changeToJson(changed, notes)).toJson()).trimmed()
                : textOf(changed));
        return Commands::Done;
    }

private:
    static int print(const Result<ChangeBySegment> &changed, bool json)
    {
        if (!changed)
            return Commands::fail(changed.error());
        if (changed->whole.problem != WhatChanged::Problem::None)
            return Commands::fail({Error::Code::Refused, changed->reason()});
        if (const QString rule = changed->restRule(); !rule.isEmpty())
            Commands::complain(rule);
        Commands::print(json ? QString::fromUtf8(QJsonDocument(changeToJson(*changed)).toJson()).trimmed()
                             : textOf(*changed));
        return Commands::Done;
    }

    static FunnelFigures funnelOf(const QList<FunnelFigures> &funnels, const Period &period)
    {
        const auto found = std::find_if(funnels.begin(), funnels.end(),
                                        [&](const FunnelFigures &funnel) { return funnel.period == period; });
        return found == funnels.end() ? FunnelFigures() : *found;
    }

    static QString changeText(const Money &money, const QLocale &locale)
    {
        return (money.minor > 0 ? u"+"_s : QString()) + money.toText(locale);
    }

    static QString textOf(const WhatChanged &changed)
    {
        const QLocale locale;
        QStringList lines{tr("%1: %2").arg(changed.from.label(locale), changed.before.toText(locale))};
        for (const ChangeFactor &factor : changed.factors)
            lines.append(
                tr("%1: %2").arg(factor.label(), changeText({factor.part, changed.after.currency}, locale)));
        lines.append(tr("%1: %2").arg(changed.to.label(locale), changed.after.toText(locale)));
        if (const QString leftOut = changed.leftOutText(locale); !leftOut.isEmpty())
            lines.append(leftOut);
        return lines.join(u'\n');
    }

    static QString textOf(const ChangeBySegment &changed)
    {
        const QLocale locale;
        const WhatChanged &whole = changed.whole;
        const auto change = [&](const WhatChanged &part) {
            return changeText({part.after.minor - part.before.minor, whole.after.currency}, locale);
        };
        QStringList lines{tr("%1: %2").arg(whole.from.label(locale), whole.before.toText(locale))};
        for (const ChangeBySegment::Part &part : changed.parts)
            lines.append(tr("%1: %2").arg(part.name,
                                          part.changed.problem == WhatChanged::Problem::None
                                              ? change(part.changed)
                                              : part.changed.reason()));
        lines.append(tr("%1: %2").arg(changed.restLabel(), changeText(changed.rest, locale)));
        lines.append(tr("%1: %2").arg(whole.to.label(locale), whole.after.toText(locale)));
        return lines.join(u'\n');
    }
};

} // namespace

std::unique_ptr<Command> makeWhatChangedCommand()
{
    return std::make_unique<WhatChangedCommand>();
}
