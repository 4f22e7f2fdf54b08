#include "widgets/controls/progress_ring.h"

#include "widgets/controls/name_tip.h"
#include "widgets/shell/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

ProgressRing::ProgressRing(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setProgress(0, 0);
    showNameAsTip(this);
}

void ProgressRing::setText(const QString &text)
{
    m_text = text;
    update();
}

void ProgressRing::setProgress(int done, int total)
{
    m_done = done;
    m_total = total;
    setAccessibleName(describe(done, total));
    update();
}

QSize ProgressRing::sizeHint() const
{
    return {em(this, 1.3), em(this, 1.3)};
}

QString ProgressRing::describe(int done, int total)
{
    const QLocale locale;
    return tr("%1 of %2 worksheets filled in").arg(locale.toString(done), locale.toString(total));
}

void ProgressRing::paint(QPainter *painter, const QRectF &rect, double done, const QString &text,
                         const QPalette &palette)
{
    const Theme &theme = Theme::of(palette);
    const double width = rect.height() * 0.13;
    const QRectF ring = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(theme.color(Theme::Role::Card));
    painter->setPen(QPen(theme.color(Theme::Role::Line), width));
    painter->drawEllipse(ring);
    constexpr int fullCircle = 360 * 16; // QPainter counts sixteenths of a degree
    if (done > 0) {
        painter->setPen(QPen(theme.color(Theme::Role::Good), width, Qt::SolidLine, Qt::FlatCap));
        painter->drawArc(ring, fullCircle / 4, -static_cast<int>(fullCircle * std::min(done, 1.0)));
    }
    QFont font = painter->font();
    font.setPixelSize(std::max(1, static_cast<int>(rect.height() * 0.52)));
    painter->setFont(font);
    painter->setPen(theme.color(Theme::Role::Ink));
    painter->drawText(rect, Qt::AlignCenter, text);
    painter->restore();
}

void ProgressRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), m_total > 0 ? static_cast<double>(m_done) / m_total : 0, m_text, palette());
}
