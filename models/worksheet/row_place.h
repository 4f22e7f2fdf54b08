#pragma once

#include "models/worksheet/catalogue.h"

#include <QHash>
#include <QLocale>

// Names the rows of a workbook as people know them.
class RowPlaces
{
public:
    // Both must outlive it; what links lead to is read once.
    RowPlaces(const Database &database, const Catalogue &catalogue, const QLocale &locale);

    // "Goals", or with the row that is meant "Goals, “More leads”". `row`: as columns of the file.
    QString of(const Sheet &sheet, const QVariantMap &row);
    // The same with one of its fields behind it.
    QString of(const Sheet &sheet, const QVariantMap &row, const Field &field);
    // "More leads", and where a row is named by what it belongs to "MQL, Q1 2026"; may be empty.
    QString titleOf(const Sheet &sheet, const QVariantMap &row);

private:
    QString partOf(const Sheet &sheet, const QVariantMap &row, const Field &field);
    QString linkedTitle(const QString &table, qint64 id);

    const Database &m_database;
    const Catalogue &m_catalogue;
    QLocale m_locale;
    QHash<QString, QHash<qint64, QString>> m_linked; // titles by table
};
