#include "models/document/document.h"
#include "models/funnel/import/deal_store.h"
#include "models/tables/csv_source.h"
#include "tests/support/byte_devices.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace Qt::StringLiterals;

// What a copy, which may go to somebody else, has of a workbook.
class TestCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoneImportIsNotInIt();
    void undoneImportWithoutRedoIsNotInIt();
    void undoneWordsAreNotInIt();
    void undonePictureIsNotInIt();
    void whatCanBeUndoneIsInIt();
    void backupHasAll();
};

namespace {

constexpr int rows = 500;

bool import(Document &document, const QByteArray &customer)
{
    QByteArray bytes = "id,stage,account,owner\n";
    for (int row = 0; row < rows; ++row)
        bytes += customer + QByteArray::number(row) + ",Won," + customer + " Ltd " + QByteArray::number(row)
            + ',' + customer + " rep\n";
    auto source = CsvSource::open(bufferOf(bytes));
    ImportMapping mapping;
    mapping.columns = {{u"id"_s, ColumnRole::Key},
                       {u"stage"_s, ColumnRole::Stage},
                       {u"account"_s, ColumnRole::Account},
                       {u"owner"_s, ColumnRole::Owner}};
    mapping.stages = {{u"Won"_s, {StageTarget::Kind::Won, 0}}};
    mapping.currency = u"EUR"_s;
    const QList<Stage> stages{{1, u"Lead"_s, Team::Marketing}, {2, u"Won"_s, Team::Sales}};
    const auto done = source
        ? importDeals(
            document, **source,
            {.fileName = QString::fromUtf8(customer) + u".csv"_s, .mapping = mapping, .stages = stages})
        : Result<ImportOutcome>(source.error());
    return done && done->added == rows;
}

bool setClient(Document &document, const QString &name)
{
    return document
        .edit(
            u"Client"_s,
            [&name](const Database &db) { db.execute(u"UPDATE overview_workbook SET client = ?"_s, {name}); })
        .ok();
}

int dealsIn(const Document &document)
{
    return document.database().scalar(u"SELECT count(*) FROM funnel_deal"_s).toInt();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray bytesOfCopy(const TestWorkbook &workbook, const Document &document)
{
    const QString copy = workbook.filePath(u"copy.smarketing"_s);
    return document.saveCopy(copy) ? bytesOf(copy) : QByteArray();
}

} // namespace

void TestCopies::undoneImportIsNotInIt()
{
    TestWorkbook workbook(u"example"_s);
    Document &document = workbook.document();
    QVERIFY(import(document, "Kept"));
    const int kept = dealsIn(document);
    QVERIFY(import(document, "Gone"));
    QVERIFY(document.undo().ok());
    const QString before = contentOf(document);
    const QByteArray bytes = bytesOfCopy(workbook, document);
    QVERIFY(bytes.contains("Kept Ltd 7"));
    QVERIFY(bytes.contains("Kept rep"));
    QVERIFY(!bytes.contains("Gone"));
    {
        const auto copy = Document::open(workbook.filePath(u"copy.smarketing"_s), workbook.options());
        QVERIFY(copy);
        QVERIFY(!(*copy)->canRedo());
        QCOMPARE(contentOf(**copy), before);
        QCOMPARE(dealsIn(**copy), kept);
        QVERIFY((*copy)->undo().ok());
    }
    // The original stays as it is.
    QCOMPARE(contentOf(document), before);
    QVERIFY(document.redo().ok());
    QCOMPARE(dealsIn(document), kept + rows);
}

// Since it was undone something else was done.
void TestCopies::undoneImportWithoutRedoIsNotInIt()
{
    TestWorkbook workbook(u"example"_s);
    Document &document = workbook.document();
    QVERIFY(import(document, "Gone"));
    QVERIFY(document.undo().ok());
    QVERIFY(setClient(document, u"Alpine"_s));
    QVERIFY(!document.canRedo());
    QVERIFY(bytesOf(workbook.path()).contains("Gone"));
    const QByteArray bytes = bytesOfCopy(workbook, document);
    QVERIFY(bytes.contains("Alpine"));
    QVERIFY(!bytes.contains("Gone"));
}

void TestCopies::undoneWordsAreNotInIt()
{
    TestWorkbook workbook(u"example"_s);
    Document &document = workbook.document();
    QVERIFY(setClient(document, u"Confidential Corp"_s));
    QVERIFY(document.undo().ok());
    QVERIFY(!bytesOfCopy(workbook, document).contains("Confidential"));
    QVERIFY(document.redo().ok());
    QVERIFY(bytesOfCopy(workbook, document).contains("Confidential"));
}

void TestCopies::undonePictureIsNotInIt()
{
    TestWorkbook workbook(u"example"_s);
    Document &document = workbook.document();
    const auto show = [&document](const QByteArray &picture) {
        return document
            .edit(u"Logo"_s,
                  [&picture](const Database &db) {
                      db.execute(u"UPDATE overview_workbook SET client_logo = ?"_s,
                                 {Document::addAttachment(db, picture)});
                  })
            .ok();
    };
    QVERIFY(show("first logo of all"));
    QVERIFY(show("second logo of all"));
    QVERIFY(show("third logo of all"));
    QVERIFY(document.undo().ok());
    const QByteArray bytes = bytesOfCopy(workbook, document);
    QVERIFY(bytes.contains("second logo of all"));
    QVERIFY(bytes.contains("first logo of all")); // to which the copy, too, can go back
    QVERIFY(!bytes.contains("third logo of all"));
}

void TestCopies::whatCanBeUndoneIsInIt()
{
    TestWorkbook workbook(u"example"_s);
    const QString first = contentOf(workbook.document());
    QVERIFY(import(workbook.document(), "Kept"));
    QVERIFY(setClient(workbook.document(), u"Alpine"_s));
    QVERIFY(!bytesOfCopy(workbook, workbook.document()).isEmpty());
    const auto copy = Document::open(workbook.filePath(u"copy.smarketing"_s), workbook.options());
    QVERIFY(copy);
    QVERIFY((*copy)->undo().ok());
    QVERIFY((*copy)->undo().ok());
    QCOMPARE(contentOf(**copy), first);
}

void TestCopies::backupHasAll()
{
    TestWorkbook workbook;
    QVERIFY(setClient(workbook.document(), u"Alpine"_s));
    QVERIFY(workbook.document().undo().ok());
    const auto backup = workbook.document().backUp();
    QVERIFY(backup);
    const auto opened = Document::open(*backup, workbook.options());
    QVERIFY(opened && (*opened)->canRedo());
}

QTEST_GUILESS_MAIN(TestCopies)
#include "tst_copies.moc"
