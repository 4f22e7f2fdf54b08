#include "models/funnel/import/columns.h"

#include "models/funnel/import/column_names.h"
#include "models/funnel/import/column_scores.h"
#include "models/funnel/import/column_units.h"
#include "models/funnel/import/column_words.h"
#include "models/funnel/import/currency_columns.h"
#include "models/funnel/import/end_dates.h"
#include "models/funnel/import/name_ids.h"
#include "models/funnel/import/named_columns.h"
#include "models/funnel/import/row_counter.h"
#include "models/funnel/import/rows_of_deals.h"
#include "models/funnel/import/silent_status.h"
#include "models/funnel/import/stage_dates.h"
#include "models/funnel/stages/stage_target.h"
#include "models/tables/words.h"

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

// The id of the deals, of which a few come twice: a mistake to be listed, and no reason to do without the id.
bool isIdWithMistakes(const ColumnProfile &column)
{
    constexpr qint64 oneOf = 4; // at most
    return isIdOfDeals(column.name) && column.repeated * oneOf <= column.looked;
}

// "Payment status": of something else than the deal.
bool isOtherStatus(const TableProfile &profile, const ColumnProfile &column)
{
    return isNamed(ColumnRole::Status, column) ? isSilentStatus(profile, column)
                                               : !mostAreStages(column.texts.keys());
}

// Whether a column is called what stages or outcomes are called; then no other is one for what it holds.
bool namesState(const TableProfile &profile)
{
    return std::any_of(profile.columns.begin(), profile.columns.end(), [](const ColumnProfile &column) {
        return (isNamed(ColumnRole::Stage, column) && mayBe(ColumnRole::Stage, column))
            || (isNamed(ColumnRole::Status, column) && !isReasonOfLosing(column.name)
                && mayBe(ColumnRole::Status, column));
    });
}

// "STAGE_ID", of which each may come once in a short table.
bool isIdOfStage(const QString &words)
{
    const QString named = withoutId(words);
    return named != words
        && (namesOfRole(ColumnRole::Stage).contains(named)
            || namesOfRole(ColumnRole::Status).contains(named));
}

// An empty stage or date says that the rows have none; another column is no better one.
bool isNeededEmpty(ColumnRole role)
{
    using enum ColumnRole;
    return role == Stage || role == Status || role == Created || role == Closed || role == Currency;
}

// A column that nobody uses, but the CRM fills in.
bool holdsOnlyZeros(const ColumnProfile &column)
{
    return !column.isVaried && !column.texts.isEmpty()
        && std::all_of(column.texts.keyBegin(), column.texts.keyEnd(), [](const QString &text) {
               return text.contains(u'0') && std::none_of(text.begin(), text.end(), [](QChar c) {
                          return c.isDigit() && c != u'0';
                      });
           });
}

// What the table as a whole says of each of its columns.
struct TableFacts
{
    const TableProfile &profile;
    bool stateIsNamed = false;
    bool areDeals = false;
    bool tellDeals = false; // with more than an amount: what tells of each is no id of a customer
    bool arePersons = false;
};

TableFacts factsOf(const TableProfile &profile)
{
    const bool areDeals = hasAmounts(profile);
    return {profile, namesState(profile), areDeals, areDeals && tellDeals(profile), listsPersons(profile)};
}

// Unique by chance only.
bool isIdOfOtherThanRows(const QString &column, const TableFacts &facts)
{
    return isIdOfTraits(column) || (facts.tellDeals && isIdOfOthers(column));
}

int scoreOfKey(const ColumnProfile &column, const QString &words, int byName, const TableFacts &facts)
{
    if (isIdOfStage(words) || isIdOfOtherThanRows(column.name, facts))
        return 0;
    if (column.isUnique)
        return facts.areDeals && isIdOfOthers(column.name) ? byName / 3 : byName;
    return isIdWithMistakes(column) ? byName / 2 : 0;
}

// Whether the name that gave the score says that the column is something else all the same.
bool isCalledOtherwise(ColumnRole role, const ColumnProfile &column, const QString &words, int score,
                       const TableFacts &facts)
{
    if (score <= partOfName && saysOtherThan(role, words))
        return true;
    switch (role) {
    case ColumnRole::Created:
        // "Close Date (2)", "Date of signing": one word that any day may have is not enough.
        return score < scoreOfName(words, namesOfRole(ColumnRole::Closed)) || isExpectedClosing(column.name);
    case ColumnRole::Key:
        return (column.filled == 0 && !isNamed(role, column)) || isRowCounter(facts.profile, column);
    case ColumnRole::Value:
        return score <= partOfName && isAmountOnlyAlone(words);
    case ColumnRole::Name:
        return facts.arePersons && (words == u"title" || words == u"job title"); // of a person
    case ColumnRole::IsActive:
        return !isNamed(role, column); // "Active Customer"
    case ColumnRole::Stage:
        return namesStep(words, ColumnRole::StageBefore); // not where a deal is now
    case ColumnRole::Status:
        return isOtherStatus(facts.profile, column) || namesStep(words, ColumnRole::StageBefore);
    case ColumnRole::Owner:
        return words.endsWith(u" id") && column.isUnique; // whoever owns deals owns several
    default:
        return false;
    }
}

// How likely the column has the role; 0: it has not.
int scoreOf(ColumnRole role, const ColumnProfile &column, const QString &words, const TableFacts &facts)
{
    if (!mayBe(role, column))
        return 0;
    int score = scoreOfName(words, namesOfRole(role));
    if (isCalledOtherwise(role, column, words, score, facts))
        return 0;
    const bool isKey = role == ColumnRole::Key;
    if (isKey)
        score = scoreOfKey(column, words, score, facts);
    else if (words.endsWith(u" id") || words.startsWith(u"id "))
        score /= 2; // what it stands for says more
    if (column.filled == 0 && column.withoutResult == 0 && !isNeededEmpty(role))
        score = std::min(score, 1); // one that holds something says more
    if (role == ColumnRole::Value && holdsOnlyZeros(column))
        score = score > partOfName ? 1 : 0;
    if (score == 0 && !(role == ColumnRole::Stage && facts.stateIsNamed)
        && (isKey ? !isIdOfOtherThanRows(column.name, facts) : !holdsAny(words, unrelatedWords())))
        score = scoreOfContent(role, column, facts.profile.rows);
    return score;
}

QList<Candidate> candidatesOf(const TableProfile &profile)
{
    const TableFacts facts = factsOf(profile);
    QList<Candidate> candidates;
    for (int i = 0; i < profile.columns.size(); ++i) {
        const ColumnProfile &column = profile.columns.at(i);
        const QString words = plainWords(column.name);
        if (holdsAny(words, plannedWords()))
            continue;
        for (const ColumnRole role : rolesOfDeals())
            if (const int score = scoreOf(role, column, words, facts); score > 0)
                candidates.append({score, i, role});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) { return a.score > b.score; });
    return candidates;
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

void giveChance(const TableProfile &profile, ColumnRoles &roles)
{
    for (const ColumnProfile &column : profile.columns)
        if (!roles.contains(column.name) && isNamed(ColumnRole::Chance, column)
            && column.numbers.isNumbers()) {
            roles.insert(column.name, ColumnRole::Chance);
            return;
        }
}

// Where names say nothing, the day of closing stands behind that of creation, and not in every row.
void giveUnnamedClosing(const TableProfile &profile, ColumnRoles &roles)
{
    const QString created = roles.key(ColumnRole::Created);
    if (created.isEmpty() || isRecognisedByName(created, ColumnRole::Created)
        || !roles.key(ColumnRole::Closed).isEmpty())
        return;
    const auto mayBeClosing = [&](const ColumnProfile &column) {
        const QString words = plainWords(column.name);
        if (!contractBeside(profile, roles, column.name).isEmpty())
            return false;
        return isNumbered(column.name)
            || (column.filled < profile.rows && !saysOtherThan(ColumnRole::Closed, words)
                && !holdsAny(words, plannedWords()));
    };
    bool isBehind = false;
    for (const ColumnProfile &column : profile.columns) {
        if (isBehind && column.dates.isDates() && !roles.contains(column.name) && mayBeClosing(column)) {
            roles.insert(column.name, ColumnRole::Closed);
            return;
        }
        isBehind = isBehind || column.name == created;
    }
}

void giveIdBesideName(const TableProfile &profile, ColumnRoles &roles)
{
    for (const ColumnProfile &column : profile.columns)
        if (roles.key(ColumnRole::Key).isEmpty() && !roles.contains(column.name) && column.isUnique
            && column.filled > 0 && isIdBesideName(profile, column.name))
            roles.insert(column.name, ColumnRole::Key);
}

// The id stands first, whatever it is called.
void giveFirstId(const TableProfile &profile, ColumnRoles &roles)
{
    if (profile.columns.isEmpty() || !roles.key(ColumnRole::Key).isEmpty())
        return;
    const ColumnProfile &first = profile.columns.first();
    if (!roles.contains(first.name) && first.isUnique && first.filled == profile.rows && looksLikeCodes(first)
        && !isIdOfOtherThanRows(first.name, factsOf(profile)))
        roles.insert(first.name, ColumnRole::Key);
}

// Where a single column holds amounts, that is what the deals are worth.
void giveOnlyAmounts(const TableProfile &profile, ColumnRoles &roles)
{
    const QStringList values = roles.keys(ColumnRole::Value);
    if (!std::all_of(values.begin(), values.end(), isEstimatedValue))
        return;
    QStringList amounts;
    for (const ColumnProfile &column : profile.columns)
        if (!roles.contains(column.name) && looksLikeAmounts(column))
            amounts.append(column.name);
    if (amounts.size() == 1)
        roles.insert(amounts.first(), ColumnRole::Value);
}

// "Lead Status" beside the stage of deals is that of rows of which no deal has come.
void giveLeadStage(const TableProfile &profile, ColumnRoles &roles)
{
    const QString status = roles.key(ColumnRole::Status), stage = roles.key(ColumnRole::Stage);
    if (stage.isEmpty() || !isNamedForLeads(status) || isNamedForLeads(stage))
        return;
    roles.remove(status);
    if (profile.column(stage)->filled < profile.rows)
        roles.insert(status, ColumnRole::LeadStage);
}

// "Won", "Lost" and "Closed", with yes and no, beside a stage: each of them may contradict it.
void giveFlags(const TableProfile &profile, ColumnRoles &roles)
{
    const ColumnProfile *stage = profile.column(roles.key(ColumnRole::Stage));
    const ColumnProfile *closed = profile.column(roles.key(ColumnRole::IsClosed));
    const bool isFlag = stage && saysWhetherWon(*stage);
    if (closed && !isFlag && (!stage || !isNamed(ColumnRole::IsClosed, *closed)))
        roles.remove(closed->name);
    if (!stage)
        return;
    for (const ColumnRole role : {ColumnRole::IsWon, ColumnRole::IsLost})
        for (const ColumnProfile &column : profile.columns)
            if (!roles.contains(column.name) && roles.key(role).isEmpty() && isNamed(role, column)
                && !column.isVaried && saysYesOrNo(column.texts.keys()))
                roles.insert(column.name, role);
}

// "Amount in company currency", "Amount (converted)", "Est. Revenue (Base)"
bool isInOwnCurrency(const QString &column)
{
    static const QStringList words
        = plainNames(u"company currency|base currency|corporate currency|home currency|"
                     u"converted|base|firmenwahrung|hauswahrung|basiswahrung|"
                     u"unternehmenswahrung|devise de la societe|devise de base|moneda de la "
                     u"empresa|moneda base|moeda da empresa|moeda base");
    return holdsAny(plainWords(column), words);
}

// Of joined files each may have one.
void giveDeleted(const TableProfile &profile, ColumnRoles &roles)
{
    for (const ColumnProfile &column : profile.columns)
        if (isDayOfDeletion(column.name) && column.filled < profile.rows && column.dates.isDates())
            roles.insert(column.name, ColumnRole::IsDeleted);
        else if (!roles.contains(column.name) && column.filled > 0 && !column.isVaried
                 && namesOfRole(ColumnRole::IsDeleted)
                        .contains(plainWords(column.name.section(u" ("_s, 0, 0)))
                 && saysYesOrNo(column.texts.keys()))
            roles.insert(column.name, ColumnRole::IsDeleted);
}

// "Won time" beside "Lost time": together they say when a deal was closed.
bool mayShare(const Candidate &candidate, const TableProfile &profile)
{
    if (candidate.role != ColumnRole::Closed)
        return false;
    const QString &name = profile.columns.at(candidate.column).name;
    return isDateOfWinning(name) || isDateOfLosing(name);
}

ColumnRoles bestOf(const QList<Candidate> &candidates, const TableProfile &profile)
{
    ColumnRoles roles;
    QSet<ColumnRole> given;
    for (const Candidate &candidate : candidates) {
        const QString &name = profile.columns.at(candidate.column).name;
        if (roles.contains(name) || (given.contains(candidate.role) && !mayShare(candidate, profile)))
            continue;
        roles.insert(name, candidate.role);
        given.insert(candidate.role);
    }
    return roles;
}

// What a deal is estimated to be worth is its value as long as it has no other.
void giveEstimates(const TableProfile &profile, ColumnRoles &roles)
{
    for (const ColumnProfile &column : profile.columns)
        if (!roles.contains(column.name) && isEstimatedValue(column.name) && column.numbers.isNumbers())
            roles.insert(column.name, ColumnRole::Value);
}

void giveDaysOfStages(const TableProfile &profile, ColumnRoles &roles)
{
    for (const ColumnProfile &column : profile.columns)
        if (!roles.contains(column.name) && holdsDates(column) && !stageEnteredIn(column.name).isEmpty())
            roles.insert(column.name, ColumnRole::EnteredOn);
}

// In some CRMs the amount.
bool isQuantity(const QString &column)
{
    return plainWords(column) == u"cantidad";
}

void giveOnlyValue(const TableProfile &profile, bool (*isCalledSo)(const QString &), ColumnRoles &roles)
{
    for (const ColumnProfile &column : profile.columns)
        if (isCalledSo(column.name) && column.numbers.isNumbers() && roles.key(ColumnRole::Value).isEmpty())
            roles.insert(column.name, ColumnRole::Value);
}

// What is only expected counts where there is nothing else.
void giveExpected(const TableProfile &profile, ColumnRoles &roles)
{
    giveOnlyValue(profile, isQuantity, roles);
    giveOnlyValue(profile, isExpectedValue, roles);
    for (const ColumnProfile &column : profile.columns)
        if (isExpectedClosing(column.name) && holdsDates(column) && roles.key(ColumnRole::Closed).isEmpty())
            roles.insert(column.name, ColumnRole::Closed);
}

// A status that says nothing, or "Won: no" beside the stage, which says nothing more.
void leaveOutStatus(const TableProfile &profile, ColumnRoles &roles)
{
    if (saysNothingOfState(profile, roles))
        roles.remove(roles.key(ColumnRole::Status));
    const ColumnProfile *status = profile.column(roles.key(ColumnRole::Status));
    if (status && !roles.key(ColumnRole::Stage).isEmpty() && saysYesOrNo(status->texts.keys()))
        roles.remove(status->name);
}

// A currency that is not that of the value, as of an invoice.
void leaveOutCurrency(ColumnRoles &roles)
{
    const QString currency = roles.key(ColumnRole::Currency);
    const QString value = roles.key(ColumnRole::Value);
    const bool isOfOther = !currencyInName(value).isEmpty()
        && !namesOfRole(ColumnRole::Currency).contains(plainWords(currency));
    if (isOfOther || (isInOwnCurrency(value) && !isInOwnCurrency(currency)))
        roles.remove(currency); // it is that of the deal
}

} // namespace

ColumnRoles recogniseColumns(const TableProfile &profile)
{
    ColumnRoles roles = bestOf(candidatesOf(profile), profile);
    giveEstimates(profile, roles);
    giveDaysOfStages(profile, roles);
    giveStageDates(profile, roles);
    leaveOutEndsOfContracts(profile, roles);
    giveDaysOfEnds(profile, roles);
    giveExpected(profile, roles);
    giveUnnamedClosing(profile, roles);
    giveIdBesideName(profile, roles);
    giveFirstId(profile, roles);
    giveOnlyAmounts(profile, roles);
    leaveOutStatus(profile, roles);
    giveLeadStage(profile, roles);
    // A status alone says what the stage is.
    const QString status = roles.key(ColumnRole::Status);
    if (!status.isEmpty() && roles.key(ColumnRole::Stage).isEmpty())
        roles[status] = ColumnRole::Stage;
    giveFlags(profile, roles);
    giveStageFlags(profile, roles);
    giveChance(profile, roles);
    leaveOutCurrency(roles);
    giveAmountsOfOtherCurrencies(profile, roles);
    giveDeleted(profile, roles);
    return roles;
}

bool listsPersons(const TableProfile &profile)
{
    static const QStringList first
        = plainNames(u"first name|firstname|vorname|prenom|primer nombre|primeiro nome|last "
                     u"name|lastname|surname|nachname|apellido|apellidos|sobrenome|cognome|voornaam|"
                     u"achternaam|nazwisko|фамилия");
    return std::any_of(profile.columns.begin(), profile.columns.end(),
                       [](const ColumnProfile &column) { return first.contains(plainWords(column.name)); });
}

bool isLikelyCalled(ColumnRole role, const ColumnProfile &column)
{
    const QString words = plainWords(column.name.section(u" ("_s, 0, 0));
    const int score = scoreOfName(words, namesOfRole(role));
    // "Completed Date": any day may have "date" in its name.
    const bool isOfClosing = role == ColumnRole::Created
        && (score < scoreOfName(words, namesOfRole(ColumnRole::Closed)) || isEndOfAnything(column.name));
    return mayBe(role, column) && score > 0 && !isOfClosing && !saysOtherThan(role, words)
        && !holdsAny(words, plannedWords()) && !words.endsWith(u" id");
}

bool isRecognisedByName(const QString &column, ColumnRole role)
{
    // Any day may have "date" or "datum" as a part of its name.
    const int generic = role == ColumnRole::Created ? 25 : 0;
    return scoreOfName(plainWords(column), namesOfRole(role)) > generic;
}

QList<std::pair<QString, ColumnRole>> columnsNotUnderstood(const TableProfile &profile,
                                                           const ColumnRoles &roles)
{
    QList<std::pair<QString, ColumnRole>> columns;
    using enum ColumnRole;
    for (const ColumnRole role : {Created, Closed, Value, Currency}) {
        if (!roles.key(role).isEmpty())
            continue;
        for (const ColumnProfile &column : profile.columns)
            if (column.filled > 0 && !roles.contains(column.name) && isNamed(role, column)
                && !mayBe(role, column))
                columns.append({column.name, role});
    }
    if (roles.key(Chance).isEmpty())
        for (const ColumnProfile &column : profile.columns)
            if (column.filled > 0 && !roles.contains(column.name) && isNamed(Chance, column)
                && !column.numbers.isNumbers())
                columns.append({column.name, Chance});
    return columns;
}

QString stageOfColumn(const QString &column)
{
    const QString stage = stageEnteredIn(column);
    return stage.isEmpty() ? column : stage;
}
