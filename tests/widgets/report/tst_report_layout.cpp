#include "models/worksheet/period_cell.h"
#include "tests/support/workbook.h"
#include "widgets/report/period_chart.h"
#include "widgets/report/report_builder.h"
#include "widgets/report/report_layout.h"
#include "widgets/report/report_painter.h"
#include "widgets/report/table_layout.h"

#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;

// Where things stand on the pages: nothing cropped, no heading alone, mirrored from right to left.
class TestReportLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingLeavesThePage_data();
    void nothingLeavesThePage();
    void headingsAreNotAlone_data();
    void headingsAreNotAlone();
    void contentsOfTheExampleTakeOnePage();
    void fewPagesAreNearlyEmpty();
    void emptyWorkbookWithoutForms();
    void emptyWorkbookWithForms();
    void whatNobodyHasTouchedIsLeftOut();
    void wideTablesBecomeCards();
    void rightToLeftIsMirrored();
    void formsHaveRoomToWriteIn();
    void bothTextsStandBesideEachOther();
    void cardsGoOnUnderTheirTitle();
    void rowsGoOnBesideTheirLabel();
    void manyStagesStayOnThePages();
    void pageNumbersHaveNoSeparators();
    void aRunningPeriodIsPaler();
    void timeIsMirroredToo();
    void picturesStandBesideTheFields();
    void longNamesStayOnThePage();
    void datesHaveNoWeekday();

private:
    static LaidOutReport layOut(TestWorkbook &workbook, const ReportOptions &options);
    static QStringList labels(const Report &report);
    TestWorkbook m_example{u"example"_s};
    TestWorkbook m_blank{u"blank"_s};
};

LaidOutReport TestReportLayout::layOut(TestWorkbook &workbook, const ReportOptions &options)
{
    return *layOutReport(ReportBuilder(workbook.document(), workbook.catalogue(), options).build(),
                         options.paper);
}

void TestReportLayout::nothingLeavesThePage_data()
{
    QTest::addColumn<QPageSize::PageSizeId>("paper");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<bool>("forms");
    for (const bool forms : {false, true}) {
        QTest::addRow("A4 %d", forms) << QPageSize::A4 << u"en"_s << forms;
        QTest::addRow("Letter %d", forms) << QPageSize::Letter << u"de"_s << forms;
        QTest::addRow("right to left %d", forms) << QPageSize::A4 << u"ar"_s << forms;
    }
}

void TestReportLayout::nothingLeavesThePage()
{
    QFETCH(QPageSize::PageSizeId, paper);
    QFETCH(QString, locale);
    QFETCH(bool, forms);
    for (TestWorkbook *workbook : {&m_example, &m_blank}) {
        const LaidOutReport report
            = layOut(*workbook, {.paper = paper, .blankForms = forms, .locale = QLocale(locale)});
        const QRectF content = ReportStyle::contentRect(paper).adjusted(-1, -1, 1, 1);
        for (qsizetype page = 1; page < report.pages.size(); ++page)
            for (const Mark &mark : report.pages.at(page).marks)
                if (const auto *text = std::get_if<TextMark>(&mark)) {
                    const QRectF rect(text->at,
                                      QSizeF(text->width, text->text->heightOf(text->first, text->last)));
                    const bool footer = rect.top() > content.bottom();
                    QVERIFY2(footer || content.contains(rect), qPrintable(QString::number(page + 1)));
                    QVERIFY(text->text->lineWidth() < text->width + 2); // it is rounded up
                }
    }
}

void TestReportLayout::headingsAreNotAlone_data()
{
    nothingLeavesThePage_data();
}

void TestReportLayout::headingsAreNotAlone()
{
    QFETCH(QPageSize::PageSizeId, paper);
    QFETCH(QString, locale);
    QFETCH(bool, forms);
    const LaidOutReport report
        = layOut(m_example, {.paper = paper, .blankForms = forms, .locale = QLocale(locale)});
    const double bottom = ReportStyle::contentRect(paper).bottom();
    for (qsizetype i = 0; i < report.headings.size(); ++i) {
        const HeadingPlace &heading = report.headings.at(i);
        // Below it, and below the headings under it, something else stands on the same page.
        double lowest = heading.y;
        for (const HeadingPlace &other : report.headings)
            if (other.page == heading.page)
                lowest = std::max(lowest, other.y);
        bool accompanied = false;
        for (const Mark &mark : report.pages.at(heading.page).marks) {
            const auto *text = std::get_if<TextMark>(&mark);
            const auto *drawing = std::get_if<DrawingMark>(&mark);
            const double y = text ? text->at.y() : drawing ? drawing->rect.top() : 0;
            accompanied |= y > lowest + ReportStyle::points(24) && y < bottom;
        }
        QVERIFY2(accompanied, qPrintable(heading.text));
    }
}

void TestReportLayout::contentsOfTheExampleTakeOnePage()
{
    for (const auto paper : {QPageSize::A4, QPageSize::Letter}) {
        const LaidOutReport report = layOut(m_example, {.paper = paper});
        QCOMPARE(report.contentsPages, 1);
        QCOMPARE(report.headings.first().page, 2);
    }
}

void TestReportLayout::fewPagesAreNearlyEmpty()
{
    const LaidOutReport report = layOut(m_example, {});
    const QRectF content = ReportStyle::contentRect(QPageSize::A4);
    int nearlyEmpty = 0;
    for (qsizetype page = 2; page < report.pages.size(); ++page) {
        double lowest = 0;
        for (const Mark &mark : report.pages.at(page).marks)
            if (const auto *text = std::get_if<TextMark>(&mark); text && text->at.y() < content.bottom())
                lowest = std::max(lowest, text->at.y());
        nearlyEmpty += lowest < content.top() + content.height() / 4 ? 1 : 0;
    }
    // The last page of a section may be.
    QVERIFY2(nearlyEmpty == 0, qPrintable(QString::number(nearlyEmpty)));
}

QStringList TestReportLayout::labels(const Report &report)
{
    QStringList labels;
    for (const ReportSection &section : report.sections)
        for (const ReportBlock &block : section.blocks) {
            if (const auto *fields = std::get_if<FieldsBlock>(&block))
                for (const ReportField &field : fields->fields)
                    labels.append(field.label);
            if (const auto *table = std::get_if<TableBlock>(&block))
                for (const ReportColumn &column : table->columns)
                    labels.append(column.label);
        }
    return labels;
}

void TestReportLayout::emptyWorkbookWithoutForms()
{
    TestWorkbook workbook;
    QVERIFY(workbook.document().edit(u"Empty"_s, [&](const Database &database) {
        for (const Sheet *sheet : workbook.catalogue().sheets())
            database.execute(u"DELETE FROM "_s + sheet->table);
    }));
    const Report report = ReportBuilder(workbook.document(), workbook.catalogue(), {}).build();
    QCOMPARE(report.sections.size(), 1);
    // Every worksheet that is to be filled in, and what it asks.
    QStringList asked;
    for (const ReportBlock &block : report.sections.first().blocks)
        if (const auto *table = std::get_if<TableBlock>(&block))
            for (const QStringList &row : table->rows)
                asked += row;
    for (const Sheet *sheet : workbook.catalogue().sheets())
        QCOMPARE(asked.contains(sheet->label) && asked.contains(sheet->question), !sheet->isReference);
    QCOMPARE(report.cover.client, u"workbook"_s); // the file's name
    QVERIFY(!report.cover.footer.contains(u"workbook"_s)); // which is no client's
    // So few pages need no contents.
    const auto laidOut = layOutReport(report, QPageSize::A4);
    QCOMPARE(laidOut->contentsPages, 0);
    QCOMPARE(laidOut->headings.first().page, 1);
}

void TestReportLayout::whatNobodyHasTouchedIsLeftOut()
{
    const auto headings = [this](const ReportOptions &options) {
        QStringList texts;
        const Report report = ReportBuilder(m_blank.document(), m_blank.catalogue(), options).build();
        for (const ReportSection &section : report.sections)
            for (const ReportBlock &block : section.blocks)
                if (const auto *heading = std::get_if<HeadingBlock>(&block))
                    texts.append(heading->text);
        return texts;
    };
    QCOMPARE(headings({}).first(), u"Nothing has been filled in yet"_s);
    QCOMPARE(headings({}).size(), 1 + m_blank.catalogue().tabs().size()); // what each tab asks
    QVERIFY(headings({.blankForms = true}).size() > 40);
}

void TestReportLayout::emptyWorkbookWithForms()
{
    TestWorkbook workbook;
    QVERIFY(workbook.document().edit(u"Empty"_s, [&](const Database &database) {
        for (const Sheet *sheet : workbook.catalogue().sheets())
            database.execute(u"DELETE FROM "_s + sheet->table);
    }));
    const ReportOptions options{.blankForms = true};
    const Report report = ReportBuilder(workbook.document(), workbook.catalogue(), options).build();
    QCOMPARE(report.sections.size(), 6);
    const auto isGroup = [](const ReportBlock &block, const QString &group) {
        const auto *heading = std::get_if<HeadingBlock>(&block);
        return heading && heading->text == group;
    };
    for (const Field &field : workbook.catalogue().sheet(u"story_baseline"_s)->fields)
        QVERIFY2(std::any_of(report.sections.begin(), report.sections.end(),
                             [&](const ReportSection &section) {
                                 return std::any_of(
                                     section.blocks.begin(), section.blocks.end(),
                                     [&](const ReportBlock &block) { return isGroup(block, field.group); });
                             }),
                 qPrintable(field.group));
    const QString all = labels(report).join(u'\n');
    for (const Sheet *sheet : workbook.catalogue().sheets())
        for (const Field &field : sheet->fields)
            if (!sheet->keptByProgram && field.inTable && field.kind != FieldKind::Picture
                && !PeriodCell::isGrainOfPeriod(*sheet, field))
                QVERIFY2(all.contains(field.label), qPrintable(sheet->table + u'.' + field.key));
}

void TestReportLayout::wideTablesBecomeCards()
{
    TableBlock table;
    QStringList row;
    for (int i = 0; i < 12; ++i) {
        table.columns.append({.label = u"Column %1"_s.arg(i)});
        row.append(u"A text of some length, number %1, that would be squeezed beside eleven others"_s.arg(i));
    }
    table.rows = {row, row};
    Report report;
    report.sections.append({{HeadingBlock{1, u"Section"_s}, table}});
    const LaidOutReport laidOut = *layOutReport(report, QPageSize::A4);
    double narrowest = 1e9;
    int texts = 0;
    for (const Mark &mark : laidOut.pages.at(laidOut.headings.first().page).marks)
        if (const auto *text = std::get_if<TextMark>(&mark)) {
            narrowest = std::min(narrowest, text->width);
            ++texts;
        }
    QVERIFY(texts > 2 * 12);
    QVERIFY(narrowest > ReportStyle::points(40));
}

void TestReportLayout::rightToLeftIsMirrored()
{
    // The language of the texts says where they begin, not that of the numbers.
    const QLocale arabic(QLocale::Arabic);
    const LaidOutReport there = layOut(m_example, {.locale = arabic, .direction = Qt::RightToLeft});
    const LaidOutReport here = layOut(m_example, {.locale = arabic});
    const double width = ReportStyle::pageSize(QPageSize::A4).width();
    const auto headingOf = [](const LaidOutReport &report) {
        return std::get<TextMark>(report.pages.at(report.headings.first().page).marks.first());
    };
    QCOMPARE(headingOf(there).at.x(), width - headingOf(here).at.x() - headingOf(here).width);
    QCOMPARE(there.headings.size(), here.headings.size());
}

void TestReportLayout::formsHaveRoomToWriteIn()
{
    // Choices are ticked, not written: a line beside them lies right under its label.
    const Report report
        = ReportBuilder(m_blank.document(), m_blank.catalogue(), {.blankForms = true}).build();
    int ticked = 0;
    for (const ReportSection &section : report.sections)
        for (const ReportBlock &block : section.blocks)
            if (const auto *fields = std::get_if<FieldsBlock>(&block))
                for (const ReportField &field : fields->fields) {
                    QVERIFY2(!field.label.contains(u" / "_s), qPrintable(field.label));
                    ticked += field.text.contains(QChar(0x2610)) && field.blankLines == 0 ? 1 : 0;
                }
    QVERIFY(ticked > 10);

    // What is asked in rows that are there already has room as well.
    TableBlock table;
    table.columns = {{.label = u"Mistake"_s, .room = 4}, {.label = u"Here"_s, .room = 4}};
    table.rows = {{u"There is no plan"_s, {}}, {u"Goals differ"_s, {}}};
    table.completedByHand = true;
    const TableLayout layout(table, ReportStyle::points(500), Qt::LeftToRight);
    const Strip row = layout.strips().at(1);
    QVERIFY(row.height >= ReportStyle::points(24));
    QList<double> lines;
    for (const Mark &mark : row.marks)
        if (const auto *rule = std::get_if<RuleMark>(&mark); rule && rule->line.dx() == 0)
            lines.append(rule->line.x1());
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(2) - lines.at(1) > 2 * (lines.at(1) - lines.at(0)));
}

// Whatever short fields stand before them.
void TestReportLayout::bothTextsStandBesideEachOther()
{
    for (int before = 0; before < 4; ++before) {
        FieldsBlock card{.title = u"A day or two shifts?"_s};
        for (int i = 0; i < before; ++i)
            card.fields.append({.label = u"Found on"_s, .text = u"25 Sep 2026"_s});
        card.fields.append(
            {.label = u"Marketing"_s, .text = u"In a day."_s, .wide = true, .team = Team::Marketing});
        card.fields.append(
            {.label = u"Sales"_s, .text = u"Two shifts."_s, .wide = true, .team = Team::Sales});
        Report report;
        report.sections.append({{HeadingBlock{1, u"Section"_s}, card}});
        const LaidOutReport laidOut = *layOutReport(report, QPageSize::A4);
        QHash<QString, double> heights;
        for (const LaidOutPage &page : laidOut.pages)
            for (const Mark &mark : page.marks)
                if (const auto *text = std::get_if<TextMark>(&mark))
                    heights.insert(text->text->text(), text->at.y());
        QVERIFY(heights.contains(u"In a day."_s));
        QCOMPARE(heights.value(u"In a day."_s), heights.value(u"Two shifts."_s));
    }
}

void TestReportLayout::cardsGoOnUnderTheirTitle()
{
    FieldsBlock card{.title = u"Card"_s};
    for (int i = 0; i < 200; ++i)
        card.fields.append({.label = u"Label %1"_s.arg(i), .text = u"Text"_s, .wide = true});
    Report report;
    report.sections.append({{HeadingBlock{1, u"Section"_s}, card}});
    const LaidOutReport laidOut = *layOutReport(report, QPageSize::A4);
    QVERIFY(laidOut.pages.size() > 2);
    for (qsizetype page = 2; page < laidOut.pages.size(); ++page) {
        const QList<Mark> &marks = laidOut.pages.at(page).marks;
        const auto first = std::find_if(marks.begin(), marks.end(), [](const Mark &mark) {
            return std::holds_alternative<TextMark>(mark);
        });
        QCOMPARE(std::get<TextMark>(*first).text->text(), u"Card (continued)"_s);
    }
}

void TestReportLayout::rowsGoOnBesideTheirLabel()
{
    const QString text = u"A sentence that is said once more. "_s.repeated(700);
    TableBlock table;
    table.columns = {{.label = u"Part"_s}, {.label = u"Marketing"_s}, {.label = u"Sales"_s}};
    table.rows = {{u"Who we serve"_s, text, u"Short."_s}};
    table.sideBySide = true;
    Report report;
    report.sections.append({{HeadingBlock{1, u"Section"_s}, table}});
    const LaidOutReport laidOut = *layOutReport(report, QPageSize::A4);
    QVERIFY(laidOut.pages.size() - laidOut.headings.first().page >= 3);
    for (qsizetype page = laidOut.headings.first().page; page < laidOut.pages.size(); ++page) {
        const QList<Mark> &marks = laidOut.pages.at(page).marks;
        QCOMPARE(std::count_if(marks.begin(), marks.end(),
                               [](const Mark &mark) {
                                   const auto *placed = std::get_if<TextMark>(&mark);
                                   return placed && placed->text->text() == u"Who we serve"_s;
                               }),
                 1);
    }
}

void TestReportLayout::manyStagesStayOnThePages()
{
    TestWorkbook workbook(u"example"_s);
    QVERIFY(workbook.document().edit(u"Many stages"_s, [](const Database &database) {
        for (int i = 0; i < 24; ++i)
            database.insert(u"funnel_stage"_s,
                            {{u"id"_s, i + 1},
                             {u"position"_s, (1LL << 40) + i},
                             {u"name"_s, u"Stage %1 with a long name of its own"_s.arg(i)},
                             {u"owner"_s, i % 2 == 0 ? u"marketing"_s : u"sales"_s}});
    }));
    for (const auto paper : {QPageSize::A4, QPageSize::Letter}) {
        const LaidOutReport report = layOut(workbook, {.sections = {u"funnel"_s}, .paper = paper});
        const QRectF content = ReportStyle::contentRect(paper).adjusted(-1, -1, 1, 1);
        int drawings = 0;
        for (const LaidOutPage &page : report.pages)
            for (const Mark &mark : page.marks)
                if (const auto *drawing = std::get_if<DrawingMark>(&mark)) {
                    QVERIFY(content.contains(drawing->rect));
                    ++drawings;
                }
        QVERIFY(drawings > 2);
    }
}

void TestReportLayout::pageNumbersHaveNoSeparators()
{
    Report report;
    for (int i = 0; i < 1000; ++i)
        report.sections.append({{HeadingBlock{1, u"Section"_s}}});
    const LaidOutReport laidOut = *layOutReport(report, QPageSize::A4);
    QVERIFY(laidOut.pages.size() > 1000);
    const auto &number = std::get<TextMark>(laidOut.pages.last().marks.last());
    QCOMPARE(number.text->text(), QString::number(laidOut.pages.size()));
}

// As on screen: only a part of it is known.
void TestReportLayout::aRunningPeriodIsPaler()
{
    PeriodChart chart{.title = {}, .points = {}, .team = Team::Sales};
    for (const bool running : {false, false, true})
        chart.points.append({.period = {}, .value = 10, .text = {}, .running = running});
    const auto shadeAt = [](const QImage &image, int x) {
        int darkest = 255;
        for (int y = 0; y < image.height() / 2; ++y)
            darkest = std::min(darkest, image.pixelColor(x, y).lightness());
        return darkest;
    };
    for (const auto paint : {&PeriodChart::paintBars, &PeriodChart::paintLine}) {
        QImage image(300, 200, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.scale(0.1, 0.1);
        (chart.*paint)(painter, {0, 0, 3000, 2000});
        painter.end();
        QVERIFY(shadeAt(image, 50) < 140);
        QVERIFY(shadeAt(image, 250) > shadeAt(image, 50) + 40);
        QVERIFY(shadeAt(image, 250) < 240); // still seen
    }
}

void TestReportLayout::timeIsMirroredToo()
{
    const auto bars = [](Qt::LayoutDirection direction) {
        PeriodChart chart{.title = u"Won"_s, .points = {}, .team = Team::Sales};
        for (const int value : {10, 2, 3, 4})
            chart.points.append({.period = {}, .value = value, .text = {}});
        QImage image(200, 200, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setLayoutDirection(direction);
        painter.scale(0.1, 0.1);
        chart.paintBars(painter, {0, 0, 2000, 2000});
        return image;
    };
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        const QImage image = bars(direction);
        const bool startsLeft = image.pixelColor(25, 60) != Qt::white; // only the first is as tall
        const bool startsRight = image.pixelColor(175, 60) != Qt::white;
        QCOMPARE(startsLeft, direction == Qt::LeftToRight);
        QCOMPARE(startsRight, direction == Qt::RightToLeft);
    }
    // Drawings on a page know the direction of the document.
    Report report;
    report.direction = Qt::RightToLeft;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    const DrawingBlock drawing{{}, {}, 10, [&direction](const QPainter &painter, const QRectF &) {
                                   direction = painter.layoutDirection();
                               }};
    report.sections.append({{HeadingBlock{1, u"Section"_s}, drawing}});
    QImage image(10, 10, QImage::Format_RGB32);
    QPainter painter(&image);
    const LaidOutReport laidOut = *layOutReport(report, QPageSize::A4);
    DecodedPictures pictures;
    for (const LaidOutPage &page : laidOut.pages)
        ReportPainter::paintPage(painter, page, pictures);
    QCOMPARE(direction, Qt::RightToLeft);
}

// A persona's: as many fields beside it as it is high, a long text and the others below.
void TestReportLayout::picturesStandBesideTheFields()
{
    QImage face(200, 200, QImage::Format_RGB32);
    face.fill(Qt::red);
    FieldsBlock card{.title = u"Plant manager"_s};
    card.fields.append({.label = u"Picture"_s, .picture = face});
    for (int i = 0; i < 30; ++i)
        card.fields.append(
            {.label = u"Label %1"_s.arg(i), .text = i == 7 ? u"long "_s.repeated(400) : u"Text"_s});
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        Report report;
        report.direction = direction;
        report.sections.append({{HeadingBlock{1, u"Section"_s}, card}});
        const LaidOutReport laidOut = *layOutReport(report, QPageSize::A4);
        const QRectF content = ReportStyle::contentRect(QPageSize::A4);
        QRectF picture;
        for (const Mark &mark : laidOut.pages.at(1).marks)
            if (const auto *image = std::get_if<ImageMark>(&mark))
                picture = image->rect;
        QVERIFY(picture.isValid());
        QCOMPARE(direction == Qt::LeftToRight ? picture.right() : picture.left(),
                 direction == Qt::LeftToRight ? content.right() : content.left());
        int beside = 0;
        for (const Mark &mark : laidOut.pages.at(1).marks) {
            const auto *text = std::get_if<TextMark>(&mark);
            if (!text)
                continue;
            const QRectF place(text->at, QSizeF(text->width, text->text->heightOf(text->first, text->last)));
            QVERIFY2(!place.intersects(picture), qPrintable(text->text->text()));
            beside += place.top() >= picture.top() && place.bottom() <= picture.bottom() ? 1 : 0;
        }
        QVERIFY(beside >= 8);
    }
}

void TestReportLayout::longNamesStayOnThePage()
{
    TestWorkbook workbook(u"example"_s);
    QVERIFY(workbook.document().edit(u"Long names"_s, [](const Database &database) {
        const QString name = u"Northwind Robotics and Rindfleischetikettierungsüberwachung Holdings "_s;
        database.execute(
            u"UPDATE overview_workbook SET client = ?, title = ?, facilitator = ?, consultancy = ?"_s,
            {name.repeated(9), name.repeated(9), name.repeated(9), name.repeated(9)});
    }));
    for (const auto paper : {QPageSize::A4, QPageSize::Letter}) {
        const LaidOutReport report = layOut(workbook, {.paper = paper});
        const double footer = ReportStyle::contentRect(paper).bottom();
        const double bottom = ReportStyle::pageSize(paper).height() - ReportStyle::points(20);
        for (const LaidOutPage &page : report.pages)
            for (const Mark &mark : page.marks)
                if (const auto *text = std::get_if<TextMark>(&mark)) {
                    const double end = text->at.y() + text->text->heightOf(text->first, text->last);
                    QVERIFY(end <= (text->at.y() > footer ? bottom : footer));
                }
    }
}

void TestReportLayout::datesHaveNoWeekday()
{
    const QDate date(2026, 11, 12);
    QCOMPARE(reportDate(date, QLocale(QLocale::English, QLocale::UnitedKingdom)), u"12 Nov 2026"_s);
    QCOMPARE(reportDate(date, QLocale(QLocale::English, QLocale::UnitedStates)), u"Nov 12, 2026"_s);
    QCOMPARE(reportDate(date, QLocale(QLocale::German)), u"12. Nov. 2026"_s);
    for (const char *name : {"fr", "es", "ja", "ar", "hu", "fi", "lt", "zh", "sv"}) {
        const QLocale locale{QString::fromLatin1(name)};
        const QString text = reportDate(date, locale);
        QVERIFY2(text.contains(locale.toString(date, u"d"_s)), qPrintable(text));
        QVERIFY2(!text.contains(locale.dayName(date.dayOfWeek())), qPrintable(text));
    }
}

QTEST_MAIN(TestReportLayout)
#include "tst_report_layout.moc"
