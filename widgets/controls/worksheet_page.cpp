#include "widgets/controls/worksheet_page.h"

#include "models/document/document.h"
#include "models/overview/progress.h"
#include "widgets/controls/card.h"
#include "widgets/controls/scroll_into_view.h"
#include "widgets/controls/sheet_view.h"
#include "widgets/shell/theme.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

WorksheetPage::WorksheetPage(const PageContext &context, const Page &page, QWidget *parent)
    : PageView(parent)
    , m_context(context)
    , m_page(page)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (const Sheet &sheet : page.sheets) {
        auto *card = new Card(this);
        card->setAccessibleName(sheet.label);
        new QVBoxLayout(card);
        column->addWidget(card);
        m_cards.append(card);
        m_views.append(nullptr);
    }
    column->addStretch(1);
    adaptMargins();

    m_next.setSingleShot(true);
    m_next.setInterval(10); // so that a click that came meanwhile is answered first
    connect(&m_next, &QTimer::timeout, this, &WorksheetPage::makeNext);
    connect(&context.document, &Document::changed, this, [this](const QSet<QString> &tables) {
        if (std::any_of(m_page.sheets.begin(), m_page.sheets.end(),
                        [&](const Sheet &sheet) { return tables.contains(sheet.table); }))
            refreshExample();
    });
    refreshExample();
}

SheetView *WorksheetPage::make(qsizetype index)
{
    if (!m_views.at(index)) {
        const auto heading
            = m_page.sheets.size() > 1 ? SheetView::Heading::Shown : SheetView::Heading::Hidden;
        m_views[index] = new SheetView(m_page.sheets.at(index), m_context, heading, m_cards.at(index));
        m_cards.at(index)->layout()->addWidget(m_views.at(index));
        m_views.at(index)->show();
    }
    return m_views.at(index);
}

void WorksheetPage::makeNext()
{
    const qsizetype next = m_views.indexOf(nullptr);
    if (next < 0)
        return;
    make(next);
    m_next.start();
}

SheetView *WorksheetPage::view(const QString &table)
{
    for (qsizetype i = 0; i < m_page.sheets.size(); ++i)
        if (m_page.sheets.at(i).table == table)
            return make(i);
    return nullptr;
}

void WorksheetPage::showEvent(QShowEvent *event)
{
    PageView::showEvent(event);
    if (m_isBelowOthers)
        m_next.start();
    else
        makeNext();
}

bool WorksheetPage::wantsExample(const Sheet &sheet) const
{
    return !sheet.keptByProgram && !isFilled(m_context.document, sheet);
}

void WorksheetPage::refreshExample()
{
    const bool can = !m_context.document.isReadOnly()
        && std::any_of(m_page.sheets.begin(), m_page.sheets.end(),
                       [this](const Sheet &sheet) { return wantsExample(sheet); });
    if (can == m_canUseExample)
        return;
    m_canUseExample = can;
    Q_EMIT exampleChanged();
}

void WorksheetPage::useExample()
{
    SheetView *first = nullptr;
    for (const Sheet &sheet : m_page.sheets)
        if (wantsExample(sheet) && view(sheet.table)->useExample() && !first)
            first = view(sheet.table);
    if (first)
        first->focusContent();
}

void WorksheetPage::showRow(const QString &table, qint64 id)
{
    SheetView *found = view(table);
    if (!found)
        return;
    // Those above, made later, would push it out of sight.
    for (qsizetype i = 0; m_views.at(i) != found; ++i)
        make(i);
    found->showRow(id);
    // Once the layout knows where it lies.
    QTimer::singleShot(0, found, [found] { scrollIntoView(found); });
}

void WorksheetPage::adaptMargins()
{
    layout()->setSpacing(em(this, 0.7));
}

void WorksheetPage::changeEvent(QEvent *event)
{
    PageView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        adaptMargins();
}
