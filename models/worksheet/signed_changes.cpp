#include "models/worksheet/signed_changes.h"

#include "models/worksheet/sheet_model.h"
#include "models/worksheet/value.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(SignedChanges)
};

// A row of a signed text: plain values by the keys of their fields.
using Record = QHash<QString, QString>;
using Records = QList<Record>;

qsizetype fieldIn(const Sheet &sheet, const QString &line)
{
    const QString key = line.left(std::max<qsizetype>(0, line.indexOf(u": "_s)));
    const auto found = std::find_if(sheet.fields.begin(), sheet.fields.end(),
                                    [&key](const Field &field) { return field.key == key; });
    return found == sheet.fields.end() ? -1 : found - sheet.fields.begin();
}

// Fields stand in their order. A line that begins with none belongs to the text of the field before, and so
// does an empty one, unless a field follows: then the next row has begun.
Records recordsOf(const Sheet &sheet, const QString &text, bool oneRow)
{
    Records records;
    qsizetype last = -1;
    bool afterGap = false;
    for (const QString &line : text.split(u'\n')) {
        const qsizetype index = fieldIn(sheet, line);
        const bool begins = index >= 0 && (records.isEmpty() || (afterGap && !oneRow));
        if (begins)
            records.append(Record());
        if (begins || index > last) {
            last = index;
            records.last().insert(sheet.fields.at(index).key, line.mid(line.indexOf(u": "_s) + 2));
        } else if (last >= 0) {
            records.last()[sheet.fields.at(last).key] += u'\n' % line;
        }
        afterGap = line.isEmpty();
    }
    for (Record &record : records)
        for (QString &value : record)
            value = value.trimmed();
    return records;
}

qsizetype likeness(const Sheet &sheet, const Record &a, const Record &b)
{
    qsizetype equal = 0;
    for (const Field &field : sheet.fields)
        if (a.contains(field.key) && a.value(field.key) == b.value(field.key))
            equal += field.key == sheet.title().key ? sheet.fields.size() : 1;
    return equal;
}

// The rows of before and now that are one and the same, or have only one side. Rows carry no ids in the
// text: those with the same title belong together, or else those with the most in common.
QList<std::pair<Record, Record>> paired(const Sheet &sheet, Records before, Records now)
{
    for (qsizetype i = before.size() - 1; i >= 0; --i)
        if (now.removeOne(before.at(i)))
            before.removeAt(i);
    QList<std::pair<Record, Record>> pairs;
    for (const Record &record : std::as_const(now)) {
        const auto like = [&](const Record &a, const Record &b) {
            return likeness(sheet, a, record) < likeness(sheet, b, record);
        };
        const auto best = std::max_element(before.cbegin(), before.cend(), like);
        const bool known = best != before.cend()
            && (sheet.shape == SheetShape::Form || likeness(sheet, *best, record) > 0);
        pairs.append({known ? *best : Record(), record});
        if (known)
            before.erase(best);
    }
    for (const Record &record : std::as_const(before))
        pairs.append({record, Record()});
    return pairs;
}

class Reader
{
public:
    Reader(Document &document, const Catalogue &catalogue, const Sheet &sheet)
        : m_model(document, catalogue, sheet)
    {
    }

    QList<SignedChange> changes(const Record &before, const Record &now) const
    {
        QList<SignedChange> result;
        for (const Field &field : m_model.sheet().fields)
            if (before.value(field.key) != now.value(field.key))
                result.append({place(now.isEmpty() ? before : now), field.fullLabel(),
                               text(field, before.value(field.key)), text(field, now.value(field.key))});
        return result;
    }

private:
    QString place(const Record &record) const
    {
        const Sheet &sheet = m_model.sheet();
        const QString title = text(sheet.title(), record.value(sheet.title().key)).simplified();
        return sheet.shape == SheetShape::Form || title.isEmpty()
            ? sheet.label
            : Texts::tr("%1 · %2", "worksheet, row").arg(sheet.label, title);
    }

    QString text(const Field &field, const QString &plain) const
    {
        const Result<QVariant> value = Value::fromPlain(field, plain);
        if (!value || Value::isEmpty(*value))
            return plain;
        if (field.kind == FieldKind::Picture)
            return Texts::tr("a picture");
        if (field.kind != FieldKind::Link)
            return Value::toText(field, *value, m_model.locale());
        const auto rows = m_model.linkChoices(field);
        for (const auto &[id, title] : rows)
            if (id == value->toLongLong())
                return title;
        return Texts::tr("a row that was deleted");
    }

    SheetModel m_model;
};

// Of a tab's text, what belongs to each worksheet.
QHash<QString, QString> bySheet(const Catalogue &catalogue, const QString &text)
{
    QHash<QString, QStringList> lines;
    QString table;
    for (const QString &line : text.split(u'\n')) {
        if (line.startsWith(u"# "_s) && catalogue.sheet(line.mid(2)))
            table = line.mid(2);
        else
            lines[table].append(line);
    }
    QHash<QString, QString> texts;
    for (auto it = lines.cbegin(); it != lines.cend(); ++it)
        texts.insert(it.key(), it->join(u'\n'));
    return texts;
}

} // namespace

QList<SignedChange> signedChanges(Document &document, const Catalogue &catalogue,
                                  const SignedSubject &subject, const QString &before, const QString &now)
{
    const bool oneSheet = catalogue.sheet(subject.key);
    const auto parts = [&](const QString &text) {
        return oneSheet ? QHash<QString, QString>{{subject.key, text}} : bySheet(catalogue, text);
    };
    const auto partsBefore = parts(before);
    const auto partsNow = parts(now);
    QList<SignedChange> changes;
    for (const Sheet *sheet : catalogue.sheets()) {
        const QString then = partsBefore.value(sheet->table);
        const QString today = partsNow.value(sheet->table);
        if (then == today)
            continue;
        const bool oneRow = subject.row != 0 || sheet->shape == SheetShape::Form;
        const Reader reader(document, catalogue, *sheet);
        const auto pairs = paired(*sheet, recordsOf(*sheet, then, oneRow), recordsOf(*sheet, today, oneRow));
        for (const auto &[old, current] : pairs)
            changes += reader.changes(old, current);
    }
    return changes;
}
