#include "widgets/charts/funnel_view.h"

#include "widgets/charts/funnel_accessible.h"
#include "widgets/shell/theme.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace {
constexpr double narrowest = 18; // heights of the font
}

FunnelView::FunnelView(QWidget *parent)
    : QWidget(parent)
{
    FunnelAccessible::install();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::MinimumExpanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Funnel picture"));
}

void FunnelView::setFunnel(const FunnelBands &funnel, const FigureTable &table, const QString &title,
                           const QString &details)
{
    m_table = table;
    m_title = title;
    m_details = details;
    if (m_funnel == funnel)
        return;
    endMoving(false);
    if (hasFocus())
        QToolTip::hideText(); // it tells how it was before
    m_funnel = funnel;
    if (!elements().contains(m_focused))
        m_focused
            = {Element::Kind::Stage, std::min(m_focused.band, static_cast<int>(funnel.bands.size()) - 1)};
    m_picture.reset();
    m_heights.clear();
    describeFocused();
    updateGeometry();
    update();
}

void FunnelView::setRoom(int height)
{
    if (m_room == height)
        return;
    m_room = height;
    m_heights.clear();
    updateGeometry();
}

int FunnelView::current() const
{
    return m_focused.kind == Element::Kind::Stage ? m_focused.band : -1;
}

QList<int> FunnelView::handovers() const
{
    QList<int> lines;
    for (int i = 0; i < m_funnel.bands.size(); ++i)
        if (m_funnel.bands.at(i).handover)
            lines.append(i);
    return lines;
}

QList<FunnelView::Element> FunnelView::elements() const
{
    QList<Element> all;
    for (int i = 0; i < m_funnel.bands.size(); ++i) {
        all.append({Element::Kind::Stage, i});
        if (m_funnel.bands.at(i).handover)
            all.append({Element::Kind::Handover, i});
    }
    return all;
}

void FunnelView::setFocused(const Element &element)
{
    if (element == m_focused || element.band < -1 || element.band >= m_funnel.bands.size())
        return;
    endMoving(true);
    m_focused = element;
    describeFocused();
    update();
    Q_EMIT currentChanged(current());
}

QString FunnelView::nameOf(const Element &element) const
{
    const FunnelBand &band = m_funnel.bands.at(element.band);
    if (element.kind == Element::Kind::Handover)
        return tr("%1, after %2").arg(band.handoverTitle, band.name);
    return tr("%1, %2", "stage, owner").arg(band.name, band.ownerText);
}

QString FunnelView::descriptionOf(const Element &element) const
{
    const FunnelBand &band = m_funnel.bands.at(element.band);
    if (element.kind == Element::Kind::Stage)
        return band.description;
    return tr("%1\n%2", "terms, everything else").arg(band.handoverTerms, band.handoverDescription);
}

QString FunnelView::tipOf(const Element &element) const
{
    if (!isMovable())
        return descriptionOf(element);
    const QString how = element.kind == Element::Kind::Handover
        ? tr("To move the split: drag the line, or press ↑ or ↓ and then Enter.")
        : tr("To move the stage: drag it, or press Alt with ↑ or ↓.");
    return tr("%1\n%2", "description, how it is moved").arg(descriptionOf(element), how);
}

// Screen readers that know no parts of a picture read what has the focus as its description.
void FunnelView::describeFocused()
{
    QString text;
    if (m_focused.band >= 0)
        text = tr("%1: %2").arg(nameOf(m_focused), descriptionOf(m_focused));
    else
        text = tr("%n stage(s); the arrow keys go from one to the next.", nullptr,
                  static_cast<int>(m_funnel.bands.size()));
    setAccessibleDescription(text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    if (hasFocus() && m_focused.band >= 0) {
        QAccessibleEvent focus(this, QAccessible::Focus);
        focus.setChild(static_cast<int>(elements().indexOf(m_focused)));
        QAccessible::updateAccessibility(&focus);
    }
}

void FunnelView::activate(const Element &element)
{
    if (element.kind == Element::Kind::Stage)
        Q_EMIT stageActivated(element.band);
    else
        Q_EMIT handoverActivated(element.band);
}

const FunnelPicture &FunnelView::layOut() const
{
    if (!m_picture)
        m_picture = std::make_unique<FunnelPicture>(shown(), QRectF(contentsRect()), font(), this);
    return *m_picture;
}

QRect FunnelView::rectOf(int band) const
{
    return layOut().rowOf(band).toAlignedRect();
}

QRect FunnelView::rectOf(const Element &element) const
{
    return element.kind == Element::Kind::Stage ? rectOf(element.band)
                                                : layOut().handoverRect(element.band).toAlignedRect();
}

QStringList FunnelView::texts() const
{
    return layOut().texts();
}

std::optional<FunnelView::Element> FunnelView::elementAt(const QPointF &position) const
{
    if (const int line = layOut().handoverAt(position); line >= 0)
        return Element{Element::Kind::Handover, line};
    if (const int band = layOut().bandAt(position); band >= 0)
        return Element{Element::Kind::Stage, band};
    return {};
}

Picture FunnelView::picture() const
{
    const FunnelBands funnel = m_funnel;
    return {.title = m_title,
            .details = m_details,
            .size = size(),
            .paint =
                [funnel](QPainter &painter, const QRectF &rect) {
                    FunnelPicture::paint(painter, rect, funnel, Theme::light().palette());
                },
            .table = m_table};
}

QSize FunnelView::sizeHint() const
{
    const int width = em(this, 2 * narrowest);
    return {width, heightForWidth(width)};
}

QSize FunnelView::minimumSizeHint() const
{
    const int width = em(this, narrowest);
    return {width, heightForWidth(width)};
}

int FunnelView::heightForWidth(int width) const
{
    int &height = m_heights[width];
    if (height > 0)
        return height;
    const QFontMetricsF metrics(font(), this);
    height = static_cast<int>(FunnelPicture::heightFor(m_funnel, width, metrics)) + 1;
    if (m_room > 0 && height > m_room) {
        const FunnelPicture least(m_funnel, QRectF(0, 0, width, height), font(), this);
        height = std::max(m_room, static_cast<int>(least.leastHeight()) + 1);
    }
    return height;
}

void FunnelView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    FunnelPicture::Focus focus;
    if (m_dropBefore >= 0) {
        focus.dragged = m_pressed->element.band;
        focus.dropBefore = m_dropBefore;
    }
    if (m_moving)
        focus.handover = m_moving->to;
    else if (hasFocus() && m_focused.kind == Element::Kind::Handover)
        focus.handover = m_focused.band;
    else if (hasFocus())
        focus.band = m_focused.band;
    layOut().paint(painter, palette(), focus);
}

void FunnelView::resizeEvent(QResizeEvent *event)
{
    m_picture.reset();
    QWidget::resizeEvent(event);
}

void FunnelView::changeEvent(QEvent *event)
{
    m_picture.reset();
    m_heights.clear();
    updateGeometry();
    QWidget::changeEvent(event);
}

void FunnelView::contextMenuEvent(QContextMenuEvent *event)
{
    PictureMenu menu(picture(), this);
    connect(&menu, &PictureMenu::saveRequested, this, &FunnelView::saveRequested);
    QPoint at = event->globalPos();
    std::optional<Element> element = elementAt(event->pos());
    if (event->reason() == QContextMenuEvent::Keyboard && m_focused.band >= 0) {
        element = m_focused;
        at = mapToGlobal(rectOf(m_focused).center());
    }
    if (element)
        Q_EMIT menuRequested(&menu, *element);
    menu.exec(at);
}

bool FunnelView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const auto element = elementAt(help->pos()))
        QToolTip::showText(help->globalPos(), nameOf(*element) + QLatin1Char('\n') + tipOf(*element), this,
                           rectOf(*element));
    else
        QToolTip::hideText();
    return true;
}
