#include "widgets/funnel/plan_table.h"

#include "models/funnel/plan_model.h"
#include "widgets/controls/broken_text.h"
#include "widgets/shell/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

// What can be changed is framed like a field, and a stage's name has its owner's colour, and says whose it
// is.
class PlanDelegate : public EntryDelegate
{
public:
    PlanDelegate(const PlanModel &model, UnsavedTyping &typing)
        : EntryDelegate(typing, u"funnel_plan"_s)
        , m_model(model)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        EntryDelegate::paint(painter, option, index);
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
        return EntryDelegate::sizeHint(option, index) + QSize(0, em(option.fontMetrics, 0.3));
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        EntryDelegate::initStyleOption(option, index);
        const Theme &theme = Theme::of(option->palette);
        if (index.column() == PlanModel::Step) {
            option->palette.setColor(QPalette::Text, theme.text(m_model.ownerOf(index.row())));
            option->text = index.data(Qt::AccessibleTextRole).toString();
        }
        if (index.column() == PlanModel::Remark)
            option->palette.setColor(QPalette::Text,
                                     theme.color(index.data(PlanModel::WarningRole).toBool()
                                                     ? Theme::Role::Warning
                                                     : Theme::Role::Muted));
    }

private:
    const PlanModel &m_model;
};

} // namespace

PlanTable::PlanTable(PlanModel &model, UnsavedTyping &typing, QWidget *parent)
    : EntryTable(new PlanDelegate(model, typing), parent)
    , m_model(model)
{
    setModel(&model);
    setAccessibleName(tr("Plan, worked backwards"));
    setAccessibleDescription(
        tr("Framed figures can be changed. A number at a stage changes the revenue goal."));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(true);
    setTabKeyNavigation(false);
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

// Figures have the width they need; the remarks get what is left, and wrap. Where the room is short, heads
// and the names of the steps wrap too.
void PlanTable::fit()
{
    const int padding = em(this, 0.5);
    const int room = viewport()->width() - em(this, 6); // for the remarks
    QList<int> least;
    QList<int> wanted;
    for (int column = 0; column < PlanModel::Remark; ++column) {
        const int cells = sizeHintForColumn(column);
        wanted.append(std::max(cells, horizontalHeader()->sectionSizeHint(column)) + padding);
        const int word = widestWord(m_model.headerData(column, Qt::Horizontal).toString(), fontMetrics());
        least.append((column == PlanModel::Step ? std::min(cells, em(this, 6)) : std::max(cells, word))
                     + padding);
    }
    const int wish = std::accumulate(wanted.begin(), wanted.end(), 0);
    const int need = std::accumulate(least.begin(), least.end(), 0);
    const double share = wish > need ? std::clamp(double(room - need) / (wish - need), 0.0, 1.0) : 1.0;
    int rest = viewport()->width();
    for (int column = 0; column < PlanModel::Remark; ++column) {
        const int width = least.at(column) + static_cast<int>((wanted.at(column) - least.at(column)) * share);
        setColumnWidth(column, width);
        rest -= width;
    }
    setColumnWidth(PlanModel::Remark, std::max(rest, em(this, 3)));
    fitHeads();
    resizeRowsToContents();
    updateGeometry();
}

void PlanTable::fitHeads()
{
    qsizetype lines = 1;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const QString head = m_model.headerData(column, Qt::Horizontal).toString();
        lines = std::max(lines, brokenText(head, font(), columnWidth(column) - em(this, 0.5)).size());
    }
    horizontalHeader()->setFixedHeight(fontMetrics().lineSpacing() * static_cast<int>(lines) + em(this, 0.6));
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
        EntryTable::keyPressEvent(event);
        return;
    }
    QApplication::clipboard()->setText(selectedText());
}

void PlanTable::resizeEvent(QResizeEvent *event)
{
    EntryTable::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void PlanTable::changeEvent(QEvent *event)
{
    EntryTable::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}
