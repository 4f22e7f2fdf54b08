#include "widgets/funnel/criteria_editor.h"

#include "widgets/controls/field_binding.h"
#include "widgets/controls/field_editor.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/page_view.h"

#include <QGridLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

CriteriaEditor::CriteriaEditor(const PageContext &page, QWidget *parent)
    : QWidget(parent)
    , m_page(page)
    , m_model(page.document, page.catalogue, *page.catalogue.sheet(u"funnel_criterion"_s))
    , m_grid(new QGridLayout)
    , m_sum(new TextLabel({}, Theme::Role::Muted))
    , m_add(new QPushButton(themedIcon(u"add"_s), tr("Add %1").arg(m_model.sheet().rowName)))
{
    auto *title = new TextLabel(m_model.sheet().label);
    setTextStyle(title, TextStyle::Heading);
    m_add->setEnabled(!page.document.isReadOnly());
    connect(m_add, &QPushButton::clicked, this, &CriteriaEditor::addCriterion);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(title);
    column->addWidget(m_sum);
    column->addLayout(m_grid);
    column->addWidget(m_add, 0, Qt::AlignLeading);
    m_grid->setColumnStretch(0, 1);
    connect(&m_model, &SheetModel::rowsInserted, this, &CriteriaEditor::refresh);
    connect(&m_model, &SheetModel::rowsRemoved, this, &CriteriaEditor::refresh);
    connect(&m_model, &SheetModel::dataChanged, this, &CriteriaEditor::refresh);
}

void CriteriaEditor::setStage(qint64 stage)
{
    m_stage = stage;
    refresh();
}

QList<qint64> CriteriaEditor::rows() const
{
    QList<qint64> ids;
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (m_stage != 0 && m_model.value(row, u"stage"_s).toLongLong() == m_stage)
            ids.append(m_model.idAt(row));
    return ids;
}

void CriteriaEditor::refresh()
{
    showSum();
    const QList<qint64> wanted = rows();
    if (wanted == m_shown || !commit())
        return;
    m_shown = wanted;
    m_editors.clear();
    m_bindings.clear();
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that asks for this
        delete item;
    }
    for (const qint64 id : wanted)
        addLine(id);
}

void CriteriaEditor::addLine(qint64 id)
{
    const int row = m_model.rowOf(id);
    const int line = static_cast<int>(m_editors.size());
    auto *action = editorOf(row, u"action"_s);
    auto *points = editorOf(row, u"points"_s);
    auto *remove = new QToolButton;
    remove->setIcon(themedIcon(u"remove"_s));
    remove->setAccessibleName(tr("Delete %1").arg(m_model.titleOf(row)));
    remove->setToolTip(remove->accessibleName());
    remove->setEnabled(!m_page.document.isReadOnly());
    connect(remove, &QToolButton::clicked, this, [this, id] { m_model.removeRowsById({id}); });
    points->setMaximumWidth(em(this, 6));
    m_grid->addWidget(action, line, 0);
    m_grid->addWidget(points, line, 1);
    m_grid->addWidget(remove, line, 2);
    m_editors.append(action);
}

QWidget *CriteriaEditor::editorOf(int row, const QString &key)
{
    const int column = m_model.columnOf(key);
    const Field &field = m_model.fieldAt(column);
    FieldEditor *editor = FieldEditor::create(field, m_model, m_page, this);
    editor->setReadOnly(m_page.document.isReadOnly());
    editor->control()->setAccessibleName(field.label);
    auto *binding = new FieldBinding(editor, m_model, m_page.typing);
    binding->setCell(row, column);
    connect(binding, &FieldBinding::refused, editor, [editor](const QString &message) {
        editor->control()->setToolTip(message);
        editor->control()->setAccessibleDescription(message);
    });
    m_bindings.append(binding);
    return editor;
}

bool CriteriaEditor::commit()
{
    bool all = true;
    for (FieldBinding *binding : std::as_const(m_bindings))
        all = binding->commit() && all;
    return all;
}

void CriteriaEditor::addCriterion()
{
    if (!commit() || m_model.addRow(-1, {{u"stage"_s, m_stage}}) == 0 || m_editors.isEmpty())
        return;
    m_editors.last()->setFocus(Qt::OtherFocusReason);
}

void CriteriaEditor::showSum()
{
    qint64 sum = 0;
    const QList<qint64> ids = rows();
    for (const qint64 id : ids)
        sum += m_model.value(m_model.rowOf(id), u"points"_s).toLongLong();
    m_sum->setText(ids.isEmpty() ? tr("No action leads here by points yet.")
                                 : tr("%1 points can be reached all together.").arg(QLocale().toString(sum)));
}
