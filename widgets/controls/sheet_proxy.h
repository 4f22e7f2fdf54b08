#pragma once

#include "models/worksheet/sheet_model.h"

#include <QCollator>
#include <QSet>
#include <QSortFilterProxyModel>

// A worksheet's rows as a list or table shows them: sorted by value, found by text; without the fields that
// are no columns where it is for a table. Empty cells come last either way.
class SheetProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Columns { InTable, All };

    SheetProxy(SheetModel &model, Columns columns, QObject *parent = nullptr);

    SheetModel &sheetModel() const { return m_model; }
    const Field &fieldAt(int column) const;
    int rowOf(qint64 id) const; // -1 if it is not there or not shown
    qint64 idAt(int row) const;
    int sourceRow(int row) const;

    // Rows with this text in any field. What is changed in them, and what comes, stays until the next text.
    void setFilterText(const QString &text);
    bool isFiltered() const { return !m_filter.isEmpty(); }
    bool isSorted() const { return sortColumn() >= 0; }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool filterAcceptsColumn(int column, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool hasText(int row) const; // of the model

    SheetModel &m_model;
    Columns m_columns;
    QString m_filter;
    QSet<qint64> m_hidden; // ids of the rows that did not have the text when it was set
    QCollator m_collator;
};
