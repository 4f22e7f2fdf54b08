#include "widgets/funnel/numbers_view.h"

#include "models/funnel/currencies.h"
#include "models/funnel/cut_choices.h"
#include "models/funnel/sources.h"
#include "models/funnel/typed_contradictions.h"
#include "widgets/controls/card.h"
#include "widgets/controls/cell_text.h"
#include "widgets/controls/entry_table.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/currency_choice.h"
#include "widgets/funnel/grain_switch.h"
#include "widgets/funnel/query_dialog.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/theme.h"
#include "widgets/shell/unsaved_typing.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

// Under which of these numbers of the name are offered.
FunnelCut cutIn(const QList<FunnelCut> &cuts, const QString &name)
{
    for (const FunnelCut &cut : cuts)
        if (cut.names().contains(name, Qt::CaseInsensitive))
            return cut;
    return {.segment = name};
}

// Qt leaves a table scrolled as far as it was while its columns had other widths.
void scrollToWholeColumn(QTableView &table)
{
    table.doItemsLayout();
    QHeaderView &head = *table.horizontalHeader();
    const QScrollBar &bar = *table.horizontalScrollBar();
    if (bar.maximum() == bar.minimum()) // all of them fit: they begin beside the names
        head.setOffset(0);
    else if (bar.value() == bar.maximum())
        head.setOffsetToLastSection();
    else
        head.setOffsetToSectionPosition(bar.value());
}

} // namespace

NumbersView::NumbersView(const PageContext &page, DealReader deals, QWidget *parent)
    : PageView(parent)
    , m_page(page)
    , m_deals(std::move(deals))
    , m_model(page.document)
    , m_table(new EntryTable(new EntryDelegate(page.typing, u"funnel_number"_s)))
    , m_segment(new QComboBox)
    , m_currency(new CurrencyChoice)
    , m_rule(new TextLabel({}, Theme::Role::Muted))
    , m_contradictions(new TextLabel({}, Theme::Role::Warning))
    , m_refusal(new InlineBar(Severity::Warning, {}))
{
    build();
    connect(&m_model, &NumbersModel::refused, this, &NumbersView::onRefused);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &NumbersView::keepCurrent);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &NumbersView::fitHeight);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &NumbersView::showCurrent);
    connect(&m_model, &QAbstractItemModel::columnsInserted, this, &NumbersView::fitColumns);
    connect(&m_model, &QAbstractItemModel::columnsRemoved, this, &NumbersView::fitColumns);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &NumbersView::fitColumns);
    connect(&page.document, &Document::changed, this, [this](const QSet<QString> &tables) {
        const bool isTyped = tables.contains(u"funnel_number"_s); // which may be for another segment
        m_stale |= tables.intersects(
            {u"funnel_import"_s, u"funnel_stage"_s, u"funnel_share"_s, u"overview_workbook"_s});
        m_stale |= tables.intersects(sourceTables());
        m_stale |= isTyped && !isVisible();
        if (m_stale && isVisible())
            readDeals();
        else if (isTyped)
            offerSegments();
        if (isTyped)
            m_refusal->hide();
    });
}

void NumbersView::build()
{
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Numbers of each stage and period"));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerItem); // part of a figure is another figure
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->verticalHeader()->setTextElideMode(Qt::ElideRight); // the whole name is in the tooltip
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_table->installEventFilter(this);
    connect(m_table, &QWidget::customContextMenuRequested, this, &NumbersView::openMenu);

    auto *card = new Card;
    auto *inside = new QVBoxLayout(card);
    inside->addWidget(m_refusal);
    m_refusal->hide();
    connect(m_refusal, &InlineBar::closed, m_refusal, &QWidget::hide);
    connect(m_table, &EntryTable::settled, m_refusal, &QWidget::hide);
    inside->addWidget(m_table);
    inside->addWidget(m_contradictions);
    m_contradictions->setObjectName(u"contradictions"_s);
    m_contradictions->hide();
    inside->addWidget(
        new TextLabel(tr("Figures in italics come from the CRM, by period of the event: type "
                         "over one to use another, clear the cell to return to it. An empty cell is "
                         "unknown, not 0."),
                      Theme::Role::Muted));
    inside->addWidget(m_rule);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, em(this));
    layout->setSpacing(em(this, 0.8));
    layout->addWidget(buildTools());
    layout->addWidget(card);
    layout->addStretch(1);
    fitHeight();
}

QWidget *NumbersView::buildTools()
{
    auto *tools = new Card;
    auto *flow = new FlowLayout(tools);
    m_segment->setObjectName(u"segment"_s);
    m_segment->setAccessibleName(tr("Segment"));
    m_segment->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_currency, &QComboBox::activated, this, &NumbersView::readDeals);
    connect(m_segment, &QComboBox::activated, this,
            [this] { chooseSegment(m_segment->currentData().toString()); });
    auto *earlier = new QPushButton(themedIcon(u"add"_s), tr("Earlier period"));
    connect(earlier, &QPushButton::clicked, this, [this] {
        m_model.addEarlierPeriod();
        m_table->scrollTo(m_model.index(0, 0));
    });
    auto *later = new QPushButton(themedIcon(u"add"_s), tr("Later period"));
    connect(later, &QPushButton::clicked, this, [this] {
        m_model.addLaterPeriod();
        m_table->scrollTo(m_model.index(0, m_model.columnCount() - 1));
    });
    auto *database = new QPushButton(themedIcon(u"import"_s), tr("From a database…"));
    database->setEnabled(!m_page.document.isReadOnly());
    connect(database, &QPushButton::clicked, this, &NumbersView::openQuery);
    for (QWidget *tool : std::initializer_list<QWidget *>{buildGrain(), buildMeasure(), m_currency, m_segment,
                                                          earlier, later, database})
        flow->addWidget(tool);
    return tools;
}

// Typing that waits to be mended belongs to what is shown: it stays so until it is.
QWidget *NumbersView::buildGrain()
{
    auto *grain = new GrainSwitch(Grain::Quarter);
    grain->setGrain(m_model.grain());
    connect(grain, &GrainSwitch::chosen, this, [this, grain] {
        if (m_page.typing.commit()) {
            m_model.setGrain(grain->grain());
            readDeals();
        }
        grain->setGrain(m_model.grain());
    });
    return grain;
}

QWidget *NumbersView::buildMeasure()
{
    auto *measure = new ChoiceSwitch(tr("Figures"), {tr("Count"), tr("Value")});
    connect(measure, &ChoiceSwitch::chosen, this, [this, measure](int index) {
        if (m_page.typing.commit())
            m_model.setMeasure(index == 0 ? Measure::Amount : Measure::Worth);
        measure->setCurrent(m_model.measure() == Measure::Amount ? 0 : 1);
        showCurrency();
    });
    return measure;
}

void NumbersView::offerSegments()
{
    offer(cutsToType(m_page.document, readStages(m_page.document)));
}

void NumbersView::offer(QList<FunnelCut> cuts)
{
    const QSignalBlocker quiet(m_segment);
    if (const FunnelCut cut = cutIn(cuts, m_model.segment()); !cut.isWhole() && !cuts.contains(cut))
        cuts.append(cut); // its last number has been cleared
    m_segment->clear();
    m_segment->addItem(tr("Everything together"), QString());
    for (const FunnelCut &cut : std::as_const(cuts))
        m_segment->addItem(cut.source.isEmpty() ? tr("Only %1").arg(cut.segment)
                                                : tr("Only the source %1").arg(cut.source),
                           cut.names().value(0));
    m_segment->setCurrentIndex(
        std::max(0, m_segment->findData(m_model.segment(), Qt::UserRole, Qt::MatchFixedString)));
    m_segment->setVisible(!cuts.isEmpty());
    sayRule();
}

void NumbersView::chooseSegment(const QString &segment)
{
    if (!m_page.typing.commit())
        return offerSegments(); // the one before
    m_model.setSegment(segment);
    readDeals();
}

void NumbersView::sayRule()
{
    const QString &segment = m_model.segment();
    if (m_segment->isHidden())
        m_rule->setText(tr("To type numbers of a region, product or source, name it under “Regions, products "
                           "and sources” on “Targets”."));
    else if (segment.isEmpty())
        m_rule->setText(tr("These are the figures of everything together. Numbers typed for a segment are "
                           "parts of them and are never added to them."));
    else
        m_rule->setText(tr("These are the figures of “%1” alone. They show where the funnel is shown by "
                           "segment, and are never added to those of everything together.")
                            .arg(segment));
    for (const QString &rule :
         {m_typedRule, m_model.measure() == Measure::Worth ? m_currencyRule : QString()})
        if (!rule.isEmpty())
            m_rule->setText(m_rule->text() % u' ' % rule);
    sayContradictions();
}

// Of what is typed for the same segment, whichever periods are shown: those of the others are out of sight.
void NumbersView::sayContradictions()
{
    constexpr qsizetype mostTold = 10;
    const QLocale locale;
    const auto contradictions = contradictionsIn(readTyped(m_page.document, {.segment = m_model.segment()}),
                                                 readStages(m_page.document), m_model.segment());
    QStringList lines;
    for (const TypedContradiction &each : contradictions.first(std::min(contradictions.size(), mostTold)))
        lines.append(each.text(locale));
    if (contradictions.size() > mostTold)
        lines.append(tr("And others: %1.").arg(locale.toString(contradictions.size() - mostTold)));
    m_contradictions->setText(lines.join(u'\n'));
    m_contradictions->setVisible(!lines.isEmpty());
}

// Numbers of rows are in no currency.
void NumbersView::showCurrency()
{
    m_currency->setVisible(m_currency->count() > 0 && m_model.measure() == Measure::Worth);
    sayRule();
}

// Kept as long as the page: closing it only hides it, so that a password need not be typed again.
void NumbersView::openQuery()
{
    if (!m_query)
        m_query = new QueryDialog(m_page, this);
    m_query->show();
    m_query->raise();
    m_query->activateWindow();
}

void NumbersView::readDeals()
{
    m_stale = false;
    const QList<Stage> stages = readFunnel(m_page.document).stages;
    const QList<FunnelCut> cuts = cutsToType(m_page.document, stages);
    const FunnelCut cut = cutIn(cuts, m_model.segment());
    const DealReader ofSegment = [&cut](const Document &document, const QList<Stage> &each, Grain grain) {
        return summaryOfCut(document, each, grain, cut);
    };
    const DealReader &reader = cut.isWhole() ? m_deals : ofSegment;
    const DealSummary deals = dealFigures(reader, m_page, stages, m_model.grain());
    m_currency->offer(m_page.document, {}, deals);
    m_typedRule = deals.rows > 0 ? typedRule() : QString();
    m_currencyRule = currencyRule(deals, m_currency->currency());
    m_model.setComputed(valuesIn(m_currency->currency(), deals.byEvent));
    offer(cuts);
    showCurrency();
}

// All stages are in sight: the page scrolls, not the table.
void NumbersView::fitHeight()
{
    int height = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth()
        + m_table->horizontalScrollBar()->sizeHint().height();
    for (int row = 0; row < m_model.rowCount(); ++row)
        height += m_table->rowHeight(row);
    m_table->setFixedHeight(height);
    fitColumns();
}

int NumbersView::leastColumnWidth() const
{
    const QHeaderView *head = m_table->horizontalHeader();
    const int grid = m_table->showGrid() ? 1 : 0; // its line lies in the column
    int width = em(this, 5);
    for (int column = 0; column < m_model.columnCount(); ++column) {
        width = std::max(width, head->sectionSizeHint(column));
        for (int row = 0; row < m_model.rowCount(); ++row)
            width = std::max(width, m_table->sizeHintForIndex(m_model.index(row, column)).width() + grid);
    }
    return width;
}

// As many columns as fit whole, and none in part. The stages' names have the room that the figures leave
// over, and at least that for the beginning of a name.
void NumbersView::fitColumns()
{
    const int columns = m_model.columnCount();
    if (columns == 0)
        return;
    const int least = leastColumnWidth();
    const int room = m_table->width() - 2 * m_table->frameWidth();
    const int names = std::max({em(this, 7), room - columns * least, std::min(em(this, 14), room / 2)});
    m_table->verticalHeader()->setMaximumWidth(names);
    const int figures = room - std::min(names, m_table->verticalHeader()->sizeHint().width());
    const int shown = std::clamp(figures / least, 1, columns);
    const int width = columns > shown ? std::max(least, figures / shown) : least;
    for (int column = 0; column < columns; ++column)
        m_table->setColumnWidth(column, width);
    // Once the table itself knows its new size.
    QTimer::singleShot(0, m_table, [table = m_table] { scrollToWholeColumn(*table); });
}

void NumbersView::keepCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    m_currentStage = current.isValid() ? m_model.stageAt(current.row()).id : 0;
    if (current.isValid())
        m_currentPeriod = m_model.periodAt(current.column());
}

void NumbersView::showCurrent()
{
    const QModelIndex cell
        = cellOf(m_currentStage, [this](const Period &period) { return period == m_currentPeriod; });
    if (cell.isValid())
        m_table->setCurrentIndex(cell);
}

QModelIndex NumbersView::cellOf(qint64 stage, const std::function<bool(const Period &)> &isMeant) const
{
    for (int row = 0; row < m_model.rowCount(); ++row)
        for (int column = 0; m_model.stageAt(row).id == stage && column < m_model.columnCount(); ++column)
            if (isMeant(m_model.periodAt(column)))
                return m_model.index(row, column);
    return {};
}

// Once the table has its size: the newest period that is over is whole, and where there is room the last.
void NumbersView::showNewest()
{
    QList<Period> periods;
    for (int column = 0; column < m_model.columnCount(); ++column)
        periods.append(m_model.periodAt(column));
    const qsizetype full = periods.indexOf(newestFull(periods, QDate::currentDate()));
    for (const qsizetype column : {periods.size() - 1, full})
        m_table->scrollTo(m_model.index(0, static_cast<int>(column)));
}

void NumbersView::showEvent(QShowEvent *event)
{
    if (m_stale)
        readDeals();
    PageView::showEvent(event);
    if (!event->spontaneous() && m_model.columnCount() > 0)
        QTimer::singleShot(0, this, &NumbersView::showNewest);
}

// What was refused is not there any more when one comes back.
void NumbersView::hideEvent(QHideEvent *event)
{
    PageView::hideEvent(event);
    if (!event->spontaneous())
        m_refusal->hide();
}

void NumbersView::changeEvent(QEvent *event)
{
    PageView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

bool NumbersView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::Resize) {
        QScrollBar *bar = m_table->horizontalScrollBar();
        const bool atEnd = bar->value() == bar->maximum();
        fitColumns();
        if (atEnd) // the newest period stays in sight
            QTimer::singleShot(0, bar, [bar] { bar->setValue(bar->maximum()); });
    }
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return PageView::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (key->matches(QKeySequence::Copy))
        copy();
    else if (key->matches(QKeySequence::Paste))
        paste();
    else if (key->matches(QKeySequence::Delete) || key->key() == Qt::Key_Backspace)
        clearSelected();
    else
        return false;
    return true;
}

void NumbersView::copy() const
{
    QApplication::clipboard()->setText(m_table->selectedText());
}

void NumbersView::paste()
{
    const QString text = QApplication::clipboard()->text();
    const QModelIndex current = m_table->currentIndex();
    QItemSelectionModel &selection = *m_table->selectionModel();
    QModelIndex first = current;
    for (const QModelIndex &cell : selection.selectedIndexes())
        if (selection.isSelected(current))
            first = m_model.index(std::min(first.row(), cell.row()), std::min(first.column(), cell.column()));
    if (!first.isValid() || text.isEmpty())
        return;
    if (m_model.paste(first, CellText::read(text))) {
        m_refusal->hide();
        return;
    }
    // The cell that is wrong stays marked and in sight; the mended block is to begin where this one did.
    const QModelIndex wrong = m_table->currentIndex();
    selection.setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    m_table->scrollTo(wrong);
}

void NumbersView::clearSelected()
{
    const QModelIndexList cells = m_table->selectionModel()->selectedIndexes();
    if (!cells.isEmpty() && !m_page.document.isReadOnly())
        m_model.clear(cells);
}

void NumbersView::openMenu(const QPoint &position)
{
    QMenu menu(this);
    menu.addAction(themedIcon(u"copy"_s), tr("Copy"), this, &NumbersView::copy);
    menu.addAction(themedIcon(u"paste"_s), tr("Paste"), this, &NumbersView::paste)
        ->setEnabled(!m_page.document.isReadOnly());
    menu.addAction(themedIcon(u"remove"_s), tr("Clear"), this, &NumbersView::clearSelected)
        ->setEnabled(!m_page.document.isReadOnly());
    menu.exec(m_table->viewport()->mapToGlobal(position));
}

void NumbersView::onRefused(const QString &message, int row, int column)
{
    const QModelIndex cell = m_model.index(row, column);
    m_refusal->setText(message);
    m_refusal->show();
    if (cell.isValid()) {
        m_table->setCurrentIndex(cell);
        m_table->scrollTo(cell);
    }
}

void NumbersView::showRow(const QString &table, qint64 id)
{
    if (table != u"funnel_number"_s)
        return;
    for (const QVariantMap &row : m_page.document.rows(table)) {
        if (row.value(u"id"_s).toLongLong() != id)
            continue;
        if (m_page.typing.commit())
            chooseSegment(row.value(u"segment"_s).toString().trimmed());
        const QDate start = QDate::fromString(row.value(u"period_start"_s).toString(), Qt::ISODate);
        const QModelIndex cell = cellOf(row.value(u"stage"_s).toLongLong(),
                                        [&start](const Period &period) { return period.contains(start); });
        if (cell.isValid())
            m_table->setCurrentIndex(cell);
    }
}
