#include "models/document/database.h"
#include "tests/support/command_line.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
using Outcome = CommandLine::Outcome;
}

// "check": whether a workbook is whole, and what in it is not.
class TestCheckCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksWorkbooks();

private:
    void namesWhatCannotStandThere(const QString &file) const;
    Outcome run(const QStringList &arguments) const { return m_line.run(arguments); }
    QString path(const QString &name) const { return m_line.path(name); }

    CommandLine m_line;
};

void TestCheckCommand::checksWorkbooks()
{
    const QString file = path(u"a.smarketing"_s);
    QCOMPARE(run({u"new"_s, file, u"--starter"_s, u"example"_s}).code, 0);
    const Outcome whole = run({u"check"_s, file});
    QCOMPARE(whole.code, 0);
    QVERIFY(whole.out.contains(file));
    QVERIFY(whole.err.isEmpty());
    QFile deals(path(u"deals.csv"_s));
    QVERIFY(deals.open(QIODevice::WriteOnly));
    deals.write("Id,Stage\n1,Won\n");
    deals.close();
    QCOMPARE(run({u"import"_s, file, deals.fileName()}).code, 0); // which adds a step to the history
    QCOMPARE(run({u"check"_s, file}).code, 0);
    QCOMPARE(run({u"check"_s, path(u"missing.smarketing"_s)}).code, 1);
    namesWhatCannotStandThere(file);

    QFile damaged(file);
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    constexpr qint64 page = 4096;
    QVERIFY(damaged.size() > 40 * page);
    QVERIFY(damaged.seek(20 * page));
    damaged.write(QByteArray(20 * page, '\x5a'));
    damaged.close();
    const Outcome refused = run({u"check"_s, file});
    QCOMPARE(refused.code, 3);
    QVERIFY(!refused.err.isEmpty());
}

// What another program may have written into the file.
void TestCheckCommand::namesWhatCannotStandThere(const QString &file) const
{
    const QList<std::pair<QString, QString>> faults{
        {u"UPDATE plan_action SET due = 'soon' WHERE position = (SELECT min(position) FROM plan_action)"_s,
         u"“soon” cannot stand there"_s},
        {u"UPDATE plan_action SET team = 'nobody'"_s, u"“nobody” cannot stand there"_s},
        {u"UPDATE overview_workbook SET currency = 'XQX'"_s, u"“XQX” cannot stand there"_s},
        {u"UPDATE overview_workbook SET client_logo = 'gone'"_s, u"the picture is not in the file"_s},
        {u"UPDATE attachment SET data = x'00' WHERE sha256 = (SELECT min(sha256) FROM attachment)"_s,
         u"A picture of 1 bytes"_s},
        {u"INSERT INTO journal_row VALUES (7, 7, 'plan_action', 1, NULL, '{')"_s, u"History: "_s},
        {u"INSERT INTO journal_row VALUES (8, 7, 'strangers', 1, NULL, '{}')"_s, u"“strangers”"_s},
    };
    for (const auto &[damage, told] : faults) {
        const QString copy = path(u"wrong.smarketing"_s);
        QVERIFY(QFile::copy(file, copy));
        Database(copy, Database::Access::ReadWrite).execute(damage);
        const Outcome outcome = run({u"check"_s, copy});
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.err.contains(told), qPrintable(outcome.err));
        QVERIFY(QFile::remove(copy));
    }
}

int main(int argc, char **argv)
{
    qputenv("SMARKETING_PROGRAM", PROGRAM);
    QCoreApplication app(argc, argv);
    TestCheckCommand test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_check_command.moc"
