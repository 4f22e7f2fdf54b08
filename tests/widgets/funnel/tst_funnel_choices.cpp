#include "tests/support/workbook.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/choice_switch.h"
#include "widgets/funnel/funnel_choices.h"
#include "widgets/shell/settings.h"

#include <QAccessible>
#include <QComboBox>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

// What can be chosen above the funnel.
class TestFunnelChoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOneOfASwitchIsOnToReaders();
    void foldsInALowWindow();
    void comparesWithThePeriodBefore();
    void comparisonFollowsThePeriod();

private:
    static QPushButton *more(const FunnelChoices &choices);
    static QComboBox *box(const FunnelChoices &choices, const QString &name);
};

QPushButton *TestFunnelChoices::more(const FunnelChoices &choices)
{
    for (auto *button : choices.findChildren<QPushButton *>())
        if (button->text().startsWith(u"More choices"))
            return button;
    return nullptr;
}

QComboBox *TestFunnelChoices::box(const FunnelChoices &choices, const QString &name)
{
    for (auto *box : choices.findChildren<QComboBox *>())
        if (box->accessibleName() == name)
            return box;
    return nullptr;
}

void TestFunnelChoices::onlyOneOfASwitchIsOnToReaders()
{
    ChoiceSwitch choice(u"Period"_s, {u"Week"_s, u"Month"_s});
    for (auto *button : choice.findChildren<QPushButton *>())
        QCOMPARE(QAccessible::queryAccessibleInterface(button)->role(), QAccessible::RadioButton);
    choice.setCurrent(1);
    for (auto *button : choice.findChildren<QPushButton *>())
        QCOMPARE(bool(button->focusPolicy() & Qt::TabFocus), button->isChecked());
}

void TestFunnelChoices::foldsInALowWindow()
{
    const TestWorkbook workbook;
    Settings settings(workbook.filePath(u"settings.ini"_s));
    FunnelChoices low(settings);
    low.offerCuts({.regions = {u"Nordics"_s}, .products = {u"Cell"_s}, .sources = {u"Trade fair"_s}});
    low.resize(900, 300);
    low.show();
    QComboBox *segment = box(low, u"Region"_s);
    QVERIFY(segment);
    QVERIFY(!segment->isVisible());
    QCOMPARE(more(low)->text(), u"More choices"_s);
    QTest::mouseClick(more(low), Qt::LeftButton);
    QVERIFY(segment->isVisible());
    QTest::keyClick(segment, Qt::Key_Down);
    QCOMPARE(low.cut().segment, u"Nordics"_s);
    QComboBox *product = box(low, u"Product"_s);
    QTest::keyClick(product, Qt::Key_Down);
    QCOMPARE(low.cut().product, u"Cell"_s);
    QCOMPARE(low.cutNames(), u"“Nordics” and “Cell”"_s);
    QVERIFY(low.rule()->text().contains(u"is of the whole house"_s));
    QTest::keyClick(product, Qt::Key_Up);
    QTest::mouseClick(more(low), Qt::LeftButton);
    QVERIFY(!segment->isVisible());
    QCOMPARE(more(low)->text(), u"More choices (1)"_s);

    FunnelChoices high(settings);
    high.resize(900, 2000);
    high.show();
    QVERIFY(more(high)->isChecked());
}

void TestFunnelChoices::comparesWithThePeriodBefore()
{
    const TestWorkbook workbook;
    Settings settings(workbook.filePath(u"settings.ini"_s));
    FunnelChoices choices(settings);
    const auto periods = [](Grain grain, int count) {
        QList<FunnelFigures> funnels;
        for (int i = 0; i < count; ++i)
            funnels.append({Period::containing(QDate(2020, 1, 1), grain).plus(i), {}, {}});
        return funnels;
    };
    choices.offerPeriods(periods(Grain::Quarter, 4));
    choices.findChildren<QComboBox *>().at(0)->setCurrentIndex(1);
    choices.offerPeriods(periods(Grain::Quarter, 5));
    QCOMPARE(choices.now(), u"2020-Q3"_s); // as chosen
    choices.offerPeriods(periods(Grain::Month, 6));
    QCOMPARE(choices.now(), u"2020-06"_s);
    QCOMPARE(choices.before(), u"2020-05"_s);
}

void TestFunnelChoices::comparisonFollowsThePeriod()
{
    const TestWorkbook workbook;
    Settings settings(workbook.filePath(u"settings.ini"_s));
    FunnelChoices choices(settings);
    QList<FunnelFigures> periods;
    for (int i = 0; i < 4; ++i)
        periods.append({Period::fromKey(u"2020-Q1"_s).plus(i), {}, {}});
    choices.offerPeriods(periods);
    auto *now = choices.findChildren<QComboBox *>().at(0);
    auto *before = choices.findChildren<QComboBox *>().at(1);
    const auto choose = [](QComboBox *box, const QString &key) {
        box->setCurrentIndex(box->findData(key));
        Q_EMIT box->activated(box->currentIndex());
    };
    QCOMPARE(choices.now(), u"2020-Q4"_s);
    QCOMPARE(choices.before(), u"2020-Q3"_s);
    choose(now, u"2020-Q3"_s);
    QCOMPARE(choices.before(), u"2020-Q2"_s);
    QCOMPARE(before->findData(u"2020-Q3"_s), -1); // it is the one shown
    choose(before, u"2020-Q1"_s);
    choose(now, u"2020-Q4"_s);
    QCOMPARE(choices.before(), u"2020-Q1"_s); // as chosen
    choices.offerPeriods(periods);
    QCOMPARE(choices.before(), u"2020-Q1"_s);
    choose(now, u"2020-Q1"_s);
    QVERIFY(choices.before().isEmpty()); // nothing lies before it
    choose(now, u"2020-Q2"_s);
    QCOMPARE(choices.before(), u"2020-Q1"_s);
    choose(before, u"target"_s);
    choose(now, u"2020-Q3"_s);
    QVERIFY(choices.isAgainstTarget());
}

QTEST_MAIN(TestFunnelChoices)
#include "tst_funnel_choices.moc"
