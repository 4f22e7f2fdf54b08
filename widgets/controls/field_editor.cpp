#include "widgets/controls/field_editor.h"

#include "models/worksheet/period_cell.h"
#include "models/worksheet/sheet_model.h"
#include "widgets/controls/choice_editor.h"
#include "widgets/controls/date_editor.h"
#include "widgets/controls/line_editor.h"
#include "widgets/controls/period_editor.h"
#include "widgets/controls/picture_editor.h"
#include "widgets/controls/score_editor.h"
#include "widgets/controls/text_editor.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

FieldEditor *FieldEditor::create(const Field &field, const SheetModel &model, const PageContext &page,
                                 QWidget *parent)
{
    switch (field.kind) {
    case FieldKind::ShortText:
    case FieldKind::LongText:
        return new TextEditor(field, parent);
    case FieldKind::Choice:
    case FieldKind::Team:
    case FieldKind::YesNo:
    case FieldKind::Link:
        return new ChoiceEditor(field, model, parent);
    case FieldKind::Date:
        if (PeriodCell::isPeriod(model.sheet(), field))
            return new PeriodEditor(field, model, parent);
        return new DateEditor(field, model, parent);
    case FieldKind::Score:
        return new ScoreEditor(field, parent);
    case FieldKind::Picture:
        return new PictureEditor(field, page, parent);
    case FieldKind::Money:
    case FieldKind::Percent:
    case FieldKind::Count:
    case FieldKind::Duration:
    case FieldKind::Person:
    case FieldKind::Currency:
        break;
    }
    return new LineEditor(field, model, parent);
}

FieldEditor::FieldEditor(const Field &field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
{
}

void FieldEditor::setControl(QWidget *control)
{
    m_control = control;
    control->setAccessibleName(m_field.fullLabel()); // a form may ask the same of several
    control->setAccessibleDescription(m_field.help);
    control->installEventFilter(this);
    if (control == this)
        return;
    setFocusProxy(control);
    if (layout())
        return;
    auto *fill = new QVBoxLayout(this);
    fill->setContentsMargins(0, 0, 0, 0);
    fill->addWidget(control);
}

void FieldEditor::setReadOnly(bool readOnly)
{
    m_control->setEnabled(!readOnly);
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_control)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::FocusIn:
        if (const auto reason = static_cast<QFocusEvent *>(event)->reason();
            reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            Q_EMIT entered();
        break;
    case QEvent::FocusOut:
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
            Q_EMIT left();
        break;
    case QEvent::ShortcutOverride: // undo is the workbook's, here as everywhere
        if (const auto *key = static_cast<QKeyEvent *>(event);
            key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}
