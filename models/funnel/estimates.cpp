#include "models/funnel/estimates.h"

#include "models/document/ids.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Estimates)
};

constexpr qint64 millionths = 1'000'000;
const QString table = u"funnel_estimate"_s;

std::optional<qint64> wholeOf(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
}

QVariant orNull(const std::optional<qint64> &value)
{
    return value ? QVariant(*value) : QVariant();
}

} // namespace

Fraction BlindEstimate::gapOf(Team team) const
{
    const std::optional<qint64> &belief = team == Team::Marketing ? marketing : sales;
    return belief && actual ? Fraction::of(*belief - *actual, millionths) : Fraction::invalid();
}

QList<BlindEstimate> readEstimates(const Document &document)
{
    QList<BlindEstimate> estimates;
    for (const QVariantMap &row : document.rows(table)) {
        const auto grain = grainFromKey(row.value(u"grain"_s).toString());
        const QDate start = QDate::fromString(row.value(u"period_start"_s).toString(), Qt::ISODate);
        estimates.append({.on = QDate::fromString(row.value(u"estimated_on"_s).toString(), Qt::ISODate),
                          .stage = row.value(u"stage"_s).toLongLong(),
                          .marketing = wholeOf(row.value(u"marketing_belief"_s)),
                          .sales = wholeOf(row.value(u"sales_belief"_s)),
                          .actual = wholeOf(row.value(u"actual"_s)),
                          .period = grain && start.isValid() ? Period::containing(start, *grain) : Period()});
    }
    return estimates;
}

Result<void> keepEstimate(Document &document, const BlindEstimate &estimate)
{
    return document.edit(Texts::tr("Keep a blind estimate"), [&](const Database &database) {
        const qint64 last = database.scalar(u"SELECT max(position) FROM funnel_estimate"_s).toLongLong();
        QVariantMap row{{u"id"_s, newId()},
                        {u"position"_s, last + positionGap},
                        {u"estimated_on"_s, estimate.on.toString(Qt::ISODate)},
                        {u"stage"_s, estimate.stage},
                        {u"marketing_belief"_s, orNull(estimate.marketing)},
                        {u"sales_belief"_s, orNull(estimate.sales)},
                        {u"actual"_s, orNull(estimate.actual)}};
        if (estimate.period.isValid()) {
            row.insert(u"grain"_s, grainKey(estimate.period.grain));
            row.insert(u"period_start"_s, estimate.period.start.toString(Qt::ISODate));
        }
        database.insert(table, row);
    });
}
