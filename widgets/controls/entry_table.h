#pragma once

#include <QPointer>
#include <QStyledItemDelegate>
#include <QTableView>

class UnsavedTyping;

// Edits the cells of an EntryTable as text. An entry that the model does not take stays in its editor until
// it is mended or given up with Escape.
class EntryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // `table`: of the file, to find the entry again.
    EntryDelegate(UnsavedTyping &typing, const QString &table, QObject *parent = nullptr);

    bool isRefused(const QWidget *editor) const { return m_refused && m_refused == editor; }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

Q_SIGNALS:
    void settled() const; // nothing waits to be mended any more

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void settle(QWidget *editor) const;

    UnsavedTyping &m_typing;
    QString m_table;
    mutable QPointer<QWidget> m_refused; // the editor whose entry waits to be mended
};

// A table whose figures are typed in place; works like a spreadsheet's, and loses no typing.
class EntryTable : public QTableView
{
    Q_OBJECT

public:
    explicit EntryTable(EntryDelegate *delegate, QWidget *parent = nullptr); // takes the delegate over

    QString selectedText() const; // with tabs and line breaks, as spreadsheets paste it

Q_SIGNALS:
    void settled(); // an entry was taken or given up

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;

private:
    void goDown();

    EntryDelegate *m_delegate;
};
