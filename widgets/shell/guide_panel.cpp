#include "widgets/shell/guide_panel.h"

#include "models/worksheet/catalogue.h"
#include "models/worksheet/period_cell.h"
#include "widgets/controls/card.h"
#include "widgets/controls/focus_edge.h"
#include "widgets/controls/sign_off.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/page_view.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using Role = Theme::Role;

namespace {
// The description's example as a person reads it.
QString shown(const Sheet &sheet, const Field &field)
{
    const QString text = PeriodCell::exampleText(sheet, field, QLocale());
    return text.isEmpty() ? field.example : text;
}

const Sheet *sheetWithExample(const Page &page)
{
    for (const Sheet &sheet : page.sheets)
        for (const Field &field : sheet.fields)
            if (!field.example.isEmpty())
                return &sheet;
    return nullptr;
}
} // namespace

GuidePanel::GuidePanel(const PageContext &context, QWidget *parent)
    : QScrollArea(parent)
    , m_context(context)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Guide"));
    viewport()->setBackgroundRole(QPalette::Base);
    showFocusAround(*this);
    adaptSize();
}

void GuidePanel::showPage(const TabDescription &tab, const Page &page)
{
    m_tab = &tab;
    m_page = page;
    rebuild();
}

void GuidePanel::setExampleUsable(bool usable)
{
    m_exampleUsable = usable;
    if (!m_use)
        return;
    m_use->setVisible(usable);
    adaptSize();
}

void GuidePanel::rebuild()
{
    m_use = nullptr;
    m_content = new QWidget;
    m_column = new QVBoxLayout(m_content);
    const int inset = em(this, 0.9);
    m_column->setContentsMargins(inset, inset * 3 / 4, inset, inset);
    m_column->setSpacing(em(this, 0.25));

    auto *top = new QHBoxLayout;
    auto *title = new TextLabel(tr("Guide"), Role::Ink, m_content);
    setTextStyle(title, TextStyle::Heading);
    top->addWidget(title, 1);
    auto *fold = new QToolButton(m_content);
    fold->setAutoRaise(true);
    fold->setIcon(themedIcon(u"close"_s, Role::Muted));
    fold->setToolTip(tr("Fold the guide away (F1 brings it back)"));
    fold->setAccessibleName(tr("Fold the guide away"));
    connect(fold, &QToolButton::clicked, this, &GuidePanel::closeRequested);
    top->addWidget(fold);
    m_column->addLayout(top);

    if (!m_page.guide.doTogether.isEmpty()) {
        addHeading(tr("Do this together"));
        addBullets(m_page.guide.doTogether);
    }
    if (!m_page.guide.success.isEmpty()) {
        addHeading(tr("Success looks like"));
        m_column->addWidget(new TextLabel(m_page.guide.success, Role::Ink, m_content));
    }
    if (!m_page.guide.worthAsking.isEmpty()) {
        addHeading(tr("Worth asking"));
        addBullets(m_page.guide.worthAsking);
    }
    addSignOff();
    addExample();
    m_column->addStretch();
    setWidget(m_content);
    adaptSize();
}

void GuidePanel::addSignOff()
{
    // Only the four tabs of the framework have a success test, and are signed by it. A page with a text that
    // is signed by itself shows that sign-off alone.
    const bool ownSignOff = std::any_of(m_page.sheets.begin(), m_page.sheets.end(),
                                        [](const Sheet &sheet) { return sheet.signedByBoth; });
    if (!m_tab || m_tab->success.isEmpty() || ownSignOff)
        return;
    addHeading(tr("Sign-off: all of %1", "a tab").arg(m_tab->label));
    m_column->addWidget(new TextLabel(m_tab->success, Role::Muted, m_content));
    auto *signOff = new SignOff(m_context, m_content);
    signOff->setSubject(SignedSubject::tab(*m_tab));
    m_column->addWidget(signOff);
}

void GuidePanel::addHeading(const QString &text)
{
    auto *heading = new TextLabel(text, Role::Ink, m_content);
    setTextStyle(heading, TextStyle::Strong);
    m_column->addSpacing(em(this, 0.5));
    m_column->addWidget(heading);
}

void GuidePanel::addBullets(const QStringList &texts)
{
    for (const QString &text : texts) {
        auto *row = new QHBoxLayout;
        row->setSpacing(em(this, 0.4));
        auto *dot = new TextLabel(u"•"_s, Role::Muted, m_content);
        dot->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Minimum);
        row->addWidget(dot, 0, Qt::AlignTop);
        row->addWidget(new TextLabel(text, Role::Ink, m_content), 1);
        m_column->addLayout(row);
    }
}

void GuidePanel::addExample()
{
    const Sheet *sheet = sheetWithExample(m_page);
    if (!sheet)
        return;
    addHeading(tr("Example: %1").arg(sheet->label));
    auto *box = new Card(m_content);
    auto *column = new QVBoxLayout(box);
    column->setSpacing(0);
    QString group;
    for (const Field &field : sheet->fields) {
        if (field.example.isEmpty() || PeriodCell::isGrainOfPeriod(*sheet, field))
            continue;
        if (column->count() > 0)
            column->addSpacing(em(this, 0.35));
        if (field.group != group && !field.group.isEmpty()) {
            column->addSpacing(em(this, 0.35));
            auto *part = new TextLabel(field.group, Role::Ink, box);
            setTextStyle(part, TextStyle::Strong);
            column->addWidget(part);
        }
        group = field.group;
        column->addWidget(new TextLabel(field.label, Role::Muted, box));
        column->addWidget(new TextLabel(shown(*sheet, field), Role::Ink, box));
    }
    m_column->addWidget(box);
    auto *use = new QPushButton(tr("Use this example"), m_content);
    use->setVisible(m_exampleUsable);
    connect(use, &QPushButton::clicked, this, &GuidePanel::useExample);
    m_column->addWidget(use, 0, Qt::AlignLeading);
    m_use = use;
}

// Wider where a single word or button needs it.
void GuidePanel::adaptSize()
{
    const int content = m_content ? m_content->minimumSizeHint().width() : 0;
    setFixedWidth(std::max(em(this, 15), content + style()->pixelMetric(QStyle::PM_ScrollBarExtent)));
}

// A line towards the page; the viewport leaves room for it.
void GuidePanel::paintEvent(QPaintEvent *event)
{
    QScrollArea::paintEvent(event);
    QPainter painter(viewport());
    const int edge = layoutDirection() == Qt::RightToLeft ? viewport()->width() - 1 : 0;
    painter.fillRect(edge, 0, 1, viewport()->height(), Theme::of(this).color(Role::Line));
}

void GuidePanel::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    if (m_content)
        rebuild();
}
