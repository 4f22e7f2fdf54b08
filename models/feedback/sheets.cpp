#include "models/feedback/sheets.h"
#include "models/feedback/sheets_parts.h"

using namespace Qt::StringLiterals;

Sheet FeedbackSheets::agreement()
{
    return {
        .table = u"feedback_agreement"_s,
        .label = tr("Feedback agreement"),
        .shape = SheetShape::Records,
        .rowName = tr("loop"),
        .question = tr("Where and how often do we tell each other what we hear?"),
        .fields = {
            {.key = u"name"_s, .label = tr("Loop"), .example = tr("Friday quarter-hour"), .required = true},
            {.key = u"purpose"_s, .kind = FieldKind::LongText, .label = tr("Purpose"),
             .help = tr("What each side should know afterwards that it did not know before."),
             .example = tr("Marketing hears which questions came up in this week's demos; sales hears what goes "
                           "out next week."),
             .required = true},
            {.key = u"takes_part"_s, .kind = FieldKind::LongText, .label = tr("Who takes part"),
             .example = tr("Two account managers in turn, the content lead, the campaign manager")},
            {.key = u"rhythm"_s, .kind = FieldKind::Choice, .label = tr("Rhythm"), .example = u"weekly"_s,
             .choices = {{u"weekly"_s, tr("Every week")},
                         {u"fortnightly"_s, tr("Every two weeks")},
                         {u"monthly"_s, tr("Every month")},
                         {u"quarterly"_s, tr("Every quarter")},
                         {u"each_time"_s, tr("Each time it happens")}}},
            {.key = u"lasts"_s, .kind = FieldKind::Duration, .label = tr("Lasts"), .example = u"15 min"_s},
            {.key = u"channel"_s, .label = tr("Where"), .help = tr("Room, call, chat channel or document."),
             .example = tr("Video call; notes in the channel #month-end")},
            {.key = u"answer_within"_s, .kind = FieldKind::Duration, .label = tr("Answer within"),
             .help = tr("An answer may be a plain \"no, because\". Silence is not an answer."),
             .example = u"48 h"_s, .most = minutesPerYear},
            {.key = u"what_happens"_s, .kind = FieldKind::LongText, .label = tr("What happens with it"),
             .help = tr("Who writes it down, who decides, how the giver learns what became of it."),
             .example = tr("Each point goes into the feedback log on the spot. The content lead answers by Tuesday "
                           "and says what changes. Nobody waits for permission to go ahead.")},
            {.key = u"starts_on"_s, .kind = FieldKind::Date, .label = tr("Starts on"),
             .example = u"2026-09-04"_s, .inTable = false},
        },
    };
}

Page FeedbackSheets::agreementPage()
{
    return {
        .key = u"agreement"_s,
        .label = tr("Agreement"),
        .guide
        = {.doTogether = {tr("Keep one or two of the ready loops and strike the rest."),
                          tr("Put names, a day and a length beside each."),
                          tr("Agree how soon feedback is answered, and what counts as an answer."),
                          tr("Say aloud that this is a loop: nobody signs anything off here.")},
           .success = tr("Feedback comes unasked, is answered in the agreed time, and changes what we say."),
           .worthAsking = {tr("When did the other team last tell you something you could use?"),
                           tr("What would make you stop coming to this meeting?"),
                           tr("Which piece of feedback went nowhere, and why?")}},
        .sheets = {agreement()},
    };
}

Sheet FeedbackSheets::sla()
{
    return {
        .table = u"feedback_sla"_s,
        .label = tr("Service level agreement"),
        .shape = SheetShape::Records,
        .rowName = tr("question"),
        .question = tr("What may each team rely on from the other?"),
        .fields = {
            {.key = u"question"_s, .label = tr("Question"),
             .example = tr("How fast is a demo request answered?"), .required = true},
            {.key = u"answer"_s, .kind = FieldKind::LongText, .label = tr("Our answer"),
             .help = tr("One that a newcomer in either team could act on tomorrow."),
             .example = tr("By phone within two working hours, otherwise by e-mail the same day. At night and at "
                           "weekends the calendar link answers.")},
            {.key = u"owner"_s, .kind = FieldKind::Team, .label = tr("Owner"), .example = u"sales"_s},
            {.key = u"measure"_s, .label = tr("Measured by"),
             .example = tr("Median time from request to first contact, and the share within 2 h")},
            {.key = u"review_on"_s, .kind = FieldKind::Date, .label = tr("Review on"), .example = u"2027-01-15"_s},
        },
        .signedByBoth = true,
        .signedFor = u"answer"_s,
    };
}

Sheet FeedbackSheets::slaWorth()
{
    return {
        .table = u"feedback_sla_worth"_s,
        .label = tr("What the agreement is worth"),
        .shape = SheetShape::Form,
        .question = tr("How much money passes from marketing to sales in the leads we promise?"),
        .fields = {
            {.key = u"grain"_s, .kind = FieldKind::Choice, .label = tr("Per"), .example = u"month"_s,
             .choices = {{u"month"_s, tr("Month")}, {u"quarter"_s, tr("Quarter")}}, .group = tr("Quota")},
            {.key = u"quota"_s, .kind = FieldKind::Money, .label = tr("Sales quota"),
             .help = tr("What sales has to win in that time, from all origins."),
             .example = u"180000 EUR"_s, .group = tr("Quota")},
            {.key = u"marketing_share"_s, .kind = FieldKind::Percent, .label = tr("Share from marketing's leads"),
             .example = u"40 %"_s, .group = tr("Quota")},
            {.key = u"leads_promised"_s, .kind = FieldKind::Count, .label = tr("Qualified leads promised"),
             .help = tr("How many leads that meet the criteria marketing hands over in that time."),
             .example = u"120"_s, .team = Team::Marketing, .group = tr("The promise in leads")},
            {.key = u"deal_size"_s, .kind = FieldKind::Money, .label = tr("Deal size"),
             .help = tr("Won value ÷ won deals."), .example = u"9000 EUR"_s, .group = tr("The promise in leads")},
            {.key = u"lead_to_won"_s, .kind = FieldKind::Percent, .label = tr("Qualified lead to won"),
             .help = tr("Of a hundred such leads, how many become customers. Lead value = deal size × this rate."),
             .example = u"6.5 %"_s, .group = tr("The promise in leads")},
            {.key = u"contact_within"_s, .kind = FieldKind::Duration, .label = tr("First contact within"),
             .example = u"2 h"_s, .team = Team::Sales, .group = tr("The promise in follow-up"),
             .most = minutesPerYear},
            {.key = u"calls_per_lead"_s, .kind = FieldKind::Count, .label = tr("Calls per lead"),
             .example = u"4"_s, .team = Team::Sales, .group = tr("The promise in follow-up")},
            {.key = u"mails_per_lead"_s, .kind = FieldKind::Count, .label = tr("E-mails per lead"),
             .example = u"3"_s, .team = Team::Sales, .group = tr("The promise in follow-up")},
            {.key = u"within_days"_s, .kind = FieldKind::Count, .label = tr("All within, days"),
             .example = u"10"_s, .team = Team::Sales, .group = tr("The promise in follow-up")},
        },
    };
}

Page FeedbackSheets::slaPage()
{
    return {
        .key = u"sla"_s,
        .label = tr("SLA"),
        .guide
        = {.doTogether = {tr("Take the questions in turn; write the answer you already live by first."),
                          tr("Sharpen it until it has a number and an owner."),
                          tr("Work out what the promised leads are worth before anybody signs."),
                          tr("Sign each answer; a changed answer needs signing again.")},
           .success = tr("Both teams can say from memory what they owe each other, in numbers."),
           .worthAsking = {tr("Which of these promises was broken last month, and who noticed?"),
                           tr("What does sales do with a lead that is real but not ready?"),
                           tr("If leads doubled tomorrow, who would call them?")}},
        .sheets = {sla(), slaWorth()},
    };
}

QList<Choice> FeedbackSheets::feedbackKinds()
{
    return {{u"customer_story"_s, tr("Customer story")},
            {u"objection"_s, tr("Objection")},
            {u"competitor"_s, tr("Competitor")},
            {u"market"_s, tr("Market")},
            {u"lead_quality"_s, tr("Lead quality")},
            {u"content_request"_s, tr("Content request")},
            {u"idea"_s, tr("Idea")}};
}

Sheet FeedbackSheets::log()
{
    return {
        .table = u"feedback_item"_s,
        .label = tr("Feedback log"),
        .shape = SheetShape::Records,
        .rowName = tr("feedback"),
        .question = tr("What did we tell each other, and what came of it?"),
        .fields = {
            {.key = u"given_on"_s, .kind = FieldKind::Date, .label = tr("Given on"), .example = u"2026-10-06"_s,
             .required = true},
            {.key = u"feedback"_s, .kind = FieldKind::LongText, .label = tr("Feedback"),
             .help = tr("What was said or seen, as close to the words as you can."),
             .example = tr("Three controllers this week asked whether the audit trail survives a change of bank. Our "
                           "page on audits does not mention banks at all."),
             .required = true},
            {.key = u"kind"_s, .kind = FieldKind::Choice, .label = tr("Kind"), .example = u"content_request"_s,
             .choices = feedbackKinds()},
            {.key = u"from_team"_s, .kind = FieldKind::Team, .label = tr("From"), .example = u"sales"_s,
             .required = true},
            {.key = u"from_person"_s, .kind = FieldKind::Person, .label = tr("Given by"), .example = tr("Ines Costa"),
             .inTable = false},
            {.key = u"to_team"_s, .kind = FieldKind::Team, .label = tr("For"), .example = u"marketing"_s,
             .required = true},
            {.key = u"campaign"_s, .kind = FieldKind::Link, .label = tr("About the campaign"),
             .linkTable = u"feedback_campaign"_s, .inTable = false},
            {.key = u"persona"_s, .kind = FieldKind::Link, .label = tr("About the persona"),
             .linkTable = u"story_persona"_s, .inTable = false},
            {.key = u"answer"_s, .kind = FieldKind::LongText, .label = tr("Answer"),
             .help = tr("\"No, because\" is a good answer. There is nothing to approve."),
             .example = tr("It does survive. We add a paragraph with a picture to the audit page by Thursday."),
             .inTable = false},
            {.key = u"answered_by"_s, .kind = FieldKind::Person, .label = tr("Answered by"),
             .example = tr("Tomas Reyl"), .inTable = false},
            {.key = u"answered_on"_s, .kind = FieldKind::Date, .label = tr("Answered on"),
             .example = u"2026-10-07"_s},
            {.key = u"acted_on"_s, .kind = FieldKind::YesNo, .label = tr("Acted on"), .example = u"yes"_s},
            {.key = u"changed"_s, .kind = FieldKind::LongText, .label = tr("What it changed"),
             .example = tr("Audit page, and the second slide of the demo"), .inTable = false},
        },
        .titleField = u"feedback"_s,
    };
}

Page FeedbackSheets::logPage()
{
    return {
        .key = u"log"_s,
        .label = tr("Feedback log"),
        .guide
        = {.doTogether = {tr("Write down one thing each from this week, now."),
                          tr("Read the oldest open item aloud and answer it in the room."),
                          tr("For each answer, say what changes, or that nothing does.")},
           .success = tr("Both directions are about equally busy and no item waits longer than agreed."),
           .worthAsking = {tr("Which team gives more than it gets, and why?"),
                           tr("What did we change this quarter because somebody told us?")}},
        .sheets = {log()},
    };
}

TabDescription feedbackTab()
{
    return {
        .tab = Tab::Feedback,
        .key = u"feedback"_s,
        .label = FeedbackSheets::tr("Feedback loop"),
        .question = FeedbackSheets::tr("Do we learn from each other, without asking permission?"),
        .success = FeedbackSheets::tr("Feedback is active, answered, and changes what we say."),
        .pages = {FeedbackSheets::agreementPage(), FeedbackSheets::slaPage(), FeedbackSheets::logPage(),
                  FeedbackSheets::campaignsPage(), FeedbackSheets::intelligencePage(),
                  FeedbackSheets::winsPage(), FeedbackSheets::payPage(), FeedbackSheets::processPage()},
    };
}
