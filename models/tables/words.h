#pragma once

#include <QString>
#include <QStringList>

// Longer than any name, stage, date or amount: what a cell holds beyond is not looked at to tell what it is.
inline constexpr qsizetype longestName = 2000;

// Names as people and systems write them ("CloseDate", "close_date", "Größe"), brought to one form:
// lower-case words without accents, with single spaces between them.
QString plainWords(const QString &text);

// Where `words` holds `phrase` as whole words first, or -1; and whether it does.
qsizetype indexOfWords(const QString &words, const QString &phrase);
bool holdsWords(const QString &words, const QString &phrase);
// A list of names with bars between them, as plainWords() makes each.
QStringList plainNames(QStringView names);

// "deal stage id": of what stands in it, "deal stage".
QString withoutId(const QString &words);

// Of a text of the table, as much as a message shows of it.
QString shortened(QStringView text, qsizetype letters = 80);

bool holdsAny(const QString &words, const QStringList &phrases);
