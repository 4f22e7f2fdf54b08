#include "models/funnel/import/deal_row.h"

#include "models/funnel/import/lead_list.h"
#include "models/funnel/import/named_columns.h"
#include "models/tables/values/amount.h"
#include "models/tables/words.h"
#include "models/worksheet/date_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

// What a row says of the state and the stage of its deal.

using Kind = StageTarget::Kind;

namespace {

QString nameOf(Deal::State state)
{
    return state == Deal::State::Won ? QCoreApplication::translate("Import", "won")
        : state == Deal::State::Lost ? QCoreApplication::translate("Import", "lost")
                                     : QCoreApplication::translate("Import", "open");
}

QString nameOf(Kind state)
{
    return nameOf(state == Kind::Won        ? Deal::State::Won
                      : state == Kind::Lost ? Deal::State::Lost
                                            : Deal::State::Open);
}

} // namespace

DealRow::Outcome DealRow::readStage()
{
    m_contradictions.clear();
    m_statusText.clear();
    StageTarget stage = targetOf(m_stage, m_deal.crmStage);
    StageTarget status
        = m_status.columns.empty() ? StageTarget{Kind::Open, 0} : targetOf(m_status, m_statusText);
    if (m_stage.columns.empty() && m_status.columns.empty() && !findStageByDates(stage))
        return Outcome::Refused;
    for (StageTarget *target : {&stage, &status})
        if (target->kind == Kind::NotWon)
            *target = {isClosed() ? Kind::Lost : Kind::Open, 0};
    if (m_hasFlags && !heedFlags(stage, status))
        return Outcome::Refused;
    if (stage.kind == Kind::Ignore || status.kind == Kind::Ignore)
        return Outcome::Ignored;
    if (m_reason = reasonToRefuse(stage, status); !m_reason.isEmpty())
        return Outcome::Refused;
    const Outcome outcome = takeState(stage, status);
    m_deal.isLostLead = m_deal.isLostLead || isUnqualified(stage, status);
    compareWithLead();
    return outcome;
}

// In a list of leads of which some came to a deal that was won.
bool DealRow::isUnqualified(const StageTarget &stage, const StageTarget &status) const
{
    const auto says = [](const StageCell &cell, const StageTarget &target, const QString &text) {
        return cell.isOfLeads && target.kind == Kind::Lost && saysUnqualified(text);
    };
    return says(m_stage, stage, m_deal.crmStage) || says(m_status, status, m_statusText);
}

// Nothing else tells: whoever has a date of winning has won, and who has neither that nor one of losing is
// at the stage that was entered last. False: the dates leave no answer.
bool DealRow::findStageByDates(StageTarget &stage)
{
    const bool won = !cellOf(m_wonOn).isEmpty() || hasEntered(Kind::Won);
    const bool lost = !cellOf(m_lostOn).isEmpty() || hasEntered(Kind::Lost);
    const StageDate *last = lastEntered();
    if (stage.kind == Kind::Ignore && m_stageDates.empty())
        return true;
    if (won && lost) {
        m_reason = QCoreApplication::translate(
            "Import", "The row contradicts itself: it has a date of winning and one of losing.");
        return false;
    }
    if (last) {
        stage = last->target;
        m_deal.crmStage = last->stage;
    }
    if (won || lost) {
        stage = {won ? Kind::Won : Kind::Lost, 0};
        if (last)
            compareWithEnd(stage.kind, *last);
    }
    return true;
}

bool DealRow::hasEntered(Kind kind) const
{
    return std::any_of(m_stageDates.begin(), m_stageDates.end(), [&](const StageDate &column) {
        return column.target.kind == kind && !cellOf(column.date).isEmpty() && flagOf(column) != false;
    });
}

void DealRow::compareWithEnd(Kind end, const StageDate &last)
{
    const QDate on = dayOf(last);
    const auto isEarlier = [&](const StageDate &column) {
        return column.target.kind == end && dayOf(column).isValid() && dayOf(column) < on;
    };
    if (last.target.kind == Kind::Stage && std::any_of(m_stageDates.begin(), m_stageDates.end(), isEarlier))
        m_contradictions.append(
            QCoreApplication::translate(
                "Import", "The row came to “%1” on a later day than it was %2. It counts as %2.")
                .arg(shortened(last.stage), nameOf(end)));
}

// Empty where there is none.
QString DealRow::reasonToRefuse(const StageTarget &stage, const StageTarget &status) const
{
    const bool statusSilent = m_status.columns.empty() || m_statusText.isEmpty();
    const bool isToldByFlags = statusSilent && (status.kind == Kind::Won || status.kind == Kind::Lost);
    if (stage.kind == Kind::Unknown && !isToldByFlags && (statusSilent || status.kind == Kind::Unknown))
        return m_deal.crmStage.isEmpty() ? QCoreApplication::translate("Import", "The row names no stage.")
                                         : stageWithoutMeaning(m_deal.crmStage);
    if (status.kind == Kind::Unknown && !statusSilent)
        return QCoreApplication::translate("Import", "The status “%1” has not been given a meaning.")
            .arg(shortened(m_statusText));
    // How a lead is treated says nothing against what came of its deal.
    const bool openAtEnd = !statusSilent && status.kind == Kind::Open
        && (stage.kind == Kind::Won || stage.kind == Kind::Lost)
        && !isNamedForLeads(m_source.columns().at(m_status.columns.front()));
    const auto either = [&](Kind kind) { return stage.kind == kind || status.kind == kind; };
    if ((either(Kind::Won) && either(Kind::Lost)) || openAtEnd)
        return QCoreApplication::translate("Import", "The row contradicts itself: stage “%1”, status “%2”.")
            .arg(shortened(m_deal.crmStage), shortened(m_statusText));
    return {};
}

DealRow::Outcome DealRow::takeState(const StageTarget &stage, const StageTarget &status)
{
    const auto either = [&](Kind kind) { return stage.kind == kind || status.kind == kind; };
    m_deal.stage = stage.kind == Kind::Stage ? indexOfStage(stage.stage)
        : status.kind == Kind::Stage         ? indexOfStage(status.stage)
                                             : -1;
    m_deal.state = Deal::State::Open;
    m_stateIsOfStatus = !m_statusText.isEmpty() && (status.kind == Kind::Won || status.kind == Kind::Lost)
        && stage.kind != status.kind;
    m_isStageAssumed = false;
    const bool isHistory = m_mapping.isHistory(); // which may yet tell it
    if (either(Kind::Won)) {
        m_deal.state = Deal::State::Won;
        m_deal.stage = static_cast<int>(m_stages.size()) - 1;
    } else if (either(Kind::Lost)) {
        m_deal.state = Deal::State::Lost;
        m_deal.stage = std::max(m_deal.stage, stageOfLead());
        m_isStageAssumed = m_deal.stage < 0 && !isHistory;
        m_deal.stage = m_isStageAssumed ? m_stageOfLost : m_deal.stage;
    } else if (isArchived()) {
        if (!hasNoChance())
            return Outcome::Archived;
        m_deal.state = Deal::State::Lost;
    }
    if (m_deal.stage < 0)
        m_deal.stage = stageOfLead();
    m_deal.isLostLead = m_deal.state == Deal::State::Lost && hasNoDeal();
    return Outcome::Taken;
}

// The row is a lead; among leads and deals that were joined, it stands in the file of leads alone.
bool DealRow::hasNoDeal() const
{
    if (m_mapping.rows == RowMeaning::Lead)
        return true;
    return m_fileOfLeads && m_source.fileOfRow() == *m_fileOfLeads;
}

// No word for a sum has digits, and most ids have: they are told without looking further.
static bool mayNameSum(QStringView text)
{
    const auto *end = std::find_if(text.begin(), text.end(), [](QChar c) { return c == u' ' || c == u'('; });
    return std::none_of(text.begin(), end, [](QChar c) { return c.isDigit(); });
}

// "Total", "Sum won": with an amount and maybe a stage, but without any day.
QStringView DealRow::labelOfTotal() const
{
    constexpr qsizetype longest = 30;
    if (m_value.empty() || cellOf(m_value).isEmpty() || !cellOf(m_created).isEmpty()
        || !cellOf(m_closed).isEmpty())
        return {};
    const QStringView first = m_source.cell(0).trimmed();
    if (first.isEmpty() || first.size() > longest || !mayNameSum(first))
        return labelOfSubtotal();
    const qsizetype space = first.indexOf(u' ');
    const auto kind = space > 0 && namesSum(first.first(space))
        ? recogniseStage(first.sliced(space).trimmed().toString(), {}).kind
        : Kind::Unknown;
    return namesSum(first) || kind == Kind::Won || kind == Kind::Lost ? first : labelOfSubtotal();
}

// "Closed Won Total", as spreadsheets put it below the rows of each group: with nothing else than amounts.
QStringView DealRow::labelOfSubtotal() const
{
    QStringView label;
    for (qsizetype i = 0; i < m_source.columns().size(); ++i) {
        const QStringView cell = trimmed(i);
        const bool isKey = std::find(m_key.begin(), m_key.end(), i) != m_key.end();
        if (cell.isEmpty() || (!isKey && readAmount(cell, m_mapping.signs)))
            continue;
        if (!label.isEmpty())
            return {};
        label = cell;
    }
    return namesSubtotal(label) ? label : QStringView();
}

bool DealRow::tellsOnlyValue() const
{
    return !m_telling.empty() && m_deal.value && !m_deal.crmStage.isEmpty()
        && std::all_of(m_telling.begin(), m_telling.end(),
                       [this](qsizetype column) { return m_source.cell(column).trimmed().isEmpty(); });
}

bool DealRow::mayBeSum() const
{
    const bool hasIds = !m_key.empty() && !m_created.empty();
    return tellsOnlyValue()
        || (hasIds && m_deal.value && !m_deal.crmStage.isEmpty() && m_source.joins().isEmpty()
            && cellOf(m_key).isEmpty() && cellOf(m_created).isEmpty() && cellOf(m_closed).isEmpty());
}

int DealRow::stageOfLead()
{
    QString text;
    const StageTarget target = m_leadStage.columns.empty() ? StageTarget() : targetOf(m_leadStage, text);
    return target.kind == Kind::Stage ? indexOfStage(target.stage) : -1;
}

// Among the deals of a history.
DealRow::Outcome DealRow::readLead()
{
    StageTarget target = targetOf(m_stage, m_deal.crmStage);
    if (m_deal.crmStage.isEmpty() && target.kind == Kind::Unknown && !m_stages.isEmpty())
        target = {Kind::Stage, m_stages.at(stageOfLeads(m_stages)).id};
    if (target.kind == Kind::Ignore)
        return Outcome::Ignored;
    if (target.kind == Kind::Unknown)
        return refuse(stageWithoutMeaning(m_deal.crmStage));
    if (const Outcome outcome = takeState(target, {Kind::Open, 0}); outcome != Outcome::Taken)
        return outcome;
    return readFields() ? Outcome::Taken : Outcome::Refused;
}

// Every lead counts once in the stages up to its own. That of a converted lead says that there is a deal, and
// so nothing on where the lead itself ended.
int DealRow::firstStageAfterLead()
{
    QString text;
    const StageTarget own
        = m_leadStage.columns.empty() ? m_mapping.stages.value(text) : targetOf(m_leadStage, text);
    const auto known = m_afterLead.constFind(text);
    if (known != m_afterLead.cend())
        return *known;
    const StageTarget usual = own.kind == Kind::Stage ? own : m_mapping.stages.value(QString());
    const int ofLeads = stageOfLeads(m_stages);
    int stage = usual.kind == Kind::Stage ? indexOfStage(usual.stage) : -1;
    if (own == recogniseStage(u"Opportunity"_s, m_stages) && saysOpen(text))
        stage = std::max(stage - 1, ofLeads);
    const int last = static_cast<int>(m_stages.size()) - 1;
    return *m_afterLead.insert(text, std::min((stage < 0 ? ofLeads : stage) + 1, last));
}

std::optional<bool> DealRow::flagOf(const std::vector<qsizetype> &columns)
{
    const int index = m_flags.texts.index(cellOf(columns));
    while (std::ssize(m_flags.meanings) < m_flags.texts.size()) {
        const QString &text = m_flags.texts.text(static_cast<int>(m_flags.meanings.size()));
        m_flags.meanings.push_back(saysYesOrNo({text}) ? std::optional(saysYes(text)) : std::nullopt);
    }
    return m_flags.meanings[static_cast<size_t>(index)];
}

// Where the stage is won or lost, "Won: yes" and the like can only contradict it. Where it is neither, they
// say what became of it. False: they leave no answer.
bool DealRow::heedFlags(const StageTarget &stage, StageTarget &status)
{
    const auto won = flagOf(m_isWon), lost = flagOf(m_isLost), closed = flagOf(m_isClosed);
    if (won == true && lost == true) {
        m_reason
            = QCoreApplication::translate("Import", "The row contradicts itself: “%1” and “%2” both say yes.")
                  .arg(m_source.columns().at(m_isWon.front()), m_source.columns().at(m_isLost.front()));
        return false;
    }
    const auto either = [&](Kind kind) { return stage.kind == kind || status.kind == kind; };
    if (either(Kind::Ignore) || (either(Kind::Won) && either(Kind::Lost)))
        return true;
    Kind state = either(Kind::Won) ? Kind::Won : either(Kind::Lost) ? Kind::Lost : Kind::Open;
    const bool closedUnwon = state == Kind::Open && closed == true && won == false && lost != true;
    if (state == Kind::Open && (won == true || lost == true || closedUnwon)) {
        state = won == true ? Kind::Won : Kind::Lost;
        status = {state, 0};
    }
    if (stage.kind == Kind::Unknown && state != Kind::Open)
        return true; // it says nothing against them
    const auto *against = won && *won != (state == Kind::Won)         ? &m_isWon
        : lost && *lost != (state == Kind::Lost)                      ? &m_isLost
        : (closed && *closed != (state != Kind::Open)) || closedUnwon ? &m_isClosed
                                                                      : nullptr;
    if (against)
        m_contradictions.append(QCoreApplication::translate(
                                    "Import", "“%1” is “%2”, but the stage is “%3”. The row counts as %4.")
                                    .arg(m_source.columns().at(against->front()), shortened(cellOf(*against)),
                                         shortened(m_deal.crmStage), nameOf(state)));
    return true;
}

QDate DealRow::dayOf(const StageDate &column) const
{
    const DateCell &date = column.date.front();
    return ::readDate(trimmed(date.column), date.order).value_or(QDate());
}

std::optional<bool> DealRow::flagOf(const StageDate &column) const
{
    const QStringView cell = cellOf(column.date);
    // Most are days, and need not be read twice: no word for yes or no has two figures.
    if (cell.isEmpty() || std::count_if(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); }) > 1
        || dayOf(column).isValid() || !saysYesOrNo({cell.toString()}))
        return {};
    return saysYes(cell.toString());
}

const DealRow::StageDate *DealRow::lastFlagged() const
{
    const StageDate *last = nullptr;
    for (const StageDate &column : m_stageDates)
        if (column.target.kind == Kind::Stage && flagOf(column) == true
            && (!last || indexOfStage(column.target.stage) >= indexOfStage(last->target.stage)))
            last = &column;
    return last;
}

// Of one day the one that stands last.
const DealRow::StageDate *DealRow::lastEntered() const
{
    const StageDate *last = nullptr;
    QDate latest;
    for (const StageDate &column : m_stageDates) {
        const bool isEnd = column.target.kind == Kind::Won || column.target.kind == Kind::Lost;
        const QDate on = isEnd ? QDate() : dayOf(column);
        if (!on.isValid() || (last && on < latest))
            continue;
        last = &column;
        latest = on;
    }
    return last ? last : lastFlagged();
}

// "Won: no" is no stage; where columns with days name one, that is it.
void DealRow::nameStageByDates()
{
    if (!m_isStageFlag || (!m_deal.crmStage.isEmpty() && !flagOf(m_stage.columns)))
        return;
    const StageDate *last = m_deal.state == Deal::State::Open ? lastEntered() : nullptr;
    m_deal.crmStage = last ? last->stage : QString();
}

bool DealRow::isClosed()
{
    if (!m_isClosed.empty())
        return saysYes(cellOf(m_isClosed).toString());
    return flagOf(m_isLost).value_or(!cellOf(m_closed).isEmpty());
}

bool DealRow::isArchived() const
{
    if (m_isActive.empty())
        return false;
    const QStringView cell = cellOf(m_isActive);
    return !cell.isEmpty() && !saysYes(cell.toString());
}

// The lead of a deal may have been deleted, or merged with another, without it.
bool DealRow::isDeleted()
{
    const auto isSaidOfDeal = [this](qsizetype column) {
        const bool isOfLead = m_fileOfLeads && m_source.fileOf(column) == *m_fileOfLeads;
        return !isOfLead || hasNoDeal();
    };
    return std::any_of(m_isDeleted.begin(), m_isDeleted.end(),
                       [&](qsizetype column) { return isSaidOfDeal(column) && flagOf({column}) == true; })
        || std::any_of(m_deletedOn.begin(), m_deletedOn.end(),
                       [&](qsizetype column) { return isSaidOfDeal(column) && !trimmed(column).isEmpty(); });
}

// "0", "0,00 %"
bool DealRow::hasNoChance() const
{
    const QStringView cell = cellOf(m_chance);
    const auto isMore = [](QChar c) { return c.digitValue() > 0; };
    return cell.contains(u'0') && std::none_of(cell.begin(), cell.end(), isMore);
}

void DealRow::compareWithLead()
{
    if (m_leadStage.columns.empty() || hasNoDeal())
        return;
    QString text;
    const Kind lead = targetOf(m_leadStage, text).kind;
    const bool isLost = m_deal.state == Deal::State::Lost;
    if ((lead == Kind::Lost && !isLost) || (lead == Kind::Won && isLost))
        m_contradictions.append(QCoreApplication::translate(
                                    "Import", "“%1” is “%2”, but the stage of the deal is “%3”. That counts.")
                                    .arg(m_source.columns().at(m_leadStage.columns.front()), shortened(text),
                                         shortened(m_deal.crmStage)));
}

void DealRow::lookForContradiction()
{
    const bool isWon = m_deal.state == Deal::State::Won;
    if (const QStringView reason = isWon ? cellOf(m_lostBecause) : QStringView(); !reason.isEmpty())
        m_contradictions.append(
            QCoreApplication::translate("Import", "The deal was won, but “%1” says “%2”. It counts as won.")
                .arg(m_source.columns().at(m_lostBecause.front()), shortened(reason)));
    if (m_deal.closed > m_today)
        m_contradictions.append((isWon ? QCoreApplication::translate(
                                     "Import", "The deal was won on a day that is yet to come: %1.")
                                       : QCoreApplication::translate(
                                           "Import", "The deal was lost on a day that is yet to come: %1."))
                                    .arg(shortDate(m_deal.closed, QLocale())));
    if (m_deal.created > m_today)
        m_contradictions.append(
            QCoreApplication::translate("Import", "The row began on a day that is yet to come: %1.")
                .arg(shortDate(m_deal.created, QLocale())));
    if (m_wonOn.empty() && m_lostOn.empty())
        return;
    const bool won = !cellOf(m_wonOn).isEmpty();
    const bool lost = !cellOf(m_lostOn).isEmpty();
    if (won && lost)
        m_contradictions.append(
            m_deal.state == Deal::State::Won ? QCoreApplication::translate(
                "Import", "The row has a date of winning and one of losing. It counts as won.")
                : m_deal.state == Deal::State::Lost
                ? QCoreApplication::translate(
                    "Import", "The row has a date of winning and one of losing. It counts as lost.")
                : QCoreApplication::translate(
                      "Import", "The row has a date of winning and one of losing. It counts as “%1”.")
                      .arg(shortened(m_deal.crmStage)));
    else if (m_deal.state == Deal::State::Open ? won || lost : m_deal.state == Deal::State::Won ? lost : won)
        m_contradictions.append(
            (m_stateIsOfStatus
                 ? QCoreApplication::translate(
                     "Import", "The row has a date of %1, but its status is “%2”. The row counts as %3.")
                 : QCoreApplication::translate(
                     "Import", "The row has a date of %1, but its stage is “%2”. The row counts as %3."))
                .arg(won ? QCoreApplication::translate("Import", "winning")
                         : QCoreApplication::translate("Import", "losing"),
                     shortened(m_stateIsOfStatus ? m_statusText : m_deal.crmStage), nameOf(m_deal.state)));
}
