#pragma once

#include <QObject>
#include <QPointer>

class QScrollArea;
class QTableView;
class QWidget;

// Keeps the head of a table that is as high as its rows in sight while the page around it scrolls: it glides
// down over the rows as far as the page has gone past it, and never over the last one.
class HeadInSight : public QObject
{
    Q_OBJECT

public:
    explicit HeadInSight(QTableView &table); // lives as long as the table

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void findPage();
    void place();

    QTableView &m_table;
    QWidget *m_corner; // beside the head, over the numbers of the rows
    QPointer<QScrollArea> m_page; // null: nothing scrolls around the table
};
