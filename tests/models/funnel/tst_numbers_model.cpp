#include "models/funnel/numbers_model.h"
#include "tests/support/workbook.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class NumbersModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheExample();
    void typedNumberIsOneStep();
    void refusesWhatIsNoNumber();
    void pastesABlockOrNothing();
    void headingsSayWhereABlockGoes();
    void clearingBringsTheCrmBack();
    void readsTheUsersLocale();
    void periodsAtBothEnds();
    void weeksAreTypedAndPasted();
    void monthsAddUpInQuarters();
    void segmentsAreNeverAddedToTheWhole();

private:
    static QString at(const NumbersModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
    static int columnOf(const NumbersModel &model, const QString &period)
    {
        for (int i = 0; i < model.columnCount(); ++i)
            if (model.periodAt(i).key() == period)
                return i;
        return -1;
    }
};

void NumbersModelTest::readsTheExample()
{
    TestWorkbook workbook(u"example"_s);
    NumbersModel model(workbook.document());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLocale(QLocale(QLocale::German, QLocale::Germany));
    const int column = columnOf(model, u"2026-Q3"_s);
    QVERIFY(column >= 0);
    QCOMPARE(at(model, 0, column), u"48.200"_s);
    QCOMPARE(at(model, 5, column), u"34"_s);
    model.setMeasure(Measure::Worth);
    QVERIFY2(at(model, 5, column).startsWith(u"400.000"_s), qPrintable(at(model, 5, column)));
    model.setGrain(Grain::Month);
    QCOMPARE(model.periodAt(0).grain, Grain::Month);

    const FunnelInputs inputs = readFunnel(workbook.document());
    QCOMPARE(inputs.stages.size(), 6);
    QCOMPARE(handoverPoints(inputs.stages), (QList<int>{1, 3}));
    QVERIFY(inputs.contractAfter(inputs.stages.at(1).id));
    QVERIFY(!inputs.notes.isEmpty());
}

void NumbersModelTest::weeksAreTypedAndPasted()
{
    TestWorkbook workbook;
    {
        NumbersModel model(workbook.document());
        model.setGrain(Grain::Week);
        const Period first = model.periodAt(0);
        QCOMPARE(first.grain, Grain::Week);
        QVERIFY(model.setData(model.index(0, 0), u"120"_s));
        QVERIFY(model.paste(model.index(1, 0), {{u"30"_s, u"31"_s, u"32"_s}}));
        QCOMPARE(at(model, 1, columnOf(model, first.plus(2).key())), u"32"_s);
    }
    const NumbersModel again(workbook.document());
    QCOMPARE(again.grain(), Grain::Week); // as most of what was typed
    QCOMPARE(at(again, 0, 0), u"120"_s);
}

void NumbersModelTest::monthsAddUpInQuarters()
{
    TestWorkbook workbook;
    Document &document = workbook.document();
    NumbersModel model(document);
    QCOMPARE(model.grain(), Grain::Quarter);
    const Period quarter = model.periodAt(0);
    model.setGrain(Grain::Month);
    while (model.periodAt(0).start > quarter.start)
        model.addEarlierPeriod();
    const int month = columnOf(model, Period::containing(quarter.start, Grain::Month).key());
    QVERIFY(model.paste(model.index(0, month), {{u"1"_s, u"2"_s, u"4"_s}}));
    model.setGrain(Grain::Quarter);
    const QModelIndex sum = model.index(0, columnOf(model, quarter.key()));
    QCOMPARE(sum.data().toString(), u"7"_s);
    QVERIFY(sum.data(Qt::ToolTipRole).toString().contains(u"added up"_s));
    QVERIFY(model.setData(sum, u"9"_s));
    QCOMPARE(sum.data().toString(), u"9"_s);
    QVERIFY(!sum.data(Qt::ToolTipRole).toString().contains(u"added up"_s));
    QVERIFY(model.clear({sum}));
    QCOMPARE(sum.data().toString(), u"7"_s);
}

void NumbersModelTest::typedNumberIsOneStep()
{
    TestWorkbook workbook;
    NumbersModel model(workbook.document());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.isEmpty());
    const QString before = contentOf(workbook.document());
    QVERIFY(model.setData(model.index(1, 2), u"2410"_s));
    QVERIFY(model.setData(model.index(1, 2), u"2411"_s));
    QCOMPARE(model.index(1, 2).data(NumbersModel::SourceRole).toInt(), static_cast<int>(FigureSource::Typed));
    QCOMPARE(workbook.document().rows(u"funnel_number"_s).size(), 1);
    model.setMeasure(Measure::Worth);
    QVERIFY(model.setData(model.index(1, 2), u"500 EUR"_s));
    QCOMPARE(workbook.document().rows(u"funnel_number"_s).size(), 1);
    for (int i = 0; i < 3; ++i)
        QVERIFY(workbook.document().undo().ok());
    QCOMPARE(contentOf(workbook.document()), before);
    QVERIFY(at(model, 1, 2).isEmpty());
}

void NumbersModelTest::refusesWhatIsNoNumber()
{
    TestWorkbook workbook;
    NumbersModel model(workbook.document());
    QSignalSpy refused(&model, &NumbersModel::refused);
    for (const QString &text : {u"12a"_s, u"-3"_s, u"1.5"_s})
        QVERIFY(!model.setData(model.index(2, 1), text));
    QCOMPARE(refused.size(), 3);
    QCOMPARE(refused.first().at(1).toInt(), 2);
    QCOMPARE(refused.first().at(2).toInt(), 1);
    QVERIFY(model.isEmpty());
}

void NumbersModelTest::pastesABlockOrNothing()
{
    TestWorkbook workbook;
    NumbersModel model(workbook.document());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int columns = model.columnCount();
    QSignalSpy refused(&model, &NumbersModel::refused);
    QVERIFY(!model.paste(model.index(0, 0), {{u"1"_s, u"2"_s}, {u"3"_s, u"many"_s}}));
    QCOMPARE(refused.size(), 1);
    QVERIFY(model.isEmpty());
    // What was copied and comes back as it was, stays the CRM's.
    const Period period = model.periodAt(0);
    model.setComputed({{period, QList<DealTotals>(model.rowCount(), DealTotals{.count = 7, .value = {}})}});
    QVERIFY(model.paste(model.index(0, 0), {{u"7"_s}, {u"8"_s}}));
    QCOMPARE(readFunnel(workbook.document()).typed.size(), 1);
    QVERIFY(workbook.document().undo().ok());
    model.setComputed({});
    // Whoever mends the block wants to know all that is wrong.
    QVERIFY(!model.paste(model.index(0, 0), {{u"1"_s, u"few"_s}, {u"3"_s, u"many"_s}}));
    const QString text = refused.last().first().toString();
    QVERIFY2(text.contains(u"“few”"_s) && text.contains(u"Further cells that do not fit (1): "_s),
             qPrintable(text));
    QVERIFY(!model.paste(model.index(5, 0), {{u"1"_s}, {u"2"_s}}));
    QCOMPARE(refused.size(), 3);

    const QString told = refused.first().first().toString();
    QCOMPARE(told.count(model.stageAt(1).name), 1); // the place is said once
    QVERIFY(told.startsWith(model.stageAt(1).name));

    // Wider than the grid: later periods are added. An empty cell is not 0.
    QVERIFY(model.paste(model.index(0, columns - 1), {{u"10"_s, u"20"_s}, {u""_s, u"0"_s}}));
    QCOMPARE(model.columnCount(), columns + 1);
    QCOMPARE(at(model, 0, columns), u"20"_s);
    QCOMPARE(at(model, 1, columns), u"0"_s);
    QCOMPARE(at(model, 1, columns - 1), QString());
    QVERIFY(workbook.document().undo().ok());
    QVERIFY(model.isEmpty());
}

// A block that was copied with its headings is not taken for figures, and goes where they say.
void NumbersModelTest::headingsSayWhereABlockGoes()
{
    TestWorkbook workbook;
    NumbersModel model(workbook.document());
    const QLocale locale;
    const auto period = [&](int column) { return model.periodAt(column).label(locale); };
    QVERIFY(model.paste(model.index(0, 0), {{period(1), period(2)}, {u"10"_s, u"20"_s}}));
    QCOMPARE(at(model, 0, 1), u"10"_s);
    QCOMPARE(at(model, 0, 2), u"20"_s);
    const QString second = model.stageAt(1).name, third = model.stageAt(2).name;
    QVERIFY(model.paste(model.index(0, 0), {{{}, period(0)}, {second, u"5"_s}, {third, u"4"_s}}));
    QCOMPARE(at(model, 1, 0), u"5"_s);
    QCOMPARE(at(model, 2, 0), u"4"_s);
    QVERIFY(model.paste(model.index(0, 0), {{third, u"7"_s}}));
    QCOMPARE(at(model, 2, 0), u"7"_s);
    QCOMPARE(at(model, 0, 0), QString());
    QVERIFY(model.paste(model.index(0, 0), {{third, u"1"_s}, {second, u"2"_s}})); // in any order
    QCOMPARE(at(model, 1, 0), u"2"_s);
    QCOMPARE(at(model, 2, 0), u"1"_s);
    // A blank cell is no heading, though a stage may have no name yet.
    QVERIFY(workbook.document().edit({}, [&](const Database &database) {
        database.execute(u"UPDATE funnel_stage SET name = '' WHERE id = ?"_s, {model.stageAt(0).id});
    }));
    QVERIFY(model.paste(model.index(3, 0), {{{}, u"6"_s}}));
    QCOMPARE(at(model, 3, 1), u"6"_s);
    QCOMPARE(at(model, 0, 0), QString());
}

void NumbersModelTest::clearingBringsTheCrmBack()
{
    TestWorkbook workbook;
    NumbersModel model(workbook.document());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Period period = model.periodAt(0);
    StagePeriods computed;
    computed[period] = QList<DealTotals>(6);
    computed[period][1].count = 70;
    model.setComputed(computed);
    const QModelIndex cell = model.index(1, columnOf(model, period.key()));
    QCOMPARE(cell.data().toString(), u"70"_s);
    QCOMPARE(cell.data(NumbersModel::SourceRole).toInt(), static_cast<int>(FigureSource::Computed));
    QVERIFY(cell.data(Qt::FontRole).value<QFont>().italic());

    QVERIFY(model.setData(cell, u"70"_s)); // left as it was: still the CRM's
    QVERIFY(workbook.document().rows(u"funnel_number"_s).isEmpty());
    QVERIFY(model.setData(cell, u"75"_s));
    QCOMPARE(cell.data().toString(), u"75"_s);
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"70"_s));
    QVERIFY(model.clear({cell}));
    QCOMPARE(cell.data().toString(), u"70"_s);
    QVERIFY(workbook.document().rows(u"funnel_number"_s).isEmpty());
}

void NumbersModelTest::readsTheUsersLocale()
{
    TestWorkbook workbook;
    NumbersModel model(workbook.document());
    model.setLocale(QLocale(QLocale::German, QLocale::Germany));
    QVERIFY(model.setData(model.index(0, 0), u"48.200"_s));
    QCOMPARE(workbook.document().rows(u"funnel_number"_s).first().value(u"amount"_s).toLongLong(), 48200);
    model.setMeasure(Measure::Worth);
    QVERIFY(model.setData(model.index(0, 0), u"1.234,5 EUR"_s));
    QCOMPARE(workbook.document().rows(u"funnel_number"_s).first().value(u"worth"_s).toLongLong(), 123450);
}

void NumbersModelTest::segmentsAreNeverAddedToTheWhole()
{
    TestWorkbook workbook;
    NumbersModel model(workbook.document());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.setData(model.index(0, 0), u"100"_s));
    model.setSegment(u"Nordics"_s);
    QCOMPARE(at(model, 0, 0), QString());
    QVERIFY(model.setData(model.index(0, 0), u"40"_s));
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"Nordics"_s));
    model.setSegment(u"nordics"_s); // the same, as wherever segments are read
    QVERIFY(model.setData(model.index(0, 0), u"45"_s));
    QCOMPARE(workbook.document().rows(u"funnel_number"_s).size(), 2);
    const Period period = model.periodAt(0);
    const auto amountOf = [&](const FunnelCut &cut) {
        const FunnelInputs inputs = readFunnel(workbook.document(), cut);
        return inputs.funnels({}, period.grain, CountedBy::Event).first().figures.first().amount;
    };
    QCOMPARE(amountOf({}), 100);
    QCOMPARE(amountOf({.segment = u"Nordics"_s, .source = {}}), 45);
    QVERIFY(model.clear({model.index(0, 0)}));
    QCOMPARE(amountOf({}), 100);
    model.setSegment({});
    QCOMPARE(at(model, 0, 0), u"100"_s);
}

void NumbersModelTest::periodsAtBothEnds()
{
    TestWorkbook workbook;
    NumbersModel model(workbook.document());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Period first = model.periodAt(0);
    const int columns = model.columnCount();
    model.addEarlierPeriod();
    model.addLaterPeriod();
    QCOMPARE(model.columnCount(), columns + 2);
    QCOMPARE(model.periodAt(0), first.previous());
    QVERIFY(model.setData(model.index(0, 0), u"5"_s));
    QCOMPARE(model.periodAt(0), first.previous());
    QCOMPARE(at(model, 0, 0), u"5"_s);
}

QTEST_MAIN(NumbersModelTest)
#include "tst_numbers_model.moc"
