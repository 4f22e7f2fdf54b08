#include "models/exchange/whole_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

// Files written in one piece, where there is room and where there is none.
class TestWholeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhyThereIsNoRoom();
};

void TestWholeFile::saysWhyThereIsNoRoom()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.json"_s);
    QVERIFY(writeWholeFile(path, "old"));
    // As on a disk with no more room than this.
    rlimit before = {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit little{1, before.rlim_max};
    std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &little), 0);
    const auto written = writeWholeFile(path, "new and longer");
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!written.ok());
    QVERIFY2(written.error().message.contains(QString::fromLocal8Bit(std::strerror(EFBIG))),
             qPrintable(written.error().message));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("old"));
}

QTEST_GUILESS_MAIN(TestWholeFile)
#include "tst_whole_file.moc"
