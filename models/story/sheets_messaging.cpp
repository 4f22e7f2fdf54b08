#include "models/story/sheets_parts.h"

using namespace Qt::StringLiterals;

Sheet StorySheets::house()
{
    return {.table = u"story_message_house"_s,
            .label = tr("Message house"),
            .shape = SheetShape::Form,
            .question = tr("What do we promise, in one roof over all we say?"),
            .fields = {
                {.key = u"promise"_s,
                 .kind = FieldKind::LongText,
                 .label = tr("Promise"),
                 .example = tr("Month-end in a morning.")},
                {.key = u"tone"_s, .label = tr("Tone"), .example = tr("Dry, exact, never excited.")},
                {.key = u"brand_line"_s,
                 .kind = FieldKind::LongText,
                 .label = tr("Brand line"),
                 .example = tr("Finance is the pulse of the company."),
                 .team = Team::Marketing},
                {.key = u"selling_line"_s,
                 .kind = FieldKind::LongText,
                 .label = tr("Selling line"),
                 .example = tr("Your team gets four days back every month."),
                 .team = Team::Sales},
            }};
}

Sheet StorySheets::pillar()
{
    return {.table = u"story_pillar"_s,
            .label = tr("Pillars"),
            .shape = SheetShape::Table,
            .rowName = tr("pillar"),
            .question = tr("Which three things carry the promise, and what proves each?"),
            .fields = {
                {.key = u"pillar"_s,
                 .label = tr("Pillar"),
                 .help = tr("Three at most; a fourth means that one is not a pillar."),
                 .example = tr("Matches overnight"),
                 .required = true},
                {.key = u"meaning"_s,
                 .kind = FieldKind::LongText,
                 .label = tr("What it means for the customer"),
                 .example = tr("In the morning only the exceptions are left.")},
                {.key = u"proof"_s,
                 .kind = FieldKind::LongText,
                 .label = tr("Proof"),
                 .example = tr("97 of 100 bank lines matched without a person, audited in May.")},
            }};
}

Sheet StorySheets::personaLine()
{
    Field persona = personaLink();
    persona.required = true;
    return {.table = u"story_persona_line"_s,
            .label = tr("A line for each persona"),
            .shape = SheetShape::Table,
            .rowName = tr("line"),
            .question = tr("What does the promise sound like to each persona?"),
            .fields = {persona,
                       {.key = u"line"_s,
                        .kind = FieldKind::LongText,
                        .label = tr("Line"),
                        .example = tr("You go home on day one, and the auditor finds what you found."),
                        .required = true}},
            .titleField = u"line"_s};
}

Sheet StorySheets::word()
{
    return {.table = u"story_word"_s,
            .label = tr("Words"),
            .shape = SheetShape::Table,
            .rowName = tr("word"),
            .question = tr("Which words do we use, and which do we avoid?"),
            .fields = {
                {.key = u"word"_s, .label = tr("Word"), .example = tr("seamless"), .required = true},
                {.key = u"verdict"_s,
                 .kind = FieldKind::Choice,
                 .label = tr("We"),
                 .example = u"avoid"_s,
                 .choices = {{u"use"_s, tr("Use it")}, {u"avoid"_s, tr("Avoid it")}},
                 .required = true},
                {.key = u"instead"_s, .label = tr("Instead"), .example = tr("without retyping")},
                {.key = u"reason"_s,
                 .label = tr("Why"),
                 .example = tr("Every vendor says it; no controller does.")},
            }};
}

Sheet StorySheets::message()
{
    Field persona = personaLink();
    persona.required = true;
    return {.table = u"story_message"_s,
            .label = tr("Messages by persona and buying stage"),
            .shape = SheetShape::Table,
            .rowName = tr("message"),
            .question = tr("What do we say to whom at which stage, and where have we nothing to say?"),
            .fields = {persona,
                       buyingStage(),
                       {.key = u"message"_s,
                        .kind = FieldKind::LongText,
                        .label = tr("Message"),
                        .example = tr("Ask any supplier who repairs the bank interface, and how fast."),
                        .required = true},
                       {.key = u"pillar"_s,
                        .kind = FieldKind::Link,
                        .label = tr("Pillar"),
                        .linkTable = u"story_pillar"_s}},
            .titleField = u"message"_s};
}

Sheet StorySheets::messageTemplate()
{
    return {.table = u"story_template"_s,
            .label = tr("Templates"),
            .shape = SheetShape::Records,
            .rowName = tr("template"),
            .question = tr("Which texts does everybody need again and again? Whoever sends one "
                           "replaces the words in braces, such as {promise}."),
            .fields = {
                {.key = u"name"_s,
                 .label = tr("Name"),
                 .example = tr("First e-mail after a demo"),
                 .required = true},
                {.key = u"kind"_s,
                 .kind = FieldKind::Choice,
                 .label = tr("Kind"),
                 .example = u"first_email"_s,
                 .choices = {{u"positioning"_s, tr("Positioning statement")},
                             {u"elevator_pitch"_s, tr("Elevator pitch")},
                             {u"value_proposition"_s, tr("Value proposition")},
                             {u"call_opener"_s, tr("Call opener")},
                             {u"first_email"_s, tr("First e-mail")},
                             {u"follow_up"_s, tr("Follow-up")},
                             {u"objection_answer"_s, tr("Answer to an objection")},
                             {u"one_slide"_s, tr("One-slide summary")}}},
                personaLink(),
                {.key = u"body"_s,
                 .kind = FieldKind::LongText,
                 .label = tr("Text"),
                 .example = tr("Dear {contact}, you told us that {pain} costs you most. {promise} Shall we "
                               "look at {next step} together?"),
                 .required = true},
            },
            .isReference = true};
}

Page StorySheets::messagingPage()
{
    return {.key = u"messaging"_s,
            .label = tr("Messaging"),
            .guide = {.doTogether = {tr("Write the brand line and the selling line side by side."),
                                     tr("Read both aloud to each other."),
                                     tr("Mark every place where a customer would hear two stories."),
                                     tr("Fill the gaps in the matrix that cost deals, not all of them.")},
                      .success = tr("No contradictory messages, and a sales call that carries the brand."),
                      .worthAsking = {tr("Which line did a customer repeat back to us?"),
                                      tr("What do we say that a competitor could say too?")}},
            .sheets = {house(), pillar(), personaLine(), word(), message(), messageTemplate()}};
}

Sheet StorySheets::contradiction()
{
    return {
        .table = u"story_contradiction"_s,
        .label = tr("Contradictions"),
        .shape = SheetShape::Records,
        .rowName = tr("contradiction"),
        .question = tr("Where do two of our texts say different things to the same customer?"),
        .fields = {
            {.key = u"what"_s,
             .label = tr("What contradicts"),
             .example = tr("Time to go live: a day, or a week?"),
             .required = true},
            {.key = u"state"_s,
             .kind = FieldKind::Choice,
             .label = tr("State"),
             .example = u"open"_s,
             .choices = {{u"open"_s, tr("Open")},
                         {u"resolved"_s, tr("Resolved into the story")},
                         {u"dismissed"_s, tr("Dismissed, with a reason")}}},
            {.key = u"found_in"_s, .label = tr("Found in"), .example = tr("Price page; demo deck, page 7")},
            {.key = u"found_on"_s,
             .kind = FieldKind::Date,
             .label = tr("Found on"),
             .example = u"2026-05-11"_s},
            {.key = u"found_by"_s,
             .kind = FieldKind::Person,
             .label = tr("Found by"),
             .example = u"Paul Ostrow"_s},
            {.key = u"marketing_says"_s,
             .kind = FieldKind::LongText,
             .label = tr("Marketing's text says"),
             .example = tr("Live in a day."),
             .team = Team::Marketing},
            {.key = u"sales_says"_s,
             .kind = FieldKind::LongText,
             .label = tr("Sales' text says"),
             .example = tr("Plan a week, with one of us beside you."),
             .team = Team::Sales},
            {.key = u"resolution"_s,
             .kind = FieldKind::LongText,
             .label = tr("Resolved how, or dismissed why"),
             .example = tr("Live in a day with one bank, in a week with more: both texts say so now.")},
        }};
}

Page StorySheets::contradictionsPage()
{
    return {.key = u"contradictions"_s,
            .label = tr("Contradictions"),
            .guide = {.doTogether = {tr("Bring the newest pitch, deck and web page."),
                                     tr("Compare them with the baseline, claim by claim."),
                                     tr("Resolve each finding into the story, or dismiss it with a reason.")},
                      .success = tr("Nothing is open for longer than a month."),
                      .worthAsking = {tr("Which number do we state in two versions?"),
                                      tr("Which of the two would the customer rather believe?")}},
            .sheets = {contradiction()}};
}
