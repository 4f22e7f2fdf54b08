#pragma once

#include "models/funnel/import/mapping.h"

// Whether a table lists leads of which no deal has come yet: by what its id or its stage is called or since
// it lists persons, and since it knows of nothing that only deals have.
bool listsLeads(const TableProfile &profile, const ImportMapping &mapping);
// "Unqualified", of a lead: it was lost before there was a deal.
bool saysUnqualified(const QString &text);
