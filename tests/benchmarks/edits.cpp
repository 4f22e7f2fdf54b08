// Changes every field of every worksheet of a workbook through SheetModel, adds, moves and deletes rows,
// undoes and redoes. Prints the time of each, "edit" and µs, from the call until it is durable and the model
// shows it; and every now and then, "bare" and µs, what a one-row UPDATE of a plain SQLite file takes beside
// it: the disk's part.

#include "models/document/document.h"
#include "models/worksheet/sheet_model.h"
#include "models/worksheet/value.h"

#include <QCoreApplication>
#include <QDate>
#include <QElapsedTimer>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 4;

class Edits
{
public:
    explicit Edits(Document &document)
        : m_document(document)
        , m_bare(document.path() + u"-bare"_s, Database::Access::ReadWrite, true)
    {
        m_bare.execute(u"PRAGMA journal_mode = DELETE"_s);
        m_bare.execute(u"PRAGMA synchronous = EXTRA"_s);
        m_bare.execute(u"CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)"_s);
        m_bare.execute(u"INSERT INTO note VALUES (1, '')"_s);
    }

    bool run()
    {
        for (const Sheet *sheet : m_catalogue.sheets()) {
            SheetModel model(m_document, m_catalogue, *sheet);
            if (model.isReadOnly())
                continue; // the program's own record
            for (int round = 0; round < rounds; ++round)
                for (const Field &field : sheet->fields)
                    change(model, field, round);
            if (sheet->shape != SheetShape::Form)
                changeRows(model);
        }
        return m_ok;
    }

private:
    template <typename Work> void measure(const Work &work)
    {
        constexpr int editsPerBareCommit = 10;
        if (m_count++ % editsPerBareCommit == 0)
            time("bare", [this] {
                m_bare.execute(u"UPDATE note SET text = ?"_s, {u"edit %1"_s.arg(m_count)});
                return true;
            });
        time("edit", work);
    }

    template <typename Work> void time(const char *what, const Work &work)
    {
        QElapsedTimer timer;
        timer.start();
        const bool done = work();
        const qint64 taken = timer.nsecsElapsed();
        constexpr int nsPerUs = 1000;
        m_out << what << ' ' << taken / nsPerUs << '\n';
        m_ok = m_ok && done;
    }

    // Another value than the one before, of the field's kind.
    QVariant value(const SheetModel &model, const Field &field, int round) const
    {
        switch (field.kind) {
        case FieldKind::Choice:
            return field.choices.at(round % field.choices.size()).key;
        case FieldKind::Team:
            return teams().at(round % teams().size()).key;
        case FieldKind::Date:
            return QDate(2026, 11, 1).addDays(round);
        case FieldKind::Money:
            return QVariant::fromValue(Money{4'200'000 + round, u"EUR"_s});
        case FieldKind::Currency:
            return round % 2 == 0 ? u"EUR"_s : u"USD"_s;
        case FieldKind::YesNo:
            return round % 2 == 0;
        case FieldKind::Score:
            return qint64(1 + round);
        case FieldKind::Percent:
        case FieldKind::Count:
        case FieldKind::Duration:
            return qint64(4711 + round);
        case FieldKind::Link: {
            const auto choices = model.linkChoices(field);
            return choices.isEmpty() ? QVariant() : QVariant(choices.at(round % choices.size()).first);
        }
        case FieldKind::LongText:
            return u"A sentence that somebody has just typed, and then another one. %1 "_s.arg(round)
                .repeated(4);
        default:
            return u"A few words %1"_s.arg(round);
        }
    }

    void change(SheetModel &model, const Field &field, int round)
    {
        if (model.rowCount() == 0 || field.kind == FieldKind::Picture
            || model.sheet().uniqueKeys.contains(field.key))
            return;
        const int row = round % model.rowCount();
        const QModelIndex cell = model.index(row, model.columnOf(field.key));
        if (!cell.data(SheetModel::HeldRole).toString().isEmpty())
            return; // of a frozen review
        const QVariant wanted = value(model, field, round);
        measure([&] { return model.setValue(row, field.key, wanted); });
    }

    void changeRows(SheetModel &model)
    {
        if (model.sheet().uniqueKeys.isEmpty())
            measure([&] { return model.addRow(-1) != 0; });
        if (model.rowCount() > 2)
            measure([&] { return model.moveRow(0, model.rowCount()); });
        if (model.rowCount() > 0)
            measure([&] { return model.removeRowsById({model.idAt(model.rowCount() - 1)}); });
        measure([&] { return m_document.undo().ok(); });
        measure([&] { return m_document.redo().ok(); });
        measure([&] { return m_document.undo().ok(); });
    }

    Document &m_document;
    Database m_bare;
    Catalogue m_catalogue;
    QTextStream m_out{stdout};
    int m_count = 0;
    bool m_ok = true;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto document = Document::open(QCoreApplication::arguments().value(1), {});
    if (!document) {
        QTextStream(stderr) << document.error().message << '\n';
        return 1;
    }
    return Edits(**document).run() ? 0 : 1;
}
