#include "widgets/funnel/segment_tables.h"

#include "models/arithmetic/dash.h"
#include "models/funnel/column_decimals.h"
#include "models/funnel/what_changed.h"
#include "widgets/charts/funnel_bands.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SegmentTables)
};

using FigureText = std::function<QString(const FunnelFigures &)>;

// A column of the table: its head, and what it says of a funnel; empty where that is not known.
struct Column
{
    QString head;
    FigureText text;
};

// All rows from the first segment to the whole.
QList<FunnelFigures> rowsOf(const SegmentComparison &compared)
{
    QList<FunnelFigures> rows;
    for (const SegmentComparison::Part &part : compared.parts)
        rows.append(part.figures);
    if (compared.hasRest())
        rows.append(compared.rest);
    rows.append(compared.whole);
    return rows;
}

Column countOf(const Stage &stage, int i, const QLocale &locale)
{
    return {stage.name, [i, locale](const FunnelFigures &funnel) {
                const auto &amount = funnel.figures.at(i).amount;
                return amount ? formatScaled(*amount, 0, locale)
                              : QString(); // what is typed may exceed what is known
            }};
}

Column valueOf(const Stage &stage, int i, const QList<FunnelFigures> &rows, const QLocale &locale)
{
    QList<std::optional<Money>> amounts;
    for (const FunnelFigures &row : rows)
        amounts.append(row.figures.at(i).worth);
    return {stage.name, [i, locale, decimals = decimalsFor(amounts)](const FunnelFigures &funnel) {
                const auto &worth = funnel.figures.at(i).worth;
                return worth ? worth->toText(locale, decimals) : QString();
            }};
}

Column rateOf(const QList<Stage> &stages, int to, int from, const QLocale &locale)
{
    return {Texts::tr("%1 of %2").arg(stages.at(to).name, stages.at(from).name),
            [to, from, locale](const FunnelFigures &funnel) {
                const Rate rate = Rate::of(funnel.figures.at(to).amount, funnel.figures.at(from).amount);
                return rate.isKnown() ? rateCell(rate, locale) : QString();
            }};
}

// The first stage that any of them counts.
int topOf(const SegmentComparison &compared)
{
    int top = static_cast<int>(compared.whole.stages.size()) - 1;
    for (const SegmentComparison::Part &part : compared.parts)
        top = std::min(top, part.figures.top());
    return top;
}

QList<Column> columnsOf(const SegmentComparison &compared, SegmentShows shows, const QLocale &locale)
{
    const QList<Stage> &stages = compared.whole.stages;
    const int last = static_cast<int>(stages.size()) - 1;
    const QList<FunnelFigures> rows = rowsOf(compared);
    QList<Column> columns;
    for (int i = 0; i <= last; ++i)
        if (shows == SegmentShows::Counts)
            columns.append(countOf(stages.at(i), i, locale));
        else if (shows == SegmentShows::Values)
            columns.append(valueOf(stages.at(i), i, rows, locale));
        else if (i > 0)
            columns.append(rateOf(stages, i, i - 1, locale));
    if (const int top = topOf(compared); shows == SegmentShows::Rates && top >= 0 && top + 1 < last)
        columns.append(rateOf(stages, last, top, locale));
    columns.removeIf([&](const Column &column) {
        return std::all_of(compared.parts.begin(), compared.parts.end(),
                           [&](const auto &part) { return column.text(part.figures).isEmpty(); });
    });
    return columns;
}

QString headOf(const SegmentComparison &compared, SegmentKind kind, SegmentShows shows)
{
    const QString label = segmentKindLabel(kind);
    if (shows == SegmentShows::Counts)
        return Texts::tr("%1: number", "region, product or source").arg(label);
    if (shows == SegmentShows::Rates)
        return Texts::tr("%1: rates", "region, product or source").arg(label);
    for (const StageFigure &figure : compared.whole.figures)
        if (figure.worth)
            return Texts::tr("%1: value in %2", "region, product or source; currency")
                .arg(label, figure.worth->currency);
    return Texts::tr("%1: value", "region, product or source").arg(label);
}

} // namespace

FigureTable segmentTable(const SegmentComparison &compared, SegmentKind kind, SegmentShows shows,
                         const QLocale &locale)
{
    const QList<Column> columns = columnsOf(compared, shows, locale);
    FigureTable table{.head = {headOf(compared, kind, shows)}, .rows = {}};
    for (const Column &column : columns)
        table.head.append(column.head);
    const auto addRow = [&](const QString &name, const FunnelFigures &funnel) {
        QStringList row{name};
        for (const Column &column : columns) {
            const QString text = column.text(funnel);
            row.append(text.isEmpty() ? dash() : text);
        }
        table.rows.append(row);
    };
    for (const SegmentComparison::Part &part : compared.parts)
        addRow(part.name, part.figures);
    if (compared.hasRest() && shows != SegmentShows::Rates)
        addRow(restLabel(compared.isTypedOverRows), compared.rest);
    addRow(Texts::tr("All together"), compared.whole);
    return table;
}

QString segmentRule(const SegmentComparison &compared)
{
    return compared.hasRest() && compared.isTypedOverRows ? typedOverRowsRule() : QString();
}
