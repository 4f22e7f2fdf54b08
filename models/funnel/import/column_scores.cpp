#include "models/funnel/import/column_scores.h"

#include "models/arithmetic/money.h"
#include "models/funnel/import/column_names.h"
#include "models/funnel/import/column_words.h"
#include "models/funnel/import/named_columns.h"
#include "models/funnel/stages/stage_target.h"
#include "models/tables/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 oneOf = 3; // at least can be read in a column that is named for what it holds

// Some cells that cannot be read do not make the column another one: their rows are refused, and named.
bool isAmountWithMistakes(const ColumnProfile &column)
{
    return isNamed(ColumnRole::Value, column) && column.numbers.numbers() * oneOf >= column.filled;
}

// "Won: yes" may be a stage; "Closed: yes" says nothing on what a deal came to, and "Won: 3" is a number.
bool mayBeStageOrFlag(const ColumnProfile &column)
{
    if (column.isVaried || column.dates.isDates())
        return false;
    const bool saysWon = isFlagOfWinning(column.name) || isDateOfLosing(column.name);
    return saysYesOrNo(column.texts.keys()) ? saysWon : !saysWon || !column.numbers.isNumbers();
}

// "OPP-1001": a letter for each, and a digit for each.
QString shapeOf(const QString &text)
{
    QString shape;
    for (const QChar c : text)
        shape += c.isDigit() ? QChar(u'0') : c.isLetter() ? QChar(u'a') : c;
    return shape;
}

constexpr qsizetype fewestDigits = 3; // of an id

// All of them.
bool haveShape(const ColumnProfile &column, const QString &shape)
{
    return std::all_of(column.texts.keyBegin(), column.texts.keyEnd(),
                       [&shape](const QString &text) { return shapeOf(text) == shape; });
}

// Ids that somebody counts on, by what they look like. Figures alone could be anything.
bool looksLikeIds(const ColumnProfile &column)
{
    const QString words = plainWords(column.name);
    for (const ColumnRole role : {ColumnRole::Account, ColumnRole::Owner, ColumnRole::Product})
        if (holdsAny(words, namesOfRole(role)))
            return false;
    if (column.texts.size() < 2 || holdsAny(words, unrelatedWords()))
        return false;
    const QString shape = shapeOf(column.texts.cbegin().key());
    return shape.count(u'0') >= fewestDigits && !shape.contains(u' ') && shape.contains(u'a')
        && haveShape(column, shape);
}

// Where the name says so, a mistake in some cells does not make it another column.
bool holdsCurrencies(const ColumnProfile &column)
{
    const auto isCurrencyText = [](const QString &text) { return !currencyWithin(text).isEmpty(); };
    if (column.isVaried || !isNamed(ColumnRole::Currency, column))
        return std::all_of(column.samples.begin(), column.samples.end(), isCurrencyText);
    qint64 read = 0;
    for (const auto &[text, times] : column.texts.asKeyValueRange())
        read += isCurrencyText(text) ? times : 0;
    return read * oneOf >= column.filled;
}

// "x" marks what a column is named for, unless that is something with a name of its own.
bool isSingleLetter(const ColumnProfile &column)
{
    const QString text = column.texts.size() == 1 ? column.texts.cbegin().key() : QString();
    return text.size() == 1 && text.front().isLetter();
}

// At least once.
bool saysNo(const QStringList &texts)
{
    return !std::all_of(texts.begin(), texts.end(), saysYes);
}

} // namespace

bool saysOtherThan(ColumnRole role, const QString &words)
{
    switch (role) {
    case ColumnRole::Stage:
    case ColumnRole::Status:
        return holdsAny(words, wordsOfOtherStates()) || holdsAny(withoutId(words), unrelatedWords());
    case ColumnRole::Value:
        return holdsAny(words, unrelatedWords()) || holdsAny(words, wordsOfOtherAmounts());
    case ColumnRole::Created:
    case ColumnRole::Closed:
        return holdsAny(words, unrelatedWords()) || holdsAny(words, wordsOfOtherDates());
    case ColumnRole::Name:
    case ColumnRole::Account:
        return holdsAny(words, wordsOfTraits());
    default:
        return false;
    }
}

int scoreOfName(const QString &words, const QStringList &names)
{
    int best = 0;
    for (qsizetype i = 0; i < names.size(); ++i) {
        // Better known names stand first.
        if (words == names.at(i))
            return exactName - static_cast<int>(std::min<qsizetype>(i, 40));
        if (holdsWords(words, names.at(i)))
            best = std::max(best,
                            static_cast<int>(std::min<qsizetype>(partOfName, 15 + 2 * names.at(i).size())));
    }
    return best;
}

bool isNamed(ColumnRole role, const ColumnProfile &column)
{
    return namesOfRole(role).contains(plainWords(column.name));
}

bool mayBe(ColumnRole role, const ColumnProfile &column)
{
    if (column.filled == 0)
        return role != ColumnRole::IsClosed && role != ColumnRole::IsActive && role != ColumnRole::EnteredOn;
    const bool figures = column.dates.isDates() || column.numbers.isNumbers();
    switch (role) {
    case ColumnRole::Created:
    case ColumnRole::Closed:
        return holdsDates(column);
    case ColumnRole::Value:
        // "Opportunity" is the amount in one CRM, and the number of the deal in others.
        return (column.numbers.isNumbers() || isAmountWithMistakes(column)) && !column.dates.isDates()
            && !(isNamed(ColumnRole::Name, column) && looksLikeCodes(column));
    case ColumnRole::Stage:
    case ColumnRole::Status:
        return mayBeStageOrFlag(column);
    case ColumnRole::Currency:
        return holdsCurrencies(column);
    case ColumnRole::Key:
        return !column.dates.isDates();
    case ColumnRole::Name:
    case ColumnRole::Owner:
    case ColumnRole::Source:
    case ColumnRole::Segment:
    case ColumnRole::Product:
    case ColumnRole::Account:
        return !figures
            && (column.isVaried || (isNamed(role, column) && isSingleLetter(column))
                || !saysYesOrNo(column.texts.keys()));
    case ColumnRole::StageEntered:
    case ColumnRole::StageBefore:
    case ColumnRole::EnteredOn:
        return false; // see recogniseHistory
    case ColumnRole::LeadStage:
        return false; // see tellLeadsFromDeals
    case ColumnRole::IsWon:
    case ColumnRole::IsLost:
        return false; // see giveFlags
    case ColumnRole::Chance:
        return false; // see giveChance
    case ColumnRole::IsDeleted:
        return false; // see giveDeleted
    case ColumnRole::SnapshotOn:
        return false; // see columnOfSnapshots
    case ColumnRole::IsClosed:
        return !column.isVaried && saysYesOrNo(column.texts.keys());
    case ColumnRole::IsActive:
        return !column.isVaried && saysYesOrNo(column.texts.keys()) && saysNo(column.texts.keys());
    }
    return true;
}

int scoreOfContent(ColumnRole role, const ColumnProfile &column, qint64 rows)
{
    if (column.filled == 0)
        return 0;
    switch (role) {
    case ColumnRole::Stage:
        return !column.isVaried && column.texts.size() > 1 && mostAreStages(column.texts.keys()) ? 14 : 0;
    case ColumnRole::Key:
        return column.isUnique && (column.isVaried || looksLikeIds(column)) && column.filled == rows
                && !column.dates.isDates() && (!column.numbers.isNumbers() || !column.numbers.hasCurrency())
            ? 8
            : 0;
    case ColumnRole::Created:
        return column.dates.isDates() ? 10 : 0;
    case ColumnRole::Value:
        return column.numbers.hasCurrency() ? 12 : 0; // any number may be anything
    default:
        return 0;
    }
}

bool saysWhetherWon(const ColumnProfile &column)
{
    return isFlagOfWinning(column.name) && saysYesOrNo(column.texts.keys());
}

bool holdsDates(const ColumnProfile &column)
{
    return column.dates.isDates()
        || (isNamedForDates(column.name) && column.dates.dates() > 0
            && column.dates.dates() * oneOf >= column.filled);
}

bool mayBeStage(const ColumnProfile &column)
{
    return column.filled > 0 && !column.isVaried && !column.dates.isDates() && !column.numbers.isNumbers();
}

bool looksLikeCodes(const ColumnProfile &column)
{
    if (column.texts.size() < 2 || column.dates.isDates() || column.numbers.hasCurrency())
        return false;
    const QString shape = shapeOf(column.texts.cbegin().key());
    return shape.size() >= fewestDigits && shape == QString(shape.size(), u'0') && haveShape(column, shape);
}

bool looksLikeAmounts(const ColumnProfile &column)
{
    constexpr qsizetype digitsOfAmount = 3; // what has fewer may be a number of anything, or a percentage
    const QString words = plainWords(column.name);
    if (!column.numbers.isNumbers() || column.dates.isDates() || looksLikeCodes(column)
        || saysOtherThan(ColumnRole::Value, words) || holdsAny(words, plannedWords())
        || isNamed(ColumnRole::Chance, column))
        return false;
    const auto large = std::count_if(column.texts.keyBegin(), column.texts.keyEnd(), [](const QString &text) {
        const QString shape = shapeOf(text);
        return shape.count(u'0') >= digitsOfAmount && !shape.contains(u'%');
    });
    return large * 2 > column.texts.size();
}
