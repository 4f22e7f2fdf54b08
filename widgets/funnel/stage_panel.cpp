#include "widgets/funnel/stage_panel.h"

#include "widgets/controls/flow_layout.h"
#include "widgets/controls/sheet_form.h"
#include "widgets/funnel/criteria_editor.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/page_view.h"
#include "widgets/shell/undoable_message.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

StagePanel::StagePanel(const PageContext &page, QWidget *parent)
    : QWidget(parent)
    , m_page(page)
    , m_model(page.document, page.catalogue, *page.catalogue.sheet(u"funnel_stage"_s))
    , m_form(new SheetForm(m_model, page, SheetForm::Fields::All))
    , m_criteria(new CriteriaEditor(page))
    , m_up(new QPushButton(themedIcon(u"up"_s), tr("Move up")))
    , m_down(new QPushButton(themedIcon(u"down"_s), tr("Move down")))
{
    auto *add = new QPushButton(themedIcon(u"add"_s), tr("Add a stage after this one"));
    auto *remove = new QPushButton(themedIcon(u"remove"_s), tr("Delete this stage"));
    auto *tools = new FlowLayout;
    for (QPushButton *button : {m_up, m_down, add, remove}) {
        button->setEnabled(!page.document.isReadOnly());
        tools->addWidget(button);
    }
    connect(&m_model, &SheetModel::alsoChanged, this,
            [this](const QString &message) { showUndoable(m_page, message); });
    connect(m_up, &QPushButton::clicked, this, [this] { Q_EMIT moveWanted(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { Q_EMIT moveWanted(1); });
    connect(add, &QPushButton::clicked, this, &StagePanel::addWanted);
    connect(remove, &QPushButton::clicked, this, &StagePanel::removeWanted);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_form);
    column->addWidget(m_criteria);
    column->addLayout(tools);
}

void StagePanel::showStage(qint64 stage)
{
    const int row = m_model.rowOf(stage);
    // A form that shows this row already is left alone: somebody may be typing in it.
    if (stage != m_shown || row < 0) {
        if (!m_form->setRow(row))
            return;
        m_shown = row < 0 ? 0 : stage;
        m_criteria->setStage(stage);
    }
    const bool writable = !m_page.document.isReadOnly();
    m_up->setEnabled(writable && row > 0);
    m_down->setEnabled(writable && row >= 0 && row + 1 < m_model.rowCount());
}

bool StagePanel::commit()
{
    const bool form = m_form->commit();
    return m_criteria->commit() && form;
}

void StagePanel::focusFirst()
{
    m_form->focusFirst();
}
