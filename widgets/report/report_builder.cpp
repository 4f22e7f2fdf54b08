#include "widgets/report/report_builder.h"

#include "models/exchange/workbook_sections.h"
#include "models/overview/dashboard_texts.h"
#include "models/worksheet/value.h"
#include "widgets/controls/picture_file.h"
#include "widgets/feedback/sla_table.h"
#include "widgets/report/figure_blocks.h"
#include "widgets/report/trend_blocks.h"
#include "widgets/shell/translation.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// 1 to 4 for the tabs of the framework; 0 for those around them.
int numberOf(const TabDescription &tab)
{
    switch (tab.tab) {
    case Tab::Story:
        return 1;
    case Tab::Crm:
        return 2;
    case Tab::Feedback:
        return 3;
    case Tab::Funnel:
        return 4;
    default:
        return 0;
    }
}

const QString workbookTable = u"overview_workbook"_s;

// The SLA's promise in leads, with what it is worth.
QList<ReportBlock> withWorth(QList<ReportBlock> blocks, const Document &document, const QLocale &locale)
{
    const SlaWorth worth = slaWorthOf(document.rows(u"feedback_sla_worth"_s).value(0));
    if (!blocks.isEmpty() && worth.isBegun())
        blocks.append(tableBlock(slaTable(worth, locale)));
    return blocks;
}

} // namespace

ReportBuilder::ReportBuilder(Document &document, const Catalogue &catalogue, const ReportOptions &options)
    : m_document(document)
    , m_catalogue(catalogue)
    , m_options(options)
    , m_sheets(document, catalogue, options)
    , m_funnel(document, options)
    , m_plan(m_funnel.report(), options)
    , m_dashboard(document, catalogue, options)
{
    for (const TabDescription &tab : catalogue.tabs())
        if (WorkbookSections::contains(options.sections, tab))
            m_progress.insert(tab.tab, progressOf(document, catalogue, tab));
}

QString ReportBuilder::value(const QString &key) const
{
    const Field *field = m_catalogue.sheet(workbookTable)->field(key);
    const QList<QVariantMap> rows = m_document.rows(workbookTable);
    if (!field || rows.isEmpty())
        return {};
    const QVariant value = Value::fromColumns(*field, rows.first());
    return field->kind == FieldKind::Date && !Value::isEmpty(value)
        ? reportDate(value.toDate(), m_options.locale)
        : Value::toText(*field, value, m_options.locale);
}

QImage ReportBuilder::picture(const QString &key) const
{
    const QList<QVariantMap> rows = m_document.rows(workbookTable);
    return rows.isEmpty() ? QImage()
                          : PictureFile::kept(m_document.attachment(rows.first().value(key).toString()));
}

Report ReportBuilder::build(const ReportProgress &progress) const
{
    Report report;
    report.language = Translation::languageOfTexts(m_options.locale);
    report.locale = m_options.locale;
    report.direction = m_options.direction;
    report.contentsTitle = tr("Contents");
    report.cover = cover();
    const QString title = value(u"title"_s);
    const QString client = report.cover.client;
    report.title = title.isEmpty() ? client : tr("%1: %2", "client, title").arg(client, title);
    report.author = value(u"consultancy"_s).isEmpty() ? value(u"facilitator"_s) : value(u"consultancy"_s);
    report.footer = title.isEmpty() ? client : tr("%1 · %2", "client, title").arg(client, title);
    const QList<TabDescription> &tabs = m_catalogue.tabs();
    const auto all = static_cast<double>(tabs.size());
    for (qsizetype i = 0; i < tabs.size(); ++i)
        if (const auto part = section(tabs.at(i), partOf(progress, double(i) / all, double(i + 1) / all)))
            report.sections.append(*part);
    if (report.sections.isEmpty())
        report.sections.append(whatIsAsked());
    return report;
}

// Instead of what nobody has written yet.
ReportSection ReportBuilder::whatIsAsked() const
{
    ReportSection section;
    section.blocks = {
        HeadingBlock{1, tr("Nothing has been filled in yet")},
        ParagraphBlock{tr("These are the worksheets, and what each of them asks. What both teams write into "
                          "them stands here from then on. To fill them in on paper, print blank forms.")}};
    for (const TabDescription &tab : m_catalogue.tabs()) {
        TableBlock table;
        table.columns = {{tr("Worksheet")}, {tr("What it asks")}};
        for (const Page &page : tab.pages)
            for (const Sheet &sheet : page.sheets)
                if (WorkbookSections::contains(m_options.sections, tab, page) && !sheet.isReference)
                    table.rows.append({sheet.label, sheet.question});
        if (!table.rows.isEmpty())
            section.blocks += {HeadingBlock{3, numbered(tab), tab.question}, table};
    }
    return section;
}

ReportCover ReportBuilder::cover() const
{
    ReportCover cover;
    cover.kind = tr("Sales and marketing alignment workbook");
    cover.clientName = value(u"client"_s);
    cover.client
        = cover.clientName.isEmpty() ? QFileInfo(m_document.path()).completeBaseName() : cover.clientName;
    cover.clientLogo = picture(u"client_logo"_s);
    cover.consultancyLogo = picture(u"consultancy_logo"_s);
    cover.consultancyName = value(u"consultancy"_s);
    cover.footer = cover.clientName.isEmpty() ? tr("Confidential")
                                              : tr("Confidential: prepared for %1").arg(cover.clientName);
    QStringList line{value(u"title"_s), value(u"workshop_date"_s)};
    line.removeAll(QString());
    cover.line = line.join(u" · "_s);
    if (const QString facilitator = value(u"facilitator"_s); !facilitator.isEmpty())
        cover.people.append(tr("Facilitated by %1").arg(facilitator));
    if (!cover.consultancyName.isEmpty() && !cover.consultancyLogo.isNull())
        cover.people.append(cover.consultancyName);
    for (const TabDescription &tab : m_catalogue.tabs())
        if (numberOf(tab) > 0 && WorkbookSections::contains(m_options.sections, tab))
            cover.boxes.append({tab.label, this->cover(tab)});
    return cover;
}

QString ReportBuilder::cover(const TabDescription &tab) const
{
    const TabProgress progress = m_progress.value(tab.tab);
    return DashboardTexts::signOff(progress) % u'\n' % DashboardTexts::filled(progress, m_options.locale);
}

Result<Report> readReport(const QString &path, const ReportOptions &options, const ReportProgress &progress)
{
    const auto document = Document::open(path, {.readOnly = true});
    if (!document)
        return document.error();
    // Nothing is printed as if it were not there.
    std::optional<Error> failed;
    QObject::connect(document->get(), &Document::readFailed, document->get(),
                     [&failed](const Error &error) { failed = failed.value_or(error); });
    const Catalogue catalogue;
    bool stopped = false;
    Report report = ReportBuilder(**document, catalogue, options).build([&](double done) {
        stopped = stopped || (progress && !progress(done));
        return !stopped;
    });
    if (stopped)
        return Error{
            Error::Code::Cancelled,
            QCoreApplication::translate("ReportBuilder", "The export was stopped. Nothing was written.")};
    return failed ? Result<Report>(*failed) : Result<Report>(std::move(report));
}

QString ReportBuilder::numbered(const TabDescription &tab) const
{
    const int number = numberOf(tab);
    return number > 0 ? m_options.locale.toString(number) % u' ' % tab.label : tab.label;
}

std::optional<ReportSection> ReportBuilder::section(const TabDescription &tab,
                                                    const ReportProgress &progress) const
{
    if (!WorkbookSections::contains(m_options.sections, tab))
        return std::nullopt;
    const int number = numberOf(tab);
    const QString prefix = number > 0 ? m_options.locale.toString(number) : QString();
    ReportSection section;
    section.blocks.append(HeadingBlock{1, numbered(tab), tab.question});
    if (number > 0)
        section.blocks.append(SignOffBlock{m_sheets.signatures(SignedSubject::tab(tab))});
    const qsizetype before = section.blocks.size();
    const QList<Page> pages = isBegun(tab) ? tab.pages : QList<Page>();
    int pageNumber = 0;
    for (const Page &page : pages) {
        if (!progress(static_cast<double>(&page - pages.data()) / static_cast<double>(pages.size())))
            return std::nullopt;
        if (!WorkbookSections::contains(m_options.sections, tab, page))
            continue;
        const QString pagePrefix
            = number > 0 ? prefix % u'.' % m_options.locale.toString(pageNumber + 1) : QString();
        const QList<ReportBlock> blocks = pageBlocks(tab, page, pagePrefix);
        pageNumber += blocks.isEmpty() ? 0 : 1;
        section.blocks += blocks;
    }
    if (section.blocks.size() == before)
        return std::nullopt;
    return section;
}

bool ReportBuilder::isBegun(const TabDescription &tab) const
{
    return m_options.blankForms || m_progress.value(tab.tab).filled > 0
        || std::any_of(tab.pages.begin(), tab.pages.end(),
                       [&](const Page &page) { return !ownBlocks(tab, page).isEmpty(); });
}

// What a blank workbook begins with is an offer: it is not handed to a client as if it had been agreed. The
// stages count by what is counted in them, and things to look up belong to what is looked up.
bool ReportBuilder::isLeftOut(const TabDescription &tab, const Sheet &sheet) const
{
    return !m_options.blankForms && tab.tab != Tab::Funnel && !sheet.isReference
        && !m_progress.value(tab.tab).written.contains(sheet.table);
}

QList<ReportBlock> ReportBuilder::pageBlocks(const TabDescription &tab, const Page &page,
                                             const QString &number) const
{
    QList<ReportBlock> body = ownBlocks(tab, page);
    QString question;
    for (const Sheet &sheet : page.sheets) {
        const QList<ReportBlock> blocks = isLeftOut(tab, sheet) ? QList<ReportBlock>() : sheetBlocks(sheet);
        if (blocks.isEmpty())
            continue;
        // A worksheet that has its page to itself is not named twice.
        if (body.isEmpty() && (page.sheets.size() == 1 || sheet.label == page.label))
            question = sheet.question;
        else
            body.append(HeadingBlock{3, sheet.label, sheet.question});
        body += blocks;
    }
    if (!body.isEmpty())
        body.prepend(HeadingBlock{2, number.isEmpty() ? page.label : number % u' ' % page.label, question});
    return body;
}

QList<ReportBlock> ReportBuilder::ownBlocks(const TabDescription &tab, const Page &page) const
{
    if (tab.tab == Tab::Funnel)
        return funnelBlocks(page);
    if (tab.tab == Tab::Crm && page.key == u"cash")
        return m_plan.cash();
    return tab.tab == Tab::Overview && page.key == u"dashboard" ? m_dashboard.blocks() : QList<ReportBlock>();
}

QList<ReportBlock> ReportBuilder::funnelBlocks(const Page &page) const
{
    if (page.key == u"funnel")
        return m_funnel.funnel();
    if (page.key == u"handovers")
        return m_funnel.handovers();
    if (page.key == u"trends")
        return trendBlocks(m_funnel.report(), m_options);
    if (page.key == u"pipeline")
        return m_plan.pipeline();
    if (page.key == u"targets")
        return m_plan.plan();
    if (page.key == u"changes")
        return m_plan.changes();
    return page.key == u"capacity" ? m_plan.capacity() : QList<ReportBlock>();
}

QList<ReportBlock> ReportBuilder::sheetBlocks(const Sheet &sheet) const
{
    if (sheet.table == u"feedback_sla_worth")
        return withWorth(m_sheets.blocks(sheet), m_document, m_options.locale);
    if (sheet.table != u"funnel_number")
        return m_sheets.blocks(sheet);
    const QList<ReportBlock> numbers = m_funnel.numbers();
    const bool complete = m_funnel.showsAllNumbers() && !numbers.isEmpty();
    return numbers + (complete ? QList<ReportBlock>() : m_sheets.blocks(sheet)) + m_funnel.deals();
}
