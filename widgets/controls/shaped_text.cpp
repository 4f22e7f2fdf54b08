#include "widgets/controls/shaped_text.h"

#include <QPainter>
#include <QRegularExpression>
#include <QStyle>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

namespace {

constexpr double unlimited = 1e6;
// By how much the last letter of a line may reach beyond its own width.
constexpr double overhang = 2;

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

bool runsBothWays(const QString &text)
{
    const auto has = [&text](std::initializer_list<QChar::Direction> directions) {
        return std::any_of(text.cbegin(), text.cend(), [&](QChar c) {
            return std::find(directions.begin(), directions.end(), c.direction()) != directions.end();
        });
    };
    return has({QChar::DirR, QChar::DirAL}) && has({QChar::DirL, QChar::DirEN, QChar::DirAN});
}

QString withLineSeparators(QString text)
{
    text.replace(QStringLiteral("\r\n"), QString(QChar::LineSeparator))
        .replace(u'\n', QChar::LineSeparator)
        .replace(u'\r', QChar::LineSeparator)
        .replace(u'\t', u' ');
    return withUnitsKept(text);
}

} // namespace

QString withUnitsKept(QString text)
{
    static const QRegularExpression beforeUnit(
        QStringLiteral("(?<=\\d) (?=(?:%|€|min|\\p{L})(?![\\p{L}\\d]))"));
    return text.replace(beforeUnit, QString(QChar::Nbsp));
}

ShapedText::ShapedText(const QString &text, const QFont &font, Qt::LayoutDirection direction)
    : m_layout(withLineSeparators(text), font)
    , m_direction(direction)
{
    m_layout.setTextOption(optionFor(directionOf(text, direction)));
    m_layout.setCacheEnabled(true);
}

double ShapedText::naturalWidth()
{
    if (m_naturalWidth)
        return *m_naturalWidth;
    layOut(unlimited);
    m_naturalWidth = lineWidth();
    return *m_naturalWidth;
}

double ShapedText::lineWidth() const
{
    double widest = 0;
    for (int i = 0; i < m_layout.lineCount(); ++i)
        widest = std::max(widest, std::ceil(m_layout.lineAt(i).naturalTextWidth()) + 1);
    return widest;
}

double ShapedText::wordWidth()
{
    if (m_wordWidth)
        return *m_wordWidth;
    if (m_width < unlimited)
        layOut(unlimited);
    m_wordWidth = 0;
    for (int i = 0; i < m_layout.lineCount(); ++i)
        m_wordWidth = std::max(*m_wordWidth, widestWordIn(m_layout.lineAt(i)));
    return *m_wordWidth;
}

double ShapedText::widestWordIn(const QTextLine &line) const
{
    const QString text = m_layout.text();
    const int end = line.textStart() + line.textLength();
    double widest = 0;
    int start = line.textStart();
    for (int i = start; i <= end; ++i) {
        if (i < end && !text.at(i).isSpace())
            continue;
        widest = std::max(widest, std::abs(line.cursorToX(i) - line.cursorToX(start)) + 1);
        start = i + 1;
    }
    return widest;
}

ShapedText::Block ShapedText::blockAt(double width)
{
    const auto narrow = fill(width - overhang);
    const auto wide = fill(width);
    if (narrow && wide && narrow->lines == wide->lines)
        return {std::max(narrow->width, wide->width), wide->lines};
    breakLines(width);
    return {lineWidth(), lineCount()};
}

const QList<ShapedText::Piece> &ShapedText::pieces()
{
    if (m_pieces)
        return *m_pieces;
    if (m_width < unlimited)
        layOut(unlimited);
    m_pieces.emplace();
    if (!runsBothWays(m_layout.text()))
        for (int i = 0; i < m_layout.lineCount(); ++i)
            addPieces(m_layout.lineAt(i));
    return *m_pieces;
}

void ShapedText::addPieces(const QTextLine &line)
{
    const QString text = m_layout.text().mid(line.textStart(), line.textLength());
    const double forward
        = line.cursorToX(line.textStart() + line.textLength()) < line.cursorToX(line.textStart()) ? -1 : 1;
    const auto reach = [&](qsizetype from, qsizetype to) {
        return forward
            * (line.cursorToX(line.textStart() + static_cast<int>(to))
               - line.cursorToX(line.textStart() + static_cast<int>(from)));
    };
    QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, text);
    qsizetype start = 0;
    do {
        const qsizetype next = breaks.toNextBoundary();
        const qsizetype end = next < 0 ? text.size() : next;
        qsizetype solid = end;
        while (solid > start && text.at(solid - 1).isSpace())
            --solid;
        m_pieces->append({reach(start, solid), reach(start, end), end == text.size()});
        start = end;
    } while (start < text.size());
}

std::optional<ShapedText::Block> ShapedText::fill(double width)
{
    if (pieces().isEmpty())
        return {};
    Block block{0, 1};
    double used = 0; // of the line so far
    for (const Piece &piece : pieces()) {
        if (piece.width > width)
            return {};
        if (used + piece.width > width) {
            ++block.lines;
            used = 0;
        }
        block.width = std::max(block.width, std::ceil(used + piece.width) + overhang);
        used = piece.endsLine ? 0 : used + piece.advance;
        if (piece.endsLine && &piece != &m_pieces->constLast())
            ++block.lines;
    }
    return block;
}

void ShapedText::breakLines(double width, Qt::Alignment place)
{
    const bool fits = m_width >= unlimited && m_naturalWidth && *m_naturalWidth <= width;
    if (!fits && m_width != width)
        layOut(width);
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        QTextLine line = m_layout.lineAt(i);
        line.setPosition({lineStart(line, width, place), 0});
    }
}

double ShapedText::lineStart(const QTextLine &line, double width, Qt::Alignment place) const
{
    const Qt::Alignment side = QStyle::visualAlignment(m_direction, place);
    if (side & Qt::AlignHCenter)
        return (width - line.naturalTextWidth()) / 2;
    return side & Qt::AlignRight ? width - line.naturalTextWidth() : 0;
}

void ShapedText::layOut(double width)
{
    m_width = width;
    m_lines.clear();
    double y = 0;
    // Begun once and never ended: to begin it again would be to shape the text again.
    if (m_begun)
        m_layout.clearLayout();
    else
        m_layout.beginLayout();
    m_begun = true;
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLeadingIncluded(true);
        line.setLineWidth(width);
        m_lines.append({y, line.height()});
        m_lineHeight = std::max(m_lineHeight, line.height());
        y += line.height();
    }
}

QString ShapedText::lineText(int line) const
{
    const QTextLine at = m_layout.lineAt(line);
    QString text = m_layout.text().mid(at.textStart(), at.textLength());
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
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
