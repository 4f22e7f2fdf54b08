#include "models/funnel/import/column_remarks.h"

#include "models/arithmetic/wide.h"
#include "models/funnel/import/column_scores.h"
#include "models/funnel/import/column_units.h"
#include "models/funnel/import/date_orders.h"
#include "models/funnel/import/end_dates.h"
#include "models/funnel/import/named_columns.h"
#include "models/funnel/import/placeholder_texts.h"
#include "models/funnel/import/placeholders.h"
#include "models/funnel/import/row_counter.h"
#include "models/funnel/import/shared_signs.h"
#include "models/funnel/import/silent_status.h"
#include "models/funnel/import/stage_dates.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ColumnRemarks)
};

// What was left blank though something stands there, as only the user knows whether that is an answer.
QList<TableRemark> remarksOnNoAnswers(const TableProfile &profile, const ImportMapping &mapping)
{
    QList<TableRemark> remarks;
    for (const ColumnProfile &column : profile.columns) {
        if (!mapping.columns.contains(column.name))
            continue;
        QStringList texts;
        for (const auto &[text, times] : textsTakenAsNone(column, mapping))
            texts.append(Texts::tr("“%1” (%2)").arg(text, QLocale().toString(times)));
        if (!texts.isEmpty())
            remarks.append(
                {0, Texts::tr("Taken as no answer in “%1”: %2.").arg(column.name, texts.join(u", "))});
        if (const qint64 times = column.placeholders.value(codeNA.toString());
            times > 0 && mapping.columnsWithNA.contains(column.name))
            remarks.append({0,
                            Texts::tr("“NA” was taken as an answer in “%1”, as the code of a region: %2.")
                                .arg(column.name, QLocale().toString(times))});
    }
    return remarks;
}

bool mayBeSegment(const ColumnProfile &column)
{
    return !column.isVaried && !column.dates.isDates() && !column.numbers.isNumbers();
}

// Where no stage says won or lost, they alone say it.
QList<TableRemark> remarksOnFlags(const ImportMapping &mapping)
{
    const auto isSaid = [&mapping](StageTarget::Kind kind) {
        return std::any_of(mapping.stages.begin(), mapping.stages.end(),
                           [kind](const StageTarget &to) { return to.kind == kind; });
    };
    QList<TableRemark> remarks;
    if (const QString won = mapping.columns.key(ColumnRole::IsWon);
        !won.isEmpty() && !isSaid(StageTarget::Kind::Won))
        remarks.append({0, Texts::tr("Rows that say yes in “%1” count as won.").arg(won)});
    if (const QString lost = mapping.columns.key(ColumnRole::IsLost);
        !lost.isEmpty() && !isSaid(StageTarget::Kind::Lost))
        remarks.append({0, Texts::tr("Rows that say yes in “%1” count as lost.").arg(lost)});
    return remarks;
}

QList<TableRemark> remarksOnChances(const ImportMapping &mapping)
{
    const QString chance = mapping.columns.key(ColumnRole::Chance);
    if (chance.isEmpty())
        return {};
    return {{0,
             (mapping.chancesAreFractions
                  ? Texts::tr(
                      "“%1” was taken as each open deal's own chance to win, as a fraction of 1. It counts "
                      "in the weighted pipeline before that of the stage.")
                  : Texts::tr(
                      "“%1” was taken as each open deal's own chance to win, in percent. It counts in the "
                      "weighted pipeline before that of the stage."))
                 .arg(chance)}};
}

QList<TableRemark> remarksOnEnds(const ImportMapping &mapping)
{
    QList<TableRemark> remarks;
    const bool saysNotWon
        = std::any_of(mapping.stages.begin(), mapping.stages.end(),
                      [](const StageTarget &to) { return to.kind == StageTarget::Kind::NotWon; });
    const QString closed = mapping.columns.key(ColumnRole::IsClosed);
    const QString lost = mapping.columns.key(ColumnRole::IsLost);
    if (saysNotWon)
        remarks.append({0,
                        !closed.isEmpty()
                            ? Texts::tr("Deals that are not won count as lost where “%1” says that they "
                                        "are closed, otherwise as open.")
                                  .arg(closed)
                            : !lost.isEmpty()
                            ? Texts::tr("Deals that are not won count as lost where “%1” says so, otherwise "
                                        "as open.")
                                  .arg(lost)
                            : Texts::tr("Deals that are not won count as lost where they have a close "
                                        "date, otherwise as open.")});
    if (const QString active = mapping.columns.key(ColumnRole::IsActive); !active.isEmpty()) {
        const QString chance = mapping.columns.key(ColumnRole::Chance);
        remarks.append(
            {0,
             chance.isEmpty()
                 ? Texts::tr("“%1” says which rows were archived. Whether they were lost says their "
                             "probability, which is not in the table.")
                       .arg(active)
                 : Texts::tr("Rows that “%1” says were archived count as lost where “%2” is 0.")
                       .arg(active, chance)});
    }
    return remarks;
}

QList<TableRemark> remarksOnStages(const TableProfile &profile, const ImportMapping &mapping)
{
    QList<TableRemark> remarks;
    QStringList entered = mapping.columnsOf(ColumnRole::EnteredOn), flags;
    for (const ColumnProfile &column : profile.columns)
        if (entered.contains(column.name) && isStageFlag(column) && !mapping.isHistory())
            flags.append(column.name);
    entered.removeIf([&flags](const QString &name) { return flags.contains(name); });
    if (!flags.isEmpty())
        remarks.append({0,
                        Texts::tr("Rows have come as far as the furthest stage that says yes, as “%1” tell.")
                            .arg(flags.join(u"”, “"))});
    if (stageColumns(mapping).isEmpty() && !entered.isEmpty())
        remarks.append(
            {0,
             Texts::tr(
                 "No column is the stage: each row is at the last stage that it has a date of, as “%1” tell. "
                 "Rows without any such date count as leads, unless you have said otherwise.")
                 .arg(entered.join(u"”, “"))});
    for (const QString &stage : mapping.columnsOf(ColumnRole::Stage))
        if (const ColumnProfile *column = profile.column(stage); column && saysWhetherWon(*column))
            remarks.append({0, Texts::tr("Rows that say yes in “%1” count as won.").arg(stage)});
    QStringList leads;
    for (const ColumnProfile &column : profile.columns)
        if (column.filled > 0
            && mapping.columns.value(column.name, ColumnRole::Stage) == ColumnRole::LeadStage)
            leads.append(column.name);
    if (!leads.isEmpty())
        remarks.append(
            {0,
             Texts::tr("Where “%1” is empty, the row is a lead: it is at the stage that “%2” tells.")
                 .arg(mapping.columns.key(ColumnRole::Stage), leads.join(u"”, “"))});
    for (const QString &status : mapping.columnsOf(ColumnRole::Status))
        if (isReasonOfLosing(status))
            remarks.append({0, Texts::tr("Deals with a “%1” count as lost.").arg(status)});
    return remarks;
}

// All of them then count as open, whatever became of them.
QList<TableRemark> remarksOnNoEnds(const TableProfile &profile, const ImportMapping &mapping)
{
    using Kind = StageTarget::Kind;
    static const QSet<Kind> ends{Kind::Won, Kind::Lost, Kind::NotWon};
    const QStringList closed = mapping.columnsOf(ColumnRole::Closed);
    const auto isEnd = [](const StageTarget &to) { return ends.contains(to.kind); };
    const auto saysEnd
        = [](const QString &column) { return isDateOfWinning(column) || isDateOfLosing(column); };
    constexpr qint64 enoughRows = 10; // few may all be open
    if (mapping.rows != RowMeaning::Deal || profile.rows < enoughRows || stageColumns(mapping).isEmpty()
        || std::any_of(mapping.stages.begin(), mapping.stages.end(), isEnd)
        || std::any_of(closed.begin(), closed.end(), saysEnd)
        || !mapping.columnsOf(ColumnRole::IsWon).isEmpty()
        || !mapping.columnsOf(ColumnRole::IsLost).isEmpty())
        return {};
    return {{0,
             Texts::tr("No row says that its deal was won or lost, so all count as open. If a column tells "
                       "it, say so of the column: it is the “%1”.")
                 .arg(roleLabel(ColumnRole::Status))}};
}

// Where no stage says won and lost, it matters whether such a column does after all.
QList<TableRemark> remarksOnSilentStatus(const TableProfile &profile, const ImportMapping &mapping)
{
    const auto isSaid = [&mapping](StageTarget::Kind kind) {
        return std::any_of(mapping.stages.begin(), mapping.stages.end(),
                           [kind](const StageTarget &to) { return to.kind == kind; });
    };
    QList<TableRemark> remarks;
    if (mapping.isHistory() || (isSaid(StageTarget::Kind::Won) && isSaid(StageTarget::Kind::Lost)))
        return remarks;
    const QStringList statuses = mapping.columnsOf(ColumnRole::Status) + mapping.columnsOf(ColumnRole::Stage);
    for (const ColumnProfile &column : profile.columns)
        if (!statuses.contains(column.name) && isSilentStatus(profile, column))
            remarks.append(
                {0,
                 Texts::tr("“%1” was not taken as the status, as hardly any of its texts (“%2”) says that a "
                           "deal is open, won or lost. If they do, say so of the column.")
                     .arg(column.name, column.samples.join(u"”, “"))});
    return remarks;
}

QString textOnCounter(const TableProfile &profile)
{
    for (const ColumnProfile &column : profile.columns)
        if (isRowCounter(profile, column))
            return Texts::tr(
                       " “%1” numbers the rows of the file; if these are the numbers of the deals in the "
                       "CRM, make it the id.")
                .arg(column.name);
    return {};
}

QList<TableRemark> remarksOnIds(const TableProfile &profile, const ImportMapping &mapping)
{
    QList<TableRemark> remarks;
    if (mapping.columnsOf(ColumnRole::Key).isEmpty())
        for (const ColumnProfile &column : profile.columns)
            if (isIdOfDeals(column.name) && column.repeated > 0)
                remarks.append(
                    {0,
                     Texts::tr("“%1” is the same in rows that are other deals, so it was not taken as "
                               "the id. Each row counts as a deal.")
                         .arg(column.name)});
    const QString key = mapping.columns.key(ColumnRole::Key);
    if (mapping.rows == RowMeaning::Deal && !mapping.columns.key(ColumnRole::Value).isEmpty()
        && (isIdOfOthers(key) || isIdOfTraits(key)))
        remarks.append(
            {0,
             Texts::tr(
                 "“%1” is the id, though its name says that it is that of something else, which may have "
                 "another deal in the next export: that would take the place of this one. If so, say of "
                 "the column that it is not the id.")
                 .arg(key)});
    if (!mapping.isHistory() && mapping.columnsOf(ColumnRole::Key).isEmpty())
        remarks.append({0, withoutIdText(mapping) + textOnCounter(profile)});
    return remarks;
}

QList<TableRemark> remarksOnPeriods(const TableProfile &profile, const ImportMapping &mapping)
{
    QList<TableRemark> remarks;
    for (const QString &name : dateColumns(mapping))
        if (const ColumnProfile *column = profile.column(name); column && column->dates.periods() > 0)
            remarks.append({0,
                            Texts::tr("Cells of “%1” that name a month, a quarter or a week and no day were "
                                      "taken as its first day: %2.")
                                .arg(name, QLocale().toString(column->dates.periods()))});
    return remarks;
}

QString textOnEnd(const TableProfile &profile, const ImportMapping &mapping, const QString &end)
{
    const QString contract = contractBeside(profile, mapping.columns, end);
    const bool isTaken = mapping.columns.contains(end);
    if (isTaken && mapping.columns.value(end) == ColumnRole::Closed)
        return Texts::tr("“%1” was taken as the date of closing. If it is the end of a contract, say of the "
                         "column that it is not imported.")
            .arg(end);
    if (isTaken || contract.isEmpty())
        return {};
    return Texts::tr(
               "“%1” was left out: beside “%2” it is the end of a contract. If it is the date of closing, "
               "say so of the column.")
        .arg(end, contract);
}

QList<TableRemark> remarksOnDates(const TableProfile &profile, const ImportMapping &mapping)
{
    QList<TableRemark> remarks = remarksOnPeriods(profile, mapping);
    for (const ColumnProfile &column : profile.columns)
        if (const QString text = isEndOfAnything(column.name) && column.filled > 0 && !mapping.isHistory()
                ? textOnEnd(profile, mapping, column.name)
                : QString();
            !text.isEmpty())
            remarks.append({0, text});
    const QString closed = mapping.columnsOf(ColumnRole::Closed).value(0);
    if (isExpectedClosing(closed))
        remarks.append({0,
                        Texts::tr("“%1” was taken as the date of closing, as there is no other. Where nobody "
                                  "corrected it in the CRM, deals were won or lost on another day.")
                            .arg(closed)});
    return remarks;
}

QList<TableRemark> remarksOnAmounts(const TableProfile &profile, const ImportMapping &mapping)
{
    QList<TableRemark> remarks;
    const QString value = mapping.columnsOf(ColumnRole::Value).value(0);
    if (isExpectedValue(value))
        remarks.append(
            {0,
             Texts::tr("“%1” was taken as the value, as there is no other. Of open deals it may be times "
                       "their chance.")
                 .arg(value)});
    for (const QString &name : mapping.columnsOf(ColumnRole::Value))
        if (const int zeros = zerosInName(name); zeros != 0)
            remarks.append(
                {0,
                 (zeros == 3 ? Texts::tr("The amounts of “%1” were taken as thousands, as its name says.")
                      : zeros == 6
                      ? Texts::tr("The amounts of “%1” were taken as millions, as its name says.")
                      : zeros < 0
                      ? Texts::tr("The amounts of “%1” were taken as hundredths, as its name says.")
                      : Texts::tr("The amounts of “%1” were taken times %2, as its name says.")
                            .arg(QStringLiteral("%1"), QLocale().toString(powerOfTen(zeros))))
                     .arg(name)});
    if (value.isEmpty())
        remarks.append(
            {0,
             Texts::tr("No column is the value, so the deals count without one. If there is such a "
                       "column, say so of it.")});
    if (const QString assumed = assumedCurrencyText(profile, mapping); !assumed.isEmpty())
        remarks.append({0, assumed});
    return remarks;
}

// "Won", with days in it.
bool isDayOfEnd(const QString &column, ColumnRole role)
{
    return role == ColumnRole::Closed && (isDateOfWinning(column) || isDateOfLosing(column));
}

// Whoever looks at the figures must know that it was a guess.
QList<TableRemark> remarksOnContent(const TableProfile &profile, const ImportMapping &mapping)
{
    if (mapping.isHistory())
        return {};
    using enum ColumnRole;
    QList<std::pair<QString, ColumnRole>> unnamed;
    for (const ColumnRole role : {Key, Stage, Created, Closed, Value})
        for (const QString &name : mapping.columnsOf(role))
            if (!isRecognisedByName(name, role) && !isDayOfEnd(name, role))
                unnamed.append({name, role});
    if (unnamed.isEmpty())
        return {};
    const ColumnRoles found = recogniseColumns(profile); // takes long where there are many columns
    QStringList columns;
    for (const auto &[name, role] : std::as_const(unnamed))
        if (found.contains(name) && found.value(name) == role)
            columns.append(Texts::tr("“%1” as “%2”", "column, what it is").arg(name, roleLabel(role)));
    if (columns.isEmpty())
        return {};
    return {{0,
             Texts::tr("Taken for what stands in them, as their names do not say it: %1. If one is something "
                       "else, say so of the column.")
                 .arg(columns.join(u", "))}};
}

// Columns that could be what another was taken for.
QList<TableRemark> remarksOnOthersOfAKind(const TableProfile &profile, const ImportMapping &mapping)
{
    using enum ColumnRole;
    QList<TableRemark> remarks;
    for (const ColumnRole role : {Stage, Created, Closed, Value}) {
        const QString taken = mapping.columns.key(role);
        QStringList others;
        for (const ColumnProfile &column : profile.columns)
            if (column.filled > 0 && !taken.isEmpty() && !mapping.columns.contains(column.name)
                && isLikelyCalled(role, column))
                others.append(Texts::tr("“%1”").arg(column.name));
        if (!others.isEmpty())
            remarks.append(
                {0,
                 Texts::tr("Left out: %1. “%2” was taken as “%3”; to take another instead, say so of "
                           "it.")
                     .arg(others.join(u", "), taken, roleLabel(role))});
    }
    return remarks;
}

QString textOnSegmentLeftOut(const QString &column, const QString &taken, ColumnRole role)
{
    if (taken.isEmpty())
        return Texts::tr("“%1” was left out. To take it as “%2”, say so of the column.")
            .arg(column, roleLabel(role));
    const QString text = role == ColumnRole::Product
        ? Texts::tr("“%1” was left out: a deal is of one product, which “%2” tells. To take “%1” instead, "
                    "say so of the column.")
        : Texts::tr("“%1” was left out: a deal is of one region, which “%2” tells. To take “%1” instead, "
                    "say so of the column.");
    return text.arg(column, taken);
}

QList<TableRemark> remarksOnSegments(const TableProfile &profile, const ImportMapping &mapping)
{
    QList<TableRemark> remarks;
    for (const ColumnProfile &column : profile.columns) {
        const bool isProduct = isNamedForProducts(column.name);
        if (column.filled == 0 || mapping.columns.contains(column.name)
            || !(isProduct || isNamedForRegions(column.name)) || !mayBeSegment(column))
            continue;
        const ColumnRole role = isProduct ? ColumnRole::Product : ColumnRole::Segment;
        remarks.append({0, textOnSegmentLeftOut(column.name, mapping.columns.key(role), role)});
    }
    return remarks;
}

} // namespace

QList<TableRemark> remarksOnColumns(const TableProfile &profile, const ImportMapping &mapping)
{
    QList<TableRemark> remarks;
    for (const auto &[name, role] : columnsNotUnderstood(profile, mapping.columns))
        remarks.append(
            {0,
             Texts::tr("“%1” was left out: its cells cannot be read as “%2”.").arg(name, roleLabel(role))});
    return remarks + remarksOnDateOrders(profile, mapping) + remarksOnContent(profile, mapping)
        + remarksOnEnds(mapping) + remarksOnChances(mapping) + remarksOnStages(profile, mapping)
        + remarksOnNoEnds(profile, mapping) + remarksOnSilentStatus(profile, mapping)
        + remarksOnFlags(mapping) + remarksOnIds(profile, mapping) + remarksOnDates(profile, mapping)
        + remarksOnAmounts(profile, mapping) + remarksOnOthersOfAKind(profile, mapping)
        + remarksOnSegments(profile, mapping) + remarksOnNoAnswers(profile, mapping);
}

static bool assumesCurrency(const TableProfile &profile, const ImportMapping &mapping)
{
    if (!mapping.columnsOf(ColumnRole::Currency).isEmpty())
        return false;
    return std::any_of(profile.columns.begin(), profile.columns.end(), [&](const ColumnProfile &column) {
        return mapping.columns.contains(column.name)
            && mapping.columns.value(column.name) == ColumnRole::Value && column.filled > 0
            && !column.numbers.hasCurrency() && currencyInName(column.name).isEmpty();
    });
}

QString missingColumnsText(const QString &name, const QStringList &missing)
{
    return Texts::tr("The mapping “%1” names columns that this file does not have: %2. The columns were "
                     "recognised anew; the stages are taken from the mapping.")
        .arg(name, missing.join(QStringLiteral(", ")));
}

QString withoutIdText(const ImportMapping &mapping)
{
    const QStringList states = stageColumns(mapping);
    const bool mayChange = std::any_of(states.begin(), states.end(), [&mapping](const QString &column) {
        return mapping.knownBy.contains(column);
    });
    if (!mayChange && !states.isEmpty() && !mapping.knownBy.isEmpty())
        return Texts::tr("No column is the id. Rows are then known by “%1”.")
            .arg(mapping.knownBy.join(u"”, “"));
    return Texts::tr("No column is the id. Rows are then known by their content, so that a row that has "
                     "changed in the CRM counts as another one in the next import.");
}

QString assumedCurrencyText(const TableProfile &profile, const ImportMapping &mapping)
{
    if (const QString sign = sharedSignOf(profile, mapping.columns); !sign.isEmpty())
        return (currencyByLanguage(profile, sign) == mapping.currency
                    ? Texts::tr("“%1” is the sign of several currencies. By the language of the table the "
                                "amounts are taken as %2.")
                    : Texts::tr("“%1” is the sign of several currencies. The amounts are taken as %2."))
            .arg(sign, mapping.currency);
    if (!assumesCurrency(profile, mapping))
        return {};
    return Texts::tr(
               "Neither a column nor a sign says in which currency the amounts are. They are taken as %1.")
        .arg(mapping.currency);
}

QString dateOrderLabel(DateOrder order)
{
    switch (order) {
    case DateOrder::DayMonthYear:
        return Texts::tr("Day first");
    case DateOrder::MonthDayYear:
        return Texts::tr("Month first");
    case DateOrder::YearMonthDay:
        return Texts::tr("Year first");
    case DateOrder::EpochSeconds:
        return Texts::tr("Seconds since 1970");
    case DateOrder::EpochMilliseconds:
        return Texts::tr("Milliseconds since 1970");
    case DateOrder::ExcelDays:
        return Texts::tr("Days since 1900 (Excel)");
    case DateOrder::ExcelDays1904:
        break;
    }
    return Texts::tr("Days since 1904 (Excel on old Macs)");
}
