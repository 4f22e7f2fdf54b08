#include "models/plan/standing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QDate date(const QVariantMap &row, const QString &key)
{
    return QDate::fromString(row.value(key).toString(), Qt::ISODate);
}

void countActions(const QList<QVariantMap> &actions, QDate today, Standing &standing)
{
    for (const QVariantMap &action : actions) {
        standing.openActions += isOpenAction(action) ? 1 : 0;
        standing.overdueActions += isOverdueAction(action, today) ? 1 : 0;
    }
}
} // namespace

bool isOpenAction(const QVariantMap &action)
{
    const QString state = action.value(u"state"_s).toString();
    return state != u"done"_s && state != u"dropped"_s;
}

bool isOverdueAction(const QVariantMap &action, QDate today)
{
    const QDate due = date(action, u"due"_s);
    return isOpenAction(action) && due.isValid() && due < today;
}

Standing standingOf(const QList<QVariantMap> &actions, const QList<QVariantMap> &reviews, QDate today,
                    std::optional<int> scoreNow)
{
    Standing standing;
    countActions(actions, today, standing);
    QList<QVariantMap> scored;
    for (const QVariantMap &review : reviews) {
        const QDate held = date(review, u"held_on"_s);
        const bool isHeld = held.isValid() && held <= today && !review.value(u"alignment_score"_s).isNull();
        if (isHeld)
            scored.append(review);
        for (const QDate planned : {isHeld ? QDate() : held, date(review, u"next_on"_s)})
            if (planned.isValid() && planned >= today
                && (!standing.nextReview || planned < *standing.nextReview))
                standing.nextReview = planned;
    }
    std::stable_sort(scored.begin(), scored.end(), [](const QVariantMap &a, const QVariantMap &b) {
        return date(a, u"held_on"_s) < date(b, u"held_on"_s);
    });
    // Answers that the last review has frozen are no news yet.
    if (scoreNow && (scored.isEmpty() || scored.last().value(u"alignment_score"_s).toInt() != *scoreNow))
        scored.append({{u"alignment_score"_s, *scoreNow}});
    if (!scored.isEmpty())
        standing.score = scored.last().value(u"alignment_score"_s).toInt();
    if (scored.size() > 1) {
        const QVariantMap &before = scored.at(scored.size() - 2);
        standing.change = *standing.score - before.value(u"alignment_score"_s).toInt();
        standing.since = before.value(u"name"_s).toString();
    }
    return standing;
}
