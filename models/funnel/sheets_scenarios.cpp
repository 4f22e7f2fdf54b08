#include "models/funnel/sheets_parts.h"
#include "models/funnel/step_origins.h"

using namespace Qt::StringLiterals;

Sheet FunnelSheets::season()
{
    return {
        .table = u"funnel_season"_s,
        .label = tr("Seasonality"),
        .shape = SheetShape::Table,
        .rowName = tr("month"),
        .question = tr("Which months are stronger or weaker than a mean month?"),
        .fields = {
            {.key = u"month"_s, .kind = FieldKind::Choice, .label = tr("Month"), .example = u"8"_s,
             .choices = {{u"1"_s, tr("January")}, {u"2"_s, tr("February")}, {u"3"_s, tr("March")},
                         {u"4"_s, tr("April")}, {u"5"_s, tr("May")}, {u"6"_s, tr("June")},
                         {u"7"_s, tr("July")}, {u"8"_s, tr("August")}, {u"9"_s, tr("September")},
                         {u"10"_s, tr("October")}, {u"11"_s, tr("November")}, {u"12"_s, tr("December")}},
             .required = true},
            {.key = u"weight"_s, .kind = FieldKind::Percent, .label = tr("Against a mean month"),
             .help = tr("100 % is a month like the others; months without a row count as 100 %."),
             .example = u"60 %"_s, .required = true, .mayExceedWhole = true},
            {.key = u"reason"_s, .label = tr("Because"), .example = tr("Holidays at most customers")},
        },
        .uniqueKeys = {u"month"_s},
    };
}

Sheet FunnelSheets::share()
{
    return {
        .table = u"funnel_share"_s,
        .label = tr("Regions, products and sources"),
        .shape = SheetShape::Table,
        .rowName = tr("part"),
        .question = tr("Which part of the plan does each region, product or source carry?"),
        .fields = {
            {.key = u"dimension"_s, .kind = FieldKind::Choice, .label = tr("By"), .example = u"region"_s,
             .choices = {{u"region"_s, tr("Region")}, {u"product"_s, tr("Product")},
                         {u"source"_s, tr("Source")}}, .required = true},
            {.key = u"segment"_s, .label = tr("Name"), .example = tr("Nordics"), .required = true},
            {.key = u"share"_s, .kind = FieldKind::Percent, .label = tr("Share"),
             .help = tr("Where the shares do not add up to 100 %, they count in proportion."),
             .example = u"35 %"_s, .required = true},
        },
        .titleField = u"segment"_s,
        .uniqueKeys = {u"dimension"_s, u"segment"_s},
    };
}

Sheet FunnelSheets::scenario()
{
    return {
        .table = u"funnel_scenario"_s,
        .label = tr("What-if scenarios"),
        .shape = SheetShape::Table,
        .rowName = tr("scenario"),
        .question = tr("What if goal, share or deal size were others?"),
        .fields = {
            {.key = u"name"_s, .label = tr("Scenario"), .example = tr("Smaller deals, more of them"),
             .required = true},
            {.key = u"revenue_goal"_s, .kind = FieldKind::Money, .label = tr("Revenue goal"),
             .help = tr("What is left empty is as in the plan."), .example = u"2400000 EUR"_s},
            {.key = u"marketing_share"_s, .kind = FieldKind::Percent,
             .label = tr("Share from marketing's leads"), .example = u"65 %"_s},
            {.key = u"deal_size"_s, .kind = FieldKind::Money, .label = tr("Deal size, likely"),
             .example = u"8000 EUR"_s},
            {.key = u"thought"_s, .kind = FieldKind::LongText, .label = tr("The thought behind it"),
             .example = tr("Enter with one entity, grow in the second year.")},
        },
        .uniqueKeys = {u"name"_s},
    };
}

Sheet FunnelSheets::scenarioRate()
{
    QList<Field> fields{
        {.key = u"scenario"_s,
         .kind = FieldKind::Link,
         .label = tr("Scenario"),
         .linkTable = u"funnel_scenario"_s,
         .goesWithLinked = true,
         .required = true},
        stageLink(u"stage"_s, tr("Into stage")),
        stageLeft(),
        {.key = u"likely"_s,
         .kind = FieldKind::Percent,
         .label = tr("Likely"),
         .example = u"25 %"_s,
         .required = true},
    };
    fields += measuredCounts();
    return {
        .table = u"funnel_scenario_rate"_s,
        .label = tr("Rates of the scenarios"),
        .shape = SheetShape::Table,
        .rowName = tr("rate"),
        .question = tr("Which rates are others in a scenario?"),
        .fields = fields,
        .uniqueKeys = {u"scenario"_s, u"stage"_s},
        .consequences = keepingOrigin(u"funnel_scenario_rate"_s, {u"stage"_s, u"likely"_s}),
    };
}
