#include "widgets/shell/calm_style.h"

#include "widgets/shell/theme.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;
using Role = Theme::Role;

namespace {
// A box whose border of `width` lies inside `rect`.
void drawBox(QPainter *painter, const QRect &rect, double radius, const QColor &ground, const QColor &border,
             double width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter->setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
    const double inset = border.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

// An open arrow head in the middle of `rect`.
void drawChevron(QPainter *painter, const QRect &rect, Qt::ArrowType arrow, const QColor &color, double size)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, std::max(1.2, size / 6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->translate(QRectF(rect).center());
    const int turns = arrow == Qt::DownArrow ? 0
        : arrow == Qt::LeftArrow             ? 90
        : arrow == Qt::UpArrow               ? 180
                                             : 270;
    painter->rotate(turns);
    const double half = size / 2;
    painter->drawPolyline(QPolygonF({{-half, -half / 2}, {0, half / 2}, {half, -half / 2}}));
    painter->restore();
}

// Room between a field's border and its text.
int fieldInset(const QStyleOption *option)
{
    return em(option->fontMetrics, 0.25);
}

// Push and tool buttons show the focus on their border; a tick box around its text.
QRect focusRect(const QStyleOption *option, const QWidget *widget)
{
    const bool bordered
        = qobject_cast<const QPushButton *>(widget) || qobject_cast<const QToolButton *>(widget);
    return bordered ? widget->rect() : option->rect;
}

void drawButtonLabel(const QStyleOptionButton *button, QPainter *painter, const QColor &ink)
{
    const bool enabled = button->state & QStyle::State_Enabled;
    const int gap = button->icon.isNull() || button->text.isEmpty() ? 0 : em(button->fontMetrics, 0.35);
    const int icon = button->icon.isNull() ? 0 : button->iconSize.width();
    const int arrow = button->features & QStyleOptionButton::HasMenu ? em(button->fontMetrics, 0.9) : 0;
    const QSize text = button->fontMetrics.size(Qt::TextShowMnemonic, button->text);
    const int wide = icon + gap + text.width();
    QRect content(0, button->rect.top(), wide, button->rect.height());
    content.moveLeft(button->rect.left() + (button->rect.width() - arrow - wide) / 2);
    const auto placed
        = [&](const QRect &rect) { return QStyle::visualRect(button->direction, button->rect, rect); };
    if (icon > 0) {
        QRect place(content.left(), content.top() + (content.height() - icon) / 2, icon, icon);
        button->icon.paint(painter, placed(place), Qt::AlignCenter,
                           enabled ? QIcon::Normal : QIcon::Disabled);
    }
    painter->setPen(ink);
    painter->drawText(placed(content.adjusted(icon + gap, 0, 1, 0)), Qt::AlignCenter | Qt::TextShowMnemonic,
                      button->text);
    if (arrow > 0) {
        const QRect place(button->rect.right() - arrow * 3 / 2, button->rect.top(), arrow,
                          button->rect.height());
        drawChevron(painter, placed(place), Qt::DownArrow, ink, em(button->fontMetrics, 0.4));
    }
}

bool isTextEdit(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

bool isDefault(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return button && (button->features & QStyleOptionButton::DefaultButton);
}

void drawButton(const QStyleOption *option, QPainter *painter, bool flat)
{
    const Theme &theme = Theme::of(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool hover = enabled && (option->state & QStyle::State_MouseOver);
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const double radius = cornerRadius(option->fontMetrics);
    if (isDefault(option) && enabled) {
        const QColor accent = theme.color(Role::Accent);
        drawBox(painter, option->rect, radius,
                down        ? accent.darker(115)
                    : hover ? accent.lighter(110)
                            : accent,
                {});
        return;
    }
    const QColor ground = theme.color(down ? Role::Selection : hover ? Role::Hover : Role::Card);
    if (!flat)
        drawBox(painter, option->rect, radius, ground, theme.color(hover ? Role::Outline : Role::Line));
    else if (hover || down)
        drawBox(painter, option->rect, radius, ground, {});
}

void drawField(const QStyleOption *option, QPainter *painter)
{
    const Theme &theme = Theme::of(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focus = enabled && (option->state & QStyle::State_HasFocus);
    const bool readOnly = option->state & QStyle::State_ReadOnly;
    drawBox(painter, option->rect, cornerRadius(option->fontMetrics),
            theme.color(enabled && !readOnly ? Role::Card : Role::Ground),
            theme.color(focus         ? Role::Accent
                            : enabled ? Role::Outline
                                      : Role::Line),
            focus ? 2 : 1);
}

void drawTick(const QStyleOption *option, QPainter *painter, bool round)
{
    const Theme &theme = Theme::of(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor mark = theme.color(enabled ? Role::Accent : Role::Muted);
    const QRect rect = option->rect;
    const double radius = round ? rect.height() / 2.0 : rect.height() * 0.22;
    drawBox(painter, rect, radius, on ? mark : theme.color(Role::Card),
            on ? mark : theme.color(enabled ? Role::Outline : Role::Line), 1.5);
    if (!on)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.topLeft());
    painter->scale(rect.width(), rect.height());
    painter->setPen(QPen(theme.color(Role::OnAccent), 0.13, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (round) {
        painter->setBrush(theme.color(Role::OnAccent));
        painter->drawEllipse(QPointF(0.5, 0.5), 0.14, 0.14);
    } else if (option->state & QStyle::State_NoChange) {
        painter->drawLine(QPointF(0.27, 0.5), QPointF(0.73, 0.5));
    } else {
        painter->drawPolyline(QPolygonF({{0.24, 0.52}, {0.43, 0.70}, {0.77, 0.31}}));
    }
    painter->restore();
}

void drawHeaderSection(const QStyleOption *option, QPainter *painter)
{
    const Theme &theme = Theme::of(option->palette);
    const bool hover = (option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled);
    painter->fillRect(option->rect, theme.color(hover ? Role::Hover : Role::Card));
    painter->setPen(theme.color(Role::Line));
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
}

void drawProgress(const QStyleOptionProgressBar *bar, QPainter *painter)
{
    const Theme &theme = Theme::of(bar->palette);
    const int thickness = std::max(4, bar->fontMetrics.height() / 3);
    QRect rect = bar->rect;
    rect.setTop(rect.center().y() - thickness / 2);
    rect.setHeight(thickness);
    drawBox(painter, rect, thickness / 2.0, theme.color(Role::Line), {});
    const int range = bar->maximum - bar->minimum;
    if (range <= 0)
        return;
    const double done = static_cast<double>(bar->progress - bar->minimum) / range;
    rect.setWidth(std::max(thickness, static_cast<int>(rect.width() * std::clamp(done, 0.0, 1.0))));
    drawBox(painter, rect, thickness / 2.0, theme.color(Role::Accent), {});
}

void drawScrollBar(const QStyleOptionSlider *bar, QPainter *painter, const QRect &handle)
{
    const Theme &theme = Theme::of(bar->palette);
    if (handle.isEmpty() || bar->minimum == bar->maximum)
        return;
    const bool active = (bar->state & QStyle::State_MouseOver) || (bar->state & QStyle::State_Sunken);
    const int gap = std::max(2, std::min(handle.width(), handle.height()) / 4);
    const QRect thumb = handle.adjusted(gap, gap, -gap, -gap);
    QColor color = theme.color(Role::Outline);
    if (!active)
        color.setAlphaF(0.6F);
    drawBox(painter, thumb, std::min(thumb.width(), thumb.height()) / 2.0, color, {});
}
} // namespace

CalmStyle::CalmStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

void CalmStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QScrollBar *>(widget) || qobject_cast<QAbstractSpinBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const Theme &theme = Theme::of(option->palette);
    switch (element) {
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        return drawButton(option, painter, button && (button->features & QStyleOptionButton::Flat));
    }
    case PE_PanelButtonTool:
        return drawButton(option, painter, option->state & State_AutoRaise);
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return drawField(option, painter);
        return; // inside a spin or combo box, which draws the field
    }
    case PE_FrameLineEdit:
        return; // drawn with the panel
    case PE_FrameDefaultButton:
        return;
    case PE_FrameFocusRect:
        return drawBox(
            painter, qobject_cast<const QAbstractButton *>(widget) ? focusRect(option, widget) : option->rect,
            cornerRadius(option->fontMetrics), {}, theme.color(Role::Accent), 2);
    case PE_Frame:
        if (isTextEdit(widget))
            return drawField(option, painter);
        if (option->state & State_HasFocus)
            return drawBox(painter, option->rect, 3, {}, theme.color(Role::Accent), 2);
        return drawBox(painter, option->rect, 3, {}, theme.color(Role::Line));
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawTick(option, painter, false);
    case PE_IndicatorRadioButton:
        return drawTick(option, painter, true);
    case PE_IndicatorArrowDown:
        if (qobject_cast<const QPushButton *>(widget))
            return; // drawn with its label
        return drawChevron(painter, option->rect, Qt::DownArrow, theme.color(Role::Muted),
                           em(option->fontMetrics, 0.4));
    case PE_IndicatorHeaderArrow: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (header && header->sortIndicator != QStyleOptionHeader::None)
            drawChevron(painter, option->rect,
                        header->sortIndicator == QStyleOptionHeader::SortUp ? Qt::UpArrow : Qt::DownArrow,
                        theme.color(Role::Muted), em(option->fontMetrics, 0.4));
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const Theme &theme = Theme::of(option->palette);
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            const bool onAccent = isDefault(option) && (option->state & State_Enabled);
            return drawButtonLabel(button, painter,
                                   onAccent ? theme.color(Role::OnAccent)
                                            : option->palette.color(QPalette::ButtonText));
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return drawHeaderSection(option, painter);
    case CE_ProgressBarGroove:
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return drawProgress(bar, painter);
        break;
    case CE_Splitter:
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, theme.color(Role::Card));
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(item->rect, theme.color(Role::Card));
            if (item->state & (State_Selected | State_Sunken))
                drawBox(painter, item->rect.adjusted(1, 2, -1, -2), cornerRadius(item->fontMetrics),
                        theme.color(Role::Hover), {});
            const int mnemonic = styleHint(SH_UnderlineShortcut, item, widget, nullptr)
                ? Qt::TextShowMnemonic
                : Qt::TextHideMnemonic;
            drawItemText(painter, item->rect, Qt::AlignCenter | Qt::TextSingleLine | mnemonic, item->palette,
                         item->state & State_Enabled, item->text, QPalette::WindowText);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void CalmStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    const Theme &theme = Theme::of(option->palette);
    const int arrow = em(option->fontMetrics, 0.4);
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            drawScrollBar(bar, painter, subControlRect(control, bar, SC_ScrollBarSlider, widget));
        return;
    }
    if (control == CC_ComboBox) {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (combo && combo->frame)
            drawField(option, painter);
        drawChevron(painter, subControlRect(control, option, SC_ComboBoxArrow, widget), Qt::DownArrow,
                    theme.color(Role::Muted), arrow);
        return;
    }
    if (control == CC_SpinBox) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (spin && spin->frame)
            drawField(option, painter);
        if (spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons)
            return;
        drawChevron(painter, subControlRect(control, option, SC_SpinBoxUp, widget), Qt::UpArrow,
                    theme.color(Role::Muted), arrow * 0.8);
        drawChevron(painter, subControlRect(control, option, SC_SpinBoxDown, widget), Qt::DownArrow,
                    theme.color(Role::Muted), arrow * 0.8);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect CalmStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                SubControl subControl, const QWidget *widget) const
{
    if (control != CC_ScrollBar) {
        const QRect rect = QProxyStyle::subControlRect(control, option, subControl, widget);
        const bool text = (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
            || (control == CC_SpinBox && subControl == SC_SpinBoxEditField);
        if (control == CC_ComboBox && subControl == SC_ComboBoxArrow)
            return rect.translated(
                option->direction == Qt::RightToLeft ? fieldInset(option) : -fieldInset(option), 0);
        return text ? rect.adjusted(fieldInset(option), 0, -fieldInset(option), 0) : rect;
    }
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || subControl == SC_ScrollBarAddLine || subControl == SC_ScrollBarSubLine)
        return {}; // no arrow buttons
    const bool horizontal = bar->orientation == Qt::Horizontal;
    const int length = horizontal ? bar->rect.width() : bar->rect.height();
    const qint64 range = static_cast<qint64>(bar->maximum) - bar->minimum;
    const int shortest = std::min(length, 2 * pixelMetric(PM_ScrollBarExtent, bar, widget));
    const int slider = range > 0
        ? std::max(shortest, static_cast<int>(qint64(bar->pageStep) * length / (range + bar->pageStep)))
        : length;
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - slider, bar->upsideDown);
    int from = 0;
    int to = length;
    if (subControl == SC_ScrollBarSlider) {
        from = start;
        to = start + slider;
    } else if (subControl == SC_ScrollBarSubPage) {
        to = start;
    } else if (subControl == SC_ScrollBarAddPage) {
        from = start + slider;
    }
    const QRect part = horizontal ? QRect(from, 0, to - from, bar->rect.height())
                                  : QRect(0, from, bar->rect.width(), to - from);
    return visualRect(bar->direction, bar->rect, part.translated(bar->rect.topLeft()));
}

QRect CalmStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element != SE_LineEditContents || !frame || frame->lineWidth == 0)
        return rect;
    return rect.adjusted(fieldInset(option), 0, -fieldInset(option), 0);
}

QSize CalmStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (!option)
        return base;
    const int controlHeight = em(option->fontMetrics, 1.7);
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool hasMenu = button && (button->features & QStyleOptionButton::HasMenu);
        return {size.width() + em(option->fontMetrics, hasMenu ? 2.2 : 1.4),
                std::max(size.height(), controlHeight)};
    }
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        return QSize(base.width() + 2 * fieldInset(option), base.height()).expandedTo({0, controlHeight});
    case CT_MenuBarItem:
        return size + QSize(em(option->fontMetrics, 0.9), em(option->fontMetrics, 0.4));
    case CT_MenuItem:
        return {base.width() + em(option->fontMetrics, 0.5),
                std::max(base.height(), base.height() < 12 ? 0 : controlHeight)};
    case CT_HeaderSection:
        return base.expandedTo({0, controlHeight});
    case CT_ProgressBar:
        return {base.width(), em(option->fontMetrics, 0.8)};
    default:
        return base;
    }
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const QFontMetrics metrics = option && option->fontMetrics.height() > 0 ? option->fontMetrics
        : widget                                                            ? widget->fontMetrics()
                 : QFontMetrics(QApplication::font());
    switch (metric) {
    case PM_ScrollBarExtent:
        return em(metrics, 0.6);
    case PM_ScrollBarSliderMin:
        return em(metrics, 1.2);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return em(metrics, 0.85);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return em(metrics, 0.95);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return em(metrics, 0.4);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return em(metrics, 0.6);
    case PM_SplitterWidth:
        return em(metrics, 0.4);
    case PM_DefaultFrameWidth: // inside the round corners
        return isTextEdit(widget) ? em(metrics, 0.2) : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_MenuBarPanelWidth:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int CalmStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ScrollView_FrameOnlyAroundContents:
        return 0;
    case SH_Table_GridLineColor:
        if (option)
            return static_cast<int>(Theme::of(option->palette).color(Role::Line).rgb());
        break;
    default:
        break;
    }
    return QProxyStyle::styleHint(hint, option, widget, data);
}
