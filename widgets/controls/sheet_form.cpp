#include "widgets/controls/sheet_form.h"

#include "models/worksheet/period_cell.h"
#include "models/worksheet/sheet_model.h"
#include "widgets/controls/card.h"
#include "widgets/controls/columns_layout.h"
#include "widgets/controls/evidence_bar.h"
#include "widgets/controls/field_box.h"
#include "widgets/controls/field_editor.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr double columnEms = 15;

bool isSide(const Field *field)
{
    return field->team == Team::Marketing || field->team == Team::Sales;
}

bool hasBothSides(const QList<const Field *> &group)
{
    const auto has = [&](Team team) {
        return std::any_of(group.begin(), group.end(),
                           [&](const Field *field) { return field->team == team; });
    };
    return has(Team::Marketing) && has(Team::Sales);
}

} // namespace

SheetForm::SheetForm(SheetModel &model, const PageContext &page, Fields fields, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_page(page)
    , m_held(new TextLabel(model.sheet().hold.why, Theme::Role::Muted, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_held);
    m_held->hide();
    if (fields == Fields::All)
        addEvidence();
    m_watch = connect(&model, &SheetModel::dataChanged, this, [this] {
        sayWhyHeld(m_shown.row());
        showEvidence();
    });
    Group group;
    for (const Field &field : model.sheet().fields) {
        if (fields == Fields::BesideTable && field.inTable && !field.sourced)
            continue;
        if (PeriodCell::isGrainOfPeriod(model.sheet(), field))
            continue;
        if (!group.isEmpty() && group.last()->group != field.group) {
            addGroup(group);
            group.clear();
        }
        group.append(&field);
    }
    if (!group.isEmpty())
        addGroup(group);
    adaptSpacing();
}

void SheetForm::addGroup(const Group &group)
{
    if (!group.first()->group.isEmpty()) {
        auto *heading = new TextLabel(group.first()->group, Theme::Role::Ink, this);
        setTextStyle(heading, TextStyle::Heading);
        layout()->addWidget(heading);
    }
    ColumnsLayout *columns = addColumns();
    const bool sides = hasBothSides(group);
    bool sidesAdded = false;
    for (const Field *field : group) {
        if (!sides || !isSide(field)) {
            FieldBox *box = addBox(*field, true, columns->parentWidget());
            columns->addWidget(box, box->isWide());
        } else if (!sidesAdded) {
            addSides(columns, group);
            sidesAdded = true;
        }
    }
}

void SheetForm::addSides(ColumnsLayout *columns, const Group &group)
{
    for (const Team team : {Team::Marketing, Team::Sales}) {
        auto *card = new Card(columns->parentWidget());
        card->setEdge(team);
        auto *column = new QVBoxLayout(card);
        bool first = true;
        for (const Field *field : group) {
            if (field->team != team)
                continue;
            column->addWidget(addBox(*field, first, card));
            first = false;
        }
        column->addStretch();
        if (team == Team::Marketing)
            columns->addInNewRow(card); // beside that of sales
        else
            columns->addWidget(card, false);
    }
}

FieldBox *SheetForm::addBox(const Field &field, bool showTeam, QWidget *parent)
{
    auto *box = new FieldBox(field, m_model, m_page, showTeam, parent);
    m_boxes.append(box);
    return box;
}

ColumnsLayout *SheetForm::addColumns()
{
    auto *area = new QWidget(this);
    auto *columns = new ColumnsLayout(em(this, columnEms), area);
    layout()->addWidget(area);
    m_columns.append(columns);
    return columns;
}

void SheetForm::adaptSpacing()
{
    layout()->setSpacing(em(this, 0.6));
    for (ColumnsLayout *columns : std::as_const(m_columns)) {
        columns->setSpacing(em(this, 0.7));
        columns->setColumnWidth(em(this, columnEms));
    }
}

void SheetForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        adaptSpacing();
}

bool SheetForm::setRow(int row)
{
    if (!commit())
        return false;
    for (FieldBox *box : std::as_const(m_boxes)) {
        if (!box->setRow(row))
            return false;
        box->setEnabled(row >= 0);
    }
    m_shown = m_model.index(row, 0);
    sayWhyHeld(row);
    showEvidence();
    return true;
}

// Boxes that go may still hand in what was typed into them; the form is no longer there to show it. Nor may
// the model be.
SheetForm::~SheetForm()
{
    disconnect(m_watch);
}

void SheetForm::addEvidence()
{
    const QList<Field> &fields = m_model.sheet().fields;
    if (std::none_of(fields.begin(), fields.end(), [](const Field &field) { return field.sourced; }))
        return;
    m_evidence = new EvidenceBar(this);
    layout()->addWidget(m_evidence);
    layout()->setAlignment(m_evidence, Qt::AlignTrailing);
}

// Of the row's facts that are filled in.
void SheetForm::showEvidence()
{
    if (!m_evidence)
        return;
    int known = 0, guesses = 0, unsourced = 0;
    for (const Field &field : m_model.sheet().fields) {
        const QModelIndex cell = m_model.index(m_shown.row(), m_model.columnOf(field.key));
        if (!field.sourced || cell.data().toString().isEmpty())
            continue;
        const QString source = cell.data(SheetModel::SourceRole).toString();
        ++(source.isEmpty() ? unsourced : source == u"guess" ? guesses : known);
    }
    m_evidence->setCounts(known, guesses, unsourced);
}

void SheetForm::sayWhyHeld(int row)
{
    m_held->setVisible(std::any_of(m_boxes.begin(), m_boxes.end(), [&](const FieldBox *box) {
        const QModelIndex cell = m_model.index(row, m_model.columnOf(box->field().key));
        return !cell.data(SheetModel::HeldRole).toString().isEmpty();
    }));
}

bool SheetForm::commit()
{
    bool all = true;
    for (FieldBox *box : std::as_const(m_boxes))
        all = box->commit() && all;
    return all;
}

void SheetForm::focusFirst()
{
    const auto first
        = std::find_if(m_boxes.begin(), m_boxes.end(), [](const FieldBox *box) { return !box->isHidden(); });
    if (first != m_boxes.end())
        (*first)->takeFocus();
}

void SheetForm::leaveOut(const QString &key)
{
    box(key)->hide();
}

FieldBox *SheetForm::box(const QString &key) const
{
    const auto found = std::find_if(m_boxes.begin(), m_boxes.end(),
                                    [&](const FieldBox *box) { return box->field().key == key; });
    return found == m_boxes.end() ? nullptr : *found;
}
