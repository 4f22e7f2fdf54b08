#include "models/funnel/import/crm_table.h"
#include "tests/support/made_import.h"
#include "tests/support/summarize.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

using Files = QList<QByteArray>;

const QByteArray leads = "Lead ID,Email,Lead Status,Created Date\n"
                         "L1,a@k.example,Converted,2024-01-01\nL2,b@k.example,Unqualified,2024-01-02\n"
                         "L3,c@k.example,Converted,2024-01-03\nL4,d@k.example,New,2024-01-04\n";
const QByteArray deals = "Opportunity ID,Lead ID,Stage,Amount EUR,Created Date,Close Date\n"
                         "O1,L1,Closed Won,100,2024-01-10,2024-02-10\n"
                         "O2,L3,Closed Lost,200,2024-01-11,2024-02-11\n"
                         "O3,L3,Closed Won,300,2024-01-12,2024-03-12\n"
                         "O4,,Closed Lost,400,2024-01-13,2024-03-13\n";
const QByteArray history = "Opportunity ID,Stage,Entered on\n"
                           "O1,Qualification,2024-01-10\nO1,Closed Won,2024-02-10\n"
                           "O2,Qualification,2024-01-11\nO2,Closed Lost,2024-02-11\n"
                           "O3,Qualification,2024-01-12\nO3,Closed Won,2024-03-12\n"
                           "O4,Qualification,2024-01-13\nO4,Closed Lost,2024-03-13\n";

} // namespace

// What people export into more than one file: whichever is named first, the figures are the same.
class TestSeveralFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsTheSame_data();
    void countsTheSame();
    void cyclesAreThoseOfLeads();
    void filesWithoutAnythingInCommonAreRefused();
    void addedFilesMayBePipes();
    void lettersOfAddedFilesAreAsSaid();

private:
    Result<std::unique_ptr<TableSource>> open(const Files &files);

    QTemporaryDir m_folder;
};

Result<std::unique_ptr<TableSource>> TestSeveralFiles::open(const Files &files)
{
    TableFormat format;
    for (qsizetype i = 0; i < files.size(); ++i) {
        const QString path = m_folder.filePath(u"%1.csv"_s.arg(i));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(files.at(i)) != files.at(i).size())
            qFatal("cannot write %s", qPrintable(path));
        if (i > 0)
            format.added.append(path);
    }
    return openCrmTable(m_folder.filePath(u"0.csv"_s), format);
}

void TestSeveralFiles::countsTheSame_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QList<qint64>>("counts"); // won, lost, leads lost, all
    const QList<qint64> whole{2, 2, 1, 6};
    QTest::newRow("leads, deals") << Files{leads, deals} << whole;
    QTest::newRow("deals, leads") << Files{deals, leads} << whole;
    QTest::newRow("leads, deals, history") << Files{leads, deals, history} << whole;
    QTest::newRow("leads, history, deals") << Files{leads, history, deals} << whole;
    QTest::newRow("history, deals, leads") << Files{history, deals, leads} << whole;
    QTest::newRow("deals, history, leads") << Files{deals, history, leads} << whole;

    const QByteArray names = "Opportunity ID,Stage,Amount EUR\n";
    QTest::newRow("two quarters of one table")
        << Files{names + "1,Won,10\n2,Lost,20\n", names + "3,Won,30\n4,Lost,40\n"}
        << QList<qint64>{2, 2, 0, 4};
    QTest::newRow("columns in another order")
        << Files{names + "1,Won,10\n", "Amount EUR,Stage,Opportunity ID\n30,Lost,3\n"}
        << QList<qint64>{1, 1, 0, 2};
    QTest::newRow("three quarters") << Files{names + "1,Won,10\n", names + "3,Won,30\n",
                                             names + "4,Lost,40\n"}
                                    << QList<qint64>{2, 1, 0, 3};

    const QByteArray converted = "Lead ID,Lead Status,Converted Opportunity ID\nL1,Converted,O1\nL2,New,\n";
    const QByteArray ofThem = "Opportunity ID,Stage,Amount EUR\nO1,Closed Won,10\nO2,Closed Lost,30\n";
    QTest::newRow("leads that name their deal") << Files{converted, ofThem} << QList<qint64>{1, 1, 0, 3};
    QTest::newRow("deals named by leads") << Files{ofThem, converted} << QList<qint64>{1, 1, 0, 3};

    const QByteArray contacts
        = "Record ID,Lifecycle Stage,Create Date,Associated Deal IDs\n"
          "1,Customer,2024-01-01,901\n2,Lead,2024-01-02,\n3,Opportunity,2024-01-02,902\n";
    const QByteArray theirs = "Record ID,Deal Stage,Amount EUR,Create Date,Associated Contact IDs\n"
                              "901,Closed Won,10,2024-01-10,1\n902,Closed Lost,20,2024-01-10,3\n";
    QTest::newRow("contacts, deals") << Files{contacts, theirs} << QList<qint64>{1, 1, 0, 3};
    QTest::newRow("deals, contacts") << Files{theirs, contacts} << QList<qint64>{1, 1, 0, 3};

    const QByteArray companies = "Company,Industry\nAcme,IT\nBeta,IT\nGamma,IT\n";
    const QByteArray ofCompanies = "Deal,Company,Stage\n1,Acme,Won\n2,Gamma,Lost\n";
    QTest::newRow("companies, deals") << Files{companies, ofCompanies} << QList<qint64>{1, 1, 0, 2};
    QTest::newRow("deals, companies") << Files{ofCompanies, companies} << QList<qint64>{1, 1, 0, 2};

    QTest::newRow("two leads of one deal")
        << Files{"Lead ID,Lead Status,Created Date,Opportunity ID\nL1,Qualified,2024-01-01,O1\n"
                 "L2,Qualified,2024-01-02,O1\nL3,New,2024-01-02,\nL4,New,2024-01-02,\n",
                 "Opportunity ID,Stage,Amount,Close Date\nO1,Closed Won,1000 €,2024-03-01\n"}
        << QList<qint64>{1, 0, 0, 4};
    QTest::newRow("two years in which a deal comes again")
        << Files{"Deal ID,Stage,Amount,Close Date\n1,Won,100 €,2023-03-01\n2,Lost,50 €,2023-03-01\n",
                 "Deal ID,Stage,Amount,Close Date\n2,Won,900 €,2024-03-01\n4,Won,70 €,2024-03-01\n"}
        << QList<qint64>{3, 0, 0, 3};
    QTest::newRow("leads, their deals and the history of these")
        << Files{"Lead;Erstellt am;Lead-Status;Deal\nL1;02.01.2024;Qualifiziert;D1\nL2;03.01.2024;Neu;\n"
                 "L3;04.01.2024;Qualifiziert;D2\n",
                 "Deal;Name;Phase;Betrag;Abschlussdatum\nD1;A;Gewonnen;1.000,00 €;01.04.2024\n"
                 "D2;B;Verloren;2.000,00 €;02.04.2024\n",
                 "Deal;Phase;Eingetreten am\nD1;Qualifizierung;10.01.2024\nD1;Angebot;10.02.2024\n"
                 "D1;Gewonnen;01.04.2024\nD2;Qualifizierung;11.01.2024\nD2;Verloren;02.04.2024\n"}
        << QList<qint64>{1, 1, 0, 3};
    QTest::newRow("a field history of Salesforce")
        << Files{"Id,StageName,Amount,CreatedDate\n1,Closed Won,10 €,2024-01-01\n2,Closed Lost,20 "
                 "€,2024-01-02\n",
                 "OpportunityId,Field,OldValue,NewValue,CreatedDate\n"
                 "1,StageName,Prospecting,Closed Won,2024-03-01\n2,StageName,Prospecting,Closed "
                 "Lost,2024-03-05\n"}
        << QList<qint64>{1, 1, 0, 2};
    QTest::newRow("changes of stage and outcome")
        << Files{"Deal ID,Field,Old value,New value,Change time\n1,stage,Qualified,Proposal,2024-01-05\n"
                 "1,status,open,won,2024-02-05\n2,stage,Qualified,Proposal,2024-01-06\n"
                 "2,status,open,lost,2024-02-06\n"}
        << QList<qint64>{1, 1, 0, 2};
    QTest::newRow("an id that a later row has again")
        << Files{"ID,Name,Stage,Created,Closed\n1,A,Proposal,2024-01-01,\n2,B,Proposal,2024-01-02,\n"
                 "1,A,Won,2024-01-01,2024-02-01\n2,B,Lost,2024-01-02,2024-02-01\n"}
        << QList<qint64>{1, 1, 0, 2};
}

void TestSeveralFiles::countsTheSame()
{
    QFETCH(Files, files);
    QFETCH(QList<qint64>, counts);
    const auto table = open(files);
    QVERIFY2(table.ok(), qPrintable(table ? QString() : table.error().message));
    const MadeImport made = madeImport(**table);
    QCOMPARE(made.report.refused, 0);
    QHash<QString, Deal> all; // as the workbook keeps them
    for (const Deal &deal : made.deals)
        all.insert(deal.key, deal);
    const DealSummary summary
        = summarize(all.values(), static_cast<int>(usualStages().size()), Grain::Quarter);
    QCOMPARE((QList<qint64>{summary.won.count, summary.lost.count, summary.lostLeads.count, summary.rows}),
             counts);
}

void TestSeveralFiles::cyclesAreThoseOfLeads()
{
    const QByteArray lead = "Lead ID,Lead Status,Created Date\nL1,Converted,2024-01-01\n";
    const QByteArray deal
        = "Deal ID,Lead ID,Stage,Created Date,Close Date\nD1,L1,Won,2024-01-11,2024-01-31\n";
    for (const Files &files : {Files{lead, deal}, Files{deal, lead}}) {
        const MadeImport made = madeImport(**open(files));
        QCOMPARE(made.deals.size(), 1);
        QCOMPARE(made.deals.first().created, QDate(2024, 1, 1));
    }
}

void TestSeveralFiles::filesWithoutAnythingInCommonAreRefused()
{
    const auto table = open({"Lead ID,Lead Status\nL1,New\n", "Deal ID,Stage\nD1,Won\n"});
    QVERIFY(!table.ok());
    const auto apart = open({"Record ID,Lead Status\n1,New\n", "Record ID,Stage\n9,Won\n"});
    QVERIFY(!apart.ok());
    QVERIFY(apart.error().message.startsWith(u"No value of “Record ID” stands in both files"_s));
}

// Of which nothing can be read twice.
void TestSeveralFiles::addedFilesMayBePipes()
{
    const QTemporaryDir folder;
    QFile first(folder.filePath(u"leads.csv"_s));
    QVERIFY(first.open(QIODevice::WriteOnly) && first.write(leads) == leads.size());
    first.close();
    TableFormat format;
    std::vector<std::unique_ptr<QThread>> writers;
    for (const QByteArray &bytes : {history, deals}) {
        const QString path = folder.filePath(u"pipe%1"_s.arg(writers.size()));
        QCOMPARE(mkfifo(QFile::encodeName(path).constData(), S_IRUSR | S_IWUSR), 0);
        format.added.append(path);
        writers.emplace_back(QThread::create([path, bytes] {
            QFile pipe(path);
            if (pipe.open(QIODevice::WriteOnly))
                pipe.write(bytes);
        }));
        writers.back()->start();
    }
    const auto table = openCrmTable(first.fileName(), format);
    for (const auto &writer : writers)
        QVERIFY(writer->wait());
    QVERIFY2(table.ok(), qPrintable(table ? QString() : table.error().message));
    QCOMPARE((*table)->joins().size(), 2);
    QCOMPARE(madeImport(**table).count(Deal::State::Won), 2);
}

void TestSeveralFiles::lettersOfAddedFilesAreAsSaid()
{
    const QTemporaryDir folder;
    TableFormat format{.encoding = TextEncoding::Windows1251, .encodingOfAdded = TextEncoding::Windows1251};
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    };
    const QByteArray jan = "\xdf\xed"; // Ян
    const QString first = write(u"1.csv"_s, "ID,Stage,Owner\n1,Won," + jan + '\n');
    format.added = {write(u"2.csv"_s, "ID,Stage,Owner\n2,Won," + jan + '\n')};
    const MadeImport made = madeImport(**openCrmTable(first, format));
    QCOMPARE(made.deals.size(), 2);
    for (const Deal &deal : made.deals)
        QCOMPARE(deal.owner, u"Ян"_s);
}

QTEST_GUILESS_MAIN(TestSeveralFiles)
#include "tst_several_files.moc"
