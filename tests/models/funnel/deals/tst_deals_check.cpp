#include "models/funnel/deals/deals_check.h"
#include "models/funnel/deals/known_sums.h"
#include "models/funnel/funnel_store.h"
#include "tests/support/made_import.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace Qt::StringLiterals;

class DealsCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void damagedSumsAreWorkedOutAgain();
    void dealsThatTellNoCycleAreWhole_data();
    void dealsThatTellNoCycleAreWhole();
};

// They are only a copy; and deals that were altered since are told.
void DealsCheckTest::damagedSumsAreWorkedOutAgain()
{
    TestWorkbook workbook(u"example"_s);
    Document &document = workbook.document();
    const QList<Stage> stages = readStages(document);
    QVERIFY(faultsOfDeals(document).isEmpty());
    const qint64 rows = summaryOfDeals(document, stages, Grain::Quarter)->rows;
    QVERIFY(rows > 0);
    for (const QVariantMap &kept :
         document.database().rows(u"SELECT * FROM funnel_counts WHERE part = ''"_s)) {
        const QByteArray whole = kept.value(u"counts"_s).toByteArray();
        for (qsizetype at = 0; at < whole.size(); at += 1 + whole.size() / 50) {
            QByteArray flipped = whole;
            flipped[at] = static_cast<char>(flipped.at(at) ^ 0x04);
            document.database().execute(
                u"UPDATE funnel_counts SET counts = ? WHERE part = '' AND imports = ?"_s,
                {flipped, kept.value(u"imports"_s)});
            QCOMPARE(summaryOfDeals(document, stages, Grain::Quarter)->rows, rows);
            QVERIFY(faultsOfDeals(document).isEmpty());
        }
        document.database().execute(u"UPDATE funnel_counts SET counts = ? WHERE part = '' AND imports = ?"_s,
                                    {whole, kept.value(u"imports"_s)});
    }
    document.database().execute(u"UPDATE funnel_deal SET worth = worth + 1 WHERE state = 1"_s);
    QCOMPARE(faultsOfDeals(document).size(), 1);
}

void DealsCheckTest::dealsThatTellNoCycleAreWhole_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::newRow("open and lost") << "Id,Stage,Amount\n1,Proposal,10\n2,Closed Lost,20\n"_ba;
    QTest::newRow("leads") << "Id,Stage,Created\n1,Lead,2026-01-05\n2,MQL,2026-01-06\n"_ba;
    QTest::newRow("won without dates") << "Id,Stage,Amount\n1,Closed Won,10\n"_ba;
}

void DealsCheckTest::dealsThatTellNoCycleAreWhole()
{
    QFETCH(const QByteArray, rows);
    TestWorkbook workbook;
    const auto done = importInto(workbook.document(), rows);
    QVERIFY2(done.ok(), qPrintable(done ? QString() : done.error().message));
    QVERIFY(done->added > 0);
    QCOMPARE(faultsOfDeals(workbook.document()), QStringList());
}

QTEST_GUILESS_MAIN(DealsCheckTest)
#include "tst_deals_check.moc"
