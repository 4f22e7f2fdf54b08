#pragma once

#include <QString>

// Dates as they are written in some countries, brought to what all others write.

// Digits of any script, without marks that say in which direction they run, and the signs with which years,
// months and days are written in Chinese, Japanese and Korean as lines: "2026年1月3日", "2026년 1월 3일".
QString inPlainSigns(QStringView text);

// Of a date whose year is counted since an emperor of Japan came to the throne ("令和6年1月15日", "R6.1.15")
// the same with the year as others count it; empty where it is none.
QString inCommonYears(QStringView text);
