#include "widgets/funnel/segments_card.h"

#include "widgets/charts/figure_table_view.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/segment_switch.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/notifier.h"

#include <QVBoxLayout>

SegmentsCard::SegmentsCard(const PageContext &page, QWidget *parent)
    : Card(parent)
    , m_page(page)
    , m_kind(new SegmentSwitch(tr("Segments beside each other"), tr("None")))
    , m_figures(new FigureTableView)
    , m_rates(new FigureTableView)
    , m_remark(new TextLabel({}, Theme::Role::Muted))
{
    auto *title = new TextLabel(tr("Segments beside each other"));
    setTextStyle(title, TextStyle::Heading);
    auto *column = new QVBoxLayout(this);
    for (QWidget *part : std::initializer_list<QWidget *>{title, m_kind, m_figures, m_rates, m_remark})
        column->addWidget(part);
    connect(m_kind, &ChoiceSwitch::chosen, this, &SegmentsCard::present);
}

void SegmentsCard::forget()
{
    m_read.reset();
    m_segments.clear();
}

void SegmentsCard::showFunnel(const FunnelFigures &whole, CountedBy counted, Measure measure,
                              const QString &currency)
{
    m_whole = whole;
    m_counted = counted;
    m_measure = measure;
    m_currency = currency;
    present();
}

bool SegmentsCard::readChosen()
{
    if (m_read == m_kind->kind())
        return true;
    forget();
    auto segments
        = readSegments(m_page.document, m_whole.stages, m_whole.period.grain, *m_kind->kind(), m_currency);
    if (!segments) {
        m_page.notifier.report(segments.error());
        return false;
    }
    m_segments = std::move(*segments);
    m_read = m_kind->kind();
    return true;
}

void SegmentsCard::present()
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_figures, m_rates, m_remark})
        part->hide();
    if (!m_kind->kind() || !readChosen())
        return;
    const SegmentComparison compared = compareSegments(m_segments, m_whole, m_counted);
    if (compared.isAny()) {
        const bool byValue = m_measure == Measure::Worth;
        showTable(m_figures, compared, byValue ? SegmentShows::Values : SegmentShows::Counts);
        showTable(m_rates, compared, SegmentShows::Rates);
        m_remark->setText(segmentRule(compared));
    } else {
        m_remark->setText(
            tr("There are no two of them in this period. They come with the column of an import, "
               "or are typed as segments on “Numbers”."));
    }
    m_remark->setVisible(!m_remark->text().isEmpty());
}

void SegmentsCard::showTable(FigureTableView *table, const SegmentComparison &compared, SegmentShows shows)
{
    const FigureTable figures = segmentTable(compared, *m_kind->kind(), shows, QLocale());
    table->setVisible(figures.head.size() > 1);
    table->setFigures(figures);
    table->setAccessibleName(figures.head.first());
}
