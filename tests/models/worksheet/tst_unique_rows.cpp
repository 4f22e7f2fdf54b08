#include "models/worksheet/sheet_model.h"
#include "tests/support/workbook.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

// Rows that must not repeat one another, as two targets of a stage for one quarter: which would count?
class UniqueRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowThatRepeatsAnotherIsRefused();
    void rowsThatRepeatedBeforeCanBeMended();
};

void UniqueRowsTest::aRowThatRepeatsAnotherIsRefused()
{
    TestWorkbook workbook;
    SheetModel model(workbook.document(), workbook.catalogue(),
                     *workbook.catalogue().sheet(u"funnel_scenario"_s));
    const QSignalSpy refused(&model, &SheetModel::refused);
    QVERIFY(model.addRow(-1) != 0);
    QVERIFY(model.addRow(-1) != 0); // what is still to be filled in repeats nothing
    QVERIFY(model.setValue(0, u"name"_s, u"More calls"_s));
    QCOMPARE(refused.size(), 0);
    QVERIFY(!model.setValue(1, u"name"_s, u"More calls"_s));
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.first().first().toString().contains(u"has a row with the same already"_s));
    QVERIFY(!model.paste({}, {0}, {{u"More calls"_s}}));
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.setValue(1, u"name"_s, u"Fewer calls"_s));
}

void UniqueRowsTest::rowsThatRepeatedBeforeCanBeMended()
{
    TestWorkbook workbook;
    QVERIFY(workbook.document()
                .edit(u"as an older program"_s,
                      [](const Database &database) {
                          for (const qint64 id : {11, 12, 13})
                              database.insert(u"funnel_scenario"_s,
                                              {{u"id"_s, id}, {u"position"_s, id}, {u"name"_s, u"Same"_s}});
                      })
                .ok());
    SheetModel model(workbook.document(), workbook.catalogue(),
                     *workbook.catalogue().sheet(u"funnel_scenario"_s));
    QVERIFY(model.setValue(0, u"name"_s, u"Other"_s));
    QVERIFY(model.setValue(1, u"name"_s, u"Another"_s));
}

QTEST_GUILESS_MAIN(UniqueRowsTest)
#include "tst_unique_rows.moc"
