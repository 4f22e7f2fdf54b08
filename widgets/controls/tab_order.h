#pragma once

class QWidget;

// The controls of `part`, as they stand in it, come by Tab after all that is in `before`, whichever were made
// first.
void putTabsAfter(QWidget *before, const QWidget *part);
