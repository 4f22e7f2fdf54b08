#pragma once

#include <Qt>

class QColor;
class QPainter;
class QRect;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionProgressBar;
class QStyleOptionSlider;

// What CalmStyle's controls are drawn of.
namespace CalmDrawing {

// A box whose border of `width` lies inside `rect`.
void drawBox(QPainter *painter, const QRect &rect, double radius, const QColor &ground, const QColor &border,
             double width = 1);
// An open arrow head in the middle of `rect`.
void drawChevron(QPainter *painter, const QRect &rect, Qt::ArrowType arrow, const QColor &color, double size);
bool isDefault(const QStyleOption *option);
void drawButton(const QStyleOption *option, QPainter *painter, bool flat);
void drawButtonLabel(const QStyleOptionButton *button, QPainter *painter, const QColor &ink);
void drawField(const QStyleOption *option, QPainter *painter);
void drawTick(const QStyleOption *option, QPainter *painter, bool round);
void drawHeaderSection(const QStyleOption *option, QPainter *painter);
void drawProgress(const QStyleOptionProgressBar *bar, QPainter *painter);
void drawScrollBar(const QStyleOptionSlider *bar, QPainter *painter, const QRect &handle);

} // namespace CalmDrawing
