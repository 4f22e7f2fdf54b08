#include "tests/support/page_bench.h"
#include "widgets/charts/amount_bars_chart.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/charts/picture_menu.h"
#include "widgets/crm/cash_page.h"

#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class CashPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void isEarnedByOrigin();
};

void CashPageTest::isEarnedByOrigin()
{
    PageBench bench(u"example"_s);
    CashPage page(bench.context, bench.page(u"cash"_s, Tab::Crm));
    page.resize(900, 900);
    page.show();
    const FigureTable table = page.earned()->picture().table;
    QCOMPARE(table.rows.last().value(2), u"€178,000"_s); // sourced
    QCOMPARE(table.rows.last().value(4), u"€280,000"_s); // influenced
    QCOMPARE(page.origins()->rowCount(), 5);
    const auto buttons = page.findChildren<QPushButton *>();
    const auto found = std::find_if(buttons.begin(), buttons.end(),
                                    [](const QPushButton *button) { return button->text() == u"Month"; });
    QVERIFY(found != buttons.end());
    QPushButton *months = *found;
    months->click();
    QVERIFY(bench.workbook.document().edit(u"Move"_s, [](const Database &database) {
        database.execute(u"UPDATE crm_cash SET position = position + 1"_s);
    }));
    QVERIFY(months->isChecked()); // stays as chosen when all is read again
}

QTEST_MAIN(CashPageTest)
#include "tst_cash_page.moc"
