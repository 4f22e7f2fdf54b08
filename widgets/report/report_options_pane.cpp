#include "widgets/report/report_options_pane.h"

#include "models/exchange/workbook_sections.h"
#include "models/funnel/deals/known_sums.h"
#include "widgets/funnel/currency_choice.h"
#include "widgets/shell/page_view.h"
#include "widgets/shell/settings.h"
#include "widgets/shell/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int keyRole = Qt::UserRole;

} // namespace

ReportOptionsPane::ReportOptionsPane(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_settings(context.settings)
    , m_workbook(context.document.path())
    , m_sections(new QTreeWidget(this))
    , m_paper(new QComboBox(this))
    , m_currency(new CurrencyChoice(this))
    , m_blankForms(new QCheckBox(tr("Print what is empty as &forms to fill in by hand"), this))
{
    auto *label = new QLabel(tr("&Sections"), this);
    label->setBuddy(m_sections);
    m_sections->setObjectName(u"sections"_s);
    m_sections->setAccessibleName(tr("Sections"));
    m_sections->setHeaderHidden(true);
    fillSections(context.catalogue);
    m_paper->setObjectName(u"paper"_s);
    m_paper->setAccessibleName(tr("Paper"));
    m_paper->addItem(tr("A4"), QPageSize::A4);
    m_paper->addItem(tr("Letter"), QPageSize::Letter);
    m_paper->setCurrentIndex(m_settings.reportOnLetter() ? 1 : 0);
    m_blankForms->setObjectName(u"blankForms"_s);
    m_blankForms->setChecked(m_settings.reportBlankForms());

    auto *form = new QFormLayout;
    form->addRow(tr("&Paper"), m_paper);
    form->addRow(tr("&Values"), m_currency);
    offerCurrencies(context);
    form->setRowVisible(m_currency, !m_currency->currency().isEmpty());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(label);
    column->addWidget(m_sections, 1);
    column->addLayout(form);
    column->addWidget(m_blankForms);
    setMinimumWidth(em(this, 14));

    connect(m_sections, &QTreeWidget::itemChanged, this, &ReportOptionsPane::remember);
    connect(m_paper, &QComboBox::currentIndexChanged, this, &ReportOptionsPane::remember);
    connect(m_currency, &QComboBox::currentIndexChanged, this, &ReportOptionsPane::changed);
    connect(m_blankForms, &QCheckBox::toggled, this, &ReportOptionsPane::remember);
}

void ReportOptionsPane::offerCurrencies(const PageContext &context)
{
    const FunnelInputs funnel = readFunnel(context.document);
    if (const auto deals = summaryOfDeals(context.document, funnel.stages, usualGrain(funnel.typed)))
        m_currency->offer(context.document, funnel, *deals);
}

void ReportOptionsPane::fillSections(const Catalogue &catalogue)
{
    const QStringList leftOut = m_settings.reportLeftOut(m_workbook);
    for (const TabDescription &tab : catalogue.tabs()) {
        auto *parent = new QTreeWidgetItem(m_sections, {tab.label});
        parent->setFlags(parent->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate);
        for (const Page &page : tab.pages) {
            auto *child = new QTreeWidgetItem(parent, {page.label});
            const QString key = WorkbookSections::key(tab, page);
            child->setData(0, keyRole, key);
            child->setCheckState(0, leftOut.contains(key) ? Qt::Unchecked : Qt::Checked);
        }
    }
}

QStringList ReportOptionsPane::sections(Qt::CheckState state) const
{
    QStringList keys;
    for (int i = 0; i < m_sections->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *tab = m_sections->topLevelItem(i);
        for (int k = 0; k < tab->childCount(); ++k)
            if (tab->child(k)->checkState(0) == state)
                keys.append(tab->child(k)->data(0, keyRole).toString());
    }
    return keys;
}

bool ReportOptionsPane::isEmpty() const
{
    return sections(Qt::Checked).isEmpty();
}

ReportOptions ReportOptionsPane::options() const
{
    ReportOptions options;
    if (!sections(Qt::Unchecked).isEmpty())
        options.sections = sections(Qt::Checked);
    options.paper = static_cast<QPageSize::PageSizeId>(m_paper->currentData().toInt());
    options.blankForms = m_blankForms->isChecked();
    options.currency = m_currency->currency();
    options.locale = locale();
    return options;
}

void ReportOptionsPane::remember()
{
    m_settings.setReportLeftOut(m_workbook, sections(Qt::Unchecked));
    m_settings.setReportOnLetter(options().paper == QPageSize::Letter);
    m_settings.setReportBlankForms(m_blankForms->isChecked());
    Q_EMIT changed();
}
