#pragma once

#include "models/arithmetic/money.h"
#include "models/arithmetic/period.h"
#include "models/document/document.h"

// A number as a review saw it: of a stage, with the rate of the step into it in millionths.
struct FrozenNumber
{
    QString measure; // name of the stage
    std::optional<qint64> amount, planned, rate = {};
    std::optional<Money> worth = {};
    QString from = {}; // name of the stage that the step led out of; empty: not known

    bool operator==(const FrozenNumber &) const = default;
};

// What a review holds fast of the day on which it takes place, so that later changes of the workbook do not
// change what was seen then.
struct ReviewNumbers
{
    qint64 review = 0; // id; 0: none yet
    QString name;
    QDate on;
    Period period; // whose numbers they are; may be invalid
    std::optional<int> score; // of alignment, 0 to 100
    QList<FrozenNumber> numbers;
};

// As they stand today: those of the newest full period; where none is over, of the running one.
Result<ReviewNumbers> numbersOfToday(const Document &document, QDate today,
                                     const QLocale &locale = QLocale());

// Keeps them, in one undo step: with the review that is held on that day and has no numbers yet, or else with
// a new one.
Result<void> freezeReview(Document &document, const ReviewNumbers &today);

// Those held with numbers or a score, oldest first.
QList<ReviewNumbers> heldReviews(const Document &document);

// How the promises of a review turned out.
struct PromiseCount
{
    int kept = 0, partly = 0, broken = 0, open = 0;

    int all() const { return kept + partly + broken + open; }
};
PromiseCount promisesOf(const Document &document, qint64 review);
