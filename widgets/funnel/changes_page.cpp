#include "widgets/funnel/changes_page.h"

#include "models/funnel/currencies.h"
#include "models/funnel/segment_change.h"
#include "models/worksheet/date_text.h"
#include "widgets/charts/picture_menu.h"
#include "widgets/charts/waterfall_chart.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/currency_choice.h"
#include "widgets/funnel/grain_switch.h"
#include "widgets/funnel/no_numbers_card.h"
#include "widgets/funnel/segment_switch.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/notifier.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

ChangesPage::ChangesPage(const PageContext &page, DealReader deals, QWidget *parent)
    : PageView(parent)
    , m_page(page)
    , m_deals(std::move(deals))
    , m_grain(new GrainSwitch)
    , m_by(new SegmentSwitch(tr("By"), tr("Factor")))
    , m_from(makeBox(tr("From")))
    , m_to(makeBox(tr("To")))
    , m_currency(new CurrencyChoice)
    , m_column(new QVBoxLayout(this))
    , m_tools(new Card)
    , m_empty(buildEmpty())
    , m_noted(new Card)
    , m_rule(new TextLabel({}, Theme::Role::Muted))
    , m_leftOut(new TextLabel({}, Theme::Role::Muted))
    , m_notes(new TextLabel({}))
{
    m_by->setCurrent(0);
    auto *flow = new FlowLayout(m_tools);
    flow->addWidget(m_grain);
    for (QComboBox *box : {m_from, m_to}) {
        flow->addWidget(
            new TextLabel(box->accessibleName(), Theme::Role::Muted, nullptr, TextLabel::Fit::Shortened));
        flow->addWidget(box);
    }
    flow->addWidget(m_by);
    flow->addWidget(m_currency);
    m_noted->setAccessibleName(tr("Notes on the time line"));
    auto *notesColumn = new QVBoxLayout(m_noted);
    auto *title = new TextLabel(tr("What we noted in this time"));
    setTextStyle(title, TextStyle::Heading);
    notesColumn->addWidget(title);
    notesColumn->addWidget(m_notes);
    notesColumn->addWidget(m_leftOut);
    m_column->setContentsMargins(0, 0, 0, em(this));
    m_column->setSpacing(em(this, 0.8));
    for (QWidget *part : {m_tools, m_empty, static_cast<QWidget *>(m_rule), m_noted})
        m_column->addWidget(part);
    m_column->addStretch(1);
    connect(m_grain, &ChoiceSwitch::chosen, this, &ChangesPage::read);
    connect(m_currency, &QComboBox::activated, this, &ChangesPage::read);
    connect(m_by, &ChoiceSwitch::chosen, this, &ChangesPage::compare);
    follow(page.document, funnelTables());
}

QWidget *ChangesPage::buildEmpty()
{
    auto *card = new NoNumbersCard(
        tr("What made the difference?"),
        tr("As soon as there are numbers for two periods, the change of won value between them is split here "
           "over volume, every step rate and deal size. Type them, or import an export of your CRM."),
        m_page.document.isReadOnly());
    connect(card, &NoNumbersCard::typeRequested, this, &ChangesPage::numbersRequested);
    connect(card, &NoNumbersCard::importRequested, this, &ChangesPage::importRequested);
    return card;
}

Grain ChangesPage::grain() const
{
    return m_grain->grain();
}

QComboBox *ChangesPage::makeBox(const QString &name)
{
    auto *box = new QComboBox;
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(box, &QComboBox::activated, this, &ChangesPage::compare);
    return box;
}

QString ChangesPage::rule() const
{
    return m_rule->text();
}

QString ChangesPage::notes() const
{
    return m_notes->text();
}

// Keeps the chosen period where it is still there.
void ChangesPage::fill(QComboBox *box, const QString &wanted, qsizetype otherwise)
{
    const QLocale locale;
    box->clear();
    for (const FunnelFigures &funnel : std::as_const(m_funnels))
        box->addItem(funnel.period.labelOn(QDate::currentDate(), locale), funnel.period.key());
    const int kept = box->findData(wanted);
    box->setCurrentIndex(kept >= 0 ? kept : static_cast<int>(std::max<qsizetype>(otherwise, 0)));
    box->setEnabled(m_funnels.size() > 1);
}

void ChangesPage::read()
{
    if (!m_chart) {
        m_chart = new WaterfallChart;
        m_column->insertWidget(1, m_chart);
        connect(m_chart, &ChartPanel::saveRequested, this,
                [this](const Picture &picture) { askAndSavePicture(picture, m_page.notifier, window()); });
    }
    m_inputs = readFunnel(m_page.document);
    m_segmentsOf.reset();
    m_summary = dealFigures(m_deals, m_page, m_inputs.stages, grain());
    m_currency->offer(m_page.document, m_inputs, m_summary);
    m_funnels = m_inputs.funnels(m_summary, grain(), CountedBy::Event, m_currency->currency());
    const qsizetype newest = std::max<qsizetype>(newestFull(m_funnels, QDate::currentDate()), 1);
    fill(m_from, m_from->currentData().toString(), newest - 1);
    fill(m_to, m_to->currentData().toString(), std::min(newest, m_funnels.size() - 1));
    const bool two = m_funnels.size() > 1;
    m_empty->setVisible(!two);
    m_tools->setVisible(m_summary.rows > 0 || !m_inputs.typed.isEmpty()); // other grains may have two
    m_chart->setVisible(two);
    m_noted->setVisible(two);
    compare();
    m_rule->setVisible(two && !m_rule->text().isEmpty());
}

FunnelFigures ChangesPage::chosen(const QComboBox *box) const
{
    return m_funnels.value(box->currentIndex());
}

void ChangesPage::compare()
{
    const FunnelFigures from = chosen(m_from);
    const FunnelFigures to = chosen(m_to);
    QStringList rules{figuresRule(m_summary, CountedBy::Event, m_currency->currency()),
                      dealSizeRule(m_summary, from.period, to.period)};
    rules.removeAll(QString());
    m_rule->setText(rules.join(u' '));
    if (m_by->kind()) {
        compareSegments(from, to);
    } else {
        const WhatChanged changed = whatChanged(from, to);
        m_chart->setChange(changed);
        m_leftOut->setText(changed.leftOutText(QLocale()));
    }
    m_leftOut->setVisible(!m_leftOut->text().isEmpty());
    const QLocale locale;
    QStringList lines;
    if (from.period.isValid() && to.period.isValid())
        for (const FunnelNote &note : notesBetween(m_inputs.notes, from.period, to.period))
            lines.append(tr("%1: %2").arg(shortDate(note.on, locale), note.text));
    m_notes->setText(lines.isEmpty() ? tr("Nothing. Notes are made on the page “Trends”.")
                                     : lines.join(u'\n'));
}

void ChangesPage::compareSegments(const FunnelFigures &from, const FunnelFigures &to)
{
    readSegmentsOf(*m_by->kind());
    const ChangeBySegment changed = changeBySegment(from, to, m_segments);
    m_chart->setChange(changed);
    m_leftOut->setText(segmentRemark(changed));
}

void ChangesPage::readSegmentsOf(SegmentKind kind)
{
    if (m_segmentsOf == kind)
        return;
    auto segments = readSegments(m_page.document, m_inputs.stages, grain(), kind, m_currency->currency());
    if (!segments) {
        m_page.notifier.report(segments.error());
        return;
    }
    m_segments = std::move(*segments);
    m_segmentsOf = kind;
}
