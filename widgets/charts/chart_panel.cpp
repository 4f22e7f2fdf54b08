#include "widgets/charts/chart_panel.h"

#include "widgets/charts/amount_axis.h"
#include "widgets/charts/chart_legend.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/charts/picture_menu.h"
#include "widgets/controls/focus_edge.h"
#include "widgets/controls/page_window.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/theme.h"

#include <QAccessibleWidget>
#include <QChart>
#include <QChartView>
#include <QContextMenuEvent>
#include <QGraphicsLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLegend>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace {
// In heights of the font.
constexpr double chartHeight = 16;
constexpr double leastHeight = 9; // where the window has no room for more
constexpr double lineHeight = 1.9;
constexpr double aroundLines = 3;
constexpr double labelHeight
    = 1.15; // the least, with axisPadding; Qt leaves nothing of a label that has less
constexpr double aroundLabels = 2.2;
constexpr int axisPadding = 8; // pixels that an axis keeps free around each label

// To a screen reader a view of charts would be nothing but a frame.
QAccessibleInterface *makeAccessibleChart(const QString &, QObject *object)
{
    auto *view = qobject_cast<QChartView *>(object);
    return view ? new QAccessibleWidget(view, QAccessible::Chart) : nullptr;
}

} // namespace

ChartPanel::ChartPanel(const QString &title, QWidget *parent)
    : Card(parent)
    , m_title(new QLabel(title))
    , m_details(new QLabel)
    , m_nothing(new QLabel)
    , m_toggle(new QPushButton(tr("Show table")))
    , m_legend(new ChartLegend)
    , m_view(new QChartView)
    , m_table(new FigureTableView)
    , m_window(new PageWindow(*this))
{
    QAccessible::installFactory(makeAccessibleChart); // once is enough, more often does no harm
    setTextStyle(m_title, TextStyle::Heading);
    m_details->setForegroundRole(QPalette::PlaceholderText);
    m_details->setWordWrap(true);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_toggle->setCheckable(true);
    connect(m_toggle, &QPushButton::toggled, this, &ChartPanel::showTable);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    showFocusAround(*m_view);
    m_view->installEventFilter(this);
    connect(m_window, &PageWindow::resized, this, &ChartPanel::fitHeight);
    m_view->setAccessibleName(title);
    m_view->setAccessibleDescription(tr("“Show table” shows the same figures as a table."));
    m_table->setAccessibleName(title);
    m_table->keepHeadsWhole();
    setAccessibleName(title);

    auto *head = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->addWidget(m_title);
    words->addWidget(m_details);
    head->addLayout(words, 1);
    head->addWidget(m_toggle, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(head);
    layout->addWidget(m_legend);
    for (QWidget *body : std::initializer_list<QWidget *>{m_view, m_table, m_nothing})
        layout->addWidget(body);
    reveal(m_nothing);
}

void ChartPanel::setChart(QChart *chart, const FigureTable &table, const QString &unit, const QString &source)
{
    const std::unique_ptr<QChart> old(m_view->chart());
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setLocalizeNumbers(true);
    m_view->setChart(chart);
    m_legend->setLegend(chart->legend());
    m_lines = m_labels = 0;
    connect(chart, &QChart::plotAreaChanged, this, &ChartPanel::fitAmounts);
    m_figures = table;
    m_details->setText(tr("%1 · Source: %2").arg(unit, source));
    m_toggle->setVisible(true);
    applyTheme();
    showTable(m_toggle->isChecked());
}

void ChartPanel::addAxes(QChart *chart, QAbstractAxis *along, QAbstractAxis *beside) const
{
    along->setReverse(isRightToLeft());
    chart->addAxis(along, Qt::AlignBottom);
    chart->addAxis(beside, isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
    for (QAbstractSeries *series : chart->series()) {
        series->attachAxis(along);
        series->attachAxis(beside);
    }
}

void ChartPanel::setNothingToShow(const QString &why)
{
    m_nothing->setText(why);
    m_details->clear();
    m_figures = {};
    m_toggle->hide();
    reveal(m_nothing);
}

void ChartPanel::setLines(qsizetype lines, qsizetype labels)
{
    m_lines = lines;
    m_labels = labels;
    applyTheme();
}

QChart *ChartPanel::chart() const
{
    return m_view->chart();
}

bool ChartPanel::isTableShown() const
{
    return !m_table->isHidden();
}

void ChartPanel::showTable(bool table)
{
    m_toggle->setChecked(table);
    m_toggle->setText(table ? tr("Show chart") : tr("Show table"));
    if (table) // filled and measured only once somebody looks
        m_table->setFigures(m_figures);
    reveal(table ? static_cast<QWidget *>(m_table) : m_view);
}

void ChartPanel::reveal(const QWidget *body)
{
    for (QWidget *other : std::initializer_list<QWidget *>{m_view, m_table, m_nothing})
        other->setVisible(other == body);
    m_legend->setVisible(body == m_view && !m_legend->isEmpty());
}

Picture ChartPanel::picture()
{
    const double legend = m_legend->isEmpty() ? 0 : m_legend->heightForWidth(m_view->width());
    return {.title = m_title->text(),
            .details = m_details->text(),
            .size = m_view->size() + QSizeF(0, legend).toSize(),
            .paint = [this](QPainter &painter, const QRectF &rect) { paintInLight(painter, rect); },
            .table = m_figures};
}

void ChartPanel::paintInLight(QPainter &painter, const QRectF &rect)
{
    const bool isDark = Theme::of(this).isDark();
    const QPalette own = testAttribute(Qt::WA_SetPalette) ? palette() : QPalette(); // else that around it
    if (isDark)
        wear(Theme::light().palette());
    m_legend->paint(painter, rect);
    m_view->render(&painter, rect.adjusted(0, rect.height() - m_view->height(), 0, 0));
    if (isDark)
        wear(own);
}

// The series of a chart keep the colours in which they were made.
void ChartPanel::wear(const QPalette &palette)
{
    setPalette(palette);
    if (const auto draw = m_draw)
        draw();
    chart()->layout()->activate(); // its parts are in their places at once
}

void ChartPanel::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_figures.rows.isEmpty())
        return;
    PictureMenu menu(picture(), this);
    connect(&menu, &PictureMenu::saveRequested, this, &ChartPanel::saveRequested);
    menu.exec(event->globalPos());
}

void ChartPanel::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
}

// Charts do not look at palette and font by themselves.
void ChartPanel::applyTheme()
{
    const Theme &theme = Theme::of(this);
    fitHeight();
    m_view->setBackgroundBrush(theme.color(Theme::Role::Card));
    QChart *chart = m_view->chart();
    chart->setBackgroundVisible(false);
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    for (QAbstractAxis *axis : chart->axes()) {
        axis->setLabelsFont(font());
        axis->setLabelsColor(theme.color(Theme::Role::Muted));
        axis->setLinePenColor(theme.color(Theme::Role::Outline));
        axis->setGridLineColor(theme.color(Theme::Role::Line));
    }
    m_fittedSize = {};
    fitAmounts();
}

// Title, legend and chart can be seen together.
void ChartPanel::fitHeight()
{
    const auto lines = static_cast<double>(m_lines), labels = static_cast<double>(m_labels);
    const int ofLabels
        = em(this, labels * labelHeight + aroundLabels) + static_cast<int>(m_labels) * axisPadding;
    int height = std::max(em(this, std::max(chartHeight, lines * lineHeight + aroundLines)), ofLabels);
    if (const QWidget *window = m_window->get()) {
        const int room = window->height() - m_view->y() - layout()->contentsMargins().bottom();
        const int least = std::max(em(this, leastHeight), ofLabels);
        height = std::max(std::min(height, room), least);
    }
    m_view->setFixedHeight(height);
}

void ChartPanel::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    fitHeight();
}

void ChartPanel::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    fitHeight(); // now it is known what scrolls around it
}

bool ChartPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Move)
        fitHeight();
    return Card::eventFilter(watched, event);
}

// What it changes moves the plot, which asks for it again.
void ChartPanel::fitAmounts()
{
    m_fitsAgain = true;
    if (m_isFitting)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    while (std::exchange(m_fitsAgain, false)) {
        QChart *chart = m_view->chart();
        const bool isNew = std::exchange(m_fittedSize, chart->size()) != chart->size();
        double widest = em(this, 3);
        for (QAbstractAxis *axis : chart->axes(Qt::Horizontal))
            if (auto *amounts = qobject_cast<AmountAxis *>(axis))
                widest = std::max(widest,
                                  amounts->fit(chart->plotArea().width(), QFontMetricsF(font()),
                                               isNew ? AmountAxis::Look::Anew : AmountAxis::Look::Onwards));
        const int half = static_cast<int>(widest / 2); // of the last label
        chart->setMargins(isRightToLeft() ? QMargins(half, 0, 0, 0) : QMargins(0, 0, half, 0));
    }
}
