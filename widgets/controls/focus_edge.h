#pragma once

class QAbstractScrollArea;

// A frame around what has the focus of the keyboard, where it draws none itself.
void showFocusAround(QAbstractScrollArea &area);
