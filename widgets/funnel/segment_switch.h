#pragma once

#include "models/funnel/segments.h"
#include "widgets/funnel/choice_switch.h"

// Regions, products or sources, or none of them; none at first.
class SegmentSwitch : public ChoiceSwitch
{
    Q_OBJECT

public:
    SegmentSwitch(const QString &name, const QString &none, QWidget *parent = nullptr);

    std::optional<SegmentKind> kind() const;
};
