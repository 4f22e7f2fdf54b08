#pragma once

#include <QDate>
#include <QLocale>

// The locale's short way to write a day, with all four digits of the year: a plan may reach beyond 2099.
QString shortDateFormat(const QLocale &locale);
QString shortDate(QDate date, const QLocale &locale);
// The month of which the word is the name, or its beginning with three letters at least, in the locale's
// language or in English; 0 where there is none.
int monthNamed(const QString &word, const QLocale &locale);
// A day with the name of its month, in the locale's language or in English: "3 Dec 2027", "December 3rd",
// "3. Dez.". Without a year it is the one nearest to `today`. Not valid where the text is something else.
QDate dateWithMonthName(const QString &text, const QLocale &locale, QDate today);
