#pragma once

#include "widgets/controls/shaped_text.h"
#include "widgets/report/report_picture.h"
#include "widgets/report/report_style.h"

#include <QLineF>
#include <QRectF>

#include <functional>
#include <memory>
#include <optional>
#include <variant>

// What is painted on a page, in its units.
struct TextMark
{
    std::shared_ptr<const ShapedText> text;
    QPointF at;
    double width = 0;
    int first = 0, last = 0; // lines
    ReportStyle::Ink ink = ReportStyle::Ink::Normal;
};

struct FillMark
{
    QRectF rect;
    QColor fill; // may be transparent
    QColor outline = {}; // not valid: none
    double radius = 0;
};

struct RuleMark
{
    QLineF line;
    QColor color;
    double width = 0;
    bool dashed = false;
};

struct ImageMark
{
    QRectF rect;
    ReportPicture picture;
};

struct DrawingMark
{
    QRectF rect;
    std::function<void(QPainter &, const QRectF &)> paint;
};

using Mark = std::variant<TextMark, FillMark, RuleMark, ImageMark, DrawingMark>;

// A strip of a page over the whole width of its content, laid out but not yet placed.
struct Strip
{
    double height = 0;
    double spaceBefore = 0; // not at the top of a page
    bool keepWithNext = false;
    bool splits = false; // between its lines of text, even where it would fit a page of its own
    double spare = 0; // so much lower its drawing may be, where it then fits
    bool repeatsLabel = false; // its first text stands again beside what goes over to the next page
    QList<Mark> marks = {}; // from the strip's top left corner
    QList<Strip> repeated = {}; // again at the top of the page where this strip begins one (a table's head)
    int headingLevel = 0; // 0: none
    QString heading = {};
    int linkTo = -1; // index of a heading
};
