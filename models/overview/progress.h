#pragma once

#include "models/document/document.h"
#include "models/worksheet/catalogue.h"

// How far a tab is: its worksheets with something in them, and who has signed it.
struct TabProgress
{
    enum class SignOff { None, Signed, Outdated };

    int filled = 0; // worksheets with at least one value
    int total = 0;
    SignOff marketing = SignOff::None;
    SignOff sales = SignOff::None;

    double share() const { return total == 0 ? 0.0 : static_cast<double>(filled) / total; }
};

bool isFilled(const Document &document, const Sheet &sheet);
TabProgress progressOf(Document &document, const Catalogue &catalogue, const TabDescription &tab);
