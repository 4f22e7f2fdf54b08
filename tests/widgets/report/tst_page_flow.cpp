#include "widgets/report/report_layout.h"

#include <QTest>

using namespace Qt::StringLiterals;

// What stands on which page, and what goes over to the next.
class TestPageFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDrawingIsLowerWhereItThenFits();

private:
    static LaidOutReport layOut(const QList<ReportBlock> &blocks);
    static QStringList texts(const LaidOutPage &page); // without the footer
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

QTEST_MAIN(TestPageFlow)
#include "tst_page_flow.moc"
