#pragma once

#include <QObject>
#include <QWidget>

#include <functional>

class PageWindow;
class QTableView;

// Keeps a part of something long in sight while the page around it scrolls: it glides down as far as the page
// has gone past it, and never beyond its end. What is higher than the page's window first scrolls to its own
// end.
class InSight : public QObject
{
    Q_OBJECT

public:
    // Where the part's upper edge may lie, in the coordinates of the whole; it is usually at the top.
    struct Range
    {
        int top = 0, bottom = 0;
    };
    // `height`: of what has to be seen of the part. Lives as long as the whole, of which the part is a child.
    // `glided`: to where.
    InSight(QWidget &part, QWidget &whole, std::function<Range()> range, std::function<int()> height,
            std::function<void(int)> glided = {});

    static void
    keepHead(QTableView &table); // of a table that is as high as its rows, never over the last one

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QWidget &m_part;
    QWidget &m_whole;
    std::function<Range()> m_range;
    std::function<int()> m_height;
    std::function<void(int)> m_glided;
    PageWindow *m_page = nullptr;
};
