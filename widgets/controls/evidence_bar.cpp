#include "widgets/controls/evidence_bar.h"

#include "widgets/controls/name_tip.h"
#include "widgets/shell/theme.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>

EvidenceBar::EvidenceBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCounts(0, 0);
    showNameAsTip(this);
}

void EvidenceBar::setCounts(int known, int guesses, int unsourced)
{
    m_known = known;
    m_guesses = guesses;
    m_unsourced = unsourced;
    const QLocale locale;
    setAccessibleName(tr("Evidence: %1 known, %2 guessed, %3 without a source")
                          .arg(locale.toString(known), locale.toString(guesses), locale.toString(unsourced)));
    updateGeometry();
    update();
}

QString EvidenceBar::caption() const
{
    if (total() == 0)
        return tr("no facts yet");
    const int percent = (200 * m_guesses + total()) / (2 * total()); // half rounds up
    return tr("%1 % guesses").arg(QLocale().toString(percent));
}

QSize EvidenceBar::sizeHint() const
{
    return {std::max(em(this, 6), fontMetrics().horizontalAdvance(caption())), em(this, 1.6)};
}

void EvidenceBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    const QRectF bar(0, 0, width(), em(this, 0.45));
    painter.fillRect(bar, theme.color(Theme::Role::Line));
    if (total() > 0) {
        const double known = bar.width() * m_known / total();
        const double guessed = bar.width() * m_guesses / total();
        const bool rtl = layoutDirection() == Qt::RightToLeft;
        const auto part = [&](double from, double length) {
            return QRectF(rtl ? bar.right() - from - length : from, bar.top(), length, bar.height());
        };
        painter.fillRect(part(0, known), theme.color(Theme::Role::Good));
        painter.fillRect(part(known, guessed), QBrush(theme.color(Theme::Role::Warning), Qt::Dense4Pattern));
    }
    painter.setPen(theme.color(Theme::Role::Muted));
    painter.drawText(QRect(0, em(this, 0.5), width(), height() - em(this, 0.5)),
                     QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter,
                     caption());
}
