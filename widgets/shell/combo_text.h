#pragma once

#include <QString>

class QComboBox;
class QStyle;
class QStyleOptionComboBox;
class QWidget;

// What of a box's text there is room for, with an ellipsis in place of the rest.
QString shortenedChoice(const QStyleOptionComboBox &combo, const QStyle &style, const QWidget *widget);
// The whole text of a box where it is too long for it and the box has no other help; else empty.
QString helpOfShortened(const QComboBox &box);
