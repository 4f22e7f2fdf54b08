#include "models/funnel/import/crm_table.h"
#include "models/funnel/import/deal_reader.h"
#include "models/tables/csv_source.h"
#include "tests/support/byte_devices.h"
#include "tests/support/made_import.h"
#include "tests/support/summarize.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<CsvSource> sourceOf(const QByteArray &bytes)
{
    auto source = CsvSource::open(bufferOf(bytes));
    return source ? std::move(source).value() : nullptr;
}

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheSharedExport();
    void readsAGermanExport();
    void readsTabsInUtf16();
    void readsBarsWithReportLines();
    void readsStageBesideStatus();
    void refusesRowsWithTheirLine();
    void rowsWithoutIdAreKnownByTheirContent();
    void leadsWithoutStageCountAsLeads();
    void aMappingSurvivesJson();
    void canBeCancelled();
    void damagedTablesAddUpToo();
};

void TestImport::readsTheSharedExport()
{
    const QString data = qEnvironmentVariable("SMARKETING_SHARED_DATA");
    if (data.isEmpty())
        QSKIP("SMARKETING_SHARED_DATA is not set");
    const auto source = openCrmTable(data + u"/crm/derived/maven_iso.csv"_s);
    QVERIFY(source.ok());
    const MadeImport imported = madeImport(**source);
    QVERIFY(imported.suggestion.questions.isEmpty());
    QCOMPARE(imported.report.rows, 8800);
    QCOMPARE(imported.report.taken, 8800);
    QCOMPARE(imported.report.repeated, 0);
    QCOMPARE(imported.suggestion.mapping.stages.value(u"Engaging"_s),
             (StageTarget{StageTarget::Kind::Stage, 5}));
    QCOMPARE(imported.suggestion.mapping.stages.value(u"Prospecting"_s),
             (StageTarget{StageTarget::Kind::Stage, 4}));
    QCOMPARE(imported.suggestion.mapping.stageOfLost, 5);

    const DealSummary summary = summarize(imported.deals, 6, Grain::Quarter);
    const auto whole
        = [](const DealTotals &totals) { return totals.value.only().value_or(Money{}).minor / 100; };
    QCOMPARE(summary.won.count, 4238);
    QCOMPARE(summary.lost.count, 2473);
    QCOMPARE(summary.openByCrmStage, (QMap<QString, qint64>{{u"Engaging"_s, 1589}, {u"Prospecting"_s, 500}}));
    QCOMPARE(whole(summary.won), 10005534);
    QCOMPARE(summary.dealSize(u"EUR"_s).plain(2), u"2360.91"_s);
    QCOMPARE(summary.winRate().toText(QLocale::c()), u"63.15\u00a0%"_s);
    QCOMPARE(summary.meanCycleDays.plain(2), u"51.78"_s);
    QCOMPARE(summary.medianCycleDays, Fraction(57));
    const QList<qint64> counts{531, 1254, 1257, 1196};
    const QList<qint64> values{1134672, 3086111, 2982255, 2802496};
    for (int i = 0; i < 4; ++i) {
        const DealTotals totals
            = summary.wonByClose.value(Period::fromKey(u"2017-Q"_s + QString::number(i + 1)));
        QCOMPARE(totals.count, counts.at(i));
        QCOMPARE(whole(totals), values.at(i));
    }
    QCOMPARE(summary.withoutCreated, 500);
    QCOMPARE(summary.stages.at(3).count, 8800);
    QCOMPARE(summary.stages.at(4).count, 8300);
    QCOMPARE(summary.stages.at(5).count, 4238);
}

void TestImport::readsAGermanExport()
{
    // Windows-1252, as a spreadsheet of that country writes it.
    const auto source = sourceOf(
        "Auftragsnr;Verkaufschancen-ID;Name;Verkaufsphase;Erstellt am;Abschlussdatum;Betrag;W\xe4hrung;"
        "Zust\xe4ndig;Quelle;Branche;Firma\r\n"
        "x;A1;F\xf6rderband;Gewonnen;03.01.2026;14.02.2026;12.500,00;EUR;J\xfcrgen;Messe;Bau;Alt & "
        "S\xf6hne\r\n"
        "x;A2;Greifer;Verloren;05.01.2026;20.01.2026;;EUR;J\xfcrgen;Web;Bau;Neu GmbH\r\n"
        "x;A3;Arm;Angebot;07.02.2026;;7.999,50;CHF;Ute;Messe;Chemie;Dritte AG\r\n"
        "x;A4;Rolle;Neu;08.02.2026;;-;;Ute;Messe;Chemie;Dritte AG\r\n"
        "Summe;;;;;;20.499,50;;;;;\r\n");
    QVERIFY(source != nullptr);
    const MadeImport imported = madeImport(*source);
    QCOMPARE(imported.report.taken, 4);
    QCOMPARE(imported.report.refused, 0);
    QVERIFY(imported.suggestion.questions.isEmpty());
    const Deal &first = imported.deals.at(0);
    QCOMPARE(first.key, u"A1"_s);
    QCOMPARE(first.name, u"Förderband"_s);
    QCOMPARE(first.state, Deal::State::Won);
    QCOMPARE(first.created, QDate(2026, 1, 3));
    QCOMPARE(first.closed, QDate(2026, 2, 14));
    QCOMPARE(first.value, (Money{1250000, u"EUR"_s}));
    QCOMPARE(first.owner, u"Jürgen"_s);
    QCOMPARE(first.source, u"Messe"_s);
    QCOMPARE(first.segment, u"Bau"_s);
    QCOMPARE(first.account, u"Alt & Söhne"_s);
    QCOMPARE(imported.deals.at(1).state, Deal::State::Lost);
    // The first open rows with a date are leads.
    QCOMPARE(imported.deals.at(1).stage, 1);
    QCOMPARE(imported.deals.at(2).value, (Money{799950, u"CHF"_s}));
    QCOMPARE(imported.deals.at(2).stage, 4);
    QVERIFY(!imported.deals.at(3).value.has_value());
}

void TestImport::readsTabsInUtf16()
{
    const QString text
        = u"Record ID\tDeal Name\tDeal Stage\tCreate Date\tClose Date\tAmount in company currency\t"
          "Currency\tDeal owner\tOriginal Traffic Source\n"
          "101\tArm\tClosed Won\t2026-01-05 09:12\t2026-03-01 10:00\t$1,250.50\tUSD\tAnn\tOrganic Search\n"
          "102\tBelt\tAppointment Scheduled\t2026-01-06 09:12\t2026-06-30 10:00\t$900\tUSD\tBob\tPaid\n"
          "103\tGrip\tClosed Lost\t2026-01-07 09:12\t2026-02-01 10:00\t\tUSD\tBob\tPaid\n"_s;
    for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        const auto source
            = sourceOf(QByteArray(QStringEncoder(encoding, QStringConverter::Flag::WriteBom).encode(text)));
        QVERIFY(source != nullptr);
        const MadeImport imported = madeImport(*source);
        QCOMPARE(imported.report.taken, 3);
        QCOMPARE(imported.deals.at(0).value, (Money{125050, u"USD"_s}));
        QCOMPARE(imported.deals.at(0).created, QDate(2026, 1, 5));
        QCOMPARE(imported.deals.at(1).stage, 3);
        QVERIFY(!imported.deals.at(1).closed.isValid());
        QCOMPARE(imported.deals.at(2).stage, 3);
        QCOMPARE(imported.deals.at(2).source, u"Paid"_s);
    }
}

void TestImport::readsBarsWithReportLines()
{
    const auto source = sourceOf(
        "Pipeline of the year\n"
        "\n"
        "Opportunity ID|Opportunity Name|Stage|Created Date|Close Date|Amount|Lead Source|Account Name\n"
        "006-1|Arm|Proposal/Price Quote|1/15/2026|6/30/2026|USD 1,000.00|Web|Northwind Tools\n"
        "006-2|Belt|Closed Won|2/3/2026|2/20/2026|USD 2,000.00|Web|Harbour Mills\n"
        "\n"
        "Grand Total||||||USD 3,000.00|\n"
        "Confidential\n");
    QVERIFY(source != nullptr);
    const MadeImport imported = madeImport(*source);
    QCOMPARE(imported.report.taken, 2);
    QCOMPARE(imported.deals.at(0).created, QDate(2026, 1, 15));
    QCOMPARE(imported.deals.at(1).created, QDate(2026, 2, 3));
    QCOMPARE(imported.deals.at(1).closed, QDate(2026, 2, 20));
    QCOMPARE(imported.deals.at(1).value, (Money{200000, u"USD"_s}));
    QCOMPARE(imported.report.remarks.size(), 2);
}

void TestImport::readsStageBesideStatus()
{
    const auto source
        = sourceOf("Deal - ID,Deal - Title,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Won time,"
                   "Deal - Lost time,Deal - Expected close date,Deal - Value,Deal - Currency of Value\n"
                   "1,Arm,Negotiations Started,Won,2026-01-02,2026-02-02,,2026-09-09,100,EUR\n"
                   "2,Belt,Contact Made,Lost,2026-01-02,,2026-03-03,,200,EUR\n"
                   "3,Grip,Proposal Made,Open,2026-01-02,,,2026-09-09,300,EUR\n"
                   "4,Roll,Closed Won,Lost,2026-01-02,,2026-03-03,,200,EUR\n");
    QVERIFY(source != nullptr);
    const MadeImport imported = madeImport(*source);
    QCOMPARE(imported.report.taken, 3);
    QCOMPARE(imported.deals.at(0).state, Deal::State::Won);
    QCOMPARE(imported.deals.at(0).closed, QDate(2026, 2, 2));
    QCOMPARE(imported.deals.at(1).state, Deal::State::Lost);
    QCOMPARE(imported.deals.at(1).stage, 3); // as far as its stage says
    QCOMPARE(imported.deals.at(1).closed, QDate(2026, 3, 3));
    QCOMPARE(imported.deals.at(2).stage, 4);
    QCOMPARE(imported.report.refusedRows.size(), 1);
    QCOMPARE(imported.report.refusedRows.first().line, 5); // won and lost at once
}

void TestImport::refusesRowsWithTheirLine()
{
    const auto source = sourceOf("id,stage,created,closed,value\n"
                                 "1,Won,2026-01-01,2026-01-20,100\n"
                                 "2,Won,yesterday,2026-01-20,100\n"
                                 "3,Won,2026-01-01,2026-01-20,12 apples\n"
                                 "4,Won,2026-01-01,2026-01-20,100,surplus\n"
                                 "5,,2026-01-01,2026-01-20,100\n"
                                 "\"6\",\"Lost\",2026-02-01,2026-01-01,\"1\n\"\n"
                                 "7,Gobbledygook,2026-01-01,,100\n"
                                 "8,Lost,2026-01-01,2026-01-09,100\n"
                                 "1,Won,2026-01-01,2026-01-20,150\n"
                                 "9,Won,2026-01-01,2026-01-20,100\n"
                                 "10,Won,2026-01-01,2026-01-20,100\n");
    QVERIFY(source != nullptr);
    const auto profile = profileTable(*source, usualPlaceholders());
    QVERIFY(profile.ok());
    auto suggestion = suggestMapping(*source, *profile, usualContext());
    QVERIFY(suggestion.ok());
    QCOMPARE(suggestion->questions.size(), 1);
    QCOMPARE(suggestion->questions.first().subject, u"Gobbledygook"_s);
    suggestion->mapping.columns = {{u"id"_s, ColumnRole::Key},
                                   {u"stage"_s, ColumnRole::Stage},
                                   {u"created"_s, ColumnRole::Created},
                                   {u"closed"_s, ColumnRole::Closed},
                                   {u"value"_s, ColumnRole::Value}};
    const auto report = readDeals(*source, suggestion->mapping, usualStages(),
                                  [](const QList<Deal> &) { return Result<void>(); });
    QVERIFY(report.ok());
    QList<qint64> lines;
    for (const TableRemark &refused : report->refusedRows) {
        lines.append(refused.line);
        QVERIFY(!refused.text.isEmpty());
    }
    QCOMPARE(lines, (QList<qint64>{3, 4, 5, 6, 9}));
    QVERIFY(report->refusedRows.at(1).text.contains(u"12 apples"));
    QCOMPARE(report->taken, 6);
    QCOMPARE(report->repeated, 1);
    QCOMPARE(report->closedBeforeCreated, 1);
    QCOMPARE(report->rows, report->taken + report->ignored + report->refused);
}

void TestImport::rowsWithoutIdAreKnownByTheirContent()
{
    const QByteArray rows = "name,stage,value\nArm,Won,5\nArm,Won,5\nBelt,Lost,7\n";
    const auto source = sourceOf(rows);
    const MadeImport once = madeImport(*source);
    const MadeImport again = madeImport(*source);
    QCOMPARE(once.deals.size(), 3);
    QCOMPARE(once.deals, again.deals);
    QVERIFY(once.deals.at(0).key != once.deals.at(1).key);
    QVERIFY(once.deals.at(0).key != once.deals.at(2).key);
}

void TestImport::leadsWithoutStageCountAsLeads()
{
    const auto source = sourceOf("email,company\na@example.org,One\nb@example.org,Two\n");
    const MadeImport imported = madeImport(*source);
    QCOMPARE(imported.report.taken, 2);
    QCOMPARE(imported.deals.at(0).stage, 1);
    QCOMPARE(imported.deals.at(0).key, u"a@example.org"_s);
    QCOMPARE(imported.suggestion.questions.value(0).kind, OpenQuestion::Kind::NoStageColumn);
}

void TestImport::aMappingSurvivesJson()
{
    ImportMapping mapping;
    mapping.columns = {{u"A"_s, ColumnRole::Key}, {u"B"_s, ColumnRole::Closed}, {u"C"_s, ColumnRole::Closed}};
    mapping.stages = {{u"x"_s, {StageTarget::Kind::Stage, Q_INT64_C(9007199254740993)}},
                      {u"y"_s, {StageTarget::Kind::Lost, 0}}};
    mapping.dateOrders = {{u"B"_s, DateOrder::MonthDayYear}};
    mapping.signs = decimalComma;
    mapping.currency = u"CHF"_s;
    mapping.placeholders = {u"-"_s};
    mapping.stageOfLost = Q_INT64_C(9007199254740995);
    const QByteArray bytes = QJsonDocument(mapping.toJson()).toJson();
    const auto read = ImportMapping::fromJson(QJsonDocument::fromJson(bytes).object());
    QVERIFY(read.ok());
    QCOMPARE(*read, mapping);
    QVERIFY(!ImportMapping::fromJson({}).ok());
}

void TestImport::canBeCancelled()
{
    QByteArray bytes = "id,stage\n";
    for (int i = 0; i < 20000; ++i)
        bytes += QByteArray::number(i) + ",Won\n";
    const auto source = sourceOf(bytes);
    QCOMPARE(profileTable(*source, {}, [](double) { return false; }).error().code, Error::Code::Cancelled);
    ImportMapping mapping;
    mapping.columns = {{u"id"_s, ColumnRole::Key}, {u"stage"_s, ColumnRole::Stage}};
    mapping.stages = {{u"Won"_s, {StageTarget::Kind::Won, 0}}};
    QList<double> steps;
    const auto cancelled = readDeals(
        *source, mapping, usualStages(), [](const QList<Deal> &) { return Result<void>(); },
        [&steps](double done) {
            steps.append(done);
            return steps.size() < 3;
        });
    QCOMPARE(cancelled.error().code, Error::Code::Cancelled);
    QCOMPARE(steps.size(), 3);
    const auto failed = readDeals(*source, mapping, usualStages(), [](const QList<Deal> &) {
        return Result<void>(Error{Error::Code::DiskFull, {}});
    });
    QCOMPARE(failed.error().code, Error::Code::DiskFull);
}

void TestImport::damagedTablesAddUpToo()
{
    const QByteArray sound = "id;stage;status;created;closed;value;owner\r\n"
                             "1;New;Open;1.2.2026;;1.234,50 EUR;Ann\r\n"
                             "2;Proposal;Won;3.2.2026;20.3.2026;\"2.000\";\"Bob \"\"B\"\"\"\r\n"
                             "3;Demo;Lost;4.2.2026;21.3.2026;-;Ann\r\n";
    const QByteArray bytes = "\";,|\t\r\n0(-.\xff\xc3 e";
    QRandomGenerator random(17);
    for (int i = 0; i < 300; ++i) {
        QByteArray damaged = sound;
        for (int j = random.bounded(1, 12); j > 0; --j)
            damaged[random.bounded(int(damaged.size()))] = bytes.at(random.bounded(int(bytes.size())));
        damaged.truncate(random.bounded(int(damaged.size()) / 2, int(damaged.size())));
        const auto source = sourceOf(damaged);
        if (!source)
            continue;
        const MadeImport imported = madeImport(*source);
        const ImportReport &report = imported.report;
        QCOMPARE(report.rows, report.taken + report.ignored + report.refused);
        QCOMPARE(report.taken, imported.deals.size());
        QCOMPARE(report.refused, report.refusedRows.size());
        const DealSummary summary = summarize(imported.deals, 6, Grain::Month);
        QCOMPARE(summary.rows, summary.won.count + summary.lost.count + summary.open.count);
    }
}

QTEST_APPLESS_MAIN(TestImport)
#include "tst_import.moc"
