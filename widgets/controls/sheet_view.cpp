#include "widgets/controls/sheet_view.h"

#include "models/overview/progress.h"
#include "models/worksheet/value.h"
#include "widgets/controls/empty_state.h"
#include "widgets/controls/field_box.h"
#include "widgets/controls/field_editor.h"
#include "widgets/controls/scroll_into_view.h"
#include "widgets/controls/sheet_clipboard.h"
#include "widgets/controls/sheet_form.h"
#include "widgets/controls/sheet_grid.h"
#include "widgets/controls/sheet_records.h"
#include "widgets/controls/sheet_table.h"
#include "widgets/controls/sign_off.h"
#include "widgets/controls/tab_order.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/page_view.h"
#include "widgets/shell/undoable_message.h"
#include "widgets/shell/unsaved_typing.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

SheetView::SheetView(const Sheet &sheet, const PageContext &page, Heading heading, QWidget *parent)
    : QWidget(parent)
    , m_page(page)
    , m_model(page.document, page.catalogue, sheet)
    , m_body(new QVBoxLayout)
{
    build(heading);
    connect(&m_model, &SheetModel::alsoChanged, this,
            [this](const QString &message) { showUndoable(m_page, message); });
    connect(&m_model, &SheetModel::refused, m_empty, &EmptyState::tell);
    connect(&m_model, &SheetModel::rowsInserted, this, &SheetView::refresh);
    connect(&m_model, &SheetModel::rowsRemoved, this, &SheetView::refresh);
    connect(&m_model, &SheetModel::dataChanged, this, &SheetView::refresh);
    refresh();
}

void SheetView::build(Heading heading)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(this, 0.5));
    if (heading == Heading::Shown) {
        auto *label = new TextLabel(sheet().label, Theme::Role::Ink, this);
        setTextStyle(label, TextStyle::Heading);
        column->addWidget(label);
    }
    m_question = new TextLabel(sheet().question, Theme::Role::Muted, this);
    column->addWidget(m_question);
    m_empty = new EmptyState(m_model, this);
    connect(m_empty, &EmptyState::addWanted, this, &SheetView::addRow);
    connect(m_empty, &EmptyState::pasteWanted, this,
            [this] { pasteRows(QGuiApplication::clipboard()->text()); });
    connect(m_empty, &EmptyState::exampleWanted, this, [this] {
        if (useExample())
            focusContent();
    });
    column->addWidget(m_empty);
    m_body->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_body);
    if (sheet().shape == SheetShape::Form) {
        m_form = new SheetForm(m_model, m_page, SheetForm::Fields::All, this);
        m_form->setRow(0);
        m_body->addWidget(m_form);
    }
    if (sheet().signedByBoth) {
        m_signOff = new SignOff(m_page, this);
        column->addWidget(m_signOff);
    }
}

bool SheetView::isEmpty() const
{
    return sheet().shape == SheetShape::Form ? !isFilled(m_page.document, sheet()) : m_model.rowCount() == 0;
}

void SheetView::refresh()
{
    const bool empty = isEmpty();
    // A form in use must not move under the hands of who types in it.
    const bool inUse = m_form && m_form->isAncestorOf(QApplication::focusWidget());
    if (!inUse || empty)
        m_empty->setVisible(empty);
    // A table or list that goes with its last row leaves the focus to what begins the next one.
    const auto holdsFocus
        = [](const QWidget *body) { return body && body->isAncestorOf(QApplication::focusWidget()); };
    if (empty && (holdsFocus(m_table) || holdsFocus(m_records)))
        m_empty->focusFirst();
    m_question->setVisible(m_empty->isHidden());
    if (!m_form) {
        if (empty)
            showBody(false);
        else
            chooseBody();
    }
    refreshSubject();
}

void SheetView::showBody(bool visible)
{
    if (m_table)
        m_table->setVisible(visible);
    if (m_records)
        m_records->setVisible(visible);
}

// It comes by Tab where it stands, though all of the page may have been made before it.
void SheetView::addBody(QWidget *body, QWidget *other)
{
    body->hide();
    m_body->addWidget(body);
    putTabsAfter(other ? other : m_empty, body);
    if (m_signOff)
        m_signOff->setTabsAfter(body);
}

void SheetView::makeTable()
{
    if (m_table)
        return;
    m_table = new SheetTable(m_model, m_page, this);
    addBody(m_table, m_records);
    connect(m_table, &SheetTable::currentChanged, this, &SheetView::refreshSubject);
}

void SheetView::makeRecords()
{
    if (m_records)
        return;
    m_records = new SheetRecords(m_model, m_page, this);
    addBody(m_records, m_table);
    connect(m_records, &SheetRecords::currentChanged, this, &SheetView::refreshSubject);
}

void SheetView::chooseBody()
{
    if (m_form || isEmpty())
        return;
    bool asTable = sheet().shape == SheetShape::Table;
    if (asTable) {
        makeTable();
        // Back to a table only with room to spare: the two differ in height, and so in a scroll bar.
        const int spare = m_records && !m_records->isHidden() ? em(this, 2) : 0;
        asTable = width() >= m_table->leastWidth() + spare;
    }
    if (!asTable)
        makeRecords();
    QWidget *wanted = asTable ? static_cast<QWidget *>(m_table) : m_records;
    if (!wanted->isHidden())
        return;
    const qint64 id = currentId();
    // What was refused must stay in sight.
    if ((m_table && !m_table->commit()) || (m_records && !m_records->commit()))
        return;
    showBody(false);
    wanted->show();
    if (id != 0)
        showRow(id);
}

qint64 SheetView::currentId() const
{
    if (m_table && !m_table->isHidden())
        return m_table->currentId();
    return m_records && !m_records->isHidden() ? m_records->currentId() : 0;
}

void SheetView::refreshSubject()
{
    if (!m_signOff)
        return;
    const bool form = sheet().shape == SheetShape::Form;
    const SignedSubject subject = SignedSubject::sheet(sheet(), currentId());
    if (form ? isEmpty() : subject.row == 0)
        return m_signOff->setSubject({}, {});
    m_signOff->setSubject(subject, form ? sheet().label : m_model.titleOf(m_model.rowOf(subject.row)));
}

void SheetView::addRow()
{
    const qint64 id = m_model.addRow(-1);
    if (id == 0)
        return;
    if (m_table && !m_table->isHidden())
        m_table->editRow(id);
    else if (m_records)
        m_records->editRow(id);
}

void SheetView::pasteRows(const QString &text)
{
    if (text.isEmpty())
        return;
    const SheetProxy columns(m_model,
                             sheet().shape == SheetShape::Table ? SheetProxy::Columns::InTable
                                                                : SheetProxy::Columns::All);
    const auto block = SheetClipboard::readRows(columns, text);
    if (!block)
        return m_empty->tell(block.error().message);
    if (m_model.paste({}, block->columns, block->cells))
        focusContent();
}

void SheetView::showRow(qint64 id)
{
    if (m_table && !m_table->isHidden())
        m_table->showRow(id);
    else if (m_records && !m_records->isHidden())
        m_records->showRow(id);
}

void SheetView::showText(qint64 id, const QString &key, const QString &text)
{
    showRow(id);
    settleLayouts();
    const bool asTable = m_table && !m_table->isHidden();
    if (asTable && m_table->showCell(id, key))
        return;
    const SheetForm *form = m_form ? m_form
        : asTable                  ? m_table->details()
        : m_records                ? m_records->form()
                                   : nullptr;
    FieldBox *box = form ? form->box(key) : nullptr;
    if (!box)
        return;
    box->takeFocus();
    box->editor()->mark(text);
    scrollIntoView(box);
}

bool SheetView::useExample()
{
    if (sheet().shape == SheetShape::Form)
        return m_model.fillWithExample(m_model.idAt(0));
    QVariantMap values;
    for (const Field &field : sheet().fields) {
        const Result<QVariant> example = Value::fromPlain(field, field.example);
        if (example && field.kind != FieldKind::Link && !Value::isEmpty(*example))
            values.insert(field.key, *example);
    }
    return m_model.addRow(-1, values) != 0;
}

void SheetView::focusContent()
{
    if (m_table && !m_table->isHidden())
        m_table->grid()->setFocus(Qt::OtherFocusReason);
    else if (SheetForm *form = m_form ? m_form : m_records ? m_records->form() : nullptr)
        form->focusFirst();
}

void SheetView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    chooseBody();
}

void SheetView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}
