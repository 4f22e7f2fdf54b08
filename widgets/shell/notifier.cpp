#include "widgets/shell/notifier.h"

#include "widgets/shell/theme.h"

#include <QLoggingCategory>
#include <QVBoxLayout>

#include <algorithm>

namespace {
Q_LOGGING_CATEGORY(log, "smarketing.notifier", QtInfoMsg)
}

Notifier::Notifier(std::unique_ptr<Questions> questions, QWidget *parent)
    : QWidget(parent)
    , m_questions(std::move(questions))
{
    auto *column = new QVBoxLayout(this);
    const int gap = em(this, 0.3);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    setAccessibleName(tr("Messages"));
    setVisible(false);
}

void Notifier::show(const Message &message)
{
    withdraw(message.key);
    auto *bar = new InlineBar(message.severity, message.text, this);
    bar->setObjectName(message.key);
    bar->setClosable(!message.stays);
    for (const Message::Action &action : message.actions)
        bar->addAction(action.label, action.run);
    connect(bar, &InlineBar::closed, this, [this, bar] { remove(bar); });
    layout()->addWidget(bar);
    m_bars.append(bar);
    if (message.ofPage)
        m_ofPage.insert(bar);
    if (m_bars.size() > mostBars) {
        const auto oldest
            = std::find_if(m_bars.begin(), m_bars.end(), [](InlineBar *b) { return b->isClosable(); });
        if (oldest != m_bars.end())
            remove(*oldest);
    }
    setVisible(true);
}

void Notifier::withdraw(const QString &key)
{
    if (key.isEmpty())
        return;
    const QList<InlineBar *> bars = m_bars;
    for (InlineBar *bar : bars)
        if (bar->objectName() == key)
            remove(bar);
}

void Notifier::withdrawAll()
{
    const QList<InlineBar *> bars = m_bars;
    for (InlineBar *bar : bars)
        remove(bar);
}

void Notifier::leavePage()
{
    const QSet<InlineBar *> bars = m_ofPage;
    for (InlineBar *bar : bars)
        remove(bar);
}

void Notifier::report(const Error &error, const QString &key)
{
    if (error.code == Error::Code::Cancelled)
        return;
    if (!error.detail.isEmpty())
        qCWarning(log, "%s", qUtf8Printable(error.detail));
    show({.severity = Severity::Error,
          .text = error.message,
          .actions = m_remedies ? m_remedies(error) : QList<Message::Action>(),
          .key = key.isEmpty() ? error.message : key});
}

QStringList Notifier::texts() const
{
    QStringList texts;
    for (const InlineBar *bar : m_bars)
        texts.append(bar->text());
    return texts;
}

void Notifier::remove(InlineBar *bar)
{
    m_ofPage.remove(bar);
    if (!m_bars.removeOne(bar))
        return;
    bar->hide();
    bar->deleteLater();
    setVisible(!m_bars.isEmpty());
}
