#pragma once

#include "widgets/controls/field_editor.h"

class QComboBox;

// One of a few: choices, teams, yes or no, or rows of another worksheet; or none of them.
class ChoiceEditor : public FieldEditor
{
    Q_OBJECT

public:
    ChoiceEditor(const Field &described, const SheetModel &model, QWidget *parent);

    void showValue(const QVariant &value) override;
    QVariant input() const override;
    void setReadOnly(bool readOnly) override;

private:
    void fill();

    const SheetModel &m_model;
    QComboBox *m_box;
};
