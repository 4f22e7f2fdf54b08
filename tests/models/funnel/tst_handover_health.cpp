#include "models/funnel/funnel_store.h"
#include "models/funnel/handover_texts.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Outcome = LoggedHandover::Outcome;
using State = HandoverHealth::State;
using Breach = HandoverHealth::Breach;

const QDate today(2026, 11, 20);

LoggedHandover contacted(qint64 minutes, Outcome outcome = Outcome::Accepted, const QString &reason = {})
{
    return {.afterStage = 1,
            .on = today.addDays(-30),
            .contactAfter = minutes,
            .attempts = 2,
            .outcome = outcome,
            .reason = reason};
}

LoggedHandover waitingSince(int days)
{
    return {.afterStage = 1,
            .on = today.addDays(-days),
            .contactAfter = {},
            .attempts = {},
            .outcome = Outcome::Waiting};
}

GateContract within(qint64 minutes)
{
    return {.id = 5, .afterStage = 1, .gives = {}, .takes = {}, .acceptWithin = minutes};
}

} // namespace

class HandoverHealthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void medianOfOddAndEven()
    {
        QCOMPARE(handoverHealth({contacted(30), contacted(600), contacted(90)}, nullptr, today).medianMinutes,
                 Fraction(90));
        QCOMPARE(handoverHealth({contacted(30), contacted(45)}, nullptr, today).medianMinutes,
                 Fraction::of(75, 2));
        QVERIFY(!handoverHealth({waitingSince(3)}, nullptr, today).medianMinutes.isValid());
    }

    void theFullestQuarterIsLookedAtFirst()
    {
        const auto on = [](QDate date, qint64 stage) {
            LoggedHandover row = waitingSince(0);
            row.on = date;
            row.afterStage = stage;
            return row;
        };
        const QList<LoggedHandover> log{on({2026, 2, 1}, 1), on({2026, 5, 1}, 1), on({2026, 5, 2}, 2),
                                        on({2026, 8, 1}, 2), on({}, 2)};
        QCOMPARE(quartersOf(log).size(), 3);
        QCOMPARE(quartersOf(log).first().key(), u"2026-Q3"_s);
        QCOMPARE(fullestQuarter(log).key(), u"2026-Q2"_s); // of both handovers
        QVERIFY(!fullestQuarter({on({}, 2)}).isValid());
    }

    void exactlyInTimeIsInTime()
    {
        const GateContract contract = within(60);
        const HandoverHealth health = handoverHealth({contacted(60), contacted(61)}, &contract, today);
        QCOMPARE(health.inTime, 1);
        QCOMPARE(health.late, 1);
        QCOMPARE(health.insideAgreement.value(), Fraction::of(1, 2));
    }

    // A day is all the log knows: handed over yesterday may be a minute ago.
    void waitingIsLateOnlyWhenItMustBe()
    {
        const GateContract contract = within(24 * 60);
        QCOMPARE(handoverHealth({waitingSince(1)}, &contract, today).overdue, 0);
        QCOMPARE(handoverHealth({waitingSince(2)}, &contract, today).overdue, 0);
        QCOMPARE(handoverHealth({waitingSince(3)}, &contract, today).overdue, 1);
        QCOMPARE(handoverHealth({waitingSince(3)}, nullptr, today).overdue, 0);
    }

    void states()
    {
        const GateContract contract = within(60);
        QCOMPARE(handoverHealth({contacted(10)}, nullptr, today).state, State::NoContract);
        QCOMPARE(handoverHealth({}, &contract, today).state, State::NotMeasured);
        QCOMPARE(handoverHealth({contacted(10)}, &contract, today).state, State::Kept);
        const HandoverHealth late
            = handoverHealth({contacted(10), contacted(70), contacted(80)}, &contract, today);
        QCOMPARE(late.state, State::Broken);
        QCOMPARE(late.breaches, (QList<Breach>{Breach::Late, Breach::MostlyLate}));
    }

    // One quick answer does not make up for those who were forgotten.
    void forgottenOnesBreakIt()
    {
        const GateContract contract = within(60);
        const HandoverHealth health
            = handoverHealth({contacted(10), waitingSince(9), waitingSince(9)}, &contract, today);
        QCOMPARE(health.state, State::Broken);
        QCOMPARE(health.breaches, QList<Breach>{Breach::MostlyLate});
    }

    void outcomesAndReasons()
    {
        GateContract contract = within(60);
        contract.rejectReasons = {u"No budget"_s, u"Student"_s};
        const HandoverHealth health = handoverHealth(
            {contacted(5), contacted(5, Outcome::Rejected, u"student"_s),
             contacted(5, Outcome::Rejected, u"Did not like the voice"_s),
             contacted(5, Outcome::Rejected, u"Did not like the voice"_s), contacted(5, Outcome::Recycled)},
            &contract, today);
        QCOMPARE(health.accepted, 1);
        QCOMPARE(health.rejected, 3);
        QCOMPARE(health.recycled, 1);
        QCOMPARE(health.meanAttempts, Fraction(2));
        QCOMPARE(health.rejectReasons.first(), std::pair(u"Did not like the voice"_s, qint64(2)));
        QCOMPARE(health.unnamedReasons, QStringList{u"Did not like the voice"_s});
        QCOMPARE(health.breaches, QList<Breach>{Breach::UnnamedReason});
        contract.rejectReasons.clear(); // none agreed: none can be missing
        QCOMPARE(handoverHealth({contacted(5, Outcome::Rejected, u"x"_s)}, &contract, today).state,
                 State::Kept);
    }

    // Of what came of those handed over nothing is silent, and only what is not in the contract is red.
    void figuresAddUpAndNameTheCause()
    {
        GateContract contract = within(60);
        contract.rejectReasons = {u"Student"_s};
        const HandoverHealth health
            = handoverHealth({contacted(5), contacted(5, Outcome::Rejected, u"Student"_s),
                              contacted(5, Outcome::Rejected, u"Voice"_s), contacted(5, Outcome::Unknown)},
                             &contract, today);
        QStringList red;
        qint64 sum = 0;
        const QStringList outcomes{u"Accepted"_s, u"Rejected"_s, u"Recycled"_s, u"Waiting"_s,
                                   u"Without an outcome yet"_s};
        const auto figures = HandoverTexts::figures(health, &contract, QLocale::c());
        for (const HandoverTexts::Figure &figure : figures) {
            if (outcomes.contains(figure.label))
                sum += figure.text.toLongLong();
            if (figure.broken)
                red.append(figure.text);
        }
        QCOMPARE(sum, health.handedOver);
        QCOMPARE(red, QStringList{u"1 × Voice"_s});
        QVERIFY(HandoverTexts::summary(health, &contract, QLocale::c()).endsWith(u"broken (reason)"));
        const HandoverHealth slow
            = handoverHealth({contacted(10), waitingSince(9), waitingSince(9)}, &contract, today);
        QVERIFY(HandoverTexts::summary(slow, &contract, QLocale::c()).endsWith(u"(most too late)"));
    }

    // After the split line was moved the rows stay where they were, and are told of.
    void rowsAfterOtherStagesAreToldOf()
    {
        QList<Stage> stages{{.id = 1, .name = u"Lead"_s, .owner = Team::Marketing},
                            {.id = 2, .name = u"SAL"_s, .owner = Team::Sales},
                            {.id = 3, .name = u"Won"_s, .owner = Team::Sales}};
        LoggedHandover gone = waitingSince(1);
        gone.afterStage = 9;
        const QList<LoggedHandover> log{contacted(5), contacted(6)};
        QVERIFY(HandoverTexts::elsewhere(log, stages, {}, QLocale::c()).isEmpty());
        stages[1].owner = Team::Marketing;
        QCOMPARE(
            HandoverTexts::elsewhere(log + QList{gone}, stages, {}, QLocale::c()),
            (QStringList{u"Logged after “Lead”, which is no handover now, and so in no figure here: 2."_s,
                         u"Logged without one of the stages there are, and so in no figure here: 1."_s}));
        const Period other = Period::containing(today.addYears(2), Grain::Quarter);
        QVERIFY(HandoverTexts::elsewhere(log, stages, other, QLocale::c()).isEmpty());
    }

    // The figures that the example's own texts speak of.
    void example()
    {
        TestWorkbook workbook(u"example"_s);
        const FunnelInputs inputs = readFunnel(workbook.document());
        const Period third = Period::fromKey(u"2026-Q3"_s);
        const HandoverHealth leads = inputs.health(inputs.stages.at(1).id, third, today);
        QCOMPARE(leads.state, State::Kept);
        QCOMPARE(leads.medianMinutes, Fraction(192));
        QCOMPARE(leads.insideAgreement.toText(QLocale::c(), 0), u"67\u00a0%"_s);
        const HandoverHealth sql = inputs.health(inputs.stages.at(3).id, third, today);
        QCOMPARE(sql.state, State::Broken);
        QCOMPARE(sql.medianMinutes, Fraction(26 * 60));
        QCOMPARE(sql.insideAgreement.toText(QLocale::c(), 0), u"43\u00a0%"_s);
        QCOMPARE(sql.waiting, 0);
        QCOMPARE(inputs.health(inputs.stages.at(3).id, {}, today).waiting, 1);

        const GateContract *contract = inputs.contractAfter(inputs.stages.at(3).id);
        const QString said = HandoverTexts::summary(sql, contract, QLocale::c());
        QVERIFY2(said.contains(u"26"_s) && said.contains(u"24\u00a0h"_s) && said.endsWith(u"broken"_s),
                 qPrintable(said));
        QCOMPARE(HandoverTexts::breaches(sql, contract, QLocale::c()).size(), 2);
        const auto attempts = [&](const HandoverHealth &health) {
            for (const auto &figure : HandoverTexts::figures(health, contract, QLocale::c()))
                if (figure.label == u"Attempts, mean")
                    return figure.text;
            return QString();
        };
        QCOMPARE(attempts(sql), u"1.6"_s);
        const LoggedHandover waiting{.afterStage = 1, .on = today, .contactAfter = {}, .attempts = 0};
        QCOMPARE(attempts(handoverHealth({waiting}, contract, today)), u"none yet"_s);
        bool marked = false;
        for (const auto &figure : HandoverTexts::figures(sql, contract, QLocale::c()))
            marked |= figure.broken;
        QVERIFY(marked);
    }
};

QTEST_GUILESS_MAIN(HandoverHealthTest)
#include "tst_handover_health.moc"
