#include "widgets/funnel/import_remarks.h"

#include "models/exchange/csv_writer.h"
#include "models/exchange/whole_file.h"
#include "models/tables/formula_guard.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/notifier.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
enum Column { Line, Reason, File, ColumnCount };
}

ImportRemarks::ImportRemarks(const PageContext &page, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_page(page)
    , m_count(new TextLabel({}, Theme::Role::Muted, this))
    , m_table(new QTableWidget(0, ColumnCount, this))
    , m_copy(new QPushButton(tr("Cop&y"), this))
    , m_save(new QPushButton(tr("Sa&ve as CSV…"), this))
{
    m_table->setHorizontalHeaderLabels({tr("Line"), tr("Reason"), tr("File")});
    for (const int column : {File, Line})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Reason, QHeaderView::Stretch);
    for (const int column : {File, Reason})
        m_table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeaderItem(Line)->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents); // a long reason wraps
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setAccessibleName(name);
    m_table->installEventFilter(this);
    m_copy->setAutoDefault(false);
    m_save->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, &ImportRemarks::copy);
    connect(m_save, &QPushButton::clicked, this, &ImportRemarks::save);

    auto *foot = new QHBoxLayout;
    foot->addWidget(m_count, 1);
    foot->addWidget(m_copy);
    foot->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_table, 1);
    column->addLayout(foot);
}

void ImportRemarks::setRemarks(const QList<TableRemark> &remarks, qint64 total, const QString &fileName)
{
    m_remarks = remarks;
    m_fileName = fileName;
    const QLocale locale;
    m_table->setRowCount(static_cast<int>(remarks.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const TableRemark &remark = remarks.at(row);
        auto *line = new QTableWidgetItem(remark.line > 0 ? locale.toString(remark.line) : tr("File"));
        line->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        m_table->setItem(row, File, new QTableWidgetItem(remark.file));
        m_table->setItem(row, Line, line);
        auto *reason = new QTableWidgetItem(remark.text);
        reason->setToolTip(remark.text);
        m_table->setItem(row, Reason, reason);
    }
    m_namesFiles = std::any_of(remarks.begin(), remarks.end(),
                               [](const TableRemark &remark) { return !remark.file.isEmpty(); });
    m_table->setColumnHidden(File, !m_namesFiles);
    m_count->setText(remarks.isEmpty() ? tr("None.")
                         : total > remarks.size()
                         ? tr("The first %1 of %2. Lines are counted in the file, from 1.")
                               .arg(locale.toString(remarks.size()), locale.toString(total))
                         : tr("Lines are counted in the file, from 1."));
    m_copy->setEnabled(!remarks.isEmpty());
    m_save->setEnabled(!remarks.isEmpty());
}

QStringList ImportRemarks::withFile(const QStringList &others, const QString &file) const
{
    return m_namesFiles ? others + QStringList(file) : others;
}

QStringList ImportRemarks::cellsOf(const TableRemark &remark) const
{
    return withFile({QString::number(remark.line), remark.text}, remark.file);
}

// The chosen rows, or all of them where none is chosen.
void ImportRemarks::copy() const
{
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    QString text;
    for (int row = 0; row < m_remarks.size(); ++row) {
        if (!chosen.isEmpty() && !m_table->selectionModel()->isRowSelected(row))
            continue;
        text += cellsOf(m_remarks.at(row)).join(u'\t') + u'\n';
    }
    QApplication::clipboard()->setText(text);
}

void ImportRemarks::save()
{
    const auto path = m_page.notifier.questions().saveFile(
        window(),
        {tr("Save as CSV"), tr("%1 refused rows.csv").arg(QFileInfo(m_fileName).completeBaseName()),
         tr("CSV (*.csv)"), u"csv"_s});
    if (!path)
        return;
    if (const auto written = writeWholeFile(*path, csv()); !written)
        Q_EMIT failed(written.error());
}

QByteArray ImportRemarks::csv() const
{
    QByteArray csv;
    addCsvRow(csv, withFile({tr("Line"), tr("Reason")}, tr("File")));
    for (const TableRemark &remark : m_remarks) {
        QStringList cells = cellsOf(remark); // which may begin with words of the file
        std::transform(cells.begin(), cells.end(), cells.begin(), guarded);
        addCsvRow(csv, cells);
    }
    return csv;
}

bool ImportRemarks::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}
