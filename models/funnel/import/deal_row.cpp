#include "models/funnel/import/deal_row.h"

#include "models/funnel/import/joined_stages.h"
#include "models/funnel/import/named_columns.h"
#include "models/tables/values/amount.h"
#include "models/tables/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString tooManyValues()
{
    return QCoreApplication::translate(
        "Import",
        "The row has more values than the table has columns; perhaps a separator stands within a text.");
}

} // namespace

DealRow::DealRow(const TableSource &source, const ImportMapping &mapping, const QList<Stage> &stages)
    : m_source(source)
    , m_mapping(mapping)
    , m_stages(stages)
    , m_placeholders(mapping.placeholders)
    , m_key(columnsOf(ColumnRole::Key))
    , m_name(columnsOf(ColumnRole::Name))
    , m_value(columnsOf(ColumnRole::Value))
    , m_currency(columnsOf(ColumnRole::Currency))
    , m_created(datesOf(ColumnRole::Created))
    , m_closed(datesOf(ColumnRole::Closed))
    , m_enteredOn(datesOf(ColumnRole::EnteredOn))
    , m_snapshotOn(datesOf(ColumnRole::SnapshotOn))
    , m_owner(textsOf(ColumnRole::Owner))
    , m_sourceOf(textsOf(ColumnRole::Source))
    , m_segment(textsOf(ColumnRole::Segment))
    , m_product(textsOf(ColumnRole::Product))
    , m_account(textsOf(ColumnRole::Account))
    , m_stageOfLost(indexOfStage(mapping.stageOfLost))
{
    std::stable_partition(m_value.begin(), m_value.end(), [&source](qsizetype column) {
        return !isEstimatedValue(source.columns().at(column));
    });
    m_stage.columns = columnsOf(ColumnRole::Stage);
    m_leadStage.columns = columnsOf(ColumnRole::LeadStage);
    for (const qsizetype column : m_leadStage.columns)
        m_stage.columns.push_back(column);
    m_status.columns = columnsOf(ColumnRole::Status);
    for (StageCell *cell : {&m_stage, &m_status})
        cell->isOfLeads
            = !cell->columns.empty() && isNamedForLeads(source.columns().at(cell->columns.front()));
    m_entered.columns = columnsOf(ColumnRole::StageEntered);
    m_before.columns = columnsOf(ColumnRole::StageBefore);
    findFlags();
    findLeads();
    orderOwners();
    findIds();
    m_isActive = columnsOf(ColumnRole::IsActive);
    for (const qsizetype column : columnsOf(ColumnRole::IsDeleted))
        (isDayOfDeletion(source.columns().at(column)) ? m_deletedOn : m_isDeleted).push_back(column);
    m_chance = columnsOf(ColumnRole::Chance);
    if (!mapping.isHistory())
        for (const DateCell &date : m_enteredOn) {
            const QString stage = stageOfColumn(source.columns().at(date.column));
            m_stageDates.push_back({{date}, mapping.stages.value(stage), stage});
        }
    for (const DateCell &date : m_closed) {
        const QString &name = source.columns().at(date.column);
        if (isDateOfWinning(name))
            m_wonOn.push_back(date);
        else if (isDateOfLosing(name))
            m_lostOn.push_back(date);
    }
    orderCloseDates();
    findRivals();
    findTelling();
    for (qsizetype i = 0; i < source.columns().size(); ++i) {
        if (tellsDealsApart(source.columns().at(i)))
            m_used.push_back(i);
        if (isReasonOfLosing(source.columns().at(i)) && isDateOfLosing(source.columns().at(i)))
            m_lostBecause.push_back(i);
    }
    m_isKeyOfOthers = source.joins().isEmpty() && !mapping.isHistory() && !m_key.empty() && !m_value.empty()
        && isIdOfOthers(source.columns().at(m_key.front()));
    findUnits();
}

void DealRow::findTelling()
{
    using enum ColumnRole;
    static const QSet<ColumnRole> ofSums{Stage, LeadStage, Status, Value, Currency};
    static const QSet<ColumnRole> ofDeals{Key, Name, Account, Owner, Created, Closed};
    const QList<ColumnRole> roles = m_mapping.columns.values();
    if (std::none_of(roles.begin(), roles.end(), [](ColumnRole role) { return ofDeals.contains(role); }))
        return;
    const QStringList groups = m_source.groupColumns(); // sums below a group have its name too
    for (qsizetype i = 0; i < m_source.columns().size(); ++i) {
        const QString &name = m_source.columns().at(i);
        const auto role = m_mapping.columns.constFind(name);
        if (!groups.contains(name) && (role == m_mapping.columns.constEnd() || !ofSums.contains(*role)))
            m_telling.push_back(i);
    }
}

// Products and their values are what the rows of one deal differ in.
bool DealRow::tellsDealsApart(const QString &column) const
{
    const auto role = m_mapping.columns.constFind(column);
    const bool isUsed = role != m_mapping.columns.constEnd();
    if (m_mapping.rows == RowMeaning::Item && isUsed
        && (*role == ColumnRole::Product || *role == ColumnRole::Value))
        return false;
    return m_mapping.knownBy.isEmpty() ? isUsed : m_mapping.knownBy.contains(column);
}

void DealRow::findFlags()
{
    m_isWon = columnsOf(ColumnRole::IsWon);
    m_isLost = columnsOf(ColumnRole::IsLost);
    m_isClosed = columnsOf(ColumnRole::IsClosed);
    if (m_isWon.empty())
        for (const qsizetype column : m_stage.columns)
            if (isFlagOfWinning(m_source.columns().at(column)))
                m_isWon.push_back(column);
    m_isStageFlag = std::any_of(m_stage.columns.begin(), m_stage.columns.end(), [this](qsizetype column) {
        const QString &name = m_source.columns().at(column);
        return isFlagOfWinning(name) || isDateOfLosing(name);
    });
    m_hasFlags = !m_isWon.empty() || !m_isLost.empty() || !m_isClosed.empty();
}

std::vector<qsizetype> DealRow::columnsOf(ColumnRole role) const
{
    std::vector<qsizetype> columns;
    for (qsizetype i = 0; i < m_source.columns().size(); ++i) {
        const auto found = m_mapping.columns.constFind(m_source.columns().at(i));
        if (found != m_mapping.columns.constEnd() && *found == role)
            columns.push_back(i);
    }
    return columns;
}

std::vector<DealRow::DateCell> DealRow::datesOf(ColumnRole role) const
{
    std::vector<DateCell> cells;
    for (const qsizetype column : columnsOf(role))
        cells.push_back({column, m_mapping.dateOrders.value(m_source.columns().at(column))});
    return cells;
}

void DealRow::findRivals()
{
    using enum ColumnRole;
    for (qsizetype i = 0; i < m_source.columns().size() && !m_source.joins().isEmpty(); ++i) {
        const QString rival = rivalOf(m_source, i);
        const auto role = m_mapping.columns.constFind(m_source.columns().at(i));
        const auto other = m_mapping.columns.constFind(rival);
        if (role == m_mapping.columns.constEnd() || other == m_mapping.columns.constEnd() || *role != *other)
            continue;
        static const QSet<ColumnRole> compared{Value, Closed, Currency, Source, Stage, Status};
        if (compared.contains(*role) || (*role == Created && isJoinedByDeals()))
            m_rivals.push_back({m_source.columns().indexOf(rival), i, *role});
    }
}

// Leads come in before their deals; but no deal comes in twice.
bool DealRow::isJoinedByDeals() const
{
    const QList<FileJoin> joins = m_source.joins();
    return std::all_of(joins.begin(), joins.end(), [](const FileJoin &join) {
        return isIdOfDeals(join.key()) && !namesLeads(join.key());
    });
}

bool DealRow::sayTheSame(const Rivals &rivals, QStringView first, QStringView second) const
{
    const auto dateOf = [&](qsizetype column, QStringView cell) {
        return ::readDate(cell, m_mapping.dateOrders.value(m_source.columns().at(column)));
    };
    if (rivals.role == ColumnRole::Closed || rivals.role == ColumnRole::Created)
        return dateOf(rivals.first, first) == dateOf(rivals.second, second);
    if (rivals.role == ColumnRole::Stage || rivals.role == ColumnRole::Status)
        return m_mapping.stages.value(first.toString()) == m_mapping.stages.value(second.toString());
    const auto amount = readAmount(first, m_mapping.signs), other = readAmount(second, m_mapping.signs);
    if (rivals.role == ColumnRole::Value && amount && other)
        return Money::of(amount->value, m_mapping.currency) == Money::of(other->value, m_mapping.currency);
    return first.compare(second, Qt::CaseInsensitive) == 0;
}

QStringList DealRow::conflicts() const
{
    QStringList conflicts;
    for (const Rivals &rivals : m_rivals) {
        const QStringView first = trimmed(rivals.first), second = trimmed(rivals.second);
        if (!first.isEmpty() && !second.isEmpty() && !sayTheSame(rivals, first, second))
            conflicts.append(
                (rivals.role == ColumnRole::Created
                     ? QCoreApplication::translate(
                         "Import", "“%1” is “%2” in one file and “%3” in another. The earlier counts.")
                     : QCoreApplication::translate(
                         "Import", "“%1” is “%2” in one file and “%3” in another. The first counts."))
                    .arg(m_source.columns().at(rivals.first), shortened(first), shortened(second)));
    }
    return conflicts;
}

// A deal that was lost and came back may have a date of each kind.
void DealRow::orderCloseDates()
{
    m_closedOfWon = m_wonOn;
    m_closedOfLost = m_lostOn;
    const auto isAmong = [](const std::vector<DateCell> &cells, const DateCell &date) {
        return std::any_of(cells.begin(), cells.end(),
                           [&date](const DateCell &cell) { return cell.column == date.column; });
    };
    for (const bool ofOtherKind : {false, true})
        for (const DateCell &date : m_closed) {
            const bool won = isAmong(m_wonOn, date);
            const bool lost = isAmong(m_lostOn, date);
            if (!won && (lost == ofOtherKind))
                m_closedOfWon.push_back(date);
            if (!lost && (won == ofOtherKind))
                m_closedOfLost.push_back(date);
        }
}

DealRow::TextCell DealRow::textsOf(ColumnRole role) const
{
    return {columnsOf(role), m_mapping.spellings.value(role), {}, {}};
}

const QString &DealRow::textOf(TextCell &cell) const
{
    const int index = cell.texts.index(cellOf(cell.columns));
    while (cell.written.size() < cell.texts.size()) {
        const QString &text = cell.texts.text(static_cast<int>(cell.written.size()));
        cell.written.append(cell.spellings.value(text, text));
    }
    return cell.written.at(index);
}

bool DealRow::isCodeNA(qsizetype column, QStringView cell) const
{
    return cell == codeNA && m_mapping.columnsWithNA.contains(m_source.columns().at(column));
}

// Empty where there is no answer.
QStringView DealRow::trimmed(qsizetype column) const
{
    const QStringView cell = m_source.cell(column).trimmed();
    return m_placeholders.contains(cell) && !isCodeNA(column, cell) ? QStringView() : cell;
}

QStringView DealRow::cellOf(const std::vector<qsizetype> &columns) const
{
    for (const qsizetype column : columns)
        if (const QStringView cell = trimmed(column); !cell.isEmpty())
            return cell;
    return {};
}

QStringView DealRow::cellOf(const std::vector<DateCell> &columns) const
{
    for (const DateCell &date : columns)
        if (const QStringView cell = trimmed(date.column); !cell.isEmpty())
            return cell;
    return {};
}

int DealRow::indexOfStage(qint64 id) const
{
    return ::indexOfStage(m_stages, id);
}

QString DealRow::stageWithoutMeaning(const QString &text)
{
    return QCoreApplication::translate("Import", "The stage “%1” has not been given a meaning.")
        .arg(shortened(text));
}

DealRow::Outcome DealRow::refuse(const QString &reason)
{
    m_reason = reason;
    return Outcome::Refused;
}

const StageTarget &DealRow::targetOf(StageCell &cell, QString &text)
{
    const int index = cell.texts.index(cellOf(cell.columns));
    text = cell.texts.text(index);
    while (cell.targets.size() < static_cast<size_t>(cell.texts.size()))
        cell.targets.push_back(
            m_mapping.stages.value(cell.texts.text(static_cast<int>(cell.targets.size()))));
    return cell.targets[static_cast<size_t>(index)];
}

DealRow::Outcome DealRow::read()
{
    if (m_source.filledBeyond() > 0)
        return refuse(tooManyValues());
    if (const QStringView label = labelOfTotal(); !label.isEmpty())
        return refuse(QCoreApplication::translate("Import", "The row is a total, as “%1” says.").arg(label));
    if (isDeleted())
        return Outcome::Deleted;
    if (const Outcome outcome = readStage(); outcome != Outcome::Taken)
        return outcome;
    if (!readFields())
        return Outcome::Refused;
    nameStageByDates();
    return Outcome::Taken;
}

bool DealRow::tellsState() const
{
    return !cellOf(m_stage.columns).isEmpty() || !cellOf(m_status.columns).isEmpty();
}

DealRow::Outcome DealRow::readStep()
{
    using Kind = StageTarget::Kind;
    if (m_source.filledBeyond() > 0)
        return refuse(tooManyValues());
    if (isDeleted())
        return Outcome::Deleted;
    m_step = {};
    m_deal = {};
    m_contradictions.clear();
    if (isLeadAlone())
        return readLead();
    if (!hasOwnKey())
        return refuse(QCoreApplication::translate("Import", "The row has no id, so it tells of no deal."));
    m_step.target = targetOf(m_entered, m_step.text);
    if (m_step.target.kind == Kind::Ignore)
        return Outcome::Ignored;
    if (m_step.target.kind == Kind::Unknown && !m_step.text.isEmpty())
        return refuse(stageWithoutMeaning(m_step.text));
    QString before;
    if (const StageTarget left = targetOf(m_before, before); left.kind == Kind::Stage)
        m_step.before = indexOfStage(left.stage);
    if (m_step.target.kind == Kind::Stage)
        m_step.stage = indexOfStage(m_step.target.stage);
    if (!readDate(m_enteredOn, m_step.on))
        return Outcome::Refused;
    if (tellsState())
        if (const Outcome outcome = readStage(); outcome != Outcome::Taken)
            return outcome;
    return readFields() ? Outcome::Taken : Outcome::Refused;
}

DealRow::RefusedStep DealRow::refusedStep()
{
    QDate on;
    if (!hasOwnKey() || isLeadAlone() || !readDate(m_enteredOn, on))
        return {};
    readKeys();
    return {m_deal.key, on};
}

bool DealRow::readFields()
{
    if (!readDate(m_snapshotOn, m_snapshot) || !readCreated())
        return false;
    // Of an open row it is a date that is hoped for.
    m_deal.closed = {};
    if (m_deal.state == Deal::State::Won && !readDate(m_closedOfWon, m_deal.closed))
        return false;
    if (m_deal.state == Deal::State::Lost && !readDate(m_closedOfLost, m_deal.closed))
        return false;
    lookForContradiction();
    if (!m_stageDates.empty() && !readStageDates())
        return false;
    if (!readValue())
        return false;
    readChance();
    readKeys();
    // Of a history it is only known when all rows are there which deal of a lead is the first.
    const bool mayBeFurther
        = m_mapping.isHistory() ? !m_deal.formerKey.isEmpty() && !isLeadAlone() : m_source.isFurther();
    m_deal.countsFrom = mayBeFurther ? firstStageAfterLead() : 0;
    m_deal.name = cellOf(m_name).toString();
    m_deal.owner = textOf(m_owner);
    m_deal.source = textOf(m_sourceOf);
    m_deal.segment = textOf(m_segment);
    m_deal.product = textOf(m_product);
    m_deal.account = textOf(m_account);
    return true;
}

// Of a lead and its deal the earlier day, whichever file comes first.
bool DealRow::readCreated()
{
    if (m_created.size() < 2)
        return readDate(m_created, m_deal.created);
    m_deal.created = {};
    for (const DateCell &column : m_created) {
        QDate created;
        if (!readDate({column}, created))
            return false;
        if (created.isValid() && (!m_deal.created.isValid() || created < m_deal.created))
            m_deal.created = created;
    }
    return true;
}

// A deal has come as far as any of the stages it entered.
bool DealRow::readStageDates()
{
    QMap<int, QDate> entered;
    if (const StageDate *furthest = lastFlagged(); furthest && m_deal.state != Deal::State::Won) {
        const int stage = indexOfStage(furthest->target.stage);
        m_deal.stage = m_isStageAssumed ? stage : std::max(m_deal.stage, stage);
        m_isStageAssumed = false;
    }
    for (const StageDate &column : m_stageDates) {
        QDate on;
        if (flagOf(column))
            continue;
        if (!readDate(column.date, on))
            return false;
        const auto state = m_deal.state;
        const bool isEnd = (column.target.kind == StageTarget::Kind::Won && state == Deal::State::Won)
            || (column.target.kind == StageTarget::Kind::Lost && state == Deal::State::Lost);
        if (isEnd && !m_deal.closed.isValid())
            m_deal.closed = on;
        const int stage
            = column.target.kind == StageTarget::Kind::Stage ? indexOfStage(column.target.stage) : -1;
        if (stage >= 0 && on.isValid() && (!entered.contains(stage) || on < entered.value(stage)))
            entered.insert(stage, on);
    }
    m_deal.entered.clear();
    for (const auto &[stage, on] : entered.asKeyValueRange())
        m_deal.entered.append({stage, on});
    if (entered.isEmpty())
        return true;
    m_deal.stage = m_isStageAssumed ? entered.lastKey() : std::max(m_deal.stage, entered.lastKey());
    const QDate first = *std::min_element(entered.cbegin(), entered.cend());
    if (!m_deal.created.isValid())
        m_deal.created = first;
    else if (first < m_deal.created && m_contradictions.isEmpty())
        m_contradictions.append(
            QCoreApplication::translate("Import", "The deal entered a stage before it was created."));
    return true;
}

bool DealRow::readDate(const std::vector<DateCell> &columns, QDate &date)
{
    date = {};
    for (const DateCell &column : columns) {
        const QStringView cell = trimmed(column.column);
        if (cell.isEmpty())
            continue;
        const auto read = ::readDate(cell, column.order);
        if (!read) {
            m_reason = QCoreApplication::translate("Import", "“%1” in “%2” cannot be read as a date.")
                           .arg(shortened(cell), m_source.columns().at(column.column));
            return false;
        }
        date = *read;
        return true;
    }
    return true;
}
