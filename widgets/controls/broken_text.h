#pragma once

#include <QFontMetrics>
#include <QStringList>
#include <QWidget>

// Lines of a text no wider than `width`: broken between words, and within a word that is too wide alone.
// Beyond `mostLines` (0: any number) the last one is shortened.
QStringList brokenText(const QString &text, const QFont &font, int width, int mostLines = 0);
// The same where both ends count: what finds no room is left out in the middle.
QStringList brokenInMiddle(const QString &text, const QFont &font, int width, int mostLines);

// Of the widest word, which cannot be broken but by force. Those wider than `most` do not count.
int widestWord(const QString &text, const QFontMetrics &metrics, int most = QWIDGETSIZE_MAX);
