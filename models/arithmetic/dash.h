#pragma once

#include <QString>

// Stands where a figure is not known.
inline QString dash()
{
    return QString(QChar(0x2013));
}
