#include "widgets/charts/waterfall_chart.h"
#include "widgets/shell/appearance.h"

#include <QChart>
#include <QGraphicsScene>
#include <QGraphicsTextItem>
#include <QScrollArea>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

WhatChanged changedAlong(const QStringList &stages)
{
    WhatChanged changed;
    changed.from = Period::fromKey(u"2026-Q2"_s);
    changed.to = Period::fromKey(u"2026-Q3"_s);
    changed.before = {31'600'000, u"EUR"_s};
    changed.after = {40'000'000, u"EUR"_s};
    for (const QString &stage : stages)
        changed.factors.append(ChangeFactor{.kind = ChangeFactor::Kind::Rate,
                                            .stage = stage,
                                            .from = u"Leads"_s,
                                            .before = Rate::Problem::NoTo,
                                            .after = Rate::Problem::NoTo,
                                            .part = 4'200'000});
    return changed;
}

QList<QGraphicsTextItem *> textsOf(const WaterfallChart &chart)
{
    QList<QGraphicsTextItem *> texts;
    const auto items = chart.chart()->scene()->items();
    for (QGraphicsItem *item : items)
        if (auto *text = qgraphicsitem_cast<QGraphicsTextItem *>(item); text && text->isVisible())
            texts.append(text);
    return texts;
}

} // namespace

class WaterfallTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void longNamesLeaveTheFiguresWhole();
    void anyNumberOfBarsIsNamed_data();
    void anyNumberOfBarsIsNamed();

private:
    Appearance m_appearance;
};

void WaterfallTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_appearance.apply(ThemeMode::Light, 100);
}

void WaterfallTest::longNamesLeaveTheFiguresWhole()
{
    WaterfallChart panel;
    panel.setChange(changedAlong({u"Marketingqualifizierter Interessent mit Budgetfreigabe"_s,
                                  u"Verkaufschance in Verhandlung mit der Einkaufsabteilung"_s}));
    for (const int width : {660, 1000, 500}) {
        panel.resize(width, 500);
        panel.show();
        QCoreApplication::processEvents();
        int figures = 0;
        const auto texts = textsOf(panel);
        for (const QGraphicsTextItem *text : texts) {
            QVERIFY2(!text->toPlainText().contains(u"..."_s), qPrintable(text->toPlainText()));
            QVERIFY2(text->sceneBoundingRect().left() >= 0, qPrintable(text->toPlainText()));
            figures += text->toPlainText().contains(u"+€42,000"_s) ? 1 : 0;
        }
        QCOMPARE(figures, 2);
    }
}

void WaterfallTest::anyNumberOfBarsIsNamed_data()
{
    QTest::addColumn<int>("zoom");
    QTest::addColumn<int>("height");
    for (const int zoom : {80, 100, 150, 200})
        for (const int height : {200, 400, 900})
            QTest::addRow("%d %% in %d", zoom, height) << zoom << height;
}

void WaterfallTest::anyNumberOfBarsIsNamed()
{
    QFETCH(const int, zoom);
    QFETCH(const int, height);
    m_appearance.apply(ThemeMode::Light, zoom);
    QScrollArea page;
    auto *panel = new WaterfallChart;
    page.setWidgetResizable(true);
    page.setWidget(panel);
    page.resize(900, height);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QStringList stages;
    while (stages.size() < 30) {
        stages.append(u"Stage %1"_s.arg(stages.size()));
        panel->setChange(changedAlong(stages));
        QCoreApplication::processEvents();
        qsizetype figures = 0;
        const auto texts = textsOf(*panel);
        for (const QGraphicsTextItem *text : texts)
            figures += text->toPlainText().contains(u"€42,000"_s) ? 1 : 0;
        QCOMPARE(figures, stages.size());
    }
}

QTEST_MAIN(WaterfallTest)
#include "tst_waterfall.moc"
