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
    for (const Page &page : tab.pages)
        progress.total += static_cast<int>(page.sheets.size());
    const Signatures signatures(document, catalogue);
    const auto texts = signatures.textsOf(tab);
    progress.filled = static_cast<int>(texts.size());
    const QString text = Signatures::joined(texts);
    progress.marketing = signatures.of(SignedSubject::tab(tab), Team::Marketing, text).state();
    progress.sales = signatures.of(SignedSubject::tab(tab), Team::Sales, text).state();
    return progress;
}
