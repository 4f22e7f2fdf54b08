#include "tests/support/made_import.h"

#include "models/funnel/funnel_store.h"
#include "models/funnel/import/crm_table.h"
#include "tests/support/byte_devices.h"

#include <algorithm>

using namespace Qt::StringLiterals;

qint64 MadeImport::count(Deal::State state) const
{
    return std::count_if(deals.begin(), deals.end(),
                         [state](const Deal &deal) { return deal.state == state; });
}

QList<Stage> usualStages()
{
    return {{1, u"Visitor"_s, Team::Marketing}, {2, u"Lead"_s, Team::Marketing},
            {3, u"MQL"_s, Team::Both},          {4, u"SQL"_s, Team::Sales},
            {5, u"Opportunity"_s, Team::Sales}, {6, u"Won"_s, Team::Sales}};
}

ImportContext usualContext()
{
    return {.stages = usualStages(), .currency = u"EUR"_s};
}

std::unique_ptr<TableSource> tableOf(const QByteArray &bytes)
{
    auto source = openCrmTable(bufferOf(bytes));
    if (!source)
        qFatal("%s", qPrintable(source.error().message));
    return std::move(source).value();
}

MadeImport madeImport(TableSource &source, const ImportContext &context)
{
    const auto profile = profileTable(source, usualPlaceholders());
    if (!profile)
        qFatal("%s", qPrintable(profile.error().message));
    const auto suggestion = suggestMapping(source, *profile, context);
    if (!suggestion)
        qFatal("%s", qPrintable(suggestion.error().message));
    MadeImport made{*profile, *suggestion, {}, {}};
    const auto report
        = readDeals(source, suggestion->mapping, context.stages, [&made](const QList<Deal> &batch) {
              made.deals += batch;
              return Result<void>();
          });
    if (!report)
        qFatal("%s", qPrintable(report.error().message));
    made.report = *report;
    return made;
}

MadeImport madeImport(const QByteArray &bytes, const ImportContext &context)
{
    return madeImport(*tableOf(bytes), context);
}

Result<ImportOutcome> importInto(Document &document, TableSource &source)
{
    const ImportContext context{.stages = readStages(document),
                                .currency = u"EUR"_s,
                                .keyBefore = columnOfLastImport(document, ColumnRole::Key)};
    return importDeals(document, source,
                       {.fileName = u"some"_s,
                        .mapping = madeImport(source, context).suggestion.mapping,
                        .stages = context.stages});
}

Result<ImportOutcome> importInto(Document &document, const QByteArray &bytes, const CorrectedRoles &corrected)
{
    const auto source = tableOf(bytes);
    const ImportContext context{
        .stages = readStages(document), .currency = u"EUR"_s, .correctedColumns = corrected};
    return importDeals(document, *source,
                       {.fileName = u"deals.csv"_s,
                        .mapping = madeImport(*source, context).suggestion.mapping,
                        .stages = context.stages});
}
