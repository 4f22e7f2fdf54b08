#pragma once

#include "models/worksheet/signatures.h"

// What has become of one field since its text was signed, as people read it on screen: the text that is kept
// with a signature is free of languages and locales.
struct SignedChange
{
    QString place; // the worksheet, and which of its rows
    QString field; // label
    QString before, now; // empty: nothing was or is there
};

// In the order of the worksheets, fields of one row one after the other. `before` and `now` are texts of
// `subject` (see Signatures::textOf).
QList<SignedChange> signedChanges(Document &document, const Catalogue &catalogue,
                                  const SignedSubject &subject, const QString &before, const QString &now);
