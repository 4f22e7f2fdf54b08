// How FunnelView takes keys and mouse.

#include "widgets/charts/funnel_view.h"

#include "widgets/controls/scroll_into_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

using Kind = FunnelView::Element::Kind;

void FunnelView::preview(int from, int to)
{
    if (!isMovable() || (m_moving && m_moving->from == from && m_moving->to == to))
        return;
    FunnelBands bands = m_preview(from, to);
    // A line that cannot lie there stays where it is.
    if (to != from && bands == m_funnel)
        return;
    QToolTip::hideText(); // it tells how it was before
    m_previewed = std::move(bands);
    m_moving = Moving{from, to};
    m_picture.reset();
    update();
    Q_EMIT splitPreviewed(from, to);
}

void FunnelView::endMoving(bool keep)
{
    if (!m_moving)
        return;
    const Moving moved = *m_moving;
    m_moving.reset();
    m_picture.reset();
    update();
    Q_EMIT splitPreviewed(moved.from, moved.from);
    if (keep && moved.from != moved.to) {
        m_focused = {Kind::Handover, moved.to};
        Q_EMIT splitMoved(moved.from, moved.to);
    }
}

// The page scrolls along with the keys.
void FunnelView::reveal() const
{
    if (m_focused.band >= 0)
        scrollIntoView(this, rectOf(m_focused));
}

void FunnelView::showTip()
{
    reveal();
    if (m_focused.band >= 0 && isVisible())
        QToolTip::showText(mapToGlobal(rectOf(m_focused).center()), tipOf(m_focused), this);
}

void FunnelView::stepStage(int to)
{
    const int last = static_cast<int>(m_funnel.bands.size()) - 1;
    setFocused({Kind::Stage, std::clamp(to, std::min(0, last), last)});
    showTip();
}

void FunnelView::stepElement(int by)
{
    const QList<Element> all = elements();
    if (all.isEmpty())
        return;
    const qsizetype next = std::clamp<qsizetype>(all.indexOf(m_focused) + by, 0, all.size() - 1);
    setFocused(all.at(next));
    showTip();
}

bool FunnelView::handleArrow(QKeyEvent *event)
{
    const bool down = event->key() == Qt::Key_Down;
    if (!down && event->key() != Qt::Key_Up)
        return false;
    const int by = down ? 1 : -1;
    if (m_focused.kind == Kind::Handover && m_focused.band >= 0) {
        const int at = m_moving ? m_moving->to : m_focused.band;
        preview(m_focused.band, at + by);
        return true;
    }
    if (!event->modifiers().testFlag(Qt::AltModifier)) {
        stepStage(m_focused.band + by);
        return true;
    }
    const int before = down ? m_focused.band + 2 : m_focused.band - 1;
    if (isMovable() && m_focused.band >= 0 && before >= 0 && before <= m_funnel.bands.size()) {
        const int band = m_focused.band;
        m_focused.band += by; // the focus goes along
        Q_EMIT stageMoved(band, before);
    }
    return true;
}

void FunnelView::keyPressEvent(QKeyEvent *event)
{
    if (handleArrow(event))
        return;
    const bool mirrored = m_funnel.direction == Qt::RightToLeft;
    switch (event->key()) {
    case Qt::Key_Right:
        return stepElement(mirrored ? -1 : 1);
    case Qt::Key_Left:
        return stepElement(mirrored ? 1 : -1);
    case Qt::Key_Home:
        return stepStage(0);
    case Qt::Key_End:
        return stepStage(static_cast<int>(m_funnel.bands.size()) - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_moving)
            return endMoving(true);
        if (m_focused.band >= 0)
            return activate(m_focused);
        break;
    case Qt::Key_Escape:
        if (m_moving || (m_pressed && m_pressed->dragged)) {
            giveUpDragging();
            return endMoving(false);
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

// The stages are one stop, each handover is one of its own.
bool FunnelView::focusNextPrevChild(bool next)
{
    const QList<int> lines = handovers();
    const qsizetype at = m_focused.kind == Kind::Handover ? lines.indexOf(m_focused.band) : -1;
    const qsizetype to = at + (next ? 1 : -1);
    if (to < -1 || to >= lines.size())
        return QWidget::focusNextPrevChild(next);
    if (to >= 0)
        setFocused({Kind::Handover, lines.at(to)});
    else
        setFocused({Kind::Stage, lines.first()});
    reveal();
    return true;
}

void FunnelView::focusInEvent(QFocusEvent *event)
{
    const QList<int> lines = handovers();
    if (event->reason() == Qt::TabFocusReason
        || (m_focused.band < 0 && event->reason() != Qt::MouseFocusReason))
        setFocused({Kind::Stage,
                    std::clamp(m_focused.band, std::min(0, static_cast<int>(m_funnel.bands.size()) - 1),
                               static_cast<int>(m_funnel.bands.size()) - 1)});
    else if (event->reason() == Qt::BacktabFocusReason && !lines.isEmpty())
        setFocused({Kind::Handover, lines.last()});
    QWidget::focusInEvent(event);
    describeFocused();
    if (event->reason() != Qt::MouseFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        reveal();
}

void FunnelView::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        endMoving(true); // like what is typed: kept on leaving
    QToolTip::hideText();
    QWidget::focusOutEvent(event);
    update();
}

void FunnelView::mousePressEvent(QMouseEvent *event)
{
    QWidget::mousePressEvent(event);
    endMoving(true);
    const auto element = elementAt(event->position());
    setFocused(element.value_or(Element()));
    if (element && event->button() == Qt::LeftButton)
        m_pressed = Pressed{event->position(), *element};
}

void FunnelView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (!m_pressed) {
        const auto element = elementAt(at);
        const bool line = element && element->kind == Kind::Handover;
        setCursor(line && isMovable() ? Qt::SplitVCursor
                      : element       ? Qt::PointingHandCursor
                                      : Qt::ArrowCursor);
        return;
    }
    if (!m_pressed->dragged && std::abs(at.y() - m_pressed->at.y()) < QApplication::startDragDistance())
        return;
    m_pressed->dragged = isMovable();
    if (!isMovable())
        return;
    if (m_pressed->element.kind == Kind::Handover)
        return preview(m_pressed->element.band, layOut().nearestGap(at.y()));
    dragStage(at);
}

void FunnelView::dragStage(const QPointF &to)
{
    const int band = m_pressed->element.band;
    const int count = static_cast<int>(m_funnel.bands.size());
    int before = layOut().nearestGap(to.y()) + 1;
    if (to.y() < rectOf(0).center().y())
        before = 0;
    else if (to.y() > rectOf(count - 1).center().y())
        before = count;
    setCursor(Qt::ClosedHandCursor);
    if (before == band + 1)
        before = band; // it stays
    if (before == m_dropBefore)
        return;
    m_dropBefore = before;
    update();
    Q_EMIT stageDragged(band, before);
}

void FunnelView::giveUpDragging()
{
    const bool stage = m_dropBefore >= 0;
    const int band = m_pressed ? m_pressed->element.band : -1;
    m_pressed.reset();
    m_dropBefore = -1;
    unsetCursor();
    update();
    if (stage)
        Q_EMIT stageDragged(band, -1);
}

void FunnelView::tell(const QString &text, bool isInSight)
{
    if (text.isEmpty() || !isVisible() || (!m_pressed && (isInSight || m_focused.band < 0)))
        return QToolTip::hideText();
    const QPoint place = m_pressed ? QCursor::pos() : mapToGlobal(rectOf(m_focused).center());
    // Marked up, it is broken into lines.
    QToolTip::showText(place, u"<p>%1</p>"_s.arg(text.toHtmlEscaped()), this);
}

void FunnelView::mouseReleaseEvent(QMouseEvent *event)
{
    QWidget::mouseReleaseEvent(event);
    if (!m_pressed || event->button() != Qt::LeftButton)
        return;
    const Pressed pressed = *m_pressed;
    const int before = m_dropBefore;
    giveUpDragging();
    if (!pressed.dragged)
        return activate(pressed.element);
    if (pressed.element.kind == Kind::Handover)
        endMoving(true);
    else if (before >= 0 && before != pressed.element.band) {
        m_focused.band = before > pressed.element.band ? before - 1 : before;
        Q_EMIT stageMoved(pressed.element.band, before);
    }
}
