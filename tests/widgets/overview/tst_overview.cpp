#include "models/document/ids.h"
#include "tests/support/test_page.h"
#include "widgets/controls/chip.h"
#include "widgets/controls/gap_line.h"
#include "widgets/controls/text_label.h"
#include "widgets/overview/dashboard_page.h"
#include "widgets/overview/small_trend.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/theme.h"

#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

// The Overview's own pictures, and what its cards show.
class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_appearance.apply(ThemeMode::Light, 100);
    }

    void trendIsPaintedAndTold()
    {
        const Period first = Period::fromKey(u"2026-Q1"_s);
        SmallTrend trend({u"Won"_s,
                          Team::Sales,
                          {{first, 10, u"10"_s},
                           {first.next(), std::nullopt, u"not known"_s},
                           {first.plus(2), 40, u"40"_s}}});
        trend.resize(300, 41);
        QCOMPARE(trend.accessibleName(), u"Won, Q1 2026 to Q3 2026"_s);
        QCOMPARE(trend.accessibleDescription(), u"Q1 2026: 10; Q2 2026: not known; Q3 2026: 40"_s);
        // A quarter as high as the largest, nothing, and the whole height.
        QCOMPARE(heights(trend), (QList<int>{10, 0, 40}));
        QCOMPARE(trend.pointAt(20), 0);
        QCOMPARE(trend.pointAt(299), 2);
        QCOMPARE(trend.pointAt(300), -1);
        trend.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(heights(trend), (QList<int>{40, 0, 10}));
        QCOMPARE(trend.pointAt(20), 2);
    }

    // By Tab and to a screen reader.
    void partsComeInTheOrderInWhichTheyAreSeen()
    {
        TestPage page(u"example"_s);
        DashboardPage dashboard(page.context());
        dashboard.resize(1200, 900);
        dashboard.show();
        int lowest = 0;
        QStringList names;
        for (const QPushButton *button : dashboard.findChildren<QPushButton *>()) {
            names.append(button->text());
            const int y = button->mapTo(&dashboard, QPoint(0, 0)).y();
            if (names.size() > 5) // beside each other
                break;
            QVERIFY2(y >= lowest, qPrintable(names.join(u'|')));
            lowest = y;
        }
        QCOMPARE(names.at(4), u"Open the funnel"_s);
        for (const GapLine *line : dashboard.findChildren<GapLine *>()) {
            const QObjectList &parts = line->parent()->children();
            const auto *statement = qobject_cast<TextLabel *>(parts.at(parts.indexOf(line) - 1));
            QVERIFY(statement);
            QVERIFY(statement->geometry().right() < line->geometry().left());
        }
    }

    void recentWinsNameBothSides()
    {
        TestPage page(u"example"_s);
        DashboardPage dashboard(page.context());
        dashboard.resize(1200, 900);
        dashboard.show();
        QStringList said;
        for (const Chip *chip : dashboard.findChildren<Chip *>())
            said.append(chip->text());
        // What the signs of the ratings mean comes first.
        QCOMPARE(said.mid(0, 2), (QStringList{u"● Marketing"_s, u"■ Sales"_s}));
        QCOMPARE(said.size(), 8);
        QCOMPARE(said.at(2), u"Marketing: Trade-fair follow-up"_s);
        QCOMPARE(said.at(7), u"Sales: Recalculated it with them, on their whiteboard"_s);
    }

    void aReviewOfTodayIsToday()
    {
        TestPage page;
        QVERIFY(page.document().edit({}, [](const Database &database) {
            database.insert(u"plan_review"_s,
                            {{u"id"_s, newId()},
                             {u"position"_s, newId()},
                             {u"held_on"_s, QDate::currentDate().toString(Qt::ISODate)}});
        }));
        DashboardPage dashboard(page.context());
        dashboard.show();
        const auto labels = dashboard.findChildren<TextLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const TextLabel *label) {
            return label->text().startsWith(u"Review today, "_s);
        }));
    }

private:
    // Of the bars, from left to right.
    static QList<int> heights(SmallTrend &trend)
    {
        const QImage picture = trend.grab().toImage();
        const QRgb fill = Theme::light().fill(Team::Sales).rgb();
        QList<int> heights;
        for (int slot = 0; slot < 3; ++slot) {
            int height = 0;
            for (int y = 0; y < trend.height(); ++y)
                height += picture.pixel(slot * 100 + 50, y) == fill;
            heights.append(height);
        }
        return heights;
    }

    Appearance m_appearance;
};

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
