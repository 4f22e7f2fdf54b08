#include "models/plan/standing.h"

#include <QSet>

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

// The earliest day named for one on which none has been held yet. A review is held once it has frozen
// numbers or a score, whichever the workbook had.
std::optional<QDate> nextReview(const QList<QVariantMap> &reviews, const QList<QVariantMap> &frozen,
                                QDate today)
{
    QSet<qint64> withNumbers;
    for (const QVariantMap &figure : frozen)
        withNumbers.insert(figure.value(u"review"_s).toLongLong());
    QSet<QDate> held, named;
    for (const QVariantMap &review : reviews) {
        const QDate on = date(review, u"held_on"_s);
        named += {on, date(review, u"next_on"_s)};
        if (!review.value(u"alignment_score"_s).isNull()
            || withNumbers.contains(review.value(u"id"_s).toLongLong()))
            held.insert(on);
    }
    std::optional<QDate> next;
    for (const QDate day : std::as_const(named))
        if (day.isValid() && day >= today && !(day == today && held.contains(day)) && (!next || day < *next))
            next = day;
    return next;
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
                    std::optional<int> scoreNow, const QList<QVariantMap> &frozen)
{
    Standing standing;
    countActions(actions, today, standing);
    standing.nextReview = nextReview(reviews, frozen, today);
    QList<QVariantMap> scored;
    for (const QVariantMap &review : reviews) {
        const QDate held = date(review, u"held_on"_s);
        if (held.isValid() && held <= today && !review.value(u"alignment_score"_s).isNull())
            scored.append(review);
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
