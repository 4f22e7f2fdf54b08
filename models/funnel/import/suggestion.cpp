#include "models/funnel/import/mapping.h"

#include "models/funnel/import/chance.h"
#include "models/funnel/import/column_scores.h"
#include "models/funnel/import/customer_list.h"
#include "models/funnel/import/date_orders.h"
#include "models/funnel/import/deal_items.h"
#include "models/funnel/import/decisions.h"
#include "models/funnel/import/history_search.h"
#include "models/funnel/import/join_keys.h"
#include "models/funnel/import/joined_stages.h"
#include "models/funnel/import/lead_list.h"
#include "models/funnel/import/named_columns.h"
#include "models/funnel/import/placeholder_texts.h"
#include "models/funnel/import/shared_signs.h"
#include "models/funnel/import/snapshots.h"
#include "models/funnel/import/stage_of_lost.h"
#include "models/funnel/import/summed_table.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Fills in a mapping step by step, from what the columns hold and what an earlier import knew.
class Suggester
{
public:
    Suggester(const TableSource &source, const TableProfile &profile, const ImportContext &context,
              const Repetition &repetition)
        : m_source(source)
        , m_profile(profile)
        , m_context(context)
        , m_repetition(repetition)
        , m_isJoined(!source.joins().isEmpty())
    {
    }

    Suggestion suggest()
    {
        const auto &earlier = m_context.earlier;
        mapping().placeholders = earlier ? earlier->placeholders : usualPlaceholders();
        suggestColumns();
        rememberKnownBy();
        suggestStages();
        suggestDates();
        suggestSigns();
        const ColumnProfile *chance = columnOf(mapping().columns.key(ColumnRole::Chance));
        mapping().chancesAreFractions = chance && areFractions(*chance);
        mapping().currency = earlier && !earlier->currency.isEmpty()
            ? earlier->currency
            : currencyBySign(m_profile, mapping().columns, m_context.currency);
        if (earlier)
            mapping().spellings = earlier->spellings;
        return m_suggestion;
    }

private:
    ImportMapping &mapping() { return m_suggestion.mapping; }
    void ask(OpenQuestion::Kind kind, const QString &subject)
    {
        m_suggestion.questions.append({kind, subject});
    }

    const ColumnProfile *columnOf(const QString &name) const { return m_profile.column(name); }

    // An earlier mapping fits where the table has all of its columns.
    bool earlierFits() const
    {
        if (!m_context.earlier || m_context.earlier->columns.isEmpty())
            return false;
        const RowMeaning rows = m_context.earlier->rows;
        const QStringList names = m_context.earlier->columns.keys();
        return m_context.rows.value_or(rows) == rows
            && std::all_of(names.begin(), names.end(),
                           [this](const QString &name) { return columnOf(name) != nullptr; });
    }

    void suggestColumns()
    {
        if (earlierFits()) {
            mapping().rows = m_context.earlier->rows;
            mapping().columns = m_context.earlier->columns;
        } else {
            const auto &history = m_repetition.history;
            mapping().rows = m_context.rows.value_or(history ? RowMeaning::StageEntered : RowMeaning::Deal);
            mapping().columns = isHistory() ? recogniseHistory(m_profile, history.value_or(anyHistory()))
                                            : columnsOfDeals();
        }
        if (m_isJoined && !earlierFits() && isHistory())
            tellLeadsFromDeals(m_source, m_profile, mapping().columns);
        if (m_isJoined && !earlierFits())
            addRivals(m_source, m_profile, mapping().columns);
        takeItems();
        if (!earlierFits() && !m_isJoined && !isHistory() && mapping().rows != RowMeaning::Item)
            giveSnapshots(m_profile, mapping().columns);
        if (m_context.columns)
            mapping().columns = *m_context.columns;
        correctColumns();
        if (isHistory())
            for (const ColumnRole role : {ColumnRole::Key, ColumnRole::StageEntered, ColumnRole::EnteredOn})
                if (mapping().columnsOf(role).isEmpty())
                    ask(OpenQuestion::Kind::HistoryColumn, roleKey(role));
    }

    // No other column has the role then.
    static void giveAlone(ColumnRoles &columns, const QString &name, ColumnRole role)
    {
        columns.removeIf([role](const auto &each) { return each.value() == role; });
        columns.insert(name, role);
    }

    void takeItems()
    {
        if (earlierFits() || isHistory())
            return;
        ImportMapping &taken = mapping();
        if (!m_context.rows && !m_isJoined && listsItems(m_profile, taken.columns))
            taken.rows = RowMeaning::Item;
        const QString value = valueOfItems(m_profile);
        if (taken.rows != RowMeaning::Item || value.isEmpty())
            return;
        giveAlone(taken.columns, value, ColumnRole::Value);
    }

    // A row without an id stays the same row when its columns are understood better.
    void rememberKnownBy()
    {
        const auto &earlier = m_context.earlier;
        const bool hadKey = earlier && !earlier->columnsOf(ColumnRole::Key).isEmpty();
        QStringList known = earlier ? earlier->knownBy : QStringList();
        if (earlier && known.isEmpty() && !hadKey)
            known = earlier->columns.keys(); // of an older version of the program
        if (std::any_of(known.begin(), known.end(), [this](const QString &name) { return !columnOf(name); }))
            known.clear();
        const bool hasKey = !mapping().columnsOf(ColumnRole::Key).isEmpty();
        if (hasKey)
            mapping().knownBy = earlier && !hadKey ? known : QStringList(); // to find them under their id
        else
            mapping().knownBy = known.isEmpty() ? knownWithoutId() : known;
    }

    // The address of a buyer is no id, but together with the name and the day of a deal as good as one.
    QStringList knownWithoutId() const
    {
        const ColumnRoles &columns = m_suggestion.mapping.columns;
        const QString name = columns.key(ColumnRole::Name), created = columns.key(ColumnRole::Created);
        for (const ColumnProfile &column : m_profile.columns)
            if (!name.isEmpty() && !created.isEmpty() && column.isUnique && column.filled == m_profile.rows
                && isIdOfOthers(column.name)
                && (JoinKeys::isId(column.name) || isNamedForPeople(column.name)))
                return {column.name, name, created};
        return columns.keys();
    }

    // The column that had the role before has it no more.
    void correctColumns()
    {
        ColumnRoles &columns = mapping().columns;
        const CorrectedRoles &corrected = m_context.correctedColumns;
        for (const auto &[name, role] : corrected.asKeyValueRange()) {
            columns.remove(name);
            if (role)
                columns.removeIf([&corrected, taken = *role](const auto &each) {
                    return each.value() == taken && !corrected.contains(each.key());
                });
        }
        for (const auto &[name, role] : corrected.asKeyValueRange())
            if (role)
                columns.insert(name, *role);
    }

    ColumnRoles columnsOfDeals() const
    {
        ColumnRoles columns = recogniseColumns(m_profile);
        if (m_isJoined) {
            leaveOutOfLists(m_source, m_profile, columns);
            tellLeadsFromDeals(m_source, m_profile, columns);
        }
        if (const QString key = m_repetition.key; !key.isEmpty()) {
            giveAlone(columns, key, ColumnRole::Key);
        }
        const QString found = columns.key(ColumnRole::Key);
        if (const QString ofDeals = idBesidePersons(found, columns.key(ColumnRole::Stage));
            !ofDeals.isEmpty()) {
            giveAlone(columns, ofDeals, ColumnRole::Key);
            return columns;
        }
        const QStringList leads = idsOfLeads();
        const ColumnProfile *key = columnOf(keyBesideLeads(found, leads));
        if (key && key->name != found) {
            columns.remove(found);
            columns.insert(key->name, ColumnRole::Key);
        }
        const bool isLeadKnown = key && !leads.isEmpty() && !leads.contains(key->name);
        if (!key || (!m_isJoined && key->filled < m_profile.rows))
            keepKey(columns);
        if (!key || isLeadKnown || key->filled == m_profile.rows)
            return columns;
        if (const ColumnProfile *other = fullId()) {
            columns.remove(key->name);
            columns.insert(other->name, ColumnRole::Key);
        }
        return columns;
    }

    // Rows that were known by a column so far stay known by it though a few of its texts come twice now:
    // otherwise all of them would count once more.
    void keepKey(ColumnRoles &columns) const
    {
        constexpr qint64 oneOf = 4; // at most
        const ColumnProfile *before = columnOf(m_context.keyBefore);
        const bool mayRepeat = isIdOfOthers(m_context.keyBefore); // see DealRow::toldApart()
        if (!before || before->filled < m_profile.rows
            || (!mayRepeat && before->repeated * oneOf > before->looked))
            return;
        giveAlone(columns, before->name, ColumnRole::Key);
    }

    // Columns by which files are joined that both tell of deals, or of leads.
    QStringList idsOfLeads() const
    {
        QStringList ids;
        const QList<FileJoin> joins = m_source.joins();
        for (const FileJoin &join : joins)
            if (!join.looksUp && !join.keys.isEmpty() && !isByDeals(join))
                ids.append(join.column());
        return ids;
    }

    // Contacts that name their deals have an id of their own, by which no deal is known in another file.
    QString idBesidePersons(const QString &key, const QString &stage) const
    {
        const auto fileOf
            = [this](const QString &column) { return m_source.fileOf(m_source.columns().indexOf(column)); };
        const QList<FileJoin> joins = m_source.joins();
        for (const FileJoin &join : joins)
            if (!join.looksUp && isByDeals(join) && !key.isEmpty() && key != join.column()
                && columnOf(join.column()) && fileOf(key) == fileOf(join.column())
                && fileOf(key) != fileOf(stage))
                return join.column();
        return {};
    }

    // Deals are known by their own id, however many came of a lead; and by that of the lead where they were
    // so far.
    QString keyBesideLeads(const QString &key, const QStringList &leads) const
    {
        if (leads.contains(m_context.keyBefore) && columnOf(m_context.keyBefore))
            return m_context.keyBefore;
        const QList<FileJoin> joins = m_source.joins();
        const bool isOfLeads
            = leads.contains(key) && std::any_of(joins.begin(), joins.end(), [&key](const FileJoin &join) {
                  return !join.looksUp && join.column() == key && namesLeads(join.key());
              });
        for (const ColumnProfile &column : m_profile.columns)
            if (isOfLeads && !leads.contains(column.name) && column.filled > 0 && column.isUnique
                && isIdOfDeals(column.name.section(u" ("_s, 0, 0)))
                return column.name;
        return key;
    }

    // Leads have an id before a deal came of some of them: what all rows have is what tells them apart.
    const ColumnProfile *fullId() const
    {
        const auto found = std::find_if(
            m_profile.columns.begin(), m_profile.columns.end(), [this](const ColumnProfile &column) {
                return isIdOfDeals(column.name) && column.isUnique && column.filled == m_profile.rows;
            });
        return found == m_profile.columns.end() ? nullptr : &*found;
    }

    bool isHistory() const { return m_suggestion.mapping.isHistory(); }

    // Where the user says that it is one although it does not look so.
    HistoryColumns anyHistory() const
    {
        QStringList keys = possibleKeysOfHistory(m_profile);
        std::stable_partition(keys.begin(), keys.end(),
                              [this](const QString &key) { return !columnOf(key)->isUnique; });
        HistoryColumns columns{keys.value(0), {}};
        for (const ColumnProfile &column : m_profile.columns)
            if (column.name != columns.key)
                columns.changing.insert(column.name);
        return columns;
    }

    void suggestStages()
    {
        for (const ColumnRole role : {ColumnRole::StageEntered, ColumnRole::StageBefore})
            for (const QString &name : isHistory() ? mapping().columnsOf(role) : QStringList())
                addTexts(name, false);
        const QStringList stageColumns
            = mapping().columnsOf(ColumnRole::Stage) + mapping().columnsOf(ColumnRole::LeadStage);
        const QStringList statusColumns = mapping().columnsOf(ColumnRole::Status);
        for (const QString &name : statusColumns)
            addTexts(name, !stageColumns.isEmpty());
        for (const QString &name : stageColumns)
            addTexts(name, false);
        if (const ColumnProfile *stage = columnOf(stageColumns.value(0));
            stageColumns.size() == 1 && hasGaps(stageColumns) && stage && saysWhetherWon(*stage))
            mapping().stages.insert(QString(), {StageTarget::Kind::NotWon, 0}); // "x", or nothing
        for (const QString &name : isHistory() ? QStringList() : mapping().columnsOf(ColumnRole::EnteredOn))
            if (const QString text = stageOfColumn(name); !mapping().stages.contains(text))
                mapping().stages.insert(text, recogniseStage(text, m_context.stages));
        if (stageColumns.isEmpty() && statusColumns.isEmpty() && !isHistory())
            suggestStageOfAll();
        else if (m_isJoined && !isHistory() && hasGaps(stageColumns))
            mapping().stages.insert(QString(), stageOfLeads()); // of which nothing has come yet
        if (!m_isJoined && listsCustomers(m_profile, mapping()))
            takeAsCustomers(m_profile, m_context, earlierFits(), mapping());
        // An earlier decision counts more than any guess.
        if (m_context.earlier)
            for (const auto &[text, target] : m_context.earlier->stages.asKeyValueRange())
                if (target.kind != StageTarget::Kind::Unknown)
                    mapping().stages.insert(text, target);
        if (mapping().rows == RowMeaning::Deal && !m_context.rows && !earlierFits() && !m_isJoined
            && listsLeads(m_profile, mapping()))
            mapping().rows = RowMeaning::Lead;
        for (const auto &[text, target] : std::as_const(mapping().stages).asKeyValueRange())
            if (target.kind == StageTarget::Kind::Unknown)
                ask(OpenQuestion::Kind::Stage, text);
    }

    bool hasGaps(const QStringList &columns) const
    {
        return std::all_of(columns.begin(), columns.end(), [this](const QString &name) {
            const ColumnProfile *column = columnOf(name);
            return !column || column->filled < m_profile.rows;
        });
    }

    bool isKeyOfLeads() const
    {
        const QString key = m_suggestion.mapping.columnsOf(ColumnRole::Key).value(0);
        return recogniseStage(key, m_context.stages).kind == StageTarget::Kind::Stage && !saysOpen(key);
    }

    StageTarget stageOfLeads() const
    {
        const QString key = m_suggestion.mapping.columnsOf(ColumnRole::Key).value(0);
        return recogniseStage(isKeyOfLeads() ? key : u"Lead"_s, m_context.stages);
    }

    // The id may say what the rows are ("lead id"), a date of winning which of them were won, and the dates
    // of stages at which they are.
    void suggestStageOfAll()
    {
        mapping().stages.insert(QString(), stageOfLeads());
        const QStringList closed = mapping().columnsOf(ColumnRole::Closed);
        if (!isKeyOfLeads() && mapping().columnsOf(ColumnRole::EnteredOn).size() < 2
            && std::none_of(closed.begin(), closed.end(), isDateOfWinning))
            ask(OpenQuestion::Kind::NoStageColumn, {});
    }

    void addTexts(const QString &name, bool besideStage)
    {
        const ColumnProfile *column = columnOf(name);
        if (!column)
            return;
        const QStringList texts = answersIn(*column, mapping().placeholders).keys();
        const bool isFlag = saysYesOrNo(texts);
        for (const QString &text : texts) {
            StageTarget target
                = isFlag ? meaningOfFlag(name, text) : recogniseStage(text, m_context.stages, listedBy(name));
            if (isReasonOfLosing(name))
                target = {StageTarget::Kind::Lost, 0};
            if (besideStage && target.kind == StageTarget::Kind::Stage
                && (saysOpen(text) || saysUnderWay(text)))
                target = {StageTarget::Kind::Open, 0};
            mapping().stages.insert(text, target);
        }
    }

    // What the stages of a column are those of.
    Listed listedBy(const QString &column) const
    {
        const ColumnRoles &roles = m_suggestion.mapping.columns;
        if (roles.value(column) == ColumnRole::LeadStage || namesLeads(column))
            return Listed::Leads;
        if (!roles.key(ColumnRole::Value).isEmpty())
            return Listed::Deals;
        return isKeyOfLeads() ? Listed::Leads : Listed::Any;
    }

    // Of "Won: yes"; what is not lost may be open or won, which only the user knows.
    static StageTarget meaningOfFlag(const QString &column, const QString &text)
    {
        if (!saysYes(text))
            return isFlagOfWinning(column) ? StageTarget{StageTarget::Kind::NotWon, 0} : StageTarget{};
        return isFlagOfWinning(column) ? StageTarget{StageTarget::Kind::Won, 0}
            : isDateOfLosing(column)   ? StageTarget{StageTarget::Kind::Lost, 0}
                                       : StageTarget{};
    }

    void suggestDates()
    {
        // Where columns tell different orders, none of them tells for the others.
        const ToldDateOrder told = toldDateOrder(m_profile, mapping(), m_context.usualDateOrder);
        for (const QString &name : dateColumns(mapping()))
            if (const ColumnProfile *column = columnOf(name))
                suggestDateOrder(*column, told.order, told.tellsForAll() || m_context.dateOrder);
    }

    void suggestDateOrder(const ColumnProfile &column, DateOrder usual, bool told)
    {
        const DateOrder read = column.dates.order(usual);
        const DateOrder found
            = read == DateOrder::ExcelDays && m_source.countsFrom1904() ? DateOrder::ExcelDays1904 : read;
        const bool open = column.dates.isOpen() && !told;
        const auto earlier = earlierOrder(column);
        const bool countsOtherwise = earlier && isCount(*earlier) && isCount(found);
        DateOrder order = earlier && (open || countsOtherwise) ? *earlier : found;
        if (m_context.dateOrder && !isCount(order))
            order = *m_context.dateOrder;
        mapping().dateOrders.insert(column.name, order);
        if (open && !earlier)
            ask(OpenQuestion::Kind::DateOrder, column.name);
    }

    // None by which an open column could not be read: it was written otherwise then.
    std::optional<DateOrder> earlierOrder(const ColumnProfile &column) const
    {
        if (!m_context.earlier || !m_context.earlier->dateOrders.contains(column.name))
            return {};
        const DateOrder order = m_context.earlier->dateOrders.value(column.name);
        const bool mayBe = isCount(order) ? column.dates.counted().has_value()
                                          : order != DateOrder::YearMonthDay || column.dates.mayBeYearFirst();
        return mayBe ? std::optional(order) : std::nullopt;
    }

    void suggestSigns()
    {
        bool told = false;
        for (const QString &name : mapping().columnsOf(ColumnRole::Value)) {
            const ColumnProfile *column = columnOf(name);
            if (!column || column->numbers.numbers() == 0)
                continue;
            const bool isFirst = !std::exchange(told, true);
            const NumberSigns signs = column->numbers.signs();
            mapping().signs = isFirst || signs == mapping().signs ? signs : asWritten;
            if (column->numbers.isOpen())
                ask(OpenQuestion::Kind::NumberSigns, name);
        }
    }

    const TableSource &m_source;
    const TableProfile &m_profile;
    const ImportContext &m_context;
    const Repetition &m_repetition;
    const bool m_isJoined; // of several files
    Suggestion m_suggestion;
};

} // namespace

Result<Suggestion> suggestMapping(TableSource &source, const TableProfile &profile,
                                  const ImportContext &context, const Progress &progress)
{
    const Repetition repetition = findRepetition(source, profile);
    Suggestion suggestion = Suggester(source, profile, context, repetition).suggest();
    const bool isToldOtherwise = context.rows || context.columns || !context.correctedColumns.isEmpty()
        || (context.earlier && !context.earlier->columns.isEmpty());
    if (const QString sums = columnOfSums(profile, suggestion.mapping.columns);
        !sums.isEmpty() && !isToldOtherwise)
        return Error{
            Error::Code::Refused,
            QCoreApplication::translate("Import",
                                        "These are numbers that were added up before, as “%1” tells, and no "
                                        "deals. Copy them with their headings, stages on one side "
                                        "and periods on the other, and paste them on the page "
                                        "Numbers of the split funnel; or export the deals "
                                        "themselves.")
                .arg(sums)};
    const auto stage = stageOfLost(source, suggestion.mapping, context.stages, progress);
    if (!stage)
        return stage.error();
    suggestion.mapping.stageOfLost = *stage;
    return suggestion;
}
