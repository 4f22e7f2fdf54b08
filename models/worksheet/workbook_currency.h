#pragma once

#include <QLocale>
#include <QString>

class Document;

// The currency of amounts written without one: the workbook's own, else the locale's, else EUR.
QString currencyOf(const Document &document, const QLocale &locale);
