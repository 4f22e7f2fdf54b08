#pragma once

#include <QList>
#include <QStringList>

// The figures behind a chart as texts in the user's language: shown as a table and copied from it.
struct FigureTable
{
    QStringList head;
    QList<QStringList> rows;
    int textColumns = 1; // so many columns from the first on are words; the others are figures

    QString toText() const; // columns apart by tabs, for a spreadsheet
};
