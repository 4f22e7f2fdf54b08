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
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_heights.clear();
    QLabel::changeEvent(event);
}

QSize TextLabel::minimumSizeHint() const
{
    if (m_fit == Fit::Wrapped)
        return QLabel::minimumSizeHint();
    return {std::min(em(this, 2), sizeHint().width()), fontMetrics().height()};
}

int TextLabel::heightForWidth(int width) const
{
    // Where nothing needs breaking there is nothing to break.
    const QSize whole = sizeHint();
    if (m_fit == Fit::Wrapped && width >= whole.width()
        && whole.height() == QLabel::minimumSizeHint().height())
        return whole.height();
    if (m_measuredText != text() || m_measuredMargins != contentsMargins()) {
        m_heights.clear();
        m_measuredText = text();
        m_measuredMargins = contentsMargins();
    }
    const auto known = m_heights.constFind(width);
    if (known != m_heights.constEnd())
        return *known;
    const int height = QLabel::heightForWidth(width);
    m_heights.insert(width, height);
    return height;
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
