#pragma once

#include "widgets/report/strip.h"

// Puts texts and shapes into a strip.
class StripWriter
{
public:
    StripWriter(Strip &strip, Qt::LayoutDirection direction)
        : m_strip(strip)
        , m_direction(direction)
    {
    }

    struct Place
    {
        double x = 0, y = 0, width = 0;
        bool trailing = false;
        int mostLines = 0; // the last of them ends with dots; 0: as many as it takes
    };
    // Both return the lower edge of what was added.
    double text(const QString &text, ReportStyle::Text style, ReportStyle::Ink ink, const Place &place);
    double text(std::shared_ptr<ShapedText> text, ReportStyle::Ink ink, const Place &place);

    void fill(const FillMark &mark) { m_strip.marks.append(mark); }
    void rule(double x1, double x2, double y, ReportStyle::Ink ink = ReportStyle::Ink::Line,
              bool dashed = false);
    void verticalRule(double x, double y1, double y2);
    // Scaled down to fit; at its natural size (96 dots an inch) at most. Returns its lower edge.
    double image(const ReportPicture &picture, const QRectF &within, bool trailing = false);

private:
    Strip &m_strip;
    Qt::LayoutDirection m_direction;
};
