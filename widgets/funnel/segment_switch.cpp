#include "widgets/funnel/segment_switch.h"

namespace {

QStringList labelsAfter(const QString &none)
{
    QStringList labels{none};
    for (const SegmentKind kind : allSegmentKinds)
        labels.append(segmentKindLabel(kind));
    return labels;
}

} // namespace

SegmentSwitch::SegmentSwitch(const QString &name, const QString &none, QWidget *parent)
    : ChoiceSwitch(name, labelsAfter(none), parent)
{
}

std::optional<SegmentKind> SegmentSwitch::kind() const
{
    const int kind = current() - 1; // after none
    return kind < 0 ? std::nullopt : std::optional(allSegmentKinds.at(static_cast<size_t>(kind)));
}
