#include "widgets/funnel/handover_health_page.h"

#include "models/funnel/handover_texts.h"
#include "models/overview/progress.h"
#include "models/worksheet/catalogue.h"
#include "widgets/controls/card.h"
#include "widgets/controls/sheet_view.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/handover_figures.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString titleOf(const QList<Stage> &stages, int after)
{
    return HandoverHealthPage::tr("After %1: %2 to %3", "stage, team, team")
        .arg(stages.at(after).name, teamName(giverAt(stages, after)), teamName(stages.at(after + 1).owner));
}

} // namespace

HandoverHealthPage::HandoverHealthPage(const PageContext &page, QWidget *parent)
    : PageView(parent)
    , m_page(page)
    , m_period(new QComboBox)
    , m_none(new TextLabel(tr("There is no handover yet: it lies wherever the owner of the stages changes.")))
    , m_elsewhere(new TextLabel({}, Theme::Role::Warning))
    , m_cards(new QVBoxLayout)
    , m_log(new SheetView(*page.catalogue.sheet(u"funnel_handover_log"_s), m_page, SheetView::Heading::Shown))
{
    m_period->setAccessibleName(tr("Handed over in"));
    m_period->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_period, &QComboBox::activated, this, &HandoverHealthPage::present);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, em(this));
    layout->setSpacing(em(this, 0.8));
    layout->addWidget(m_period, 0, Qt::AlignLeading);
    layout->addWidget(m_none);
    layout->addWidget(m_elsewhere);
    layout->addLayout(m_cards);
    auto *log = new Card;
    (new QVBoxLayout(log))->addWidget(m_log);
    layout->addWidget(log);
    layout->addStretch(1);
    follow(page.document, funnelTables());
}

bool HandoverHealthPage::canUseExample() const
{
    return !m_page.document.isReadOnly() && !isFilled(m_page.document, m_log->sheet());
}

void HandoverHealthPage::useExample()
{
    if (m_log->useExample())
        m_log->focusContent();
}

void HandoverHealthPage::showRow(const QString &table, qint64 id)
{
    if (table == m_log->sheet().table)
        m_log->showRow(id);
}

void HandoverHealthPage::read()
{
    m_inputs = readFunnel(m_page.document);
    offerPeriods();
    present();
    Q_EMIT exampleChanged();
}

// Everything together is offered too.
void HandoverHealthPage::offerPeriods()
{
    const QSignalBlocker quiet(m_period);
    const bool first = m_period->count() == 0;
    const QString chosen = first ? fullestQuarter(m_inputs.log).key() : m_period->currentData().toString();
    const QList<Period> quarters = quartersOf(m_inputs.log);
    m_period->clear();
    m_period->addItem(tr("Handed over at any time"), QString());
    for (const Period &quarter : quarters)
        m_period->addItem(tr("Handed over in %1").arg(quarter.label(QLocale())), quarter.key());
    m_period->setCurrentIndex(std::max(0, m_period->findData(chosen)));
    m_period->setVisible(!quarters.isEmpty());
}

Period HandoverHealthPage::chosenPeriod() const
{
    return Period::fromKey(m_period->currentData().toString());
}

void HandoverHealthPage::present()
{
    const QList<int> points = handoverPoints(m_inputs.stages);
    m_none->setVisible(points.isEmpty());
    while (m_figures.size() > points.size())
        delete m_figures.takeLast()->parentWidget();
    while (m_figures.size() < points.size()) {
        auto *card = new Card;
        m_figures.append(new HandoverFigures({}));
        (new QVBoxLayout(card))->addWidget(m_figures.last());
        m_cards->addWidget(card);
    }
    const Period period = chosenPeriod();
    m_elsewhere->setText(
        HandoverTexts::elsewhere(m_inputs.log, m_inputs.stages, period, QLocale()).join(u'\n'));
    m_elsewhere->setVisible(!m_elsewhere->text().isEmpty());
    for (qsizetype i = 0; i < points.size(); ++i) {
        const qint64 stage = m_inputs.stages.at(points.at(i)).id;
        m_figures.at(i)->setTitle(titleOf(m_inputs.stages, points.at(i)));
        m_figures.at(i)->setHealth(m_inputs.health(stage, period, QDate::currentDate()),
                                   m_inputs.contractAfter(stage), period);
    }
}
