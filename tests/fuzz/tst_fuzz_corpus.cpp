#include "tests/fuzz/targets.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

// The inputs that the fuzzers were started with, and those that once broke something.
class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysWithoutContradiction_data();
    void staysWithoutContradiction();
};

using Target = QString (*)(const QByteArray &);

void TestFuzzCorpus::staysWithoutContradiction_data()
{
    QTest::addColumn<Target>("target");
    QTest::addColumn<QString>("path");
    const QList<std::pair<QString, Target>> corpora{{u"csv"_s, &contradictionInCsv},
                                                    {u"xlsx"_s, &contradictionInXlsx},
                                                    {u"mapping"_s, &contradictionInMapping}};
    for (const auto &[name, target] : corpora) {
        QDirIterator files(QStringLiteral(SOURCE_DIR "/tests/fuzz/corpus/") + name, QDir::Files);
        QVERIFY(files.hasNext());
        while (files.hasNext()) {
            const QString path = files.next();
            QTest::newRow(qPrintable(name + u'/' + files.fileName())) << target << path;
        }
    }
}

void TestFuzzCorpus::staysWithoutContradiction()
{
    QFETCH(const Target, target);
    QFETCH(const QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(target(file.readAll()), QString());
}

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_fuzz_corpus.moc"
