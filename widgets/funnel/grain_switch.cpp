#include "widgets/funnel/grain_switch.h"

namespace {

QStringList labelsTo(Grain longest)
{
    QStringList labels;
    for (const Grain grain : {Grain::Week, Grain::Month, Grain::Quarter, Grain::Year})
        if (grain <= longest)
            labels.append(grainLabel(grain));
    return labels;
}

} // namespace

GrainSwitch::GrainSwitch(Grain longest, QWidget *parent)
    : ChoiceSwitch(tr("Period"), labelsTo(longest), parent)
{
    setGrain(Grain::Quarter);
}
