#include "models/funnel/plan_model.h"

#include "models/arithmetic/dash.h"
#include "models/funnel/column_decimals.h"
#include "models/funnel/planned_range.h"
#include "models/funnel/step_origins.h"

#include "models/arithmetic/share.h"
#include "models/worksheet/catalogue.h"
#include "models/worksheet/value.h"
#include "models/worksheet/workbook_currency.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int exactDecimals = 2;

// Not wrong, but not said yet.
bool isMissing(const PlanProblem &problem)
{
    using Kind = PlanProblem::Kind;
    constexpr std::array missing{Kind::NoStages,      Kind::NoGoal,        Kind::NoDealSize,
                                 Kind::NoRate,        Kind::NoCost,        Kind::NoHours,
                                 Kind::NoWorkedStage, Kind::NoTimePerLead, Kind::NoStart};
    return std::find(missing.begin(), missing.end(), problem.kind) != missing.end();
}

} // namespace

PlanModel::PlanModel(Document &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
    connect(&document, &Document::changed, this, [this](const QSet<QString> &tables) {
        if (tables.intersects(planTables()))
            reload();
    });
    reload();
}

void PlanModel::reload()
{
    const PlanInputs inputs = readPlan(m_document);
    m_enough.clear();
    if (inputs.plan.stages.size() != m_inputs.plan.stages.size() || m_lines.isEmpty()) {
        beginResetModel();
        m_inputs = inputs;
        m_targets = targetsOf(m_inputs.plan);
        makeLines();
        endResetModel();
        return;
    }
    m_inputs = inputs;
    m_targets = targetsOf(m_inputs.plan);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void PlanModel::makeLines()
{
    using Kind = Line::Kind;
    m_lines = {{Kind::Goal, -1}, {Kind::MarketingShare, -1}, {Kind::DealSize, -1}};
    for (int stage = static_cast<int>(m_inputs.plan.stages.size()) - 1; stage >= 0; --stage)
        m_lines.append({Kind::Stage, stage});
    m_lines += {{Kind::Spend, -1}, {Kind::Hours, -1}, {Kind::Ceiling, -1}};
}

void PlanModel::setUnit(PlanUnit unit)
{
    m_unit = unit;
    Q_EMIT dataChanged(index(0, PerUnit), index(rowCount() - 1, PerUnit));
    Q_EMIT headerDataChanged(Qt::Horizontal, PerUnit, PerUnit);
}

void PlanModel::setNumbers(Numbers numbers)
{
    m_numbers = numbers;
    Q_EMIT dataChanged(index(0, Number), index(rowCount() - 1, PerUnit));
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int PlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Team PlanModel::ownerOf(int row) const
{
    const Line &line = m_lines.at(row);
    return line.stage >= 0 ? m_inputs.plan.stages.at(line.stage).owner : Team::None;
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool words = section == Step || section == Remark;
        const Qt::Alignment alignment = (words ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter;
        return static_cast<int>(alignment) | Qt::TextWordWrap;
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Step:
        return tr("Step");
    case RateInto:
        return tr("Rate");
    case Number:
        return tr("%1, as planned").arg(grainLabel(m_inputs.plan.grain));
    case PerUnit:
        return planUnitLabel(m_unit);
    default:
        return tr("Remark");
    }
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Line &line = m_lines.at(index.row());
    if (role == Qt::TextAlignmentRole) {
        const bool words = index.column() == Step || index.column() == Remark;
        return QVariant((words ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole)
        return index.column() == Number ? exactText(line) : reasonText(line);
    if (role == Qt::AccessibleTextRole && index.column() == Step)
        return ownedText(index.row());
    if (role == WarningRole)
        return isWarned(line);
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case Step:
        return stepText(line);
    case RateInto:
        return rateText(line);
    case Number:
        return numberText(line);
    case PerUnit:
        return perUnitText(line);
    default:
        return remarkText(line);
    }
}

QString PlanModel::stepText(const Line &line) const
{
    switch (line.kind) {
    case Line::Kind::Goal:
        return tr("Revenue goal");
    case Line::Kind::MarketingShare:
        return tr("From marketing's leads");
    case Line::Kind::DealSize:
        return tr("Deal size");
    case Line::Kind::Stage:
        return m_inputs.plan.stages.at(line.stage).name;
    case Line::Kind::Spend:
        return tr("Spend");
    case Line::Kind::Hours:
        return tr("Sales hours needed");
    case Line::Kind::Ceiling:
        break;
    }
    return salesCapacityLabel(m_inputs.plan);
}

QString PlanModel::ownedText(int row) const
{
    const QString step = stepText(m_lines.at(row));
    const Team owner = ownerOf(row);
    return owner == Team::None ? step : tr("%1 · %2", "step, its team").arg(step, teamName(owner));
}

QString PlanModel::rateText(const Line &line) const
{
    const int decimals = decimalsFor(QList{m_inputs.plan});
    const auto percent = [&](const std::optional<qint64> &value) {
        return value ? Fraction::of(*value, WholeShare).toPercent(m_locale, decimals, false) : dash();
    };
    if (line.kind == Line::Kind::MarketingShare)
        return percent(m_inputs.plan.marketingShare.value_or(WholeShare));
    return line.stage > 0 ? percent(m_inputs.plan.rates.at(line.stage).likely) : QString();
}

PlannedCount PlanModel::countOf(const Line &line) const
{
    switch (line.kind) {
    case Line::Kind::Stage:
        return m_targets.stages.at(line.stage);
    case Line::Kind::Hours:
        return m_targets.hours;
    case Line::Kind::Ceiling:
        return m_targets.ceiling;
    default:
        return {};
    }
}

QString PlanModel::countText(const PlannedCount &count) const
{
    if (!count.problem.isNone() || !count.count)
        return dash();
    return m_numbers == Numbers::Exact && count.exact ? count.exact->toText(m_locale, exactDecimals)
                                                      : Fraction(*count.count).toText(m_locale, 0);
}

QString PlanModel::numberText(const Line &line) const
{
    const auto text
        = [this](const std::optional<Money> &money) { return money ? money->toText(m_locale) : dash(); };
    const auto worked
        = [this](const std::optional<Money> &money) { return money ? moneyText(*money, m_locale) : dash(); };
    switch (line.kind) {
    case Line::Kind::Goal:
        return text(m_inputs.plan.goal);
    case Line::Kind::MarketingShare:
        return worked(m_targets.marketingGoal.money);
    case Line::Kind::DealSize:
        return text(m_inputs.plan.dealSize);
    case Line::Kind::Spend:
        return worked(m_targets.spend.money);
    default:
        return countText(countOf(line));
    }
}

QString PlanModel::perUnitText(const Line &line) const
{
    if (line.kind == Line::Kind::Ceiling) { // rounded down, unlike what is needed
        const auto units = unitsIn(m_inputs.plan, m_unit);
        if (!units || !m_targets.ceiling.exact)
            return dash();
        const Rational part = *m_targets.ceiling.exact / *units;
        return m_numbers == Numbers::Exact ? part.toText(m_locale, exactDecimals)
                                           : Rational(part.roundedDown().value_or(0)).toText(m_locale, 0);
    }
    const PlannedCount count = countOf(line);
    return count.count ? countText(perUnit(m_inputs.plan, count, m_unit)) : QString();
}

QString PlanModel::exactText(const Line &line) const
{
    const PlannedCount count = countOf(line);
    if (!count.exact)
        return reasonText(line);
    constexpr int decimals = 4;
    return tr("Unrounded: %1").arg(count.exact->toText(m_locale, decimals));
}

PlanProblem PlanModel::problemOf(const Line &line) const
{
    switch (line.kind) {
    case Line::Kind::Goal:
        return {m_inputs.plan.goal ? PlanProblem::Kind::None : PlanProblem::Kind::NoGoal};
    case Line::Kind::DealSize:
        return {m_inputs.plan.dealSize ? PlanProblem::Kind::None : PlanProblem::Kind::NoDealSize};
    case Line::Kind::MarketingShare:
        return {};
    case Line::Kind::Spend:
        return m_targets.spend.problem;
    default:
        return countOf(line).problem;
    }
}

QString PlanModel::reasonText(const Line &line) const
{
    return problemOf(line).reason();
}

bool PlanModel::isWarned(const Line &line) const
{
    if (line.kind == Line::Kind::Ceiling && m_targets.isAboveCeiling(m_inputs.plan))
        return true;
    if (line.kind == Line::Kind::Stage && m_targets.askedAbout.contains(line.stage))
        return true;
    if (line.kind == Line::Kind::MarketingShare && m_inputs.plan.marketingShare.value_or(0) > WholeShare)
        return true;
    if (!checkText(line).isEmpty())
        return true;
    const PlanProblem problem = problemOf(line);
    return !problem.isNone() && !isMissing(problem);
}

// What is to be checked of a figure that is typed.
QString PlanModel::checkText(const Line &line) const
{
    return QStringList{otherStepRemark(m_inputs.plan, line.stage), rangeText(line)}.join(u' ').trimmed();
}

QString PlanModel::rangeText(const Line &line) const
{
    const FunnelPlan &plan = m_inputs.plan;
    if (line.kind == Line::Kind::DealSize) {
        const auto text
            = [this](const std::optional<Money> &money) { return money ? money->toText(m_locale) : dash(); };
        return rangeRemark(fitOfDealSize(plan), text(plan.dealSizeLow), text(plan.dealSizeHigh));
    }
    if (line.stage <= 0)
        return {};
    const PlannedRate &rate = plan.rates.at(line.stage);
    const int decimals = decimalsFor(QList{rate.low.value_or(0), rate.high.value_or(0)});
    const auto text = [&](const std::optional<qint64> &share) {
        return Fraction::of(share.value_or(0), WholeShare).toPercent(m_locale, decimals, false);
    };
    return rangeRemark(fitOf(rate), text(rate.low), text(rate.high));
}

// What is missing is said once, where it is typed; the figures that wait for it are dashes.
QString PlanModel::remarkText(const Line &line) const
{
    const FunnelPlan &plan = m_inputs.plan;
    switch (line.kind) {
    case Line::Kind::Goal:
        return plan.goal ? spanRemark(plan, m_locale) : tr("Still to type: the goal.");
    case Line::Kind::MarketingShare:
        if (plan.marketingShare.value_or(0) > WholeShare)
            return tr("More than the whole goal: is that meant?");
        return plan.marketingShare ? QString() : tr("No share given: all.");
    case Line::Kind::DealSize:
        return plan.dealSize ? rangeText(line) : tr("Still to type: the deal size.");
    case Line::Kind::Ceiling:
        if (m_targets.isAboveCeiling(plan))
            return tr("The plan needs more than anybody has time to call.");
        break;
    case Line::Kind::Stage:
        if (m_targets.askedAbout.contains(line.stage))
            return QStringList{tr("The rate is above 100 %: is that meant?"), checkText(line)}
                .join(u' ')
                .trimmed();
        if (line.stage > 0 && !plan.rates.at(line.stage).likely)
            return tr("Still to type: the rate.");
        if (const QString remark = checkText(line); !remark.isEmpty())
            return remark;
        if (m_enough.contains(line.stage))
            return m_enough.value(line.stage);
        break;
    default:
        break;
    }
    const PlanProblem problem = problemOf(line);
    const bool saidAbove = line.kind != Line::Kind::Ceiling
        && (problem.kind == PlanProblem::Kind::NoGoal || problem.kind == PlanProblem::Kind::NoDealSize
            || problem.kind == PlanProblem::Kind::NoRate);
    return saidAbove ? QString() : problem.reason();
}

bool PlanModel::isEditable(const QModelIndex &index) const
{
    if (m_document.isReadOnly())
        return false;
    const Line &line = m_lines.at(index.row());
    switch (index.column()) {
    case RateInto:
        return line.stage > 0 || line.kind == Line::Kind::MarketingShare;
    case Number:
        return line.kind == Line::Kind::Stage || line.kind == Line::Kind::Goal
            || line.kind == Line::Kind::DealSize;
    case PerUnit:
        return line.kind == Line::Kind::Stage && unitsIn(m_inputs.plan, m_unit);
    default:
        return false;
    }
}

Qt::ItemFlags PlanModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return isEditable(index) ? flags | Qt::ItemIsEditable : flags;
}

Result<QVariant> PlanModel::read(FieldKind kind, const QString &text) const
{
    const Field field{.key = u"entry"_s, .kind = kind, .label = {}};
    auto value = Value::fromText(field, text, m_locale, currencyOf(m_document, m_locale));
    if (value && Value::isEmpty(*value))
        return Error{Error::Code::Refused, tr("Type a figure; an empty one says nothing.")};
    return value;
}

Result<void> PlanModel::writeCount(int stage, const QString &text, bool perUnit)
{
    const auto typed = read(FieldKind::Count, text);
    if (!typed)
        return typed.error();
    const Rational units = perUnit ? unitsIn(m_inputs.plan, m_unit).value_or(Rational(1)) : Rational(1);
    const auto count = (Rational(typed->toLongLong()) * units).roundedDown();
    if (!count)
        return Error{Error::Code::Refused, PlanProblem{PlanProblem::Kind::TooLarge}.reason()};
    const Reached reached = reachedFrom(m_inputs.plan, stage, *count);
    if (!reached.goal.money)
        return Error{Error::Code::Refused, reached.goal.problem.reason()};
    const auto done = setPlanGoal(m_document, *reached.goal.money);
    if (done && m_targets.stages.at(stage).count != count)
        explain(stage, *count, reached.counts.last());
    return done;
}

// Why less stands there now than was typed: only whole deals count, and they need no more.
void PlanModel::explain(int stage, qint64 typed, qint64 deals)
{
    m_enough.insert(stage,
                    tr("Whole deals from %1: %2. For that %3 are enough.")
                        .arg(m_locale.toString(typed), m_locale.toString(deals),
                             m_locale.toString(m_targets.stages.at(stage).count.value_or(0))));
    Q_EMIT dataChanged(index(0, Remark), index(rowCount() - 1, Remark));
}

Result<void> PlanModel::write(const Line &line, int column, const QString &text)
{
    if (line.kind == Line::Kind::Stage && column != RateInto)
        return writeCount(line.stage, text, column == PerUnit);
    const auto value = read(column == RateInto ? FieldKind::Percent : FieldKind::Money, text);
    if (!value)
        return value.error();
    switch (line.kind) {
    case Line::Kind::Goal:
        return setPlanGoal(m_document, value->value<Money>());
    case Line::Kind::DealSize:
        return setPlanDealSize(m_document, value->value<Money>());
    case Line::Kind::MarketingShare:
        return setPlanShare(m_document, value->toLongLong());
    default:
        return setPlanRate(m_document, m_inputs.plan.stages.at(line.stage).id, value->toLongLong());
    }
}

bool PlanModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || !isEditable(index))
        return false;
    const QString text = value.toString().trimmed();
    if (text == data(index, Qt::EditRole).toString())
        return true;
    const auto written = write(m_lines.at(index.row()), index.column(), text);
    if (!written)
        Q_EMIT refused(tr("%1, %2: %3")
                           .arg(stepText(m_lines.at(index.row())),
                                headerData(index.column(), Qt::Horizontal).toString(),
                                written.error().message));
    return written.ok();
}
