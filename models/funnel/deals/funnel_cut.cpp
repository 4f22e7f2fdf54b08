#include "models/funnel/deals/funnel_cut.h"

QStringList FunnelCut::names() const
{
    QStringList names{segment, product, source};
    names.removeAll(QString());
    return names;
}
