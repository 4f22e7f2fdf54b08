#include "models/funnel/import/lost_ids.h"

#include "models/funnel/import/deal_row.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr size_t seed = 0x1d5;

QSet<ColumnRole> rolesOf(const ImportMapping &mapping)
{
    const QList<ColumnRole> roles = mapping.columns.values();
    return {roles.begin(), roles.end()};
}

} // namespace

LostIds::LostIds(const Database &database, DealTable &table, Completion &completion,
                 const TableSource &source, const ImportMapping &mapping)
    : m_table(table)
    , m_completion(completion)
    , m_writings(table)
    , m_roles(rolesOf(mapping))
    , m_isHistory(mapping.isHistory())
{
    const QStringList own = mapping.columnsOf(ColumnRole::Key);
    m_asksOfAll = !own.isEmpty();
    RowStatement rows(database, u"SELECT id, mapping FROM funnel_import"_s);
    while (rows.next()) {
        const auto earlier = ImportMapping::fromJson(QJsonDocument::fromJson(rows.text(1).toUtf8()).object());
        if (!earlier)
            continue;
        m_earlier.insert(rows.number(0), {rolesOf(*earlier).intersect(m_roles), {}});
        m_isLikeEarlier = m_isLikeEarlier || earlier->missingIn(source.columns()).isEmpty();
        for (const QString &column : own)
            m_asksOfAll = m_asksOfAll && !earlier->columnsOf(ColumnRole::Key).contains(column);
    }
}

StoredDeal LostIds::newestOf(Deal &deal, qint64 import)
{
    m_writings.giveKnown(deal);
    const StoredDeal newest = m_table.newestOf(deal, import);
    if (newest.import != 0)
        m_writings.noteThere(deal.key);
    else if (m_writings.find(deal, import))
        return m_table.newestOf(deal, import);
    return !newest.counts() && find(deal, newest, import) ? m_table.newestOf(deal, import) : newest;
}

bool LostIds::find(Deal &deal, const StoredDeal &newest, qint64 import)
{
    if (!isAsked(deal, newest, import))
        return false;
    readKnown();
    const QString key = search(deal);
    if (key.isEmpty())
        return false;
    ++m_found;
    const bool takesOver = !DealRow::isKeyOfContent(deal.key) && newest.import == 0;
    deal.formerKey = takesOver ? key : QString();
    if (takesOver)
        m_completion.complete(deal, m_table.newest(key, import));
    else
        deal.key = key;
    return true;
}

bool LostIds::isAsked(const Deal &deal, const StoredDeal &newest, qint64 import)
{
    if (m_isHistory || isKeyOfLead(deal.key))
        return false;
    if (!deal.formerKey.isEmpty() && m_table.newest(deal.formerKey, import).counts())
        return false;
    return m_asksOfAll || newest.isGone || DealRow::isKeyOfContent(deal.key);
}

// Of two CRMs two deals may be alike but for their names.
QString LostIds::search(const Deal &deal)
{
    const bool hasOtherId = !DealRow::isKeyOfContent(deal.key) && !m_isLikeEarlier;
    if (hasOtherId && deal.name.isEmpty())
        return {};
    QString alike;
    for (const Earlier &earlier : std::as_const(m_earlier))
        if (alike.isEmpty())
            alike = take(hashOfAll(deal, earlier.told), earlier.alike, false);
    const bool isTold = !hasOtherId || (m_roles.contains(ColumnRole::Account) && !deal.account.isEmpty());
    return alike.isEmpty() && isTold ? take(hashOfName(deal), m_byName, true) : alike;
}

// Those with an id come first: of the others one may be what a later row is known by.
void LostIds::readKnown()
{
    if (std::exchange(m_isRead, true))
        return;
    QList<StoredDeal> withoutId;
    const auto add = [this](const StoredDeal &known) {
        const auto earlier = m_earlier.find(known.import);
        if (earlier == m_earlier.end())
            return;
        if (const size_t hash = hashOfAll(known.deal, earlier->told); hash != 0)
            earlier->alike.insert(hash, m_keys.size());
        if (const size_t hash = hashOfName(known.deal); hash != 0 && !DealRow::isKeyOfContent(known.deal.key))
            m_byName.insert(hash, m_keys.size());
        m_keys.append(known.deal.key);
    };
    m_table.visit(DealTable::Detail::Whole, [&](const StoredDeal &known) {
        if (DealRow::isKeyOfContent(known.deal.key))
            withoutId.append(known);
        else
            add(known);
    });
    for (const StoredDeal &known : std::as_const(withoutId))
        add(known);
    m_isTaken.assign(static_cast<size_t>(m_keys.size()), false);
}

size_t LostIds::hashOfAll(const Deal &deal, const Roles &told)
{
    using enum ColumnRole;
    QStringList fields;
    bool isEnough = false;
    const auto add = [&](ColumnRole role, const QString &text) {
        if (!told.contains(role))
            return;
        fields.append(text);
        isEnough = isEnough || (!text.isEmpty() && (role == Name || role == Created || role == Closed));
    };
    add(Name, deal.name);
    add(Account, deal.account);
    add(Owner, deal.owner);
    add(Source, deal.source);
    add(Segment, deal.segment);
    add(Product, deal.product);
    add(Created, deal.created.toString(Qt::ISODate));
    add(Closed, deal.closed.toString(Qt::ISODate));
    add(Value, deal.value ? QString::number(deal.value->minor) + deal.value->currency : QString());
    fields.append({deal.crmStage, QString::number(int(deal.state))});
    return isEnough ? qHash(fields.join(u'\x1f'), seed) : 0;
}

size_t LostIds::hashOfName(const Deal &deal) const
{
    if (deal.name.isEmpty() || !deal.created.isValid() || !m_roles.contains(ColumnRole::Name)
        || !m_roles.contains(ColumnRole::Created))
        return 0;
    const QString account = m_roles.contains(ColumnRole::Account) ? deal.account : QString();
    return qHash(QStringList{deal.name, account, deal.created.toString(Qt::ISODate)}.join(u'\x1f'), seed);
}

// The first that no other row has taken; where it has to be alone, the only one of all.
QString LostIds::take(size_t hash, const Places &places, bool isAlone)
{
    QList<qsizetype> found = hash == 0 ? QList<qsizetype>() : places.values(hash);
    if (isAlone && found.size() > 1)
        return {};
    std::sort(found.begin(), found.end());
    for (const qsizetype place : std::as_const(found))
        if (const auto at = static_cast<size_t>(place); !m_isTaken[at]) {
            m_isTaken[at] = true;
            return m_keys.at(place);
        }
    return {};
}

QString lostIdsText()
{
    return QCoreApplication::translate(
        "Import",
        "Rows that the workbook has under another id, or under one that this file does not tell: %1. "
        "They were found by their other fields.");
}
