#include "models/funnel/import/decisions.h"

#include "models/funnel/import/deal_store.h"
#include "models/funnel/import/placeholder_texts.h"
#include "models/worksheet/workbook_currency.h"

#include <algorithm>

namespace {

bool knowsStage(const QList<Stage> &stages, const StageTarget &target)
{
    return target.kind != StageTarget::Kind::Stage
        || std::any_of(stages.begin(), stages.end(), [&](const Stage &s) { return s.id == target.stage; });
}

// The decisions in the form of an earlier mapping, from which the suggestion starts.
ImportMapping startingPoint(const QList<Stage> &stages, const ImportDecisions &decisions)
{
    ImportMapping start = decisions.saved.value_or(ImportMapping{});
    if (!decisions.saved)
        start.placeholders = usualPlaceholders();
    start.stages.insert(decisions.stages);
    // A stage that was deleted since the mapping was saved has to be asked about again.
    start.stages.removeIf([&](const auto &item) { return !knowsStage(stages, item.value()); });
    start.dateOrders.insert(decisions.dateOrders);
    if (decisions.placeholders)
        start.placeholders = *decisions.placeholders;
    if (decisions.spellings)
        start.spellings = *decisions.spellings;
    if (!decisions.currency.isEmpty())
        start.currency = decisions.currency;
    return start;
}

// Where the numbers leave it open, the user's word counts, whenever it was said. The signs of an earlier file
// only tell what is likely: they answer the question where this one is likely to have the same.
void decideSigns(const TableProfile &profile, const ImportDecisions &decisions, Suggestion &plan)
{
    ImportMapping &mapping = plan.mapping;
    const auto isOpen = [&profile](const QString &name) {
        const ColumnProfile *column = profile.column(name);
        return column && column->numbers.isOpen();
    };
    const QStringList values = mapping.columnsOf(ColumnRole::Value);
    const bool anyOpen = std::any_of(values.begin(), values.end(), isOpen);
    const auto &saved = decisions.saved;
    const bool wasSaid = saved && saved->signsAreSaid;
    if (decisions.signs)
        mapping.signs = *decisions.signs;
    else if (wasSaid && anyOpen)
        mapping.signs = saved->signs;
    mapping.signsAreSaid = decisions.signs || (wasSaid && saved->signs == mapping.signs);
    if (mapping.signsAreSaid || (saved && saved->signs == mapping.signs))
        plan.questions.removeIf(
            [](const OpenQuestion &q) { return q.kind == OpenQuestion::Kind::NumberSigns; });
}

// What the user said about numbers and dates counts even where the table seems to say otherwise.
void applyDecisions(const TableProfile &profile, const ImportDecisions &decisions, Suggestion &plan)
{
    ImportMapping &mapping = plan.mapping;
    for (const auto &[column, order] : decisions.dateOrders.asKeyValueRange())
        if (mapping.dateOrders.contains(column))
            mapping.dateOrders.insert(column, order);
    decideSigns(profile, decisions, plan);
    mapping.columnsWithNA = decisions.columnsWithNA ? *decisions.columnsWithNA
        : decisions.saved                           ? decisions.saved->columnsWithNA
                                                    : columnsWithCodeNA(profile, mapping);
    if (decisions.stageOfLost)
        mapping.stageOfLost = *decisions.stageOfLost;
    if (decisions.stages.contains(QString()))
        plan.questions.removeIf(
            [](const OpenQuestion &q) { return q.kind == OpenQuestion::Kind::NoStageColumn; });
    // Texts of other files that the saved mapping knows need no answer for this one.
    QSet<QString> texts;
    for (const auto &[text, count] : stageTexts(profile, mapping))
        texts.insert(text);
    plan.questions.removeIf([&texts](const OpenQuestion &q) {
        return q.kind == OpenQuestion::Kind::Stage && !texts.contains(q.subject);
    });
}

DateOrder usualDateOrder(const QLocale &locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    return format.indexOf(u'M') < format.indexOf(u'd') ? DateOrder::MonthDayYear : DateOrder::DayMonthYear;
}

} // namespace

ImportContext importContextOf(const Document &document, const QLocale &locale)
{
    return {.stages = readStages(document),
            .currency = currencyOf(document, locale),
            .usualDateOrder = usualDateOrder(locale),
            .keyBefore = columnOfLastImport(document, ColumnRole::Key)};
}

void takeAsBefore(const ImportMapping &earlier, ImportDecisions &decisions)
{
    decisions.saved = earlier;
    if (earlier.stageOfLost != 0)
        decisions.stageOfLost = earlier.stageOfLost;
}

ImportDecisions decisionsThatStand(ImportDecisions decisions, const QStringList &columnsBefore,
                                   const TableProfile &profile)
{
    if (!decisions.columns)
        return decisions;
    ColumnRoles roles = *decisions.columns;
    roles.removeIf([&profile](const auto &role) { return !profile.column(role.key()); });
    const QList<ColumnRole> taken = roles.values();
    for (const auto &[name, role] : recogniseColumns(profile).asKeyValueRange())
        if (!columnsBefore.contains(name) && !taken.contains(role))
            roles.insert(name, role);
    decisions.columns = roles;
    return decisions;
}

Result<Suggestion> decideMapping(TableSource &source, const TableProfile &profile,
                                 const ImportContext &context, const ImportDecisions &decisions,
                                 const Progress &progress)
{
    ImportContext start = context;
    start.rows = decisions.rows;
    start.columns = decisions.columns;
    start.correctedColumns = decisions.correctedColumns;
    start.dateOrder = decisions.dateOrder;
    start.earlier = startingPoint(context.stages, decisions);
    auto suggestion = suggestMapping(source, profile, start, progress);
    if (suggestion)
        applyDecisions(profile, decisions, *suggestion);
    return suggestion;
}

QStringList stageColumns(const ImportMapping &mapping)
{
    QStringList columns = mapping.columnsOf(ColumnRole::Stage) + mapping.columnsOf(ColumnRole::LeadStage)
        + mapping.columnsOf(ColumnRole::Status);
    if (mapping.isHistory())
        columns += mapping.columnsOf(ColumnRole::StageEntered) + mapping.columnsOf(ColumnRole::StageBefore);
    return columns;
}

namespace {

using Columns = QList<const ColumnProfile *>;

Columns profilesOf(const TableProfile &profile, const QStringList &names)
{
    Columns columns;
    for (const QString &name : names)
        if (const ColumnProfile *column = profile.column(name))
            columns.append(column);
    return columns;
}

// Whether the first of the columns that tells something about the row was found; its text counts.
bool countAnswer(const Columns &columns, qint64 row, QHash<QString, qint64> &counts)
{
    for (const ColumnProfile *column : columns) {
        const quint8 answer = column->answers.at(static_cast<size_t>(row));
        if (answer == 0)
            continue;
        if (answer != ColumnProfile::uncounted)
            ++counts[column->numbered.at(answer - 1)];
        return true;
    }
    return false;
}

// Of joined files each text counts where it decides: that of a lead where no deal tells its stage. None where
// the rows were not kept, or more was taken as an answer since.
std::optional<QHash<QString, qint64>> decidingTexts(const TableProfile &profile, const ImportMapping &mapping)
{
    const Columns stages = profilesOf(
        profile, mapping.columnsOf(ColumnRole::Stage) + mapping.columnsOf(ColumnRole::LeadStage));
    const Columns states = profilesOf(profile, mapping.columnsOf(ColumnRole::Status));
    QHash<QString, qint64> counts;
    for (const ColumnProfile *column : stages + states) {
        const QHash<QString, qint64> answers = answersIn(*column, mapping.placeholders);
        if (column->answers.size() != static_cast<size_t>(profile.rows)
            || answers.size() != column->texts.size())
            return {};
        for (const auto &[text, count] : answers.asKeyValueRange())
            counts.insert(text, 0);
    }
    qint64 silent = 0;
    for (qint64 row = 0; row < profile.rows; ++row) {
        const bool hasStage = countAnswer(stages, row, counts);
        const bool hasState = countAnswer(states, row, counts);
        silent += !hasStage && !hasState ? 1 : 0;
    }
    if (silent > 0)
        counts.insert({}, silent);
    return counts;
}

QHash<QString, qint64> countedTexts(const TableProfile &profile, const ImportMapping &mapping)
{
    QHash<QString, qint64> counts;
    qint64 filled = 0;
    for (const ColumnProfile *column : profilesOf(profile, stageColumns(mapping))) {
        qint64 answers = column->isVaried ? column->filled : 0; // not all of them were counted
        for (const auto &[text, count] : answersIn(*column, mapping.placeholders).asKeyValueRange()) {
            counts[text] += count;
            answers += column->isVaried ? 0 : count;
        }
        filled = std::max(filled, answers);
    }
    if (filled < profile.rows && !mapping.isHistory())
        counts.insert({}, profile.rows - filled);
    return counts;
}

} // namespace

bool isStageOfDates(const TableProfile &profile, const ImportMapping &mapping, const QString &text)
{
    for (const ColumnProfile *column : profilesOf(profile, stageColumns(mapping)))
        if (column->texts.contains(text))
            return false;
    const QStringList dates = mapping.isHistory() ? QStringList() : mapping.columnsOf(ColumnRole::EnteredOn);
    return std::any_of(dates.begin(), dates.end(),
                       [&text](const QString &column) { return stageOfColumn(column) == text; });
}

QList<std::pair<QString, qint64>> stageTexts(const TableProfile &profile, const ImportMapping &mapping)
{
    const bool isHistory = mapping.isHistory();
    const auto deciding = isHistory ? std::nullopt : decidingTexts(profile, mapping);
    QHash<QString, qint64> counts = deciding ? *deciding : countedTexts(profile, mapping);
    for (const QString &name : isHistory ? QStringList() : mapping.columnsOf(ColumnRole::EnteredOn))
        if (const ColumnProfile *column = profile.column(name))
            counts.insert(stageOfColumn(name), std::max(counts.value(stageOfColumn(name)), column->filled));
    QList<std::pair<QString, qint64>> texts;
    for (const auto &[text, count] : counts.asKeyValueRange())
        texts.append({text, count});
    std::sort(texts.begin(), texts.end(), [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return texts;
}
