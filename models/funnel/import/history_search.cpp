#include "models/funnel/import/history_search.h"

#include "models/funnel/import/column_scores.h"
#include "models/funnel/import/mapping.h"
#include "models/funnel/import/name_ids.h"
#include "models/funnel/import/named_columns.h"
#include "models/funnel/stages/stage_target.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace {

constexpr qint64 searchedRows = 20'000;
constexpr size_t watchedColumns = 60;
constexpr qint64 oneRepeatedOf = 5; // rows at least, in a history
constexpr qint64 oneChangeOf = 4; // repeated rows at least, in a column that changes

// Columns that could be a stage or a date, and those that tell one deal from another.
std::vector<qsizetype> watched(const TableProfile &profile, const QStringList &ofOneDeal)
{
    std::vector<qsizetype> columns;
    for (qsizetype i = 0; i < profile.columns.size() && columns.size() < watchedColumns; ++i) {
        const ColumnProfile &column = profile.columns.at(i);
        if (column.filled > 0
            && (column.dates.isDates() || !column.isVaried || ofOneDeal.contains(column.name)))
            columns.push_back(i);
    }
    return columns;
}

// Compares each row with the one before of the same id.
class Watch
{
public:
    Watch(const TableSource &source, const TableProfile &profile, qsizetype key)
        : m_source(source)
        , m_key(key)
        , m_ofOneDeal(columnsOfOneDeal(profile))
        , m_columns(watched(profile, m_ofOneDeal))
        , m_changes(m_columns.size())
        , m_differs(m_columns.size())
    {
    }

    void look()
    {
        const QStringView id = m_source.cell(m_key).trimmed();
        if (id.isEmpty())
            return;
        ++m_rows;
        std::vector<size_t> row;
        for (const qsizetype column : m_columns)
            row.push_back(qHash(m_source.cell(column).trimmed()));
        std::vector<size_t> &before = m_rowOfId[qHash(id)];
        m_repeated += before.empty() ? 0 : 1;
        for (size_t i = 0; i < before.size(); ++i) {
            m_changes[i] += before[i] != row[i] ? 1 : 0;
            m_differs[i] += before[i] != row[i] && before[i] != m_blank && row[i] != m_blank ? 1 : 0;
        }
        before = std::move(row);
    }

    qint64 repeated() const { return m_repeated; }
    bool repeats() const { return m_repeated > 0 && m_repeated * oneRepeatedOf >= m_rows; }

    // Rows of the same id that mostly differ in name or account are not the same deal.
    bool isOfSameDeals(const QStringList &names) const
    {
        for (size_t i = 0; i < m_columns.size(); ++i)
            if (m_differs[i] * 3 > m_repeated * 2 && m_ofOneDeal.contains(names.at(m_columns[i])))
                return false;
        return true;
    }

    HistoryColumns found(const QStringList &names) const
    {
        HistoryColumns columns{names.at(m_key), {}};
        for (size_t i = 0; i < m_columns.size(); ++i)
            if (m_changes[i] * oneChangeOf >= m_repeated)
                columns.changing.insert(names.at(m_columns[i]));
        return columns;
    }

private:
    const TableSource &m_source;
    const qsizetype m_key;
    const QStringList m_ofOneDeal;
    const std::vector<qsizetype> m_columns;
    std::vector<qint64> m_changes; // along m_columns
    std::vector<qint64> m_differs; // of these, from one text to another
    const size_t m_blank = qHash(QStringView());
    QHash<size_t, std::vector<size_t>> m_rowOfId; // hashes only
    qint64 m_rows = 0;
    qint64 m_repeated = 0;
};

bool hasAll(const ColumnRoles &roles)
{
    const QList<ColumnRole> given = roles.values();
    return given.contains(ColumnRole::StageEntered) && given.contains(ColumnRole::EnteredOn);
}

// Whole deals, each month again, tell better when a deal was closed than the first month in which it was.
bool areSnapshots(const TableProfile &profile, const ColumnRoles &roles)
{
    const ColumnProfile *entered = profile.column(roles.key(ColumnRole::EnteredOn));
    const auto tellsClosing = [](const ColumnProfile &column) {
        return isNamed(ColumnRole::Closed, column) && holdsDates(column);
    };
    return entered && isNamed(ColumnRole::SnapshotOn, *entered)
        && std::any_of(profile.columns.begin(), profile.columns.end(), tellsClosing);
}

// One of the joined files may say by its names alone that it is a history, however few of its deals have
// several rows.
std::optional<HistoryColumns> historyAmongFiles(const TableSource &source, const TableProfile &profile)
{
    const QList<FileJoin> joins = source.joins();
    for (qsizetype file = 0; !joins.isEmpty() && file <= joins.size(); ++file) {
        TableProfile own{{}, profile.rows};
        HistoryColumns columns{joins.at(std::max<qsizetype>(file - 1, 0)).column(), {}};
        for (qsizetype i = 0; i < source.columns().size(); ++i) {
            const QString &name = source.columns().at(i);
            const ColumnProfile *column = source.fileOf(i) == file ? profile.column(name) : nullptr;
            if (!column || name == columns.key)
                continue;
            own.columns.append(*column);
            columns.changing.insert(name);
        }
        if (saysSteps(own) && hasAll(recogniseHistory(profile, columns)))
            return columns;
    }
    return {};
}

} // namespace

Repetition findRepetition(TableSource &source, const TableProfile &profile)
{
    Repetition repetition;
    repetition.history = historyAmongFiles(source, profile);
    if (repetition.history)
        return repetition;
    qint64 fewest = 0; // of a lead more rows tell than of each of its deals
    const bool hasDates = std::any_of(profile.columns.begin(), profile.columns.end(),
                                      [](const ColumnProfile &column) { return column.dates.isDates(); });
    for (const QString &key : possibleKeysOfHistory(profile)) {
        if (!source.rewind())
            return {};
        Watch watch(source, profile, source.columns().indexOf(key));
        for (qint64 rows = 0; rows < searchedRows && source.next(); ++rows)
            watch.look();
        if (!watch.repeats() || !watch.isOfSameDeals(source.columns()))
            continue;
        const HistoryColumns found = watch.found(source.columns());
        const ColumnRoles roles = hasDates ? recogniseHistory(profile, found) : ColumnRoles();
        if (hasAll(roles) && !areSnapshots(profile, roles)) {
            const bool isFiner = !repetition.history || watch.repeated() < fewest
                || (watch.repeated() == fewest && namesLeads(repetition.history->key));
            if (isFiner)
                repetition.history = found;
            fewest = isFiner ? watch.repeated() : fewest;
        }
        if (repetition.key.isEmpty() && (isIdOfDeals(key) || isIdBesideName(profile, key)))
            repetition.key = key;
    }
    if (repetition.history)
        repetition.key.clear();
    return repetition;
}
