#pragma once

#include "widgets/report/report_layout.h"

#include <QAbstractScrollArea>

// Pages of a report one under the other, as wide as the window.
class PagePreview : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PagePreview(QWidget *parent = nullptr);

    void setReport(LaidOutReport report); // keeps the place where it can
    const LaidOutReport &report() const { return m_report; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    double scale() const; // dots of the screen per unit of the page
    double pageStep() const; // from one page to the next
    void adjustScrollBar();

    LaidOutReport m_report;
    DecodedPictures m_pictures;
};
