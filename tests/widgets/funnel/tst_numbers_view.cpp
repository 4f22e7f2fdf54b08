#include "models/document/ids.h"
#include "tests/support/test_page.h"
#include "widgets/controls/entry_table.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/numbers_view.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

class NumbersViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void blockGoesThroughTheClipboard();
    void refusedCellSaysWhy();
    void refusedBlockCanBePastedMended();
    void refusalGoesWithThePage();
    void numbersAreTypedBySegment();
    void dealsAreReadOnlyWhereTheyMayDiffer();
    void newestPeriodIsWhole();
    void noColumnIsCut();
    void columnsThatFitBeginBesideTheNames();
    void scrolledTableFillsNewWidth();
    void longNumbersAreWhole();
    void enterGoesDown();
    void currentCellStaysWhenPeriodsAreAdded();
    void contradictionsAreTold();
};

void NumbersViewTest::blockGoesThroughTheClipboard()
{
    TestPage bench;
    NumbersView page(bench.context());
    static_cast<QWidget &>(page).show();
    QApplication::clipboard()->setText(u"1,000\t2,000\r\n30\t\r\n"_s);
    page.table()->setCurrentIndex(page.model().index(0, 0));
    QTest::keySequence(page.table(), QKeySequence::Paste);
    QCOMPARE(page.model().index(0, 1).data().toString(), u"2,000"_s);
    QCOMPARE(page.model().index(1, 0).data().toString(), u"30"_s);
    page.table()->selectionModel()->select(QItemSelection(page.model().index(0, 0), page.model().index(1, 1)),
                                           QItemSelectionModel::ClearAndSelect);
    QTest::keySequence(page.table(), QKeySequence::Copy);
    QCOMPARE(QApplication::clipboard()->text(), u"1,000\t2,000\n30\t\n"_s);
    QTest::keyClick(page.table(), Qt::Key_Delete);
    QVERIFY(page.model().isEmpty());
    QVERIFY(bench.document().undo().ok());
    QCOMPARE(page.model().index(1, 0).data().toString(), u"30"_s);
}

void NumbersViewTest::refusedCellSaysWhy()
{
    TestPage bench;
    NumbersView page(bench.context());
    static_cast<QWidget &>(page).show();
    const auto *bar = page.findChild<InlineBar *>();
    QVERIFY(!bar->isVisible());
    QVERIFY(!page.model().setData(page.model().index(2, 1), u"a few"_s));
    QVERIFY(bar->isVisible());
    QVERIFY2(bar->text().contains(page.model().stageAt(2).name), qPrintable(bar->text()));
    QCOMPARE(page.table()->currentIndex(), page.model().index(2, 1));
}

// Without going back to where it began; the cell that was wrong is marked meanwhile.
void NumbersViewTest::refusedBlockCanBePastedMended()
{
    TestPage bench;
    NumbersView page(bench.context());
    static_cast<QWidget &>(page).show();
    const auto *bar = page.findChild<InlineBar *>();
    const QModelIndex first = page.model().index(1, 0), wrong = page.model().index(2, 1);
    page.table()->setCurrentIndex(first);
    QApplication::clipboard()->setText(u"1\t2\n3\ta few\n"_s);
    QTest::keySequence(page.table(), QKeySequence::Paste);
    QVERIFY(bar->isVisible());
    QCOMPARE(page.table()->currentIndex(), first);
    QVERIFY(page.table()->selectionModel()->isSelected(wrong));
    QApplication::clipboard()->setText(u"1\t2\n3\t4\n"_s);
    QTest::keySequence(page.table(), QKeySequence::Paste);
    QVERIFY(!bar->isVisible());
    QCOMPARE(first.data().toString(), u"1"_s);
    QCOMPARE(wrong.data().toString(), u"4"_s);
}

void NumbersViewTest::refusalGoesWithThePage()
{
    TestPage bench;
    NumbersView page(bench.context());
    QWidget &widget = page;
    widget.show();
    const auto *bar = page.findChild<InlineBar *>();
    const auto pasteWords = [&page] {
        page.table()->setCurrentIndex(page.model().index(0, 0));
        QApplication::clipboard()->setText(u"a few"_s);
        QTest::keySequence(page.table(), QKeySequence::Paste);
    };
    pasteWords();
    QVERIFY(bar->isVisible());
    widget.hide();
    widget.show();
    QVERIFY(!bar->isVisible());
    pasteWords();
    QVERIFY(bar->isVisible());
    QVERIFY(page.model().setData(page.model().index(1, 1), u"7"_s)); // the next entry
    QVERIFY(!bar->isVisible());
}

// Also for a region of which nothing is known yet; typing that waits to be mended stays with what it is of.
void NumbersViewTest::numbersAreTypedBySegment()
{
    TestPage bench;
    NumbersView page(bench.context());
    static_cast<QWidget &>(page).show();
    auto *segment = page.findChild<QComboBox *>(u"segment"_s);
    QVERIFY(!segment->isVisible());
    QVERIFY(bench.document()
                .edit({},
                      [](const Database &database) {
                          database.insert(u"funnel_share"_s,
                                          {{u"id"_s, newId()},
                                           {u"position"_s, 1},
                                           {u"dimension"_s, u"region"_s},
                                           {u"segment"_s, u"Nordics"_s},
                                           {u"share"_s, 350'000}});
                      })
                .ok());
    QVERIFY(segment->isVisible());
    QCOMPARE(segment->count(), 2);
    segment->setCurrentIndex(1);
    Q_EMIT segment->activated(1);
    QVERIFY(page.model().setData(page.model().index(0, 0), u"40"_s));
    QCOMPARE(bench.document().rows(u"funnel_number"_s).first().value(u"segment"_s), u"Nordics"_s);
    // A number alone makes a segment too.
    QVERIFY(bench.document().edit({}, [](const Database &database) {
        database.execute(u"UPDATE funnel_number SET segment = 'Alps'"_s);
    }));
    QVERIFY(segment->findData(u"Alps"_s) > 0);
    QVERIFY(bench.document().undo());
    // And a source that the teams name.
    QVERIFY(bench.document().edit({}, [](const Database &database) {
        database.execute(u"INSERT INTO funnel_source (position, source) VALUES (1, 'Fair')"_s);
    }));
    QCOMPARE(segment->itemText(segment->findData(u"Fair"_s)), u"Only the source Fair"_s);
    QVERIFY(bench.document().undo());

    page.table()->setCurrentIndex(page.model().index(0, 1));
    page.table()->edit(page.table()->currentIndex());
    auto *editor = page.table()->findChild<QLineEdit *>();
    QTest::keyClicks(editor, u"a few"_s);
    segment->setCurrentIndex(0);
    Q_EMIT segment->activated(0);
    QCOMPARE(page.model().segment(), u"Nordics"_s);
    QCOMPARE(segment->currentIndex(), 1);
    QCOMPARE(editor->text(), u"a few"_s);
}

// Every number that is typed would wait for it.
void NumbersViewTest::dealsAreReadOnlyWhereTheyMayDiffer()
{
    TestPage bench;
    int times = 0;
    NumbersView page(bench.context(), [&times](const Document &, const QList<Stage> &, Grain) {
        ++times;
        return DealSummary();
    });
    static_cast<QWidget &>(page).show();
    const int before = times;
    QVERIFY(page.model().setData(page.model().index(0, 0), u"40"_s));
    QCOMPARE(times, before);
    QVERIFY(bench.document().edit({}, [](const Database &database) {
        database.execute(u"UPDATE funnel_stage SET name = 'Seen' WHERE position = (SELECT min(position) FROM "
                         "funnel_stage)"_s);
    }));
    QCOMPARE(times, before + 1);
}

void NumbersViewTest::newestPeriodIsWhole()
{
    TestPage bench(u"example"_s);
    NumbersView page(bench.context());
    page.resize(420, 700);
    static_cast<QWidget &>(page).show();
    const QRect room = page.table()->viewport()->rect();
    const int last = page.model().columnCount() - 1;
    const auto cell = [&] { return page.table()->visualRect(page.model().index(0, last)); };
    QVERIFY(page.table()->horizontalHeader()->length() > room.width());
    QTRY_VERIFY(cell().right() <= room.right() && cell().left() >= 0);

    page.resize(2000, 700);
    const auto *names = page.table()->verticalHeader();
    QTRY_VERIFY(names->width() >= names->sizeHint().width()); // none is cut where there is room
}

// Part of a number reads as another number.
void NumbersViewTest::noColumnIsCut()
{
    TestPage bench(u"example"_s);
    QVERIFY(bench.document()
                .edit({},
                      [](const Database &database) {
                          database.execute(
                              u"UPDATE funnel_stage SET name = 'Marketing-qualifizierte Interessenten mit "
                              "Terminwunsch' WHERE position = (SELECT min(position) FROM funnel_stage)"_s);
                      })
                .ok());
    NumbersView page(bench.context());
    static_cast<QWidget &>(page).show();
    for (const int width : {420, 700, 713, 1200}) {
        page.resize(width, 700);
        QCoreApplication::processEvents();
        for (const int column : {0, 2, page.model().columnCount() - 1}) {
            page.table()->scrollTo(page.model().index(0, column));
            const QRect room = page.table()->viewport()->rect();
            QVERIFY(page.table()->visualRect(page.model().index(0, column)).intersects(room));
            for (int other = 0; other < page.model().columnCount(); ++other) {
                const QRect cell = page.table()->visualRect(page.model().index(0, other));
                const QRect seen = cell.intersected(room);
                // What is left over beside the last whole column is too narrow for a digit.
                QVERIFY2(seen.width() == cell.width() || seen.width() < page.model().columnCount(),
                         qPrintable(u"%1 of %2 at %3"_s.arg(seen.width()).arg(cell.width()).arg(width)));
            }
        }
    }
}

// What is clicked or pasted there would else go into another cell.
void NumbersViewTest::columnsThatFitBeginBesideTheNames()
{
    TestPage bench;
    NumbersView page(bench.context());
    static_cast<QWidget &>(page).show();
    for (const int width : {900, 1280}) {
        page.resize(width, 700);
        QTest::qWait(20);
        QVERIFY(page.table()->horizontalHeader()->length() < page.table()->viewport()->width());
        QCOMPARE(page.table()->visualRect(page.model().index(0, 0)).left(), 0);
    }
}

// The guide beside it is closed while the newest period is in sight.
void NumbersViewTest::scrolledTableFillsNewWidth()
{
    TestPage bench(u"example"_s);
    NumbersView page(bench.context());
    page.resize(500, 700);
    static_cast<QWidget &>(page).show();
    const int columns = page.model().columnCount();
    const QHeaderView &head = *page.table()->horizontalHeader();
    QTRY_VERIFY(head.offset() > 0);
    for (const int width : {760, 480, 900, 620}) {
        page.resize(width, 700);
        QTest::qWait(20);
        const int room = page.table()->viewport()->width();
        const int first = head.visualIndexAt(0);
        const int cut = -head.sectionViewportPosition(first), seen = head.sectionSize(first) - cut;
        // What is left over before the first whole column is too narrow for a digit.
        QVERIFY2(cut == 0 || seen < columns, qPrintable(u"%1 cut at %2"_s.arg(cut).arg(width)));
        const int end = head.sectionViewportPosition(columns - 1) + head.sectionSize(columns - 1);
        QVERIFY2(end >= std::min(room, head.length()) && end <= room + 1,
                 qPrintable(u"ends at %1 of %2"_s.arg(end).arg(room)));
    }
}

// The line of the grid takes a pixel of each column.
void NumbersViewTest::longNumbersAreWhole()
{
    TestPage bench;
    NumbersView page(bench.context());
    page.resize(900, 700);
    static_cast<QWidget &>(page).show();
    const QModelIndex cell = page.model().index(0, 3);
    for (const QString &number : {u"999,999,999,999"_s, u"1,234,567,890,123"_s, u"88,888,888,888"_s}) {
        QVERIFY(page.model().setData(cell, number));
        QVERIFY2(page.table()->visualRect(cell).width() >= page.table()->sizeHintForIndex(cell).width(),
                 qPrintable(number));
    }
}

void NumbersViewTest::enterGoesDown()
{
    TestPage bench;
    NumbersView page(bench.context());
    static_cast<QWidget &>(page).show();
    page.table()->setCurrentIndex(page.model().index(0, 1));
    page.table()->setFocus();
    for (const auto &figure : {u"1111"_s, u"2222"_s}) {
        QTest::keyClick(page.table(), figure.front().toLatin1());
        auto *editor = page.table()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, figure.sliced(1));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!page.table()->findChild<QLineEdit *>());
    }
    QCOMPARE(page.model().index(0, 1).data().toString(), u"1,111"_s);
    QCOMPARE(page.model().index(1, 1).data().toString(), u"2,222"_s);
    QCOMPARE(page.table()->currentIndex(), page.model().index(2, 1));
}

void NumbersViewTest::currentCellStaysWhenPeriodsAreAdded()
{
    TestPage bench;
    NumbersView page(bench.context());
    static_cast<QWidget &>(page).show();
    const int last = page.model().columnCount() - 1;
    const Period period = page.model().periodAt(last);
    QApplication::clipboard()->setText(u"1\t2\t3"_s);
    page.table()->setCurrentIndex(page.model().index(1, last));
    page.paste();
    QVERIFY(page.model().columnCount() > last + 1);
    const auto isThere = [&] {
        const QModelIndex current = page.table()->currentIndex();
        return current.isValid() && current.row() == 1 && page.model().periodAt(current.column()) == period;
    };
    QVERIFY(isThere());
    QVERIFY(bench.document().undo());
    QVERIFY(isThere());
}

// As they are typed, and of what is shown: a segment's are its own.
void NumbersViewTest::contradictionsAreTold()
{
    TestPage bench;
    NumbersView page(bench.context());
    static_cast<QWidget &>(page).show();
    const auto *told = page.findChild<TextLabel *>(u"contradictions"_s);
    QVERIFY(told && !told->isVisible());
    page.model().setGrain(Grain::Month);
    const int month = page.model().columnCount() - 1;
    const Period quarter = Period::containing(page.model().periodAt(month).start, Grain::Quarter);
    QVERIFY(page.model().setData(page.model().index(1, month), u"50"_s));
    QVERIFY(!told->isVisible());
    page.model().setGrain(Grain::Quarter);
    int column = 0;
    while (page.model().periodAt(column) != quarter)
        ++column;
    QVERIFY(page.model().setData(page.model().index(1, column), u"40"_s));
    QVERIFY(told->isVisible());
    QVERIFY2(told->text().startsWith(page.model().stageAt(1).name) && told->text().contains(u"typed as 40"_s),
             qPrintable(told->text()));
    QVERIFY(page.model().setData(page.model().index(1, column), u"60"_s));
    QVERIFY(!told->isVisible());
}

QTEST_MAIN(NumbersViewTest)
#include "tst_numbers_view.moc"
