#include "models/document/ids.h"
#include "models/funnel/deals/known_sums.h"
#include "models/funnel/segment_comparison.h"
#include "models/funnel/what_changed.h"
#include "tests/support/made_import.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace Qt::StringLiterals;

// Regions, products and sources beside each other in one period.
class TestSegmentComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsAndRestAddUpToTheWhole();
    void partsOfWhichNothingCameAreLeftOut();
    void typedSegmentsAreCompared();
    void whatASourceIsCalledIsNoRegion();
    void typedTotalsAreTold();
    void periodsOfEntryAreKnown();
};

namespace {

// Of no region: 8.
const QByteArray deals = "Deal ID,Stage,Created,Closed,Amount,Region,Source\n"
                         "1,Won,2026-01-05,2026-02-01,1000,West,Web\n"
                         "4,Won,2026-04-05,2026-05-01,1500,North,Fair\n"
                         "5,Won,2026-04-06,2026-05-02,250,North,Web\n"
                         "6,Won,2026-04-07,2026-05-03,750,South,Web\n"
                         "7,Lead,2026-04-08,,90,South,Fair\n"
                         "9,Lead,2026-04-09,,90,South,Fair\n"
                         "8,Won,2026-03-30,2026-05-04,40,,Web\n";
const Period second = Period::fromKey(u"2026-Q2"_s);

QList<SegmentFunnels> segmentsOf(const Document &document, SegmentKind kind)
{
    auto segments = readSegments(document, readStages(document), Grain::Quarter, kind);
    return segments ? *segments : QList<SegmentFunnels>();
}

FunnelFigures wholeIn(const Document &document, const Period &period)
{
    const FunnelInputs inputs = readFunnel(document);
    const auto summary = summaryOfDeals(document, inputs.stages, Grain::Quarter);
    for (const FunnelFigures &funnel : inputs.funnels(*summary, Grain::Quarter, CountedBy::Event))
        if (funnel.period == period)
            return funnel;
    return {};
}

SegmentComparison compared(const Document &document, SegmentKind kind, const Period &period = second)
{
    return compareSegments(segmentsOf(document, kind), wholeIn(document, period));
}

QStringList namesOf(const SegmentComparison &compared)
{
    QStringList names;
    for (const SegmentComparison::Part &part : compared.parts)
        names.append(part.name);
    return names;
}

// Along the stages; -1: not known.
QList<qint64> amountsOf(const FunnelFigures &funnel)
{
    QList<qint64> amounts;
    for (const StageFigure &figure : funnel.figures)
        amounts.append(figure.amount.value_or(-1));
    return amounts;
}

// Of the last stage.
void type(Document &document, const QString &segment, int amount)
{
    const auto done = document.edit(u"Type"_s, [&](const Database &database) {
        database.insert(u"funnel_number"_s,
                        {{u"id"_s, newId()},
                         {u"position"_s, 1},
                         {u"stage"_s, readStages(document).last().id},
                         {u"grain"_s, u"quarter"_s},
                         {u"period_start"_s, second.start.toString(Qt::ISODate)},
                         {u"segment"_s, segment.isEmpty() ? QVariant() : QVariant(segment)},
                         {u"amount"_s, amount}});
    });
    QVERIFY(done.ok());
}

} // namespace

void TestSegmentComparison::partsAndRestAddUpToTheWhole()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), deals).ok());
    const SegmentComparison regions = compared(workbook.document(), SegmentKind::Region);
    QCOMPARE(namesOf(regions), (QStringList{u"South"_s, u"North"_s})); // the larger is first
    QCOMPARE(amountsOf(regions.parts.at(0).figures), (QList<qint64>{-1, 3, 1, 1, 1, 1}));
    QCOMPARE(amountsOf(regions.parts.at(1).figures), (QList<qint64>{-1, 2, 2, 2, 2, 2}));
    QCOMPARE(amountsOf(regions.rest), (QList<qint64>{-1, 0, 0, 0, 0, 1}));
    QCOMPARE(amountsOf(regions.whole), (QList<qint64>{-1, 5, 3, 3, 3, 4}));
    QVERIFY(regions.hasRest() && !regions.isTypedOverRows);
    QCOMPARE(regions.rest.figures.last().worth->minor, 4000);
    QVERIFY(!compared(workbook.document(), SegmentKind::Source).hasRest());
}

void TestSegmentComparison::partsOfWhichNothingCameAreLeftOut()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), deals).ok());
    QCOMPARE(segmentsOf(workbook.document(), SegmentKind::Region).size(), 3); // with the west
    QCOMPARE(namesOf(compared(workbook.document(), SegmentKind::Region, Period::fromKey(u"2026-Q1"_s))),
             QStringList(u"West"_s));
}

// No deal and no plan names it.
void TestSegmentComparison::typedSegmentsAreCompared()
{
    TestWorkbook workbook;
    type(workbook.document(), u"Iberia"_s, 3);
    type(workbook.document(), u"Alps"_s, 5);
    type(workbook.document(), {}, 9);
    const SegmentComparison regions = compared(workbook.document(), SegmentKind::Region);
    QCOMPARE(namesOf(regions), (QStringList{u"Alps"_s, u"Iberia"_s}));
    QCOMPARE(regions.rest.figures.last().amount, std::optional<qint64>(1));
    QVERIFY(!regions.isTypedOverRows);
    QVERIFY(segmentsOf(workbook.document(), SegmentKind::Product).isEmpty());
    QVERIFY(segmentsOf(workbook.document(), SegmentKind::Source).isEmpty());
}

void TestSegmentComparison::whatASourceIsCalledIsNoRegion()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), deals).ok());
    type(workbook.document(), u"web"_s, 7);
    QCOMPARE(namesOf(compared(workbook.document(), SegmentKind::Region)),
             (QStringList{u"South"_s, u"North"_s}));
    const SegmentComparison sources = compared(workbook.document(), SegmentKind::Source);
    QCOMPARE(namesOf(sources), (QStringList{u"Fair"_s, u"Web"_s}));
    QCOMPARE(sources.parts.last().figures.figures.last().amount, std::optional<qint64>(7));
}

void TestSegmentComparison::typedTotalsAreTold()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), deals).ok());
    type(workbook.document(), {}, 11);
    const SegmentComparison regions = compared(workbook.document(), SegmentKind::Region);
    QVERIFY(regions.isTypedOverRows);
    QCOMPARE(regions.rest.figures.last().amount, std::optional<qint64>(8));
    QVERIFY(typedOverRowsRule().contains(restLabel(true)));
    QVERIFY(restLabel(true) != restLabel(false));
}

void TestSegmentComparison::periodsOfEntryAreKnown()
{
    TestWorkbook workbook;
    QVERIFY(importInto(workbook.document(), deals + "10,Won,2026-03-01,2026-05-05,10,North,Web\n").ok());
    for (const SegmentFunnels &segment : segmentsOf(workbook.document(), SegmentKind::Region)) {
        if (segment.name != u"North")
            continue;
        QCOMPARE(segment.by(CountedBy::Event).last().figures.last().amount, std::optional<qint64>(3));
        QCOMPARE(segment.by(CountedBy::Entry).first().figures.last().amount, std::optional<qint64>(1));
        QCOMPARE(segment.by(CountedBy::Entry).last().figures.last().amount, std::optional<qint64>(2));
        return;
    }
    QFAIL("no north");
}

QTEST_MAIN(TestSegmentComparison)
#include "tst_segment_comparison.moc"
