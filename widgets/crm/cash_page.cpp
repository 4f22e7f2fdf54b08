#include "widgets/crm/cash_page.h"

#include "widgets/charts/figure_table_view.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/period_choice.h"
#include "widgets/funnel/pipeline_tables.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostPeriods = 8; // in the chart; the table has them all

QList<Period> wonPeriods(const FunnelReport &report)
{
    return report.deals ? report.deals->wonByClose.keys() : QList<Period>();
}

} // namespace

CashPage::CashPage(const PageContext &context, const Page &page, QWidget *parent)
    : FiguresPage(context, page, funnelTables() + sourceTables() + QSet<QString>{u"crm_cash"_s}, parent)
    , m_period(new PeriodChoice)
    , m_hint(new TextLabel({}, Theme::Role::Muted))
    , m_origins(new FigureTableView)
{
    auto *card = new Card;
    QVBoxLayout *column = columnOf(card, tr("Won by origin"), m_hint);
    column->addWidget(m_period);
    column->addWidget(m_origins);
    m_origins->setAccessibleName(tr("Won by origin"));
    addCard(card);
    connect(m_period, &PeriodChoice::grainChosen, this, [this] {
        tell(regroup(m_report, this->context().document, m_period->grain()));
        offerPeriods();
        showOrigins();
        showEarned();
    });
    connect(m_period, &PeriodChoice::periodChosen, this, &CashPage::showOrigins);
}

void CashPage::makeChart()
{
    m_earned = new AmountBarsChart(tr("What marketing earned"));
    addChart(m_earned);
}

void CashPage::read()
{
    if (!m_earned)
        makeChart();
    Result<FunnelReport> report = readFunnelReport(context().document, {}, m_period->chosenGrain());
    if (!report) {
        tell(report.error());
        return;
    }
    m_report = std::move(*report);
    m_sources = sourceOutlooks(m_report.pipeline.value_or(PipelineFigures()), m_report.sources);
    m_hint->setText(
        m_report.deals
            ? tr(
                "Closed-won value of the imported deals. Whether marketing created or touched a source is "
                "said for each source on the page “Pipeline” of the split funnel. Sourced and influenced may "
                "hold the same deal and are never added.")
            : tr("Nothing is imported yet: “Import from CRM…” is on the page “Funnel” of the split funnel. "
                 "Until then the lines typed below are all there is."));
    m_period->setGrain(m_report.grain);
    offerPeriods();
    showOrigins();
    showEarned();
}

void CashPage::offerPeriods()
{
    const QList<Period> won = wonPeriods(m_report);
    m_period->offer(won, newestFull(won, QDate::currentDate()));
}

void CashPage::showOrigins()
{
    m_origins->setVisible(m_report.deals.has_value());
    m_period->setVisible(m_report.deals.has_value());
    m_origins->setFigures(originTable(m_sources, m_period->period(), QLocale()));
}

void CashPage::showEarned()
{
    const QLocale locale;
    const QList<Period> periods = wonPeriods(m_report);
    const QString currency = currencyMostWon(m_sources);
    if (currency.isEmpty() || periods.isEmpty()) {
        m_earned->setNothingToShow(tr("Bars appear here as soon as imported deals are won."));
        return;
    }
    const auto isMarketings = [](const SourceOutlook &source) {
        return source.terms.created.value_or(false) || source.terms.touched.value_or(false);
    };
    if (std::none_of(m_sources.begin(), m_sources.end(), isMarketings)) {
        m_earned->setNothingToShow(tr("Bars appear here as soon as a source is said to be created or touched "
                                      "by marketing: on the page “Pipeline” of the split funnel."));
        return;
    }
    m_earned->setBars(
        earnedBars(m_sources, periods.last(std::min(periods.size(), mostPeriods)), currency, locale),
        earnedTable(m_sources, periods, locale), tr("%1 won, sourced and influenced apart").arg(currency),
        tr("imported deals"));
}
