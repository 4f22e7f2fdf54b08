#include "widgets/controls/text_label.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QtMath>

#include <algorithm>
#include <cmath>

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
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        m_shaped.reset();
    QLabel::changeEvent(event);
}

bool TextLabel::isSelectable() const
{
    return textInteractionFlags().testFlag(Qt::TextSelectableByMouse);
}

ShapedText &TextLabel::shaped() const
{
    if (!m_shaped || m_shapedText != text()) {
        m_shapedText = text();
        m_shaped.emplace(m_shapedText, font(), layoutDirection());
        m_heights.clear();
        m_blockSize.reset();
    }
    return *m_shaped;
}

QSize TextLabel::withMargins(const QSize &text) const
{
    const int margins = 2 * margin();
    return text.grownBy(contentsMargins()) + QSize(margins, margins);
}

int TextLabel::textWidth(int width) const
{
    return width - withMargins({0, 0}).width();
}

// A long text makes a block of lines: a few long lines are hard to read.
QSize TextLabel::blockSize() const
{
    ShapedText &text = shaped();
    if (m_blockSize)
        return *m_blockSize;
    constexpr int lettersOfLine = 80;
    const double width = std::min(fontMetrics().averageCharWidth() * lettersOfLine, maximumWidth());
    ShapedText::Block block = text.blockAt(width);
    if (block.lines < 4 && block.width > width / 2)
        block = text.blockAt(width / 2);
    if (block.lines < 2 && block.width > width / 4)
        block = text.blockAt(width / 4);
    m_blockSize = QSize(qCeil(block.width), qCeil(block.lines * text.lineHeight()));
    return *m_blockSize;
}

QSize TextLabel::sizeHint() const
{
    if (m_fit == Fit::Wrapped)
        return withMargins(blockSize());
    return withMargins({qCeil(shaped().naturalWidth()), fontMetrics().height()});
}

QSize TextLabel::minimumSizeHint() const
{
    if (m_fit == Fit::Shortened)
        return {std::min(em(this, 2), sizeHint().width()), fontMetrics().height()};
    const QSize least = withMargins({qCeil(shaped().wordWidth()), fontMetrics().height()});
    return {std::min(em(this, 8), least.width()), least.height()};
}

int TextLabel::heightForWidth(int width) const
{
    const int room = textWidth(width);
    if (m_fit == Fit::Shortened)
        return QLabel::heightForWidth(width);
    ShapedText &text = shaped();
    const auto known = m_heights.constFind(room);
    if (known != m_heights.constEnd())
        return withMargins({0, *known}).height();
    const int height = qCeil(text.blockAt(room).lines * text.lineHeight());
    m_heights.insert(room, height);
    return withMargins({0, height}).height();
}

void TextLabel::paintEvent(QPaintEvent *event)
{
    const QRect room = contentsRect().marginsRemoved({margin(), margin(), margin(), margin()});
    if (isSelectable() && shaped().wordWidth() <= room.width())
        return QLabel::paintEvent(event);
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    if (m_fit == Fit::Shortened && shaped().naturalWidth() > room.width()) {
        const Qt::Alignment place = QStyle::visualAlignment(layoutDirection(), alignment());
        painter.drawText(room, static_cast<int>(place),
                         fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
        return;
    }
    ShapedText &text = shaped();
    text.breakLines(room.width(), alignment());
    const double left = room.height() - text.height();
    const double above = alignment() & Qt::AlignBottom ? left : alignment() & Qt::AlignVCenter ? left / 2 : 0;
    text.paint(painter, room.topLeft() + QPointF(0, std::floor(above)), 0, text.lineCount());
}
