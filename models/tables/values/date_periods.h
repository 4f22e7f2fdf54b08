#pragma once

#include <QDate>
#include <QStringView>

// Of the month, quarter or week that all of the text names: "2025-02", "02/2025", "Feb 2025", "Feb-25",
// "2025-Q2", "Q2 2025", "2025-W07", "KW 7/2025". Invalid where it names none.
QDate firstDayOfPeriod(QStringView text);
