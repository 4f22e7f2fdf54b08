#include "widgets/report/report_style.h"
#include "widgets/report/table_layout.h"

#include <QTest>

using namespace Qt::StringLiterals;

// How wide the columns of a printed table are.
class TestTableLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noFigureIsBroken();
};

// Seven columns of long amounts have just enough room beside each other.
void TestTableLayout::noFigureIsBroken()
{
    TableBlock table;
    table.columns = {{.label = u"Segment"_s},
                     {.label = u"Q3 2017"_s, .figures = true},
                     {.label = u"Q4 2017"_s, .figures = true},
                     {.label = u"By volume"_s, .figures = true},
                     {.label = u"By rates"_s, .figures = true},
                     {.label = u"By deal size"_s, .figures = true},
                     {.label = u"Change"_s, .figures = true}};
    QStringList row{u"GTX Plus Basic"_s};
    for (QString amount : {u"1,096,599 USD"_s, u"958,491 USD"_s, u"−977,464.20 USD"_s, u"+853,518.20 USD"_s,
                           u"−14,162.00 USD"_s, u"−138,108 USD"_s})
        row.append(amount.replace(u' ', QChar(QChar::Nbsp)));
    table.rows = {row, {u"Together"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s}};
    const double width = ReportStyle::contentRect(QPageSize::A4).width();
    const TableLayout layout(table, width, Qt::LeftToRight);
    QVERIFY(layout.fits());
    const QList<Strip> rows = layout.strips();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.first().height, rows.last().height); // on one line each
}

QTEST_MAIN(TestTableLayout)
#include "tst_table_layout.moc"
