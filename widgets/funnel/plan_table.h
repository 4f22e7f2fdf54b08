#pragma once

#include "widgets/controls/entry_table.h"

class PlanModel;
class UnsavedTyping;

// The steps of a plan as a table, as high as its rows; typing into a figure changes the plan.
class PlanTable : public EntryTable
{
    Q_OBJECT

public:
    PlanTable(PlanModel &model, UnsavedTyping &typing, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();
    void fitHeads();

    PlanModel &m_model;
};
