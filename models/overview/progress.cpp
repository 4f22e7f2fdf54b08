#include "models/overview/progress.h"

#include "models/exchange/starter.h"
#include "models/funnel/import/deal_store.h"
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

// Whether nobody has written in the worksheet, which reads `text` (see Signatures): it is empty, as a blank
// workbook begins with it, or there to look things up in.
bool isUntouched(const Catalogue &catalogue, const Sheet &sheet, const QString &text)
{
    return text.isEmpty() || sheet.isReference
        || withoutLinks(sheet, text) == withoutLinks(sheet, blank(catalogue).textOf(sheet));
}

// What would be typed there the CRM's rows say.
bool isFedByImport(const Sheet &sheet)
{
    return sheet.table == u"funnel_stage" || sheet.table == u"funnel_number";
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

TabProgress progressOf(Document &document, const Catalogue &catalogue, const TabDescription &tab)
{
    TabProgress progress;
    const Signatures signatures(document, catalogue);
    const auto texts = signatures.textsOf(tab);
    for (const auto &[sheet, text] : texts)
        if (!isUntouched(catalogue, *sheet, text))
            progress.written.insert(sheet->table);
    const bool imported = tab.tab == Tab::Funnel && hasDeals(document);
    for (const Page &page : tab.pages)
        for (const Sheet &sheet : page.sheets) {
            progress.total += sheet.isReference ? 0 : 1;
            progress.filled
                += progress.written.contains(sheet.table) || (imported && isFedByImport(sheet)) ? 1 : 0;
        }
    const QString text = Signatures::joined(texts);
    progress.marketing = signatures.of(SignedSubject::tab(tab), Team::Marketing, text).state();
    progress.sales = signatures.of(SignedSubject::tab(tab), Team::Sales, text).state();
    return progress;
}

QString whyUnsignable(Document &document, const Catalogue &catalogue, const SignedSubject &subject,
                      const QString &text)
{
    const Signatures signatures(document, catalogue);
    for (const TabDescription &tab : catalogue.tabs())
        if (SignedSubject::tab(tab).key == subject.key)
            return signatures.whyUnsignable(
                subject, progressOf(document, catalogue, tab).filled > 0 ? text : QString());
    return signatures.whyUnsignable(subject, text);
}
