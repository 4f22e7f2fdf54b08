#include "widgets/report/report_painter.h"

#include "widgets/report/spelled_lines.h"

#include <QPagedPaintDevice>
#include <QPaintEngine>
#include <QPainter>

using namespace ReportStyle;

namespace {

void paint(QPainter &painter, const TextMark &mark)
{
    painter.setPen(color(mark.ink));
    if (painter.paintEngine()->type() == QPaintEngine::Pdf && SpelledLines::isNeeded(mark.text->text()))
        return SpelledLines::paint(painter, mark);
    mark.text->paint(painter, mark.at, mark.first, mark.last);
}

void paint(QPainter &painter, const FillMark &mark)
{
    painter.setPen(mark.outline.isValid() ? QPen(mark.outline, points(0.8)) : QPen(Qt::NoPen));
    painter.setBrush(mark.fill.alpha() > 0 ? QBrush(mark.fill) : QBrush(Qt::NoBrush));
    if (mark.radius > 0)
        painter.drawRoundedRect(mark.rect, mark.radius, mark.radius);
    else
        painter.drawRect(mark.rect);
}

void paint(QPainter &painter, const RuleMark &mark)
{
    QPen pen(mark.color, mark.width);
    pen.setCapStyle(Qt::FlatCap);
    if (mark.dashed)
        pen.setDashPattern({4, 2.5});
    painter.setPen(pen);
    painter.drawLine(mark.line);
}

// As fine as paper shows it.
void paint(QPainter &painter, const ImageMark &mark, DecodedPictures &pictures)
{
    constexpr double dotsPerInch = 300;
    const QSize box = (mark.rect.size() * (dotsPerInch / unitsPerInch)).toSize().expandedTo({1, 1});
    painter.drawImage(mark.rect, pictures.of(mark.picture, box));
}

void paint(QPainter &painter, const DrawingMark &mark)
{
    painter.save();
    mark.paint(painter, mark.rect);
    painter.restore();
}

} // namespace

void ReportPainter::paintPage(QPainter &painter, const LaidOutPage &page, DecodedPictures &pictures)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing
                           | QPainter::SmoothPixmapTransform);
    for (const Mark &mark : page.marks)
        std::visit(
            [&](const auto &kind) {
                if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, ImageMark>)
                    paint(painter, kind, pictures);
                else
                    paint(painter, kind);
            },
            mark);
}

bool ReportPainter::paintPages(QPagedPaintDevice &device, const LaidOutReport &report, int first, int last,
                               const ReportProgress &progress)
{
    DecodedPictures pictures;
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    for (int page = first; page <= last; ++page) {
        if (progress && !progress(static_cast<double>(page - first) / (last - first + 1)))
            return false;
        if (page > first && !device.newPage())
            return false;
        painter.resetTransform();
        painter.scale(device.logicalDpiX() / static_cast<double>(unitsPerInch),
                      device.logicalDpiY() / static_cast<double>(unitsPerInch));
        paintPage(painter, report.pages.at(page), pictures);
    }
    return painter.end();
}
