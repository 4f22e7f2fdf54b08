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
                 .kind = FieldKind::Currency,
                 .label = tr("Currency"),
                 .help = tr("Three letters, such as EUR."),
                 .example = u"EUR"_s},
                {.key = u"consultancy"_s, .label = tr("Consultancy"), .example = tr("Haddad Advisory")},
                {.key = u"client_logo"_s,
                 .kind = FieldKind::Picture,
                 .label = tr("Client's logo"),
                 .isLogo = true},
                {.key = u"consultancy_logo"_s,
                 .kind = FieldKind::Picture,
                 .label = tr("Consultancy's logo"),
                 .isLogo = true},
            }};
    }

    static Sheet members()
    {
        return {
            .table = u"overview_member"_s,
            .label = tr("Both teams"),
            .shape = SheetShape::Table,
            .rowName = tr("person"),
            .question = tr("Who is in the room, and for which team?"),
            .fields = {
                {.key = u"name"_s, .label = tr("Name"), .example = u"Iris Feldman"_s, .required = true},
                {.key = u"team"_s, .kind = FieldKind::Team, .label = tr("Team"), .example = u"marketing"_s},
                {.key = u"role"_s, .label = tr("Role"), .example = tr("Head of marketing")},
                {.key = u"email"_s, .label = tr("E-mail"), .example = u"iris.feldman@ledgerline.example"_s},
            }};
    }

    static Sheet statements()
    {
        return {
            .table = u"overview_statement"_s,
            .label = tr("Alignment score"),
            .shape = SheetShape::Table,
            .rowName = tr("statement"),
            .question
            = tr("How far is each statement true? Each side answers from 1, not at all, to 5, fully; "
                 "the answers are shown once both have answered."),
            .fields = {
                {.key = u"statement"_s,
                 .label = tr("Statement"),
                 .example = tr("Leads that are handed over are worth calling"),
                 .required = true},
                {.key = u"marketing"_s,
                 .kind = FieldKind::Score,
                 .label = tr("Marketing"),
                 .example = u"4"_s,
                 .team = Team::Marketing,
                 .unseenUntil = u"sales"_s},
                {.key = u"sales"_s,
                 .kind = FieldKind::Score,
                 .label = tr("Sales"),
                 .example = u"2"_s,
                 .team = Team::Sales,
                 .unseenUntil = u"marketing"_s},
                {.key = u"note"_s,
                 .kind = FieldKind::LongText,
                 .label = tr("What lies behind the gap"),
                 .example
                 = tr("Sales counts leads without a phone number as unworkable; marketing never heard so.")},
            }};
    }

    static Sheet mistakes()
    {
        return {.table = u"overview_mistake"_s,
                .label = tr("The three mistakes"),
                .shape = SheetShape::Table,
                .rowName = tr("mistake"),
                .question = tr("Which of the usual mistakes are we making?"),
                .fields = {
                    {.key = u"mistake"_s,
                     .label = tr("Mistake"),
                     .example = tr("Goals are not aligned"),
                     .required = true},
                    {.key = u"marketing_says"_s,
                     .kind = FieldKind::YesNo,
                     .label = tr("Marketing: we make it"),
                     .example = u"yes"_s,
                     .team = Team::Marketing},
                    {.key = u"sales_says"_s,
                     .kind = FieldKind::YesNo,
                     .label = tr("Sales: we make it"),
                     .example = u"yes"_s,
                     .team = Team::Sales},
                    {.key = u"seen_in"_s,
                     .kind = FieldKind::LongText,
                     .label = tr("Where we see it"),
                     .example = tr("Marketing is paid for sign-ups, sales for revenue.")},
                    {.key = u"what_we_do"_s,
                     .kind = FieldKind::LongText,
                     .label = tr("What we do about it"),
                     .example = tr("One shared number from July: revenue of new customers.")},
                }};
    }

    static Page standPage()
    {
        return {
            .key = u"dashboard"_s,
            .label = tr("Where we stand"),
            .guide
            = {.doTogether = {tr("Each side rates the statements unseen."),
                              tr("Look at the widest gap first."), tr("Then open the tab that explains it.")},
               .success = tr("Both sides give the same answers, and the answers rise."),
               .worthAsking = {tr("Where do we believe different things about the same customer?")}},
            .sheets = {}};
    }

    static Page alignmentPage()
    {
        return {.key = u"alignment"_s,
                .label = tr("Alignment score"),
                .guide
                = {.doTogether = {tr("Let one side rate while the other looks away; then change."),
                                  tr("Read the gaps aloud, the widest first, without defending a number."),
                                  tr("Write beside each wide gap what lies behind it.")},
                   .success = tr("The gaps close from review to review, and the ratings rise together."),
                   .worthAsking = {tr("What would you have to see to rate this one point higher?"),
                                   tr("Would those who do the work rate it as those who lead it do?")}},
                .sheets = {statements()}};
    }

    static Page mistakesPage()
    {
        return {.key = u"mistakes"_s,
                .label = tr("Self-check"),
                .guide
                = {.doTogether = {tr("Answer for each side: do we make this mistake?"),
                                  tr("Name one place where it shows."),
                                  tr("Agree what changes, and put it among the actions.")},
                   .success = tr("Each mistake has an honest answer and, where it is yes, an action."),
                   .worthAsking = {tr("If nothing changed for a year, which of the three would hurt most?")}},
                .sheets = {mistakes()}};
    }

    static Page workbookPage()
    {
        return {.key = u"workbook"_s,
                .label = tr("Workbook and teams"),
                .guide
                = {.doTogether = {tr("Name the client, the day and who leads through it."),
                                  tr("Write down everybody in the room, with their team.")},
                   .success = tr("Whoever opens this file knows whose it is, when it was made and by whom."),
                   .worthAsking = {tr("Who is missing today whose word will be needed later?")}},
                .sheets = {workbook(), members()}};
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
            .pages = {OverviewSheets::standPage(), OverviewSheets::alignmentPage(),
                      OverviewSheets::mistakesPage(), OverviewSheets::workbookPage()}};
}
