#include "widgets/funnel/pipeline_page.h"

#include "widgets/charts/figure_table_view.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/period_choice.h"
#include "widgets/funnel/pipeline_tables.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QList<Period> closedPeriods(const FunnelReport &report)
{
    if (!report.deals)
        return {};
    QList<Period> periods = report.deals->wonByClose.keys();
    periods.append(report.deals->lostByClose.keys());
    return periods;
}

// Of which anything is known, or promised for the last stage.
QList<Period> periodsOf(const FunnelReport &report)
{
    QList<Period> periods = closedPeriods(report);
    for (const FunnelFigures &funnel : report.periods)
        periods.append(funnel.period);
    for (const TypedFigure &target : report.inputs.targets)
        if (target.period.grain == report.grain && target.worth)
            periods.append(target.period);
    return periods;
}

} // namespace

PipelinePage::PipelinePage(const PageContext &context, const Page &page, QWidget *parent)
    : FiguresPage(context, page, planTables() + funnelTables() + sourceTables(), parent)
    , m_period(new PeriodChoice)
    , m_figures(new FigureTableView)
    , m_hint(new TextLabel(tr("Most of this is worked out from the rows of a CRM. Nothing is imported yet: "
                              "“Import from CRM…” is on the page “Funnel”.")))
    , m_currency(new QComboBox)
    , m_chances(new TextLabel({}, Theme::Role::Muted))
    , m_sources(new FigureTableView)
{
    addCard(makeFiguresCard());
    addCard(makeSourcesCard());
    connect(m_period, &PeriodChoice::grainChosen, this, [this] {
        tell(regroup(m_report, this->context().document, m_period->grain()));
        readPeriods();
        showFigures();
    });
    connect(m_period, &PeriodChoice::periodChosen, this, &PipelinePage::showFigures);
    connect(m_currency, &QComboBox::activated, this, &PipelinePage::showStages);
}

QWidget *PipelinePage::makeFiguresCard()
{
    auto *card = new Card;
    QVBoxLayout *column
        = columnOf(card, tr("The way ahead"),
                   tr("Win rate, deal size and cycle are of the deals closed in the period; what is open is "
                      "so as of the last import. Nothing is added across currencies."));
    column->addWidget(m_period);
    column->addWidget(m_hint);
    column->addWidget(m_figures);
    m_figures->setAccessibleName(tr("The way ahead"));
    return card;
}

QWidget *PipelinePage::makeSourcesCard()
{
    auto *card = new Card;
    QVBoxLayout *column = columnOf(
        card, tr("What a lead is worth, by source"),
        tr("Lead value = deal size × lead to won, over all imported rows; every lead counts once. SLA "
           "value = leads promised below × lead value. What marketing earned is on “Cash”."));
    column->addWidget(m_sources);
    m_sources->setAccessibleName(tr("What a lead is worth, by source"));
    return card;
}

void PipelinePage::makeChart()
{
    m_stages = new AmountBarsChart(tr("Open pipeline by stage"));
    auto *column = qobject_cast<QVBoxLayout *>(m_stages->layout());
    m_currency->setAccessibleName(tr("Currency"));
    column->insertWidget(1, m_currency, 0, Qt::AlignLeading);
    column->addWidget(m_chances);
    addChart(m_stages);
}

void PipelinePage::read()
{
    if (!m_stages)
        makeChart();
    Result<FunnelReport> report = readFunnelReport(context().document, {}, m_period->chosenGrain());
    if (!report) {
        tell(report.error());
        return;
    }
    m_report = std::move(*report);
    m_hint->setVisible(!m_report.deals);
    m_period->setGrain(m_report.grain);
    readPeriods();
    showFigures();
    const QString currency = m_currency->currentText();
    m_currency->clear();
    if (m_report.deals)
        for (const Money &money : m_report.deals->open.value.sums())
            m_currency->addItem(money.currency);
    m_currency->setCurrentIndex(std::max(0, m_currency->findText(currency)));
    m_currency->setVisible(m_currency->count() > 1);
    showStages();
    const QList<SourceOutlook> sources
        = sourceOutlooks(m_report.pipeline.value_or(PipelineFigures()), m_report.sources);
    m_sources->setFigures(sourceValueTable(sources, QLocale()));
    m_sources->parentWidget()->setVisible(!sources.isEmpty());
}

void PipelinePage::readPeriods()
{
    m_period->offer(periodsOf(m_report), newestFull(closedPeriods(m_report), QDate::currentDate()));
}

void PipelinePage::showFigures()
{
    m_figures->setFigures(outlookTable(outlookOf(m_report.outlookInputs(), m_period->period()), QLocale()));
}

void PipelinePage::showStages()
{
    const OutlookInputs inputs = m_report.outlookInputs();
    const QString currency = m_currency->currentText();
    const AmountBars bars = stagePipelineBars(inputs, currency);
    m_chances->setVisible(!bars.names.isEmpty());
    if (bars.names.isEmpty()) {
        m_stages->setNothingToShow(tr("Bars appear here as soon as there are open deals with a value."));
        return;
    }
    const QLocale locale;
    m_chances->setText(stagePipelineRemark(inputs, currency, locale));
    m_stages->setBars(bars, stagePipelineTable(inputs, currency, locale),
                      tr("%1, open and weighted by the chance to win").arg(currency), tr("imported deals"));
}
