#pragma once

#include "models/tables/table_source.h"
#include "widgets/shell/page_view.h"

class QPushButton;
class QTableWidget;
class TextLabel;

// Rows of a file that were refused or remarked upon, with line and reason: to be copied or saved as CSV and
// mended in the CRM.
class ImportRemarks : public QWidget
{
    Q_OBJECT

public:
    ImportRemarks(const PageContext &page, const QString &name, QWidget *parent = nullptr);

    // `total` may be more than there are remarks; `fileName` names the file they are about.
    void setRemarks(const QList<TableRemark> &remarks, qint64 total, const QString &fileName);
    QTableWidget *table() const { return m_table; }

Q_SIGNALS:
    void failed(const Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QStringList withFile(const QStringList &others, const QString &file) const;
    QStringList cellsOf(const TableRemark &remark) const;
    void copy() const;
    QByteArray csv() const;
    void save();

    const PageContext m_page;
    QList<TableRemark> m_remarks;
    QString m_fileName;
    bool m_namesFiles = false;
    TextLabel *m_count;
    QTableWidget *m_table;
    QPushButton *m_copy;
    QPushButton *m_save;
};
