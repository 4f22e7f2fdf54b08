#pragma once

#include "widgets/controls/field_editor.h"

#include <QLocale>

class QLineEdit;

// A day, typed in the user's way of writing or picked from a calendar; or none.
class DateEditor : public FieldEditor
{
    Q_OBJECT

public:
    DateEditor(const Field &described, const SheetModel &model, QWidget *parent);

    void showValue(const QVariant &value) override;
    QVariant input() const override;
    void setReadOnly(bool readOnly) override;
    void selectAll() override;
    QSize minimumSizeHint() const override; // a date is never cut off

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openCalendar();

    QLineEdit *m_line;
    QAction *m_open;
    QLocale m_locale;
};
