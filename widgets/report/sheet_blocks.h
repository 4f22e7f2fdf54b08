#pragma once

#include "models/worksheet/sheet_model.h"
#include "models/worksheet/signatures.h"
#include "widgets/report/report.h"
#include "widgets/report/report_options.h"

#include <QCoreApplication>

// Turns worksheets into blocks of a report, from their descriptions: forms as labels and values, the teams'
// versions side by side, tables, and cards of rows.
class SheetBlocks
{
    Q_DECLARE_TR_FUNCTIONS(SheetBlocks)

public:
    // All must outlive it.
    SheetBlocks(Document &document, const Catalogue &catalogue, const ReportOptions &options);

    // None where nothing is filled in and no blank forms are wanted.
    QList<ReportBlock> blocks(const Sheet &sheet) const;
    // How both teams stand to it.
    QList<ReportSignature> signatures(const SignedSubject &subject) const;

private:
    using Fields = QList<const Field *>;

    QList<ReportBlock> form(const SheetModel &model) const;
    FieldsBlock formGroup(const SheetModel &model, const Fields &group) const;
    QList<ReportBlock> records(const SheetModel &model) const;
    QList<ReportBlock> table(const SheetModel &model, const Fields &fields) const;
    Fields tableFields(const SheetModel &model, const Fields &filled) const;
    QList<ReportBlock> blank(const Sheet &sheet) const;
    QList<ReportBlock> blankForm(const Sheet &sheet) const;
    void addBeside(TableBlock &table, const SheetModel &model, const Fields &group) const;

    // Grain and first day are one thing to read.
    QString periodText(const SheetModel &model, int row, const Field &field) const; // empty: is none
    QString text(const SheetModel &model, int row, const Field &field,
                 const Value::Decimals &decimals = {}) const;
    ReportField reportField(const SheetModel &model, int row, const Field &field) const;
    ReportPicture picture(const QString &hash) const;
    ReportField blankField(const Sheet &sheet, const Field &field) const;
    Fields filledFields(const SheetModel &model) const;
    QList<ReportSignature> blankSignatures() const;

    Document &m_document;
    const Catalogue &m_catalogue;
    const ReportOptions &m_options;
    Signatures m_signatures;
    mutable QHash<QString, ReportPicture> m_pictures; // several rows may show one
};

// "12 Nov 2026", in the order of the locale.
QString reportDate(QDate date, const QLocale &locale);
