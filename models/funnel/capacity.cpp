#include "models/funnel/capacity.h"

#include "models/arithmetic/share.h"

#include <QCoreApplication>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Capacity)
};

constexpr qint64 minutesPerHour = 60;

Derived missing(const QString &name)
{
    return Derived::because(Texts::tr("Cannot be worked out: “%1” is missing.").arg(name));
}

Derived times(const Derived &a, std::optional<qint64> factor, qint64 unit, const QString &name)
{
    if (!a.value)
        return a;
    if (!factor)
        return missing(name);
    return {*a.value * Rational::of(*factor, unit)};
}

// Hours ÷ time per conversation.
Derived conversationsIn(const Derived &hours, const CapacityInputs &inputs)
{
    if (!hours.value)
        return hours;
    const QString time = Texts::tr("Time per conversation");
    if (!inputs.minutesPerConversation)
        return missing(time);
    if (*inputs.minutesPerConversation <= 0)
        return Derived::because(Texts::tr("Cannot be worked out: “%1” must be more than 0.").arg(time));
    return {*hours.value * Rational(minutesPerHour) / Rational(*inputs.minutesPerConversation)};
}

Derived wonFrom(const Derived &conversations, const CapacityInputs &inputs)
{
    return times(conversations, inputs.conversationToWon, WholeShare, Texts::tr("Conversation to won"));
}

Derived worthOf(const Derived &won, const CapacityInputs &inputs)
{
    if (!won.value)
        return won;
    const auto size = inputs.dealSize ? Rational::of(inputs.dealSize->amount()) : std::nullopt;
    if (!size)
        return Derived::because(Texts::tr("Cannot be worked out: the plan names no deal size."));
    return {*won.value * *size};
}

} // namespace

Capacity capacityOf(const CapacityInputs &inputs)
{
    Capacity capacity;
    const Derived one{Rational(1)};
    capacity.hours = times(times(times(one, inputs.reps, 1, Texts::tr("Reps")), inputs.minutesPerWeek,
                                 minutesPerHour, Texts::tr("Hours a week per rep")),
                           inputs.weeksPerYear, 1, Texts::tr("Working weeks a year"));
    capacity.sellingHours
        = times(capacity.hours, inputs.sellingShare, WholeShare, Texts::tr("Share spent selling"));
    capacity.leadHours
        = times(capacity.sellingHours, inputs.newLeadShare, WholeShare, Texts::tr("Of that, on new leads"));
    capacity.conversations = conversationsIn(capacity.leadHours, inputs);
    capacity.won = wonFrom(capacity.conversations, inputs);
    capacity.value = worthOf(capacity.won, inputs);
    capacity.freedHours
        = times(times(capacity.sellingHours, inputs.nurtureShare, WholeShare,
                      Texts::tr("Spent on leads not ready to buy")),
                inputs.movedShare, WholeShare, Texts::tr("Of that, marketing could take over"));
    capacity.moreConversations = conversationsIn(capacity.freedHours, inputs);
    capacity.moreWon = wonFrom(capacity.moreConversations, inputs);
    capacity.moreValue = worthOf(capacity.moreWon, inputs);
    return capacity;
}
