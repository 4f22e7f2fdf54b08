#include "models/funnel/import/columns.h"

#include "models/funnel/import/column_names.h"
#include "models/funnel/import/stages.h"
#include "models/funnel/import/words.h"
#include "models/funnel/money.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <functional>

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

// Names of which one that is known is only a part say something else where these stand beside it: "Stage
// Change Count", "Annual Revenue", "Contract End Date".
bool saysOtherThan(ColumnRole role, const QString &words)
{
    switch (role) {
    case ColumnRole::Stage:
    case ColumnRole::Status:
        return holdsAny(words.endsWith(u" id") ? words.chopped(3) : words, unrelatedWords());
    case ColumnRole::Value:
        return holdsAny(words, unrelatedWords()) || holdsAny(words, wordsOfOtherAmounts());
    case ColumnRole::Created:
    case ColumnRole::Closed:
        return holdsAny(words, wordsOfOtherDates());
    default:
        return false;
    }
}

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

bool isNamed(ColumnRole role, const ColumnProfile &column)
{
    return namesOfRole(role).contains(plainWords(column.name));
}

// Some cells that cannot be read do not make the column another one: their rows are refused, and named.
bool isAmountWithMistakes(const ColumnProfile &column)
{
    constexpr qint64 oneOf = 3; // at least can be read
    return isNamed(ColumnRole::Value, column) && column.numbers.numbers() * oneOf >= column.filled;
}

// "Won: yes" may be a stage; "Closed: yes" says nothing on what a deal came to, and "Won: 3" is a number.
bool mayBeStageOrFlag(const ColumnProfile &column)
{
    if (column.isVaried || column.dates.isDates())
        return false;
    const bool saysWon = isFlagOfWinning(column.name) || isDateOfLosing(column.name);
    return saysYesOrNo(column.texts.keys()) ? saysWon : !saysWon || !column.numbers.isNumbers();
}

bool mayBe(ColumnRole role, const ColumnProfile &column)
{
    if (column.filled == 0)
        return role != ColumnRole::IsClosed && role != ColumnRole::EnteredOn;
    const bool figures = column.dates.isDates() || column.numbers.isNumbers();
    switch (role) {
    case ColumnRole::Created:
    case ColumnRole::Closed:
        return column.dates.isDates();
    case ColumnRole::Value:
        return (column.numbers.isNumbers() || isAmountWithMistakes(column)) && !column.dates.isDates();
    case ColumnRole::Stage:
    case ColumnRole::Status:
        return mayBeStageOrFlag(column);
    case ColumnRole::Currency:
        return std::all_of(column.samples.begin(), column.samples.end(),
                           [](const QString &text) { return !currencyFromText(text, {}).isEmpty(); });
    case ColumnRole::Key:
        return !column.dates.isDates();
    case ColumnRole::Name:
    case ColumnRole::Owner:
    case ColumnRole::Source:
    case ColumnRole::Segment:
    case ColumnRole::Account:
        return !figures;
    case ColumnRole::StageEntered:
    case ColumnRole::StageBefore:
    case ColumnRole::EnteredOn:
        return false; // see recogniseHistory
    case ColumnRole::IsClosed:
        return !column.isVaried && saysYesOrNo(column.texts.keys());
    }
    return true;
}

// The id of the deals, of which a few come twice: a mistake to be listed, and no reason to do without the id.
bool isIdWithMistakes(const ColumnProfile &column)
{
    constexpr qint64 oneOf = 4; // at most
    return isIdOfDeals(column.name) && column.repeated * oneOf <= column.looked;
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
                && (!column.numbers.isNumbers() || !column.numbers.hasCurrency())
            ? 8
            : 0;
    case ColumnRole::Created:
        return column.dates.isDates() ? 10 : 0;
    case ColumnRole::Value:
        return column.numbers.hasCurrency() ? 12 : 0; // any number may be anything
    default:
        return 0;
    }
}

// "Payment status": of something else than the deal.
bool isOtherStatus(const ColumnProfile &column)
{
    return !isNamed(ColumnRole::Status, column) && !mostAreStages(column.texts.keys());
}

// Whether a column is called what stages or outcomes are called; then no other is one for what it holds.
bool namesState(const TableProfile &profile)
{
    return std::any_of(profile.columns.begin(), profile.columns.end(), [](const ColumnProfile &column) {
        return (isNamed(ColumnRole::Stage, column) && mayBe(ColumnRole::Stage, column))
            || (isNamed(ColumnRole::Status, column) && mayBe(ColumnRole::Status, column));
    });
}

QList<Candidate> candidatesOf(const TableProfile &profile)
{
    const bool stateIsNamed = namesState(profile);
    QList<Candidate> candidates;
    for (int i = 0; i < profile.columns.size(); ++i) {
        const ColumnProfile &column = profile.columns.at(i);
        const QString words = plainWords(column.name);
        if (holdsAny(words, plannedWords()))
            continue;
        for (const ColumnRole role : rolesOfDeals()) {
            if (!mayBe(role, column) || (role == ColumnRole::Status && isOtherStatus(column)))
                continue;
            int score = scoreOfName(words, namesOfRole(role));
            if (score <= partOfName && saysOtherThan(role, words))
                continue;
            if (role == ColumnRole::Key && !column.isUnique)
                score = isIdWithMistakes(column) ? score / 2 : 0;
            if (role != ColumnRole::Key && words.endsWith(u" id"))
                score /= 2; // what it stands for says more
            if (score == 0 && !(role == ColumnRole::Stage && stateIsNamed)
                && (role == ColumnRole::Key || !holdsAny(words, unrelatedWords())))
                score = scoreOfContent(role, column, profile.rows);
            if (score > 0)
                candidates.append({score, i, role});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) { return a.score > b.score; });
    return candidates;
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

bool mayBeStage(const ColumnProfile &column)
{
    return column.filled > 0 && !column.isVaried && !column.dates.isDates() && !column.numbers.isNumbers();
}

bool tells(const ColumnProfile &column, StageTarget::Kind kind)
{
    const QStringList texts = column.texts.keys();
    return std::any_of(texts.begin(), texts.end(),
                       [kind](const QString &text) { return recogniseStage(text, {}).kind == kind; });
}

// "Closed", or the status of a payment or a lead, beside a stage that says won and lost; or why a deal was
// lost, where the stage says that it was: the reason stays with a deal that is taken up again.
bool saysNothingOfState(const TableProfile &profile, const ColumnRoles &roles)
{
    const ColumnProfile *status = profile.column(roles.key(ColumnRole::Status));
    const ColumnProfile *stage = profile.column(roles.key(ColumnRole::Stage));
    if (!status || status->filled == 0)
        return false;
    using Kind = StageTarget::Kind;
    if (isReasonOfLosing(status->name))
        return !stage || tells(*stage, Kind::Lost);
    return !tells(*status, Kind::Won) && !tells(*status, Kind::Lost) && stage && tells(*stage, Kind::Won)
        && tells(*stage, Kind::Lost);
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

QList<ColumnRole> rolesOfDeals()
{
    using enum ColumnRole;
    return {Key,      Name,  Stage,  Status,  Created, Closed,   Value,
            Currency, Owner, Source, Segment, Account, IsClosed, EnteredOn};
}

QList<ColumnRole> allColumnRoles()
{
    return rolesOfDeals() + QList{ColumnRole::StageEntered, ColumnRole::StageBefore};
}

QString roleKey(ColumnRole role)
{
    static const QStringList keys{u"key"_s,           u"name"_s,         u"stage"_s,      u"status"_s,
                                  u"created"_s,       u"closed"_s,       u"value"_s,      u"currency"_s,
                                  u"owner"_s,         u"source"_s,       u"segment"_s,    u"account"_s,
                                  u"stage_entered"_s, u"stage_before"_s, u"entered_on"_s, u"is_closed"_s};
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
        return QCoreApplication::translate("ColumnRole", "Account");
    case ColumnRole::StageEntered:
        return QCoreApplication::translate("ColumnRole", "Stage entered");
    case ColumnRole::StageBefore:
        return QCoreApplication::translate("ColumnRole", "Stage before");
    case ColumnRole::EnteredOn:
        return QCoreApplication::translate("ColumnRole", "Stage entered on");
    case ColumnRole::IsClosed:
        break;
    }
    return QCoreApplication::translate("ColumnRole", "Closed: yes or no");
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
    // What a deal is estimated to be worth is its value as long as it has no other.
    for (const ColumnProfile &column : profile.columns)
        if (!roles.contains(column.name) && isEstimatedValue(column.name) && column.numbers.isNumbers())
            roles.insert(column.name, ColumnRole::Value);
    for (const ColumnProfile &column : profile.columns)
        if (!roles.contains(column.name) && column.dates.isDates() && !stageEnteredIn(column.name).isEmpty())
            roles.insert(column.name, ColumnRole::EnteredOn);
    // What is only expected counts where there is nothing else.
    for (const ColumnProfile &column : profile.columns)
        if (roles.key(ColumnRole::Value).isEmpty() && isExpectedValue(column.name)
            && column.numbers.isNumbers())
            roles.insert(column.name, ColumnRole::Value);
    if (saysNothingOfState(profile, roles)) {
        roles.remove(roles.key(ColumnRole::Status));
        given.remove(ColumnRole::Status);
    }
    // "Won: no" beside the stage says nothing more.
    const QString status = roles.key(ColumnRole::Status);
    for (const ColumnProfile &column : profile.columns)
        if (given.contains(ColumnRole::Stage) && column.name == status && saysYesOrNo(column.texts.keys())) {
            roles.remove(status);
            given.remove(ColumnRole::Status);
        }
    // A status alone says what the stage is.
    if (given.contains(ColumnRole::Status) && !given.contains(ColumnRole::Stage))
        roles[roles.key(ColumnRole::Status)] = ColumnRole::Stage;
    const ColumnProfile *stage = profile.column(roles.key(ColumnRole::Stage));
    if (!stage || !isFlagOfWinning(stage->name) || !saysYesOrNo(stage->texts.keys()))
        roles.remove(roles.key(ColumnRole::IsClosed));
    return roles;
}

bool isNamedForDates(const QString &column)
{
    const QString words = plainWords(column);
    for (const ColumnRole role : {ColumnRole::Created, ColumnRole::Closed, ColumnRole::EnteredOn})
        if (namesOfRole(role).contains(words))
            return true;
    static const QStringList within{u"date"_s, u"datetime"_s, u"timestamp"_s, u"datum"_s, u"fecha"_s};
    static const QStringList atEnd{u"date"_s, u"datum"_s, u" on"_s, u" at"_s, u" am"_s,
                                   u" um"_s,  u" le"_s,   u" el"_s, u" em"_s};
    return holdsAny(words, within) || std::any_of(atEnd.begin(), atEnd.end(), [&words](const QString &end) {
               return words.endsWith(end);
           });
}

QList<std::pair<QString, ColumnRole>> columnsNotUnderstood(const TableProfile &profile,
                                                           const ColumnRoles &roles)
{
    QList<std::pair<QString, ColumnRole>> columns;
    for (const ColumnRole role : {ColumnRole::Created, ColumnRole::Closed, ColumnRole::Value}) {
        if (!roles.key(role).isEmpty())
            continue;
        for (const ColumnProfile &column : profile.columns)
            if (column.filled > 0 && !roles.contains(column.name) && isNamed(role, column))
                columns.append({column.name, role});
    }
    return columns;
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
             if (!isFree(column) || !column.dates.isDates() || saysNothingOnEntering(column.name))
                 return 0;
             return std::max(byName, 1);
         }));
    // What is left tells of the deal, and is alike in all of its rows or may change with its stages.
    TableProfile rest{{}, profile.rows};
    for (const ColumnProfile &column : profile.columns)
        if (!roles.contains(column.name) && !(isFree(column) && column.dates.isDates()))
            rest.columns.append(column);
    for (const auto &[name, role] : recogniseColumns(rest).asKeyValueRange()) {
        const bool isOfStage = role == ColumnRole::Stage || role == ColumnRole::Status;
        if (role != ColumnRole::Key && role != ColumnRole::EnteredOn
            && !(isOfStage && columns.changing.contains(name)))
            roles.insert(name, role);
    }
    return roles;
}

// Names that lists of deals do not have: only a history says from which stage to which.
static bool saysChange(const TableProfile &profile)
{
    return std::any_of(profile.columns.begin(), profile.columns.end(), [](const ColumnProfile &column) {
        const QString words = plainWords(column.name);
        if (column.filled == 0 || namesThatSayNoChange().contains(words))
            return false;
        return column.dates.isDates() ? namesOfRole(ColumnRole::EnteredOn).contains(words)
                                      : mayBeStage(column)
                && (namesOfRole(ColumnRole::StageEntered).contains(words)
                    || namesOfRole(ColumnRole::StageBefore).contains(words));
    });
}

bool isIdOfDeals(const QString &column)
{
    // What also numbers customers, or people.
    static const QStringList ofOthers{u"number"_s, u"nummer"_s,    u"nr"_s,     u"numero"_s, u"ref"_s,
                                      u"code"_s,   u"reference"_s, u"codigo"_s, u"email"_s,  u"e mail"_s};
    const QString words = plainWords(column);
    return namesOfRole(ColumnRole::Key).contains(words) && !ofOthers.contains(words);
}

QStringList columnsOfOneDeal(const TableProfile &profile)
{
    QStringList names;
    for (const ColumnProfile &column : profile.columns)
        if (isNamed(ColumnRole::Name, column) || isNamed(ColumnRole::Account, column)
            || (column.dates.isDates()
                && (isNamed(ColumnRole::Closed, column) || isDateOfWinning(column.name))))
            names.append(column.name);
    return names;
}

QStringList possibleKeysOfHistory(const TableProfile &profile)
{
    const bool saysHistory = saysChange(profile);
    QStringList keys, others;
    bool hasOwnId = false; // of its rows, or a deal is one row
    for (const ColumnProfile &column : profile.columns) {
        if (column.dates.isDates() || column.filled == 0)
            continue;
        const QString words = plainWords(column.name);
        const QStringList &names = namesOfRole(ColumnRole::Key);
        const bool isKey = names.contains(words) && !holdsWords(words, u"mail"_s);
        const bool mayBeKey = scoreOfName(words, names) > 0;
        hasOwnId = hasOwnId || (column.isUnique && mayBeKey);
        if (isKey)
            keys.append(column.name);
        else if (mayBeKey || namesOfRole(ColumnRole::Name).contains(words))
            others.append(column.name);
    }
    if (saysHistory)
        return hasOwnId ? keys : keys + others;
    // Rows with a stage and a date may as well be deals: only the deals' own id says that they are not.
    keys.removeIf([hasOwnId](const QString &key) {
        return !isIdOfDeals(key) || (hasOwnId && holdsWords(plainWords(key), u"lead"_s));
    });
    return keys;
}

QString stageOfColumn(const QString &column)
{
    const QString stage = stageEnteredIn(column);
    return stage.isEmpty() ? column : stage;
}

bool isEstimatedValue(const QString &column)
{
    return namesOfEstimatedValue().contains(plainWords(column));
}

bool isExpectedValue(const QString &column)
{
    return namesOfExpectedValue().contains(plainWords(column));
}

bool isReasonOfLosing(const QString &column)
{
    static const QStringList reasons{u"reason"_s, u"grund"_s,  u"verlustgrund"_s,
                                     u"motif"_s,  u"raison"_s, u"motivo"_s};
    const QString words = plainWords(column);
    return namesOfRole(ColumnRole::Status).contains(words) && holdsAny(words, reasons);
}

bool isDateOfWinning(const QString &column)
{
    static const QStringList names{u"won"_s,   u"gewonnen"_s,         u"gain"_s, u"gagne"_s, u"ganado"_s,
                                   u"ganho"_s, u"became a customer"_s};
    return holdsAny(plainWords(column), names);
}

bool isFlagOfWinning(const QString &column)
{
    return isDateOfWinning(column) || holdsWords(plainWords(column), u"converted"_s);
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
