#include "models/funnel/import/deal_comparison.h"
#include "models/funnel/import/joined_table.h"
#include "tests/support/deals_in.h"
#include "tests/support/made_import.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray leads = "Lead ID,Created,Lead Status,Lead Source,Region\n"
                         "L1,2026-01-05,MQL,Web,\nL2,2026-01-06,New,Fair,North\nL3,2026-02-07,New,Fair,\n";
const QByteArray headOfDeals = "Deal ID,Lead ID,Deal Stage,Create Date,Close Date,Amount,Deal Source\n";
const QByteArray deals = headOfDeals
    + "D1,L1,Closed Won,2026-02-10,2026-03-01,100,Partner\n"
      "D2,L2,Proposal,2026-02-20,,200,\nD9,,Proposal,2026-02-21,,300,\n";

std::unique_ptr<TableSource> joined(const QByteArray &first, const QByteArray &second)
{
    auto both = JoinedTable::join(tableOf(first), tableOf(second), {});
    if (!both)
        qFatal("%s", qPrintable(both.error().message));
    return std::move(both).value();
}

QMap<QString, Deal> dealsOf(const Document &document)
{
    QMap<QString, Deal> all;
    const auto read = forEachDeal(document, readStages(document),
                                  [&all](const Deal &deal) { all.insert(deal.key, deal); });
    return read ? all : QMap<QString, Deal>();
}

bool tells(const Result<ImportOutcome> &outcome, const QString &text)
{
    const auto &remarks = outcome->report.remarks;
    return std::any_of(remarks.begin(), remarks.end(),
                       [&text](const TableRemark &remark) { return remark.text.contains(text); });
}

QDate day(const char *text)
{
    return QDate::fromString(QString::fromLatin1(text), Qt::ISODate);
}

} // namespace

// Leads and their deals in files that are imported one after the other, or together once and apart later.
class TestLeadsAndDealsApart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheLeadToldStays();
    void whatADealAloneTellsMayChange();
    void leadsFindTheirDeals_data();
    void leadsFindTheirDeals();
    void idsMayHaveAnySigns();
    void leadsAreNotFoundByChance();
    void aLeadOfSeveralDealsCountsWithTheFirst();
};

void TestLeadsAndDealsApart::whatTheLeadToldStays()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    QVERIFY(importInto(document, *joined(leads, deals)).ok());
    const auto together = dealsOf(document);
    QCOMPARE(together.size(), 4);
    QCOMPARE(together.value(u"D1"_s).created, day("2026-01-05"));
    QCOMPARE(together.value(u"D1"_s).source, u"Web"_s);
    const auto same = importInto(document, deals);
    QCOMPARE(same->added + same->updated, 0);
    QByteArray later = deals;
    later.replace("D2,L2,Proposal,2026-02-20,,200", "D2,L2,Closed Won,2026-02-20,2026-04-01,250");
    for (const QByteArray &file : {later, QByteArray(later).replace(",Lead ID,", ",Ref,")}) {
        const auto outcome = importInto(document, file);
        QCOMPARE(outcome->added, 0);
        QVERIFY(tells(outcome, u"They still count from their lead on"_s));
        QVERIFY(tells(outcome, u"another “Source” than their lead did: 1."_s));
        const auto apart = dealsOf(document);
        QCOMPARE(apart.size(), 4);
        QCOMPARE(apart.value(u"D1"_s).created, day("2026-01-05"));
        QCOMPARE(apart.value(u"D1"_s).source, u"Web"_s);
        QCOMPARE(apart.value(u"D2"_s).created, day("2026-01-06"));
        QCOMPARE(apart.value(u"D2"_s).segment, u"North"_s);
        QCOMPARE(apart.value(u"D2"_s).source, u"Fair"_s);
        QCOMPARE(apart.value(u"D2"_s).value->minor, 25'000);
        QCOMPARE(apart.value(u"D2"_s).state, Deal::State::Won);
    }
    // The preview says the same.
    const auto source = tableOf(deals);
    const auto stages = readStages(document);
    const auto changes = compareWithWorkbook(
        document.path(), *source,
        madeImport(*source, {.stages = stages, .currency = u"EUR"_s}).suggestion.mapping, stages, {});
    QVERIFY(changes.ok());
    QCOMPARE(changes->updated, 1); // D2 is open again
    QCOMPARE(changes->unchanged, 2);
}

void TestLeadsAndDealsApart::whatADealAloneTellsMayChange()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    QVERIFY(importInto(document, *joined(leads, deals)).ok());
    QByteArray corrected = deals;
    corrected.replace("D9,,Proposal,2026-02-21,,300,", "D9,,Proposal,2026-02-25,,300,Fair");
    corrected.replace("D2,L2,Proposal,2026-02-20", "D2,L2,Proposal,2025-12-20");
    QVERIFY(importInto(document, corrected).ok());
    const auto apart = dealsOf(document);
    QCOMPARE(apart.value(u"D9"_s).created, day("2026-02-25")); // it never had a lead
    QCOMPARE(apart.value(u"D9"_s).source, u"Fair"_s);
    QCOMPARE(apart.value(u"D2"_s).created, day("2025-12-20")); // earlier than its lead
    // Deals that were only imported alone say themselves when they began, though they name a lead.
    TestWorkbook alone;
    QVERIFY(importInto(alone.document(), deals).ok());
    QByteArray later = deals;
    later.replace("2026-02-10", "2026-02-15");
    QVERIFY(importInto(alone.document(), later).ok());
    QCOMPARE(dealsOf(alone.document()).value(u"D1"_s).created, day("2026-02-15"));
}

void TestLeadsAndDealsApart::leadsFindTheirDeals_data()
{
    QTest::addColumn<QByteArray>("leadsFile");
    QTest::addColumn<QByteArray>("dealsFile");
    QTest::newRow("leads") << leads << deals;
    const QByteArray contacts = "Contact ID,Create Date,Lifecycle Stage,Source\n"
                                "C1,2026-01-05,Marketing Qualified Lead,Web\nC2,2026-01-06,Lead,Fair\n"
                                "C3,2026-02-07,Lead,Fair\n";
    const QByteArray ofContacts
        = "Deal ID,Associated Contact IDs,Deal Stage,Create Date,Close Date,Amount\n"
          "D1,C1;C7,Closed Won,2026-02-10,2026-03-01,100\nD2,C2,Proposal,2026-02-20,,200\n"
          "D9,,Proposal,2026-02-21,,300\n";
    QTest::newRow("contacts") << contacts << ofContacts;
}

void TestLeadsAndDealsApart::leadsFindTheirDeals()
{
    QFETCH(QByteArray, leadsFile);
    QFETCH(QByteArray, dealsFile);
    const auto datesOf = [](const Document &document) {
        QMap<QString, QDate> dates;
        for (const Deal &deal : dealsOf(document))
            dates.insert(deal.key, deal.created);
        return dates;
    };
    TestWorkbook leadsFirst, dealsFirst;
    QVERIFY(importInto(leadsFirst.document(), leadsFile).ok());
    QVERIFY(importInto(leadsFirst.document(), dealsFile).ok());
    QVERIFY(importInto(dealsFirst.document(), dealsFile).ok());
    const auto outcome = importInto(dealsFirst.document(), leadsFile);
    QCOMPARE(outcome->added, 1);
    QVERIFY(tells(outcome, u"Leads of which the workbook has a deal already: 2."_s));
    const auto dates = datesOf(dealsFirst.document());
    QCOMPARE(dates.size(), 4);
    QCOMPARE(dates.value(u"D1"_s), day("2026-01-05"));
    QCOMPARE(dates.value(u"D2"_s), day("2026-01-06"));
    QCOMPARE(datesOf(leadsFirst.document()), dates);
    QCOMPARE(dealsOf(dealsFirst.document()).value(u"D2"_s).source, u"Fair"_s);
    for (Document *document : {&leadsFirst.document(), &dealsFirst.document()})
        for (const QByteArray &file : {leadsFile, dealsFile, leadsFile}) {
            const auto again = importInto(*document, file);
            QCOMPARE(again->added + again->updated, 0);
            QCOMPARE(datesOf(*document), dates);
        }
}

void TestLeadsAndDealsApart::idsMayHaveAnySigns()
{
    const QByteArray odd = "L 1:%25,further:7 \xc3\xa9";
    TestWorkbook workbook;
    Document &document = workbook.document();
    QVERIFY(importInto(document, "Deal ID,Lead ID,Deal Stage,Amount\n1,\"" + odd + "\",Proposal,100\n").ok());
    QCOMPARE(dealsOf(document).value(u"1"_s).countsFrom, 0);
    QVERIFY(importInto(document,
                       "Lead ID,Created,Lead Status\n\"" + odd + "\",2026-01-05,New\nL2,2026-01-06,New\n")
                .ok());
    QCOMPARE(dealsOf(document).keys(), (QStringList{u"1"_s, u"lead-L2"_s}));
    QCOMPARE(dealsOf(document).value(u"1"_s).created, day("2026-01-05"));
}

void TestLeadsAndDealsApart::leadsAreNotFoundByChance()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    QVERIFY(
        importInto(document, "Deal ID,Lead ID,Deal Stage,Amount\n1,7,Closed Won,100\n2,8,Proposal,5\n").ok());
    QVERIFY(importInto(document, "Lead ID,Created,Lead Status\n1,2026-01-05,New\n7,2026-01-06,New\n").ok());
    QCOMPARE(dealsOf(document).keys(), (QStringList{u"1"_s, u"2"_s, u"lead-1"_s}));
}

void TestLeadsAndDealsApart::aLeadOfSeveralDealsCountsWithTheFirst()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    QVERIFY(importInto(document,
                       headOfDeals + "D2,L1,Proposal,2026-03-20,,200,\nD1,L1,Proposal,2026-02-10,,100,\n")
                .ok());
    QVERIFY(importInto(document, leads).ok());
    const auto all = dealsOf(document);
    QCOMPARE(all.size(), 4); // with L2 and L3
    QCOMPARE(all.value(u"D1"_s).created, day("2026-01-05"));
    QCOMPARE(all.value(u"D2"_s).created, day("2026-03-20"));
}

QTEST_GUILESS_MAIN(TestLeadsAndDealsApart)
#include "tst_leads_and_deals_apart.moc"
