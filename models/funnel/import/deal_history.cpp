#include "models/funnel/import/deal_history.h"

#include "models/tables/words.h"
#include "models/worksheet/date_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

using Kind = StageTarget::Kind;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DealHistory)
};

bool isEnd(const DealRow::Step &step)
{
    return step.target.kind == Kind::Won || step.target.kind == Kind::Lost;
}

bool tellsStage(const DealRow::Step &step)
{
    return step.target.kind != Kind::Unknown || step.before >= 0;
}

// Steps without a date come first, and of one day the end of the deal last.
bool isBefore(const DealRow::Step &a, const DealRow::Step &b)
{
    const auto rank = [](const DealRow::Step &step) {
        return std::tuple(step.on.isValid() ? step.on.toJulianDay() : 0, isEnd(step), step.stage);
    };
    return rank(a) < rank(b);
}

const DealRow::Step *lastOf(const QList<DealRow::Step> &steps, Kind kind)
{
    const auto found = std::find_if(steps.rbegin(), steps.rend(),
                                    [kind](const DealRow::Step &step) { return step.target.kind == kind; });
    return found == steps.rend() ? nullptr : &*found;
}

QString shown(QDate date)
{
    return date.isValid() ? shortDate(date, QLocale()) : Texts::tr("without a date");
}

} // namespace

void DealHistory::add(const DealRow &row, qint64 line, const QString &file)
{
    const QString &key = row.deal().key;
    const auto known = m_indexOfKey.constFind(key);
    const size_t index = known == m_indexOfKey.cend() ? m_deals.size() : *known;
    if (index == m_deals.size()) {
        m_indexOfKey.insert(key, index);
        m_deals.emplace_back();
        m_deals.back().deal.key = key;
    }
    Gathered &gathered = m_deals[index];
    fillIn(gathered, row);
    // A day without a stage may still be the one on which the deal was created.
    if (tellsStage(row.step()) || row.step().on.isValid())
        gathered.steps.append(row.step());
    if (tellsStage(row.step()) && !row.step().on.isValid())
        ++m_undated;
    if (!m_files.contains(file))
        m_files.append(file);
    gathered.places.push_back({line, static_cast<int>(m_files.indexOf(file))});
}

void DealHistory::addRefused(const DealRow::RefusedStep &step, qint64 line)
{
    if (!step.on.isValid())
        return;
    Refused &newest = m_refused[step.key];
    if (!newest.on.isValid() || step.on >= newest.on)
        newest = {step.on, line};
}

// Where the deal itself says how it stands, its history need not.
void DealHistory::lookForRefused(const Gathered &gathered)
{
    constexpr qsizetype named = 5;
    const auto refused = m_refused.constFind(gathered.deal.key);
    if (refused == m_refused.cend() || gathered.tellsState)
        return;
    const bool isNewer = !gathered.latest.isValid() || refused->on > gathered.latest
        || (refused->on == gathered.latest && refused->line > gathered.places.back().line);
    m_outdated += isNewer ? 1 : 0;
    if (isNewer && m_namedOutdated.size() < named)
        m_namedOutdated.append(u"“%1”"_s.arg(shortened(gathered.deal.key)));
}

// On its last row.
TableRemark DealHistory::remarkOn(const Gathered &gathered, const QString &text) const
{
    return {gathered.places.back().line, text, fileOf(gathered.places.back())};
}

// What the deal's latest row says counts; what that leaves out is taken from the others.
void DealHistory::fillIn(Gathered &gathered, const DealRow &row)
{
    const QDate on = row.step().on;
    const bool isLater = !gathered.latest.isValid() || (on.isValid() && on >= gathered.latest);
    if (isLater) {
        gathered.latest = on;
        gathered.conflicts = row.conflicts();
    }
    Deal &deal = gathered.deal;
    const Deal &other = row.deal();
    const auto take = [isLater](auto &present, const auto &told, bool tells, bool isKnown) {
        if (tells && (isLater || !isKnown))
            present = told;
    };
    for (QString Deal::*text : {&Deal::name, &Deal::owner, &Deal::source, &Deal::segment, &Deal::product,
                                &Deal::account, &Deal::formerKey})
        take(deal.*text, other.*text, !(other.*text).isEmpty(), !(deal.*text).isEmpty());
    take(deal.created, other.created, other.created.isValid(), deal.created.isValid());
    take(deal.countsFrom, other.countsFrom, other.countsFrom > 0, deal.countsFrom > 0);
    take(deal.chance, other.chance, other.chance.has_value(), deal.chance.has_value());
    take(deal.value, other.value, other.value.has_value(), deal.value.has_value());
    if (!row.tellsState() || (gathered.tellsState && !isLater))
        return;
    gathered.tellsState = true;
    deal.state = other.state;
    deal.stage = other.stage;
    deal.crmStage = other.crmStage;
    deal.closed = other.closed;
}

std::optional<Deal> DealHistory::deal(qsizetype index, int stageOfLost, ImportReport &report)
{
    Gathered &gathered = m_deals[size_t(index)];
    Deal &deal = gathered.deal;
    std::stable_sort(gathered.steps.begin(), gathered.steps.end(), isBefore);
    if (contradictsItself(gathered, report))
        return {};
    decideState(gathered);
    lookForRefused(gathered);
    for (const DealRow::Step &step : std::as_const(gathered.steps)) {
        deal.stage = std::max({deal.stage, step.stage, step.before});
        if (step.on.isValid() && !deal.created.isValid())
            deal.created = step.on;
    }
    if (deal.state == Deal::State::Won)
        deal.stage = m_stageCount - 1;
    else if (const auto *won = lastOf(gathered.steps, Kind::Won)) {
        deal.stage = std::max(deal.stage, m_stageCount - 2); // it has been through all of them
        if (deal.state == Deal::State::Open)
            report.remark(
                remarkOn(gathered,
                         Texts::tr("The deal “%1” was won (%2), and is open again. It counts as open.")
                             .arg(shortened(deal.key), shown(won->on))));
    } else if (deal.state == Deal::State::Lost && deal.stage < 0)
        deal.stage = stageOfLost;
    deal.entered = entered(gathered);
    if (deal.state != Deal::State::Open)
        deal.chance.reset();
    if (const qsizetype leads = m_leads.size(); deal.isFurther()) {
        m_leads.insert(deal.formerKey);
        deal.countsFrom = m_leads.size() > leads ? 0 : deal.countsFrom; // the first counts for the lead
    }
    for (const QString &conflict : std::as_const(gathered.conflicts))
        report.remark(remarkOn(gathered, conflict));
    const auto isEarly = [&deal](const DealRow::Step &step) {
        return tellsStage(step) && step.on.isValid() && step.on < deal.created;
    };
    if (std::any_of(gathered.steps.begin(), gathered.steps.end(), isEarly))
        report.remark(remarkOn(
            gathered,
            Texts::tr("The deal “%1” entered a stage before it was created.").arg(shortened(deal.key))));
    return deal;
}

void DealHistory::decideState(Gathered &gathered) const
{
    Deal &deal = gathered.deal;
    const auto last = std::find_if(gathered.steps.crbegin(), gathered.steps.crend(),
                                   [](const DealRow::Step &s) { return s.target.kind != Kind::Unknown; });
    if (!gathered.tellsState && last != gathered.steps.crend()) {
        deal.crmStage = last->text;
        if (isEnd(*last))
            deal.state = last->target.kind == Kind::Won ? Deal::State::Won : Deal::State::Lost;
    }
    if (deal.state == Deal::State::Open)
        return;
    const auto *end = lastOf(gathered.steps, deal.state == Deal::State::Won ? Kind::Won : Kind::Lost);
    if (end && !deal.closed.isValid())
        deal.closed = end->on;
    else if (end && end->on.isValid() && end->on != deal.closed)
        gathered.conflicts.append(
            Texts::tr("The deal “%1” was closed on %2 by its history, on %3 by itself. The latter counts.")
                .arg(shortened(deal.key), shown(end->on), shown(deal.closed)));
}

bool DealHistory::contradictsItself(const Gathered &gathered, ImportReport &report) const
{
    const Deal &deal = gathered.deal;
    const auto *won = lastOf(gathered.steps, Kind::Won);
    const auto *lost = lastOf(gathered.steps, Kind::Lost);
    if (won && lost && won->on == lost->on && !gathered.tellsState) {
        const qint64 rows = std::ssize(gathered.places);
        report.taken -= rows;
        report.furtherStages -= rows - 1;
        for (const Place &place : gathered.places)
            report.refuse({place.line,
                           Texts::tr("The deal “%1” contradicts itself: won and lost on the same day (%2).")
                               .arg(shortened(deal.key), shown(won->on)),
                           fileOf(place)});
        return true;
    }
    if (won && lost)
        report.remark(remarkOn(gathered,
                               Texts::tr("The deal “%1” was won (%2) and lost (%3). The later counts.")
                                   .arg(shortened(deal.key), shown(won->on), shown(lost->on))));
    remarkOnReturn(gathered, won, report);
    const auto *against = deal.state == Deal::State::Won ? lost
        : deal.state == Deal::State::Lost                ? won
                                                         : nullptr;
    if (gathered.tellsState && against && !(won && lost))
        report.remark(
            remarkOn(gathered,
                     Texts::tr("The history of “%1” says “%2”, the deal itself “%3”. The deal counts.")
                         .arg(shortened(deal.key), shortened(against->text), shortened(deal.crmStage))));
    return false;
}

// Open again after it was won, although in the end it is won all the same.
void DealHistory::remarkOnReturn(const Gathered &gathered, const DealRow::Step *won,
                                 ImportReport &report) const
{
    const auto isLater = [won](const DealRow::Step &step) {
        return step.target.kind == Kind::Stage && won->on.isValid() && step.on > won->on;
    };
    const auto &steps = gathered.steps;
    const auto later = won && gathered.deal.state == Deal::State::Won
        ? std::find_if(steps.begin(), steps.end(), isLater)
        : steps.end();
    if (later != steps.end())
        report.remark(remarkOn(
            gathered,
            Texts::tr("The deal “%1” was won (%2), and came to “%3” after that (%4). It counts as won.")
                .arg(shortened(gathered.deal.key), shown(won->on), shortened(later->text),
                     shown(later->on))));
}

// The first day of each stage before won; of a stage that a deal left first, the day it was created.
QList<StageEntry> DealHistory::entered(const Gathered &gathered)
{
    QMap<int, QDate> first;
    const auto enter = [&first](int stage, QDate on) {
        if (stage >= 0 && on.isValid() && !first.contains(stage))
            first.insert(stage, on);
    };
    for (const DealRow::Step &step : gathered.steps) {
        const QDate created = gathered.deal.created;
        enter(step.before, first.isEmpty() && step.on.isValid() && created < step.on ? created : step.on);
        enter(step.stage, step.on);
    }
    QList<StageEntry> entries;
    for (const auto &[stage, on] : first.asKeyValueRange())
        entries.append({stage, on});
    return entries;
}
