#include "widgets/report/page_flow.h"

#include <algorithm>

namespace {

template <class... Ts> struct Overloaded : Ts...
{
    using Ts::operator()...;
};
template <class... Ts> Overloaded(Ts...) -> Overloaded<Ts...>;

constexpr int fewestLines = 2; // that may stand alone before or after a cut

double textHeight(const TextMark &mark)
{
    return mark.text->heightOf(mark.first, mark.last);
}

// Space under the last line of a strip's texts.
double bottomPadding(const Strip &strip)
{
    double bottom = 0;
    for (const Mark &mark : strip.marks)
        if (const auto *text = std::get_if<TextMark>(&mark))
            bottom = std::max(bottom, text->at.y() + textHeight(*text));
    return strip.height - bottom;
}

// Marks that run along with the strip's height, in a part of another height.
Mark resized(Mark mark, double from, double to)
{
    if (auto *fill = std::get_if<FillMark>(&mark))
        fill->rect.setHeight(std::max(0.0, fill->rect.height() + to - from));
    if (auto *rule = std::get_if<RuleMark>(&mark)) {
        for (const bool end : {false, true}) {
            QPointF point = end ? rule->line.p2() : rule->line.p1();
            if (point.y() > from / 2)
                point.ry() += to - from;
            end ? rule->line.setP2(point) : rule->line.setP1(point);
        }
    }
    return mark;
}

double leastHeight(const Strip &strip)
{
    if (!strip.splits)
        return strip.height - strip.spare;
    double least = strip.height;
    for (const Mark &mark : strip.marks)
        if (const auto *text = std::get_if<TextMark>(&mark))
            if (text->last - text->first >= 2 * fewestLines)
                least = std::min(least,
                                 text->at.y() + text->text->heightOf(text->first, text->first + fewestLines));
    return least;
}

// Where less than `fewestLines` would go over to the next page, some more go with them.
int linesOnThisPage(const TextMark &text, int fitting)
{
    const int all = text.last - text.first;
    if (fitting < all && all - fitting < fewestLines && fitting > fewestLines)
        return all - fewestLines;
    return fitting;
}

} // namespace

Mark moved(const Mark &mark, const QPointF &by)
{
    Mark result = mark;
    std::visit(Overloaded{[&](TextMark &m) { m.at += by; }, [&](RuleMark &m) { m.line.translate(by); },
                          [&](auto &m) { m.rect.translate(by); }},
               result);
    return result;
}

Mark mirrored(const Mark &mark, double width)
{
    Mark result = mark;
    std::visit(Overloaded{[&](TextMark &m) { m.at.setX(width - m.at.x() - m.width); },
                          [&](RuleMark &m) {
                              m.line.setLine(width - m.line.x1(), m.line.y1(), width - m.line.x2(),
                                             m.line.y2());
                          },
                          [&](auto &m) {
                              m.rect = ReportStyle::mirrored(m.rect, {0, 0, width, 0});
                          }},
               result);
    return result;
}

std::pair<Strip, Strip> split(const Strip &strip, double height)
{
    const double padding = bottomPadding(strip);
    Strip first = strip, second = strip;
    first.marks.clear();
    second.marks.clear();
    first.height = second.height = 0;
    second.headingLevel = 0;
    bool any = false;
    const TextMark *label = nullptr;
    for (const Mark &mark : strip.marks) {
        const auto *text = std::get_if<TextMark>(&mark);
        if (!text)
            continue;
        label = label ? label : text;
        TextMark before = *text, after = *text;
        const int fitting = text->text->linesWithin(text->first, height - text->at.y() - padding);
        before.last = after.first
            = text->first + linesOnThisPage(*text, std::min(fitting, text->last - text->first));
        if (before.last > before.first) {
            first.height = std::max(first.height, before.at.y() + textHeight(before) + padding);
            first.marks.append(before);
            any = true;
        }
        if (after.last > after.first) {
            second.height = std::max(second.height, after.at.y() + textHeight(after) + padding);
            second.marks.append(after);
        }
    }
    if (!any)
        return {Strip{}, strip};
    const double labelHeight = label->at.y() + textHeight(*label) + padding;
    if (strip.repeatsLabel && labelHeight <= std::min(first.height, second.height))
        second.marks.prepend(*label);
    for (const Mark &mark : strip.marks) {
        if (std::holds_alternative<TextMark>(mark))
            continue;
        if (std::holds_alternative<ImageMark>(mark) || std::holds_alternative<DrawingMark>(mark)) {
            first.marks.prepend(mark);
            continue;
        }
        first.marks.prepend(resized(mark, strip.height, first.height));
        second.marks.prepend(resized(mark, strip.height, second.height));
    }
    return {first, second};
}

Strip shrunk(Strip strip, double by)
{
    double bottom = strip.height;
    for (const Mark &mark : std::as_const(strip.marks))
        if (const auto *drawing = std::get_if<DrawingMark>(&mark))
            bottom = drawing->rect.bottom();
    for (Mark &mark : strip.marks) {
        if (auto *drawing = std::get_if<DrawingMark>(&mark))
            drawing->rect.setHeight(drawing->rect.height() - by);
        else if (const auto *text = std::get_if<TextMark>(&mark); text && text->at.y() >= bottom)
            mark = moved(mark, {0, -by});
    }
    strip.height -= by;
    return strip;
}

PageFlow::PageFlow(const QRectF &content, Qt::LayoutDirection direction)
    : m_content(content)
    , m_direction(direction)
    , m_y(content.top())
{
    m_pages.append(LaidOutPage());
}

void PageFlow::startPage()
{
    if (!m_atTop)
        breakPage({});
}

void PageFlow::breakPage(const QList<Strip> &repeated)
{
    m_pages.append(LaidOutPage());
    m_y = m_content.top();
    m_atTop = true;
    double height = 0;
    for (const Strip &strip : repeated)
        height += strip.height;
    if (height > m_content.height() / 3) // what goes on has to have room beneath
        return;
    for (const Strip &strip : repeated)
        put(strip);
}

double PageFlow::needed(const QList<Strip> &strips, qsizetype i) const
{
    double height = 0;
    for (; i < strips.size(); ++i) {
        const Strip &strip = strips.at(i);
        height += strip.spaceBefore;
        if (!strip.keepWithNext || i + 1 == strips.size())
            return height + leastHeight(strip);
        height += strip.height;
    }
    return height;
}

void PageFlow::place(const QList<Strip> &strips)
{
    for (qsizetype i = 0; i < strips.size(); ++i) {
        const bool startsChain = i == 0 || !strips.at(i - 1).keepWithNext;
        if (startsChain && !m_atTop && needed(strips, i) > rest() && needed(strips, i) <= m_content.height())
            breakPage(strips.at(i).repeated);
        placeOne(strips.at(i));
    }
}

void PageFlow::placeOne(const Strip &strip)
{
    const double space = m_atTop ? 0 : strip.spaceBefore;
    if (strip.height + space <= rest()) {
        put(strip);
        return;
    }
    if (strip.height + space - strip.spare <= rest()) {
        put(shrunk(strip, strip.height + space - rest()));
        return;
    }
    double repeatedHeight = 0;
    for (const Strip &head : strip.repeated)
        repeatedHeight += head.height;
    const bool fitsPage = strip.height + repeatedHeight <= m_content.height();
    if (fitsPage && !strip.splits) {
        breakPage(strip.repeated);
        put(strip);
        return;
    }
    auto [first, second] = split(strip, rest() - space);
    if (first.height > 0 && (strip.splits || m_atTop || rest() > m_content.height() / 3)) {
        put(first);
        if (second.marks.isEmpty() || second.height <= 0)
            return;
    } else if (m_atTop) {
        put(strip); // nothing to cut it by
        return;
    } else {
        second = strip;
    }
    breakPage(strip.repeated);
    // Under a repeated head the page is not empty, yet no further break would help.
    m_atTop = true;
    second.spaceBefore = 0;
    placeOne(second);
}

void PageFlow::put(const Strip &strip)
{
    const double top = m_y + (m_atTop ? 0 : strip.spaceBefore);
    const double pageWidth = m_content.left() + m_content.right();
    for (const Mark &mark : strip.marks) {
        const Mark placed = moved(mark, {m_content.left(), top});
        m_pages.last().marks.append(m_direction == Qt::RightToLeft ? mirrored(placed, pageWidth) : placed);
    }
    const int page = static_cast<int>(m_pages.size()) - 1;
    if (strip.headingLevel > 0)
        m_headings.append({strip.heading, strip.headingLevel, page, top});
    if (strip.linkTo >= 0)
        m_links.append({page, {m_content.left(), top, m_content.width(), strip.height}, strip.linkTo});
    m_y = top + strip.height;
    m_atTop = false;
}
