#include "models/worksheet/change_texts.h"
#include "models/worksheet/sheet_model.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace Qt::StringLiterals;

// What a step of the history did, as people read it.
class ChangeTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesBeforeAndAfter();
    void rowsThatComeGoAndMove();
    void rowsOfOthersAreNamedByThem();
    void whatOneSideMayNotSeeIsNotTold();

private:
    static QStringList newest(TestWorkbook &workbook)
    {
        return changeTexts(workbook.document(), workbook.catalogue(),
                           workbook.document().changesOf(workbook.document().history(1).constFirst()),
                           QLocale(QLocale::English, QLocale::UnitedStates));
    }
};

void ChangeTextsTest::valuesBeforeAndAfter()
{
    TestWorkbook workbook(u"example"_s);
    SheetModel goals(workbook.document(), workbook.catalogue(), *workbook.catalogue().sheet(u"story_goal"_s));
    const QString title = goals.titleOf(1);
    const QString label = workbook.catalogue().sheet(u"story_goal"_s)->field(u"due"_s)->fullLabel();
    const QString sheet = workbook.catalogue().sheet(u"story_goal"_s)->label;
    QVERIFY(goals.setValue(1, u"due"_s, QDate(2027, 12, 31)));
    QVERIFY(goals.setValue(1, u"due"_s, QVariant()));
    const QStringList lines = newest(workbook);
    QCOMPARE(lines.size(), 1);
    QVERIFY2(lines.first().startsWith(u"%1, “%2”, %3: "_s.arg(sheet, title, label)),
             qPrintable(lines.first()));
    QVERIFY2(lines.first().endsWith(u" → nothing"_s), qPrintable(lines.first()));
}

void ChangeTextsTest::rowsThatComeGoAndMove()
{
    TestWorkbook workbook(u"example"_s);
    SheetModel goals(workbook.document(), workbook.catalogue(), *workbook.catalogue().sheet(u"story_goal"_s));
    const QString first = goals.titleOf(0);
    QVERIFY(goals.addRow(-1) != 0);
    QVERIFY2(newest(workbook).first().endsWith(u": a row was added"_s), qPrintable(newest(workbook).first()));
    goals.moveRow(0, 2);
    QVERIFY2(newest(workbook).join(u'|').contains(u"“%1” moved"_s.arg(first).first(12)),
             qPrintable(newest(workbook).join(u'|')));
    QVERIFY(goals.removeRowsById({goals.idAt(0)}));
    QVERIFY2(newest(workbook).last().endsWith(u" was removed"_s), qPrintable(newest(workbook).last()));
}

// A number belongs to a stage and a period, a rate of the plan to a stage.
void ChangeTextsTest::rowsOfOthersAreNamedByThem()
{
    TestWorkbook workbook(u"example"_s);
    SheetModel numbers(workbook.document(), workbook.catalogue(),
                       *workbook.catalogue().sheet(u"funnel_number"_s));
    QCOMPARE(numbers.value(0, u"period_start"_s).toDate(), QDate(2024, 10, 1));
    QVERIFY(numbers.setValue(0, u"amount"_s, 1234));
    QVERIFY2(newest(workbook).first().startsWith(u"Numbers, “Visitors, Q4 2024”, Count: "_s),
             qPrintable(newest(workbook).first()));
    QVERIFY(numbers.removeRowsById({numbers.idAt(0)}));
    QCOMPARE(newest(workbook), QStringList{u"Numbers, “Visitors, Q4 2024” was removed"_s});
    SheetModel rates(workbook.document(), workbook.catalogue(),
                     *workbook.catalogue().sheet(u"funnel_plan_rate"_s));
    QVERIFY(rates.setValue(0, u"likely"_s, 12345));
    QVERIFY2(newest(workbook).first().contains(u", “Leads”, "_s), qPrintable(newest(workbook).first()));
}

void ChangeTextsTest::whatOneSideMayNotSeeIsNotTold()
{
    TestWorkbook workbook(u"example"_s);
    SheetModel statements(workbook.document(), workbook.catalogue(),
                          *workbook.catalogue().sheet(u"overview_statement"_s));
    QVERIFY(statements.setValue(0, u"marketing"_s, 5));
    QVERIFY2(newest(workbook).first().endsWith(u" changed"_s), qPrintable(newest(workbook).first()));
}

QTEST_GUILESS_MAIN(ChangeTextsTest)
#include "tst_change_texts.moc"
