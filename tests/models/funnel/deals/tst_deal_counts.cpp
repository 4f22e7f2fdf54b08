#include "models/funnel/deals/deal_counts.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

class TestDealCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTakenOutWasNeverThere();
    void countsEachDay();
    void bytesKeepEverything();
    void damagedBytesAreNotBelieved();
    void tooLargeSumsAreNotKept();
};

namespace {

constexpr int stageCount = 5;

Deal anyDeal(QRandomGenerator &random)
{
    const auto day = [&random] {
        if (random.bounded(8) == 0)
            return QDate();
        const int year = random.bounded(20) == 0 ? random.bounded(1600, 2400) : 2026; // some far away
        return QDate(year, 1, 1).addDays(random.bounded(400));
    };
    Deal deal;
    deal.state = static_cast<Deal::State>(random.bounded(3));
    deal.stage = random.bounded(-1, stageCount);
    deal.crmStage = u"Stage %1"_s.arg(random.bounded(3));
    deal.created = day();
    deal.closed = day();
    if (random.bounded(4) > 0)
        deal.value = Money{random.bounded(1'000'000), random.bounded(3) == 0 ? u"USD"_s : u"EUR"_s};
    return deal;
}

QList<Deal> deals(int count, quint32 seed)
{
    QRandomGenerator random(seed);
    QList<Deal> all;
    for (int i = 0; i < count; ++i)
        all.append(anyDeal(random));
    return all;
}

void add(DealCounts &counts, const QList<Deal> &all, int times = 1)
{
    for (const Deal &deal : all)
        counts.add(deal, deal.stage, times);
}

QString textOf(const DealTotals &totals)
{
    QString text = u"%1/%2"_s.arg(totals.count).arg(totals.withoutValue);
    for (const Money &money : totals.value.sums())
        text
            += u" %1 %2 of %3"_s.arg(money.currency).arg(money.minor).arg(totals.value.count(money.currency));
    return text;
}

QString textOf(const QList<DealTotals> &stages)
{
    QStringList texts;
    for (const DealTotals &totals : stages)
        texts.append(textOf(totals));
    return texts.join(u", "_s);
}

template <class Totals> QString textOf(const QMap<Period, Totals> &periods)
{
    QStringList texts;
    for (const auto &[period, totals] : periods.asKeyValueRange())
        texts.append(period.key() + u": " + textOf(totals));
    return texts.join(u'\n');
}

// All of a summary, so that two can be compared.
QString textOf(const DealCounts &counts, Grain grain)
{
    const DealSummary s
        = counts.summary(stageCount, grain, [](qint64 stage) { return static_cast<int>(stage); });
    QStringList parts{textOf(s.won),         textOf(s.lost),   textOf(s.open),    textOf(s.wonByClose),
                      textOf(s.lostByClose), textOf(s.stages), textOf(s.byEntry), textOf(s.byEvent)};
    for (const auto &[stage, count] : s.openByCrmStage.asKeyValueRange())
        parts.append(u"%1: %2"_s.arg(stage).arg(count));
    for (const qint64 number :
         {s.rows, s.withoutCreated, s.wonWithoutClosed, s.closedBeforeCreated, s.withoutStage})
        parts.append(QString::number(number));
    parts.append(s.meanCycleDays.plain(6));
    parts.append(s.medianCycleDays.plain(6));
    return parts.join(u'\n');
}

} // namespace

void TestDealCounts::whatIsTakenOutWasNeverThere()
{
    const QList<Deal> kept = deals(300, 1);
    const QList<Deal> passing = deals(200, 2);
    DealCounts counts, expected;
    add(expected, kept);
    add(counts, passing);
    add(counts, kept);
    QVERIFY(textOf(counts, Grain::Week) != textOf(expected, Grain::Week));
    add(counts, passing, -1);
    for (const Grain grain : {Grain::Week, Grain::Month, Grain::Quarter, Grain::Year})
        QCOMPARE(textOf(counts, grain), textOf(expected, grain));
}

void TestDealCounts::countsEachDay()
{
    const QList<Deal> all = deals(2000, 5);
    DayTotals days;
    QMap<qint64, DealTotals> expected;
    for (const Deal &deal : all) {
        const qint64 day = deal.created.isValid() ? deal.created.toJulianDay() : noDay;
        days.add(day, deal, 1);
        expected[day].add(deal);
    }
    QMap<qint64, DealTotals> counted;
    days.forEach([&counted](qint64 day, const DealTotals &totals) { counted[day].add(totals); });
    QCOMPARE(counted.keys(), expected.keys());
    for (const auto &[day, totals] : expected.asKeyValueRange()) {
        QCOMPARE(textOf(counted.value(day)), textOf(totals));
        QCOMPARE(textOf(days.at(day)), textOf(totals));
    }
    QCOMPARE(days.at(1).count, 0);
}

void TestDealCounts::bytesKeepEverything()
{
    DealCounts counts;
    add(counts, deals(500, 3));
    const auto read = DealCounts::fromBytes(counts.toBytes());
    QVERIFY(read.has_value());
    QCOMPARE(textOf(*read, Grain::Month), textOf(counts, Grain::Month));
}

void TestDealCounts::damagedBytesAreNotBelieved()
{
    DealCounts counts;
    add(counts, deals(20, 4));
    const QByteArray bytes = counts.toBytes();
    QVERIFY(!DealCounts::fromBytes({}).has_value());
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY(!DealCounts::fromBytes(bytes.first(size)).has_value());
    QVERIFY(!DealCounts::fromBytes(bytes + '\0').has_value());
    // Not every wrong number can be told from a right one, but none leads astray in memory.
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        for (const char wrong : {'\x00', '\x7f', '\xff'}) {
            QByteArray damaged = bytes;
            damaged[at] = wrong;
            if (const auto read = DealCounts::fromBytes(damaged))
                textOf(*read, Grain::Year);
        }
    }
}

void TestDealCounts::tooLargeSumsAreNotKept()
{
    Deal deal;
    deal.value = Money{std::numeric_limits<qint64>::max(), u"EUR"_s};
    DealCounts counts;
    counts.add(deal, 0);
    QVERIFY(!counts.toBytes().isEmpty());
    counts.add(deal, 0);
    QVERIFY(counts.toBytes().isEmpty());
}

QTEST_APPLESS_MAIN(TestDealCounts)
#include "tst_deal_counts.moc"
