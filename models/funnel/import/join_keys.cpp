#include "models/funnel/import/join_keys.h"

#include "models/funnel/import/column_names.h"
#include "models/funnel/import/columns.h"
#include "models/funnel/import/named_columns.h"
#include "models/tables/words.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(JoinKeys)
};

// "deal_id" and "Deal ID" are one.
qsizetype columnNamed(const QStringList &columns, const QString &name)
{
    const QString words = plainWords(name);
    for (qsizetype i = 0; i < columns.size(); ++i)
        if (columns.at(i).compare(name, Qt::CaseInsensitive) == 0
            || (!words.isEmpty() && plainWords(columns.at(i)) == words))
            return i;
    return -1;
}

// "Account ID", "Product": of something that several deals have in common, and that is never one itself.
bool isOfSeveralDeals(const QString &name)
{
    static const QStringList others{
        u"account"_s,      u"accounts"_s, u"company"_s,     u"customer"_s, u"client"_s,   u"organization"_s,
        u"organisation"_s, u"product"_s,  u"owner"_s,       u"user"_s,     u"agent"_s,    u"rep"_s,
        u"seller"_s,       u"campaign"_s, u"region"_s,      u"country"_s,  u"konto"_s,    u"kunde"_s,
        u"kunden"_s,       u"firma"_s,    u"unternehmen"_s, u"produkt"_s,  u"kampagne"_s, u"entreprise"_s,
        u"societe"_s,      u"compte"_s,   u"produit"_s,     u"campagne"_s, u"cuenta"_s,   u"empresa"_s,
        u"cliente"_s,      u"producto"_s, u"campana"_s,     u"conta"_s,    u"produto"_s,  u"vendedor"_s,
        u"team"_s};
    return holdsAny(plainWords(name), others);
}

// Leads come from a source, or are at a stage; an address book knows nothing of that.
bool tellsOfLeads(const QString &column)
{
    const QString words = plainWords(column);
    const auto isNameOf = [&words](ColumnRole role) { return namesOfRole(role).contains(words); };
    using enum ColumnRole;
    return holdsWords(words, u"lead"_s) || isNameOf(Stage) || isNameOf(Status) || isNameOf(Source);
}

// A day, an amount or a stage is never what two rows have in common alone.
bool cannotBeKey(const QString &name)
{
    using enum ColumnRole;
    const QString words = plainWords(name);
    if (isNamedForDates(name) && !JoinKeys::isId(name))
        return true;
    const auto isNameOf = [&words](ColumnRole role) { return namesOfRole(role).contains(words); };
    return isNameOf(Stage) || isNameOf(Status) || isNameOf(Value) || isNameOf(Currency) || isNameOf(Chance);
}

// Of the key in a cell; without making a text of it where it is one already.
size_t hashOfKey(QStringView cell)
{
    const QStringView text = cell.trimmed();
    return text.contains(u'@') ? qHash(JoinKeys::keyIn(text)) : qHash(text);
}

// What a column is like as a key.
struct KeyFacts
{
    qint64 filled = 0;
    qint64 repeated = 0; // values that an earlier row has too
    QSet<size_t> values; // their hashes

    bool holdsSeveral = false; // keys in a cell

    void add(QStringView cell)
    {
        if (!holdsSeveral)
            return addKey(cell);
        for (const QString &key : JoinKeys::keysIn(cell))
            addKey(key);
    }
    void addKey(QStringView cell)
    {
        // Nothing comes of a column that repeats itself all the time.
        if (cell.isEmpty() || isHopeless())
            return;
        const qsizetype before = values.size();
        values.insert(hashOfKey(cell));
        ++filled;
        repeated += values.size() == before ? 1 : 0;
    }
    bool isHopeless() const { return repeated > 1000 && repeated > filled * 9 / 10; }
    bool isUnique() const { return filled > 0 && repeated == 0; }
    // But for a mistake here and there.
    bool isNearlyUnique() const { return filled > 0 && repeated * 10 <= filled; }
};

// Of all columns in one go.
std::map<qsizetype, KeyFacts> factsOf(TableSource &table, const QSet<qsizetype> &columns)
{
    std::map<qsizetype, KeyFacts> facts;
    for (const qsizetype column : columns)
        facts[column].holdsSeveral = JoinKeys::holdsSeveral(table.columns().at(column));
    if (!table.rewind())
        return facts;
    while (table.next())
        for (auto &[column, fact] : facts)
            fact.add(table.cell(column).trimmed());
    return facts;
}

bool namesMail(const QString &name)
{
    static const QStringList mails{u"email"_s, u"e mail"_s, u"mail"_s, u"courriel"_s, u"correo"_s};
    return holdsAny(plainWords(name), mails);
}

// "Lead ID" and "Deal ID", "Deal ID" and "Company ID": the same number in both says nothing. A contact may be
// a lead, or a customer.
bool areOfDifferentThings(const QString &a, const QString &b)
{
    enum class Thing { Any, Deal, Other };
    const auto thingOf = [](const QString &name) {
        return isOfSeveralDeals(name)                         ? Thing::Other
            : isNamedForDeals(name)                           ? Thing::Deal
            : isNamedForLeads(name) || isNamedForPeople(name) ? Thing::Other
                                                              : Thing::Any;
    };
    const Thing first = thingOf(a), second = thingOf(b);
    return first != Thing::Any && second != Thing::Any && first != second;
}

// Columns of one name, and ids of any name, or addresses.
std::vector<JoinCandidate> pairsOf(const QStringList &first, const QStringList &second)
{
    std::vector<JoinCandidate> pairs;
    for (qsizetype i = 0; i < first.size(); ++i) {
        const qsizetype there = columnNamed(second, first.at(i));
        if (there >= 0)
            pairs.push_back({first.at(i), i, there});
        const bool isMail = namesMail(first.at(i));
        for (qsizetype j = 0; j < second.size() && (isMail || JoinKeys::isId(first.at(i))); ++j)
            if (j != there
                && ((isMail && namesMail(second.at(j)))
                    || (JoinKeys::isId(first.at(i)) && JoinKeys::isId(second.at(j))
                        && !areOfDifferentThings(first.at(i), second.at(j)))))
                pairs.push_back({first.at(i) + u" = "_s + second.at(j), i, j, false});
    }
    return pairs;
}

// Fills in what their columns are like.
void measure(TableSource &first, TableSource &second, std::vector<JoinCandidate> &pairs)
{
    QSet<qsizetype> ofFirst, ofSecond;
    for (const JoinCandidate &pair : pairs) {
        ofFirst.insert(pair.first);
        ofSecond.insert(pair.second);
    }
    auto there = factsOf(second, ofSecond);
    const auto here = factsOf(first, ofFirst);
    if (!first.rewind())
        return;
    const auto isThere = [&](const JoinCandidate &pair) {
        const KeyFacts &facts = there[pair.second];
        if (!here.at(pair.first).holdsSeveral)
            return facts.values.contains(hashOfKey(first.cell(pair.first)));
        const QStringList keys = JoinKeys::keysIn(first.cell(pair.first));
        return std::any_of(keys.begin(), keys.end(),
                           [&facts](const QString &key) { return facts.values.contains(hashOfKey(key)); });
    };
    while (first.next())
        for (JoinCandidate &pair : pairs)
            pair.matches += isThere(pair) ? 1 : 0;
    for (JoinCandidate &pair : pairs) {
        const KeyFacts &inFirst = here.at(pair.first), &inSecond = there[pair.second];
        const bool hasMistakes = JoinKeys::isId(pair.name) && !inFirst.isUnique() && !inSecond.isUnique();
        pair.uniqueInFirst = hasMistakes ? inFirst.isNearlyUnique() : inFirst.isUnique();
        pair.uniqueInSecond = hasMistakes ? inSecond.isNearlyUnique() : inSecond.isUnique();
    }
}

// Columns of whatever names, of which one holds nearly only what tells the rows of the other table apart. As
// they cost more to find, these are looked for where no name tells.
std::vector<JoinCandidate> pairsByValues(TableSource &first, TableSource &second)
{
    constexpr qsizetype mostColumns = 40;
    std::vector<JoinCandidate> pairs;
    const auto namedAlike = [](const QString &a, const QString &b) {
        const QStringList words = plainWords(b).split(u' ');
        const QStringList own = plainWords(a).split(u' ');
        return std::any_of(own.begin(), own.end(),
                           [&words](const QString &word) { return word.size() > 2 && words.contains(word); });
    };
    for (qsizetype i = 0; i < std::min(first.columns().size(), mostColumns); ++i)
        for (qsizetype j = 0; j < std::min(second.columns().size(), mostColumns); ++j) {
            const QString &a = first.columns().at(i), &b = second.columns().at(j);
            const bool areFreeTexts
                = !JoinKeys::isId(a) && !JoinKeys::isId(b) && !isNamedForPeople(a) && !isNamedForPeople(b);
            if (!cannotBeKey(a) && !cannotBeKey(b) && !areOfDifferentThings(a, b)
                && (!areFreeTexts || namedAlike(a, b)))
                pairs.push_back({a + u" = "_s + b, i, j, false});
        }
    measure(first, second, pairs);
    return pairs;
}

QStringList namesOf(const std::vector<JoinCandidate> &candidates)
{
    QStringList names;
    for (const JoinCandidate &candidate : candidates)
        names.append(candidate.name);
    return names;
}

bool areAsGood(const JoinCandidate &one, const JoinCandidate &other)
{
    const auto worthOf = [](const JoinCandidate &each) {
        return std::tuple(each.hasOneName, each.uniqueInFirst && each.uniqueInSecond,
                          JoinKeys::isId(each.name), each.matches > 0);
    };
    return worthOf(one) == worthOf(other);
}

} // namespace

QString JoinKeys::keyIn(QStringView cell)
{
    const QStringView text = cell.trimmed();
    return text.contains(u'@') ? text.toString().toLower() : text.toString();
}

bool JoinKeys::isId(const QString &column)
{
    const QString words = plainWords(column);
    return words.endsWith(u"id") || words.endsWith(u" ids") || namesOfRole(ColumnRole::Key).contains(words);
}

bool JoinKeys::holdsSeveral(const QString &column)
{
    const QString words = plainWords(column);
    return words.endsWith(u" ids") || words.endsWith(u" id s");
}

QStringList JoinKeys::keysIn(QStringView cell)
{
    QStringList keys;
    for (const QStringView part : cell.split(u';', Qt::SkipEmptyParts))
        if (const QString key = keyIn(part); !key.isEmpty())
            keys.append(key);
    return keys;
}

bool JoinKeys::listsLeads(TableSource &table)
{
    QSet<qsizetype> ids;
    for (qsizetype i = 0; i < table.columns().size(); ++i) {
        const QString &name = table.columns().at(i);
        if (isNamedForPeople(name) || (JoinKeys::isId(name) && isNamedForLeads(name)))
            ids.insert(i);
    }
    const auto facts = factsOf(table, ids);
    return std::any_of(facts.begin(), facts.end(), [](const auto &fact) { return fact.second.isUnique(); });
}

bool JoinKeys::listsNoDeals(const QStringList &columns, const QString &key)
{
    return isOfSeveralDeals(key)
        || (isNamedForPeople(key) && std::none_of(columns.begin(), columns.end(), tellsOfLeads));
}

bool JoinKeys::listsOnlyAccounts(const QStringList &columns, const QString &key)
{
    using enum ColumnRole;
    const auto isOfDeals = [](const QString &column) {
        const QString words = plainWords(column);
        return tellsOfLeads(column) || namesOfRole(Value).contains(words)
            || namesOfRole(Closed).contains(words);
    };
    return isOfSeveralDeals(key) && std::none_of(columns.begin(), columns.end(), isOfDeals);
}

std::vector<JoinCandidate> JoinKeys::candidates(TableSource &first, TableSource &second)
{
    std::vector<JoinCandidate> pairs = pairsOf(first.columns(), second.columns());
    std::erase_if(pairs, [&](const JoinCandidate &pair) {
        return cannotBeKey(first.columns().at(pair.first)) || cannotBeKey(second.columns().at(pair.second));
    });
    measure(first, second, pairs);
    const auto cannotTell = [](const JoinCandidate &pair) {
        return (!pair.uniqueInFirst && !pair.uniqueInSecond) || (!pair.hasOneName && pair.matches == 0);
    };
    std::erase_if(pairs, cannotTell);
    if (std::none_of(pairs.begin(), pairs.end(),
                     [](const JoinCandidate &pair) { return pair.matches > 0; })) {
        std::vector<JoinCandidate> others = pairsByValues(first, second);
        std::erase_if(others, cannotTell);
        pairs.insert(pairs.end(), others.begin(), others.end());
    }
    const auto rank = [](const JoinCandidate &pair) {
        return std::tuple(pair.matches > 0, pair.hasOneName, pair.uniqueInFirst && pair.uniqueInSecond,
                          JoinKeys::isId(pair.name), pair.matches);
    };
    std::stable_sort(pairs.begin(), pairs.end(),
                     [&](const JoinCandidate &a, const JoinCandidate &b) { return rank(a) > rank(b); });
    return pairs;
}

Result<JoinCandidate> JoinKeys::wantedBy(TableSource &first, TableSource &second,
                                         std::vector<JoinCandidate> &candidates, const QString &wanted)
{
    const auto take = [&](const JoinCandidate &pair) {
        std::vector<JoinCandidate> one{pair};
        measure(first, second, one);
        candidates.insert(candidates.begin(), one.front());
        return one.front();
    };
    const auto isWanted = [&](const JoinCandidate &c) { return columnNamed({c.name}, wanted) == 0; };
    const auto known = std::find_if(candidates.begin(), candidates.end(), isWanted);
    if (known != candidates.end()) {
        std::rotate(candidates.begin(), known, known + 1);
        return candidates.front();
    }
    const std::vector<JoinCandidate> all = pairsOf(first.columns(), second.columns());
    const auto other = std::find_if(all.begin(), all.end(), isWanted);
    if (other != all.end())
        return take(*other);
    // "Contact = Person": a column of each.
    const QString left = wanted.section(u'=', 0, 0).trimmed(), right = wanted.section(u'=', 1).trimmed();
    for (const auto &[ours, theirs] : {std::pair(left, right), std::pair(right, left)}) {
        const qsizetype i = columnNamed(first.columns(), ours), j = columnNamed(second.columns(), theirs);
        if (right.isEmpty() || i < 0 || j < 0)
            continue;
        return take({first.columns().at(i) + u" = "_s + second.columns().at(j), i, j, false});
    }
    std::vector<JoinCandidate> shared = all;
    std::erase_if(shared, [](const JoinCandidate &c) { return !c.hasOneName; });
    return Error{Error::Code::Refused,
                 Texts::tr("Not both files have a column “%1” to join them by. Both have: %2.")
                     .arg(wanted, shared.empty() ? Texts::tr("none") : namesOf(shared).join(u", "_s))};
}

Result<JoinCandidate> JoinKeys::likeliest(const std::vector<JoinCandidate> &candidates, bool isEnough)
{
    if (candidates.empty())
        return Error{Error::Code::Refused,
                     Texts::tr("The files have no column in common that tells their rows apart, so they "
                               "cannot be joined. Export the id in both.")};
    const JoinCandidate &best = candidates.front();
    if (best.matches == 0)
        return Error{Error::Code::Refused,
                     Texts::tr("No value of “%1” stands in both files, so nothing tells which rows belong "
                               "together. Export the id of one in the other, or say which two columns hold "
                               "the same.")
                         .arg(best.name)};
    std::vector<JoinCandidate> equals;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(equals),
                 [&best](const JoinCandidate &other) { return areAsGood(other, best); });
    if (isEnough || equals.size() == 1)
        return best;
    // Contacts that name their deals, and deals that name their contacts: of a contact there may be several.
    const auto namesPeople = [](const JoinCandidate &pair) {
        return isNamedForPeople(pair.name) || holdsWords(plainWords(pair.name), u"lead"_s);
    };
    if (equals.size() == 2 && !best.hasOneName && equals[0].first != equals[1].first
        && equals[0].second != equals[1].second && namesPeople(equals[0]) != namesPeople(equals[1]))
        return namesPeople(equals[0]) ? equals[0] : equals[1];
    // A company has several contacts and several deals: what is of one of these says more.
    const auto others = std::partition(
        equals.begin(), equals.end(), [](const JoinCandidate &pair) { return !isOfSeveralDeals(pair.name); });
    if (others - equals.begin() == 1)
        return equals.front();
    return Error{
        Error::Code::Refused,
        Texts::tr("The files could be joined by any of %1. Name one, or leave the others out of a file.")
            .arg(namesOf(equals).join(u", "_s))};
}

QStringList JoinKeys::differentColumns(const TableSource &first, const TableSource &second)
{
    QStringList different;
    for (const QString &name : first.columns())
        if (!second.columns().contains(name))
            different.append(name);
    for (const QString &name : second.columns())
        if (!first.columns().contains(name))
            different.append(name);
    return different;
}

// Exports of two months differ in a column that was added, or left out.
bool JoinKeys::mayBeParts(const TableSource &first, const TableSource &second)
{
    constexpr qsizetype oneOf = 3; // at most
    const qsizetype all = first.columns().size() + second.columns().size();
    const qsizetype different = differentColumns(first, second).size();
    return (all - different) / 2 >= 3 && different * oneOf <= (all - different) / 2;
}

bool JoinKeys::areParts(TableSource &first, TableSource &second)
{
    const auto namesOf = [](const TableSource &table) {
        return QSet<QString>(table.columns().begin(), table.columns().end());
    };
    const bool areSame = namesOf(first) == namesOf(second);
    if (!first.joins().isEmpty() || (!areSame && !mayBeParts(first, second)))
        return false;
    std::vector<JoinCandidate> ids;
    for (qsizetype i = 0; i < first.columns().size(); ++i)
        if (JoinKeys::isId(first.columns().at(i)) && second.columns().contains(first.columns().at(i)))
            ids.push_back({first.columns().at(i), i, second.columns().indexOf(first.columns().at(i))});
    measure(first, second, ids);
    const auto rowsOf = [](TableSource &table) {
        qint64 rows = 0;
        for (bool isRead = table.rewind().ok(); isRead && table.next();)
            ++rows;
        return rows;
    };
    const qint64 fewer = std::min(rowsOf(first), rowsOf(second));
    if (!areSame)
        return std::any_of(ids.begin(), ids.end(), [](const JoinCandidate &id) {
            return isIdOfDeals(id.name) && id.uniqueInFirst && id.uniqueInSecond && id.matches == 0;
        });
    return std::none_of(ids.begin(), ids.end(), [fewer](const JoinCandidate &id) {
        return id.uniqueInFirst && id.uniqueInSecond && id.matches >= fewer;
    });
}
