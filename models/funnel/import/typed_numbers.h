#pragma once

#include "models/document/document.h"

#include <QLocale>

// That typed numbers stand before imported ones, and in which periods there are both, for whoever has just
// imported and looks for the new figures; empty where there are none, or where the deals cannot be read.
QString typedBeforeImportedText(const Document &document, const QLocale &locale);
