#pragma once

#include <QColor>

class QImage;

// How many pixels of a picture are exactly of a colour.
int pixelsOf(const QImage &image, const QColor &color);
