#include "models/worksheet/date_text.h"
#include "models/worksheet/sheet_model.h"
#include "models/worksheet/signed_changes.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace Qt::StringLiterals;

// What has become of a signed text, as people read it.
class SignedChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void namesRowAndFieldAndReadsValues();
    void rowsAreFoundAgain();
    void paragraphsStayTogether();
    void orderAloneIsNoChange();
    void linesBeforeTheFirstFieldAreNoRow();

private:
    // What changed in the whole tab of this worksheet while `work` was done.
    static QList<SignedChange> changesBy(TestWorkbook &workbook, const QString &table,
                                         const std::function<void(SheetModel &)> &work);
};

QList<SignedChange> SignedChangesTest::changesBy(TestWorkbook &workbook, const QString &table,
                                                 const std::function<void(SheetModel &)> &work)
{
    const Signatures signatures(workbook.document(), workbook.catalogue());
    const SignedSubject subject = SignedSubject::tab(*workbook.catalogue().tabOf(table));
    const QString before = signatures.textOf(subject);
    SheetModel model(workbook.document(), workbook.catalogue(), *workbook.catalogue().sheet(table));
    work(model);
    return signedChanges(workbook.document(), workbook.catalogue(), subject, before,
                         signatures.textOf(subject));
}

void SignedChangesTest::namesRowAndFieldAndReadsValues()
{
    TestWorkbook workbook(u"example"_s);
    QString title;
    const auto changes = changesBy(workbook, u"story_goal"_s, [&](SheetModel &model) {
        QVERIFY(model.setValue(1, u"due"_s, QDate(2027, 12, 31)));
        title = model.titleOf(1);
    });
    QCOMPARE(changes.size(), 1);
    QVERIFY(changes.first().place.endsWith(u" · "_s + title));
    QCOMPARE(changes.first().field, workbook.catalogue().sheet(u"story_goal"_s)->field(u"due"_s)->label);
    QVERIFY(!changes.first().before.isEmpty());
    QCOMPARE(changes.first().now, shortDate(QDate(2027, 12, 31), QLocale()));
}

void SignedChangesTest::rowsAreFoundAgain()
{
    TestWorkbook workbook(u"example"_s);
    const auto changes = changesBy(workbook, u"story_word"_s, [](SheetModel &model) {
        QVERIFY(model.addRow(-1, {{u"word"_s, u"leverage"_s}, {u"verdict"_s, u"avoid"_s}}) != 0);
        QVERIFY(model.setValue(1, u"word"_s, u"quickly"_s)); // another title, the rest as it was
        QVERIFY(model.removeRowsById({model.idAt(0)}));
    });
    QStringList told;
    for (const SignedChange &change : changes)
        if (change.field == u"Word")
            told.append(change.before + u'>' + change.now);
    QCOMPARE(told.size(), 3);
    QVERIFY(told.contains(u">leverage"_s));
    QVERIFY(std::any_of(changes.begin(), changes.end(),
                        [](const SignedChange &change) { return change.now == u"Avoid it"; }));
}

void SignedChangesTest::paragraphsStayTogether()
{
    TestWorkbook workbook(u"example"_s);
    const auto changes = changesBy(workbook, u"story_message_house"_s, [](SheetModel &model) {
        QVERIFY(model.setValue(0, u"promise"_s, u"One.\n\nTwo."_s));
    });
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().place, u"Message house"_s);
    QCOMPARE(changes.first().now, u"One.\n\nTwo."_s);
}

void SignedChangesTest::orderAloneIsNoChange()
{
    TestWorkbook workbook(u"example"_s);
    QVERIFY(changesBy(workbook, u"story_word"_s, [](SheetModel &model) {
                QVERIFY(model.moveRow(0, 2));
            }).isEmpty());
}

// As where the first field of then is none of today's.
void SignedChangesTest::linesBeforeTheFirstFieldAreNoRow()
{
    TestWorkbook workbook(u"example"_s);
    const Sheet &sheet = *workbook.catalogue().sheet(u"story_word"_s);
    const auto changes = signedChanges(workbook.document(), workbook.catalogue(), SignedSubject::sheet(sheet),
                                       u"gone: before\nword: leverage"_s, u"word: quickly"_s);
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes.first().now, u"quickly"_s);
    QCOMPARE(changes.last().before, u"leverage"_s);
}

QTEST_MAIN(SignedChangesTest)
#include "tst_signed_changes.moc"
