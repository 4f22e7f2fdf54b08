#include "tests/support/page_bench.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/feedback/sla_page.h"

#include <QTest>

using namespace Qt::StringLiterals;

class SlaPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void saysWhatThePromiseIsWorth();
    void saysWhyItIsNotKnown();
    void saysByHowManyLeadsThePromiseMisses();
};

void SlaPageTest::saysWhatThePromiseIsWorth()
{
    PageBench bench(u"example"_s);
    SlaPage page(bench.context, bench.page(u"sla"_s, Tab::Feedback));
    page.show();
    const FigureTableView &table = *page.figures();
    const auto text = [&table](int row, int column) { return table.item(row, column)->text(); };
    QVERIFY(table.isVisible());
    QCOMPARE(text(0, 2), u"€704"_s);
    QCOMPARE(text(1, 1), u"375 × €11,000 × 6.4\u00a0%"_s);
    QCOMPARE(text(1, 2), u"€264,000"_s);
    QCOMPARE(text(2, 2), u"€264,000"_s); // the example keeps its promise
    QVERIFY(bench.workbook.document().edit(u"Promise"_s, [](const Database &database) {
        database.execute(u"UPDATE feedback_sla_worth SET lead_to_won = 56000, deal_size = 1180099"_s);
    }));
    QCOMPARE(text(0, 2), u"€660.86"_s);
    QCOMPARE(text(1, 2), u"€247,820.79"_s); // of 660.85544, not of what is shown
}

void SlaPageTest::saysWhyItIsNotKnown()
{
    PageBench bench(u"blank"_s);
    SlaPage page(bench.context, bench.page(u"sla"_s, Tab::Feedback));
    page.show();
    QVERIFY(!page.figures()->isVisible());
    QVERIFY(bench.workbook.document().edit(u"Promise"_s, [](const Database &database) {
        database.execute(u"INSERT INTO feedback_sla_worth (id, leads_promised) VALUES (1, 375)"_s);
    }));
    QVERIFY(page.figures()->isVisible());
    QCOMPARE(page.figures()->item(1, 2)->text(), u"–"_s);
    QVERIFY(page.figures()->item(1, 1)->text().contains(u"no deal size is given"_s));
}

void SlaPageTest::saysByHowManyLeadsThePromiseMisses()
{
    PageBench bench(u"example"_s);
    SlaPage page(bench.context, bench.page(u"sla"_s, Tab::Feedback));
    page.show();
    const FigureTableView &table = *page.figures();
    const auto text = [&table](int column) { return table.item(3, column)->text(); };
    const auto promise = [&bench](const QString &change) {
        return bench.workbook.document().edit(u"Promise"_s, [&](const Database &database) {
            database.execute(u"UPDATE feedback_sla_worth SET "_s + change);
        });
    };
    QCOMPARE(text(1), u"375 promised; 375 needed, which is €264,000 ÷ €704, rounded up"_s);
    QCOMPARE(text(2), u"as many as needed"_s);
    QVERIFY(promise(u"leads_promised = 350"_s));
    QCOMPARE(text(2), u"25 too few"_s);
    QVERIFY(promise(u"leads_promised = 1400"_s));
    QCOMPARE(text(2), u"1,025 more than needed"_s);
    QVERIFY(promise(u"leads_promised = 375, lead_to_won = 63900"_s)); // 375.6: part of a lead is one
    QCOMPARE(text(2), u"1 too few"_s);
    QVERIFY(promise(u"deal_size_currency = 'USD'"_s));
    QCOMPARE(text(2), u"–"_s);
    QVERIFY2(text(1).startsWith(u"Cannot be compared: the quota is in EUR, the deal size in USD."_s),
             qPrintable(text(1)));
    QVERIFY(promise(u"quota = NULL"_s));
    QVERIFY(text(1).contains(u"no quota is given"_s));
}

QTEST_MAIN(SlaPageTest)
#include "tst_sla_page.moc"
