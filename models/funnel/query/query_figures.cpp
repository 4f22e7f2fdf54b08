#include "models/funnel/query/query_figures.h"

#include "models/document/ids.h"
#include "models/funnel/funnel_store.h"
#include "models/funnel/import/column_names.h"
#include "models/tables/words.h"
#include "models/worksheet/row_values.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QMap>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype keptRows = 100; // of those that are wrong

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Query)
};

struct Columns
{
    qsizetype stage = -1, period = -1, amount = -1, value = -1, currency = -1, segment = -1;
};

const QStringList &namesOfPeriod()
{
    static const QStringList names{u"period"_s,  u"date"_s,    u"month"_s, u"quarter"_s,   u"week"_s,
                                   u"year"_s,    u"day"_s,     u"datum"_s, u"zeitraum"_s,  u"monat"_s,
                                   u"quartal"_s, u"woche"_s,   u"jahr"_s,  u"tag"_s,       u"periode"_s,
                                   u"mois"_s,    u"semaine"_s, u"annee"_s, u"trimestre"_s, u"fecha"_s,
                                   u"mes"_s,     u"periodo"_s, u"data"_s,  u"ano"_s};
    return names;
}

const QStringList &namesOfCount()
{
    static const QStringList names{u"count"_s,           u"n"_s,     u"number"_s, u"anzahl"_s,
                                   u"amount of deals"_s, u"total"_s, u"nombre"_s, u"cantidad"_s,
                                   u"quantidade"_s,      u"deals"_s, u"leads"_s,  u"rows"_s,
                                   u"stage count"_s,     u"counts"_s};
    return names;
}

// The first that is called by one of these names, the best known name first.
qsizetype columnNamed(const QStringList &columns, const QStringList &names)
{
    for (const QString &name : names)
        for (qsizetype i = 0; i < columns.size(); ++i)
            if (plainWords(columns.at(i)) == plainWords(name))
                return i;
    return -1;
}

Result<Columns> columnsOf(const QStringList &names)
{
    const Columns columns{
        .stage = columnNamed(names, namesOfRole(ColumnRole::Stage)),
        .period = columnNamed(names, namesOfPeriod()),
        .amount = columnNamed(names, namesOfCount()),
        .value = columnNamed(names, namesOfRole(ColumnRole::Value)),
        .currency = columnNamed(names, namesOfRole(ColumnRole::Currency)),
        .segment = columnNamed(names, namesOfRole(ColumnRole::Segment) + namesOfRole(ColumnRole::Product))};
    QStringList missing;
    if (columns.stage < 0)
        missing.append(u"stage"_s);
    if (columns.period < 0)
        missing.append(u"period"_s);
    if (columns.amount < 0)
        missing.append(u"count"_s);
    if (missing.isEmpty())
        return columns;
    return Error{
        Error::Code::Refused,
        Texts::tr("The query returns the columns %1. Missing: %2. Needed are stage, period (or date) "
                  "and count; value, currency and segment may follow. Name them in the query, as in "
                  "SELECT status AS stage, created AS date, count(*) AS count.")
            .arg(names.join(u", "_s), missing.join(u", "_s))};
}

// As a text without a sign of the locale; "" for NULL.
QString textOf(const QVariant &cell)
{
    if (cell.typeId() == QMetaType::Double)
        return QString::number(cell.toDouble(), 'f', QLocale::FloatingPointShortest);
    return cell.toString().trimmed();
}

Result<qint64> wholeOf(const QVariant &cell)
{
    const QString text = textOf(cell);
    if (text.isEmpty())
        return Error{Error::Code::Refused, Texts::tr("The count is empty (NULL).")};
    const auto number = readNumber(text, {.decimal = u'.', .grouping = 0});
    if (!number || !number->unit.isEmpty())
        return Error{Error::Code::Refused, Texts::tr("The count “%1” is no number.").arg(text)};
    const auto whole = number->value.scaled(0);
    if (!whole || number->value.scaled(number->value.scale) != Decimal{*whole, 0}.scaled(number->value.scale))
        return Error{Error::Code::Refused, Texts::tr("The count %1 is no whole number.").arg(text)};
    if (*whole < 0)
        return Error{Error::Code::Refused, Texts::tr("The count %1 is below 0.").arg(text)};
    return *whole;
}

Result<std::optional<Money>> moneyOf(const QVariant &cell, const QString &currency)
{
    const QString text = textOf(cell);
    if (text.isEmpty())
        return std::optional<Money>();
    const auto number = readNumber(text, {.decimal = u'.', .grouping = 0});
    if (!isCurrency(currency))
        return Error{Error::Code::Refused, Texts::tr("“%1” is no currency.").arg(currency)};
    const auto money = number && number->unit.isEmpty() ? Money::of(number->value, currency) : std::nullopt;
    if (!money)
        return Error{Error::Code::Refused, Texts::tr("The value “%1” is no amount of money.").arg(text)};
    return money;
}

Result<Period> periodOf(const QVariant &cell, Grain grain)
{
    if (cell.typeId() == QMetaType::QDate || cell.typeId() == QMetaType::QDateTime)
        return Period::containing(cell.toDate(), grain);
    const QString text = textOf(cell);
    if (text.isEmpty())
        return Error{Error::Code::Refused, Texts::tr("The period is empty (NULL).")};
    if (const Period period = Period::fromKey(text); period.isValid())
        return period;
    if (const QDate date = QDate::fromString(text.left(10), Qt::ISODate); date.isValid())
        return Period::containing(date, grain);
    return Error{
        Error::Code::Refused,
        Texts::tr("“%1” is no period. Give a date, or 2026, 2026-Q3, 2026-09 or 2026-W37.").arg(text)};
}

class Planner
{
public:
    Planner(const Document &document, Grain grain, const QString &currency)
        : m_stages(readFunnel(document).stages)
        , m_grain(grain)
        , m_currency(currency)
    {
    }

    void read(const QueryTable &table, const Columns &columns)
    {
        for (qsizetype i = 0; i < table.rows.size(); ++i)
            if (const auto taken = readRow(table.rows.at(i), columns); !taken && m_wrong.size() < keptRows)
                m_wrong.append({i + 1, taken.error().message});
    }

    QueryPlan plan(const Document &document) const
    {
        QueryPlan plan{.figures = m_figures.values(), .wrongRows = m_wrong, .unknownStages = {}};
        for (const auto &[name, rows] : m_unknown.asKeyValueRange())
            plan.unknownStages.append({name, rows});
        const QList<QVariantMap> typed = document.rows(u"funnel_number"_s);
        for (QueryFigure &figure : plan.figures)
            compare(figure, typed);
        return plan;
    }

private:
    Result<void> readRow(const QVariantList &row, const Columns &columns)
    {
        const QString name = textOf(row.at(columns.stage));
        const qsizetype stage = stageNamed(name);
        if (stage < 0) {
            ++m_unknown[name];
            return {};
        }
        const auto period = periodOf(row.at(columns.period), m_grain);
        if (!period)
            return period.error();
        const auto amount = wholeOf(row.at(columns.amount));
        if (!amount)
            return amount.error();
        const QString own = textOf(row.value(columns.currency)).toUpper();
        const auto worth = moneyOf(row.value(columns.value), own.isEmpty() ? m_currency : own);
        if (!worth)
            return worth.error();
        const QString segment = textOf(row.value(columns.segment));
        return add({.stage = m_stages.at(stage),
                    .period = *period,
                    .segment = segment,
                    .amount = *amount,
                    .worth = *worth,
                    .amountBefore = {}},
                   stage);
    }

    Result<void> add(const QueryFigure &more, qsizetype stage)
    {
        const auto key = std::tuple(more.period, stage, more.segment.toCaseFolded());
        const auto found = m_figures.find(key);
        if (found == m_figures.end()) {
            m_figures.insert(key, more);
            return {};
        }
        if (__builtin_add_overflow(found->amount, more.amount, &found->amount))
            return Error{Error::Code::Refused, Texts::tr("The counts add up to more than can be kept.")};
        if (found->worth && more.worth && found->worth->currency != more.worth->currency)
            return Error{
                Error::Code::Refused,
                Texts::tr("%1, %2 has values in %3 and %4. Give it in one currency.")
                    .arg(more.stage.name, more.period.key(), found->worth->currency, more.worth->currency)};
        const auto worth = found->worth && more.worth ? sum(*found->worth, *more.worth)
            : more.worth                              ? more.worth
                                                      : found->worth;
        if (more.worth && !worth)
            return Error{Error::Code::Refused, Texts::tr("The values add up to more than can be kept.")};
        found->worth = worth;
        return {};
    }

    qsizetype stageNamed(const QString &text) const
    {
        const QString words = plainWords(text);
        const auto same = [&words](const QString &name) { return plainWords(name) == words; };
        const auto found = std::find_if(m_stages.begin(), m_stages.end(), [&](const Stage &stage) {
            return same(stage.name) || std::any_of(stage.crmNames.begin(), stage.crmNames.end(), same);
        });
        return words.isEmpty() || found == m_stages.end() ? -1 : found - m_stages.begin();
    }

    // A typed date within the period counts like its first day; of several rows the last one counts.
    static void compare(QueryFigure &figure, const QList<QVariantMap> &typed)
    {
        for (const QVariantMap &row : typed) {
            const QString segment = row.value(u"segment"_s).toString().trimmed();
            if (row.value(u"stage"_s).toLongLong() != figure.stage.id
                || RowValues::period(row) != figure.period
                || segment.compare(figure.segment, Qt::CaseInsensitive) != 0)
                continue;
            figure.row = row.value(u"id"_s).toLongLong();
            figure.amountBefore = RowValues::whole(row, u"amount"_s);
            const bool sameWorth = !figure.worth || figure.worth == RowValues::money(row, u"worth"_s);
            figure.state = figure.amountBefore == figure.amount && sameWorth ? QueryFigure::State::AsBefore
                                                                             : QueryFigure::State::Changed;
        }
    }

    QList<Stage> m_stages;
    Grain m_grain;
    QString m_currency;
    QMap<std::tuple<Period, qsizetype, QString>, QueryFigure> m_figures;
    QMap<QString, qint64> m_unknown;
    QList<TableRemark> m_wrong;
};

QVariantMap columnsFor(const QueryFigure &figure)
{
    QVariantMap columns{{u"amount"_s, figure.amount}};
    if (figure.worth) {
        columns.insert(u"worth"_s, figure.worth->minor);
        columns.insert(u"worth_currency"_s, figure.worth->currency);
    }
    return columns;
}

} // namespace

qint64 QueryPlan::count(QueryFigure::State state) const
{
    return std::count_if(figures.begin(), figures.end(),
                         [state](const QueryFigure &figure) { return figure.state == state; });
}

Result<QueryPlan> planFigures(const Document &document, const QueryTable &table, Grain grain,
                              const QString &currency)
{
    const auto columns = columnsOf(table.columns);
    if (!columns)
        return columns.error();
    Planner planner(document, grain, currency);
    planner.read(table, *columns);
    return planner.plan(document);
}

Result<void> takeOver(Document &document, const QueryPlan &plan, const QString &queryName)
{
    if (!plan.wrongRows.isEmpty())
        return Error{Error::Code::Refused,
                     Texts::tr("Nothing was taken over. Row %1: %2")
                         .arg(plan.wrongRows.first().line)
                         .arg(plan.wrongRows.first().text)};
    if (plan.count(QueryFigure::State::AsBefore) == plan.figures.size())
        return {};
    return document.edit(Texts::tr("Numbers of query %1").arg(queryName), [&](const Database &database) {
        qint64 position
            = database.scalar(u"SELECT coalesce(max(position), 0) FROM funnel_number"_s).toLongLong();
        for (const QueryFigure &figure : plan.figures) {
            QVariantMap columns = columnsFor(figure);
            if (figure.state == QueryFigure::State::AsBefore)
                continue;
            if (figure.row != 0) {
                database.update(u"funnel_number"_s, figure.row, columns);
                continue;
            }
            columns.insert(u"id"_s, newId());
            columns.insert(u"position"_s, position += positionGap);
            columns.insert(u"stage"_s, figure.stage.id);
            columns.insert(RowValues::periodColumns(figure.period));
            columns.insert(u"segment"_s, figure.segment.isEmpty() ? QVariant() : figure.segment);
            database.insert(u"funnel_number"_s, columns);
        }
    });
}
