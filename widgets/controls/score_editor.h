#pragma once

#include "widgets/controls/field_editor.h"

#include <QElapsedTimer>
#include <QList>

class QToolButton;

// A score from 1 to 5 by one click, or by the keys 1 to 5 and the arrows; choosing it again takes it back.
// Anything else that is typed is refused.
class ScoreEditor : public FieldEditor
{
    Q_OBJECT

public:
    ScoreEditor(const Field &described, QWidget *parent);

    void showValue(const QVariant &value) override;
    QVariant input() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void choose(int score); // 0: none
    void type(QChar character);

    QList<QToolButton *> m_buttons;
    int m_score = 0;
    int m_before = 0; // the score before what is being typed
    bool m_refusing = false; // what follows belongs to what was refused: the 5 of "3.5"
    QElapsedTimer m_sinceKey;
};
