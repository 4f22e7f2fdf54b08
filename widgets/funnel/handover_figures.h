#pragma once

#include "models/funnel/handover_health.h"
#include "widgets/shell/theme.h"

#include <QWidget>

class Chip;
class ColumnsLayout;
class TextLabel;

// What the log says about one handover, figure by figure, with a word on whether the contract is kept.
class HandoverFigures : public QWidget
{
    Q_OBJECT

public:
    // `title` is its heading.
    explicit HandoverFigures(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setHealth(const HandoverHealth &health, const GateContract *contract, const Period &period);
    QString state() const; // the word

private:
    void addFigure(const QString &label, const QString &text, Theme::Role role);

    TextLabel *m_title;
    Chip *m_state;
    TextLabel *m_period;
    TextLabel *m_breaches;
    TextLabel *m_rule; // while nothing is broken
    QWidget *m_area;
    ColumnsLayout *m_cells;
};
