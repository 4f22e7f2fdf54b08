#pragma once

#include "models/arithmetic/derived.h"
#include "models/arithmetic/money.h"

// How the time of the sales team is spent, as the teams entered it. Shares are in millionths.
struct CapacityInputs
{
    std::optional<qint64> reps, minutesPerWeek, weeksPerYear;
    std::optional<qint64> sellingShare, newLeadShare; // the second is of the first
    std::optional<qint64> minutesPerConversation, conversationToWon;
    std::optional<qint64> nurtureShare, movedShare; // of the selling time, and of that
    std::optional<Money> dealSize; // as planned

    bool operator==(const CapacityInputs &) const = default;
};

// What the same people could sell in a year: now, and with the nurturing that marketing takes over. Nothing
// is rounded; a conversation that does not fit is no conversation, so show whole ones rounded down.
struct Capacity
{
    Derived hours; // there are
    Derived sellingHours;
    Derived leadHours; // of them on new leads
    Derived conversations, won, value; // with the hours on new leads; value in major units
    Derived freedHours; // by moving nurture to marketing
    Derived moreConversations, moreWon, moreValue; // with the freed hours
};

Capacity capacityOf(const CapacityInputs &inputs);
