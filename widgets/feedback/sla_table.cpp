#include "widgets/feedback/sla_table.h"

#include "models/arithmetic/dash.h"
#include "models/arithmetic/share.h"

#include <QCoreApplication>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SlaTable)
};

QString moneyText(const std::optional<Money> &money, const QLocale &locale)
{
    return money ? money->toText(locale) : dash();
}

QString percentText(const std::optional<qint64> &share, const QLocale &locale)
{
    return share ? Fraction::of(*share, WholeShare).toPercent(locale, ShareDecimals) : QString();
}

QString moneyText(const Derived &figure, const std::optional<Money> &unit, const QLocale &locale)
{
    const auto minor
        = figure.value && unit ? figure.value->scaled(currencyDigits(unit->currency)) : std::nullopt;
    return moneyText(minor ? std::optional(Money{*minor, unit->currency}) : std::nullopt, locale);
}

QStringList row(const QString &name, const Derived &figure, const QString &how,
                const std::optional<Money> &unit, const QLocale &locale)
{
    return {name, figure.value ? how : figure.problem, moneyText(figure, unit, locale)};
}

// In leads, which is what is promised.
QStringList comparison(const SlaWorth &worth, const QLocale &locale)
{
    const QString name = Texts::tr("Promised leads against the quota");
    const auto over = worth.over();
    if (!over)
        return {name, worth.leads ? worth.needed.problem : worth.promised.problem, dash()};
    const QString how = Texts::tr("%1 promised; %2 needed, which is %3 ÷ %4, rounded up", "leads, money")
                            .arg(locale.toString(*worth.leads), locale.toString(*worth.leads - *over),
                                 moneyText(worth.asked, worth.quota, locale),
                                 moneyText(worth.leadValue, worth.dealSize, locale));
    return {name, how,
            *over < 0       ? Texts::tr("%1 too few", "leads").arg(locale.toString(-*over))
                : *over > 0 ? Texts::tr("%1 more than needed", "leads").arg(locale.toString(*over))
                            : Texts::tr("as many as needed", "leads")};
}

} // namespace

FigureTable slaTable(const SlaWorth &worth, const QLocale &locale)
{
    const QString size = moneyText(worth.dealSize, locale), rate = percentText(worth.leadToWon, locale);
    return {.head = {Texts::tr("Figure"), Texts::tr("How it comes about"), Texts::tr("Value")},
            .rows = {row(Texts::tr("One qualified lead"), worth.leadValue,
                         Texts::tr("%1 × %2", "deal size, rate").arg(size, rate), worth.dealSize, locale),
                     row(Texts::tr("All that are promised"), worth.promised,
                         Texts::tr("%1 × %2 × %3", "leads, deal size, rate")
                             .arg(locale.toString(worth.leads.value_or(0)), size, rate),
                         worth.dealSize, locale),
                     row(Texts::tr("What the quota asks of them"), worth.asked,
                         Texts::tr("%1 × %2", "quota, marketing's share")
                             .arg(moneyText(worth.quota, locale), percentText(worth.marketingShare, locale)),
                         worth.quota, locale),
                     comparison(worth, locale)},
            .textColumns = 2};
}
