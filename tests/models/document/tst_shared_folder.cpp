#include "models/document/document.h"
#include "tests/support/workbook.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QSysInfo>
#include <QTest>

#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

void sayAndWait()
{
    std::printf("here\n");
    std::fflush(stdout);
    while (true)
        pause();
}

// Runs in a process of its own: has the workbook open until it is killed.
int keepOpen(const QString &path, const QString &dataFolder)
{
    const auto document = Document::open(path, {.dataFolder = dataFolder, .author = u"Ben Kaya"_s});
    if (!document || (*document)->isReadOnly())
        return 1;
    sayAndWait();
    return 0;
}

// The same while a workbook is made.
int keepMaking(const QString &path, const QString &dataFolder)
{
    const auto made
        = Document::create(path, [](const Database &) { sayAndWait(); }, {.dataFolder = dataFolder});
    return made ? 0 : 1;
}

// This program as another person's: with other data, and another login.
class OtherProcess
{
public:
    OtherProcess(const QString &argument, const QString &path, const TestWorkbook &workbook)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"USER"_s, u"ben"_s);
        m_process.setProcessEnvironment(environment);
        m_process.start(QCoreApplication::applicationFilePath(),
                        {argument, path, workbook.filePath(u"data of ben"_s)});
        m_isThere = m_process.waitForReadyRead(60'000);
    }
    ~OtherProcess() { kill(); }
    OtherProcess(const OtherProcess &) = delete;
    OtherProcess &operator=(const OtherProcess &) = delete;

    bool isThere() const { return m_isThere; }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
    bool m_isThere = false;
};

QString lockOf(const TestWorkbook &workbook)
{
    return workbook.filePath(u".~lock.workbook.smarketing#"_s);
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

const QByteArray lockOfElsewhere = "workshop-pc\n0123456789abcdef\nben\nBen Kaya\n";

QStringList passingFoldersBeside(const TestWorkbook &workbook)
{
    return QFileInfo(workbook.path())
        .dir()
        .entryList({u".smarketing-*"_s}, QDir::Dirs | QDir::Hidden, QDir::Name);
}

const Document::Work noWork = [](const Database &) {};

} // namespace

// A workbook on a folder that several people use from several machines.
class TestSharedFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondPersonReads();
    void killedPersonsLockCountsForNothing();
    void lockOfAnotherMachineSaysWhoAndWhere();
    void lockOfAnotherMachineMayBeTakenOver();
    void whoWasTakenOverWritesNothingMore();
    void lockThatIsClearedAwayIsMadeAgain();
    void emptyLockCountsForNothing();
    void nothingIsLeftBehind();
    void readOnlyFolderOpens();
    void linkLeadsToTheSameLock();
    void leftoversOfAKilledProcessGo();
    void foldersOfALivingProcessStay();
    void strangeFoldersStay();
};

void TestSharedFolder::secondPersonReads()
{
    TestWorkbook workbook;
    workbook.close();
    OtherProcess other(u"--open"_s, workbook.path(), workbook);
    QVERIFY(other.isThere());
    Document &document = workbook.reopen();
    QCOMPARE(document.readOnly(), Document::ReadOnly::OpenElsewhere);
    QVERIFY2(document.whyOnlyRead().startsWith(u"Ben Kaya has this workbook open on this computer"_s),
             qPrintable(document.whyOnlyRead()));
    QVERIFY(!document.mayBeTakenOver());
    QSignalSpy freed(&document, &Document::freed);
    document.checkOutside();
    QVERIFY(freed.isEmpty());
    // Whom the system knows to work on it is not taken over.
    Document::Options forced = workbook.options();
    forced.takeOver = true;
    const auto tried = Document::open(workbook.path(), forced);
    QVERIFY(tried && (*tried)->isReadOnly());
    other.kill();
    document.checkOutside();
    QCOMPARE(freed.size(), 1);
}

void TestSharedFolder::killedPersonsLockCountsForNothing()
{
    TestWorkbook workbook;
    workbook.close();
    OtherProcess other(u"--open"_s, workbook.path(), workbook);
    QVERIFY(other.isThere());
    other.kill();
    QVERIFY(QFile::exists(lockOf(workbook)));
    QVERIFY(!workbook.reopen().isReadOnly());
    workbook.close();
    QVERIFY(!QFile::exists(lockOf(workbook)));
}

void TestSharedFolder::lockOfAnotherMachineSaysWhoAndWhere()
{
    TestWorkbook workbook;
    workbook.close();
    write(lockOf(workbook), lockOfElsewhere);
    Document &document = workbook.reopen();
    QCOMPARE(document.readOnly(), Document::ReadOnly::OpenElsewhere);
    QVERIFY2(
        document.whyOnlyRead().startsWith(u"Ben Kaya has this workbook open on the computer workshop-pc"_s),
        qPrintable(document.whyOnlyRead()));
    QVERIFY(document.mayBeTakenOver());
    QVERIFY(!document.edit(u"x"_s, noWork).ok());
    document.checkOutside();
    workbook.close();
    QVERIFY(QFile::exists(lockOf(workbook)));
    // One machine of many that were copied from one image.
    const QByteArray id = QSysInfo::machineUniqueId();
    write(lockOf(workbook), "workshop-pc\n" + id + "\nben\n\n");
    QVERIFY2(workbook.reopen().whyOnlyRead().startsWith(u"ben has this workbook open on the computer"_s),
             qPrintable(workbook.document().whyOnlyRead()));
}

void TestSharedFolder::lockOfAnotherMachineMayBeTakenOver()
{
    TestWorkbook workbook;
    workbook.close();
    write(lockOf(workbook), lockOfElsewhere);
    Document::Options options = workbook.options();
    options.takeOver = true;
    {
        const auto opened = Document::open(workbook.path(), options);
        QVERIFY(opened && !(*opened)->isReadOnly());
        QVERIFY((*opened)->edit(u"x"_s, noWork).ok());
        QVERIFY(workbook.reopen().isReadOnly());
    }
    QVERIFY(!QFile::exists(lockOf(workbook)));
}

void TestSharedFolder::whoWasTakenOverWritesNothingMore()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    QSignalSpy replaced(&document, &Document::replaced);
    QVERIFY(QFile::remove(lockOf(workbook)));
    write(lockOf(workbook), lockOfElsewhere);
    QVERIFY(!document.edit(u"x"_s, noWork).ok());
    QCOMPARE(replaced.size(), 1);
    QVERIFY(document.isTakenOver());
    QVERIFY2(document.whyOnlyRead().startsWith(u"Ben Kaya"_s), qPrintable(document.whyOnlyRead()));
    QVERIFY(!document.canUndo());
    workbook.close();
    QVERIFY(QFile::exists(lockOf(workbook))); // it is the other one's
}

void TestSharedFolder::lockThatIsClearedAwayIsMadeAgain()
{
    TestWorkbook workbook;
    QVERIFY(QFile::remove(lockOf(workbook)));
    workbook.document().checkOutside();
    QVERIFY(QFile::exists(lockOf(workbook)));
    QVERIFY(workbook.document().edit(u"x"_s, noWork).ok());
    const auto second = Document::open(workbook.path(), workbook.options());
    QVERIFY(second && (*second)->isReadOnly());
}

// Its process was killed before it wrote it, or the disk was full.
void TestSharedFolder::emptyLockCountsForNothing()
{
    TestWorkbook workbook;
    workbook.close();
    write(lockOf(workbook), {});
    QVERIFY(!workbook.reopen().isReadOnly());
}

void TestSharedFolder::nothingIsLeftBehind()
{
    TestWorkbook workbook;
    QVERIFY(workbook.document().edit(u"x"_s, noWork).ok());
    QVERIFY(workbook.document().saveCopy(workbook.filePath(u"copy.smarketing"_s)).ok());
    { // nor does who only reads take away what is another's
        const auto second = Document::open(workbook.path(), workbook.options());
        QVERIFY(second);
    }
    QVERIFY(QFile::exists(lockOf(workbook)));
    workbook.close();
    const auto left
        = QFileInfo(workbook.path()).dir().entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    QCOMPARE(left, (QStringList{u"copy.smarketing"_s, u"workbook.smarketing"_s}));
}

void TestSharedFolder::readOnlyFolderOpens()
{
    if (geteuid() == 0)
        QSKIP("Everybody may write everywhere.");
    TestWorkbook workbook;
    workbook.close();
    const QByteArray folder = QFile::encodeName(QFileInfo(workbook.path()).path());
    QCOMPARE(chmod(folder.constData(), S_IRUSR | S_IXUSR), 0);
    const auto opened = Document::open(workbook.path(), workbook.options());
    QCOMPARE(chmod(folder.constData(), S_IRWXU), 0);
    QVERIFY(opened);
    QCOMPARE((*opened)->readOnly(), Document::ReadOnly::FileIsReadOnly);
}

void TestSharedFolder::linkLeadsToTheSameLock()
{
    TestWorkbook workbook;
    const QString link = workbook.filePath(u"link.smarketing"_s);
    QVERIFY(QFile::link(workbook.path(), link));
    const auto second = Document::open(link, workbook.options());
    QVERIFY(second);
    QCOMPARE((*second)->readOnly(), Document::ReadOnly::OpenElsewhere);
}

void TestSharedFolder::leftoversOfAKilledProcessGo()
{
    TestWorkbook workbook;
    const auto makeAndKill = [&workbook] {
        OtherProcess other(u"--make"_s, workbook.filePath(u"new.smarketing"_s), workbook);
        QVERIFY(other.isThere());
        other.kill();
        QCOMPARE(passingFoldersBeside(workbook).size(), 1);
    };
    makeAndKill();
    QVERIFY(workbook.document().saveCopy(workbook.filePath(u"copy.smarketing"_s)).ok());
    QVERIFY(passingFoldersBeside(workbook).isEmpty());
    makeAndKill();
    workbook.reopen();
    QVERIFY(passingFoldersBeside(workbook).isEmpty());
    makeAndKill();
    QVERIFY(Document::create(workbook.filePath(u"b.smarketing"_s), noWork, workbook.options()));
    QVERIFY(passingFoldersBeside(workbook).isEmpty());
}

void TestSharedFolder::foldersOfALivingProcessStay()
{
    TestWorkbook workbook;
    OtherProcess other(u"--make"_s, workbook.filePath(u"new.smarketing"_s), workbook);
    QVERIFY(other.isThere());
    QVERIFY(workbook.document().saveCopy(workbook.filePath(u"copy.smarketing"_s)).ok());
    workbook.reopen();
    const QStringList folders = passingFoldersBeside(workbook);
    QCOMPARE(folders.size(), 1);
    // Nor do those of another machine go, of whose processes nobody here knows.
    other.kill();
    write(workbook.filePath(folders.constFirst() + u"/.~lock"_s), lockOfElsewhere);
    workbook.reopen();
    QCOMPARE(passingFoldersBeside(workbook), folders);
}

void TestSharedFolder::strangeFoldersStay()
{
    TestWorkbook workbook;
    const QDir folder = QFileInfo(workbook.path()).dir();
    QVERIFY(folder.mkdir(u".smarketing-abcdef"_s)); // just being made
    QVERIFY(folder.mkdir(u".smarketing-notes-of-ben"_s));
    QVERIFY(folder.mkdir(u".smarketing-ghijkl"_s)); // by a version that put no lock into it
    constexpr time_t twoDays = 2 * 24 * 60 * 60;
    const timespec then{time(nullptr) - twoDays, 0};
    const timespec times[] = {then, then};
    QCOMPARE(utimensat(AT_FDCWD, QFile::encodeName(folder.filePath(u".smarketing-ghijkl"_s)).constData(),
                       times, 0),
             0);
    workbook.reopen();
    QCOMPARE(passingFoldersBeside(workbook),
             (QStringList{u".smarketing-abcdef"_s, u".smarketing-notes-of-ben"_s}));
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--open")
        return keepOpen(arguments.value(2), arguments.value(3));
    if (arguments.value(1) == u"--make")
        return keepMaking(arguments.value(2), arguments.value(3));
    TestSharedFolder test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_shared_folder.moc"
