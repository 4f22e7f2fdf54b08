#include "models/exchange/joined_table.h"

#include "models/funnel/import/column_names.h"
#include "models/funnel/import/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype keptRemarks = 1000;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(JoinedTable)
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

bool isId(const QString &name)
{
    const QString words = plainWords(name);
    return words.endsWith(u"id") || namesOfRole(ColumnRole::Key).contains(words);
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

// "Contact ID", "E-Mail": of a person, who may be a lead or a name in an address book.
bool isOfPeople(const QString &name)
{
    static const QStringList people{u"contact"_s, u"contacts"_s, u"kontakt"_s,  u"contacto"_s, u"contato"_s,
                                    u"person"_s,  u"personne"_s, u"persona"_s,  u"pessoa"_s,   u"contatto"_s,
                                    u"email"_s,   u"e mail"_s,   u"courriel"_s, u"correo"_s};
    return holdsAny(plainWords(name), people);
}

// Leads come in on a day, from a source, or are at a stage; an address book knows nothing of that.
bool tellsOfLeads(const QString &column)
{
    const QString words = plainWords(column);
    const auto isNameOf = [&words](ColumnRole role) { return namesOfRole(role).contains(words); };
    using enum ColumnRole;
    return holdsWords(words, u"lead"_s) || isNameOf(Stage) || isNameOf(Status) || isNameOf(Created)
        || isNameOf(Source);
}

// Those of its rows that no deal names are then none themselves.
bool listsNoDeals(const QStringList &columns, const QString &key)
{
    return isOfSeveralDeals(key)
        || (isOfPeople(key) && std::none_of(columns.begin(), columns.end(), tellsOfLeads));
}

// Addresses are alike in upper and lower case, however either program writes them.
QString keyIn(QStringView cell)
{
    const QStringView text = cell.trimmed();
    return text.contains(u'@') ? text.toString().toLower() : text.toString();
}

// What a column is like as a key.
struct KeyFacts
{
    qint64 filled = 0;
    qint64 repeated = 0; // values that an earlier row has too
    QSet<size_t> values; // their hashes

    void add(QStringView cell)
    {
        // Nothing comes of a column that repeats itself all the time.
        if (cell.isEmpty() || isHopeless())
            return;
        const qsizetype before = values.size();
        values.insert(qHash(keyIn(cell)));
        ++filled;
        repeated += values.size() == before ? 1 : 0;
    }
    bool isHopeless() const { return repeated > 1000 && repeated > filled * 9 / 10; }
    bool isUnique() const { return filled > 0 && repeated == 0; }
};

// Of all columns in one go.
std::map<qsizetype, KeyFacts> factsOf(TableSource &table, const QSet<qsizetype> &columns)
{
    std::map<qsizetype, KeyFacts> facts;
    for (const qsizetype column : columns)
        facts[column] = {};
    if (!table.rewind())
        return facts;
    while (table.next())
        for (auto &[column, fact] : facts)
            fact.add(table.cell(column).trimmed());
    return facts;
}

struct Candidate
{
    QString name; // as in JoinKey
    qsizetype first = 0, second = 0; // columns
    bool hasOneName = true; // in both tables
    bool uniqueInFirst = false, uniqueInSecond = false;
    qint64 matches = 0; // rows of the first with a row in the second
};

bool namesMail(const QString &name)
{
    static const QStringList mails{u"email"_s, u"e mail"_s, u"mail"_s, u"courriel"_s, u"correo"_s};
    return holdsAny(plainWords(name), mails);
}

// Columns of one name, and ids of any name, or addresses.
std::vector<Candidate> pairsOf(const QStringList &first, const QStringList &second)
{
    std::vector<Candidate> pairs;
    for (qsizetype i = 0; i < first.size(); ++i) {
        const qsizetype there = columnNamed(second, first.at(i));
        if (there >= 0)
            pairs.push_back({first.at(i), i, there});
        const bool isMail = namesMail(first.at(i));
        for (qsizetype j = 0; j < second.size() && (isMail || isId(first.at(i))); ++j)
            if (j != there
                && ((isMail && namesMail(second.at(j))) || (isId(first.at(i)) && isId(second.at(j)))))
                pairs.push_back({first.at(i) + u" = "_s + second.at(j), i, j, false});
    }
    return pairs;
}

// Those by which rows can be told apart, the likeliest first.
std::vector<Candidate> candidatesOf(TableSource &first, TableSource &second)
{
    std::vector<Candidate> pairs = pairsOf(first.columns(), second.columns());
    QSet<qsizetype> ofFirst, ofSecond;
    for (const Candidate &pair : pairs) {
        ofFirst.insert(pair.first);
        ofSecond.insert(pair.second);
    }
    auto there = factsOf(second, ofSecond);
    const auto here = factsOf(first, ofFirst);
    if (!first.rewind())
        return {};
    while (first.next())
        for (Candidate &pair : pairs)
            pair.matches += there[pair.second].values.contains(qHash(keyIn(first.cell(pair.first)))) ? 1 : 0;
    for (Candidate &pair : pairs) {
        pair.uniqueInFirst = here.at(pair.first).isUnique();
        pair.uniqueInSecond = there[pair.second].isUnique();
    }
    std::erase_if(pairs, [](const Candidate &pair) {
        return (!pair.uniqueInFirst && !pair.uniqueInSecond) || (!pair.hasOneName && pair.matches == 0);
    });
    const auto rank = [](const Candidate &pair) {
        return std::tuple(pair.matches > 0, pair.hasOneName, pair.uniqueInFirst && pair.uniqueInSecond,
                          isId(pair.name), pair.matches);
    };
    std::stable_sort(pairs.begin(), pairs.end(),
                     [&](const Candidate &a, const Candidate &b) { return rank(a) > rank(b); });
    return pairs;
}

QStringList namesOf(const std::vector<Candidate> &candidates)
{
    QStringList names;
    for (const Candidate &candidate : candidates)
        names.append(candidate.name);
    return names;
}

// Also columns that tell no rows apart, if the user says so.
Result<Candidate> wantedKey(const TableSource &first, const TableSource &second,
                            std::vector<Candidate> &candidates, const QString &wanted)
{
    const auto isWanted = [&](const Candidate &c) { return columnNamed({c.name}, wanted) == 0; };
    const auto known = std::find_if(candidates.begin(), candidates.end(), isWanted);
    if (known != candidates.end()) {
        std::rotate(candidates.begin(), known, known + 1);
        return candidates.front();
    }
    const std::vector<Candidate> all = pairsOf(first.columns(), second.columns());
    const auto other = std::find_if(all.begin(), all.end(), isWanted);
    if (other != all.end()) {
        candidates.insert(candidates.begin(), *other);
        return *other;
    }
    // "Contact = Person": a column of each.
    const QString left = wanted.section(u'=', 0, 0).trimmed(), right = wanted.section(u'=', 1).trimmed();
    for (const auto &[ours, theirs] : {std::pair(left, right), std::pair(right, left)}) {
        const qsizetype i = columnNamed(first.columns(), ours), j = columnNamed(second.columns(), theirs);
        if (right.isEmpty() || i < 0 || j < 0)
            continue;
        const Candidate pair{first.columns().at(i) + u" = "_s + second.columns().at(j), i, j, false};
        candidates.insert(candidates.begin(), pair);
        return pair;
    }
    std::vector<Candidate> shared = all;
    std::erase_if(shared, [](const Candidate &c) { return !c.hasOneName; });
    return Error{Error::Code::Refused,
                 Texts::tr("Not both files have a column “%1” to join them by. Both have: %2.")
                     .arg(wanted, shared.empty() ? Texts::tr("none") : namesOf(shared).join(u", "_s))};
}

// Of columns of one name, those that are unique in both tables, then ids, come first.
Result<Candidate> likeliestKey(const std::vector<Candidate> &candidates, bool isEnough)
{
    if (candidates.empty())
        return Error{Error::Code::Refused,
                     Texts::tr("The files have no column in common that tells their rows apart, so they "
                               "cannot be joined. Export the id in both.")};
    const Candidate &best = candidates.front();
    const auto isAsGood = [&best](const Candidate &other) {
        return std::tuple(other.hasOneName, other.uniqueInFirst && other.uniqueInSecond, isId(other.name))
            == std::tuple(best.hasOneName, best.uniqueInFirst && best.uniqueInSecond, isId(best.name))
            && (other.matches > 0) == (best.matches > 0);
    };
    std::vector<Candidate> equals;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(equals), isAsGood);
    if (isEnough || equals.size() == 1)
        return best;
    return Error{
        Error::Code::Refused,
        Texts::tr("The files could be joined by any of %1. Name one, or leave the others out of a file.")
            .arg(namesOf(equals).join(u", "_s))};
}

} // namespace

JoinedTable::JoinedTable(std::unique_ptr<TableSource> first, std::unique_ptr<TableSource> second,
                         const Columns &columns, bool secondLeads)
    : m_leading(std::move(secondLeads ? second : first))
    , m_other(std::move(secondLeads ? first : second))
    , m_secondLeads(secondLeads)
    , m_keyOfLeading(secondLeads ? columns.second : columns.first)
    , m_keyOfOther(secondLeads ? columns.first : columns.second)
{
}

Result<std::unique_ptr<TableSource>> JoinedTable::join(std::unique_ptr<TableSource> first,
                                                       std::unique_ptr<TableSource> second,
                                                       const Options &options)
{
    std::vector<Candidate> candidates = candidatesOf(*first, *second);
    const auto key = options.key.isEmpty() ? likeliestKey(candidates, options.takesLikeliest)
                                           : wantedKey(*first, *second, candidates, options.key);
    if (!key)
        return key.error();
    const bool secondLeads = key->uniqueInFirst && !key->uniqueInSecond;
    const TableSource &list = key->uniqueInFirst ? *first : *second;
    const bool looksUp = key->uniqueInFirst != key->uniqueInSecond && listsNoDeals(list.columns(), key->name);
    std::unique_ptr<JoinedTable> joined(
        new JoinedTable(std::move(first), std::move(second), {key->first, key->second}, secondLeads));
    joined->m_looksUp = looksUp;
    joined->m_hasManyToOne = key->uniqueInFirst != key->uniqueInSecond;
    joined->m_joins = joined->firstTable().joins();
    joined->m_joins.append({options.secondName, {}, looksUp});
    for (const Candidate &candidate : candidates)
        joined->m_joins.last().keys.append({candidate.name, candidate.matches});
    joined->m_groupColumns = joined->m_leading->groupColumns() + joined->m_other->groupColumns();
    joined->m_nameOfLeading = secondLeads ? options.secondName : options.firstName;
    joined->m_nameOfOther = secondLeads ? options.firstName : options.secondName;
    joined->nameColumns();
    if (const auto read = joined->readOther(); !read)
        return read.error();
    if (const auto rewound = joined->rewind(); !rewound)
        return rewound.error();
    return std::unique_ptr<TableSource>(std::move(joined));
}

// Those of the first table, and then those of the second but for the key.
void JoinedTable::nameColumns()
{
    QStringList names;
    const auto add = [&](const TableSource &table, qsizetype key, bool isFirst) {
        for (qsizetype i = 0; i < table.columns().size(); ++i) {
            if (i == key && !isFirst)
                continue;
            names.append(table.columns().at(i));
            m_places.push_back({i == key                        ? Place::Key
                                    : &table == m_leading.get() ? Place::Leading
                                                                : Place::Other,
                                i});
        }
    };
    if (m_secondLeads)
        add(*m_other, m_keyOfOther, true);
    add(*m_leading, m_keyOfLeading, !m_secondLeads);
    if (!m_secondLeads)
        add(*m_other, m_keyOfOther, false);
    m_columns = repairedNames(names, m_remarks, 0);
    const qsizetype ofFirst = firstTable().columns().size();
    for (qsizetype i = 0; i < ofFirst; ++i)
        m_places[size_t(i)].sameName = names.indexOf(names.at(i), ofFirst);
}

qsizetype JoinedTable::fileOf(qsizetype column) const
{
    return column < firstTable().columns().size() ? firstTable().fileOf(column) : m_joins.size();
}

Result<void> JoinedTable::readOther()
{
    if (const auto rewound = m_other->rewind(); !rewound)
        return rewound;
    while (m_other->next()) {
        const QString value = keyIn(m_other->cell(m_keyOfOther));
        if (const auto earlier = m_rowOfKey.constFind(value);
            earlier != m_rowOfKey.cend() && !value.isEmpty()) {
            m_isDouble.insert(*earlier);
            if (m_remarks.size() < keptRemarks)
                m_remarks.append({m_other->line(),
                                  Texts::tr("“%1” stands in several rows. The last one counts.").arg(value),
                                  m_nameOfOther});
        }
        m_rowOfKey.insert(value, m_rows.size());
        m_rows.add(*m_other);
    }
    m_rowOfKey.remove({});
    return m_other->status();
}

Result<void> JoinedTable::rewind()
{
    m_isTaken.assign(m_rows.size(), false);
    for (const size_t row : std::as_const(m_isDouble))
        m_isTaken[row] = true;
    m_inLeading = true;
    m_leftOut.clear();
    m_missing.clear();
    m_missingRows = 0;
    take(-1);
    return m_leading->rewind();
}

// Of leads most have no deal; but where several rows belong to one of the other file, each should have one.
void JoinedTable::rememberMissing(const QString &key)
{
    constexpr qsizetype keptKeys = 5;
    if (key.isEmpty() || !m_hasManyToOne)
        return;
    ++m_missingRows;
    if (m_missing.size() < keptKeys && !m_missing.contains(key))
        m_missing.append(key);
}

void JoinedTable::take(qint64 row)
{
    m_at = row;
    m_present = row >= 0 ? m_rows.cells(size_t(row)) : QStringList();
}

bool JoinedTable::next()
{
    if (m_inLeading && m_leading->next()) {
        const QString key = keyIn(m_leading->cell(m_keyOfLeading));
        const auto found = m_rowOfKey.constFind(key);
        take(found == m_rowOfKey.constEnd() ? -1 : qint64(*found));
        m_isFurther
            = m_at >= 0 && m_isTaken[size_t(m_at)] && m_hasManyToOne && !m_looksUp && !m_leftOut.remove(m_at);
        if (m_at >= 0)
            m_isTaken[size_t(m_at)] = true;
        else
            rememberMissing(key);
        return true;
    }
    if (m_inLeading)
        m_at = -1;
    m_inLeading = false;
    if (!m_leading->status() || m_looksUp)
        return false;
    for (qint64 row = m_at + 1; size_t(row) < m_rows.size(); ++row)
        if (!m_isTaken[size_t(row)]) {
            take(row);
            return true;
        }
    m_at = qint64(m_rows.size());
    return false;
}

bool JoinedTable::isFurther() const
{
    const bool ofOther = m_at >= 0 && size_t(m_at) < m_rows.size() && m_rows.isFurther(size_t(m_at));
    return ofOther || (m_inLeading && (m_isFurther || m_leading->isFurther()));
}

void JoinedTable::leaveOut()
{
    if (!m_inLeading)
        return;
    if (m_at >= 0 && !m_isFurther)
        m_leftOut.insert(m_at);
    m_leading->leaveOut();
}

// A row of the second table alone has what it says under the names of the first, too.
QStringView JoinedTable::cell(qsizetype column) const
{
    const Place &place = m_places[size_t(column)];
    const bool isOfSecondAlone = m_secondLeads ? m_at < 0 : !m_inLeading;
    if (place.sameName >= 0 && isOfSecondAlone)
        return cell(place.sameName);
    if (place.table == Place::Leading || (place.table == Place::Key && m_inLeading))
        return m_inLeading ? m_leading->cell(place.table == Place::Key ? m_keyOfLeading : place.column)
                           : QStringView();
    const qsizetype there = place.table == Place::Key ? m_keyOfOther : place.column;
    return there < m_present.size() ? QStringView(m_present.at(there)) : QStringView();
}

qint64 JoinedTable::line() const
{
    return m_inLeading ? m_leading->line() : m_rows.line(size_t(m_at));
}

QString JoinedTable::file() const
{
    const QString ofLeading = m_inLeading ? m_leading->file() : QString(); // of several itself
    return !ofLeading.isEmpty() ? ofLeading : m_inLeading ? m_nameOfLeading : m_nameOfOther;
}

QString JoinedTable::description() const
{
    return Texts::tr("%1, joined by “%2”").arg(firstTable().description(), m_joins.last().keys.first().name);
}

QList<TableRemark> JoinedTable::remarks() const
{
    QList<TableRemark> all;
    const auto add = [&all](const QList<TableRemark> &remarks, const QString &file) {
        for (const TableRemark &remark : remarks)
            all.append({remark.line, remark.text, remark.file.isEmpty() ? file : remark.file});
    };
    const qint64 alone = m_inLeading ? 0 : std::count(m_isTaken.begin(), m_isTaken.end(), false);
    if (alone > 0)
        all.append({0,
                    (m_looksUp ? Texts::tr(
                         "Rows that no row of the other file names: %1. They are no deals, and were left "
                         "out.")
                               : Texts::tr(
                                   "Rows that have none in the other file: %1. They were taken as they are."))
                        .arg(alone),
                    m_nameOfOther});
    if (m_missingRows > 0)
        all.append({0,
                    Texts::tr("Rows that name one that “%1” does not have: %2 (%3). They were taken as they "
                              "are.")
                        .arg(m_nameOfOther, QLocale().toString(m_missingRows),
                             m_missingRows > m_missing.size() ? m_missing.join(u", "_s) + u", …"_s
                                                              : m_missing.join(u", "_s)),
                    m_nameOfLeading});
    add(m_leading->remarks(), m_nameOfLeading);
    all += m_remarks;
    add(m_other->remarks(), m_nameOfOther);
    return all;
}
