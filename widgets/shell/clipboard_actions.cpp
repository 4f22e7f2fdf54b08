#include "widgets/shell/clipboard_actions.h"

#include "widgets/shell/icons.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace {

// What this part, or one around it, does itself with these keys.
QAction *actionFor(QWidget *focus, QKeySequence::StandardKey key)
{
    for (QWidget *widget = focus; widget; widget = widget->isWindow() ? nullptr : widget->parentWidget()) {
        const QList<QAction *> actions = widget->actions();
        for (QAction *action : actions)
            if (action->shortcuts().contains(QKeySequence(key))
                && (widget == focus || action->shortcutContext() == Qt::WidgetWithChildrenShortcut))
                return action;
    }
    return nullptr;
}

void perform(QWidget *focus, QKeySequence::StandardKey key)
{
    if (QAction *action = actionFor(focus, key))
        return action->trigger();
    if (!focus)
        return;
    const QKeyCombination keys = QKeySequence(key)[0];
    QKeyEvent press(QEvent::KeyPress, keys.key(), keys.keyboardModifiers());
    QApplication::sendEvent(focus, &press);
}

struct Possible
{
    bool copy = false, write = false, selectAll = false;
};

template <typename Edit> Possible inText(const Edit &edit)
{
    return {.copy = edit.textCursor().hasSelection(),
            .write = !edit.isReadOnly(),
            .selectAll = !edit.document()->isEmpty()};
}

Possible possibleIn(QWidget *focus)
{
    if (const auto *line = qobject_cast<QLineEdit *>(focus))
        return {.copy = line->hasSelectedText() && line->echoMode() == QLineEdit::Normal,
                .write = !line->isReadOnly(),
                .selectAll = !line->text().isEmpty()};
    if (const auto *text = qobject_cast<QTextEdit *>(focus))
        return inText(*text);
    if (const auto *text = qobject_cast<QPlainTextEdit *>(focus))
        return inText(*text);
    if (const auto *label = qobject_cast<QLabel *>(focus))
        return {.copy = label->hasSelectedText(), .selectAll = true};
    if (const auto *view = qobject_cast<QAbstractItemView *>(focus))
        return {.copy = view->currentIndex().isValid(),
                .write = view->editTriggers() != QAbstractItemView::NoEditTriggers,
                .selectAll = view->selectionMode() != QAbstractItemView::NoSelection
                    && view->selectionMode() != QAbstractItemView::SingleSelection};
    return {};
}

} // namespace

ClipboardActions::ClipboardActions(QObject *parent)
    : QObject(parent)
    , m_cut(make(tr("Cu&t"), {}, QKeySequence::Cut))
    , m_copy(make(tr("&Copy"), u"copy"_s, QKeySequence::Copy))
    , m_paste(make(tr("&Paste"), u"paste"_s, QKeySequence::Paste))
    , m_selectAll(make(tr("Select &all"), {}, QKeySequence::SelectAll))
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && !qobject_cast<QMenuBar *>(now))
            m_focus = now;
    });
}

QAction *ClipboardActions::make(const QString &text, const QString &icon, QKeySequence::StandardKey key)
{
    auto *action = new QAction(icon.isEmpty() ? QIcon() : themedIcon(icon), text, this);
    action->setIconVisibleInMenu(false);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut); // shown here, and heard by the part with the focus
    connect(action, &QAction::triggered, this, [this, key] { perform(m_focus, key); });
    return action;
}

void ClipboardActions::addTo(QMenu *menu)
{
    menu->addActions({m_cut, m_copy, m_paste, m_selectAll});
    connect(menu, &QMenu::aboutToShow, this, &ClipboardActions::adapt);
}

// The menu tells what is possible as it opens.
void ClipboardActions::adapt()
{
    const Possible possible = possibleIn(m_focus);
    const auto enable = [this](QAction *action, QKeySequence::StandardKey key, bool otherwise) {
        const QAction *own = actionFor(m_focus, key);
        action->setEnabled(own ? own->isEnabled() : otherwise);
    };
    const bool isText = !qobject_cast<QAbstractItemView *>(m_focus);
    enable(m_cut, QKeySequence::Cut, isText && possible.copy && possible.write);
    enable(m_copy, QKeySequence::Copy, possible.copy);
    enable(m_paste, QKeySequence::Paste, possible.write && !QApplication::clipboard()->text().isEmpty());
    enable(m_selectAll, QKeySequence::SelectAll, possible.selectAll);
}
