#include "widgets/controls/shaped_text.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;

// What is known of a text without breaking it is what breaking it gives.
class TestShapedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreCountedAsBroken_data();
    void linesAreCountedAsBroken();
    void perCentStaysWithItsNumber();
    void alignsLines();
};

void TestShapedText::linesAreCountedAsBroken_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << QString();
    QTest::newRow("a word") << u"Alignment"_s;
    QTest::newRow("sentences") << u"Where do we believe different things about the same customer? Say it, "
                                  "write it down; then decide (well-known: 4 of 9 do not)."_s;
    QTest::newRow("paragraphs") << u"One line.\n\nAnother, longer line of this text.\nThe end"_s;
    QTest::newRow("a long word")
        << u"See https://example.org/a/very/long/address?that=cannot&be=broken now"_s;
    QTest::newRow("spaces") << u"  many   spaces    in a     row"_s;
    QTest::newRow("from right to left") << u"يولد جميع الناس أحرارا متساوين في الكرامة والحقوق"_s;
    QTest::newRow("both ways") << u"The word حقوق stands في الكرامة in the middle of it"_s;
    QTest::newRow("no spaces") << u"人人生而自由在尊严和权利上一律平等他们赋有理性和良心"_s;
}

void TestShapedText::linesAreCountedAsBroken()
{
    QFETCH(const QString, text);
    ShapedText shaped(text, QApplication::font(), Qt::LeftToRight);
    for (int width = 10; width < 700; width += 3) {
        const ShapedText::Block block = shaped.blockAt(width);
        ShapedText broken(text, QApplication::font(), Qt::LeftToRight);
        broken.breakLines(width);
        QVERIFY2(block.lines == broken.lineCount(),
                 qPrintable(u"at %1: %2 and not %3"_s.arg(width).arg(block.lines).arg(broken.lineCount())));
        QVERIFY(block.width >= broken.lineWidth() - 1);
    }
}

void TestShapedText::perCentStaysWithItsNumber()
{
    ShapedText rate(u"27 %"_s, QApplication::font(), Qt::LeftToRight);
    ShapedText shaped(u"l 27 %"_s, QApplication::font(), Qt::LeftToRight);
    const ShapedText::Block block = shaped.blockAt(shaped.naturalWidth() - 2);
    QCOMPARE(block.lines, 2);
    QVERIFY(block.width >= rate.naturalWidth() - 1); // not "l 27" and "%"
}

void TestShapedText::alignsLines()
{
    QImage image(200, 40, QImage::Format_RGB32);
    const auto firstInk = [&image](Qt::Alignment place, Qt::LayoutDirection direction) {
        image.fill(Qt::white);
        ShapedText text(u"|"_s, QApplication::font(), direction);
        text.breakLines(image.width(), place);
        QPainter painter(&image);
        text.paint(painter, {}, 0, text.lineCount());
        painter.end();
        for (int x = 0; x < image.width(); ++x)
            for (int y = 0; y < image.height(); ++y)
                if (qGray(image.pixel(x, y)) < 128)
                    return x;
        return -1;
    };
    QVERIFY(firstInk(Qt::AlignLeading, Qt::LeftToRight) < 20);
    QVERIFY(firstInk(Qt::AlignTrailing, Qt::LeftToRight) > 180);
    QVERIFY(qAbs(firstInk(Qt::AlignCenter, Qt::LeftToRight) - 100) < 10);
    QVERIFY(firstInk(Qt::AlignLeading, Qt::RightToLeft) > 180);
}

QTEST_MAIN(TestShapedText)
#include "tst_shaped_text.moc"
