#include "widgets/controls/tinted_block.h"

#include "widgets/shell/theme.h"

#include <QPainter>

void TintedBlock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of(this).color(Theme::Role::Ground));
    const double radius = cornerRadius(fontMetrics());
    painter.drawRoundedRect(rect(), radius, radius);
}
