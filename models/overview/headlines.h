#pragma once

#include "models/funnel/funnel_store.h"

#include <QLocale>

// The numbers a meeting begins with: those of the newest full period, beside the period before.
struct Headlines
{
    struct Figure
    {
        QString name;
        QString now;
        QString before; // empty: there is no period before
    };

    Period period, before;
    QList<Figure> figures; // none while nothing is known
};

Headlines headlinesOf(const Document &document, const FunnelInputs &funnel, QDate today,
                      const QLocale &locale = QLocale());
