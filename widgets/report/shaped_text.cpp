#include "widgets/report/shaped_text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

constexpr double unlimited = 1e6;

QTextOption optionFor(Qt::LayoutDirection direction)
{
    QTextOption option;
    // Each paragraph by its own first letter; a figure, which has none, as the document.
    option.setTextDirection(direction);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    // Lines are placed by breakLines().
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    return option;
}

Qt::LayoutDirection directionOf(const QString &text, Qt::LayoutDirection document)
{
    const auto letter = std::find_if(text.cbegin(), text.cend(), [](QChar c) { return c.isLetter(); });
    if (letter == text.cend())
        return document;
    return text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
}

QString withLineSeparators(QString text)
{
    return text.replace(QStringLiteral("\r\n"), QString(QChar::LineSeparator))
        .replace(u'\n', QChar::LineSeparator)
        .replace(u'\r', QChar::LineSeparator)
        .replace(u'\t', u' ');
}

} // namespace

ShapedText::ShapedText(const QString &text, ReportStyle::Text style, Qt::LayoutDirection direction)
    : m_layout(withLineSeparators(text), ReportStyle::font(style))
    , m_direction(direction)
{
    m_layout.setTextOption(optionFor(directionOf(text, direction)));
    m_layout.setCacheEnabled(true);
    breakLines(unlimited);
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        m_naturalWidth = std::max(m_naturalWidth, std::ceil(m_layout.lineAt(i).naturalTextWidth()) + 1);
        measureWords(m_layout.lineAt(i));
    }
}

void ShapedText::measureWords(const QTextLine &line)
{
    const QString text = m_layout.text();
    const int end = line.textStart() + line.textLength();
    int start = line.textStart();
    for (int i = start; i <= end; ++i) {
        if (i < end && !text.at(i).isSpace())
            continue;
        m_wordWidth = std::max(m_wordWidth, std::abs(line.cursorToX(i) - line.cursorToX(start)) + 1);
        start = i + 1;
    }
}

void ShapedText::breakLines(double width, bool trailing)
{
    const bool toRight = trailing != (m_direction == Qt::RightToLeft);
    m_lines.clear();
    double y = 0;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLeadingIncluded(true);
        line.setLineWidth(width);
        const double x = toRight && width < unlimited ? width - line.naturalTextWidth() : 0;
        line.setPosition({x, 0});
        m_lines.append({y, line.height()});
        y += line.height();
    }
    m_layout.endLayout();
}

double ShapedText::heightOf(int first, int last) const
{
    if (first >= last)
        return 0;
    return m_lines.at(last - 1).top + m_lines.at(last - 1).height - m_lines.at(first).top;
}

int ShapedText::linesWithin(int first, double height) const
{
    int last = first;
    while (last < lineCount() && heightOf(first, last + 1) <= height)
        ++last;
    return last - first;
}

void ShapedText::paint(QPainter &painter, const QPointF &at, int first, int last) const
{
    for (int i = first; i < last; ++i)
        m_layout.lineAt(i).draw(&painter, at + QPointF(0, m_lines.at(i).top - m_lines.at(first).top));
}
