#include "widgets/funnel/import_plan.h"

#include "models/funnel/import/placeholder_texts.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownRows = 50;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportPlan)
};

QList<ImportFile::Row> firstRows(TableSource &source)
{
    QList<ImportFile::Row> rows;
    while (rows.size() < shownRows && source.next()) {
        ImportFile::Row row{source.line(), {}};
        for (qsizetype i = 0; i < source.columns().size(); ++i)
            row.cells.append(source.cell(i).toString());
        rows.append(row);
    }
    return rows;
}

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

// What the user said about numbers and dates counts even where the table seems to say otherwise.
void applyDecisions(const ImportFile &file, const ImportDecisions &decisions, ImportPlan &plan)
{
    ImportMapping &mapping = plan.mapping;
    for (const auto &[column, order] : decisions.dateOrders.asKeyValueRange())
        if (mapping.dateOrders.contains(column))
            mapping.dateOrders.insert(column, order);
    if (decisions.signs)
        mapping.signs = *decisions.signs;
    else if (!decisions.saved)
        for (const QString &name : mapping.columnsOf(ColumnRole::Value)) {
            const ColumnProfile *column = file.column(name);
            if (!column || !column->numbers.isOpen())
                continue;
            mapping.signs = column->numbers.signs();
            plan.questions.append({OpenQuestion::Kind::NumberSigns, name});
        }
    if (decisions.stageOfLost)
        mapping.stageOfLost = *decisions.stageOfLost;
    if (decisions.stages.contains(QString()))
        plan.questions.removeIf(
            [](const OpenQuestion &q) { return q.kind == OpenQuestion::Kind::NoStageColumn; });
    // Texts of other files that the saved mapping knows need no answer for this one.
    const auto texts = stageTexts(file, mapping);
    plan.questions.removeIf([&](const OpenQuestion &q) {
        return q.kind == OpenQuestion::Kind::Stage
            && std::none_of(texts.begin(), texts.end(),
                            [&](const auto &text) { return text.first == q.subject; });
    });
}

// Counts each id once, as the workbook will.
class Forecast
{
public:
    void add(const QList<Deal> &deals)
    {
        for (const Deal &deal : deals)
            m_deals.insert(deal.key, {deal.state, deal.value});
    }

    void writeTo(ImportPlan &plan) const
    {
        for (const Kept &deal : m_deals) {
            DealTotals &totals = deal.state == Deal::State::Won ? plan.won
                : deal.state == Deal::State::Lost               ? plan.lost
                                                                : plan.open;
            ++totals.count;
            if (deal.value)
                totals.value.add(*deal.value);
            else
                ++totals.withoutValue;
        }
    }

private:
    struct Kept
    {
        Deal::State state = Deal::State::Open;
        std::optional<Money> value;
    };
    QHash<QString, Kept> m_deals;
};

} // namespace

QString ImportFile::name() const
{
    QStringList names{QFileInfo(path).fileName()};
    for (const QString &added : format.added)
        names.append(QFileInfo(added).fileName());
    return names.join(u" + "_s);
}

const ColumnProfile *ImportFile::column(const QString &columnName) const
{
    const auto found
        = std::find_if(profile.columns.begin(), profile.columns.end(),
                       [&columnName](const ColumnProfile &each) { return each.name == columnName; });
    return found == profile.columns.end() ? nullptr : &*found;
}

bool ImportPlan::isOpen(OpenQuestion::Kind kind, const QString &subject) const
{
    return std::any_of(questions.begin(), questions.end(), [&](const OpenQuestion &question) {
        return question.kind == kind && question.subject == subject;
    });
}

Result<ImportFile> lookAtFile(const QString &path, const TableFormat &format, const Progress &progress)
{
    auto source = openTable(path, format);
    if (!source)
        return source.error();
    TableSource &table = **source;
    ImportFile file{
        path, table.format(), table.sheets(), table.joinKeys(), table.description(), table.columns(), {}, {}};
    file.format.added = format.added;
    file.format.joinBy = format.joinBy;
    file.format.takesLikeliestKey = format.takesLikeliestKey;
    file.firstRows = firstRows(table);
    if (file.firstRows.isEmpty())
        return Error{
            Error::Code::Refused,
            Texts::tr("“%1” has column names but no rows. Export it from your CRM again.").arg(file.name())};
    auto profile = profileTable(table, usualPlaceholders(), progress);
    if (!profile)
        return profile.error();
    file.profile = *profile;
    return file;
}

Result<ImportPlan> planImport(const ImportFile &file, const ImportContext &context,
                              const ImportDecisions &decisions, const Progress &progress)
{
    const auto source = openTable(file.path, file.format);
    if (!source)
        return source.error();
    ImportContext start = context;
    start.rows = decisions.rows;
    start.columns = decisions.columns;
    start.earlier = startingPoint(context.stages, decisions);
    const auto suggestion = suggestMapping(**source, file.profile, start, progress);
    if (!suggestion)
        return suggestion.error();
    ImportPlan plan;
    plan.mapping = suggestion->mapping;
    plan.questions = suggestion->questions;
    applyDecisions(file, decisions, plan);
    Forecast forecast;
    const auto report = readDeals(
        **source, plan.mapping, context.stages,
        [&forecast](const QList<Deal> &deals) {
            forecast.add(deals);
            return Result<void>();
        },
        progress);
    if (!report)
        return report.error();
    plan.report = *report;
    forecast.writeTo(plan);
    return plan;
}

QStringList missingColumns(const ImportFile &file, const ImportMapping &mapping)
{
    QStringList missing = mapping.columns.keys();
    missing.removeIf([&file](const QString &name) { return file.columns.contains(name); });
    return missing;
}

QList<std::pair<QString, qint64>> stageTexts(const ImportFile &file, const ImportMapping &mapping)
{
    QHash<QString, qint64> counts;
    const bool isHistory = mapping.rows == RowMeaning::StageEntered;
    QStringList columns = mapping.columnsOf(ColumnRole::Stage) + mapping.columnsOf(ColumnRole::Status);
    if (isHistory)
        columns += mapping.columnsOf(ColumnRole::StageEntered) + mapping.columnsOf(ColumnRole::StageBefore);
    qint64 filled = 0;
    for (const QString &name : columns) {
        const ColumnProfile *column = file.column(name);
        if (!column)
            continue;
        qint64 answers = column->isVaried ? column->filled : 0; // not all of them were counted
        for (const auto &[text, count] : answersIn(*column, mapping.placeholders).asKeyValueRange()) {
            counts[text] += count;
            answers += column->isVaried ? 0 : count;
        }
        filled = std::max(filled, answers);
    }
    if (filled < file.profile.rows && !isHistory)
        counts.insert({}, file.profile.rows - filled);
    QList<std::pair<QString, qint64>> texts;
    for (const auto &[text, count] : counts.asKeyValueRange())
        texts.append({text, count});
    std::sort(texts.begin(), texts.end(), [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return texts;
}

QString ambiguousDate(const ColumnProfile &column)
{
    for (const QString &text : column.samples + QStringList(column.texts.keyBegin(), column.texts.keyEnd())) {
        const auto dayFirst = readDate(text, DateOrder::DayMonthYear);
        const auto monthFirst = readDate(text, DateOrder::MonthDayYear);
        if (dayFirst && monthFirst && *dayFirst != *monthFirst)
            return text;
    }
    return {};
}
