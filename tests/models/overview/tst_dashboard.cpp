#include "models/overview/dashboard.h"
#include "tests/support/workbook.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestDashboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

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
        QCOMPARE(told.figures.at(2).now, u"€11,764.71"_s); // 400,000 ÷ 34
        QCOMPARE(told.figures.last().now, u"24.46\u00a0%"_s); // won ÷ (won + lost), of the imported rows
        TestWorkbook blank(u"blank"_s);
        QVERIFY(dashboardOf(blank.document(), blank.catalogue(), QDate(2026, 11, 12))
                    .headlines.figures.isEmpty());
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

    void theExampleIsFilledIn()
    {
        TestWorkbook example(u"example"_s);
        for (const TabDescription &tab : example.catalogue().tabs()) {
            const TabProgress progress = progressOf(example.document(), example.catalogue(), tab);
            QCOMPARE(progress.filled, progress.total);
        }
    }

private:
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
