#pragma once

#include "widgets/controls/sheet_clipboard.h"
#include "widgets/controls/sheet_proxy.h"

#include <QWidget>

class InlineBar;
class QAction;
class QBoxLayout;
class QLayout;
class QListView;
class QToolButton;
class RowFilter;
class SheetForm;
struct PageContext;

// A worksheet with many rows of much text: the rows as a list to sort, find, copy and paste in, and the
// chosen one as a form beside it, or beneath it where the width is small.
class SheetRecords : public QWidget
{
    Q_OBJECT

public:
    SheetRecords(SheetModel &model, const PageContext &page, QWidget *parent = nullptr);

    bool commit();
    qint64 currentId() const; // 0: no row is chosen
    void showRow(qint64 id);
    void editRow(qint64 id); // shows it and begins with its first field
    void addRow();
    // Rows of their own at the end, as from a spreadsheet; all of them or, with a message, none.
    void paste(const QString &text);
    QString selectedText(SheetClipboard::Headings headings = SheetClipboard::Headings::Without) const;
    QString message() const; // what was refused last; empty: nothing

    QListView *list() const { return m_list; }
    SheetForm *form() const { return m_form; }
    SheetProxy &proxy() { return m_proxy; }

Q_SIGNALS:
    void currentChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildList();
    QLayout *buildTools();
    QAction *addAction(const QString &text, const QString &icon, const QKeySequence &key,
                       void (SheetRecords::*run)());
    QToolButton *addButton(QAction *action);
    QList<int> selectedRows() const; // of the proxy, ascending
    void copy();
    void copyWithHeadings();
    void pasteClipboard();
    void removeRows();
    void moveUp() { moveRow(-1); }
    void moveDown() { moveRow(1); }
    void moveRow(int by);
    void onCurrentChanged(const QModelIndex &current, const QModelIndex &previous);
    void chooseSomeRow();
    void refreshButtons();
    void tell(const QString &message);
    void adaptList();

    SheetModel &m_model;
    SheetProxy m_proxy;
    QListView *m_list;
    SheetForm *m_form = nullptr;
    InlineBar *m_bar;
    RowFilter *m_filter;
    QBoxLayout *m_sides;
    QAction *m_remove = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
};
