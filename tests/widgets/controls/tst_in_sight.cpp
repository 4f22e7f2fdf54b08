#include "models/worksheet/sheet_model.h"
#include "tests/support/test_page.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/controls/field_box.h"
#include "widgets/controls/field_editor.h"
#include "widgets/controls/scroll_into_view.h"
#include "widgets/controls/sheet_form.h"
#include "widgets/controls/sheet_records.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/appearance.h"

#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// The head of a long table, and the list beside a long form, stay in sight while their page scrolls; what is
// refused comes there.
class TestInSight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance.apply(ThemeMode::Light, 100); }
    void init();
    void headGlidesAlong();
    void headStaysWithItsTable();
    void rowsAreNotHiddenBeneathIt();
    void listStaysBesideItsForm();
    void aRefusedPictureSaysSoInSight();

private:
    int headIn(const QWidget *page) const { return m_head->mapTo(page, QPoint(0, 0)).y(); }

    Appearance m_appearance;
    std::unique_ptr<QScrollArea> m_page;
    FigureTableView *m_table = nullptr;
    QHeaderView *m_head = nullptr;
};

void TestInSight::init()
{
    m_page = std::make_unique<QScrollArea>();
    m_page->setWidgetResizable(true);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->addWidget(new QLabel(u"Above"_s));
    m_table = new FigureTableView;
    FigureTable figures{.head = {u"Period"_s, u"Won"_s}, .rows = {}};
    for (int row = 0; row < 60; ++row)
        figures.rows.append({u"Row %1"_s.arg(row), QString::number(row)});
    m_table->setFigures(figures);
    column->addWidget(m_table);
    column->addSpacing(900);
    m_page->setWidget(content);
    m_page->resize(500, 300);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_head = m_table->horizontalHeader();
}

void TestInSight::headGlidesAlong()
{
    QScrollBar *bar = m_page->verticalScrollBar();
    const int natural = headIn(m_page->viewport());
    QVERIFY(natural > 0);
    bar->setValue(5);
    QCOMPARE(headIn(m_page->viewport()), natural - 5);
    bar->setValue(400);
    QCOMPARE(headIn(m_page->viewport()), 0);
    m_table->setFixedHeight(m_table->height() - 1); // arranges its parts anew
    QCoreApplication::processEvents();
    QCOMPARE(headIn(m_page->viewport()), 0);
    bar->setValue(0);
    QCOMPARE(headIn(m_page->viewport()), natural);
}

void TestInSight::headStaysWithItsTable()
{
    m_page->verticalScrollBar()->setValue(m_page->verticalScrollBar()->maximum());
    QVERIFY(headIn(m_page->viewport()) < 0);
    QVERIFY(m_head->geometry().bottom() <= m_table->rect().bottom());
}

void TestInSight::rowsAreNotHiddenBeneathIt()
{
    m_page->verticalScrollBar()->setValue(400);
    const QRect cell = m_table->visualRect(m_table->model()->index(3, 0));
    scrollIntoView(m_table->viewport(), cell);
    const int top = m_table->viewport()->mapTo(m_page->viewport(), cell.topLeft()).y();
    QVERIFY(top >= headIn(m_page->viewport()) + m_head->height());
}

void TestInSight::listStaysBesideItsForm()
{
    TestPage page(u"example"_s);
    SheetModel model(page.document(), page.catalogue(), page.sheet(u"story_persona"_s));
    QScrollArea area;
    area.setWidgetResizable(true);
    auto *records = new SheetRecords(model, page.context());
    area.setWidget(records);
    area.resize(1000, 600);
    area.show();
    QVERIFY(QTest::qWaitForWindowExposed(&area));
    QScrollBar *bar = area.verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 600);
    const auto top = [&] { return records->list()->mapTo(area.viewport(), QPoint(0, 0)).y(); };
    const int natural = top();
    bar->setValue(bar->maximum() / 2);
    QVERIFY(top() >= 0 && top() <= natural);
    const QWidget *rows = records->list()->viewport();
    QCOMPARE(rows->visibleRegion(), QRegion(rows->rect()));
    bar->setValue(bar->maximum()); // and never leaves its card
    QVERIFY(records->list()->parentWidget()->geometry().top()
                + records->list()->parentWidget()->sizeHint().height()
            <= records->height());
    bar->setValue(0);
    QCOMPARE(top(), natural);
}

void TestInSight::aRefusedPictureSaysSoInSight()
{
    TestPage page;
    SheetModel model(page.document(), page.catalogue(), page.sheet(u"overview_workbook"_s));
    auto *form = new SheetForm(model, page.context(), SheetForm::Fields::All);
    form->setRow(0);
    m_page->setWidget(form);
    m_page->resize(700, 300);
    settleLayouts();
    const FieldBox *box = form->box(u"client_logo"_s);
    QWidget *choose = box->editor()->control();
    m_page->ensureVisible(0, choose->mapTo(form, choose->rect().bottomLeft()).y(), 0, 0);
    QFile letter(page.filePath(u"letter.png"_s));
    QVERIFY(letter.open(QIODevice::WriteOnly));
    letter.write("no picture");
    letter.close();
    page.answerFile(letter.fileName());
    QTest::mouseClick(choose, Qt::LeftButton);
    QVERIFY(!box->message().isEmpty());
    for (const TextLabel *label : box->findChildren<TextLabel *>())
        if (label->text() == box->message())
            QCOMPARE(label->visibleRegion().boundingRect(), label->rect());
}

QTEST_MAIN(TestInSight)
#include "tst_in_sight.moc"
