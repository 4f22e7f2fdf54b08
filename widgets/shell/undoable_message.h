#pragma once

class QString;
struct PageContext;

// Tells what the last change did beyond what was asked for, with a button that undoes it. Gone with the next
// change, so that the button never undoes another one.
void showUndoable(const PageContext &page, const QString &text);
