#pragma once

#include "models/overview/dashboard.h"

#include <QLocale>

// What the overview says in words, the same on screen and in reports.
namespace DashboardTexts {

QString signOff(const TabProgress &progress); // how both teams stand to the tab
QString filled(const TabProgress &progress, const QLocale &locale); // "3 of 8 worksheets filled in"
QString howAnswered(const Alignment &alignment); // or how it will be
QString gap(const RatedStatement &statement); // how far apart the answers are
// Score, means and widest gap in one sentence; empty while nothing is answered by both.
QString alignment(const Dashboard &dashboard, const QLocale &locale);
QString howScored(const Alignment &alignment, const QLocale &locale); // of which two factors
QString scoreRule(); // what the two factors are

} // namespace DashboardTexts
