#pragma once

#include "models/arithmetic/period.h"
#include "widgets/funnel/choice_switch.h"

// Weeks, months, quarters or years; quarters at first.
class GrainSwitch : public ChoiceSwitch
{
    Q_OBJECT

public:
    explicit GrainSwitch(Grain longest = Grain::Year, QWidget *parent = nullptr);

    Grain grain() const { return static_cast<Grain>(current()); }
    void setGrain(Grain grain) { setCurrent(static_cast<int>(grain)); } // without a signal
};
