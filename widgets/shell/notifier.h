#pragma once

#include "models/document/result.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/shell/questions.h"

#include <QSet>
#include <QWidget>

#include <functional>
#include <memory>

// Something the user should know, with what can be done about it.
struct Message
{
    Severity severity = Severity::Info;
    QString text;
    struct Action
    {
        QString label;
        std::function<void()> run;
    };
    QList<Action> actions = {};
    // A later message with the same key takes the place of the earlier; so does withdraw().
    QString key = {};
    bool stays = false; // without a close button: as long as it is true
    bool ofPage = false; // speaks of what the page shows, and goes with it
};

// The one way to tell the user: messages as bars in a column at the top of the window, and the questions that
// cannot wait. Lies in the window's layout; takes no room while there is nothing to say.
class Notifier : public QWidget
{
    Q_OBJECT

public:
    explicit Notifier(std::unique_ptr<Questions> questions, QWidget *parent = nullptr);

    void show(const Message &message);
    void withdraw(const QString &key);
    void withdrawAll();
    void leavePage(); // another one is shown
    // What went wrong in plain words; its detail goes to the log. Cancelling is not worth a word. With a key
    // it can be withdrawn once it is mended.
    void report(const Error &error, const QString &key = {});
    // What can be done about an error; asked with each report.
    using Remedies = std::function<QList<Message::Action>(const Error &)>;
    void setRemedies(Remedies remedies) { m_remedies = std::move(remedies); }

    QStringList texts() const; // of all messages now shown
    Questions &questions() const { return *m_questions; }

private:
    using QWidget::show;
    void remove(InlineBar *bar);

    std::unique_ptr<Questions> m_questions;
    Remedies m_remedies;
    QList<InlineBar *> m_bars;
    QSet<InlineBar *> m_ofPage; // of them
    static constexpr int mostBars = 3; // the oldest that may be closed make room
};
