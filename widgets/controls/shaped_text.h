#pragma once

#include <QFont>
#include <QList>
#include <QTextLayout>

#include <optional>

class QPainter;

// So that a line ends before a number, not between it and its per cent sign.
QString withUnitsKept(QString text);

// A text whose lines can be broken for any width; words that are too long break anywhere. Shaping takes most
// of the time of a report, and much of a window's start, so that it is done only once. Lengths are in the
// units of the font's metrics.
class ShapedText
{
public:
    ShapedText(const QString &text, const QFont &font, Qt::LayoutDirection direction);

    QString text() const { return m_layout.text(); }
    double naturalWidth(); // of the longest line where nothing is wrapped
    double wordWidth(); // of the longest word

    struct Block
    {
        double width = 0; // of the longest line
        int lines = 0;
    };
    // Its lines as they would be broken for this width; mostly known without breaking them.
    Block blockAt(double width);
    double lineHeight() const { return m_lineHeight; } // of the highest line so far

    // `place`: where each line stands in this width; leading is the side where the direction begins.
    void breakLines(double width, Qt::Alignment place = Qt::AlignLeading);
    double lineWidth() const; // of the longest line as they are broken
    int lineCount() const { return static_cast<int>(m_lines.size()); }
    QString lineText(int line) const; // without the space at its end
    double height() const { return heightOf(0, lineCount()); }
    double heightOf(int first, int last) const; // of lines first … last - 1
    // How many lines from `first` on fit into this height.
    int linesWithin(int first, double height) const;
    void paint(QPainter &painter, const QPointF &at, int first, int last) const;

private:
    struct Line
    {
        double top = 0, height = 0;
    };
    // What stays together when a line is broken, without and with the space that follows.
    struct Piece
    {
        double width = 0, advance = 0;
        bool endsLine = false; // whatever the width
    };
    void layOut(double width);
    const QList<Piece> &pieces(); // none where letters do not follow each other in one direction
    void addPieces(const QTextLine &line);
    std::optional<Block> fill(double width); // lines with pieces; nothing where one is wider than that
    double lineStart(const QTextLine &line, double width, Qt::Alignment place) const;
    double widestWordIn(const QTextLine &line) const;

    QTextLayout m_layout;
    Qt::LayoutDirection m_direction;
    QList<Line> m_lines;
    bool m_begun = false;
    double m_width = 0; // for which the lines are broken
    double m_lineHeight = 0;
    std::optional<double> m_naturalWidth, m_wordWidth;
    std::optional<QList<Piece>> m_pieces;
};
