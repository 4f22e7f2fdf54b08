#include "models/funnel/import/date_orders.h"

#include "models/funnel/import/column_remarks.h"
#include "models/funnel/import/import_plan.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ColumnRemarks)
};

bool isDayOrMonthFirst(DateOrder order)
{
    return order == DateOrder::DayMonthYear || order == DateOrder::MonthDayYear;
}

// Whichever is usual would do.
bool isOpenOrder(const DateColumn &dates)
{
    return dates.order(DateOrder::DayMonthYear) != dates.order(DateOrder::MonthDayYear)
        || dates.mayBeYearFirst();
}

QString otherKeyOf(DateOrder order, const ColumnProfile &column)
{
    if (order != DateOrder::DayMonthYear)
        return dateOrderKey(DateOrder::DayMonthYear);
    return dateOrderKey(column.dates.mayBeYearFirst() ? DateOrder::YearMonthDay : DateOrder::MonthDayYear);
}

// Of columns that are read alike.
QString textOnRememberedOrder(const QList<const ColumnProfile *> &columns, DateOrder order)
{
    QStringList names;
    for (const ColumnProfile *column : columns)
        names.append(Texts::tr("“%1”").arg(column->name));
    return QCoreApplication::translate(
               "Import",
               "The dates of %1, such as “%2”, do not tell in which order they have day and month. They "
               "were taken as “%3”, as in the last import of such a file or in the mapping that is used. If "
               "that is not so here, say so of the column (on the command line: --date-order %4).")
        .arg(names.join(u", "), exampleOfDate(*columns.first()), dateOrderLabel(order),
             otherKeyOf(order, *columns.first()));
}

QString textOnDates(const ColumnProfile &column, DateOrder order)
{
    for (const QString &sample : column.samples)
        if (const auto date = readDate(sample, order))
            return Texts::tr("The dates of “%1” are numbers and were taken as “%2”: %3 is %4.")
                .arg(column.name, dateOrderLabel(order), sample,
                     QLocale().toString(*date, QLocale::LongFormat));
    return {};
}

// Which dates of a column say what of their order, where they do not agree.
QString textOnContradictoryDates(const ColumnProfile &column, DateOrder order)
{
    if (!column.dates.isContradictory())
        return {};
    const DateColumn::Orders orders = column.dates.orders();
    const QLocale locale;
    return Texts::tr(
               "The dates of “%1” contradict each other: %2 can only have the day first, %3 only the month, "
               "and %4 could be either. They were taken as “%5”; where that cannot be, the row is refused. "
               "Look where the dates come from, and correct them.")
        .arg(column.name, locale.toString(orders.dayFirst), locale.toString(orders.monthFirst),
             locale.toString(orders.either), dateOrderLabel(order));
}

// Where columns tell that they differ, one of them may be read wrongly as far as it leaves it open.
QString textOnDifferentOrders(const TableProfile &profile, const ImportMapping &mapping)
{
    QStringList dayFirst, monthFirst;
    bool isAnyOpen = false;
    for (const ColumnProfile &column : profile.columns) {
        const DateColumn::Orders orders = column.dates.orders();
        if (!mapping.dateOrders.contains(column.name))
            continue;
        const DateOrder order = mapping.dateOrders.value(column.name);
        const QString name = Texts::tr("“%1”").arg(column.name);
        if (order == DateOrder::DayMonthYear && orders.dayFirst > 0)
            dayFirst.append(name);
        else if (order == DateOrder::MonthDayYear && orders.monthFirst > 0)
            monthFirst.append(name);
        else
            continue;
        isAnyOpen = isAnyOpen || orders.either > 0;
    }
    if (dayFirst.isEmpty() || monthFirst.isEmpty() || !isAnyOpen)
        return {};
    return Texts::tr(
               "The dates of %1 were read with the day first, those of %2 with the month first, as that is "
               "what they tell. Dates that could be either were read like the others of their column. "
               "Check them.")
        .arg(dayFirst.join(u", "), monthFirst.join(u", "));
}

QString textOnHalfSwappedDates(const ColumnProfile &column)
{
    if (!column.dates.mayBeHalfSwapped())
        return {};
    const DateColumn::Orders orders = column.dates.orders();
    const auto isText = [](const QString &text) {
        return readDate(text, DateOrder::DayMonthYear) != readDate(text, DateOrder::MonthDayYear);
    };
    const QStringList texts = column.samples + column.texts.keys();
    const auto example = std::find_if(texts.begin(), texts.end(), isText);
    return Texts::tr(
               "Day and month are probably swapped in dates of “%1”: %2 are true dates, all of them on a day "
               "up to 12, and %3 are texts, all of them with a day above 12%4. So it is when a spreadsheet "
               "program opens a CSV file whose dates have another order than its own. Import the file as it "
               "came from the CRM, or have it opened there with the order it has.")
        .arg(column.name, QLocale().toString(column.dates.yearFirst()),
             QLocale().toString(orders.dayFirst + orders.monthFirst),
             example == texts.end() ? QString() : Texts::tr(" (“%1”)").arg(*example));
}

} // namespace

QStringList dateColumns(const ImportMapping &mapping)
{
    using enum ColumnRole;
    QStringList names;
    for (const ColumnRole role : {Created, Closed, EnteredOn, SnapshotOn})
        names += mapping.columnsOf(role);
    return names;
}

ToldDateOrder toldDateOrder(const TableProfile &profile, const ImportMapping &mapping, DateOrder usual)
{
    const QStringList names = dateColumns(mapping);
    const QSet<QString> ownNames(names.begin(), names.end());
    QStringList telling = names;
    for (const ColumnProfile &column : profile.columns)
        if (column.dates.isDates() && !ownNames.contains(column.name))
            telling.append(column.name);
    ToldDateOrder told{usual};
    for (const QString &name : std::as_const(telling)) {
        if (told.isTold && !ownNames.contains(name))
            break;
        const ColumnProfile *column = profile.column(name);
        if (!column || isOpenOrder(column->dates) || !isDayOrMonthFirst(column->dates.order(told.order)))
            continue;
        const DateOrder order = column->dates.order(told.order);
        told.isContradicted
            = told.isContradicted || column->dates.isContradictory() || (told.isTold && order != told.order);
        told.isTold = true;
        told.order = order;
    }
    return told;
}

QStringList textsOnRememberedOrders(const TableProfile &profile, const ImportMapping &mapping,
                                    const ImportDecisions &decisions)
{
    if (!decisions.saved || decisions.dateOrder
        || toldDateOrder(profile, mapping, DateOrder::DayMonthYear).tellsForAll())
        return {};
    QMap<DateOrder, QList<const ColumnProfile *>> columns;
    for (const QString &name : dateColumns(mapping)) {
        const ColumnProfile *column = profile.column(name);
        const auto earlier = decisions.saved->dateOrders.constFind(name);
        if (!column || !column->dates.isOpen() || decisions.dateOrders.contains(name)
            || earlier == decisions.saved->dateOrders.constEnd() || *earlier != mapping.dateOrders.value(name)
            || isCount(*earlier))
            continue;
        columns[*earlier].append(column);
    }
    QStringList texts;
    for (const auto &[order, alike] : columns.asKeyValueRange())
        texts.append(textOnRememberedOrder(alike, order));
    return texts;
}

QList<TableRemark> remarksOnDateOrders(const TableProfile &profile, const ImportMapping &mapping)
{
    QStringList texts{textOnDifferentOrders(profile, mapping)};
    for (const ColumnProfile &column : profile.columns) {
        const auto order = mapping.dateOrders.constFind(column.name);
        if (order == mapping.dateOrders.constEnd())
            continue;
        texts.append(textOnHalfSwappedDates(column));
        texts.append(isCount(*order) ? textOnDates(column, *order)
                                     : textOnContradictoryDates(column, *order));
    }
    QList<TableRemark> remarks;
    for (const QString &text : std::as_const(texts))
        if (!text.isEmpty())
            remarks.append({0, text});
    return remarks;
}
