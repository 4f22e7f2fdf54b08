#include "models/funnel/import/crm_table.h"
#include "models/funnel/import/joined_table.h"
#include "tests/support/byte_devices.h"
#include "tests/support/table_rows.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<TableSource> table(const QByteArray &bytes)
{
    auto source = openCrmTable(bufferOf(bytes));
    return source ? std::move(source).value() : nullptr;
}

const QByteArray leads = "lead_id,first contact,origin\n"
                         "a,2026-01-02,web\n"
                         "b,2026-01-03,mail\n"
                         "c,2026-01-04,web\n";

} // namespace

class TestJoinedTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsByTheColumnInCommon();
    void saysWhichKeysThereAre();
    void keysMayHaveTwoNames();
    void offersTheKeysWithTheirMatches();
    void listsRepeatedKeys();
    void eachRowOfAHistoryIsKept();
    void leadsMayShareADeal();
    void severalRowsOfBothStay();
    void aCellMayNameSeveralDeals();
    void shiftedRowsOfEitherFileAreNoticed();
    void leadsWithoutADealStay_data();
    void leadsWithoutADealStay();
};

void TestJoinedTable::joinsByTheColumnInCommon()
{
    const auto joined = JoinedTable::join(
        table(leads), table("won_date;Lead_ID;origin\n2026-02-02;c;shop\n2026-03-03;x;shop\n"),
        {.firstName = u"leads.csv"_s, .secondName = u"won.csv"_s});
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->columns(),
             (QStringList{u"lead_id"_s, u"first contact"_s, u"origin"_s, u"won_date"_s, u"origin (2)"_s}));
    const QList<QStringList> rows{{u"a"_s, u"2026-01-02"_s, u"web"_s, {}, {}},
                                  {u"b"_s, u"2026-01-03"_s, u"mail"_s, {}, {}},
                                  {u"c"_s, u"2026-01-04"_s, u"web"_s, u"2026-02-02"_s, u"shop"_s},
                                  {u"x"_s, {}, u"shop"_s, u"2026-03-03"_s, u"shop"_s}};
    QCOMPARE(rowsOf(**joined), rows);
    QCOMPARE((*joined)->file(), u"won.csv"_s);
    QVERIFY((*joined)->remarks().first().text.contains(u"none in the other file: 1"_s));
    QCOMPARE((*joined)->remarks().first().file, u"won.csv"_s);
    QVERIFY((*joined)->rewind().ok());
    QCOMPARE(rowsOf(**joined), rows);
}

void TestJoinedTable::saysWhichKeysThereAre()
{
    const QByteArray twice = "lead_id,deal_id,stage\na,1,New\nb,2,New\n";
    const auto open = JoinedTable::join(table(twice), table(twice), {});
    QVERIFY(!open.ok());
    QVERIFY2(open.error().message.contains(u"lead_id, deal_id"_s), qPrintable(open.error().message));
    QVERIFY(JoinedTable::join(table(twice), table(twice), {.key = u"LEAD_ID"_s}).ok());
    const auto missing = JoinedTable::join(table(leads), table("lead_id,x\na,1\n"), {.key = u"mql_id"_s});
    QVERIFY(missing.error().message.contains(u"Both have: lead_id"_s));
    QVERIFY(!JoinedTable::join(table(leads), table("deal,x\n1,2\n"), {}).ok());
}

// Addresses find each other, and what the user names goes together, whatever the columns are called.
void TestJoinedTable::keysMayHaveTwoNames()
{
    const QByteArray people
        = "Email,First seen\na@larkholm.example,2026-01-02\nb@larkholm.example,2026-01-03\n";
    const QByteArray deals = "Who,Contact Email,Stage\nAnn,B@Larkholm.example,Won\n";
    const auto mails = JoinedTable::join(table(people), table(deals), {});
    QVERIFY(mails.ok());
    QCOMPARE(rowsOf(**mails).at(1).last(), u"Won"_s);
    const QByteArray names = "Person,First seen\nAnn,2026-01-02\nBob,2026-01-03\n";
    QVERIFY(JoinedTable::join(table(names), table(deals), {}).ok()); // by what they hold
    QVERIFY(!JoinedTable::join(table("Person,First seen\nUte,2026-01-02\nBob,2026-01-03\n"), table(deals), {})
                 .ok());
    for (const QString &key : {u"Person=Who"_s, u"who = person"_s}) {
        const auto named = JoinedTable::join(table(names), table(deals), {.key = key});
        QVERIFY(named.ok());
        QCOMPARE(rowsOf(**named).first().last(), u"Won"_s);
    }
    QVERIFY(!JoinedTable::join(table(names), table(deals), {.key = u"Person=Nobody"_s}).ok());
}

void TestJoinedTable::offersTheKeysWithTheirMatches()
{
    const QByteArray people = "Contact ID,Email,Ref\n1,a@larkholm.example,x\n2,b@larkholm.example,y\n"
                              "3,c@larkholm.example,z\n";
    const QByteArray deals = "Deal,Email,Contact\n7,b@larkholm.example,2\n8,a@larkholm.example,9\n";
    auto joined = JoinedTable::join(table(people), table(deals), {});
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->joins(), (QList<FileJoin>{{{}, {{u"Email"_s, 2}}}}));

    // Called differently, and so only where nothing else is there or the user says so.
    const QByteArray others = "Customer ID,Owner,Email\n2,Ute,nobody\n3,Jan,noone\n";
    joined = JoinedTable::join(table(people), table(others), {.takesLikeliest = true});
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->joins().first().keys,
             (QList<JoinKey>{{u"Contact ID = Customer ID"_s, 2}, {u"Email"_s, 0}}));
    QCOMPARE(rowsOf(**joined).at(1).mid(0, 4),
             (QStringList{u"2"_s, u"b@larkholm.example"_s, u"y"_s, u"Ute"_s}));
    joined = JoinedTable::join(table(people), table(others), {.key = u"Email"_s});
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->joins().first().keys.first().name, u"Email"_s);
    QCOMPARE(rowsOf(**joined).size(), 5);
}

void TestJoinedTable::listsRepeatedKeys()
{
    const auto joined = JoinedTable::join(table("lead_id,origin\na,web\na,mail\n"),
                                          table("lead_id,stage\na,New\na,Won\n"), {.key = u"lead_id"_s});
    QVERIFY(joined.ok());
    QCOMPARE(rowsOf(**joined),
             (QList<QStringList>{{u"a"_s, u"web"_s, u"Won"_s}, {u"a"_s, u"mail"_s, u"Won"_s}}));
    const QList<TableRemark> remarks = (*joined)->remarks();
    QCOMPARE(remarks.size(), 1);
    QCOMPARE(remarks.first().line, 3);
}

void TestJoinedTable::eachRowOfAHistoryIsKept()
{
    const QByteArray deals = "Deal ID,Owner\na,Ute\nb,Jan\nc,Eva\n";
    const QByteArray history = "deal_id;stage\nb;New\na;New\na;Won\nx;New\n";
    auto joined = JoinedTable::join(table(deals), table(history), {});
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->columns(), (QStringList{u"Deal ID"_s, u"Owner"_s, u"stage"_s}));
    const QList<QStringList> rows{{u"b"_s, u"Jan"_s, u"New"_s},
                                  {u"a"_s, u"Ute"_s, u"New"_s},
                                  {u"a"_s, u"Ute"_s, u"Won"_s},
                                  {u"x"_s, {}, u"New"_s},
                                  {u"c"_s, u"Eva"_s, {}}};
    QCOMPARE(rowsOf(**joined), rows);
    QVERIFY((*joined)->rewind().ok());
    QCOMPARE(rowsOf(**joined), rows);
    QVERIFY((*joined)->remarks().first().text.contains(u"none in the other file: 1"_s));

    joined = JoinedTable::join(table(history), table(deals), {});
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->columns(), (QStringList{u"deal_id"_s, u"stage"_s, u"Owner"_s}));
    QCOMPARE(rowsOf(**joined).at(2), (QStringList{u"a"_s, u"Won"_s, u"Ute"_s}));
}

void TestJoinedTable::leadsWithoutADealStay_data()
{
    QTest::addColumn<QByteArray>("list"); // of two, of which the second has no deal
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("stays");
    QTest::newRow("leads by e-mail") << QByteArray(
        "Email,Created,Source\na@k.example,2026-01-01,Web\nb@k.example,2026-01-02,Fair\n")
                                     << QByteArray("Email") << true;
    QTest::newRow("leads by name") << QByteArray("E-Mail,Lead Name\na@k.example,A\nb@k.example,B\n")
                                   << QByteArray("E-Mail") << true;
    QTest::newRow("contacts with a stage")
        << QByteArray("Contact ID,Lifecycle Stage\na@k.example,Customer\nb@k.example,Lead\n")
        << QByteArray("Contact ID") << true;
    QTest::newRow("an address book") << QByteArray("Email,Phone\na@k.example,1\nb@k.example,2\n")
                                     << QByteArray("Email") << false;
    QTest::newRow("accounts") << QByteArray("Account ID,Created,Status\na@k.example,2026-01-01,Open\n"
                                            "b@k.example,2026-01-02,Open\n")
                              << QByteArray("Account ID") << false;
}

// The first has two deals, so that the key comes again among the deals.
void TestJoinedTable::leadsWithoutADealStay()
{
    QFETCH(const QByteArray, list);
    QFETCH(const QByteArray, key);
    QFETCH(const bool, stays);
    const QByteArray deals = "Deal ID," + key + ",Deal Stage\n1,a@k.example,Won\n2,a@k.example,Lost\n";
    for (const bool listFirst : {true, false}) {
        const auto joined = listFirst ? JoinedTable::join(table(list), table(deals), {})
                                      : JoinedTable::join(table(deals), table(list), {});
        QVERIFY2(joined.ok(), joined.ok() ? "" : qPrintable(joined.error().message));
        QCOMPARE(rowsOf(**joined).size(), stays ? 3 : 2);
        QVERIFY((*joined)->remarks().first().text.contains(stays ? u"They were taken as they are"_s
                                                                 : u"They are no deals"_s));
    }
}

// The deal and its value count once.
void TestJoinedTable::leadsMayShareADeal()
{
    const QByteArray some = "Lead ID,Deal ID\nL1,D1\nL2,D1\nL3,\n", deals = "Deal ID,Amount\nD1,100\nD2,50\n";
    for (const bool leadsFirst : {true, false}) {
        const auto joined = leadsFirst ? JoinedTable::join(table(some), table(deals), {})
                                       : JoinedTable::join(table(deals), table(some), {});
        QVERIFY(joined.ok());
        const qsizetype amount = (*joined)->columns().indexOf(u"Amount"_s);
        const qsizetype deal = (*joined)->columns().indexOf(u"Deal ID"_s);
        QStringList amounts, ids;
        for (const QStringList &row : rowsOf(**joined)) {
            amounts.append(row.at(amount));
            ids.append(row.at(deal));
        }
        QCOMPARE(amounts, (QStringList{u"100"_s, {}, {}, u"50"_s}));
        QCOMPARE(ids, (QStringList{u"D1"_s, {}, {}, u"D2"_s}));
        QVERIFY((*joined)->remarks().first().text.contains(u"none in the other file: 1"_s));
        QVERIFY((*joined)->remarks().at(1).text.contains(u"an earlier row names too: 1"_s));
    }
}

// What several rows of both have in common tells no deal from another: none is lost.
void TestJoinedTable::severalRowsOfBothStay()
{
    const QByteArray some = "Lead ID,Company\nL1,Acme\nL2,Acme\nL3,Beta\n";
    const QByteArray deals = "Deal ID,Company,Amount\nD1,Acme,1\nD2,Acme,2\nD3,Beta,3\n";
    for (const bool leadsFirst : {true, false}) {
        const JoinedTable::Options options{.key = u"Company"_s};
        const auto joined = leadsFirst ? JoinedTable::join(table(some), table(deals), options)
                                       : JoinedTable::join(table(deals), table(some), options);
        QVERIFY(joined.ok());
        const qsizetype lead = (*joined)->columns().indexOf(u"Lead ID"_s);
        const qsizetype deal = (*joined)->columns().indexOf(u"Deal ID"_s);
        QStringList rows;
        for (const QStringList &row : rowsOf(**joined))
            rows.append(row.at(lead) + row.at(deal));
        QCOMPARE(rows, (QStringList{u"L2D1"_s, u"L2D2"_s, u"L3D3"_s, u"L1"_s}));
    }
}

void TestJoinedTable::aCellMayNameSeveralDeals()
{
    const QByteArray people = "Contact,Associated Deal IDs\nUte,1;3\nJan,2\nBob,\n";
    const QByteArray deals = "Record ID,Amount\n1,100\n2,50\n3,70\n4,20\n";
    for (const bool peopleFirst : {true, false}) {
        const auto joined = peopleFirst ? JoinedTable::join(table(people), table(deals), {})
                                        : JoinedTable::join(table(deals), table(people), {});
        QVERIFY(joined.ok());
        const qsizetype person = (*joined)->columns().indexOf(u"Contact"_s);
        QStringList contacts;
        QList<bool> further;
        while ((*joined)->next()) {
            contacts.append((*joined)->cell(person).toString());
            further.append((*joined)->isFurther());
        }
        QCOMPARE(contacts, (QStringList{u"Ute"_s, u"Jan"_s, u"Ute"_s, {}, u"Bob"_s}));
        QCOMPARE(further, (QList<bool>{false, false, true, false, false}));
    }
}

// A separator within a text shifts the rest of its row, whichever file that stands in.
void TestJoinedTable::shiftedRowsOfEitherFileAreNoticed()
{
    const QByteArray deals = "Lead_ID,company,won_date\nb,Jones, Ltd,2026-02-02\nc,Ray,2026-02-03\n";
    const auto joined = JoinedTable::join(table(leads), table(deals), {});
    QVERIFY(joined.ok());
    QList<qsizetype> beyond;
    while ((*joined)->next())
        beyond.append((*joined)->filledBeyond());
    QCOMPARE(beyond, (QList<qsizetype>{0, 1, 0}));
}

QTEST_APPLESS_MAIN(TestJoinedTable)
#include "tst_joined_table.moc"
