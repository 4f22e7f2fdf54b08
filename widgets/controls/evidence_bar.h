#pragma once

#include <QWidget>

// How much of what is written down is known (interview, CRM, survey) and how much is guessed.
class EvidenceBar : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceBar(QWidget *parent = nullptr);

    // `unsourced` facts say nothing of where they come from; they leave the bar empty.
    void setCounts(int known, int guesses, int unsourced = 0);
    QString caption() const; // "30 % guesses"

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int total() const { return m_known + m_guesses + m_unsourced; }

    int m_known = 0;
    int m_guesses = 0;
    int m_unsourced = 0;
};
