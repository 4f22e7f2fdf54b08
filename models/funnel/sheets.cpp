#include "models/funnel/sheets.h"

#include "models/funnel/funnel_edits.h"
#include "models/funnel/sheets_parts.h"

using namespace Qt::StringLiterals;

Field FunnelSheets::stageLink(const QString &key, const QString &label)
{
    return {.key = key,
            .kind = FieldKind::Link,
            .label = label,
            .linkTable = u"funnel_stage"_s,
            .goesWithLinked = true,
            .required = true};
}

Field FunnelSheets::stageLeft()
{
    return {.key = u"from_stage"_s,
            .label = tr("Out of stage"),
            .help
            = tr("The stage before it, filled in by itself: where another one comes to stand there, the "
                 "rate still tells which step it is of.")};
}

QList<Field> FunnelSheets::measuredCounts()
{
    return {
        {.key = u"reached"_s,
         .kind = FieldKind::Count,
         .label = tr("Measured: reached the stage"),
         .help = tr("Filled in with a rate that is taken over from the numbers, whose decimals would cut "
                    "it short. It counts as long as the rate is not changed."),
         .inTable = false},
        {.key = u"out_of"_s, .kind = FieldKind::Count, .label = tr("Measured: out of"), .inTable = false}};
}

Field FunnelSheets::grain()
{
    return {.key = u"grain"_s,
            .kind = FieldKind::Choice,
            .label = tr("Per"),
            .example = u"month"_s,
            .choices = {{u"week"_s, tr("Week")}, {u"month"_s, tr("Month")}, {u"quarter"_s, tr("Quarter")}},
            .required = true};
}

// Numbers and targets have the same key, so that one can be held against the other.
QList<Field> FunnelSheets::periodFields()
{
    return {
        stageLink(u"stage"_s, tr("Stage")),
        grain(),
        {.key = u"period_start"_s,
         .kind = FieldKind::Date,
         .label = tr("Period"),
         .example = u"2026-09-01"_s,
         .required = true},
        {.key = u"segment"_s,
         .label = tr("Segment"),
         .help = tr("Region, product or source; empty for everything together."),
         .example = tr("Nordics")},
    };
}

Sheet FunnelSheets::stage()
{
    return {
        .table = u"funnel_stage"_s,
        .label = tr("Stages"),
        .shape = SheetShape::Table,
        .rowName = tr("stage"),
        .question = tr("Which stages does a customer pass, and who owns each?"),
        .fields = {
            {.key = u"name"_s, .label = tr("Stage"), .example = tr("SAL"), .required = true},
            {.key = u"owner"_s, .kind = FieldKind::Team, .label = tr("Owner"),
             .help = tr("Marketing generates, both nurture, sales closes. Where the owner changes lies a handover."),
             .example = u"both"_s, .required = true},
            {.key = u"definition"_s, .kind = FieldKind::LongText, .label = tr("Definition"),
             .help = tr("So plain that both teams would count the same people."),
             .example = tr("A lead that a named rep has looked at and promised to call.")},
            {.key = u"entry_criteria"_s, .kind = FieldKind::LongText, .label = tr("Gets in when"),
             .help = tr("What must have happened; the actions with points stand in the worksheet below."),
             .example = tr("At least 40 points, company e-mail address, accepted by a rep in the CRM."),
             .inTable = false},
            {.key = u"crm_names"_s, .label = tr("Called in the CRM"),
             .help = tr("The names this stage has in your CRM exports, separated by commas."),
             .example = tr("Accepted, Sales accepted lead, SAL")},
            {.key = u"win_chance"_s, .kind = FieldKind::Percent, .label = tr("Chance to win"),
             .help = tr("Of the open deals in this stage, the share that is won; weighs the pipeline."),
             .example = u"8 %"_s, .inTable = false},
            {.key = u"recycle_to"_s, .kind = FieldKind::Link, .label = tr("Sent back to"),
             .help = tr("Where somebody goes on who is not ready yet."), .linkTable = u"funnel_stage"_s,
             .inTable = false},
        },
        .uniqueKeys = {u"name"_s},
        .consequences = {.edit = editStages, .keptOnRemoval = tr("Imported deals stay.")},
    };
}

Sheet FunnelSheets::criterion()
{
    Field stage = stageLink(u"stage"_s, tr("Towards"));
    stage.help = tr("The stage that somebody reaches with these points.");
    return {
        .table = u"funnel_criterion"_s,
        .label = tr("Points for actions"),
        .shape = SheetShape::Table,
        .rowName = tr("action"),
        .question = tr("Which actions make somebody ready for the next stage?"),
        .fields = {
            stage,
            {.key = u"action"_s, .label = tr("Action or trait"), .example = tr("Opened the price page twice"),
             .required = true},
            {.key = u"points"_s, .kind = FieldKind::Count, .label = tr("Points"), .example = u"15"_s},
        },
        .titleField = u"action"_s,
    };
}

Sheet FunnelSheets::handover()
{
    Field after = stageLink(u"after_stage"_s, tr("Handover after"));
    after.help = tr("The last stage of the team that gives.");
    return {
        .table = u"funnel_handover"_s,
        .label = tr("Handovers"),
        .shape = SheetShape::Records,
        .rowName = tr("handover"),
        .question = tr("What must be true when one team hands over to the other, and how fast is it taken?"),
        .fields = {
            after,
            {.key = u"gives"_s, .kind = FieldKind::Person, .label = tr("Hands over"), .example = tr("Tomas Reyl")},
            {.key = u"takes"_s, .kind = FieldKind::Person, .label = tr("Takes over"), .example = tr("Ines Costa")},
            {.key = u"criteria"_s, .kind = FieldKind::LongText, .label = tr("Must be true"),
             .help = tr("What the taker can rely on without asking."),
             .example = tr("Works in finance, names a closing date, has seen the demo or asked for one."),
             .inTable = false},
            {.key = u"accept_within"_s, .kind = FieldKind::Duration, .label = tr("Taken within"),
             .example = u"8 h"_s, .most = minutesPerYear},
            {.key = u"reject_reasons"_s, .kind = FieldKind::LongText, .label = tr("May be rejected because"),
             .help = tr("One reason a line; the log of handovers uses the same words."),
             .example = tr("Student or adviser\nFewer than 20 employees\nCannot be reached after four attempts"),
             .inTable = false},
            {.key = u"rejected_leads"_s, .kind = FieldKind::LongText, .label = tr("What happens with the rejected"),
             .example = tr("Back to the monthly letter with the reason noted; looked at again after 90 days."),
             .inTable = false},
        },
        .signedByBoth = true,
        .uniqueKeys = {u"after_stage"_s},
    };
}

Sheet FunnelSheets::number()
{
    QList<Field> fields = periodFields();
    fields += {
        {.key = u"amount"_s,
         .kind = FieldKind::Count,
         .label = tr("Count"),
         .help = tr("How many reached this stage in the period. Empty means unknown, not 0."),
         .example = u"310"_s},
        {.key = u"worth"_s,
         .kind = FieldKind::Money,
         .label = tr("Value"),
         .example = u"86000 EUR"_s,
         .mayBeNegative = true},
    };
    return {
        .table = u"funnel_number"_s,
        .label = tr("Numbers"),
        .shape = SheetShape::Table,
        .rowName = tr("number"),
        .question = tr("How many reached each stage, period by period?"),
        .fields = fields,
        .uniqueKeys = {u"stage"_s, u"grain"_s, u"period_start"_s, u"segment"_s},
    };
}

Sheet FunnelSheets::note()
{
    return {
        .table = u"funnel_note"_s,
        .label = tr("Notes on the time line"),
        .shape = SheetShape::Table,
        .rowName = tr("note"),
        .question = tr("What did we change, and when, that the numbers may show?"),
        .fields = {
            {.key = u"noted_on"_s, .kind = FieldKind::Date, .label = tr("On"), .example = u"2026-05-11"_s,
             .required = true},
            {.key = u"what_changed"_s, .kind = FieldKind::LongText, .label = tr("What changed"),
             .help = tr("One change a note; what happened outside counts too."),
             .example = tr("Demo form asks for the number of entities; two fields fewer elsewhere."),
             .required = true},
            {.key = u"stage"_s, .kind = FieldKind::Link, .label = tr("Should move"),
             .help = tr("The stage whose rate should move because of it."), .linkTable = u"funnel_stage"_s},
            {.key = u"team"_s, .kind = FieldKind::Team, .label = tr("Team"), .example = u"marketing"_s},
            {.key = u"who"_s, .kind = FieldKind::Person, .label = tr("Who"), .example = tr("Tomas Reyl")},
        },
        .titleField = u"what_changed"_s,
    };
}

TabDescription funnelTab()
{
    return {
        .tab = Tab::Funnel,
        .key = u"funnel"_s,
        .label = FunnelSheets::tr("Split funnel"),
        .question = FunnelSheets::tr("Who owns which part of the pipeline, and where does it change hands?"),
        .success
        = FunnelSheets::tr("Everybody sees the pipeline, and improvements can be traced to single changes."),
        .pages = {FunnelSheets::funnelPage(), FunnelSheets::stagesPage(), FunnelSheets::numbersPage(),
                  FunnelSheets::trendsPage(), FunnelSheets::pipelinePage(), FunnelSheets::targetsPage(),
                  FunnelSheets::changesPage(), FunnelSheets::handoversPage(), FunnelSheets::estimatesPage(),
                  FunnelSheets::capacityPage()},
    };
}
