#include "models/document/file_header.h"
#include "tests/support/import_bench.h"
#include "tests/support/made_xlsx.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/funnel/import_preview.h"
#include "widgets/funnel/import_role_header.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QProgressDialog>
#include <QSignalSpy>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

const QByteArray germanExport
    = "Verkaufschancen-ID;Name;Verkaufsphase;Erstellt am;Abschlussdatum;Betrag;W\xe4hrung;Zust\xe4ndig\r\n"
      "A1;F\xf6rderband;Gewonnen;13.01.2026;14.02.2026;12.500,00;EUR;Ute\r\n"
      "A2;Greifer;Verloren;05.01.2026;20.01.2026;;EUR;Ute\r\n"
      "A3;Arm;Warteschleife;07.02.2026;;7.999,50;EUR;Jan\r\n"
      "A4;Rolle;Neu;gestern;;100,00;EUR;Jan\r\n"
      "A5;Achse;Neu;17.02.2026;;80,00;EUR;Jan\r\n";

const QByteArray ambiguousExport = "id,stage,created,closed,value\n"
                                   "1,Won,03/04/2026,05/06/2026,100\n"
                                   "2,Lost,01/02/2026,07/08/2026,200\n";

} // namespace

class TestImportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsAGermanExport();
    void anOpenStageBlocksUntilItIsAnswered();
    void ambiguousDatesAreAsked();
    void aColumnCanBeCorrected();
    void aMappingIsSavedAndUsedAgain();
    void refusedRowsAreCopiedAndSaved();
    void tabKeyGoesAlongTheChoices();
    void cancelLeavesTheWorkbook();
    void theWindowStaysAliveMeanwhile();
    void oneUndoTakesAllBack();
    void aDoubleClickTakesOneImportBack();
    void howTheTableIsTakenIsSaid();
    void nextImportStartsAnew();
    void againUpdatesInsteadOfDoubling();
    void everyControlHasAName();
    void showsTheSharedExport();
};

void TestImportDialog::importsAGermanExport()
{
    ImportBench bench;
    bench.look(bench.file(u"export.csv"_s, germanExport));
    QVERIFY(bench.says(u"Windows-1252, separated by semicolons"_s));
    auto *preview = bench.dialog.findChild<ImportPreview *>();
    QCOMPARE(preview->rowCount(), 5);
    QCOMPARE(preview->item(0, 1)->text(), u"Förderband"_s);
    QCOMPARE(preview->roles()->box(2)->currentText(), roleLabel(ColumnRole::Stage));
    QCOMPARE(preview->roles()->box(5)->currentText(), roleLabel(ColumnRole::Value));

    bench.choose(bench.named<QComboBox>(u"Warteschleife"_s), u"Leave out"_s);
    const QString forecast = bench.saying(u"What the import would do"_s);
    for (const QString &part : {u"Rows: 5"_s, u"won: 1"_s, u"12,500"_s, u"lost: 1"_s, u"open: 1"_s,
                                u"refused: 1"_s, u"left out: 1"_s})
        QVERIFY2(forecast.contains(part), qPrintable(forecast));
    QCOMPARE(bench.deals(), 0); // nothing is written before Import

    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QVERIFY(bench.says(u"(5), 3 came in as new, 1 stayed out and 1 could not be taken"_s));
    QVERIFY(bench.says(u"Undo takes the whole import back"_s));
    QCOMPARE(bench.deals(), 3);
    QCOMPARE(bench.summary().won.value.only()->plain(), u"12500.00 EUR"_s);
}

void TestImportDialog::anOpenStageBlocksUntilItIsAnswered()
{
    ImportBench bench;
    bench.look(bench.file(u"export.csv"_s, germanExport));
    QVERIFY(!bench.button(u"import"_s)->isEnabled());
    QVERIFY(bench.says(u"what does the stage “Warteschleife” mean?"_s));
    auto *box = bench.named<QComboBox>(u"Warteschleife"_s);
    QVERIFY(box->accessibleDescription().contains(u"Open question"_s));
    QCOMPARE(box->currentIndex(), -1);
    QTest::mouseClick(bench.button(u"question"_s), Qt::LeftButton);
    QCOMPARE(bench.dialog.focusWidget(), box);
    bench.choose(box, u"Lost"_s);
    QVERIFY(bench.button(u"import"_s)->isEnabled());
    QVERIFY(box->accessibleDescription().isEmpty());
    QVERIFY(bench.saying(u"What the import would do"_s).contains(u"lost: 2"_s));
    // A recognised stage can be corrected as well.
    bench.choose(bench.named<QComboBox>(u"Gewonnen"_s), u"Lost"_s);
    QVERIFY(bench.saying(u"What the import would do"_s).contains(u"lost: 3"_s));
}

void TestImportDialog::ambiguousDatesAreAsked()
{
    ImportBench bench;
    bench.look(bench.file(u"export.csv"_s, ambiguousExport));
    QVERIFY(!bench.button(u"import"_s)->isEnabled());
    auto *created = bench.named<QComboBox>(u"created"_s);
    QVERIFY(created);
    QCOMPARE(created->currentIndex(), -1);
    QVERIFY(created->itemText(0).contains(u"03/04/2026 is "_s));
    bench.choose(created, u"Month first"_s);
    QVERIFY(!bench.button(u"import"_s)->isEnabled());
    bench.choose(bench.named<QComboBox>(u"closed"_s), u"Month first"_s);
    QVERIFY(bench.button(u"import"_s)->isEnabled());
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QCOMPARE(bench.summary().wonByClose.value(Period::fromKey(u"2026-Q2"_s)).count, 1);
    QCOMPARE(bench.summary().lostByClose.value(Period::fromKey(u"2026-Q3"_s)).count, 1);
}

void TestImportDialog::aColumnCanBeCorrected()
{
    ImportBench bench;
    bench.look(bench.file(u"export.csv"_s, "id,stage,created,list price,value\n1,Won,2026-01-20,900,100\n"));
    QVERIFY(bench.saying(u"What the import would do"_s).contains(u"100"_s));
    ImportRoleHeader *roles = bench.dialog.findChild<ImportPreview *>()->roles();
    roles->box(4)->setCurrentIndex(0);
    bench.choose(roles->box(3), roleLabel(ColumnRole::Value));
    QVERIFY(bench.saying(u"What the import would do"_s).contains(u"900"_s));
    QCOMPARE(roles->box(4)->currentText(), u"Not imported"_s);
}

void TestImportDialog::aMappingIsSavedAndUsedAgain()
{
    ImportBench bench;
    const QString path = bench.file(u"export.csv"_s, germanExport);
    bench.look(path);
    bench.choose(bench.named<QComboBox>(u"Warteschleife"_s), u"Lost"_s);
    auto *name = bench.named<QLineEdit>(u"Name to save"_s);
    QTest::keyClicks(name, u"Our CRM"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(savedMappings(bench.workbook.document()), QStringList(u"Our CRM"_s));
    QCOMPARE(bench.deals(), 0); // Enter saved, and did not import

    ImportDialog again(bench.page, nullptr);
    again.setFile(path);
    QVERIFY(QTest::qWaitFor([&] { return !again.isWorking(); }, 60'000));
    QVERIFY(again.findChild<QPushButton *>(u"import"_s)->isEnabled());

    bench.look(path);
    auto *mapping = bench.named<QComboBox>(u"Mapping"_s);
    QCOMPARE(mapping->currentText(), u"Our CRM"_s);
    QVERIFY(bench.button(u"import"_s)->isEnabled());
    bench.choose(mapping, u"Recognised"_s);
    QVERIFY(!bench.button(u"import"_s)->isEnabled());
    bench.choose(mapping, u"Our CRM"_s);
    QVERIFY(bench.button(u"import"_s)->isEnabled());
}

void TestImportDialog::refusedRowsAreCopiedAndSaved()
{
    ImportBench bench;
    bench.look(bench.file(u"export.csv"_s, germanExport));
    bench.choose(bench.named<QComboBox>(u"Warteschleife"_s), u"Lost"_s);
    bench.dialog.findChild<QTabBar *>()->setCurrentIndex(1);
    auto *refused = bench.named<QTableWidget>(u"Refused rows"_s);
    QCOMPARE(refused->rowCount(), 1);
    QCOMPARE(refused->item(0, 0)->text(), u"5"_s);
    QVERIFY(refused->item(0, 1)->text().contains(u"gestern"_s));
    QTest::keyClick(refused, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"5\t"_s));

    const QString target = bench.workbook.filePath(u"refused.csv"_s);
    bench.questions->files = {target, bench.workbook.path()};
    for (auto *button : refused->parentWidget()->findChildren<QPushButton *>())
        if (button->text().contains(u"CSV"_s)) {
            button->click();
            button->click();
        }
    QVERIFY(isWorkbook(bench.workbook.path()));
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromUtf8(file.readAll()).contains(u"\r\n5,"_s));
}

void TestImportDialog::tabKeyGoesAlongTheChoices()
{
    ImportBench bench;
    bench.look(bench.file(u"export.csv"_s, germanExport));
    const QWidget *const strip = bench.button(u"addFile"_s)->parentWidget();
    QList<QPoint> places;
    for (QWidget *at = bench.dialog.nextInFocusChain(); at != &bench.dialog; at = at->nextInFocusChain())
        if (at->parentWidget() == strip && at->isVisible() && (at->focusPolicy() & Qt::TabFocus))
            places.append(at->pos());
    QVERIFY(places.size() > 3);
    QVERIFY(std::is_sorted(places.begin(), places.end(), [](QPoint a, QPoint b) {
        return std::pair(a.y(), a.x()) < std::pair(b.y(), b.x());
    }));
}

// Many rows, so that the import takes a while.
static QByteArray longExport(int rows)
{
    QByteArray bytes = "id,stage,created,closed,value\n";
    for (int i = 0; i < rows; ++i)
        bytes += QByteArray::number(i) + ",Won,2026-01-20,2026-02-20,100\n";
    return bytes;
}

void TestImportDialog::cancelLeavesTheWorkbook()
{
    ImportBench bench;
    bench.look(bench.file(u"export.csv"_s, longExport(60'000)));
    const QString before = contentOf(bench.workbook.document());
    QTimer cancel;
    connect(&cancel, &QTimer::timeout, &bench.dialog, [&] {
        if (auto *progress = bench.dialog.findChild<QProgressDialog *>(); progress && progress->value() > 0)
            progress->cancel();
    });
    cancel.start(5);
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    cancel.stop();
    QCOMPARE(bench.deals(), 0);
    QCOMPARE(contentOf(bench.workbook.document()), before);
    QVERIFY(!hasDeals(bench.workbook.document()));
    QVERIFY(bench.dialog.findChild<InlineBar *>()->text().contains(u"as it was"_s));
    QVERIFY(bench.button(u"import"_s)->isEnabled());
}

void TestImportDialog::theWindowStaysAliveMeanwhile()
{
    ImportBench bench;
    bench.look(bench.file(u"export.csv"_s, longExport(60'000)));
    int beats = 0;
    bool isModal = false;
    QTimer beat;
    connect(&beat, &QTimer::timeout, &bench.dialog, [&] {
        ++beats;
        const auto *progress = qobject_cast<QProgressDialog *>(QApplication::activeModalWidget());
        isModal = isModal || progress;
    });
    beat.start(1);
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    beat.stop();
    QVERIFY(isModal);
    QVERIFY(beats > 1); // how many depends on the machine
    QCOMPARE(bench.deals(), 60'000);
}

void TestImportDialog::oneUndoTakesAllBack()
{
    ImportBench bench;
    bench.look(bench.file(u"export.csv"_s, germanExport));
    bench.choose(bench.named<QComboBox>(u"Warteschleife"_s), u"Leave out"_s);
    const QString before = contentOf(bench.workbook.document());
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QCOMPARE(bench.summary().rows, 3);
    QTest::mouseClick(bench.button(u"undoImport"_s), Qt::LeftButton);
    QCOMPARE(bench.summary().rows, 0);
    QCOMPARE(contentOf(bench.workbook.document()), before);
    QVERIFY(bench.says(u"The import was undone"_s));
    QVERIFY(!bench.says(u"came in as new"_s)); // it is in the workbook no more
    QVERIFY(!bench.button(u"undoImport"_s)->isEnabled());
}

void TestImportDialog::aDoubleClickTakesOneImportBack()
{
    ImportBench bench;
    QByteArray csv = "Deal ID,Stage\n1,Won\n";
    for (int i = 0; i < 2; ++i) {
        bench.look(bench.file(u"export.csv"_s, csv));
        QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
        csv += "2,Won\n";
    }
    QCOMPARE(bench.summary().rows, 2);
    QTest::mouseClick(bench.button(u"undoImport"_s), Qt::LeftButton);
    QTest::mouseClick(bench.button(u"undoImport"_s), Qt::LeftButton);
    QCOMPARE(bench.summary().rows, 1);
}

void TestImportDialog::againUpdatesInsteadOfDoubling()
{
    ImportBench bench;
    bench.look(bench.file(u"export.csv"_s, germanExport));
    bench.choose(bench.named<QComboBox>(u"Warteschleife"_s), u"Leave out"_s);
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QByteArray later = germanExport;
    later.replace("A5;Achse;Neu", "A5;Achse;Gewonnen");
    bench.look(bench.file(u"export.csv"_s, later));
    bench.choose(bench.named<QComboBox>(u"Warteschleife"_s), u"Leave out"_s);
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QVERIFY(bench.says(u"1 updated a deal that was there, 2 changed nothing"_s));
    QCOMPARE(bench.summary().rows, 3);
    QCOMPARE(bench.summary().won.count, 2);
}

void TestImportDialog::everyControlHasAName()
{
    ImportBench bench;
    bench.look(bench.file(u"export.csv"_s, germanExport));
    for (const QWidget *widget : bench.dialog.findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isInner = widget->parentWidget()->accessibleName().size() > 0;
        const bool hasName = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(hasName || isInner, widget->metaObject()->className());
    }
}

void TestImportDialog::showsTheSharedExport()
{
    if (sharedData().isEmpty())
        QSKIP("SMARKETING_SHARED_DATA is not set");
    ImportBench bench;
    bench.look(sharedData() + u"/crm/derived/maven_iso.csv"_s);
    const QString forecast = bench.saying(u"What the import would do"_s);
    for (const QString &part : {u"Rows: 8,800"_s, u"won: 4,238"_s, u"10,005,534"_s, u"lost: 2,473"_s,
                                u"open: 2,089"_s, u"refused: 0"_s})
        QVERIFY2(forecast.contains(part), qPrintable(forecast));
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QVERIFY(bench.says(u"8,800 came in as new."_s));
    QVERIFY(bench.says(u"Deals of the file: won: 4,238"_s));
    QCOMPARE(bench.summary().won.count, 4238);
}

void TestImportDialog::howTheTableIsTakenIsSaid()
{
    ImportBench bench;
    bench.look(bench.file(u"customers.csv"_s,
                          "Customer,Contract Value,Start date,Status\nAcme,100,2025-01-15,Active\n"
                          "Beta,200,2025-02-15,Churned\n"));
    QVERIFY(bench.says(u"These are customers: each row counts as a deal that was won on its “Start date”"_s));
    QVERIFY(bench.saying(u"What the import would do"_s).contains(u"won: 2"_s));
    // Whatever the user corrects, the rest stays as it was understood.
    bench.choose(bench.named<QComboBox>(u"Churned"_s), u"Lost"_s);
    QVERIFY(!bench.says(u"These are customers"_s));
    QVERIFY(bench.saying(u"What the import would do"_s).contains(u"won: 1"_s));
}

void TestImportDialog::nextImportStartsAnew()
{
    ImportBench bench;
    bench.dialog.begin();
    bench.look(bench.file(u"export.csv"_s, germanExport));
    bench.choose(bench.named<QComboBox>(u"Warteschleife"_s), u"Leave out"_s);
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QCOMPARE(bench.dialog.focusWidget(), bench.button(u"closeImport"_s)); // Enter does not undo it
    bench.button(u"closeImport"_s)->click();
    QVERIFY(!bench.dialog.isVisible());
    bench.dialog.begin();
    QVERIFY(bench.button(u"chooseFile"_s)->isVisible());
    QVERIFY(!bench.button(u"undoImport"_s)->isVisible());
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    TestImportDialog test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_import_dialog.moc"
