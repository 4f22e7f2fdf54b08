#include "models/document/document.h"
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

} // namespace

// The promise behind "All changes saved": a killed process loses no edit that it had acknowledged.
class TestKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noAcknowledgedEditIsLost();
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
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(),
                     {u"--write"_s, workbook.path(), workbook.options().dataFolder});
        QVERIFY(writer.waitForReadyRead(30'000));
        QTest::qWait(random.bounded(20));
        writer.kill();
        QVERIFY(writer.waitForFinished());
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        const QByteArrayList lines = writer.readAllStandardOutput().split('\n');
        acknowledged = std::max(acknowledged, lines.value(lines.size() - 2).toInt());

        Document &document = workbook.reopen();
        QVERIFY(!document.isReadOnly());
        const int newest = document.rows(u"overview_workbook"_s).first().value(u"client"_s).toInt();
        QVERIFY2(newest >= acknowledged, qPrintable(u"%1 of %2"_s.arg(newest).arg(acknowledged)));
        QCOMPARE(document.rows(u"funnel_note"_s).size(), newest);
        QCOMPARE(document.database().scalar(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
        workbook.close();
    }
    Document &document = workbook.reopen();
    const int newest = document.rows(u"overview_workbook"_s).first().value(u"client"_s).toInt();
    QVERIFY(newest > kills);
    QVERIFY(document.undo().ok());
    QCOMPARE(document.rows(u"overview_workbook"_s).first().value(u"client"_s).toInt(), newest - 1);
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--write")
        return writeForEver(arguments.value(2), arguments.value(3));
    TestKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_kill.moc"
