#pragma once

#include "models/tables/wrapped_table.h"

#include <QStringView>

// A list of all changes to the fields of records (record, field, old value, new value, date), as Salesforce
// keeps it, of which only those of the stage tell of a deal's way, and those that say when it was created.
class FieldHistory final : public WrappedTable
{
public:
    // The table as it is where it is no such list, or no row of it is one of a stage.
    static Result<std::unique_ptr<TableSource>> of(std::unique_ptr<TableSource> table);

    Result<void> rewind() override;
    bool next() override;
    QList<TableRemark> remarks() const override;

private:
    FieldHistory(std::unique_ptr<TableSource> table, qsizetype column, const QString &stage);
    bool saysOutcome(QStringView field) const;

    qsizetype m_column; // with the name of the field
    qsizetype m_value; // with what it became
    QString m_stage; // the name of the field with the stage
    qint64 m_leftOut = 0;
};
