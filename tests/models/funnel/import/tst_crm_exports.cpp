#include "models/funnel/import/column_remarks.h"
#include "models/funnel/import/crm_table.h"
#include "models/funnel/import/joined_table.h"
#include "tests/support/made_import.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString fileOf(const QString &name)
{
    return QStringLiteral(SOURCE_DIR "/tests/data/crm/%1.csv").arg(name);
}

} // namespace

// Exports as the usual CRMs write them, in five languages, of made-up deals.
class TestCrmExports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areTakenWithoutHelp_data();
    void areTakenWithoutHelp();
    void otherCrmsAreTakenToo_data();
    void otherCrmsAreTakenToo();
    void whatIsOnlyExpectedIsStated();
    void leadsAreTakenToo();
    void leadsAndDealsAreJoined();
    void leadsOfWhichNothingHasComeCount();
    void leadsHaveAStageOfTheirOwn_data();
    void leadsHaveAStageOfTheirOwn();
    void whatIsArchivedIsNotOpen();
    void flagsSayWhatTheyAreNamed_data();
    void flagsSayWhatTheyAreNamed();
    void idsOfStagesAreNoStages();
    void amountsWithMistakesAreAmounts();
    void estimatesAreValuesOfOpenDeals();
    void customersBecameSoOnADay();
    void columnsThatCannotBeReadAreNamed();
    void whatIsUnderWayIsALeadOrAnOpportunity_data();
    void whatIsUnderWayIsALeadOrAnOpportunity();
    void leadsAreTakenInEveryLanguage_data();
    void leadsAreTakenInEveryLanguage();
    void tablesWithoutNamesAreTakenToo_data();
    void tablesWithoutNamesAreTakenToo();
};

void TestCrmExports::areTakenWithoutHelp_data()
{
    QTest::addColumn<int>("won");
    QTest::addColumn<int>("lost");
    QTest::addColumn<int>("open");
    for (const char *language : {"en", "de", "fr", "es", "pt"})
        QTest::addRow("hubspot_%s", language) << 1 << 1 << 5;
    QTest::newRow("salesforce_en") << 1 << 1 << 7;
    QTest::newRow("salesforce_de") << 1 << 1 << 6;
    QTest::newRow("salesforce_fr") << 2 << 1 << 4;
    QTest::newRow("salesforce_es") << 1 << 1 << 4;
    QTest::newRow("salesforce_pt") << 1 << 1 << 4;
    QTest::newRow("pipedrive_en") << 1 << 1 << 3;
    QTest::newRow("pipedrive_de") << 1 << 1 << 3;
    for (const char *language : {"fr", "es", "pt"})
        QTest::addRow("pipedrive_%s", language) << 1 << 1 << 2;
    QTest::newRow("zoho_en") << 1 << 2 << 2;
    QTest::newRow("zoho_de") << 1 << 1 << 2;
    QTest::newRow("zoho_pt") << 1 << 1 << 1;
    QTest::newRow("dynamics_en") << 1 << 2 << 2;
    for (const char *language : {"de", "fr", "es", "pt"})
        QTest::addRow("dynamics_%s", language) << 1 << 1 << 2;
}

void TestCrmExports::areTakenWithoutHelp()
{
    QFETCH(int, won);
    QFETCH(int, lost);
    QFETCH(int, open);
    const auto source = openCrmTable(fileOf(QString::fromLatin1(QTest::currentDataTag())));
    QVERIFY(source.ok());
    const MadeImport imported = madeImport(**source);
    QVERIFY2(imported.report.refused == 0,
             imported.report.refused ? qPrintable(imported.report.refusedRows.first().text) : "");
    QCOMPARE(imported.count(Deal::State::Won), won);
    QCOMPARE(imported.count(Deal::State::Lost), lost);
    QCOMPARE(imported.count(Deal::State::Open), open);
    const Deal &first = imported.deals.first();
    QCOMPARE(first.state, Deal::State::Won);
    QCOMPARE(first.created, QDate(2026, 1, 13));
    QCOMPARE(first.closed, QDate(2026, 2, 14));
    QCOMPARE(first.value->minor, 1250000);
    QVERIFY(first.owner.startsWith(u"Ute"_s));
    QCOMPARE(first.account, u"Nordhalle"_s);
    QVERIFY(!first.name.isEmpty());
    QVERIFY(!first.key.startsWith(u"row-"_s));
    QCOMPARE(imported.deals.at(1).state, Deal::State::Lost);
    QCOMPARE(imported.deals.at(1).closed, QDate(2026, 1, 20));
    for (const Deal &deal : imported.deals)
        if (deal.state == Deal::State::Open)
            QVERIFY2(deal.stage >= 3, qPrintable(deal.crmStage)); // SQL or opportunity
}

void TestCrmExports::otherCrmsAreTakenToo_data()
{
    QTest::addColumn<int>("won");
    QTest::addColumn<int>("lost");
    QTest::addColumn<int>("open");
    QTest::addColumn<bool>("tellsClosed");
    QTest::newRow("freshsales_en") << 1 << 1 << 3 << true;
    QTest::newRow("freshsales_es") << 1 << 1 << 1 << true;
    QTest::newRow("copper_en") << 1 << 2 << 1 << true;
    QTest::newRow("monday_en") << 1 << 0 << 2 << true;
    QTest::newRow("sugarcrm_en") << 1 << 1 << 1 << false;
    QTest::newRow("odoo_en") << 1 << 1 << 2 << true;
    QTest::newRow("odoo_de") << 1 << 1 << 1 << true;
    QTest::newRow("bitrix_en") << 1 << 1 << 2 << true; // its stage changed last when it closed
    QTest::newRow("bitrix_fields") << 1 << 1 << 2 << true;
    QTest::newRow("bitrix_fr") << 1 << 1 << 1 << false;
    QTest::newRow("insightly_en") << 1 << 2 << 2 << true;
    QTest::newRow("keap_en") << 1 << 1 << 1 << false;
    QTest::newRow("activecampaign_en") << 1 << 1 << 1 << true;
    QTest::newRow("nutshell_en") << 1 << 1 << 2 << true;
    QTest::newRow("rd_pt") << 1 << 1 << 1 << true;
}

void TestCrmExports::otherCrmsAreTakenToo()
{
    QFETCH(const int, won);
    QFETCH(const int, lost);
    QFETCH(const int, open);
    QFETCH(const bool, tellsClosed);
    const auto source = openCrmTable(fileOf(QString::fromLatin1(QTest::currentDataTag())));
    QVERIFY(source.ok());
    const MadeImport imported = madeImport(**source);
    QVERIFY2(imported.report.refused == 0,
             imported.report.refused ? qPrintable(imported.report.refusedRows.first().text) : "");
    QCOMPARE(imported.count(Deal::State::Won), won);
    QCOMPARE(imported.count(Deal::State::Lost), lost);
    QCOMPARE(imported.count(Deal::State::Open), open);
    const auto first = std::find_if(imported.deals.begin(), imported.deals.end(),
                                    [](const Deal &deal) { return deal.state == Deal::State::Won; });
    QCOMPARE(first->created, QDate(2026, 1, 13));
    QVERIFY(first->closed.isValid());
    QVERIFY(!tellsClosed || first->closed == QDate(2026, 2, 14));
    QCOMPARE(first->value->minor, 1250000);
    QVERIFY(!first->name.isEmpty());
    // Otherwise the account is named by its number.
    if (!imported.profile.column(u"COMPANY_ID"_s)) {
        QCOMPARE(first->owner, u"Ute Brandt"_s);
        QVERIFY(first->account == u"Nordhalle"_s || imported.profile.column(u"Contact Name"_s));
    }
    // Where the export only has the day that was expected, that counts, and it is said.
    const auto remarks = remarksOnColumns(imported.profile, imported.suggestion.mapping);
    const bool isStated = std::any_of(remarks.begin(), remarks.end(), [](const TableRemark &remark) {
        return remark.text.contains(u"was taken as the date of closing"_s);
    });
    QCOMPARE(isStated, !tellsClosed);
}

void TestCrmExports::whatIsOnlyExpectedIsStated()
{
    const auto remarks = [](const QString &file) {
        const auto source = openCrmTable(fileOf(file));
        const MadeImport imported = madeImport(**source);
        QStringList texts;
        for (const TableRemark &remark : remarksOnColumns(imported.profile, imported.suggestion.mapping))
            texts.append(remark.text);
        return texts;
    };
    QCOMPARE(remarks(u"odoo_en"_s).filter(u"“Expected Revenue” was taken as the value"_s).size(), 1);
    QCOMPARE(remarks(u"odoo_en"_s).filter(u"Deals with a “Lost Reason” count as lost"_s).size(), 1);
    QVERIFY(remarks(u"sugarcrm_en"_s).filter(u"was taken as the value"_s).isEmpty());
    // The day on which it was closed counts before the one on which it was to be closed.
    const MadeImport both = madeImport("Id,Stage,Close Date,Date Closed\n1,Won,2026-03-31,2026-03-28\n");
    QCOMPARE(both.deals.first().closed, QDate(2026, 3, 28));
    const MadeImport actual
        = madeImport("Id,Milestone,Expected Close,Actual Close\n1,Won,2026-03-31,2026-03-28\n");
    QCOMPARE(actual.deals.first().closed, QDate(2026, 3, 28));
    // A deal that was lost and taken up again keeps its reason.
    const MadeImport again = madeImport("Id,Stage,Lost Reason\n1,Proposal,Price\n2,Closed Lost,Price\n");
    QCOMPARE(again.count(Deal::State::Open), 1);
}

void TestCrmExports::leadsAreTakenToo()
{
    const auto contacts = openCrmTable(fileOf(u"hubspot_contacts_en"_s));
    const MadeImport hubspot = madeImport(**contacts);
    QCOMPARE(hubspot.report.refused, 0);
    QCOMPARE(hubspot.deals.at(0).stage, 2); // MQL
    QCOMPARE(hubspot.deals.at(1).stage, 1); // lead
    QCOMPARE(hubspot.deals.at(2).state, Deal::State::Won); // whatever its status as a lead
    QCOMPARE(hubspot.deals.at(3).stage, 0); // subscriber
    QVERIFY(
        hubspot.suggestion.mapping.columnsOf(ColumnRole::Value).isEmpty()); // a telephone number is no value
    QVERIFY(hubspot.suggestion.mapping.columnsOf(ColumnRole::Closed).isEmpty());

    const auto leads = openCrmTable(fileOf(u"zoho_leads_en"_s));
    const MadeImport zoho = madeImport(**leads);
    QCOMPARE(zoho.count(Deal::State::Lost), 3);
    QCOMPARE(zoho.report.refused, 1); // "-None-" is no stage
}

void TestCrmExports::leadsAndDealsAreJoined()
{
    auto leads = openCrmTable(fileOf(u"olist_leads"_s));
    auto deals = openCrmTable(fileOf(u"olist_deals"_s));
    const auto joined = JoinedTable::join(std::move(leads).value(), std::move(deals).value(), {});
    QVERIFY2(joined.ok(), joined.ok() ? "" : qPrintable(joined.error().message));
    const MadeImport imported = madeImport(**joined);
    QCOMPARE(imported.deals.size(), 3);
    QCOMPARE(imported.deals.at(0).stage, 2); // an MQL by its id
    QCOMPARE(imported.deals.at(0).created, QDate(2026, 2, 1));
    QCOMPARE(imported.deals.at(0).source, u"social"_s);
    QCOMPARE(imported.deals.at(1).state, Deal::State::Won); // as it has a date of winning
    QCOMPARE(imported.deals.at(1).closed, QDate(2026, 3, 26));
    QVERIFY(imported.deals.at(2).source.isEmpty());
}

void TestCrmExports::leadsOfWhichNothingHasComeCount()
{
    auto joined
        = JoinedTable::join(tableOf("Lead ID,Created Date,Lead Source\n"
                                    "L1,2026-01-01,Website\nL2,2026-01-02,Fair\nL3,2026-01-03,Fair\n"),
                            tableOf("Opportunity ID,Lead ID,Stage,Amount,Close Date\n"
                                    "O1,L1,Closed Won,500,2026-02-01\n"),
                            {.key = u"Lead ID"_s});
    QVERIFY2(joined.ok(), joined.ok() ? "" : qPrintable(joined.error().message));
    const MadeImport imported = madeImport(**joined);
    QCOMPARE(imported.report.refused, 0);
    QCOMPARE(imported.count(Deal::State::Won), 1);
    QCOMPARE(imported.count(Deal::State::Open), 2);
    QCOMPARE(imported.deals.at(1).stage, 1);
    QCOMPARE(imported.deals.at(1).source, u"Fair"_s);
}

void TestCrmExports::leadsHaveAStageOfTheirOwn_data()
{
    QTest::addColumn<QByteArray>("ofLeads");
    QTest::addColumn<QByteArray>("ofDeals");
    QTest::newRow("called differently") << QByteArray("Lifecycle Stage") << QByteArray("Deal Stage");
    QTest::newRow("both statuses") << QByteArray("Lead Status") << QByteArray("Status");
    QTest::newRow("called alike") << QByteArray("Status") << QByteArray("Status");
}

void TestCrmExports::leadsHaveAStageOfTheirOwn()
{
    QFETCH(const QByteArray, ofLeads);
    QFETCH(const QByteArray, ofDeals);
    const QByteArray leads = "Lead ID,Email," + ofLeads
        + ",Created\n1,a@k.example,Qualified,2026-01-01\n2,b@k.example,MQL,2026-01-02\n"
          "3,c@k.example,Unqualified,2026-01-03\n4,d@k.example,Unqualified,2026-01-04\n";
    const QByteArray deals = "Deal ID,Email," + ofDeals
        + ",Created\n9,a@k.example,Won,2026-02-01\n8,a@k.example,Proposal,2026-02-02\n"
          "7,d@k.example,Lost,2026-02-03\n";
    for (const bool leadsFirst : {true, false}) {
        auto joined = JoinedTable::join(tableOf(leadsFirst ? leads : deals),
                                        tableOf(leadsFirst ? deals : leads), {.key = u"Email"_s});
        QVERIFY2(joined.ok(), joined.ok() ? "" : qPrintable(joined.error().message));
        const MadeImport imported = madeImport(**joined);
        QCOMPARE(imported.report.refused, 0);
        QCOMPARE(imported.deals.size(), 5);
        QCOMPARE(imported.count(Deal::State::Won), 1);
        QCOMPARE(imported.count(Deal::State::Lost), 2);
        QVERIFY(std::any_of(imported.deals.begin(), imported.deals.end(), [](const Deal &deal) {
            return deal.stage == 2 && deal.created == QDate(2026, 1, 2); // the MQL
        }));
    }
}

// As Odoo has it: lost is what is archived at a probability of 0.
void TestCrmExports::whatIsArchivedIsNotOpen()
{
    const QByteArray rows = "1,Won,False,100\n2,Proposition,False,0.0\n3,Qualified,False,30\n"
                            "4,Qualified,True,0\n5,New,True,10\n";
    const MadeImport imported = madeImport("External ID,Stage,Active,Probability\n" + rows);
    QCOMPARE(imported.count(Deal::State::Won), 1);
    QCOMPARE(imported.count(Deal::State::Lost), 1);
    QCOMPARE(imported.count(Deal::State::Open), 2);
    QCOMPARE(imported.report.ignored, 1);
    const QList<TableRemark> &said = imported.report.remarks;
    QVERIFY(std::any_of(said.begin(), said.end(), [](const TableRemark &remark) {
        return remark.text.startsWith(u"Archived rows that are neither won nor lost: 1");
    }));
    const auto lost = std::find_if(imported.deals.begin(), imported.deals.end(),
                                   [](const Deal &deal) { return deal.state == Deal::State::Lost; });
    QCOMPARE(lost->stage, 4); // where it was archived
    const auto remarks = remarksOnColumns(imported.profile, imported.suggestion.mapping);
    QVERIFY(std::any_of(remarks.begin(), remarks.end(), [](const TableRemark &remark) {
        return remark.text.contains(u"“Active” says were archived count as lost where “Probability” is 0");
    }));
    QCOMPARE(madeImport("External ID,Stage,Active,Odds\n" + rows).report.ignored, 2);
}

void TestCrmExports::flagsSayWhatTheyAreNamed_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<int>("open");
    QTest::newRow("beside the stage") << QByteArray("Record ID,Deal Stage,Is Closed Won,Is Closed\n"
                                                    "1,Closed Won,true,true\n2,Contract Sent,false,false\n")
                                      << 1;
    QTest::newRow("alone") << QByteArray("Id,Won,Amount\n1,TRUE,100\n2,TRUE,200\n") << 0;
}

void TestCrmExports::flagsSayWhatTheyAreNamed()
{
    QFETCH(QByteArray, csv);
    QFETCH(int, open);
    const auto table = tableOf(csv);
    const MadeImport imported = madeImport(*table);
    QCOMPARE(imported.report.refused, 0);
    QCOMPARE(imported.count(Deal::State::Open), open);
    QCOMPARE(imported.count(Deal::State::Won), 2 - open);
}

void TestCrmExports::idsOfStagesAreNoStages()
{
    const auto table = tableOf("id,status_id,status_label,status_type,value,date_created\n"
                               "a,stat_x1,Won,won,100,2026-01-05\nb,stat_x2,Demo,active,100,2026-01-05\n");
    const MadeImport imported = madeImport(*table);
    QCOMPARE(imported.report.refused, 0);
    QCOMPARE(imported.count(Deal::State::Won), 1);
    QCOMPARE(imported.count(Deal::State::Open), 1);
}

void TestCrmExports::amountsWithMistakesAreAmounts()
{
    const auto table = tableOf("Id,Stage,Amount\n1,Won,approx. 300\n2,Won,100\n");
    const MadeImport imported = madeImport(*table);
    QCOMPARE(imported.report.refused, 1);
    QVERIFY(imported.report.refusedRows.first().text.contains(u"approx. 300"));
    QCOMPARE(imported.deals.first().value->minor, 10'000);
}

void TestCrmExports::estimatesAreValuesOfOpenDeals()
{
    const auto table
        = tableOf("Thema;Gesch. Umsatz;Tatsächlicher Umsatz;Status;Erstellt am\n"
                  "A;1.000,00 €;;Offen;13.02.2026\nB;2.000,00 €;1.900,00 €;Gewonnen;14.02.2026\n");
    const MadeImport imported = madeImport(*table);
    QCOMPARE(imported.report.refused, 0);
    QCOMPARE(imported.deals.at(0).value->minor, 100'000);
    QCOMPARE(imported.deals.at(1).value->minor, 190'000);
}

void TestCrmExports::customersBecameSoOnADay()
{
    const auto table
        = tableOf("Record ID,Lifecycle Stage,Create Date,Became a Customer Date,Recent Deal Amount\n"
                  "1,Customer,2026-01-05,2026-02-04,100\n2,Lead,2026-01-06,,\n");
    const MadeImport imported = madeImport(*table);
    QCOMPARE(imported.deals.at(0).state, Deal::State::Won);
    QCOMPARE(imported.deals.at(0).closed, QDate(2026, 2, 4));
    QCOMPARE(imported.deals.at(1).state, Deal::State::Open);
}

void TestCrmExports::columnsThatCannotBeReadAreNamed()
{
    const auto table = tableOf("Id,Stage,Created,Amount\n1,Won,soon,10\n2,Won,later,20\n");
    const auto profile = profileTable(*table, usualPlaceholders());
    const ColumnRoles roles = recogniseColumns(*profile);
    const QList<std::pair<QString, ColumnRole>> expected{{u"Created"_s, ColumnRole::Created}};
    QCOMPARE(columnsNotUnderstood(*profile, roles), expected);
}

void TestCrmExports::whatIsUnderWayIsALeadOrAnOpportunity_data()
{
    QTest::addColumn<QString>("csv");
    QTest::addColumn<int>("stage");
    const QString deals = u"%1;%2;%3\n1;%4;100\n2;%5;200\n"_s;
    QTest::newRow("deals en") << deals.arg(u"Topic"_s, u"Status Reason"_s, u"Est. Revenue"_s,
                                           u"In Progress"_s, u"Won"_s)
                              << 4;
    QTest::newRow("deals de") << deals.arg(u"Thema"_s, u"Statusgrund"_s, u"Gesch. Umsatz"_s,
                                           u"In Bearbeitung"_s, u"Gewonnen"_s)
                              << 4;
    QTest::newRow("deals fr") << deals.arg(u"Rubrique"_s, u"Raison du statut"_s, u"Revenu est."_s,
                                           u"En cours"_s, u"Conclue"_s)
                              << 4;
    const QString leads = u"%1;%2;%3\n1;%4;a@x.example\n2;%5;b@x.example\n"_s;
    QTest::newRow("leads en") << leads.arg(u"Lead ID"_s, u"Lead Status"_s, u"Email"_s, u"In Progress"_s,
                                           u"Unqualified"_s)
                              << 1;
    QTest::newRow("leads de") << leads.arg(u"Lead-ID"_s, u"Lead-Status"_s, u"E-Mail"_s, u"In Bearbeitung"_s,
                                           u"Nicht qualifiziert"_s)
                              << 1;
    QTest::newRow("leads fr") << leads.arg(u"ID du lead"_s, u"Statut du lead"_s, u"E-mail"_s, u"En cours"_s,
                                           u"Non qualifié"_s)
                              << 1;
    QTest::newRow("leads open") << leads.arg(u"Lead ID"_s, u"Status"_s, u"Email"_s, u"Open"_s,
                                             u"Disqualified"_s)
                                << 1;
}

void TestCrmExports::whatIsUnderWayIsALeadOrAnOpportunity()
{
    QFETCH(QString, csv);
    QFETCH(int, stage);
    const MadeImport made = madeImport(csv.toUtf8());
    QCOMPARE(made.report.refused, 0);
    QCOMPARE(made.deals.first().state, Deal::State::Open);
    QCOMPARE(made.deals.first().stage, stage);
}

void TestCrmExports::leadsAreTakenInEveryLanguage_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QStringList>("texts"); // a lead, another, an MQL, an SQL
    QTest::newRow("de") << u"Lifecycle-Phase"_s
                        << QStringList{u"Lead"_s, u"Neu"_s, u"Marketing-qualifizierter Lead"_s,
                                       u"Vertriebsqualifizierter Lead"_s};
    QTest::newRow("fr") << u"Statut de la piste"_s
                        << QStringList{u"Ouverte - Non contactée"_s, u"En cours - Contactée"_s,
                                       u"Lead qualifié pour le marketing"_s,
                                       u"Lead qualifié pour la vente"_s};
    QTest::newRow("es") << u"Estado del lead"_s
                        << QStringList{u"Nuevo"_s, u"Conectado"_s, u"Lead calificado para marketing"_s,
                                       u"Lead calificado para ventas"_s};
    QTest::newRow("pt") << u"Status do lead"_s
                        << QStringList{u"Novo"_s, u"Tentativa de contato"_s,
                                       u"Lead qualificado pelo marketing"_s,
                                       u"Lead qualificado por vendas"_s};
}

void TestCrmExports::leadsAreTakenInEveryLanguage()
{
    QFETCH(QString, column);
    QFETCH(QStringList, texts);
    QString csv = u"ID;%1\n"_s.arg(column);
    for (qsizetype i = 0; i < texts.size(); ++i)
        csv += u"%1;%2\n"_s.arg(i + 1).arg(texts.at(i));
    const MadeImport made = madeImport(csv.toUtf8());
    QCOMPARE(made.report.refused, 0);
    QList<int> stages;
    for (const Deal &deal : made.deals)
        stages.append(deal.stage);
    QCOMPARE(stages, (QList<int>{1, 1, 2, 3}));
}

void TestCrmExports::tablesWithoutNamesAreTakenToo_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::newRow("figures") << QByteArray(
        "1001;Dach;Nordhalle;Gewonnen;12.500,00 €;13.01.2026;14.02.2026;Brandt\n"
        "1002;Tor;Osthalle;Verloren;3.000,00 €;15.01.2026;20.01.2026;Voss\n"
        "1003;Kran;Südhalle;Angebot;8.000,00 €;15.01.2026;;Voss\n"
        "1004;Rad;Südhalle;Angebot;900,00 €;16.01.2026;;Voss\n");
    QTest::newRow("letters") << QByteArray("OPP-1001,Roof,Closed Won,\"€12,500.00\",2026-01-13,2026-02-14\n"
                                           "OPP-1002,Gate,Closed Lost,\"€3,000.00\",2026-01-15,2026-01-20\n"
                                           "OPP-1003,Crane,Proposal,\"€8,000.00\",2026-01-15,\n"
                                           "OPP-1004,Rod,Proposal,€900.00,2026-01-16,\n");
    QTest::newRow("names that say nothing") << QByteArray(
        "Aktenzeichen;Stand;Umfang EUR;Beginn;Ende\nAZ-1001;gewonnen;12500;13.01.2026;14.02.2026\n"
        "AZ-1002;verloren;3000;15.01.2026;20.01.2026\nAZ-1003;Angebot;8000;15.01.2026;\n"
        "AZ-1004;Angebot;900;16.01.2026;\n");
}

void TestCrmExports::tablesWithoutNamesAreTakenToo()
{
    QFETCH(QByteArray, csv);
    const MadeImport made = madeImport(csv);
    QCOMPARE(made.report.refused, 0);
    QCOMPARE(made.deals.size(), 4);
    const Deal &won = made.deals.first();
    QVERIFY2(won.key.endsWith(u"1001"_s), qPrintable(won.key));
    QCOMPARE(won.state, Deal::State::Won);
    QCOMPARE(won.created, QDate(2026, 1, 13));
    QCOMPARE(won.closed, QDate(2026, 2, 14));
    QVERIFY(!csv.contains("Umfang") ? won.value->minor == 1'250'000 : true);
    QCOMPARE(made.count(Deal::State::Open), 2);
}

QTEST_APPLESS_MAIN(TestCrmExports)
#include "tst_crm_exports.moc"
