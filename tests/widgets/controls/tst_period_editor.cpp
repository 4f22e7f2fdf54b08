#include "models/arithmetic/period.h"
#include "models/worksheet/search.h"
#include "tests/support/table_window.h"
#include "widgets/controls/field_box.h"
#include "widgets/controls/sheet_form.h"
#include "widgets/shell/appearance.h"

#include <QCalendarWidget>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const QString targets = u"funnel_target"_s;
}

// A period of a worksheet under keyboard, mouse and clipboard: one cell, and one field of a form, for what
// the file keeps as grain and first day.
class PeriodEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_appearance.apply(ThemeMode::Light, 100);
    }
    void isOneCell();
    void isTypedByItsName_data();
    void isTypedByItsName();
    void whatIsNoneIsRefused_data();
    void whatIsNoneIsRefused();
    void isCopiedAndPasted();
    void isClearedWhole();
    void isPickedByKeyboard();
    void isPickedByMouse();
    void isSortedByTime();
    void isFoundByItsName();
    void standsInFormsToo();

private:
    static QPair<QString, QString> kept(const TableWindow &window, int row)
    {
        return {window.model.value(row, u"grain"_s).toString(),
                window.model.value(row, u"period_start"_s).toDate().toString(Qt::ISODate)};
    }
    static QCalendarWidget *calendar(const QWidget *editor)
    {
        return editor->parentWidget()->findChild<QCalendarWidget *>();
    }
    Appearance m_appearance;
};

using Kept = QPair<QString, QString>;

void PeriodEditorTest::isOneCell()
{
    TestPage page(u"example"_s);
    TableWindow window(page, targets);
    QCOMPARE(window.column(u"grain"_s), -1);
    const int column = window.column(u"period_start"_s);
    QCOMPARE(window.table.proxy().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
             u"Period"_s);
    const auto [grain, day] = kept(window, 0);
    const Period period
        = Period::containing(QDate::fromString(day, Qt::ISODate), grainFromKey(grain).value());
    QCOMPARE(window.text(0, u"period_start"_s), period.label(QLocale()));
}

void PeriodEditorTest::isTypedByItsName_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("grain");
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("shown");
    QTest::newRow("quarter") << u"Q3 2027"_s << u"quarter"_s << u"2027-07-01"_s << u"Q3 2027"_s;
    QTest::newRow("month") << u"jul 2027"_s << u"month"_s << u"2027-07-01"_s << u"July 2027"_s;
    QTest::newRow("month in figures") << u"2027-07"_s << u"month"_s << u"2027-07-01"_s << u"July 2027"_s;
    QTest::newRow("week") << u"week 27, 2027"_s << u"week"_s << u"2027-07-05"_s << u"Week 27, 2027"_s;
    QTest::newRow("a day within it") << u"8/15/2027"_s << u"quarter"_s << u"2027-07-01"_s << u"Q3 2027"_s;
}

void PeriodEditorTest::isTypedByItsName()
{
    QFETCH(QString, text);
    QFETCH(QString, grain);
    QFETCH(QString, day);
    TestPage page(u"example"_s);
    TableWindow window(page, targets);
    QVERIFY(window.model.setValue(0, u"grain"_s, u"quarter"_s));
    const Kept before = kept(window, 0);
    window.choose(0, u"period_start"_s);
    QTest::keyClick(&window.grid(), Qt::Key_F2);
    auto *line = qobject_cast<QLineEdit *>(window.editor());
    QVERIFY(line);
    QCOMPARE(line->text(), window.text(0, u"period_start"_s));
    line->selectAll();
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(!window.editor());
    QCOMPARE(kept(window, 0), Kept(grain, day));
    QTEST(window.text(0, u"period_start"_s), "shown");
    QVERIFY(page.document().undo());
    QCOMPARE(kept(window, 0), before);
}

void PeriodEditorTest::whatIsNoneIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << u"soon"_s;
    QTest::newRow("no year") << u"Q3"_s;
    QTest::newRow("a grain that targets have not") << u"2027"_s;
}

void PeriodEditorTest::whatIsNoneIsRefused()
{
    QFETCH(QString, text);
    TestPage page(u"example"_s);
    TableWindow window(page, targets);
    const Kept before = kept(window, 0);
    QVERIFY(!window.model.setValue(0, u"period_start"_s, text));
    QCOMPARE(kept(window, 0), before);
    QVERIFY2(
        window.table.message().contains(Period::containing(QDate::currentDate(), Grain::Quarter).label({})),
        qPrintable(window.table.message()));
}

void PeriodEditorTest::isCopiedAndPasted()
{
    TestPage page(u"example"_s);
    TableWindow window(page, targets);
    QVERIFY(window.model.setValue(0, u"period_start"_s, u"Q1 2031"_s));
    window.choose(0, u"period_start"_s);
    window.run(QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text().trimmed(), u"Q1 2031"_s);
    window.choose(1, u"period_start"_s);
    QGuiApplication::clipboard()->setText(u"Mar 2031"_s);
    window.run(QKeySequence::Paste);
    QCOMPARE(window.table.message(), QString());
    QCOMPARE(kept(window, 1), Kept(u"month"_s, u"2031-03-01"_s));
    // A whole row, with its headings.
    window.grid().selectRow(0);
    const QString row
        = window.table.selectedText(SheetClipboard::Headings::With).replace(u"Q1 2031"_s, u"Q2 2031"_s);
    const int rows = window.model.rowCount();
    window.table.paste(row, SheetTable::PasteOver::NoRows);
    QCOMPARE(window.table.message(), QString());
    QCOMPARE(window.model.rowCount(), rows + 1);
    QCOMPARE(kept(window, rows), Kept(u"quarter"_s, u"2031-04-01"_s));
}

void PeriodEditorTest::isClearedWhole()
{
    TestPage page(u"example"_s);
    TableWindow window(page, targets);
    window.choose(0, u"period_start"_s);
    window.run(Qt::Key_Delete);
    QCOMPARE(kept(window, 0), Kept());
}

void PeriodEditorTest::isPickedByKeyboard()
{
    TestPage page(u"example"_s);
    TableWindow window(page, targets);
    QVERIFY(window.model.setValue(0, u"period_start"_s, u"Q1 2031"_s));
    window.choose(0, u"period_start"_s);
    QTest::keyClick(&window.grid(), Qt::Key_F2);
    QWidget *line = window.editor();
    QTest::keyClick(line, Qt::Key_Down, Qt::AltModifier);
    QCalendarWidget *picked = calendar(line);
    QVERIFY(picked);
    QCOMPARE(picked->selectedDate(), QDate(2031, 1, 1));
    auto *grain = picked->parentWidget()->findChild<QComboBox *>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(grain);
    QCOMPARE(grain->currentText(), u"Quarter"_s);
    QVERIFY(!grain->accessibleName().isEmpty());
    grain->setFocus(Qt::TabFocusReason);
    QTest::keyClick(grain, Qt::Key_Up);
    QCOMPARE(kept(window, 0), Kept(u"month"_s, u"2031-01-01"_s));
    picked->setSelectedDate(QDate(2031, 5, 20));
    Q_EMIT picked->activated(QDate(2031, 5, 20)); // Enter
    QCOMPARE(kept(window, 0), Kept(u"month"_s, u"2031-05-01"_s));
}

void PeriodEditorTest::isPickedByMouse()
{
    TestPage page(u"example"_s);
    TableWindow window(page, targets);
    const qint64 id = window.model.addRow(-1);
    const int row = window.model.rowOf(id);
    window.choose(row, u"period_start"_s);
    QTest::keyClick(&window.grid(), Qt::Key_F2);
    QWidget *line = window.editor();
    QTest::keyClick(line, Qt::Key_Down, Qt::AltModifier);
    QCalendarWidget *picked = calendar(line);
    auto *grain = picked->parentWidget()->findChild<QComboBox *>(QString(), Qt::FindDirectChildrenOnly);
    grain->setCurrentIndex(grain->findText(u"Week"_s));
    Q_EMIT grain->activated(grain->currentIndex());
    QVERIFY(!window.model.value(row, u"period_start"_s).isValid()); // there is no day yet
    Q_EMIT picked->clicked(QDate(2031, 5, 21));
    QCOMPARE(kept(window, row), Kept(u"week"_s, u"2031-05-19"_s));
}

void PeriodEditorTest::isSortedByTime()
{
    TestPage page(u"example"_s);
    TableWindow window(page, targets);
    for (const auto &[row, text] : {std::pair(0, u"Q4 2031"_s), {1, u"Q1 2032"_s}, {2, u"January 2001"_s}})
        QVERIFY(window.model.setValue(row, u"period_start"_s, text));
    window.table.proxy().sort(window.column(u"period_start"_s), Qt::DescendingOrder);
    QCOMPARE(window.texts(u"period_start"_s).mid(0, 2), QStringList({u"Q1 2032"_s, u"Q4 2031"_s}));
    QCOMPARE(window.texts(u"period_start"_s).last(), u"January 2001"_s);
}

void PeriodEditorTest::isFoundByItsName()
{
    TestPage page(u"example"_s);
    TableWindow window(page, targets);
    QVERIFY(window.model.setValue(0, u"period_start"_s, u"Q3 2031"_s));
    const QList<SearchHit> hits = search(page.document(), page.catalogue(), u"Q3 2031"_s, 10);
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.first().key, u"period_start"_s);
}

void PeriodEditorTest::standsInFormsToo()
{
    TestPage page(u"example"_s);
    SheetModel plan(page.document(), page.catalogue(), page.sheet(u"funnel_plan"_s));
    SheetForm planned(plan, page.context(), SheetForm::Fields::All);
    QVERIFY(planned.box(u"grain"_s)); // it may begin in any month
    SheetModel model(page.document(), page.catalogue(), page.sheet(u"funnel_estimate"_s));
    SheetForm form(model, page.context(), SheetForm::Fields::All);
    QVERIFY(form.setRow(0));
    QVERIFY(!form.box(u"grain"_s));
    auto *line = qobject_cast<QLineEdit *>(form.box(u"period_start"_s)->editor()->control());
    form.show();
    line->selectAll();
    QTest::keyClicks(line, u"Q2 2031"_s);
    QVERIFY(page.typing().commit());
    QCOMPARE(model.value(0, u"grain"_s).toString(), u"quarter"_s);
    QCOMPARE(model.value(0, u"period_start"_s).toDate(), QDate(2031, 4, 1));
    QVERIFY(page.document().undo());
    QVERIFY(line->text() != u"Q2 2031"_s);
}

QTEST_MAIN(PeriodEditorTest)
#include "tst_period_editor.moc"
