#pragma once

#include "models/arithmetic/period.h"
#include "widgets/controls/date_editor.h"

// A period, typed by its name ("Q3 2026") or picked: its grain, and a day within it from the calendar.
class PeriodEditor : public DateEditor
{
    Q_OBJECT

public:
    PeriodEditor(const Field &described, const SheetModel &model, QWidget *parent);

    void showValue(const QVariant &value) override;

protected:
    QVariant valueOf(QDate day) const override;
    QDate dayShown() const override;
    void addChoices(QVBoxLayout &column) override;
    QString longest() const override;

private:
    Period shown() const; // not valid where the text names none
    void setGrain(Grain grain);

    const SheetModel &m_model;
    Grain m_grain; // that a day of the calendar is taken with
};
