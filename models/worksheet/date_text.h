#pragma once

#include <QDate>
#include <QLocale>

// The locale's short way to write a day, with all four digits of the year: a plan may reach beyond 2099.
QString shortDateFormat(const QLocale &locale);
QString shortDate(QDate date, const QLocale &locale);
