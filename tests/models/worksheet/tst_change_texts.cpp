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
    void whatOneSideMayNotSeeIsNotTold();

private:
    static QStringList newest(TestWorkbook &workbook)
    {
        return changeTexts(workbook.catalogue(),
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
    QVERIFY2(newest(workbook).first().endsWith(u" came"_s), qPrintable(newest(workbook).first()));
    goals.moveRow(0, 2);
    QVERIFY2(newest(workbook).join(u'|').contains(u"“%1” moved"_s.arg(first).first(12)),
             qPrintable(newest(workbook).join(u'|')));
    QVERIFY(goals.removeRowsById({goals.idAt(0)}));
    QVERIFY2(newest(workbook).last().endsWith(u" went"_s), qPrintable(newest(workbook).last()));
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
