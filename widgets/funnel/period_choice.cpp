#include "widgets/funnel/period_choice.h"

#include "widgets/controls/flow_layout.h"
#include "widgets/funnel/choice_switch.h"

#include <QComboBox>

#include <algorithm>
#include <array>

namespace {

constexpr std::array grains{Grain::Week, Grain::Month, Grain::Quarter, Grain::Year};

QStringList labels()
{
    QStringList labels;
    for (const Grain grain : grains)
        labels.append(grainLabel(grain));
    return labels;
}

} // namespace

PeriodChoice::PeriodChoice(QWidget *parent)
    : QWidget(parent)
    , m_grain(new ChoiceSwitch(tr("Period"), labels()))
    , m_period(new QComboBox)
{
    auto *flow = new FlowLayout(this);
    flow->setContentsMargins({});
    flow->addWidget(m_grain);
    flow->addWidget(m_period);
    m_period->setAccessibleName(tr("Which period"));
    m_period->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setGrain(Grain::Quarter);
    connect(m_grain, &ChoiceSwitch::chosen, this, &PeriodChoice::grainChosen);
    connect(m_period, &QComboBox::activated, this, &PeriodChoice::periodChosen);
}

Grain PeriodChoice::grain() const
{
    return grains.at(static_cast<size_t>(std::max(m_grain->current(), 0)));
}

void PeriodChoice::setGrain(Grain grain)
{
    m_grain->setCurrent(static_cast<int>(std::find(grains.begin(), grains.end(), grain) - grains.begin()));
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
        m_period->addItem(period.label(locale), period.key());
    m_offered = !periods.isEmpty();
    const int kept = chosen.isEmpty() ? -1 : m_period->findData(chosen);
    const int other = std::max(m_period->findData(preferred.key()), 1);
    m_period->setCurrentIndex(atAnyTime || periods.isEmpty() ? 0 : kept >= 0 ? kept : other);
}
