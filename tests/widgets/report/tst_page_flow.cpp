#include "widgets/report/report_layout.h"

#include <QTest>

using namespace Qt::StringLiterals;

// What stands on which page, and what goes over to the next.
class TestPageFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDrawingIsLowerWhereItThenFits();
    void whatGoesOverSaysWhatItIs();
    void aSumHasTwoRowsAboveIt();
    void wideFiguresAreSplitColumnWise();
    void shortTextsOfBothStandBesideEachOther();
    void cardsOfOneDayAreToldApart();
    void nothingIsLostOfNamesLongerThanAPage_data();
    void nothingIsLostOfNamesLongerThanAPage();
    void numbersKeepTheirUnit();

private:
    static LaidOutReport layOut(const QList<ReportBlock> &blocks);
    static QStringList texts(const LaidOutPage &page); // without the footer
    static TableBlock figures(int columns, int rows); // the last row is their sum
    static double heightOfDrawing(const LaidOutPage &page); // 0: there is none
};

LaidOutReport TestPageFlow::layOut(const QList<ReportBlock> &blocks)
{
    Report report;
    report.sections.append({blocks});
    return *layOutReport(report, QPageSize::A4);
}

QStringList TestPageFlow::texts(const LaidOutPage &page)
{
    QStringList texts;
    const double bottom = ReportStyle::contentRect(QPageSize::A4).bottom();
    for (const Mark &mark : page.marks)
        if (const auto *text = std::get_if<TextMark>(&mark); text && text->at.y() < bottom)
            texts.append(text->text->text());
    return texts;
}

double TestPageFlow::heightOfDrawing(const LaidOutPage &page)
{
    for (const Mark &mark : page.marks)
        if (const auto *drawing = std::get_if<DrawingMark>(&mark))
            return drawing->rect.height();
    return 0;
}

// A chapter's head does not stand alone on a page because of a few points.
void TestPageFlow::aDrawingIsLowerWhereItThenFits()
{
    const double page = ReportStyle::contentRect(QPageSize::A4).height() / ReportStyle::unitsPerPoint;
    DrawingBlock drawing{u"Funnel"_s, u"A note under it"_s, page - 60, [](QPainter &, const QRectF &) {},
                         page - 200};
    const QList<ReportBlock> head{HeadingBlock{1, u"Split funnel"_s},
                                  SignOffBlock{{{.text = u"Signed"_s, .valid = true}}},
                                  HeadingBlock{2, u"Funnel"_s}};
    const LaidOutReport fitting = layOut(head + QList<ReportBlock>{drawing});
    QCOMPARE(fitting.pages.size(), 2);
    QCOMPARE(texts(fitting.pages.last()).last(), u"A note under it"_s);
    QVERIFY(heightOfDrawing(fitting.pages.last()) < ReportStyle::points(page - 60));

    drawing.leastHeight = 0;
    const LaidOutReport other = layOut(head + QList<ReportBlock>{drawing});
    QCOMPARE(other.pages.size(), 3);
    QCOMPARE(heightOfDrawing(other.pages.last()), ReportStyle::points(page - 60));
}

TableBlock TestPageFlow::figures(int columns, int rows)
{
    TableBlock table;
    for (int column = 0; column <= columns; ++column)
        table.columns.append(
            {.label = column == 0 ? u"Period"_s : u"Stage %1"_s.arg(column), .figures = column > 0});
    for (int row = 1; row <= rows; ++row) {
        QStringList cells{row == rows ? u"Together"_s : u"Row %1"_s.arg(row)};
        for (int column = 1; column <= columns; ++column)
            cells.append(u"1,234"_s);
        table.rows.append(cells);
    }
    return table;
}

void TestPageFlow::whatGoesOverSaysWhatItIs()
{
    const DrawingBlock drawing{u"Counts"_s, {}, 550, [](QPainter &, const QRectF &) {}};
    const LaidOutReport report = layOut({HeadingBlock{1, u"Split funnel"_s}, drawing, figures(3, 60)});
    QVERIFY(report.pages.size() > 3);
    QVERIFY(!texts(report.pages.at(1)).contains(u"Counts (continued)"_s));
    for (qsizetype page = 2; page < report.pages.size(); ++page)
        QCOMPARE(texts(report.pages.at(page)).first(2), QStringList({u"Counts (continued)"_s, u"Period"_s}));

    // A table that begins a page of its own, and figures without a name.
    const FieldsBlock fields{.fields = {{.label = u"Goal"_s, .text = u"1"_s}}};
    for (const ReportBlock &after : {ReportBlock(figures(3, 20)), ReportBlock(fields)}) {
        DrawingBlock high = drawing;
        high.height = 640;
        const LaidOutReport next = layOut({HeadingBlock{1, u"Split funnel"_s}, high, after});
        QCOMPARE(texts(next.pages.at(2)).first(), u"Counts (continued)"_s);
    }
}

void TestPageFlow::aSumHasTwoRowsAboveIt()
{
    for (int rows = 24; rows < 60; ++rows) {
        const LaidOutReport report = layOut({HeadingBlock{1, u"Section"_s}, figures(1, rows)});
        const QStringList last = texts(report.pages.last());
        QVERIFY2(last.filter(u"Row "_s).size() >= 2, qPrintable(last.join(u'|')));
    }
}

void TestPageFlow::wideFiguresAreSplitColumnWise()
{
    TableBlock table = figures(14, 3);
    for (ReportColumn &column : table.columns)
        if (column.figures)
            column.label = u"Sales accepted after second qualification, %1"_s.arg(column.label);
    const QStringList all = texts(layOut({HeadingBlock{1, u"Section"_s}, table}).pages.at(1));
    QVERIFY(all.count(u"Period"_s) >= 2); // each part begins with the words
    QCOMPARE(all.count(u"Together"_s), all.count(u"Period"_s));
    QCOMPARE(all.count(u"1,234"_s), 14 * 3);
    for (const ReportColumn &column : std::as_const(table.columns))
        QVERIFY2(all.contains(column.label), qPrintable(column.label));
}

// Whatever stands before them, as the long ones do.
void TestPageFlow::shortTextsOfBothStandBesideEachOther()
{
    const QString ours = u"Delivery dates of the quarter in the letter"_s, theirs = u"Nine weeks kept"_s;
    for (int before = 0; before < 4; ++before) {
        FieldsBlock card{.title = u"Win"_s};
        for (int i = 0; i < before; ++i)
            card.fields.append({.label = u"On"_s, .text = u"30 Jul 2026"_s});
        card.fields.append({.label = u"Marketing"_s, .text = ours, .team = Team::Marketing});
        card.fields.append({.label = u"Sales"_s, .text = theirs, .team = Team::Sales});
        QHash<QString, double> heights;
        const LaidOutReport report = layOut({HeadingBlock{1, u"Section"_s}, card});
        for (const Mark &mark : report.pages.at(1).marks)
            if (const auto *text = std::get_if<TextMark>(&mark))
                heights.insert(text->text->text(), text->at.y());
        QVERIFY(heights.contains(ours));
        QCOMPARE(heights.value(ours), heights.value(theirs));
    }
}

void TestPageFlow::cardsOfOneDayAreToldApart()
{
    const QString lesson = u"Marketing counted demos booked, sales demos held. "_s.repeated(12);
    TableBlock table;
    table.columns = {{u"On"_s}, {u"Rate into stage"_s}};
    for (int i = 0; i < 8; ++i)
        table.columns.append({u"Lesson"_s});
    for (const QString &stage : {u"MQL"_s, u"SQL"_s})
        table.rows.append(QStringList{u"12 Nov 2026"_s, stage} + QStringList(8, lesson));
    const QStringList all = texts(layOut({HeadingBlock{1, u"Section"_s}, table}).pages.at(1));
    QVERIFY2(all.contains(u"12 Nov 2026, MQL"_s), qPrintable(all.join(u'|')));
}

void TestPageFlow::nothingIsLostOfNamesLongerThanAPage_data()
{
    const QString text = u"word "_s.repeated(2000);
    QTest::addColumn<QString>("name");
    QTest::newRow("half a page") << text.left(2500);
    QTest::newRow("nearly a page") << text.left(5000);
    QTest::newRow("a page") << text.left(7900);
    QTest::newRow("more") << text;
}

// Someone writes all there is to say into the field that names the row.
void TestPageFlow::nothingIsLostOfNamesLongerThanAPage()
{
    QFETCH(QString, name);
    FieldsBlock card{.title = name};
    for (const QString &label : {u"Answer"_s, u"Changed"_s})
        card.fields.append({.label = label, .text = u"text "_s.repeated(1400)});
    TableBlock table;
    table.columns = {{u"Fact"_s}, {u"Why"_s}};
    table.rows = {{name, u"text "_s.repeated(1200)}};
    const QRectF paper = ReportStyle::contentRect(QPageSize::A4).adjusted(-1, -1, 1, 1);
    for (const ReportBlock &block : {ReportBlock(card), ReportBlock(table)}) {
        const LaidOutReport report = layOut({HeadingBlock{1, u"Section"_s}, block});
        QVERIFY2(report.pages.size() < 20, qPrintable(QString::number(report.pages.size())));
        QHash<const ShapedText *, int> shown; // lines
        for (qsizetype page = 1; page < report.pages.size(); ++page)
            for (const Mark &mark : report.pages.at(page).marks)
                if (const auto *text = std::get_if<TextMark>(&mark); text && text->at.y() < paper.bottom()) {
                    QVERIFY(text->at.y() + text->text->heightOf(text->first, text->last) <= paper.bottom());
                    int &until = shown[text->text.get()];
                    QVERIFY(text->first <= until);
                    until = std::max(until, text->last);
                }
        for (const auto &[text, until] : shown.asKeyValueRange())
            QCOMPARE(until, text->linesWithin(0, 1e9));
    }
}

void TestPageFlow::numbersKeepTheirUnit()
{
    for (const QString &text : {u"within 24 h"_s, u"by 20 %"_s, u"for 300 €"_s})
        QVERIFY(withUnitsKept(text).endsWith(QString(text.section(u' ', 1)).replace(u' ', QChar::Nbsp)));
    QCOMPARE(withUnitsKept(u"34 percent of 12 deals"_s), u"34 percent of 12 deals"_s);
}

QTEST_MAIN(TestPageFlow)
#include "tst_page_flow.moc"
