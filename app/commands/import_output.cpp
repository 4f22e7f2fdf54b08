#include "app/commands/import_output.h"

#include "models/exchange/workbook_figures.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)
};

QJsonArray remarksToJson(const QList<TableRemark> &remarks)
{
    QJsonArray json;
    for (const TableRemark &remark : remarks) {
        QJsonObject object{{u"line"_s, remark.line}, {u"text"_s, remark.text}};
        if (!remark.file.isEmpty())
            object.insert(u"file"_s, remark.file);
        json.append(object);
    }
    return json;
}

QString nameOf(const QList<Stage> &stages, qint64 id)
{
    for (const Stage &stage : stages)
        if (stage.id == id)
            return stage.name;
    return {};
}

// With the names of stages beside their ids.
QJsonObject mappingToJson(const ImportMapping &mapping, const QList<Stage> &stages)
{
    QJsonObject json = mapping.toJson();
    QJsonObject targets = json.value(u"stages"_s).toObject();
    for (const auto &[text, target] : mapping.stages.asKeyValueRange()) {
        if (target.kind != StageTarget::Kind::Stage)
            continue;
        QJsonObject named = targets.value(text).toObject();
        named.insert(u"name"_s, nameOf(stages, target.stage));
        targets.insert(text, named);
    }
    json.insert(u"stages"_s, targets);
    json.insert(u"stage_of_lost_name"_s, nameOf(stages, mapping.stageOfLost));
    return json;
}

QStringList summaryLines(const DealSummary &deals, const QLocale &locale)
{
    const QString open = openStagesText(deals, locale);
    const QStringList worth = deals.won.value.texts(locale);
    QStringList lines{Texts::tr("Deals in the workbook: %1; won: %2; lost: %3; open: %4")
                              .arg(locale.toString(deals.rows), locale.toString(deals.won.count),
                                   locale.toString(deals.lost.count), locale.toString(deals.open.count))
                          % (open.isEmpty() ? QString() : u" ("_s % open % u')'),
                      Texts::tr("Win rate, won ÷ (won + lost): %1").arg(deals.winRate().toText(locale))};
    if (deals.lostLeads.count > 0)
        lines.append(Texts::tr("Leads lost before a deal came of them, in no win rate: %1")
                         .arg(locale.toString(deals.lostLeads.count)));
    if (!worth.isEmpty())
        lines.insert(1, Texts::tr("Won value: %1").arg(worth.join(u"; "_s)));
    for (auto it = deals.wonByClose.cbegin(); it != deals.wonByClose.cend(); ++it)
        lines.append(Texts::tr("Won in %1: %2").arg(it.key().label(locale), locale.toString(it->count)));
    return lines;
}

} // namespace

QJsonObject ImportOutput::toJson() const
{
    const ImportReport &report = outcome.report;
    return {{u"dry_run"_s, dryRun},
            {u"rows"_s, report.rows},
            {u"taken"_s, report.taken},
            {u"added"_s, outcome.added},
            {u"updated"_s, outcome.updated},
            {u"unchanged"_s, outcome.unchanged},
            {u"repeated"_s, report.repeated},
            {u"absent"_s, outcome.absent},
            {u"further_stages"_s, report.furtherStages},
            {u"further_items"_s, report.furtherItems},
            {u"ignored"_s, report.ignored},
            {u"refused"_s, report.refused},
            {u"refused_rows"_s, remarksToJson(report.refusedRows)},
            {u"remarks"_s, remarksToJson(told + report.remarks)},
            {u"mapping"_s, mappingToJson(mapping, stages)},
            {u"as_last_import"_s, asLastImport},
            {u"currency_assumed"_s, assumesCurrency},
            {u"deals"_s, deals ? QJsonValue(dealsToJson(*deals)) : QJsonValue()}};
}

QString ImportOutput::toText() const
{
    const QLocale locale;
    const ImportReport &report = outcome.report;
    QStringList lines;
    if (dryRun)
        lines.append(Texts::tr("Nothing was changed. An import would do this:"));
    if (asLastImport)
        lines.append(Texts::tr("Columns and stages were taken as in the last import of such a file; --anew "
                               "recognises them again."));
    lines.append(Texts::tr("Rows: %1; refused: %2; left out: %3")
                     .arg(locale.toString(report.rows), locale.toString(report.refused),
                          locale.toString(report.ignored)));
    if (!dryRun && outcome.added + outcome.updated == 0)
        lines.append(Texts::tr("The workbook has all of it already; nothing was changed."));
    lines.append(Texts::tr("Deals: %1 new, %2 updated, %3 as before")
                     .arg(locale.toString(outcome.added), locale.toString(outcome.updated),
                          locale.toString(outcome.unchanged)));
    if (deals)
        lines += summaryLines(*deals, locale);
    return lines.join(u'\n');
}
