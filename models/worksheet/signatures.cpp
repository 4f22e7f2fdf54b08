#include "models/worksheet/signatures.h"

#include "models/document/ids.h"
#include "models/worksheet/value.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Signatures)
};

} // namespace

SignedSubject SignedSubject::tab(const TabDescription &tab)
{
    return {u"tab:"_s + tab.key, 0};
}

SignedSubject SignedSubject::sheet(const Sheet &sheet, qint64 row)
{
    return {sheet.table, sheet.shape == SheetShape::Form ? 0 : row};
}

SignatureState Signature::state() const
{
    if (id == 0)
        return SignatureState::Open;
    return outdated ? SignatureState::Outdated : SignatureState::Signed;
}

Signatures::Signatures(Document &document, const Catalogue &catalogue)
    : m_document(document)
    , m_catalogue(catalogue)
{
}

QString Signatures::textOfRows(const Sheet &sheet, const QList<QVariantMap> &rows)
{
    QStringList blocks;
    for (const QVariantMap &columns : rows) {
        QStringList lines;
        for (const Field &field : sheet.fields) {
            const QVariant value = Value::fromColumns(field, columns);
            if (!Value::isEmpty(value))
                lines.append(field.key % u": "_s % Value::toPlain(field, value));
        }
        if (!lines.isEmpty())
            blocks.append(lines.join(u'\n'));
    }
    return blocks.join(u"\n\n"_s);
}

QString Signatures::rowsText(const Sheet &sheet, qint64 row) const
{
    if (row == 0)
        return textOfRows(sheet, m_document.rows(sheet.table));
    try { // that row alone: it is asked for of each of thousands
        return textOfRows(
            sheet,
            m_document.database().rows(u"SELECT * FROM \"%1\" WHERE id = ?"_s.arg(sheet.table), {row}));
    } catch (const DatabaseError &error) {
        Q_EMIT m_document.readFailed(error.error());
        return {};
    }
}

QString Signatures::textOf(const SignedSubject &subject) const
{
    if (const Sheet *sheet = m_catalogue.sheet(subject.key))
        return rowsText(*sheet, subject.row);
    for (const TabDescription &tab : m_catalogue.tabs())
        if (SignedSubject::tab(tab).key == subject.key)
            return joined(textsOf(tab));
    return {};
}

Signatures::SheetTexts Signatures::textsOf(const TabDescription &tab) const
{
    SheetTexts texts;
    for (const Page &page : tab.pages)
        for (const Sheet &sheet : page.sheets)
            if (const QString text = rowsText(sheet, 0); !text.isEmpty())
                texts.append({&sheet, text});
    return texts;
}

QString Signatures::joined(const SheetTexts &texts)
{
    QStringList parts;
    for (const auto &[sheet, text] : texts)
        parts.append(u"# "_s % sheet->table % u'\n' % text);
    return parts.join(u"\n\n"_s);
}

Signature Signatures::latest(const SignedSubject &subject, Team team) const
{
    QList<QVariantMap> rows;
    try {
        rows = m_document.database().rows(
            u"SELECT * FROM signature WHERE subject = ? AND subject_row = ? AND team = ? ORDER BY id DESC LIMIT 1"_s,
            {subject.key, subject.row, teamKey(team)});
    } catch (const DatabaseError &) {
        return {}; // it was logged; the other rows are read in vain too
    }
    if (rows.isEmpty())
        return {};
    const QVariantMap &row = rows.first();
    return {row.value(u"id"_s).toLongLong(), team, row.value(u"name"_s).toString(),
            QDate::fromString(row.value(u"signed_on"_s).toString(), Qt::ISODate),
            row.value(u"signed_text"_s).toString()};
}

Signature Signatures::of(const SignedSubject &subject, Team team) const
{
    Signature signature = latest(subject, team);
    signature.outdated = signature.id != 0 && signature.signedText != textOf(subject);
    return signature;
}

Signature Signatures::of(const SignedSubject &subject, Team team, const QString &text) const
{
    Signature signature = latest(subject, team);
    signature.outdated = signature.id != 0 && signature.signedText != text;
    return signature;
}

bool Signatures::signedByBoth(const SignedSubject &subject) const
{
    const QString text = textOf(subject);
    return of(subject, Team::Marketing, text).state() == SignatureState::Signed
        && of(subject, Team::Sales, text).state() == SignatureState::Signed;
}

QString Signatures::whyUnsignable(const SignedSubject &subject, const QString &text) const
{
    if (text.isEmpty())
        return Texts::tr("There is nothing to sign yet. Fill something in first.");
    const Sheet *sheet = m_catalogue.sheet(subject.key);
    const Field *needed = sheet ? sheet->field(sheet->signedFor) : nullptr;
    if (!needed
        || !rowsText({.table = sheet->table, .label = {}, .fields = {*needed}}, subject.row).isEmpty())
        return {};
    return Texts::tr("There is nothing to sign yet. Write “%1” first.").arg(needed->label);
}

Result<void> Signatures::sign(const SignedSubject &subject, Team team, const QString &name, QDate on)
{
    const QString text = textOf(subject);
    if (const QString why = whyUnsignable(subject, text); !why.isEmpty())
        return Error{Error::Code::Refused, why};
    if (name.trimmed().isEmpty())
        return Error{Error::Code::Refused, Texts::tr("A signature needs a name.")};
    return m_document.edit(Texts::tr("Sign"), [&](const Database &database) {
        database.execute(u"DELETE FROM signature WHERE subject = ? AND subject_row = ? AND team = ?"_s,
                         {subject.key, subject.row, teamKey(team)});
        database.insert(u"signature"_s,
                        {{u"id"_s, newId()},
                         {u"subject"_s, subject.key},
                         {u"subject_row"_s, subject.row},
                         {u"team"_s, teamKey(team)},
                         {u"name"_s, name.trimmed()},
                         {u"signed_on"_s, on.toString(Qt::ISODate)},
                         {u"signed_text"_s, text}});
    });
}

Result<void> Signatures::withdraw(const Signature &signature)
{
    return m_document.edit(Texts::tr("Withdraw signature"),
                           [&](const Database &database) { database.remove(u"signature"_s, signature.id); });
}
