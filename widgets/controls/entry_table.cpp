#include "widgets/controls/entry_table.h"

#include "widgets/shell/unsaved_typing.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QModelIndex &index)
{
    const QAbstractItemModel &model = *index.model();
    QString row = model.headerData(index.row(), Qt::Vertical).toString();
    if (row.isEmpty())
        row = index.siblingAtColumn(0).data().toString();
    return QCoreApplication::translate("EntryTable", "%1, %2")
        .arg(row, model.headerData(index.column(), Qt::Horizontal).toString());
}

} // namespace

EntryDelegate::EntryDelegate(UnsavedTyping &typing, const QString &table, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_typing(typing)
    , m_table(table)
{
}

QWidget *EntryDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
    editor->setAccessibleName(nameOf(index));
    editor->setBackgroundRole(
        QPalette::Base); // the style draws no field here, and the old figure lies beneath
    editor->setAutoFillBackground(true);
    QStyleOptionViewItem shown(option);
    initStyleOption(&shown, index);
    qobject_cast<QLineEdit *>(editor)->setAlignment(shown.displayAlignment);
    auto *own = const_cast<EntryDelegate *>(this);
    connect(qobject_cast<QLineEdit *>(editor), &QLineEdit::textEdited, this,
            [this, editor] { m_typing.set(editor, true); });
    connect(&m_typing, &UnsavedTyping::commitRequested, editor, [own, editor] {
        Q_EMIT own->commitData(editor);
        if (!own->isRefused(editor))
            Q_EMIT own->closeEditor(editor);
    });
    connect(&m_typing, &UnsavedTyping::givenUp, editor, [own, editor](const QObject *which) {
        if (which != editor)
            return;
        own->settle(editor);
        Q_EMIT own->closeEditor(editor, RevertModelCache);
    });
    return editor;
}

void EntryDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (!isRefused(editor))
        QStyledItemDelegate::setEditorData(editor, index);
}

void EntryDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const QString entry = qobject_cast<QLineEdit *>(editor)->text();
    if (model->setData(index, entry)) {
        settle(editor);
        return;
    }
    m_refused = editor;
    m_typing.refuse(editor, {.name = nameOf(index), .table = m_table, .row = 0, .control = editor});
}

void EntryDelegate::settle(QWidget *editor) const
{
    m_refused = nullptr;
    m_typing.set(editor, false);
    Q_EMIT settled();
}

bool EntryDelegate::eventFilter(QObject *watched, QEvent *event)
{
    const auto *key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event) : nullptr;
    if (key && key->key() == Qt::Key_Escape)
        settle(qobject_cast<QWidget *>(watched));
    return QStyledItemDelegate::eventFilter(watched, event);
}

EntryTable::EntryTable(EntryDelegate *delegate, QWidget *parent)
    : QTableView(parent)
    , m_delegate(delegate)
{
    delegate->setParent(this);
    setItemDelegate(delegate);
    connect(delegate, &EntryDelegate::settled, this, &EntryTable::settled);
    // Not SelectedClicked: while it waits for a second click, the first keys typed would be lost.
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                    | QAbstractItemView::AnyKeyPressed);
}

// Past the last cell, and before the first one, the focus goes on to what stands there.
void EntryTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex first = model()->index(0, 0);
    const QModelIndex last = model()->index(model()->rowCount() - 1, model()->columnCount() - 1);
    if ((event->key() == Qt::Key_Tab && currentIndex() == last)
        || (event->key() == Qt::Key_Backtab && currentIndex() == first))
        event->ignore();
    else
        QTableView::keyPressEvent(event);
}

void EntryTable::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    if (!m_delegate->isRefused(editor)) {
        QTableView::closeEditor(editor, hint);
        if (hint == QAbstractItemDelegate::SubmitModelCache)
            goDown();
        return;
    }
    // What was refused stays open; the move to another cell is taken back.
    const QPersistentModelIndex cell = indexAt(editor->geometry().center());
    QTimer::singleShot(0, editor, [this, cell, editor] {
        if (!m_delegate->isRefused(editor))
            return; // mended or given up meanwhile
        setCurrentIndex(cell);
        editor->setFocus();
    });
}

// Enter goes down, as in a spreadsheet: to the next figure that can be typed.
void EntryTable::goDown()
{
    QModelIndex below = currentIndex();
    do
        below = below.siblingAtRow(below.row() + 1);
    while (below.isValid() && !below.flags().testFlag(Qt::ItemIsEditable));
    if (below.isValid())
        setCurrentIndex(below);
}

// What has the focus is what Delete and Copy act on, also after Ctrl+End.
QItemSelectionModel::SelectionFlags EntryTable::selectionCommand(const QModelIndex &index,
                                                                 const QEvent *event) const
{
    if (!event || event->type() != QEvent::KeyPress)
        return QTableView::selectionCommand(index, event);
    const auto *key = static_cast<const QKeyEvent *>(event);
    const QKeyEvent plain(key->type(), key->key(), key->modifiers() & ~Qt::ControlModifier);
    return QTableView::selectionCommand(index, &plain);
}

QString EntryTable::selectedText() const
{
    QString text;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            QStringList line;
            for (int column = range.left(); column <= range.right(); ++column)
                line.append(model()->index(row, column).data().toString());
            text += line.join(u'\t') % u'\n';
        }
    }
    return text;
}
