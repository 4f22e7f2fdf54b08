#pragma once

#include <QLabel>

class QComboBox;

// A label that nobody sees, so that a screen reader knows what a combo box is for: on Linux Qt gives it the
// choice as the box's name, and the name only by a label that belongs to it. Goes with the box.
class ComboLabel : public QLabel
{
    Q_OBJECT

public:
    static void addTo(QComboBox &combo); // where it has a name and no label yet

private:
    explicit ComboLabel(QComboBox &combo);
};
