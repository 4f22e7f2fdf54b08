#pragma once

#include "widgets/controls/field_editor.h"

#include <QLocale>

class QLineEdit;
class QVBoxLayout;

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
    const QLocale &usedLocale() const { return m_locale; }
    QLineEdit &line() const { return *m_line; }

    // What is said by a day of the calendar, and the day to be chosen there first.
    virtual QVariant valueOf(QDate day) const { return day; }
    virtual QDate dayShown() const;
    // Puts above the calendar what is to be chosen beside a day.
    virtual void addChoices(QVBoxLayout &column) { Q_UNUSED(column) }
    // The longest that is shown; it is never cut off.
    virtual QString longest() const;

private:
    void openCalendar();

    QLineEdit *m_line;
    QAction *m_open;
    QLocale m_locale;
};
