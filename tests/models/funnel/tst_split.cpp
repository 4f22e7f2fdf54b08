#include "models/funnel/funnel_edits.h"
#include "models/funnel/funnel_store.h"
#include "models/worksheet/sheet_model.h"
#include "tests/support/workbook.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr Team m = Team::Marketing, b = Team::Both, s = Team::Sales, none = Team::None;

QList<Stage> stagesOf(const QList<Team> &owners)
{
    QList<Stage> stages;
    for (const Team owner : owners)
        stages.append({stages.size() + 1, u"Stage %1"_s.arg(stages.size()), owner});
    return stages;
}

QList<Team> ownersOf(const QList<Stage> &stages)
{
    QList<Team> owners;
    for (const Stage &stage : stages)
        owners.append(stage.owner);
    return owners;
}

Team teamOf(const Document &document, const QString &table, const QString &title, const QString &column)
{
    for (const QVariantMap &row : document.rows(table))
        if (row.value(u"name"_s).toString() == title || row.value(u"question"_s).toString() == title)
            return teamFromKey(row.value(column).toString());
    return none;
}

} // namespace

class SplitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesOwners_data()
    {
        QTest::addColumn<QList<Team>>("owners");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QList<Team>>("moved");
        const QList<Team> usual{m, m, b, b, s, s};
        QTest::newRow("down") << usual << 1 << 2 << QList<Team>{m, m, m, b, s, s};
        QTest::newRow("up") << usual << 1 << 0 << QList<Team>{m, b, b, b, s, s};
        QTest::newRow("onto the next line") << usual << 1 << 3 << QList<Team>{m, m, m, m, s, s};
        QTest::newRow("onto the line before") << usual << 3 << 1 << QList<Team>{m, m, s, s, s, s};
        QTest::newRow("past the next line") << usual << 1 << 4 << usual;
        QTest::newRow("out at the top") << usual << 1 << -1 << usual;
        QTest::newRow("out at the bottom") << usual << 3 << 5 << usual;
        QTest::newRow("no line there") << usual << 0 << 1 << usual;
        QTest::newRow("over one without owner")
            << QList<Team>{m, none, s, s} << 1 << 0 << QList<Team>{m, s, s, s};
        QTest::newRow("one line only") << QList<Team>{m, m, s} << 1 << 0 << QList<Team>{m, s, s};
    }

    void movesOwners()
    {
        QFETCH(QList<Team>, owners);
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QList<Team>, moved);
        QCOMPARE(ownersOf(withSplitMoved(stagesOf(owners), from, to)), moved);
    }

    void followersByName()
    {
        QList<Stage> before = stagesOf({m, b, s});
        before[0].name = u"Leads"_s;
        before[1].name = u"MQL"_s;
        before[2].name = u"SQL"_s;
        const QList<Stage> after = withSplitMoved(before, 0, 1);
        const auto newOwner = [&](Team owner, const QString &text) {
            const auto moved = followers({{u"t"_s, 1, text, owner, text}}, before, after);
            return moved.isEmpty() ? none : moved.first().owner;
        };
        QCOMPARE(newOwner(b, u"MQL taken in time"_s), m);
        QCOMPARE(newOwner(b, u"mql"_s), m);
        QCOMPARE(newOwner(s, u"MQL"_s), none); // agreed otherwise
        QCOMPARE(newOwner(b, u"MQLs"_s), none); // another word
        QCOMPARE(newOwner(b, u"Share of leads that become MQL"_s), m); // both are marketing's now
        QCOMPARE(newOwner(b, u"MQL to SQL rate"_s), none); // still of two teams
        QCOMPARE(newOwner(b, u"Won value"_s), none);
    }

    void oneStepMovesAllAndUndoTakesItBack()
    {
        TestWorkbook workbook(u"example"_s);
        Document &document = workbook.document();
        const QString before = contentOf(document);
        const QList<Stage> stages = readFunnel(document).stages;
        const OwnerChange change = splitMoved(document, stages, 3, 2); // SQL goes to sales
        QVERIFY(change.text().contains(u"SQL to Sales"_s));
        QVERIFY(change.text().contains(u"SQL accepted by sales"_s));
        QVERIFY(apply(document, change).ok());
        const FunnelInputs now = readFunnel(document);
        QCOMPARE(ownersOf(now.stages), (QList<Team>{m, m, b, s, s, s}));
        QVERIFY(!now.contractAfter(stages.at(3).id));
        QCOMPARE(now.contractAfter(stages.at(2).id)->takes, u"Joy Okafor"_s);
        QCOMPARE(teamOf(document, u"feedback_kpi"_s, u"SQL accepted by sales"_s, u"carried_by"_s), s);
        QCOMPARE(teamOf(document, u"feedback_kpi"_s, u"Leads"_s, u"carried_by"_s), m);
        QVERIFY(document.undoLabel().contains(u"SQL to Sales"_s));
        QVERIFY(document.undo().ok());
        QCOMPARE(contentOf(document), before);
    }

    void slaAnswersFollow()
    {
        TestWorkbook workbook(u"example"_s);
        Document &document = workbook.document();
        const QString needed = u"How many qualified leads does sales need for its quota?"_s;
        QCOMPARE(teamOf(document, u"feedback_sla"_s, needed, u"owner"_s), b);
        const QList<Stage> stages = readFunnel(document).stages;
        QVERIFY(apply(document, splitMoved(document, stages, 1, 2)).ok()); // MQL goes to marketing
        QCOMPARE(teamOf(document, u"feedback_sla"_s, needed, u"owner"_s), m);
        QVERIFY(document.undo().ok());
        QCOMPARE(teamOf(document, u"feedback_sla"_s, needed, u"owner"_s), b);
    }

    void mergedLineKeepsTheOtherContract()
    {
        TestWorkbook workbook(u"example"_s);
        Document &document = workbook.document();
        const QList<Stage> stages = readFunnel(document).stages;
        const qint64 kept = readFunnel(document).contractAfter(stages.at(3).id)->id;
        QVERIFY(apply(document, splitMoved(document, stages, 1, 3)).ok());
        const FunnelInputs now = readFunnel(document);
        QCOMPARE(handoverPoints(now.stages), QList<int>{3});
        QCOMPARE(now.contractAfter(stages.at(3).id)->id, kept);
        QVERIFY(now.contractAfter(stages.at(1).id)); // not lost, for when the line comes back
    }

    void movingNowhereIsNoStep()
    {
        TestWorkbook workbook(u"example"_s);
        Document &document = workbook.document();
        QVERIFY(apply(document, splitMoved(document, readFunnel(document).stages, 1, 1)).ok());
        QVERIFY(!document.canUndo());
    }

    void deletedStageTakesItsNumbersAlong()
    {
        TestWorkbook workbook(u"example"_s);
        Document &document = workbook.document();
        const QString before = contentOf(document);
        const Stage lead = readFunnel(document).stages.at(1);
        const Catalogue catalogue;
        SheetModel model(document, catalogue, *catalogue.sheet(u"funnel_stage"_s));
        const QSignalSpy told(&model, &SheetModel::alsoChanged);
        QVERIFY(model.removeRowsById({lead.id}));
        const QString text = told.value(0).value(0).toString();
        QVERIFY2(text.startsWith(u"Deleted: “Leads”, together with "_s), qPrintable(text));
        QVERIFY2(text.contains(u"(8)"_s) && text.endsWith(u"Imported deals stay."_s), qPrintable(text));
        const FunnelInputs now = readFunnel(document);
        QCOMPARE(now.stages.size(), 5);
        for (const TypedFigure &figure : now.typed)
            QVERIFY(figure.stage != 0 && figure.stage != lead.id);
        QVERIFY(document.undo().ok());
        QCOMPARE(contentOf(document), before);
    }

    void worksheetMovesWhatFollows()
    {
        TestWorkbook workbook(u"example"_s);
        Document &document = workbook.document();
        const Catalogue catalogue;
        SheetModel model(document, catalogue, *catalogue.sheet(u"funnel_stage"_s));
        const QSignalSpy told(&model, &SheetModel::alsoChanged);
        const QString before = contentOf(document);
        QVERIFY(model.setValue(3, u"owner"_s, u"sales"_s));
        QCOMPARE(teamOf(document, u"feedback_kpi"_s, u"SQL accepted by sales"_s, u"carried_by"_s), s);
        QCOMPARE(told.size(), 1);
        QVERIFY(told.first().first().toString().contains(u"SQL accepted by sales"_s));
        QVERIFY(document.undo().ok());
        QCOMPARE(contentOf(document), before);
        // Pasting names and owners at once is the same change.
        QVERIFY(model.paste({3}, {model.columnOf(u"owner"_s)}, {{u"Sales"_s}}));
        QCOMPARE(teamOf(document, u"feedback_kpi"_s, u"SQL accepted by sales"_s, u"carried_by"_s), s);
        QVERIFY(document.undo().ok());
        QCOMPARE(contentOf(document), before);
        QVERIFY(model.setValue(3, u"definition"_s, u"Another one."_s));
        QCOMPARE(told.size(), 2);
    }

    void worksheetDeletesStagesWithTheirNumbers()
    {
        TestWorkbook workbook(u"example"_s);
        Document &document = workbook.document();
        const Catalogue catalogue;
        SheetModel model(document, catalogue, *catalogue.sheet(u"funnel_stage"_s));
        const QSignalSpy told(&model, &SheetModel::alsoChanged);
        const QString before = contentOf(document);
        const QList<qint64> two{model.idAt(1), model.idAt(3)};
        QVERIFY(model.removeRowsById(two));
        const QString text = told.value(0).value(0).toString();
        QVERIFY2(text.startsWith(u"Deleted: “Leads”, “SQL”, together with "_s), qPrintable(text));
        for (const QString &table :
             {u"funnel_number"_s, u"funnel_target"_s, u"funnel_plan_rate"_s, u"funnel_scenario_rate"_s,
              u"funnel_criterion"_s, u"funnel_handover"_s}) {
            const QString key = table == u"funnel_handover"_s ? u"after_stage"_s : u"stage"_s;
            for (const QVariantMap &row : document.rows(table))
                QVERIFY2(!row.value(key).isNull() && !two.contains(row.value(key).toLongLong()),
                         qPrintable(table));
        }
        QVERIFY(document.undo().ok());
        QCOMPARE(contentOf(document), before);
        QVERIFY(document.redo().ok());
        QCOMPARE(readStages(document).size(), 4);
    }

    void stagesChangePlaces()
    {
        TestWorkbook workbook(u"example"_s);
        Document &document = workbook.document();
        const QList<Stage> stages = readFunnel(document).stages;
        QVERIFY(moveStage(document, stages, 3, 2).ok());
        QCOMPARE(readFunnel(document).stages.at(2), stages.at(3));
        QVERIFY(moveStage(document, readFunnel(document).stages, 2, 6).ok());
        QCOMPARE(readFunnel(document).stages.last(), stages.at(3));
        QVERIFY(document.undo().ok() && document.undo().ok());
        QCOMPARE(readFunnel(document).stages, stages);
        QVERIFY(moveStage(document, stages, 3, 4).ok());
        QVERIFY(!document.canUndo());
    }
};

QTEST_GUILESS_MAIN(SplitTest)
#include "tst_split.moc"
