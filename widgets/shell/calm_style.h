#pragma once

#include "widgets/shell/icons.h"

#include <QProxyStyle>

// Fusion drawn flat and calm: rounded fields and buttons, slim scroll bars, one accent for focus and the
// default button. Takes all colours from the option's palette's theme and all sizes from its font. Gives
// buttons and choices the same habits everywhere: Enter presses a button, the wheel scrolls the page.
class CalmStyle : public QProxyStyle
{
    Q_OBJECT

public:
    CalmStyle();

    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    // Of a menu bar that is too narrow, and of fields that can be emptied. Qt's own are picture files, which
    // take long to read, and do not follow the theme.
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override
    {
        switch (icon) {
        case SP_ToolBarHorizontalExtensionButton:
            return themedIcon(QStringLiteral("chevron-right"));
        case SP_LineEditClearButton:
            return themedIcon(QStringLiteral("close"));
        default:
            return QProxyStyle::standardIcon(icon, option, widget);
        }
    }
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};
