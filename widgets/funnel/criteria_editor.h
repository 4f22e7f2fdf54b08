#pragma once

#include "models/worksheet/sheet_model.h"

#include <QWidget>

class FieldBinding;
class QGridLayout;
class QPushButton;
class TextLabel;
struct PageContext;

// The actions and traits that make somebody ready for one stage, each with its points.
class CriteriaEditor : public QWidget
{
    Q_OBJECT

public:
    explicit CriteriaEditor(const PageContext &page, QWidget *parent = nullptr);

    void setStage(qint64 stage);
    bool commit();

private:
    QList<qint64> rows() const; // of the stage, by id
    void refresh();
    void addLine(qint64 id);
    QWidget *editorOf(int row, const QString &key);
    void addCriterion();
    void showSum();

    const PageContext &m_page;
    SheetModel m_model;
    QGridLayout *m_grid;
    TextLabel *m_sum;
    QPushButton *m_add;
    QList<QWidget *> m_editors; // first of each line takes the keys
    QList<FieldBinding *> m_bindings;
    QList<qint64> m_shown;
    qint64 m_stage = 0;
};
