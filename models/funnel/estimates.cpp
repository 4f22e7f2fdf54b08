#include "models/funnel/estimates.h"

#include "models/arithmetic/share.h"
#include "models/document/row_edits.h"
#include "models/funnel/step_origins.h"
#include "models/worksheet/row_values.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Estimates)
};

const QString table = u"funnel_estimate"_s;

} // namespace

Fraction BlindEstimate::gapOf(Team team) const
{
    const std::optional<qint64> &belief = team == Team::Marketing ? marketing : sales;
    return belief && actual ? Fraction::of(*belief - *actual, WholeShare) : Fraction::invalid();
}

QList<BlindEstimate> readEstimates(const Document &document)
{
    QList<BlindEstimate> estimates;
    for (const QVariantMap &row : document.rows(table)) {
        const auto marketing = RowValues::whole(row, u"marketing_belief"_s);
        const auto sales = RowValues::whole(row, u"sales_belief"_s);
        const bool both = marketing && sales;
        estimates.append({.on = QDate::fromString(row.value(u"estimated_on"_s).toString(), Qt::ISODate),
                          .stage = row.value(u"stage"_s).toLongLong(),
                          .from = row.value(u"from_stage"_s).toString().simplified(),
                          .marketing = both ? marketing : std::nullopt,
                          .sales = both ? sales : std::nullopt,
                          .actual = RowValues::whole(row, u"actual"_s),
                          .period = RowValues::period(row)});
    }
    return estimates;
}

Result<void> keepEstimate(Document &document, const BlindEstimate &estimate)
{
    return document.edit(Texts::tr("Keep a blind estimate"), [&](const Database &database) {
        QVariantMap row{{u"estimated_on"_s, estimate.on.toString(Qt::ISODate)},
                        {u"stage"_s, estimate.stage},
                        {u"from_stage"_s, nameBefore(readStages(document), estimate.stage)},
                        {u"marketing_belief"_s, RowValues::orNull(estimate.marketing)},
                        {u"sales_belief"_s, RowValues::orNull(estimate.sales)},
                        {u"actual"_s, RowValues::orNull(estimate.actual)}};
        row.insert(RowValues::periodColumns(estimate.period));
        appendRow(database, table, row);
    });
}
