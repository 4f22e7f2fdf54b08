#include "widgets/shell/undoable_message.h"

#include "models/document/document.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/page_view.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

void showUndoable(const PageContext &page, const QString &text)
{
    const QString key = u"undoable"_s;
    Document &document = page.document;
    Notifier &notifier = page.notifier;
    notifier.show({.severity = Severity::Done,
                   .text = text,
                   .actions = {{QCoreApplication::translate("UndoableMessage", "Undo"),
                                [&document, &notifier] {
                                    if (const auto done = document.undo(); !done)
                                        notifier.report(done.error());
                                }}},
                   .key = key,
                   .ofPage = true});
    QObject::connect(
        &document, &Document::historyChanged, &notifier, [&notifier, key] { notifier.withdraw(key); },
        Qt::SingleShotConnection);
}
