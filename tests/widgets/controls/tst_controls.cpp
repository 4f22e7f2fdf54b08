#include "tests/support/pixels.h"
#include "widgets/controls/card.h"
#include "widgets/controls/chip.h"
#include "widgets/controls/evidence_bar.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/controls/focus_edge.h"
#include "widgets/controls/gap_line.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/controls/progress_ring.h"
#include "widgets/controls/signature_dots.h"
#include "widgets/controls/sub_tabs.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/theme.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

class ControlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void combosHaveALabelForReaders();
    void initTestCase() { m_appearance.apply(ThemeMode::Light, 100); }
    void chipIsNamedAndTinted();
    void chipShrinks();
    void ringClosesWithProgress();
    void dotsSayWhoHasSigned();
    void evidenceCountsGuesses();
    void gapLineShowsBothScores();
    void cardShowsItsEdge();
    void flowWraps();
    void barRunsItsActionOnceAndCloses();
    void barClosesByKey();
    void subTabsWrapInsteadOfScrolling();
    void subTabsAreReachableByKeyAndMouse();
    void focusFrameLeavesRoomAroundTheName();
    void whatDrawsNoFocusHasAFrame();

private:
    Appearance m_appearance;
};

void ControlsTest::chipIsNamedAndTinted()
{
    Chip chip(u"Marketing"_s, Team::Marketing);
    QCOMPARE(chip.accessibleName(), u"Marketing"_s);
    // Read once: not as its description too.
    QVERIFY(QAccessible::queryAccessibleInterface(&chip)->text(QAccessible::Description).isEmpty());
    chip.resize(chip.sizeHint());
    const QColor tint = Theme::light().tint(Team::Marketing);
    QVERIFY(pixelsOf(chip.grab().toImage(), tint) > 100);
    chip.setLook(Chip::Look::Outlined);
    QCOMPARE(pixelsOf(chip.grab().toImage(), tint), 0);
}

void ControlsTest::chipShrinks()
{
    Chip chip(u"A rather long name for a team that is nowhere near to fitting"_s);
    QVERIFY(chip.minimumSizeHint().width() < chip.sizeHint().width() / 4);
}

void ControlsTest::ringClosesWithProgress()
{
    ProgressRing ring;
    ring.resize(60, 60);
    const QColor good = Theme::light().color(Theme::Role::Good);
    ring.setProgress(0, 4);
    QCOMPARE(pixelsOf(ring.grab().toImage(), good), 0);
    ring.setProgress(1, 4);
    const int quarter = pixelsOf(ring.grab().toImage(), good);
    ring.setProgress(4, 4);
    const int whole = pixelsOf(ring.grab().toImage(), good);
    QVERIFY(quarter > 0 && whole > 3 * quarter);
    QCOMPARE(ring.accessibleName(), u"4 of 4 worksheets filled in"_s);
    ring.setProgress(0, 0);
    QCOMPARE(pixelsOf(ring.grab().toImage(), good), 0);
}

void ControlsTest::dotsSayWhoHasSigned()
{
    SignatureDots dots;
    dots.resize(120, 40);
    const auto blue = [&] { return pixelsOf(dots.grab().toImage(), Theme::light().fill(Team::Sales)); };
    const int hollow = blue();
    dots.setSignatures(SignatureState::Signed, SignatureState::Outdated);
    const int half = blue();
    QCOMPARE(dots.accessibleName(), u"Marketing has signed, Sales signed an earlier text"_s);
    dots.setSignatures(SignatureState::Signed, SignatureState::Signed);
    QVERIFY(hollow < half && half < blue());
}

void ControlsTest::evidenceCountsGuesses()
{
    EvidenceBar bar;
    QCOMPARE(bar.caption(), u"no facts yet"_s);
    bar.setCounts(7, 3);
    QCOMPARE(bar.caption(), u"30 % guesses"_s);
    bar.setCounts(7, 1); // 12.5
    QCOMPARE(bar.caption(), u"13 % guesses"_s);
    bar.setCounts(0, 0, 5);
    QCOMPARE(bar.caption(), u"0 % guesses"_s);
    QVERIFY(bar.accessibleName().contains(u"5 without a source"_s));
}

void ControlsTest::gapLineShowsBothScores()
{
    GapLine line;
    line.resize(200, 30);
    const QColor warning = Theme::light().color(Theme::Role::Warning);
    line.setScores(4, std::nullopt);
    QCOMPARE(line.accessibleName(), u"Marketing: 4, Sales: not answered"_s);
    QCOMPARE(pixelsOf(line.grab().toImage(), warning), 0);
    line.setScores(4, 2);
    const QImage apart = line.grab().toImage();
    QVERIFY(pixelsOf(apart, warning) > 0);
    line.setScores(3, 3);
    const QImage same = line.grab().toImage();
    QCOMPARE(pixelsOf(same, warning), 0);
    QVERIFY(pixelsOf(same, Theme::light().fill(Team::Marketing)) > 0);
    QVERIFY(pixelsOf(same, Theme::light().fill(Team::Sales)) > 0);
}

void ControlsTest::cardShowsItsEdge()
{
    Card card;
    card.resize(200, 100);
    const QColor orange = Theme::light().fill(Team::Marketing);
    QCOMPARE(pixelsOf(card.grab().toImage(), orange), 0);
    card.setEdge(Team::Marketing);
    QVERIFY(pixelsOf(card.grab().toImage(), orange) > 150);
    QCOMPARE(card.grab().toImage().pixelColor(100, 50), Theme::light().color(Theme::Role::Card));
}

void ControlsTest::flowWraps()
{
    QWidget box;
    auto *flow = new FlowLayout(&box);
    for (int i = 0; i < 6; ++i)
        flow->addWidget(new Chip(u"chip number %1"_s.arg(i)));
    const int chip = flow->itemAt(0)->sizeHint().width();
    const int oneRow = flow->heightForWidth(100 * chip);
    QVERIFY(flow->heightForWidth(chip + 1) >= 6 * oneRow);
    box.resize(chip * 2 + 3 * flow->spacing(), 500);
    box.show();
    QCOMPARE(flow->itemAt(1)->geometry().top(), flow->itemAt(0)->geometry().top());
    QVERIFY(flow->itemAt(2)->geometry().top() > flow->itemAt(0)->geometry().bottom());
    box.setLayoutDirection(Qt::RightToLeft);
    flow->activate();
    QVERIFY(flow->itemAt(0)->geometry().left() > flow->itemAt(1)->geometry().left());
}

void ControlsTest::barRunsItsActionOnceAndCloses()
{
    InlineBar bar(Severity::Warning, u"The file was changed elsewhere."_s);
    int runs = 0;
    bar.addAction(u"Reload"_s, [&] { ++runs; });
    QSignalSpy closed(&bar, &InlineBar::closed);
    bar.show();
    QCOMPARE(bar.accessibleName(), u"Warning: The file was changed elsewhere."_s);
    QTest::mouseClick(bar.findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(runs, 1);
    QCOMPARE(closed.size(), 1);
    QVERIFY(!bar.isVisible());
}

void ControlsTest::barClosesByKey()
{
    InlineBar bar(Severity::Info, u"Text."_s);
    QSignalSpy closed(&bar, &InlineBar::closed);
    bar.show();
    QTest::keyClick(bar.findChild<QToolButton *>(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
    InlineBar fixed(Severity::Error, u"Text."_s);
    fixed.setClosable(false);
    fixed.show();
    QTest::keyClick(&fixed, Qt::Key_Escape);
    QVERIFY(fixed.isVisible());
}

void ControlsTest::subTabsWrapInsteadOfScrolling()
{
    SubTabs tabs;
    for (const QString &name :
         {u"Goals and behaviours"_s, u"Baseline story"_s, u"Personas"_s, u"Messaging"_s})
        tabs.addTab(name);
    tabs.resize(2000, 40);
    tabs.show();
    QCOMPARE(tabs.rows(), 1);
    tabs.resize(tabs.sizeHint().width() / 2, 40);
    QVERIFY(tabs.rows() >= 2);
    tabs.resize(tabs.width(), tabs.heightForWidth(tabs.width()));
    QCOMPARE(tabs.height(), tabs.rows() * tabs.rectOf(0).height());
    for (int i = 0; i < tabs.count(); ++i)
        QVERIFY(tabs.rect().contains(tabs.rectOf(i)));
    QTest::mouseClick(&tabs, Qt::LeftButton, {}, tabs.rectOf(3).center());
    QCOMPARE(tabs.currentIndex(), 3);
    const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&tabs);
    QCOMPARE(spoken->childCount(), tabs.count());
    for (int i = 0; i < tabs.count(); ++i) {
        const QRect there(tabs.mapToGlobal(tabs.rectOf(i).topLeft()), tabs.rectOf(i).size());
        QCOMPARE(spoken->child(i)->rect(), there);
        QCOMPARE(spoken->indexOfChild(spoken->childAt(there.center().x(), there.center().y())), i);
        QCOMPARE(bool(spoken->child(i)->state().selected), i == 3);
    }
    spoken->child(1)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(tabs.currentIndex(), 1);
}

void ControlsTest::subTabsAreReachableByKeyAndMouse()
{
    SubTabs tabs;
    tabs.addTab(u"One"_s);
    tabs.addTab(u"Two"_s);
    tabs.addTab(u"Three"_s);
    tabs.show();
    QTest::keyClick(&tabs, Qt::Key_Right);
    QCOMPARE(tabs.currentIndex(), 1);
    QTest::keyClick(&tabs, Qt::Key_Left);
    QCOMPARE(tabs.currentIndex(), 0);
    QTest::keyClick(&tabs, Qt::Key_End);
    QCOMPARE(tabs.currentIndex(), 2);
    QTest::keyClick(&tabs, Qt::Key_Home);
    QCOMPARE(tabs.currentIndex(), 0);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&tabs);
    QVERIFY(spoken);
    QCOMPARE(spoken->role(), QAccessible::PageTabList);
    QCOMPARE(spoken->child(1)->text(QAccessible::Name), u"Two"_s);
}

void ControlsTest::focusFrameLeavesRoomAroundTheName()
{
    SubTabs tabs;
    tabs.addTab(u"Illustration"_s);
    tabs.resize(tabs.sizeHint());
    tabs.show();
    QVERIFY(QTest::qWaitForWindowActive(&tabs));
    tabs.clearFocus();
    const QImage without = tabs.grab().toImage();
    tabs.setFocus(Qt::TabFocusReason);
    const QImage with = tabs.grab().toImage();
    // Left of the name stands nothing without the focus, and within the frame's line nothing with it.
    int line = -1;
    for (int x = 0; x < tabs.rectOf(0).left(); ++x) {
        const QRect column(x, 4, 1, with.height() / 2);
        QCOMPARE(pixelsOf(without.copy(column), without.pixelColor(0, 4)), column.height());
        if (with.copy(column) != without.copy(column))
            line = x;
    }
    QVERIFY(line >= 0);
    QVERIFY(line < tabs.rectOf(0).left() - 1);
    tabs.clearFocus();
    QTest::mouseClick(&tabs, Qt::LeftButton, {}, tabs.rectOf(0).center());
    QVERIFY(tabs.hasFocus());
    QCOMPARE(tabs.grab().toImage(), without); // who clicks sees where
}

// On Linux a screen reader is told what a combo box is for by its label alone.
void ControlsTest::combosHaveALabelForReaders()
{
    QWidget window;
    QVBoxLayout column(&window);
    QComboBox named, labelled, nameless;
    QLabel label(u"Sort by"_s);
    label.setBuddy(&labelled);
    named.addItems({u"Marketing"_s, u"Sales"_s});
    named.setAccessibleName(u"Team"_s);
    labelled.setAccessibleName(u"Sort by"_s);
    for (QWidget *widget : std::initializer_list<QWidget *>{&named, &label, &labelled, &nameless})
        column.addWidget(widget);
    window.show();
    const auto namesOf = [](QWidget &combo) {
        QStringList names;
        for (const auto &[interface, kind] :
             QAccessible::queryAccessibleInterface(&combo)->relations(QAccessible::Label))
            names.append(interface->text(QAccessible::Name));
        return names;
    };
    QCOMPARE(namesOf(named), QStringList{u"Team"_s});
    QCOMPARE(namesOf(labelled), QStringList{u"Sort by"_s});
    QVERIFY(namesOf(nameless).isEmpty());
    QCOMPARE(column.count(), 4); // nothing is seen of it
}

void ControlsTest::whatDrawsNoFocusHasAFrame()
{
    QScrollArea area;
    area.setFrameShape(QFrame::NoFrame);
    area.setWidget(new QLabel(u"Guide"_s));
    showFocusAround(area);
    area.resize(200, 100);
    area.show();
    QVERIFY(QTest::qWaitForWindowActive(&area));
    area.clearFocus();
    const QColor accent = Theme::light().color(Theme::Role::Accent);
    QCOMPARE(pixelsOf(area.grab().toImage(), accent), 0);
    area.setFocus(Qt::TabFocusReason);
    QVERIFY(pixelsOf(area.grab().toImage(), accent) > 200);
    area.clearFocus();
    QCOMPARE(pixelsOf(area.grab().toImage(), accent), 0);
    area.setFocus(Qt::MouseFocusReason);
    QCOMPARE(pixelsOf(area.grab().toImage(), accent), 0);
}

QTEST_MAIN(ControlsTest)
#include "tst_controls.moc"
