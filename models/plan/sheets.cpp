#include "models/plan/sheets.h"
#include "models/plan/sheets_parts.h"
#include "models/plan/standing.h"

using namespace Qt::StringLiterals;

Sheet PlanSheets::step()
{
    return {
        .table = u"plan_step"_s,
        .label = tr("Process map"),
        .shape = SheetShape::Table,
        .rowName = tr("step"),
        .question = tr("How does a stranger become a customer, and who leads when?"),
        .fields = {
            {.key = u"name"_s, .label = tr("Step"), .example = tr("Prove it with their own books"),
             .required = true},
            {.key = u"led_by"_s, .kind = FieldKind::Team, .label = tr("Led by"), .example = u"sales"_s},
            {.key = u"comes_in"_s, .kind = FieldKind::LongText, .label = tr("What enters"),
             .example = tr("A controller who has agreed to lend us last March")},
            {.key = u"goes_out"_s, .kind = FieldKind::LongText, .label = tr("What leaves"),
             .example = tr("A closed month, and a list of what took longer than it should")},
            {.key = u"sales_steps_in"_s, .kind = FieldKind::LongText, .label = tr("When sales steps in"),
             .example = tr("From the first upload; marketing prepares the report template")},
        },
    };
}

Page PlanSheets::processPage()
{
    return {
        .key = u"process"_s,
        .label = tr("Process map"),
        .guide = {.doTogether = {tr("Walk through the steps with one real customer in mind."),
                                 tr("Rename the steps until they are your own words."),
                                 tr("For each, agree who leads and at which moment sales steps in.")},
                  .success = tr("Both teams draw the same path and point at the same moment."),
                  .worthAsking = {tr("Where did our last customer leave this path?"),
                                  tr("At which step do we wait for each other?")}},
        .sheets = {step()},
    };
}

Sheet PlanSheets::action()
{
    return {
        .table = u"plan_action"_s,
        .label = tr("Actions"),
        .shape = SheetShape::Table,
        .rowName = tr("action"),
        .question = tr("Who does what, by when?"),
        .fields = {
            {.key = u"what"_s, .label = tr("Action"), .help = tr("Begin with a verb."),
             .example = tr("Cut the demo form to four fields"), .required = true},
            {.key = u"owner"_s, .kind = FieldKind::Person, .label = tr("Owner"), .help = tr("One name."),
             .example = tr("Tomas Reyl"), .required = true},
            {.key = u"team"_s, .kind = FieldKind::Team, .label = tr("Team"), .example = u"marketing"_s},
            {.key = u"due"_s, .kind = FieldKind::Date, .label = tr("Due"), .example = u"2026-11-27"_s,
             .required = true, .overdue = isOverdueAction},
            {.key = u"state"_s, .kind = FieldKind::Choice, .label = tr("State"), .example = u"done"_s,
             .choices = {{u"open"_s, tr("Open")},
                         {u"doing"_s, tr("In progress")},
                         {u"done"_s, tr("Done")},
                         {u"dropped"_s, tr("Dropped")}}},
            {.key = u"came_from"_s, .label = tr("Came from"), .example = tr("Feedback log: form is too long")},
            {.key = u"done_on"_s, .kind = FieldKind::Date, .label = tr("Done on"), .example = u"2026-11-25"_s, .inTable = false},
            {.key = u"result"_s, .kind = FieldKind::LongText, .label = tr("What came of it"),
             .example = tr("Requests up by a fifth, the same share of them real"), .inTable = false},
        },
    };
}

Page PlanSheets::actionsPage()
{
    return {
        .key = u"actions"_s,
        .label = tr("Actions"),
        .guide = {.doTogether = {tr("Give each action one name and one date."),
                                 tr("Begin every meeting with the overdue ones."),
                                 tr("Drop what nobody will do; say so.")},
                  .success = tr("Hardly anything is overdue, and what was done can be seen in the numbers."),
                  .worthAsking = {tr("Which one action would move the funnel most?"),
                                  tr("What keeps the overdue one from being done?")}},
        .sheets = {action()},
    };
}

Sheet PlanSheets::parking()
{
    return {
        .table = u"plan_parking"_s,
        .label = tr("Parking lot"),
        .shape = SheetShape::Table,
        .rowName = tr("topic"),
        .question = tr("What came up that deserves its own time?"),
        .fields = {
            {.key = u"topic"_s, .label = tr("Topic"), .example = tr("Should partners see the funnel?"),
             .required = true},
            {.key = u"raised_by"_s, .kind = FieldKind::Person, .label = tr("Raised by"),
             .example = tr("Ines Costa")},
            {.key = u"team"_s, .kind = FieldKind::Team, .label = tr("Team"), .example = u"sales"_s},
            {.key = u"raised_on"_s, .kind = FieldKind::Date, .label = tr("Raised on"),
             .example = u"2026-10-05"_s},
            {.key = u"became"_s, .kind = FieldKind::Choice, .label = tr("Became"), .example = u"waiting"_s,
             .choices = {{u"waiting"_s, tr("Still waiting")},
                         {u"action"_s, tr("An action")},
                         {u"decision"_s, tr("A decision")},
                         {u"dropped"_s, tr("Dropped")}}},
            {.key = u"remark"_s, .kind = FieldKind::LongText, .label = tr("Remark"),
             .example = tr("Ask the two largest partners first what they would look at.")},
        },
    };
}

Page PlanSheets::parkingPage()
{
    return {
        .key = u"parking"_s,
        .label = tr("Parking lot"),
        .guide = {.doTogether = {tr("Park what is worth talking about, but not now."),
                                 tr("Empty the lot at the end: action, decision, next meeting, or drop it.")},
                  .success = tr("Nothing stays parked over two reviews."),
                  .worthAsking = {tr("Which parked topic would hurt us if we forgot it?")}},
        .sheets = {parking()},
    };
}

Sheet PlanSheets::decision()
{
    return {
        .table = u"plan_decision"_s,
        .label = tr("Decisions"),
        .shape = SheetShape::Records,
        .rowName = tr("decision"),
        .question = tr("What did we decide, and why that?"),
        .fields = {
            {.key = u"decided_on"_s, .kind = FieldKind::Date, .label = tr("Decided on"),
             .example = u"2026-10-05"_s, .required = true},
            {.key = u"decision"_s, .label = tr("Decision"),
             .example = tr("No discount without a shorter contract"), .required = true},
            {.key = u"reason"_s, .kind = FieldKind::LongText, .label = tr("Because"),
             .example = tr("Half of last year's discounts went to customers who had not asked for one."),
             .inTable = false},
            {.key = u"instead_of"_s, .kind = FieldKind::LongText, .label = tr("Instead of"),
             .help = tr("What else was on the table; it saves having the discussion twice."),
             .example = tr("A lower list price; a discount in the first quarter only"), .inTable = false},
            {.key = u"decided_by"_s, .label = tr("Decided by"), .example = tr("Tomas Reyl, Ines Costa")},
            {.key = u"team"_s, .kind = FieldKind::Team, .label = tr("Concerns"), .example = u"both"_s},
            {.key = u"look_again_on"_s, .kind = FieldKind::Date, .label = tr("Look again on"),
             .example = u"2027-04-05"_s},
        },
        .titleField = u"decision"_s,
    };
}

Page PlanSheets::decisionsPage()
{
    return {
        .key = u"decisions"_s,
        .label = tr("Decisions"),
        .guide = {.doTogether = {tr("Write the decision as one sentence and read it back."),
                                 tr("Add the reason, and what you decided against.")},
                  .success = tr("Somebody who was not in the room knows what holds now, and why."),
                  .worthAsking
                  = {tr("Who has to know this by tomorrow?"), tr("What would make us decide differently?")}},
        .sheets = {decision()},
    };
}

Page PlanSheets::reviewsPage()
{
    return {
        .key = u"reviews"_s,
        .label = tr("Reviews"),
        .guide
        = {.doTogether = {tr("Begin with the last review: promise by promise, what happened?"),
                          tr("Look at the numbers frozen then beside those of today."),
                          tr("Strike the assumptions that turned out false."),
                          tr("Make no more than five new promises, each with a name and a measure.")},
           .success
           = tr("More promises are kept from review to review, and the broken ones taught us something."),
           .worthAsking = {tr("Which promise did we know we would not keep?"),
                           tr("What do we believe today that we cannot show?")}},
        .sheets = {review(), promise(), assumption(), figure()},
    };
}

TabDescription planTab()
{
    return {
        .tab = Tab::Plan,
        .key = u"plan"_s,
        .label = PlanSheets::tr("Plan and reviews"),
        .question = PlanSheets::tr("What next, and did it happen?"),
        .success = {},
        .pages = {PlanSheets::processPage(), PlanSheets::actionsPage(), PlanSheets::parkingPage(),
                  PlanSheets::decisionsPage(), PlanSheets::reviewsPage()},
    };
}
