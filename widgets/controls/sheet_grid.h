#pragma once

#include <QTableView>
#include <QTimer>

#include <functional>

class FieldDelegate;
class FieldEditor;
class SheetProxy;
struct PageContext;

// The cells of a worksheet's table: moved in and edited as in a spreadsheet. Its columns share the width it
// has and its rows are as high as their texts, so that nothing is cut off and nothing scrolls sideways.
class SheetGrid : public QTableView
{
    Q_OBJECT

public:
    SheetGrid(SheetProxy &proxy, const PageContext &page, QWidget *parent = nullptr);

    FieldEditor *openEditor() const; // nullptr: none
    void openCell(const QModelIndex &cell); // to be typed in, and in sight
    bool commit(); // false: refused, and still open
    // The narrowest it can be and still be read.
    int leastWidth() const;
    // Rows as they stand in the proxy, ascending, of the selected cells.
    QList<int> selectedRows() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void refused(const QString &message, const QString &label);
    void accepted();
    void rowDragged(int row, int before); // rows of the proxy

protected:
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;

private:
    bool move(int rows, int columns); // false: there is no cell there
    void followCursor(); // the page shows the chosen cell
    int widestTextIn(int column, const std::function<int(const QString &)> &widthOf) const;
    int widestWordIn(int column) const; // 0 where the column is not one of words
    int widestFigureIn(int column) const; // 0 where it is not one of figures
    bool cutsFigures(int first, int last) const; // one of these columns has become too narrow
    QList<double> leastWidths() const;
    void fitColumns();
    void fitRows();
    void adaptHeight();
    void onSectionMoved(int logical, int oldVisual, int newVisual);

    SheetProxy &m_proxy;
    FieldDelegate *m_delegate;
    QTimer m_fit; // once after any number of changes
    bool m_resettingDrag = false;
};
