#pragma once

#include "models/funnel/funnel_store.h"
#include "widgets/charts/funnel_bands.h"

// A funnel of six stages in two quarters, with a contract for its first handover.
namespace MadeFunnel {

using Amounts = QList<std::optional<qint64>>;

inline const Amounts third{48200, 2410, 604, 278, 141, 34};
inline const Amounts second{45900, 2110, 503, 263, 128, 30};

// More than six amounts: further stages with long names.
FunnelFigures funnel(const QString &period, const Amounts &amounts);
FunnelInputs contract();
FunnelBands bandsOf(const Amounts &now, const Amounts &before, const QLocale &locale = QLocale::c());

} // namespace MadeFunnel
