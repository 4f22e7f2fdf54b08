#pragma once

#include "widgets/controls/sheet_proxy.h"

#include <QWidget>

class InlineBar;
class QBoxLayout;
class QLineEdit;
class QListView;
class QToolButton;
class SheetForm;
struct PageContext;

// A worksheet with many rows of much text: the rows as a list, and the chosen one as a form beside it, or
// beneath it where the width is small.
class SheetRecords : public QWidget
{
    Q_OBJECT

public:
    SheetRecords(SheetModel &model, const PageContext &page, QWidget *parent = nullptr);

    bool commit();
    qint64 currentId() const; // 0: no row is chosen
    void showRow(qint64 id);
    void addRow();

    QListView *list() const { return m_list; }
    SheetForm *form() const { return m_form; }
    SheetProxy &proxy() { return m_proxy; }

Q_SIGNALS:
    void currentChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildList(const PageContext &page);
    QToolButton *addButton(const QString &text, const QString &icon, const QKeySequence &key,
                           void (SheetRecords::*run)());
    void removeRow();
    void moveUp() { moveRow(-1); }
    void moveDown() { moveRow(1); }
    void moveRow(int by);
    void onCurrentChanged(const QModelIndex &current, const QModelIndex &previous);
    void chooseSomeRow();
    void refreshButtons();
    void adaptList();

    SheetModel &m_model;
    SheetProxy m_proxy;
    QListView *m_list;
    SheetForm *m_form = nullptr;
    InlineBar *m_bar;
    QLineEdit *m_filter;
    QBoxLayout *m_sides;
    QToolButton *m_remove = nullptr;
    QToolButton *m_up = nullptr;
    QToolButton *m_down = nullptr;
};
