#pragma once

#include "widgets/report/report_style.h"

#include <QList>
#include <QTextLayout>

class QPainter;

// A text shaped once, whose lines can then be broken for any width; words that are too long break anywhere.
class ShapedText
{
public:
    ShapedText(const QString &text, ReportStyle::Text style, Qt::LayoutDirection direction);

    double naturalWidth() const { return m_naturalWidth; } // of the longest line where nothing is wrapped
    double wordWidth() const { return m_wordWidth; } // of the longest word

    // `trailing`: lines end at the far edge, as figures do.
    void breakLines(double width, bool trailing = false);
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
    void measureWords(const QTextLine &line);

    QTextLayout m_layout;
    Qt::LayoutDirection m_direction;
    QList<Line> m_lines;
    double m_naturalWidth = 0;
    double m_wordWidth = 0;
};
