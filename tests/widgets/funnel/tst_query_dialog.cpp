#include "models/funnel/funnel_store.h"
#include "tests/support/postgres_server.h"
#include "tests/support/test_page.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/funnel/query_dialog.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSqlDatabase>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString counts = u"SELECT 'Lead' AS stage, DATE '2026-03-05' AS date, 40 AS count "
                       "UNION SELECT 'Limbo', DATE '2026-03-05', 1"_s;

template <class T> T *named(const QWidget &dialog, const QString &accessibleName)
{
    for (T *widget : dialog.findChildren<T *>())
        if (widget->accessibleName() == accessibleName)
            return widget;
    qFatal("there is no %s", qPrintable(accessibleName));
}

void press(const QWidget &dialog, const QString &name)
{
    auto *button = dialog.findChild<QPushButton *>(name);
    QVERIFY2(button && button->isEnabled(), qPrintable(name));
    button->click();
}

QString messageOf(const QWidget &dialog)
{
    const auto *bar = dialog.findChild<InlineBar *>();
    return bar ? bar->text() : QString();
}

} // namespace

// The window that fetches numbers from a database, with a PostgreSQL server that the test starts.
class TestQueryDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void numbersAreSeenThenTaken();
    void failuresStandInTheWindow();
    void aQueryIsSavedWithoutThePassword();
    void aLongQueryIsStopped();
    void everyControlHasAName();

private:
    void fill(const QueryDialog &dialog, const QString &sql) const;

    std::unique_ptr<PostgresServer> m_server;
};

void TestQueryDialog::initTestCase()
{
    if (!PostgresServer::isInstalled() || !QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
        QSKIP("PostgreSQL or Qt's driver for it is not installed: packaging/packages.sh names the packages.");
    m_server = std::make_unique<PostgresServer>();
    QVERIFY(m_server->isRunning());
}

void TestQueryDialog::fill(const QueryDialog &dialog, const QString &sql) const
{
    named<QLineEdit>(dialog, u"Name"_s)->setText(u"Warehouse"_s);
    named<QLineEdit>(dialog, u"Host"_s)->setText(m_server->host());
    named<QLineEdit>(dialog, u"Database"_s)->setText(u"postgres"_s);
    named<QLineEdit>(dialog, u"User"_s)->setText(PostgresServer::user());
    named<QLineEdit>(dialog, u"Password"_s)->setText(PostgresServer::password());
    named<QPlainTextEdit>(dialog, u"Query in SQL"_s)->setPlainText(sql);
}

void TestQueryDialog::numbersAreSeenThenTaken()
{
    TestPage page(u"blank"_s);
    QueryDialog dialog(page.context(), nullptr);
    fill(dialog, counts);
    auto *take = dialog.findChild<QPushButton *>(u"takeOver"_s);
    QVERIFY(!take->isEnabled());
    press(dialog, u"runQuery"_s);
    QTRY_VERIFY_WITH_TIMEOUT(take->isEnabled(), 20'000);
    QCOMPARE(dialog.findChild<QTableWidget *>()->rowCount(), 1);
    QVERIFY(readFunnel(page.document()).typed.isEmpty());
    take->click();
    QCOMPARE(readFunnel(page.document()).typed.size(), 1);
    QCOMPARE(readFunnel(page.document()).typed.first().amount, 40);
    press(dialog, u"runQuery"_s);
    QTRY_COMPARE_WITH_TIMEOUT(dialog.findChild<QTableWidget *>()->rowCount(), 1, 20'000);
    QVERIFY(!take->isEnabled()); // nothing is new
    QVERIFY(page.document().undo());
    QVERIFY(readFunnel(page.document()).typed.isEmpty());
}

void TestQueryDialog::failuresStandInTheWindow()
{
    TestPage page(u"blank"_s);
    QueryDialog dialog(page.context(), nullptr);
    fill(dialog, u"SELECT 'Lead' AS stage, '2026-01' AS period, 2.5 AS count"_s);
    press(dialog, u"runQuery"_s);
    QTRY_VERIFY_WITH_TIMEOUT(messageOf(dialog).contains(u"no whole number"_s), 20'000);
    QVERIFY(!dialog.findChild<QPushButton *>(u"takeOver"_s)->isEnabled());
    named<QLineEdit>(dialog, u"Password"_s)->setText(u"guessed"_s);
    press(dialog, u"runQuery"_s);
    QTRY_VERIFY_WITH_TIMEOUT(messageOf(dialog).contains(u"Check the address"_s), 20'000);
}

void TestQueryDialog::aQueryIsSavedWithoutThePassword()
{
    TestPage page(u"blank"_s);
    QueryDialog dialog(page.context(), nullptr);
    fill(dialog, counts);
    press(dialog, u"saveQuery"_s);
    QCOMPARE(savedQueries(page.document()), QStringList{u"Warehouse"_s});
    QVERIFY(!contentOf(page.document()).contains(PostgresServer::password()));
    QueryDialog again(page.context(), nullptr);
    auto *saved = named<QComboBox>(again, u"Saved query"_s);
    saved->setCurrentIndex(1);
    Q_EMIT saved->activated(1);
    QCOMPARE(named<QPlainTextEdit>(again, u"Query in SQL"_s)->toPlainText(), counts);
    QVERIFY(named<QLineEdit>(again, u"Password"_s)->text().isEmpty());
    press(again, u"removeQuery"_s);
    QVERIFY(savedQueries(page.document()).isEmpty());
}

void TestQueryDialog::aLongQueryIsStopped()
{
    TestPage page(u"blank"_s);
    QueryDialog dialog(page.context(), nullptr);
    fill(dialog, u"SELECT pg_sleep(60)"_s);
    press(dialog, u"runQuery"_s);
    QTest::qWait(300);
    QVERIFY(dialog.isWorking());
    press(dialog, u"stopQuery"_s);
    QVERIFY(!dialog.isWorking());
    QVERIFY(messageOf(dialog).contains(u"stopped"_s));
    // And so is one that is changed meanwhile.
    press(dialog, u"runQuery"_s);
    QVERIFY(dialog.isWorking());
    named<QPlainTextEdit>(dialog, u"Query in SQL"_s)->setPlainText(counts);
    QVERIFY(!dialog.isWorking());
    QVERIFY(dialog.findChild<QPushButton *>(u"runQuery"_s)->isEnabled());
}

void TestQueryDialog::everyControlHasAName()
{
    TestPage page(u"blank"_s);
    const QueryDialog dialog(page.context(), nullptr);
    for (const QWidget *widget : dialog.findChildren<QWidget *>()) {
        if (widget->window() != &dialog)
            continue; // the lists of boxes
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isInner = widget->objectName().startsWith(u"qt_"_s);
        if (!isInner && (widget->focusPolicy() & Qt::TabFocus) && !(button && !button->text().isEmpty()))
            QVERIFY2(!widget->accessibleName().isEmpty() || widget->focusProxy(),
                     widget->metaObject()->className());
    }
}

QTEST_MAIN(TestQueryDialog)
#include "tst_query_dialog.moc"
