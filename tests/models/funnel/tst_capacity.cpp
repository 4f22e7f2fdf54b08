#include "models/funnel/capacity.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestCapacity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameHeadsMoreSales()
    {
        // 5 reps × 40 h × 44 weeks = 8,800 h; 36 % of it selling = 3,168 h; 55 % of that = 1,742.4 h.
        const CapacityInputs inputs{.reps = 5,
                                    .minutesPerWeek = 2'400,
                                    .weeksPerYear = 44,
                                    .sellingShare = 360'000,
                                    .newLeadShare = 550'000,
                                    .minutesPerConversation = 50,
                                    .conversationToWon = 62'000,
                                    .nurtureShare = 280'000,
                                    .movedShare = 600'000,
                                    .dealSize = Money{1'150'000, u"EUR"_s}};
        const Capacity capacity = capacityOf(inputs);
        QCOMPARE(capacity.hours.value, Rational(8'800));
        QCOMPARE(capacity.sellingHours.value, Rational(3'168));
        QCOMPARE(capacity.leadHours.value, Rational::of(17'424, 10));
        QCOMPARE(capacity.conversations.value->roundedDown(), 2'090);
        QCOMPARE(capacity.won.value->plain(2), u"129.63"_s);
        QCOMPARE(capacity.freedHours.value->plain(3), u"532.224"_s);
        QCOMPARE(capacity.moreConversations.value->roundedDown(), 638);
        QCOMPARE(capacity.moreWon.value->plain(2), u"39.60"_s);
        QCOMPARE(capacity.moreValue.value->plain(2), u"455370.85"_s);
    }

    void saysWhatIsMissing()
    {
        CapacityInputs inputs;
        inputs.reps = 5;
        inputs.minutesPerWeek = 2'400;
        Capacity capacity = capacityOf(inputs);
        QVERIFY(!capacity.hours.value);
        QVERIFY(capacity.hours.problem.contains(u"Working weeks a year"));
        QCOMPARE(capacity.moreValue.problem, capacity.hours.problem);
        inputs.weeksPerYear = 44;
        inputs.sellingShare = inputs.newLeadShare = 500'000;
        inputs.minutesPerConversation = 0;
        capacity = capacityOf(inputs);
        QCOMPARE(capacity.leadHours.value, Rational(2'200));
        QVERIFY(capacity.conversations.problem.contains(u"“Time per conversation” must be more than 0"));
        inputs.minutesPerConversation.reset();
        QVERIFY(capacityOf(inputs).conversations.problem.contains(u"“Time per conversation” is missing"));
    }
};

QTEST_APPLESS_MAIN(TestCapacity)
#include "tst_capacity.moc"
