#include "widgets/controls/empty_state.h"

#include "models/worksheet/period_cell.h"
#include "models/worksheet/sheet_model.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/controls/text_label.h"
#include "widgets/controls/tinted_block.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/icons.h"

#include <QAction>
#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

EmptyState::EmptyState(const SheetModel &model, QWidget *parent)
    : QFrame(parent)
    , m_bar(new InlineBar(Severity::Warning, {}, this))
{
    const Sheet &sheet = model.sheet();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *question = new TextLabel(sheet.question, Theme::Role::Ink, this);
    setTextStyle(question, TextStyle::Heading);
    column->addWidget(question);
    m_block = exampleBlock(model);
    column->addWidget(m_block);
    auto *buttons = new QWidget(this);
    auto *row = new FlowLayout(buttons);
    const bool readOnly = model.isReadOnly();
    if (sheet.shape != SheetShape::Form) {
        auto *add = new QPushButton(tr("Add %1").arg(sheet.rowName), buttons);
        add->setDefault(true);
        add->setDisabled(readOnly);
        connect(add, &QPushButton::clicked, this, &EmptyState::addWanted);
        row->addWidget(add);
    }
    auto *use = new QPushButton(tr("Use this example"), buttons);
    use->setDisabled(readOnly);
    connect(use, &QPushButton::clicked, this, &EmptyState::exampleWanted);
    row->addWidget(use);
    buttons->setHidden(sheet.keptByProgram);
    column->addWidget(buttons);
    m_bar->hide();
    column->addWidget(m_bar);
    connect(&model.document(), &Document::savedChanged, m_bar, [this](bool saved) {
        if (saved)
            m_bar->hide(); // the disk was full, and is not any more
    });
    if (sheet.shape != SheetShape::Form)
        addPasting(!readOnly);
    setAccessibleName(tr("%1 is empty").arg(sheet.label));
    adaptMargins();
}

QWidget *EmptyState::exampleBlock(const SheetModel &model)
{
    constexpr int mostLines = 6; // enough to see what is meant
    auto *block = new TintedBlock(this);
    auto *column = new QVBoxLayout(block);
    auto *heading = new TextLabel(tr("For example"), Theme::Role::Muted, block);
    setTextStyle(heading, TextStyle::Strong);
    column->addWidget(heading);
    int lines = 0;
    for (const Field &field : model.sheet().fields) {
        const QString text = PeriodCell::exampleText(model.sheet(), field, model.locale());
        if (text.isEmpty() || lines++ >= mostLines)
            continue;
        const QString line = field.group.isEmpty() ? tr("%1: %2").arg(field.label, text)
                                                   : tr("%1, %2: %3").arg(field.group, field.label, text);
        column->addWidget(new TextLabel(line, Theme::Role::Ink, block));
    }
    return block;
}

void EmptyState::addPasting(bool possible)
{
    auto *pasting = new QAction(themedIcon(u"paste"_s), tr("Paste as new rows"), this);
    pasting->setShortcut(QKeySequence::Paste);
    pasting->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    pasting->setEnabled(possible);
    connect(pasting, &QAction::triggered, this, &EmptyState::pasteWanted);
    addAction(pasting);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setFocusPolicy(Qt::ClickFocus);
}

void EmptyState::tell(const QString &message)
{
    m_bar->setText(message);
    m_bar->setVisible(!isHidden());
}

void EmptyState::focusFirst()
{
    findChild<QPushButton *>()->setFocus(Qt::OtherFocusReason);
}

void EmptyState::adaptMargins()
{
    layout()->setSpacing(em(this, 0.6));
}

void EmptyState::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        adaptMargins();
}
