#pragma once

#include "models/worksheet/field.h"

#include <QColor>
#include <QFont>
#include <QPageSize>
#include <QRectF>

// Sizes, fonts and colours of the pages. All lengths of a page are in units of 1/20 point, so that fonts
// with whole pixel sizes are fine enough to be laid out alike for every device.
namespace ReportStyle {

constexpr int unitsPerPoint = 20;
constexpr int unitsPerInch = 72 * unitsPerPoint;
constexpr double points(double count)
{
    return count * unitsPerPoint;
}

enum class Text { Title, Heading1, Heading2, Heading3, Heading4, Body, Strong, Label, Head, Small };
enum class Ink { Normal, Muted, Accent, Warning, Good, Marketing, Both, Sales, Line, Ground, Paper };

QFont font(Text text);
double labelHeight(); // of a line in Text::Label
QColor color(Ink ink);
Ink inkOf(Team team);
QColor fill(Team team);

constexpr double margin = points(48);
constexpr double footerHeight = points(34);
constexpr double padding = points(5); // within a cell

inline QSizeF pageSize(QPageSize::PageSizeId paper)
{
    return QPageSize(paper).size(QPageSize::Point) * unitsPerPoint;
}
QRectF contentRect(QPageSize::PageSizeId paper);
inline QRectF mirrored(const QRectF &rect, const QRectF &within)
{
    return {within.left() + within.right() - rect.right(), rect.top(), rect.width(), rect.height()};
}

} // namespace ReportStyle
