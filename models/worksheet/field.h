#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QVariantMap>

// Who owns, leads or fills in something. Kept in the file as "marketing", "both", "sales".
enum class Team { None, Marketing, Both, Sales };

// How a field is edited, shown, kept and checked. In the file:
enum class FieldKind {
    ShortText, // TEXT, one line
    LongText, // TEXT, paragraphs
    Choice, // TEXT, key of one of `choices`
    Date, // TEXT, ISO yyyy-MM-dd
    Money, // INTEGER minor units, and TEXT <key>_currency, ISO 4217
    Percent, // INTEGER millionths: 41.67 % is 416700
    Count, // INTEGER, whole number of 0 or more
    Score, // INTEGER 1 to largestScore
    Duration, // INTEGER minutes
    Person, // TEXT, a name; completes from the team members
    Currency, // TEXT, ISO 4217, upper case
    Team, // TEXT, see Team
    YesNo, // INTEGER 0 or 1
    Link, // INTEGER, id of a row of `linkTable`
    Picture, // TEXT, SHA-256 of an attachment
};

constexpr qint64 largestScore = 5;
constexpr qint64 minutesPerYear = 365 * 24 * 60; // no agreement gives more time than that

struct Choice
{
    QString key; // kept in the file, never translated
    QString label;
};

// One field of a worksheet, described once. Everything that treats all fields alike reads this.
struct Field
{
    QString key; // column name, lower_snake_case
    FieldKind kind = FieldKind::ShortText;
    QString label;
    QString help = {}; // one sentence under or beside the field; may be empty
    // What a filled-in field looks like, in the form a user would type it in English
    // (Choice, Team: the key; Date: ISO; Money: "61000 EUR"; YesNo: "yes"). May be empty.
    QString example = {};
    QList<Choice> choices = {}; // Choice only
    QString linkTable = {}; // Link only
    // Link only: the row says nothing without the row it names and is deleted with it. Otherwise it stays,
    // and names none.
    bool goesWithLinked = false;
    Team team = Team::None; // whose part this is; None: both alike
    bool required = false; // a row without it shows what is missing
    bool sourced = false; // carries where the fact comes from, in TEXT <key>_source (see factSources())
    QString group = {}; // heading it stands under in a form; fields of one group follow one another
    bool inTable = true; // false: only in forms and details, not as a column of a table
    bool isLogo = false; // Picture only: drawn for white paper, and shown on it in a dark window too
    bool mayExceedWhole = false; // Percent only: more than 100 % is nothing unusual
    bool mayBeNegative = false; // Money only: less than 0 makes sense, as with deals given back
    qint64 most = 0; // Count and Duration (minutes) only: no more than this; 0: as much as it says
    // Date only, beside a grain: what begins on it need be no period of the calendar, and so the day is told
    // by itself; see PeriodCell.
    bool startsAnywhere = false;
    // Date only: whether the row, as columns of the file, still waits beyond it.
    bool (*overdue)(const QVariantMap &row, QDate today) = nullptr;
    // The other side's field: while that is empty, it is shown only that there is an answer.
    QString unseenUntil = {};

    // With the heading it stands under, where it is named away from there.
    QString fullLabel() const;
};
