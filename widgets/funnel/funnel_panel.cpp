#include "widgets/funnel/funnel_panel.h"

#include "widgets/controls/text_label.h"
#include "widgets/funnel/handover_panel.h"
#include "widgets/funnel/stage_panel.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/page_view.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

FunnelPanel::FunnelPanel(const PageContext &page, QWidget *parent)
    : Card(parent)
    , m_page(page)
    , m_title(new TextLabel({}))
    , m_close(new QToolButton)
    , m_handover(new HandoverPanel(page))
    , m_stage(new StagePanel(page))
{
    setTextStyle(m_title, TextStyle::Heading);
    m_close->setIcon(themedIcon(u"close"_s));
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
    connect(m_close, &QToolButton::clicked, this, &FunnelPanel::closed);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(buildContent());
    connect(m_stage, &StagePanel::moveWanted, this, &FunnelPanel::stageMoveWanted);
    connect(m_stage, &StagePanel::addWanted, this, &FunnelPanel::stageAddWanted);
    connect(m_stage, &StagePanel::removeWanted, this, &FunnelPanel::stageRemoveWanted);
    hide();
}

QWidget *FunnelPanel::buildContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, em(this, 0.4), 0); // clear of the scroll bar
    column->addWidget(m_handover);
    column->addWidget(m_stage);
    column->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    content->setBackgroundRole(QPalette::Base);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    return scroll;
}

void FunnelPanel::showHandover(const QString &title, const FunnelInputs &inputs, qint64 stage,
                               const Period &period)
{
    m_stage->hide();
    m_title->setText(title);
    setAccessibleName(title);
    m_handover->showHandover(inputs, stage, period);
    m_handover->show();
    show();
}

void FunnelPanel::showStage(const Stage &stage)
{
    m_handover->hide();
    const QString title = tr("Stage: %1").arg(stage.name.isEmpty() ? tr("no name yet") : stage.name);
    m_title->setText(title);
    setAccessibleName(title);
    m_stage->showStage(stage.id);
    m_stage->show();
    show();
}

bool FunnelPanel::commit()
{
    const bool handover = m_handover->commit();
    return m_stage->commit() && handover;
}

void FunnelPanel::focusFirst()
{
    if (!m_handover->isHidden()) // its fields may lie below what happened
        m_close->setFocus(Qt::OtherFocusReason);
    else if (!m_stage->isHidden())
        m_stage->focusFirst();
}

void FunnelPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        Card::keyPressEvent(event);
}
