#include "widgets/controls/sub_tabs.h"

#include "widgets/controls/sub_tabs_accessible.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/theme.h"

#include <QFocusEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace {
// Heights of the font.
constexpr double gapBetween = 1.05;
constexpr double roomForFocus = 0.25;
} // namespace

SubTabs::SubTabs(QWidget *parent)
    : QTabBar(parent)
{
    SubTabsAccessible::install();
    setUsesScrollButtons(false);
    setExpanding(false);
    setDrawBase(false);
    setElideMode(Qt::ElideRight);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Worksheets"));
}

QFont SubTabs::currentFont() const
{
    return strong(font());
}

QSize SubTabs::tabSizeHint(int index) const
{
    // The bold width, so that choosing a tab moves none of the others.
    int &text = m_textWidths[tabText(index)];
    if (text == 0)
        text = QFontMetrics(currentFont()).horizontalAdvance(tabText(index));
    return {text + 2 + em(this, gapBetween), rowHeight()};
}

QSize SubTabs::minimumTabSizeHint(int index) const
{
    return {em(this, 1), tabSizeHint(index).height()};
}

QSize SubTabs::sizeHint() const
{
    int wide = 0;
    for (int i = 0; i < count(); ++i)
        wide += tabSizeHint(i).width();
    return {wide + 2 * overhang(), minimumSizeHint().height()};
}

QSize SubTabs::minimumSizeHint() const
{
    return {em(this, 4), rowHeight()};
}

int SubTabs::rowHeight() const
{
    return em(this, 1.9);
}

int SubTabs::overhang() const
{
    return em(this, roomForFocus);
}

int SubTabs::rows() const
{
    return m_rects.isEmpty() ? 1 : m_rects.constLast().top() / rowHeight() + 1;
}

int SubTabs::heightForWidth(int width) const
{
    const QList<QRect> rects = arranged(width);
    return rects.isEmpty() ? rowHeight() : rects.constLast().bottom() + 1;
}

QList<QRect> SubTabs::arranged(int width) const
{
    QList<QRect> rects;
    const int left = overhang();
    const int right = std::max(width - left, left + 1);
    QPoint next(left, 0);
    for (int i = 0; i < count(); ++i) {
        const int wide = std::min(tabSizeHint(i).width(), right - left);
        if (next.x() > left && next.x() + wide > right)
            next = QPoint(left, next.y() + rowHeight());
        rects.append(QRect(next, QSize(wide, rowHeight())));
        next.rx() += wide;
    }
    return rects;
}

void SubTabs::arrange()
{
    m_rects = arranged(width());
    for (QRect &rect : m_rects)
        rect = QStyle::visualRect(layoutDirection(), this->rect(), rect);
    updateGeometry();
    update();
}

void SubTabs::tabLayoutChange()
{
    QTabBar::tabLayoutChange();
    arrange();
}

void SubTabs::resizeEvent(QResizeEvent *event)
{
    QTabBar::resizeEvent(event);
    arrange();
}

void SubTabs::changeEvent(QEvent *event)
{
    QTabBar::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_textWidths.clear();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        arrange();
}

QRect SubTabs::rectOf(int index) const
{
    return m_rects.value(index);
}

int SubTabs::indexAt(const QPoint &position) const
{
    const auto found
        = std::find_if(m_rects.begin(), m_rects.end(), [&](const QRect &r) { return r.contains(position); });
    return found == m_rects.end() ? -1 : static_cast<int>(found - m_rects.begin());
}

void SubTabs::mousePressEvent(QMouseEvent *event)
{
    const int index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || index < 0 || !isTabEnabled(index))
        return event->ignore();
    // A page that is shown with the focus in it would scroll there, away from where it was left.
    setFocus(Qt::MouseFocusReason);
    m_framed = false;
    setCurrentIndex(index);
}

void SubTabs::focusInEvent(QFocusEvent *event)
{
    m_framed = event->reason() != Qt::MouseFocusReason;
    QTabBar::focusInEvent(event);
    update();
}

void SubTabs::keyPressEvent(QKeyEvent *event)
{
    m_framed = true;
    update();
    if (event->key() == Qt::Key_Home)
        setCurrentIndex(0);
    else if (event->key() == Qt::Key_End)
        setCurrentIndex(count() - 1);
    else
        QTabBar::keyPressEvent(event);
}

void SubTabs::mouseMoveEvent(QMouseEvent *event)
{
    const int index = indexAt(event->position().toPoint());
    if (index != m_hovered) {
        m_hovered = index;
        update();
    }
}

void SubTabs::mouseReleaseEvent(QMouseEvent *)
{
    // Chosen on pressing; QTabBar would look for the tab in its own single row.
}

void SubTabs::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    update();
    QTabBar::leaveEvent(event);
}

bool SubTabs::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QTabBar::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = indexAt(help->pos());
    QToolTip::showText(help->globalPos(), index < 0 ? QString() : tabToolTip(index), this);
    return true;
}

void SubTabs::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    const int underline = std::max(2, em(this, 0.14));
    const int gap = em(this, gapBetween);
    for (int row = 1; row <= rows(); ++row) {
        const int y = row * rowHeight() - 1;
        painter.fillRect(overhang(), y, width() - 2 * overhang(), 1, theme.color(Theme::Role::Line));
    }
    for (int i = 0; i < m_rects.size(); ++i) {
        const QRect &rect = m_rects.at(i);
        const bool current = i == currentIndex();
        const QRect inner = QStyle::visualRect(layoutDirection(), rect, rect.adjusted(0, 0, -gap, 0));
        painter.setFont(current ? currentFont() : font());
        painter.setPen(theme.color(current              ? Theme::Role::Accent
                                       : i == m_hovered ? Theme::Role::Ink
                                                        : Theme::Role::Muted));
        painter.drawText(
            inner.adjusted(0, 0, 0, -underline),
            static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter)
                | Qt::TextHideMnemonic,
            painter.fontMetrics().elidedText(tabText(i), Qt::ElideRight, inner.width()));
        if (current)
            painter.fillRect(inner.left(), inner.bottom() - underline + 1, inner.width(), underline,
                             theme.color(Theme::Role::Accent));
        if (current && hasFocus() && m_framed) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(theme.color(Theme::Role::Accent), 1.5, Qt::DotLine));
            const int room = overhang() - 1;
            painter.drawRoundedRect(QRectF(inner).adjusted(-room, 1, room, -underline - 1), 3, 3);
        }
    }
}
