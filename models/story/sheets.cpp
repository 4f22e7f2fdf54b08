#include "models/story/sheets.h"

#include "models/story/sheets_parts.h"

using namespace Qt::StringLiterals;

Field StorySheets::personaLink()
{
    return {.key = u"persona"_s,
            .kind = FieldKind::Link,
            .label = tr("Persona"),
            .linkTable = u"story_persona"_s};
}

Field StorySheets::buyingStage()
{
    return {.key = u"buying_stage"_s,
            .kind = FieldKind::Choice,
            .label = tr("Buying stage"),
            .example = u"compares"_s,
            .choices = {{u"unaware"_s, tr("Not looking")},
                        {u"problem"_s, tr("Sees the problem")},
                        {u"compares"_s, tr("Compares ways out")},
                        {u"decides"_s, tr("Decides")},
                        {u"customer"_s, tr("Is a customer")}}};
}

Sheet StorySheets::goal()
{
    return {
        .table = u"story_goal"_s,
        .label = tr("Goals and behaviours"),
        .shape = SheetShape::Records,
        .rowName = tr("goal"),
        .question = tr("What do we want together, and what will each team do differently for it?"),
        .fields = {
            {.key = u"goal"_s,
             .label = tr("Common goal"),
             .help = tr("One that neither team can reach alone."),
             .example = tr("Twenty new finance teams close their month with us this year"),
             .required = true},
            {.key = u"shared"_s,
             .kind = FieldKind::Choice,
             .label = tr("What we share"),
             .example = u"growth"_s,
             .choices = {{u"telling"_s, tr("Telling the story")},
                         {u"talking"_s, tr("Talking to customers")},
                         {u"feedback"_s, tr("Needing each other's feedback")},
                         {u"growth"_s, tr("Growth")}}},
            {.key = u"measure"_s, .label = tr("Measured by"), .example = tr("Customers that went live")},
            {.key = u"baseline"_s, .label = tr("Today"), .example = u"11"_s},
            {.key = u"target"_s, .label = tr("Target"), .example = u"20"_s},
            {.key = u"due"_s, .kind = FieldKind::Date, .label = tr("By"), .example = u"2026-12-31"_s},
            {.key = u"marketing_does"_s,
             .kind = FieldKind::LongText,
             .label = tr("Marketing will"),
             .example = tr("Write for controllers, not for CFOs; send every asset to sales two weeks ahead."),
             .team = Team::Marketing},
            {.key = u"sales_does"_s,
             .kind = FieldKind::LongText,
             .label = tr("Sales will"),
             .example
             = tr("Note the controller's own words after each call; bring one recording to the weekly loop."),
             .team = Team::Sales},
            {.key = u"check_in"_s,
             .label = tr("Check-ins"),
             .example = tr("First Friday of the month, 20 minutes")},
        }};
}

Page StorySheets::goalsPage()
{
    return {.key = u"goals"_s,
            .label = tr("Goals and behaviours"),
            .guide
            = {.doTogether = {tr("Start from what you share already: the story, the customers, the need for "
                                 "feedback, growth."),
                              tr("Agree on one goal and one measure before you talk about who does what."),
                              tr("Let each team name one thing it will do differently, not the other team.")},
               .success = tr("Both teams name the same goal without looking it up."),
               .worthAsking = {tr("What do we do today that works against this goal?"),
                               tr("How would we notice after four weeks that it moves?")}},
            .sheets = {goal()}};
}

Sheet StorySheets::baseline()
{
    struct Part
    {
        QString key;
        QString label;
        QString marketing, sales, ours;
    };
    const QList<Part> parts{
        {u"serve"_s, tr("Who we serve"), tr("Finance teams of growing companies"),
         tr("The controller who is still in the office on the third"),
         tr("Controllers of companies that have outgrown their spreadsheets")},
        {u"problem"_s, tr("Their problem"), tr("Finance cannot keep pace with the business"),
         tr("Month-end takes nine days and nobody trusts day four"),
         tr("Month-end takes nine days, so decisions wait for last month")},
        {u"change"_s, tr("The change we make"), tr("Finance becomes the pulse of the company"),
         tr("You close by lunch on day one"), tr("The month is closed on the morning of day one")},
        {u"how"_s, tr("How"), tr("A ledger that reconciles itself"),
         tr("We match the bank lines overnight; you look at what is left"),
         tr("We match bank lines overnight, so people only look at exceptions")},
        {u"proof"_s, tr("Proof"), tr("212 finance teams rely on us"),
         tr("Harbour Freight Lines went from nine days to one"),
         tr("212 finance teams, audited; Harbour Freight Lines from nine days to one")},
        {u"promise"_s, tr("Promise"), tr("Month-end in a morning"),
         tr("Your team gets four days back every month"),
         tr("Month-end in a morning, from the second month on")},
    };
    QList<Field> fields;
    for (const Part &part : parts) {
        fields.append({.key = part.key + u"_marketing"_s,
                       .kind = FieldKind::LongText,
                       .label = tr("The grand vision"),
                       .example = part.marketing,
                       .team = Team::Marketing,
                       .group = part.label});
        fields.append({.key = part.key + u"_sales"_s,
                       .kind = FieldKind::LongText,
                       .label = tr("What is said in the room"),
                       .example = part.sales,
                       .team = Team::Sales,
                       .group = part.label});
        fields.append({.key = part.key + u"_ours"_s,
                       .kind = FieldKind::LongText,
                       .label = tr("Our one sentence"),
                       .example = part.ours,
                       .team = Team::Both,
                       .group = part.label});
    }
    return {.table = u"story_baseline"_s,
            .label = tr("Baseline story"),
            .shape = SheetShape::Form,
            .question = tr("What is the one story over brand and product that both of us tell?"),
            .fields = fields,
            .signedByBoth = true};
}

Page StorySheets::baselinePage()
{
    return {.key = u"baseline"_s,
            .label = tr("Baseline story"),
            .guide = {.doTogether = {tr("Each team writes its own version first, without discussion."),
                                     tr("Read both aloud to each other, part by part."),
                                     tr("Merge each pair into one sentence that both would say to a client."),
                                     tr("Sign the text, not the idea of it.")},
                      .success = tr("A client who meets both teams in one week hears one story."),
                      .worthAsking = {tr("Where would a customer hear two stories?"),
                                      tr("Which of these sentences can a rep say without blushing?")}},
            .sheets = {baseline()}};
}

TabDescription storyTab()
{
    return {.tab = Tab::Story,
            .key = u"story"_s,
            .label = StorySheets::tr("Shared story"),
            .question = StorySheets::tr("Do customers hear one story from us?"),
            .success = StorySheets::tr(
                "Contradictions disappear, and the money spent on messaging shows in every conversation."),
            .pages = {StorySheets::goalsPage(), StorySheets::baselinePage(), StorySheets::personasPage(),
                      StorySheets::messagingPage(), StorySheets::contradictionsPage(),
                      StorySheets::contentPage(), StorySheets::perspectivesPage(), StorySheets::factsPage()}};
}
