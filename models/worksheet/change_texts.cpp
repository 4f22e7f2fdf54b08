#include "models/worksheet/change_texts.h"

#include "models/worksheet/period_cell.h"
#include "models/worksheet/row_place.h"
#include "models/worksheet/value.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ChangeTexts)
};

QString valueText(const Sheet &sheet, const Field &field, const QVariantMap &row, const QLocale &locale)
{
    const QString text = PeriodCell::text(sheet, field, row, locale).simplified();
    return text.isEmpty() ? Texts::tr("nothing") : text;
}

bool isTold(const Field &field)
{
    return field.kind != FieldKind::Link && field.kind != FieldKind::Picture && field.unseenUntil.isEmpty();
}

QStringList fieldTexts(const Sheet &sheet, const Journal::RowChange &change, RowPlaces &places,
                       const QLocale &locale)
{
    QStringList lines;
    for (const Field &field : sheet.fields) {
        const bool same = PeriodCell::isPeriod(sheet, field)
            ? PeriodCell::value(change.before) == PeriodCell::value(change.after)
            : Value::fromColumns(field, change.before) == Value::fromColumns(field, change.after);
        const bool told
            = PeriodCell::isGrainOfPeriod(sheet, field) && PeriodCell::value(change.after).isValid();
        if (same || told)
            continue;
        const QString place = places.of(sheet, change.after, field);
        lines.append(isTold(field) ? Texts::tr("%1: %2 → %3")
                                         .arg(place, valueText(sheet, field, change.before, locale),
                                              valueText(sheet, field, change.after, locale))
                                   : Texts::tr("%1 changed").arg(place));
    }
    if (lines.isEmpty() && change.before != change.after)
        lines.append(Texts::tr("%1 moved").arg(places.of(sheet, change.after)));
    return lines;
}

QString cameText(const Sheet &sheet, const QVariantMap &row, RowPlaces &places)
{
    return places.titleOf(sheet, row).isEmpty()
        ? Texts::tr("%1: a row was added").arg(sheet.label)
        : Texts::tr("%1 was added", "a row").arg(places.of(sheet, row));
}

QString wentText(const Sheet &sheet, const QVariantMap &row, RowPlaces &places)
{
    return places.titleOf(sheet, row).isEmpty()
        ? Texts::tr("%1: a row was removed").arg(sheet.label)
        : Texts::tr("%1 was removed", "a row").arg(places.of(sheet, row));
}

// Of several changes of one row the first state and the last.
QList<Journal::RowChange> merged(const QList<Journal::RowChange> &changes)
{
    QList<Journal::RowChange> rows;
    QHash<std::pair<QString, qint64>, qsizetype> places;
    for (const Journal::RowChange &change : changes) {
        const auto place = places.constFind({change.table, change.row});
        if (place != places.constEnd()) {
            rows[*place].after = change.after;
            continue;
        }
        places.insert({change.table, change.row}, rows.size());
        rows.append(change);
    }
    return rows;
}

} // namespace

QStringList changeTexts(const Document &document, const Catalogue &catalogue,
                        const QList<Journal::RowChange> &changes, const QLocale &locale)
{
    QStringList lines;
    RowPlaces places(document.database(), catalogue, locale);
    for (const Journal::RowChange &change : merged(changes)) {
        const Sheet *sheet = catalogue.sheet(change.table);
        if (!sheet || (change.before.isEmpty() && change.after.isEmpty()))
            continue;
        if (change.before.isEmpty())
            lines.append(cameText(*sheet, change.after, places));
        else if (change.after.isEmpty())
            lines.append(wentText(*sheet, change.before, places));
        else
            lines += fieldTexts(*sheet, change, places, locale);
    }
    return lines;
}
