#pragma once

#include "models/funnel/funnel_store.h"
#include "models/worksheet/sheet_model.h"

#include <QWidget>

class HandoverFigures;
class QBoxLayout;
class QPushButton;
class SheetForm;
class SignOff;
class TextLabel;
struct PageContext;

// One handover: its gate contract to be read and changed, and beside it what came of it. Where no contract
// is written, it offers to write one.
class HandoverPanel : public QWidget
{
    Q_OBJECT

public:
    explicit HandoverPanel(const PageContext &page, QWidget *parent = nullptr);

    // The handover after a stage, in a period.
    void showHandover(const FunnelInputs &inputs, qint64 stage, const Period &period);
    bool commit();
    void focusFirst();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void writeContract();

    const PageContext &m_page;
    SheetModel m_model;
    SheetForm *m_form;
    SignOff *m_signOff;
    TextLabel *m_missing;
    QPushButton *m_write;
    HandoverFigures *m_figures;
    QBoxLayout *m_sides;
    qint64 m_stage = 0;
    qint64 m_contract = 0; // in the form
};
