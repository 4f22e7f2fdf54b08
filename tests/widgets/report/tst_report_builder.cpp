#include "models/exchange/starter.h"
#include "models/funnel/funnel_store.h"
#include "models/worksheet/sheet_model.h"
#include "tests/support/workbook.h"
#include "widgets/report/report_builder.h"

#include <QBuffer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

// What of a workbook is said in its report, before it is laid out.
class TestReportBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blankWorkbookSaysWhatItAsks();
    void importAloneMakesNoEmptyPages();
    void handoversAreOfTheScreensPeriod();
    void ratesOfAColumnHaveOneNumberOfDecimals();
    void whatDoesNotCountYetIsCounted();
    void manyActionsDoNotFillTheOverview();
    void promisedLeadsHaveTheirWorth();
    void recordsOfTheProgramAreNoForms();
    void formsHaveRoomForEveryField();
    void onlyPicturesComeOntoTheCover();
    void periodsAndScoresAreReadAtOnce();
    void overdueStandsBesideItsDate();

private:
    static QStringList paragraphs(const Report &made)
    {
        QStringList texts;
        for (const ReportSection &section : made.sections)
            for (const ReportBlock &block : section.blocks)
                if (const auto *paragraph = std::get_if<ParagraphBlock>(&block))
                    texts.append(paragraph->text);
        return texts;
    }

    static Report report(TestWorkbook &workbook, const ReportOptions &options = {})
    {
        return ReportBuilder(workbook.document(), workbook.catalogue(), options).build();
    }

    TestWorkbook m_example{u"example"_s};
};

void TestReportBuilder::blankWorkbookSaysWhatItAsks()
{
    TestWorkbook blank(u"blank"_s);
    const Report made = report(blank);
    QCOMPARE(made.sections.size(), 1);
    QCOMPARE(std::get<HeadingBlock>(made.sections.first().blocks.first()).text,
             u"Nothing has been filled in yet"_s);
    // What was begun stands there, and nothing else.
    SheetModel rows(blank.document(), blank.catalogue(), *blank.catalogue().sheet(u"crm_access"_s));
    QVERIFY(rows.addRow(-1, {{u"person"_s, u"Ines Costa"_s}}) != 0);
    const Report begun = report(blank, {.sections = {u"story"_s, u"crm"_s, u"feedback"_s, u"funnel"_s}});
    QCOMPARE(begun.sections.size(), 1);
    QCOMPARE(std::get<HeadingBlock>(begun.sections.first().blocks.first()).text, u"2 CRM access"_s);
}

void TestReportBuilder::importAloneMakesNoEmptyPages()
{
    TestWorkbook blank(u"blank"_s);
    const auto example = Starter::load(u"example"_s, blank.catalogue());
    QVERIFY(example && example->importDeals(blank.document()));
    QStringList headings;
    const Report made = report(blank);
    for (const ReportSection &section : made.sections)
        headings.append(std::get<HeadingBlock>(section.blocks.first()).text);
    QCOMPARE(headings, QStringList({u"Overview"_s, u"4 Split funnel"_s}));
}

void TestReportBuilder::handoversAreOfTheScreensPeriod()
{
    const QString period = fullestQuarter(readFunnel(m_example.document()).log).label(QLocale());
    QVERIFY(!period.isEmpty());
    const Report made = report(m_example, {.sections = {u"funnel/handovers"_s}});
    int named = 0;
    for (const ReportBlock &block : made.sections.first().blocks)
        if (const auto *fields = std::get_if<FieldsBlock>(&block))
            named += fields->title.contains(period) ? 1 : 0;
    QVERIFY(named > 0);
}

void TestReportBuilder::whatDoesNotCountYetIsCounted()
{
    TestWorkbook workbook(u"example"_s);
    const ReportOptions wins{.sections = {u"feedback/wins"_s}};
    const auto isNote = [](const QString &text) { return text.startsWith(u"Not shown"_s); };
    QVERIFY(paragraphs(report(workbook, wins)).filter(u"Not shown"_s).isEmpty());
    SheetModel rows(workbook.document(), workbook.catalogue(),
                    *workbook.catalogue().sheet(u"feedback_win"_s));
    QVERIFY(rows.addRow(-1, {{u"name"_s, u"Half a win"_s}}) != 0);
    const QStringList texts = paragraphs(report(workbook, wins));
    const auto note = std::find_if(texts.begin(), texts.end(), isNote);
    QVERIFY(note != texts.end());
    QVERIFY(note->endsWith(u": 1."_s));
}

void TestReportBuilder::manyActionsDoNotFillTheOverview()
{
    TestWorkbook workbook(u"blank"_s);
    SheetModel rows(workbook.document(), workbook.catalogue(), *workbook.catalogue().sheet(u"plan_action"_s));
    for (int i = 0; i < 20; ++i)
        QVERIFY(rows.addRow(-1, {{u"what"_s, u"Action %1"_s.arg(i)}}) != 0);
    const Report made = report(workbook, {.sections = {u"overview/dashboard"_s}});
    QVERIFY(paragraphs(made).contains(u"Further open actions: 8."_s));
}

void TestReportBuilder::promisedLeadsHaveTheirWorth()
{
    const Report made = report(m_example, {.sections = {u"feedback/sla"_s}});
    QStringList values;
    for (const ReportBlock &block : made.sections.first().blocks)
        if (const auto *table = std::get_if<TableBlock>(&block))
            for (const QStringList &row : table->rows)
                values.append(row.last());
    QVERIFY2(values.join(u'|').contains(u"264,000"_s), qPrintable(values.join(u'|')));
}

void TestReportBuilder::recordsOfTheProgramAreNoForms()
{
    TestWorkbook blank(u"blank"_s);
    const Report made = report(blank, {.sections = {u"plan/reviews"_s}, .blankForms = true});
    QStringList headings;
    for (const ReportBlock &block : made.sections.first().blocks)
        if (const auto *heading = std::get_if<HeadingBlock>(&block))
            headings.append(heading->text);
    QVERIFY(headings.contains(u"Promises"_s));
    QVERIFY(!headings.contains(u"Frozen numbers"_s));
}

// A field of which there is no column is asked for on a card.
void TestReportBuilder::formsHaveRoomForEveryField()
{
    TestWorkbook blank(u"blank"_s);
    QStringList places;
    const Report made = report(blank, {.blankForms = true});
    for (const ReportSection &section : made.sections)
        for (const ReportBlock &block : section.blocks) {
            if (const auto *table = std::get_if<TableBlock>(&block))
                for (const ReportColumn &column : table->columns)
                    places.append(column.label);
            if (const auto *card = std::get_if<FieldsBlock>(&block))
                for (const ReportField &field : card->fields)
                    places.append(field.label);
        }
    const QString all = places.join(u'\n');
    for (const Sheet *sheet : blank.catalogue().sheets()) {
        if (!sheet->table.startsWith(u"feedback_"_s) || !blank.document().rows(sheet->table).isEmpty())
            continue; // what is filled in already shows what it says
        for (const Field &field : sheet->fields)
            QVERIFY2(all.contains(field.label), qPrintable(sheet->label + u": " + field.label));
    }
}

void TestReportBuilder::ratesOfAColumnHaveOneNumberOfDecimals()
{
    TestWorkbook workbook(u"example"_s);
    QVERIFY(workbook.document().edit(u"30 won, 70 lost"_s, [](const Database &database) {
        database.execute(u"DELETE FROM funnel_deal WHERE deal_key IN (SELECT deal_key FROM funnel_deal "
                         "WHERE state = 2 AND closed_day < ? LIMIT 18)"_s,
                         {QDate(2026, 7, 1).toJulianDay()});
        database.execute(u"DELETE FROM funnel_counts"_s); // a copy of what they add up to
    }));
    const Report made = report(workbook, {.sections = {u"funnel/numbers"_s}});
    const auto isWanted = [](const ReportBlock &block) {
        const auto *table = std::get_if<TableBlock>(&block);
        return table && table->columns.first().label == u"Closed in"_s;
    };
    const QList<ReportBlock> &blocks = made.sections.first().blocks;
    const auto found = std::find_if(blocks.begin(), blocks.end(), isWanted);
    QVERIFY(found != blocks.end());
    QStringList rates;
    for (const QStringList &row : std::get<TableBlock>(*found).rows)
        rates.append(row.last());
    QCOMPARE(rates, QStringList({u"30.00\u00a0%"_s, u"24.46\u00a0%"_s}));
}

// In a workbook that somebody else made anything may stand where a logo belongs.
void TestReportBuilder::onlyPicturesComeOntoTheCover()
{
    TestWorkbook workbook(u"example"_s);
    const auto logoOf = [&](const QByteArray &bytes) {
        (void)workbook.document().edit(u"Logo"_s, [&](const Database &database) {
            database.execute(u"UPDATE overview_workbook SET client_logo = ?"_s,
                             {Document::addAttachment(database, bytes)});
        });
        return report(workbook).cover.clientLogo.size();
    };
    const auto png = [](const QSize &size) {
        QImage image(size, QImage::Format_Mono);
        image.fill(0);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return bytes;
    };
    QCOMPARE(logoOf(png({300, 100})), QSize(300, 100));
    QCOMPARE(logoOf(png({3200, 400})), QSize(1600, 200));
    QVERIFY(logoOf(png({40'000, 2'000})).isEmpty()); // of a few kilobytes, and 320 MB to paint
    QVERIFY(logoOf(png({300, 100}).first(60)).isEmpty());
    QVERIFY(logoOf("<svg xmlns='http://www.w3.org/2000/svg' width='300' height='100'/>").isEmpty());
}

void TestReportBuilder::periodsAndScoresAreReadAtOnce()
{
    const Report made = report(m_example, {.sections = {u"plan/reviews"_s}});
    QStringList read;
    for (const ReportBlock &block : made.sections.first().blocks)
        if (const auto *fields = std::get_if<FieldsBlock>(&block))
            for (const ReportField &field : fields->fields)
                read.append(field.label + u": "_s + field.text);
    QVERIFY2(read.contains(u"Period: Q3 2026"_s), qPrintable(read.join(u'\n')));
    QVERIFY(read.filter(u"Looks at one"_s).isEmpty() && read.filter(u"Period from"_s).isEmpty());
    const QStringList scores = read.filter(u"Alignment score: "_s);
    QVERIFY(!scores.isEmpty());
    for (const QString &score : scores)
        QVERIFY2(score.endsWith(u" of 100"_s), qPrintable(score));
}

void TestReportBuilder::overdueStandsBesideItsDate()
{
    const Report made = report(m_example, {.sections = {u"overview"_s}});
    int overdue = 0;
    for (const ReportBlock &block : made.sections.first().blocks)
        if (const auto *table = std::get_if<TableBlock>(&block);
            table && table->columns.first().label == u"Open action"_s)
            for (const QStringList &row : table->rows) {
                QCOMPARE(row.size(), 3);
                overdue += row.last().endsWith(u", overdue"_s) ? 1 : 0;
            }
    QVERIFY(overdue > 0);
}

QTEST_MAIN(TestReportBuilder)
#include "tst_report_builder.moc"
