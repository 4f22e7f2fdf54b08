#include "widgets/funnel/choice_switch.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

ChoiceSwitch::ChoiceSwitch(const QString &name, const QStringList &choices, QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    for (int i = 0; i < choices.size(); ++i) {
        auto *button = new QPushButton(choices.at(i));
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setAutoExclusive(true); // so that a screen reader hears that only one of them is on
        button->setAccessibleName(tr("%1: %2").arg(name, choices.at(i)));
        m_buttons->addButton(button, i);
        layout->addWidget(button);
    }
    m_buttons->setExclusive(true);
    setCurrent(0);
    connect(m_buttons, &QButtonGroup::idClicked, this, &ChoiceSwitch::chosen);
}

int ChoiceSwitch::current() const
{
    return m_buttons->checkedId();
}

void ChoiceSwitch::setCurrent(int index)
{
    QAbstractButton *chosen = m_buttons->button(index);
    if (!chosen)
        return;
    chosen->setChecked(true);
    // Tab goes to what is chosen, the arrow keys from there: as Qt does it once one of them had the focus.
    const QList<QAbstractButton *> buttons = m_buttons->buttons();
    for (QAbstractButton *button : buttons)
        button->setFocusPolicy(button == chosen ? Qt::StrongFocus : Qt::ClickFocus);
}
