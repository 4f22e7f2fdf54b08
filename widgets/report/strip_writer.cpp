#include "widgets/report/strip_writer.h"

#include "widgets/controls/broken_text.h"

using namespace ReportStyle;

double StripWriter::text(const QString &text, Text style, Ink ink, const Place &place)
{
    if (text.isEmpty())
        return place.y;
    const QFont font = ReportStyle::font(style);
    const QString shown = place.mostLines > 0
        ? brokenText(text, font, static_cast<int>(place.width), place.mostLines).join(u'\n')
        : text;
    return this->text(std::make_shared<ShapedText>(shown, font, m_direction), ink, place);
}

double StripWriter::text(std::shared_ptr<ShapedText> text, Ink ink, const Place &place)
{
    text->breakLines(place.width, place.trailing ? Qt::AlignTrailing : Qt::AlignLeading);
    const double bottom = place.y + text->height();
    const int lines = text->lineCount();
    m_strip.marks.append(TextMark{std::move(text), {place.x, place.y}, place.width, 0, lines, ink});
    return bottom;
}

void StripWriter::rule(double x1, double x2, double y, Ink ink, bool dashed)
{
    constexpr double hairline = points(0.6), dashedLine = points(1.2);
    m_strip.marks.append(RuleMark{{x1, y, x2, y}, color(ink), dashed ? dashedLine : hairline, dashed});
}

void StripWriter::verticalRule(double x, double y1, double y2)
{
    m_strip.marks.append(RuleMark{{x, y1, x, y2}, color(Ink::Line), points(0.6), false});
}

double StripWriter::image(const ReportPicture &picture, const QRectF &within, bool trailing)
{
    constexpr double dotsPerInch = 96;
    QSizeF size = QSizeF(picture.size()) * (unitsPerInch / dotsPerInch);
    if (size.width() > within.width() || size.height() > within.height())
        size.scale(within.size(), Qt::KeepAspectRatio);
    const double x = trailing ? within.right() - size.width() : within.left();
    m_strip.marks.append(ImageMark{QRectF(QPointF(x, within.top()), size), picture});
    return within.top() + size.height();
}
