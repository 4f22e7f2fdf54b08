#include "models/funnel/import/columns.h"

#include "models/funnel/import/column_names.h"
#include "models/funnel/import/column_scores.h"
#include "models/funnel/import/column_units.h"
#include "models/funnel/import/stages.h"
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
bool isOtherStatus(const ColumnProfile &column)
{
    return !isNamed(ColumnRole::Status, column) && !mostAreStages(column.texts.keys());
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

// Rows with amounts are deals, whatever else stands in them.
bool hasAmounts(const TableProfile &profile)
{
    return std::any_of(profile.columns.begin(), profile.columns.end(), [](const ColumnProfile &column) {
        const QString words = plainWords(column.name);
        return column.numbers.isNumbers() && mayBe(ColumnRole::Value, column)
            && !saysOtherThan(ColumnRole::Value, words)
            && scoreOfName(words, namesOfRole(ColumnRole::Value)) > 0;
    });
}

int scoreOfKey(const ColumnProfile &column, const QString &words, int byName, bool areDeals)
{
    if (isIdOfStage(words))
        return 0;
    if (column.isUnique)
        return areDeals && isIdOfOthers(column.name) ? byName / 3 : byName;
    return isIdWithMistakes(column) ? byName / 2 : 0;
}

// An empty stage or date says that the rows have none; another column is no better one.
bool isNeededEmpty(ColumnRole role)
{
    using enum ColumnRole;
    return role == Stage || role == Status || role == Created || role == Closed || role == Currency;
}

QList<Candidate> candidatesOf(const TableProfile &profile)
{
    const bool stateIsNamed = namesState(profile);
    const bool areDeals = hasAmounts(profile);
    const bool arePersons = listsPersons(profile);
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
            // "Close Date (2)", "Date of signing": one word that any day may have is not enough.
            if (role == ColumnRole::Created && score < scoreOfName(words, namesOfRole(ColumnRole::Closed)))
                continue;
            if (role == ColumnRole::Name && arePersons && (words == u"title" || words == u"job title"))
                continue; // of a person
            if (role == ColumnRole::IsActive && !isNamed(role, column))
                continue; // "Active Customer"
            if ((role == ColumnRole::Stage || role == ColumnRole::Status)
                && namesStep(words, ColumnRole::StageBefore))
                continue; // not where a deal is now
            if (role == ColumnRole::Key)
                score = scoreOfKey(column, words, score, areDeals);
            if (role != ColumnRole::Key && (words.endsWith(u" id") || words.startsWith(u"id ")))
                score /= 2; // what it stands for says more
            if (role == ColumnRole::Key && column.filled == 0 && !isNamed(role, column))
                continue;
            if (column.filled == 0 && !isNeededEmpty(role))
                score = std::min(score, 1); // one that holds something says more
            if (role == ColumnRole::Owner && words.endsWith(u" id") && column.isUnique)
                continue; // whoever owns deals owns several
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
    const auto mayBeClosing = [&profile](const ColumnProfile &column) {
        const QString words = plainWords(column.name);
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

// The id stands first, whatever it is called.
void giveFirstId(const TableProfile &profile, ColumnRoles &roles)
{
    if (profile.columns.isEmpty() || !roles.key(ColumnRole::Key).isEmpty())
        return;
    const ColumnProfile &first = profile.columns.first();
    if (!roles.contains(first.name) && first.isUnique && first.filled == profile.rows
        && looksLikeCodes(first))
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
    static const QStringList leads{u"lead"_s, u"leads"_s, u"lifecycle"_s};
    if (stage.isEmpty() || !holdsAny(plainWords(status), leads) || holdsAny(plainWords(stage), leads))
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
    const bool isFlag = stage && isFlagOfWinning(stage->name) && saysYesOrNo(stage->texts.keys());
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
        if (!roles.contains(column.name) && column.filled > 0 && !column.isVaried
            && namesOfRole(ColumnRole::IsDeleted).contains(plainWords(column.name.section(u" ("_s, 0, 0)))
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

} // namespace

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
        if (!roles.contains(column.name) && holdsDates(column) && !stageEnteredIn(column.name).isEmpty())
            roles.insert(column.name, ColumnRole::EnteredOn);
    for (const ColumnProfile &column : profile.columns) // "quantity", and in some CRMs the amount
        if (plainWords(column.name) == u"cantidad" && column.numbers.isNumbers()
            && roles.key(ColumnRole::Value).isEmpty())
            roles.insert(column.name, ColumnRole::Value);
    // What is only expected counts where there is nothing else.
    for (const ColumnProfile &column : profile.columns)
        if (isExpectedValue(column.name) && column.numbers.isNumbers()
            && roles.key(ColumnRole::Value).isEmpty())
            roles.insert(column.name, ColumnRole::Value);
    for (const ColumnProfile &column : profile.columns)
        if (isExpectedClosing(column.name) && holdsDates(column) && roles.key(ColumnRole::Closed).isEmpty())
            roles.insert(column.name, ColumnRole::Closed);
    giveUnnamedClosing(profile, roles);
    giveFirstId(profile, roles);
    giveOnlyAmounts(profile, roles);
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
    giveLeadStage(profile, roles);
    // A status alone says what the stage is.
    if (given.contains(ColumnRole::Status) && !given.contains(ColumnRole::Stage))
        roles[roles.key(ColumnRole::Status)] = ColumnRole::Stage;
    giveFlags(profile, roles);
    giveChance(profile, roles);
    const QString currency = roles.key(ColumnRole::Currency);
    const QString value = roles.key(ColumnRole::Value);
    const bool isOfOther = !currencyInName(value).isEmpty()
        && !namesOfRole(ColumnRole::Currency).contains(plainWords(currency)); // of an invoice, say
    if (isOfOther || (isInOwnCurrency(value) && !isInOwnCurrency(currency)))
        roles.remove(currency); // it is that of the deal
    giveDeleted(profile, roles);
    return roles;
}

bool isIdOfOthers(const QString &column)
{
    static const QStringList others = plainNames(
        u"email|e mail|mail|contact|contato|contacto|kontakt|person|vat|parent|user|kundennummer|kundennr|"
        u"klantnummer|kundenummer|steuernummer");
    const QString words = plainWords(column);
    if (isIdOfDeals(column) || words == u"id")
        return false;
    return holdsAny(words, others) || holdsAny(words, namesOfRole(ColumnRole::Account))
        || holdsAny(words, namesOfRole(ColumnRole::Owner));
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
    return mayBe(role, column) && scoreOfName(words, namesOfRole(role)) > 0 && !saysOtherThan(role, words)
        && !holdsAny(words, plannedWords()) && !words.endsWith(u" id");
}

bool isRecognisedByName(const QString &column, ColumnRole role)
{
    // Any day may have "date" or "datum" as a part of its name.
    const int generic = role == ColumnRole::Created ? 25 : 0;
    return scoreOfName(plainWords(column), namesOfRole(role)) > generic;
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
    using enum ColumnRole;
    for (const ColumnRole role : {Created, Closed, Value, Currency}) {
        if (!roles.key(role).isEmpty())
            continue;
        for (const ColumnProfile &column : profile.columns)
            if (column.filled > 0 && !roles.contains(column.name) && isNamed(role, column)
                && !mayBe(role, column))
                columns.append({column.name, role});
    }
    return columns;
}

bool isIdOfDeals(const QString &column)
{
    // What also numbers customers, or people.
    static const QStringList ofOthers{u"number"_s, u"nummer"_s,    u"nr"_s,     u"numero"_s, u"ref"_s,
                                      u"code"_s,   u"reference"_s, u"codigo"_s, u"email"_s,  u"e mail"_s};
    const QString words = plainWords(column);
    return namesOfRole(ColumnRole::Key).contains(words) && !ofOthers.contains(words);
}

QString stageOfColumn(const QString &column)
{
    const QString stage = stageEnteredIn(column);
    return stage.isEmpty() ? column : stage;
}

bool isEstimatedValue(const QString &column)
{
    const QString words = plainWords(column);
    return namesOfEstimatedValue().contains(withoutCurrency(words))
        || (words == u"estimated" && !currencyInName(column).isEmpty()); // "Estimated $"
}

bool isExpectedValue(const QString &column)
{
    return namesOfExpectedValue().contains(withoutCurrency(plainWords(column)));
}

bool isExpectedClosing(const QString &column)
{
    return namesOfExpectedClosing().contains(plainWords(column));
}

bool isReasonOfLosing(const QString &column)
{
    static const QStringList reasons{u"reason"_s, u"grund"_s,  u"verlustgrund"_s,
                                     u"motif"_s,  u"raison"_s, u"motivo"_s};
    const QString words = plainWords(column);
    return namesOfRole(ColumnRole::Status).contains(words) && holdsAny(words, reasons);
}

// "Date Won/Lost" is both, and so neither.
static bool namesWinning(const QString &words)
{
    static const QStringList names{u"won"_s,    u"gewonnen"_s, u"gain"_s,
                                   u"gagne"_s,  u"gagnee"_s,   u"ganado"_s,
                                   u"ganada"_s, u"ganho"_s,    u"became a customer"_s};
    return holdsAny(words, names);
}

static bool namesLosing(const QString &words)
{
    static const QStringList names{u"lost"_s,   u"verloren"_s, u"perte"_s,   u"perdu"_s,
                                   u"perdue"_s, u"perdido"_s,  u"perdida"_s, u"perda"_s};
    return holdsAny(words, names);
}

bool isDateOfWinning(const QString &column)
{
    const QString words = plainWords(column);
    return namesWinning(words) && !namesLosing(words);
}

bool isFlagOfWinning(const QString &column)
{
    return isDateOfWinning(column) || holdsWords(plainWords(column), u"converted"_s);
}

bool isDateOfLosing(const QString &column)
{
    const QString words = plainWords(column);
    return namesLosing(words) && !namesWinning(words);
}

bool isNamedForRegions(const QString &column)
{
    static const QStringList names{u"region"_s,    u"regions"_s, u"country"_s,    u"countries"_s,
                                   u"territory"_s, u"geo"_s,     u"geography"_s,  u"area"_s,
                                   u"land"_s,      u"gebiet"_s,  u"pays"_s,       u"territoire"_s,
                                   u"pais"_s,      u"regiao"_s,  u"territorio"_s, u"regional"_s};
    return holdsAny(plainWords(column), names);
}

bool isNamedForProducts(const QString &column)
{
    return holdsAny(plainWords(column), namesOfRole(ColumnRole::Product));
}
