#pragma once

#include "models/document/document.h"
#include "models/worksheet/catalogue.h"

#include <QDate>

// Sign-off by both teams. A signature belongs to the text that was signed: the text is kept with it, and
// when it differs from today's text the signature is outdated and the difference can be shown.
// What is signed: a whole tab, a Form sheet, or one row of a sheet.
struct SignedSubject
{
    QString key; // table name of the sheet, or "tab:" and the tab's key
    qint64 row = 0; // 0 for a tab or a Form

    static SignedSubject tab(const TabDescription &tab);
    static SignedSubject sheet(const Sheet &sheet, qint64 row = 0);
};

enum class SignatureState {
    Open, // not signed yet
    Signed,
    Outdated, // the text has changed since
};

struct Signature
{
    qint64 id = 0; // 0: this team has not signed
    Team team = Team::None;
    QString name;
    QDate signedOn;
    QString signedText;
    bool outdated = false;

    SignatureState state() const;
};

class Signatures
{
public:
    // Both must outlive it.
    Signatures(Document &document, const Catalogue &catalogue);

    // The subject's content as text, in plain form and so the same in every language's locale:
    // one "key: value" line per filled-in field.
    QString textOf(const SignedSubject &subject) const;
    // The tab's worksheets that are filled in, each with its text; and the tab's text made of them.
    using SheetTexts = QList<std::pair<const Sheet *, QString>>;
    SheetTexts textsOf(const TabDescription &tab) const;
    static QString textOfRows(const Sheet &sheet, const QList<QVariantMap> &rows);
    static QString joined(const SheetTexts &texts);
    // Marketing's and sales' latest signature.
    Signature of(const SignedSubject &subject, Team team) const;
    // The same where the subject's text is known: it takes long to put together.
    Signature of(const SignedSubject &subject, Team team, const QString &text) const;
    // Why the subject, which reads `text`, cannot be signed, in sentences; empty: it can.
    QString whyUnsignable(const SignedSubject &subject, const QString &text) const;
    bool signedByBoth(const SignedSubject &subject) const; // and neither outdated

    Result<void> sign(const SignedSubject &subject, Team team, const QString &name,
                      QDate on = QDate::currentDate());
    Result<void> withdraw(const Signature &signature);

private:
    QString rowsText(const Sheet &sheet, qint64 row) const;
    Signature latest(const SignedSubject &subject, Team team) const;

    Document &m_document;
    const Catalogue &m_catalogue;
};
