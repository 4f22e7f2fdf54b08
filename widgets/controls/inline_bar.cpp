#include "widgets/controls/inline_bar.h"

#include "widgets/shell/icons.h"
#include "widgets/shell/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {
QString iconName(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return u"info"_s;
    case Severity::Done:
        return u"done"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        return u"error"_s;
    }
    return {};
}

Theme::Role ink(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return Theme::Role::Accent;
    case Severity::Done:
        return Theme::Role::Good;
    case Severity::Warning:
    case Severity::Error:
        return Theme::Role::Warning;
    }
    return Theme::Role::Ink;
}

// Said first by a screen reader, since the icon is not read.
QString spoken(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return InlineBar::tr("Note");
    case Severity::Done:
        return InlineBar::tr("Done");
    case Severity::Warning:
        return InlineBar::tr("Warning");
    case Severity::Error:
        return InlineBar::tr("Error");
    }
    return {};
}
} // namespace

InlineBar::InlineBar(Severity severity, const QString &text, QWidget *parent)
    : QFrame(parent)
    , m_severity(severity)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_actions(new QHBoxLayout)
{
    auto *closeButton = new QToolButton(this);
    closeButton->setAutoRaise(true);
    closeButton->setIcon(themedIcon(u"close"_s, Theme::Role::Muted));
    closeButton->setAccessibleName(tr("Close message"));
    closeButton->setToolTip(tr("Close"));
    connect(closeButton, &QToolButton::clicked, this, &InlineBar::close);
    m_close = closeButton;

    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addLayout(m_actions);
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setText(text);
    refreshIcon();
}

QString InlineBar::text() const
{
    return m_text->text();
}

void InlineBar::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(tr("%1: %2").arg(spoken(m_severity), text));
}

void InlineBar::addAction(const QString &label, std::function<void()> run)
{
    auto *button = new QPushButton(label, this);
    m_actions->addWidget(button);
    setTabOrder(button, m_close);
    connect(button, &QPushButton::clicked, this, [this, run = std::move(run)] {
        // The action may show the next message, so this one goes first; it is deleted later, by its owner.
        close();
        run();
    });
}

void InlineBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

bool InlineBar::isClosable() const
{
    return !m_close->isHidden();
}

void InlineBar::close()
{
    hide();
    Q_EMIT closed();
}

void InlineBar::refreshIcon()
{
    const int side = em(this, 1.1);
    m_icon->setPixmap(
        themedIcon(iconName(m_severity), ink(m_severity)).pixmap(QSize(side, side), devicePixelRatio()));
}

void InlineBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        refreshIcon();
    QFrame::changeEvent(event);
}

void InlineBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isClosable())
        return close();
    QFrame::keyPressEvent(event);
}

void InlineBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool bad = m_severity == Severity::Warning || m_severity == Severity::Error;
    painter.setBrush(theme.color(bad ? Theme::Role::WarningTint : Theme::Role::Selection));
    painter.setPen(theme.color(bad ? Theme::Role::Warning : Theme::Role::Line));
    const double radius = cornerRadius(fontMetrics());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}
