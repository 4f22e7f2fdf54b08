#pragma once

#include "models/funnel/import/deal_store.h"

#include <QLocale>

// That typed numbers stand before imported ones, and in which periods of the import there are both, for
// whoever looks for the new figures; empty where there are none, or where the deals cannot be read.
QString typedBeforeImportedText(const Document &document, const ImportOutcome &outcome,
                                const QLocale &locale);
