#include "widgets/funnel/funnel_page.h"

#include "models/arithmetic/dash.h"
#include "models/funnel/column_decimals.h"
#include "models/funnel/cut_choices.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/controls/card.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/controls/page_window.h"
#include "widgets/controls/scroll_into_view.h"
#include "widgets/controls/seen_part.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/funnel_choices.h"
#include "widgets/funnel/funnel_panel.h"
#include "widgets/funnel/no_numbers_card.h"
#include "widgets/funnel/segments_card.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/notifier.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Of the panel beside the picture: what is left of the window, but no less than its texts need.
constexpr double mostOfPanel = 0.4;
constexpr double pictureEms = 38, panelEms = 15;
constexpr double besideEms = 33; // of the window: enough for picture and panel beside each other

QString moneyText(const DealTotals &totals, const QLocale &locale)
{
    const QStringList texts = totals.value.texts(locale, decimalsFor(totals.value.sums()));
    return texts.isEmpty() ? dash() : texts.join(u"; "_s);
}

QString dealSizeText(const DealSummary &deals, const QLocale &locale)
{
    QStringList texts;
    for (const Money &money : deals.won.value.sums()) {
        const Fraction size = deals.dealSize(money.currency);
        const auto minor = size.scaled(currencyDigits(money.currency));
        if (minor)
            texts.append(moneyText(Money{*minor, money.currency}, locale));
    }
    return texts.isEmpty() ? dash() : texts.join(u"; "_s);
}

} // namespace

FunnelPage::FunnelPage(const PageContext &page, DealReader deals, QWidget *parent)
    : PageView(parent)
    , m_page(page)
    , m_deals(std::move(deals))
    , m_choices(new FunnelChoices(page.settings))
    , m_content(new QWidget)
    , m_empty(buildEmpty())
    , m_funnel(new FunnelView)
    , m_hint(new TextLabel({}, Theme::Role::Muted))
    , m_noTarget(new TextLabel({}))
    , m_panel(new FunnelPanel(m_page))
    , m_beside(new SeenPart(m_panel))
    , m_row(new QHBoxLayout)
    , m_window(new PageWindow(*this))
    , m_table(new FigureTableView)
    , m_segments(new SegmentsCard(m_page))
    , m_keyGrid(new QGridLayout)
    , m_keyFigures(buildKeyFigures())
{
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins({});
    content->addLayout(m_row);
    m_row->addWidget(buildPicture(), 1);
    m_row->addWidget(m_beside);
    content->addWidget(m_keyFigures);
    auto *figures = new Card;
    (new QVBoxLayout(figures))->addWidget(m_table);
    content->addWidget(figures);
    content->addWidget(m_segments);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, em(this));
    layout->setSpacing(em(this, 0.8));
    for (QWidget *part : {static_cast<QWidget *>(m_choices), static_cast<QWidget *>(m_empty), m_content})
        layout->addWidget(part);
    layout->addStretch(1);
    m_choices->setGrain(usualGrain(readFunnel(page.document).typed));
    m_choices->setImportEnabled(!page.document.isReadOnly());
    connect(m_choices, &FunnelChoices::readWanted, this, &FunnelPage::read);
    connect(m_choices, &FunnelChoices::presentWanted, this, &FunnelPage::present);
    connect(m_choices, &FunnelChoices::importRequested, this, &FunnelPage::importRequested);
    follow(page.document, funnelTables());
    connectPicture();
    m_content->installEventFilter(this);
    connect(m_window, &PageWindow::resized, this, &FunnelPage::keepPictureInSight);
    connect(m_window, &PageWindow::scrolled, this, &FunnelPage::rememberSight);
}

bool FunnelPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Move || event->type() == QEvent::Resize) {
        fitPicture();
        QTimer::singleShot(0, this, &FunnelPage::rememberSight);
    }
    return PageView::eventFilter(watched, event);
}

// The whole picture in sight where it can be read then, and what is opened beside it; where the window is
// too narrow for both, beneath.
void FunnelPage::fitPicture()
{
    const QWidget *window = m_window->get();
    if (!window)
        return;
    const int above = m_funnel->mapTo(this, QPoint()).y();
    m_funnel->setRoom(std::max(1, window->height() - above - em(this, 0.2)));
    const bool beside = window->width() >= em(this, besideEms);
    m_row->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_beside->setMinimumHeight(beside ? 0 : window->height() - em(this));
    const int most = static_cast<int>(window->width() * mostOfPanel);
    const int panel = std::max(window->width() - em(this, pictureEms), std::min(most, em(this, panelEms)));
    m_beside->setMinimumWidth(beside ? std::min(most, panel) : 0);
    m_beside->setMaximumWidth(beside ? std::min(most, panel) : QWIDGETSIZE_MAX);
    m_beside->place();
}

// A message above the page takes room from it, and gives it back: the picture does not lose its end
// meanwhile.
void FunnelPage::keepPictureInSight()
{
    const bool wasWhole = m_isWholeInSight;
    fitPicture();
    QTimer::singleShot(0, this, [this, wasWhole] {
        settleLayouts();
        auto *page = m_window->get() ? qobject_cast<QScrollArea *>(m_window->get()->parentWidget()) : nullptr;
        if (!page || !m_funnel->isVisible())
            return;
        QScrollBar *bar = page->verticalScrollBar();
        if (m_scrolled && bar->value() == m_scrolled->y())
            bar->setValue(m_scrolled->x());
        m_scrolled.reset();
        if (wasWhole && !isInSight(m_funnel, m_funnel->rect())
            && m_funnel->height() <= m_window->get()->height()) {
            const int before = bar->value();
            const int end = m_funnel->mapTo(this, QPoint(0, m_funnel->height())).y();
            bar->setValue(end - m_window->get()->height());
            m_scrolled = {before, bar->value()};
        }
        m_isWholeInSight = wasWhole;
    });
}

void FunnelPage::rememberSight()
{
    m_isWholeInSight = m_funnel->isVisible() && isInSight(m_funnel, m_funnel->rect());
}

QWidget *FunnelPage::buildPicture()
{
    auto *card = new Card;
    auto *column = new QVBoxLayout(card);
    column->addWidget(m_funnel);
    column->addWidget(m_noTarget);
    column->addWidget(m_hint);
    column->addWidget(m_choices->rule());
    showSplitHint(0, 0);
    return card;
}

NoNumbersCard *FunnelPage::buildEmpty()
{
    auto *card = new NoNumbersCard(
        tr("How many reach each stage?"),
        tr("The funnel appears as soon as there are numbers for one period. Type them or paste them from a "
           "spreadsheet, or import an export of your CRM."),
        m_page.document.isReadOnly());
    connect(card, &NoNumbersCard::typeRequested, this, &FunnelPage::numbersRequested);
    connect(card, &NoNumbersCard::importRequested, this, &FunnelPage::importRequested);
    return card;
}

QWidget *FunnelPage::buildKeyFigures()
{
    auto *card = new Card;
    card->setLayout(m_keyGrid);
    return card;
}

void FunnelPage::read()
{
    m_inputs = readFunnel(m_page.document);
    const CutChoices cuts = cutChoices(m_page.document, m_inputs.stages);
    m_choices->offerCuts(cuts);
    m_segments->forget();
    const FunnelCut cut = m_choices->cut();
    m_segments->setVisible(cut.isWhole() && cuts != CutChoices());
    const Grain grain = m_choices->grain();
    if (!cut.isWhole())
        m_inputs = readFunnel(m_page.document, cut);
    const DealReader reader
        = cut.isWhole() ? m_deals : [&cut](const Document &document, const QList<Stage> &stages, Grain each) {
              return summaryOfCut(document, stages, each, cut);
          };
    m_summary = dealFigures(reader, m_page, m_inputs.stages, grain);
    m_choices->offerCurrencies(m_page.document, m_inputs, m_summary);
    m_periods = m_inputs.funnels(m_summary, grain, m_choices->countedBy(), m_choices->currency());
    m_choices->offerPeriods(m_periods);
    m_choices->setDeals(m_summary);
    present();
}

const FunnelFigures *FunnelPage::periodOf(const QString &key) const
{
    for (const FunnelFigures &funnel : m_periods)
        if (!key.isEmpty() && funnel.period.key() == key)
            return &funnel;
    return nullptr;
}

FunnelQuestion FunnelPage::question(const FunnelFigures &now) const
{
    const FunnelFigures *before = m_choices->isAgainstTarget() ? &m_target : periodOf(m_choices->before());
    return {.now = now,
            .before = before,
            .beforeIsTarget = before == &m_target,
            .measure = m_choices->measure(),
            .agreed = &m_inputs,
            .locale = QLocale(),
            .widths = m_choices->widths()};
}

void FunnelPage::present()
{
    const FunnelFigures *now = periodOf(m_choices->now());
    m_empty->setVisible(!now);
    m_empty->setRemark(now ? QString() : undatedText());
    m_content->setVisible(now);
    m_choices->setHasFunnel(now);
    if (!now)
        return;
    m_target = m_inputs.targetFunnel(now->period, m_choices->currency());
    const QString noTarget = noTargetText();
    m_noTarget->setText(noTarget);
    m_noTarget->setVisible(!noTarget.isEmpty());
    const FunnelQuestion asked = question(*now);
    const FigureTable table = funnelTable(asked);
    m_funnel->setFunnel(
        funnelBands(asked), table, tr("Split funnel %1").arg(now->period.label(asked.locale)),
        tr("%1 · Source: %2")
            .arg(asked.measure == Measure::Amount ? tr("Number at each stage") : tr("Value at each stage"),
                 sourcesOf({*now})));
    m_table->setFigures(table);
    if (!m_segments->isHidden())
        m_segments->showFunnel(*now, m_choices->countedBy(), asked.measure, m_choices->currency());
    showKeyFigures();
    refreshPanel();
}

QString FunnelPage::noTargetText() const
{
    const bool byValue = m_choices->measure() == Measure::Worth;
    const auto isKnown = [byValue](const StageFigure &figure) {
        return byValue ? figure.worth.has_value() : figure.amount.has_value();
    };
    if (!m_choices->isAgainstTarget()
        || std::any_of(m_target.figures.begin(), m_target.figures.end(), isKnown))
        return {};
    const QString period = m_target.period.label(QLocale());
    const QString none = m_choices->cut().isWhole()
        ? tr("No targets are set for %1.").arg(period)
        : tr("No targets are set for this part in %1.").arg(period);
    return none % u' '
        % (byValue
               ? tr("Type their values in the table “Targets” on the page “Targets”.")
               : tr("Type them in the table “Targets” on the page “Targets”, or take them over there from "
                    "“The plan in parts”."));
}

// Imported rows without dates belong to no period, but have reached their stages.
QString FunnelPage::undatedText() const
{
    if (m_summary.rows == 0)
        return {};
    const QLocale locale;
    QStringList reached;
    for (qsizetype i = 0; i < m_summary.stages.size(); ++i)
        if (const qint64 count = m_summary.stages.at(i).count; count > 0)
            reached.append(m_inputs.stages.at(i).name % u' ' % locale.toString(count));
    return tr("The imported rows, %1, tell no dates, and so belong to no period. At any time reached: %2.")
        .arg(locale.toString(m_summary.rows), reached.join(u", "_s));
}

void FunnelPage::showKeyFigures()
{
    m_keyFigures->setVisible(m_summary.rows > 0);
    while (QLayoutItem *item = m_keyGrid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (m_summary.rows == 0)
        return;
    const QLocale locale;
    const auto days
        = [&](const Fraction &value) { return value.isValid() ? value.toText(locale, 1) : dash(); };
    QList<std::pair<QString, QString>> figures{
        {tr("Won deals"), locale.toString(m_summary.won.count)},
        {tr("Won value"), moneyText(m_summary.won, locale)},
        {tr("Lost deals"), locale.toString(m_summary.lost.count)},
        {tr("Open deals"), locale.toString(m_summary.open.count)},
        {tr("Win rate: won of won and lost"), m_summary.winRate().toText(locale)},
        {tr("Deal size"), dealSizeText(m_summary, locale)},
        {tr("Days from start to won, mean"), days(m_summary.meanCycleDays)},
        {tr("Days from start to won, median"), days(m_summary.medianCycleDays)},
    };
    if (m_summary.lostLeads.count > 0)
        figures.insert(3,
                       {tr("Leads lost before a deal came of them, in no win rate"),
                        locale.toString(m_summary.lostLeads.count)});
    const QString cut = m_choices->cutNames();
    auto *title
        = new TextLabel(cut.isEmpty() ? tr("All imported deals") : tr("Imported deals of %1").arg(cut));
    setTextStyle(title, TextStyle::Heading);
    m_keyGrid->addWidget(title, 0, 0, 1, -1);
    constexpr int columns = 4;
    const int belowFigures = 1 + (static_cast<int>(figures.size()) + columns - 1) / columns * 2;
    QString rows = tr("Rows: %1").arg(locale.toString(m_summary.rows));
    if (const QString open = openStagesText(m_summary, locale); !open.isEmpty())
        rows = tr("%1. Open by the CRM's stage: %2.").arg(rows, open);
    m_keyGrid->addWidget(new TextLabel(rows, Theme::Role::Muted), belowFigures, 0, 1, -1);
    for (int i = 0; i < figures.size(); ++i) {
        // A screen reader comes to the name first, and says it once.
        m_keyGrid->addWidget(new TextLabel(figures.at(i).first, Theme::Role::Muted), 2 + i / columns * 2,
                             i % columns, Qt::AlignTop);
        auto *figure = new TextLabel(figures.at(i).second);
        setTextStyle(figure, TextStyle::Heading);
        figure->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_keyGrid->addWidget(figure, 1 + i / columns * 2, i % columns);
        m_keyGrid->setColumnStretch(i % columns, 1);
    }
}
