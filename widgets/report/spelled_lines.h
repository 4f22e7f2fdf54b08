#pragma once

#include "widgets/report/page_flow.h"

#include <QStringList>

class QPainter;

// Lines in scripts in which one shape stands for several letters, as those of India: Qt's PDF names no
// letters for such shapes, so that they could neither be found nor copied. The painter frames these lines in
// a PDF by rectangles far outside the page, and PdfMarks puts what they say in the place of the rectangles.
namespace SpelledLines {

inline constexpr QRectF begin{-9000, -9000, 10, 10};
inline constexpr QRectF end{-9000, -9000, 20, 10};

bool isNeeded(const QString &text);
QStringList of(const LaidOutPage &page); // in the order in which they are painted
void paint(QPainter &painter, const TextMark &mark); // line by line, framed

} // namespace SpelledLines
