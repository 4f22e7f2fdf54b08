#include "models/overview/progress.h"

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
    progress.marketing = signatures.of(SignedSubject::tab(tab), Team::Marketing).state();
    progress.sales = signatures.of(SignedSubject::tab(tab), Team::Sales).state();
    return progress;
}
