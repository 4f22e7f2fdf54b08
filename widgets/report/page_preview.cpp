#include "widgets/report/page_preview.h"

#include "widgets/report/report_painter.h"
#include "widgets/shell/theme.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

PagePreview::PagePreview(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setAccessibleName(tr("Preview of the pages"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(em(this, 12), em(this, 12)); // also where letters are large and the screen is small
}

void PagePreview::setReport(LaidOutReport report)
{
    m_report = std::move(report);
    m_pictures.clear();
    setAccessibleDescription(tr("%n page(s)", nullptr, static_cast<int>(m_report.pages.size())));
    adjustScrollBar();
    viewport()->update();
}

double PagePreview::scale() const
{
    return (viewport()->width() - 2.0 * em(this)) / ReportStyle::pageSize(m_report.paper).width();
}

double PagePreview::pageStep() const
{
    return ReportStyle::pageSize(m_report.paper).height() * scale() + em(this);
}

void PagePreview::adjustScrollBar()
{
    const double height = pageStep() * static_cast<double>(m_report.pages.size()) + em(this);
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(height)) - viewport()->height()));
    verticalScrollBar()->setPageStep(std::max(1, static_cast<int>(pageStep())));
    verticalScrollBar()->setSingleStep(em(this, 3));
}

void PagePreview::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    adjustScrollBar();
}

void PagePreview::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Window));
    if (m_report.pages.isEmpty() || scale() <= 0)
        return;
    const QSizeF size = ReportStyle::pageSize(m_report.paper);
    const double top = verticalScrollBar()->value();
    const auto first = static_cast<qsizetype>(std::max(0.0, top / pageStep()));
    const auto last = std::min(m_report.pages.size() - 1,
                               static_cast<qsizetype>((top + viewport()->height()) / pageStep()));
    for (qsizetype page = first; page <= last; ++page) {
        painter.save();
        painter.translate(em(this), em(this) + pageStep() * static_cast<double>(page) - top);
        painter.scale(scale(), scale());
        painter.fillRect(QRectF(QPointF(), size), ReportStyle::color(ReportStyle::Ink::Paper));
        ReportPainter::paintPage(painter, m_report.pages.at(page), m_pictures);
        painter.restore();
    }
}
