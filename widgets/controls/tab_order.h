#pragma once

class QWidget;

// `part` and the controls in it, as they stand there, come by Tab after all that is in `before`, whichever
// were made first.
void putTabsAfter(QWidget *before, QWidget *part);
