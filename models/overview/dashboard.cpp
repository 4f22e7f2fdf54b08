#include "models/overview/dashboard.h"

#include "models/funnel/funnel_store.h"
#include "models/plan/standing.h"
#include "models/worksheet/value.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Dashboard)
};

QDate dateIn(const QVariantMap &row, const QString &key)
{
    return QDate::fromString(row.value(key).toString(), Qt::ISODate);
}

std::optional<int> scoreIn(const QVariantMap &row, const QString &key)
{
    const QVariant value = row.value(key);
    return value.isNull() ? std::nullopt : std::optional(value.toInt());
}

QString textIn(const QVariantMap &row, const QString &key)
{
    return row.value(key).toString().simplified();
}

QList<Dashboard::Action> openActions(const Document &document, QDate today)
{
    QList<Dashboard::Action> actions;
    for (const QVariantMap &row : document.rows(u"plan_action"_s)) {
        if (!isOpenAction(row))
            continue;
        actions.append({row.value(u"id"_s).toLongLong(), textIn(row, u"what"_s),
                        teamFromKey(textIn(row, u"team"_s)), dateIn(row, u"due"_s),
                        isOverdueAction(row, today)});
    }
    std::stable_sort(actions.begin(), actions.end(),
                     [](const Dashboard::Action &a, const Dashboard::Action &b) {
                         if (a.due.isValid() != b.due.isValid())
                             return a.due.isValid();
                         return a.due < b.due;
                     });
    return actions;
}

QList<Dashboard::Win> recentWins(const Document &document, const Sheet &sheet)
{
    constexpr qsizetype shown = 3;
    QList<QVariantMap> rows = document.rows(sheet.table);
    rows.removeIf([&sheet](const QVariantMap &row) { return !sheet.lacking(row).isEmpty(); });
    // A win without a date is not known to be recent.
    std::stable_sort(rows.begin(), rows.end(), [](const QVariantMap &a, const QVariantMap &b) {
        return dateIn(a, u"won_on"_s) > dateIn(b, u"won_on"_s);
    });
    QList<Dashboard::Win> wins;
    for (const QVariantMap &row : rows.first(std::min(shown, rows.size()))) {
        std::optional<Money> worth;
        if (!row.value(u"worth"_s).isNull())
            worth = Money{row.value(u"worth"_s).toLongLong(), textIn(row, u"worth_currency"_s)};
        wins.append({row.value(u"id"_s).toLongLong(), textIn(row, u"name"_s), worth, dateIn(row, u"won_on"_s),
                     textIn(row, u"marketing_contribution"_s), textIn(row, u"sales_contribution"_s)});
    }
    return wins;
}

int countOf(const Document &document, const QString &table,
            const std::function<bool(const QVariantMap &)> &counts)
{
    const auto rows = document.rows(table);
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), counts));
}

void describeStory(const Document &document, Dashboard::TabLine &line)
{
    const int open = countOf(document, u"story_contradiction"_s, [](const QVariantMap &row) {
        return textIn(row, u"state"_s) == u"open" || row.value(u"state"_s).isNull();
    });
    line.warns = open > 0;
    line.headline = open > 0 ? Texts::tr("%n open contradiction(s)", nullptr, open) : QString();
}

void describeCrm(const Document &document, QDate today, Dashboard::TabLine &line)
{
    QSet<QString> marketers; // a person may look into several systems
    for (const QVariantMap &row : document.rows(u"crm_access"_s)) {
        const QDate granted = dateIn(row, u"granted_on"_s), revoked = dateIn(row, u"revoked_on"_s);
        if (textIn(row, u"team"_s) == u"marketing" && granted.isValid() && granted <= today
            && (!revoked.isValid() || revoked > today))
            marketers.insert(textIn(row, u"person"_s).simplified().toCaseFolded());
    }
    line.warns = marketers.isEmpty();
    line.headline = marketers.isEmpty()
        ? Texts::tr("No marketer can read the CRM yet")
        : Texts::tr("%n marketer(s) can read the CRM", nullptr, static_cast<int>(marketers.size()));
}

void describeFeedback(const Document &document, QDate today, Dashboard::TabLine &line)
{
    constexpr int patience = 7; // days after which an item begins to wait like a sign-off
    const int waiting = countOf(document, u"feedback_item"_s, [&](const QVariantMap &row) {
        const QDate given = dateIn(row, u"given_on"_s);
        return row.value(u"answered_on"_s).isNull() && given.isValid() && given.daysTo(today) > patience;
    });
    line.warns = waiting > 0;
    line.headline
        = waiting > 0 ? Texts::tr("%n item(s) wait longer than a week", nullptr, waiting) : QString();
}

// In the period of the figures beside it; where there are none, ever.
void describeFunnel(const FunnelInputs &funnel, const Period &period, QDate today, const QLocale &locale,
                    Dashboard::TabLine &line)
{
    const QList<int> handovers = handoverPoints(funnel.stages);
    const auto broken = std::count_if(handovers.begin(), handovers.end(), [&](int after) {
        return funnel.health(funnel.stages.at(after).id, period, today).state
            == HandoverHealth::State::Broken;
    });
    line.warns = broken > 0;
    line.headline = broken > 0
        ? Texts::tr("%n handover(s) outside their contract", nullptr, static_cast<int>(broken))
        : funnel.stages.isEmpty()
        ? QString()
        : Texts::tr("%n handover point(s)", nullptr, static_cast<int>(handovers.size()));
    if (broken > 0 && period.isValid())
        line.headline = Texts::tr("%1, %2", "finding, period").arg(line.headline, period.label(locale));
}

Dashboard::TabLine lineOf(Document &document, const Catalogue &catalogue, const TabDescription &tab,
                          const FunnelInputs &funnel, const Period &period, QDate today,
                          const QLocale &locale)
{
    Dashboard::TabLine line{tab.tab, progressOf(document, catalogue, tab), {}, false};
    if (tab.tab == Tab::Story)
        describeStory(document, line);
    else if (tab.tab == Tab::Crm)
        describeCrm(document, today, line);
    else if (tab.tab == Tab::Feedback)
        describeFeedback(document, today, line);
    else
        describeFunnel(funnel, period, today, locale, line);
    return line;
}

} // namespace

QList<RatedStatement> statementsOf(const Document &document)
{
    QList<RatedStatement> statements;
    for (const QVariantMap &row : document.rows(u"overview_statement"_s))
        statements.append(
            {textIn(row, u"statement"_s), scoreIn(row, u"marketing"_s), scoreIn(row, u"sales"_s)});
    return statements;
}

Dashboard dashboardOf(Document &document, const Catalogue &catalogue, QDate today, const QLocale &locale,
                      const QString &currency)
{
    Dashboard dashboard;
    const FunnelInputs funnel = readFunnel(document);
    dashboard.headlines = headlinesOf(document, funnel, today, locale, currency);
    for (const Tab tab : {Tab::Story, Tab::Crm, Tab::Feedback, Tab::Funnel})
        dashboard.tabs.append(lineOf(document, catalogue, catalogue.tab(tab), funnel,
                                     dashboard.headlines.period, today, locale));
    dashboard.statements = statementsOf(document);
    dashboard.alignment = alignmentOf(dashboard.statements);
    dashboard.actions = openActions(document, today);
    dashboard.nextReview = standingOf(document.rows(u"plan_action"_s), document.rows(u"plan_review"_s), today,
                                      {}, document.rows(u"plan_review_figure"_s))
                               .nextReview.value_or(QDate());
    dashboard.recentWins = recentWins(document, *catalogue.sheet(u"feedback_win"_s));
    return dashboard;
}
