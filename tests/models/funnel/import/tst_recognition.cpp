#include "models/funnel/import/columns.h"
#include "models/funnel/import/joined_stages.h"
#include "models/funnel/import/named_columns.h"
#include "models/funnel/stages/stage_target.h"
#include "models/tables/words.h"
#include "tests/support/made_import.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

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
    void amountsAreNoOtherFigures();
    void wordsAreMadeComparable();
    void knowsDealsAndPeopleInEachLanguage();
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
                                     u"currency"_s, u"owner"_s, u"source"_s,  u"product"_s, u"account"_s};
    QTest::newRow("Portuguese") << QStringList{u"Nome do negócio"_s, u"Estágio"_s,
                                               u"Data de criação"_s, u"Data de fechamento"_s,
                                               u"Valor"_s,           u"Moeda"_s,
                                               u"Proprietário"_s,    u"Origem"_s,
                                               u"Região"_s,          u"Conta"_s}
                                << QStringList{u"name"_s,    u"stage"_s,    u"created"_s, u"closed"_s,
                                               u"value"_s,   u"currency"_s, u"owner"_s,   u"source"_s,
                                               u"segment"_s, u"account"_s};
    const QStringList inOrder{u"key"_s,   u"name"_s,     u"stage"_s, u"created"_s, u"closed"_s,
                              u"value"_s, u"currency"_s, u"owner"_s, u"source"_s,  u"account"_s};
    QTest::newRow("Turkish") << QStringList{u"Fırsat No"_s,        u"Fırsat Adı"_s,     u"Aşama"_s,
                                            u"Oluşturma Tarihi"_s, u"Kapanış Tarihi"_s, u"Tutar"_s,
                                            u"Para Birimi"_s,      u"Fırsat Sahibi"_s,  u"Kaynak"_s,
                                            u"Müşteri"_s}
                             << inOrder;
    QTest::newRow("Turkish capitals")
        << QStringList{u"KAYIT NO"_s,       u"FIRSAT ADI"_s, u"AŞAMA"_s,       u"OLUŞTURMA TARİHİ"_s,
                       u"KAPANIŞ TARİHİ"_s, u"TUTAR"_s,      u"PARA BİRİMİ"_s, u"SAHİP"_s,
                       u"KAYNAK"_s,         u"ŞİRKET"_s}
        << inOrder;
    QTest::newRow("Russian") << QStringList{u"ID сделки"_s,     u"Название сделки"_s, u"Стадия сделки"_s,
                                            u"Дата создания"_s, u"Дата закрытия"_s,   u"Сумма"_s,
                                            u"Валюта"_s,        u"Ответственный"_s,   u"Источник"_s,
                                            u"Компания"_s}
                             << inOrder;
    QTest::newRow("Simplified Chinese")
        << QStringList{u"商机编号"_s, u"商机名称"_s, u"销售阶段"_s, u"创建时间"_s, u"成交日期"_s,
                       u"金额"_s,     u"币种"_s,     u"负责人"_s,   u"线索来源"_s, u"客户名称"_s}
        << inOrder;
    QTest::newRow("Traditional Chinese")
        << QStringList{u"商機編號"_s, u"商機名稱"_s, u"銷售階段"_s, u"建立日期"_s,     u"成交日期"_s,
                       u"金額"_s,     u"幣別"_s,     u"負責人"_s,   u"潛在客戶來源"_s, u"客戶名稱"_s}
        << inOrder;
    QTest::newRow("Korean") << QStringList{u"기회 ID"_s,   u"기회명"_s, u"영업 단계"_s, u"생성일"_s,
                                           u"마감일"_s,    u"금액"_s,   u"통화"_s,      u"담당자"_s,
                                           u"리드 소스"_s, u"고객사"_s}
                            << inOrder;
    QTest::newRow("Danish") << QStringList{u"Aftale-ID"_s, u"Aftalenavn"_s, u"Salgsfase"_s, u"Oprettet"_s,
                                           u"Lukkedato"_s, u"Beløb"_s,      u"Valuta"_s,    u"Ejer"_s,
                                           u"Kilde"_s,     u"Virksomhed"_s}
                            << inOrder;
    QTest::newRow("Norwegian") << QStringList{u"Avtale-ID"_s, u"Avtalenavn"_s, u"Salgsfase"_s, u"Opprettet"_s,
                                              u"Lukkedato"_s, u"Beløp"_s,      u"Valuta"_s,    u"Eier"_s,
                                              u"Kilde"_s,     u"Firmanavn"_s}
                               << inOrder;
    QTest::newRow("Finnish") << QStringList{u"Tunnus"_s,   u"Kaupan nimi"_s,    u"Myyntivaihe"_s,
                                            u"Luotu"_s,    u"Päättymispäivä"_s, u"Summa"_s,
                                            u"Valuutta"_s, u"Omistaja"_s,       u"Lähde"_s,
                                            u"Asiakas"_s}
                             << inOrder;
    QTest::newRow("Czech") << QStringList{u"Číslo obchodu"_s,  u"Název obchodu"_s,
                                          u"Fáze obchodu"_s,   u"Datum vytvoření"_s,
                                          u"Datum uzavření"_s, u"Částka"_s,
                                          u"Měna"_s,           u"Vlastník"_s,
                                          u"Zdroj"_s,          u"Společnost"_s}
                           << inOrder;
    QTest::newRow("Polish") << QStringList{u"ID szansy"_s,       u"Nazwa szansy"_s,    u"Etap sprzedaży"_s,
                                           u"Data utworzenia"_s, u"Data zamknięcia"_s, u"Kwota"_s,
                                           u"Waluta"_s,          u"Właściciel"_s,      u"Źródło"_s,
                                           u"Nazwa firmy"_s}
                            << inOrder;
    QTest::newRow("Japanese") << QStringList{u"案件ID"_s,       u"案件名"_s,  u"商談ステージ"_s, u"作成日"_s,
                                             u"完了日"_s,       u"金額"_s,    u"通貨"_s,         u"担当者"_s,
                                             u"リードソース"_s, u"取引先名"_s}
                              << inOrder;
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
    row(u"Negotiating"_s, u"stage"_s, 5);
    row(u"Decision Maker Bought-In"_s, u"stage"_s, 5);
    row(u"En négociation"_s, u"stage"_s, 5);
    for (const QString &text :
         {u"Kazanıldı"_s, u"Выиграна"_s, u"Успешно реализовано"_s, u"赢单"_s, u"成交"_s, u"贏單"_s, u"수주"_s,
          u"Vundet"_s, u"Vunnet"_s, u"Voitettu"_s, u"Vyhráno"_s, u"Zamknięte wygrane"_s})
        row(text, u"won"_s);
    for (const QString &text :
         {u"Kaybedildi"_s, u"Проиграна"_s, u"Закрыто и не реализовано"_s, u"输单"_s, u"丟單"_s, u"실패"_s,
          u"Tabt"_s, u"Tapt"_s, u"Hävitty"_s, u"Prohráno"_s, u"Zamknięte przegrane"_s})
        row(text, u"lost"_s);
    for (const QString &text :
         {u"Müzakere"_s, u"Переговоры"_s, u"商务谈判"_s, u"報價"_s, u"협상"_s, u"Tilbud sendt"_s,
          u"Tarjous lähetetty"_s, u"Nabídka odeslána"_s, u"Umowa wysłana"_s, u"提案/価格見積もり"_s})
        row(text, u"stage"_s, 5);
    for (const QString &text :
         {u"Yeni"_s, u"Новый лид"_s, u"线索"_s, u"潛在客戶"_s, u"신규"_s, u"Uusi"_s, u"Nový"_s, u"Nytt"_s})
        row(text, u"stage"_s, 2);
    for (const QString &text :
         {u"Won - Not Invoiced"_s, u"Closed Won - No Invoice"_s, u"Gewonnen (noch nicht fakturiert)"_s,
          u"Gagné - non facturé"_s, u"Ganado (no facturado)"_s, u"Vinto - non fatturato"_s,
          u"Won - to be invoiced"_s, u"Gewonnen, wird fakturiert"_s})
        row(text, u"won"_s);
    for (const QString &text : {u"Не выиграна"_s, u"Ej vunnen"_s, u"Noch nicht gewonnen"_s,
                                u"Pas encore gagné"_s, u"Won: no"_s, u"Kazanıldı değil"_s, u"Un-won"_s})
        row(text, u"not_won"_s);
    for (const QString &text :
         {u"Lost - no budget"_s, u"Lost, not won"_s, u"Lost, won by a competitor"_s, u"Won by a competitor"_s,
          u"Closed - not won"_s, u"Won't buy"_s, u"Won’t proceed"_s, u"Closed/Won't fix"_s, u"Geweigerd"_s})
        row(text, u"lost"_s);
    for (const QString &text :
         {u"Almost won"_s, u"Won (almost)"_s, u"Nästan vunnen"_s, u"Fast gewonnen"_s, u"Beinahe gewonnen"_s,
          u"So gut wie gewonnen"_s, u"Voraussichtlich gewonnen"_s, u"Kann gewonnen werden"_s,
          u"Bijna gewonnen"_s, u"Quasi vinto"_s, u"Prawie wygrane"_s, u"Won or lost"_s, u"Won/Lost"_s,
          u"Not lost"_s, u"Win/Loss review"_s, u"xyz"_s})
        row(text, u"unknown"_s);
    for (const QString &text :
         {u"Propuesta rechazada"_s, u"Oferta rechazada"_s, u"No interesado"_s, u"Proposition refusée"_s,
          u"Offre déclinée"_s, u"Proposta recusada"_s, u"Angebot nicht angenommen"_s,
          u"Verhandlung gescheitert"_s, u"Angebot zurückgezogen"_s, u"Negotiation failed"_s,
          u"Quote expired"_s, u"Proposal withdrawn"_s, u"Qualified Out"_s, u"Not a lead"_s})
        row(text, u"lost"_s);
    for (const QString &text :
         {u"Quote accepted"_s, u"Devis accepté"_s, u"Angebot angenommen"_s, u"Accepted"_s,
          u"No proposal yet"_s, u"Noch kein Angebot"_s, u"Contract not signed"_s, u"Demo abgesagt"_s,
          u"Meeting cancelled"_s, u"Not rejected"_s})
        row(text, u"unknown"_s);
    row(u"Sales accepted"_s, u"stage"_s, 3);
    row(u"2 - Not contacted"_s, u"stage"_s, 2);
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
    QCOMPARE(recogniseStage(u"XYZ (Renewals)"_s, own).stage, 2);
    QCOMPARE(recogniseStage(u"XYZ (lost)"_s, own).kind, StageTarget::Kind::Lost);
}

// A name that only begins like that of an amount, and a column in which nobody ever typed one.
void TestRecognition::amountsAreNoOtherFigures()
{
    const auto valueOf = [](const QString &other, const QString &cells, const QString &value) {
        const QString text
            = u"Id,Stage,Created,%1,%2\n1,Won,2026-01-02,%3,500\n2,Won,2026-01-03,%3,700\n"_s.arg(
                other, value, cells);
        return madeImport(text.toUtf8()).suggestion.mapping.columns.key(ColumnRole::Value);
    };
    for (const QString &other : {u"Sales Organization"_s, u"Total Activities"_s, u"Ingresos anuales"_s,
                                 u"Receita anual"_s, u"Chiffre d'affaires annuel"_s, u"Umsatz Vorjahr"_s})
        QCOMPARE(valueOf(other, u"1000"_s, u"Expected Value"_s), u"Expected Value"_s);
    QCOMPARE(valueOf(u"Revenu récurrent mensuel"_s, u"0"_s, u"Revenu espéré"_s), u"Revenu espéré"_s);
    QCOMPARE(valueOf(u"Notes"_s, u"12"_s, u"Total sales"_s), u"Total sales"_s);
    QCOMPARE(valueOf(u"Notes"_s, u"12"_s, u"Total (EUR)"_s), u"Total (EUR)"_s);
}

void TestRecognition::wordsAreMadeComparable()
{
    QCOMPARE(plainWords(u"CloseDate"_s), u"close date"_s);
    QCOMPARE(plainWords(u"  close_DATE (Größe)"_s), u"close date grosse"_s);
    QCOMPARE(plainWords(u"FIRSAT SAHİBİ"_s), plainWords(u"fırsat sahibi"_s));
    QVERIFY(holdsWords(u"deal close date"_s, u"close date"_s));
    QVERIFY(!holdsWords(u"disclose date"_s, u"close date"_s));
}

// Wherever it matters, in all languages that columns are known in.
void TestRecognition::knowsDealsAndPeopleInEachLanguage()
{
    for (const QString &column :
         {u"Deal ID"_s, u"ID affaire"_s, u"Negocio"_s, u"Szansa"_s, u"ID сделки"_s, u"Fırsat No"_s,
          u"Salgsmulighed ID"_s, u"Název příležitosti"_s, u"Номер угоди"_s})
        QVERIFY2(isNamedForDeals(column) && isByDeals({{}, {{column, 1}}}), qPrintable(column));
    for (const QString &column : {u"Number of deals"_s, u"Idealo"_s, u"Contact ID"_s})
        QVERIFY2(!isNamedForDeals(column), qPrintable(column));
    for (const QString &column : {u"Contact ID"_s, u"Courriel"_s, u"Personne"_s, u"Contactpersoon"_s,
                                  u"Mail"_s, u"E-Mailadres"_s, u"Контакт"_s})
        QVERIFY2(isNamedForPeople(column) && isIdOfOthers(column), qPrintable(column));
    QVERIFY(!isNamedForPeople(u"Deal ID"_s));
    QVERIFY(isNamedForLeads(u"MQL Status"_s));
}

QTEST_APPLESS_MAIN(TestRecognition)
#include "tst_recognition.moc"
