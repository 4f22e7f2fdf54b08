#pragma once

#include "models/worksheet/signatures.h"

// How far a tab is: its worksheets with something in them, and who has signed it.
struct TabProgress
{
    int filled = 0; // worksheets that somebody has written in, or whose figures were imported
    int total = 0; // worksheets to be filled in
    QSet<QString> written; // tables of the worksheets that somebody has written in
    SignatureState marketing = SignatureState::Open;
    SignatureState sales = SignatureState::Open;

    double share() const { return total == 0 ? 0.0 : static_cast<double>(filled) / total; }
};

// Why there is nothing to sign yet, in sentences; empty: there is. What a blank workbook begins with is no
// more than an offer. `text` is the subject's.
QString whyUnsignable(Document &document, const Catalogue &catalogue, const SignedSubject &subject,
                      const QString &text);
bool isFilled(const Document &document, const Sheet &sheet);
TabProgress progressOf(Document &document, const Catalogue &catalogue, const TabDescription &tab);
