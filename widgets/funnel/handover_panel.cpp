#include "widgets/funnel/handover_panel.h"

#include "widgets/controls/sheet_form.h"
#include "widgets/controls/sign_off.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/handover_figures.h"
#include "widgets/shell/page_view.h"
#include "widgets/shell/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

HandoverPanel::HandoverPanel(const PageContext &page, QWidget *parent)
    : QWidget(parent)
    , m_page(page)
    , m_model(page.document, page.catalogue, *page.catalogue.sheet(u"funnel_handover"_s))
    , m_form(new SheetForm(m_model, page, SheetForm::Fields::All))
    , m_signOff(new SignOff(page))
    , m_missing(new TextLabel(tr("No contract is written for this handover yet: what must be true, how fast "
                                 "is it taken, what may be rejected?")))
    , m_write(new QPushButton(tr("Write the contract")))
    , m_figures(new HandoverFigures(tr("What happened")))
    , m_sides(new QHBoxLayout(this))
{
    // By a key meant for the page it would go to another handover; its line is dragged for that.
    m_form->leaveOut(u"after_stage"_s);
    m_write->setEnabled(!page.document.isReadOnly());
    connect(m_write, &QPushButton::clicked, this, &HandoverPanel::writeContract);
    auto *contract = new QVBoxLayout;
    contract->addWidget(m_missing);
    contract->addWidget(m_write, 0, Qt::AlignLeading);
    contract->addWidget(m_form);
    contract->addWidget(m_signOff);
    contract->addStretch();
    m_sides->setContentsMargins({});
    m_sides->addWidget(m_figures, 2);
    m_sides->addLayout(contract, 3);
}

void HandoverPanel::showHandover(const FunnelInputs &inputs, qint64 stage, const Period &period)
{
    const GateContract *contract = inputs.contractAfter(stage);
    const qint64 id = contract ? contract->id : 0;
    // A form that shows this row already is left alone: somebody may be typing in it. What was typed and
    // refused stays where it is.
    if (id == 0 || id != m_contract) {
        if (!m_form->setRow(id == 0 ? -1 : m_model.rowOf(id)))
            return;
        m_contract = id;
    }
    m_stage = stage;
    m_missing->setVisible(!contract);
    m_write->setVisible(!contract);
    m_form->setVisible(contract);
    if (contract)
        m_signOff->setSubject(SignedSubject::sheet(m_model.sheet(), id),
                              tr("handover after %1", "a stage").arg(m_model.titleOf(m_model.rowOf(id))));
    else
        m_signOff->setSubject({}, {});
    m_figures->setHealth(inputs.health(stage, period, QDate::currentDate()), contract, period);
}

bool HandoverPanel::commit()
{
    return m_form->commit();
}

void HandoverPanel::focusFirst()
{
    if (m_write->isHidden())
        m_form->focusFirst();
    else
        m_write->setFocus(Qt::OtherFocusReason);
}

void HandoverPanel::writeContract()
{
    // The page follows the document and shows the form.
    if (m_model.addRow(-1, {{u"after_stage"_s, m_stage}}) != 0)
        focusFirst();
}

void HandoverPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr double besideEms = 38;
    m_sides->setDirection(width() >= em(this, besideEms) ? QBoxLayout::RightToLeft : QBoxLayout::TopToBottom);
    m_sides->setSpacing(em(this, 1.2));
}
