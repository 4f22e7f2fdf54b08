#include "widgets/controls/gap_line.h"

#include "widgets/controls/name_tip.h"
#include "widgets/shell/theme.h"

#include <QLocale>
#include <QPainter>

#include <cmath>

GapLine::GapLine(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    describe();
    showNameAsTip(this);
}

void GapLine::setRange(double lowest, double highest)
{
    m_scores.lowest = lowest;
    m_scores.highest = highest;
    update();
}

void GapLine::setScores(std::optional<double> marketing, std::optional<double> sales)
{
    m_scores.marketing = marketing;
    m_scores.sales = sales;
    describe();
    update();
}

void GapLine::describe()
{
    const auto shown = [](std::optional<double> score) {
        return score ? QLocale().toString(*score, 'g', 3) : tr("not answered");
    };
    setAccessibleName(tr("Marketing: %1, Sales: %2").arg(shown(m_scores.marketing), shown(m_scores.sales)));
}

QSize GapLine::sizeHint() const
{
    return {em(this, 6), em(this, 1)};
}

void GapLine::paint(QPainter *painter, const QRectF &rect, const Scores &scores,
                    Qt::LayoutDirection direction, const QPalette &palette)
{
    const Theme &theme = Theme::of(palette);
    const double mark = painter->fontMetrics().height() * 0.6;
    const double y = rect.center().y();
    const double left = rect.left() + mark / 2;
    const double length = rect.width() - mark;
    const auto at = [&](double score) {
        double part = (score - scores.lowest) / (scores.highest - scores.lowest);
        if (direction == Qt::RightToLeft)
            part = 1 - part;
        return QPointF(left + length * part, y);
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.color(Theme::Role::Line), 2));
    painter->drawLine(QPointF(left, y), QPointF(left + length, y));
    if (scores.marketing && scores.sales && *scores.marketing != *scores.sales) {
        const bool wide = std::abs(*scores.marketing - *scores.sales) >= 2;
        painter->setPen(QPen(theme.color(Theme::Role::Warning), mark * (wide ? 0.32 : 0.16)));
        painter->drawLine(at(*scores.marketing), at(*scores.sales));
    }
    // A card-coloured rim keeps two marks on one spot apart; the circle is the larger, so both show.
    painter->setPen(QPen(theme.color(Theme::Role::Card), mark * 0.1));
    if (scores.marketing) {
        painter->setBrush(theme.fill(Team::Marketing));
        painter->drawEllipse(at(*scores.marketing), mark * 0.6, mark * 0.6);
    }
    if (scores.sales) {
        const bool same = scores.marketing == scores.sales;
        const double side = mark * (same ? 0.5 : 0.95);
        painter->setBrush(theme.fill(Team::Sales));
        painter->drawRect(QRectF(at(*scores.sales) - QPointF(side / 2, side / 2), QSizeF(side, side)));
    }
    painter->restore();
}

void GapLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), m_scores, layoutDirection(), palette());
}
