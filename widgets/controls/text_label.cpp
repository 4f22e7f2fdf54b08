#include "widgets/controls/text_label.h"

#include "widgets/controls/broken_text.h"

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
        forgetMeasures();
    QLabel::changeEvent(event);
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize least = QLabel::minimumSizeHint();
    if (m_fit == Fit::Wrapped)
        return {std::min(em(this, 8), least.width()), least.height()};
    return {std::min(em(this, 2), sizeHint().width()), fontMetrics().height()};
}

int TextLabel::heightForWidth(int width) const
{
    // Where nothing needs breaking there is nothing to break.
    const QSize whole = sizeHint();
    if (m_fit == Fit::Wrapped && width >= whole.width()
        && whole.height() == QLabel::minimumSizeHint().height())
        return whole.height();
    if (m_measuredText != text() || m_measuredMargins != contentsMargins())
        forgetMeasures();
    const auto known = m_heights.constFind(width);
    if (known != m_heights.constEnd())
        return *known;
    const int height = measuredHeight(width);
    m_heights.insert(width, height);
    return height;
}

int TextLabel::measuredHeight(int width) const
{
    const int room = textWidth(width);
    if (m_fit == Fit::Shortened || !hasWordWiderThan(room))
        return QLabel::heightForWidth(width);
    const auto lines = static_cast<int>(brokenText(text(), font(), room).size());
    return lines * fontMetrics().lineSpacing() + contentsMargins().top() + contentsMargins().bottom();
}

// QLabel wraps between words only and would cut a longer one.
bool TextLabel::hasWordWiderThan(int width) const
{
    if (m_measuredText != text())
        forgetMeasures();
    if (!m_widestWord)
        m_widestWord = widestWord(text(), fontMetrics());
    return *m_widestWord > width;
}

void TextLabel::forgetMeasures() const
{
    m_heights.clear();
    m_widestWord.reset();
    m_measuredText = text();
    m_measuredMargins = contentsMargins();
}

int TextLabel::textWidth(int width) const
{
    const QMargins margins = contentsMargins();
    return width - margins.left() - margins.right() - 2 * margin();
}

void TextLabel::paintEvent(QPaintEvent *event)
{
    const bool broken = m_fit == Fit::Wrapped && hasWordWiderThan(textWidth(width()));
    if (m_fit == Fit::Wrapped && !broken)
        return QLabel::paintEvent(event);
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const Qt::Alignment place = QStyle::visualAlignment(layoutDirection(), alignment());
    if (broken) {
        const QStringList lines = brokenText(text(), font(), textWidth(width()));
        painter.drawText(contentsRect(), static_cast<int>(place), lines.join(QLatin1Char('\n')));
        return;
    }
    painter.drawText(contentsRect(), static_cast<int>(place),
                     fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
}
