#include "models/exchange/starter.h"
#include "models/overview/dashboard.h"
#include "models/overview/dashboard_texts.h"
#include "tests/support/workbook.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestDashboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theScoreSaysHowItComesAbout()
    {
        const Alignment alignment = alignmentOf({{u"a"_s, 5, 4}, {u"b"_s, 3, 1}});
        QCOMPARE(DashboardTexts::howScored(alignment, QLocale()),
                 u"35 = 100 × 56.3\u00a0% (mean rating) × 62.5\u00a0% (agreement)."_s);
        QVERIFY(DashboardTexts::howScored({}, QLocale()).isEmpty());
    }

    void aBrokenContractWarns()
    {
        TestWorkbook example(u"example"_s);
        const Dashboard::TabLine before = funnelOf(example);
        QVERIFY(before.warns);
        QVERIFY(before.headline.contains(u"outside their contract"_s));
        // A week is agreed instead, and nobody waits any more: now it is kept.
        const auto agreed = example.document().edit(u"Agree on a week"_s, [](const Database &database) {
            database.execute(u"UPDATE funnel_handover SET accept_within = 10080"_s);
            database.execute(u"DELETE FROM funnel_handover_log WHERE first_contact_after IS NULL"_s);
        });
        QVERIFY(agreed);
        const Dashboard::TabLine after = funnelOf(example);
        QVERIFY(!after.warns);
        QVERIFY(after.headline.contains(u"handover point"_s));
    }

    void handoversAreThoseOfThePeriod()
    {
        TestWorkbook example(u"example"_s);
        QVERIFY(funnelOf(example).headline.endsWith(u", Q3 2026"_s));
        QVERIFY(example.document().edit(u"Long ago"_s, [](const Database &database) {
            database.execute(u"UPDATE funnel_handover_log SET handed_over = '2024-02-01'"_s);
        }));
        QVERIFY(!funnelOf(example).warns);
    }

    void marketersAreCountedOnce()
    {
        TestWorkbook blank(u"blank"_s);
        const auto grant = [&blank](const QString &person, const QString &from, const QString &until) {
            QVERIFY(blank.document().edit(u"Grant"_s, [&](const Database &database) {
                database.execute(u"INSERT INTO crm_access (position, person, team, system, granted_on, "
                                 "revoked_on) VALUES (1, ?, 'marketing', 'CRM', ?, ?)"_s,
                                 {person, from, until.isEmpty() ? QVariant() : QVariant(until)});
            }));
        };
        const auto headline = [&blank] {
            return dashboardOf(blank.document(), blank.catalogue(), QDate(2026, 11, 12)).tabs.at(1).headline;
        };
        grant(u"Ana"_s, u"2027-06-01"_s, {}); // in the future
        grant(u"Bo"_s, u"2026-01-01"_s, u"2026-11-12"_s); // over
        QCOMPARE(headline(), u"No marketer can read the CRM yet"_s);
        grant(u"Cleo"_s, u"2026-01-01"_s, u"2026-12-01"_s);
        grant(u"cleo"_s, u"2026-11-12"_s, {}); // another system
        QVERIFY(headline().startsWith(u"1 "_s));
    }

    void withoutALogNothingWarns()
    {
        TestWorkbook blank(u"blank"_s);
        QVERIFY(!funnelOf(blank).warns);
    }

    void headlinesAreOfTheNewestFullPeriod()
    {
        TestWorkbook example(u"example"_s);
        const Headlines told
            = dashboardOf(example.document(), example.catalogue(), QDate(2026, 11, 12)).headlines;
        QCOMPARE(told.period.key(), u"2026-Q3"_s);
        QCOMPARE(told.before.key(), u"2026-Q2"_s);
        QCOMPARE(told.figures.first().now, u"34"_s);
        QCOMPARE(told.figures.first().before, u"30"_s);
        QCOMPARE(told.figures.at(1).now, u"€400,000"_s);
        QCOMPARE(told.figures.at(2).now, u"€11,765"_s); // 400,000 ÷ 34
        QVERIFY(told.rule.contains(u"Typed numbers stand before imported ones."));
        QVERIFY(told.rule.contains(u"the win rate is that of the imported rows"));
        QCOMPARE(told.figures.last().now, u"24.46\u00a0%"_s); // won ÷ (won + lost), of the imported rows
        TestWorkbook blank(u"blank"_s);
        QVERIFY(dashboardOf(blank.document(), blank.catalogue(), QDate(2026, 11, 12))
                    .headlines.figures.isEmpty());
        const auto typed = example.document().edit(u"Only what was imported"_s, [](const Database &database) {
            database.execute(u"DELETE FROM funnel_number"_s);
        });
        QVERIFY(typed);
        QVERIFY(dashboardOf(example.document(), example.catalogue(), QDate(2026, 11, 12))
                    .headlines.rule.isEmpty());
    }

    void ratesSideBySideHaveOneNumberOfDecimals()
    {
        TestWorkbook blank(u"blank"_s);
        const auto type = [&](const QString &quarter, qint64 visitors, qint64 won) {
            return blank.document().edit(u"Type"_s, [&](const Database &database) {
                const auto stages = database.rows(u"SELECT id FROM funnel_stage ORDER BY position"_s);
                for (const bool top : {true, false})
                    database.insert(u"funnel_number"_s,
                                    {{u"id"_s, top ? visitors : won},
                                     {u"position"_s, top ? visitors : won},
                                     {u"stage"_s, (top ? stages.first() : stages.last()).value(u"id"_s)},
                                     {u"grain"_s, u"quarter"_s},
                                     {u"period_start"_s, quarter},
                                     {u"amount"_s, top ? visitors : won}});
            });
        };
        QVERIFY(type(u"2026-04-01"_s, 100, 60));
        QVERIFY(type(u"2026-07-01"_s, 2000, 1263));
        const Headlines told
            = dashboardOf(blank.document(), blank.catalogue(), QDate(2026, 11, 12)).headlines;
        QVERIFY2(told.figures.last().name.startsWith(u"Conversion from "_s),
                 qPrintable(told.figures.last().name));
        QCOMPARE(told.figures.last().now, u"63.15\u00a0%"_s);
        QCOMPARE(told.figures.last().before, u"60.00\u00a0%"_s);
    }

    void theTrendEndsWithTheHeadline()
    {
        TestWorkbook example(u"example"_s);
        const Headlines::Trend trend = trendOf(example);
        QCOMPARE(trend.name, u"Won value"_s);
        QCOMPARE(trend.points.size(), 8);
        QCOMPARE(trend.points.first().period.key(), u"2024-Q4"_s);
        QCOMPARE(trend.points.last().period.key(), u"2026-Q3"_s);
        QCOMPARE(trend.points.last().text, u"€400,000"_s);
        QCOMPARE(trend.points.at(6).size, 31600000); // cents
    }

    void whatIsNotKnownIsAGapInTheTrend()
    {
        TestWorkbook blank(u"blank"_s);
        const auto typed = [&](const QString &quarter, int deals) {
            return blank.document().edit(u"Type"_s, [&](const Database &database) {
                const auto stage
                    = database.rows(u"SELECT id FROM funnel_stage ORDER BY position DESC LIMIT 1"_s).first();
                database.insert(u"funnel_number"_s,
                                {{u"id"_s, deals},
                                 {u"position"_s, deals},
                                 {u"stage"_s, stage.value(u"id"_s)},
                                 {u"grain"_s, u"quarter"_s},
                                 {u"period_start"_s, quarter},
                                 {u"amount"_s, deals}});
            });
        };
        QVERIFY(typed(u"2025-10-01"_s, 5));
        QVERIFY(trendOf(blank).points.isEmpty()); // one is no trend
        QVERIFY(typed(u"2026-04-01"_s, 7));
        QVERIFY(typed(u"2026-10-01"_s, 1)); // not over yet
        const Headlines::Trend trend = trendOf(blank);
        QCOMPARE(trend.name, u"Won"_s);
        QCOMPARE(trend.points.size(), 3);
        QCOMPARE(trend.points.at(0).size, 5);
        QVERIFY(!trend.points.at(1).size);
        QCOMPARE(trend.points.at(2).text, u"7"_s);
    }

    void recentWinsAreTheNewest()
    {
        TestWorkbook example(u"example"_s);
        const auto wins
            = dashboardOf(example.document(), example.catalogue(), QDate(2026, 11, 12)).recentWins;
        QCOMPARE(wins.size(), 3);
        QCOMPARE(wins.at(0).on, QDate(2026, 11, 5));
        QCOMPARE(wins.at(1).on, QDate(2026, 10, 14));
        QCOMPARE(wins.at(2).on, QDate(2026, 9, 17));
    }

    void oneSidesAnswerIsNotTold()
    {
        QCOMPARE(DashboardTexts::gap({u"a"_s, 4, std::nullopt}), u"only marketing yet"_s);
        QCOMPARE(DashboardTexts::gap({u"a"_s, std::nullopt, 2}), u"only sales yet"_s);
        QCOMPARE(DashboardTexts::gap({u"a"_s, std::nullopt, std::nullopt}), u"not answered"_s);
        QVERIFY(DashboardTexts::gap({u"a"_s, 4, 2}).contains(u'2'));
    }

    void aWinNamesBothContributions()
    {
        TestWorkbook example(u"example"_s);
        const auto recent = [&] {
            return dashboardOf(example.document(), example.catalogue(), QDate(2026, 11, 12)).recentWins;
        };
        const qint64 newest = recent().first().id;
        QVERIFY(example.document().edit(u"Forget sales"_s, [newest](const Database &database) {
            database.update(u"feedback_win"_s, newest, {{u"sales_contribution"_s, u" "_s}});
        }));
        const auto wins = recent();
        QVERIFY(std::none_of(wins.begin(), wins.end(),
                             [newest](const Dashboard::Win &win) { return win.id == newest; }));
    }

    void whatABlankWorkbookOffersIsNotProgress()
    {
        TestWorkbook blank(u"blank"_s);
        for (const TabDescription &tab : blank.catalogue().tabs())
            QCOMPARE(progressOf(blank.document(), blank.catalogue(), tab).filled, 0);
        QVERIFY(blank.document().edit(u"Agree otherwise"_s, [](const Database &database) {
            database.execute(
                u"UPDATE feedback_agreement SET name = 'Friday loop' WHERE name = 'Weekly loop'"_s);
        }));
        const TabDescription &feedback = blank.catalogue().tab(Tab::Feedback);
        QCOMPARE(progressOf(blank.document(), blank.catalogue(), feedback).filled, 1);
    }

    void importedNumbersAreProgress()
    {
        TestWorkbook blank(u"blank"_s);
        const auto example = Starter::load(u"example"_s, blank.catalogue());
        QVERIFY(example && example->importDeals(blank.document()));
        const TabDescription &tab = blank.catalogue().tab(Tab::Funnel);
        QCOMPARE(progressOf(blank.document(), blank.catalogue(), tab).filled, 2); // stages and numbers
    }

    void theExampleIsFilledIn()
    {
        TestWorkbook example(u"example"_s);
        for (const TabDescription &tab : example.catalogue().tabs()) {
            const TabProgress progress = progressOf(example.document(), example.catalogue(), tab);
            QCOMPARE(progress.filled, progress.total);
        }
    }

private:
    static Headlines::Trend trendOf(TestWorkbook &workbook)
    {
        return dashboardOf(workbook.document(), workbook.catalogue(), QDate(2026, 11, 12)).headlines.trend;
    }

    static Dashboard::TabLine funnelOf(TestWorkbook &workbook)
    {
        const auto tabs = dashboardOf(workbook.document(), workbook.catalogue(), QDate(2026, 11, 12)).tabs;
        const auto funnel = std::find_if(
            tabs.begin(), tabs.end(), [](const Dashboard::TabLine &line) { return line.tab == Tab::Funnel; });
        return funnel == tabs.end() ? Dashboard::TabLine() : *funnel;
    }
};

QTEST_MAIN(TestDashboard)
#include "tst_dashboard.moc"
