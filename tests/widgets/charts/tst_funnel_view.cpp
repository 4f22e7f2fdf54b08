#include "models/funnel/split.h"
#include "tests/support/made_funnel.h"
#include "tests/support/pixels.h"
#include "widgets/charts/funnel_view.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/theme.h"

#include <QAccessible>
#include <QLineEdit>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace MadeFunnel;

namespace {

// A view whose split can be moved.
void show(FunnelView &view)
{
    view.setFunnel(bandsOf(third, second), {}, u"Funnel"_s);
    view.setPreview([](int from, int to) {
        FunnelFigures now = funnel(u"2026-Q3"_s, third);
        const FunnelFigures before = funnel(u"2026-Q2"_s, second);
        now.stages = withSplitMoved(now.stages, from, to);
        const FunnelInputs agreed = contract();
        return funnelBands({.now = now, .before = &before, .agreed = &agreed, .locale = QLocale::c()});
    });
    view.resize(view.sizeHint());
}

QList<QVariantList> told(const QSignalSpy &spy)
{
    return spy;
}

// QTest's own move needs a window on a screen.
void move(FunnelView &view, const QPoint &to)
{
    QMouseEvent event(QEvent::MouseMove, to, view.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(&view, &event);
}

} // namespace

// The funnel under mouse, keyboard and screen reader.
class FunnelViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance.apply(ThemeMode::Light, 100); }
    void arrowKeysWalkTheStages();
    void tabWalksTheHandovers();
    void lineIsDragged();
    void lineIsMovedByKeys();
    void escapeLeavesTheLine();
    void stageIsDraggedAndMovedByKeys();
    void draggedStageIsMarkedAndCanBeGivenUp();
    void aTremblingClickMovesNothing();
    void readOnlyMovesNothing();
    void partsForScreenReaders();
    void stageUnderMouse();

private:
    Appearance m_appearance;
};

void FunnelViewTest::arrowKeysWalkTheStages()
{
    FunnelView view;
    view.setFunnel(bandsOf(third, second), {}, u"Funnel"_s);
    view.resize(view.sizeHint());
    QSignalSpy moved(&view, &FunnelView::currentChanged);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.current(), 1);
    QVERIFY(view.accessibleDescription().startsWith(u"Leads, Marketing"_s));
    QTest::keyClick(&view, Qt::Key_End);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.current(), 5);
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.current(), 0);
    QCOMPARE(moved.size(), 4);
}

void FunnelViewTest::tabWalksTheHandovers()
{
    QWidget window;
    auto *before = new QLineEdit(&window);
    auto *view = new FunnelView(&window);
    view->setFunnel(bandsOf(third, second), {}, {});
    auto *after = new QLineEdit(&window);
    QSignalSpy opened(view, &FunnelView::handoverActivated);
    window.show();
    QApplication::setActiveWindow(&window);
    before->setFocus();
    QTest::keyClick(before, Qt::Key_Tab);
    QVERIFY(view->hasFocus());
    QCOMPARE(view->current(), 0);
    QTest::keyClick(view, Qt::Key_Tab);
    QCOMPARE(view->focused(), (FunnelView::Element{FunnelView::Element::Kind::Handover, 1}));
    QVERIFY(view->accessibleDescription().startsWith(u"Handover: Marketing to Both, after Leads"_s));
    QTest::keyClick(view, Qt::Key_Tab);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(told(opened), (QList<QVariantList>{QVariantList{3}}));
    QTest::keyClick(view, Qt::Key_Tab);
    QVERIFY(after->hasFocus());
    QTest::keyClick(after, Qt::Key_Backtab);
    QCOMPARE(view->focused(), (FunnelView::Element{FunnelView::Element::Kind::Handover, 3}));
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(view->current(), 4);
    QTest::keyClick(view, Qt::Key_Left);
    QTest::keyClick(view, Qt::Key_Left);
    QCOMPARE(view->current(), 3);
}

void FunnelViewTest::lineIsDragged()
{
    FunnelView view;
    show(view);
    QSignalSpy previewed(&view, &FunnelView::splitPreviewed), moved(&view, &FunnelView::splitMoved);
    QSignalSpy opened(&view, &FunnelView::handoverActivated);
    const QPoint line(view.rectOf(1).center().x(), view.rectOf(1).bottom() + 2);
    const QPoint target(line.x() + 3, view.rectOf(2).bottom() + 4);
    QTest::mousePress(&view, Qt::LeftButton, {}, line);
    move(view, line + QPoint(0, 3));
    QCOMPARE(previewed.size(), 0);
    move(view, target);
    QCOMPARE(previewed.size(), 1);
    QCOMPARE(view.shown().bands.at(2).owner, Team::Marketing);
    QCOMPARE(view.funnel().bands.at(2).owner, Team::Both);
    QCOMPARE(moved.size(), 0);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, target);
    QCOMPARE(told(moved), (QList<QVariantList>{QVariantList{1, 2}}));
    QCOMPARE(opened.size(), 0);
    QTest::mouseClick(&view, Qt::LeftButton, {}, line);
    QCOMPARE(told(opened), (QList<QVariantList>{QVariantList{1}}));
    QCOMPARE(moved.size(), 1);
}

void FunnelViewTest::lineIsMovedByKeys()
{
    FunnelView view;
    show(view);
    QSignalSpy moved(&view, &FunnelView::splitMoved), opened(&view, &FunnelView::handoverActivated);
    view.setFocused({FunnelView::Element::Kind::Handover, 3});
    QTest::keyClick(&view, Qt::Key_Up);
    QTest::keyClick(&view, Qt::Key_Up);
    QTest::keyClick(&view, Qt::Key_Up); // stops at the other line
    QCOMPARE(view.shown().bands.at(2).owner, Team::Sales);
    QCOMPARE(view.shown().bands.at(1).owner, Team::Marketing);
    QCOMPARE(moved.size(), 0);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(told(moved), (QList<QVariantList>{QVariantList{3, 1}}));
    QCOMPARE(opened.size(), 0);
}

void FunnelViewTest::escapeLeavesTheLine()
{
    FunnelView view;
    show(view);
    QSignalSpy moved(&view, &FunnelView::splitMoved);
    view.setFocused({FunnelView::Element::Kind::Handover, 1});
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.shown().bands.at(2).owner, Team::Marketing);
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(view.shown(), view.funnel());
    QTest::keyClick(&view, Qt::Key_Down);
    view.setCurrent(0); // to leave keeps, as with what is typed
    QCOMPARE(told(moved), (QList<QVariantList>{QVariantList{1, 2}}));
}

void FunnelViewTest::stageIsDraggedAndMovedByKeys()
{
    FunnelView view;
    show(view);
    QSignalSpy moved(&view, &FunnelView::stageMoved), opened(&view, &FunnelView::stageActivated);
    const QPoint from = view.rectOf(0).center(), to = view.rectOf(2).center() + QPoint(0, 20);
    QTest::mousePress(&view, Qt::LeftButton, {}, from);
    move(view, to);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, to);
    QCOMPARE(told(moved), (QList<QVariantList>{QVariantList{0, 3}}));
    moved.clear();
    view.setCurrent(2);
    QTest::keyClick(&view, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(told(moved), (QList<QVariantList>{QVariantList{2, 1}}));
    QCOMPARE(opened.size(), 0);
    QTest::keyClick(&view, Qt::Key_Space);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.rectOf(4).center());
    QCOMPARE(told(opened), (QList<QVariantList>{QVariantList{1}, QVariantList{4}}));
}

void FunnelViewTest::draggedStageIsMarkedAndCanBeGivenUp()
{
    FunnelView view;
    show(view);
    QSignalSpy moved(&view, &FunnelView::stageMoved), dragged(&view, &FunnelView::stageDragged);
    const QColor mark = Theme::light().color(Theme::Role::Accent);
    const auto marked = [&] { return pixelsOf(view.grab().toImage(), mark); };
    const QPoint from = view.rectOf(0).center(), to = view.rectOf(2).center() + QPoint(0, 20);
    const int unmarked = marked();
    QTest::mousePress(&view, Qt::LeftButton, {}, from);
    move(view, view.rectOf(0).center() + QPoint(0, 20));
    QCOMPARE(marked(), unmarked); // it would stay
    move(view, to);
    QVERIFY(marked() > unmarked + 100);
    QCOMPARE(view.cursor().shape(), Qt::ClosedHandCursor);
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(marked(), unmarked);
    QVERIFY(view.cursor().shape() != Qt::ClosedHandCursor);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, to);
    QCOMPARE(told(dragged),
             (QList<QVariantList>{QVariantList{0, 0}, QVariantList{0, 3}, QVariantList{0, -1}}));
    QCOMPARE(moved.size(), 0);
}

void FunnelViewTest::aTremblingClickMovesNothing()
{
    FunnelView view;
    show(view);
    QSignalSpy moved(&view, &FunnelView::stageMoved), opened(&view, &FunnelView::stageActivated);
    const QPoint at = view.rectOf(3).topLeft() + QPoint(view.rectOf(3).width() / 2, 1);
    const QPoint trembled = at - QPoint(0, QApplication::startDragDistance() - 1); // in the stage above
    QTest::mousePress(&view, Qt::LeftButton, {}, at);
    move(view, trembled);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, trembled);
    QCOMPARE(moved.size(), 0);
    QCOMPARE(told(opened), (QList<QVariantList>{QVariantList{3}}));
}

void FunnelViewTest::readOnlyMovesNothing()
{
    FunnelView view;
    view.setFunnel(bandsOf(third, second), {}, {});
    view.resize(view.sizeHint());
    QSignalSpy split(&view, &FunnelView::splitMoved), stage(&view, &FunnelView::stageMoved);
    view.setFocused({FunnelView::Element::Kind::Handover, 1});
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Escape);
    QTest::mousePress(&view, Qt::LeftButton, {}, view.rectOf(0).center());
    move(view, view.rectOf(3).center());
    QTest::mouseRelease(&view, Qt::LeftButton, {}, view.rectOf(3).center());
    QCOMPARE(split.size() + stage.size(), 0);
}

void FunnelViewTest::partsForScreenReaders()
{
    FunnelView view;
    show(view);
    QAccessibleInterface *picture = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(picture);
    QCOMPARE(picture->childCount(), 8); // six stages, two handovers
    QAccessibleInterface *leads = picture->child(1), *handover = picture->child(2);
    QCOMPARE(leads->text(QAccessible::Name), u"Leads, Marketing"_s);
    QCOMPARE(leads->text(QAccessible::Value), u"2410"_s);
    QCOMPARE(leads->role(), QAccessible::ListItem);
    QCOMPARE(handover->role(), QAccessible::Button);
    QVERIFY(handover->text(QAccessible::Name).startsWith(u"Handover: Marketing to Both"_s));
    QVERIFY(handover->text(QAccessible::Value).contains(u"4\u00a0h"_s));
    QCOMPARE(handover->parent(), picture);
    QCOMPARE(picture->indexOfChild(handover), 2);
    const QPoint middle = leads->rect().center();
    QCOMPARE(picture->childAt(middle.x(), middle.y()), leads);
    QSignalSpy opened(&view, &FunnelView::handoverActivated);
    handover->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(opened.size(), 1);
    view.setFunnel(bandsOf({1, 2}, {}), {}, {});
    QCOMPARE(picture->childCount(), 2);
    QVERIFY(handover->state().invalid);
}

void FunnelViewTest::stageUnderMouse()
{
    FunnelView view;
    view.setFunnel(bandsOf(third, second), {}, u"Funnel"_s);
    view.resize(view.sizeHint());
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.rectOf(3).center());
    QCOMPARE(view.current(), 3);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.rect().bottomLeft());
    QCOMPARE(view.current(), -1);
}

QTEST_MAIN(FunnelViewTest)
#include "tst_funnel_view.moc"
