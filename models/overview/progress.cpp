#include "models/overview/progress.h"

#include "models/worksheet/signatures.h"
#include "models/worksheet/value.h"

#include <algorithm>

bool isFilled(const Document &document, const Sheet &sheet)
{
    const auto rows = document.rows(sheet.table);
    return std::any_of(rows.begin(), rows.end(), [&](const QVariantMap &row) {
        return std::any_of(sheet.fields.begin(), sheet.fields.end(), [&](const Field &field) {
            return !Value::isEmpty(Value::fromColumns(field, row));
        });
    });
}

TabProgress progressOf(Document &document, const Catalogue &catalogue, const TabDescription &tab)
{
    TabProgress progress;
    for (const Page &page : tab.pages) {
        for (const Sheet &sheet : page.sheets) {
            ++progress.total;
            progress.filled += isFilled(document, sheet) ? 1 : 0;
        }
    }
    const Signatures signatures(document, catalogue);
    const auto state = [&](Team team) {
        const Signature signature = signatures.of(SignedSubject::tab(tab), team);
        if (signature.id == 0)
            return TabProgress::SignOff::None;
        return signature.outdated ? TabProgress::SignOff::Outdated : TabProgress::SignOff::Signed;
    };
    progress.marketing = state(Team::Marketing);
    progress.sales = state(Team::Sales);
    return progress;
}
