#pragma once

#include "models/arithmetic/money.h"
#include "models/overview/alignment.h"
#include "models/overview/headlines.h"
#include "models/overview/progress.h"

#include <QDate>

// What the Overview page shows: where the teams stand in each tab, how aligned they are, what is next.
struct Dashboard
{
    struct TabLine
    {
        Tab tab = Tab::Story;
        TabProgress progress;
        QString headline; // the one thing to know of this tab; empty while there is nothing to say
        bool warns = false; // the headline is something to act on
    };
    struct Action
    {
        qint64 id = 0;
        QString what;
        Team team = Team::None;
        QDate due; // may be invalid
        bool overdue = false;
    };
    struct Win
    {
        qint64 id = 0;
        QString name;
        std::optional<Money> worth;
        QDate on; // may be invalid
        QString marketing;
        QString sales;
    };

    QList<TabLine> tabs; // the four numbered ones
    Headlines headlines;
    QList<RatedStatement> statements;
    Alignment alignment;
    QList<Action> actions; // open ones, overdue first, then by date
    QDate nextReview;
    QList<Win> recentWins; // that name both contributions; the newest first, at most three
};

// The alignment statements with both sides' ratings.
QList<RatedStatement> statementsOf(const Document &document);

Dashboard dashboardOf(Document &document, const Catalogue &catalogue, QDate today,
                      const QLocale &locale = QLocale(), const QString &currency = {}); // of headlines
