#include "models/worksheet/search.h"

#include "models/worksheet/period_cell.h"
#include "models/worksheet/value.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype excerptLength = 90;

QString excerptAround(const QString &text, qsizetype at)
{
    qsizetype from = std::max<qsizetype>(0, at - excerptLength / 3);
    if (const qsizetype space = from > 0 ? text.indexOf(u' ', from) : -1; space >= 0 && space < at)
        from = space + 1; // not within a word
    QString part = text.mid(from, excerptLength).simplified();
    if (from > 0)
        part.prepend(u'…');
    if (from + excerptLength < text.size())
        part.append(u'…');
    return part;
}

void searchRow(const Sheet &sheet, const QVariantMap &row, const QString &needle, QList<SearchHit> &hits)
{
    const QLocale locale;
    for (const Field &field : sheet.fields) {
        if (sheet.isCovered(field, row) || PeriodCell::isGrainOfPeriod(sheet, field))
            continue;
        const QString text = PeriodCell::text(sheet, field, row, locale);
        const qsizetype at = text.indexOf(needle, 0, Qt::CaseInsensitive);
        if (at < 0)
            continue;
        const QString title = Value::toText(sheet.title(), Value::fromColumns(sheet.title(), row), locale);
        hits.append({sheet.table, row.value(u"id"_s).toLongLong(), field.key, field.fullLabel(),
                     sheet.shape == SheetShape::Form || title.isEmpty() ? sheet.label : title,
                     excerptAround(text, at)});
    }
}
} // namespace

QList<SearchHit> search(const Document &document, const Catalogue &catalogue, const QString &needle,
                        int limit)
{
    QList<SearchHit> hits;
    if (needle.isEmpty())
        return hits;
    for (const Sheet *sheet : catalogue.sheets()) {
        for (const QVariantMap &row : document.rows(sheet->table)) {
            searchRow(*sheet, row, needle, hits);
            if (hits.size() >= limit)
                return hits.mid(0, limit);
        }
    }
    return hits;
}
