#include "models/funnel/funnel_store.h"
#include "models/funnel/import/decisions.h"
#include "models/funnel/import/joined_table.h"
#include "tests/support/made_import.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using State = Deal::State;
using Role = ColumnRole;

ColumnRoles rolesIn(const QByteArray &csv)
{
    return madeImport(csv).suggestion.mapping.columns;
}

std::unique_ptr<TableSource> joined(const QByteArray &first, const QByteArray &second)
{
    auto table = JoinedTable::join(tableOf(first), tableOf(second), {});
    if (!table)
        qFatal("%s", qPrintable(table.error().message));
    return std::move(table).value();
}

} // namespace

// Tables in the forms in which CRMs and the people who use them write them.
class TestExportsAsTheyAre : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondExportDoublesNothing_data();
    void aSecondExportDoublesNothing();
    void columnsAreWhatTheyAre_data();
    void columnsAreWhatTheyAre();
    void theUsualOrderOfDatesIsTheUsers();
    void theCurrencyOfAnInvoiceIsNotThatOfTheDeal();
    void personsAreLeads();
    void theStatusOfALeadContradictsNoDeal();
    void contactsTellNothingOfTheirDeals();
    void aHistoryIsOneByItsNames_data();
    void aHistoryIsOneByItsNames();
};

void TestExportsAsTheyAre::aSecondExportDoublesNothing_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<int>("added");
    const QByteArray mails = "name,email,stage,amount,created\n"
                             "A,a@k.example,Closed Won,1000,2026-01-02\n"
                             "B,b@k.example,Proposal,2000,2026-01-03\n";
    QTest::newRow("two deals of one address")
        << mails << mails + QByteArray("C,a@k.example,Proposal,500,2026-02-01\n") << 1;
    const QByteArray clients = "ID Oportunidade,Data,ID Cliente/Contato,Cliente,Resultado,Valor vendido\n"
                               "OPP-0001,30/06/2026,CLT-0001,Alves,Ganho,1000\n"
                               "OPP-0002,17/06/2026,CLT-0002,Oliveira,Ganho,1000\n";
    QTest::newRow("two deals of one client")
        << clients << clients + QByteArray("OPP-0003,16/07/2026,CLT-0002,Oliveira,Perdido,0\n") << 1;
    const QByteArray leads = "First Name,Email,Lead Status,Created\n"
                             "Ann,ann@k.example,New,2026-01-02\nBob,bob@k.example,New,2026-01-03\n"
                             "Cid,cid@k.example,New,2026-01-04\nDan,dan@k.example,New,2026-01-05\n";
    const QByteArray accounts = "Account ID,Deal Name,Stage,Amount\n9001,A,Won,1000\n9002,B,Won,4000\n";
    QTest::newRow("two deals of one company, by its number")
        << accounts << accounts + QByteArray("9001,C,Won,1000\n") << 1;
    QTest::newRow("a deal that has gone on")
        << mails << QByteArray(mails).replace("Proposal", "Closed Won") << 0;
    // One person is one lead: the later row counts.
    QTest::newRow("a lead that comes again")
        << leads << leads + QByteArray("Eve,eve@k.example,New,2026-01-06\nAnn,ann@k.example,MQL,2026-02-01\n")
        << 1;
}

void TestExportsAsTheyAre::aSecondExportDoublesNothing()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(int, added);
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), *tableOf(first)).ok());
    const auto again = importInto(workbook.document(), *tableOf(second));
    QVERIFY(again.ok());
    QCOMPARE(again->added, added);
}

void TestExportsAsTheyAre::columnsAreWhatTheyAre_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<ColumnRoles>("roles"); // of the columns in question; an id as name: none
    const auto row = [](const char *name, const QByteArray &csv, const ColumnRoles &roles) {
        QTest::newRow(name) << csv << roles;
    };
    row("a quantity is no value",
        "Nombre,Etapa,Cantidad,Importe\nUno,Ganado,2,5000\nDos,Perdido,1,700\nTres,Ganado,1,900\n",
        {{u"Nombre"_s, Role::Name}, {u"Importe"_s, Role::Value}, {u"Etapa"_s, Role::Stage}});
    row("an empty column is no value",
        "Nombre,Etapa,Valor del negocio,Valor contrato\nUno,Ganado,,5000\nDos,Perdido,,700\n",
        {{u"Nombre"_s, Role::Name}, {u"Valor contrato"_s, Role::Value}, {u"Etapa"_s, Role::Stage}});
    row("yes and no are no account", "ID,STAGE,IS_RETURN_CUSTOMER,COMPANY_ID\n1,Won,Y,Alpha\n2,Lost,N,Beta\n",
        {{u"ID"_s, Role::Key}, {u"STAGE"_s, Role::Stage}, {u"COMPANY_ID"_s, Role::Account}});
    row("traits of a company are none",
        "deal_id,stage,company_size,account_tier,account\n1,Won,SMB,A,Alpha\n2,Lost,Large,B,Beta\n",
        {{u"deal_id"_s, Role::Key}, {u"stage"_s, Role::Stage}, {u"account"_s, Role::Account}});
    row("whoever sells owns", "deal_id,stage,rep_name,deal_type\n1,Won,Ann,New\n2,Lost,Bob,Upsell\n",
        {{u"deal_id"_s, Role::Key},
         {u"stage"_s, Role::Stage},
         {u"rep_name"_s, Role::Owner},
         {u"deal_type"_s, Role::Segment}});
    row("of a person the title is a job",
        "First Name,Last Name,Title,Lead Status\nAnn,Ash,CEO,New\nBob,Birch,CFO,Contacted\n",
        {{u"First Name"_s, Role::Name}, {u"Lead Status"_s, Role::Stage}});
    row("a status is shortened", "Opportunity Number,Opp Status\n11,Approved\n12,Pending\n13,Draft\n",
        {{u"Opportunity Number"_s, Role::Key}, {u"Opp Status"_s, Role::Stage}});
    row("what is expected counts where there is nothing else",
        "deal_id,stage,expected_amount\n1,Won,100\n2,Lost,200\n",
        {{u"deal_id"_s, Role::Key}, {u"stage"_s, Role::Stage}, {u"expected_amount"_s, Role::Value}});
    row("what is estimated may name its currency",
        "deal_id,stage,estimated_value_dkk\n1,Won,100\n2,Lost,200\n",
        {{u"deal_id"_s, Role::Key}, {u"stage"_s, Role::Stage}, {u"estimated_value_dkk"_s, Role::Value}});
    row("a list price is no value",
        "deal_id,status,list_price_usd,final_mrr_usd\n1,Won,136,122\n2,Lost,86,80\n",
        {{u"deal_id"_s, Role::Key}, {u"status"_s, Role::Stage}, {u"final_mrr_usd"_s, Role::Value}});
    row("codes of people are no rand", "deal_id,owner,stage\n1,R001,Won\n2,R002,Lost\n3,R001,Lost\n",
        {{u"deal_id"_s, Role::Key}, {u"owner"_s, Role::Owner}, {u"stage"_s, Role::Stage}});
    row("a filled column before an empty one",
        "Id,StageName,PartnerAccountId,AccountId\n1,Closed Won,,b\n2,Lost,,c\n",
        {{u"Id"_s, Role::Key}, {u"StageName"_s, Role::Stage}, {u"AccountId"_s, Role::Account}});
    row("a region before an industry",
        "Id,Stage,Type,Industry,Region__c\n1,Won,New,Metal,West\n2,Lost,Old,Wood,East\n",
        {{u"Id"_s, Role::Key}, {u"Stage"_s, Role::Stage}, {u"Region__c"_s, Role::Segment}});
    row("an empty column is no id", "Name,Stage,Date of Last Email\nA,Won,\nB,Lost,\n",
        {{u"Name"_s, Role::Name}, {u"Stage"_s, Role::Stage}});
    row("closed, and not only expected",
        "商机编号,销售阶段,预计成交日期,实际成交日期\n1,赢单,2025-03-20,2025-03-21\n2,输单,2025-03-20,2025-"
        "03-22\n",
        {{u"商机编号"_s, Role::Key}, {u"销售阶段"_s, Role::Stage}, {u"实际成交日期"_s, Role::Closed}});
    row("an active customer is no active deal", "Deal ID,Active Customer,Stage\n1,Yes,Won\n2,No,Proposal\n",
        {{u"Deal ID"_s, Role::Key}, {u"Stage"_s, Role::Stage}});
    row("the status of a payment is not that of the deal",
        "Deal ID,Stage,Payment Status\n1,Closed Won,Unpaid\n2,Closed Lost,Paid\n3,Proposal,Pending\n",
        {{u"Deal ID"_s, Role::Key}, {u"Stage"_s, Role::Stage}});
    row("the status of leads counts where there is no deal",
        "Deal ID,Deal Stage,Lead Status\n1,Won,Qualified\n2,,New\n3,Lost,Qualified\n4,,Unqualified\n",
        {{u"Deal ID"_s, Role::Key}, {u"Deal Stage"_s, Role::Stage}, {u"Lead Status"_s, Role::LeadStage}});
    row("where a deal was is not where it is",
        "Opportunity ID,Name,From Stage,To Stage\n1,A,Proposal,Closed Won\n2,B,Proposal,Closed Lost\n",
        {{u"Opportunity ID"_s, Role::Key}, {u"Name"_s, Role::Name}, {u"To Stage"_s, Role::Stage}});
    row("a quantity alone may be the amount",
        "Nombre,Etapa,Cantidad\nUno,Ganado,5000.50\nDos,Perdido,700\nTres,Ganado,900\n",
        {{u"Nombre"_s, Role::Name}, {u"Etapa"_s, Role::Stage}, {u"Cantidad"_s, Role::Value}});
    row("an estimate counts where there is no other", "Deal ID,Status,Estimated $\n1,Won,100\n2,Lost,200\n",
        {{u"Deal ID"_s, Role::Key}, {u"Status"_s, Role::Stage}, {u"Estimated $"_s, Role::Value}});
    row("what a deal brought counts before its estimate",
        "Deal ID,Status,Estimated $,Actual $\n1,Won,100,150\n2,Lost,200,\n",
        {{u"Deal ID"_s, Role::Key},
         {u"Status"_s, Role::Stage},
         {u"Estimated $"_s, Role::Value},
         {u"Actual $"_s, Role::Value}});
    row("a day of a stage is none of creation",
        "deal_id,stage,stage_entered_date\n1,Won,2026-01-02\n2,Lost,2026-01-03\n",
        {{u"deal_id"_s, Role::Key}, {u"stage"_s, Role::Stage}});
}

void TestExportsAsTheyAre::columnsAreWhatTheyAre()
{
    QFETCH(QByteArray, csv);
    QFETCH(ColumnRoles, roles);
    QCOMPARE(rolesIn(csv), roles);
}

void TestExportsAsTheyAre::theUsualOrderOfDatesIsTheUsers()
{
    TestWorkbook workbook;
    const auto orderIn = [&workbook](const QString &locale) {
        return importContextOf(workbook.document(), QLocale(locale)).usualDateOrder;
    };
    QCOMPARE(orderIn(u"en_US"_s), DateOrder::MonthDayYear);
    QCOMPARE(orderIn(u"en_GB"_s), DateOrder::DayMonthYear);
    QCOMPARE(orderIn(u"de_DE"_s), DateOrder::DayMonthYear);
    QCOMPARE(orderIn(u"C"_s), DateOrder::DayMonthYear);
}

void TestExportsAsTheyAre::theCurrencyOfAnInvoiceIsNotThatOfTheDeal()
{
    const MadeImport made = madeImport("deal_id,stage,amount_usd,invoice_currency\n"
                                       "1,Won,100,No invoice\n2,Won,200,COP\n");
    QCOMPARE(made.report.refused, 0);
    for (const Deal &deal : made.deals)
        QCOMPARE(deal.value->currency, u"USD"_s);
    QCOMPARE(madeImport("id,aşama,tutar_try\n1,Won,100\n").deals.first().value->currency, u"TRY"_s);
    QCOMPARE(madeImport("id,stage,amount to try\n1,Won,100\n").deals.first().value->currency, u"EUR"_s);
}

void TestExportsAsTheyAre::personsAreLeads()
{
    const MadeImport made = madeImport("First Name,Last Name,Company,Lead Source,Status\n"
                                       "Ann,Ash,Alpha,Web,Unqualified\nBob,Birch,Beta,Fair,New\n");
    QCOMPARE(made.suggestion.mapping.rows, RowMeaning::Lead);
    // Nothing is called a lead, but only leads are converted; what they may bring is no value of a deal.
    QCOMPARE(madeImport("Id,Company,Status,IsConverted,Estimated value\n1,Foo,Open,false,100\n"
                        "2,Bar,Closed - Not Converted,false,200\n3,Baz,Closed - Converted,true,50\n")
                 .suggestion.mapping.rows,
             RowMeaning::Lead);
    QCOMPARE(made.count(State::Lost), 1);
    QVERIFY(std::all_of(made.deals.begin(), made.deals.end(),
                        [](const Deal &deal) { return deal.state != State::Lost || deal.isLostLead; }));
    // With deals that are called so, persons are the contacts of these.
    const MadeImport deals = madeImport("Deal Name,First Name,Last Name,Deal Stage\n"
                                        "Gates,Ann,Ash,Closed Lost\nRoofs,Bob,Birch,Proposal\n");
    QCOMPARE(deals.suggestion.mapping.rows, RowMeaning::Deal);
    QCOMPARE(
        madeImport("Vorname,Nachname,Phase\nAnn,Ash,Verloren\nBob,Birch,Angebot\n").suggestion.mapping.rows,
        RowMeaning::Deal);
    QCOMPARE(
        madeImport("Nome,Sobrenome,Status\nAnn,Ash,Desqualificado\nBob,Birch,Novo\n").suggestion.mapping.rows,
        RowMeaning::Lead);
}

void TestExportsAsTheyAre::theStatusOfALeadContradictsNoDeal()
{
    const MadeImport made = madeImport("Record ID,First Name,Lifecycle Stage,Lead Status\n"
                                       "1,Ann,Customer,Open Deal\n2,Bob,Customer,In Progress\n"
                                       "3,Cid,Lead,New\n");
    QCOMPARE(made.report.refused, 0);
    QCOMPARE(made.count(State::Won), 2);
    // That of a deal does.
    QCOMPARE(madeImport("Deal ID,Deal Stage,Status\n1,Closed Won,Open\n2,Lost,Lost\n").report.refused, 1);
}

void TestExportsAsTheyAre::contactsTellNothingOfTheirDeals()
{
    const QByteArray deals = "deal_id,title,created_at,stage,company_id,contact_id,amount\n"
                             "D1,Gates,2026-06-01,Won,C1,P1,100\nD2,Roofs,2026-06-02,Proposal,C2,P2,200\n"
                             "D3,Doors,2026-06-03,Proposal,C2,P2,300\n";
    const QByteArray contacts = "contact_id,company_id,name,created_at\n"
                                "P1,C1,Ann Ash,2026-01-01\nP2,C9,Bob Birch,2026-01-02\n";
    for (const auto &[first, second] : {std::pair(deals, contacts), std::pair(contacts, deals)}) {
        const MadeImport made = madeImport(*joined(first, second));
        QCOMPARE(made.deals.size(), 3);
        QCOMPARE(made.deals.first().name, u"Gates"_s);
        QCOMPARE(made.deals.at(1).created, QDate(2026, 6, 2));
        QCOMPARE(made.deals.at(1).account, u"C2"_s);
    }
}

void TestExportsAsTheyAre::aHistoryIsOneByItsNames_data()
{
    QTest::addColumn<QByteArray>("deals");
    QTest::addColumn<QByteArray>("steps");
    const QByteArray deals = "deal_id,stage_id,amount\nD1,Won,100\nD2,Proposal,200\nD3,Lost,300\n";
    QTest::newRow("one step of most deals")
        << deals
        << QByteArray("event_id,deal_id,from_stage,to_stage,changed_at\n"
                      "E1,D1,Proposal,Won,2026-02-01\nE2,D2,,Proposal,2026-02-02\n");
    QTest::newRow("names that end in id, and an event twice")
        << deals
        << QByteArray("event_id,deal_id,old_stage_id,new_stage_id,changed_at\n"
                      "E1,D1,Proposal,Won,2026-02-01\nE1,D1,Proposal,Won,2026-02-01\n"
                      "E2,D2,,Proposal,2026-02-02\n");
    QByteArray many = "deal_id,stage_id,amount\n";
    for (int i = 1; i <= 12; ++i)
        many += 'D' + QByteArray::number(i)
            + (i == 1       ? ",Won,100\n"
                   : i == 3 ? ",Lost,300\n"
                            : ",Proposal,200\n");
    QTest::newRow("statuses") << deals
                              << QByteArray("event_id,deal_id,Old Status,New Status,changed_at\n"
                                            "E1,D1,Proposal,Won,2026-02-01\nE2,D2,,Proposal,2026-02-02\n");
    QTest::newRow("a deal that was written twice")
        << many + QByteArray("D3,Lost,300\n")
        << QByteArray("event_id,deal_id,from_stage,to_stage,changed_at\n"
                      "E1,D1,,Proposal,2026-01-01\nE2,D1,Proposal,Won,2026-02-01\n"
                      "E3,D2,,Proposal,2026-02-02\n");
}

void TestExportsAsTheyAre::aHistoryIsOneByItsNames()
{
    QFETCH(QByteArray, deals);
    QFETCH(QByteArray, steps);
    for (const auto &[first, second] : {std::pair(deals, steps), std::pair(steps, deals)}) {
        const MadeImport made = madeImport(*joined(first, second));
        QVERIFY(made.suggestion.mapping.isHistory());
        QCOMPARE(made.count(State::Won), 1);
        QCOMPARE(made.count(State::Lost), 1);
        QCOMPARE(made.report.refused, 0);
        const auto won = std::find_if(made.deals.begin(), made.deals.end(),
                                      [](const Deal &deal) { return deal.state == State::Won; });
        QCOMPARE(won->closed, QDate(2026, 2, 1));
    }
}

QTEST_GUILESS_MAIN(TestExportsAsTheyAre)
#include "tst_exports_as_they_are.moc"
