#pragma once

#include "models/funnel/funnel_store.h"
#include "widgets/controls/card.h"

class HandoverPanel;
class QToolButton;
class StagePanel;
class TextLabel;
struct PageContext;

// What is opened beside the funnel picture: a stage or a handover, with its name and a way to close it.
// What is higher than the panel scrolls within it.
// Who shows something in it after a change of the document must have connected to the document after the
// panel was made: its models have then followed.
class FunnelPanel : public Card
{
    Q_OBJECT

public:
    explicit FunnelPanel(const PageContext &page, QWidget *parent = nullptr);

    void showHandover(const QString &title, const FunnelInputs &inputs, qint64 stage, const Period &period);
    void showStage(const Stage &stage);
    bool commit(); // false: something typed was refused and is still there
    void focusFirst(); // whatever is in sight where the panel begins

Q_SIGNALS:
    void closed();
    void stageMoveWanted(int by);
    void stageAddWanted();
    void stageRemoveWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildContent();

    const PageContext &m_page;
    TextLabel *m_title;
    QToolButton *m_close;
    HandoverPanel *m_handover;
    StagePanel *m_stage;
};
