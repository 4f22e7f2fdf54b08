#include "widgets/shell/combo_label.h"

#include <QComboBox>

#include <algorithm>

void ComboLabel::addTo(QComboBox &combo)
{
    const QWidget *parent = combo.parentWidget();
    if (!parent || combo.accessibleName().isEmpty())
        return;
    const auto labels = parent->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
    if (std::none_of(labels.begin(), labels.end(),
                     [&](const QLabel *label) { return label->buddy() == &combo; }))
        new ComboLabel(combo);
}

ComboLabel::ComboLabel(QComboBox &combo)
    : QLabel(combo.accessibleName(), combo.parentWidget())
{
    setTextFormat(Qt::PlainText);
    setBuddy(&combo);
    hide();
    connect(&combo, &QObject::destroyed, this, &QObject::deleteLater);
}
