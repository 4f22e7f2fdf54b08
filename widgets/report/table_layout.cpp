#include "widgets/report/table_layout.h"

#include "widgets/report/strip_writer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace ReportStyle;

namespace {

constexpr double leastColumn = points(34);
constexpr double blankRowHeight = points(24);
constexpr int mostLines = 9; // of a cell, before a table becomes cards
constexpr double readableColumn = points(84);
constexpr int mostShortLines = 4; // of a cell narrower than that
constexpr int mostColumns = 9;

// A sum does not stand with a single row on a page either, where rows are low.
void keepEndTogether(QList<Strip> &rows)
{
    constexpr double low = points(30);
    const QList<Strip> end = rows.last(std::min<qsizetype>(3, rows.size() - 1));
    if (end.size() == 3
        && std::all_of(end.begin(), end.end(), [](const Strip &row) { return row.height < low; }))
        rows[rows.size() - 3].keepWithNext = true;
}

double sum(const QList<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

} // namespace

TableLayout::TableLayout(const TableBlock &table, double width, Qt::LayoutDirection direction)
    : m_table(table)
    , m_width(width)
    , m_direction(direction)
{
    if (!table.sideBySide && table.columns.size() > mostColumns && table.handoverAfter.isEmpty()) {
        m_fits = false;
        return;
    }
    shape();
    findWidths();
}

void TableLayout::shape()
{
    for (const ReportColumn &column : m_table.columns)
        m_head.append(std::make_shared<ShapedText>(column.label, ReportStyle::font(Text::Head), m_direction));
    QList<QHash<QString, Cell>> known(m_table.columns.size()); // what a column says again and again
    for (const QStringList &row : m_table.rows) {
        QList<Cell> cells;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const Text style = m_table.sideBySide && i == 0 ? Text::Head : Text::Small;
            Cell &cell = known[i][row.at(i)];
            if (!cell && !row.at(i).isEmpty())
                cell = std::make_shared<ShapedText>(row.at(i), ReportStyle::font(style), m_direction);
            cells.append(cell);
        }
        m_rows.append(cells);
    }
}

void TableLayout::findWidths()
{
    if (m_table.sideBySide) {
        constexpr double labelShare = 0.16;
        const double label = m_width * labelShare;
        m_widths = QList<double>(m_table.columns.size(), (m_width - label) / (m_table.columns.size() - 1.0));
        m_widths.first() = label;
        return;
    }
    QList<double> natural, least;
    for (qsizetype i = 0; i < m_table.columns.size(); ++i) {
        double whole = m_head.at(i)->naturalWidth(), word = m_head.at(i)->wordWidth();
        for (const QList<Cell> &row : m_rows) {
            if (!row.at(i))
                continue;
            whole = std::max(whole, row.at(i)->naturalWidth());
            word = std::max(
                word, m_table.columns.at(i).figures ? row.at(i)->naturalWidth() : row.at(i)->wordWidth());
        }
        natural.append(std::max(leastColumn, whole + 2 * padding));
        // One overlong word is broken rather than given the whole table.
        least.append(std::clamp(word + 2 * padding, leastColumn, std::max(leastColumn, m_width / 4)));
    }
    if (sum(least) > m_width) {
        m_fits = false;
        return;
    }
    if (const auto widths = writingWidths(natural, least)) {
        m_widths = *widths;
        m_written = !m_rows.isEmpty();
        return;
    }
    m_widths = share(natural, least);
    m_fits = !isSqueezed(natural);
}

// Where a column is to be written in by hand, what is written needs the room, not the headings.
std::optional<QList<double>> TableLayout::writingWidths(const QList<double> &natural,
                                                        QList<double> least) const
{
    constexpr double mostPrinted = 0.6; // of the width, by columns that say something already
    double shares = 0, printed = 0;
    QList<int> rooms;
    for (qsizetype i = 0; i < least.size(); ++i) {
        const bool empty = std::none_of(m_rows.begin(), m_rows.end(),
                                        [i](const QList<Cell> &row) { return row.at(i) != nullptr; });
        rooms.append(empty ? m_table.columns.at(i).room : 0);
        shares += rooms.last();
        if (!empty)
            printed += least[i] = natural.at(i);
    }
    const double spare = m_width - sum(least);
    const bool byHand = m_rows.isEmpty() || m_table.completedByHand;
    if (!byHand || shares <= 0 || spare < 0 || printed > mostPrinted * m_width)
        return {};
    for (qsizetype i = 0; i < least.size(); ++i)
        least[i] += spare * rooms.at(i) / shares;
    return least;
}

QList<double> TableLayout::share(const QList<double> &natural, const QList<double> &least) const
{
    const qsizetype count = natural.size();
    QList<double> widths(count, 0);
    double rest = m_width;
    if (sum(natural) <= m_width) {
        const double spare = (m_width - sum(natural)) / static_cast<double>(count);
        for (qsizetype i = 0; i < count; ++i)
            widths[i] = natural.at(i) + spare;
        return widths;
    }
    // Columns that need less than an even share get what they need; the others divide the rest.
    QList<qsizetype> open(count);
    std::iota(open.begin(), open.end(), 0);
    for (bool settled = true; settled && !open.isEmpty();) {
        settled = false;
        const double even = rest / static_cast<double>(open.size());
        for (qsizetype k = 0; k < open.size();) {
            const qsizetype i = open.at(k);
            if (natural.at(i) > even && least.at(i) <= even) {
                ++k;
                continue;
            }
            widths[i] = natural.at(i) <= even ? natural.at(i) : least.at(i);
            rest -= widths.at(i);
            open.removeAt(k);
            settled = true;
        }
    }
    double weight = 0;
    for (const qsizetype i : std::as_const(open))
        weight += std::sqrt(natural.at(i));
    double spare = rest;
    for (const qsizetype i : std::as_const(open)) {
        widths[i] = std::max(least.at(i), rest * std::sqrt(natural.at(i)) / weight);
        spare -= widths.at(i);
    }
    // What the widest words took more than their part, the widest columns give, none so much that its own
    // words break.
    QList<qsizetype> widest(count);
    std::iota(widest.begin(), widest.end(), 0);
    std::stable_sort(widest.begin(), widest.end(),
                     [&widths](qsizetype a, qsizetype b) { return widths.at(a) > widths.at(b); });
    for (const qsizetype i : std::as_const(widest)) {
        const double change = std::max(spare, std::min(0.0, least.at(i) - widths.at(i)));
        widths[i] += change;
        spare -= change;
    }
    return widths;
}

bool TableLayout::isSqueezed(const QList<double> &natural) const
{
    for (qsizetype i = 0; i < natural.size(); ++i) {
        const double width = m_widths.at(i) - 2 * padding;
        const double lines = natural.at(i) / width;
        if (lines > mostLines || (width < readableColumn && lines > mostShortLines))
            return true;
    }
    return false;
}

double TableLayout::left(int column) const
{
    return std::accumulate(m_widths.begin(), m_widths.begin() + column, 0.0);
}

QList<Strip> TableLayout::strips() const
{
    QList<Strip> strips{headStrip()};
    const Strip head = strips.first();
    const int rows = static_cast<int>(m_rows.size()), all = rows + m_table.blankRows;
    for (int row = 0; row < all; ++row) {
        Strip strip = row < rows ? rowStrip(row) : blankStrip(row);
        strip.repeated = {head};
        // No single row alone on a page.
        strip.keepWithNext = (row == 0 && all > 2) || row == all - 2;
        strips.append(strip);
    }
    if (m_table.figureColumns() > 0)
        keepEndTogether(strips);
    return strips;
}

Strip TableLayout::headStrip() const
{
    Strip strip{.spaceBefore = points(4), .keepWithNext = true};
    StripWriter writer(strip, m_direction);
    double bottom = 0;
    for (int i = 0; i < m_head.size(); ++i) {
        const ReportColumn &column = m_table.columns.at(i);
        const Ink ink = inkOf(column.team);
        bottom = std::max(
            bottom,
            writer.text(m_head.at(i), ink,
                        {left(i) + padding, padding, m_widths.at(i) - 2 * padding, column.figures}));
    }
    strip.height = bottom + padding;
    writer.rule(0, m_width, strip.height, Ink::Muted);
    for (int i = 0; i < m_head.size(); ++i)
        if (const Team team = m_table.columns.at(i).team; team != Team::None)
            writer.fill(
                {{left(i) + padding, strip.height - points(1.6), m_widths.at(i) - 2 * padding, points(1.6)},
                 ReportStyle::fill(team)});
    return strip;
}

Strip TableLayout::rowStrip(int row) const
{
    Strip strip{.repeatsLabel = m_table.columns.size() > 1};
    StripWriter writer(strip, m_direction);
    double bottom = m_written ? blankRowHeight - padding : padding + points(10);
    const QList<Cell> &cells = m_rows.at(row);
    for (int i = 0; i < cells.size(); ++i) {
        if (!cells.at(i))
            continue;
        const bool label = m_table.sideBySide && i == 0;
        bottom = std::max(bottom,
                          writer.text(cells.at(i), label ? Ink::Muted : Ink::Normal,
                                      {left(i) + padding, padding, m_widths.at(i) - 2 * padding,
                                       m_table.columns.at(i).figures}));
    }
    strip.height = bottom + padding;
    const bool handover = m_table.handoverAfter.contains(row);
    writer.rule(0, m_width, strip.height,
                handover        ? Ink::Warning
                    : m_written ? Ink::Muted
                                : Ink::Line,
                handover);
    if (m_written)
        separateColumns(writer, strip.height);
    return strip;
}

void TableLayout::separateColumns(StripWriter &writer, double height) const
{
    for (int i = 0; i <= m_widths.size(); ++i)
        writer.verticalRule(std::min(left(i), m_width), 0, height);
}

Strip TableLayout::blankStrip(int) const
{
    Strip strip{.height = blankRowHeight};
    StripWriter writer(strip, m_direction);
    writer.rule(0, m_width, strip.height, Ink::Muted);
    separateColumns(writer, strip.height);
    return strip;
}
