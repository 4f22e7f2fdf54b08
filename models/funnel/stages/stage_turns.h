#pragma once

#include <QString>

// What the words around "won" or "lost" make of it: "not won", "almost won", "won by a competitor".
enum class Turn {
    None,
    Denied, // "not won"
    OfOthers, // won by somebody else
    Open, // it has yet to come, or both are said: then nobody but the user knows
};

// With denials as words of their own: "Won't buy" is "will not buy", "un-won" is "not won".
QString spelledOut(QString text);

// The word in `words`, plain, by which whatever stands beside it came to nothing: "rejected" of "Proposal
// rejected". Empty where there is none.
QString wordOfRefusal(const QString &words);

// "No proposal yet": `name` stands in `words` with a denial right before it, or one that ends the text.
bool isDenied(const QString &words, const QString &name);

// `name` stands in `words`, both plain, and says that a deal was won, or lost. A denial counts only right
// before it, or as the answer that ends the text: "Won - not invoiced" is won.
Turn turnOf(const QString &words, const QString &name, bool isLost);
