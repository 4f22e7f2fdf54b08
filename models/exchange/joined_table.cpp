#include "models/exchange/joined_table.h"

#include "models/funnel/import/words.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

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

// What a column is like as a key.
struct KeyFacts
{
    qint64 filled = 0;
    qint64 repeated = 0; // values that an earlier row has too

    bool isUnique() const { return filled > 0 && repeated == 0; }
};

// Of several columns in one go, over the whole table.
std::vector<KeyFacts> factsOf(TableSource &table, const std::vector<qsizetype> &columns)
{
    std::vector<KeyFacts> facts(columns.size());
    std::vector<QSet<size_t>> seen(columns.size()); // hashes of values
    if (!table.rewind())
        return facts;
    while (table.next())
        for (size_t i = 0; i < columns.size(); ++i) {
            // Nothing comes of a column that repeats itself all the time.
            if (facts[i].repeated > 1000 && facts[i].repeated > facts[i].filled * 9 / 10)
                continue;
            const QStringView value = table.cell(columns[i]).trimmed();
            if (value.isEmpty())
                continue;
            const qsizetype before = seen[i].size();
            seen[i].insert(qHash(value));
            ++facts[i].filled;
            facts[i].repeated += seen[i].size() == before ? 1 : 0;
        }
    return facts;
}

struct Key
{
    QString name; // in the first table
    KeyFacts first, second;

    bool isUniqueInBoth() const { return first.isUnique() && second.isUnique(); }
    bool isUniqueInOne() const { return first.isUnique() || second.isUnique(); }
};

std::vector<Key> sharedColumns(TableSource &first, TableSource &second)
{
    std::vector<Key> keys;
    std::vector<qsizetype> ofFirst, ofSecond;
    for (qsizetype i = 0; i < first.columns().size(); ++i) {
        const qsizetype there = columnNamed(second.columns(), first.columns().at(i));
        if (there < 0)
            continue;
        keys.push_back({first.columns().at(i), {}, {}});
        ofFirst.push_back(i);
        ofSecond.push_back(there);
    }
    const auto firstFacts = factsOf(first, ofFirst);
    const auto secondFacts = factsOf(second, ofSecond);
    for (size_t i = 0; i < keys.size(); ++i) {
        keys[i].first = firstFacts[i];
        keys[i].second = secondFacts[i];
    }
    return keys;
}

QStringList namesOf(const std::vector<Key> &keys)
{
    QStringList names;
    for (const Key &key : keys)
        names.append(key.name);
    return names;
}

Result<Key> wantedKey(const std::vector<Key> &shared, const QString &wanted)
{
    for (const Key &key : shared)
        if (columnNamed({key.name}, wanted) == 0)
            return key;
    return Error{Error::Code::Refused,
                 Texts::tr("Not both files have a column “%1” to join them by. Both have: %2.")
                     .arg(wanted, shared.empty() ? Texts::tr("none") : namesOf(shared).join(u", "_s))};
}

// Ids before others, and what is unique in both tables before what is in one only.
Result<Key> findKey(TableSource &first, TableSource &second, const QString &wanted)
{
    const std::vector<Key> shared = sharedColumns(first, second);
    if (!wanted.isEmpty())
        return wantedKey(shared, wanted);
    const auto isId = [](const Key &key) { return key.name.endsWith(u"id", Qt::CaseInsensitive); };
    const auto unique = [&](auto test) {
        std::vector<Key> keys;
        std::copy_if(shared.begin(), shared.end(), std::back_inserter(keys), test);
        return keys;
    };
    std::vector<Key> keys = unique([](const Key &key) { return key.isUniqueInBoth(); });
    if (keys.empty())
        keys = unique([&](const Key &key) { return key.isUniqueInOne() && isId(key); });
    if (keys.empty())
        keys = unique([](const Key &key) { return key.isUniqueInOne(); });
    const auto ids = std::count_if(keys.begin(), keys.end(), isId);
    if (ids == 1)
        return *std::find_if(keys.begin(), keys.end(), isId);
    if (keys.size() == 1)
        return keys.front();
    if (keys.empty())
        return Error{Error::Code::Refused,
                     Texts::tr("The files have no column in common that tells their rows apart, so they "
                               "cannot be joined. Export the id in both.")};
    return Error{
        Error::Code::Refused,
        Texts::tr("The files could be joined by any of %1. Name one, or leave the others out of a file.")
            .arg(namesOf(keys).join(u", "_s))};
}

} // namespace

JoinedTable::JoinedTable(std::unique_ptr<TableSource> first, std::unique_ptr<TableSource> second,
                         const QString &key, bool secondLeads)
    : m_leading(std::move(secondLeads ? second : first))
    , m_other(std::move(secondLeads ? first : second))
    , m_secondLeads(secondLeads)
    , m_key(key)
    , m_keyOfLeading(columnNamed(m_leading->columns(), key))
    , m_keyOfOther(columnNamed(m_other->columns(), key))
{
}

Result<std::unique_ptr<TableSource>>
JoinedTable::join(std::unique_ptr<TableSource> first, std::unique_ptr<TableSource> second, const QString &key)
{
    const auto found = findKey(*first, *second, key);
    if (!found)
        return found.error();
    const bool secondLeads = found->first.isUnique() && found->second.repeated > 0;
    std::unique_ptr<JoinedTable> joined(
        new JoinedTable(std::move(first), std::move(second), found->name, secondLeads));
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
}

Result<void> JoinedTable::readOther()
{
    if (const auto rewound = m_other->rewind(); !rewound)
        return rewound;
    while (m_other->next()) {
        const QString value = m_other->cell(m_keyOfOther).trimmed().toString();
        if (const auto earlier = m_rowOfKey.constFind(value);
            earlier != m_rowOfKey.cend() && !value.isEmpty()) {
            m_isDouble.insert(*earlier);
            if (m_remarks.size() < keptRemarks)
                m_remarks.append(
                    {m_other->line(),
                     Texts::tr("“%1” stands in several rows of the second file. The last one counts.")
                         .arg(value)});
        }
        m_rowOfKey.insert(value, m_rows.size());
        m_rows.add(*m_other);
    }
    m_rowOfKey.remove({});
    m_remarks += m_other->remarks();
    return m_other->status();
}

Result<void> JoinedTable::rewind()
{
    m_isTaken.assign(m_rows.size(), false);
    for (const size_t row : std::as_const(m_isDouble))
        m_isTaken[row] = true;
    m_inLeading = true;
    take(-1);
    return m_leading->rewind();
}

void JoinedTable::take(qint64 row)
{
    m_at = row;
    m_present = row >= 0 ? m_rows.cells(size_t(row)) : QStringList();
}

bool JoinedTable::next()
{
    if (m_inLeading && m_leading->next()) {
        const auto found = m_rowOfKey.constFind(m_leading->cell(m_keyOfLeading).trimmed().toString());
        take(found == m_rowOfKey.constEnd() ? -1 : qint64(*found));
        if (m_at >= 0)
            m_isTaken[size_t(m_at)] = true;
        return true;
    }
    if (m_inLeading)
        m_at = -1;
    m_inLeading = false;
    if (!m_leading->status())
        return false;
    for (qint64 row = m_at + 1; size_t(row) < m_rows.size(); ++row)
        if (!m_isTaken[size_t(row)]) {
            take(row);
            return true;
        }
    m_at = qint64(m_rows.size());
    return false;
}

QStringView JoinedTable::cell(qsizetype column) const
{
    const Place &place = m_places[size_t(column)];
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

QString JoinedTable::description() const
{
    return Texts::tr("%1, joined by “%2”").arg(firstTable().description(), m_key);
}

QList<TableRemark> JoinedTable::remarks() const
{
    qint64 alone = 0;
    if (!m_inLeading)
        alone = std::count(m_isTaken.begin(), m_isTaken.end(), false);
    QList<TableRemark> all = m_leading->remarks() + m_remarks;
    if (alone > 0)
        all.prepend(
            {0,
             (m_secondLeads ? Texts::tr("Rows of the first file without a row in the second: %1. They "
                                        "were taken as they are.")
                            : Texts::tr("Rows of the second file without a row in the first: %1. They "
                                        "were taken as they are."))
                 .arg(alone)});
    return all;
}
