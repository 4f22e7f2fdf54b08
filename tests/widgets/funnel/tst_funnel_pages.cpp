#include "models/document/ids.h"
#include "models/funnel/numbers_model.h"
#include "tests/support/made_import.h"
#include "tests/support/summarize.h"
#include "tests/support/test_page.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/charts/funnel_view.h"
#include "widgets/controls/field_box.h"
#include "widgets/controls/field_editor.h"
#include "widgets/controls/sheet_form.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/criteria_editor.h"
#include "widgets/funnel/funnel_page.h"
#include "widgets/funnel/funnel_panel.h"
#include "widgets/funnel/handover_figures.h"
#include "widgets/funnel/handover_health_page.h"
#include "widgets/funnel/handover_panel.h"
#include "widgets/funnel/stage_panel.h"
#include "widgets/shell/appearance.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

Deal deal(int number, int stage, Deal::State state, QDate created, QDate closed)
{
    Deal made;
    made.key = QString::number(number);
    made.stage = stage;
    made.state = state;
    made.created = created;
    made.closed = closed;
    made.value = Money{100'000, u"EUR"_s};
    return made;
}

Result<DealSummary> someDeals(const Document &, const QList<Stage> &stages, Grain grain)
{
    const QDate spring(2026, 5, 4);
    const QDate summer(2026, 8, 3);
    return summarize({deal(1, 5, Deal::State::Won, spring, summer),
                      deal(2, 4, Deal::State::Lost, spring, summer),
                      deal(3, 4, Deal::State::Open, summer, {})},
                     static_cast<int>(stages.size()), grain);
}

} // namespace

class FunnelPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void emptyFunnelOffersTwoWays();
    void showsTheNewestPeriodAgainstTheOneBefore();
    void opensOnTheNewestFullPeriod();
    void countsOrValues();
    void againstTheTarget();
    void withoutTargetsItIsSaid();
    void cutBySegment();
    void cutByProductOfTheDeals();
    void undatedRowsAreTold();
    void remembersHabits();
    void followsTyping();
    void dealsAddKeyFigures();
    void splitMovesOwnersAndUndoTakesItBack();
    void draggedStageIsToldWithUndo();
    void contractIsOpenedAndChanged();
    void missingContractIsOffered();
    void stageIsEditedWithItsPoints();
    void deletedStageSaysWhatHappens();
    void healthPageFollowsTheLog();

private:
    static QPushButton *button(const QWidget &page, const QString &text);
    static QComboBox *box(const QWidget &page, const QString &name);
    Appearance m_appearance;
};

void FunnelPagesTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_appearance.apply(ThemeMode::Light, 100);
}

QPushButton *FunnelPagesTest::button(const QWidget &page, const QString &text)
{
    for (QPushButton *button : page.findChildren<QPushButton *>())
        if (button->text() == text)
            return button;
    return nullptr;
}

QComboBox *FunnelPagesTest::box(const QWidget &page, const QString &name)
{
    for (QComboBox *box : page.findChildren<QComboBox *>())
        if (box->accessibleName() == name)
            return box;
    return nullptr;
}

void FunnelPagesTest::emptyFunnelOffersTwoWays()
{
    TestPage bench;
    FunnelPage page(bench.context());
    QSignalSpy numbers(&page, &FunnelPage::numbersRequested);
    QSignalSpy import(&page, &FunnelPage::importRequested);
    static_cast<QWidget &>(page).show();
    QVERIFY(!page.funnel()->isVisible());
    int visible = 0;
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (!button->isVisible() || button->isCheckable())
            continue;
        ++visible;
        button->click();
    }
    QCOMPARE(visible, 3);
    QCOMPARE(numbers.size(), 1);
    QCOMPARE(import.size(), 2);
}

void FunnelPagesTest::showsTheNewestPeriodAgainstTheOneBefore()
{
    TestPage bench(u"example"_s);
    FunnelPage page(bench.context());
    static_cast<QWidget &>(page).show();
    QCOMPARE(box(page, u"Period shown"_s)->currentText(), u"Q3 2026"_s);
    QCOMPARE(box(page, u"Period compared with"_s)->currentText(), u"against Q2 2026"_s);
    QCOMPARE(page.funnel()->funnel().bands.at(0).figure, u"48,200"_s);
    QCOMPARE(page.funnel()->funnel().against, u"Q2 2026"_s);
    QCOMPARE(page.findChild<FigureTableView *>()->rowCount(), 6);
}

void FunnelPagesTest::opensOnTheNewestFullPeriod()
{
    TestPage bench(u"example"_s);
    const Period running = Period::containing(QDate::currentDate().addDays(1), Grain::Quarter);
    const auto typed = bench.document().edit(u"Type into the running quarter"_s, [&](const Database &db) {
        QVariantMap row = bench.document().rows(u"funnel_number"_s).constFirst();
        row[u"id"_s] = newId();
        row[u"period_start"_s] = running.start.toString(Qt::ISODate);
        db.insert(u"funnel_number"_s, row);
    });
    QVERIFY(typed);
    FunnelPage page(bench.context());
    static_cast<QWidget &>(page).show();
    QCOMPARE(box(page, u"Period shown"_s)->itemText(0), running.labelOn(QDate::currentDate(), QLocale()));
    QCOMPARE(box(page, u"Period shown"_s)->currentText(), u"Q3 2026"_s);
    QCOMPARE(box(page, u"Period compared with"_s)->currentText(), u"against Q2 2026"_s);
    button(page, u"Year"_s)->click();
    button(page, u"Quarter"_s)->click();
    QCOMPARE(box(page, u"Period shown"_s)->currentText(), u"Q3 2026"_s);
}

void FunnelPagesTest::countsOrValues()
{
    TestPage bench(u"example"_s);
    FunnelPage page(bench.context());
    static_cast<QWidget &>(page).show();
    button(page, u"Value"_s)->click();
    QCOMPARE(page.funnel()->funnel().bands.last().figure, u"€400,000"_s);
}

void FunnelPagesTest::againstTheTarget()
{
    TestPage bench(u"example"_s);
    FunnelPage page(bench.context());
    static_cast<QWidget &>(page).show();
    QComboBox *against = box(page, u"Period compared with"_s);
    against->setCurrentIndex(against->findText(u"against the target"_s));
    Q_EMIT against->activated(against->currentIndex());
    const FunnelBands &picture = page.funnel()->funnel();
    QCOMPARE(picture.against, u"the target"_s);
    // 2,410 leads of the 2,500 that were promised.
    QCOMPARE(picture.bands.at(1).change.text, u"−90"_s);
    QVERIFY(picture.bands.at(1).description.contains(u"The target is 2,500"_s));
}

// Dashes alone do not say why, nor what to do.
void FunnelPagesTest::withoutTargetsItIsSaid()
{
    TestPage bench(u"example"_s);
    FunnelPage page(bench.context());
    static_cast<QWidget &>(page).show();
    const auto isSaid = [&page] {
        const auto labels = page.findChildren<TextLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const TextLabel *label) {
            return label->isVisible() && label->text().startsWith(u"No targets are set for Q3 2026. "_s);
        });
    };
    QComboBox *against = box(page, u"Period compared with"_s);
    against->setCurrentIndex(against->findText(u"against the target"_s));
    Q_EMIT against->activated(against->currentIndex());
    QVERIFY(!isSaid());
    QVERIFY(bench.document().edit(
        {}, [](const Database &database) { database.execute(u"DELETE FROM funnel_target"_s); }));
    QVERIFY(isSaid());
    against->setCurrentIndex(against->findText(u"against Q2 2026"_s));
    Q_EMIT against->activated(against->currentIndex());
    QVERIFY(!isSaid());
}

void FunnelPagesTest::cutBySegment()
{
    TestPage bench(u"example"_s);
    FunnelPage page(bench.context());
    static_cast<QWidget &>(page).show();
    QComboBox *segment = box(page, u"Region"_s);
    QVERIFY(segment->findText(u"Nordics"_s) < 0); // nobody has named it yet
    Document &document = bench.document();
    const qint64 stage = document.rows(u"funnel_stage"_s).first().value(u"id"_s).toLongLong();
    QVERIFY(document
                .edit(u"Type"_s,
                      [&](const Database &database) {
                          database.insert(u"funnel_number"_s,
                                          {{u"id"_s, newId()},
                                           {u"position"_s, 1},
                                           {u"stage"_s, stage},
                                           {u"grain"_s, u"quarter"_s},
                                           {u"period_start"_s, u"2026-07-01"_s},
                                           {u"segment"_s, u"Nordics"_s},
                                           {u"amount"_s, 777}});
                      })
                .ok());
    QVERIFY(!segment->isHidden());
    QCOMPARE(page.funnel()->funnel().bands.first().figure, u"48,200"_s);
    segment->setCurrentIndex(segment->findText(u"Nordics"_s));
    Q_EMIT segment->activated(segment->currentIndex());
    QCOMPARE(page.funnel()->funnel().bands.first().figure, u"777"_s);
    QCOMPARE(page.funnel()->funnel().bands.at(1).figure, u"–"_s);
    segment->setCurrentIndex(0);
    Q_EMIT segment->activated(0);
    QCOMPARE(page.funnel()->funnel().bands.first().figure, u"48,200"_s);
}

void FunnelPagesTest::undatedRowsAreTold()
{
    TestPage bench(u"blank"_s);
    QVERIFY(importInto(bench.document(), "Company,Stage\nAcme,Lead\nBolt,MQL\nCog,Won\n").ok());
    FunnelPage page(bench.context());
    static_cast<QWidget &>(page).show();
    const QList<TextLabel *> labels = page.findChildren<TextLabel *>();
    const bool isTold = std::any_of(labels.begin(), labels.end(), [](const TextLabel *label) {
        return label->isVisible() && label->text().contains(u"belong to no period"_s)
            && label->text().contains(u"Lead 3, MQL 2"_s);
    });
    QVERIFY(isTold);
}

void FunnelPagesTest::cutByProductOfTheDeals()
{
    TestPage bench(u"blank"_s);
    QVERIFY(
        importInto(bench.document(),
                   "Deal ID,Stage,Created,Closed,Amount,Region,Product\n"
                   "1,Won,2026-01-05,2026-02-01,100,North,Cell\n2,Won,2026-01-05,2026-02-01,300,South,Cell\n"
                   "3,Won,2026-01-05,2026-02-01,50,South,Arm\n")
            .ok());
    FunnelPage page(bench.context());
    static_cast<QWidget &>(page).show();
    QComboBox *region = box(page, u"Region"_s), *product = box(page, u"Product"_s);
    QCOMPARE(region->count(), 1 + 2);
    QCOMPARE(product->count(), 1 + 2);
    const auto choose = [](QComboBox *box, const QString &name) {
        box->setCurrentIndex(box->findData(name));
        Q_EMIT box->activated(box->currentIndex());
    };
    const auto won = [&page] { return page.funnel()->funnel().bands.last().figure; };
    choose(product, u"Cell"_s);
    QCOMPARE(won(), u"2"_s);
    choose(region, u"South"_s); // at once
    QCOMPARE(won(), u"1"_s);
    choose(product, {});
    QCOMPARE(won(), u"2"_s);
    choose(region, {});
    QCOMPARE(won(), u"3"_s);
}

void FunnelPagesTest::remembersHabits()
{
    TestPage bench(u"example"_s);
    {
        FunnelPage page(bench.context());
        static_cast<QWidget &>(page).show();
        QCOMPARE(page.funnel()->funnel().widths, FunnelWidths::Readable);
        button(page, u"To scale"_s)->click();
        button(page, u"Value"_s)->click();
        QCOMPARE(page.funnel()->funnel().widths, FunnelWidths::Linear);
    }
    FunnelPage again(bench.context());
    static_cast<QWidget &>(again).show();
    QCOMPARE(again.funnel()->funnel().widths, FunnelWidths::Linear);
    QCOMPARE(again.funnel()->funnel().bands.last().figure, u"€400,000"_s);
}

void FunnelPagesTest::followsTyping()
{
    TestPage bench;
    FunnelPage page(bench.context());
    static_cast<QWidget &>(page).show();
    NumbersModel model(bench.document());
    QVERIFY(model.setData(model.index(0, 3), u"1,000"_s));
    QVERIFY(page.funnel()->isVisible());
    QCOMPARE(page.funnel()->funnel().bands.first().figure, u"1,000"_s);
    QVERIFY(bench.document().undo().ok());
    QVERIFY(!page.funnel()->isVisible());
}

void FunnelPagesTest::dealsAddKeyFigures()
{
    TestPage bench;
    FunnelPage page(bench.context(), someDeals);
    static_cast<QWidget &>(page).show();
    // As a screen reader finds them: each name once, and its figure after it.
    QStringList texts;
    for (QLabel *label : page.findChildren<QLabel *>())
        texts.append(QAccessible::queryAccessibleInterface(label)->text(QAccessible::Name));
    const auto figureOf = [&](const QString &name) { return texts.value(texts.indexOf(name) + 1); };
    QCOMPARE(texts.count(u"Won deals"_s), 1);
    QVERIFY(texts.filter(u"Won deals: "_s).isEmpty());
    QCOMPARE(figureOf(u"Won deals"_s), u"1"_s);
    QCOMPARE(figureOf(u"Won value"_s), u"€1,000"_s);
    QCOMPARE(figureOf(u"Win rate: won of won and lost"_s), u"50\u00a0%"_s);
    QCOMPARE(page.funnel()->funnel().bands.last().figure, u"1"_s);
    QPushButton *entry = button(page, u"By period of entry (cohort)"_s);
    QVERIFY(!entry->isHidden());
    entry->click();
    QVERIFY(page.funnel()->isVisible()); // by entry, the newest period has the open deal only
    QCOMPARE(page.funnel()->funnel().bands.last().figure, u"0"_s);
}

void FunnelPagesTest::splitMovesOwnersAndUndoTakesItBack()
{
    TestPage bench(u"example"_s);
    Document &document = bench.document();
    FunnelPage page(bench.context());
    page.resize(1100, 900);
    static_cast<QWidget &>(page).show();
    const QString before = contentOf(document);
    page.funnel()->setFocused({FunnelView::Element::Kind::Handover, 3});
    QTest::keyClick(page.funnel(), Qt::Key_Up);
    QCOMPARE(page.funnel()->shown().bands.at(3).owner, Team::Sales);
    bool said = false;
    for (const QLabel *label : page.findChildren<QLabel *>())
        said |= label->text().contains(u"SQL accepted by sales"_s);
    QVERIFY(said); // before anything is changed
    QCOMPARE(contentOf(document), before);
    QTest::keyClick(page.funnel(), Qt::Key_Return);
    QCOMPARE(page.funnel()->funnel().bands.at(3).owner, Team::Sales);
    QVERIFY(page.funnel()->funnel().bands.at(2).handover);
    QVERIFY(document.undoLabel().contains(u"SQL to Sales"_s));
    const QString told = bench.notifier().texts().join(u' ');
    QVERIFY2(told.contains(u"Moved the split: SQL to Sales. Also changed owner: "_s), qPrintable(told));
    QVERIFY(document.undo().ok());
    QCOMPARE(contentOf(document), before);
    QCOMPARE(page.funnel()->funnel().bands.at(3).owner, Team::Both);
}

void FunnelPagesTest::draggedStageIsToldWithUndo()
{
    TestPage bench(u"example"_s);
    FunnelPage page(bench.context());
    page.resize(1100, 900);
    static_cast<QWidget &>(page).show();
    const auto names = [&] {
        QStringList all;
        for (const FunnelBand &band : page.funnel()->funnel().bands)
            all.append(band.name);
        return all;
    };
    const auto isSaid = [&](const QString &text) {
        const QList<TextLabel *> labels = page.findChildren<TextLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const TextLabel *label) { return label->text().startsWith(text); });
    };
    const QStringList before = names();
    Q_EMIT page.funnel()->stageDragged(3, 2);
    QVERIFY(isSaid(u"Let go to move “SQL” before “MQL”"_s));
    Q_EMIT page.funnel()->stageDragged(3, -1);
    QVERIFY(!isSaid(u"Let go"_s));
    Q_EMIT page.funnel()->stageMoved(3, 2);
    QVERIFY(names() != before);
    QCOMPARE(bench.notifier().texts(), QStringList(u"Moved “SQL” before “MQL”."_s));
    button(bench.notifier(), u"Undo"_s)->click();
    QCOMPARE(names(), before);
    Q_EMIT page.funnel()->stageMoved(3, 6);
    QCOMPARE(bench.notifier().texts(), QStringList(u"Moved “SQL” to the end."_s));
}

void FunnelPagesTest::contractIsOpenedAndChanged()
{
    TestPage bench(u"example"_s);
    FunnelPage page(bench.context());
    page.resize(1100, 900);
    static_cast<QWidget &>(page).show();
    auto *panel = page.findChild<FunnelPanel *>();
    QVERIFY(!panel->isVisible());
    const QRect diamond = page.funnel()->rectOf(FunnelView::Element{FunnelView::Element::Kind::Handover, 3});
    QTest::mouseClick(page.funnel(), Qt::LeftButton, {}, diamond.center());
    QVERIFY(panel->isVisible());
    QCOMPARE(panel->findChild<HandoverFigures *>()->state(), u"broken"_s);
    const SheetForm *form = panel->findChild<HandoverPanel *>()->findChild<SheetForm *>();
    QVERIFY(!form->box(u"after_stage"_s)->isVisible()); // a key meant for the page would move the contract
    FieldBox *agreed = form->box(u"accept_within"_s);
    auto *line = qobject_cast<QLineEdit *>(agreed->editor()->control());
    QVERIFY(line);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, u"5 d"_s);
    QVERIFY(agreed->commit());
    QCOMPARE(panel->findChild<HandoverFigures *>()->state(), u"kept"_s);
    QVERIFY(page.funnel()->funnel().bands.at(3).handoverTerms.endsWith(u"kept"_s));
    QTest::keyClick(panel, Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
}

void FunnelPagesTest::missingContractIsOffered()
{
    TestPage bench(u"example"_s);
    Document &document = bench.document();
    FunnelPage page(bench.context());
    page.resize(1100, 900);
    static_cast<QWidget &>(page).show();
    const qint64 contract = readFunnel(document).contracts.first().id;
    const auto remove = [&](const Database &database) { database.remove(u"funnel_handover"_s, contract); };
    QVERIFY(document.edit(u"Delete"_s, remove).ok());
    QVERIFY(page.funnel()->funnel().bands.at(1).handoverTerms.contains(u"no contract"_s));
    page.funnel()->setFocused({FunnelView::Element::Kind::Handover, 1});
    QTest::keyClick(page.funnel(), Qt::Key_Space);
    QPushButton *write = button(page, u"Write the contract"_s);
    QVERIFY(write->isVisible());
    write->click();
    QVERIFY(!write->isVisible());
    FieldBox *criteria = page.findChild<HandoverPanel *>()->findChild<SheetForm *>()->box(u"criteria"_s);
    QVERIFY(criteria->isVisible() && criteria->isEnabled());
    QVERIFY(readFunnel(document).contractAfter(readFunnel(document).stages.at(1).id));
}

void FunnelPagesTest::stageIsEditedWithItsPoints()
{
    TestPage bench(u"example"_s);
    Document &document = bench.document();
    FunnelPage page(bench.context());
    page.resize(1100, 900);
    static_cast<QWidget &>(page).show();
    page.funnel()->setCurrent(2);
    QTest::keyClick(page.funnel(), Qt::Key_Return);
    auto *criteria = page.findChild<CriteriaEditor *>();
    QVERIFY(criteria && criteria->isVisible());
    QCOMPARE(criteria->findChildren<QToolButton *>().size(), 8);
    const qsizetype before = document.rows(u"funnel_criterion"_s).size();
    button(page, u"Add action"_s)->click();
    QCOMPARE(document.rows(u"funnel_criterion"_s).size(), before + 1);
    FieldBox *name = page.findChild<StagePanel *>()->findChild<SheetForm *>()->box(u"name"_s);
    QWidget *line = name->editor()->control();
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(line, u"Fit"_s);
    QVERIFY(name->commit());
    QCOMPARE(page.funnel()->funnel().bands.at(2).name, u"Fit"_s);
    button(page, u"Move up"_s)->click();
    QCOMPARE(page.funnel()->funnel().bands.at(1).name, u"Fit"_s);
    button(page, u"Add a stage after this one"_s)->click();
    QCOMPARE(page.funnel()->funnel().bands.size(), 7);
    QVERIFY(name->isEnabled() && name->editor()->input().toString().isEmpty()); // the new one is open
}

void FunnelPagesTest::deletedStageSaysWhatHappens()
{
    TestPage bench(u"example"_s);
    Document &document = bench.document();
    const QString before = contentOf(document);
    FunnelPage page(bench.context());
    page.resize(1100, 900);
    static_cast<QWidget &>(page).show();
    QTest::mouseClick(page.funnel(), Qt::LeftButton, {}, page.funnel()->rectOf(1).center());
    button(page, u"Delete this stage"_s)->click();
    QCOMPARE(page.funnel()->funnel().bands.size(), 5);
    QVERIFY(bench.notifier().texts().join(u' ').contains(u"Deleted: “Leads”, together with"_s));
    QVERIFY(document.undo().ok());
    QVERIFY(!bench.notifier().texts().join(u' ').contains(u"Deleted:"_s)); // it is back
    QCOMPARE(contentOf(document), before);
    QCOMPARE(page.funnel()->funnel().bands.size(), 6);
}

void FunnelPagesTest::healthPageFollowsTheLog()
{
    TestPage bench(u"example"_s);
    HandoverHealthPage page(bench.context());
    page.resize(1100, 900);
    static_cast<QWidget &>(page).show();
    QComboBox *period = box(page, u"Handed over in"_s);
    QCOMPARE(period->currentText(), u"Handed over in Q3 2026"_s); // in Q4 only one of them has anything
    QCOMPARE(page.figures().size(), 2);
    QCOMPARE(page.figures().at(0)->state(), u"kept"_s);
    QCOMPARE(page.figures().at(1)->state(), u"broken"_s);
    Document &document = bench.document();
    const qint64 last = readFunnel(document).stages.at(4).id;
    const auto sell = [&](const Database &database) {
        database.update(u"funnel_stage"_s, last, {{u"owner"_s, u"both"_s}});
    };
    QVERIFY(document.edit(u"Own"_s, sell).ok());
    QCOMPARE(page.figures().size(), 2);
    QCOMPARE(page.figures().at(1)->state(), u"no contract yet"_s);
    QVERIFY(document.edit(u"Forget"_s, [](const Database &database) {
        database.execute(u"DELETE FROM funnel_handover_log"_s);
    }));
    QStringList said;
    for (const QLabel *label : page.figures().at(0)->findChildren<QLabel *>())
        said.append(label->text());
    QVERIFY2(said.contains(u"Nothing is logged yet."_s), qPrintable(said.join(u'|')));
}

QTEST_MAIN(FunnelPagesTest)
#include "tst_funnel_pages.moc"
