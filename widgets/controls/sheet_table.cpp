#include "widgets/controls/sheet_table.h"

#include "widgets/controls/field_editor.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/controls/returned_rows.h"
#include "widgets/controls/row_filter.h"
#include "widgets/controls/scroll_into_view.h"
#include "widgets/controls/sheet_form.h"
#include "widgets/controls/sheet_grid.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/page_view.h"
#include "widgets/shell/theme.h"
#include "widgets/shell/undoable_message.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

SheetTable::SheetTable(SheetModel &model, const PageContext &page, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_page(page)
    , m_proxy(model, SheetProxy::Columns::InTable)
{
    build();
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SheetTable::onCurrentChanged);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SheetTable::refreshActions);
    connect(m_grid, &SheetGrid::rowDragged, this, &SheetTable::onRowDragged);
    connect(m_grid, &SheetGrid::refused, this,
            [this](const QString &message, const QString &label) { tell(tr("%1: %2").arg(label, message)); });
    connect(m_grid, &SheetGrid::accepted, this, &SheetTable::forgetMessage);
    connect(&model, &SheetModel::refused, this, &SheetTable::tell);
    connect(&page.document, &Document::savedChanged, this, [this](bool saved) {
        if (saved)
            forgetMessage();
    });
    connect(&m_proxy, &QAbstractItemModel::layoutChanged, this, &SheetTable::refreshActions);
    connect(&m_proxy, &QAbstractItemModel::dataChanged, this, &SheetTable::nameDetails);
    connect(&m_proxy, &QAbstractItemModel::rowsRemoved, this, &SheetTable::onCurrentChanged);
    connect(m_filter, &QLineEdit::textChanged, this, &SheetTable::refreshActions);
    new ReturnedRows(m_proxy, *m_grid);
    onCurrentChanged();
}

SheetTable::~SheetTable()
{
    // A cell that is still open is left while the grid goes, when there is nobody here to tell any more.
    m_grid->disconnect(this);
}

// All is made in the order in which it stands, and so comes by Tab.
void SheetTable::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(buildTools());
    m_bar = new InlineBar(Severity::Warning, {}, this);
    m_bar->hide();
    column->addWidget(m_bar);
    column->addWidget(m_filter->none());
    m_grid = new SheetGrid(m_proxy, m_page, this);
    m_grid->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_grid->addActions(findChildren<QAction *>(QString(), Qt::FindDirectChildrenOnly));
    column->addWidget(m_grid);
    m_detailsHeading = new TextLabel({}, Theme::Role::Ink, this);
    setTextStyle(m_detailsHeading, TextStyle::Strong);
    column->addWidget(m_detailsHeading);
    m_details = new SheetForm(m_model, m_page, SheetForm::Fields::BesideTable, this);
    column->addWidget(m_details);
    adaptTools();
}

QWidget *SheetTable::buildTools()
{
    const Sheet &sheet = m_model.sheet();
    auto *tools = new QWidget(this);
    auto *row = new FlowLayout(tools);
    auto *add = new QPushButton(themedIcon(u"add"_s), tr("Add %1").arg(sheet.rowName), tools);
    row->addWidget(add);
    connect(add, &QPushButton::clicked, this, &SheetTable::addRow);
    QAction *insert
        = addAction(tr("Add %1").arg(sheet.rowName), u"add"_s, Qt::Key_Insert, &SheetTable::addRow);
    m_remove = addAction(tr("Delete rows"), u"remove"_s, Qt::CTRL | Qt::Key_Delete, &SheetTable::removeRows);
    m_up = addAction(tr("Move up"), u"up"_s, Qt::ALT | Qt::Key_Up, &SheetTable::moveUp);
    m_down = addAction(tr("Move down"), u"down"_s, Qt::ALT | Qt::Key_Down, &SheetTable::moveDown);
    for (QAction *action : {m_remove, m_up, m_down}) {
        auto *button = new QToolButton(tools);
        button->setObjectName(u"tool"_s);
        button->setDefaultAction(action);
        button->setAccessibleName(action->text());
        button->setHidden(sheet.keptByProgram);
        row->addWidget(button);
    }
    addCopyActions();
    m_filter = new RowFilter(
        m_proxy, [this] { return commit(); }, tools);
    row->addWidget(m_filter);
    add->setDisabled(m_model.isReadOnly());
    add->setHidden(sheet.keptByProgram);
    insert->setDisabled(m_model.isReadOnly());
    return tools;
}

QAction *SheetTable::addAction(const QString &text, const QString &icon, const QKeySequence &key,
                               void (SheetTable::*run)())
{
    auto *action = new QAction(icon.isEmpty() ? QIcon() : themedIcon(icon), text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut); // not while a cell is being edited
    action->setToolTip(tr("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, run);
    return action;
}

void SheetTable::addCopyActions()
{
    addAction(tr("Copy"), u"copy"_s, QKeySequence::Copy, &SheetTable::copy);
    addAction(tr("Copy with headings"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_C, &SheetTable::copyWithHeadings);
    QAction *cutting = addAction(tr("Cut"), {}, QKeySequence::Cut, &SheetTable::cut);
    QAction *pasting = addAction(tr("Paste"), u"paste"_s, QKeySequence::Paste, &SheetTable::pasteClipboard);
    QAction *pastingRows = addAction(tr("Paste as new rows"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_V,
                                     &SheetTable::pasteClipboardAsRows);
    QAction *clearing = addAction(tr("Clear cells"), {}, Qt::Key_Delete, &SheetTable::clearCells);
    for (QAction *action : {cutting, pasting, pastingRows, clearing})
        action->setDisabled(m_model.isReadOnly());
}

void SheetTable::adaptTools()
{
    const int height = em(this, 1.7);
    const auto buttons = findChildren<QToolButton *>(u"tool"_s);
    for (QToolButton *button : buttons)
        button->setMinimumSize(height, height);
    m_filter->setMinimumWidth(em(this, 11));
}

void SheetTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        adaptTools();
}

bool SheetTable::commit()
{
    const bool cell = m_grid->commit();
    return m_details->commit() && cell;
}

int SheetTable::leastWidth() const
{
    return m_grid->leastWidth();
}

qint64 SheetTable::currentId() const
{
    const QModelIndex current = m_grid->currentIndex();
    return current.isValid() ? m_proxy.idAt(current.row()) : 0;
}

void SheetTable::showRow(qint64 id)
{
    if (m_proxy.rowOf(id) < 0)
        m_filter->clear();
    const int row = m_proxy.rowOf(id);
    if (row < 0)
        return;
    m_grid->setCurrentIndex(m_proxy.index(row, 0));
    m_grid->scrollTo(m_proxy.index(row, 0));
}

bool SheetTable::showCell(qint64 id, const QString &key)
{
    showRow(id);
    const QModelIndex cell = m_proxy.mapFromSource(m_model.index(m_model.rowOf(id), m_model.columnOf(key)));
    if (!cell.isValid())
        return false;
    m_grid->setCurrentIndex(cell);
    m_grid->setFocus(Qt::OtherFocusReason);
    scrollIntoView(m_grid->viewport(), m_grid->visualRect(cell));
    return true;
}

void SheetTable::addRow()
{
    if (!commit())
        return;
    m_filter->clear();
    const QModelIndex current = m_grid->currentIndex();
    const bool below = current.isValid() && !m_proxy.isSorted();
    const qint64 id = m_model.addRow(below ? m_proxy.sourceRow(current.row()) : -1);
    if (id == 0)
        return;
    editRow(id);
}

void SheetTable::editRow(qint64 id)
{
    showRow(id);
    m_grid->openCell(m_grid->currentIndex());
}

void SheetTable::removeRows()
{
    const QList<int> rows = m_grid->selectedRows();
    if (rows.isEmpty())
        return;
    QList<qint64> ids;
    for (const int row : rows)
        ids.append(m_proxy.idAt(row));
    const int column = m_grid->currentIndex().column();
    if (!m_model.removeRowsById(ids) || m_proxy.rowCount() == 0)
        return;
    const int next = std::min(rows.first(), m_proxy.rowCount() - 1);
    m_grid->setCurrentIndex(m_proxy.index(next, std::max(0, column)));
}

void SheetTable::moveRows(int by)
{
    if (!m_up->isEnabled() && !m_down->isEnabled())
        return;
    const int row = m_grid->currentIndex().row();
    const int target = row + by;
    if (row < 0 || target < 0 || target >= m_proxy.rowCount())
        return;
    onRowDragged(row, by < 0 ? target : target + 1);
}

void SheetTable::onRowDragged(int row, int before)
{
    if (m_proxy.isSorted() || m_proxy.isFiltered() || !commit())
        return;
    m_model.moveRow(row, before);
}

QModelIndexList SheetTable::sourceCells() const
{
    QModelIndexList cells;
    const QModelIndexList selected = m_grid->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : selected)
        cells.append(m_proxy.mapToSource(index));
    return cells;
}

void SheetTable::clearCells()
{
    if (const QModelIndexList cells = sourceCells(); !cells.isEmpty())
        m_model.clear(cells);
}

QString SheetTable::selectedText(SheetClipboard::Headings headings) const
{
    const QItemSelection selection = m_grid->selectionModel()->selection();
    if (selection.isEmpty())
        return {};
    QList<int> rows(selection.first().height());
    std::iota(rows.begin(), rows.end(), selection.first().top());
    QList<int> columns(selection.first().width());
    std::iota(columns.begin(), columns.end(), selection.first().left());
    return SheetClipboard::write(m_proxy, rows, columns, headings);
}

void SheetTable::copy()
{
    QGuiApplication::clipboard()->setText(selectedText());
}

void SheetTable::copyWithHeadings()
{
    QGuiApplication::clipboard()->setText(selectedText(SheetClipboard::Headings::With));
}

void SheetTable::cut()
{
    copy();
    clearCells();
}

void SheetTable::pasteClipboard()
{
    paste(QGuiApplication::clipboard()->text());
}

void SheetTable::pasteClipboardAsRows()
{
    paste(QGuiApplication::clipboard()->text(), PasteOver::NoRows);
}

// Of the model, from the chosen one down.
QList<int> SheetTable::rowsUnder(qsizetype lines) const
{
    const QItemSelection selection = m_grid->selectionModel()->selection();
    const QModelIndex current = m_grid->currentIndex();
    const int top = !selection.isEmpty() ? selection.first().top()
        : current.isValid()              ? current.row()
                                         : m_proxy.rowCount();
    QList<int> rows;
    for (int row = top; row < std::min<qsizetype>(m_proxy.rowCount(), top + lines); ++row)
        rows.append(m_proxy.sourceRow(row));
    return rows;
}

void SheetTable::paste(const QString &text, PasteOver over)
{
    if (text.isEmpty() || m_model.isReadOnly())
        return;
    const QItemSelection selection = m_grid->selectionModel()->selection();
    const int left
        = !selection.isEmpty() ? selection.first().left() : std::max(0, m_grid->currentIndex().column());
    const bool asRows = over == PasteOver::NoRows;
    auto block = SheetClipboard::read(m_proxy, text, left);
    if (asRows && !block)
        block = SheetClipboard::readRows(m_proxy, text);
    if (!block)
        return tell(block.error().message);
    // One value for all the chosen cells.
    if (!asRows && !selection.isEmpty() && block->cells.size() == 1 && block->columns.size() == 1) {
        const QString value = block->cells.first().first();
        block->cells.fill(QStringList(selection.first().width(), value), selection.first().height());
        block->columns.clear();
        for (int column = left; column <= selection.first().right(); ++column)
            block->columns.append(m_model.columnOf(m_proxy.fieldAt(column).key));
    }
    const QList<int> rows = asRows ? QList<int>() : rowsUnder(block->cells.size());
    const qsizetype chosen = m_grid->selectedRows().size();
    const bool covers = std::any_of(rows.begin() + std::min(chosen, rows.size()), rows.end(),
                                    [&](int row) { return isFilled(row, block->columns); });
    if (!m_model.paste(rows, block->columns, block->cells))
        return;
    forgetMessage();
    if (covers) {
        showUndoable(m_page,
                     tr("What was pasted has taken the place of rows that stood there. To keep them, undo it "
                        "and choose “Paste as new rows”."));
    }
    if (asRows)
        showRow(m_model.idAt(m_model.rowCount() - static_cast<int>(block->cells.size())));
}

bool SheetTable::isFilled(int row, const QList<int> &columns) const
{
    return std::any_of(columns.begin(), columns.end(), [&](int column) {
        return !Value::isEmpty(m_model.index(row, column).data(Qt::EditRole));
    });
}

void SheetTable::onCurrentChanged()
{
    const QModelIndex current = m_grid->currentIndex();
    const bool hasDetails = current.isValid() && !m_details->isEmpty();
    if (!current.isValid() && m_details->isAncestorOf(QApplication::focusWidget()))
        m_grid->setFocus(Qt::OtherFocusReason); // a form without a row cannot keep it
    m_details->setRow(current.isValid() ? m_proxy.sourceRow(current.row()) : -1);
    nameDetails();
    m_detailsHeading->setVisible(hasDetails);
    m_details->setVisible(hasDetails);
    refreshActions();
    Q_EMIT currentChanged();
}

void SheetTable::nameDetails()
{
    if (const QModelIndex current = m_grid->currentIndex(); current.isValid())
        m_detailsHeading->setText(
            tr("More about “%1”").arg(m_model.titleOf(m_proxy.sourceRow(current.row()))));
}

void SheetTable::refreshActions()
{
    const bool writable = !m_model.isReadOnly();
    const bool ownOrder = !m_proxy.isSorted() && !m_proxy.isFiltered();
    const bool chosen = m_grid->currentIndex().isValid();
    m_remove->setEnabled(writable && chosen);
    m_up->setEnabled(writable && chosen && ownOrder);
    m_down->setEnabled(writable && chosen && ownOrder);
    m_grid->verticalHeader()->setSectionsMovable(writable && ownOrder);
    m_grid->verticalHeader()->setToolTip(
        ownOrder ? tr("Drag to move the row")
                 : tr("Rows can be moved in their own order: clear the search, and click the sorted heading "
                      "until its arrow is gone"));
}

void SheetTable::tell(const QString &message)
{
    m_bar->setText(message);
    m_bar->show();
    // It pushes the table down; the cell that is being typed in stays in sight, and says itself what is
    // wrong.
    settleLayouts();
    if (const FieldEditor *editor = m_grid->openEditor())
        scrollIntoView(editor);
    else
        scrollIntoView(m_bar);
}

void SheetTable::forgetMessage()
{
    m_bar->hide();
}

QString SheetTable::message() const
{
    const auto *atCell
        = m_grid->viewport()->findChild<const InlineBar *>(QString(), Qt::FindDirectChildrenOnly);
    const InlineBar *shown = atCell && !atCell->isHidden() ? atCell : m_bar;
    return shown->isHidden() ? QString() : shown->text();
}
