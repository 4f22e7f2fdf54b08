#include "models/overview/dashboard_texts.h"

#include <QCoreApplication>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DashboardTexts)
};

} // namespace

QString DashboardTexts::signOff(const TabProgress &progress)
{
    using State = SignatureState;
    if (progress.marketing == State::Outdated || progress.sales == State::Outdated)
        return Texts::tr("Changed since it was signed");
    if (progress.marketing == State::Signed && progress.sales == State::Signed)
        return Texts::tr("Signed by both");
    if (progress.marketing == State::Signed)
        return Texts::tr("Sales has not signed");
    if (progress.sales == State::Signed)
        return Texts::tr("Marketing has not signed");
    return Texts::tr("Not signed yet");
}

QString DashboardTexts::filled(const TabProgress &progress, const QLocale &locale)
{
    return Texts::tr("%1 of %2 worksheets filled in")
        .arg(locale.toString(progress.filled), locale.toString(progress.total));
}

QString DashboardTexts::howAnswered(const Alignment &alignment)
{
    return alignment.answered > 0 ? Texts::tr("Each side answered from 1 to 5, unseen by the other.")
                                  : Texts::tr("Each side answers from 1 to 5, unseen by the other.");
}

QString DashboardTexts::gap(const RatedStatement &statement)
{
    const auto gap = statement.gap();
    if (gap)
        return Texts::tr("%n apart", nullptr, *gap);
    if (statement.marketing)
        return Texts::tr("only marketing yet", "who has answered");
    return statement.sales ? Texts::tr("only sales yet", "who has answered") : Texts::tr("not answered");
}

QString DashboardTexts::alignment(const Dashboard &dashboard, const QLocale &locale)
{
    const Alignment &alignment = dashboard.alignment;
    if (!alignment.score)
        return {};
    return Texts::tr("Score %1 of 100. Marketing %2, sales %3 on average. Widest gap: %4.")
        .arg(locale.toString(*alignment.score), alignment.marketingMean.toText(locale, 1),
             alignment.salesMean.toText(locale, 1), dashboard.statements.at(alignment.widest).statement);
}

QString DashboardTexts::howScored(const Alignment &alignment, const QLocale &locale)
{
    if (!alignment.score)
        return {};
    constexpr int decimals = 1;
    return Texts::tr("%1 = 100 × %2 (mean rating) × %3 (agreement).")
        .arg(locale.toString(*alignment.score), alignment.level.toPercent(locale, decimals),
             alignment.agreement.toPercent(locale, decimals));
}

QString DashboardTexts::scoreRule()
{
    return Texts::tr(
        "The mean rating counts from 1 (0 %) to 5 (100 %), the agreement from always 4 apart (0 %) to "
        "never apart (100 %).");
}
