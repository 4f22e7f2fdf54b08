#include "models/funnel/funnel_store.h"

#include "models/worksheet/catalogue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> wholeOf(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
}

// Stages, numbers and targets keep their names in one field, separated by commas.
QStringList namesOf(const QString &text)
{
    QStringList names;
    for (const QString &name : text.split(u',', Qt::SkipEmptyParts))
        if (!name.trimmed().isEmpty())
            names.append(name.trimmed());
    return names;
}

QList<Stage> readStages(const Document &document)
{
    QList<Stage> stages;
    for (const QVariantMap &row : document.rows(u"funnel_stage"_s))
        stages.append({.id = row.value(u"id"_s).toLongLong(),
                       .name = row.value(u"name"_s).toString().simplified(),
                       .owner = teamFromKey(row.value(u"owner"_s).toString()),
                       .crmNames = namesOf(row.value(u"crm_names"_s).toString())});
    return stages;
}

QList<TypedFigure> readFigures(const Document &document, const QString &table)
{
    QList<TypedFigure> figures;
    for (const QVariantMap &row : document.rows(table)) {
        const auto grain = grainFromKey(row.value(u"grain"_s).toString());
        const QDate start = QDate::fromString(row.value(u"period_start"_s).toString(), Qt::ISODate);
        if (!grain || !start.isValid() || !row.value(u"segment"_s).toString().trimmed().isEmpty())
            continue;
        TypedFigure figure{.stage = row.value(u"stage"_s).toLongLong(),
                           .period = Period::containing(start, *grain),
                           .amount = wholeOf(row.value(u"amount"_s)),
                           .worth = {}};
        if (const auto minor = wholeOf(row.value(u"worth"_s)))
            figure.worth = Money{*minor, row.value(u"worth_currency"_s).toString()};
        figures.append(figure);
    }
    return figures;
}

QList<GateContract> readContracts(const Document &document)
{
    QList<GateContract> contracts;
    for (const QVariantMap &row : document.rows(u"funnel_handover"_s))
        contracts.append({.afterStage = row.value(u"after_stage"_s).toLongLong(),
                          .gives = row.value(u"gives"_s).toString(),
                          .takes = row.value(u"takes"_s).toString(),
                          .acceptWithin = wholeOf(row.value(u"accept_within"_s))});
    return contracts;
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

QList<FunnelFigures> FunnelInputs::funnels(const DealSummary &deals, Grain grain, CountedBy by) const
{
    return combine(stages, typed, deals.periods(by), grain);
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

FunnelInputs readFunnel(const Document &document)
{
    return {.stages = readStages(document),
            .typed = readFigures(document, u"funnel_number"_s),
            .targets = readFigures(document, u"funnel_target"_s),
            .contracts = readContracts(document),
            .notes = readNotes(document)};
}

QSet<QString> funnelTables()
{
    return {u"funnel_stage"_s,    u"funnel_number"_s, u"funnel_target"_s,
            u"funnel_handover"_s, u"funnel_note"_s,   u"funnel_import"_s};
}
