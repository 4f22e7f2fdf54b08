#include "models/document/ids.h"
#include "models/funnel/typed_contradictions.h"
#include "tests/support/workbook.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QList<Stage> stages{{.id = 1, .name = u"Leads"_s}, {.id = 2, .name = u"Won"_s}};

TypedFigure count(const QString &period, qint64 amount, qint64 stage = 1)
{
    return {.stage = stage, .period = Period::fromKey(period), .amount = amount, .worth = {}};
}

TypedFigure worth(const QString &period, qint64 minor, const QString &currency = u"EUR"_s)
{
    return {.stage = 2, .period = Period::fromKey(period), .amount = {}, .worth = Money{minor, currency}};
}

QStringList told(const QList<TypedFigure> &typed)
{
    QStringList texts;
    for (const TypedContradiction &each : contradictionsIn(typed, stages))
        texts.append(each.text(QLocale::c()));
    return texts;
}

} // namespace

// A quarter or year typed as one number, and its parts as others.
class TestTypedContradictions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQuarterIsNotItsMonths()
    {
        const QList<TypedFigure> months{count(u"2026-01"_s, 40), count(u"2026-02"_s, 35),
                                        count(u"2026-03"_s, 40)};
        QVERIFY(told(months).isEmpty());
        QVERIFY(told(months + QList{count(u"2026-Q1"_s, 115)}).isEmpty());
        QVERIFY(told(months + QList{count(u"2026-Q2"_s, 120)}).isEmpty()); // another quarter
        QVERIFY(told(months + QList{count(u"2026-Q1"_s, 120, 2)}).isEmpty()); // another stage
        QCOMPARE(told(months + QList{count(u"2026-Q1"_s, 120)}),
                 QStringList{u"Leads, Q1 2026: typed as 120, while its months add up to 115."_s});
    }

    void aYearIsNotItsQuarters()
    {
        const QList<TypedFigure> quarters{count(u"2026-Q1"_s, 100), count(u"2026-Q2"_s, 100),
                                          count(u"2026-Q3"_s, 100), count(u"2026-Q4"_s, 100)};
        QVERIFY(told(quarters + QList{count(u"2026"_s, 400)}).isEmpty());
        QCOMPARE(told(quarters + QList{count(u"2026"_s, 450)}),
                 QStringList{u"Leads, 2026: typed as 450, while its quarters add up to 400."_s});
        // One of the quarters as its months.
        const QList<TypedFigure> mixed = quarters.sliced(1)
            + QList{count(u"2026-01"_s, 30), count(u"2026-02"_s, 30), count(u"2026-03"_s, 30),
                    count(u"2026"_s, 400)};
        QCOMPARE(told(mixed), QStringList{u"Leads, 2026: typed as 400, while its quarters add up to 390."_s});
    }

    // Parts that are not known may be anything from 0 on.
    void partsThatAreMoreThanTheWhole()
    {
        const QList<TypedFigure> two{count(u"2026-01"_s, 60), count(u"2026-02"_s, 70)};
        QVERIFY(told(two + QList{count(u"2026-Q1"_s, 130)}).isEmpty());
        QVERIFY(told(two + QList{count(u"2026-Q1"_s, 200)}).isEmpty());
        QCOMPARE(told(two + QList{count(u"2026-Q1"_s, 120)}),
                 QStringList{u"Leads, Q1 2026: typed as 120, while those of its months that are known "
                             "add up to 130 already."_s});
    }

    void valuesToo()
    {
        const QList<TypedFigure> months{worth(u"2026-01"_s, 100'000), worth(u"2026-02"_s, 50'000),
                                        worth(u"2026-03"_s, 0)};
        QVERIFY(told(months + QList{worth(u"2026-Q1"_s, 150'000)}).isEmpty());
        const auto found = contradictionsIn(months + QList{worth(u"2026-Q1"_s, 200'000)}, stages);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().measure, Measure::Worth);
        QCOMPARE(found.first().typed, 200'000);
        QCOMPARE(found.first().parts, 150'000);
        QCOMPARE(found.first().currency, u"EUR"_s);
        // Across currencies nothing is added, and nothing compared.
        QVERIFY(told(months + QList{worth(u"2026-Q1"_s, 200'000, u"USD"_s)}).isEmpty());
        QVERIFY(
            told(months.first(2) + QList{worth(u"2026-Q1"_s, 120'000)}).isEmpty()); // one may be given back
    }

    void segmentsAreLookedAtByThemselves()
    {
        TestWorkbook workbook;
        Document &document = workbook.document();
        QVERIFY(typedContradictions(document).isEmpty());
        const Stage stage = readStages(document).first();
        QVERIFY(document.edit(u"Type"_s, [&](const Database &database) {
            const auto type = [&](const QString &grain, const QString &day, qint64 amount) {
                database.insert(u"funnel_number"_s,
                                {{u"id"_s, newId()},
                                 {u"position"_s, newId()},
                                 {u"stage"_s, stage.id},
                                 {u"grain"_s, grain},
                                 {u"period_start"_s, day},
                                 {u"segment"_s, u"Nordics"_s},
                                 {u"amount"_s, amount}});
            };
            type(u"quarter"_s, u"2026-01-01"_s, 10);
            type(u"month"_s, u"2026-01-01"_s, 20);
        }));
        const auto found = typedContradictions(document);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().segment, u"Nordics"_s);
        QVERIFY(found.first().isPartial);
        QVERIFY(found.first().text(QLocale::c()).startsWith(stage.name + u" of Nordics, Q1 2026: "_s));
    }
};

QTEST_GUILESS_MAIN(TestTypedContradictions)
#include "tst_typed_contradictions.moc"
