#include "widgets/controls/field_binding.h"

#include "models/document/ids.h"
#include "models/worksheet/sheet_model.h"
#include "widgets/controls/field_editor.h"
#include "widgets/shell/unsaved_typing.h"

#include <chrono>

using namespace std::chrono_literals;

namespace {
// Leaves time to write before the second is over.
constexpr auto pauseAfterLastKey = 800ms;
} // namespace

FieldBinding::FieldBinding(FieldEditor *editor, SheetModel &model, UnsavedTyping &typing)
    : QObject(editor)
    , m_editor(editor)
    , m_model(model)
    , m_typing(typing)
{
    beginStep();
    m_timer.setSingleShot(true);
    m_timer.setInterval(pauseAfterLastKey);
    // Half a date is no mistake as long as somebody is typing it.
    connect(&m_timer, &QTimer::timeout, this, [this] { write(Refusal::Quiet); });
    connect(editor, &FieldEditor::entered, this, &FieldBinding::beginStep);
    connect(editor, &FieldEditor::typed, this, [this] {
        setPending(true);
        m_timer.start();
    });
    connect(editor, &FieldEditor::chosen, this, [this] {
        setPending(true);
        commit();
    });
    connect(editor, &FieldEditor::left, this, [this] {
        if (!commit())
            return;
        showCell(); // as it is written by rule: "61" becomes "61 %"
        beginStep();
    });
    connect(editor, &FieldEditor::refused, this, &FieldBinding::refused);
    connect(&typing, &UnsavedTyping::commitRequested, this, &FieldBinding::commit);
    connect(&model, &SheetModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                if (m_pending || m_cell.row() < first.row() || m_cell.row() > last.row())
                    return;
                // Only a new value is shown: what stands there may be half typed, and is the same to the
                // file. A link's value may be the same and its title another.
                if (m_cell.data(Qt::EditRole) != m_shown || m_editor->field().kind == FieldKind::Link)
                    showCell();
                else
                    Q_EMIT shown();
            });
}

bool FieldBinding::setCell(int row, int column)
{
    if (!commit())
        return false;
    m_cell = m_model.index(row, column);
    beginStep();
    showCell();
    return true;
}

bool FieldBinding::commit()
{
    return write(Refusal::Told);
}

void FieldBinding::revert()
{
    setPending(false);
    showCell();
}

bool FieldBinding::write(Refusal refusal)
{
    m_timer.stop();
    if (!m_pending)
        return true;
    if (!m_cell.isValid()) { // the row was deleted
        setPending(false);
        return true;
    }
    const Field &field = m_editor->field();
    const Result<QVariant> value = m_model.typed(field, m_editor->input());
    if (!value) {
        if (refusal == Refusal::Told)
            refuse(value.error().message);
        return false;
    }
    if (!m_model.setValue(m_cell.row(), field.key, *value, m_mergeKey)) {
        refuse(tr("This could not be written into the file. It stays here until it can."));
        return false;
    }
    setPending(false);
    m_shown = m_cell.data(Qt::EditRole);
    Q_EMIT shown();
    return true;
}

void FieldBinding::refuse(const QString &message)
{
    m_typing.refuse(this,
                    {.name = m_editor->field().label,
                     .table = m_model.sheet().table,
                     .row = m_model.idAt(m_cell.row()),
                     .control = m_editor->control()});
    Q_EMIT refused(message);
}

void FieldBinding::setPending(bool pending)
{
    if (!pending)
        m_timer.stop();
    m_pending = pending;
    m_typing.set(this, pending);
}

void FieldBinding::showCell()
{
    m_shown = m_cell.isValid() ? m_cell.data(Qt::EditRole) : QVariant();
    m_editor->showValue(m_shown);
    Q_EMIT shown();
}

void FieldBinding::beginStep()
{
    m_mergeKey = QString::number(newId());
}
