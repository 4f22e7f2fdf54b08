#pragma once

#include <QtGlobal>

#include <vector>

// Numbers by hash, for very many of them: sixteen bytes each in one piece of memory, where a QSet or a map of
// the standard library goes to three places for every look.
class HashIndex
{
public:
    static constexpr int none = -1;

    // The number kept under `hash` of which isSame(number) is true; where there is none, one that is `none`
    // and is for the caller to set, before anything else is looked for.
    template <typename IsSame> int &find(size_t hash, const IsSame &isSame)
    {
        if ((m_used + 1) * 2 > m_slots.size())
            grow();
        Slot &slot = slotOf(hash, isSame);
        m_used += slot.number == none ? 1 : 0;
        slot.hash = hash;
        return slot.number;
    }

private:
    struct Slot
    {
        size_t hash = 0;
        int number = none;
    };

    template <typename IsSame> Slot &slotOf(size_t hash, const IsSame &isSame)
    {
        const size_t mask = m_slots.size() - 1; // the size is a power of two
        size_t at = hash & mask;
        while (m_slots[at].number != none && !(m_slots[at].hash == hash && isSame(m_slots[at].number)))
            at = (at + 1) & mask;
        return m_slots[at];
    }

    void grow()
    {
        constexpr size_t atFirst = 64;
        std::vector<Slot> smaller(m_slots.empty() ? atFirst : m_slots.size() * 2);
        smaller.swap(m_slots);
        for (const Slot &slot : smaller)
            if (slot.number != none)
                slotOf(slot.hash, [](int) { return false; }) = slot;
    }

    std::vector<Slot> m_slots;
    size_t m_used = 0;
};
