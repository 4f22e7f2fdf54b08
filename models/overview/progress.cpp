#include "models/overview/progress.h"

#include "models/exchange/starter.h"
#include "models/worksheet/value.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Read once: it is part of the program, and asked for after each change.
const Starter &blank(const Catalogue &catalogue)
{
    static const Starter starter = *Starter::load(u"blank"_s, catalogue);
    return starter;
}

// Rows that are linked have other ids in each workbook.
QString withoutLinks(const Sheet &sheet, const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (const Field &field : sheet.fields)
        if (field.kind == FieldKind::Link)
            lines.removeIf([&field](const QString &line) { return line.startsWith(field.key + u": "_s); });
    return lines.join(u'\n');
}

} // namespace

bool isFilled(const Document &document, const Sheet &sheet)
{
    const auto rows = document.rows(sheet.table);
    return std::any_of(rows.begin(), rows.end(), [&](const QVariantMap &row) {
        return std::any_of(sheet.fields.begin(), sheet.fields.end(), [&](const Field &field) {
            return !Value::isEmpty(Value::fromColumns(field, row));
        });
    });
}

bool isUntouched(const Catalogue &catalogue, const Sheet &sheet, const QString &text)
{
    return text.isEmpty() || sheet.isReference
        || withoutLinks(sheet, text) == withoutLinks(sheet, blank(catalogue).textOf(sheet));
}

TabProgress progressOf(Document &document, const Catalogue &catalogue, const TabDescription &tab)
{
    TabProgress progress;
    for (const Page &page : tab.pages)
        progress.total += static_cast<int>(std::count_if(
            page.sheets.begin(), page.sheets.end(), [](const Sheet &sheet) { return !sheet.isReference; }));
    const Signatures signatures(document, catalogue);
    const auto texts = signatures.textsOf(tab);
    progress.filled = static_cast<int>(std::count_if(texts.begin(), texts.end(), [&](const auto &each) {
        return !isUntouched(catalogue, *each.first, each.second);
    }));
    const QString text = Signatures::joined(texts);
    progress.marketing = signatures.of(SignedSubject::tab(tab), Team::Marketing, text).state();
    progress.sales = signatures.of(SignedSubject::tab(tab), Team::Sales, text).state();
    return progress;
}
