#include "models/plan/review_freeze.h"

#include "models/arithmetic/share.h"
#include "models/document/row_edits.h"
#include "models/funnel/funnel_store.h"
#include "models/funnel/plan_gaps.h"
#include "models/overview/dashboard.h"
#include "models/worksheet/date_text.h"
#include "models/worksheet/row_values.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ReviewFreeze)
};

const QString reviewTable = u"plan_review"_s;
const QString figureTable = u"plan_review_figure"_s;

QList<FrozenNumber> numbersOf(const FunnelInputs &inputs, const FunnelFigures &funnel)
{
    QList<FrozenNumber> numbers;
    for (int stage = 0; stage < funnel.stages.size(); ++stage) {
        const StageFigure &figure = funnel.figures.at(stage);
        const TypedFigure *target = inputs.targetOf(funnel.stages.at(stage).id, funnel.period);
        FrozenNumber number{.measure = funnel.stages.at(stage).name,
                            .amount = figure.amount,
                            .planned = target ? target->amount : std::nullopt,
                            .worth = figure.worth};
        if (const Rate rate = funnel.stepRate(stage - 1); rate.isKnown()) {
            number.rate = rate.value().scaled(ShareDecimals);
            number.from = funnel.stages.at(stage - 1).name;
        }
        if (number.amount || number.planned || number.worth)
            numbers.append(number);
    }
    return numbers;
}

// The columns of a review that the day fills in. A review looks at a week, month or quarter.
QVariantMap columnsOf(const ReviewNumbers &day)
{
    QVariantMap columns{{u"held_on"_s, day.on.toString(Qt::ISODate)}};
    if (day.period.isValid() && day.period.grain != Grain::Year)
        columns.insert(RowValues::periodColumns(day.period));
    if (day.score)
        columns.insert(u"alignment_score"_s, *day.score);
    return columns;
}

qint64 reviewToFill(const QList<ReviewNumbers> &reviews, QDate on)
{
    for (const ReviewNumbers &review : reviews)
        if (review.on == on && review.numbers.isEmpty())
            return review.review;
    return 0;
}

QList<ReviewNumbers> allReviews(const Document &document)
{
    QList<ReviewNumbers> reviews;
    const QList<QVariantMap> figures = document.rows(figureTable);
    for (const QVariantMap &row : document.rows(reviewTable)) {
        ReviewNumbers review{.review = row.value(u"id"_s).toLongLong(),
                             .name = row.value(u"name"_s).toString().simplified(),
                             .on = QDate::fromString(row.value(u"held_on"_s).toString(), Qt::ISODate),
                             .period = RowValues::period(row),
                             .score = RowValues::whole(row, u"alignment_score"_s),
                             .numbers = {}};
        for (const QVariantMap &figure : figures)
            if (figure.value(u"review"_s).toLongLong() == review.review)
                review.numbers.append({.measure = figure.value(u"measure"_s).toString().simplified(),
                                       .amount = RowValues::whole(figure, u"amount"_s),
                                       .planned = RowValues::whole(figure, u"planned"_s),
                                       .rate = RowValues::whole(figure, u"rate"_s),
                                       .worth = RowValues::money(figure, u"worth"_s),
                                       .from = figure.value(u"from_measure"_s).toString().simplified()});
        reviews.append(review);
    }
    return reviews;
}

} // namespace

Result<ReviewNumbers> numbersOfToday(const Document &document, QDate today, const QLocale &locale)
{
    const FunnelInputs inputs = readFunnel(document);
    const auto read = newestFigures(document, inputs, today, Running::Wanted);
    if (!read)
        return read.error();
    const FunnelFigures &newest = *read;
    const QString subject = newest.period.isValid() ? newest.period.label(locale) : shortDate(today, locale);
    return ReviewNumbers{.review = 0,
                         .name = Texts::tr("Review of %1", "a period").arg(subject),
                         .on = today,
                         .period = newest.period,
                         .score = alignmentOf(statementsOf(document)).score,
                         .numbers = numbersOf(inputs, newest)};
}

Result<void> freezeReview(Document &document, const ReviewNumbers &today)
{
    const qint64 planned = reviewToFill(allReviews(document), today.on);
    return document.edit(Texts::tr("Freeze today's numbers"), [&](const Database &database) {
        QVariantMap columns = columnsOf(today);
        qint64 review = planned;
        if (review != 0) {
            database.update(reviewTable, review, columns);
        } else {
            columns.insert(u"name"_s, today.name);
            review = appendRow(database, reviewTable, columns);
        }
        for (const FrozenNumber &number : today.numbers) {
            QVariantMap row = RowValues::moneyColumns(u"worth"_s, number.worth);
            row.insert(u"review"_s, review);
            row.insert(u"measure"_s, number.measure);
            row.insert(u"amount"_s, RowValues::orNull(number.amount));
            row.insert(u"planned"_s, RowValues::orNull(number.planned));
            row.insert(u"rate"_s, RowValues::orNull(number.rate));
            row.insert(u"from_measure"_s, number.from.isEmpty() ? QVariant() : QVariant(number.from));
            appendRow(database, figureTable, row);
        }
    });
}

QList<ReviewNumbers> heldReviews(const Document &document)
{
    QList<ReviewNumbers> reviews = allReviews(document);
    reviews.removeIf([](const ReviewNumbers &review) {
        return !review.on.isValid() || (review.numbers.isEmpty() && !review.score);
    });
    std::stable_sort(reviews.begin(), reviews.end(),
                     [](const ReviewNumbers &a, const ReviewNumbers &b) { return a.on < b.on; });
    return reviews;
}

PromiseCount promisesOf(const Document &document, qint64 review)
{
    PromiseCount count;
    for (const QVariantMap &row : document.rows(u"plan_review_promise"_s)) {
        if (row.value(u"review"_s).toLongLong() != review)
            continue;
        const QString outcome = row.value(u"outcome"_s).toString();
        ++(outcome == u"kept"_s         ? count.kept
               : outcome == u"partly"_s ? count.partly
               : outcome == u"broken"_s ? count.broken
                                        : count.open);
    }
    return count;
}
