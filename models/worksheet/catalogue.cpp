#include "models/worksheet/catalogue.h"

#include "models/crm/sheets.h"
#include "models/feedback/sheets.h"
#include "models/funnel/sheets.h"
#include "models/overview/sheets.h"
#include "models/plan/sheets.h"
#include "models/story/sheets.h"
#include "models/worksheet/value.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

Catalogue::Catalogue()
    : m_tabs{overviewTab(), storyTab(), crmTab(), feedbackTab(), funnelTab(), planTab()}
{
}

const TabDescription &Catalogue::tab(Tab tab) const
{
    return m_tabs.at(static_cast<int>(tab));
}

QList<const Sheet *> Catalogue::sheets() const
{
    QList<const Sheet *> all;
    for (const TabDescription &tab : m_tabs)
        for (const Page &page : tab.pages)
            for (const Sheet &sheet : page.sheets)
                all.append(&sheet);
    return all;
}

Catalogue::Place Catalogue::placeOf(const QString &table) const
{
    for (const TabDescription &tab : m_tabs)
        for (const Page &page : tab.pages)
            for (const Sheet &sheet : page.sheets)
                if (sheet.table == table)
                    return {&tab, &page, &sheet};
    return {};
}

QString Field::fullLabel() const
{
    return group.isEmpty()
        ? label
        : QCoreApplication::translate("Catalogue", "%1: %2", "heading, field").arg(group, label);
}

const Field *Sheet::field(const QString &key) const
{
    const auto found
        = std::find_if(fields.begin(), fields.end(), [&](const Field &f) { return f.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

QList<const Field *> Sheet::lacking(const QVariantMap &row) const
{
    QList<const Field *> all;
    for (const Field &field : fields)
        if (countsWhenWhole && field.required && Value::isEmpty(row.value(field.key)))
            all.append(&field);
    return all;
}

bool Sheet::isCovered(const Field &field, const QVariantMap &row) const
{
    return !field.unseenUntil.isEmpty() && !Value::isEmpty(row.value(field.key))
        && Value::isEmpty(row.value(field.unseenUntil));
}

const Field &Sheet::title() const
{
    const Field *named = field(titleField);
    return named ? *named : fields.first();
}

QList<Choice> teams()
{
    return {{u"marketing"_s, QCoreApplication::translate("Catalogue", "Marketing")},
            {u"both"_s, QCoreApplication::translate("Catalogue", "Both")},
            {u"sales"_s, QCoreApplication::translate("Catalogue", "Sales")}};
}

QString teamKey(Team team)
{
    switch (team) {
    case Team::Marketing:
        return u"marketing"_s;
    case Team::Both:
        return u"both"_s;
    case Team::Sales:
        return u"sales"_s;
    case Team::None:
        break;
    }
    return {};
}

Team teamFromKey(const QString &key)
{
    for (const Team team : {Team::Marketing, Team::Both, Team::Sales})
        if (teamKey(team) == key)
            return team;
    return Team::None;
}

QString teamName(Team team)
{
    for (const Choice &choice : teams())
        if (choice.key == teamKey(team))
            return choice.label;
    return {};
}

QList<Choice> factSources()
{
    return {{u"interview"_s, QCoreApplication::translate("Catalogue", "Interview")},
            {u"crm"_s, QCoreApplication::translate("Catalogue", "CRM")},
            {u"survey"_s, QCoreApplication::translate("Catalogue", "Survey")},
            {u"guess"_s, QCoreApplication::translate("Catalogue", "Guess")}};
}
