#include "widgets/controls/row_filter.h"

#include "models/worksheet/sheet_model.h"
#include "widgets/controls/sheet_proxy.h"
#include "widgets/controls/text_label.h"

using namespace Qt::StringLiterals;

RowFilter::RowFilter(SheetProxy &proxy, const std::function<bool()> &commit, QWidget *parent)
    : QLineEdit(parent)
    , m_proxy(proxy)
    , m_none(new TextLabel({}, Theme::Role::Muted, parent))
{
    setObjectName(u"filter"_s);
    setPlaceholderText(tr("Find in these rows"));
    setAccessibleName(tr("Find in %1").arg(proxy.sheetModel().sheet().label));
    setClearButtonEnabled(true);
    m_none->hide();
    connect(this, &QLineEdit::textChanged, this, [this, commit](const QString &text) {
        if (!commit())
            return;
        m_proxy.setFilterText(text);
        tellIfNone();
    });
    connect(&proxy, &QAbstractItemModel::rowsInserted, this, &RowFilter::tellIfNone);
    connect(&proxy, &QAbstractItemModel::rowsRemoved, this, &RowFilter::tellIfNone);
    connect(&proxy, &QAbstractItemModel::modelReset, this, &RowFilter::tellIfNone);
}

void RowFilter::tellIfNone()
{
    const bool isNone = m_proxy.isFiltered() && m_proxy.rowCount() == 0;
    if (isNone)
        m_none->setText(tr("No row has “%1”.").arg(text().trimmed()));
    m_none->setVisible(isNone);
    setAccessibleDescription(isNone ? m_none->text() : QString());
}
