#pragma once

#include <QtGlobal>

// Shares, rates and chances are kept as whole millionths, in the file and in memory: 41.67 % is 416,700.
constexpr qint64 WholeShare = 1'000'000;
constexpr int ShareDecimals = 6;
