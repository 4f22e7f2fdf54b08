#include "widgets/controls/sign_off.h"

#include "models/overview/progress.h"
#include "models/worksheet/date_text.h"
#include "widgets/controls/chip.h"
#include "widgets/controls/difference_popup.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/controls/tab_order.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/page_view.h"
#include "widgets/shell/settings.h"
#include "widgets/shell/unsaved_typing.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString nameOf(Team team)
{
    return team == Team::Marketing ? SignOff::tr("Marketing") : SignOff::tr("Sales");
}

// Not what takes a signature back: the key that has just signed would be enough for it.
void focusFirst(const QWidget &row)
{
    const auto inside = row.findChildren<QWidget *>();
    for (QWidget *control : inside)
        if (control->focusPolicy() & Qt::TabFocus && control->objectName() != u"withdraw")
            return control->setFocus(Qt::OtherFocusReason);
}

} // namespace

SignOff::SignOff(const PageContext &page, QWidget *parent)
    : QWidget(parent)
    , m_page(page)
    , m_signatures(page.document, page.catalogue)
    , m_heading(new TextLabel(QString(), Theme::Role::Ink, this))
    , m_after(m_heading)
    , m_rows(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    setTextStyle(m_heading, TextStyle::Strong);
    column->addWidget(m_heading);
    column->addLayout(m_rows);
    connect(&page.document, &Document::changed, this, [this](const QSet<QString> &tables) {
        if (concerns(tables))
            refresh();
    });
    setAccessibleName(tr("Sign-off"));
    hide();
}

bool SignOff::concerns(const QSet<QString> &tables) const
{
    const auto isSigned = [this](const QString &table) {
        const TabDescription *tab = m_page.catalogue.tabOf(table);
        return table == u"signature" || table == m_subject.key
            || (tab && SignedSubject::tab(*tab).key == m_subject.key);
    };
    return std::any_of(tables.begin(), tables.end(), isSigned);
}

void SignOff::setSubject(const SignedSubject &subject, const QString &name)
{
    m_heading->setText(tr("Sign-off: %1", "of a text").arg(name));
    m_heading->setVisible(!name.isEmpty());
    if (subject.key == m_subject.key && subject.row == m_subject.row)
        return;
    m_subject = subject;
    m_entering = Team::None;
    refresh();
}

void SignOff::refresh()
{
    // Whoever signs or withdraws by keyboard stays here; the old row's end would lead far away.
    int focused = -1;
    for (int i = 0; i < m_rows->count(); ++i)
        if (m_rows->itemAt(i)->widget()->isAncestorOf(QApplication::focusWidget()))
            focused = i;
    if (focused >= 0)
        setFocus(Qt::OtherFocusReason);
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        // Later: a button of the row may be what asked for this.
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    setVisible(!m_subject.key.isEmpty());
    if (m_subject.key.isEmpty())
        return;
    const QString text = m_signatures.textOf(m_subject);
    const QString why = whyUnsignable(m_page.document, m_page.catalogue, m_subject, text);
    m_signable = why.isEmpty();
    for (const Team team : {Team::Marketing, Team::Sales}) {
        const Signature signature = m_signatures.of(m_subject, team, text);
        if (!m_signable && signature.id == 0)
            continue;
        QWidget *row = teamRow(signature, team);
        m_rows->addWidget(row);
        row->show(); // now, so that what stands in it can take the focus
    }
    if (!m_signable)
        m_rows->addWidget(new TextLabel(why, Theme::Role::Ink, this));
    putTabsAfter(m_after, this);
    if (focused >= 0 && focused < m_rows->count())
        focusFirst(*m_rows->itemAt(focused)->widget());
}

void SignOff::setTabsAfter(QWidget *part)
{
    m_after = part;
    putTabsAfter(m_after, this);
}

QWidget *SignOff::teamRow(const Signature &signature, Team team)
{
    auto *row = new QWidget(this);
    new FlowLayout(row);
    if (signature.id != 0)
        addSigned(row, signature);
    if (m_page.document.isReadOnly() || !m_signable)
        return row;
    if (m_entering == team)
        addNameEntry(row, team);
    else if (signature.id == 0 || signature.outdated)
        addUnsigned(row, team);
    return row;
}

void SignOff::addSigned(QWidget *row, const Signature &signature)
{
    auto *chip = new Chip(tr("%1 · %2").arg(nameOf(signature.team), signature.name), signature.team, row);
    row->layout()->addWidget(chip);
    auto *date = new TextLabel(shortDate(signature.signedOn, QLocale()), Theme::Role::Muted, row);
    date->setWordWrap(false);
    row->layout()->addWidget(date);
    if (signature.outdated) {
        chip->setLook(Chip::Look::Outlined);
        auto *words = new TextLabel(tr("The text has changed since."), Theme::Role::Warning, row);
        words->setWordWrap(false);
        row->layout()->addWidget(words);
        auto *difference = new QPushButton(tr("Show difference"), row);
        difference->setAccessibleName(tr("Show what has changed since %1 signed").arg(signature.name));
        connect(difference, &QPushButton::clicked, this,
                [this, signature, difference] { showDifference(signature, difference); });
        row->layout()->addWidget(difference);
    }
    if (m_page.document.isReadOnly())
        return;
    auto *withdrawing = new QPushButton(tr("Withdraw"), row);
    withdrawing->setObjectName(u"withdraw"_s);
    withdrawing->setFlat(true);
    withdrawing->setAccessibleName(tr("Withdraw the signature of %1").arg(signature.name));
    connect(withdrawing, &QPushButton::clicked, this, [this, signature] { withdraw(signature); });
    row->layout()->addWidget(withdrawing);
}

void SignOff::addUnsigned(QWidget *row, Team team)
{
    auto *signing
        = new QPushButton(themedIcon(u"sign"_s),
                          team == Team::Marketing ? tr("Sign for marketing") : tr("Sign for sales"), row);
    connect(signing, &QPushButton::clicked, this, [this, team] {
        m_entering = team;
        refresh();
        if (auto *name = findChild<QLineEdit *>(u"signer"_s)) {
            name->setFocus();
            name->selectAll();
        }
    });
    row->layout()->addWidget(signing);
}

void SignOff::addNameEntry(QWidget *row, Team team)
{
    const auto lines = findChildren<QLineEdit *>(u"signer"_s);
    for (QLineEdit *old : lines)
        old->setObjectName(QString()); // on its way out
    auto *name = new QLineEdit(m_page.settings.name(), row);
    name->setObjectName(u"signer"_s);
    name->setPlaceholderText(tr("Name"));
    name->setAccessibleName(tr("Name of who signs for %1").arg(nameOf(team)));
    name->setMinimumWidth(em(this, 9));
    auto *signing = new QPushButton(tr("Sign"), row);
    signing->setDefault(true);
    signing->setAccessibleName(tr("Sign for %1").arg(nameOf(team)));
    auto *cancel = new QPushButton(tr("Cancel"), row);
    cancel->setFlat(true);
    connect(name, &QLineEdit::returnPressed, this, [this, team, name] { sign(team, name->text()); });
    connect(signing, &QPushButton::clicked, this, [this, team, name] { sign(team, name->text()); });
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_entering = Team::None;
        refresh();
    });
    row->layout()->addWidget(name);
    row->layout()->addWidget(signing);
    row->layout()->addWidget(cancel);
}

void SignOff::sign(Team team, const QString &name)
{
    // What is signed is what stands on the screen.
    if (!m_page.typing.commit())
        return;
    const auto done = m_signatures.sign(m_subject, team, name);
    if (!done)
        return m_page.notifier.report(done.error());
    m_entering = Team::None;
    refresh();
}

void SignOff::withdraw(const Signature &signature)
{
    if (const auto done = m_signatures.withdraw(signature); !done)
        m_page.notifier.report(done.error());
}

void SignOff::showDifference(const Signature &signature, QWidget *beside)
{
    const auto changes = signedChanges(m_page.document, m_page.catalogue, m_subject, signature.signedText,
                                       m_signatures.textOf(m_subject));
    auto *popup = new DifferencePopup(changes, this);
    popup->showBeside(beside);
}
