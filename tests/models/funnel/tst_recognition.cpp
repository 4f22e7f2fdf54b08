#include "models/funnel/import/columns.h"
#include "models/funnel/import/stages.h"
#include "models/funnel/import/words.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QList<Stage> usualStages()
{
    return {{1, u"Visitor"_s, Team::Marketing}, {2, u"Lead"_s, Team::Marketing},
            {3, u"MQL"_s, Team::Both},          {4, u"SQL"_s, Team::Sales},
            {5, u"Opportunity"_s, Team::Sales}, {6, u"Won"_s, Team::Sales}};
}

ColumnRoles rolesOf(const QStringList &columns)
{
    TableProfile profile;
    for (const QString &name : columns) {
        ColumnProfile column;
        column.name = name;
        profile.columns.append(column);
    }
    return recogniseColumns(profile);
}

} // namespace

class TestRecognition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recognisesColumns_data();
    void recognisesColumns();
    void recognisesStages_data();
    void recognisesStages();
    void wordsAreMadeComparable();
};

void TestRecognition::recognisesColumns_data()
{
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<QStringList>("roles"); // keys; empty: none
    QTest::newRow("HubSpot")
        << QStringList{u"Record ID"_s,         u"Deal Name"_s,  u"Deal Stage"_s, u"Close Date"_s,
                       u"Create Date"_s,       u"Deal owner"_s, u"Amount"_s,     u"Original Source Type"_s,
                       u"Associated Company"_s}
        << QStringList{u"key"_s,   u"name"_s,  u"stage"_s,  u"closed"_s, u"created"_s,
                       u"owner"_s, u"value"_s, u"source"_s, u"account"_s};
    QTest::newRow("Salesforce") << QStringList{u"Opportunity ID"_s, u"Opportunity Name"_s,
                                               u"StageName"_s,      u"CreatedDate"_s,
                                               u"CloseDate"_s,      u"Amount"_s,
                                               u"LeadSource"_s,     u"Opportunity Owner"_s,
                                               u"Account Name"_s,   u"Probability (%)"_s,
                                               u"CurrencyIsoCode"_s}
                                << QStringList{u"key"_s,     u"name"_s,  u"stage"_s,   u"created"_s,
                                               u"closed"_s,  u"value"_s, u"source"_s,  u"owner"_s,
                                               u"account"_s, {},         u"currency"_s};
    QTest::newRow("Zoho") << QStringList{u"Record Id"_s,       u"Deal Name"_s,    u"Stage"_s,
                                         u"Created Time"_s,    u"Closing Date"_s, u"Amount"_s,
                                         u"Lead Source"_s,     u"Deal Owner"_s,   u"Account Name"_s,
                                         u"Expected Revenue"_s}
                          << QStringList{u"key"_s,   u"name"_s,   u"stage"_s, u"created"_s, u"closed"_s,
                                         u"value"_s, u"source"_s, u"owner"_s, u"account"_s, {}};
    QTest::newRow("Dynamics") << QStringList{u"(Do Not Modify) Opportunity"_s,
                                             u"Topic"_s,
                                             u"Pipeline Phase"_s,
                                             u"Status"_s,
                                             u"Created On"_s,
                                             u"Actual Close Date"_s,
                                             u"Est. Close Date"_s,
                                             u"Actual Revenue"_s,
                                             u"Owner"_s,
                                             u"Potential Customer"_s}
                              << QStringList{u"key"_s,    u"name"_s, u"stage"_s, u"status"_s, u"created"_s,
                                             u"closed"_s, {},        u"value"_s, u"owner"_s,  u"account"_s};
    QTest::newRow("French") << QStringList{u"Identifiant"_s,     u"Nom de l'opportunité"_s,
                                           u"Étape"_s,           u"Date de création"_s,
                                           u"Date de clôture"_s, u"Montant"_s,
                                           u"Devise"_s,          u"Propriétaire"_s,
                                           u"Origine"_s,         u"Secteur"_s,
                                           u"Société"_s}
                            << QStringList{u"key"_s,    u"name"_s,    u"stage"_s,    u"created"_s,
                                           u"closed"_s, u"value"_s,   u"currency"_s, u"owner"_s,
                                           u"source"_s, u"segment"_s, u"account"_s};
    QTest::newRow("Spanish") << QStringList{
        u"Nombre del negocio"_s,
        u"Etapa"_s,
        u"Fecha de creación"_s,
        u"Fecha de cierre"_s,
        u"Importe"_s,
        u"Moneda"_s,
        u"Propietario"_s,
        u"Fuente"_s,
        u"Producto"_s,
        u"Empresa"_s} << QStringList{u"name"_s,     u"stage"_s, u"created"_s, u"closed"_s,  u"value"_s,
                                     u"currency"_s, u"owner"_s, u"source"_s,  u"segment"_s, u"account"_s};
    QTest::newRow("Portuguese") << QStringList{u"Nome do negócio"_s, u"Estágio"_s,
                                               u"Data de criação"_s, u"Data de fechamento"_s,
                                               u"Valor"_s,           u"Moeda"_s,
                                               u"Proprietário"_s,    u"Origem"_s,
                                               u"Região"_s,          u"Conta"_s}
                                << QStringList{u"name"_s,    u"stage"_s,    u"created"_s, u"closed"_s,
                                               u"value"_s,   u"currency"_s, u"owner"_s,   u"source"_s,
                                               u"segment"_s, u"account"_s};
}

void TestRecognition::recognisesColumns()
{
    QFETCH(QStringList, columns);
    QFETCH(QStringList, roles);
    const ColumnRoles found = rolesOf(columns);
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const QString &name = columns.at(i);
        QVERIFY2((found.contains(name) ? roleKey(found.value(name)) : QString()) == roles.at(i),
                 qPrintable(name));
    }
}

void TestRecognition::recognisesStages_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("stage");
    const auto row = [](const QString &text, const QString &kind, int stage = 0) {
        QTest::newRow(qPrintable(text)) << text << kind << stage;
    };
    for (const QString &text : {u"Won"_s, u"Closed Won"_s, u"closed-won"_s, u"Gewonnen"_s, u"Gagné"_s,
                                u"Ganada"_s, u"Fechado ganho"_s, u"6 - Closed Won (renewal)"_s})
        row(text, u"won"_s);
    for (const QString &text :
         {u"Lost"_s, u"Closed Lost"_s, u"Closed Lost to Competition"_s, u"Verloren"_s, u"Perdu"_s,
          u"Perdida"_s, u"Perdido"_s, u"Disqualified"_s, u"Unqualified"_s, u"Not qualified"_s})
        row(text, u"lost"_s);
    row(u"MQL"_s, u"stage"_s, 3);
    row(u"Marketing Qualified Lead"_s, u"stage"_s, 3);
    row(u"New"_s, u"stage"_s, 2);
    row(u"Qualification"_s, u"stage"_s, 4);
    row(u"SAL"_s, u"stage"_s, 3);
    row(u"Proposal/Price Quote"_s, u"stage"_s, 5);
    row(u"3 - Negotiation"_s, u"stage"_s, 5);
    row(u"Decision Maker Bought-In"_s, u"stage"_s, 5);
    row(u"En négociation"_s, u"stage"_s, 5);
    row(u"xyz"_s, u"unknown"_s);
}

void TestRecognition::recognisesStages()
{
    QFETCH(QString, text);
    QFETCH(QString, kind);
    QFETCH(int, stage);
    const StageTarget target = recogniseStage(text, usualStages());
    QCOMPARE(stageTargetKey(target.kind), kind);
    QCOMPARE(target.stage, stage);
    QList<Stage> own = usualStages();
    own[1].crmNames = {u"XYZ"_s};
    QCOMPARE(recogniseStage(u"xyz"_s, own).stage, 2);
}

void TestRecognition::wordsAreMadeComparable()
{
    QCOMPARE(plainWords(u"CloseDate"_s), u"close date"_s);
    QCOMPARE(plainWords(u"  close_DATE (Größe)"_s), u"close date grosse"_s);
    QVERIFY(holdsWords(u"deal close date"_s, u"close date"_s));
    QVERIFY(!holdsWords(u"disclose date"_s, u"close date"_s));
}

QTEST_APPLESS_MAIN(TestRecognition)
#include "tst_recognition.moc"
