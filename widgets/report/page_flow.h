#pragma once

#include "widgets/report/strip.h"

#include <QList>
#include <QPageSize>

struct LaidOutPage
{
    QList<Mark> marks;
};

// Where a heading came to stand.
struct HeadingPlace
{
    QString text;
    int level = 1;
    int page = 0; // from 0
    double y = 0;
};

struct PageLink
{
    int page = 0;
    QRectF rect;
    int heading = -1; // index
};

// Places strips on pages from top to bottom. Headings stay with what follows them, and a strip is only cut
// where it is taller than a page or says that it may be.
class PageFlow
{
public:
    PageFlow(const QRectF &content, Qt::LayoutDirection direction);

    void startPage(); // unless the current one is empty
    // Strips that belong together; the last one's keepWithNext is not looked at.
    void place(const QList<Strip> &strips);

    double used() const { return m_y - m_content.top(); } // of the last page
    const QList<LaidOutPage> &pages() const { return m_pages; }
    const QList<HeadingPlace> &headings() const { return m_headings; }
    const QList<PageLink> &links() const { return m_links; }

private:
    double rest() const { return m_content.bottom() - m_y; }
    // The least that has to fit on the page so that strip i can begin on it.
    double needed(const QList<Strip> &strips, qsizetype i) const;
    void placeOne(const Strip &strip);
    void put(const Strip &strip);
    void breakPage(const QList<Strip> &repeated);

    QRectF m_content;
    Qt::LayoutDirection m_direction;
    QList<LaidOutPage> m_pages;
    QList<HeadingPlace> m_headings;
    QList<PageLink> m_links;
    double m_y = 0;
    bool m_atTop = true;
};

// Cuts a strip between lines of its texts, so that the first part is at most `height` tall. The first part
// is empty (height 0) where not even one line fits.
std::pair<Strip, Strip> split(const Strip &strip, double height);
// The strip with its drawing lower by `by`, and what stands under that so much higher.
Strip shrunk(Strip strip, double by);
// The mark moved by `by`; for a document from right to left also mirrored in a page of `width`.
Mark moved(const Mark &mark, const QPointF &by);
Mark mirrored(const Mark &mark, double width);
