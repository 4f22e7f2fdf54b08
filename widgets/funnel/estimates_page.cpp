#include "widgets/funnel/estimates_page.h"

#include "models/arithmetic/dash.h"
#include "models/arithmetic/share.h"
#include "models/funnel/funnel_store.h"
#include "models/funnel/step_origins.h"
#include "models/worksheet/date_text.h"
#include "models/worksheet/value.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/controls/card.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int decimals = 1; // shown

QString percent(const std::optional<qint64> &share, const QLocale &locale)
{
    return share ? Fraction::of(*share, WholeShare).toPercent(locale, decimals, false) : dash();
}

Field beliefField(const QString &label)
{
    return {.key = u"belief"_s, .kind = FieldKind::Percent, .label = label};
}

// Behind what both believed: rates that may be slips.
QString askedAbout(qint64 marketing, qint64 sales, const QLocale &locale)
{
    QString questions;
    if (marketing > WholeShare)
        questions += u' '
            % EstimatesPage::tr("Marketing's %1 is more than 100 %: is that meant?")
                  .arg(percent(marketing, locale));
    if (sales > WholeShare)
        questions += u' '
            % EstimatesPage::tr("Sales' %1 is more than 100 %: is that meant?").arg(percent(sales, locale));
    return questions;
}

QString points(const Fraction &gap, const QLocale &locale)
{
    if (!gap.isValid())
        return dash();
    const Fraction off = gap * Fraction(100);
    const QString text = off.toText(locale, off.decimalsToTell(decimals));
    return gap > Fraction(0) ? locale.positiveSign() + text : text;
}

} // namespace

EstimatesPage::EstimatesPage(const PageContext &context, const Page &page, DealReader deals, QWidget *parent)
    : FiguresPage(context, page, funnelTables() + QSet<QString>{u"funnel_estimate"_s}, parent)
    , m_deals(std::move(deals))
    , m_stage(new QComboBox)
    , m_marketing(makeEntry(tr("Marketing believes")))
    , m_sales(makeEntry(tr("Sales believes")))
    , m_reveal(new QPushButton(tr("Show both and the actual figure")))
    , m_refusal(new InlineBar(Severity::Warning, {}))
    , m_result(new TextLabel({}))
    , m_gaps(new FigureTableView)
{
    auto *card = new Card;
    card->setAccessibleName(tr("Estimate blind"));
    auto *column = new QVBoxLayout(card);
    auto *title = new TextLabel(tr("Estimate blind"));
    setTextStyle(title, TextStyle::Heading);
    column->addWidget(title);
    column->addWidget(
        new TextLabel(tr("Choose a rate. Each side types what it believes; nothing is to be seen "
                         "until both have."),
                      Theme::Role::Muted));
    auto *entries = new QWidget;
    auto *flow = new FlowLayout(entries);
    flow->setContentsMargins({});
    m_stage->setAccessibleName(tr("Rate"));
    m_stage->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (QWidget *entry : std::initializer_list<QWidget *>{m_stage, m_marketing, m_sales, m_reveal})
        flow->addWidget(entry);
    column->addWidget(entries);
    column->addWidget(m_refusal);
    m_refusal->hide();
    column->addWidget(m_result);
    column->addWidget(m_gaps);
    m_result->hide();
    m_gaps->setAccessibleName(tr("Gaps of all estimates"));
    addCard(card);
    connect(m_refusal, &InlineBar::closed, m_refusal, &QWidget::hide);
    for (QLineEdit *entry : {m_marketing, m_sales})
        connect(entry, &QLineEdit::textChanged, m_refusal, &QWidget::hide);
    connect(m_reveal, &QPushButton::clicked, this, &EstimatesPage::reveal);
    enableReveal();
}

QLineEdit *EstimatesPage::makeEntry(const QString &name)
{
    auto *entry = new QLineEdit;
    entry->setAccessibleName(name);
    entry->setPlaceholderText(name);
    entry->setEchoMode(QLineEdit::Password);
    entry->setMinimumWidth(em(this, 11));
    connect(entry, &QLineEdit::textChanged, this, &EstimatesPage::enableReveal);
    return entry;
}

QString EstimatesPage::result() const
{
    return m_result->isHidden() ? QString() : m_result->text();
}

void EstimatesPage::enableReveal()
{
    m_reveal->setEnabled(!context().document.isReadOnly() && m_stage->count() > 0
                         && !m_marketing->text().trimmed().isEmpty() && !m_sales->text().trimmed().isEmpty());
}

void EstimatesPage::readStages()
{
    const QVariant chosen = m_stage->currentData();
    m_stage->clear();
    for (qsizetype i = 1; i < m_stages.size(); ++i)
        m_stage->addItem(stepLabel(m_stages.at(i).id), m_stages.at(i).id);
    m_stage->setCurrentIndex(std::max(0, m_stage->findData(chosen)));
}

QString EstimatesPage::stepLabel(qint64 stage) const
{
    for (qsizetype i = 1; i < m_stages.size(); ++i)
        if (m_stages.at(i).id == stage)
            return tr("%1 of %2").arg(m_stages.at(i).name, m_stages.at(i - 1).name);
    return dash();
}

// Of what was estimated before: the stages may have stood in another order then.
QString EstimatesPage::stepOf(const BlindEstimate &estimate) const
{
    const int at = indexOfStage(m_stages, estimate.stage);
    if (at < 0)
        return dash();
    const QString &name = m_stages.at(at).name;
    if (estimate.from.isEmpty())
        return tr("into %1", "rate of the step into a stage").arg(name);
    const QString now = nameBefore(m_stages, estimate.stage);
    const QString then = tr("%1 of %2").arg(name, estimate.from);
    return now.isEmpty() || now.compare(estimate.from, Qt::CaseInsensitive) == 0
        ? then
        : tr("%1; the step is now of %2", "step, stage").arg(then, now);
}

void EstimatesPage::read()
{
    const QLocale locale;
    const FunnelInputs inputs = readFunnel(context().document);
    m_stages = inputs.stages;
    const Grain grain = usualGrain(inputs.typed);
    m_funnels = inputs.funnels(dealFigures(m_deals, context(), m_stages, grain), grain, CountedBy::Event);
    readStages();
    enableReveal();
    FigureTable table{.head = {tr("On"), tr("Rate"), tr("Marketing"), tr("Sales"), tr("Actual"),
                               tr("Marketing, points off"), tr("Sales, points off")},
                      .rows = {},
                      .textColumns = 2};
    for (const BlindEstimate &estimate : readEstimates(context().document))
        table.rows.append({shortDate(estimate.on, locale), stepOf(estimate),
                           percent(estimate.marketing, locale), percent(estimate.sales, locale),
                           percent(estimate.actual, locale), points(estimate.gapOf(Team::Marketing), locale),
                           points(estimate.gapOf(Team::Sales), locale)});
    m_gaps->setFigures(table);
    m_gaps->setVisible(!table.rows.isEmpty());
}

BlindEstimate EstimatesPage::actualOf(qsizetype stage) const
{
    BlindEstimate estimate{.on = QDate::currentDate(),
                           .stage = m_stages.at(stage).id,
                           .marketing = {},
                           .sales = {},
                           .actual = {},
                           .period = {}};
    for (auto funnel = m_funnels.crbegin(); funnel != m_funnels.crend(); ++funnel) {
        const Rate rate = funnel->stepRate(static_cast<int>(stage) - 1);
        if (!rate.isKnown() || funnel->period.end() > estimate.on) // only what is over is known in full
            continue;
        estimate.actual = rate.value().scaled(ShareDecimals);
        estimate.period = funnel->period;
        break;
    }
    return estimate;
}

std::optional<qint64> EstimatesPage::beliefIn(QLineEdit *entry)
{
    const Field field = beliefField(entry->accessibleName());
    const auto value = Value::fromText(field, entry->text(), QLocale(), {});
    if (value && !Value::isEmpty(*value))
        return value->toLongLong();
    // What was typed stays unseen in the message too.
    m_refusal->setText(tr("What is typed under “%1” is not a percentage. Write it like %2.")
                           .arg(field.label, QLocale().toString(12.5) % u" %"_s));
    m_refusal->show();
    entry->setFocus();
    entry->selectAll();
    return {};
}

void EstimatesPage::reveal()
{
    const qsizetype stage = m_stage->currentIndex() + 1;
    if (stage >= m_stages.size())
        return;
    const auto marketing = beliefIn(m_marketing);
    const auto sales = marketing ? beliefIn(m_sales) : std::nullopt;
    if (!marketing || !sales)
        return;
    BlindEstimate estimate = actualOf(stage);
    estimate.marketing = marketing;
    estimate.sales = sales;
    if (const auto kept = keepEstimate(context().document, estimate); !kept)
        return tell(kept); // both beliefs stay in their fields
    const QLocale locale;
    const QString actual = estimate.actual
        ? tr("In %1 it was %2.").arg(estimate.period.label(locale), percent(estimate.actual, locale))
        : tr("What it really was is not known: the numbers are missing.");
    m_result->setText(
        tr("%1: marketing believed %2, sales %3. %4")
            .arg(stepLabel(estimate.stage), percent(marketing, locale), percent(sales, locale), actual)
        + askedAbout(*marketing, *sales, locale));
    m_result->show();
    m_stage->setFocus(Qt::OtherFocusReason); // for the next one; without entries the button cannot keep it
    m_marketing->clear();
    m_sales->clear();
}
