#pragma once

#include "models/funnel/funnel_store.h"

#include <QLocale>

// The numbers a meeting begins with: those of the newest full period, beside the period before, and how the
// first of them went over the last periods.
struct Headlines
{
    struct Figure
    {
        QString name;
        QString now;
        QString before; // empty: there is no period before
    };

    // Won value where it is known, else won deals.
    struct Trend
    {
        struct Point
        {
            Period period;
            std::optional<qint64> size; // deals, or minor units of one currency; none: not known
            QString text; // the size as people read it
        };

        QString name;
        Team team = Team::None; // who owns the last stage
        QList<Point>
            points; // without gaps up to `period`, at most eight; none where fewer than two are known
    };

    Period period, before;
    QList<Figure> figures; // none while nothing is known
    Trend trend;
    QString rule; // where figures beside each other are of different sources; else empty
};

// `wanted`: the currency of the values; empty: that of currencyToShow().
Headlines headlinesOf(const Document &document, const FunnelInputs &funnel, QDate today,
                      const QLocale &locale = QLocale(), const QString &wanted = {});
