#pragma once

#include "models/worksheet/signatures.h"

// How far a tab is: its worksheets with something in them, and who has signed it.
struct TabProgress
{
    int filled = 0; // worksheets that somebody has written in, or whose figures were imported
    int total = 0; // worksheets to be filled in
    SignatureState marketing = SignatureState::Open;
    SignatureState sales = SignatureState::Open;

    double share() const { return total == 0 ? 0.0 : static_cast<double>(filled) / total; }
};

bool isFilled(const Document &document, const Sheet &sheet);
// Whether nobody has written in the worksheet, which reads `text` (see Signatures): it is empty, as a blank
// workbook begins with it, or there to look things up in.
bool isUntouched(const Catalogue &catalogue, const Sheet &sheet, const QString &text);
TabProgress progressOf(Document &document, const Catalogue &catalogue, const TabDescription &tab);
