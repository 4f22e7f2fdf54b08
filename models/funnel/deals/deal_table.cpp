#include "models/funnel/deals/deal_table.h"

#include "models/funnel/stages/stage_target.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Of funnel_deal, in the order of the table.
enum Column {
    Import,
    Key,
    Name,
    StageId,
    State,
    CrmStage,
    Created,
    Closed,
    Worth,
    Currency,
    Owner,
    Source,
    Segment,
    Account,
    Entered,
    Product,
    Chance,
    ColumnCount
};

// After the import. Beside max(), SQLite takes the other columns from the row that has the maximum.
const QString all = u"d.deal_key, d.name, d.stage, d.state, d.crm_stage, d.created_day, d.closed_day, "
                    "d.worth, d.worth_currency, d.owner, d.source, d.segment, d.account, d.entered, "
                    "d.product, d.chance"_s;
const QString forFigures
    = u"NULL, NULL, d.stage, d.state, d.crm_stage, d.created_day, d.closed_day, d.worth, "
      "d.worth_currency, NULL, d.source, d.segment, NULL, d.entered, d.product, d.chance"_s;

Column columnOf(DealsBy by)
{
    return by == DealsBy::Segment ? Segment : by == DealsBy::Product ? Product : Source;
}

QString statement(const QString &verb)
{
    const QString others = u", ?"_s.repeated(ColumnCount - 1);
    return verb % u" INTO funnel_deal VALUES (?" % others % u')';
}

// Among the stages entered, which passes over them.
const QString further = u"further"_s;
const QString lostLead = u"lost:lead"_s;
const QString ofLead = u"of:"_s; // `of:key` or `of:key:tells` stands before them
const QString tellsBeginning = u"begun"_s;
constexpr qint64 gone = 3; // beside the states of deals

QDate dateOf(const RowStatement &row, Column column)
{
    return row.isEmpty(column) ? QDate() : QDate::fromJulianDay(row.number(column));
}

// Of stages that are still there; `id:day` of each.
QList<StageEntry> enteredOf(const QString &text, const QHash<qint64, int> &indexes)
{
    QList<StageEntry> entered;
    for (const QStringView item : QStringView(text).split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype colon = item.indexOf(u':');
        const auto stage = indexes.constFind(item.left(colon).toLongLong());
        if (stage != indexes.constEnd())
            entered.append({*stage, QDate::fromJulianDay(item.sliced(colon + 1).toLongLong())});
    }
    std::sort(entered.begin(), entered.end(),
              [](const StageEntry &a, const StageEntry &b) { return a.stage < b.stage; });
    return entered;
}

// Without the signs that stand between the parts; nearly every id is as it is.
QString keyText(const QString &key)
{
    const auto isPlain = [](QChar c) {
        return c.unicode() < 0x80
            && (c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'@' || c == u'.');
    };
    return std::all_of(key.begin(), key.end(), isPlain)
        ? key
        : QString::fromLatin1(key.toUtf8().toPercentEncoding());
}

QString leadText(const LeadOfDeal &lead)
{
    if (!lead.tellsBeginning && lead.tells.isEmpty())
        return ofLead % keyText(lead.key);
    QStringList tells;
    if (lead.tellsBeginning)
        tells.append(tellsBeginning);
    for (const DealsBy by : lead.tells)
        tells.append(dealsByKey(by));
    return ofLead % keyText(lead.key) % u':' % tells.join(u',');
}

LeadOfDeal leadOf(QStringView entered)
{
    if (!entered.startsWith(ofLead))
        return {};
    entered = entered.sliced(ofLead.size());
    const qsizetype space = entered.indexOf(u' ');
    const QStringView item = space < 0 ? entered : entered.first(space);
    const qsizetype colon = item.indexOf(u':');
    const QStringView key = colon < 0 ? item : item.first(colon);
    LeadOfDeal lead{key.contains(u'%') ? QString::fromUtf8(QByteArray::fromPercentEncoding(key.toLatin1()))
                                       : key.toString()};
    if (colon < 0)
        return lead;
    const auto tells = item.sliced(colon + 1).split(u',');
    lead.tellsBeginning = tells.contains(tellsBeginning);
    for (const DealsBy by : allDealsBy)
        if (tells.contains(dealsByKey(by)))
            lead.tells.append(by);
    return lead;
}

QString enteredText(const Deal &deal, const QList<Stage> &stages, const LeadOfDeal &lead)
{
    if (lead.isKnown() && deal.entered.isEmpty() && !deal.isFurther() && !deal.isLostLead)
        return leadText(lead);
    QStringList items;
    if (lead.isKnown())
        items.append(leadText(lead));
    for (const StageEntry &entry : deal.entered)
        items.append(u"%1:%2"_s.arg(stages.at(entry.stage).id).arg(entry.on.toJulianDay()));
    if (deal.isFurther())
        items.append(u"%1:%2"_s.arg(further).arg(stages.at(deal.countsFrom - 1).id));
    if (deal.isLostLead)
        items.append(lostLead);
    return items.join(u' ');
}

} // namespace

QString keyOfLead(QStringView id)
{
    return u"lead-" % id;
}

bool isKeyOfLead(const QString &key)
{
    return key.startsWith(u"lead-");
}

QHash<qint64, int> indexesOf(const QList<Stage> &stages)
{
    QHash<qint64, int> indexes;
    for (int i = 0; i < stages.size(); ++i)
        indexes.insert(stages.at(i).id, i);
    return indexes;
}

qint64 stageIdOf(const Deal &deal, const QList<Stage> &stages)
{
    return deal.stage >= 0 && deal.stage < stages.size() ? stages.at(deal.stage).id : 0;
}

DealTable::DealTable(const Database &database, const QList<Stage> &stages)
    : m_database(database)
    , m_stages(stages)
    , m_indexes(indexesOf(stages))
{
}

StoredDeal DealTable::dealOf(const RowStatement &row) const
{
    StoredDeal stored;
    stored.stage = row.number(StageId);
    stored.import = row.number(Import);
    Deal &deal = stored.deal;
    deal.key = row.text(Key);
    deal.name = row.text(Name);
    deal.stage = m_indexes.value(stored.stage, -1);
    stored.isGone = row.number(State) == gone;
    deal.state = stored.isGone ? Deal::State::Open : static_cast<Deal::State>(row.number(State));
    deal.crmStage = row.text(CrmStage);
    deal.created = dateOf(row, Created);
    deal.closed = dateOf(row, Closed);
    if (!row.isEmpty(Worth))
        deal.value = Money{row.number(Worth), row.text(Currency)};
    deal.owner = row.text(Owner);
    deal.source = row.text(Source);
    deal.segment = row.text(Segment);
    deal.product = row.text(Product);
    deal.account = row.text(Account);
    if (!row.isEmpty(Entered)) {
        const QString entered = row.text(Entered);
        deal.entered = enteredOf(entered, m_indexes);
        deal.countsFrom = entered.contains(further) ? countsFrom(entered) : 0;
        deal.isLostLead = entered.endsWith(lostLead);
        if (!deal.key.isEmpty()) // of those that are read for figures it is not wanted
            stored.lead = leadOf(entered);
    }
    if (!row.isEmpty(Chance))
        deal.chance = row.number(Chance);
    return stored;
}

// Where the stage of the lead is no longer there, or was not kept, it is that of leads.
int DealTable::countsFrom(const QString &entered) const
{
    const auto items = QStringView(entered).split(u' ');
    const auto item
        = std::find_if(items.begin(), items.end(), [](QStringView each) { return each.startsWith(further); });
    if (item == items.end())
        return 0;
    const auto stage = m_indexes.constFind(item->mid(further.size() + 1).toLongLong());
    if (stage != m_indexes.constEnd())
        return *stage + 1;
    if (!m_stageOfLeads)
        m_stageOfLeads = stageOfLeads(m_stages);
    return *m_stageOfLeads + 1;
}

RowStatement DealTable::rows(Detail detail) const
{
    const QString columns = detail == Detail::Whole ? all : forFigures;
    // With a single import no deal can have an older version.
    const bool isSingle = m_database.scalar(u"SELECT count(*) FROM funnel_import"_s).toLongLong() < 2;
    return RowStatement(
        m_database,
        u"SELECT %1, %2 FROM funnel_deal d WHERE d.import IN (SELECT id FROM funnel_import)%3"_s.arg(
            isSingle ? u"d.import"_s : u"max(d.import)"_s, columns,
            isSingle ? QString() : u" GROUP BY d.deal_key"_s));
}

void DealTable::visit(Detail detail, const Visit &visit) const
{
    RowStatement row = rows(detail);
    while (row.next())
        if (row.number(State) != gone)
            visit(dealOf(row));
}

void DealTable::visitWanted(const std::vector<Wanted> &wanted, const Visit &visit) const
{
    RowStatement row = rows(Detail::Figures);
    const auto isWanted
        = [&row](const Wanted &names) { return names.isWanted(row.utf8(columnOf(names.by))); };
    while (row.next())
        if (row.number(State) != gone && std::all_of(wanted.begin(), wanted.end(), isWanted))
            visit(dealOf(row));
}

StoredDeal DealTable::newest(const QString &key, qint64 import)
{
    if (!m_deal) {
        m_deal.emplace(
            m_database,
            u"SELECT d.import, %1 FROM funnel_deal d WHERE d.import = ? AND d.deal_key = ?"_s.arg(all));
        RowStatement imports(m_database, u"SELECT id FROM funnel_import ORDER BY id DESC"_s);
        while (imports.next())
            m_imports.append(imports.number(0));
    }
    const auto ofImport = [&](qint64 id) {
        m_deal->bind(0, id);
        m_deal->bind(1, key);
        StoredDeal found;
        while (m_deal->next())
            found = dealOf(*m_deal);
        return found;
    };
    StoredDeal newest = import == m_written ? ofImport(import) : StoredDeal();
    for (qsizetype i = 0; i < m_imports.size() && newest.import == 0; ++i)
        newest = ofImport(m_imports.at(i));
    return newest;
}

StoredDeal DealTable::newestOf(Deal &deal, qint64 import)
{
    StoredDeal newest = this->newest(deal.key, import);
    if (!isKeyOfLead(deal.key))
        return newest;
    const QString former = std::exchange(deal.formerKey, {});
    if (newest.import != 0 || former.isEmpty())
        return newest;
    // What was won or has a value was never a lead alone: it has the number of one by chance.
    const auto mayBeLead = [&deal](const Deal &known) {
        return known.state != Deal::State::Won && !known.value && !areStrangers(deal, known);
    };
    if (const StoredDeal before = this->newest(former, import);
        before.import != 0 && mayBeLead(before.deal)) {
        deal.key = former;
        return before;
    }
    return newest;
}

bool DealTable::insert(const Deal &deal, qint64 import, const LeadOfDeal &lead)
{
    if (!m_insert)
        m_insert.emplace(m_database, statement(u"INSERT"_s));
    return put(*m_insert, deal, import, lead);
}

void DealTable::replace(const Deal &deal, qint64 import, const LeadOfDeal &lead)
{
    if (!m_replace)
        m_replace.emplace(m_database, statement(u"INSERT OR REPLACE"_s));
    put(*m_replace, deal, import, lead);
}

void DealTable::remove(const QString &key, qint64 import)
{
    m_database.execute(u"DELETE FROM funnel_deal WHERE import = ? AND deal_key = ?"_s, {import, key});
}

void DealTable::putGone(const QString &key, qint64 import)
{
    m_written = import;
    m_database.execute(u"INSERT OR REPLACE INTO funnel_deal (import, deal_key, state) VALUES (?, ?, ?)"_s,
                       {import, key, gone});
}

bool DealTable::put(RowStatement &row, const Deal &deal, qint64 import, const LeadOfDeal &lead)
{
    m_written = import;
    const auto bindText = [&row](Column column, const QString &text) {
        if (!text.isEmpty())
            row.bind(column, text);
    };
    const auto bindDay = [&row](Column column, QDate date) {
        if (date.isValid())
            row.bind(column, date.toJulianDay());
    };
    row.bind(Import, import);
    row.bind(Key, deal.key);
    bindText(Name, deal.name);
    if (const qint64 stage = stageIdOf(deal, m_stages); stage != 0)
        row.bind(StageId, stage);
    row.bind(State, static_cast<qint64>(deal.state));
    bindText(CrmStage, deal.crmStage);
    bindDay(Created, deal.created);
    bindDay(Closed, deal.closed);
    if (deal.value) {
        row.bind(Worth, deal.value->minor);
        row.bind(Currency, deal.value->currency);
    }
    bindText(Owner, deal.owner);
    bindText(Source, deal.source);
    bindText(Segment, deal.segment);
    bindText(Product, deal.product);
    bindText(Account, deal.account);
    bindText(Entered, enteredText(deal, m_stages, lead));
    if (deal.chance)
        row.bind(Chance, *deal.chance);
    return row.execute();
}
