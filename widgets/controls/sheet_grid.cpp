#include "widgets/controls/sheet_grid.h"

#include "widgets/controls/broken_text.h"
#include "widgets/controls/field_binding.h"
#include "widgets/controls/field_delegate.h"
#include "widgets/controls/field_editor.h"
#include "widgets/controls/in_sight.h"
#include "widgets/controls/scroll_into_view.h"
#include "widgets/controls/sheet_proxy.h"
#include "widgets/shell/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <functional>
#include <numeric>
#include <set>

namespace {

constexpr double headPadding = 0.8; // ems, left and right together

// Of a column, in ems: what it needs at least, and its share of what is left.
struct ColumnWidth
{
    double least;
    double share;
};

ColumnWidth widthOf(FieldKind kind)
{
    switch (kind) {
    case FieldKind::LongText:
        return {7.0, 3.0};
    case FieldKind::ShortText:
        return {5.5, 2.0};
    case FieldKind::Person:
    case FieldKind::Link:
        return {5.0, 1.0};
    case FieldKind::Choice:
    case FieldKind::Money:
        return {4.8, 0.8};
    case FieldKind::Team: // a chip
        return {5.2, 0.3};
    case FieldKind::Date:
        return {5.0, 0.4};
    case FieldKind::Duration:
    case FieldKind::Picture:
        return {4.6, 0.4};
    case FieldKind::Percent:
    case FieldKind::Count:
        return {4.0, 0.4};
    case FieldKind::Score:
    case FieldKind::YesNo:
    case FieldKind::Currency:
        break;
    }
    return {3.4, 0.3};
}

// As many columns as wide as wanted as there is room for, those first that lack least.
QList<double> widened(QList<double> widths, const QList<double> &wanted, double room)
{
    QList<qsizetype> columns(widths.size());
    std::iota(columns.begin(), columns.end(), 0);
    const auto lack = [&](qsizetype column) { return wanted.at(column) - widths.at(column); };
    std::stable_sort(columns.begin(), columns.end(),
                     [&](qsizetype a, qsizetype b) { return lack(a) < lack(b); });
    for (const qsizetype column : std::as_const(columns)) {
        if (lack(column) > room)
            break;
        room -= lack(column);
        widths[column] = wanted.at(column);
    }
    return widths;
}

} // namespace

SheetGrid::SheetGrid(SheetProxy &proxy, const PageContext &page, QWidget *parent)
    : QTableView(parent)
    , m_proxy(proxy)
    , m_delegate(new FieldDelegate(proxy, page, this))
{
    setModel(&proxy);
    setItemDelegate(m_delegate);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // as high as its rows: adaptHeight()
    setShowGrid(false);
    setWordWrap(true);
    setCornerButtonEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionMode(ContiguousSelection);
    // Not SelectedClicked: while it waits for a second click, the first keys typed would be lost.
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setAccessibleName(proxy.sheetModel().sheet().label);
    setAccessibleDescription(proxy.sheetModel().sheet().question);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(1); // fitColumns() knows better
    setSortingEnabled(true);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultAlignment(Qt::AlignHCenter | Qt::AlignTop);
    verticalHeader()->setToolTip(tr("Drag to move the row"));

    m_fit.setSingleShot(true);
    m_fit.setInterval(0);
    connect(&m_fit, &QTimer::timeout, this, [this] {
        if (cutsFigures(0, m_proxy.columnCount() - 1))
            fitColumns();
        fitRows();
    });
    const auto fitSoon = [this] { m_fit.start(); };
    connect(&proxy, &QAbstractItemModel::rowsInserted, this, fitSoon);
    connect(&proxy, &QAbstractItemModel::rowsRemoved, this, fitSoon);
    connect(&proxy, &QAbstractItemModel::layoutChanged, this, fitSoon);
    connect(&proxy, &QAbstractItemModel::modelReset, this, fitSoon);
    connect(verticalHeader(), &QHeaderView::sectionMoved, this, &SheetGrid::onSectionMoved);
    connect(m_delegate, &FieldDelegate::refused, this, &SheetGrid::refused);
    connect(m_delegate, &FieldDelegate::accepted, this, &SheetGrid::accepted);
    connect(m_delegate, &FieldDelegate::moveWanted, this, &SheetGrid::move);
    fitColumns();
    m_fit.start();
    InSight::keepHead(*this);
    followFocus(*this);
}

FieldEditor *SheetGrid::openEditor() const
{
    const auto editors = viewport()->findChildren<FieldEditor *>(QString(), Qt::FindDirectChildrenOnly);
    const auto open = std::find_if(editors.begin(), editors.end(),
                                   [](const FieldEditor *editor) { return !editor->isHidden(); });
    return open == editors.end() ? nullptr : *open;
}

void SheetGrid::openCell(const QModelIndex &cell)
{
    setCurrentIndex(cell);
    setFocus(Qt::OtherFocusReason);
    // A row that has just been added is not as high yet as it will be, nor is the table.
    fitRows();
    settleLayouts();
    scrollTo(cell);
    scrollIntoView(viewport(), visualRect(cell));
    QTableView::edit(cell);
}

bool SheetGrid::commit()
{
    FieldEditor *editor = openEditor();
    return !editor || FieldDelegate::bindingOf(editor)->commit();
}

QList<int> SheetGrid::selectedRows() const
{
    std::set<int> rows;
    const QModelIndexList cells = selectionModel()->selectedIndexes();
    for (const QModelIndex &cell : cells)
        rows.insert(cell.row());
    if (rows.empty() && currentIndex().isValid())
        rows.insert(currentIndex().row());
    return {rows.begin(), rows.end()};
}

bool SheetGrid::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    m_delegate->setReplacing(trigger == AnyKeyPressed);
    const bool opened = QTableView::edit(index, trigger, event);
    // A row that sorted itself away while it is being typed in would be lost from sight.
    if (opened)
        m_proxy.setDynamicSortFilter(false);
    return opened;
}

void SheetGrid::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const FieldBinding *binding = FieldDelegate::bindingOf(editor);
    if (hint != QAbstractItemDelegate::RevertModelCache && binding && binding->isPending()) {
        // What was refused stays open; the move to another cell is taken back.
        const QPersistentModelIndex cell = m_proxy.mapFromSource(binding->cell());
        QTimer::singleShot(0, editor, [this, cell, editor] {
            setCurrentIndex(cell);
            editor->setFocus();
        });
        return;
    }
    // Under a dialog too, where the editor is what will have the focus again: it must not leave the table.
    if (editor->isAncestorOf(window()->focusWidget()))
        setFocus(Qt::OtherFocusReason);
    QTableView::closeEditor(editor, hint);
    m_proxy.setDynamicSortFilter(true);
}

bool SheetGrid::move(int rows, int columns)
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return false;
    int row = current.row() + rows;
    int column = current.column() + columns;
    if (column < 0 || column >= m_proxy.columnCount()) {
        row += column < 0 ? -1 : 1;
        column = column < 0 ? m_proxy.columnCount() - 1 : 0;
    }
    if (row < 0 || row >= m_proxy.rowCount())
        return false;
    setCurrentIndex(m_proxy.index(row, column));
    followCursor();
    return true;
}

void SheetGrid::followCursor()
{
    scrollIntoView(viewport(), visualRect(currentIndex()));
}

void SheetGrid::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        move(event->modifiers() & Qt::ShiftModifier ? -1 : 1, 0);
        event->accept();
        return;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: // past the last cell the focus goes on to what follows the table
        event->setAccepted(move(0, event->key() == Qt::Key_Tab ? 1 : -1));
        return;
    default:
        const QPersistentModelIndex before = currentIndex();
        QTableView::keyPressEvent(event);
        if (currentIndex() != before)
            followCursor();
    }
}

void SheetGrid::onSectionMoved(int logical, int oldVisual, int newVisual)
{
    if (m_resettingDrag || oldVisual == newVisual)
        return;
    // The header only shows the drag; the order is the worksheet's.
    m_resettingDrag = true;
    verticalHeader()->moveSection(newVisual, oldVisual);
    m_resettingDrag = false;
    Q_EMIT rowDragged(logical, newVisual > oldVisual ? newVisual + 1 : newVisual);
}

int SheetGrid::leastWidth() const
{
    double ems = 0;
    for (int column = 0; column < m_proxy.columnCount(); ++column)
        ems += widthOf(m_proxy.fieldAt(column).kind).least;
    return em(this, ems) + em(this, 2.1) + 2 * frameWidth();
}

int SheetGrid::widestTextIn(int column, const std::function<int(const QString &)> &widthOf) const
{
    constexpr int mostRows = 100; // each fit looks at them
    int widest = 0;
    for (int row = 0; row < std::min(m_proxy.rowCount(), mostRows); ++row)
        widest = std::max(widest, widthOf(m_proxy.index(row, column).data().toString()));
    return widest;
}

int SheetGrid::widestWordIn(int column) const
{
    constexpr double longWord = 20; // ems: one that is longer is broken rather than take the room of others
    const FieldKind kind = m_proxy.fieldAt(column).kind;
    if (kind != FieldKind::ShortText && kind != FieldKind::LongText && kind != FieldKind::Choice
        && kind != FieldKind::Link && kind != FieldKind::Person)
        return 0;
    return widestTextIn(column, [this, most = em(this, longWord)](const QString &text) {
        return widestWord(text, fontMetrics(), most);
    });
}

int SheetGrid::widestFigureIn(int column) const
{
    if (!isFigure(m_proxy.fieldAt(column).kind))
        return 0;
    return widestTextIn(column,
                        [this](const QString &text) { return fontMetrics().horizontalAdvance(text); });
}

bool SheetGrid::cutsFigures(int first, int last) const
{
    for (int column = first; column <= last; ++column)
        if (widestFigureIn(column) > columnWidth(column) - em(this, headPadding))
            return true;
    return false;
}

// Of each column: no figure is cut short. Where there is room for it, no word of its head is broken either,
// nor one of its cells.
QList<double> SheetGrid::leastWidths() const
{
    QList<double> plain, withHeads, withWords;
    for (int column = 0; column < m_proxy.columnCount(); ++column) {
        const QString head = m_proxy.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        plain.append(std::max<double>(widthOf(m_proxy.fieldAt(column).kind).least * fontMetrics().height(),
                                      widestFigureIn(column) + em(this, headPadding)));
        withHeads.append(std::max<double>(
            plain.last(), widestWord(head, horizontalHeader()->fontMetrics()) + em(this, headPadding)));
        withWords.append(std::max<double>(withHeads.last(), widestWordIn(column) + em(this, headPadding)));
    }
    const double heads = std::accumulate(withHeads.begin(), withHeads.end(), 0.0);
    if (heads > viewport()->width())
        return plain;
    return widened(withHeads, withWords, viewport()->width() - heads);
}

void SheetGrid::fitColumns()
{
    const int columns = m_proxy.columnCount();
    verticalHeader()->setFixedWidth(em(this, 2.1));
    verticalHeader()->setMinimumSectionSize(em(this, 1.6));
    const QList<double> least = leastWidths();
    double shares = 0;
    for (int column = 0; column < columns; ++column)
        shares += widthOf(m_proxy.fieldAt(column).kind).share;
    const double available = viewport()->width();
    const double needed = std::accumulate(least.begin(), least.end(), 0.0);
    const double rest = std::max(0.0, available - needed);
    const double squeeze = std::min(1.0, available / std::max(1.0, needed));
    int headerHeight = 0;
    double right = 0;
    int from = 0;
    for (int column = 0; column < columns; ++column) {
        right += least.at(column) * squeeze + rest * widthOf(m_proxy.fieldAt(column).kind).share / shares;
        const int width = static_cast<int>(right) - from;
        setColumnWidth(column, width);
        from += width;
        const QRect room(0, 0, width - em(this, headPadding), em(this, 100));
        headerHeight = std::max(
            headerHeight,
            horizontalHeader()
                ->fontMetrics()
                .boundingRect(room, Qt::TextWordWrap,
                              m_proxy.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString())
                .height());
    }
    horizontalHeader()->setFixedHeight(headerHeight + em(this, 0.6));
    updateGeometries(); // at once: until then the table could be scrolled as with the old widths
}

void SheetGrid::fitRows()
{
    for (int row = 0; row < m_proxy.rowCount(); ++row)
        resizeRowToContents(row);
    adaptHeight();
}

void SheetGrid::adaptHeight()
{
    // All its rows, however many: the page scrolls, and the headings stay in sight.
    const int content = horizontalHeader()->height() + verticalHeader()->length() + 2 * frameWidth() + 1;
    setFixedHeight(std::clamp(content, em(this, 4), QWIDGETSIZE_MAX));
}

QSize SheetGrid::sizeHint() const
{
    return {leastWidth(), height()};
}

QSize SheetGrid::minimumSizeHint() const
{
    return {em(this, 6), em(this, 4)};
}

void SheetGrid::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        fitColumns();
        m_fit.start();
    }
}

void SheetGrid::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitColumns();
        m_fit.start();
    }
}

void SheetGrid::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                            const QList<int> &roles)
{
    QTableView::dataChanged(topLeft, bottomRight, roles);
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row)
        resizeRowToContents(row);
    adaptHeight();
    if (cutsFigures(topLeft.column(), bottomRight.column()))
        m_fit.start();
}

void SheetGrid::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    // An open editor that goes with its row must not take the focus out of the table.
    if (const FieldEditor *editor = openEditor(); editor && editor->isAncestorOf(QApplication::focusWidget()))
        setFocus(Qt::OtherFocusReason);
    QTableView::rowsAboutToBeRemoved(parent, first, last);
}
