#include "tests/support/made_import.h"
#include "tests/support/test_page.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/funnel_page.h"
#include "widgets/funnel/segments_card.h"
#include "widgets/shell/appearance.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QTest>

using namespace Qt::StringLiterals;

// The card of the page “Funnel” on which regions, products or sources stand beside each other.
class TestSegmentsCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsWhatIsChosen();
    void saysWhereThereAreNoTwo();
    void goesWithTheMeasureAndTheWay();
    void isOfTheWholeFunnelOnly();

private:
    Appearance m_appearance;
};

namespace {

const QByteArray deals = "Deal ID,Stage,Created,Closed,Amount,Currency,Region,Source\n"
                         "1,Won,2026-03-05,2026-05-01,1500,EUR,North,Web\n"
                         "2,Won,2026-04-06,2026-05-02,700,EUR,South,Web\n"
                         "3,Lead,2026-04-06,,70,EUR,South,Web\n"
                         "4,Won,2026-04-06,2026-05-02,700,EUR,North,Web\n";

void press(const QWidget &page, const QString &text)
{
    for (QAbstractButton *button : page.findChildren<QAbstractButton *>())
        if (button->text() == text)
            return button->click();
    QFAIL(qPrintable(u"no button “%1”"_s.arg(text)));
}

struct Shown
{
    Shown()
    {
        if (!importInto(bench.document(), deals))
            qFatal("not imported");
        page = std::make_unique<FunnelPage>(bench.context());
        page->resize(1200, 900);
        static_cast<QWidget &>(*page).show();
    }
    SegmentsCard &card() const { return *page->findChild<SegmentsCard *>(); }
    // Of those tables that are shown, with a line for each row.
    QStringList tables() const
    {
        QStringList texts;
        for (FigureTableView *table : card().findChildren<FigureTableView *>()) {
            if (table->isHidden())
                continue;
            QStringList cells;
            for (int row = 0; row < table->model()->rowCount(); ++row)
                for (int column = 0; column < table->model()->columnCount(); ++column)
                    cells.append(table->model()->index(row, column).data().toString());
            texts.append(table->accessibleName() + u"; "_s + cells.join(u' '));
        }
        return texts;
    }

    TestPage bench;
    std::unique_ptr<FunnelPage> page;
};

} // namespace

void TestSegmentsCard::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_appearance.apply(ThemeMode::Light, 100);
}

void TestSegmentsCard::showsWhatIsChosen()
{
    const Shown shown;
    QVERIFY(shown.card().isVisible());
    QCOMPARE(shown.tables(), QStringList());
    press(shown.card(), u"Region"_s);
    QCOMPARE(shown.tables().size(), 2);
    QCOMPARE(shown.tables().first(),
             u"Region: number; South 2 1 1 1 1 North 1 1 1 1 2 All together 3 2 2 2 3"_s);
    QVERIFY(shown.tables().last().startsWith(u"Region: rates; South 50.00"_s));
    press(shown.card(), u"None"_s);
    QCOMPARE(shown.tables(), QStringList());
}

void TestSegmentsCard::saysWhereThereAreNoTwo()
{
    const Shown shown;
    press(shown.card(), u"Source"_s);
    QCOMPARE(shown.tables(), QStringList());
    const auto labels = shown.card().findChildren<TextLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const TextLabel *label) {
        return label->isVisible() && label->text().contains(u"no two of them"_s);
    }));
}

void TestSegmentsCard::goesWithTheMeasureAndTheWay()
{
    const Shown shown;
    press(shown.card(), u"Region"_s);
    press(*shown.page, u"By period of entry (cohort)"_s);
    QVERIFY2(shown.tables().first().contains(u"North 1 1 1 1 1 "_s), qPrintable(shown.tables().first()));
    press(*shown.page, u"Value"_s);
    QVERIFY(shown.tables().first().startsWith(u"Region: value in EUR; South"_s));
    QVERIFY(shown.tables().first().endsWith(u"€1,400"_s)); // the won of those who began in the quarter
}

void TestSegmentsCard::isOfTheWholeFunnelOnly()
{
    const Shown shown;
    for (QComboBox *box : shown.page->findChildren<QComboBox *>())
        if (box->accessibleName() == u"Region") {
            box->setCurrentIndex(1);
            Q_EMIT box->activated(1);
        }
    QVERIFY(shown.card().isHidden());
}

QTEST_MAIN(TestSegmentsCard)
#include "tst_segments_card.moc"
