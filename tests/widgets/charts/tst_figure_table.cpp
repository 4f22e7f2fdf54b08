#include "tests/support/pixels.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// The figures behind a chart as a table, in whatever width there is.
class FigureTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance.apply(ThemeMode::Light, 100); }
    void tabLeavesTheTable();
    void wordsOfHeadsStayWhole();
    void longHeadsKeepTheirEnd();
    void firstColumnStaysInSight_data();
    void firstColumnStaysInSight();
    void boldHeadsHaveRoom();

private:
    Appearance m_appearance;
};

void FigureTableTest::tabLeavesTheTable()
{
    QWidget window;
    QVBoxLayout column(&window);
    FigureTableView table;
    QPushButton after;
    column.addWidget(&table);
    column.addWidget(&after);
    table.setFigures({.head = {u"Stage"_s, u"Number"_s}, .rows = {{u"Leads"_s, u"7"_s}, {u"Won"_s, u"1"_s}}});
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Right);
    QCOMPARE(table.currentColumn(), 1);
    QTest::keyClick(&table, Qt::Key_Tab);
    QVERIFY(after.hasFocus());
}

void FigureTableTest::wordsOfHeadsStayWhole()
{
    FigureTable figures{.head = {u"Period"_s}, .rows = {{u"Q1 2026"_s}}};
    for (int column = 0; column < 8; ++column) {
        figures.head.append(column % 2 == 0 ? u"Opportunities of SQL, target"_s : u"Leads of Visitors"_s);
        figures.rows.first().append(u"46.61 %"_s);
    }
    const auto hasBroken = [](const FigureTableView &table) {
        const QString head = table.horizontalHeaderItem(1)->text();
        const QString second = table.horizontalHeaderItem(2)->text();
        return !head.contains(u"Opportunities"_s) || !second.contains(u"Visitors"_s);
    };
    FigureTableView whole, broken;
    whole.keepHeadsWhole();
    for (FigureTableView *table : {&whole, &broken}) {
        table->resize(em(table, 33), 400);
        table->show();
        table->setFigures(figures);
    }
    QVERIFY(!hasBroken(whole));
    QVERIFY(hasBroken(broken)); // all of it is in sight instead
    broken.resize(em(&broken, 20), 400); // not even the figures are
    QVERIFY(!hasBroken(broken));
    figures.head = {u"Period"_s,
                    u"Leads of Visitors"_s,
                    u"Marketingqualifizierter Interessent mit Budgetfreigabe of Leads"_s,
                    u"SQL of Marketingqualifizierter Interessent mit Budgetfreigabe"_s,
                    u"Verkaufschance in Verhandlung of SQL"_s,
                    u"Won of Verkaufschance in Verhandlung"_s};
    figures.rows = {QStringList(6, u"100.00 %"_s)};
    whole.setFigures(figures);
    QTRY_COMPARE(whole.horizontalScrollBar()->maximum(), 0);
    // Where not all find room, the bar that leads to them is not below all the rows.
    figures.head += figures.head;
    figures.rows = QList<QStringList>(60, QStringList(12, u"100.00 %"_s));
    whole.setFigures(figures);
    QTRY_VERIFY(whole.horizontalScrollBar()->maximum() > 0);
    QVERIFY(whole.sizeHint().height() < 30 * whole.rowHeight(0));
}

// "target" tells a column from the one before.
void FigureTableTest::longHeadsKeepTheirEnd()
{
    const QString name = QStringList(20, u"Verhandlung mit dem Einkauf"_s).join(u' ');
    FigureTable figures{.head = {u"Period"_s, name, name + u", target"_s},
                        .rows = {{u"Q1 2026"_s, u"7"_s, u"8"_s}}};
    FigureTableView table;
    table.resize(em(&table, 20), 400);
    table.show();
    table.setFigures(figures);
    const QString head = table.horizontalHeaderItem(2)->text().simplified();
    QVERIFY2(head.startsWith(u"Verhandlung"_s) && head.contains(QChar(0x2026))
                 && head.endsWith(u", target"_s),
             qPrintable(head));
    QCOMPARE(table.horizontalHeaderItem(2)->toolTip(), figures.head.at(2));
}

void FigureTableTest::firstColumnStaysInSight_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("from the left") << Qt::LeftToRight;
    QTest::newRow("from the right") << Qt::RightToLeft;
}

void FigureTableTest::firstColumnStaysInSight()
{
    QFETCH(const Qt::LayoutDirection, direction);
    FigureTable figures{.head = {u"Period"_s}, .rows = {{u"Q1 2026"_s}, {u"Q2 2026"_s}}};
    for (int column = 0; column < 14; ++column) {
        figures.head.append(u"Leads of Visitors"_s);
        figures.rows[0].append(u"46.61 %"_s);
        figures.rows[1].append(u"51.02 %"_s);
    }
    FigureTableView table;
    table.setLayoutDirection(direction);
    table.keepHeadsWhole();
    table.resize(em(&table, 30), 400);
    table.show();
    table.setFigures(figures);
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const QModelIndex first = table.model()->index(1, 0);
    const QRect place = table.visualRect(first).adjusted(2, 0, -2, 0); // without its edge
    const auto seen = [&] {
        const QRect head(place.left(), 0, place.width(), table.horizontalHeader()->height());
        return QList<QImage>{table.viewport()->grab(place).toImage(),
                             table.horizontalHeader()->viewport()->grab(head).toImage()};
    };
    const QList<QImage> before = seen();
    QScrollBar *bar = table.horizontalScrollBar();
    bar->setValue(bar->maximum() / 2 + 3);
    QVERIFY(bar->value() > 0);
    QCOMPARE(seen().first(), before.first());
    if (direction == Qt::LeftToRight) // else the words of the head lie a dot beside
        QCOMPARE(seen().last(), before.last());
    QCOMPARE(table.indexAt(place.center()), first);
    QVERIFY(table.visualRect(first).contains(place));
    // Nor is a figure seen in part.
    const int beside = table.columnAt(direction == Qt::LeftToRight ? place.right() + 6 : place.left() - 6);
    const QRect cell = table.visualRect(table.model()->index(0, beside));
    const QRegion shown = QRegion(cell).subtracted(QRect(place).adjusted(-2, -99, 2, 99)); // with its edge
    const QImage part = table.viewport()->grab(shown.boundingRect()).toImage();
    QVERIFY(part.width() > em(&table, 0.5));
    QCOMPARE(pixelsOf(part, table.palette().color(QPalette::Base)), part.width() * part.height());
    // What is gone to comes out from beneath it.
    table.setCurrentCell(1, 14);
    for (int column = 13; column > 0; --column) {
        table.setCurrentCell(1, column);
        QVERIFY(!table.visualRect(table.currentIndex()).intersects(place));
        QVERIFY(table.viewport()->rect().contains(table.visualRect(table.currentIndex())));
    }
}

// The heading of the chosen column is bold.
void FigureTableTest::boldHeadsHaveRoom()
{
    FigureTable figures{.head = {u"Period"_s}, .rows = {{u"Q1 2026"_s}}};
    for (int column = 0; column < 8; ++column) {
        figures.head.append(u"Marketingqualifizierter Interessent"_s);
        figures.rows.first().append(u"46.61 %"_s);
    }
    FigureTableView table;
    table.keepHeadsWhole();
    table.resize(em(&table, 33), 400);
    table.show();
    table.setFigures(figures);
    QFont bold = table.horizontalHeader()->font();
    bold.setBold(true);
    const int margins = 2 * table.style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, &table);
    for (int column = 0; column < table.columnCount(); ++column)
        for (const QString &line : table.horizontalHeaderItem(column)->text().split(u'\n'))
            QVERIFY2(QFontMetrics(bold).horizontalAdvance(line) + margins <= table.columnWidth(column),
                     qPrintable(line));
}

QTEST_MAIN(FigureTableTest)
#include "tst_figure_table.moc"
