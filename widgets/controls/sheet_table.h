#pragma once

#include "widgets/controls/sheet_clipboard.h"
#include "widgets/controls/sheet_proxy.h"

#include <QWidget>

class InlineBar;
class QAction;
class RowFilter;
class SheetForm;
class SheetGrid;
class TextLabel;
struct PageContext;

// A worksheet with many rows as a table to type in: add, delete, move, sort, find, copy and paste. Fields
// that are no columns stand as a form beneath, for the chosen row.
class SheetTable : public QWidget
{
    Q_OBJECT

public:
    SheetTable(SheetModel &model, const PageContext &page, QWidget *parent = nullptr);
    ~SheetTable() override;

    bool commit();
    int leastWidth() const;
    qint64 currentId() const; // 0: no row is chosen
    void showRow(qint64 id);
    bool showCell(qint64 id, const QString &key); // false: the field is no column
    void editRow(qint64 id); // shows it and opens its first cell
    void addRow();

    SheetGrid *grid() const { return m_grid; }
    SheetForm *details() const { return m_details; }
    SheetProxy &proxy() { return m_proxy; }
    enum class PasteOver { ChosenRows, NoRows };
    void paste(const QString &text, PasteOver over = PasteOver::ChosenRows);
    QString selectedText(SheetClipboard::Headings headings = SheetClipboard::Headings::Without) const;
    QString message() const; // what was refused last; empty: nothing

Q_SIGNALS:
    void currentChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void adaptTools();
    void build();
    QWidget *buildTools();
    QAction *addAction(const QString &text, const QString &icon, const QKeySequence &key,
                       void (SheetTable::*run)());
    void addCopyActions();
    void removeRows();
    void moveUp() { moveRows(-1); }
    void moveDown() { moveRows(1); }
    void moveRows(int by);
    void onRowDragged(int row, int before);
    void clearCells();
    void copy();
    void copyWithHeadings();
    void cut();
    void pasteClipboard();
    void pasteClipboardAsRows();
    QList<int> rowsUnder(qsizetype lines) const;
    bool isFilled(int row, const QList<int> &columns) const; // of the model
    void onCurrentChanged();
    void nameDetails();
    void refreshActions();
    void tell(const QString &message);
    void forgetMessage();
    QModelIndexList sourceCells() const;

    SheetModel &m_model;
    const PageContext &m_page;
    SheetProxy m_proxy;
    RowFilter *m_filter = nullptr;
    InlineBar *m_bar = nullptr;
    SheetGrid *m_grid = nullptr;
    TextLabel *m_detailsHeading = nullptr;
    SheetForm *m_details = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
};
