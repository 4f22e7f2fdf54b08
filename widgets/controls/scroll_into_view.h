#pragma once

#include <QRect>

class QTableView;
class QWidget;

// Moves the page around the widget so that this part of it, or all of it, is in sight.
void scrollIntoView(const QWidget *widget, const QRect &part);
void scrollIntoView(const QWidget *widget);
// Whether nothing of it has been scrolled away.
bool isInSight(const QWidget *widget, const QRect &part);
// The whole widget where the page's window is high enough for it, otherwise the place of its cursor.
void scrollCursorIntoView(const QWidget *widget);
// Whatever has just been made or changed lies where it will stay.
void settleLayouts();
// The page shows the chosen cell of a table that the focus comes to by Tab.
void followFocus(QTableView &table);
