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
    table.rows = {{u"GTX Pro"_s, u"1,096,599 USD"_s, u"958,491 USD"_s, u"−977,464.20 USD"_s,
                   u"+853,518.20 USD"_s, u"−14,162.00 USD"_s, u"−138,108 USD"_s},
                  {u"GTX Plus Basic"_s, u"2,982,255 USD"_s, u"2,802,496 USD"_s, {}, {}, {}, {}},
                  {u"Together"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s}};
    for (QStringList &row : table.rows)
        for (qsizetype i = 1; i < row.size(); ++i)
            row[i].replace(u' ', QChar(QChar::Nbsp));
    const double width = ReportStyle::contentRect(QPageSize::A4).width();
    const TableLayout layout(table, width, Qt::LeftToRight);
    QVERIFY(layout.fits());
    const QList<Strip> strips = layout.strips(); // the first is the head
    QCOMPARE(strips.size(), 4);
    QCOMPARE(strips.at(1).height, strips.at(3).height); // on one line each
}

QTEST_MAIN(TestTableLayout)
#include "tst_table_layout.moc"
