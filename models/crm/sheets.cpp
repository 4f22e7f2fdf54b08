#include "models/crm/sheets.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

TabDescription crmTab()
{
    return {.tab = Tab::Crm,
            .key = u"crm"_s,
            .label = QCoreApplication::translate("CrmSheets", "CRM access"),
            .question = QCoreApplication::translate("CrmSheets",
                                                    "Does marketing see what really happens with clients?"),
            .success = {},
            .pages = {}};
}
