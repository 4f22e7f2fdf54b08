#pragma once

#include "models/worksheet/catalogue.h"

// In place of what one side has answered and the other has not yet, see Sheet::isCovered().
inline const QString answeredUnseen = QStringLiteral("answered");

// Which part of a workbook is meant by section keys: "story" is a tab, "story/personas" one of its pages.
// No keys mean everything.
namespace WorkbookSections {

QString key(const TabDescription &tab, const Page &page);
bool contains(const QStringList &sections, const TabDescription &tab); // the tab, or a page of it
bool contains(const QStringList &sections, const TabDescription &tab, const Page &page);
QList<const Sheet *> sheets(const QStringList &sections, const Catalogue &catalogue);
QStringList unknown(const QStringList &sections, const Catalogue &catalogue);

} // namespace WorkbookSections
