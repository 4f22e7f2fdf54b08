#include "models/funnel/import/column_remarks.h"
#include "models/funnel/import/crm_table.h"
#include "tests/support/made_import.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// How far deals have come, and what became of them, where exports tell it in ways of their own.
class TestEndsAndFlags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsOnlySaidIsNotWon_data();
    void whatIsOnlySaidIsNotWon();
    void daysOfWinningBesideAStage();
    void theEndOfAContractIsNoClosing();
    void anEndAloneIsClosingAndTold();
    void flagsOfWinningTellOfStagesUnknown();
    void theDayOfCompletionGoesBeforeThatOfClosing();
    void subtotalsOfASpreadsheetAreNoDeals_data();
    void subtotalsOfASpreadsheetAreNoDeals();
    void flagsOfStagesTellTheFurthest_data();
    void flagsOfStagesTellTheFurthest();
    void flagsBesideAStage();
    void aChanceInWordsIsTold();
    void partsMayDifferInColumns();
    void partsThatCannotBeJoinedAreTold();
};

namespace {

const Deal *dealOf(const MadeImport &made, const QString &key)
{
    const auto found = std::find_if(made.deals.begin(), made.deals.end(),
                                    [&key](const Deal &deal) { return deal.key == key; });
    return found == made.deals.end() ? nullptr : &*found;
}

QStringList remarksOf(const MadeImport &made)
{
    QStringList texts;
    for (const TableRemark &remark :
         made.report.remarks + remarksOnColumns(made.profile, made.suggestion.mapping))
        texts.append(remark.text);
    return texts;
}

bool tells(const MadeImport &made, const QString &text)
{
    return remarksOf(made).join(u'\n').contains(text);
}

QList<qint64> countsOf(const MadeImport &made)
{
    using State = Deal::State;
    return {made.count(State::Won), made.count(State::Lost), made.count(State::Open)};
}

Result<std::unique_ptr<TableSource>> opened(const QTemporaryDir &dir, const QByteArray &first,
                                            const QByteArray &second)
{
    QStringList paths;
    for (const auto &[name, bytes] : {std::pair(u"a.csv"_s, first), std::pair(u"b.csv"_s, second)}) {
        paths.append(dir.filePath(name));
        QFile file(paths.last());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
    }
    return openCrmTable(paths.first(), {.added = {paths.last()}});
}

} // namespace

void TestEndsAndFlags::whatIsOnlySaidIsNotWon_data()
{
    QTest::addColumn<QString>("stage");
    for (const char *stage : {"90% - Verbally Won", "Gagné - en attente", "Gewonnen?",
                              "Won (awaiting contract)", "Mündlich gewonnen", "Ganado - pendiente de firma",
                              "Vinto verbalmente", "Won, unsigned", "Lost?", "Ganho (aguardando)"})
        QTest::newRow(stage) << QString::fromUtf8(stage);
}

void TestEndsAndFlags::whatIsOnlySaidIsNotWon()
{
    QFETCH(QString, stage);
    QCOMPARE(recogniseStage(stage, usualStages()).kind, StageTarget::Kind::Unknown);
    QCOMPARE(recogniseStage(u"Closed Won"_s, usualStages()).kind, StageTarget::Kind::Won);
}

void TestEndsAndFlags::daysOfWinningBesideAStage()
{
    const MadeImport made
        = madeImport("Deal ID,Stage,Amount,Created,Won,Lost\n1,Closed Won,10,2026-01-01,2026-02-03,\n"
                     "2,Closed Lost,20,2026-01-05,,2026-03-01\n3,Proposal,30,2026-01-01,2026-02-05,\n");
    QCOMPARE(dealOf(made, u"1"_s)->closed, QDate(2026, 2, 3));
    QCOMPARE(dealOf(made, u"2"_s)->closed, QDate(2026, 3, 1));
    QVERIFY(tells(made, u"The row has a date of winning, but its stage is “Proposal”"_s));
}

void TestEndsAndFlags::theEndOfAContractIsNoClosing()
{
    for (const QByteArray beside : {"Beginn", "Laufzeit", "Vertragslaufzeit (Monate)"}) {
        const QByteArray cell = beside == "Beginn" ? "01.03.2026" : "12";
        const MadeImport made
            = madeImport("Deal-ID;Phase;Betrag;Angelegt am;" + beside + ";Ende\n1;Gewonnen;10;13.01.2026;"
                         + cell + ";28.02.2027\n2;Verloren;10;14.01.2026;;\n");
        QVERIFY(!dealOf(made, u"1"_s)->closed.isValid());
        QVERIFY(tells(made, u"“Ende” was left out: beside “"_s));
    }
}

void TestEndsAndFlags::anEndAloneIsClosingAndTold()
{
    for (const QByteArray names : {"Created Date,End Date", "Start Date,End Date"}) {
        const MadeImport made = madeImport("Deal ID,Stage," + names
                                           + "\n1,Won,2026-01-13,2026-02-14\n2,Lost,2026-01-13,2026-03-14\n");
        QCOMPARE(dealOf(made, u"1"_s)->closed, QDate(2026, 2, 14));
        QVERIFY(
            tells(made, u"“End Date” was taken as the date of closing. If it is the end of a contract"_s));
    }
}

void TestEndsAndFlags::flagsOfWinningTellOfStagesUnknown()
{
    const MadeImport made = madeImport(
        "Record ID,Deal Stage,Amount,Close Date,Is Closed Won,Is Closed\n1,Signed by "
        "board,10,2026-02-01,true,true\n"
        "2,Gone,20,2026-02-01,false,true\n3,Proposal,20,,false,false\n4,Strange,5,,false,false\n");
    QCOMPARE(countsOf(made), (QList<qint64>{1, 1, 1}));
    QCOMPARE(made.report.refused, 1);
    QVERIFY(!tells(made, u"but the stage is"_s));
    const MadeImport lost
        = madeImport("Record ID,Deal Stage,hs_is_closed_won,hs_is_closed_lost\n1,A1,true,false\n"
                     "2,A2,false,true\n3,Proposal,false,false\n");
    QCOMPARE(countsOf(lost), (QList<qint64>{1, 1, 1}));
}

void TestEndsAndFlags::theDayOfCompletionGoesBeforeThatOfClosing()
{
    for (const QByteArray done : {"Completed Date", "Actual Close Date"}) {
        const MadeImport made
            = madeImport("Opportunity Id,Status,Value,Created Date,Close Date," + done
                         + "\n1,Won,10,2026-01-01,2026-03-01,2026-04-02\n2,Open,10,2026-01-01,2026-03-01,\n");
        QCOMPARE(dealOf(made, u"1"_s)->closed, QDate(2026, 4, 2));
        QVERIFY(tells(
            made, u"Left out: “Close Date”. “%1” was taken as “Closed on”"_s.arg(QString::fromLatin1(done))));
        QVERIFY(!tells(made, u"“Created Date” was taken"_s));
    }
}

void TestEndsAndFlags::subtotalsOfASpreadsheetAreNoDeals_data()
{
    QTest::addColumn<QByteArray>("label");
    for (const char *label : {"Closed Won Total", "Closed Won Ergebnis", "Somme Closed Won",
                              "Total Closed Won", "Suma Closed Won", "Closed Won 集計"})
        QTest::newRow(label) << QByteArray(label);
}

void TestEndsAndFlags::subtotalsOfASpreadsheetAreNoDeals()
{
    QFETCH(QByteArray, label);
    const MadeImport made
        = madeImport("Stage,Deal Name,Amount,Create Date,Close Date\nClosed Won,A,10,2026-01-01,2026-02-01\n"
                     "Closed Won,Total Oil,20,2026-01-01,2026-02-01\n"
                     + label + ",,30,,\nClosed Won,Sum Total,5,,\n");
    QCOMPARE(made.count(Deal::State::Won), 3);
    QCOMPARE(made.report.refused, 1);
    QVERIFY(made.report.refusedRows.first().text.contains(u"The row is a total"_s));
}

void TestEndsAndFlags::flagsOfStagesTellTheFurthest_data()
{
    QTest::addColumn<QByteArray>("yes");
    QTest::addColumn<QByteArray>("no");
    QTest::newRow("words") << QByteArray("Yes") << QByteArray("No");
    QTest::newRow("German") << QByteArray("Ja") << QByteArray("Nein");
    QTest::newRow("digits") << QByteArray("1") << QByteArray("0");
    QTest::newRow("x") << QByteArray("x") << QByteArray();
    QTest::newRow("tick") << QByteArray("✓") << QByteArray();
}

void TestEndsAndFlags::flagsOfStagesTellTheFurthest()
{
    QFETCH(QByteArray, yes);
    QFETCH(QByteArray, no);
    QByteArray csv = "Deal ID,Name,MQL,SQL,Opportunity,Won,Amount,Create Date,Close Date\n"
                     "1,A,y,n,n,n,10,2026-01-01,\n2,B,y,y,n,n,20,2026-01-01,\n3,C,y,y,y,n,40,2026-01-01,\n"
                     "4,D,y,y,y,y,80,2026-01-01,2026-02-01\n";
    const MadeImport made
        = madeImport(csv.replace(",y", QByteArray("," + yes)).replace(",n", QByteArray("," + no)));
    QCOMPARE(made.report.refused, 0);
    QCOMPARE(countsOf(made), (QList<qint64>{1, 0, 3}));
    QCOMPARE(dealOf(made, u"1"_s)->stage, 2);
    QCOMPARE(dealOf(made, u"2"_s)->stage, 3);
    QCOMPARE(dealOf(made, u"3"_s)->stage, 4);
    QVERIFY(
        tells(made, u"as far as the furthest stage that says yes, as “MQL”, “SQL”, “Opportunity” tell"_s));
}

void TestEndsAndFlags::flagsBesideAStage()
{
    const MadeImport made = madeImport("Deal ID,Stage,MQL,SQL,Amount\n1,Lost,Yes,Yes,10\n2,Lost,Yes,No,20\n"
                                       "3,Proposal,Yes,No,20\n");
    QCOMPARE(dealOf(made, u"1"_s)->stage, 3);
    QCOMPARE(dealOf(made, u"2"_s)->stage, 2);
    QCOMPARE(dealOf(made, u"3"_s)->stage, 4);
}

void TestEndsAndFlags::aChanceInWordsIsTold()
{
    const MadeImport made
        = madeImport("Deal ID,Stage,Probability,Amount\n1,Proposal,50%,100\n2,Proposal,High,100\n"
                     "3,Proposal,Low,100\n");
    QVERIFY(tells(made, u"“Probability” was left out"_s));
}

void TestEndsAndFlags::partsMayDifferInColumns()
{
    QTemporaryDir dir;
    const auto table = opened(dir, "Deal ID,Stage,Amount,Create Date\n1,Won,10,2026-01-01\n",
                              "Stage,Deal ID,Amount,Create Date,Owner\nWon,2,20,2026-01-01,Ann\n");
    QVERIFY2(table.ok(), table.ok() ? "" : qPrintable(table.error().message));
    const MadeImport made = madeImport(**table);
    QCOMPARE(countsOf(made), (QList<qint64>{2, 0, 0}));
    QCOMPARE(dealOf(made, u"2"_s)->owner, u"Ann"_s);
    QVERIFY(dealOf(made, u"1"_s)->owner.isEmpty());
    QVERIFY(tells(made, u"but for some that only one of them has: Owner."_s));
}

void TestEndsAndFlags::partsThatCannotBeJoinedAreTold()
{
    QTemporaryDir dir;
    const auto table = opened(dir, "Title,Number,Stage,Amount,Created\nA,1,Won,10,2026-01-01\n",
                              "Title,Number,Stage,Amount,Created,Owner\nB,2,Won,20,2026-01-01,Ann\n");
    QVERIFY(!table.ok());
    QVERIFY2(table.error().message.contains(u"Only one of them has: Owner."_s),
             qPrintable(table.error().message));
}

QTEST_GUILESS_MAIN(TestEndsAndFlags)
#include "tst_ends_and_flags.moc"
