#include "models/funnel/sheets_parts.h"
#include "models/funnel/step_origins.h"

using namespace Qt::StringLiterals;

Sheet FunnelSheets::plan()
{
    return {
        .table = u"funnel_plan"_s,
        .label = tr("Plan, worked backwards"),
        .shape = SheetShape::Form,
        .question = tr("How many of each does our revenue goal need, and can we call them all?"),
        .fields = {
            {.key = u"revenue_goal"_s, .kind = FieldKind::Money, .label = tr("Revenue goal"),
             .example = u"2400000 EUR"_s, .group = tr("Goal")},
            {.key = u"grain"_s, .kind = FieldKind::Choice, .label = tr("For one"), .example = u"year"_s,
             .choices = {{u"year"_s, tr("Year")}, {u"quarter"_s, tr("Quarter")}, {u"month"_s, tr("Month")}},
             .group = tr("Goal")},
            {.key = u"period_start"_s, .kind = FieldKind::Date, .label = tr("Starting on"),
             .help = tr("The plan begins with the month of this day: a year from July runs to June."),
             .example = u"2027-01-01"_s, .group = tr("Goal"), .startsAnywhere = true},
            {.key = u"marketing_share"_s, .kind = FieldKind::Percent, .label = tr("Share from marketing's leads"),
             .help = tr("The rest sales finds itself: referrals, existing customers, cold calls."),
             .example = u"55 %"_s, .group = tr("Goal")},
            {.key = u"deal_size_low"_s, .kind = FieldKind::Money, .label = tr("Deal size, low"),
             .help = tr("Low and high: what you would be surprised to fall below or to exceed."),
             .example = u"7500 EUR"_s, .group = tr("Deal size")},
            {.key = u"deal_size"_s, .kind = FieldKind::Money, .label = tr("Deal size, likely"),
             .example = u"9000 EUR"_s, .group = tr("Deal size")},
            {.key = u"deal_size_high"_s, .kind = FieldKind::Money, .label = tr("Deal size, high"),
             .example = u"11000 EUR"_s, .group = tr("Deal size")},
            {.key = u"cost_per_visitor"_s, .kind = FieldKind::Money, .label = tr("Cost per visitor"),
             .help = tr("What one bought visit costs; leave it empty where visits are not bought."),
             .example = u"3.20 EUR"_s, .group = tr("Cost and hours")},
            {.key = u"worked_stage"_s, .kind = FieldKind::Link, .label = tr("Sales starts to work at"),
             .help = tr("The first stage at which a rep spends time on each one."),
             .linkTable = u"funnel_stage"_s, .group = tr("Cost and hours")},
            {.key = u"time_per_lead"_s, .kind = FieldKind::Duration, .label = tr("Sales time per lead"),
             .help = tr("All calls, e-mails and notes for one lead at that stage, on average."),
             .example = u"1 h 15 min"_s, .group = tr("Cost and hours")},
        },
    };
}

Sheet FunnelSheets::planRate()
{
    Field stage = stageLink(u"stage"_s, tr("Into stage"));
    stage.help = tr("The rate from the stage before it; into the last stage it is the win rate.");
    QList<Field> fields{
        stage,
        stageLeft(),
        {.key = u"low"_s, .kind = FieldKind::Percent, .label = tr("Low"), .example = u"18 %"_s},
        {.key = u"likely"_s,
         .kind = FieldKind::Percent,
         .label = tr("Likely"),
         .example = u"22 %"_s,
         .required = true},
        {.key = u"high"_s, .kind = FieldKind::Percent, .label = tr("High"), .example = u"27 %"_s},
        {.key = u"reason"_s, .label = tr("Because"), .example = tr("Mean of the last four quarters")},
    };
    fields += measuredCounts();
    return {
        .table = u"funnel_plan_rate"_s,
        .label = tr("Planned rates"),
        .shape = SheetShape::Table,
        .rowName = tr("rate"),
        .question = tr("Which rate do we dare to plan with at each step?"),
        .fields = fields,
        .uniqueKeys = {u"stage"_s},
        .consequences = keepingOrigin(u"funnel_plan_rate"_s, {u"stage"_s, u"likely"_s}),
    };
}

Sheet FunnelSheets::target()
{
    QList<Field> fields = periodFields();
    fields += {
        {.key = u"amount"_s, .kind = FieldKind::Count, .label = tr("Count"), .example = u"340"_s},
        {.key = u"worth"_s, .kind = FieldKind::Money, .label = tr("Value"), .example = u"95000 EUR"_s},
    };
    return {
        .table = u"funnel_target"_s,
        .label = tr("Targets"),
        .shape = SheetShape::Table,
        .rowName = tr("target"),
        .question = tr("What do we promise for each stage and period?"),
        .fields = fields,
        .uniqueKeys = {u"stage"_s, u"grain"_s, u"period_start"_s, u"segment"_s},
    };
}

Sheet FunnelSheets::benchmark()
{
    return {
        .table = u"funnel_rate_benchmark"_s,
        .label = tr("What others report"),
        .shape = SheetShape::Table,
        .rowName = tr("range"),
        .question = tr("Which ranges are published for these steps, and by whom?"),
        .fields = {
            {.key = u"step"_s, .label = tr("Step"), .example = tr("SAL to SQL"), .required = true},
            {.key = u"stage"_s, .kind = FieldKind::Link, .label = tr("Into our stage"),
             .help = tr("The stage of ours beside which the range is shown."), .linkTable = u"funnel_stage"_s,
             .inTable = false},
            {.key = u"low"_s, .kind = FieldKind::Percent, .label = tr("From"), .example = u"50 %"_s},
            {.key = u"high"_s, .kind = FieldKind::Percent, .label = tr("To"), .example = u"70 %"_s},
            {.key = u"source"_s, .label = tr("Source"), .example = tr("mv3marketing.com, glossary")},
            {.key = u"year"_s, .label = tr("Year"), .help = tr("Of the figure, where known."),
             .example = tr("2025")},
            {.key = u"remark"_s, .kind = FieldKind::LongText, .label = tr("Remark"),
             .help = tr("Whom it is about, how it was measured, what contradicts it."),
             .example = tr("Large companies; no method given")},
        },
        .isReference = true,
    };
}

Sheet FunnelSheets::handoverLog()
{
    Field after = stageLink(u"after_stage"_s, tr("After stage"));
    after.goesWithLinked = false; // what happened stays told
    return {
        .table = u"funnel_handover_log"_s,
        .label = tr("Log of handovers"),
        .shape = SheetShape::Table,
        .rowName = tr("handover"),
        .question = tr("What happened to each lead that was handed over?"),
        .fields = {
            {.key = u"lead"_s, .label = tr("Lead"), .example = tr("Halvorsen Group, group accounting"),
             .required = true},
            after,
            {.key = u"handed_over"_s, .kind = FieldKind::Date, .label = tr("Handed over"),
             .example = u"2026-09-08"_s, .required = true},
            {.key = u"first_contact_after"_s, .kind = FieldKind::Duration, .label = tr("First contact after"),
             .help = tr("Empty while nobody has been in touch."), .example = u"5 h 30 min"_s},
            {.key = u"attempts"_s, .kind = FieldKind::Count, .label = tr("Attempts"), .example = u"2"_s},
            {.key = u"outcome"_s, .kind = FieldKind::Choice, .label = tr("Outcome"), .example = u"accepted"_s,
             .choices = {{u"accepted"_s, tr("Accepted")},
                         {u"rejected"_s, tr("Rejected")},
                         {u"recycled"_s, tr("Recycled")},
                         {u"waiting"_s, tr("Waiting")}}},
            {.key = u"reason"_s, .label = tr("Reason or note"), .help = tr("For the rejected: in the words of the contract."),
             .example = tr("Demo agreed for the 15th")},
        },
    };
}

Sheet FunnelSheets::estimate()
{
    Field stage = stageLink(u"stage"_s, tr("Rate into stage"));
    stage.help = tr("The rate from the stage before it.");
    stage.goesWithLinked = false; // what was learned stays
    return {
        .table = u"funnel_estimate"_s,
        .label = tr("Blind estimates"),
        .shape = SheetShape::Table,
        .rowName = tr("estimate"),
        .question = tr("What does each side believe the rate is, before looking?"),
        .fields = {
            {.key = u"estimated_on"_s, .kind = FieldKind::Date, .label = tr("On"), .example = u"2026-10-05"_s,
             .required = true},
            stage,
            stageLeft(),
            {.key = u"marketing_belief"_s, .kind = FieldKind::Percent, .label = tr("Marketing believes"),
             .example = u"55 %"_s, .team = Team::Marketing, .unseenUntil = u"sales_belief"_s},
            {.key = u"sales_belief"_s, .kind = FieldKind::Percent, .label = tr("Sales believes"),
             .example = u"30 %"_s, .team = Team::Sales, .unseenUntil = u"marketing_belief"_s},
            {.key = u"actual"_s, .kind = FieldKind::Percent, .label = tr("Actual"),
             .help = tr("As it was on that day; later corrections do not change it."), .example = u"41 %"_s},
            {.key = u"learned"_s, .kind = FieldKind::LongText, .label = tr("What the gap taught us"),
             .example = tr("Marketing counted demos booked, sales demos held. We now count held.")},
            {.key = u"grain"_s, .kind = FieldKind::Choice, .label = tr("Per"), .example = u"quarter"_s,
             .choices = grain().choices, .inTable = false},
            {.key = u"period_start"_s, .kind = FieldKind::Date, .label = tr("Period"),
             .example = u"2026-07-01"_s, .inTable = false},
            {.key = u"review"_s, .kind = FieldKind::Link, .label = tr("Review"), .linkTable = u"plan_review"_s,
             .inTable = false},
        },
        .titleField = u"estimated_on"_s,
        .consequences = keepingOrigin(u"funnel_estimate"_s, {u"stage"_s}), // beliefs are those of that day
    };
}

Sheet FunnelSheets::capacity()
{
    return {
        .table = u"funnel_capacity"_s,
        .label = tr("Capacity"),
        .shape = SheetShape::Form,
        .question = tr("How much more could the same people sell?"),
        .fields = {
            {.key = u"reps"_s, .kind = FieldKind::Count, .label = tr("Reps"), .example = u"9"_s,
             .group = tr("Time there is")},
            {.key = u"hours_per_week"_s, .kind = FieldKind::Duration, .label = tr("Hours a week per rep"),
             .example = u"40 h"_s, .group = tr("Time there is")},
            {.key = u"weeks_per_year"_s, .kind = FieldKind::Count, .label = tr("Working weeks a year"),
             .help = tr("Without holidays, illness and trade fairs."), .example = u"44"_s,
             .group = tr("Time there is")},
            {.key = u"selling_share"_s, .kind = FieldKind::Percent, .label = tr("Share spent selling"),
             .help = tr("With customers, or preparing to be. Ask the reps, then look at a calendar."),
             .example = u"34 %"_s, .sourced = true, .group = tr("Time there is")},
            {.key = u"new_lead_share"_s, .kind = FieldKind::Percent, .label = tr("Of that, on new leads"),
             .example = u"50 %"_s, .group = tr("Time there is")},
            {.key = u"time_per_conversation"_s, .kind = FieldKind::Duration, .label = tr("Time per conversation"),
             .help = tr("Preparing, talking, writing it down."), .example = u"50 min"_s,
             .group = tr("What it yields")},
            {.key = u"conversation_to_won"_s, .kind = FieldKind::Percent, .label = tr("Conversation to won"),
             .example = u"2 %"_s, .group = tr("What it yields")},
            {.key = u"nurture_share"_s, .kind = FieldKind::Percent, .label = tr("Spent on leads not ready to buy"),
             .help = tr("Share of the selling time."), .example = u"30 %"_s, .sourced = true,
             .group = tr("What could move")},
            {.key = u"moved_share"_s, .kind = FieldKind::Percent, .label = tr("Of that, marketing could take over"),
             .example = u"60 %"_s, .group = tr("What could move")},
            {.key = u"conditions"_s, .kind = FieldKind::LongText, .label = tr("What would have to be true"),
             .example = tr("A letter for every closing calendar, and a rule when a reader goes back to a rep."),
             .group = tr("What could move")},
        },
    };
}
