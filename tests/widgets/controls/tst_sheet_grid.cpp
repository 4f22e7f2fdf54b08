#include "tests/support/table_window.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/shell/appearance.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace {
const QString actions = u"plan_action"_s;
} // namespace

// How a worksheet's table looks while it is typed in, and what can be seen of it.
class TestSheetGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance.apply(ThemeMode::Light, 100); }
    void refusalStandsAtItsCell();
    void lineIsTypedInItsRow();
    void programsOwnRowsStay();
    void wordsAreWholeWhereThereIsRoom();
    void longWordsBreakAlone();
    void aVeryLongWordTakesNoRoom();
    void allRowsScrollWithThePage();
    void noFigureIsCutShort();

private:
    Appearance m_appearance;
};

// Far down a long table, what stands above it is out of sight.
void TestSheetGrid::refusalStandsAtItsCell()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    const int last = window.table.proxy().rowCount() - 1;
    for (const int row : {1, last}) {
        window.choose(row, u"due"_s);
        QTest::keyClick(&window.grid(), Qt::Key_F2);
        qobject_cast<QLineEdit *>(window.editor())->setText({});
        QTest::keyClicks(window.editor(), u"31.2.2027"_s);
        QTest::keyClick(window.editor(), Qt::Key_Return);
        const auto *bar = window.grid().viewport()->findChild<InlineBar *>();
        QVERIFY(bar && bar->isVisible());
        QVERIFY2(bar->text().contains(u"31.2.2027"_s), qPrintable(bar->text()));
        QVERIFY(window.grid().viewport()->rect().contains(bar->geometry()));
        const QRect editor = window.grid().openEditor()->geometry();
        QVERIFY(!bar->geometry().intersects(editor));
        QVERIFY(std::abs(bar->geometry().center().y() - editor.center().y())
                < bar->height() + editor.height());
        QTest::keyClick(window.editor(), Qt::Key_Escape);
        QTRY_VERIFY(!window.grid().viewport()->findChild<InlineBar *>());
    }
}

// What lies below a field of one line, and the line between rows, stays to be seen.
void TestSheetGrid::lineIsTypedInItsRow()
{
    TestPage page(u"example"_s);
    TableWindow window(page, actions);
    window.table.resize(window.table.leastWidth(), 700);
    QTest::qWait(20);
    window.choose(1, u"due"_s);
    const QRect cell = window.grid().visualRect(window.grid().currentIndex());
    QVERIFY(cell.height() > 4 * window.grid().fontMetrics().height());
    QTest::keyClick(&window.grid(), Qt::Key_F2);
    QVERIFY(window.grid().openEditor()->height() <= window.editor()->sizeHint().height());
    QTest::keyClick(window.editor(), Qt::Key_Escape);
    window.choose(1, u"what"_s);
    QTest::keyClick(&window.grid(), Qt::Key_F2);
    QVERIFY(window.grid().openEditor()->geometry().bottom() < cell.bottom());
}

// Neither by keyboard nor by pasting.
void TestSheetGrid::programsOwnRowsStay()
{
    TestPage page(u"example"_s);
    TableWindow window(page, u"plan_review_figure"_s);
    const int rows = window.model.rowCount();
    QVERIFY(rows > 0);
    window.choose(0, u"amount"_s);
    const QString before = window.text(0, u"amount"_s);
    QTest::keyClick(&window.grid(), Qt::Key_9);
    QVERIFY(!window.editor());
    QGuiApplication::clipboard()->setText(u"99"_s);
    window.run(QKeySequence::Paste);
    window.run(Qt::Key_Delete);
    window.run(Qt::CTRL | Qt::Key_Delete);
    window.run(Qt::Key_Insert);
    QCOMPARE(window.text(0, u"amount"_s), before);
    QCOMPARE(window.model.rowCount(), rows);
    QVERIFY(!window.model.setValue(0, u"amount"_s, 99));
    QVERIFY(!window.model.removeRowsById({window.model.idAt(0)}));
    QCOMPARE(window.model.rowCount(), rows);
    const auto buttons = window.table.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons)
        QVERIFY2(!button->isVisible() || !button->text().contains(u"Add"_s), qPrintable(button->text()));
}

void TestSheetGrid::wordsAreWholeWhereThereIsRoom()
{
    TestPage page(u"example"_s);
    TableWindow window(page, u"funnel_source"_s);
    window.table.resize(33 * window.grid().fontMetrics().height(), 700);
    QCoreApplication::processEvents();
    const int width = window.grid().columnWidth(window.column(u"source"_s));
    QVERIFY(width > window.grid().fontMetrics().horizontalAdvance(u"Recommendation"_s));
    QCOMPARE(window.grid().horizontalScrollBar()->maximum(), 0);
}

// Where there is room for some columns only, one long word does not break those of the others.
void TestSheetGrid::longWordsBreakAlone()
{
    TestPage page(u"example"_s);
    QVERIFY(page.document().edit({}, [](const Database &database) {
        database.execute(u"UPDATE overview_member SET role = 'Rindfleischetikettierungsueberwachungsaufgaben"
                         "uebertragungsgesetzgebungsverfahrensbeauftragter'"_s);
    }));
    TableWindow window(page, u"overview_member"_s);
    window.table.resize(40 * window.grid().fontMetrics().height(), 700);
    QCoreApplication::processEvents();
    const int width = window.grid().columnWidth(window.column(u"email"_s));
    QVERIFY(width > window.grid().fontMetrics().horizontalAdvance(u"piotr.zielinski@northwind.example"_s));
}

// A link of sixty letters would be broken in any usual window, and so is no reason to narrow the others.
void TestSheetGrid::aVeryLongWordTakesNoRoom()
{
    const QString link = u"https://"_s + QString(u"northwind"_s).repeated(6);
    TestPage page(u"example"_s);
    TableWindow window(page, u"overview_member"_s);
    window.table.resize(60 * window.grid().fontMetrics().height(), 700);
    QCoreApplication::processEvents();
    const int before = window.grid().columnWidth(window.column(u"role"_s));
    QVERIFY(window.model.setValue(0, u"role"_s, link));
    window.table.resize(window.table.width() + 1, 700); // columns are fitted anew
    QCoreApplication::processEvents();
    QVERIFY(std::abs(window.grid().columnWidth(window.column(u"role"_s)) - before) < 5);
    const QModelIndex cell = window.table.proxy().index(0, window.column(u"role"_s));
    QCOMPARE(cell.data(Qt::ToolTipRole).toString(), link);
}

// Two bars beside each other are one too many, however many rows there are.
void TestSheetGrid::allRowsScrollWithThePage()
{
    TestPage page(u"example"_s);
    TableWindow window(page, u"plan_action"_s);
    for (int i = 0; i < 148; ++i)
        QVERIFY(window.model.addRow(-1, {{u"what"_s, u"Brief the spring campaign"_s}}) != 0);
    QTRY_COMPARE(window.grid().verticalScrollBar()->maximum(), 0);
    QTRY_VERIFY(window.grid().height() > window.grid().verticalHeader()->length());
}

// Broken at its comma, 9,000 % reads as 9.
void TestSheetGrid::noFigureIsCutShort()
{
    TestPage page(u"example"_s);
    TableWindow window(page, u"funnel_plan_rate"_s);
    window.table.resize(34 * window.grid().fontMetrics().height(), 700);
    QCoreApplication::processEvents();
    const int column = window.column(u"likely"_s);
    QVERIFY(window.model.setValue(1, u"likely"_s, qint64(123'456'789'012)));
    const QString text = window.text(1, u"likely"_s);
    QVERIFY(text.size() > 10);
    QTRY_VERIFY(window.grid().columnWidth(column) > window.grid().fontMetrics().horizontalAdvance(text));
    QCOMPARE(window.grid().horizontalScrollBar()->maximum(), 0);
}

QTEST_MAIN(TestSheetGrid)
#include "tst_sheet_grid.moc"
