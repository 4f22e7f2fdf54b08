#include "tests/support/made_funnel.h"
#include "tests/support/pixels.h"
#include "tests/support/workbook.h"
#include "widgets/charts/funnel_view.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/theme.h"

#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace MadeFunnel;

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
    void noNameIsLostInNarrowBands();
    void longNamesLeaveTheBandsVisible();
    void manyLongNamesAreReadWhole();
    void namesAreShortenedInTheirMiddle();
    void unknownStagesGoAlong();
    void brokenHandoverIsToldApart();
    void brokenIsAWordHoweverNarrow();
    void nothingHasNoWidth();
    void nothingIsLeftOutInASmallWindow();
    void waysBackAreDrawn();
    void savedAsSvgAndPng();
    void savedInLightColours();

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
    QCOMPARE(picture.bands.at(0).step, u"120.0\u00a0%"_s);
    QVERIFY(!bandsOf({10, 10}, {}).bands.at(0).stepAsked);
}

void FunnelPictureTest::tinyRateIsNotZero()
{
    QCOMPARE(bandsOf({1'000'000, 3}, {}).bands.at(0).step, u"< 0.01\u00a0%"_s);
    QCOMPARE(bandsOf({1'000'000, 0}, {}).bands.at(0).step, u"0.0\u00a0%"_s);
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
    FunnelBands named = bandsOf(third, second);
    named.bands[2].name = u"Negotiation with purchasing and legal de"_s;
    QTest::newRow("long name") << named;
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
}

void FunnelPictureTest::nothingHasNoWidth()
{
    const QRectF rect(0, 0, 900, 450);
    const Amounts week{48200, 240, 60, 0, 3, 0};
    for (const FunnelWidths kind : {FunnelWidths::Readable, FunnelWidths::Linear}) {
        FunnelBands bands = bandsOf(week, {});
        bands.widths = kind;
        const FunnelPicture picture(bands, rect, QApplication::font(), nullptr);
        for (int i = 0; i < week.size(); ++i)
            QCOMPARE(picture.shapeOf(i).boundingRect().width() <= 0, *week.at(i) == 0);
        QVERIFY(picture.texts().contains(u"0"_s));
    }
    const FunnelPicture unknown(bandsOf({std::nullopt, 0, 2}, {}), rect, QApplication::font(), nullptr);
    QVERIFY(unknown.shapeOf(0).boundingRect().width() > 0); // that is not the same as none
    QCOMPARE(unknown.shapeOf(0).at(2).x(), unknown.shapeOf(0).at(1).x()); // nor does it fall to it
    QVERIFY(FunnelPicture(bandsOf({5, 0}, {}), rect, QApplication::font(), nullptr).isToScale());
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

// To scale, 34 of 48,200 is a hairline; its name and figure are there all the same, whole.
void FunnelPictureTest::noNameIsLostInNarrowBands()
{
    FunnelBands picture = bandsOf(third, second);
    for (const FunnelWidths widths : {FunnelWidths::Linear, FunnelWidths::Readable}) {
        picture.widths = widths;
        for (const int width : {400, 700, 1200}) {
            const QFontMetricsF metrics(QApplication::font());
            const QRectF rect(0, 0, width, FunnelPicture::heightFor(picture, width, metrics));
            const FunnelPicture laidOut(picture, rect, QApplication::font(), nullptr);
            QCOMPARE(laidOut.isToScale(), widths == FunnelWidths::Linear);
            for (const FunnelBand &band : picture.bands) {
                QVERIFY2(laidOut.texts().contains(band.name), qPrintable(band.name));
                QVERIFY2(laidOut.texts().contains(band.figure), qPrintable(band.figure));
            }
        }
    }
}

void FunnelPictureTest::longNamesLeaveTheBandsVisible()
{
    FunnelBands picture = bandsOf(third, second);
    for (FunnelBand &band : picture.bands)
        band.name += u" whose name is as long as some workbooks have them"_s;
    const QFontMetricsF metrics(QApplication::font());
    for (const int width : {500, 800, 1400}) {
        const QRectF rect(0, 0, width, FunnelPicture::heightFor(picture, width, metrics));
        const FunnelPicture laidOut(picture, rect, QApplication::font(), nullptr);
        for (int i = 0; i < picture.bands.size(); ++i) {
            QVERIFY(laidOut.texts().contains(picture.bands.at(i).figure));
            const QRectF band = laidOut.shapeOf(i).boundingRect();
            QVERIFY(band.width() > metrics.height());
            for (const QRectF &text : laidOut.textRects()) // inside or beside, never across
                QVERIFY(!text.intersects(band)
                        || (text.left() >= band.left() && text.right() <= band.right()));
        }
    }
}

// Fourteen stages, of which one has 40 characters: low bands have whole names beside them, high ones break
// them.
void FunnelPictureTest::manyLongNamesAreReadWhole()
{
    const Amounts many{48200, 31000, 12000, 6200, 2410, 3900, 604, 2100, 278, 251, 141, 151, 111, 34};
    FunnelBands picture = bandsOf(many, many);
    for (int i = 6; i < picture.bands.size(); ++i)
        picture.bands[i].name = u"Stage %1, as they name it"_s.arg(i);
    picture.bands[5].name = u"Negotiation with purchasing and legal de"_s;
    const QFontMetricsF metrics(QApplication::font());
    const auto textsIn = [&](double ems, bool roomy) {
        const double width = ems * metrics.height();
        const QRectF rect(0, 0, width,
                          roomy ? FunnelPicture::heightFor(picture, width, metrics)
                                : FunnelPicture::minimumHeightFor(picture, width, metrics));
        return FunnelPicture(picture, rect, QApplication::font(), nullptr).texts();
    };
    for (const bool roomy : {true, false})
        for (const FunnelBand &band : picture.bands)
            QVERIFY2(textsIn(42, roomy).join(u' ').contains(band.name), qPrintable(band.name));
    const QStringList narrow = textsIn(24, true);
    QVERIFY(!narrow.contains(picture.bands.at(5).name));
    QVERIFY2(narrow.join(u' ').contains(picture.bands.at(5).name), qPrintable(narrow.join(u'|')));
}

void FunnelPictureTest::namesAreShortenedInTheirMiddle()
{
    FunnelBands picture = bandsOf(third, second);
    picture.bands[4].name = u"QualifiedByTheirWholeBuyingCommittee"_s;
    const FunnelPicture narrow(picture, {0, 0, 300, 200}, QApplication::font(), nullptr);
    const QStringList texts = narrow.texts();
    const bool isShortened = std::any_of(texts.begin(), texts.end(), [](const QString &text) {
        return text.startsWith(u"Q"_s) && text.endsWith(u"e"_s) && text.contains(QChar(0x2026));
    });
    QVERIFY2(isShortened, qPrintable(texts.join(u'|')));
}

// Their outline neither widens the funnel nor narrows it; nearly equal counts stay so.
void FunnelPictureTest::unknownStagesGoAlong()
{
    const QRectF rect(0, 0, 600, 400);
    const FunnelPicture picture(bandsOf({std::nullopt, std::nullopt, 1165, std::nullopt, 1196}, {}), rect,
                                QApplication::font(), nullptr);
    QVERIFY(picture.isToScale());
    const auto upper = [&](int i) { return picture.shapeOf(i).at(1).x() - picture.shapeOf(i).at(0).x(); };
    QCOMPARE(upper(0), upper(2));
    QCOMPARE(upper(1), upper(2));
    QCOMPARE(upper(3), (upper(2) + upper(4)) / 2);
    QVERIFY(upper(2) > 0.97 * upper(4));
}

void FunnelPictureTest::brokenHandoverIsToldApart()
{
    const FunnelFigures figures = funnel(u"2026-Q3"_s, third);
    FunnelInputs agreed = contract();
    const auto logged = [&](qint64 minutes) {
        agreed.log = {{.afterStage = 2,
                       .on = QDate(2026, 8, 4),
                       .contactAfter = minutes,
                       .attempts = 1,
                       .outcome = LoggedHandover::Outcome::Accepted}};
        return funnelBands({.now = figures, .agreed = &agreed, .locale = QLocale::c()});
    };
    const FunnelBands kept = logged(200), broken = logged(300);
    QVERIFY(kept.bands.at(1).handoverTerms.endsWith(u"kept"_s));
    QVERIFY(broken.bands.at(1).handoverTerms.endsWith(u"broken"_s));
    QVERIFY(broken.bands.at(1).handoverDescription.contains(u"median"_s));
    QVERIFY(kept.bands.at(3).handoverTerms.contains(u"no contract"_s));
    const auto red = [](const FunnelBands &bands) {
        FunnelView view;
        view.setFunnel(bands, {}, {});
        view.resize(view.sizeHint());
        return pixelsOf(imageOf(view.picture()), Theme::light().color(Theme::Role::Warning));
    };
    QVERIFY(red(broken) > red(kept) + 100);
}

// Where there is no room for its terms the word stays: colour alone says nothing to some.
void FunnelPictureTest::brokenIsAWordHoweverNarrow()
{
    FunnelBands bands = bandsOf(third, second);
    for (FunnelBand &band : bands.bands) {
        if (!band.handover)
            continue;
        band.handoverTitle = band.handoverShort = QString(60, u'w');
        band.handoverTerms = QString(80, u'w');
        band.handoverWord = u"broken"_s;
    }
    for (const double width : {1100.0, 700.0, 600.0}) {
        const FunnelPicture picture(bands, {0, 0, width, 450}, QApplication::font(), nullptr);
        qsizetype words = 0;
        for (const QString &text : picture.texts())
            words += text.contains(u"broken"_s) || text.startsWith(u'w') ? 1 : 0;
        QVERIFY2(words >= 2, qPrintable(QString::number(width)));
    }
}

// In a window of 1280 x 720, with the guide or a contract beside it: what there is stands closer together.
void FunnelPictureTest::nothingIsLeftOutInASmallWindow()
{
    FunnelBands picture = bandsOf(third, second);
    picture.bands[3].recycleTo = 2;
    picture.bands[4].recycleTo = 1;
    const double em = QFontMetricsF(QApplication::font()).height();
    const FunnelPicture small(picture, {0, 0, 34 * em, 15.5 * em}, QApplication::font(), nullptr);
    QVERIFY(small.leastHeight() <= 15.5 * em);
    QCOMPARE(small.waysBack().size(), 2);
    const QStringList texts = small.texts();
    for (const FunnelBand &band : picture.bands) {
        for (const QString &text :
             {band.name, band.figure, band.step, band.overall, band.change.text, band.stepChange.text})
            QVERIFY2(text.isEmpty() || texts.contains(text), qPrintable(text));
        // Long terms are shortened to what came of them.
        if (!band.handover)
            continue;
        QVERIFY(texts.contains(band.handoverTitle) || texts.contains(band.handoverShort));
        QVERIFY(texts.contains(band.handoverTerms) || texts.contains(band.handoverWord));
    }
}

void FunnelPictureTest::waysBackAreDrawn()
{
    FunnelBands picture = bandsOf(third, second);
    const QRectF rect(0, 0, 1100, 450);
    QVERIFY(FunnelPicture(picture, rect, QApplication::font(), nullptr).waysBack().isEmpty());
    const QString legend = u"Sent back"_s;
    picture.bands[3].recycleTo = 2;
    picture.bands[4].recycleTo = 1;
    const FunnelPicture laidOut(picture, rect, QApplication::font(), nullptr);
    QCOMPARE(laidOut.waysBack().size(), 2);
    QVERIFY(laidOut.texts().contains(legend));
    const FunnelPicture narrow(picture, {0, 0, 320, 450}, QApplication::font(), nullptr);
    QVERIFY(narrow.waysBack().isEmpty());
    QVERIFY(!narrow.texts().contains(legend));
    QVERIFY(laidOut.rowOf(4).contains(laidOut.waysBack().last().first()));
    QVERIFY(laidOut.rowOf(1).contains(laidOut.waysBack().last().last()));
    const auto right = [&](int i) { return laidOut.waysBack().at(i).boundingRect().right(); };
    QVERIFY(right(1) > right(0)); // the longer one runs outside
    for (const QPolygonF &way : laidOut.waysBack())
        for (const QRectF &text : laidOut.textRects())
            QVERIFY(!text.contains(way.last()) && !text.contains(way.first()));
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
    QVERIFY(png.width() > view.width() * 2 && png.height() > view.height() * 2); // with its title
    for (const Team team : {Team::Marketing, Team::Both, Team::Sales})
        QVERIFY(pixelsOf(png, Theme::light().fill(team)) > 1000);
    const auto refused = savePicture(view.picture(), folder.filePath(u"missing/f.png"_s));
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().message.contains(u"missing"_s));
    const TestWorkbook workbook;
    QVERIFY(!savePicture(view.picture(), workbook.path()).ok());
}

void FunnelPictureTest::savedInLightColours()
{
    FunnelView view;
    view.setFunnel(bandsOf(third, second), {}, u"Funnel"_s);
    view.resize(view.sizeHint());
    const QImage light = imageOf(view.picture());
    const QPalette before = QApplication::palette();
    QApplication::setPalette(Theme::dark().palette());
    const QImage dark = imageOf(view.picture());
    QApplication::setPalette(before);
    QCOMPARE(dark, light);
    QCOMPARE(dark.pixelColor(0, 0), QColor(Qt::white));
}

QTEST_MAIN(FunnelPictureTest)
#include "tst_funnel_picture.moc"
