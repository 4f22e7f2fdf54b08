#include "widgets/charts/funnel_view.h"

#include "widgets/shell/theme.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace {
constexpr double narrowest = 22; // heights of the font
}

FunnelView::FunnelView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::MinimumExpanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Funnel picture"));
}

void FunnelView::setFunnel(const FunnelBands &funnel, const FigureTable &table, const QString &title)
{
    m_table = table;
    m_title = title;
    if (m_funnel == funnel)
        return;
    m_funnel = funnel;
    m_current = std::min(m_current, static_cast<int>(funnel.bands.size()) - 1);
    m_picture.reset();
    describeCurrent();
    updateGeometry();
    update();
}

void FunnelView::setCurrent(int band)
{
    if (band == m_current || band < -1 || band >= m_funnel.bands.size())
        return;
    m_current = band;
    describeCurrent();
    update();
    Q_EMIT currentChanged(band);
}

// A screen reader reads the current stage as the picture's own description.
void FunnelView::describeCurrent()
{
    QString text;
    if (m_current >= 0) {
        const FunnelBand &band = m_funnel.bands.at(m_current);
        text = tr("%1, %2: %3").arg(band.name, band.ownerText, band.description);
    } else {
        text = tr("%n stage(s); the arrow keys go from one to the next.", nullptr,
                  static_cast<int>(m_funnel.bands.size()));
    }
    setAccessibleDescription(text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

const FunnelPicture &FunnelView::layOut() const
{
    if (!m_picture)
        m_picture = std::make_unique<FunnelPicture>(m_funnel, QRectF(contentsRect()), font(), this);
    return *m_picture;
}

QRect FunnelView::rectOf(int band) const
{
    return layOut().rowOf(band).toAlignedRect();
}

Picture FunnelView::picture() const
{
    const FunnelBands funnel = m_funnel;
    return {.title = m_title,
            .size = size(),
            .paint =
                [funnel, colors = palette()](QPainter &painter, const QRectF &rect) {
                    FunnelPicture::paint(painter, rect, funnel, colors);
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
    return static_cast<int>(FunnelPicture::heightFor(m_funnel, width, QFontMetricsF(font(), this))) + 1;
}

void FunnelView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    layOut().paint(painter, palette(), hasFocus() ? m_current : -1);
}

void FunnelView::resizeEvent(QResizeEvent *event)
{
    m_picture.reset();
    QWidget::resizeEvent(event);
}

void FunnelView::changeEvent(QEvent *event)
{
    m_picture.reset();
    updateGeometry();
    QWidget::changeEvent(event);
}

void FunnelView::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_funnel.bands.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Down:
        setCurrent(std::min(m_current + 1, last));
        break;
    case Qt::Key_Up:
        setCurrent(std::max(m_current - 1, std::min(0, last)));
        break;
    case Qt::Key_Home:
        setCurrent(std::min(0, last));
        break;
    case Qt::Key_End:
        setCurrent(last);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_current >= 0)
        QToolTip::showText(mapToGlobal(rectOf(m_current).center()), m_funnel.bands.at(m_current).description,
                           this);
}

void FunnelView::mousePressEvent(QMouseEvent *event)
{
    setCurrent(layOut().bandAt(event->position()));
    QWidget::mousePressEvent(event);
}

void FunnelView::focusInEvent(QFocusEvent *event)
{
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason && !m_funnel.bands.isEmpty())
        setCurrent(0);
    QWidget::focusInEvent(event);
}

void FunnelView::contextMenuEvent(QContextMenuEvent *event)
{
    PictureMenu menu(picture(), this);
    connect(&menu, &PictureMenu::failed, this, &FunnelView::failed);
    menu.exec(event->globalPos());
}

bool FunnelView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int band = layOut().bandAt(help->pos());
    if (band < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(),
                           m_funnel.bands.at(band).name + QLatin1Char('\n')
                               + m_funnel.bands.at(band).description,
                           this, rectOf(band));
    return true;
}
