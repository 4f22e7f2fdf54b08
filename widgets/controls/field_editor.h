#pragma once

#include "models/worksheet/field.h"

#include <QVariant>
#include <QWidget>

class SheetModel;
struct PageContext;

// Edits the value of one field according to its kind: the bare control, without label or message. It knows
// no rows; FieldBinding ties it to a cell of a worksheet.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    // `field`, `model` and `page` must outlive the editor.
    static FieldEditor *create(const Field &field, const SheetModel &model, const PageContext &page,
                               QWidget *parent);

    const Field &field() const { return m_field; }
    QWidget *control() const { return m_control; } // takes the keys

    // Shows a typed value (see Value).
    virtual void showValue(const QVariant &value) = 0;
    // What is entered: a typed value, or text as a person types it, for SheetModel to read.
    virtual QVariant input() const = 0;
    virtual void setReadOnly(bool readOnly);
    // The next key replaces what is there.
    virtual void selectAll() { }
    // Marks where this stands in the text, as it was searched for.
    virtual void mark(const QString &needle) { Q_UNUSED(needle) }
    // Whether Enter belongs to the text.
    virtual bool takesLineBreaks() const { return false; }

Q_SIGNALS:
    void entered(); // the focus came
    void typed(); // to be kept soon
    void chosen(); // complete, to be kept at once
    void left(); // the focus went
    void refused(const QString &message); // what was offered cannot be taken

protected:
    FieldEditor(const Field &field, QWidget *parent);
    void setControl(QWidget *control);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Field &m_field;
    QWidget *m_control = nullptr;
};
