#pragma once

#include "models/worksheet/sheet.h"

// All tabs with their pages and worksheets, in the language at the time of construction.
// Built once per window (some hundred short strings) and passed on by reference.
class Catalogue
{
public:
    Catalogue();

    const QList<TabDescription> &tabs() const { return m_tabs; }
    const TabDescription &tab(Tab tab) const;
    QList<const Sheet *> sheets() const; // all, in the order of the tabs
    // Of a table's worksheet; nullptr if there is none.
    const Sheet *sheet(const QString &table) const { return placeOf(table).sheet; }
    const TabDescription *tabOf(const QString &table) const { return placeOf(table).tab; }
    const Page *pageOf(const QString &table) const { return placeOf(table).page; }

private:
    struct Place
    {
        const TabDescription *tab = nullptr;
        const Page *page = nullptr;
        const Sheet *sheet = nullptr;
    };
    Place placeOf(const QString &table) const;

    QList<TabDescription> m_tabs;
};

// Labels of Team, and its keys in the file.
QList<Choice> teams();
QString teamKey(Team team);
Team teamFromKey(const QString &key);
QString teamName(Team team); // as people read it; empty for none

// Where a fact comes from: interview, crm, survey, guess.
QList<Choice> factSources();
