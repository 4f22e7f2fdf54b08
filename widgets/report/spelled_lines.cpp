#include "widgets/report/spelled_lines.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace {

struct Range
{
    char16_t first, last;
};

// Devanagari to Sinhala, Tibetan and Myanmar, Khmer.
constexpr std::array joinedScripts{Range{0x0900, 0x0dff}, Range{0x0f00, 0x109f}, Range{0x1780, 0x17ff}};

void paintFrame(QPainter &painter, const QRectF &rect)
{
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.drawRect(rect);
    painter.restore();
}

} // namespace

bool SpelledLines::isNeeded(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return std::any_of(joinedScripts.begin(), joinedScripts.end(), [c](const Range &range) {
            return c.unicode() >= range.first && c.unicode() <= range.last;
        });
    });
}

QStringList SpelledLines::of(const LaidOutPage &page)
{
    QStringList lines;
    for (const Mark &mark : page.marks) {
        const auto *text = std::get_if<TextMark>(&mark);
        if (!text || !isNeeded(text->text->text()))
            continue;
        for (int line = text->first; line < text->last; ++line)
            lines.append(text->text->lineText(line));
    }
    return lines;
}

void SpelledLines::paint(QPainter &painter, const TextMark &mark)
{
    for (int line = mark.first; line < mark.last; ++line) {
        paintFrame(painter, begin);
        mark.text->paint(painter, mark.at + QPointF(0, mark.text->heightOf(mark.first, line)), line,
                         line + 1);
        paintFrame(painter, end);
    }
}
