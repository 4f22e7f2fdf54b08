#include "tests/support/deals_in.h"

#include "models/funnel/deals/deal_table.h"

Result<void> forEachDeal(const Document &document, const QList<Stage> &stages,
                         const std::function<void(const Deal &)> &visit)
{
    try {
        DealTable(document.database(), stages).visit(DealTable::Detail::Whole, [&visit](const StoredDeal &d) {
            visit(d.deal);
        });
    } catch (const DatabaseError &error) {
        return error.error();
    }
    return {};
}
