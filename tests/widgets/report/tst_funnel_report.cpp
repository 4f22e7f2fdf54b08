#include "models/document/ids.h"
#include "models/funnel/funnel_edits.h"
#include "models/funnel/funnel_store.h"
#include "models/funnel/simulation.h"
#include "tests/support/made_import.h"
#include "tests/support/workbook.h"
#include "widgets/charts/simulation_chart.h"
#include "widgets/report/plan_charts.h"
#include "widgets/report/report_builder.h"
#include "widgets/report/report_style.h"
#include "widgets/report/table_layout.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QByteArray deals = "Deal ID,Stage,Created,Closed,Amount,Currency\n"
                         "1,Won,2026-01-05,2026-02-01,1000,EUR\n2,Won,2026-01-05,2026-02-01,400,USD\n"
                         "3,Won,2026-04-05,2026-05-01,1500,EUR\n4,Won,2026-04-06,2026-05-01,70,USD\n"
                         "5,Opportunity,2026-04-06,,70,EUR\n";

// Everything that a page of the funnel says in a report.
struct Printed
{
    Printed(TestWorkbook &workbook, const QString &key, const QString &currency = {})
    {
        const ReportOptions options{.sections = {u"funnel/"_s + key}, .currency = currency};
        const Report report = ReportBuilder(workbook.document(), workbook.catalogue(), options).build();
        blocks = report.sections.first().blocks;
    }
    template <typename Block> QList<Block> all() const
    {
        QList<Block> found;
        for (const ReportBlock &block : blocks)
            if (const auto *one = std::get_if<Block>(&block))
                found.append(*one);
        return found;
    }
    QStringList titles() const
    {
        QStringList titles;
        for (const DrawingBlock &drawing : all<DrawingBlock>())
            titles.append(drawing.title);
        return titles;
    }
    // The heads of the table that follows the drawing of this title.
    QStringList headsAfter(const QString &title) const
    {
        for (qsizetype i = 0; i + 1 < blocks.size(); ++i) {
            const auto *drawing = std::get_if<DrawingBlock>(&blocks.at(i));
            const auto *table = std::get_if<TableBlock>(&blocks.at(i + 1));
            if (!drawing || drawing->title != title || !table)
                continue;
            QStringList heads;
            for (const ReportColumn &column : table->columns)
                heads.append(column.label);
            return heads;
        }
        return {};
    }
    QString paragraphs() const
    {
        QStringList texts;
        for (const ParagraphBlock &paragraph : all<ParagraphBlock>())
            texts.append(paragraph.text);
        return texts.join(u'\n');
    }
    QList<ReportBlock> blocks;
};

QImage painted(const DrawingBlock &drawing, Qt::LayoutDirection direction = Qt::LeftToRight)
{
    QImage image(2000, 1000, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setLayoutDirection(direction);
    drawing.paint(painter, QRectF(100, 100, 1800, 800));
    return image;
}

bool isBlank(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) != QColor(Qt::white))
                return false;
    return true;
}

} // namespace

// The pages of the split funnel in a report say and draw what they do on screen.
class TestFunnelReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void funnelIsShownByValueToo();
    void nothingIsShownByOneValue();
    void segmentsStandBesideEachOther();
    void oneSegmentIsNotCompared();
    void trendsHaveAllOfTheScreen();
    void trendsMarkTargetsAndNotes();
    void paceAndSimulationAreDrawn();
    void rulesAreStated();
    void valuesAreInOneCurrency();
    void wideTablesAreSplit();
    void numbersOfManyStagesStayTables();
    void nothingIsSaidOfWhatIsNotKnown();
    void partsOfThePlanSayWhatIsKnown();
    void ratesOfAnotherStepAreTold();
    void whatIsLeftOutOfAChangeIsTold();
    void typedNumbersThatContradictAreTold();
    void planRunsFromItsStart();
    void barsKeepTheirFiguresInside();
};

void TestFunnelReport::funnelIsShownByValueToo()
{
    TestWorkbook workbook(u"example"_s);
    const Printed funnel(workbook, u"funnel"_s);
    QCOMPARE(funnel.titles(),
             QStringList({u"Q3 2026 compared with Q2 2026"_s, u"Q3 2026 compared with Q2 2026, by value"_s}));
    const QList<TableBlock> tables = funnel.all<TableBlock>();
    QCOMPARE(tables.at(0).rows.size(), 6);
    QCOMPARE(tables.at(1).rows.size(), 2); // above the opportunities nobody counts money
    QCOMPARE(tables.at(1).rows.last().at(0), u"Won"_s);
    QVERIFY(tables.at(1).rows.last().contains(u"€400,000"_s));
    QVERIFY(tables.at(1).rows.last().contains(u"21.49\u00A0%"_s)); // of 1,861,200
    for (const DrawingBlock &drawing : funnel.all<DrawingBlock>())
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft})
            QVERIFY2(!isBlank(painted(drawing, direction)), qPrintable(drawing.title));
}

void TestFunnelReport::nothingIsShownByOneValue()
{
    TestWorkbook workbook(u"example"_s);
    QVERIFY(workbook.document().edit(u"Without"_s, [](const Database &database) {
        database.execute(u"UPDATE funnel_number SET worth = NULL WHERE amount > 50"_s);
    }));
    QCOMPARE(Printed(workbook, u"funnel"_s).titles().size(), 1);
}

void TestFunnelReport::segmentsStandBesideEachOther()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(),
                       "Deal ID,Stage,Created,Closed,Amount,Currency,Region,Source\n"
                       "1,Won,2026-04-05,2026-05-01,1500,EUR,North,Web\n"
                       "2,Won,2026-04-06,2026-05-02,700,EUR,South,Web\n"
                       "3,Lead,2026-04-06,,70,EUR,South,Web\n"
                       "4,Won,2026-04-06,2026-05-02,700,EUR,,Web\n")
                .ok());
    const Printed funnel(workbook, u"funnel"_s);
    QStringList heads;
    QList<TableBlock> regions;
    for (const TableBlock &table : funnel.all<TableBlock>())
        if (const QString head = table.columns.first().label; head.startsWith(u"Region"_s)) {
            heads.append(head);
            regions.append(table);
        } else {
            QVERIFY2(!head.startsWith(u"Source"_s), qPrintable(head)); // there is one alone
        }
    QCOMPARE(heads, QStringList({u"Region: number"_s, u"Region: rates"_s, u"Region: value in EUR"_s}));
    QCOMPARE(regions.at(0).rows,
             (QList<QStringList>{{u"South"_s, u"2"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s},
                                 {u"North"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s},
                                 {u"In none of them"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s},
                                 {u"All together"_s, u"4"_s, u"3"_s, u"3"_s, u"3"_s, u"3"_s}}));
    QCOMPARE(regions.at(1).columns.last().label, u"Won of Lead"_s); // from the top
    QCOMPARE(regions.at(1).rows.first().last(), u"50.00\u00A0%"_s);
    QCOMPARE(regions.at(1).rows.size(), 3);
    QCOMPARE(regions.at(2).rows.last().last(), u"€2,900"_s);
}

void TestFunnelReport::oneSegmentIsNotCompared()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), deals).ok());
    const Printed funnel(workbook, u"funnel"_s);
    QCOMPARE(funnel.titles().size(), 2);
    QCOMPARE(funnel.all<TableBlock>().size(), 2);
}

void TestFunnelReport::trendsHaveAllOfTheScreen()
{
    TestWorkbook workbook(u"example"_s);
    const Printed trends(workbook, u"trends"_s);
    QCOMPARE(trends.titles(),
             QStringList({u"Counts"_s, u"Step rates"_s, u"Overall rates"_s, u"Values"_s, u"Velocity"_s,
                          u"Won value, EUR"_s}));
    for (const QString &title : trends.titles())
        QCOMPARE(trends.headsAfter(title).value(0), u"Period"_s);
    QVERIFY(trends.headsAfter(u"Step rates"_s).contains(u"MQL of Leads"_s));
    for (const DrawingBlock &drawing : trends.all<DrawingBlock>())
        QVERIFY2(!isBlank(painted(drawing)), qPrintable(drawing.title));
}

void TestFunnelReport::trendsMarkTargetsAndNotes()
{
    TestWorkbook workbook(u"example"_s);
    const Printed with(workbook, u"trends"_s);
    QVERIFY(workbook.document().edit(u"Without"_s, [](const Database &database) {
        database.execute(u"DELETE FROM funnel_target"_s);
        database.execute(u"DELETE FROM funnel_note"_s);
    }));
    const Printed without(workbook, u"trends"_s);
    const DrawingBlock marked = with.all<DrawingBlock>().first(), plain = without.all<DrawingBlock>().first();
    QVERIFY(marked.note.contains(u"Circles are targets, diamonds notes."_s));
    QVERIFY(!plain.note.contains(u"Circles"_s));
    QVERIFY(painted(marked) != painted(plain));
    QVERIFY(painted(marked) != painted(marked, Qt::RightToLeft));
}

void TestFunnelReport::paceAndSimulationAreDrawn()
{
    TestWorkbook workbook(u"example"_s);
    const Printed plan(workbook, u"targets"_s);
    QVERIFY(plan.titles().contains(u"Pace against the target"_s));
    QVERIFY(plan.titles().contains(u"Will the goal be reached?"_s));
    QCOMPARE(plan.headsAfter(u"Pace against the target"_s).value(0), u"Period"_s);
    QStringList labels;
    for (const FieldsBlock &fields : plan.all<FieldsBlock>())
        for (const ReportField &field : fields.fields)
            labels.append(field.label);
    for (const QString &label : {u"Chance to reach it"_s, u"One run in ten ends at or below"_s,
                                 u"Half end at or below"_s, u"Nine in ten end at or below"_s})
        QVERIFY2(labels.contains(label), qPrintable(label));
    for (const DrawingBlock &drawing : plan.all<DrawingBlock>())
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft})
            QVERIFY2(!isBlank(painted(drawing, direction)), qPrintable(drawing.title));
}

void TestFunnelReport::rulesAreStated()
{
    TestWorkbook workbook(u"example"_s);
    for (const QString &page : {u"trends"_s, u"changes"_s})
        QVERIFY2(Printed(workbook, page).paragraphs().contains(u"A row counts in every stage up to"_s),
                 qPrintable(page));
}

void TestFunnelReport::valuesAreInOneCurrency()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), deals).ok());
    const Printed numbers(workbook, u"numbers"_s);
    QVERIFY(numbers.paragraphs().contains(u"Rows in other currencies: 2 in USD."_s));
    const auto tables = numbers.all<TableBlock>();
    const auto worth = std::find_if(tables.begin(), tables.end(), [](const TableBlock &table) {
        return table.columns.first().label == u"Value in EUR";
    });
    QVERIFY(worth != tables.end());
    QCOMPARE(worth->rows.last().last(), u"€1,500"_s);
    const Printed changes(workbook, u"changes"_s);
    QVERIFY(changes.titles().first().startsWith(u"Won value in EUR"_s));
    QVERIFY(changes.paragraphs().contains(u"nothing is added across currencies"_s));

    const Printed other(workbook, u"changes"_s, u"USD"_s);
    QVERIFY(other.titles().first().startsWith(u"Won value in USD"_s));
}

void TestFunnelReport::wideTablesAreSplit()
{
    TestWorkbook workbook(u"example"_s);
    const Printed trends(workbook, u"trends"_s);
    for (const TableBlock &table : trends.all<TableBlock>())
        QVERIFY(table.columns.size() <= 9);
    const QStringList heads = trends.headsAfter(u"Counts"_s);
    QVERIFY(heads.size() > 2);
    QVERIFY(std::none_of(heads.begin(), heads.end(),
                         [](const QString &head) { return head.endsWith(u", target"); }));
}

// Each with the periods, and none wider than a page.
void TestFunnelReport::numbersOfManyStagesStayTables()
{
    TestWorkbook workbook(u"example"_s);
    const Period period = Period::containing(QDate(2026, 7, 1), Grain::Quarter);
    for (int added = 0; added < 8; ++added) {
        const auto stage = addStageAfter(workbook.document(), readFunnel(workbook.document()).stages, 3);
        QVERIFY(stage.ok());
        QVERIFY(workbook.document().edit(u"Name and count"_s, [&](const Database &database) {
            database.update(u"funnel_stage"_s, *stage,
                            {{u"name"_s, u"Agreed with purchasing, and step %1"_s.arg(added)}});
            database.insert(u"funnel_number"_s,
                            {{u"id"_s, newId()},
                             {u"position"_s, 1},
                             {u"stage"_s, *stage},
                             {u"grain"_s, u"quarter"_s},
                             {u"period_start"_s, period.start.toString(Qt::ISODate)},
                             {u"amount"_s, 200 + added}});
        }));
    }
    const auto tables = Printed(workbook, u"numbers"_s).all<TableBlock>();
    int stages = 0;
    for (const TableBlock &table : tables) {
        if (table.columns.first().label != u"Count"_s)
            continue;
        stages += static_cast<int>(table.columns.size()) - 1;
        QVERIFY(TableLayout(table, ReportStyle::contentRect(ReportOptions().paper).width(), Qt::LeftToRight)
                    .fits());
        QVERIFY(std::any_of(table.rows.begin(), table.rows.end(),
                            [](const QStringList &row) { return row.first() == u"Q3 2026"_s; }));
    }
    QCOMPARE(stages, 14);
}

// Neither columns of which nothing is known nor the years between two imports.
void TestFunnelReport::nothingIsSaidOfWhatIsNotKnown()
{
    TestWorkbook workbook(u"example"_s);
    QVERIFY(workbook.document().edit(u"Long ago"_s, [](const Database &database) {
        database.execute(u"UPDATE funnel_number SET period_start = '2018-01-01' WHERE period_start = "
                         "'2024-10-01'"_s);
    }));
    QList<TableBlock> tables = Printed(workbook, u"trends"_s).all<TableBlock>();
    tables += Printed(workbook, u"numbers"_s).all<TableBlock>();
    const auto isSaid = [](const QString &cell) { return !cell.isEmpty() && cell != u"–"; };
    for (const TableBlock &table : std::as_const(tables)) {
        for (const QStringList &row : table.rows)
            QVERIFY2(std::any_of(row.begin() + 1, row.end(), isSaid), qPrintable(row.first()));
        for (qsizetype column = 1; column < table.columns.size(); ++column)
            QVERIFY2(std::any_of(table.rows.begin(), table.rows.end(),
                                 [&](const QStringList &row) { return isSaid(row.at(column)); }),
                     qPrintable(table.columns.first().label + u": "_s + table.columns.at(column).label));
    }
}

// Above a missing rate nothing can be worked out, and why stands there once.
void TestFunnelReport::partsOfThePlanSayWhatIsKnown()
{
    TestWorkbook workbook(u"example"_s);
    QVERIFY(workbook.document().edit(u"No rate"_s, [](const Database &database) {
        database.execute(
            u"UPDATE funnel_plan_rate SET likely = NULL, low = NULL, high = NULL WHERE stage = (SELECT "
            "id FROM funnel_stage WHERE name = 'SQL')"_s);
    }));
    const Printed plan(workbook, u"targets"_s);
    QCOMPARE(plan.paragraphs().count(u"Cannot be worked out"_s), 1);
    int parts = 0;
    for (const TableBlock &table : plan.all<TableBlock>()) {
        if (table.columns.first().label != u"Part"_s)
            continue;
        ++parts;
        QStringList heads;
        for (const ReportColumn &column : table.columns)
            heads.append(column.label);
        QCOMPARE(heads, QStringList({u"Part"_s, u"SQL"_s, u"Opportunities"_s, u"Won"_s}));
    }
    QVERIFY(parts > 1);
}

void TestFunnelReport::ratesOfAnotherStepAreTold()
{
    TestWorkbook workbook(u"example"_s);
    const QString told = u"The rate was agreed for SQL of MQL, and the step is SQL of Leads now"_s;
    QVERIFY(!Printed(workbook, u"targets"_s).paragraphs().contains(told));
    QVERIFY(moveStage(workbook.document(), readStages(workbook.document()), 3, 2));
    QVERIFY(Printed(workbook, u"targets"_s).paragraphs().contains(told));
}

void TestFunnelReport::whatIsLeftOutOfAChangeIsTold()
{
    TestWorkbook workbook(u"example"_s);
    QVERIFY(!Printed(workbook, u"changes"_s).paragraphs().contains(u"Left out"_s));
    QVERIFY(workbook.document().edit(u"Unknown"_s, [](const Database &database) {
        database.execute(
            u"DELETE FROM funnel_number WHERE period_start = '2026-04-01' AND stage = (SELECT id "
            "FROM funnel_stage WHERE name = 'MQL')"_s);
    }));
    const QString said = Printed(workbook, u"changes"_s).paragraphs();
    QVERIFY2(said.contains(u"Left out: MQL (its number in Q2 2026 is not known)."_s), qPrintable(said));
}

void TestFunnelReport::typedNumbersThatContradictAreTold()
{
    TestWorkbook workbook(u"example"_s);
    QVERIFY(workbook.document().edit(u"A month"_s, [](const Database &database) {
        database.execute(
            u"INSERT INTO funnel_number (position, stage, grain, period_start, amount) SELECT 1, "
            "id, 'month', '2026-04-01', 9999 FROM funnel_stage WHERE name = 'MQL'"_s);
    }));
    const QString said = Printed(workbook, u"trends"_s).paragraphs();
    QVERIFY2(said.contains(u"MQL, Q2 2026: typed as 503, "_s), qPrintable(said));
}

// From July to June: no year of the calendar, neither in its parts nor where its period stands.
void TestFunnelReport::planRunsFromItsStart()
{
    TestWorkbook workbook(u"example"_s);
    const auto begin = [&](const QString &grain, const QString &day) {
        QVERIFY(workbook.document().edit(u"Start"_s, [&](const Database &database) {
            database.execute(u"UPDATE funnel_plan SET grain = '%1', period_start = '%2'"_s.arg(grain, day));
        }));
    };
    const auto parts = [](const Printed &plan) {
        QStringList names;
        for (const TableBlock &table : plan.all<TableBlock>())
            if (names.isEmpty() && table.columns.first().label == u"Part"_s)
                for (const QStringList &row : table.rows)
                    names.append(row.first());
        return names;
    };
    begin(u"year"_s, u"2027-07-01"_s);
    const Printed fiscal(workbook, u"targets"_s);
    QVERIFY(fiscal.paragraphs().contains(u"Runs from July 2027 to June 2028."_s));
    QStringList fields;
    for (const FieldsBlock &block : fiscal.all<FieldsBlock>())
        for (const auto &field : block.fields)
            fields.append(field.text);
    QVERIFY(fields.contains(u"July 2027 to June 2028"_s));
    QCOMPARE(parts(fiscal),
             QStringList({u"Q3 2027"_s, u"Q4 2027"_s, u"Q1 2028"_s, u"Q2 2028"_s, u"Together"_s}));
    begin(u"year"_s, u"2027-02-01"_s);
    const Printed february(workbook, u"targets"_s);
    QVERIFY(february.paragraphs().contains(u"make up no whole quarters"_s));
    QCOMPARE(parts(february).size(), 12 + 1); // its months instead
    begin(u"month"_s, u"2027-02-01"_s);
    QVERIFY(Printed(workbook, u"targets"_s).paragraphs().contains(u"longer than the plan"_s));
}

void TestFunnelReport::barsKeepTheirFiguresInside()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), deals + "6,Won,2016-01-05,2016-02-01,100000000,EUR\n").ok());
    const Printed trends(workbook, u"trends"_s);
    const QImage image = painted(trends.all<DrawingBlock>().last());
    QVERIFY(!isBlank(image));
    constexpr int room = 80; // of the 100 beside the drawing: the axis has a broad end
    QVERIFY(isBlank(image.copy(0, 0, room, image.height())));
    QVERIFY(isBlank(image.copy(image.width() - room, 0, room, image.height())));
}

QTEST_MAIN(TestFunnelReport)
#include "tst_funnel_report.moc"
