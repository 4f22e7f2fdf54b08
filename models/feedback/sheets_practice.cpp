#include "models/feedback/sheets_parts.h"

using namespace Qt::StringLiterals;

Sheet FeedbackSheets::campaign()
{
    return {
        .table = u"feedback_campaign"_s,
        .label = tr("Campaign briefs"),
        .shape = SheetShape::Records,
        .rowName = tr("campaign"),
        .question = tr("What is about to go out, and what does sales need to know first?"),
        .fields = {
            {.key = u"name"_s, .label = tr("Campaign"), .example = tr("Year-end without the night shift"),
             .required = true},
            {.key = u"audience"_s, .label = tr("Audience"),
             .example = tr("Finance leads in groups with three or more entities")},
            {.key = u"persona"_s, .kind = FieldKind::Link, .label = tr("Persona"),
             .linkTable = u"story_persona"_s, .inTable = false},
            {.key = u"owner"_s, .kind = FieldKind::Person, .label = tr("Runs it"), .example = tr("Tomas Reyl")},
            {.key = u"message"_s, .kind = FieldKind::LongText, .label = tr("What it says"),
             .example = tr("Close the year in daylight: the same four steps your team does every month."),
             .inTable = false},
            {.key = u"briefing_on"_s, .kind = FieldKind::Date, .label = tr("Sales is briefed on"),
             .help = tr("Two weeks before the launch leaves time to change something."),
             .example = u"2026-10-12"_s},
            {.key = u"launch_on"_s, .kind = FieldKind::Date, .label = tr("Launch on"), .example = u"2026-10-26"_s},
            {.key = u"sales_gets"_s, .kind = FieldKind::LongText, .label = tr("What sales gets beforehand"),
             .example = tr("The landing page, a call opener, three likely questions with answers, and the list of "
                           "invited accounts per rep."),
             .team = Team::Marketing, .inTable = false},
            {.key = u"sales_said"_s, .kind = FieldKind::LongText, .label = tr("What sales said"),
             .example = tr("Auditors read these mails too: leave out the joke about auditors. Add Poland to the list."),
             .team = Team::Sales, .inTable = false},
            {.key = u"changed"_s, .kind = FieldKind::LongText, .label = tr("What we changed because of it"),
             .example = tr("New subject line; 41 Polish accounts added"), .inTable = false},
            {.key = u"outcome"_s, .kind = FieldKind::LongText, .label = tr("What came of it"),
             .example = tr("64 replies, 22 calls, 5 opportunities by the end of November"), .inTable = false},
        },
    };
}

Page FeedbackSheets::campaignsPage()
{
    return {
        .key = u"campaigns"_s,
        .label = tr("Campaign briefs"),
        .guide = {.doTogether = {tr("Enter every campaign of the coming quarter with its launch date."),
                                 tr("Set the briefing two weeks earlier and invite sales to it."),
                                 tr("Ask sales what would embarrass them on the phone; write it down.")},
                  .success = tr("No rep learns of a campaign from a customer."),
                  .worthAsking = {tr("Who will answer the replies, and what will they say first?"),
                                  tr("What did sales say about the last one that we ignored?")}},
        .sheets = {campaign()},
    };
}

QList<Choice> FeedbackSheets::intelligenceKinds()
{
    return {{u"competitor"_s, tr("Competitor")},
            {u"price"_s, tr("Price")},
            {u"objection"_s, tr("Objection")},
            {u"tested_angle"_s, tr("Tested angle")},
            {u"market"_s, tr("Market")}};
}

Sheet FeedbackSheets::intelligence()
{
    return {
        .table = u"feedback_intelligence"_s,
        .label = tr("Field intelligence"),
        .shape = SheetShape::Records,
        .rowName = tr("sighting"),
        .question = tr("What do our scouts see out there?"),
        .fields = {
            {.key = u"seen_on"_s, .kind = FieldKind::Date, .label = tr("Seen on"), .example = u"2026-09-22"_s,
             .required = true},
            {.key = u"headline"_s, .label = tr("In one line"),
             .example = tr("Rival drops its set-up fee until year-end"), .required = true},
            {.key = u"kind"_s, .kind = FieldKind::Choice, .label = tr("Kind"), .example = u"price"_s,
             .choices = intelligenceKinds()},
            {.key = u"details"_s, .kind = FieldKind::LongText, .label = tr("What exactly"),
             .help = tr("Their words, numbers, names; and how the customer reacted."),
             .example = tr("Their offer names a set-up of 0 instead of 4,800 for contracts signed by 31 December. The "
                           "controller still asked who would migrate the old periods."),
             .inTable = false},
            {.key = u"account"_s, .label = tr("Heard at"), .example = tr("Halvorsen Group")},
            {.key = u"reported_by"_s, .kind = FieldKind::Person, .label = tr("Reported by"),
             .example = tr("Ines Costa")},
            {.key = u"tags"_s, .label = tr("Tags"), .help = tr("Separated by commas; the same tag is counted."),
             .example = tr("set-up fee, year-end, migration")},
            {.key = u"our_reply"_s, .kind = FieldKind::LongText, .label = tr("What we said, what we say next time"),
             .example = tr("We showed what migration costs when nobody does it. Next time: the one-page migration "
                           "plan, before the price is on the table."),
             .inTable = false},
            {.key = u"worked"_s, .kind = FieldKind::Choice, .label = tr("Our reply worked"),
             .example = u"partly"_s,
             .choices = {{u"yes"_s, tr("Yes")}, {u"partly"_s, tr("Partly")}, {u"no"_s, tr("No")}},
             .inTable = false},
        },
        .titleField = u"headline"_s,
    };
}

Page FeedbackSheets::intelligencePage()
{
    return {
        .key = u"intelligence"_s,
        .label = tr("Field intelligence"),
        .guide = {.doTogether = {tr("Let every rep tell one thing a customer said about somebody else."),
                                 tr("Tag it in two or three words you will use again."),
                                 tr("Pick the tag that comes up most and decide what to say about it.")},
                  .success = tr("Marketing hears of a competitor's move from us, not from a newsletter."),
                  .worthAsking = {tr("Which objection did we hear more often than last quarter?"),
                                  tr("Which angle did somebody try that nobody asked them to?")}},
        .sheets = {intelligence()},
    };
}

Sheet FeedbackSheets::win()
{
    return {
        .table = u"feedback_win"_s,
        .label = tr("Wins"),
        .shape = SheetShape::Records,
        .rowName = tr("win"),
        .question = tr("What did we win together?"),
        .fields = {
            {.key = u"name"_s, .label = tr("Win"), .example = tr("Group close for Halvorsen"), .required = true},
            {.key = u"won_on"_s, .kind = FieldKind::Date, .label = tr("Won on"), .example = u"2026-10-30"_s},
            {.key = u"worth"_s, .kind = FieldKind::Money, .label = tr("Worth"), .example = u"27000 EUR"_s},
            {.key = u"persona"_s, .kind = FieldKind::Link, .label = tr("Persona"),
             .linkTable = u"story_persona"_s, .inTable = false},
            {.key = u"marketing_contribution"_s, .label = tr("Marketing contribution"),
             .help = tr("A win names both contributions. Look again before you say there was none."),
             .example = tr("Year-end checklist read four times"), .team = Team::Marketing, .required = true},
            {.key = u"sales_contribution"_s, .label = tr("Sales contribution"),
             .example = tr("Closed last March again with their own data"), .team = Team::Sales, .required = true},
            {.key = u"customer_words"_s, .kind = FieldKind::LongText, .label = tr("In the customer's words"),
             .example = tr("\"You were the only ones who asked to see our worst month.\""), .inTable = false},
            {.key = u"lesson"_s, .kind = FieldKind::LongText, .label = tr("What we do again"),
             .example = tr("Ask for the worst month in the second call; the checklist names it now."),
             .inTable = false},
        },
        .countsWhenWhole = true,
    };
}

Page FeedbackSheets::winsPage()
{
    return {
        .key = u"wins"_s,
        .label = tr("Wins"),
        .guide
        = {.doTogether = {tr("Start the meeting with the latest win; let the rep tell it in a minute."),
                          tr("Name what marketing did and what sales did, each in a few words."),
                          tr("Keep one sentence of the customer's.")},
           .success = tr("Either team can tell how the other helped to win."),
           .worthAsking = {tr("What did the customer see before the first call?"),
                           tr("Which of the two contributions could we repeat on purpose?")}},
        .sheets = {win()},
    };
}

Sheet FeedbackSheets::kpi()
{
    return {
        .table = u"feedback_kpi"_s,
        .label = tr("KPIs and pay"),
        .shape = SheetShape::Table,
        .rowName = tr("KPI"),
        .question = tr("What is each team measured by and paid for, and where does that pull us apart?"),
        .fields = {
            {.key = u"name"_s, .label = tr("KPI"), .example = tr("Demo requests taken up within 2 h"),
             .required = true},
            {.key = u"carried_by"_s, .kind = FieldKind::Team, .label = tr("Carried by"), .example = u"both"_s},
            {.key = u"target"_s, .label = tr("Target"), .example = tr("80 %")},
            {.key = u"latest"_s, .label = tr("Latest"), .example = tr("71 %")},
            {.key = u"marketing_pay"_s, .kind = FieldKind::Percent, .label = tr("Share of variable pay, marketing"),
             .help = tr("Which part of the variable pay hangs on this figure; 0 % if none does."),
             .example = u"20 %"_s, .team = Team::Marketing},
            {.key = u"sales_pay"_s, .kind = FieldKind::Percent, .label = tr("Share of variable pay, sales"),
             .example = u"20 %"_s, .team = Team::Sales},
            {.key = u"definition"_s, .kind = FieldKind::LongText, .label = tr("How it is counted"),
             .example = tr("Requests from the web form with a company address; clock runs in office hours."),
             .inTable = false},
            {.key = u"pulls_apart"_s, .kind = FieldKind::LongText, .label = tr("Where it pulls us apart"),
             .help = tr("What a sensible person would do for this bonus that hurts the other team."),
             .example = tr("If only sales were paid for speed, marketing would gain by sending more, not better."),
             .inTable = false},
        },
    };
}

Page FeedbackSheets::payPage()
{
    return {
        .key = u"pay"_s,
        .label = tr("KPIs and pay"),
        .guide
        = {.doTogether = {tr("List what each team is really measured by, not what the slide says."),
                          tr("Enter how much of the variable pay hangs on it, for both teams."),
                          tr("Mark every figure only one team is paid for, and say what that leads to.")},
           .success
           = tr("At least one figure counts for both teams' pay, and none rewards harming the other."),
           .worthAsking = {tr("What would you do differently if you had the other team's bonus plan?"),
                           tr("Which number do we celebrate that no customer would notice?")}},
        .sheets = {kpi()},
    };
}

Sheet FeedbackSheets::process()
{
    return {
        .table = u"feedback_process"_s,
        .label = tr("Process log"),
        .shape = SheetShape::Records,
        .rowName = tr("change"),
        .question = tr("What did we change in how we work together, and did it help?"),
        .fields = {
            {.key = u"changed_on"_s, .kind = FieldKind::Date, .label = tr("Changed on"),
             .example = u"2026-06-01"_s, .required = true},
            {.key = u"what_changed"_s, .label = tr("What changed"),
             .example = tr("Demo requests go to the rep on duty, not to the region"), .required = true},
            {.key = u"why"_s, .kind = FieldKind::LongText, .label = tr("Why"),
             .example = tr("Requests from small regions waited two days whenever one person was ill."),
             .inTable = false},
            {.key = u"agreed_marketing"_s, .kind = FieldKind::Person, .label = tr("Agreed by, marketing"),
             .example = tr("Tomas Reyl"), .team = Team::Marketing},
            {.key = u"agreed_sales"_s, .kind = FieldKind::Person, .label = tr("Agreed by, sales"),
             .example = tr("Ines Costa"), .team = Team::Sales},
            {.key = u"look_again_on"_s, .kind = FieldKind::Date, .label = tr("Look again on"),
             .example = u"2026-09-01"_s},
            {.key = u"what_we_saw"_s, .kind = FieldKind::LongText, .label = tr("What we saw then"),
             .example = tr("Median first contact down from 19 h to 3 h; two reps ask for a swap rule."),
             .inTable = false},
        },
        .titleField = u"what_changed"_s,
    };
}

Page FeedbackSheets::processPage()
{
    return {
        .key = u"process"_s,
        .label = tr("Process log"),
        .guide = {.doTogether = {tr("Enter a change on the day you agree it, with both names."),
                                 tr("Set a date to look again; three months is long enough."),
                                 tr("On that date write what you saw, then keep it or change it back.")},
                  .success = tr("Nobody works by a rule whose reason is forgotten."),
                  .worthAsking = {tr("Which agreement have we quietly stopped keeping?"),
                                  tr("What changed outside since we set this up?")}},
        .sheets = {process()},
    };
}
