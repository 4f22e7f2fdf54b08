#pragma once

#include <QtGlobal>

constexpr qint64 secondsOfDay = 86'400;
