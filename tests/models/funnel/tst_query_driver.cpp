#include "models/funnel/query/query_run.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;

// A machine without Qt's drivers for databases is told which package brings them.
class QueryDriverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Qt looks for drivers once, when the first is asked for: here, where there are none.
    void initTestCase() { QCoreApplication::setLibraryPaths({}); }
    void missingDriverIsNamed_data();
    void missingDriverIsNamed();
};

void QueryDriverTest::missingDriverIsNamed_data()
{
    QTest::addColumn<bool>("odbc");
    QTest::addColumn<QString>("driver");
    QTest::addColumn<QString>("package");
    QTest::newRow("PostgreSQL") << false << u"PostgreSQL"_s << u"libqt6sql6-psql"_s;
    QTest::newRow("ODBC") << true << u"ODBC"_s << u"libqt6sql6-odbc"_s;
}

void QueryDriverTest::missingDriverIsNamed()
{
    QFETCH(bool, odbc);
    QFETCH(QString, driver);
    QFETCH(QString, package);
    SavedQuery query;
    query.name = u"Stages"_s;
    query.driver = odbc ? SavedQuery::Driver::Odbc : SavedQuery::Driver::PostgreSql;
    query.host = odbc ? QString() : u"localhost"_s;
    query.database = u"warehouse"_s;
    query.user = u"reader"_s;
    query.sql = u"SELECT stage, month, n FROM counts"_s;
    QVERIFY(query.check().ok());
    const auto answer = runQuery(query, {});
    QVERIFY(!answer);
    QCOMPARE(answer.error().message,
             u"Qt's driver for %1 is not installed. On Debian and Ubuntu it is the package %2."_s.arg(
                 driver, package));
}

QTEST_GUILESS_MAIN(QueryDriverTest)
#include "tst_query_driver.moc"
