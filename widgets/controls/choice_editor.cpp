#include "widgets/controls/choice_editor.h"

#include "models/worksheet/sheet_model.h"
#include "models/worksheet/value.h"

#include <QComboBox>
#include <QSignalBlocker>

ChoiceEditor::ChoiceEditor(const Field &described, const SheetModel &model, QWidget *parent)
    : FieldEditor(described, parent)
    , m_model(model)
    , m_box(new QComboBox(this))
{
    constexpr int shortestContent = 6;
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(shortestContent);
    setControl(m_box);
    fill();
    connect(m_box, &QComboBox::activated, this, &FieldEditor::chosen);
}

void ChoiceEditor::fill()
{
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    m_box->addItem(tr("Not chosen"), QVariant());
    switch (field().kind) {
    case FieldKind::YesNo:
        m_box->addItem(Value::toText(field(), true, m_model.locale()), true);
        m_box->addItem(Value::toText(field(), false, m_model.locale()), false);
        break;
    case FieldKind::Link: {
        constexpr qsizetype longest = 60;
        const auto rows = m_model.linkChoices(field());
        for (const auto &[id, title] : rows) {
            m_box->addItem(title.size() > longest ? title.left(longest) + QChar(0x2026) : title, id);
            m_box->setItemData(m_box->count() - 1, title, Qt::ToolTipRole);
        }
        break;
    }
    default: {
        const QList<Choice> choices = field().kind == FieldKind::Team ? teams() : field().choices;
        for (const Choice &choice : choices)
            m_box->addItem(choice.label, choice.key);
    }
    }
}

void ChoiceEditor::showValue(const QVariant &value)
{
    if (field().kind == FieldKind::Link) // rows of the other sheet come and go
        fill();
    m_box->setCurrentIndex(Value::isEmpty(value) ? 0 : std::max(0, m_box->findData(value)));
}

QVariant ChoiceEditor::input() const
{
    return m_box->currentData();
}

void ChoiceEditor::setReadOnly(bool readOnly)
{
    FieldEditor::setReadOnly(readOnly);
    m_box->setProperty("readOnly", readOnly); // see CalmStyle
}
