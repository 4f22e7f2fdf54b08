#include "widgets/funnel/handover_figures.h"

#include "models/funnel/handover_texts.h"
#include "widgets/controls/chip.h"
#include "widgets/controls/columns_layout.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"

#include <QVBoxLayout>

namespace {
constexpr double cellEms = 8.5;
}

HandoverFigures::HandoverFigures(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(title))
    , m_state(new Chip({}))
    , m_period(new TextLabel({}, Theme::Role::Muted))
    , m_breaches(new TextLabel({}, Theme::Role::Warning))
    , m_rule(new TextLabel(HandoverTexts::rule(), Theme::Role::Muted))
    , m_area(new QWidget)
    , m_cells(new ColumnsLayout(em(this, cellEms), m_area))
{
    setTextStyle(m_title, TextStyle::Heading);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_state);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(head);
    column->addWidget(m_period);
    column->addWidget(m_breaches);
    column->addWidget(m_area);
    column->addWidget(m_rule);
    column->addStretch();
    m_cells->setSpacing(em(this, 0.6));
}

void HandoverFigures::setTitle(const QString &title)
{
    m_title->setText(title);
}

void HandoverFigures::setHealth(const HandoverHealth &health, const GateContract *contract,
                                const Period &period)
{
    using State = HandoverHealth::State;
    const QLocale locale;
    m_state->setText(HandoverTexts::stateWord(health.state));
    m_state->setLook(health.state == State::Broken     ? Chip::Look::Warning
                         : health.state == State::Kept ? Chip::Look::Tinted
                                                       : Chip::Look::Outlined);
    m_state->setAccessibleName(tr("Contract: %1").arg(m_state->text()));
    const QString when = period.isValid() ? period.label(locale) : tr("at any time");
    m_period->setText(health.handedOver > 0  ? tr("From the log of handovers, %1").arg(when)
                          : period.isValid() ? tr("Nothing is logged for %1.").arg(when)
                                             : tr("Nothing is logged yet."));
    m_breaches->setText(HandoverTexts::breaches(health, contract, locale).join(QLatin1Char('\n')));
    m_breaches->setVisible(!m_breaches->text().isEmpty());
    m_rule->setVisible(contract && health.breaches.isEmpty());
    while (QLayoutItem *item = m_cells->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const HandoverTexts::Figure &figure : HandoverTexts::figures(health, contract, locale))
        addFigure(figure.label, figure.text, figure.broken ? Theme::Role::Warning : Theme::Role::Ink);
}

void HandoverFigures::addFigure(const QString &label, const QString &text, Theme::Role role)
{
    auto *cell = new QWidget(m_area);
    auto *value = new TextLabel(text, role);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTextStyle(value, TextStyle::Heading);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins({});
    column->setSpacing(0);
    // A screen reader comes to the name first, and says it once.
    column->addWidget(new TextLabel(label, Theme::Role::Muted));
    column->insertWidget(0, value);
    m_cells->addWidget(cell, text.contains(QLatin1Char('\n')));
}

QString HandoverFigures::state() const
{
    return m_state->text();
}
