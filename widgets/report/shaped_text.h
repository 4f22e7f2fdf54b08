#pragma once

#include "widgets/report/report_style.h"

#include <QList>
#include <QTextLayout>

#include <optional>

class QPainter;

// A text whose lines can be broken for any width; words that are too long break anywhere. Shaping takes most
// of the time of a report, so that it is done no more often than needed.
class ShapedText
{
public:
    ShapedText(const QString &text, ReportStyle::Text style, Qt::LayoutDirection direction);

    double naturalWidth(); // of the longest line where nothing is wrapped
    double wordWidth(); // of the longest word

    // `trailing`: lines end at the far edge, as figures do.
    void breakLines(double width, bool trailing = false);
    double lineWidth() const; // of the longest line as they are broken
    int lineCount() const { return static_cast<int>(m_lines.size()); }
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
    void layOut(double width);
    double widestWordIn(const QTextLine &line) const;

    QTextLayout m_layout;
    Qt::LayoutDirection m_direction;
    QList<Line> m_lines;
    double m_width = 0; // for which the lines are broken
    std::optional<double> m_naturalWidth, m_wordWidth;
};
