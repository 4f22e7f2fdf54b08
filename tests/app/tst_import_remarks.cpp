#include "models/document/document.h"
#include "models/document/ids.h"
#include "models/document/schema.h"
#include "models/funnel/stages/stage.h"
#include "tests/support/command_line.h"
#include "tests/support/made_xlsx.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

// What an import tells of a table beside its figures, and what it leaves alone.
class TestImportRemarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void longTextsAreShortened();
    void groupsAreOfAColumnThatIsThere();
    void saysWhichSpellingsCountApart();
    void saysHowToGiveAStageItsMeaning();
    void saysWhatComesOfDaysOfAnUnknownStage();
    void saysHowToNameTheColumnOfTheStage();
    void readsAllSheets();
    void saysHowToLeaveAStatusOut();
    void saysThatAFolderIsNoFile();
    void saysWhichOrderOfDatesItRemembers();
    void saysThatTypedNumbersStandBefore();
    void aDryRunLeavesAnOldWorkbookAsItIs();

private:
    CommandLine::Outcome import(const QByteArray &csv, const QStringList &options = {}) const
    {
        return m_line->run(
            QStringList{u"import"_s, m_line->path(u"a.smarketing"_s), m_line->write(u"deals.csv"_s, csv)}
            + options);
    }

    std::unique_ptr<CommandLine> m_line;
};

void TestImportRemarks::init()
{
    m_line = std::make_unique<CommandLine>();
    QCOMPARE(m_line->run({u"new"_s, m_line->path(u"a.smarketing"_s)}).code, 0);
}

void TestImportRemarks::longTextsAreShortened()
{
    const QByteArray text = QByteArray("Waiting for somebody ").repeated(500);
    const auto outcome = import("ID,Stage,Amount\n1," + text + ",1\n2,Won,2\n");
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.err.contains(u"Line 2: The stage “Waiting for somebody Waiting"_s));
    QVERIFY2(outcome.err.size() < 1000, qPrintable(outcome.err));
    QVERIFY(outcome.err.contains(u"…” has not been given a meaning."_s));
}

void TestImportRemarks::groupsAreOfAColumnThatIsThere()
{
    const QByteArray csv = "ID,Stage,Amount\n1,Won,1\n2,Lost,2\n";
    const auto outcome = import(csv, {u"--carry-down"_s, u"Region"_s});
    QCOMPARE(outcome.code, 3);
    QVERIFY2(outcome.err.contains(u"There is no column “Region”. There are ID, Stage, Amount."_s),
             qPrintable(outcome.err));
    QCOMPARE(import(csv, {u"--carry-down"_s, u"Stage"_s}).code, 0);
}

void TestImportRemarks::saysWhichSpellingsCountApart()
{
    const QByteArray columns = "ID,Stage,Amount,Closed,Source\n";
    const auto cased = import(columns + "1,Won,1,2024-02-02,Google\n2,Won,1,2024-02-02,google\n");
    QVERIFY2(cased.err.contains(u"Source: “Google” (1), “google” (1) are one in the figures"_s),
             qPrintable(cased.err));
    const auto accented = import(columns + "1,Won,1,2024-02-02,Café\n2,Won,1,2024-02-02,Cafe\n");
    QVERIFY2(accented.err.contains(u"count apart"_s), qPrintable(accented.err));
}

void TestImportRemarks::saysHowToGiveAStageItsMeaning()
{
    const QByteArray csv = "ID,Stage,Amount\n1,Mystery,1\n2,Won,2\n";
    const auto asked = import(csv);
    QVERIFY2(asked.err.contains(u"--stage \"Mystery=won\""_s), qPrintable(asked.err));
    const auto said = import(csv, {u"--stage"_s, u"Mystery=won"_s});
    QVERIFY2(!said.err.contains(u"--stage"_s) && said.out.contains(u"won: 2"_s), qPrintable(said.err));
    // And keeps it in the next export, whatever that is called.
    const auto next = m_line->run(
        {u"import"_s, m_line->path(u"a.smarketing"_s), m_line->write(u"next.csv"_s, csv + "3,Mystery,3\n")});
    QVERIFY2(next.out.contains(u"won: 3"_s), qPrintable(next.out + next.err));
}

// Beside a stage no row is refused for them.
void TestImportRemarks::saysWhatComesOfDaysOfAnUnknownStage()
{
    const auto beside = import("ID,Stage,Created,Date entered Fluffing\n1,Won,2026-01-02,2026-01-05\n"
                               "2,Lost,2026-01-03,2026-01-06\n");
    QVERIFY2(beside.err.contains(u"count for no stage until you say"_s), qPrintable(beside.err));
    QVERIFY2(!beside.err.contains(u"are refused"_s), qPrintable(beside.err));
    const auto alone = import(
        "ID,Lead,MQL,Fluffing,Opportunity,Won\n1,2026-01-02,2026-01-05,2026-01-06,2026-01-07,2026-02-01\n"
        "2,2026-01-02,2026-01-05,2026-01-06,,\n");
    QVERIFY2(alone.err.contains(u"Rows that came to such a stage last are refused"_s), qPrintable(alone.err));
    QVERIFY2(alone.out.contains(u"refused: 1"_s), qPrintable(alone.out));
}

// By its own options, not by a window.
void TestImportRemarks::saysHowToNameTheColumnOfTheStage()
{
    const QByteArray csv
        = "ID,Deal,Amount,Frobnication\n1,Harbour,1,Won\n2,Mill,2,Mystery\n3,Quay,3,Riddle\n";
    const auto refused = import(csv);
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.err.contains(u"--column \"COLUMN=stage\""_s) && !refused.err.contains(u"window"_s),
             qPrintable(refused.err));
    QCOMPARE(import(csv, {u"--column"_s, u"Frobnication=stage"_s}).code, 0);
    const auto history = import("Deal ID,Stage\n1,Lead\n1,Won\n", {u"--rows"_s, u"stage"_s});
    QVERIFY2(history.err.contains(u"--column \"COLUMN=entered_on\""_s) && !history.err.contains(u"window"_s),
             qPrintable(history.err));
}

void TestImportRemarks::readsAllSheets()
{
    const QByteArray header = rowOf({"Deal ID", "Stage", "Amount"});
    MadeXlsx made;
    made.sheets = {{"Ute", header + rowOf({"1", "Won", "100"}) + rowOf({"2", "New", "200"})},
                   {"Jan", header + rowOf({"2", "Won", "250"}) + rowOf({"3", "Lost", "oops"})}};
    const QString file = m_line->write(u"owners.xlsx"_s, made.packed());
    const auto one = m_line->run({u"import"_s, m_line->path(u"a.smarketing"_s), file, u"--dry-run"_s});
    QVERIFY2(one.err.contains(u"--sheet all"_s) && one.out.contains(u"Rows: 2"_s), qPrintable(one.err));
    const QStringList all{u"import"_s,
                          m_line->path(u"a.smarketing"_s),
                          file,
                          u"--sheet"_s,
                          u"all"_s,
                          u"--column"_s,
                          u"Sheet=owner"_s,
                          u"--json"_s};
    const auto imported = [&] { return QJsonDocument::fromJson(m_line->run(all).out.toUtf8()).object(); };
    const QJsonObject json = imported();
    QCOMPARE(json.value(u"rows"_s).toInt(), 4);
    QCOMPARE(json.value(u"added"_s).toInt(), 2);
    QCOMPARE(json.value(u"repeated"_s).toInt(), 1);
    QCOMPARE(json.value(u"refused_rows"_s).toArray().first().toObject().value(u"file"_s), u"Jan"_s);
    QCOMPARE(imported().value(u"unchanged"_s).toInt(), 2);
}

void TestImportRemarks::saysHowToLeaveAStatusOut()
{
    const QByteArray csv = "ID,Stage,Status\n1,Proposal,Open\n2,Proposal,Mystery\n";
    const auto asked = import(csv);
    QVERIFY2(asked.err.contains(u"--column \"Status=none\""_s), qPrintable(asked.err));
    const auto said = import(csv, {u"--column"_s, u"Status=none"_s});
    QVERIFY2(!said.err.contains(u"--column"_s) && said.out.contains(u"open: 2"_s), qPrintable(said.out));
}

void TestImportRemarks::saysThatAFolderIsNoFile()
{
    const QString folder = QFileInfo(m_line->path(u"a.smarketing"_s)).path();
    const auto outcome = m_line->run({u"import"_s, m_line->path(u"a.smarketing"_s), folder});
    QCOMPARE(outcome.code, 3);
    QVERIFY2(outcome.err.contains(u"is a folder"_s), qPrintable(outcome.err));
    const auto lock = m_line->run({u"import"_s, m_line->path(u"a.smarketing"_s),
                                   m_line->write(u".~lock.deals.xlsx#"_s, ",ben,pc,28.11.2026 10:00;")});
    QCOMPARE(lock.code, 3);
    QVERIFY2(lock.err.contains(u"Import the workbook itself"_s), qPrintable(lock.err));
}

// Otherwise an older version of the program could read it no more.
void TestImportRemarks::saysWhichOrderOfDatesItRemembers()
{
    const QByteArray columns = "ID,Stage,Created,Amount\n";
    const QByteArray open = columns + "3,Won,03/04/2026,1\n4,Won,05/06/2026,1\n";
    const QString remembered = u"were taken as “Month first”, as in the last import"_s;
    QCOMPARE(import(columns + "1,Won,03/14/2026,1\n2,Won,05/06/2026,1\n").code, 0);
    const auto next = import(open);
    QVERIFY2(next.err.contains(remembered) && next.err.contains(u"“03/04/2026”"_s)
                 && next.err.contains(u"--date-order dmy"_s),
             qPrintable(next.err));
    QCOMPARE(next.err.count(remembered), 1);
    QVERIFY(!import(open, {u"--date-order"_s, u"dmy"_s}).err.contains(u"as in the last import"_s));
    QVERIFY(!import(open, {u"--anew"_s}).err.contains(u"as in the last import"_s));
    // It tells itself.
    QVERIFY(!import(open + "5,Won,03/28/2026,1\n").err.contains(u"as in the last import"_s));
}

void TestImportRemarks::saysThatTypedNumbersStandBefore()
{
    const QByteArray csv = "ID,Stage,Created,Closed,Amount\n1,Won,2026-01-14,2026-02-03,5\n";
    const QString typed = u"Typed numbers stand before imported ones. Both are known for"_s;
    const auto before = import(csv);
    QVERIFY(!before.err.contains(typed));
    const auto type = [this](const QString &start) {
        const auto document
            = Document::open(m_line->path(u"a.smarketing"_s), {.dataFolder = m_line->path(u"d"_s)});
        QVERIFY(document.ok());
        QVERIFY((*document)
                    ->edit(u"Type"_s,
                           [&](const Database &database) {
                               database.insert(u"funnel_number"_s,
                                               {{u"id"_s, newId()},
                                                {u"position"_s, 1},
                                                {u"stage"_s, readStages(**document).last().id},
                                                {u"grain"_s, u"month"_s},
                                                {u"period_start"_s, start},
                                                {u"amount"_s, 7}});
                           })
                    .ok());
    };
    type(u"2025-02-01"_s); // of which nothing was imported
    QVERIFY(!import(csv).err.contains(typed));
    type(u"2026-02-01"_s);
    const auto both = import(csv);
    QVERIFY2(both.err.contains(typed) && both.err.contains(u"2026"_s), qPrintable(both.err));
    QVERIFY(!both.err.contains(u"2025"_s));
    QVERIFY(!import(csv, {u"--dry-run"_s}).err.contains(typed));
}

void TestImportRemarks::aDryRunLeavesAnOldWorkbookAsItIs()
{
    QFile first(QStringLiteral(SOURCE_DIR "/resources/schema/001_workbook.sql"));
    QVERIFY(first.open(QIODevice::ReadOnly));
    QStringList lines = QString::fromUtf8(first.readAll()).split(u'\n');
    lines.removeIf([](const QString &line) { return line.isEmpty() || line.startsWith(u"--"); });
    const QString path = m_line->path(u"a.smarketing"_s);
    QVERIFY(QFile::remove(path));
    {
        const Database database(path, Database::Access::ReadWrite, true);
        database.execute(u"PRAGMA application_id = %1"_s.arg(Schema::applicationId));
        const QStringList statements = lines.join(u'\n').split(u";\n"_s);
        for (const QString &statement : statements)
            database.execute(statement.endsWith(u';') ? statement.chopped(1) : statement);
        database.execute(u"INSERT INTO funnel_stage (position, name) VALUES (1, 'Lead'), (2, 'Won')"_s);
        database.execute(u"PRAGMA user_version = 1"_s);
    }
    const QByteArray before = m_line->content(u"a.smarketing"_s);
    const auto tried = import("Deal ID,Stage\n1,Won\n2,Lost\n", {u"--dry-run"_s});
    QVERIFY2(tried.code == 0, qPrintable(tried.err));
    QCOMPARE(m_line->content(u"a.smarketing"_s), before);
}

int main(int argc, char **argv)
{
    qputenv("SMARKETING_PROGRAM", PROGRAM);
    QCoreApplication app(argc, argv);
    TestImportRemarks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_import_remarks.moc"
