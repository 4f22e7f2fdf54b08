#include "models/story/sheets_parts.h"

using namespace Qt::StringLiterals;

Sheet StorySheets::idea()
{
    return {
        .table = u"story_idea"_s,
        .label = tr("Ideas from the field"),
        .shape = SheetShape::Table,
        .rowName = tr("idea"),
        .question = tr("What do reps wish they had had in their hands last week?"),
        .fields = {
            {.key = u"idea"_s,
             .kind = FieldKind::LongText,
             .label = tr("Idea"),
             .example = tr("One page on what happens when a bank changes its format"),
             .required = true},
            {.key = u"rep"_s, .kind = FieldKind::Person, .label = tr("From"), .example = u"Paul Ostrow"_s},
            {.key = u"given_on"_s, .kind = FieldKind::Date, .label = tr("Date"), .example = u"2026-05-04"_s},
            personaLink(),
            {.key = u"state"_s,
             .kind = FieldKind::Choice,
             .label = tr("State"),
             .example = u"making"_s,
             .choices = {{u"new"_s, tr("New")},
                         {u"making"_s, tr("Being made")},
                         {u"made"_s, tr("Made")},
                         {u"dropped"_s, tr("Not made, with a reason")}}},
            {.key = u"answer"_s,
             .kind = FieldKind::LongText,
             .label = tr("Answer"),
             .example = tr("Ready in two weeks; Paul reads the draft.")},
        }};
}

Sheet StorySheets::asset()
{
    return {
        .table = u"story_asset"_s,
        .label = tr("Content by persona and buying stage"),
        .shape = SheetShape::Table,
        .rowName = tr("asset"),
        .question = tr("What do we have for whom at which stage, and is it used?"),
        .fields = {
            {.key = u"name"_s, .label = tr("Asset"), .example = tr("Month-end checklist"), .required = true},
            {.key = u"kind"_s, .label = tr("Kind"), .example = tr("Checklist, two pages"), .inTable = false},
            personaLink(),
            buyingStage(),
            {.key = u"co_created"_s,
             .kind = FieldKind::YesNo,
             .label = tr("Made with sales"),
             .example = u"yes"_s},
            {.key = u"used_by_sales"_s,
             .kind = FieldKind::YesNo,
             .label = tr("Used by sales"),
             .help = tr("Usage rate is assets used divided by assets available."),
             .example = u"yes"_s},
            {.key = u"in_won_deals"_s,
             .kind = FieldKind::Count,
             .label = tr("In won deals"),
             .example = u"9"_s},
            {.key = u"lies_at"_s,
             .label = tr("Where it lies"),
             .example = tr("Shared drive, folder Month-end"),
             .inTable = false},
        }};
}

Sheet StorySheets::repPlan()
{
    return {
        .table = u"story_rep_plan"_s,
        .label = tr("What marketing sends for each rep"),
        .shape = SheetShape::Table,
        .rowName = tr("line"),
        .question = tr("What does marketing send on behalf of each rep, to whom and when?"),
        .fields = {
            {.key = u"rep"_s,
             .kind = FieldKind::Person,
             .label = tr("On behalf of"),
             .example = u"Paul Ostrow"_s,
             .required = true},
            {.key = u"audience"_s,
             .label = tr("To whom"),
             .example = tr("30 controllers met at the user group")},
            {.key = u"sends"_s,
             .label = tr("What is sent"),
             .example = tr("Bank interface page, with two lines from Paul"),
             .required = true},
            {.key = u"sent_on"_s, .kind = FieldKind::Date, .label = tr("When"), .example = u"2026-05-20"_s},
            {.key = u"next_step"_s,
             .label = tr("What the rep does then"),
             .example = tr("Calls the ten who opened it")},
            {.key = u"outcome"_s, .label = tr("What came of it"), .example = tr("Three demos")},
        }};
}

Page StorySheets::contentPage()
{
    return {.key = u"content"_s,
            .label = tr("Content"),
            .guide
            = {.doTogether = {tr("Let every rep name one thing that was missing last week."),
                              tr("Mark what sales uses, and what was in deals that were won."),
                              tr("Look for empty places that cost deals; make those together.")},
               .success = tr("More than half of what marketing makes is in use, and reps ask for more."),
               .worthAsking
               = {tr("Which asset would nobody miss?"), tr("Which one did a rep make alone, and why?")}},
            .sheets = {idea(), asset(), repPlan()}};
}
