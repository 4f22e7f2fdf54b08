#include "widgets/shell/header_bar.h"

#include "widgets/controls/name_tip.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace {
constexpr auto labelProperty = "label";
}

HeaderBar::HeaderBar(QWidget *parent)
    : QWidget(parent)
    , m_client(new TextLabel({}, Theme::Role::Ink, this, TextLabel::Fit::Shortened))
    , m_title(new TextLabel({}, Theme::Role::Muted, this, TextLabel::Fit::Shortened))
    , m_row(new QHBoxLayout(this))
{
    setTextStyle(m_client, TextStyle::Heading);
    m_row->setContentsMargins(em(this, 0.7), em(this, 0.35), em(this, 0.7), em(this, 0.35));
    m_row->addWidget(m_client);
    m_row->addWidget(m_title, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    showNameAsTip(m_client); // which may be shortened
    showNameAsTip(m_title);
}

void HeaderBar::setTitle(const QString &client, const QString &title)
{
    m_client->setText(client);
    m_title->setText(title);
}

void HeaderBar::addAction(QAction *action, const QString &label)
{
    auto *button = new QPushButton(this);
    button->setProperty(labelProperty, label);
    button->setText(m_compact ? QString() : label);
    const auto follow = [button, action] {
        button->setIcon(action->icon());
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
        button->setAccessibleName(action->text().remove(u'&'));
    };
    follow();
    button->setFocusPolicy(Qt::TabFocus);
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    m_row->addWidget(button);
    m_buttons.append(button);
}

void HeaderBar::setCompact(bool compact)
{
    m_compact = compact;
    for (QPushButton *button : std::as_const(m_buttons))
        button->setText(compact ? QString() : button->property(labelProperty).toString());
}

void HeaderBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Theme::Role::Card));
    painter.fillRect(0, height() - 1, width(), 1, theme.color(Theme::Role::Line));
}
