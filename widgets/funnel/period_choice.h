#pragma once

#include "models/arithmetic/period.h"

#include <QWidget>

#include <optional>

class GrainSwitch;
class QComboBox;

// One period out of those that something is known of, in weeks, months, quarters or years; or any time.
class PeriodChoice : public QWidget
{
    Q_OBJECT

public:
    explicit PeriodChoice(QWidget *parent = nullptr);

    Grain grain() const;
    std::optional<Grain> chosenGrain() const; // by the user
    void setGrain(Grain grain); // without a signal
    Period period() const; // not valid: at any time
    // Keeps what was chosen while it is there; else the preferred one, else the newest.
    void offer(QList<Period> periods, const Period &preferred = {});

Q_SIGNALS:
    void grainChosen();
    void periodChosen();

private:
    GrainSwitch *m_grain;
    QComboBox *m_period;
    bool m_grainChosen = false;
    bool m_offered = false; // anything yet
};
