#include "widgets/report/dashboard_blocks.h"

#include "models/overview/dashboard_texts.h"
#include "widgets/report/sheet_blocks.h"

#include <algorithm>

DashboardBlocks::DashboardBlocks(Document &document, const Catalogue &catalogue, const ReportOptions &options)
    : m_document(document)
    , m_catalogue(catalogue)
    , m_options(options)
{
}

QString DashboardBlocks::date(QDate date) const
{
    return date.isValid() ? reportDate(date, m_options.locale) : QString();
}

QList<ReportBlock> DashboardBlocks::blocks() const
{
    const Dashboard dashboard
        = dashboardOf(m_document, m_catalogue, QDate::currentDate(), m_options.locale, m_options.currency);
    const QList<ReportBlock> parts
        = headlines(dashboard) + alignment(dashboard) + next(dashboard) + wins(dashboard);
    const bool begun = std::any_of(dashboard.tabs.begin(), dashboard.tabs.end(),
                                   [](const Dashboard::TabLine &line) { return line.progress.filled > 0; });
    return begun || !parts.isEmpty() ? tabs(dashboard) + parts : QList<ReportBlock>();
}

QList<ReportBlock> DashboardBlocks::tabs(const Dashboard &dashboard) const
{
    TableBlock table;
    table.columns = {{tr("Tab")}, {tr("Sign-off")}, {tr("Progress")}, {tr("To know")}};
    for (const Dashboard::TabLine &line : dashboard.tabs)
        table.rows.append({m_catalogue.tab(line.tab).label, DashboardTexts::signOff(line.progress),
                           DashboardTexts::filled(line.progress, m_options.locale), line.headline});
    return {table};
}

QList<ReportBlock> DashboardBlocks::headlines(const Dashboard &dashboard) const
{
    const Headlines &headlines = dashboard.headlines;
    if (headlines.figures.isEmpty())
        return {};
    TableBlock table;
    table.columns = {{}, {.label = headlines.period.label(m_options.locale), .figures = true}};
    if (headlines.before.isValid())
        table.columns.append({.label = headlines.before.label(m_options.locale), .figures = true});
    for (const Headlines::Figure &figure : headlines.figures) {
        table.rows.append({figure.name, figure.now});
        if (headlines.before.isValid())
            table.rows.last().append(figure.before);
    }
    QList<ReportBlock> blocks{HeadingBlock{3, tr("In numbers")}, table};
    if (!headlines.rule.isEmpty())
        blocks.append(ParagraphBlock{headlines.rule, true});
    return blocks;
}

QList<ReportBlock> DashboardBlocks::alignment(const Dashboard &dashboard) const
{
    if (dashboard.alignment.answered == 0)
        return {};
    TableBlock table;
    table.columns = {{tr("Statement")},
                     {.label = teamName(Team::Marketing), .figures = true, .team = Team::Marketing},
                     {.label = teamName(Team::Sales), .figures = true, .team = Team::Sales},
                     {tr("Gap")}};
    for (const RatedStatement &statement : dashboard.statements) {
        const auto score = [&](const std::optional<int> &value) {
            return value && statement.gap() ? m_options.locale.toString(*value) : QString();
        };
        table.rows.append({statement.statement, score(statement.marketing), score(statement.sales),
                           DashboardTexts::gap(statement)});
    }
    return {HeadingBlock{3, tr("How aligned are we?"),
                         DashboardTexts::howAnswered(dashboard.alignment) % u' '
                             % DashboardTexts::howScored(dashboard.alignment, m_options.locale)},
            ParagraphBlock{DashboardTexts::alignment(dashboard, m_options.locale)}, table};
}

QList<ReportBlock> DashboardBlocks::next(const Dashboard &dashboard) const
{
    QList<ReportBlock> blocks;
    if (dashboard.nextReview.isValid())
        blocks.append(ParagraphBlock{tr("Next review: %1").arg(date(dashboard.nextReview))});
    TableBlock table;
    table.columns = {{tr("Open action")}, {tr("Team")}, {tr("Due")}};
    constexpr qsizetype most = 12; // all of them stand under “Actions”
    for (const Dashboard::Action &action : dashboard.actions.mid(0, most))
        table.rows.append({action.what, teamName(action.team),
                           action.overdue ? tr("%1, overdue").arg(date(action.due)) : date(action.due)});
    if (!table.rows.isEmpty())
        blocks.append(table);
    if (const auto more = dashboard.actions.size() - most; more > 0)
        blocks.append(
            ParagraphBlock{tr("Further open actions: %1.").arg(m_options.locale.toString(more)), true});
    if (!blocks.isEmpty())
        blocks.prepend(HeadingBlock{3, tr("Next")});
    return blocks;
}

QList<ReportBlock> DashboardBlocks::wins(const Dashboard &dashboard) const
{
    TableBlock table;
    table.columns = {{tr("Win")},
                     {.label = tr("Worth"), .figures = true},
                     {tr("On")},
                     {.label = teamName(Team::Marketing), .team = Team::Marketing},
                     {.label = teamName(Team::Sales), .team = Team::Sales}};
    for (const Dashboard::Win &win : dashboard.recentWins)
        table.rows.append({win.name, win.worth ? win.worth->toText(m_options.locale) : QString(),
                           date(win.on), win.marketing, win.sales});
    return table.rows.isEmpty() ? QList<ReportBlock>()
                                : QList<ReportBlock>{HeadingBlock{3, tr("Recent wins")}, table};
}
