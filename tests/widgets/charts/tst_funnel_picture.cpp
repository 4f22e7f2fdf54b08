#include "tests/support/pixels.h"
#include "widgets/charts/funnel_view.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/theme.h"

#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Amounts = QList<std::optional<qint64>>;

FunnelFigures funnel(const QString &period, const Amounts &amounts)
{
    const QStringList names{u"Visitors"_s, u"Leads"_s, u"MQL"_s, u"SQL"_s, u"Opportunities"_s, u"Won"_s};
    const Team owners[]
        = {Team::Marketing, Team::Marketing, Team::Both, Team::Both, Team::Sales, Team::Sales};
    FunnelFigures figures;
    figures.period = Period::fromKey(period);
    for (int i = 0; i < amounts.size(); ++i) {
        const QString name = i < names.size()
            ? names.at(i)
            : u"Stage %1 with a name like Angebotsnachverfolgungsbesprechungstermin"_s.arg(i);
        figures.stages.append({.id = i + 1, .name = name, .owner = owners[std::min(i, 5)]});
        figures.figures.append({.amount = amounts.at(i),
                                .worth = {},
                                .amountSource = amounts.at(i) ? FigureSource::Typed : FigureSource::None});
    }
    return figures;
}

const Amounts third{48200, 2410, 604, 278, 141, 34};
const Amounts second{45900, 2110, 503, 263, 128, 30};

FunnelInputs contract()
{
    FunnelInputs inputs;
    inputs.contracts = {{.afterStage = 2, .gives = u"Ana"_s, .takes = u"Joy"_s, .acceptWithin = 240}};
    return inputs;
}

FunnelBands bandsOf(const Amounts &now, const Amounts &before, const QLocale &locale = QLocale::c())
{
    const FunnelFigures a = funnel(u"2026-Q3"_s, now);
    const FunnelFigures b = funnel(u"2026-Q2"_s, before);
    const FunnelInputs agreed = contract();
    return funnelBands({.now = a, .before = &b, .agreed = &agreed, .locale = locale});
}

} // namespace

class FunnelPictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance.apply(ThemeMode::Light, 100); }
    void textsOfBands();
    void missingIsNotZero();
    void rateAboveOneIsAsked();
    void tinyRateIsNotZero();
    void tableHasBothPeriods();
    void nothingOverlaps_data();
    void nothingOverlaps();
    void widths();
    void mirroredForRightToLeft();
    void arrowKeysWalkTheStages();
    void stageUnderMouse();
    void savedAsSvgAndPng();

private:
    Appearance m_appearance;
};

void FunnelPictureTest::textsOfBands()
{
    const FunnelBands picture = bandsOf(third, second, QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(picture.against, u"Q2 2026"_s);
    const FunnelBand &leads = picture.bands.at(1);
    QCOMPARE(leads.figure, u"2,410"_s);
    QCOMPARE(leads.step, u"25.1\u00a0%"_s);
    QCOMPARE(leads.change.text, u"+300"_s);
    QCOMPARE(leads.stepChange.text, u"+1.2"_s);
    QCOMPARE(leads.stepChange.sign, 1);
    QVERIFY(leads.handover);
    QCOMPARE(leads.handoverTitle, u"Handover: Marketing to Both"_s);
    QVERIFY2(leads.handoverTerms.contains(u"4\u00a0h"_s), qPrintable(leads.handoverTerms));
    QVERIFY(leads.description.contains(u"2,110"_s));
    QCOMPARE(picture.bands.at(2).stepChange.sign, -1);
    QVERIFY(picture.bands.at(3).handover);
    QVERIFY(!picture.bands.at(0).handover);
    QVERIFY(picture.bands.last().step.isEmpty());
}

void FunnelPictureTest::missingIsNotZero()
{
    const FunnelBands picture = bandsOf({100, std::nullopt, 0, 5}, {});
    QVERIFY(!picture.bands.at(1).size.has_value());
    QCOMPARE(picture.bands.at(1).figure, u"–"_s);
    QCOMPARE(picture.bands.at(2).figure, u"0"_s);
    QCOMPARE(picture.bands.at(0).step, u"–"_s);
    QVERIFY(picture.bands.at(3).description.contains(u"is 0"_s));
}

void FunnelPictureTest::rateAboveOneIsAsked()
{
    const FunnelBands picture = bandsOf({10, 12}, {});
    QVERIFY(picture.bands.at(0).stepAsked);
    QCOMPARE(picture.bands.at(0).step, u"120\u00a0%"_s);
    QVERIFY(!bandsOf({10, 10}, {}).bands.at(0).stepAsked);
}

void FunnelPictureTest::tinyRateIsNotZero()
{
    QCOMPARE(bandsOf({1'000'000, 3}, {}).bands.at(0).step, u"< 0.01\u00a0%"_s);
    QCOMPARE(bandsOf({1'000'000, 0}, {}).bands.at(0).step, u"0\u00a0%"_s);
}

void FunnelPictureTest::tableHasBothPeriods()
{
    const FunnelFigures a = funnel(u"2026-Q3"_s, third);
    const FunnelFigures b = funnel(u"2026-Q2"_s, second);
    FunnelInputs agreed = contract();
    agreed.targets = {{.stage = 2, .period = a.period, .amount = 2500, .worth = {}}};
    const FigureTable table
        = funnelTable({.now = a, .before = &b, .agreed = &agreed, .locale = QLocale::c()});
    for (const QStringList &row : table.rows)
        QCOMPARE(row.size(), table.head.size());
    QCOMPARE(table.rows.at(1).first(), u"Leads"_s);
    QCOMPARE(table.rows.at(1).at(table.head.indexOf(u"Q2 2026"_s)), u"2110"_s);
    QCOMPARE(table.rows.at(1).at(table.head.indexOf(u"Q3 2026"_s)), u"2410"_s);
    QCOMPARE(table.rows.at(1).last(), u"2500"_s);
    QVERIFY(table.toText().startsWith(u"Stage\tOwner\t"_s));
}

void FunnelPictureTest::nothingOverlaps_data()
{
    QTest::addColumn<FunnelBands>("picture");
    const Amounts many{1'234'567'890, 48200, std::nullopt, 604, 0, 700, 141, 141, std::nullopt, 1, 3, 4};
    const QLocale arabic(QLocale::Arabic, QLocale::Egypt);
    QTest::newRow("example") << bandsOf(third, second);
    QTest::newRow("overfull") << bandsOf(many, many);
    QTest::newRow("right to left") << bandsOf(third, second, arabic);
    QTest::newRow("nothing known") << bandsOf(Amounts(6), {});
    QTest::newRow("one stage") << bandsOf({7}, {});
}

void FunnelPictureTest::nothingOverlaps()
{
    QFETCH(FunnelBands, picture);
    const QFontMetricsF metrics(QApplication::font());
    for (const int width : {360, 500, 700, 1000, 1800}) {
        for (const bool roomy : {true, false}) {
            const double height = roomy ? FunnelPicture::heightFor(picture, width, metrics)
                                        : FunnelPicture::minimumHeightFor(picture, width, metrics);
            const QRectF rect(10, 20, width, height);
            const QList<QRectF> texts
                = FunnelPicture(picture, rect, QApplication::font(), nullptr).textRects();
            for (int i = 0; i < texts.size(); ++i) {
                QVERIFY2(rect.adjusted(-1, -1, 1, 1).contains(texts.at(i)),
                         qPrintable(QString::number(width)));
                for (int j = 0; j < i; ++j)
                    QVERIFY2(!texts.at(i).adjusted(0.5, 0.5, -0.5, -0.5).intersects(texts.at(j)),
                             qPrintable(u"width %1: texts %2 and %3"_s.arg(width).arg(i).arg(j)));
            }
        }
    }
}

void FunnelPictureTest::widths()
{
    const QRectF rect(0, 0, 600, 400);
    const auto upper = [&](const FunnelPicture &picture, int i) {
        return picture.shapeOf(i).at(1).x() - picture.shapeOf(i).at(0).x();
    };
    const FunnelPicture even(bandsOf({100, 80, 60}, {}), rect, QApplication::font(), nullptr);
    QVERIFY(even.isToScale());
    QCOMPARE(upper(even, 1) / upper(even, 0), 0.8);
    QCOMPARE(upper(even, 2) / upper(even, 0), 0.6);

    const FunnelPicture steep(bandsOf(third, {}), rect, QApplication::font(), nullptr);
    QVERIFY(!steep.isToScale());
    for (int i = 1; i < third.size(); ++i)
        QVERIFY(upper(steep, i) < upper(steep, i - 1));
    QVERIFY(upper(steep, 5) >= 0.29 * upper(steep, 0));
    QVERIFY(!FunnelPicture(bandsOf({5, 0}, {}), rect, QApplication::font(), nullptr).isToScale());
}

void FunnelPictureTest::mirroredForRightToLeft()
{
    const QRectF rect(0, 0, 700, 450);
    FunnelBands picture = bandsOf(third, second);
    const FunnelPicture left(picture, rect, QApplication::font(), nullptr);
    picture.direction = Qt::RightToLeft;
    const FunnelPicture right(picture, rect, QApplication::font(), nullptr);
    const double a = left.shapeOf(0).boundingRect().center().x();
    const double b = right.shapeOf(0).boundingRect().center().x();
    QVERIFY(qAbs(a + b - rect.width()) < 0.01);
}

void FunnelPictureTest::arrowKeysWalkTheStages()
{
    FunnelView view;
    view.setFunnel(bandsOf(third, second), {}, u"Funnel"_s);
    view.resize(view.sizeHint());
    QSignalSpy moved(&view, &FunnelView::currentChanged);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.current(), 1);
    QVERIFY(view.accessibleDescription().startsWith(u"Leads, Marketing"_s));
    QTest::keyClick(&view, Qt::Key_End);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.current(), 5);
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.current(), 0);
    QCOMPARE(moved.size(), 4);
}

void FunnelPictureTest::stageUnderMouse()
{
    FunnelView view;
    view.setFunnel(bandsOf(third, second), {}, u"Funnel"_s);
    view.resize(view.sizeHint());
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.rectOf(3).center());
    QCOMPARE(view.current(), 3);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.rect().bottomLeft());
    QCOMPARE(view.current(), -1);
}

void FunnelPictureTest::savedAsSvgAndPng()
{
    FunnelView view;
    view.setFunnel(bandsOf(third, second), {}, u"Funnel"_s);
    view.resize(view.sizeHint());
    const QTemporaryDir folder;
    QVERIFY(savePicture(view.picture(), folder.filePath(u"f.svg"_s)).ok());
    QVERIFY(QSvgRenderer(folder.filePath(u"f.svg"_s)).isValid());
    QVERIFY(savePicture(view.picture(), folder.filePath(u"f.png"_s)).ok());
    const QImage png(folder.filePath(u"f.png"_s));
    QCOMPARE(png.size(), view.size() * 2);
    for (const Team team : {Team::Marketing, Team::Both, Team::Sales})
        QVERIFY(pixelsOf(png, Theme::light().fill(team)) > 1000);
    const auto refused = savePicture(view.picture(), folder.filePath(u"missing/f.png"_s));
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().message.contains(u"missing"_s));
}

QTEST_MAIN(FunnelPictureTest)
#include "tst_funnel_picture.moc"
