#include "tests/support/import_bench.h"
#include "widgets/funnel/import_preview.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>

namespace {

const QByteArray deals = "Deal ID,Stage,Amount EUR\n1,Won,100\n2,Waiting,200\n3,SQL,300\n";

const QString changes = QStringLiteral("What the import would change in the workbook");

QScrollBar *scrolled(const QWidget &window)
{
    for (const QScrollArea *area : window.findChildren<QScrollArea *>())
        if (area->verticalScrollBar()->maximum() > 0)
            return area->verticalScrollBar();
    return nullptr;
}

} // namespace

// A file that is imported a second time.
class TestImportAgain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWouldChange();
    void changesOfDealsThatAreGoneAreNotSaid();
    void takesTheChoicesOfTheLastImport();
    void theNextExportIsTakenAsTheLast();
    void aChangedMappingIsMarked();
    void otherColumnsAreRecognisedAnew();
    void beginsAtTheTopEachTime();
    void saysThatTypedNumbersStandBefore();
};

void TestImportAgain::saysWhatWouldChange()
{
    ImportBench bench;
    bench.look(bench.file(u"deals.csv"_s, "Deal ID,Stage,Amount EUR\n1,Won,100\n2,SQL,200\n3,SQL,300\n"));
    QCOMPARE(bench.saying(changes), QString()); // an empty workbook
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    bench.look(
        bench.file(u"later.csv"_s, "Deal ID,Stage,Amount EUR\n1,Won,100\n2,Won,200\n3,SQL,350\n4,SQL,1\n"));
    QCOMPARE(bench.saying(changes),
             u"In the workbook already: 3; of them will change: 2, stay as they are: 1. New: 1."_s);
    QVERIFY(bench.says(u"of them will change: 2"_s));
    QCOMPARE(bench.deals(), 3);
    QVERIFY(bench.workbook.document().undo().ok());
    bench.settle();
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QVERIFY(bench.says(u"4 came in as new"_s));
    bench.look(bench.file(u"others.csv"_s, "Deal ID,Stage,Amount EUR\n8,Won,100\n"));
    QCOMPARE(bench.saying(changes), u"None of these deals is in the workbook yet."_s);
}

// Their import may be undone meanwhile.
void TestImportAgain::changesOfDealsThatAreGoneAreNotSaid()
{
    ImportBench bench;
    bench.look(bench.file(u"deals.csv"_s, deals));
    bench.choose(bench.named<QComboBox>(u"Waiting"_s), u"Lost"_s);
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    bench.look(bench.file(u"deals.csv"_s, deals));
    QVERIFY(bench.says(u"In the workbook already: 3"_s));
    QVERIFY(bench.workbook.document().undo().ok());
    bench.settle();
    QVERIFY(!bench.says(u"In the workbook already"_s));
}

void TestImportAgain::takesTheChoicesOfTheLastImport()
{
    ImportBench bench;
    const QString path = bench.file(u"deals.csv"_s, deals);
    bench.look(path);
    bench.choose(bench.named<QComboBox>(u"Waiting"_s), u"Lost"_s);
    auto *name = bench.named<QLineEdit>(u"Name to save"_s);
    QTest::keyClicks(name, u"Our CRM"_s);
    QTest::keyClick(name, Qt::Key_Return);
    bench.choose(bench.named<QComboBox>(u"Waiting"_s), u"MQL"_s);
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QCOMPARE(bench.summary().lost.count, 0);

    bench.look(path);
    auto *mapping = bench.named<QComboBox>(u"Mapping"_s);
    QCOMPARE(mapping->currentText(), u"As in the last import"_s);
    QVERIFY(bench.saying(changes).contains(u"will change: 0, stay as they are: 3"_s));
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QVERIFY(bench.says(u"The workbook already has all of"_s));

    // The next export of the same columns too, as they mean the same.
    bench.look(bench.file(u"june.csv"_s, deals + "4,Waiting,400\n"));
    QCOMPARE(mapping->currentText(), u"As in the last import"_s);
    bench.choose(mapping, u"Our CRM"_s);
    QVERIFY(bench.saying(changes).contains(u"will change: 1"_s));
    bench.choose(mapping, u"As in"_s);
    QVERIFY(bench.saying(changes).contains(u"will change: 0"_s));
}

// As on the command line: whatever the file is called, and though no mapping was saved.
void TestImportAgain::theNextExportIsTakenAsTheLast()
{
    ImportBench bench;
    bench.look(bench.file(u"may.csv"_s, deals));
    bench.choose(bench.named<QComboBox>(u"Waiting"_s), u"Lost"_s);
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    bench.look(bench.file(u"june.csv"_s, deals + "4,Waiting,400\n"));
    QCOMPARE(bench.named<QComboBox>(u"Mapping"_s)->currentText(), u"As in the last import"_s);
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QCOMPARE(bench.summary().lost.count, 2);
}

// Whoever looks for the imported figures does not find them where others were typed.
void TestImportAgain::saysThatTypedNumbersStandBefore()
{
    const QString typed = u"Typed numbers stand before imported ones. Both are known for"_s;
    ImportBench bench;
    bench.look(bench.file(u"deals.csv"_s, deals));
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QVERIFY(!bench.says(typed));
    QVERIFY(bench.workbook.document().edit(u"Type"_s, [](const Database &database) {
        const auto stage = database.scalar(u"SELECT id FROM funnel_stage ORDER BY position DESC LIMIT 1"_s);
        database.insert(u"funnel_number"_s,
                        {{u"id"_s, 7},
                         {u"position"_s, 7},
                         {u"stage"_s, stage},
                         {u"grain"_s, u"quarter"_s},
                         {u"period_start"_s, u"2026-01-01"_s},
                         {u"amount"_s, 7}});
    }));
    bench.look(
        bench.file(u"dated.csv"_s,
                   "Deal ID,Stage,Create Date,Close Date,Amount EUR\n4,Won,2026-01-14,2026-02-14,100\n"));
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QVERIFY(bench.says(typed));
    // Of what another file holds, nothing is hidden.
    bench.look(
        bench.file(u"older.csv"_s,
                   "Deal ID,Stage,Create Date,Close Date,Amount EUR\n5,Won,2017-01-14,2017-02-15,100\n"));
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QVERIFY(!bench.says(typed));
    QVERIFY(bench.says(u"They are from 14 Jan 2017 to 15 Feb 2017."_s)
            || bench.says(u"They are from Jan 14, 2017 to Feb 15, 2017."_s));
}

void TestImportAgain::aChangedMappingIsMarked()
{
    ImportBench bench;
    const QString path = bench.file(u"deals.csv"_s, deals);
    bench.look(path);
    bench.choose(bench.named<QComboBox>(u"Waiting"_s), u"Lost"_s);
    auto *name = bench.named<QLineEdit>(u"Name to save"_s);
    QTest::keyClicks(name, u"Our CRM"_s);
    QTest::keyClick(name, Qt::Key_Return);
    auto *mapping = bench.named<QComboBox>(u"Mapping"_s);
    QCOMPARE(mapping->currentText(), u"Our CRM"_s);
    bench.choose(bench.named<QComboBox>(u"Waiting"_s), u"MQL"_s);
    QCOMPARE(mapping->currentText(), u"Our CRM, changed"_s);
    bench.choose(bench.named<QComboBox>(u"Waiting"_s), u"Lost"_s);
    QCOMPARE(mapping->currentText(), u"Our CRM"_s);
    bench.choose(bench.named<QComboBox>(u"Waiting"_s), u"MQL"_s);
    QTest::keyClicks(name, u"Our CRM"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(mapping->currentText(), u"Our CRM"_s);
}

void TestImportAgain::otherColumnsAreRecognisedAnew()
{
    ImportBench bench;
    bench.look(bench.file(u"deals.csv"_s, "Deal ID,Stage\n1,Won\n"));
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    bench.look(bench.file(u"deals.csv"_s, "Deal ID,Stage,Amount EUR\n1,Won,100\n"));
    QCOMPARE(bench.named<QComboBox>(u"Mapping"_s)->currentText(), u"Recognised from the file"_s);
    QVERIFY(bench.saying(u"What the import would do"_s).contains(u"100"_s));
}

// With the keyboard where it can be seen.
void TestImportAgain::beginsAtTheTopEachTime()
{
    ImportBench bench;
    bench.dialog.begin();
    QVERIFY(QTest::qWaitForWindowActive(&bench.dialog));
    const auto isSeen = [&bench](const QWidget *control) {
        return bench.dialog.focusWidget() == control && control->isVisible()
            && bench.dialog.testAttribute(Qt::WA_KeyboardFocusChange);
    };
    QVERIFY(isSeen(bench.button(u"chooseFile"_s)));
    QByteArray many = "Deal ID,Stage,Amount EUR\n";
    for (int stage = 0; stage < 40; ++stage)
        many += QByteArray::number(stage) + ",Stage " + QByteArray::number(stage) + ",100\n";
    const auto *preview = bench.dialog.findChild<ImportPreview *>();
    for (const auto *name : {"deals.csv", "more.csv"}) {
        bench.look(bench.file(QString::fromLatin1(name), many));
        QScrollBar *bar = nullptr;
        QTRY_VERIFY((bar = scrolled(bench.dialog)));
        QCOMPARE(bar->value(), 0);
        QVERIFY(isSeen(preview));
        QCOMPARE(preview->currentIndex(), preview->model()->index(0, 0));
        bar->setValue(bar->maximum() / 2);
    }
}

QTEST_MAIN(TestImportAgain)
#include "tst_import_again.moc"
