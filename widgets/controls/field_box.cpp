#include "widgets/controls/field_box.h"

#include "models/worksheet/sheet_model.h"
#include "widgets/controls/chip.h"
#include "widgets/controls/field_binding.h"
#include "widgets/controls/field_editor.h"
#include "widgets/controls/scroll_into_view.h"
#include "widgets/controls/source_chip.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/page_view.h"

#include <QVBoxLayout>

FieldBox::FieldBox(const Field &field, SheetModel &model, const PageContext &page, bool showTeam,
                   QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_model(model)
    , m_editor(FieldEditor::create(field, model, page, this))
    , m_binding(new FieldBinding(m_editor, model, page.typing))
    , m_message(new TextLabel({}, Theme::Role::Warning, this))
{
    build(showTeam);
    // Tab would go into the control from the editor's place in its order too, which setTabOrder() leaves.
    m_editor->setFocusProxy(nullptr);
    connect(m_binding, &FieldBinding::shown, this, &FieldBox::onShown);
    connect(m_binding, &FieldBinding::refused, this, &FieldBox::onRefused);
    // What the editor itself does not take leaves nothing there to be seen but the message.
    connect(m_editor, &FieldEditor::refused, this, [this] {
        settleLayouts();
        scrollIntoView(m_message);
    });
}

void FieldBox::build(bool showTeam)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(this, 0.15));
    auto *head = new QHBoxLayout;
    head->setSpacing(em(this, 0.3));
    if (showTeam && m_field.team != Team::None)
        head->addWidget(new Chip(teamName(m_field.team), m_field.team, this));
    auto *label = new TextLabel(m_field.label, Theme::Role::Muted, this);
    label->setBuddy(m_editor->control());
    head->addWidget(label, 1);
    if (m_field.required) {
        m_missing = new Chip(tr("Missing"), Chip::Look::Warning, this);
        m_missing->hide();
        head->addWidget(m_missing);
    }
    column->addLayout(head);
    column->addWidget(m_editor);
    if (m_field.sourced) {
        m_source = new SourceChip(m_field.label, this);
        m_source->setDisabled(m_model.isReadOnly());
        head->addWidget(m_source);
        connect(m_source, &SourceChip::chosen, this, [this](const QString &source) {
            if (m_binding->commit() && m_binding->cell().isValid())
                m_model.setSource(m_binding->cell().row(), m_field.key, source);
        });
    }
    m_message->hide();
    column->addWidget(m_message);
    if (!m_field.help.isEmpty())
        column->addWidget(new TextLabel(m_field.help, Theme::Role::Muted, this));
    column->addStretch();
    m_editor->setReadOnly(m_model.isReadOnly());
}

bool FieldBox::setRow(int row)
{
    return m_binding->setCell(row, m_model.columnOf(m_field.key));
}

bool FieldBox::commit()
{
    return m_binding->commit();
}

void FieldBox::takeFocus()
{
    m_editor->control()->setFocus(Qt::OtherFocusReason);
}

QString FieldBox::message() const
{
    return m_message->isHidden() ? QString() : m_message->text();
}

bool FieldBox::isWide() const
{
    return m_field.kind == FieldKind::LongText || m_field.kind == FieldKind::Picture;
}

void FieldBox::onShown()
{
    const QPersistentModelIndex &cell = m_binding->cell();
    const bool covered = cell.data(SheetModel::CoveredRole).toBool();
    const int role = covered ? static_cast<int>(Qt::ToolTipRole) : static_cast<int>(SheetModel::QuestionRole);
    const QString question = cell.data(role).toString();
    m_message->setRole(covered ? Theme::Role::Muted : Theme::Role::Warning);
    m_message->setText(question);
    m_message->setVisible(!question.isEmpty());
    const QString held = cell.data(SheetModel::HeldRole).toString(); // the form says it, once for all
    if (cell.isValid()) // else the model may be gone
        m_editor->setReadOnly(m_model.isReadOnly() || !held.isEmpty());
    m_editor->setToolTip(held);
    m_editor->control()->setAccessibleDescription(!question.isEmpty()  ? question
                                                      : held.isEmpty() ? m_field.help
                                                                       : held);
    if (m_source)
        m_source->setSource(cell.data(SheetModel::SourceRole).toString());
    // A form nobody has begun misses nothing yet.
    if (m_missing)
        m_missing->setVisible(cell.data(SheetModel::MissingRole).toBool()
                              && cell.data(SheetModel::IdRole).toLongLong() != 0);
}

void FieldBox::onRefused(const QString &message)
{
    m_message->setRole(Theme::Role::Warning);
    m_message->setText(message);
    m_message->show();
    m_editor->control()->setAccessibleDescription(message);
}
