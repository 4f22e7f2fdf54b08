#include "tests/support/deals_in.h"
#include "tests/support/import_bench.h"
#include "tests/support/made_xlsx.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/funnel/import_preview.h"
#include "widgets/funnel/import_role_header.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>

// What can be chosen in the import window: files, sheets, what rows and texts mean.
class TestImportChoicesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSheetOfAWorkbookIsChosen();
    void sheetsAreReadBelowEachOther();
    void aFileIsAddedByTheColumnInCommon();
    void aHistoryIsRecognisedAndCorrected();
    void aStageOfLeadsIsAStage();
    void aStatusOfSomethingElseMayBeLeftOut();
    void spellingsAndPlaceholdersAreChosen();
    void northAmericaIsAskedAboutByColumn();
    void regionAndProductAreEachARole();
    void eachFileHasItsKey();
    void groupsAreStatedAndCorrected();
    void anyColumnCanBeCarriedDown();
    void answersOutlastReadingAnew();
    void datesAsNumbersAreStatedAndCorrected();
    void whatIsNoTableGetsAPlainWord();
    void whatCannotBeReadAnewStaysAsItWas();
    void aCancelledReadingKeepsThePlan();
    void anUnreadableSheetKeepsThePlan();
};

void TestImportChoicesDialog::aSheetOfAWorkbookIsChosen()
{
    const QByteArray header = rowOf({"id", "stage", "created", "value"});
    MadeXlsx made;
    made.styles = {0, 14};
    made.sheets = {
        {"2025", header + rowOf({"1", "Won", "2025-02-03", "10"})},
        {"2026",
         header
             + "<row><c><v>2</v></c><c t=\"str\"><v>Won</v></c><c s=\"1\"><v>46025</v></c>"
               "<c><v>20.5</v></c></row>"},
    };
    ImportBench bench;
    bench.look(bench.file(u"deals.xlsx"_s, made.packed()));
    QVERIFY(bench.says(u"Excel, sheet “2025”"_s));
    QVERIFY(!bench.named<QComboBox>(u"Encoding of the file"_s));
    auto *sheet = bench.named<QComboBox>(u"Sheet of the workbook"_s);
    QVERIFY(sheet);
    QCOMPARE(sheet->currentText(), u"2025"_s);
    bench.choose(sheet, u"2026"_s);
    QVERIFY(bench.says(u"Excel, sheet “2026”"_s));
    auto *preview = bench.dialog.findChild<ImportPreview *>();
    QCOMPARE(preview->item(0, 2)->text(), u"2026-01-03"_s);
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QCOMPARE(bench.summary().won.value.only()->minor, 2050);

    made.sheets.removeLast();
    bench.look(bench.file(u"one.xlsx"_s, made.packed()));
    QVERIFY(!bench.named<QComboBox>(u"Sheet of the workbook"_s)); // nothing to choose
    bench.look(bench.file(u"deals.csv"_s, "id;stage\r\n1;Won\r\n"));
    QVERIFY(bench.named<QComboBox>(u"Encoding of the file"_s));
}

void TestImportChoicesDialog::sheetsAreReadBelowEachOther()
{
    const QByteArray header = rowOf({"Deal ID", "Stage", "Created"});
    MadeXlsx made;
    made.sheets = {{"Jan", header + rowOf({"1", "Won", "2026-01-02"})},
                   {"Notes", rowOf({"What", "Who", "When"}) + rowOf({"a", "b", "c"})},
                   {"Feb", header + rowOf({"2", "Won", "2026-02-02"}) + rowOf({"3", "Lost", "2026-02-03"})}};
    ImportBench bench;
    bench.look(bench.file(u"months.xlsx"_s, made.packed()));
    QVERIFY(bench.says(u"not read: Feb"_s));
    auto *sheet = bench.named<QComboBox>(u"Sheet of the workbook"_s);
    QCOMPARE(sheet->count(), 4);
    bench.choose(sheet, u"All sheets with these columns (2)"_s);
    QVERIFY(bench.says(u"sheets below each other: Jan, Feb"_s));
    QVERIFY(!bench.says(u"not read"_s));
    QCOMPARE(sheet->currentIndex(), 3);
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QCOMPARE(bench.summary().rows, 3);

    bench.look(bench.file(u"months.xlsx"_s, made.packed()));
    bench.choose(sheet, u"Notes"_s);
    QVERIFY(!bench.says(u"not read"_s));
    QCOMPARE(sheet->count(), 3);
}

void TestImportChoicesDialog::aFileIsAddedByTheColumnInCommon()
{
    ImportBench bench;
    bench.look(bench.file(u"leads.csv"_s,
                          "mql_id,first_contact_date,origin\na,2026-01-05,web\nb,2026-01-20,mail\n"));
    const QString deals = bench.file(u"deals.csv"_s, "mql_id,won_date,amount\nb,2026-02-03,500\n");
    bench.questions->files.append(bench.file(u"other.csv"_s, "x,y\n1,2\n"));
    QTest::mouseClick(bench.button(u"addFile"_s), Qt::LeftButton);
    bench.settle();
    QVERIFY(bench.dialog.findChild<InlineBar *>()->text().contains(u"no column in common"_s));
    QVERIFY(bench.says(u"leads.csv"_s));

    bench.questions->files.append(deals);
    QTest::mouseClick(bench.button(u"addFile"_s), Qt::LeftButton);
    bench.settle();
    QVERIFY(bench.says(u"leads.csv + deals.csv"_s));
    QVERIFY(bench.says(u"joined by “mql_id”"_s));
    auto *key = bench.dialog.findChild<QComboBox *>(u"joinKey0"_s);
    QVERIFY(key->isVisible());
    QCOMPARE(key->currentText(), u"deals.csv: joined by “mql_id”, matching rows: 1"_s);
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QCOMPARE(bench.deals(), 2);
    QCOMPARE(bench.summary().won.value.only()->minor, 50000);
}

void TestImportChoicesDialog::aHistoryIsRecognisedAndCorrected()
{
    const QByteArray history = "Deal ID,Stage,Date entered\n"
                               "1,Lead,2026-01-05\n1,SQL,2026-02-06\n1,Closed Lost,2026-03-07\n"
                               "2,Lead,2026-01-08\n2,Closed Won,2026-04-09\n";
    ImportBench bench;
    bench.look(bench.file(u"history.csv"_s, history));
    auto *rows = bench.named<QComboBox>(u"Each row is"_s);
    QVERIFY(rows);
    QCOMPARE(rows->currentText(), u"A stage that a deal entered"_s);
    auto *preview = bench.dialog.findChild<ImportPreview *>();
    QCOMPARE(preview->roles()->box(1)->currentText(), roleLabel(ColumnRole::StageEntered));
    QCOMPARE(preview->roles()->box(2)->currentText(), roleLabel(ColumnRole::EnteredOn));
    const QString forecast = bench.saying(u"What the import would do"_s);
    for (const QString &part :
         {u"Rows: 5"_s, u"won: 1"_s, u"lost: 1"_s, u"open: 0"_s, u"further stages of a deal: 3"_s})
        QVERIFY2(forecast.contains(part), qPrintable(forecast));

    bench.choose(rows, u"A deal"_s);
    QCOMPARE(preview->roles()->box(1)->currentText(), roleLabel(ColumnRole::Stage));
    QVERIFY(!bench.saying(u"What the import would do"_s).contains(u"further stages"_s));
    bench.choose(bench.named<QComboBox>(u"Each row is"_s), u"A stage"_s);
    auto *entered = preview->roles()->box(2);
    bench.choose(entered, u"Not imported"_s);
    QVERIFY(bench.says(u"no column is “Stage entered on” yet"_s));
    QVERIFY(!bench.button(u"import"_s)->isEnabled());
    bench.choose(entered, roleLabel(ColumnRole::EnteredOn));

    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QVERIFY(bench.says(u"2 came in as new"_s));
    const DealSummary summary = bench.summary();
    QCOMPARE(summary.lost.count, 1);
    const QList<Stage> stages = readFunnel(bench.workbook.document()).stages;
    for (int i = 0; i < stages.size(); ++i) {
        if (stages.at(i).name == u"SQL"_s)
            QCOMPARE(summary.stages.at(i).count, 2);
    }
}

void TestImportChoicesDialog::aStageOfLeadsIsAStage()
{
    ImportBench bench;
    bench.look(bench.file(u"leads.csv"_s, "Lead ID,Temperature\n1,Warm\n2,\n3,Cold\n"));
    auto *preview = bench.dialog.findChild<ImportPreview *>();
    bench.choose(preview->roles()->box(1), roleLabel(ColumnRole::LeadStage));
    QVERIFY(bench.named<QComboBox>(u"Warm"_s));
    QVERIFY(bench.named<QComboBox>(u"Rows without a stage"_s));
}

void TestImportChoicesDialog::aStatusOfSomethingElseMayBeLeftOut()
{
    ImportBench bench;
    bench.look(
        bench.file(u"deals.csv"_s, "id,stage,status,value\n1,Proposal,Open,10\n2,Proposal,Mystery,20\n"));
    QVERIFY(bench.says(u"If “status” says nothing of a deal, leave the column out."_s));
}

void TestImportChoicesDialog::spellingsAndPlaceholdersAreChosen()
{
    ImportBench bench;
    bench.look(bench.file(u"leads.csv"_s,
                          "Lead ID,Stage,Lead Source\n1,Lead,Google\n2,Lead,google\n3,Lead,Google\n"
                          "4,Lead,Select\n5,Lead,unknown\n6,Lead,ask Ute\n"));
    const auto tick = [&bench](const QString &text) -> QCheckBox * {
        for (auto *box : bench.dialog.findChildren<QCheckBox *>())
            if (box->text().startsWith(text))
                return box;
        return nullptr;
    };
    auto *spelling = bench.named<QComboBox>(u"Source: “Google” (2)"_s);
    QVERIFY(spelling);
    QCOMPARE(spelling->currentText(), u"Keep apart"_s);
    bench.choose(spelling, u"All as “Google”"_s);

    QVERIFY(tick(u"“Select”"_s)->isChecked());
    QVERIFY(!tick(u"“unknown”"_s)->isChecked());
    tick(u"“unknown”"_s)->click();
    bench.settle();
    auto *own = bench.named<QLineEdit>(u"Another text"_s);
    own->setText(u"ask Ute"_s);
    QTest::keyClick(own, Qt::Key_Return);
    bench.settle();
    QVERIFY(tick(u"“ask Ute”, cells: 1"_s)->isChecked());

    bench.named<QLineEdit>(u"Name to save"_s)->setText(u"Shop"_s);
    QTest::mouseClick(bench.named<QPushButton>(u"Save the mapping"_s), Qt::LeftButton);
    const auto saved = savedMapping(bench.workbook.document(), u"Shop"_s);
    QCOMPARE(saved->spellings.value(ColumnRole::Source).value(u"google"_s), u"Google"_s);
    QVERIFY(saved->placeholders.contains(u"ask Ute"_s));

    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QStringList sources;
    QVERIFY(forEachDeal(bench.workbook.document(), readFunnel(bench.workbook.document()).stages,
                        [&sources](const Deal &deal) { sources.append(deal.source); })
                .ok());
    QCOMPARE(sources, (QStringList{u"Google"_s, u"Google"_s, u"Google"_s, {}, {}, {}}));
}

void TestImportChoicesDialog::whatIsNoTableGetsAPlainWord()
{
    ImportBench bench;
    bench.look(bench.file(u"deals.xls"_s, QByteArray("\xd0\xcf\x11\xe0").leftJustified(600, '\0')));
    auto *bar = bench.dialog.findChild<InlineBar *>();
    QVERIFY(bar);
    QVERIFY2(bar->text().contains(u"Save it as .xlsx or CSV"_s), qPrintable(bar->text()));
    bench.look(bench.workbook.filePath(u"missing.csv"_s));
    QVERIFY(bench.dialog.findChild<InlineBar *>()->text().contains(u"missing.csv"_s));
}

void TestImportChoicesDialog::whatCannotBeReadAnewStaysAsItWas()
{
    ImportBench bench;
    const QString path = bench.file(u"deals.csv"_s, "Deal ID,Stage\n1,Won\n");
    bench.look(path);
    auto *encoding = bench.named<QComboBox>(u"Encoding"_s);
    const QString before = encoding->currentText();
    QVERIFY(QFile::remove(path));
    bench.choose(encoding, encoding->itemText(encoding->count() - 1));
    QVERIFY(bench.dialog.findChild<InlineBar *>()->text().contains(u"deals.csv"_s));
    QCOMPARE(encoding->currentText(), before);
    QVERIFY(encoding->isVisible());
}

void TestImportChoicesDialog::aCancelledReadingKeepsThePlan()
{
    ImportBench bench;
    bench.look(bench.file(u"deals.csv"_s, "Deal ID,Stage\n1,Won\n"));
    auto *encoding = bench.named<QComboBox>(u"Encoding"_s);
    const QString before = encoding->currentText();
    encoding->setCurrentIndex(encoding->count() - 1);
    Q_EMIT encoding->activated(encoding->currentIndex());
    QTest::mouseClick(bench.button(u"cancelReading"_s), Qt::LeftButton);
    bench.settle();
    QVERIFY(encoding->isVisible());
    QCOMPARE(encoding->currentText(), before);
    QVERIFY(bench.button(u"import"_s)->isEnabled());
}

void TestImportChoicesDialog::anUnreadableSheetKeepsThePlan()
{
    ImportBench bench;
    MadeXlsx made;
    for (const QByteArray &name : {QByteArray("2025"), QByteArray("2026")})
        made.sheets.append({name, rowOf({"Deal ID", "Stage"}) + rowOf({"1", "Won"})});
    const QString path = bench.file(u"deals.xlsx"_s, made.packed());
    bench.look(path);
    auto *sheet = bench.named<QComboBox>(u"Sheet"_s);
    const QString before = sheet->currentText();
    QVERIFY(QFile::remove(path));
    bench.choose(sheet, sheet->itemText(1 - sheet->currentIndex()));
    QVERIFY(bench.dialog.findChild<InlineBar *>());
    QVERIFY(sheet->isVisible());
    QCOMPARE(sheet->currentText(), before);
}

void TestImportChoicesDialog::northAmericaIsAskedAboutByColumn()
{
    ImportBench bench;
    bench.look(bench.file(u"deals.csv"_s,
                          "Deal ID,Stage,Region,Lead Source\n1,Won,NA,NA\n2,Won,EMEA,Web\n3,Won,NA,Web\n"));
    const auto tick = [&bench](const QString &text) -> QCheckBox * {
        for (auto *box : bench.dialog.findChildren<QCheckBox *>())
            if (box->text().startsWith(text))
                return box;
        return nullptr;
    };
    QVERIFY(tick(u"“NA”, cells: 1"_s)->isChecked());
    QVERIFY(!tick(u"“NA” in “Region”, cells: 2"_s)->isChecked());
    tick(u"“NA” in “Region”"_s)->click();
    bench.settle();
    QVERIFY(tick(u"“NA” in “Region”"_s)->isChecked());
    tick(u"“NA” in “Region”"_s)->click();
    bench.settle();
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QStringList segments;
    QVERIFY(forEachDeal(bench.workbook.document(), readFunnel(bench.workbook.document()).stages,
                        [&segments](const Deal &deal) { segments.append(deal.segment + deal.source); })
                .ok());
    QCOMPARE(segments, (QStringList{u"NA"_s, u"EMEAWeb"_s, u"NAWeb"_s}));
}

void TestImportChoicesDialog::regionAndProductAreEachARole()
{
    ImportBench bench;
    bench.look(
        bench.file(u"deals.csv"_s, "Deal ID,Stage,Where,Product\n1,Won,North,Cell\n2,Won,South,Arm\n"));
    auto *preview = bench.dialog.findChild<ImportPreview *>();
    QCOMPARE(preview->roles()->box(3)->currentText(), u"Product"_s);
    bench.choose(preview->roles()->box(2), u"Region"_s);
    QCOMPARE(preview->roles()->box(3)->currentText(), u"Product"_s);
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QStringList deals;
    QVERIFY(forEachDeal(bench.workbook.document(), readStages(bench.workbook.document()),
                        [&deals](const Deal &deal) { deals.append(deal.segment + deal.product); })
                .ok());
    deals.sort();
    QCOMPARE(deals, (QStringList{u"NorthCell"_s, u"SouthArm"_s}));
}

void TestImportChoicesDialog::eachFileHasItsKey()
{
    ImportBench bench;
    bench.look(bench.file(u"deals.csv"_s, "Deal ID,Account ID,Stage\n1,a,Won\n2,b,Lost\n3,b,New\n"));
    const auto add = [&bench](const QString &name, const QByteArray &bytes) {
        bench.questions->files.append(bench.file(name, bytes));
        QTest::mouseClick(bench.button(u"addFile"_s), Qt::LeftButton);
        bench.settle();
    };
    add(u"amounts.csv"_s, "Deal ID,Amount\n1,100\n2,200\n3,300\n");
    add(u"accounts.csv"_s, "Account ID,Deal ID,Company\na,2,Nordhalle\nb,1,Larkholm\n");
    auto *second = bench.dialog.findChild<QComboBox *>(u"joinKey1"_s);
    QVERIFY(second && second->isVisible());
    QVERIFY(second->accessibleName().contains(u"accounts.csv"_s));
    QVERIFY2(second->currentText().contains(u"“Deal ID”"_s), qPrintable(second->currentText()));
    bench.choose(second, u"accounts.csv: joined by “Account ID”"_s);
    auto *first = bench.dialog.findChild<QComboBox *>(u"joinKey0"_s);
    QVERIFY(first->currentText().startsWith(u"amounts.csv: joined by “Deal ID”"_s));
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QStringList companies;
    QVERIFY(forEachDeal(bench.workbook.document(), readFunnel(bench.workbook.document()).stages,
                        [&companies](const Deal &deal) { companies.append(deal.key + deal.account); })
                .ok());
    companies.sort();
    QCOMPARE(companies, (QStringList{u"1Nordhalle"_s, u"2Larkholm"_s, u"3Larkholm"_s}));
}

void TestImportChoicesDialog::groupsAreStatedAndCorrected()
{
    ImportBench bench;
    bench.look(bench.file(u"report.csv"_s,
                          "Stage,Deal ID,Amount\nClosed Won,1,100\n,2,50\nSubtotal,,150\n"
                          "Closed Lost,3,10\n,4,20\n"));
    auto *groups = bench.named<QComboBox>(u"Blank cells below"_s);
    QVERIFY(groups);
    QCOMPARE(groups->currentText(), u"Groups by Stage: carried down"_s);
    QVERIFY(bench.says(u"groups by Stage"_s));
    QVERIFY(bench.saying(u"What the import would do"_s).contains(u"won: 2"_s));
    bench.choose(groups, u"Blank cells stay blank"_s);
    QVERIFY(bench.saying(u"What the import would do"_s).contains(u"won: 1"_s));
    QVERIFY(bench.named<QComboBox>(u"Rows without a stage"_s));
    bench.choose(bench.named<QComboBox>(u"Blank cells below"_s), u"Groups by"_s);
    QVERIFY(bench.saying(u"What the import would do"_s).contains(u"won: 2"_s));
}

void TestImportChoicesDialog::anyColumnCanBeCarriedDown()
{
    ImportBench bench;
    bench.look(bench.file(
        u"report.csv"_s, "Deal ID,Outcome,Origin,Amount\n1,Closed Won,web,100\n2,,,50\n3,Closed Lost,,10\n"));
    auto *groups = bench.named<QComboBox>(u"Blank cells below"_s);
    QVERIFY(groups);
    QCOMPARE(groups->currentText(), u"Blank cells stay blank"_s);
    QCOMPARE(groups->findText(u"Carry “Amount” down into blank cells"_s), -1);
    bench.choose(bench.dialog.findChild<ImportPreview *>()->roles()->box(1), roleLabel(ColumnRole::Stage));
    QVERIFY(bench.saying(u"What the import would do"_s).contains(u"won: 1"_s));
    bench.choose(groups, u"Carry “Outcome” down"_s);
    QVERIFY(bench.saying(u"What the import would do"_s).contains(u"won: 2"_s));
    QCOMPARE(groups->currentText(), u"Groups by Outcome: carried down"_s);
    bench.choose(groups, u"Carry “Origin” down"_s);
    QCOMPARE(groups->currentText(), u"Groups by Outcome and Origin: carried down"_s);
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QCOMPARE(bench.summary().won.value.only()->minor, 15000);
}

void TestImportChoicesDialog::answersOutlastReadingAnew()
{
    ImportBench bench;
    bench.look(bench.file(u"report.csv"_s,
                          "Stage,Deal ID,Created on,Remark,Amount\nDone and dusted,1,03/04/2026,?,100\n"
                          ",2,04/05/2026,none,50\nClosed Lost,3,05/06/2026,none,10\n"));
    const auto done = [&bench] { return bench.named<QComboBox>(u"Done and dusted"_s); };
    const auto created = [&bench] { return bench.named<QComboBox>(u"Created on"_s); };
    const auto remark = [&bench] { return bench.dialog.findChild<ImportPreview *>()->roles()->box(3); };
    QVERIFY(done() && created());
    bench.choose(done(), u"Won"_s);
    bench.choose(created(), u"Month first"_s);
    bench.choose(remark(), roleLabel(ColumnRole::Source));
    const QStringList answers{done()->currentText(), created()->currentText(), remark()->currentText()};
    const auto given = [&] {
        return QStringList{done()->currentText(), created()->currentText(), remark()->currentText()};
    };

    bench.choose(bench.named<QComboBox>(u"Blank cells below"_s), u"Blank cells stay blank"_s);
    QCOMPARE(given(), answers);
    bench.questions->files.append(
        bench.file(u"more.csv"_s, "Deal ID,Owner,Region\n1,Ann,North\n2,Bo,South\n3,Bo,West\n"));
    QTest::mouseClick(bench.button(u"addFile"_s), Qt::LeftButton);
    bench.settle();
    QCOMPARE(given(), answers);
    // What came with the file is recognised.
    QCOMPARE(bench.dialog.findChild<ImportPreview *>()->roles()->box(5)->currentText(),
             roleLabel(ColumnRole::Owner));
    // Another file, even of the same name, begins anew.
    bench.look(bench.file(u"report.csv"_s, "Stage,Deal ID,Amount\nDone and dusted,1,5\n"));
    QVERIFY(done()->currentText() != answers.first());
}

void TestImportChoicesDialog::datesAsNumbersAreStatedAndCorrected()
{
    ImportBench bench;
    bench.look(bench.file(u"sheet.csv"_s, "id,stage,created,value\n1,Won,46023,100\n2,Lost,46030,\n"));
    auto *created = bench.named<QComboBox>(u"created"_s);
    QVERIFY(created);
    QCOMPARE(created->currentText(), u"Days since 1900 (Excel): 46023 is 01/01/2026"_s);
    QVERIFY(bench.says(u"They are taken as EUR"_s));
    QVERIFY(bench.button(u"import"_s)->isEnabled());
    bench.choose(created, u"Days since 1904"_s);
    QTest::mouseClick(bench.button(u"import"_s), Qt::LeftButton);
    QVERIFY(forEachDeal(bench.workbook.document(), readFunnel(bench.workbook.document()).stages,
                        [](const Deal &deal) { QCOMPARE(deal.created.year(), 2030); })
                .ok());
    QCOMPARE(bench.deals(), 2);
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    TestImportChoicesDialog test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_import_choices_dialog.moc"
