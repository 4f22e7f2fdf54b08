#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QVariantMap>

#include <optional>

// Of a row of plan_action as it lies in the file: whether it is still to be done, and was due before today.
bool isOpenAction(const QVariantMap &action);
bool isOverdueAction(const QVariantMap &action, QDate today);

// Where the two teams stand, as the window shows it all the time.
struct Standing
{
    std::optional<int> score; // alignment score of 100: today's, or that of the last review held
    std::optional<int> change; // against the review before
    QString since; // name of that review
    int openActions = 0;
    int overdueActions = 0; // of the open ones, due before today
    std::optional<QDate> nextReview; // the earliest that is still to come
};

// From the rows of plan_action and plan_review as they lie in the file; `scoreNow` as the ratings stand
// today, `frozen` the rows of plan_review_figure.
Standing standingOf(const QList<QVariantMap> &actions, const QList<QVariantMap> &reviews, QDate today,
                    std::optional<int> scoreNow = {}, const QList<QVariantMap> &frozen = {});
