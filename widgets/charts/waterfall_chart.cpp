#include "widgets/charts/waterfall_chart.h"

#include "models/arithmetic/dash.h"
#include "models/arithmetic/wide.h"
#include "models/funnel/column_decimals.h"
#include "widgets/charts/amount_axis.h"
#include "widgets/shell/theme.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QCursor>
#include <QLegend>
#include <QLineSeries>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Writes the amounts of one change, all with as many decimals.
struct Amounts
{
    Amounts(const QList<Money> &all, const QLocale &shown)
        : locale(shown)
        , currency(all.first().currency)
        , decimals(decimalsFor(all))
    {
    }

    static Amounts of(const WhatChanged &changed, const QLocale &shown)
    {
        QList<Money> all{changed.after, changed.before};
        for (const ChangeFactor &factor : changed.factors)
            all.append({factor.part, changed.after.currency});
        return {all, shown};
    }

    // Without what made up each segment's change.
    static Amounts of(const ChangeBySegment &changed, const QLocale &shown)
    {
        QList<Money> all{changed.whole.after, changed.whole.before, changed.rest};
        for (const ChangeBySegment::Part &part : changed.parts)
            all += {part.changed.before, part.changed.after};
        return {all, shown};
    }

    QString text(const Money &money) const { return money.toText(locale, decimals); }
    // From one amount to another as they are shown: without cents, parts would else not add up to what is.
    QString change(qint64 from, qint64 to) const
    {
        const qint64 minor = shown(to) - shown(from);
        return (minor > 0 ? u"+"_s : QString()) + text({minor, currency});
    }
    qint64 shown(qint64 minor) const
    {
        const qint64 unit = decimals == Money::Decimals::None ? powerOfTen(currencyDigits(currency)) : 1;
        return Fraction::of(minor, unit).rounded().value_or(0) * unit;
    }

    QLocale locale;
    QString currency;
    Money::Decimals decimals;
};

QString valueText(const ChangeFactor &factor, const Rate &value, const QString &currency,
                  const QLocale &locale)
{
    if (!value.isKnown())
        return dash();
    if (factor.kind == ChangeFactor::Kind::Rate)
        return value.toText(locale, 2, false);
    if (factor.kind == ChangeFactor::Kind::Volume)
        return value.value().toText(locale, 0);
    const auto minor = value.value().scaled(currencyDigits(currency));
    return minor ? moneyText(Money{*minor, currency}, locale) : dash();
}

double inMajor(qint64 minor, const QString &currency)
{
    return Money{minor, currency}.amount().toDouble();
}

// A bar that lies at `at` and need not begin at 0, which bar series cannot.
QAreaSeries *areaOf(const WaterfallBar &bar, double at, const QString &currency)
{
    constexpr double halfBar = 0.36;
    const double left = std::min(inMajor(bar.from, currency), inMajor(bar.to, currency));
    const double right = std::max(inMajor(bar.from, currency), inMajor(bar.to, currency));
    auto *upper = new QLineSeries;
    auto *lower = new QLineSeries;
    *upper << QPointF(left, at + halfBar) << QPointF(right, at + halfBar);
    *lower << QPointF(left, at - halfBar) << QPointF(right, at - halfBar);
    auto *area = new QAreaSeries(upper, lower);
    upper->setParent(area);
    lower->setParent(area);
    return area;
}

QColor colourOf(const WaterfallBar &bar, const Theme &theme)
{
    if (bar.total)
        return theme.color(Theme::Role::Accent);
    return theme.color(bar.to < bar.from ? Theme::Role::Warning : Theme::Role::Good);
}

} // namespace

QList<WaterfallBar> waterfallOf(const WhatChanged &changed, const QLocale &locale)
{
    const Amounts amounts = Amounts::of(changed, locale);
    QList<WaterfallBar> bars{{.label = changed.from.label(locale),
                              .text = amounts.text(changed.before),
                              .from = 0,
                              .to = changed.before.minor,
                              .total = true}};
    for (const ChangeFactor &factor : changed.factors) {
        const qint64 from = bars.last().to;
        bars.append({.label = factor.label(),
                     .text = amounts.change(from, from + factor.part),
                     .from = from,
                     .to = from + factor.part});
    }
    bars.append({.label = changed.to.label(locale),
                 .text = amounts.text(changed.after),
                 .from = 0,
                 .to = changed.after.minor,
                 .total = true});
    return bars;
}

FigureTable changeTable(const WhatChanged &changed, const QLocale &locale)
{
    FigureTable table{.head = {WaterfallChart::tr("Factor"), changed.from.label(locale),
                               changed.to.label(locale), WaterfallChart::tr("Part of the change")},
                      .rows = {}};
    const QString currency = changed.after.currency;
    const Amounts amounts = Amounts::of(changed, locale);
    qint64 from = changed.before.minor;
    for (const ChangeFactor &factor : changed.factors) {
        table.rows.append({factor.label(), valueText(factor, factor.before, currency, locale),
                           valueText(factor, factor.after, currency, locale),
                           amounts.change(from, from + factor.part)});
        from += factor.part;
    }
    table.rows.append({WaterfallChart::tr("Won value"), amounts.text(changed.before),
                       amounts.text(changed.after),
                       amounts.change(changed.before.minor, changed.after.minor)});
    return table;
}

QList<WaterfallBar> waterfallOf(const ChangeBySegment &changed, const QLocale &locale)
{
    const Amounts amounts = Amounts::of(changed, locale);
    QList<WaterfallBar> bars = waterfallOf(changed.whole, locale);
    WaterfallBar last = bars.last();
    bars.resize(1);
    // As many decimals as the bars between them.
    bars.first().text = amounts.text(changed.whole.before);
    last.text = amounts.text(changed.whole.after);
    const auto add = [&](const QString &name, qint64 change) {
        const qint64 from = bars.last().to;
        bars.append(
            {.label = name, .text = amounts.change(from, from + change), .from = from, .to = from + change});
    };
    for (const ChangeBySegment::Part &part : changed.parts)
        if (part.changed.problem == WhatChanged::Problem::None)
            add(part.name, part.changed.after.minor - part.changed.before.minor);
    if (changed.rest.minor != 0)
        add(changed.restLabel(), changed.rest.minor);
    bars.append(last);
    return bars;
}

namespace {

Amounts partAmounts(const ChangeBySegment &changed, const QLocale &locale)
{
    QList<Money> all{changed.whole.after};
    for (const ChangeBySegment::Part &part : changed.parts)
        for (const ChangeFactor &factor : part.changed.factors)
            all.append({factor.part, changed.whole.after.currency});
    return {all, locale};
}

// What volume, rates and deal size made of a segment's change.
QStringList kindsOf(const WhatChanged &own, const Amounts &parts)
{
    QStringList texts;
    qint64 from = own.before.minor;
    for (const auto kind :
         {ChangeFactor::Kind::Volume, ChangeFactor::Kind::Rate, ChangeFactor::Kind::DealSize}) {
        qint64 sum = 0;
        for (const ChangeFactor &factor : own.factors)
            sum += factor.kind == kind ? factor.part : 0;
        texts.append(parts.change(from, from + sum));
        from += sum;
    }
    return texts;
}

} // namespace

FigureTable changeTable(const ChangeBySegment &changed, const QLocale &locale)
{
    const WhatChanged &whole = changed.whole;
    const Amounts amounts = Amounts::of(changed, locale), parts = partAmounts(changed, locale);
    FigureTable table{.head
                      = {WaterfallChart::tr("Segment"), whole.from.label(locale), whole.to.label(locale),
                         WaterfallChart::tr("By volume"), WaterfallChart::tr("By rates"),
                         WaterfallChart::tr("By deal size"), WaterfallChart::tr("Change")},
                      .rows = {}};
    const QString none = dash();
    qint64 from = whole.before.minor;
    for (const ChangeBySegment::Part &part : changed.parts) {
        const WhatChanged &own = part.changed;
        if (own.problem != WhatChanged::Problem::None) {
            table.rows.append({part.name, none, none, none, none, none, none});
            continue;
        }
        const qint64 change = own.after.minor - own.before.minor;
        table.rows.append(QStringList{part.name, amounts.text(own.before), amounts.text(own.after)}
                          + kindsOf(own, parts) + QStringList{amounts.change(from, from + change)});
        from += change;
    }
    if (changed.rest.minor != 0)
        table.rows.append({changed.restLabel(), none, none, none, none, none,
                           amounts.change(from, from + changed.rest.minor)});
    table.rows.append({WaterfallChart::tr("Together"),
                       amounts.text(whole.before),
                       amounts.text(whole.after),
                       {},
                       {},
                       {},
                       amounts.change(whole.before.minor, whole.after.minor)});
    return table;
}

QString segmentRemark(const ChangeBySegment &changed)
{
    QStringList lines;
    for (const ChangeBySegment::Part &part : changed.parts)
        if (part.changed.problem != WhatChanged::Problem::None)
            lines.append(WaterfallChart::tr("%1: %2").arg(part.name, part.changed.reason()));
    if (const QString rule = changed.restRule(); !rule.isEmpty())
        lines.append(rule);
    return lines.join(u'\n');
}

WaterfallChart::WaterfallChart(QWidget *parent)
    : ChartPanel(tr("What changed"), parent)
{
}

void WaterfallChart::setChange(const WhatChanged &changed)
{
    if (changed.problem != WhatChanged::Problem::None) {
        setNothingToShow(changed.reason());
        return;
    }
    const QLocale locale;
    showBars(waterfallOf(changed, locale), changeTable(changed, locale), changed.after.currency,
             tr("numbers of both periods; parts are Shapley values and add up exactly"));
}

void WaterfallChart::setChange(const ChangeBySegment &changed)
{
    if (changed.whole.problem != WhatChanged::Problem::None) {
        setNothingToShow(changed.reason());
        return;
    }
    if (changed.parts.isEmpty()) {
        setNothingToShow(tr("Nothing is known of such parts. They come with the column of an import, or are "
                            "typed as segments on “Numbers”."));
        return;
    }
    const QLocale locale;
    showBars(waterfallOf(changed, locale), changeTable(changed, locale), changed.whole.after.currency,
             tr("numbers of both periods, each segment for itself; changes add up exactly"));
}

void WaterfallChart::showBars(const QList<WaterfallBar> &bars, const FigureTable &table,
                              const QString &currency, const QString &source)
{
    redrawWith([this, bars, table, currency, source] { showBars(bars, table, currency, source); });
    auto *chart = new QChart;
    chart->legend()->hide(); // each bar has its name and its sign
    auto *factors = new QCategoryAxis; // from top to bottom, so that their names can be read
    factors->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    factors->setGridLineVisible(false);
    factors->setReverse();
    factors->setRange(-0.5, static_cast<double>(bars.size()) - 0.5);
    double lowest = 0, highest = 0;
    for (const WaterfallBar &bar : bars) {
        lowest = std::min({lowest, inMajor(bar.from, currency), inMajor(bar.to, currency)});
        highest = std::max({highest, inMajor(bar.from, currency), inMajor(bar.to, currency)});
    }
    auto *amounts = new AmountAxis(lowest, highest);
    addAxes(chart, amounts, factors);
    for (qsizetype i = 0; i < bars.size(); ++i) {
        const WaterfallBar &bar = bars.at(i);
        QAreaSeries *area = areaOf(bar, static_cast<double>(i), currency);
        area->setColor(colourOf(bar, Theme::of(this)));
        area->setBorderColor(area->color());
        chart->addSeries(area);
        area->attachAxis(factors);
        area->attachAxis(amounts);
        connect(area, &QAreaSeries::hovered, area, [bar](const QPointF &, bool over) {
            QToolTip::showText(QCursor::pos(), over ? tr("%1: %2").arg(bar.label, bar.text) : QString());
        });
    }
    m_bars = bars;
    m_names.clear();
    m_factors = factors;
    connect(chart, &QChart::plotAreaChanged, this, &WaterfallChart::fitNames);
    fitNames();
    setChart(chart, table, currency, source);
    setLines(bars.size(), bars.size());
}

// A name is shortened where there is no room for it, its figure never. Qt gives an axis two fifths of the
// chart.
void WaterfallChart::fitNames()
{
    constexpr double share = 0.4;
    const QFontMetrics metrics(font());
    const double width = chart()->size().width() - chart()->margins().left() - chart()->margins().right();
    const int room = std::max(em(this, 8), static_cast<int>(width * share) - em(this));
    QStringList names;
    for (const WaterfallBar &bar : std::as_const(m_bars)) {
        const int left = room - metrics.horizontalAdvance(tr("%1: %2").arg(QString(), bar.text));
        const QString name = metrics.elidedText(bar.label, Qt::ElideMiddle, std::max(em(this, 2), left));
        // Spaces without width keep apart what reads alike: an axis has each text once.
        names.append(tr("%1: %2").arg(name, bar.text) + QString(names.size(), QChar(0x200b)));
    }
    if (!m_factors || names == m_names)
        return;
    for (qsizetype i = 0; i < names.size(); ++i)
        if (i >= m_names.size())
            m_factors->append(names.at(i), static_cast<double>(i));
        else if (names.at(i) != m_names.at(i))
            m_factors->replaceLabel(m_names.at(i), names.at(i));
    m_names = names;
}
