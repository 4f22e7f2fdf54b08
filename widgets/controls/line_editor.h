#pragma once

#include "widgets/controls/field_editor.h"

#include <QLocale>

class QLineEdit;

// A number with its unit (money, percentage, count, length of time) or a person's name, typed as people
// write it.
class LineEditor : public FieldEditor
{
    Q_OBJECT

public:
    LineEditor(const Field &described, const SheetModel &model, QWidget *parent);

    void showValue(const QVariant &value) override;
    QVariant input() const override;
    void setReadOnly(bool readOnly) override;
    void selectAll() override;
    void mark(const QString &needle) override;

private:
    QLineEdit *m_line;
    QLocale m_locale;
};
