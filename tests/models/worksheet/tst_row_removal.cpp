#include "models/worksheet/sheet_model.h"
#include "tests/support/workbook.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

// What deleting rows of a worksheet does to others.
class RowRemovalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhichRowsNamedIt();
    void saysWhichRowsGoWithIt();
};

void RowRemovalTest::saysWhichRowsNamedIt()
{
    TestWorkbook workbook(u"example"_s);
    SheetModel model(workbook.document(), workbook.catalogue(),
                     *workbook.catalogue().sheet(u"story_persona"_s));
    const QSignalSpy told(&model, &SheetModel::alsoChanged);
    const QString name = model.titleOf(0);
    QVERIFY(model.removeRowsById({model.idAt(0)}));
    QCOMPARE(told.size(), 1);
    const QString text = told.first().first().toString();
    QVERIFY2(text.startsWith(u"Deleted: “%1”. These rows named it"_s.arg(name)), qPrintable(text));
    QVERIFY2(text.contains(workbook.catalogue().sheet(u"feedback_win"_s)->label + u" ("_s), qPrintable(text));
    const qint64 alone = model.addRow(-1);
    QVERIFY(model.removeRowsById({alone})); // nothing names it
    QCOMPARE(told.size(), 1);
}

void RowRemovalTest::saysWhichRowsGoWithIt()
{
    TestWorkbook workbook(u"example"_s);
    const Catalogue &catalogue = workbook.catalogue();
    const Sheet &rates = *catalogue.sheet(u"funnel_scenario_rate"_s);
    SheetModel model(workbook.document(), catalogue, *catalogue.sheet(u"funnel_scenario"_s));
    const QSignalSpy told(&model, &SheetModel::alsoChanged);
    const qsizetype before = workbook.document().rows(rates.table).size();
    QVERIFY(model.removeRowsById({model.idAt(0)}));
    const qsizetype gone = before - workbook.document().rows(rates.table).size();
    QVERIFY(gone > 0);
    const QString text = told.value(0).value(0).toString();
    QVERIFY2(text.endsWith(u"together with %1 (%2)."_s.arg(rates.label).arg(gone)), qPrintable(text));
}

QTEST_GUILESS_MAIN(RowRemovalTest)
#include "tst_row_removal.moc"
