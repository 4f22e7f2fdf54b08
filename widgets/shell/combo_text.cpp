#include "widgets/shell/combo_text.h"

#include <QComboBox>
#include <QStyleOption>

QString shortenedChoice(const QStyleOptionComboBox &combo, const QStyle &style, const QWidget *widget)
{
    constexpr int edge = 1, besideIcon = 4; // pixels that Qt leaves out before the text
    const QRect field
        = style.subControlRect(QStyle::CC_ComboBox, &combo, QStyle::SC_ComboBoxEditField, widget);
    const int icon = combo.currentIcon.isNull() ? 0 : combo.iconSize.width() + besideIcon;
    return combo.fontMetrics.elidedText(combo.currentText, Qt::ElideRight, field.width() - edge - icon);
}

QString helpOfShortened(const QComboBox &box)
{
    if (!box.toolTip().isEmpty() || box.isEditable())
        return {};
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.frame = box.hasFrame();
    option.currentText = box.currentText();
    option.currentIcon = box.itemIcon(box.currentIndex());
    option.iconSize = box.iconSize();
    return shortenedChoice(option, *box.style(), &box) == box.currentText() ? QString() : box.currentText();
}
