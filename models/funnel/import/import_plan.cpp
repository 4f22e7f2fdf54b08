#include "models/funnel/import/import_plan.h"

#include "models/funnel/import/column_remarks.h"
#include "models/funnel/import/crm_table.h"
#include "models/funnel/import/customer_list.h"
#include "models/funnel/import/date_orders.h"
#include "models/funnel/import/deal_store.h"
#include "models/funnel/import/joined_stages.h"

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

// Counts each id once, as the workbook will. Of ids only hashes, and as little as possible of each deal:
// there may be a million.
class Forecast
{
public:
    void add(const QList<Deal> &deals)
    {
        for (const Deal &deal : deals) {
            Kept kept{.state = deal.state, .isLostLead = deal.isLostLead};
            if (deal.value) {
                kept.minor = deal.value->minor;
                kept.currency = indexOf(deal.value->currency);
            }
            m_deals.insert(qHash(deal.key), kept);
        }
    }

    void writeTo(ImportPlan &plan) const
    {
        for (const Kept &deal : m_deals) {
            DealTotals &totals = deal.isLostLead  ? plan.lostLeads
                : deal.state == Deal::State::Won  ? plan.won
                : deal.state == Deal::State::Lost ? plan.lost
                                                  : plan.open;
            ++totals.count;
            if (deal.currency >= 0)
                totals.value.add({deal.minor, m_currencies.at(deal.currency)});
            else
                ++totals.withoutValue;
        }
    }

private:
    struct Kept
    {
        qint64 minor = 0;
        qint16 currency = -1; // index; -1: without a value
        Deal::State state = Deal::State::Open;
        bool isLostLead = false;
    };

    qint16 indexOf(const QString &currency)
    {
        qsizetype index = m_currencies.indexOf(currency);
        if (index < 0) {
            index = m_currencies.size();
            m_currencies.append(currency);
        }
        return static_cast<qint16>(index);
    }

    QHash<size_t, Kept> m_deals;
    QStringList m_currencies;
};

QList<TableRemark> remarksOnReading(const TableSource &table, const ImportFile &file,
                                    const ImportMapping &mapping)
{
    QStringList files{QFileInfo(file.path).fileName()};
    for (const FileJoin &join : file.joins)
        files.append(join.file);
    return remarksOnJoinedCycle(table, files, file.profile, mapping)
        + remarksOnCustomers(file.profile, mapping);
}

} // namespace

QString ImportFile::name() const
{
    QStringList names{QFileInfo(path).fileName()};
    for (const QString &added : format.added)
        names.append(QFileInfo(added).fileName());
    return names.join(u" + "_s);
}

QStringList ImportFile::sheetsNotRead() const
{
    return format.allSheets ? QStringList() : sheetsAlike.mid(1);
}

bool ImportPlan::isOpen(OpenQuestion::Kind kind, const QString &subject) const
{
    return std::any_of(questions.begin(), questions.end(), [&](const OpenQuestion &question) {
        return question.kind == kind && question.subject == subject;
    });
}

Result<ImportFile> lookAtTable(TableSource &table, const QString &path, const TableFormat &asked,
                               const Progress &progress)
{
    ImportFile file{path,
                    table.format(),
                    table.sheets(),
                    table.sheetsAlike(),
                    table.joins(),
                    table.groupColumns(),
                    table.description(),
                    table.columns(),
                    {},
                    {}};
    file.format.added = asked.added;
    file.format.encodingOfAdded = asked.encodingOfAdded;
    file.format.joinBy = asked.joinBy;
    file.format.takesLikeliestKey = asked.takesLikeliestKey;
    file.format.keepsBlanks = asked.keepsBlanks;
    file.format.carriedDown = asked.carriedDown;
    file.firstRows = firstRows(table);
    auto profile = profileTable(table, usualPlaceholders(), progress);
    if (!profile)
        return profile.error();
    file.profile = std::move(profile).value();
    return file;
}

std::optional<ImportMapping> lastImportOf(const Document &document, const ImportFile &file,
                                          const std::optional<ImportMapping> &proposed)
{
    return mappingOfLastImport(document, file.name(), file.columns,
                               proposed ? proposed->columns : recogniseColumns(file.profile));
}

Result<ImportPlan> decideImport(TableSource &table, const ImportFile &file, const ImportContext &context,
                                const ImportDecisions &decisions, const Progress &progress)
{
    const auto suggestion = decideMapping(table, file.profile, context, decisions, progress);
    if (!suggestion)
        return suggestion.error();
    ImportPlan plan;
    plan.mapping = suggestion->mapping;
    plan.questions = suggestion->questions;
    plan.assumedCurrency = assumedCurrencyText(file.profile, plan.mapping);
    QList<TableRemark> readings = remarksOnReading(table, file, plan.mapping);
    for (const QString &text : textsOnRememberedOrders(file.profile, plan.mapping, decisions))
        readings.append({0, text});
    for (const TableRemark &remark : std::as_const(readings)) {
        plan.readings.append(remark.text);
        plan.report.remarks.append(remark);
    }
    plan.report.remarks += remarksOnColumns(file.profile, plan.mapping);
    return plan;
}

Result<ImportFile> lookAtFile(const QString &path, const TableFormat &format, const Progress &progress)
{
    const auto source = openCrmTable(path, format);
    if (!source)
        return source.error();
    auto file = lookAtTable(**source, path, format, progress);
    if (file && file->firstRows.isEmpty())
        return Error{
            Error::Code::Refused,
            Texts::tr("“%1” has column names but no rows. Export it from your CRM again.").arg(file->name())};
    return file;
}

Result<ImportPlan> planImport(const ImportFile &file, const ImportContext &context,
                              const ImportDecisions &decisions, const Progress &progress)
{
    const auto source = openCrmTable(file.path, file.format);
    if (!source)
        return source.error();
    auto plan = decideImport(**source, file, context, decisions, progress);
    if (!plan)
        return plan;
    Forecast forecast;
    auto report = readDeals(
        **source, plan->mapping, context.stages,
        [&forecast](const QList<Deal> &deals) {
            forecast.add(deals);
            return Result<void>();
        },
        progress);
    if (!report)
        return report.error();
    report->remarks = plan->report.remarks + report->remarks;
    plan->report = *report;
    forecast.writeTo(*plan);
    return plan;
}

Result<ImportChanges> compareImport(const ImportFile &file, const QString &workbook,
                                    const ImportMapping &mapping, const QList<Stage> &stages,
                                    const Progress &progress)
{
    const auto source = openCrmTable(file.path, file.format);
    if (!source)
        return source.error();
    return compareWithWorkbook(workbook, **source, mapping, stages, progress);
}

QStringList ImportFile::columnsToCarryDown() const
{
    QStringList names;
    for (qsizetype i = 0; i < columns.size() && !firstRows.isEmpty(); ++i) {
        const ColumnProfile *profiled = column(columns.at(i));
        const bool hasBlanks = profiled && profiled->filled > 0 && profiled->filled < profile.rows;
        if (hasBlanks && !firstRows.first().cells.value(i).trimmed().isEmpty()
            && !groupColumns.contains(columns.at(i)))
            names.append(columns.at(i));
    }
    return names;
}

QString exampleOfDate(const ColumnProfile &column)
{
    if (column.dates.counted())
        return column.samples.value(0);
    for (const QString &text : column.samples + QStringList(column.texts.keyBegin(), column.texts.keyEnd())) {
        const auto dayFirst = readDate(text, DateOrder::DayMonthYear);
        const auto monthFirst = readDate(text, DateOrder::MonthDayYear);
        if (dayFirst && monthFirst && *dayFirst != *monthFirst)
            return text;
        const auto yearFirst
            = column.dates.mayBeYearFirst() ? readDate(text, DateOrder::YearMonthDay) : std::nullopt;
        if (yearFirst && yearFirst != dayFirst && yearFirst != monthFirst)
            return text;
    }
    return {};
}
