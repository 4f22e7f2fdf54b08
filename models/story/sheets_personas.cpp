#include "models/story/sheets_parts.h"

using namespace Qt::StringLiterals;

namespace {

// A fact about a persona, which carries where it comes from.
Field known(const QString &group, const QString &key, const QString &label, const QString &example,
            FieldKind kind = FieldKind::ShortText)
{
    return {.key = key,
            .kind = kind,
            .label = label,
            .example = example,
            .sourced = true,
            .group = group,
            .inTable = false};
}

} // namespace

Sheet StorySheets::persona()
{
    const QString company = tr("The company");
    const QString person = tr("The person");
    const QString mind = tr("What moves them");
    const QString buying = tr("How they buy");
    const auto longText = FieldKind::LongText;
    Field role = known(buying, u"buying_role"_s, tr("Buying role"), u"recommends"_s, FieldKind::Choice);
    role.choices = {{u"decides"_s, tr("Decides")},
                    {u"recommends"_s, tr("Recommends")},
                    {u"signs"_s, tr("Signs")},
                    {u"uses"_s, tr("Uses")},
                    {u"blocks"_s, tr("Can block")}};
    return {
        .table = u"story_persona"_s,
        .label = tr("Personas"),
        .shape = SheetShape::Records,
        .rowName = tr("persona"),
        .question = tr("Whom do we talk to, and whom do we not want as a customer?"),
        .fields = {
            {.key = u"name"_s, .label = tr("Name"), .example = tr("Controller"), .required = true},
            {.key = u"quote"_s, .label = tr("In their own words"), .example = tr("I know the number is wrong, I just don't know where.")},
            {.key = u"negative"_s, .kind = FieldKind::YesNo, .label = tr("Not our customer"),
             .help = tr("A negative persona: whom we politely send elsewhere."), .example = u"no"_s},
            {.key = u"picture"_s, .kind = FieldKind::Picture, .label = tr("Picture"), .inTable = false},
            known(company, u"industry"_s, tr("Industry"), tr("Logistics and wholesale")),
            known(company, u"employees"_s, tr("Employees"), tr("80 to 400")),
            known(company, u"revenue"_s, tr("Revenue"), tr("20 to 90 million")),
            known(company, u"geography"_s, tr("Geography"), tr("Nordics and Baltics")),
            known(company, u"technology"_s, tr("Technology"), tr("Two ledgers and a shared drive")),
            known(company, u"business_model"_s, tr("Business model"), tr("Contracts, monthly invoices")),
            known(person, u"role"_s, tr("Role"), tr("Closes the books, answers to the CFO")),
            known(person, u"seniority"_s, tr("Seniority"), tr("Five to fifteen years in the job")),
            known(person, u"age_range"_s, tr("Age"), tr("30 to 45")),
            known(person, u"education"_s, tr("Education"), tr("Business degree, some coding")),
            known(mind, u"goals"_s, tr("Goals"), tr("Home by six on day two; no surprises in the audit"), longText),
            known(mind, u"pains"_s, tr("Pains"), tr("Chasing people for receipts; three versions of one sheet"), longText),
            known(mind, u"triggers"_s, tr("Triggers"), tr("A failed audit; a new CFO; the second company bought"), longText),
            known(mind, u"objections"_s, tr("Objections"), tr("Who repairs it when the bank changes its format?"), longText),
            role,
            known(buying, u"criteria"_s, tr("Criteria"), tr("Audit trail, bank formats, time to go live"), longText),
            known(buying, u"channels"_s, tr("Channels"), tr("Two newsletters, a user group, peers"), longText),
        },
        .signedByBoth = true};
}

Sheet StorySheets::ownFact()
{
    Field persona = personaLink();
    persona.required = true;
    return {.table = u"story_persona_fact"_s,
            .label = tr("Own fields"),
            .shape = SheetShape::Table,
            .rowName = tr("field"),
            .question = tr("What else is worth knowing about a persona that has no field of its own?"),
            .fields
            = {persona,
               {.key = u"label"_s, .label = tr("Field"), .example = tr("Busiest week"), .required = true},
               {.key = u"value"_s,
                .kind = FieldKind::LongText,
                .label = tr("Content"),
                .example = tr("The first of every quarter"),
                .sourced = true}},
            .titleField = u"label"_s};
}

Page StorySheets::personasPage()
{
    return {.key = u"personas"_s,
            .label = tr("Personas"),
            .guide = {.doTogether = {tr("Describe the company first, then the person."),
                                     tr("Say where each fact comes from."),
                                     tr("Ask sales to strike what they never saw.")},
                      .success = tr("Both teams would recognise this person on the phone."),
                      .worthAsking
                      = {tr("Whom do we not want as a customer?"), tr("Which of these facts is a guess?")}},
            .sheets = {persona(), ownFact()}};
}

Sheet StorySheets::perspective()
{
    return {.table = u"story_perspective"_s,
            .label = tr("Perspectives"),
            .shape = SheetShape::Table,
            .rowName = tr("wish"),
            .question = tr("What does sales wish marketing knew, and the reverse? Each side writes before it has seen the other's."),
            .fields = {
                {.key = u"team"_s, .kind = FieldKind::Team, .label = tr("Written by"), .example = u"sales"_s, .required = true},
                {.key = u"wish"_s, .kind = FieldKind::LongText, .label = tr("What I wish you knew"),
                 .example = tr("Controllers ask about bank formats in the first five minutes."), .required = true},
                {.key = u"matches"_s, .kind = FieldKind::Link, .label = tr("Matches"),
                 .help = tr("The wish of the other side that means the same."), .linkTable = u"story_perspective"_s},
                {.key = u"becomes"_s, .kind = FieldKind::Choice, .label = tr("Becomes"), .example = u"action"_s,
                 .choices = {{u"known"_s, tr("Known to both")}, {u"goal"_s, tr("A goal")}, {u"action"_s, tr("An action")}}},
            },
            .titleField = u"wish"_s};
}

Page StorySheets::perspectivesPage()
{
    return {.key = u"perspectives"_s,
            .label = tr("Perspectives"),
            .guide
            = {.doTogether = {tr("Five minutes in silence: each side writes what it wishes the other knew."),
                              tr("Lay the two lists side by side and link what means the same."),
                              tr("Turn what is left over into a goal or an action.")},
               .success = tr("More matches at each review, and no wish appears twice."),
               .worthAsking = {tr("Which of these did you hear for the first time today?")}},
            .sheets = {perspective()}};
}

Sheet StorySheets::fact()
{
    return {.table = u"story_fact"_s,
            .label = tr("Facts people quote"),
            .shape = SheetShape::Table,
            .rowName = tr("fact"),
            .question = tr("Which figures do we quote, and where do they come from?"),
            .fields = {
                {.key = u"wording"_s,
                 .kind = FieldKind::LongText,
                 .label = tr("Wording"),
                 .example = tr("Teams that close within three days report fewer corrections"),
                 .required = true},
                {.key = u"figure"_s, .label = tr("Figure"), .example = u"41 %"_s},
                {.key = u"source"_s, .label = tr("Source"), .example = tr("Own customer survey")},
                {.key = u"year"_s, .label = tr("Year"), .example = u"2026"_s},
                {.key = u"drift_note"_s,
                 .kind = FieldKind::LongText,
                 .label = tr("Drift note"),
                 .help
                 = tr("How the figure changes from one quotation to the next, and what is not known of it."),
                 .example = tr("212 answers of 540 asked; not audited.")},
            },
            .isReference = true};
}

Page StorySheets::factsPage()
{
    return {.key = u"facts"_s,
            .label = tr("Facts"),
            .guide
            = {.doTogether = {tr("Strike every figure that neither team would defend in front of a client."),
                              tr("Write the source and the year beside each that stays."),
                              tr("Note where the same figure circulates in other versions.")},
               .success = tr("Every figure we quote has a source that we can show."),
               .worthAsking = {tr("Which of these do we repeat only because everybody does?")}},
            .sheets = {fact()}};
}
