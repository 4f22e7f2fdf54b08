#include "widgets/funnel/period_choice.h"

#include "widgets/controls/flow_layout.h"
#include "widgets/funnel/grain_switch.h"

#include <QComboBox>

#include <algorithm>

PeriodChoice::PeriodChoice(QWidget *parent)
    : QWidget(parent)
    , m_grain(new GrainSwitch)
    , m_period(new QComboBox)
{
    auto *flow = new FlowLayout(this);
    flow->setContentsMargins({});
    flow->addWidget(m_grain);
    flow->addWidget(m_period);
    m_period->setAccessibleName(tr("Which period"));
    m_period->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_grain, &GrainSwitch::chosen, this, [this] {
        m_grainChosen = true;
        Q_EMIT grainChosen();
    });
    connect(m_period, &QComboBox::activated, this, &PeriodChoice::periodChosen);
}

Grain PeriodChoice::grain() const
{
    return m_grain->grain();
}

std::optional<Grain> PeriodChoice::chosenGrain() const
{
    return m_grainChosen ? std::optional(grain()) : std::nullopt;
}

void PeriodChoice::setGrain(Grain grain)
{
    m_grain->setGrain(grain);
}

Period PeriodChoice::period() const
{
    return Period::fromKey(m_period->currentData().toString());
}

void PeriodChoice::offer(QList<Period> periods, const Period &preferred)
{
    const bool atAnyTime = m_offered && m_period->currentIndex() == 0;
    const QString chosen = m_period->currentData().toString();
    std::sort(periods.begin(), periods.end(), std::greater<>());
    periods.resize(std::distance(periods.begin(), std::unique(periods.begin(), periods.end())));
    const QLocale locale;
    m_period->clear();
    m_period->addItem(tr("At any time"));
    for (const Period &period : std::as_const(periods))
        m_period->addItem(period.labelOn(QDate::currentDate(), locale), period.key());
    m_offered = !periods.isEmpty();
    const int kept = chosen.isEmpty() ? -1 : m_period->findData(chosen);
    const int other = std::max(m_period->findData(preferred.key()), 1);
    m_period->setCurrentIndex(atAnyTime || periods.isEmpty() ? 0 : kept >= 0 ? kept : other);
}
