#pragma once

#include <QWidget>

class QButtonGroup;

// A few choices side by side of which one is taken: count or value, month or quarter.
class ChoiceSwitch : public QWidget
{
    Q_OBJECT

public:
    ChoiceSwitch(const QString &name, const QStringList &choices, QWidget *parent = nullptr);

    int current() const;
    void setCurrent(int index); // without a signal

Q_SIGNALS:
    void chosen(int index);

private:
    QButtonGroup *m_buttons;
};
