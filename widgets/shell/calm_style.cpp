#include "widgets/shell/calm_style.h"

#include "widgets/shell/calm_drawing.h"
#include "widgets/shell/combo_label.h"
#include "widgets/shell/combo_text.h"
#include "widgets/shell/theme.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTableView>
#include <QTextEdit>
#include <QToolButton>
#include <QToolTip>

#include <optional>

using namespace Qt::StringLiterals;
using namespace CalmDrawing;
using Role = Theme::Role;

namespace {
// Room between a field's border and its text.
int fieldInset(const QStyleOption *option)
{
    return em(option->fontMetrics, 0.25);
}

// Room beside the text of a cell, and so beside the head above it.
int cellInset(const QFontMetrics &metrics)
{
    return em(metrics, 0.3);
}

// Push and tool buttons show the focus on their border; a tick box around its text.
QRect focusRect(const QStyleOption *option, const QWidget *widget)
{
    const bool bordered
        = qobject_cast<const QPushButton *>(widget) || qobject_cast<const QToolButton *>(widget);
    return bordered ? widget->rect() : option->rect;
}

void drawFocus(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Theme &theme = Theme::of(option->palette);
    const double radius = cornerRadius(option->fontMetrics);
    constexpr int width = 2;
    if (isDefault(option)) // filled with the accent: the line stands within
        drawBox(painter, focusRect(option, widget).adjusted(width, width, -width, -width), radius, {},
                theme.color(Role::OnAccent), width);
    else
        drawBox(painter, focusRect(option, widget), radius, {}, theme.color(Role::Accent), width);
}

void drawFrame(const QStyleOption *option, QPainter *painter)
{
    const Theme &theme = Theme::of(option->palette);
    if (option->state & QStyle::State_HasFocus)
        drawBox(painter, option->rect, 3, {}, theme.color(Role::Accent), 2);
    else
        drawBox(painter, option->rect, 3, {}, theme.color(Role::Line));
}

void drawSortArrow(const QStyleOptionHeader *header, QPainter *painter)
{
    if (!header || header->sortIndicator == QStyleOptionHeader::None)
        return;
    const bool up = header->sortIndicator == QStyleOptionHeader::SortUp;
    drawChevron(painter, header->rect, up ? Qt::UpArrow : Qt::DownArrow,
                Theme::of(header->palette).color(Role::Muted), em(header->fontMetrics, 0.4));
}

void drawPushButtonLabel(const QStyleOptionButton *button, QPainter *painter, const QWidget *widget)
{
    const bool onAccent = isDefault(button) && (button->state & QStyle::State_Enabled);
    drawButtonLabel(button, painter,
                    onAccent ? Theme::of(button->palette).color(Role::OnAccent)
                             : button->palette.color(QPalette::ButtonText));
    // Fusion does not show which push button the keyboard has reached.
    if (button->state & QStyle::State_HasFocus && button->state & QStyle::State_KeyboardFocusChange)
        drawFocus(button, painter, widget);
}

void fillAsCard(const QStyleOption *option, QPainter *painter)
{
    painter->fillRect(option->rect, Theme::of(option->palette).color(Role::Card));
}

void drawMenuBarItem(const QStyleOptionMenuItem *item, QPainter *painter, const QStyle &style,
                     const QWidget *widget)
{
    fillAsCard(item, painter);
    if (item->state & (QStyle::State_Selected | QStyle::State_Sunken))
        drawBox(painter, item->rect.adjusted(1, 2, -1, -2), cornerRadius(item->fontMetrics),
                Theme::of(item->palette).color(Role::Hover), {});
    const int mnemonic = style.styleHint(QStyle::SH_UnderlineShortcut, item, widget) ? Qt::TextShowMnemonic
                                                                                     : Qt::TextHideMnemonic;
    style.drawItemText(painter, item->rect, Qt::AlignCenter | Qt::TextSingleLine | mnemonic, item->palette,
                       item->state & QStyle::State_Enabled, item->text, QPalette::WindowText);
}

// Not tick boxes and radio buttons: Enter in a dialog is for its default button.
bool isPressedByEnter(const QObject *object)
{
    return qobject_cast<const QPushButton *>(object) || qobject_cast<const QToolButton *>(object);
}

// A closed box that happens to lie under the wheel; a spin box that has the focus is turned on purpose.
bool isPassedByWheel(const QObject *object)
{
    const auto *spin = qobject_cast<const QAbstractSpinBox *>(object);
    return qobject_cast<const QComboBox *>(object) || (spin && !spin->hasFocus());
}

bool isPageKey(const QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<const QKeyEvent *>(event)->key();
    return key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

bool isEnter(const QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<const QKeyEvent *>(event);
    return (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        && !(key->modifiers() & ~Qt::KeypadModifier);
}

bool isTextEdit(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}
// What may not be changed is to be read all the same.
QStyleOptionComboBox readableChoice(const QStyleOptionComboBox &combo, const QWidget *widget)
{
    QStyleOptionComboBox readable(combo);
    if (widget && widget->property("readOnly").toBool()) {
        readable.state |= QStyle::State_Enabled;
        readable.palette.setCurrentColorGroup(QPalette::Active);
    }
    return readable;
}

// A cut letter is another letter.
QStyleOptionHeader shortenedHead(const QStyleOptionHeader &head, const QPainter &painter)
{
    QStyleOptionHeader shown(head);
    QFont font = painter.font();
    if (head.state & QStyle::State_On) // of a chosen column
        font.setBold(true);
    if (!(head.textAlignment & Qt::TextWordWrap))
        shown.text
            = QFontMetrics(font, painter.device()).elidedText(head.text, Qt::ElideRight, head.rect.width());
    return shown;
}

// Of the sizes that follow the font alone.
std::optional<double> emsOf(QStyle::PixelMetric metric)
{
    switch (metric) {
    case QStyle::PM_ScrollBarExtent:
        return 0.6;
    case QStyle::PM_ScrollBarSliderMin:
        return 1.2;
    case QStyle::PM_IndicatorWidth:
    case QStyle::PM_IndicatorHeight:
    case QStyle::PM_ExclusiveIndicatorWidth:
    case QStyle::PM_ExclusiveIndicatorHeight:
        return 0.85;
    case QStyle::PM_SmallIconSize:
    case QStyle::PM_ButtonIconSize:
    case QStyle::PM_ListViewIconSize:
        return 0.95;
    case QStyle::PM_LayoutHorizontalSpacing:
    case QStyle::PM_LayoutVerticalSpacing:
    case QStyle::PM_SplitterWidth:
        return 0.4;
    case QStyle::PM_LayoutLeftMargin:
    case QStyle::PM_LayoutTopMargin:
    case QStyle::PM_LayoutRightMargin:
    case QStyle::PM_LayoutBottomMargin:
        return 0.6;
    default:
        return {};
    }
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
    const bool box = qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget);
    if (box && widget->focusPolicy() == Qt::WheelFocus)
        widget->setFocusPolicy(Qt::StrongFocus);
    if (auto *combo = qobject_cast<QComboBox *>(widget))
        ComboLabel::addTo(*combo);
    if (box || isPressedByEnter(widget))
        widget->installEventFilter(this);
}

void CalmStyle::unpolish(QWidget *widget)
{
    widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

bool CalmStyle::eventFilter(QObject *watched, QEvent *event)
{
    if (isEnter(event) && isPressedByEnter(watched)) {
        if (!static_cast<QKeyEvent *>(event)->isAutoRepeat())
            static_cast<QAbstractButton *>(watched)->click();
        return true;
    }
    if ((event->type() == QEvent::Wheel && isPassedByWheel(watched))
        || (isPageKey(event) && qobject_cast<QComboBox *>(watched))) {
        event->ignore(); // the page scrolls
        return true;
    }
    auto *box = qobject_cast<QComboBox *>(watched);
    if (box && event->type() == QEvent::ToolTip) {
        if (const QString help = helpOfShortened(*box); !help.isEmpty()) {
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), help, box);
            return true;
        }
    }
    return QProxyStyle::eventFilter(watched, event);
}

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
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
        drawFocus(option, painter, widget);
        return;
    case PE_Frame:
        return isTextEdit(widget) ? drawField(option, painter) : drawFrame(option, painter);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawTick(option, painter, false);
    case PE_IndicatorRadioButton:
        return drawTick(option, painter, true);
    case PE_IndicatorArrowDown:
        if (qobject_cast<const QPushButton *>(widget))
            return; // drawn with its label
        return drawChevron(painter, option->rect, Qt::DownArrow,
                           Theme::of(option->palette).color(Role::Muted), em(option->fontMetrics, 0.4));
    case PE_IndicatorHeaderArrow:
        return drawSortArrow(qstyleoption_cast<const QStyleOptionHeader *>(option), painter);
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return drawPushButtonLabel(button, painter, widget);
        break;
    case CE_ComboBoxLabel:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            QStyleOptionComboBox shown = readableChoice(*combo, widget);
            shown.currentText = shortenedChoice(*combo, *this, widget);
            return QProxyStyle::drawControl(element, &shown, painter, widget);
        }
        break;
    case CE_HeaderLabel:
        if (const auto *head = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            const QStyleOptionHeader shown = shortenedHead(*head, *painter);
            return QProxyStyle::drawControl(element, &shown, painter, widget);
        }
        break;
    case CE_HeaderSection:
        return drawHeaderSection(option, painter);
    case CE_HeaderEmptyArea: // below the last row it ends with that row's line
        return option->state & State_Horizontal ? drawHeaderSection(option, painter)
                                                : fillAsCard(option, painter);
    case CE_Splitter:
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel: // the bar is too thin for words
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return drawProgress(bar, painter);
        break;
    case CE_MenuBarEmptyArea:
        return fillAsCard(option, painter);
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return drawMenuBarItem(item, painter, *this, widget);
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
    if (const auto ems = emsOf(metric))
        return em(metrics, *ems);
    switch (metric) {
    case PM_HeaderMargin:
        return cellInset(metrics);
    case PM_FocusFrameHMargin: // an item's text begins one pixel further in
        return qobject_cast<const QTableView *>(widget) ? cellInset(metrics) - 1
                                                        : QProxyStyle::pixelMetric(metric, option, widget);
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
