#include "models/funnel/import/joined_table.h"

#include "models/funnel/import/join_keys.h"
#include "models/funnel/import/joined_stages.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype keptRemarks = 1000;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(JoinedTable)
};

// How the rows of two tables belong together.
struct Relation
{
    bool namesSeveral = false; // keys in a cell of one of them
    bool isManyToOne = false;
    bool isManyToMany = false;
    bool secondLeads = false;
    bool looksUp = false; // the other lists what is no deal
};

Relation relationOf(TableSource &first, const TableSource &second, const JoinCandidate &key)
{
    Relation relation;
    const bool firstNamesSeveral = JoinKeys::holdsSeveral(first.columns().at(key.first));
    const bool secondNamesSeveral = JoinKeys::holdsSeveral(second.columns().at(key.second));
    const bool firstLists = JoinKeys::listsOnlyAccounts(first.columns(), key.name);
    const bool secondLists = JoinKeys::listsOnlyAccounts(second.columns(), key.name);
    relation.namesSeveral = firstNamesSeveral != secondNamesSeveral;
    relation.isManyToOne = relation.namesSeveral || key.uniqueInFirst != key.uniqueInSecond;
    relation.isManyToMany = !relation.namesSeveral && !key.uniqueInFirst && !key.uniqueInSecond
        && !JoinKeys::isId(key.name); // not one thing that was written twice
    relation.secondLeads = relation.namesSeveral ? firstNamesSeveral
        : relation.isManyToOne                   ? key.uniqueInFirst
        : relation.isManyToMany                  ? JoinKeys::listsLeads(first) // no deal may be lost
                                                 : firstLists && !secondLists;
    const TableSource &list = relation.secondLeads ? first : second;
    relation.looksUp
        = relation.isManyToOne ? JoinKeys::listsNoDeals(list.columns(), key.name) : firstLists != secondLists;
    return relation;
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
    std::vector<JoinCandidate> candidates = JoinKeys::candidates(*first, *second);
    const auto key = options.key.isEmpty() ? JoinKeys::likeliest(candidates, options.takesLikeliest)
                                           : JoinKeys::wantedBy(*first, *second, candidates, options.key);
    if (!key)
        return key.error();
    const Relation relation = relationOf(*first, *second, *key);
    std::unique_ptr<JoinedTable> joined(new JoinedTable(std::move(first), std::move(second),
                                                        {key->first, key->second}, relation.secondLeads));
    joined->m_looksUp = relation.looksUp;
    joined->m_hasManyToOne = relation.isManyToOne;
    joined->m_hasManyToMany = relation.isManyToMany;
    joined->m_listsKeys = relation.namesSeveral;
    joined->m_joins = joined->firstTable().joins();
    joined->m_joins.append({options.secondName, {}, relation.looksUp, relation.secondLeads, options.added});
    for (const JoinCandidate &candidate : candidates)
        joined->m_joins.last().keys.append({candidate.name, candidate.matches});
    joined->m_sharesDeals = relation.isManyToOne && !relation.namesSeveral
        && isByDeals(joined->m_joins.last()) && JoinKeys::listsLeads(*joined->m_leading);
    joined->m_groupColumns = joined->m_leading->groupColumns() + joined->m_other->groupColumns();
    joined->m_nameOfLeading = relation.secondLeads ? options.secondName : options.firstName;
    joined->m_nameOfOther = relation.secondLeads ? options.firstName : options.secondName;
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

// Whatever belongs to a row of the one and to none of the other.
qsizetype JoinedTable::fileOfRow() const
{
    if (m_inLeading && hasOther() && !m_looksUp)
        return -1;
    const bool isOfFirst = m_inLeading != m_secondLeads;
    if (!isOfFirst)
        return m_joins.size();
    return m_inLeading ? m_leading->fileOfRow() : m_rows.file(size_t(m_at));
}

void JoinedTable::noteKey(const QString &value)
{
    if (const auto earlier = m_rowOfKey.constFind(value); earlier != m_rowOfKey.cend() && !value.isEmpty()) {
        if (!m_hasManyToMany)
            m_isDouble.insert(*earlier);
        if (m_remarks.size() < keptRemarks)
            m_remarks.append(
                {m_other->line(),
                 (m_hasManyToMany
                      ? Texts::tr("“%1” stands in several rows of both files. This row is joined, "
                                  "the earlier ones stay alone.")
                      : Texts::tr("“%1” stands in several rows. The last one counts."))
                     .arg(value),
                 m_nameOfOther});
    }
    m_rowOfKey.insert(value, m_rows.size());
}

Result<void> JoinedTable::readOther()
{
    if (const auto rewound = m_other->rewind(); !rewound)
        return rewound;
    while (m_other->next()) {
        if (m_listsKeys)
            for (const QString &value : JoinKeys::keysIn(m_other->cell(m_keyOfOther)))
                m_rowOfKey.insert(value, m_rowOfKey.value(value, m_rows.size()));
        else
            noteKey(JoinKeys::keyIn(m_other->cell(m_keyOfOther)));
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
    m_sharedRows = 0;
    m_isShared = false;
    take(-1);
    return m_leading->rewind();
}

// Of leads most have no deal; but where several rows belong to one of the other file, each should have one.
void JoinedTable::rememberMissing(const QString &key)
{
    constexpr qsizetype keptKeys = 5;
    if (key.isEmpty() || !m_hasManyToOne || m_listsKeys)
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
        const QString key = JoinKeys::keyIn(m_leading->cell(m_keyOfLeading));
        const auto found = m_rowOfKey.constFind(key);
        take(found == m_rowOfKey.constEnd() ? -1 : qint64(*found));
        m_isShared = m_sharesDeals && m_at >= 0 && m_isTaken[size_t(m_at)];
        m_sharedRows += m_isShared ? 1 : 0;
        if (m_isShared)
            take(-1);
        m_isFurther
            = m_at >= 0 && m_isTaken[size_t(m_at)] && m_hasManyToOne && !m_looksUp && !m_leftOut.remove(m_at);
        if (m_at >= 0)
            m_isTaken[size_t(m_at)] = true;
        else if (!m_isShared)
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

qsizetype JoinedTable::filledBeyond() const
{
    const qsizetype ofOther = hasOther() ? m_rows.filledBeyond(size_t(m_at)) : 0;
    return ofOther + (m_inLeading ? m_leading->filledBeyond() : 0);
}

bool JoinedTable::isFurther() const
{
    const bool ofOther = hasOther() && m_rows.isFurther(size_t(m_at));
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
    if (place.table == Place::Key && m_isShared)
        return {}; // it has no deal of its own
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

qint64 JoinedTable::withoutResult(qsizetype column) const
{
    const Place &place = m_places[size_t(column)];
    if (place.table == Place::Other)
        return m_other->withoutResult(place.column);
    return m_leading->withoutResult(place.table == Place::Key ? m_keyOfLeading : place.column);
}

QString JoinedTable::file() const
{
    const QString ofLeading = m_inLeading ? m_leading->file() : QString(); // of several itself
    return !ofLeading.isEmpty() ? ofLeading : m_inLeading ? m_nameOfLeading : m_nameOfOther;
}

QString JoinedTable::description() const
{
    return Texts::tr("%1, joined by “%2”").arg(firstTable().description(), m_joins.last().key());
}

QList<TableRemark> JoinedTable::remarks() const
{
    QList<TableRemark> all;
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
    if (m_sharedRows > 0)
        all.append(
            {0,
             Texts::tr("Rows that name a deal which an earlier row names too: %1. The deal counts once, "
                       "with the first of them.")
                 .arg(QLocale().toString(m_sharedRows)),
             m_nameOfLeading});
    if (m_missingRows > 0)
        all.append({0,
                    Texts::tr("Rows that name one that “%1” does not have: %2 (%3). They were taken as they "
                              "are.")
                        .arg(m_nameOfOther, QLocale().toString(m_missingRows),
                             m_missingRows > m_missing.size() ? m_missing.join(u", "_s) + u", …"_s
                                                              : m_missing.join(u", "_s)),
                    m_nameOfLeading});
    appendRemarks(all, m_leading->remarks(), m_nameOfLeading);
    all += m_remarks;
    appendRemarks(all, m_other->remarks(), m_nameOfOther);
    return all;
}
