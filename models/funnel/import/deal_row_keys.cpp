#include "models/funnel/deals/deal_table.h"
#include "models/funnel/import/column_names.h"
#include "models/funnel/import/deal_row.h"
#include "models/funnel/import/join_keys.h"
#include "models/funnel/import/joined_stages.h"
#include "models/funnel/import/named_columns.h"
#include "models/tables/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// By which id, or what else, a row's deal is known again.

namespace {

const QString beginningOfContent = u"row-"_s;

// FNV-1a: the same for the same text in every version of the program, as it stands in files.
quint64 hashOf(quint64 hash, QStringView text)
{
    constexpr quint64 prime = 1099511628211U;
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * prime;
    return (hash ^ 0x1f) * prime; // so that "a", "bc" differs from "ab", "c"
}

} // namespace

// The stage that is named for leads stands in their file.
void DealRow::findLeads()
{
    if (m_source.joins().isEmpty())
        return;
    if (!m_leadStage.columns.empty())
        m_fileOfLeads = m_source.fileOf(m_leadStage.columns.front());
    for (const qsizetype column : m_stage.columns)
        if (!m_fileOfLeads && isNamedForLeads(m_source.columns().at(column)))
            m_fileOfLeads = m_source.fileOf(column);
}

// Whose a deal is, and of which account, its own file says before that of its lead.
void DealRow::orderOwners()
{
    for (TextCell *cell : {&m_owner, &m_account})
        std::stable_partition(cell->columns.begin(), cell->columns.end(), [this](qsizetype column) {
            return !m_fileOfLeads || m_source.fileOf(column) != *m_fileOfLeads;
        });
}

void DealRow::findIds()
{
    const QStringList &columns = m_source.columns();
    const QList<FileJoin> joins = m_source.joins();
    const auto isKey
        = [this](qsizetype column) { return std::find(m_key.begin(), m_key.end(), column) != m_key.end(); };
    std::vector<qsizetype> joinedBy;
    bool isJoinedByKeyOfDeals = false;
    for (const FileJoin &join : joins) {
        const qsizetype column = join.looksUp ? -1 : columns.indexOf(join.column());
        if (column >= 0 && isByDeals(join) && isKey(column))
            isJoinedByKeyOfDeals = true;
        else if (column >= 0 && isByDeals(join))
            m_joinedDeal.push_back(column);
        else if (column >= 0)
            joinedBy.push_back(column);
    }
    const bool isHistory = m_mapping.isHistory();
    findLeadOfDeals();
    std::copy_if(joinedBy.begin(), joinedBy.end(), std::back_inserter(m_leadId),
                 [&](qsizetype column) { return !m_key.empty() && !isKey(column); });
    // Where they are joined by the ids of deals, those of the leads tell these apart.
    const auto isIdOfLeads = [&](qsizetype column) {
        const QString words = plainWords(columns.at(column));
        return m_source.fileOf(column) == *m_fileOfLeads && !m_mapping.columns.contains(columns.at(column))
            && (words == u"lead" || (isNamedForLeads(words) && namesOfRole(ColumnRole::Key).contains(words)));
    };
    for (qsizetype i = 0; isHistory && m_leadId.empty() && m_fileOfLeads && i < columns.size(); ++i)
        if (isIdOfLeads(i))
            m_leadId.push_back(i);
    if (isJoinedByKeyOfDeals && !isHistory && joins.size() == 1)
        findIdOfPersons();
    const auto key = std::find_if(joinedBy.begin(), joinedBy.end(), isKey);
    if (key != joinedBy.end() && namesLeads(columns.at(*key)))
        m_leadId.clear();
    m_isKeyOfLeads = !isHistory && key != joinedBy.end() && m_leadId.empty();
    for (qsizetype i = 0; m_isKeyOfLeads && i < columns.size(); ++i)
        if (isIdOfDeals(columns.at(i)) && !isKey(i))
            m_idsOfFurther.push_back(i);
}

// A file alone lists leads, or deals that may name the lead or the contact of whom they came: of these a
// later file may tell.
void DealRow::findLeadOfDeals()
{
    if (!m_source.joins().isEmpty() || m_mapping.isHistory() || m_key.empty())
        return;
    const QStringList &columns = m_source.columns();
    const QString &key = columns.at(m_key.front());
    m_isKeyOfLeadList = isNamedForLeads(key) || (m_mapping.rows == RowMeaning::Lead && isNamedForPeople(key));
    if (m_mapping.rows != RowMeaning::Deal)
        return;
    for (const auto isOfTheirs : {&isNamedForLeads, &isNamedForPeople})
        for (qsizetype i = 0; m_leadOfDeal.empty() && i < columns.size(); ++i)
            if (JoinKeys::isId(columns.at(i)) && isOfTheirs(columns.at(i))
                && !m_mapping.columns.contains(columns.at(i))) {
                m_leadOfDeal.push_back(i);
                m_namesSeveralLeads = JoinKeys::holdsSeveral(columns.at(i));
            }
}

QString DealRow::leadOfDeal() const
{
    const QStringView cell = cellOf(m_leadOfDeal);
    if (cell.isEmpty())
        return {};
    return m_namesSeveralLeads ? keyOfLead(JoinKeys::keysIn(cell).value(0)) : keyOfLead(cell);
}

// Contacts of whom no deal has come are known by their own id.
void DealRow::findIdOfPersons()
{
    const QStringList &columns = m_source.columns();
    const auto isOfDeals = [&](qsizetype column) {
        return m_stage.columns.empty() || m_source.fileOf(column) == m_source.fileOf(m_stage.columns.front());
    };
    const auto isId = [&](const QString &column) {
        const QString words = plainWords(column.section(u" ("_s, 0, 0));
        return (words == u"id" || words.endsWith(u" id"))
            && (isNamedForPeople(words) || namesOfRole(ColumnRole::Key).contains(words));
    };
    for (qsizetype i = 0; m_leadId.empty() && i < columns.size(); ++i)
        if (!isOfDeals(i) && !m_mapping.columns.contains(columns.at(i)) && isId(columns.at(i)))
            m_leadId.push_back(i);
}

bool DealRow::isLeadAlone() const
{
    if (m_fileOfLeads && !hasNoDeal())
        return false;
    return !m_leadId.empty() && cellOf(m_key).isEmpty() && !cellOf(m_leadId).isEmpty()
        && !m_source.isFurther();
}

void DealRow::readKeys()
{
    m_deal.key = m_isKeyOfOthers && !cellOf(m_key).isEmpty() ? toldApart(keyOf()) : keyOf();
    m_deal.formerKey.clear();
    if (m_isKeyOfLeadList && !cellOf(m_key).isEmpty()) {
        readKeyOfLeadList();
        return;
    }
    if (!cellOf(m_key).isEmpty() && !m_mapping.knownBy.isEmpty() && !m_mapping.isHistory())
        m_deal.formerKey = keyOfContent();
    if (!m_leadOfDeal.empty() && !cellOf(m_key).isEmpty() && m_deal.formerKey.isEmpty())
        m_deal.formerKey = leadOfDeal();
    if (m_leadId.empty())
        return;
    if (isLeadAlone()) {
        m_deal.formerKey = m_deal.key;
        m_deal.key = keyOfLead(cellOf(m_leadId));
    } else if (const QStringView lead = cellOf(m_leadId); !lead.isEmpty()) {
        m_deal.formerKey = keyOfLead(lead);
    }
}

// The numbers of leads are not those of deals, of which another file may tell. What is known by the number of
// a lead alone was a lead before it was a deal.
void DealRow::readKeyOfLeadList()
{
    m_deal.formerKey = keyOfLead(m_deal.key);
    if (m_mapping.rows == RowMeaning::Lead)
        std::swap(m_deal.key, m_deal.formerKey);
}

// Where leads had one deal each, the lead's id is the key; a second deal of one is told apart from the first.
QString DealRow::keyOf() const
{
    const QStringView own = cellOf(m_key);
    const QStringView ofFurther
        = m_isKeyOfLeads && m_source.isFurther() ? cellOf(m_idsOfFurther) : QStringView();
    if (!own.isEmpty())
        return ofFurther.isEmpty() ? own.toString() : QString(own % u'/' % ofFurther);
    if (const QStringView deal = cellOf(m_joinedDeal); !deal.isEmpty())
        return u"deal-" % deal;
    return keyOfContent();
}

// Without an id of its own a row is known by what stands in it, so that importing it again does not double
// it.
QString DealRow::keyOfContent() const
{
    return beginningOfContent % QString::number(contentOf(m_used), 16);
}

bool DealRow::isKeyOfContent(const QString &key)
{
    return key.startsWith(beginningOfContent);
}

quint64 DealRow::contentOf(const std::vector<qsizetype> &columns) const
{
    quint64 hash = 14695981039346656037U;
    for (const qsizetype column : columns)
        hash = hashOf(hash, m_source.cell(column).trimmed());
    return hash;
}

// The first deal of a company has its id as the key, further ones in the order in which they come. A row that
// was written twice is one.
QString DealRow::toldApart(const QString &key)
{
    const quint64 content = contentOf(m_used);
    QList<quint64> &contents = m_contents[qHash(key)];
    qsizetype place = contents.indexOf(content);
    if (place < 0) {
        place = contents.size();
        contents.append(content);
    }
    return place == 0 ? key : key % u'#' % QString::number(place + 1);
}
