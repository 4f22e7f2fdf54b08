#include "widgets/controls/text_label.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

TextLabel::TextLabel(const QString &text, Theme::Role role, QWidget *parent, Fit fit)
    : QLabel(text, parent)
    , m_role(role)
    , m_fit(fit)
{
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::WindowText); // also where the ground's role is another
    setWordWrap(fit == Fit::Wrapped);
    if (fit == Fit::Wrapped) {
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
    colour();
}

void TextLabel::setRole(Theme::Role role)
{
    m_role = role;
    colour();
}

void TextLabel::colour()
{
    const QColor color = Theme::of(this).color(m_role);
    if (palette().color(QPalette::Active, QPalette::WindowText) == color)
        return;
    // Only this one role is the label's own; the others go on following the window.
    QPalette own;
    own.setColor(QPalette::WindowText, color);
    setPalette(own);
}

void TextLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        colour();
    QLabel::changeEvent(event);
}

QSize TextLabel::minimumSizeHint() const
{
    if (m_fit == Fit::Wrapped)
        return QLabel::minimumSizeHint();
    return {std::min(em(this, 2), sizeHint().width()), fontMetrics().height()};
}

void TextLabel::paintEvent(QPaintEvent *event)
{
    if (m_fit == Fit::Wrapped)
        return QLabel::paintEvent(event);
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(contentsRect(),
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment())),
                     fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
}
