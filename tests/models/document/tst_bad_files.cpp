#include "models/document/document.h"
#include "tests/support/workbook.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;

// Files that are no workbook, or not one for us: refused in plain words and left as they are.
class TestBadFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refused_data();
    void refused();
    void truncatedAnywhere();
    void readOnlyFileOpensForReading();
    void missing();
    void createRefusesToReplace();
    void createLeavesOthersAlone();
    void createLeavesNothingBehind();
    void journalOfACrashIsTakenBack();
    void journalOfAnotherFileIsNot();
    void orphanedJournalIsNoNewWorkbooks();

private:
    QByteArray m_good;
};

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray changedBy(const TestWorkbook &workbook, const QByteArray &good, const QStringList &statements)
{
    const QString path = workbook.filePath(u"changed"_s);
    write(path, good);
    {
        const Database database(path, Database::Access::ReadWrite);
        for (const QString &statement : statements)
            database.execute(statement);
    }
    return bytesOf(path);
}

struct Crash
{
    QByteArray file, journal;
};

// As a process leaves both that is killed while it writes more than SQLite holds in memory.
Crash crashOf(const TestWorkbook &workbook, const QByteArray &good)
{
    const QString path = workbook.filePath(u"killed"_s);
    write(path, good);
    const Database database(path, Database::Access::ReadWrite);
    database.execute(u"PRAGMA cache_size = 2"_s);
    Transaction transaction(database);
    database.execute(u"UPDATE funnel_deal SET name = 'half written', owner = name || owner || name"_s);
    database.execute(u"UPDATE story_persona SET name = 'half written'"_s);
    return {bytesOf(path), bytesOf(path + u"-journal"_s)};
}

QString contentAt(const QString &path, const TestWorkbook &workbook)
{
    const auto opened = Document::open(path, workbook.options());
    return opened ? contentOf(**opened) : opened.error().message;
}

} // namespace

void TestBadFiles::initTestCase()
{
    TestWorkbook workbook(u"example"_s);
    workbook.close();
    m_good = bytesOf(workbook.path());
    QVERIFY(m_good.size() > 100'000);
}

void TestBadFiles::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Error::Code>("code");
    const TestWorkbook workbook;
    QByteArray zeroed = m_good;
    std::fill(zeroed.begin() + 4096, zeroed.begin() + 40'960, '\0');
    QByteArray noise = m_good;
    for (qsizetype i = 5000; i < noise.size(); i += 97)
        noise[i] = static_cast<char>(noise.at(i) ^ 0x5a);
    QTest::newRow("empty") << QByteArray() << Error::Code::NotOurs;
    QTest::newRow("text") << QByteArray("Dear client, enclosed is our offer.") << Error::Code::NotOurs;
    QTest::newRow("long text") << QByteArray(100'000, 'x') << Error::Code::NotOurs;
    QTest::newRow("half a header") << m_good.left(50) << Error::Code::NotOurs;
    QTest::newRow("another program's")
        << changedBy(workbook, m_good, {u"PRAGMA application_id = 1"_s}) << Error::Code::NotOurs;
    QTest::newRow("newer") << changedBy(workbook, m_good, {u"PRAGMA user_version = 99"_s})
                           << Error::Code::Newer;
    QTest::newRow("truncated") << m_good.left(m_good.size() / 2) << Error::Code::Damaged;
    QTest::newRow("zeroed pages") << zeroed << Error::Code::Damaged;
    QTest::newRow("noise") << noise << Error::Code::Damaged;
    QTest::newRow("foreign trigger") << changedBy(
        workbook, m_good,
        {u"CREATE TRIGGER evil AFTER UPDATE ON overview_workbook BEGIN "
         "DELETE FROM story_persona; END"_s})
                                     << Error::Code::Damaged;
    QTest::newRow("foreign view") << changedBy(
        workbook, m_good, {u"DROP TABLE funnel_note"_s, u"CREATE VIEW funnel_note AS SELECT 1 AS id"_s})
                                  << Error::Code::Damaged;
    QTest::newRow("missing table") << changedBy(workbook, m_good, {u"DROP TABLE funnel_note"_s})
                                   << Error::Code::Damaged;
}

void TestBadFiles::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Error::Code, code);
    const TestWorkbook workbook;
    const QString path = workbook.filePath(u"bad.smarketing"_s);
    write(path, bytes);
    const auto opened = Document::open(path, workbook.options());
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, code);
    QVERIFY(opened.error().message.contains(u"bad.smarketing"));
    QCOMPARE(bytesOf(path), bytes);
    QVERIFY(!QFile::exists(path + u"-journal"_s));
}

void TestBadFiles::truncatedAnywhere()
{
    const TestWorkbook workbook;
    const QString path = workbook.filePath(u"bad.smarketing"_s);
    for (qsizetype size = 1; size < m_good.size(); size = size * 2 + 13) {
        const QByteArray bytes = m_good.left(size);
        write(path, bytes);
        QVERIFY(!Document::open(path, workbook.options()).ok());
        QCOMPARE(bytesOf(path), bytes);
    }
}

void TestBadFiles::readOnlyFileOpensForReading()
{
    if (geteuid() == 0)
        qInfo("root may write read-only files; the option stands in for the file's permission");
    const TestWorkbook workbook;
    const QString path = workbook.filePath(u"read-only.smarketing"_s);
    write(path, m_good);
    QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner));
    auto options = workbook.options();
    options.readOnly = geteuid() == 0;
    const auto opened = Document::open(path, options);
    QVERIFY(opened.ok());
    QCOMPARE((*opened)->readOnly(), Document::ReadOnly::FileIsReadOnly);
    const auto edit = (*opened)->edit(u"x"_s, [](const Database &) {});
    QCOMPARE(edit.error().code, Error::Code::ReadOnly);
    QVERIFY(!(*opened)->canUndo());
    QCOMPARE(bytesOf(path), m_good);
}

void TestBadFiles::missing()
{
    const TestWorkbook workbook;
    const QString path = workbook.filePath(u"missing.smarketing"_s);
    const auto opened = Document::open(path, workbook.options());
    QCOMPARE(opened.error().code, Error::Code::NotFound);
    QVERIFY(!QFile::exists(path));
    QVERIFY(!Document::open(workbook.filePath(u"."_s), workbook.options()).ok());
}

void TestBadFiles::createRefusesToReplace()
{
    const TestWorkbook workbook;
    const QString path = workbook.filePath(u"there.smarketing"_s);
    write(path, "mine");
    QVERIFY(!Document::create(
                 path, [](const Database &) {}, workbook.options())
                 .ok());
    QCOMPARE(bytesOf(path), QByteArray("mine"));
}

// It is seen only when whole, and what lies beside it stays.
void TestBadFiles::createLeavesOthersAlone()
{
    const TestWorkbook workbook;
    const QString path = workbook.filePath(u"there.smarketing"_s);
    const QStringList others{path + u".new"_s, path + u".new-journal"_s};
    for (const QString &other : others)
        write(other, "mine");
    bool isSeen = true;
    const auto made = Document::create(
        path, [](const Database &) {}, workbook.options(),
        [&](Document &) {
            isSeen = QFile::exists(path);
            return Result<void>();
        });
    QVERIFY(made.ok());
    QVERIFY(!isSeen);
    for (const QString &other : others)
        QCOMPARE(bytesOf(other), QByteArray("mine"));
}

void TestBadFiles::createLeavesNothingBehind()
{
    TestWorkbook workbook;
    workbook.close();
    const QString path = workbook.filePath(u"half.smarketing"_s);
    const auto made = Document::create(
        path, [](const Database &db) { db.execute(u"INSERT INTO nowhere VALUES (1)"_s); },
        workbook.options());
    QVERIFY(!made.ok());
    const auto unfinished = Document::create(
        path, [](const Database &) {}, workbook.options(),
        [](Document &) {
            return Error{Error::Code::Refused, u"No"_s};
        });
    QCOMPARE(unfinished.error().message, u"No"_s);
    const QStringList left = QDir(QFileInfo(path).path())
                                 .entryList(QDir::Files | QDir::Hidden | QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(left, (QStringList{QFileInfo(workbook.path()).fileName()}));
    QVERIFY(!Document::create(
                 u"/nowhere/at/all.smarketing"_s, [](const Database &) {}, workbook.options())
                 .ok());
}

void TestBadFiles::journalOfACrashIsTakenBack()
{
    const TestWorkbook workbook;
    const QString path = workbook.filePath(u"good.smarketing"_s);
    write(path, m_good);
    const QString before = contentAt(path, workbook);
    const Crash crash = crashOf(workbook, m_good);
    QVERIFY(crash.file != m_good);
    QVERIFY(crash.journal.size() > 1000);
    write(path, crash.file);
    write(path + u"-journal"_s, crash.journal);
    QVERIFY(QDir(workbook.filePath({})).mkdir(u"elsewhere"_s));
    const QString link = workbook.filePath(u"elsewhere/link.smarketing"_s);
    QVERIFY(QFile::link(path, link));
    QCOMPARE(contentAt(link, workbook), before);
    QVERIFY(!QFile::exists(path + u"-journal"_s));
}

// A backup was put in the place of the workbook that crashed.
void TestBadFiles::journalOfAnotherFileIsNot()
{
    TestWorkbook workbook(u"blank"_s);
    workbook.close();
    const QByteArray blank = bytesOf(workbook.path());
    const QString path = workbook.filePath(u"put back.smarketing"_s);
    write(path, blank);
    const QString before = contentAt(path, workbook);
    const Crash crash = crashOf(workbook, m_good);
    write(path, blank);
    write(path + u"-journal"_s, crash.journal);
    QCOMPARE(contentAt(path, workbook), before);
    QVERIFY(!QFile::exists(path + u"-journal"_s));
    // What is damaged either way stays byte for byte as it was.
    write(path, m_good.left(m_good.size() / 2));
    write(path + u"-journal"_s, crash.journal.left(crash.journal.size() / 2));
    QVERIFY(!Document::open(path, workbook.options()).ok());
    QCOMPARE(bytesOf(path), m_good.left(m_good.size() / 2));
    QCOMPARE(bytesOf(path + u"-journal"_s), crash.journal.left(crash.journal.size() / 2));
}

void TestBadFiles::orphanedJournalIsNoNewWorkbooks()
{
    TestWorkbook workbook(u"blank"_s);
    const QString path = workbook.filePath(u"new.smarketing"_s);
    const Crash crash = crashOf(workbook, m_good);
    write(path + u"-journal"_s, crash.journal);
    QVERIFY(Document::create(
                path, [](const Database &) {}, workbook.options())
                .ok());
    QVERIFY(Document::open(path, workbook.options()).ok());
    // Nor is it a copy's, which would take the place of a workbook that can still be brought back.
    write(path, crash.file);
    write(path + u"-journal"_s, crash.journal);
    const auto copied = workbook.document().saveCopy(path);
    QVERIFY(!copied.ok());
    QCOMPARE(copied.error().code, Error::Code::Conflict);
    QCOMPARE(bytesOf(path), crash.file);
}

QTEST_GUILESS_MAIN(TestBadFiles)
#include "tst_bad_files.moc"
