#include "models/funnel/funnel_store.h"

#include "models/worksheet/catalogue.h"
#include "models/worksheet/row_values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// A worksheet's segment is a region, a product or a source, and never two of them at once.
bool isOfCut(const QString &segment, const FunnelCut &cut)
{
    const QStringList names = cut.names();
    return names.size() < 2 && segment.trimmed().compare(names.value(0), Qt::CaseInsensitive) == 0;
}

// One for each stage and period: of several rows whose dates lie in one period the last says what it is.
QList<TypedFigure> readFigures(const Document &document, const QString &table, const FunnelCut &cut)
{
    QList<TypedFigure> figures;
    QMap<std::pair<qint64, Period>, qsizetype> indexes;
    for (const QVariantMap &row : document.rows(table)) {
        const Period period = RowValues::period(row);
        if (!period.isValid() || !isOfCut(row.value(u"segment"_s).toString(), cut))
            continue;
        const qint64 stage = row.value(u"stage"_s).toLongLong();
        const auto amount = RowValues::whole(row, u"amount"_s);
        const auto worth = RowValues::money(row, u"worth"_s);
        const auto there = indexes.constFind({stage, period});
        if (there == indexes.constEnd()) {
            indexes.insert({stage, period}, figures.size());
            figures.append({.stage = stage, .period = period, .amount = amount, .worth = worth});
            continue;
        }
        TypedFigure &figure = figures[*there];
        figure.amount = amount ? amount : figure.amount;
        figure.worth = worth ? worth : figure.worth;
    }
    return figures;
}

QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        if (!line.trimmed().isEmpty())
            lines.append(line.simplified());
    return lines;
}

QList<GateContract> readContracts(const Document &document)
{
    QList<GateContract> contracts;
    for (const QVariantMap &row : document.rows(u"funnel_handover"_s))
        contracts.append({.id = row.value(u"id"_s).toLongLong(),
                          .afterStage = row.value(u"after_stage"_s).toLongLong(),
                          .gives = row.value(u"gives"_s).toString(),
                          .takes = row.value(u"takes"_s).toString(),
                          .acceptWithin = RowValues::whole(row, u"accept_within"_s),
                          .criteria = row.value(u"criteria"_s).toString(),
                          .rejectReasons = linesOf(row.value(u"reject_reasons"_s).toString()),
                          .rejectedLeads = row.value(u"rejected_leads"_s).toString()});
    return contracts;
}

LoggedHandover::Outcome outcomeFromKey(const QString &key)
{
    using Outcome = LoggedHandover::Outcome;
    return key == u"accepted"_s ? Outcome::Accepted
        : key == u"rejected"_s  ? Outcome::Rejected
        : key == u"recycled"_s  ? Outcome::Recycled
        : key == u"waiting"_s   ? Outcome::Waiting
                                : Outcome::Unknown;
}

QList<LoggedHandover> readLog(const Document &document)
{
    QList<LoggedHandover> log;
    for (const QVariantMap &row : document.rows(u"funnel_handover_log"_s))
        log.append({.afterStage = row.value(u"after_stage"_s).toLongLong(),
                    .on = QDate::fromString(row.value(u"handed_over"_s).toString(), Qt::ISODate),
                    .contactAfter = RowValues::whole(row, u"first_contact_after"_s),
                    .attempts = RowValues::whole(row, u"attempts"_s),
                    .outcome = outcomeFromKey(row.value(u"outcome"_s).toString()),
                    .reason = row.value(u"reason"_s).toString().simplified()});
    return log;
}

QList<FunnelNote> readNotes(const Document &document)
{
    QList<FunnelNote> notes;
    for (const QVariantMap &row : document.rows(u"funnel_note"_s)) {
        const QDate on = QDate::fromString(row.value(u"noted_on"_s).toString(), Qt::ISODate);
        if (on.isValid())
            notes.append({.on = on,
                          .text = row.value(u"what_changed"_s).toString().simplified(),
                          .team = teamFromKey(row.value(u"team"_s).toString())});
    }
    std::stable_sort(notes.begin(), notes.end(),
                     [](const FunnelNote &a, const FunnelNote &b) { return a.on < b.on; });
    return notes;
}

} // namespace

QList<FunnelFigures> FunnelInputs::funnels(const DealSummary &deals, Grain grain, CountedBy by,
                                           const QString &currency) const
{
    return combine(stages, typed, deals.periods(by), grain, currency);
}

const GateContract *FunnelInputs::contractAfter(qint64 stage) const
{
    const auto found = std::find_if(contracts.begin(), contracts.end(),
                                    [stage](const GateContract &c) { return c.afterStage == stage; });
    return found == contracts.end() ? nullptr : &*found;
}

const TypedFigure *FunnelInputs::targetOf(qint64 stage, const Period &period) const
{
    const auto found = std::find_if(targets.begin(), targets.end(), [&](const TypedFigure &target) {
        return target.stage == stage && target.period == period;
    });
    return found == targets.end() ? nullptr : &*found;
}

FunnelFigures FunnelInputs::targetFunnel(const Period &period, const QString &currency) const
{
    const auto isShown = [&currency](const std::optional<Money> &worth) {
        return worth && (currency.isEmpty() || worth->currency == currency);
    };
    FunnelFigures funnel{period, stages, QList<StageFigure>(stages.size())};
    for (qsizetype i = 0; i < stages.size(); ++i)
        if (const TypedFigure *target = targetOf(stages.at(i).id, period))
            funnel.figures[i] = {.amount = target->amount,
                                 .worth = isShown(target->worth) ? target->worth : std::nullopt,
                                 .amountSource = FigureSource::Typed,
                                 .worthSource = FigureSource::Typed};
    return funnel;
}

HandoverHealth FunnelInputs::health(qint64 stage, const Period &period, QDate today) const
{
    QList<LoggedHandover> rows;
    std::copy_if(log.begin(), log.end(), std::back_inserter(rows), [&](const LoggedHandover &row) {
        return row.afterStage == stage && (!period.isValid() || period.contains(row.on));
    });
    return handoverHealth(rows, contractAfter(stage), today);
}

QList<TypedFigure> readTyped(const Document &document, const FunnelCut &cut)
{
    return readFigures(document, u"funnel_number"_s, cut);
}

FunnelInputs readFunnel(const Document &document, const FunnelCut &cut)
{
    return {.stages = readStages(document),
            .typed = readTyped(document, cut),
            .targets = rolledUp(readFigures(document, u"funnel_target"_s, cut)),
            .contracts = readContracts(document),
            .notes = readNotes(document),
            .log = readLog(document)};
}

Grain usualGrain(const QList<TypedFigure> &figures)
{
    QMap<Grain, int> counts;
    for (const TypedFigure &figure : figures)
        ++counts[figure.period.grain];
    Grain usual = Grain::Quarter;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        if (it.value() > counts.value(usual))
            usual = it.key();
    return usual;
}

QList<FunnelNote> notesBetween(const QList<FunnelNote> &notes, const Period &first, const Period &second)
{
    const QDate from = std::min(first, second).start;
    const QDate to = std::max(first, second).end();
    QList<FunnelNote> between;
    std::copy_if(notes.begin(), notes.end(), std::back_inserter(between),
                 [&](const FunnelNote &note) { return note.on >= from && note.on <= to; });
    return between;
}

QSet<QString> funnelTables()
{
    return {u"funnel_stage"_s, u"funnel_number"_s, u"funnel_target"_s,      u"funnel_handover"_s,
            u"funnel_note"_s,  u"funnel_import"_s, u"funnel_handover_log"_s};
}
