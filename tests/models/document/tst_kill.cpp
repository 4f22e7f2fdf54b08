#include "models/document/document.h"
#include "models/funnel/import/deal_store.h"
#include "models/tables/csv_source.h"
#include "tests/support/byte_devices.h"
#include "tests/support/deals_in.h"
#include "tests/support/workbook.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

// Runs in a process of its own: edits without pause, and says which edit the disk has acknowledged.
int writeForEver(const QString &path, const QString &dataFolder)
{
    const auto document = Document::open(path, {.dataFolder = dataFolder});
    if (!document || (*document)->isReadOnly())
        return 1;
    const QVariant last = (*document)->database().scalar(u"SELECT max(noted_on) FROM funnel_note"_s);
    for (int i = last.toInt() + 1;; ++i) {
        const auto done = (*document)->edit(u"Edit"_s, [i](const Database &db) {
            db.execute(u"INSERT INTO funnel_note (id, position, noted_on) VALUES (?, ?, printf('%09d', ?))"_s,
                       {i, i, i});
            db.execute(u"UPDATE overview_workbook SET client = printf('%09d', ?)"_s, {i});
        });
        if (!done)
            return 2;
        std::printf("%d\n", i);
        std::fflush(stdout);
    }
}

constexpr int rowsOfImport = 2500; // two batches

// A made-up export whose amounts tell which import it is.
std::unique_ptr<CsvSource> exportOf(int number)
{
    QByteArray bytes = "id,stage,created,closed,value\n";
    for (int row = 0; row < rowsOfImport; ++row)
        bytes += QByteArray::number(row) + ",Won,2026-01-05,2026-02-06," + QByteArray::number(number) + '\n';
    auto source = CsvSource::open(bufferOf(bytes));
    return source ? std::move(source).value() : nullptr;
}

ImportMapping mappingOfExport()
{
    ImportMapping mapping;
    mapping.columns = {{u"id"_s, ColumnRole::Key},
                       {u"stage"_s, ColumnRole::Stage},
                       {u"created"_s, ColumnRole::Created},
                       {u"closed"_s, ColumnRole::Closed},
                       {u"value"_s, ColumnRole::Value}};
    mapping.stages = {{u"Won"_s, {StageTarget::Kind::Won, 0}}};
    mapping.currency = u"EUR"_s;
    return mapping;
}

const QList<Stage> &stagesOfExport()
{
    static const QList<Stage> stages{{1, u"Lead"_s, Team::Marketing}, {2, u"Won"_s, Team::Sales}};
    return stages;
}

int newestNumber(const Document &document)
{
    return document.rows(u"overview_workbook"_s).first().value(u"client"_s).toInt();
}

// As writeForEver, with an import after each edit: says the number only when both are acknowledged.
int importForEver(const QString &path, const QString &dataFolder)
{
    const auto document = Document::open(path, {.dataFolder = dataFolder});
    if (!document || (*document)->isReadOnly())
        return 1;
    for (int i = newestNumber(**document) + 1;; ++i) {
        const auto edited = (*document)->edit(u"Edit"_s, [i](const Database &db) {
            db.execute(u"UPDATE overview_workbook SET client = printf('%09d', ?)"_s, {i});
        });
        const auto imported = importDeals(
            **document, *exportOf(i),
            {.fileName = u"export.csv"_s, .mapping = mappingOfExport(), .stages = stagesOfExport()});
        if (!edited || !imported || imported->report.taken != rowsOfImport)
            return 2;
        std::printf("%d\n", i);
        std::fflush(stdout);
    }
}

// The last number that a killed writer has acknowledged; -1 where it did not run.
int acknowledgedBefore(const QString &argument, const TestWorkbook &workbook, int waitMs)
{
    QProcess writer;
    writer.start(QCoreApplication::applicationFilePath(),
                 {argument, workbook.path(), workbook.options().dataFolder});
    if (!writer.waitForReadyRead(60'000))
        return -1;
    QTest::qWait(waitMs);
    writer.kill();
    if (!writer.waitForFinished() || writer.exitStatus() != QProcess::CrashExit)
        return -1;
    const QByteArrayList lines = writer.readAllStandardOutput().split('\n');
    return lines.value(lines.size() - 2).toInt();
}

} // namespace

// The promise behind "All changes saved": a killed process loses no edit that it had acknowledged.
class TestKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noAcknowledgedEditIsLost();
    void noAcknowledgedImportIsLostOrHalfThere();
};

void TestKill::noAcknowledgedEditIsLost()
{
    constexpr int kills = 100;
    TestWorkbook workbook;
    QVERIFY(workbook.document()
                .edit(u"Begin"_s,
                      [](const Database &db) {
                          db.execute(u"DELETE FROM funnel_note"_s);
                          db.execute(u"DELETE FROM overview_workbook"_s);
                          db.execute(u"INSERT INTO overview_workbook (id, client) VALUES (1, '0')"_s);
                      })
                .ok());
    workbook.close();
    QRandomGenerator random(9);
    int acknowledged = 0;
    for (int i = 0; i < kills; ++i) {
        const int last = acknowledgedBefore(u"--write"_s, workbook, random.bounded(20));
        QVERIFY(last >= 0);
        acknowledged = std::max(acknowledged, last);
        if (i % 2 == 0) { // who only reads takes back an interrupted change too
            const auto reader = Document::open(workbook.path(), {.readOnly = true});
            QVERIFY2(reader, qPrintable(reader ? QString() : reader.error().message));
            QVERIFY(newestNumber(**reader) >= acknowledged);
        }

        Document &document = workbook.reopen();
        QVERIFY(!document.isReadOnly());
        const int newest = newestNumber(document);
        QVERIFY2(newest >= acknowledged, qPrintable(u"%1 of %2"_s.arg(newest).arg(acknowledged)));
        QCOMPARE(document.rows(u"funnel_note"_s).size(), newest);
        QCOMPARE(document.database().scalar(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
        workbook.close();
    }
    Document &document = workbook.reopen();
    const int newest = newestNumber(document);
    QVERIFY(newest > kills);
    QVERIFY(document.undo().ok());
    QCOMPARE(newestNumber(document), newest - 1);
}

void TestKill::noAcknowledgedImportIsLostOrHalfThere()
{
    constexpr int kills = 50;
    TestWorkbook workbook;
    QVERIFY(workbook.document()
                .edit(u"Begin"_s,
                      [](const Database &db) {
                          db.execute(u"DELETE FROM overview_workbook"_s);
                          db.execute(u"INSERT INTO overview_workbook (id, client) VALUES (1, '0')"_s);
                      })
                .ok());
    workbook.close();
    QRandomGenerator random(11);
    int acknowledged = 0;
    for (int i = 0; i < kills; ++i) {
        const int last = acknowledgedBefore(u"--import"_s, workbook, random.bounded(60));
        QVERIFY(last >= 0);
        acknowledged = std::max(acknowledged, last);

        Document &document = workbook.reopen();
        QVERIFY(!document.isReadOnly());
        QCOMPARE(document.database().scalar(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
        QVERIFY(newestNumber(document) >= acknowledged);
        QHash<qint64, int> rowsByImport; // by the amount, which is the number of the import
        QVERIFY(forEachDeal(document, stagesOfExport(), [&](const Deal &deal) {
                    ++rowsByImport[deal.value ? deal.value->minor / 100 : -1];
                }).ok());
        QCOMPARE(rowsByImport.size(), 1); // all rows of one import, and none of another
        QCOMPARE(rowsByImport.constBegin().value(), rowsOfImport);
        const qint64 newest = rowsByImport.constBegin().key();
        // The writer dies in its edit, in the import after it, or between the two.
        QVERIFY2(newest >= acknowledged && newest <= newestNumber(document),
                 qPrintable(u"%1 of %2"_s.arg(newest).arg(acknowledged)));
        // Without the imports so far, so that reading them does not become the longest part of this.
        QVERIFY(
            document.edit(u"Tidy"_s, [](const Database &db) { db.execute(u"DELETE FROM funnel_import"_s); })
                .ok());
        workbook.close();
    }
    QVERIFY(acknowledged >= kills);
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--write")
        return writeForEver(arguments.value(2), arguments.value(3));
    if (arguments.value(1) == u"--import")
        return importForEver(arguments.value(2), arguments.value(3));
    TestKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_kill.moc"
