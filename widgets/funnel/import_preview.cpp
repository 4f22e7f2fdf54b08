#include "widgets/funnel/import_preview.h"

#include "models/funnel/import/import_plan.h"
#include "widgets/funnel/import_role_header.h"
#include "widgets/shell/theme.h"

#include <QLocale>

#include <algorithm>

namespace {
constexpr qsizetype shownLetters = 100; // of a cell; the rest would only cost time
constexpr int measuredRows = 8;
} // namespace

ImportPreview::ImportPreview(QWidget *parent)
    : QTableWidget(parent)
    , m_roles(new ImportRoleHeader(this))
{
    setHorizontalHeader(m_roles);
    setAccessibleName(tr("First rows of the file"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setWordWrap(false);
    auto *corner = new QWidget(this);
    corner->setBackgroundRole(QPalette::Base);
    corner->setAutoFillBackground(true);
    setCornerWidget(corner);
    verticalHeader()->setDefaultAlignment(Qt::AlignCenter);
    verticalHeader()->setMinimumWidth(em(this, 2.5));
    connect(m_roles, &ImportRoleHeader::boxFocused, this, [this](int column) {
        scrollTo(model()->index(std::max(0, rowAt(0)), column), QAbstractItemView::EnsureVisible);
    });
}

void ImportPreview::setFile(const ImportFile &file)
{
    clear();
    setRowCount(static_cast<int>(file.firstRows.size()));
    setColumnCount(static_cast<int>(file.columns.size()));
    setHorizontalHeaderLabels(file.columns);
    for (int row = 0; row < rowCount(); ++row) {
        const ImportFile::Row &from = file.firstRows.at(row);
        setVerticalHeaderItem(row, new QTableWidgetItem(QLocale().toString(from.line)));
        for (int column = 0; column < columnCount(); ++column) {
            setItem(row, column, new QTableWidgetItem(from.cells.at(column).left(shownLetters).simplified()));
        }
    }
    for (int column = 0; column < columnCount(); ++column)
        horizontalHeaderItem(column)->setToolTip(file.columns.at(column));
    m_roles->setColumns(file.columns);
    fitColumns();
}

void ImportPreview::setRoles(const ImportMapping &mapping)
{
    const ColumnRoles &roles = mapping.columns;
    m_roles->setRoles(roles, mapping.rows);
    for (int column = 0; column < columnCount(); ++column) {
        const auto role = roles.constFind(horizontalHeaderItem(column)->text());
        const bool isValue = role != roles.constEnd() && *role == ColumnRole::Value;
        for (int row = 0; row < rowCount(); ++row)
            item(row, column)
                ->setTextAlignment((isValue ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    }
}

void ImportPreview::fitColumns()
{
    for (int column = 0; column < columnCount(); ++column) {
        int width = em(this, 10.5);
        for (int row = 0; row < std::min(rowCount(), measuredRows); ++row)
            width = std::max(width, fontMetrics().horizontalAdvance(item(row, column)->text()) + em(this));
        setColumnWidth(column, std::min(width, em(this, 16)));
    }
    updateGeometries();
}

void ImportPreview::scrollContentsBy(int dx, int dy)
{
    QTableWidget::scrollContentsBy(dx, dy);
    if (dx != 0)
        m_roles->placeBoxes();
}
