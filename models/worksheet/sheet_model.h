#pragma once

#include "models/document/document.h"
#include "models/worksheet/catalogue.h"
#include "models/worksheet/value.h"

#include <QAbstractTableModel>
#include <QLocale>

bool isFigure(FieldKind kind); // stands at the trailing edge, and is never broken

// The rows of one worksheet as a table model: one row per row of the file, one column per field.
// It reads from the document, writes through Document::edit, and follows Document::changed, matching
// rows by id so that selection and scroll position stay. A Form sheet has at most one row, which
// comes into being with its first value.
//
// DisplayRole is text in the locale, EditRole the typed value (see Value; of a period PeriodCell). setData
// takes a typed value or, for any field, text as a person types it; what cannot be read is refused through
// refused().
class SheetModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, // qint64, the row's id in the file
        SourceRole, // key of factSources() for a sourced field
        MissingRole, // bool: required and empty
        QuestionRole, // QString: what is to be asked about the value, see Value::question(); or that it is
                      // late
        OverdueRole, // bool: the row waits beyond this date
        CoveredRole, // bool: answered, and not to be seen yet; DisplayRole does not tell the answer
        HeldRole, // QString: why it cannot be changed, see Sheet::hold; empty: it can
    };

    // `document` and `catalogue` must outlive the model; `sheet` is one of the catalogue's.
    SheetModel(Document &document, const Catalogue &catalogue, const Sheet &sheet, QObject *parent = nullptr);

    const Sheet &sheet() const { return m_sheet; }
    Document &document() const { return m_document; }
    const QLocale &locale() const { return m_locale; }
    // Nothing can be added, changed or deleted here.
    bool isReadOnly() const { return m_document.isReadOnly() || m_sheet.keptByProgram; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    bool insertRows(int row, int count, const QModelIndex &parent = {}) override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

    qint64 idAt(int row) const;
    int rowOf(qint64 id) const; // -1 if it is not there
    int columnOf(const QString &key) const;
    const Field &fieldAt(int column) const { return m_sheet.fields.at(column); }
    QVariant value(int row, const QString &key) const;
    // The fields without which the row does not count, see Sheet::lacking().
    QList<const Field *> lacking(int row) const { return m_sheet.lacking(m_rows.at(row).columns); }
    // Title of a row as people know it; never empty.
    QString titleOf(int row) const;
    // Rows that a Link field can point to: id and title.
    QList<std::pair<qint64, QString>> linkChoices(const Field &field) const;

    // The typed value for an entry in this row (-1: in none yet): itself, or what a text says; an error where
    // it cannot be read.
    Result<QVariant> typed(const Field &field, const QVariant &value, int row) const;
    // A typed value as the columns of the file.
    QVariantMap toColumns(const Field &field, const QVariant &value) const;

    // The ways to change rows; each is one undo step. They return false after refused().
    // `mergeKey` joins keystrokes in one field to one step.
    bool setValue(int row, const QString &key, const QVariant &value, const QString &mergeKey = {});
    // The same once more, without a word where it fails again.
    bool setValueQuietly(int row, const QString &key, const QVariant &value, const QString &mergeKey);
    bool setSource(int row, const QString &key, const QString &source);
    // Adds a row after `row` (-1: at the end) and returns its id, 0 if it was refused.
    qint64 addRow(int row, const QVariantMap &typedValues = {});
    bool removeRowsById(const QList<qint64> &ids);
    // Moves a row so that it stands before row `before` (rowCount(): at the end).
    bool moveRow(int row, int before);
    // Sets a block of texts as pasted from a spreadsheet into these rows and columns; lines beyond `rows`
    // are added at the end. All of it is taken, or nothing with refused() naming the cell.
    bool paste(const QList<int> &rows, const QList<int> &columns, const QList<QStringList> &cells);
    bool clear(const QModelIndexList &cells);
    // Fills the empty fields of a row (Form: row 0) with the descriptions' own examples.
    bool fillWithExample(qint64 id);

Q_SIGNALS:
    // Why an entry was not taken: at this cell (-1: concerns no single cell).
    void refused(const QString &message, int row, int column);
    // What else an edit changed that the user should know of, with a stage for instance its numbers.
    void alsoChanged(const QString &message);

private:
    struct Row
    {
        qint64 id = 0;
        QVariantMap columns;
    };

    QVariant valueAt(const Row &row, const Field &field) const;
    QString textAt(const Row &row, int column) const;
    QString questionAt(const Row &row, int column) const;
    static bool isOverdue(const Field &field, const Row &row);
    void onChanged(const QSet<QString> &tables);
    void mergeRows(const QList<Row> &rows);
    QList<Row> readRows() const;
    void readLinkTitles();
    void readHeld();
    QString whyHeld(int row, int column) const;
    bool refuseHeld(int row, int column);
    QList<Value::Decimals> readDecimals() const;
    void refreshDecimals();
    bool edit(const QString &label, const Document::Work &work, const QString &mergeKey = {});
    Document::Work withoutRepeating(const Document::Work &work) const;
    QString namedIn(const QList<qint64> &ids, bool goWithThem) const;
    QString lostWith(const QList<qint64> &ids) const;
    // A free position after `row` (-1: at the end); makes room where there is none.
    qint64 positionAfter(const Database &database, int row) const;
    bool write(const QString &label, int row, const QVariantMap &columns, const QString &mergeKey);

    Document &m_document;
    const Catalogue &m_catalogue;
    const Sheet &m_sheet;
    QLocale m_locale;
    QList<Row> m_rows;
    QList<Value::Decimals> m_decimals; // by column
    QHash<QString, QHash<qint64, QString>> m_linkTitles; // by linked table
    QSet<qint64> m_held; // rows that a record holds, see Sheet::hold
    bool m_quiet = false; // what is refused now is not told
};
