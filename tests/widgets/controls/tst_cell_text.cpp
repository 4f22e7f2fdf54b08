#include "widgets/controls/cell_text.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Cells = QList<QStringList>;

// Blocks of cells as they come from and go to spreadsheets.
class TestCellText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void whatIsWrittenIsReadBack();
};

void TestCellText::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Cells>("cells");
    QTest::newRow("one") << u"a"_s << Cells{{u"a"_s}};
    QTest::newRow("block") << u"a\tb\nc\td\n"_s << Cells{{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}};
    QTest::newRow("windows") << u"a\tb\r\nc\td\r\n"_s << Cells{{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}};
    QTest::newRow("empty cells") << u"\t\n\tb"_s << Cells{{{}, {}}, {{}, u"b"_s}};
    QTest::newRow("line break in a cell") << u"\"a\nb\"\tc\n"_s << Cells{{u"a\nb"_s, u"c"_s}};
    QTest::newRow("doubled quotes") << u"\"say \"\"yes\"\"\"\tb"_s << Cells{{u"say \"yes\""_s, u"b"_s}};
    QTest::newRow("quoted words are text")
        << u"\"Too risky\" they say\tb"_s << Cells{{u"\"Too risky\" they say"_s, u"b"_s}};
    QTest::newRow("open quote") << u"\"open\tb"_s << Cells{{u"\"open"_s, u"b"_s}};
    QTest::newRow("text, no formula") << u"'=1+1\t''=\t'tis"_s << Cells{{u"=1+1"_s, u"'="_s, u"'tis"_s}};
}

void TestCellText::reads()
{
    QFETCH(const QString, text);
    QFETCH(const Cells, cells);
    QCOMPARE(CellText::read(text), cells);
}

void TestCellText::whatIsWrittenIsReadBack()
{
    const Cells cells{{u"plain"_s, u"two\nlines"_s, u"tab\there"_s},
                      {u"\"quoted\""_s, {}, u"a \"word\" in it"_s},
                      {u"=1+1"_s, u"'=1+1"_s, u"'tis"_s}};
    QCOMPARE(CellText::read(CellText::write(cells)), cells);
}

QTEST_APPLESS_MAIN(TestCellText)
#include "tst_cell_text.moc"
