#include "models/funnel/sheets_parts.h"

using namespace Qt::StringLiterals;

Page FunnelSheets::funnelPage()
{
    return {
        .key = u"funnel"_s,
        .label = tr("Funnel"),
        .guide
        = {.doTogether = {tr("Choose the period everybody remembers, usually the last full quarter."),
                          tr("Read the funnel aloud from top to bottom; each team reads its own part."),
                          tr("Stop at every handover: is it taken in the agreed time?"),
                          tr("Compare with the period before and with the target.")},
           .success = tr("Everyone sees the same pipeline, and can say which change improved it."),
           .worthAsking = {tr("Where do we lose most, and do both teams agree on why?"),
                           tr("Which step did nobody look at last quarter?")}},
        .sheets = {},
    };
}

Page FunnelSheets::stagesPage()
{
    return {
        .key = u"stages"_s,
        .label = tr("Stages and handovers"),
        .guide = {.doTogether = {tr("Name the stages you really use."), tr("Mark who owns each one."),
                                 tr("Define each so that both teams would count the same people."),
                                 tr("Point at every handover and agree how fast it must be taken.")},
                  .success = tr("Two people from two teams put the same lead into the same stage."),
                  .worthAsking = {tr("What must be true before a lead is handed over?"),
                                  tr("What happens to a lead nobody is ready to buy from?"),
                                  tr("Which rejected leads bought from us later?")}},
        .sheets = {stage(), criterion(), handover()},
    };
}

Page FunnelSheets::numbersPage()
{
    return {
        .key = u"numbers"_s,
        .label = tr("Numbers"),
        .guide
        = {.doTogether = {tr("Type the counts, paste them from a spreadsheet, or import a CRM export."),
                          tr("Leave unknown cells empty; an empty cell is not a zero."),
                          tr("Agree on one place each number comes from.")},
           .success = tr("Nobody brings another version of these numbers to the meeting."),
           .worthAsking = {tr("Where do these numbers come from, and who can look it up?"),
                           tr("Which of them would the other team dispute?")}},
        .sheets = {number()},
    };
}

Page FunnelSheets::trendsPage()
{
    return {
        .key = u"trends"_s,
        .label = tr("Trends"),
        .guide = {.doTogether = {tr("Look at rates before counts; counts follow the budget."),
                                 tr("Add a note for every change you remember, with its date."),
                                 tr("Name one bend in a line that no note explains.")},
                  .success = tr("Each bend has a note beside it, and the note has a name."),
                  .worthAsking = {tr("What did we change in the month before this line turned?"),
                                  tr("Is this a trend, or one good customer?")}},
        .sheets = {note()},
    };
}

Page FunnelSheets::targetsPage()
{
    return {
        .key = u"targets"_s,
        .label = tr("Targets"),
        .guide = {.doTogether = {tr("Start from the revenue goal and go backwards, step by step."),
                                 tr("Say for each rate why it should be that, low, likely and high."),
                                 tr("Check whether sales has the hours to work what comes out."),
                                 tr("Write the targets down for each period.")},
                  .success = tr("The leads marketing owes and the deals sales owes come out of one sum."),
                  .worthAsking = {tr("Which rate would have to change for the plan to fail?"),
                                  tr("Beyond how many leads does nobody have time to call?")}},
        .sheets = {plan(), planRate(), season(), share(), scenario(), scenarioRate(), target(), benchmark()},
    };
}

Page FunnelSheets::changesPage()
{
    return {
        .key = u"changes"_s,
        .label = tr("What changed"),
        .guide = {.doTogether = {tr("Compare the last two periods."),
                                 tr("Take the largest part, up or down, and find its note on the time line."),
                                 tr("Decide what to keep, what to undo and what to try next.")},
                  .success = tr("The change in won revenue is explained to the last euro."),
                  .worthAsking = {tr("Which part was our doing, and which was the market's?"),
                                  tr("What would we have said was the reason without this picture?")}},
        .sheets = {},
    };
}

Page FunnelSheets::handoversPage()
{
    return {
        .key = u"handovers"_s,
        .label = tr("Handover health"),
        .guide
        = {.doTogether = {tr("Log every lead of two weeks, or import them."),
                          tr("Look at the slowest three and ask what stood in the way."),
                          tr("Read the reasons for rejection; merge those that mean the same.")},
           .success = tr("Leads are taken in the agreed time, and a rejection teaches marketing something."),
           .worthAsking = {tr("What happens to a lead on a Friday afternoon?"),
                           tr("Which reason for rejection could marketing have seen coming?")}},
        .sheets = {handoverLog()},
    };
}

Page FunnelSheets::estimatesPage()
{
    return {
        .key = u"estimates"_s,
        .label = tr("Blind estimates"),
        .guide
        = {.doTogether = {tr("Choose one rate. Each side types its belief while the other looks away."),
                          tr("Show both beside the actual figure."),
                          tr("Let the side that was further off explain first.")},
           .success
           = tr("The two beliefs move closer to each other, and to the figure, from review to review."),
           .worthAsking = {tr("What have you seen that made you believe so?"),
                           tr("Do we mean the same thing by this stage?")}},
        .sheets = {estimate()},
    };
}

Page FunnelSheets::capacityPage()
{
    return {
        .key = u"capacity"_s,
        .label = tr("Capacity"),
        .guide = {.doTogether = {tr("Enter the hours as they are, not as they should be."),
                                 tr("Estimate how much goes into leads that are not ready to buy."),
                                 tr("Move part of that to marketing and see what it frees.")},
                  .success = tr("More is sold by the same people, and nobody works longer."),
                  .worthAsking = {tr("What did a rep do last week that no customer noticed?"),
                                  tr("What would marketing need in order to take nurture over?")}},
        .sheets = {capacity()},
    };
}
