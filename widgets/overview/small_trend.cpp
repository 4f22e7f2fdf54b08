#include "widgets/overview/small_trend.h"

#include "widgets/shell/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

SmallTrend::SmallTrend(const Headlines::Trend &trend, QWidget *parent)
    : QWidget(parent)
    , m_trend(trend)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    //: A figure such as "Won value", a first and a last period.
    setAccessibleName(tr("%1, %2 to %3")
                          .arg(trend.name, trend.points.first().period.label(locale()),
                               trend.points.last().period.label(locale())));
    QStringList all;
    for (const auto &point : trend.points)
        all.append(textOf(point));
    setAccessibleDescription(all.join(u"; "_s));
}

QString SmallTrend::textOf(const Headlines::Trend::Point &point) const
{
    return tr("%1: %2", "a period, a figure").arg(point.period.label(locale()), point.text);
}

QSize SmallTrend::sizeHint() const
{
    return {em(this, 12), em(this, 2.4)};
}

double SmallTrend::slot() const
{
    return static_cast<double>(width()) / static_cast<double>(m_trend.points.size());
}

int SmallTrend::pointAt(int x) const
{
    if (x < 0 || x >= width())
        return -1;
    const int index = static_cast<int>(x / slot());
    return layoutDirection() == Qt::RightToLeft ? static_cast<int>(m_trend.points.size()) - 1 - index : index;
}

bool SmallTrend::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = pointAt(help->x());
    QToolTip::showText(help->globalPos(), index < 0 ? QString() : textOf(m_trend.points.at(index)), this);
    return true;
}

void SmallTrend::paintEvent(QPaintEvent *)
{
    qint64 largest = 1;
    for (const auto &point : m_trend.points)
        largest = std::max(largest, point.size.value_or(0));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(this);
    const double ground = height() - 1.0;
    painter.fillRect(QRectF(0, ground, width(), 1), theme.color(Theme::Role::Outline));
    constexpr double barShare = 0.66; // of its slot
    for (int i = 0; i < m_trend.points.size(); ++i) {
        const double share = static_cast<double>(std::max<qint64>(0, m_trend.points.at(i).size.value_or(0)))
            / static_cast<double>(largest);
        const int place
            = layoutDirection() == Qt::RightToLeft ? static_cast<int>(m_trend.points.size()) - 1 - i : i;
        const QRectF bar(slot() * (place + (1 - barShare) / 2), ground - ground * share, slot() * barShare,
                         ground * share);
        painter.fillRect(bar, theme.fill(m_trend.team));
    }
}
