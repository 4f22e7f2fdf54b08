#include "models/funnel/deals/deals_check.h"

#include "models/funnel/deals/deal_table.h"
#include "models/funnel/deals/kept_sums.h"
#include "models/funnel/deals/known_sums.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DealsCheck)
};

bool areSame(const DealTotals &a, const DealTotals &b)
{
    return a.count == b.count && a.withoutValue == b.withoutValue && a.value.sums() == b.value.sums();
}

// No value is the same as no other.
bool areSame(const Fraction &a, const Fraction &b)
{
    return a.isValid() ? a == b : !b.isValid();
}

// By what a report tells of them all.
bool tellTheSame(const DealCounts &a, const DealCounts &b, const QList<Stage> &stages)
{
    const auto summary = [&stages](const DealCounts &counts) {
        return counts.summary(static_cast<int>(stages.size()), Grain::Month, indexIn(stages));
    };
    const DealSummary one = summary(a), other = summary(b);
    const auto arePeriodsSame
        = [](const QMap<Period, DealTotals> &left, const QMap<Period, DealTotals> &right) {
              return left.size() == right.size()
                  && std::equal(left.keyValueBegin(), left.keyValueEnd(), right.keyValueBegin(),
                                [](const auto &x, const auto &y) {
                                    return x.first == y.first && areSame(x.second, y.second);
                                });
          };
    return one.rows == other.rows && areSame(one.won, other.won) && areSame(one.lost, other.lost)
        && areSame(one.open, other.open) && one.openByCrmStage == other.openByCrmStage
        && arePeriodsSame(one.wonByClose, other.wonByClose)
        && arePeriodsSame(one.lostByClose, other.lostByClose)
        && areSame(one.medianCycleDays, other.medianCycleDays)
        && areSame(one.meanCycleDays, other.meanCycleDays);
}

} // namespace

QStringList faultsOfDeals(const Document &document)
{
    const Database &database = document.database();
    QStringList faults;
    // The three of Deal::State, and the mark of those that count under another key.
    const qint64 strange
        = database.scalar(u"SELECT count(*) FROM funnel_deal WHERE state NOT BETWEEN 0 AND 3"_s).toLongLong();
    if (strange > 0)
        faults.append(Texts::tr("Imported deals that are neither open nor won nor lost: %1.")
                          .arg(QLocale().toString(strange)));
    const QList<Stage> stages = readStages(document);
    const auto kept = KeptSums::counts(database, stages);
    if (!kept)
        return faults; // they are worked out from the deals whenever they are wanted
    DealCounts counts;
    DealTable(database, stages).visit(DealTable::Detail::Figures, [&counts](const StoredDeal &stored) {
        counts.add(stored.deal, stored.stage);
    });
    if (!tellTheSame(*kept, counts, stages))
        faults.append(
            Texts::tr("The imported deals do not add up to the figures that were worked out from them: "
                      "some were altered since."));
    return faults;
}
