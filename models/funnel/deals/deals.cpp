#include "models/funnel/deals/deals.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Deals)
};

} // namespace

bool areStrangers(const Deal &a, const Deal &b)
{
    int compared = 0;
    const auto agree = [&compared](const auto &one, const auto &other, bool bothKnown) {
        compared += bothKnown ? 1 : 0;
        return bothKnown && one == other;
    };
    const auto agreeTexts = [&agree](const QString &one, const QString &other) {
        return agree(one.toCaseFolded(), other.toCaseFolded(), !one.isEmpty() && !other.isEmpty());
    };
    return !agreeTexts(a.name, b.name) && !agreeTexts(a.account, b.account)
        && !agree(a.created, b.created, a.created.isValid() && b.created.isValid()) && compared > 1;
}

QDate Deal::reachedOn(int stageIndex) const
{
    if (entered.isEmpty())
        return created;
    QDate first = state == State::Won ? closed : QDate();
    const auto consider = [&first](QDate day) {
        if (day.isValid() && (!first.isValid() || day < first))
            first = day;
    };
    for (const StageEntry &entry : entered)
        if (entry.stage >= stageIndex)
            consider(entry.on);
    // What came before the history begins, and what it leaves out at its end.
    if (stageIndex < entered.first().stage || !first.isValid())
        consider(created);
    return first;
}

const QString &Deal::named(DealsBy by) const
{
    return by == DealsBy::Segment ? segment : by == DealsBy::Product ? product : source;
}

QString dealsByKey(DealsBy by)
{
    return by == DealsBy::Segment ? u"segment"_s : by == DealsBy::Product ? u"product"_s : u"source"_s;
}

void DealTotals::add(const Deal &deal, int times)
{
    count += times;
    if (deal.value)
        value.add({deal.value->minor * times, deal.value->currency}, times);
    else
        withoutValue += times;
}

void DealTotals::add(const DealTotals &others)
{
    count += others.count;
    withoutValue += others.withoutValue;
    value.add(others.value);
}

QString openStagesText(const DealSummary &deals, const QLocale &locale)
{
    QStringList stages;
    for (const auto &[stage, count] : deals.openByCrmStage.asKeyValueRange())
        stages.append((stage.isEmpty() ? Texts::tr("without a stage") : stage) % u' '
                      % locale.toString(count));
    return stages.join(u", "_s);
}

QString reachedRule()
{
    return Texts::tr(
        "A row counts in every stage up to the one it reached; a lost one up to the furthest stage it "
        "is known to have reached.");
}

QString typedRule()
{
    return Texts::tr("Typed numbers stand before imported ones.");
}

QString countingRule(const DealSummary &deals, CountedBy by)
{
    const QString when = by == CountedBy::Entry
        ? Texts::tr("All of it counts in the period in which it began.")
        : Texts::tr("It counts in the period in which it came to each stage as its history tells, otherwise "
                    "in that in which it began; as won in the period in which it was closed.");
    QStringList rules{
        Texts::tr("Imported rows: %1 %2", "rule of stages, rule of periods").arg(reachedRule(), when),
        typedRule()};
    const QLocale locale;
    if (deals.further > 0)
        rules.append(Texts::tr("Further deals of leads that have one already: %1. Each counts only in the "
                               "stages after that of its lead, so that every lead counts once.")
                         .arg(locale.toString(deals.further)));
    if (deals.withoutCreated > 0)
        rules.append(
            (by == CountedBy::Entry
                 ? Texts::tr("Without a day on which they began, and so in no period: %1.")
                 : Texts::tr("Without a day on which they began, and so in no period until won: %1."))
                .arg(locale.toString(deals.withoutCreated)));
    if (by == CountedBy::Event && deals.wonWithoutClosed > 0)
        rules.append(
            Texts::tr("Won without a close date, and so in no period: %1. Where no other was won it is "
                      "not known how many were.")
                .arg(locale.toString(deals.wonWithoutClosed)));
    return rules.join(u' ');
}

Rate DealSummary::winRate() const
{
    return Rate::of(won.count, won.count + lost.count);
}

Rate DealSummary::winRateOf(const Period &period) const
{
    if (!knowsWinsOf(period))
        return Rate::Problem::NoTo;
    const qint64 wins = wonByClose.value(period).count;
    return Rate::of(wins, wins + lostByClose.value(period).count);
}

Fraction DealSummary::dealSize(const QString &currency) const
{
    const auto sum = won.value.in(currency);
    return sum ? sum->amount() / Fraction(won.value.count(currency)) : Fraction::invalid();
}
