#include "widgets/shell/status_line.h"

#include "widgets/controls/text_label.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

using Role = Theme::Role;

namespace {
constexpr int newsMs = 8000;

TextLabel *piece(QWidget *parent)
{
    return new TextLabel({}, Role::Muted, parent, TextLabel::Fit::Shortened);
}
} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_state(piece(this))
    , m_news(piece(this))
    , m_file(piece(this))
    , m_language(piece(this))
    , m_zoom(piece(this))
{
    setSizeGripEnabled(false);
    addWidget(m_state);
    addWidget(m_news);
    m_news->hide();
    m_old.setSingleShot(true);
    m_old.setInterval(newsMs);
    connect(&m_old, &QTimer::timeout, m_news, &QWidget::hide);
    addWidget(m_file, 1);
    addPermanentWidget(m_language);
    addPermanentWidget(m_zoom);
    m_language->setText(tr("English", "the language of this translation, in itself"));
    m_language->setAccessibleDescription(tr("Language"));
    m_zoom->setAccessibleDescription(tr("Zoom"));
    setState(State::NoDocument);
    adaptMargins();
}

void StatusLine::adaptMargins()
{
    for (TextLabel *label : {m_state, m_news, m_file, m_language, m_zoom})
        label->setContentsMargins(em(this, 0.5), 0, em(this, 0.3), 0);
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        adaptMargins();
}

void StatusLine::setState(State state, const QString &entry)
{
    switch (state) {
    case State::NoDocument:
        m_state->setText({});
        break;
    case State::Saved:
        m_state->setText(tr("All changes saved"));
        break;
    case State::Typing:
        m_state->setText(tr("Typing…"));
        break;
    case State::Refused:
        //: %1 is the name of a field.
        m_state->setText(tr("“%1” is not saved").arg(entry));
        break;
    case State::NotSaved:
        m_state->setText(tr("The last change is not saved"));
        break;
    case State::Gone:
        m_state->setText(tr("Not in the file any more"));
        break;
    case State::ReadOnly:
        m_state->setText(tr("Read-only"));
        break;
    }
    m_state->setRole(state == State::NotSaved || state == State::Refused || state == State::Gone
                         ? Role::Warning
                         : Role::Muted);
}

void StatusLine::say(const QString &text)
{
    m_news->setText(text);
    m_news->show();
    m_old.start();
}

void StatusLine::forgetNews()
{
    m_old.stop();
    m_news->hide();
}

QString StatusLine::newsText() const
{
    return m_news->isHidden() ? QString() : m_news->text();
}

QString StatusLine::stateText() const
{
    return m_state->text();
}

void StatusLine::setFile(const QString &path)
{
    m_file->setText(QFileInfo(path).fileName());
    m_file->setToolTip(QDir::toNativeSeparators(path));
}

void StatusLine::setZoom(int percent)
{
    m_zoom->setText(tr("%1 %").arg(QLocale().toString(percent)));
}

void StatusLine::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Role::Card));
    painter.fillRect(0, 0, width(), 1, theme.color(Role::Line));
}
