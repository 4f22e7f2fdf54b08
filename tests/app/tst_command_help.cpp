#include "tests/support/command_line.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

// What the program and its manual say of the command line is all that there is.
class TestCommandHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpNamesEveryVerb();
    void manualNamesEveryOption();
    void helpNamesEveryKey();

private:
    CommandLine::Outcome run(const QStringList &arguments) const { return m_line.run(arguments); }

    CommandLine m_line;
};

void TestCommandHelp::helpNamesEveryVerb()
{
    const auto help = run({u"--help"_s});
    QCOMPARE(help.code, 0);
    QVERIFY(help.err.isEmpty());
    for (const QString &verb : {u"new"_s, u"import"_s, u"report"_s, u"targets"_s, u"what-changed"_s,
                                u"simulate"_s, u"export"_s, u"check"_s}) {
        QVERIFY(help.out.contains(u"\n  "_s + verb + u" FILE"_s));
        const auto own = run({verb, u"--help"_s});
        QCOMPARE(own.code, 0);
        QVERIFY(own.out.contains(verb + u" FILE"_s));
    }
    QVERIFY(run({u"export"_s, u"--help"_s}).out.contains(u"story/personas"));
    const auto version = run({u"--version"_s});
    QCOMPARE(version.code, 0);
    QCOMPARE(version.out, u"smarketing-workbook "_s + QString::fromLatin1(SMARKETING_VERSION) + u'\n');
}

// In the synopsis of its verb, with the words that it may take.
void TestCommandHelp::manualNamesEveryOption()
{
    QFile file(QStringLiteral(SOURCE_DIR "/resources/desktop/smarketing-workbook.1"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString manual = QString::fromUtf8(file.readAll()).remove(u'\\').remove(u' ');
    const QStringList synopses = manual.section(u".SHDESCRIPTION"_s, 0, 0).split(u".Bsmarketing-workbook"_s);
    static const QRegularExpression verbLine(u"^  ([a-z-]+) FILE"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression optionLine(u"^  (--[a-z-]+)(?: <(.+)>)?"_s,
                                               QRegularExpression::MultilineOption);
    qsizetype verbs = 0;
    for (const auto &verb : verbLine.globalMatch(run({u"--help"_s}).out)) {
        const QString name = verb.captured(1);
        const QString synopsis = synopses.filter(QRegularExpression(u'^' + name + u"\n"_s)).value(0);
        QVERIFY2(!synopsis.isEmpty(), qPrintable(name));
        for (const auto &option : optionLine.globalMatch(run({name, u"--help"_s}).out)) {
            const QRegularExpression whole(option.captured(1) + u"(?![a-z-])"_s);
            QVERIFY2(synopsis.contains(whole), qPrintable(name + u' ' + option.captured(1)));
            if (const QString words = option.captured(2); words.contains(u'|'))
                QVERIFY2(synopsis.contains(words), qPrintable(name + u' ' + words));
        }
        ++verbs;
    }
    QCOMPARE(verbs, synopses.size() - 2); // what stands before the first, and the window
}

void TestCommandHelp::helpNamesEveryKey()
{
    const QString file = m_line.path(u"a.smarketing"_s);
    QCOMPARE(run({u"new"_s, file, u"--starter"_s, u"example"_s}).code, 0);
    const QString common = run({u"report"_s, u"--help"_s}).out; // of money and rates, too
    static const QRegularExpression key(
        u"\"([a-z][a-z_0-9]*)\":"_s); // others are names of the workbook's own
    for (const QStringList &verb :
         {QStringList{u"report"_s, file},
          {u"targets"_s, file},
          {u"simulate"_s, file},
          {u"what-changed"_s, file, u"--from"_s, u"2026-Q2"_s, u"--to"_s, u"2026-Q3"_s}}) {
        const QString help = common + run({verb.first(), u"--help"_s}).out;
        qsizetype keys = 0;
        for (const auto &match : key.globalMatch(run(verb + QStringList{u"--json"_s}).out)) {
            const QRegularExpression named(u"\\b%1\\b"_s.arg(match.captured(1)));
            QVERIFY2(help.contains(named), qPrintable(match.captured(1)));
            ++keys;
        }
        QVERIFY(keys > 5);
    }
}

int main(int argc, char **argv)
{
    qputenv("SMARKETING_PROGRAM", PROGRAM);
    QCoreApplication app(argc, argv);
    TestCommandHelp test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_command_help.moc"
