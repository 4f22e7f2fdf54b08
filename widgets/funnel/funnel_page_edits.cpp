// How FunnelPage lets the funnel be changed: the split, stages and handovers.

#include "widgets/funnel/funnel_page.h"

#include "models/funnel/funnel_edits.h"
#include "models/worksheet/catalogue.h"
#include "models/worksheet/sheet_model.h"
#include "widgets/charts/picture_menu.h"
#include "widgets/controls/scroll_into_view.h"
#include "widgets/controls/seen_part.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/funnel_choices.h"
#include "widgets/funnel/funnel_panel.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/undoable_message.h"

#include <QApplication>
#include <QBoxLayout>
#include <QMenu>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

using Kind = FunnelView::Element::Kind;

void FunnelPage::connectPicture()
{
    connect(m_funnel, &FunnelView::saveRequested, this,
            [this](const Picture &picture) { askAndSavePicture(picture, m_page.notifier, window()); });
    connect(m_funnel, &FunnelView::stageActivated, this, [this](int band) { open(Kind::Stage, band); });
    connect(m_funnel, &FunnelView::handoverActivated, this, [this](int band) { open(Kind::Handover, band); });
    connect(m_funnel, &FunnelView::menuRequested, this, &FunnelPage::fillMenu);
    connect(m_panel, &FunnelPanel::closed, this, &FunnelPage::closePanel);
    if (m_page.document.isReadOnly())
        return;
    m_funnel->setPreview([this](int from, int to) { return preview(from, to); });
    connect(m_funnel, &FunnelView::splitPreviewed, this, &FunnelPage::showSplitHint);
    connect(m_funnel, &FunnelView::splitMoved, this, [this](int from, int to) {
        const OwnerChange plan = splitMoved(m_page.document, m_inputs.stages, from, to);
        changeOwners(plan, tr("Moved the split: %1.").arg(plan.stagesText()));
    });
    connect(m_funnel, &FunnelView::stageDragged, this, &FunnelPage::showDragHint);
    connect(m_funnel, &FunnelView::stageMoved, this, [this](int band, int before) {
        const QString text = movedText(m_inputs.stages, band, before);
        const Result<void> done = moveStage(m_page.document, m_inputs.stages, band, before);
        if (done)
            showUndoable(m_page, text);
        change(done);
    });
    connect(m_panel, &FunnelPanel::stageMoveWanted, this, [this](int by) {
        const int band = openedBand();
        change(moveStage(m_page.document, m_inputs.stages, band, by < 0 ? band - 1 : band + 2));
    });
    connect(m_panel, &FunnelPanel::stageAddWanted, this, [this] { addStage(openedBand()); });
    connect(m_panel, &FunnelPanel::stageRemoveWanted, this, [this] { removeStage(openedBand()); });
}

FunnelBands FunnelPage::preview(int from, int to) const
{
    const FunnelFigures *now = periodOf(m_choices->now());
    if (!now)
        return {};
    FunnelFigures moved = *now;
    moved.stages = withSplitMoved(now->stages, from, to);
    FunnelInputs inputs = m_inputs;
    const OwnerChange plan = splitMoved(m_page.document, m_inputs.stages, from, to);
    for (GateContract &contract : inputs.contracts)
        if (plan.contract != 0 && contract.id == plan.contract)
            contract.afterStage = plan.contractTo;
    FunnelQuestion asked = question(*now);
    return funnelBands({.now = moved,
                        .before = asked.before,
                        .beforeIsTarget = asked.beforeIsTarget,
                        .measure = asked.measure,
                        .agreed = &inputs,
                        .locale = asked.locale,
                        .widths = asked.widths});
}

void FunnelPage::showSplitHint(int from, int to)
{
    if (from != to) {
        const OwnerChange plan = splitMoved(m_page.document, m_inputs.stages, from, to);
        const QString text
            = tr("Moving the split: %1. Let go or press Enter to keep it, Esc to leave it.").arg(plan.text());
        m_hint->setText(text);
        m_funnel->tell(text, !m_hint->visibleRegion().isEmpty());
        return;
    }
    m_funnel->tell({});
    m_hint->setText(m_page.document.isReadOnly()
                        ? tr("Click a stage or a handover to read what is agreed.")
                        : tr("Click a stage or a handover to see what is agreed and what happened. Drag a "
                             "handover's line to move the split between the teams, or go to it with Tab and "
                             "move it with the arrow keys and Enter; KPIs and SLA answers that name a stage "
                             "follow its owner. Drag a stage to change their order."));
}

void FunnelPage::showDragHint(int band, int before)
{
    if (before < 0)
        return showSplitHint(0, 0);
    const QList<Stage> &stages = m_inputs.stages;
    const QString name = stages.at(band).name;
    const QString text = before == band ? tr("“%1” stays where it is.").arg(name)
        : before < stages.size()
        ? tr("Let go to move “%1” before “%2”; Esc leaves it where it was.").arg(name, stages.at(before).name)
        : tr("Let go to move “%1” to the end; Esc leaves it where it was.").arg(name);
    m_hint->setText(text);
    m_funnel->tell(text);
}

void FunnelPage::change(const Result<void> &done)
{
    if (!done)
        m_page.notifier.report(done.error());
}

void FunnelPage::changeOwners(const OwnerChange &plan, const QString &told)
{
    const auto followed = apply(m_page.document, plan);
    if (!followed)
        return m_page.notifier.report(followed.error());
    QStringList texts{told, *followed};
    texts.removeAll({});
    if (!texts.isEmpty())
        showUndoable(m_page, texts.join(u' '));
}

void FunnelPage::open(Kind kind, int band)
{
    if (!m_panel->commit())
        return;
    m_opened = {kind, m_inputs.stages.at(band).id};
    refreshPanel();
    if (m_isBack)
        Q_EMIT roomWanted();
    // Once the layout knows where it lies.
    QTimer::singleShot(0, m_panel, [this] {
        settleLayouts(); // the panel takes room from the picture
        // What is in sight stays where it is.
        const auto show = [](const QWidget *widget, const QRect &part) {
            if (!isInSight(widget, part))
                scrollIntoView(widget, part);
        };
        const bool beneath = m_row->direction() == QBoxLayout::TopToBottom;
        const QWidget *panel = m_panel;
        if (beneath)
            panel = m_beside;
        show(panel, panel->rect());
        if (const int opened = openedBand(); opened >= 0 && !beneath)
            show(m_funnel, m_funnel->rectOf(FunnelView::Element{m_opened.kind, opened}));
        if (m_funnel->hasFocus() && m_panel->isVisible())
            m_panel->focusFirst();
    });
}

void FunnelPage::closePanel()
{
    if (!m_panel->commit())
        return;
    m_funnel->setFocus(Qt::OtherFocusReason); // before the panel is gone: it would go on down the page
    m_opened = {};
    refreshPanel();
}

int FunnelPage::openedBand() const
{
    for (int i = 0; i < m_inputs.stages.size(); ++i)
        if (m_inputs.stages.at(i).id == m_opened.stage)
            return i;
    return -1;
}

void FunnelPage::refreshPanel()
{
    const bool isOpen = showOpened();
    m_panel->setVisible(isOpen && !m_isBack);
    if (std::exchange(m_isPanelOpen, isOpen) != isOpen)
        Q_EMIT roomWanted();
}

void FunnelPage::stepBack(bool back)
{
    if (std::exchange(m_isBack, back) == back)
        return;
    if (back && m_panel->isAncestorOf(QApplication::focusWidget()))
        m_funnel->setFocus(Qt::OtherFocusReason);
    refreshPanel();
}

bool FunnelPage::showOpened()
{
    const int band = openedBand();
    const bool handover = m_opened.kind == Kind::Handover;
    const FunnelFigures *now = periodOf(m_choices->now());
    if (band < 0 || !now || (handover && !handoverPoints(m_inputs.stages).contains(band)))
        return false;
    if (handover)
        m_panel->showHandover(m_funnel->funnel().bands.at(band).handoverTitle, m_inputs, m_opened.stage,
                              now->period);
    else
        m_panel->showStage(m_inputs.stages.at(band));
    return true;
}

void FunnelPage::fillMenu(QMenu *menu, const FunnelView::Element &element)
{
    const QList<QAction *> picture = menu->actions();
    auto *own = new QMenu(menu);
    if (element.kind == Kind::Handover)
        own->addAction(tr("Open the contract"), this, [this, element] { open(element.kind, element.band); });
    else
        fillStageMenu(own, element.band);
    const QList<QAction *> actions = own->actions();
    menu->insertActions(picture.first(), actions);
    menu->insertSeparator(picture.first());
}

void FunnelPage::fillStageMenu(QMenu *menu, int band)
{
    const Stage &stage = m_inputs.stages.at(band);
    menu->addAction(tr("Edit “%1”").arg(stage.name), this, [this, band] { open(Kind::Stage, band); });
    if (m_page.document.isReadOnly())
        return;
    QMenu *owner = menu->addMenu(tr("Owner"));
    for (const Choice &choice : teams()) {
        const Team team = teamFromKey(choice.key);
        QAction *action = owner->addAction(choice.label, this, [this, band, team] {
            changeOwners(ownerSet(m_page.document, m_inputs.stages, band, team));
        });
        action->setCheckable(true);
        action->setChecked(stage.owner == team);
    }
    menu->addAction(themedIcon(u"add"_s), tr("Add a stage after it"), this, [this, band] { addStage(band); });
    menu->addAction(themedIcon(u"remove"_s), tr("Delete “%1”").arg(stage.name), this,
                    [this, band] { removeStage(band); });
}

void FunnelPage::addStage(int after)
{
    const auto added = addStageAfter(m_page.document, m_inputs.stages, after);
    if (!added)
        return m_page.notifier.report(added.error());
    m_funnel->setCurrent(after + 1);
    open(Kind::Stage, after + 1);
}

void FunnelPage::removeStage(int band)
{
    SheetModel stages(m_page.document, m_page.catalogue, *m_page.catalogue.sheet(u"funnel_stage"_s));
    connect(&stages, &SheetModel::alsoChanged, this,
            [this](const QString &message) { showUndoable(m_page, message); });
    connect(&stages, &SheetModel::refused, this, [this](const QString &message) {
        m_page.notifier.report({Error::Code::Refused, message});
    });
    stages.removeRowsById({m_inputs.stages.at(band).id});
}
