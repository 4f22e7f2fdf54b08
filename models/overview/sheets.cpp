#include "models/overview/sheets.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct OverviewSheets
{
    Q_DECLARE_TR_FUNCTIONS(OverviewSheets)

public:
    static Sheet workbook()
    {
        return {
            .table = u"overview_workbook"_s,
            .label = tr("This workbook"),
            .shape = SheetShape::Form,
            .question = tr("Whose workbook is this, and who leads it?"),
            .fields = {
                {.key = u"client"_s, .label = tr("Client or company"), .example = tr("Ledgerline Software")},
                {.key = u"title"_s, .label = tr("Title"), .example = tr("Spring alignment workshop")},
                {.key = u"facilitator"_s,
                 .kind = FieldKind::Person,
                 .label = tr("Facilitator"),
                 .example = u"Noor Haddad"_s},
                {.key = u"workshop_date"_s,
                 .kind = FieldKind::Date,
                 .label = tr("Date"),
                 .example = u"2026-04-14"_s},
                {.key = u"currency"_s,
                 .label = tr("Currency"),
                 .help = tr("Three letters, such as EUR."),
                 .example = u"EUR"_s},
                {.key = u"consultancy"_s, .label = tr("Consultancy"), .example = tr("Haddad Advisory")},
                {.key = u"client_logo"_s, .kind = FieldKind::Picture, .label = tr("Client's logo")},
                {.key = u"consultancy_logo"_s, .kind = FieldKind::Picture, .label = tr("Consultancy's logo")},
            }};
    }
};

} // namespace

TabDescription overviewTab()
{
    return {.tab = Tab::Overview,
            .key = u"overview"_s,
            .label = OverviewSheets::tr("Overview"),
            .question = OverviewSheets::tr("Where do we stand, and what is next?"),
            .success = {},
            .pages = {{.key = u"workbook"_s,
                       .label = OverviewSheets::tr("Workbook"),
                       .guide = {.doTogether = {OverviewSheets::tr("Name the client and the day.")},
                                 .success = OverviewSheets::tr("Everybody knows what this workbook is for."),
                                 .worthAsking = {}},
                       .sheets = {OverviewSheets::workbook()}}}};
}
