#include "models/funnel/sheets_parts.h"

using namespace Qt::StringLiterals;

Sheet FunnelSheets::source()
{
    return {
        .table = u"funnel_source"_s,
        .label = tr("Sources"),
        .shape = SheetShape::Table,
        .rowName = tr("source"),
        .question = tr("What does marketing do for each source, and how many leads does it promise from it?"),
        .fields = {
            {.key = u"source"_s, .label = tr("Source"), .help = tr("As the CRM calls it; capitals do not matter."),
             .example = tr("Month-end checklist"), .required = true},
            {.key = u"created"_s, .kind = FieldKind::YesNo, .label = tr("Created"),
             .help = tr("By marketing: what is won from it then counts as sourced."), .example = u"yes"_s},
            {.key = u"touched"_s, .kind = FieldKind::YesNo, .label = tr("Touched"),
             .help = tr("By marketing: what is won from it then counts as influenced, which is never added to sourced."),
             .example = u"yes"_s},
            {.key = u"promised"_s, .kind = FieldKind::Count, .label = tr("Leads promised"), .example = u"120"_s},
            {.key = u"grain"_s, .kind = FieldKind::Choice, .label = tr("Per"),
             .help = tr("A month where nothing is said."), .example = u"month"_s,
             .choices = {{u"week"_s, tr("Week")}, {u"month"_s, tr("Month")}, {u"quarter"_s, tr("Quarter")},
                         {u"year"_s, tr("Year")}}},
            {.key = u"note"_s, .kind = FieldKind::LongText, .label = tr("Note"),
             .example = tr("Counts as created only where the checklist was the first contact.")},
        },
        .titleField = u"source"_s,
        .uniqueKeys = {u"source"_s},
    };
}

Page FunnelSheets::pipelinePage()
{
    return {
        .key = u"pipeline"_s,
        .label = tr("Pipeline"),
        .guide = {.doTogether
                  = {tr("Read the open deals stage by stage and ask of each stage what is really alive."),
                     tr("Compare both coverages with the one that your win rate needs."),
                     tr("Say for each source whether marketing created or touched it.")},
                  .success = tr("Both teams say the same sum when they are asked what is in the pipeline."),
                  .worthAsking = {tr("Which open deal would nobody miss?"),
                                  tr("What is a lead of this source worth, and who said so before?")}},
        .sheets = {source()},
    };
}
