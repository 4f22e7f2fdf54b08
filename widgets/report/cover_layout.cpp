#include "widgets/report/cover_layout.h"

#include "widgets/controls/broken_text.h"
#include "widgets/report/strip_writer.h"

#include <algorithm>

using namespace ReportStyle;

namespace {

constexpr double barHeight = points(8);
constexpr double logoHeight = points(56);

void placeLogos(StripWriter &writer, const ReportCover &cover, double width)
{
    constexpr double top = margin + points(12), gap = points(24);
    constexpr int mostLines = 4;
    const double half = (width - gap) / 2;
    if (cover.clientLogo.isNull())
        writer.text(cover.clientName, Text::Strong, Ink::Normal, {0, top, half, false, mostLines});
    else
        writer.image(cover.clientLogo, {0, top, half, logoHeight});
    if (cover.consultancyLogo.isNull())
        writer.text(cover.consultancyName, Text::Strong, Ink::Normal,
                    {half + gap, top, half, true, mostLines});
    else
        writer.image(cover.consultancyLogo, {half + gap, top, half, logoHeight}, true);
}

// The cover shows who it is for at a glance; whole names stand where they were filled in.
double placeTitle(StripWriter &writer, const ReportCover &cover, double y, double width)
{
    y = writer.text(cover.kind, Text::Body, Ink::Muted, {0, y, width});
    constexpr qsizetype mostLargeLines = 3;
    constexpr int mostLines = 4;
    const qsizetype large
        = brokenText(cover.client, ReportStyle::font(Text::Title), static_cast<int>(width)).size();
    y = writer.text(cover.client, large > mostLargeLines ? Text::Heading1 : Text::Title, Ink::Normal,
                    {.y = y, .width = width, .mostLines = mostLines})
        + points(4);
    y = writer.text(cover.line, Text::Heading3, Ink::Normal, {.y = y, .width = width, .mostLines = mostLines})
        + points(10);
    for (const QString &person : cover.people)
        y = writer.text(person, Text::Body, Ink::Muted, {.y = y, .width = width, .mostLines = 2});
    return y;
}

double placeBoxes(StripWriter &writer, const QList<ReportBox> &boxes, double y, double width)
{
    constexpr double gap = points(10), inset = points(10);
    if (boxes.isEmpty())
        return y;
    const double boxWidth
        = (width - gap * (static_cast<double>(boxes.size()) - 1)) / static_cast<double>(boxes.size());
    double bottom = y, x = 0;
    for (const ReportBox &box : boxes) {
        const double text
            = writer.text(box.title, Text::Strong, Ink::Normal, {x + inset, y + inset, boxWidth - 2 * inset});
        bottom = std::max(bottom,
                          writer.text(box.text, Text::Body, Ink::Normal,
                                      {x + inset, text + points(3), boxWidth - 2 * inset})
                              + inset);
        x += boxWidth + gap;
    }
    for (qsizetype i = 0; i < boxes.size(); ++i)
        writer.fill({{static_cast<double>(i) * (boxWidth + gap), y, boxWidth, bottom - y},
                     Qt::transparent,
                     color(Ink::Line),
                     points(7)});
    return bottom;
}

} // namespace

LaidOutPage layOutCover(const ReportCover &cover, const QSizeF &size, Qt::LayoutDirection direction)
{
    constexpr double titleShare = 0.29, boxesShare = 0.51;
    const double width = size.width() - 2 * margin;
    Strip strip;
    StripWriter writer(strip, direction);
    placeLogos(writer, cover, width);
    const double titleBottom = placeTitle(writer, cover, size.height() * titleShare, width);
    placeBoxes(writer, cover.boxes, std::max(size.height() * boxesShare, titleBottom + points(40)), width);

    LaidOutPage page;
    page.marks.append(FillMark{{0, 0, size.width(), barHeight}, color(Ink::Accent)});
    for (const Mark &mark : std::as_const(strip.marks)) {
        const Mark placed = moved(mark, {margin, 0});
        page.marks.append(direction == Qt::RightToLeft ? mirrored(placed, size.width()) : placed);
    }
    return page;
}
