#pragma once

#include "models/funnel/funnel.h"
#include "models/worksheet/sheet_model.h"

#include <QWidget>

class CriteriaEditor;
class QPushButton;
class SheetForm;
struct PageContext;

// One stage of the funnel to be read and changed: its definition, owner, ways in and back, the actions with
// points, its place among the others.
class StagePanel : public QWidget
{
    Q_OBJECT

public:
    explicit StagePanel(const PageContext &page, QWidget *parent = nullptr);

    void showStage(qint64 stage);
    bool commit();
    void focusFirst();

Q_SIGNALS:
    void moveWanted(int by); // -1: up
    void addWanted(); // a stage after this one
    void removeWanted();

private:
    const PageContext &m_page;
    SheetModel m_model;
    SheetForm *m_form;
    CriteriaEditor *m_criteria;
    QPushButton *m_up;
    QPushButton *m_down;
    qint64 m_shown = 0; // stage in the form
};
