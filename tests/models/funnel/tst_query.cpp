#include "models/funnel/funnel_store.h"
#include "models/funnel/query/query_figures.h"
#include "tests/support/postgres_server.h"
#include "tests/support/workbook.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

const QString counts = u"SELECT stage, month AS date, sum(n) AS count, sum(worth) AS value FROM deals "
                       "GROUP BY stage, month"_s;

bool hasOdbc(const QString &driver)
{
    QFile drivers(u"/etc/odbcinst.ini"_s);
    return QSqlDatabase::isDriverAvailable(u"QODBC"_s) && drivers.open(QIODevice::ReadOnly)
        && QString::fromUtf8(drivers.readAll()).contains(u'[' + driver + u']');
}

} // namespace

// Stage counts from a PostgreSQL server that the test starts, over both drivers.
class TestQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void numbersComeInOneStepAndOnlyOnce();
    void odbcGivesTheSame();
    void odbcGivesTheSame_data();
    void nothingCanBeChanged();
    void wrongAnswersAreTold_data();
    void wrongAnswersAreTold();
    void failuresAreTold();
    void unknownStagesAreListed();
    void aLongQueryIsStopped_data();
    void aLongQueryIsStopped();
    void aQueryOfAProgramThatIsGoneIsStopped();
    void thePasswordIsNowhere();
    void theCommandLineDoesTheSame();

private:
    SavedQuery query(const QString &sql) const;
    Result<QueryPlan> plan(Document &document, const SavedQuery &query) const;
    Result<QueryPlan> plan(Document &document, const QString &sql) const
    {
        return plan(document, query(sql));
    }
    bool execute(const QString &sql) const;
    SavedQuery odbcQuery(const QString &sql, const QString &driver) const;
    int running(const QString &sql) const; // how many sessions work on it

    std::unique_ptr<PostgresServer> m_server;
};

void TestQuery::initTestCase()
{
    if (!PostgresServer::isInstalled())
        QSKIP("PostgreSQL is not installed: packaging/packages.sh names the packages.");
    if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
        QSKIP("Qt's driver for PostgreSQL is not installed: libqt6sql6-psql.");
    m_server = std::make_unique<PostgresServer>();
    QVERIFY(m_server->isRunning());
    QVERIFY(execute(u"CREATE TABLE deals (stage text, month date, n integer, worth numeric(12,2))"_s));
    QVERIFY(execute(
        u"INSERT INTO deals VALUES ('Lead', '2026-01-05', 40, NULL), ('leads', '2026-01-20', 2, NULL), "
        "('MQL', '2026-01-05', 12, NULL), ('Won', '2026-01-31', 2, 1500.50), "
        "('Won', '2026-02-01', 1, 700)"_s));
}

SavedQuery TestQuery::query(const QString &sql) const
{
    return {.name = u"Warehouse"_s,
            .host = m_server->host(),
            .database = u"postgres"_s,
            .user = PostgresServer::user(),
            .sql = sql};
}

SavedQuery TestQuery::odbcQuery(const QString &sql, const QString &driver) const
{
    SavedQuery odbc = query(sql);
    odbc.driver = SavedQuery::Driver::Odbc;
    odbc.database = u"DRIVER={%1};Server=%2;Port=5432;Database=postgres"_s.arg(driver, m_server->host());
    return odbc;
}

int TestQuery::running(const QString &sql) const
{
    const auto sessions
        = runQuery(query(u"SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%"
                         % sql % u"%' AND pid <> pg_backend_pid()"_s),
                   PostgresServer::password());
    return sessions ? sessions->rows.at(0).at(0).toInt() : -1;
}

Result<QueryPlan> TestQuery::plan(Document &document, const SavedQuery &query) const
{
    const auto table = runQuery(query, PostgresServer::password());
    if (!table)
        return table.error();
    return planFigures(document, *table, query.grain, u"EUR"_s);
}

bool TestQuery::execute(const QString &sql) const
{
    bool done = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, u"fill"_s);
        database.setHostName(m_server->host());
        database.setDatabaseName(u"postgres"_s);
        database.setUserName(PostgresServer::user());
        database.setPassword(PostgresServer::password());
        done = database.open() && QSqlQuery(database).exec(sql);
        if (!done)
            qWarning() << database.lastError();
    }
    QSqlDatabase::removeDatabase(u"fill"_s);
    return done;
}

void TestQuery::numbersComeInOneStepAndOnlyOnce()
{
    TestWorkbook workbook(u"blank"_s);
    Document &document = workbook.document();
    const QString before = contentOf(document);
    const auto first = plan(document, counts);
    QVERIFY2(first, first ? "" : qPrintable(first.error().message));
    QCOMPARE(contentOf(document), before); // only looked at
    QVERIFY(takeOver(document, *first, u"Warehouse"_s));

    qint64 won = 0;
    std::optional<Money> worth;
    for (const TypedFigure &figure : readFunnel(document).typed)
        if (figure.stage == readFunnel(document).stages.last().id && figure.period.key() == u"2026-01") {
            won = figure.amount.value_or(-1);
            worth = figure.worth;
        }
    QCOMPARE(won, 2);
    QCOMPARE(worth, Money::fromPlain(u"1500.50 EUR"_s));

    const auto again = plan(document, counts);
    QVERIFY(again);
    QCOMPARE(again->count(QueryFigure::State::AsBefore), again->figures.size());
    const QString after = contentOf(document);
    QVERIFY(takeOver(document, *again, u"Warehouse"_s));
    QCOMPARE(contentOf(document), after);
    QVERIFY(document.undo());
    QCOMPARE(contentOf(document), before);
}

void TestQuery::odbcGivesTheSame_data()
{
    QTest::addColumn<QString>("driver");
    for (const char *driver : {"PostgreSQL Unicode", "PostgreSQL ANSI"})
        QTest::newRow(driver) << QString::fromLatin1(driver);
}

void TestQuery::odbcGivesTheSame()
{
    QFETCH(const QString, driver);
    if (!hasOdbc(driver))
        QSKIP("ODBC's driver for PostgreSQL is not installed: libqt6sql6-odbc, odbc-postgresql.");
    TestWorkbook workbook(u"blank"_s);
    const SavedQuery odbc = odbcQuery(counts, driver);
    const auto table = runQuery(odbc, PostgresServer::password());
    const auto expected = runQuery(query(counts), PostgresServer::password());
    QVERIFY2(table, table ? "" : qPrintable(table.error().message));
    QVERIFY(expected);
    QVERIFY(table->readOnly);
    const auto figures = planFigures(workbook.document(), *table, odbc.grain, u"EUR"_s);
    const auto same = planFigures(workbook.document(), *expected, odbc.grain, u"EUR"_s);
    QVERIFY(figures && same);
    QCOMPARE(figures->figures.size(), same->figures.size());
    for (qsizetype i = 0; i < same->figures.size(); ++i) {
        QCOMPARE(figures->figures.at(i).stage, same->figures.at(i).stage);
        QCOMPARE(figures->figures.at(i).period, same->figures.at(i).period);
        QCOMPARE(figures->figures.at(i).amount, same->figures.at(i).amount);
        QCOMPARE(figures->figures.at(i).worth, same->figures.at(i).worth);
    }
}

void TestQuery::nothingCanBeChanged()
{
    TestWorkbook workbook(u"blank"_s);
    for (const QString &sql : {u"DELETE FROM deals"_s, u"SELECT 1; DELETE FROM deals"_s,
                               u"WITH gone AS (DELETE FROM deals RETURNING stage) SELECT * FROM gone"_s})
        QVERIFY(!runQuery(query(sql), PostgresServer::password()));
    const auto left = runQuery(query(u"SELECT count(*) FROM deals"_s), PostgresServer::password());
    QVERIFY(left && left->readOnly);
    QCOMPARE(left->rows.at(0).at(0).toInt(), 5);
}

void TestQuery::wrongAnswersAreTold_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("word");
    QTest::newRow("columns") << u"SELECT 'Lead' AS step, 5 AS count"_s << u"Missing: stage, period"_s;
    QTest::newRow("null count") << u"SELECT 'Lead' AS stage, '2026-01' AS period, NULL AS count"_s
                                << u"NULL"_s;
    QTest::newRow("null period") << u"SELECT 'Lead' AS stage, NULL::date AS date, 1 AS count"_s << u"NULL"_s;
    QTest::newRow("negative") << u"SELECT 'Lead' AS stage, '2026-01' AS period, -3 AS count"_s
                              << u"below 0"_s;
    QTest::newRow("fraction") << u"SELECT 'Lead' AS stage, '2026-01' AS period, 2.5 AS count"_s
                              << u"no whole number"_s;
    QTest::newRow("double") << u"SELECT 'Lead' AS stage, '2026-01' AS period, 2.5::float8 AS count"_s
                            << u"no whole number"_s;
    QTest::newRow("period") << u"SELECT 'Lead' AS stage, 'spring' AS period, 2 AS count"_s << u"no period"_s;
    QTest::newRow("values too large")
        << u"SELECT 'Lead' AS stage, '2026-01' AS period, 1 AS count, 50000000000000000 AS value "
           "FROM generate_series(1, 3)"_s
        << u"The values add up to more"_s;
    QTest::newRow("table") << u"SELECT * FROM nowhere"_s << u"nowhere"_s;
    QTest::newRow("late") << u"SELECT 'Lead' AS stage, '2026-01' AS period, 1 / (5 - n) AS count "
                             "FROM generate_series(1, 9) n"_s
                          << u"division by zero"_s;
    QTest::newRow("many") << u"SELECT 'Lead' AS stage, '2026-01' AS period, n AS count "
                             "FROM generate_series(1, 100001) n"_s
                          << u"GROUP BY"_s;
}

void TestQuery::wrongAnswersAreTold()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, word);
    TestWorkbook workbook(u"blank"_s);
    const QString before = contentOf(workbook.document());
    const auto answer = plan(workbook.document(), sql);
    const auto taken = answer ? takeOver(workbook.document(), *answer, u"Warehouse"_s) : answer.error();
    QVERIFY(!taken);
    QVERIFY2(taken.error().message.contains(word), qPrintable(taken.error().message));
    QCOMPARE(contentOf(workbook.document()), before);
}

void TestQuery::failuresAreTold()
{
    const auto wrong = runQuery(query(counts), u"guessed"_s);
    QVERIFY(!wrong);
    QVERIFY2(wrong.error().message.contains(u"password"_s), qPrintable(wrong.error().message));
    QVERIFY(!wrong.error().message.contains(u"guessed"_s));
    SavedQuery nowhere = query(counts);
    nowhere.host = u"127.0.0.1"_s;
    nowhere.port = 1;
    const auto refused = runQuery(nowhere, {});
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"127.0.0.1"_s), qPrintable(refused.error().message));
}

void TestQuery::unknownStagesAreListed()
{
    TestWorkbook workbook(u"blank"_s);
    const auto answer
        = plan(workbook.document(),
               u"SELECT stage, '2026-Q1' AS period, 3 AS count FROM (VALUES ('Lead'), ('Limbo'), "
               "(NULL)) AS v (stage)"_s);
    QVERIFY(answer);
    QCOMPARE(answer->figures.size(), 1);
    QCOMPARE(answer->figures.at(0).period.key(), u"2026-Q1"_s);
    const QList<std::pair<QString, qint64>> expected{{QString(), 1}, {u"Limbo"_s, 1}};
    QCOMPARE(answer->unknownStages, expected);
}

void TestQuery::aLongQueryIsStopped_data()
{
    QTest::addColumn<QString>("driver");
    QTest::newRow("PostgreSQL") << QString();
    QTest::newRow("ODBC") << u"PostgreSQL Unicode"_s;
}

void TestQuery::aLongQueryIsStopped()
{
    QFETCH(const QString, driver);
    if (!driver.isEmpty() && !hasOdbc(driver))
        QSKIP("ODBC's driver for PostgreSQL is not installed: libqt6sql6-odbc, odbc-postgresql.");
    const QString sleep = u"SELECT pg_sleep(60)"_s;
    QElapsedTimer clock;
    clock.start();
    const auto answer = runQuery(driver.isEmpty() ? query(sleep) : odbcQuery(sleep, driver),
                                 PostgresServer::password(), [&](double) { return clock.elapsed() < 500; });
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, Error::Code::Cancelled);
    QVERIFY(clock.elapsed() < 20'000);
    QCOMPARE(running(u"pg_sleep(60)"_s), 0);
}

void TestQuery::aQueryOfAProgramThatIsGoneIsStopped()
{
    TestWorkbook workbook(u"blank"_s);
    QVERIFY(saveQuery(workbook.document(), query(u"SELECT pg_sleep(61)"_s)));
    workbook.close();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SMARKETING_DATABASE_PASSWORD"_s, PostgresServer::password());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(PROGRAM), {u"query"_s, workbook.path(), u"--name"_s, u"Warehouse"_s});
    QTRY_COMPARE_WITH_TIMEOUT(running(u"pg_sleep(61)"_s), 1, 20'000);
    process.kill();
    QVERIFY(process.waitForFinished());
    QTRY_COMPARE_WITH_TIMEOUT(running(u"pg_sleep(61)"_s), 0, 20'000);
}

void TestQuery::thePasswordIsNowhere()
{
    TestWorkbook workbook(u"blank"_s);
    SavedQuery odbc = query(counts);
    QVERIFY(saveQuery(workbook.document(), odbc));
    const auto kept = savedQuery(workbook.document(), u"Warehouse"_s);
    QVERIFY(kept);
    QVERIFY(*kept == odbc);
    odbc.driver = SavedQuery::Driver::Odbc;
    odbc.database = u"DSN=dwh;PWD=secret"_s;
    const auto saved = saveQuery(workbook.document(), odbc);
    QVERIFY(!saved);
    QVERIFY(!saved.error().message.contains(u"secret"_s));
    QVERIFY(removeQuery(workbook.document(), u"Warehouse"_s));
    QVERIFY(savedQueries(workbook.document()).isEmpty());
}

void TestQuery::theCommandLineDoesTheSame()
{
    TestWorkbook workbook(u"blank"_s);
    QVERIFY(saveQuery(workbook.document(), query(counts)));
    SavedQuery half = query(u"SELECT 'Lead' AS stage, '2026-01' AS period, n / 2.0 AS count "
                            "FROM generate_series(1, 2) n"_s);
    half.name = u"Half"_s;
    QVERIFY(saveQuery(workbook.document(), half));
    workbook.close();
    const auto run = [&](const QStringList &more, const QString &name = u"Warehouse"_s) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SMARKETING_DATABASE_PASSWORD"_s, PostgresServer::password());
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(PROGRAM),
                      QStringList{u"query"_s, workbook.path(), u"--name"_s, name, u"--json"_s} + more);
        process.waitForFinished(60'000);
        QJsonObject json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        json.insert(u"exit"_s, process.exitCode());
        json.insert(u"told"_s, QString::fromUtf8(process.readAllStandardError()));
        return json;
    };
    for (const QStringList &more : {QStringList(), QStringList(u"--dry-run"_s)}) {
        const QJsonObject wrong = run(more, u"Half"_s);
        QCOMPARE(wrong.value(u"exit"_s).toInt(), 3);
        QVERIFY(wrong.value(u"told"_s).toString().contains(u"Nothing was taken over. Row 1"_s));
    }
    QCOMPARE(run({u"--dry-run"_s}).value(u"added"_s).toInt(), 4);
    QCOMPARE(run({}).value(u"added"_s).toInt(), 4);
    const QJsonObject again = run({});
    QCOMPARE(again.value(u"unchanged"_s).toInt(), 4);
    QCOMPARE(again.value(u"exit"_s).toInt(), 0);
    QFile file(workbook.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(PostgresServer::password().toUtf8()));
}

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
