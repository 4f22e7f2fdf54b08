#include "widgets/controls/sheet_records.h"

#include "widgets/controls/field_box.h"
#include "widgets/controls/in_sight.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/controls/record_delegate.h"
#include "widgets/controls/returned_rows.h"
#include "widgets/controls/row_filter.h"
#include "widgets/controls/scroll_into_view.h"
#include "widgets/controls/sheet_form.h"
#include "widgets/controls/sort_menu.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/page_view.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <set>

using namespace Qt::StringLiterals;

SheetRecords::SheetRecords(SheetModel &model, const PageContext &page, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_proxy(model, SheetProxy::Columns::All)
    , m_list(new QListView(this))
    , m_bar(new InlineBar(Severity::Warning, {}, this))
    , m_filter(new RowFilter(
          m_proxy, [this] { return commit(); }, this))
    , m_sides(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_bar);
    column->addLayout(m_sides);
    m_bar->hide();
    QWidget *side = buildList();
    m_sides->addWidget(side, 0);
    // The row that is being edited can be seen however far down its form the page has scrolled.
    new InSight(
        *side, *this,
        [this, side] {
            const QRect room = m_sides->geometry();
            const bool beside = m_sides->direction() == QBoxLayout::LeftToRight;
            const int free = beside ? room.height() - side->sizeHint().height() : 0;
            return InSight::Range{room.top(), room.top() + free};
        },
        [side] { return side->sizeHint().height(); });
    m_form = new SheetForm(model, page, SheetForm::Fields::All, this);
    m_sides->addWidget(m_form, 1);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SheetRecords::onCurrentChanged);
    connect(&m_proxy, &QAbstractItemModel::rowsInserted, this, &SheetRecords::chooseSomeRow,
            Qt::QueuedConnection);
    connect(&m_proxy, &QAbstractItemModel::rowsRemoved, this, &SheetRecords::chooseSomeRow,
            Qt::QueuedConnection);
    connect(&m_proxy, &QAbstractItemModel::layoutChanged, this, &SheetRecords::refreshButtons);
    connect(m_filter, &QLineEdit::textChanged, this, &SheetRecords::chooseSomeRow);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SheetRecords::refreshButtons);
    connect(&model, &SheetModel::refused, this, &SheetRecords::tell);
    connect(&page.document, &Document::savedChanged, this, [this](bool saved) {
        if (saved)
            m_bar->hide();
    });
    new ReturnedRows(m_proxy, *m_list);
    setTabOrder(m_filter, m_list); // as they stand
    m_form->setRow(-1);
    chooseSomeRow();
}

QWidget *SheetRecords::buildList()
{
    const Sheet &sheet = m_model.sheet();
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    m_filter->setParent(side);
    column->addWidget(m_filter);
    column->addWidget(m_filter->none());
    m_list->setParent(side);
    m_list->setModel(&m_proxy);
    m_list->setModelColumn(m_model.columnOf(sheet.title().key));
    m_list->setItemDelegate(new RecordDelegate(m_proxy, this));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(sheet.label);
    m_list->setAccessibleDescription(sheet.question);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    column->addWidget(m_list);

    auto *add = new QPushButton(themedIcon(u"add"_s), tr("Add %1").arg(sheet.rowName), side);
    add->setDisabled(m_model.isReadOnly());
    add->setHidden(sheet.keptByProgram);
    connect(add, &QPushButton::clicked, this, &SheetRecords::addRow);
    column->addWidget(add);
    column->addLayout(buildTools());
    column->addStretch();
    return side;
}

QLayout *SheetRecords::buildTools()
{
    const QString &name = m_model.sheet().rowName;
    QAction *insert = addAction(tr("Add %1").arg(name), u"add"_s, Qt::Key_Insert, &SheetRecords::addRow);
    m_up = addAction(tr("Move up"), u"up"_s, Qt::ALT | Qt::Key_Up, &SheetRecords::moveUp);
    m_down = addAction(tr("Move down"), u"down"_s, Qt::ALT | Qt::Key_Down, &SheetRecords::moveDown);
    m_remove = addAction(tr("Delete %1").arg(name), u"remove"_s, Qt::CTRL | Qt::Key_Delete,
                         &SheetRecords::removeRows);
    addAction(tr("Copy"), u"copy"_s, QKeySequence::Copy, &SheetRecords::copy);
    addAction(tr("Copy with headings"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_C,
              &SheetRecords::copyWithHeadings);
    QAction *pasting
        = addAction(tr("Paste as new rows"), u"paste"_s, QKeySequence::Paste, &SheetRecords::pasteClipboard);
    for (QAction *action : {insert, pasting})
        action->setDisabled(m_model.isReadOnly());
    auto *sorting = new SortMenu(m_proxy, this);
    m_list->addAction(sorting->menuAction());
    auto *tools = new QHBoxLayout;
    for (QAction *action : {m_up, m_down, m_remove})
        tools->addWidget(addButton(action));
    auto *sort = new QToolButton(this); // without a menu of its own, the arrow of which takes much room
    sort->setText(tr("Sort"));
    sort->setAccessibleName(tr("Sort the rows"));
    connect(sort, &QToolButton::clicked, sorting,
            [sorting, sort] { sorting->popup(sort->mapToGlobal(sort->rect().bottomLeft())); });
    tools->addWidget(sort);
    tools->addStretch();
    return tools;
}

QAction *SheetRecords::addAction(const QString &text, const QString &icon, const QKeySequence &key,
                                 void (SheetRecords::*run)())
{
    auto *action = new QAction(icon.isEmpty() ? QIcon() : themedIcon(icon), text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setToolTip(tr("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, run);
    m_list->addAction(action);
    return action;
}

QToolButton *SheetRecords::addButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAccessibleName(action->text());
    return button;
}

bool SheetRecords::commit()
{
    return m_form->commit();
}

qint64 SheetRecords::currentId() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? m_proxy.idAt(current.row()) : 0;
}

void SheetRecords::showRow(qint64 id)
{
    if (m_proxy.rowOf(id) < 0)
        m_filter->clear();
    if (const int row = m_proxy.rowOf(id); row >= 0)
        m_list->setCurrentIndex(m_proxy.index(row, m_list->modelColumn()));
}

void SheetRecords::addRow()
{
    if (!commit())
        return;
    m_filter->clear();
    const QModelIndex current = m_list->currentIndex();
    const bool below = current.isValid() && !m_proxy.isSorted();
    const qint64 id = m_model.addRow(below ? m_proxy.sourceRow(current.row()) : -1);
    if (id == 0)
        return;
    m_bar->hide();
    editRow(id);
}

void SheetRecords::editRow(qint64 id)
{
    showRow(id);
    chooseSomeRow(); // the first row brings the form to light
    m_form->focusFirst();
    settleLayouts();
    const QWidget *first = QApplication::focusWidget();
    if (!m_form->isAncestorOf(first))
        return;
    while (first != m_form && !qobject_cast<const FieldBox *>(first))
        first = first->parentWidget(); // its label too
    scrollIntoView(first);
}

QList<int> SheetRecords::selectedRows() const
{
    std::set<int> rows; // Ctrl+A chooses a row in each of its columns
    const QModelIndexList selected = m_list->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : selected)
        rows.insert(index.row());
    return {rows.begin(), rows.end()};
}

QString SheetRecords::selectedText(SheetClipboard::Headings headings) const
{
    QList<int> columns(m_proxy.columnCount());
    std::iota(columns.begin(), columns.end(), 0);
    return SheetClipboard::write(m_proxy, selectedRows(), columns, headings);
}

void SheetRecords::copy()
{
    if (commit() && !selectedRows().isEmpty())
        QGuiApplication::clipboard()->setText(selectedText());
}

void SheetRecords::copyWithHeadings()
{
    if (commit() && !selectedRows().isEmpty())
        QGuiApplication::clipboard()->setText(selectedText(SheetClipboard::Headings::With));
}

void SheetRecords::pasteClipboard()
{
    paste(QGuiApplication::clipboard()->text());
}

void SheetRecords::paste(const QString &text)
{
    if (text.isEmpty() || m_model.isReadOnly() || !commit())
        return;
    const auto block = SheetClipboard::readRows(m_proxy, text);
    if (!block)
        return tell(block.error().message);
    if (!m_model.paste({}, block->columns, block->cells))
        return;
    m_bar->hide();
    showRow(m_model.idAt(m_model.rowCount() - static_cast<int>(block->cells.size())));
}

void SheetRecords::removeRows()
{
    QList<qint64> ids;
    const QList<int> rows = selectedRows();
    for (const int row : rows)
        ids.append(m_proxy.idAt(row));
    if (!ids.isEmpty() && m_model.removeRowsById(ids))
        m_bar->hide();
}

void SheetRecords::tell(const QString &message)
{
    m_bar->setText(message);
    m_bar->show();
    settleLayouts();
    scrollIntoView(m_bar);
}

QString SheetRecords::message() const
{
    return m_bar->isHidden() ? QString() : m_bar->text();
}

void SheetRecords::moveRow(int by)
{
    const QModelIndex current = m_list->currentIndex();
    const int target = current.row() + by;
    if (!current.isValid() || m_proxy.isFiltered() || m_proxy.isSorted() || target < 0
        || target >= m_proxy.rowCount())
        return;
    m_model.moveRow(current.row(), by < 0 ? target : target + 1);
}

void SheetRecords::onCurrentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    if (!current.isValid() && m_form->isAncestorOf(QApplication::focusWidget()))
        m_list->setFocus(Qt::OtherFocusReason); // a form without a row cannot keep it
    if (!m_form->setRow(current.isValid() ? m_proxy.sourceRow(current.row()) : -1)) {
        // What was refused stands in the form; it must not leave the screen.
        const QPersistentModelIndex stay(previous);
        QMetaObject::invokeMethod(
            m_list, [this, stay] { m_list->setCurrentIndex(stay); }, Qt::QueuedConnection);
        return;
    }
    refreshButtons();
    Q_EMIT currentChanged();
}

void SheetRecords::chooseSomeRow()
{
    if (!m_list->currentIndex().isValid() && m_proxy.rowCount() > 0)
        m_list->setCurrentIndex(m_proxy.index(0, m_list->modelColumn()));
    m_form->setVisible(m_list->currentIndex().isValid());
    adaptList();
    refreshButtons();
}

void SheetRecords::refreshButtons()
{
    const QModelIndex current = m_list->currentIndex();
    const bool writable = current.isValid() && !m_model.isReadOnly();
    const bool movable = writable && !m_proxy.isFiltered() && !m_proxy.isSorted();
    m_remove->setEnabled(writable);
    m_remove->setText(selectedRows().size() > 1 ? tr("Delete rows")
                                                : tr("Delete %1").arg(m_model.sheet().rowName));
    m_up->setEnabled(movable && current.row() > 0);
    m_down->setEnabled(movable && current.row() < m_proxy.rowCount() - 1);
}

void SheetRecords::adaptList()
{
    constexpr double leastEms = 11;
    constexpr int share = 4; // a quarter of the room, where that is more
    constexpr double sideBySideEms = 32;
    const bool beside = width() >= em(this, sideBySideEms);
    m_sides->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_sides->setSpacing(em(this, 0.8));
    QWidget *side = m_list->parentWidget();
    const int listWidth
        = std::max({em(this, leastEms), width() / share, side->layout()->minimumSize().width()});
    side->setMaximumWidth(beside ? listWidth : QWIDGETSIZE_MAX);
    side->setMinimumWidth(beside ? listWidth : 0);
    // As long as its rows, within reason: beneath each other, the form should be in sight.
    constexpr double mostRowsBeside = 12;
    constexpr double mostRowsAbove = 4;
    const int rowHeight = std::max(1, m_list->sizeHintForRow(0));
    const double rows = std::clamp<double>(m_proxy.rowCount(), 1, beside ? mostRowsBeside : mostRowsAbove);
    m_list->setFixedHeight(static_cast<int>(rows * rowHeight) + 2 * m_list->frameWidth());
}

void SheetRecords::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    adaptList();
}

void SheetRecords::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        adaptList();
}
