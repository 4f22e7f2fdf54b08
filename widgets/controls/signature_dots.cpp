#include "widgets/controls/signature_dots.h"

#include "widgets/controls/name_tip.h"
#include "widgets/shell/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace {
void paintDot(QPainter *painter, const QRectF &box, bool square, SignatureState state, const QColor &color)
{
    QPainterPath shape;
    if (square)
        shape.addRoundedRect(box, box.width() * 0.12, box.width() * 0.12);
    else
        shape.addEllipse(box);
    if (state != SignatureState::Open) {
        painter->save();
        if (state == SignatureState::Outdated)
            painter->setClipRect(QRectF(box.left() - 1, box.center().y(), box.width() + 2, box.height()),
                                 Qt::IntersectClip);
        painter->fillPath(shape, color);
        painter->restore();
    }
    painter->setPen(QPen(color, box.width() * 0.2));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(shape);
}

QString sentence(const QString &team, SignatureState state)
{
    switch (state) {
    case SignatureState::Open:
        return SignatureDots::tr("%1 has not signed").arg(team);
    case SignatureState::Signed:
        return SignatureDots::tr("%1 has signed").arg(team);
    case SignatureState::Outdated:
        return SignatureDots::tr("%1 signed an earlier text").arg(team);
    }
    return {};
}
} // namespace

SignatureDots::SignatureDots(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setSignatures(SignatureState::Open, SignatureState::Open);
    showNameAsTip(this);
}

void SignatureDots::setSignatures(SignatureState marketing, SignatureState sales)
{
    m_marketing = marketing;
    m_sales = sales;
    setAccessibleName(describe(marketing, sales));
    update();
}

QSizeF SignatureDots::sizeOf(const QFontMetrics &metrics)
{
    const double dot = metrics.height() * 0.52;
    return {dot * 2.5, dot};
}

QSize SignatureDots::sizeHint() const
{
    return sizeOf(fontMetrics()).toSize() + QSize(2, 2);
}

QString SignatureDots::describe(SignatureState marketing, SignatureState sales)
{
    return tr("%1, %2").arg(sentence(tr("Marketing"), marketing), sentence(tr("Sales"), sales));
}

void SignatureDots::paint(QPainter *painter, const QRectF &rect, SignatureState marketing,
                          SignatureState sales, const QPalette &palette)
{
    const Theme &theme = Theme::of(palette);
    const QSizeF size = sizeOf(painter->fontMetrics());
    const QRectF area(rect.center() - QPointF(size.width() / 2, size.height() / 2), size);
    const double inset = size.height() * 0.12;
    const QRectF dot
        = QRectF(area.topLeft(), QSizeF(size.height(), size.height())).adjusted(inset, inset, -inset, -inset);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintDot(painter, dot, false, marketing, theme.fill(Team::Marketing));
    paintDot(painter, dot.translated(size.width() - size.height(), 0), true, sales, theme.fill(Team::Sales));
    painter->restore();
}

void SignatureDots::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), m_marketing, m_sales, palette());
}
