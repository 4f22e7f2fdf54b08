#include "models/worksheet/sheet_model.h"
#include "tests/support/test_page.h"
#include "widgets/controls/evidence_bar.h"
#include "widgets/controls/sheet_form.h"

#include <QTest>

using namespace Qt::StringLiterals;

// How much of a persona is guessed shows above its facts.
class EvidenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsAreCounted();
    void sheetsWithoutSourcesHaveNoBar();
};

void EvidenceTest::factsAreCounted()
{
    TestPage page;
    SheetModel model(page.document(), page.catalogue(), page.sheet(u"story_persona"_s));
    QVERIFY(model.addRow(0) != 0);
    SheetForm form(model, page.context(), SheetForm::Fields::All);
    QVERIFY(form.setRow(0));
    const auto *bar = form.findChild<EvidenceBar *>();
    QVERIFY(bar);
    QCOMPARE(bar->caption(), u"no facts yet"_s);
    const auto write = [&](const QString &key, const QString &source) {
        QVERIFY(model.setValue(0, key, u"something"_s));
        QVERIFY(model.setData(model.index(0, model.columnOf(key)), source, SheetModel::SourceRole));
    };
    write(u"industry"_s, u"guess"_s);
    write(u"geography"_s, u"crm"_s);
    QCOMPARE(bar->caption(), u"50 % guesses"_s);
    QVERIFY(
        model.setData(model.index(0, model.columnOf(u"industry"_s)), u"interview"_s, SheetModel::SourceRole));
    QCOMPARE(bar->caption(), u"0 % guesses"_s);
}

void EvidenceTest::sheetsWithoutSourcesHaveNoBar()
{
    TestPage page;
    SheetModel model(page.document(), page.catalogue(), page.sheet(u"plan_review"_s));
    const SheetForm form(model, page.context(), SheetForm::Fields::All);
    QVERIFY(!form.findChild<EvidenceBar *>());
}

QTEST_MAIN(EvidenceTest)
#include "tst_evidence.moc"
