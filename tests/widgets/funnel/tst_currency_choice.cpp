#include "tests/support/made_import.h"
#include "tests/support/test_page.h"
#include "widgets/charts/picture_menu.h"
#include "widgets/charts/trend_chart.h"
#include "widgets/charts/waterfall_chart.h"
#include "widgets/funnel/changes_page.h"
#include "widgets/funnel/currency_choice.h"
#include "widgets/funnel/funnel_page.h"
#include "widgets/funnel/numbers_view.h"
#include "widgets/funnel/trends_page.h"
#include "widgets/shell/appearance.h"

#include <QAbstractButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray deals = "Deal ID,Stage,Created,Closed,Amount,Currency\n"
                         "1,Won,2026-01-05,2026-02-01,1000,EUR\n2,Won,2026-01-05,2026-02-01,400,USD\n"
                         "3,Won,2026-04-05,2026-05-01,1500,EUR\n4,Won,2026-04-06,2026-05-01,70,USD\n";

void choose(const QWidget &page, const QString &currency)
{
    auto *box = page.findChild<CurrencyChoice *>();
    box->setCurrentIndex(box->findData(currency));
    Q_EMIT box->activated(box->currentIndex());
}

void press(const QWidget &page, const QString &text)
{
    for (auto *button : page.findChildren<QAbstractButton *>())
        if (button->text() == text)
            button->click();
}

} // namespace

// Pages of a workbook whose deals are in several currencies, and the rule of counting on each of them.
class TestCurrencyChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theFunnelIsInOne();
    void trendsAreInOne();
    void aChangeIsInOne();
    void numbersFromTheCrmAreInOne();
    void oneCurrencyLeavesNoChoice();

private:
    Appearance m_appearance;
};

void TestCurrencyChoice::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_appearance.apply(ThemeMode::Light, 100);
}

void TestCurrencyChoice::theFunnelIsInOne()
{
    TestPage bench;
    QVERIFY(importInto(bench.document(), deals).ok());
    FunnelPage page(bench.context());
    static_cast<QWidget &>(page).show();
    const auto *box = page.findChild<CurrencyChoice *>();
    QVERIFY(box->isHidden()); // numbers are in none
    press(page, u"Value"_s);
    QVERIFY(!box->isHidden());
    choose(page, u"USD"_s);
    QCOMPARE(page.funnel()->funnel().bands.last().figure, u"$70"_s);
    choose(page, u"EUR"_s);
    QCOMPARE(page.funnel()->funnel().bands.last().figure, u"€1,500"_s);
    press(page, u"Count"_s);
    QVERIFY(box->isHidden());
}

void TestCurrencyChoice::trendsAreInOne()
{
    TestPage bench;
    QVERIFY(importInto(bench.document(), deals).ok());
    TrendsPage page(bench.context());
    static_cast<QWidget &>(page).show();
    QVERIFY(page.rule().startsWith(u"Imported rows: A row counts in every stage"_s));
    press(page, u"Values"_s);
    choose(page, u"USD"_s);
    QVERIFY(page.rule().contains(u"Values are those in USD"_s));
    QCOMPARE(page.trends()->picture().table.rows.last().last(), u"$70"_s);
    choose(page, u"EUR"_s);
    QCOMPARE(page.trends()->picture().table.rows.last().last(), u"€1,500"_s);
}

void TestCurrencyChoice::aChangeIsInOne()
{
    TestPage bench;
    QVERIFY(importInto(bench.document(), deals).ok());
    ChangesPage page(bench.context());
    static_cast<QWidget &>(page).show();
    QVERIFY(page.rule().startsWith(u"Imported rows: A row counts in every stage"_s));
    choose(page, u"USD"_s);
    QCOMPARE(page.chart()->picture().table.rows.last().last(), u"−$330"_s);
    choose(page, u"EUR"_s);
    QCOMPARE(page.chart()->picture().table.rows.last().last(), u"+€500"_s);
    QVERIFY(page.rule().contains(u"2 in USD"_s));
}

void TestCurrencyChoice::numbersFromTheCrmAreInOne()
{
    TestPage bench;
    QVERIFY(importInto(bench.document(), deals).ok());
    NumbersView page(bench.context());
    static_cast<QWidget &>(page).show();
    press(page, u"Value"_s);
    const auto won = [&page] {
        NumbersModel &model = page.model();
        return model.index(model.rowCount() - 1, model.columnCount() - 1).data().toString();
    };
    choose(page, u"USD"_s);
    QCOMPARE(won(), u"$70"_s);
    choose(page, u"EUR"_s);
    QCOMPARE(won(), u"€1,500"_s);
}

void TestCurrencyChoice::oneCurrencyLeavesNoChoice()
{
    TestPage bench;
    QVERIFY(importInto(bench.document(),
                       "Deal ID,Stage,Created,Closed,Amount\n"
                       "1,Won,2026-01-05,2026-02-01,1000\n")
                .ok());
    TrendsPage page(bench.context());
    static_cast<QWidget &>(page).show();
    QVERIFY(page.findChild<CurrencyChoice *>()->isHidden());
    QVERIFY(!page.rule().contains(u"Values are those"_s));
    QVERIFY(page.rule().startsWith(u"Imported rows:"_s));
}

QTEST_MAIN(TestCurrencyChoice)
#include "tst_currency_choice.moc"
