#include "tests/support/table_window.h"
#include "widgets/controls/inline_bar.h"
#include "widgets/shell/appearance.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
const QString actions = u"plan_action"_s;
} // namespace

// How a worksheet's table looks while it is typed in, and what can be seen of it.
class TestSheetGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance.apply(ThemeMode::Light, 100); }
    void programsOwnRowsStay();

private:
    Appearance m_appearance;
};

// Neither by keyboard nor by pasting.
void TestSheetGrid::programsOwnRowsStay()
{
    TestPage page(u"example"_s);
    TableWindow window(page, u"plan_review_figure"_s);
    const int rows = window.model.rowCount();
    QVERIFY(rows > 0);
    window.choose(0, u"amount"_s);
    const QString before = window.text(0, u"amount"_s);
    QTest::keyClick(&window.grid(), Qt::Key_9);
    QVERIFY(!window.editor());
    QGuiApplication::clipboard()->setText(u"99"_s);
    window.run(QKeySequence::Paste);
    window.run(Qt::Key_Delete);
    window.run(Qt::CTRL | Qt::Key_Delete);
    window.run(Qt::Key_Insert);
    QCOMPARE(window.text(0, u"amount"_s), before);
    QCOMPARE(window.model.rowCount(), rows);
    QVERIFY(!window.model.setValue(0, u"amount"_s, 99));
    QVERIFY(!window.model.removeRowsById({window.model.idAt(0)}));
    QCOMPARE(window.model.rowCount(), rows);
    const auto buttons = window.table.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons)
        QVERIFY2(!button->isVisible() || !button->text().contains(u"Add"_s), qPrintable(button->text()));
}

QTEST_MAIN(TestSheetGrid)
#include "tst_sheet_grid.moc"
