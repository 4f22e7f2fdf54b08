#include "widgets/controls/field_binding.h"

#include "models/document/ids.h"
#include "models/worksheet/sheet_model.h"
#include "models/worksheet/value.h"
#include "widgets/controls/field_editor.h"
#include "widgets/shell/unsaved_typing.h"

#include <QKeyEvent>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace {
// Leaves time to write before the second is over.
constexpr auto pauseAfterLastKey = 800ms;
constexpr auto untilNextTry = 3s;
} // namespace

FieldBinding::FieldBinding(FieldEditor *editor, SheetModel &model, UnsavedTyping &typing)
    : QObject(editor)
    , m_editor(editor)
    , m_model(model)
    , m_typing(typing)
{
    beginStep();
    m_timer.setSingleShot(true);
    // Half a date is no mistake as long as somebody is typing it.
    connect(&m_timer, &QTimer::timeout, this, [this] { write(Refusal::Quiet); });
    connectEditor();
    connectDocument();
    connect(&typing, &UnsavedTyping::commitRequested, this, &FieldBinding::commit);
    connect(&typing, &UnsavedTyping::givenUp, this, [this](const QObject *which) {
        if (which == this)
            revert();
    });
}

void FieldBinding::connectEditor()
{
    m_editor->control()->installEventFilter(this);
    connect(m_editor, &FieldEditor::entered, this, &FieldBinding::beginStep);
    connect(m_editor, &FieldEditor::typed, this, [this] {
        setPending(true);
        m_timer.start(pauseAfterLastKey);
    });
    connect(m_editor, &FieldEditor::chosen, this, [this] {
        setPending(true);
        commit();
    });
    connect(m_editor, &FieldEditor::left, this, [this] {
        if (!commit())
            return;
        showCell(); // as it is written by rule: "61" becomes "61 %"
        beginStep();
    });
    connect(m_editor, &FieldEditor::refused, this, &FieldBinding::refused);
}

void FieldBinding::connectDocument()
{
    connect(&m_model, &SheetModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                if (m_pending || m_cell.row() < first.row() || m_cell.row() > last.row())
                    return;
                // Only a new value is shown: what stands there may be half typed, and is the same to the
                // file. A link's value may be the same and its title another.
                if (m_cell.data(Qt::EditRole) != m_shown || m_editor->field().kind == FieldKind::Link
                    || m_cell.data(SheetModel::CoveredRole).toBool() != m_covered)
                    showCell();
                else
                    Q_EMIT shown();
            });
    connect(&m_model.document(), &Document::changed, this, [this] {
        if (m_waits)
            m_timer.start(0ms);
    });
}

// In a table Escape has been taken before, by the table.
bool FieldBinding::eventFilter(QObject *watched, QEvent *event)
{
    const bool escape
        = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (!m_pending || !escape)
        return QObject::eventFilter(watched, event);
    revert();
    return true;
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
    const Result<QVariant> value = m_model.typed(field, m_editor->input(), m_cell.row());
    if (!value) {
        if (refusal == Refusal::Told)
            refuse(value.error().message);
        return false;
    }
    if (!keep(*value, refusal))
        return false;
    setPending(false);
    m_shown = m_cell.data(Qt::EditRole);
    Q_EMIT shown();
    return true;
}

bool FieldBinding::keep(const QVariant &value, Refusal refusal)
{
    const Field &field = m_editor->field();
    const bool again = std::exchange(m_waits, false) && refusal == Refusal::Quiet;
    if (again ? m_model.setValueQuietly(m_cell.row(), field.key, value, m_mergeKey)
              : m_model.setValue(m_cell.row(), field.key, value, m_mergeKey))
        return true;
    refuse(again ? QString() : tr("This could not be written into the file. It stays here until it can."),
           m_model.toColumns(field, value));
    m_waits = true;
    m_timer.start(untilNextTry);
    return false;
}

void FieldBinding::refuse(const QString &message, const QVariantMap &columns)
{
    m_typing.refuse(this,
                    {.name = m_editor->field().label,
                     .table = m_model.sheet().table,
                     .row = m_model.idAt(m_cell.row()),
                     .control = m_editor->control(),
                     .columns = columns});
    if (!message.isEmpty())
        Q_EMIT refused(message);
}

void FieldBinding::setPending(bool pending)
{
    if (!pending) {
        m_timer.stop();
        m_waits = false;
    }
    m_pending = pending;
    m_typing.set(this, pending);
}

void FieldBinding::showCell()
{
    m_shown = m_cell.isValid() ? m_cell.data(Qt::EditRole) : QVariant();
    m_covered = m_cell.data(SheetModel::CoveredRole).toBool();
    m_editor->showValue(m_covered ? QVariant() : m_shown);
    Q_EMIT shown();
}

void FieldBinding::beginStep()
{
    m_mergeKey = QString::number(newId());
}
