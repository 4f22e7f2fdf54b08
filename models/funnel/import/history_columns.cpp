#include "models/funnel/import/history_columns.h"

#include "models/funnel/import/column_names.h"
#include "models/funnel/import/column_scores.h"
#include "models/funnel/import/column_words.h"
#include "models/funnel/import/name_ids.h"
#include "models/funnel/import/named_columns.h"
#include "models/tables/words.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

// Of columns of dates in a history: when the stage was left, or when the deal is hoped to close.
bool saysNothingOnEntering(const QString &column)
{
    static const QStringList leaving{
        u"left"_s,  u"until"_s,     u"exit"_s,    u"exited"_s,        u"end"_s,   u"ended"_s,
        u"to"_s,    u"verlassen"_s, u"bis"_s,     u"ende"_s,          u"sorti"_s, u"sortie"_s,
        u"fin"_s,   u"jusqu"_s,     u"hasta"_s,   u"salida"_s,        u"ate"_s,   u"saida"_s,
        u"close"_s, u"closed"_s,    u"closing"_s, u"abschlussdatum"_s};
    const QString words = plainWords(column);
    return holdsAny(words, leaving) || holdsAny(words, plannedWords());
}

// The column of the table that is likeliest to have the role; empty where none may have it.
QString likeliest(const TableProfile &profile, ColumnRole role,
                  const std::function<int(const ColumnProfile &, int)> &score)
{
    QString found;
    int best = 0;
    for (const ColumnProfile &column : profile.columns) {
        const int points = score(column, scoreOfName(plainWords(column.name), namesOfRole(role)));
        if (points <= best)
            continue;
        best = points;
        found = column.name;
    }
    return found;
}

// Names that lists of deals do not have: only a history says from which stage to which.
bool saysChange(const TableProfile &profile)
{
    return std::any_of(profile.columns.begin(), profile.columns.end(), [](const ColumnProfile &column) {
        const QString words = plainWords(column.name);
        if (column.filled == 0)
            return false;
        return holdsDates(column) ? namesStep(words, ColumnRole::EnteredOn)
                                  : mayBeStage(column)
                && (namesStep(words, ColumnRole::StageEntered) || namesStep(words, ColumnRole::StageBefore));
    });
}

// "Stage Duration" beside a single day, and not when the deal was created: the rows are the stages of deals,
// of which only the name tells.
bool saysTimeInStage(const TableProfile &profile)
{
    static const QStringList durations
        = plainNames(u"stage duration|phasendauer|dauer der phase|duree de l etape|duracion de la fase|"
                     u"duracion de la etapa|duracao do estagio|duracao da etapa");
    const auto has
        = [&profile](auto isSo) { return std::any_of(profile.columns.begin(), profile.columns.end(), isSo); };
    return has([](const ColumnProfile &column) {
               return column.numbers.isNumbers() && holdsAny(plainWords(column.name), durations);
           })
        && !has([](const ColumnProfile &column) {
               return isNamed(ColumnRole::Created, column) && holdsDates(column);
           });
}

// Of "old_stage_id" too.
bool namesStep(const ColumnProfile &column, ColumnRole role)
{
    return namesStep(withoutId(plainWords(column.name)), role);
}

// Of its rows, or a deal is one row.
bool hasOwnId(const TableProfile &profile)
{
    return std::any_of(profile.columns.begin(), profile.columns.end(), [](const ColumnProfile &column) {
        return column.isUnique && column.filled > 0 && !column.dates.isDates()
            && scoreOfName(plainWords(column.name), namesOfRole(ColumnRole::Key)) > 0;
    });
}

} // namespace

bool saysSteps(const TableProfile &profile)
{
    const auto has = [&profile](ColumnRole role) {
        return std::any_of(
            profile.columns.begin(), profile.columns.end(), [role](const ColumnProfile &column) {
                return namesStep(column, role)
                    && (role == ColumnRole::EnteredOn ? holdsDates(column) : mayBeStage(column));
            });
    };
    return has(ColumnRole::StageBefore) && has(ColumnRole::StageEntered) && has(ColumnRole::EnteredOn);
}

ColumnRoles recogniseHistory(const TableProfile &profile, const HistoryColumns &columns)
{
    ColumnRoles roles;
    const auto give = [&roles](ColumnRole role, const QString &name) {
        if (!name.isEmpty())
            roles.insert(name, role);
    };
    const auto isFree = [&](const ColumnProfile &column) {
        return columns.changing.contains(column.name) && !roles.contains(column.name);
    };
    give(ColumnRole::Key, columns.key);
    give(ColumnRole::StageBefore,
         likeliest(profile, ColumnRole::StageBefore, [&](const ColumnProfile &column, int byName) {
             return isFree(column) && mayBeStage(column) ? byName : 0;
         }));
    give(ColumnRole::StageEntered,
         likeliest(profile, ColumnRole::StageEntered, [&](const ColumnProfile &column, int byName) {
             if (!isFree(column) || !mayBeStage(column))
                 return 0;
             return byName > 0 ? byName : scoreOfContent(ColumnRole::Stage, column, profile.rows);
         }));
    give(ColumnRole::EnteredOn,
         likeliest(profile, ColumnRole::EnteredOn, [&](const ColumnProfile &column, int byName) {
             if (!isFree(column) || !holdsDates(column) || saysNothingOnEntering(column.name))
                 return 0;
             return std::max(byName, 1);
         }));
    // What is left tells of the deal, and is alike in all of its rows or may change with its stages.
    TableProfile rest{{}, profile.rows};
    for (const ColumnProfile &column : profile.columns)
        if (!roles.contains(column.name) && !(isFree(column) && holdsDates(column)))
            rest.columns.append(column);
    for (const auto &[name, role] : recogniseColumns(rest).asKeyValueRange()) {
        const bool isOfStage = role == ColumnRole::Stage || role == ColumnRole::Status;
        if (role != ColumnRole::Key && role != ColumnRole::EnteredOn
            && !(isOfStage && columns.changing.contains(name)))
            roles.insert(name, role);
    }
    return roles;
}

QStringList columnsOfOneDeal(const TableProfile &profile)
{
    QStringList names, closing;
    for (const ColumnProfile &column : profile.columns) {
        if (isNamed(ColumnRole::Name, column) || isNamed(ColumnRole::Account, column))
            names.append(column.name);
        else if (column.dates.isDates()
                 && (isNamed(ColumnRole::Closed, column) || isDateOfWinning(column.name)))
            closing.append(column.name);
    }
    // Where the rows are steps of a deal, the day on which it is hoped to close moves with them.
    return names.isEmpty() && !hasOwnId(profile) ? closing : names;
}

QStringList possibleKeysOfHistory(const TableProfile &profile)
{
    const bool saysHistory = saysChange(profile);
    QStringList keys, others;
    const bool hasId = hasOwnId(profile);
    for (const ColumnProfile &column : profile.columns) {
        if (column.dates.isDates() || column.filled == 0 || namesStep(column, ColumnRole::StageBefore)
            || namesStep(column, ColumnRole::StageEntered))
            continue;
        const QString words = plainWords(column.name);
        const QStringList &names = namesOfRole(ColumnRole::Key);
        const bool isKey = (names.contains(words) && !holdsAny(words, {u"mail"_s, u"email"_s}))
            || isIdBesideName(profile, column.name);
        const bool mayBeKey = scoreOfName(words, names) > 0;
        if (isKey)
            keys.append(column.name);
        else if (mayBeKey || namesOfRole(ColumnRole::Name).contains(words))
            others.append(column.name);
    }
    if (saysHistory)
        return hasId ? keys : keys + others;
    // Rows with a stage and a date may as well be deals: only the deals' own id says that they are not.
    keys.removeIf([&profile, hasId](const QString &key) {
        return !(isIdOfDeals(key) || isIdBesideName(profile, key))
            || (hasId && holdsWords(plainWords(key), u"lead"_s));
    });
    return keys.isEmpty() && !hasId && saysTimeInStage(profile) ? others : keys;
}
