#include "app/commands/command.h"

#include "models/exchange/plan_figures.h"
#include "models/exchange/workbook_figures.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

// Prints all computed numbers of a workbook.
class ReportCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ReportCommand)

public:
    QString verb() const override { return u"report"_s; }
    QString arguments() const override { return u"FILE --json [--currency CODE] [--count-by event|entry]"_s; }
    QString summary() const override { return tr("Print all computed numbers of a workbook as JSON."); }
    int argumentCount() const override { return 1; }

    QString details() const override
    {
        return tr(
            "Keys. What is not known or cannot be worked out is null.\n"
            "  money       {\"amount\": \"61000.00\", \"currency\": \"EUR\"}; sums are lists, one entry per "
            "currency\n"
            "  rate        {\"value\": \"0.6315\", \"numerator\": 4238, \"denominator\": 6711}, rounded half "
            "away\n"
            "              from zero, or {\"value\": null, \"problem\": why it cannot be worked out};\n"
            "              of values, numerator and denominator are in minor units (cents)\n"
            "  format, version  of this JSON\n"
            "  total       {\"count\", \"without_value\": of them, \"values\": [money]}\n"
            "  currency    in which the values of periods and of the change are, where there are several; "
            "currencies:\n"
            "              [{\"currency\", \"rows\"}] of the imported rows. Nothing is added across them\n"
            "  counted_by  \"event\" or \"entry\", for the periods\n"
            "  stages      [{\"id\", \"name\", \"owner\": \"marketing\", \"both\", \"sales\" or \"\"}]\n"
            "  handovers   [{\"after\", \"from\", \"to\"; of the contract \"accept_within_minutes\", "
            "\"gives\", \"takes\",\n"
            "              \"criteria\", \"reject_reasons\", \"rejected_leads\"; of the log \"actual\" and "
            "\"periods\", each\n"
            "              with \"state\": \"kept\", \"broken\", \"not_measured\" or \"no_contract\", "
            "\"breaches\",\n"
            "              \"handed_over\", \"contacted\", \"median_minutes\" to first contact, "
            "\"inside_agreement\": rate,\n"
            "              \"in_time\", \"late\", \"overdue\", \"mean_attempts\", \"accepted\", "
            "\"rejected\", \"recycled\",\n"
            "              \"waiting\", \"rejected_because\": [{\"reason\", \"count\"}]}]\n"
            "  estimates   blind ones: [{\"on\", \"stage\", \"from\", \"from_now\": the stage before it then "
            "and "
            "now,\n"
            "              \"period\", \"marketing\", \"sales\", "
            "\"actual\": step rates,\n"
            "              \"marketing_gap\", \"sales_gap\"}]\n"
            "  grain       \"week\", \"month\" or \"quarter\" of the periods\n"
            "  periods     [{\"period\": \"2026-Q3\", \"from\", \"to\", \"stages\": [{\"stage\", \"count\", "
            "\"value\": money,\n"
            "              \"count_source\", \"value_source\": \"typed\" or \"computed\", \"step_rate\" and\n"
            "              \"value_step_rate\" from the stage before, \"overall_rate\" from the first known, "
            "\"target\"}]}]\n"
            "  segments    the same without targets, of each part: {\"region\", \"product\", \"source\": "
            "[{\"segment\",\n"
            "              \"periods\": those of which anything is known of it}]}\n"
            "  contradictions  of typed numbers, where a quarter or year is another than its months or "
            "quarters: "
            "[{\"stage\",\n"
            "              \"segment\", \"period\", \"of\": \"count\" or \"value\", \"typed\", \"parts\": "
            "what "
            "they add up to, \"text\"}]\n"
            "  deals       of the imported rows: {\"rows\", \"won\", \"lost\", \"open\": total, "
            "\"lost_leads\": of\n"
            "              which no deal ever came, \"open_by_crm_stage\", \"win_rate\": won / (won + lost), "
            "\"deal_size\":\n"
            "              [money], \"cycle_days\": {\"mean\", \"median\"}, \"won_by_close\", "
            "\"lost_by_close\":\n"
            "              [{\"period\", and a total}], \"further_deals\" of leads that have one already,\n"
            "              \"left_out\": rows that are in no period: {\"without_created\", "
            "\"won_without_closed\",\n"
            "              \"closed_before_created\", \"without_stage\"}; where won ones have no close date, "
            "the won of a period without "
            "a dated\n"
            "              win are null}\n"
            "  velocity    money a day, of the opportunities open now; \"opportunity_stage\": the stage "
            "whose deals are the opportunities "
            "of it\n"
            "  velocity_trend  of those that came in each period, as the page Trends shows it: "
            "[{\"currency\",\n"
            "              \"opportunity_stage\", \"periods\": [{\"period\", \"value\"}]}]\n"
            "  pipeline    {\"open_by_stage\", \"weighted\", \"coverage\": by the "
            "whole and by\n"
            "              the weighted open pipeline}, \"chance\" of a stage, \"by_own_chance\" and "
            "\"by_stage_chance\":\n"
            "              deals weighted so; \"needed\" of the coverage; outlook: the same and win rate, "
            "cycle, deal size by "
            "period\n"
            "  sources     [{\"source\", \"leads\", \"won\", \"open\", \"lead_value\", \"sla_value\", "
            "\"leads_promised\",\n"
            "              \"promised_per\", \"created_by_marketing\", \"touched_by_marketing\", "
            "\"lead_to_won\": rate}];\n"
            "              earned: [{\"period\", \"sourced\", \"influenced\", \"not_said\"}], never to be "
            "added\n"
            "  cash        {\"sourced\", \"influenced\": [money]}, never to be added\n"
            "  pace        of the last stage: {\"points\": [{\"period\", \"actual\", \"target\", "
            "\"actual_so_far\",\n"
            "              \"target_so_far\", \"at_least\": known so far, with gaps}], \"target\", "
            "\"rate\" up to\n"
            "              the end of \"rate_to\", the last full period before one that is not known, "
            "\"problem\":\n"
            "              why no number is known, or null}\n"
            "  plan        {\"goal\", \"deal_size\", \"marketing_share\", \"rates\": likely ones, and "
            "\"counts\", along the\n"
            "              stages, \"other_steps\": what is to be checked of rates that were agreed for "
            "another step,\n"
            "              \"spend\", \"hours_needed\" of sales, \"chance\" of the goal: rate,\n"
            "              \"problem\": why counts are null, or null}, and\n"
            "  scenarios   [{\"name\", and the same}], to be held beside it\n"
            "  benchmarks  planned rates beside what others report: [{\"stage\", \"from\" which, "
            "\"low\", \"likely\",\n"
            "              \"high\": planned, \"others_low\", \"others_high\", \"others_step\", "
            "\"source\", \"year\"}]\n"
            "  capacity    hours, conversations, won and value a year: \"selling_hours\", \"lead_hours\"; "
            "and what\n"
            "              moving nurture frees: \"freed_hours\", \"more_conversations\", \"more_won\", "
            "\"more_value\"\n"
            "  what_changed  between the last two periods, as what-changed --json says it, and the same by\n"
            "              \"by_region\", \"by_product\", \"by_source\": {\"segments\": [{\"segment\", and "
            "the same}],\n"
            "              \"rest\", \"typed_over_rows\"}, where there are any: \"factors\" with \"factor\", "
            "\"kind\" and "
            "\"part\", "
            "\"notes\"\n"
            "              with \"on\", \"text\", \"team\", \"left_out\": stages without a rate, "
            "\"left_out_because\"");
    }

    void addOptions(QCommandLineParser &parser) const override
    {
        parser.addOption({u"json"_s, tr("Print JSON.")});
        parser.addOption(
            {u"currency"_s,
             tr("Of the values, where the workbook has them in several; otherwise the workbook's own."),
             u"CODE"_s});
        parser.addOption({u"count-by"_s,
                          tr("In which period imported rows count: each stage in that in which it was "
                             "reached (event), or all of a row in that in which it began (entry, a cohort). "
                             "Of the periods; all else is by event."),
                          u"event|entry"_s});
    }

    int run(const QCommandLineParser &parser) const override
    {
        if (!parser.isSet(u"json"_s))
            return Commands::wrongUsage(tr("Say --json: that is how the numbers are printed."));
        const QString by = parser.isSet(u"count-by"_s) ? parser.value(u"count-by"_s) : u"event"_s;
        if (by != u"event" && by != u"entry")
            return Commands::wrongUsage(tr("Rows count by “event” or “entry”, not by “%1”.").arg(by));
        const auto document = Commands::open(parser.positionalArguments().constFirst());
        if (!document)
            return Commands::fail(document.error());
        auto figures = readFunnelReport(**document, parser.value(u"currency"_s).toUpper());
        if (!figures)
            return Commands::fail(figures.error());
        if (const auto read = addSegments(*figures, **document); !read)
            return Commands::fail(read.error());
        QJsonObject json = figuresToJson(*figures, by == u"entry" ? CountedBy::Entry : CountedBy::Event);
        json.insert(u"what_changed"_s, newestChangeToJson(*figures));
        Commands::print(QString::fromUtf8(QJsonDocument(json).toJson()).trimmed());
        return Commands::Done;
    }
};

} // namespace

std::unique_ptr<Command> makeReportCommand()
{
    return std::make_unique<ReportCommand>();
}
