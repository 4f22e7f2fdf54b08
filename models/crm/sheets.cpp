#include "models/crm/sheets.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct CrmSheets
{
    Q_DECLARE_TR_FUNCTIONS(CrmSheets)

public:
    static Sheet access()
    {
        return {
            .table = u"crm_access"_s,
            .label = tr("Access register"),
            .shape = SheetShape::Table,
            .rowName = tr("access"),
            .question = tr("Who can look into which system, and do they look?"),
            .fields = {
                {.key = u"person"_s,
                 .kind = FieldKind::Person,
                 .label = tr("Person"),
                 .example = u"Iris Feldman"_s,
                 .required = true},
                {.key = u"team"_s,
                 .kind = FieldKind::Team,
                 .label = tr("Team"),
                 .example = u"marketing"_s,
                 .required = true},
                {.key = u"system"_s,
                 .label = tr("System"),
                 .example = tr("CRM, deals and call notes"),
                 .required = true},
                {.key = u"rights"_s,
                 .kind = FieldKind::Choice,
                 .label = tr("Rights"),
                 .help = tr("The rule of this tab: at least one marketer can read."),
                 .example = u"read"_s,
                 .choices = {{u"read"_s, tr("Read-only")},
                             {u"edit"_s, tr("Edit")},
                             {u"admin"_s, tr("Administrator")}}},
                {.key = u"granted_on"_s,
                 .kind = FieldKind::Date,
                 .label = tr("Granted"),
                 .example = u"2026-04-20"_s},
                {.key = u"last_looked_on"_s,
                 .kind = FieldKind::Date,
                 .label = tr("Last looked"),
                 .example = u"2026-05-18"_s},
                {.key = u"next_check_on"_s,
                 .kind = FieldKind::Date,
                 .label = tr("Next check"),
                 .example = u"2026-07-20"_s},
                {.key = u"requested_on"_s,
                 .kind = FieldKind::Date,
                 .label = tr("Requested"),
                 .example = u"2026-04-15"_s,
                 .inTable = false},
                {.key = u"granted_by"_s,
                 .kind = FieldKind::Person,
                 .label = tr("Granted by"),
                 .example = u"Paul Ostrow"_s,
                 .inTable = false},
                {.key = u"revoked_on"_s, .kind = FieldKind::Date, .label = tr("Revoked"), .inTable = false},
            }};
    }

    static Sheet conversations()
    {
        return {
            .table = u"crm_conversation"_s,
            .label = tr("What we saw"),
            .shape = SheetShape::Records,
            .rowName = tr("conversation"),
            .question = tr("Which conversation with a client did we follow from start to finish, and what "
                           "did it teach us?"),
            .fields = {
                {.key = u"customer"_s,
                 .label = tr("Customer"),
                 .example = tr("Harbour Freight Lines"),
                 .required = true},
                {.key = u"seen_on"_s,
                 .kind = FieldKind::Date,
                 .label = tr("Looked at on"),
                 .example = u"2026-05-18"_s},
                {.key = u"seen_by"_s,
                 .kind = FieldKind::Person,
                 .label = tr("Looked at by"),
                 .example = u"Iris Feldman"_s},
                {.key = u"outcome"_s,
                 .kind = FieldKind::Choice,
                 .label = tr("How it ended"),
                 .example = u"won"_s,
                 .choices = {{u"open"_s, tr("Still open")}, {u"won"_s, tr("Won")}, {u"lost"_s, tr("Lost")}}},
                {.key = u"worth"_s,
                 .kind = FieldKind::Money,
                 .label = tr("Worth"),
                 .help = tr("What the deal was or would have been worth."),
                 .example = u"48000 EUR"_s},
                {.key = u"learned"_s,
                 .kind = FieldKind::LongText,
                 .label = tr("What we learned"),
                 .example = tr("The controller asked three times who repairs the interface when the bank "
                               "changes it. Nobody in marketing knew that this is the question.")},
                {.key = u"message_changed"_s,
                 .kind = FieldKind::LongText,
                 .label = tr("Which message changed because of it"),
                 .example = tr("The bank page now begins with: we repair the interface before you notice.")},
            }};
    }

    static Sheet touches()
    {
        return {.table = u"crm_touch"_s,
                .label = tr("Trail from first touch to close"),
                .shape = SheetShape::Table,
                .rowName = tr("touch"),
                .question = tr("What did each team do along the way, in the order it happened?"),
                .fields = {
                    {.key = u"conversation"_s, .kind = FieldKind::Link, .label = tr("Conversation"), .linkTable = u"crm_conversation"_s, .required = true},
                    {.key = u"touched_on"_s, .kind = FieldKind::Date, .label = tr("Date"), .example = u"2026-02-03"_s},
                    {.key = u"team"_s, .kind = FieldKind::Team, .label = tr("Team"), .example = u"marketing"_s},
                    {.key = u"what"_s, .label = tr("What happened"), .example = tr("Read the month-end checklist, left an address"), .required = true},
                    {.key = u"customer_said"_s, .kind = FieldKind::LongText, .label = tr("What the customer said or did"), .example = tr("Asked for the version with two currencies.")},
                },
                .titleField = u"what"_s};
    }

    static Sheet cash()
    {
        return {.table = u"crm_cash"_s,
                .label = tr("Cash"),
                .shape = SheetShape::Table,
                .rowName = tr("line"),
                .question = tr("What did marketing's work earn? Sourced means that marketing created it, influenced that "
                               "marketing touched it. They are two figures and are never added."),
                .fields = {
                    {.key = u"period_start"_s, .kind = FieldKind::Date, .label = tr("Period"), .example = u"2026-04-01"_s, .required = true},
                    {.key = u"grain"_s, .kind = FieldKind::Choice, .label = tr("Per"), .example = u"quarter"_s,
                     .choices = {{u"month"_s, tr("Month")}, {u"quarter"_s, tr("Quarter")}, {u"year"_s, tr("Year")}}},
                    {.key = u"origin"_s, .label = tr("Origin"), .example = tr("Month-end checklist"), .required = true},
                    {.key = u"sourced"_s, .kind = FieldKind::Money, .label = tr("Sourced"), .example = u"96000 EUR"_s},
                    {.key = u"influenced"_s, .kind = FieldKind::Money, .label = tr("Influenced"), .example = u"210000 EUR"_s},
                    {.key = u"note"_s, .kind = FieldKind::LongText, .label = tr("Note"), .example = tr("Two of the five deals began at the spring webinar.")},
                },
                .titleField = u"origin"_s};
    }

    static Page accessPage()
    {
        return {.key = u"access"_s,
                .label = tr("Access register"),
                .guide = {.doTogether = {tr("List every system in which a client's story is written down."),
                                         tr("Give at least one marketer the right to read it."),
                                         tr("Agree when the access is checked again.")},
                          .success = tr("Marketing looks into the CRM by itself, and does so every month."),
                          .worthAsking = {tr("What would sales rather not have seen, and why?"),
                                          tr("Who has a right that nobody remembers granting?")}},
                .sheets = {access()}};
    }

    static Page seenPage()
    {
        return {.key = u"seen"_s,
                .label = tr("What we saw"),
                .guide
                = {.doTogether
                   = {tr("Choose one deal, won or lost, and read it from the first touch to the end."),
                      tr("Put both teams' touches on one time line."),
                      tr("Name one message that changes because of it.")},
                   .success = tr("Both teams understand the client's conversation from start to finish."),
                   .worthAsking = {tr("Which word did the client use that we never use?"),
                                   tr("At which point did the client decide, and who was there?")}},
                .sheets = {conversations(), touches()}};
    }

    static Page cashPage()
    {
        return {.key = u"cash"_s,
                .label = tr("Cash"),
                .guide
                = {.doTogether = {tr("Agree what counts as sourced and what as influenced."),
                                  tr("Fill in the last closed period together, from the CRM."),
                                  tr("Keep the two figures apart, in every report.")},
                   .success = tr("Marketing sees what its work earned, and sales agrees with the figure."),
                   .worthAsking = {tr("Which origin earns more than we thought?"),
                                   tr("Would we spend the same again on each of them?")}},
                .sheets = {cash()}};
    }
};

} // namespace

TabDescription crmTab()
{
    return {.tab = Tab::Crm,
            .key = u"crm"_s,
            .label = CrmSheets::tr("CRM access"),
            .question = CrmSheets::tr("Does marketing see what really happens with clients?"),
            .success = CrmSheets::tr(
                "Both teams understand the client conversation from start to finish, and what it earned."),
            .pages = {CrmSheets::accessPage(), CrmSheets::seenPage(), CrmSheets::cashPage()}};
}
