#pragma once

#include "widgets/controls/field_editor.h"

class GrowingText;

// A line or paragraphs of text.
class TextEditor : public FieldEditor
{
    Q_OBJECT

public:
    TextEditor(const Field &described, QWidget *parent);

    void showValue(const QVariant &value) override;
    QVariant input() const override;
    void setReadOnly(bool readOnly) override;
    void selectAll() override;
    void mark(const QString &needle) override;
    bool takesLineBreaks() const override { return field().kind == FieldKind::LongText; }

private:
    GrowingText *m_text;
    bool m_showing = false; // a value is being shown, nobody types
};
