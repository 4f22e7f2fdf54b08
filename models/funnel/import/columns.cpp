#include "models/funnel/import/columns.h"

#include "models/funnel/import/column_names.h"
#include "models/funnel/import/stages.h"
#include "models/funnel/import/words.h"
#include "models/funnel/money.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Candidate
{
    int score = 0;
    int column = 0;
    ColumnRole role = ColumnRole::Key;
};

constexpr int exactName = 100;
constexpr int partOfName = 50;

int scoreOfName(const QString &words, const QStringList &names)
{
    int best = 0;
    for (qsizetype i = 0; i < names.size(); ++i) {
        // Better known names stand first.
        if (words == names.at(i))
            return exactName - static_cast<int>(std::min<qsizetype>(i, 40));
        if (holdsWords(words, names.at(i)))
            best = std::max(best,
                            static_cast<int>(std::min<qsizetype>(partOfName, 15 + 2 * names.at(i).size())));
    }
    return best;
}

bool holdsAny(const QString &words, const QStringList &phrases)
{
    return std::any_of(phrases.begin(), phrases.end(),
                       [&words](const QString &phrase) { return holdsWords(words, phrase); });
}

bool mayBe(ColumnRole role, const ColumnProfile &column)
{
    if (column.filled == 0)
        return true;
    const bool figures = column.dates.isDates() || column.numbers.isNumbers();
    switch (role) {
    case ColumnRole::Created:
    case ColumnRole::Closed:
        return column.dates.isDates();
    case ColumnRole::Value:
        return column.numbers.isNumbers() && !column.dates.isDates();
    case ColumnRole::Stage:
    case ColumnRole::Status:
        return !column.isVaried && !column.dates.isDates();
    case ColumnRole::Currency:
        return std::all_of(column.samples.begin(), column.samples.end(),
                           [](const QString &text) { return !currencyFromText(text, {}).isEmpty(); });
    case ColumnRole::Key:
        return column.isUnique && !column.dates.isDates();
    case ColumnRole::Name:
    case ColumnRole::Owner:
    case ColumnRole::Source:
    case ColumnRole::Segment:
    case ColumnRole::Account:
        return !figures;
    }
    return true;
}

// Weaker than any name; only for what would otherwise be missing.
int scoreOfContent(ColumnRole role, const ColumnProfile &column, qint64 rows)
{
    if (column.filled == 0)
        return 0;
    switch (role) {
    case ColumnRole::Stage:
        return !column.isVaried && column.texts.size() > 1 && mostAreStages(column.texts.keys()) ? 14 : 0;
    case ColumnRole::Key:
        return column.isUnique && column.isVaried && column.filled == rows && !column.dates.isDates()
                && (!column.numbers.isNumbers() || !column.numbers.hasUnits())
            ? 8
            : 0;
    case ColumnRole::Created:
        return column.dates.isDates() ? 10 : 0;
    case ColumnRole::Closed:
        return column.dates.isDates() ? 6 : 0;
    case ColumnRole::Value:
        return column.numbers.hasUnits() ? 12 : 4;
    default:
        return 0;
    }
}

QList<Candidate> candidatesOf(const TableProfile &profile)
{
    QList<Candidate> candidates;
    for (int i = 0; i < profile.columns.size(); ++i) {
        const ColumnProfile &column = profile.columns.at(i);
        const QString words = plainWords(column.name);
        if (holdsAny(words, plannedWords()))
            continue;
        for (const ColumnRole role : allColumnRoles()) {
            if (!mayBe(role, column))
                continue;
            int score = scoreOfName(words, namesOfRole(role));
            if (score == 0 && (role == ColumnRole::Key || !holdsAny(words, unrelatedWords())))
                score = scoreOfContent(role, column, profile.rows);
            if (score > 0)
                candidates.append({score, i, role});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) { return a.score > b.score; });
    return candidates;
}

// "Won time" beside "Lost time": together they say when a deal was closed.
bool mayShare(const Candidate &candidate, const TableProfile &profile)
{
    if (candidate.role != ColumnRole::Closed)
        return false;
    const QString &name = profile.columns.at(candidate.column).name;
    return isDateOfWinning(name) || isDateOfLosing(name);
}

} // namespace

QList<ColumnRole> allColumnRoles()
{
    using enum ColumnRole;
    return {Key, Name, Stage, Status, Created, Closed, Value, Currency, Owner, Source, Segment, Account};
}

QString roleKey(ColumnRole role)
{
    static const QStringList keys{u"key"_s,     u"name"_s,   u"stage"_s,   u"status"_s,
                                  u"created"_s, u"closed"_s, u"value"_s,   u"currency"_s,
                                  u"owner"_s,   u"source"_s, u"segment"_s, u"account"_s};
    return keys.at(static_cast<int>(role));
}

std::optional<ColumnRole> roleFromKey(const QString &key)
{
    for (const ColumnRole role : allColumnRoles())
        if (roleKey(role) == key)
            return role;
    return {};
}

QString roleLabel(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Key:
        return QCoreApplication::translate("ColumnRole", "Id");
    case ColumnRole::Name:
        return QCoreApplication::translate("ColumnRole", "Name of the deal");
    case ColumnRole::Stage:
        return QCoreApplication::translate("ColumnRole", "Stage");
    case ColumnRole::Status:
        return QCoreApplication::translate("ColumnRole", "Open, won or lost");
    case ColumnRole::Created:
        return QCoreApplication::translate("ColumnRole", "Created on");
    case ColumnRole::Closed:
        return QCoreApplication::translate("ColumnRole", "Closed on");
    case ColumnRole::Value:
        return QCoreApplication::translate("ColumnRole", "Value");
    case ColumnRole::Currency:
        return QCoreApplication::translate("ColumnRole", "Currency");
    case ColumnRole::Owner:
        return QCoreApplication::translate("ColumnRole", "Owner");
    case ColumnRole::Source:
        return QCoreApplication::translate("ColumnRole", "Source");
    case ColumnRole::Segment:
        return QCoreApplication::translate("ColumnRole", "Segment or product");
    case ColumnRole::Account:
        break;
    }
    return QCoreApplication::translate("ColumnRole", "Account");
}

ColumnRoles recogniseColumns(const TableProfile &profile)
{
    ColumnRoles roles;
    QSet<ColumnRole> given;
    for (const Candidate &candidate : candidatesOf(profile)) {
        const QString &name = profile.columns.at(candidate.column).name;
        if (roles.contains(name) || (given.contains(candidate.role) && !mayShare(candidate, profile)))
            continue;
        roles.insert(name, candidate.role);
        given.insert(candidate.role);
    }
    // A status alone says what the stage is.
    if (given.contains(ColumnRole::Status) && !given.contains(ColumnRole::Stage))
        roles[roles.key(ColumnRole::Status)] = ColumnRole::Stage;
    return roles;
}

bool isDateOfWinning(const QString &column)
{
    static const QStringList names{u"won"_s, u"gewonnen"_s, u"gain"_s, u"gagne"_s, u"ganado"_s, u"ganho"_s};
    return holdsAny(plainWords(column), names);
}

bool isDateOfLosing(const QString &column)
{
    static const QStringList names{u"lost"_s,    u"verloren"_s, u"perte"_s, u"perdu"_s,
                                   u"perdido"_s, u"perdida"_s,  u"perda"_s};
    return holdsAny(plainWords(column), names);
}

QString currencyInName(const QString &column)
{
    static const QString symbols = u"€$£¥₹"_s;
    for (const QChar c : column)
        if (symbols.contains(c))
            return currencyFromText(QStringView(&c, 1), {});
    for (const QString &word : plainWords(column).toUpper().split(u' '))
        if (isCurrency(word) && word != u"ALL" && word != u"TOP" && word != u"TRY" && word != u"CUP")
            return word;
    return {};
}
