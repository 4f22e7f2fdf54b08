#include "models/plan/sheets_parts.h"

using namespace Qt::StringLiterals;

Field PlanSheets::reviewLink()
{
    return {.key = u"review"_s,
            .kind = FieldKind::Link,
            .label = tr("Review"),
            .linkTable = u"plan_review"_s,
            .required = true};
}

Sheet PlanSheets::review()
{
    return {
        .table = u"plan_review"_s,
        .label = tr("Reviews"),
        .shape = SheetShape::Records,
        .rowName = tr("review"),
        .question = tr("Where did we stand on that day?"),
        .fields = {
            {.key = u"name"_s, .label = tr("Review"), .example = tr("Review of Q3 2026"), .required = true},
            {.key = u"held_on"_s, .kind = FieldKind::Date, .label = tr("Held on"), .example = u"2026-10-05"_s,
             .required = true},
            {.key = u"grain"_s, .kind = FieldKind::Choice, .label = tr("Looks at one"), .example = u"quarter"_s,
             .choices = {{u"week"_s, tr("Week")}, {u"month"_s, tr("Month")}, {u"quarter"_s, tr("Quarter")}},
             .inTable = false},
            {.key = u"period_start"_s, .kind = FieldKind::Date, .label = tr("Period"),
             .example = u"2026-07-01"_s, .inTable = false},
            {.key = u"took_part"_s, .kind = FieldKind::LongText, .label = tr("Took part"),
             .example = tr("Tomas Reyl, Ines Costa, both teams"), .inTable = false},
            {.key = u"alignment_score"_s, .kind = FieldKind::Count, .label = tr("Alignment score"),
             .help = tr("Of 100, as it was on that day."), .example = u"58"_s, .most = 100},
            {.key = u"went_well"_s, .kind = FieldKind::LongText, .label = tr("Went well"),
             .example = tr("Two wins told by marketing; not one demo request unanswered."), .inTable = false},
            {.key = u"went_badly"_s, .kind = FieldKind::LongText, .label = tr("Went badly"),
             .example = tr("The year-end campaign started before the reps had seen it."), .inTable = false},
            {.key = u"next_on"_s, .kind = FieldKind::Date, .label = tr("Next review"),
             .example = u"2027-01-11"_s},
        },
        .hold = {.table = u"plan_review_figure"_s,
                 .keys = {u"held_on"_s, u"grain"_s, u"period_start"_s, u"alignment_score"_s},
                 .why = tr("Frozen: date, period and score stay as they were on the day of this review. For "
                           "another day, make a new review; if it was frozen by mistake, undo that.")},
    };
}

Sheet PlanSheets::promise()
{
    return {
        .table = u"plan_review_promise"_s,
        .label = tr("Promises"),
        .shape = SheetShape::Table,
        .rowName = tr("promise"),
        .question = tr("What did we promise each other, and what happened?"),
        .fields = {
            reviewLink(),
            {.key = u"promise"_s, .label = tr("Promise"), .example = tr("Every demo request called within 2 h"),
             .required = true},
            {.key = u"team"_s, .kind = FieldKind::Team, .label = tr("By"), .example = u"sales"_s},
            {.key = u"who"_s, .kind = FieldKind::Person, .label = tr("Who"), .example = tr("Ines Costa"),
             .inTable = false},
            {.key = u"measure"_s, .label = tr("Measured by"), .example = tr("Share within 2 h: 80 %"),
             .inTable = false},
            {.key = u"due"_s, .kind = FieldKind::Date, .label = tr("Due"), .example = u"2026-12-31"_s},
            {.key = u"outcome"_s, .kind = FieldKind::Choice, .label = tr("Outcome"), .example = u"partly"_s,
             .choices = {{u"open"_s, tr("Open")},
                         {u"kept"_s, tr("Kept")},
                         {u"partly"_s, tr("Partly kept")},
                         {u"broken"_s, tr("Not kept")}}},
            {.key = u"happened"_s, .kind = FieldKind::LongText, .label = tr("What happened"),
             .example = tr("71 %; the rest fell on Friday afternoons.")},
        },
        .titleField = u"promise"_s,
    };
}

Sheet PlanSheets::assumption()
{
    return {
        .table = u"plan_review_assumption"_s,
        .label = tr("Assumptions"),
        .shape = SheetShape::Table,
        .rowName = tr("assumption"),
        .question = tr("What did we take for granted?"),
        .fields = {
            reviewLink(),
            {.key = u"assumption"_s, .label = tr("We assume that"),
             .example = tr("controllers decide alone below 10,000"), .required = true},
            {.key = u"held"_s, .kind = FieldKind::Choice, .label = tr("Turned out"), .example = u"false"_s,
             .choices = {{u"open"_s, tr("Not known yet")},
                         {u"true"_s, tr("True")},
                         {u"partly"_s, tr("Partly true")},
                         {u"false"_s, tr("False")}}},
            {.key = u"how_we_know"_s, .label = tr("How we know"),
             .example = tr("6 of 9 deals waited for a managing director")},
        },
        .titleField = u"assumption"_s,
    };
}

Sheet PlanSheets::figure()
{
    Field review = reviewLink();
    review.goesWithLinked = true; // of which day the number was nobody could tell
    return {
        .table = u"plan_review_figure"_s,
        .label = tr("Frozen numbers"),
        .shape = SheetShape::Table,
        .rowName = tr("number"),
        .question = tr("Which numbers did we see on that day?"),
        .fields = {
            review,
            {.key = u"measure"_s, .label = tr("Number"), .example = tr("SQL"), .required = true},
            {.key = u"amount"_s, .kind = FieldKind::Count, .label = tr("Count"), .example = u"96"_s},
            {.key = u"planned"_s, .kind = FieldKind::Count, .label = tr("Target"), .example = u"110"_s},
            {.key = u"worth"_s, .kind = FieldKind::Money, .label = tr("Value"), .example = u"310000 EUR"_s,
             .mayBeNegative = true},
            {.key = u"rate"_s, .kind = FieldKind::Percent, .label = tr("Rate of the step"),
             .example = u"41 %"_s},
            {.key = u"from_measure"_s, .label = tr("Step from"), .example = tr("MQL")},
        },
        .titleField = u"measure"_s,
        .keptByProgram = true,
    };
}
