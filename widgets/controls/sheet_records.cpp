#include "widgets/controls/sheet_records.h"

#include "widgets/controls/inline_bar.h"
#include "widgets/controls/record_delegate.h"
#include "widgets/controls/sheet_form.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/page_view.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

SheetRecords::SheetRecords(SheetModel &model, const PageContext &page, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_proxy(model, SheetProxy::Columns::All)
    , m_list(new QListView(this))
    , m_bar(new InlineBar(Severity::Warning, {}, this))
    , m_filter(new QLineEdit(this))
    , m_sides(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_bar);
    column->addLayout(m_sides);
    m_bar->hide();
    m_sides->addWidget(buildList(page), 0);
    m_form = new SheetForm(model, page, SheetForm::Fields::All, this);
    m_sides->addWidget(m_form, 1);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SheetRecords::onCurrentChanged);
    connect(&m_proxy, &QAbstractItemModel::rowsInserted, this, &SheetRecords::chooseSomeRow,
            Qt::QueuedConnection);
    connect(&m_proxy, &QAbstractItemModel::rowsRemoved, this, &SheetRecords::chooseSomeRow,
            Qt::QueuedConnection);
    connect(&m_proxy, &QAbstractItemModel::layoutChanged, this, &SheetRecords::refreshButtons);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!commit())
            return;
        m_proxy.setFilterText(text);
        chooseSomeRow();
    });
    connect(&model, &SheetModel::refused, this, [this](const QString &message) {
        m_bar->setText(message);
        m_bar->show();
    });
    setTabOrder(m_filter, m_list); // as they stand
    m_form->setRow(-1);
    chooseSomeRow();
}

QWidget *SheetRecords::buildList(const PageContext &page)
{
    const Sheet &sheet = m_model.sheet();
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    m_filter->setParent(side);
    m_filter->setPlaceholderText(tr("Find in these rows"));
    m_filter->setAccessibleName(tr("Find in %1").arg(sheet.label));
    m_filter->setClearButtonEnabled(true);
    column->addWidget(m_filter);
    m_list->setParent(side);
    m_list->setModel(&m_proxy);
    m_list->setModelColumn(m_model.columnOf(sheet.title().key));
    m_list->setItemDelegate(new RecordDelegate(m_proxy, this));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
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
    add->setDisabled(page.document.isReadOnly());
    connect(add, &QPushButton::clicked, this, &SheetRecords::addRow);
    column->addWidget(add);
    auto *insert = new QAction(themedIcon(u"add"_s), tr("Add %1").arg(sheet.rowName), this);
    insert->setShortcut(Qt::Key_Insert);
    insert->setShortcutContext(Qt::WidgetShortcut);
    insert->setDisabled(page.document.isReadOnly());
    connect(insert, &QAction::triggered, this, &SheetRecords::addRow);
    m_list->addAction(insert);
    auto *tools = new QHBoxLayout;
    m_up = addButton(tr("Move up"), u"up"_s, Qt::ALT | Qt::Key_Up, &SheetRecords::moveUp);
    m_down = addButton(tr("Move down"), u"down"_s, Qt::ALT | Qt::Key_Down, &SheetRecords::moveDown);
    m_remove = addButton(tr("Delete %1").arg(sheet.rowName), u"remove"_s, Qt::CTRL | Qt::Key_Delete,
                         &SheetRecords::removeRow);
    for (QToolButton *button : {m_up, m_down, m_remove})
        tools->addWidget(button);
    tools->addStretch();
    column->addLayout(tools);
    column->addStretch();
    return side;
}

QToolButton *SheetRecords::addButton(const QString &text, const QString &icon, const QKeySequence &key,
                                     void (SheetRecords::*run)())
{
    auto *action = new QAction(themedIcon(icon), text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setToolTip(tr("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, run);
    m_list->addAction(action);
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAccessibleName(text);
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
    const qint64 id = m_model.addRow(current.isValid() ? m_proxy.sourceRow(current.row()) : -1);
    if (id == 0)
        return;
    m_bar->hide();
    showRow(id);
    chooseSomeRow(); // the first row brings the form to light
    m_form->focusFirst();
}

void SheetRecords::removeRow()
{
    if (const qint64 id = currentId(); id != 0 && m_model.removeRowsById({id}))
        m_bar->hide();
}

void SheetRecords::moveRow(int by)
{
    const QModelIndex current = m_list->currentIndex();
    const int target = current.row() + by;
    if (!current.isValid() || m_proxy.isFiltered() || target < 0 || target >= m_proxy.rowCount())
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
    const bool writable = current.isValid() && !m_model.document().isReadOnly();
    m_remove->defaultAction()->setEnabled(writable);
    m_up->defaultAction()->setEnabled(writable && !m_proxy.isFiltered() && current.row() > 0);
    m_down->defaultAction()->setEnabled(writable && !m_proxy.isFiltered()
                                        && current.row() < m_proxy.rowCount() - 1);
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
