#include "models/document/document.h"
#include "models/document/ids.h"
#include "models/worksheet/sheet_model.h"
#include "models/worksheet/value.h"
#include "tests/support/workbook.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace Qt::StringLiterals;

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editIsOneStep();
    void failedEditLeavesNothing();
    void typingJoinsToOneStep();
    void randomWalkUndoneAndRedone();
    void undoRefusedWhenChangedElsewhere();
    void secondWindowReads();
    void saysWhereItCannotLock();
    void outsideChangeIsNoticed();
    void replacedFileIsNoticed();
    void replacedFileIsNoticedByTheNextEdit();
    void overwrittenFileIsNoticed();
    void copyIsAWorkbook();
    void backupOncePerDay();
    void writesThatFailAreTakenBack();
    void fullDiskChangesNothing();
    void plainCopyHoldsAllEdits();
    void idsGrow();
};

namespace {

void setClient(Document &document, const QString &name, const QString &mergeKey = {})
{
    const auto done = document.edit(
        u"Client"_s,
        [&](const Database &db) { db.execute(u"UPDATE overview_workbook SET client = ?"_s, {name}); },
        {.mergeKey = mergeKey});
    QVERIFY(done.ok());
}

QString client(const Document &document)
{
    return document.rows(u"overview_workbook"_s).value(0).value(u"client"_s).toString();
}

QVariant randomValue(const Field &field, QRandomGenerator &random, SheetModel &model)
{
    switch (field.kind) {
    case FieldKind::ShortText:
    case FieldKind::LongText:
    case FieldKind::Person:
        return u"’\"; DROP TABLE x; -- %1 \U0001F916 %2"_s.arg(random.bounded(1000)).arg(field.label);
    case FieldKind::Currency:
        return u"CHF"_s;
    case FieldKind::Choice:
        return field.choices.at(random.bounded(static_cast<int>(field.choices.size()))).key;
    case FieldKind::Team:
        return teams().at(random.bounded(3)).key;
    case FieldKind::Date:
        return QDate(2026, 1, 1).addDays(random.bounded(700));
    case FieldKind::Money:
        return QVariant::fromValue(Money{random.bounded(1'000'000), u"EUR"_s});
    case FieldKind::YesNo:
        return random.bounded(2) == 1;
    case FieldKind::Link: {
        const auto choices = model.linkChoices(field);
        return choices.isEmpty()
            ? QVariant()
            : QVariant(choices.at(random.bounded(static_cast<int>(choices.size()))).first);
    }
    case FieldKind::Score:
        return qint64(random.bounded(1, 6));
    case FieldKind::Picture:
        return {};
    default:
        return qint64(random.bounded(100'000));
    }
}

// One change somewhere in the workbook, as a user could make it.
void randomEdit(SheetModel &model, QRandomGenerator &random)
{
    const int rows = model.rowCount();
    const bool form = model.sheet().shape == SheetShape::Form;
    switch (form || rows == 0 ? (form ? 3 : 0) : random.bounded(6)) {
    case 0:
        model.addRow(random.bounded(rows + 1) - 1);
        break;
    case 1:
        model.removeRowsById({model.idAt(random.bounded(rows))});
        break;
    case 2:
        model.moveRow(random.bounded(rows), random.bounded(rows + 1));
        break;
    default: {
        const Field &field = model.fieldAt(random.bounded(model.columnCount()));
        model.setValue(random.bounded(rows), field.key, randomValue(field, random, model));
    }
    }
}

} // namespace

void TestDocument::editIsOneStep()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    QSignalSpy changed(&document, &Document::changed);
    const QString before = client(document);
    setClient(document, u"Northwind"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().value<QSet<QString>>(), QSet<QString>{u"overview_workbook"_s});
    QVERIFY(document.canUndo());
    QCOMPARE(document.undoLabel(), u"Client"_s);
    QCOMPARE(document.history(1).first().who, u"Ana Ruiz"_s);
    QVERIFY(document.undo().ok());
    QCOMPARE(client(document), before);
    QVERIFY(document.canRedo());
    QVERIFY(document.redo().ok());
    QCOMPARE(client(document), u"Northwind"_s);
    setClient(document, u"Northwind"_s); // nothing changes, so there is no new step
    QVERIFY(document.undo().ok());
    QCOMPARE(client(document), before);
}

void TestDocument::failedEditLeavesNothing()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    const QString before = contentOf(document);
    const auto failed = document.edit(u"Bad"_s, [](const Database &db) {
        db.execute(u"UPDATE overview_workbook SET client = 'half'"_s);
        db.execute(u"INSERT INTO funnel_criterion (id, position, stage) VALUES (1, 1, 999)"_s);
    });
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().code, Error::Code::Refused);
    QCOMPARE(contentOf(document), before);
    QVERIFY(!document.canUndo());
}

void TestDocument::typingJoinsToOneStep()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    setClient(document, u"before"_s);
    for (const QString &text : {u"N"_s, u"No"_s, u"Nor"_s})
        setClient(document, text, u"field-1"_s);
    QVERIFY(document.undo().ok());
    QCOMPARE(client(document), u"before"_s);
    QVERIFY(document.redo().ok());
    QCOMPARE(client(document), u"Nor"_s);
}

void TestDocument::randomWalkUndoneAndRedone()
{
    constexpr int steps = 300;
    TestWorkbook workbook(u"example"_s);
    QRandomGenerator random(20261112);
    QStringList states{contentOf(workbook.document())};
    {
        std::vector<std::unique_ptr<SheetModel>> models;
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        for (const Sheet *sheet : workbook.catalogue().sheets()) {
            models.push_back(std::make_unique<SheetModel>(workbook.document(), workbook.catalogue(), *sheet));
            testers.push_back(std::make_unique<QAbstractItemModelTester>(
                models.back().get(), QAbstractItemModelTester::FailureReportingMode::QtTest));
        }
        while (states.size() <= steps) {
            randomEdit(*models.at(random.bounded(static_cast<int>(models.size()))), random);
            const QString state = contentOf(workbook.document());
            if (state != states.last())
                states.append(state);
        }
    }
    for (int i = steps; i > 0; --i) {
        if (i == steps / 2)
            workbook.reopen();
        QVERIFY(workbook.document().undo().ok());
        QCOMPARE(contentOf(workbook.document()), states.at(i - 1));
    }
    QVERIFY(!workbook.document().canUndo());
    for (int i = 1; i <= steps; ++i) {
        if (i == steps / 2)
            workbook.reopen();
        QVERIFY(workbook.document().redo().ok());
        QCOMPARE(contentOf(workbook.document()), states.at(i));
    }
    QVERIFY(!workbook.document().canRedo());
    QCOMPARE(workbook.document().database().scalar(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
}

void TestDocument::undoRefusedWhenChangedElsewhere()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    setClient(document, u"ours"_s);
    {
        const Database other(workbook.path(), Database::Access::ReadWrite);
        other.execute(u"UPDATE overview_workbook SET client = 'theirs'"_s);
    }
    const auto undone = document.undo();
    QVERIFY(!undone.ok());
    QCOMPARE(undone.error().code, Error::Code::Conflict);
    QCOMPARE(client(document), u"theirs"_s);
}

void TestDocument::secondWindowReads()
{
    TestWorkbook workbook;
    const auto second = Document::open(workbook.path(), workbook.options());
    QVERIFY(second.ok());
    QCOMPARE((*second)->readOnly(), Document::ReadOnly::OpenElsewhere);
    const auto refused = (*second)->edit(u"x"_s, [](const Database &) {});
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().message.contains(u"open in another window"_s));
    QSignalSpy changed(second->get(), &Document::changed);
    setClient(workbook.document(), u"seen"_s);
    (*second)->checkOutside();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(client(**second), u"seen"_s);
}

// Which is no other window.
void TestDocument::saysWhereItCannotLock()
{
    TestWorkbook workbook;
    workbook.close();
    QVERIFY(QDir().mkdir(workbook.filePath(u".~lock.workbook.smarketing#"_s))); // where no file can be made
    const auto opened = Document::open(workbook.path(), workbook.options());
    QVERIFY(opened.ok());
    QCOMPARE((*opened)->readOnly(), Document::ReadOnly::CannotBeLocked);
    QVERIFY((*opened)->whyOnlyRead().startsWith(u"Nothing can be written"_s));
}

void TestDocument::outsideChangeIsNoticed()
{
    TestWorkbook workbook;
    QSignalSpy outside(&workbook.document(), &Document::outsideChange);
    workbook.document().checkOutside();
    QCOMPARE(outside.size(), 0);
    setClient(workbook.document(), u"our own"_s);
    workbook.document().checkOutside();
    QCOMPARE(outside.size(), 0);
    {
        const Database other(workbook.path(), Database::Access::ReadWrite);
        other.execute(u"UPDATE overview_workbook SET client = 'theirs'"_s);
    }
    workbook.document().checkOutside();
    QCOMPARE(outside.size(), 1);
}

void TestDocument::replacedFileIsNoticed()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    setClient(document, u"Ours"_s);
    QSignalSpy replaced(&document, &Document::replaced);
    QVERIFY(document.saveCopy(workbook.filePath(u"copy.smarketing"_s)).ok());
    QVERIFY(QFile::remove(workbook.path()));
    QVERIFY(QFile::rename(workbook.filePath(u"copy.smarketing"_s), workbook.path()));
    document.checkOutside();
    QCOMPARE(replaced.size(), 1);
    QVERIFY(!document.edit(u"lost"_s, [](const Database &) {}).ok());
    QVERIFY(!document.canUndo());
    QVERIFY(!document.undo().ok());
    QVERIFY(!document.checkFile().ok());
    QVERIFY(!QFile::exists(workbook.path() + u"-journal"_s));
    // Nobody holds the other file open.
    const auto other = Document::open(workbook.path(), workbook.options());
    QVERIFY(other.ok());
    QVERIFY(!(*other)->isReadOnly());
}

// The timer has not looked yet.
void TestDocument::replacedFileIsNoticedByTheNextEdit()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    setClient(document, u"Ours"_s);
    QVERIFY(document.saveCopy(workbook.filePath(u"copy.smarketing"_s)).ok());
    QVERIFY(QFile::rename(workbook.filePath(u"copy.smarketing"_s), workbook.filePath(u"other"_s)));
    QVERIFY(QFile::remove(workbook.path()));
    QVERIFY(QFile::rename(workbook.filePath(u"other"_s), workbook.path()));
    QSignalSpy replaced(&document, &Document::replaced);
    QVERIFY(!document.undo().ok());
    QCOMPARE(replaced.size(), 1);
    QVERIFY(!document.edit(u"lost"_s, [](const Database &) {}).ok());
    QCOMPARE(replaced.size(), 1);
}

// Something else is written into the very file that is open.
void TestDocument::overwrittenFileIsNoticed()
{
    for (const QByteArray &content : {QByteArray(), QByteArray(5000, 'x')}) {
        TestWorkbook workbook(u"example"_s);
        Document &document = workbook.document();
        QSignalSpy failed(&document, &Document::readFailed);
        document.checkOutside();
        QVERIFY(failed.isEmpty());
        QFile file(workbook.path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(content), content.size());
        file.close();
        document.checkOutside();
        document.checkOutside();
        QCOMPARE(failed.size(), 1); // told once
        QVERIFY(!document.allSaved());
        const QString copy = workbook.filePath(u"copy.smarketing"_s);
        QVERIFY(!document.saveCopy(copy).ok());
        QVERIFY(!QFile::exists(copy));
    }
}

void TestDocument::copyIsAWorkbook()
{
    TestWorkbook workbook(u"example"_s);
    const QString copy = workbook.filePath(u"copy.smarketing"_s);
    QFile existing(copy);
    QVERIFY(existing.open(QIODevice::WriteOnly) && existing.write("old") == 3);
    existing.close();
    QVERIFY(workbook.document().saveCopy(copy).ok());
    const auto opened = Document::open(copy, workbook.options());
    QVERIFY(opened.ok());
    QCOMPARE(contentOf(**opened), contentOf(workbook.document()));
    QVERIFY(!workbook.document().saveCopy(workbook.path()).ok());
    QVERIFY(!workbook.document().saveCopy(u"/nowhere/at/all.smarketing"_s).ok());
}

void TestDocument::backupOncePerDay()
{
    TestWorkbook workbook;
    const auto first = workbook.document().backUp();
    QVERIFY(first.ok());
    setClient(workbook.document(), u"later"_s);
    const auto second = workbook.document().backUp();
    QVERIFY(second.ok());
    QCOMPARE(*second, *first);
    const auto opened = Document::open(*first, workbook.options());
    QVERIFY(opened.ok());
    QVERIFY(client(**opened) != u"later"_s);
    // What was typed since is in the one that is made before a newer program changes the tables.
    const auto third = workbook.document().backUp(Document::Backup::BeforeMigration);
    QVERIFY(third.ok());
    QCOMPARE(client(**Document::open(*third, workbook.options())), u"later"_s);
    QCOMPARE(Document::newestBackup(workbook.path(), workbook.options()), *third);
}

void TestDocument::writesThatFailAreTakenBack()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    const auto bytes = [&workbook] {
        QFile file(workbook.path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    // SQLite does not take back what it has written into pages that were unused.
    for (const QString &step : {u"INSERT INTO funnel_note (id, position, what_changed) VALUES (1, 0, "
                                "hex(zeroblob(90000)))"_s,
                                u"DELETE FROM funnel_note WHERE id = 1"_s})
        QVERIFY(document.edit(u"Room"_s, [&step](const Database &db) { db.execute(step); }));
    QVERIFY(document.forgetHistory());
    const QByteArray before = bytes();
    // As on a disk that has no more room, and with so much to write that pages go to the file at once.
    rlimit usual{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &usual), 0);
    const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tight{static_cast<rlim_t>(before.size() + 200'000), usual.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    const auto failed = document.edit(u"Very much"_s, [](const Database &db) {
        for (int i = 0; i < 100; ++i)
            db.execute(
                u"INSERT INTO funnel_note (id, position, what_changed) VALUES (?, 0, hex(zeroblob(50000)))"_s,
                {1000 + i});
    });
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &usual), 0);
    std::signal(SIGXFSZ, ignored);
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().code, Error::Code::DiskFull);
    QCOMPARE(bytes(), before);
    QVERIFY(!QFile::exists(workbook.path() + u"-journal"_s));
    setClient(document, u"room again"_s);
    QVERIFY(document.allSaved());
}

void TestDocument::fullDiskChangesNothing()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    const QString before = contentOf(document);
    document.database().execute(u"PRAGMA max_page_count = 1"_s); // the engine's own "disk is full"
    const auto failed = document.edit(u"Big"_s, [](const Database &db) {
        db.execute(u"UPDATE overview_workbook SET client = hex(zeroblob(500000))"_s);
    });
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().code, Error::Code::DiskFull);
    QVERIFY(!document.allSaved());
    QCOMPARE(contentOf(document), before);
    document.database().execute(u"PRAGMA max_page_count = 1000000"_s);
    setClient(document, u"room again"_s);
    QVERIFY(document.allSaved());
}

void TestDocument::plainCopyHoldsAllEdits()
{
    TestWorkbook workbook;
    for (int i = 1; i <= 5; ++i)
        setClient(workbook.document(), QString::number(i));
    const QString copy = workbook.filePath(u"mailed.smarketing"_s);
    QVERIFY(QFile::copy(workbook.path(), copy));
    const auto opened = Document::open(copy, workbook.options());
    QVERIFY(opened.ok());
    QCOMPARE(client(**opened), u"5"_s);
    QCOMPARE((*opened)->history(10).size(), 5);
}

void TestDocument::idsGrow()
{
    qint64 last = 0;
    for (int i = 0; i < 10'000; ++i) {
        const qint64 id = newId();
        QVERIFY(id > last);
        last = id;
    }
}

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
