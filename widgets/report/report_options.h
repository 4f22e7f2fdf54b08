#pragma once

#include <QGuiApplication>
#include <QLocale>
#include <QPageSize>
#include <QStringList>

// What of a workbook goes onto paper, and how.
struct ReportOptions
{
    QStringList sections = {}; // keys of tabs ("story") or of pages ("story/personas"); empty: everything
    QPageSize::PageSizeId paper = QPageSize::A4; // or Letter
    bool blankForms = false; // print what is not filled in as forms to fill in by hand
    QString currency = {}; // of values, where the workbook has several; empty: the usual one
    QLocale locale = {}; // of dates and numbers
    Qt::LayoutDirection direction = QGuiApplication::layoutDirection(); // that of the program's language

    bool operator==(const ReportOptions &) const = default;
};
