#include "widgets/funnel/plan_table.h"

#include "models/funnel/plan_model.h"
#include "widgets/shell/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace {

// What can be changed is framed like a field, and a stage's name has its owner's colour.
class PlanDelegate : public QStyledItemDelegate
{
public:
    PlanDelegate(const PlanModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, padded(option), index);
        if (!index.flags().testFlag(Qt::ItemIsEditable))
            return;
        painter->save();
        painter->setPen(Theme::of(option.palette).color(Theme::Role::Outline));
        const int inset = em(option.fontMetrics, 0.12);
        painter->drawRect(option.rect.adjusted(inset, inset, -inset - 1, -inset - 1));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int across = 2 * em(option.fontMetrics, paddingEms);
        const int along = 2 * em(option.fontMetrics, paddingEms / 3);
        return QStyledItemDelegate::sizeHint(padded(option), index) + QSize(across, along);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Theme &theme = Theme::of(option->palette);
        if (index.column() == PlanModel::Step)
            option->palette.setColor(QPalette::Text, theme.text(m_model.ownerOf(index.row())));
        if (index.column() == PlanModel::Remark)
            option->palette.setColor(QPalette::Text, theme.color(Theme::Role::Warning));
    }

private:
    static constexpr double paddingEms = 0.45;

    static QStyleOptionViewItem padded(QStyleOptionViewItem option)
    {
        const int padding = em(option.fontMetrics, paddingEms);
        option.rect.adjust(padding, 0, -padding, 0);
        return option;
    }

    const PlanModel &m_model;
};

} // namespace

PlanTable::PlanTable(PlanModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new PlanDelegate(model, this));
    setAccessibleName(tr("Plan, worked backwards"));
    setAccessibleDescription(
        tr("Framed figures can be changed. A number at a stage changes the revenue goal."));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(true);
    setTabKeyNavigation(false);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                    | QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    connect(&model, &QAbstractItemModel::dataChanged, this, &PlanTable::fit);
    connect(&model, &QAbstractItemModel::modelReset, this, &PlanTable::fit);
    connect(&model, &QAbstractItemModel::headerDataChanged, this, &PlanTable::fit);
    fit();
}

// Figures have the width they need; the remarks get what is left, and wrap.
void PlanTable::fit()
{
    int rest = viewport()->width();
    for (int column = 0; column < PlanModel::Remark; ++column) {
        const int needed = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column))
            + em(this, 0.5);
        setColumnWidth(column, needed);
        rest -= needed;
    }
    setColumnWidth(PlanModel::Remark, std::max(rest, em(this, 3)));
    resizeRowsToContents();
    updateGeometry();
}

QSize PlanTable::sizeHint() const
{
    int height = horizontalHeader()->sizeHint().height() + 2 * frameWidth();
    for (int row = 0; row < m_model.rowCount(); ++row)
        height += rowHeight(row);
    return {em(this, 30), height};
}

QSize PlanTable::minimumSizeHint() const
{
    return {em(this, 12), sizeHint().height()};
}

void PlanTable::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy)) {
        QTableView::keyPressEvent(event);
        return;
    }
    QString text;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row) {
            QStringList line;
            for (int column = range.left(); column <= range.right(); ++column)
                line.append(m_model.index(row, column).data().toString());
            text += line.join(QLatin1Char('\t')) + QLatin1Char('\n');
        }
    QApplication::clipboard()->setText(text);
}

void PlanTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void PlanTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}
