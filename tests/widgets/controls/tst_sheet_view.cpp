#include "models/worksheet/signatures.h"
#include "tests/support/test_page.h"
#include "widgets/controls/difference_popup.h"
#include "widgets/controls/empty_state.h"
#include "widgets/controls/field_box.h"
#include "widgets/controls/field_editor.h"
#include "widgets/controls/sheet_form.h"
#include "widgets/controls/sheet_grid.h"
#include "widgets/controls/sheet_records.h"
#include "widgets/controls/sheet_table.h"
#include "widgets/controls/sheet_view.h"
#include "widgets/controls/sign_off.h"
#include "widgets/controls/text_label.h"
#include "widgets/controls/worksheet_page.h"
#include "widgets/shell/appearance.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

const QString reviews = u"plan_review"_s;

QPushButton *buttonNamed(const QWidget &parent, const QString &text)
{
    const auto buttons = parent.findChildren<QPushButton *>();
    for (QPushButton *button : buttons)
        if (!button->isHidden() && button->parentWidget() && !button->parentWidget()->isHidden()
            && button->text() == text)
            return button;
    return nullptr;
}

void show(QWidget &widget, const QSize &size)
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowActive(&widget));
}

} // namespace

// Whole worksheets and pages: lists with forms, sign-off, empty beginnings, and what fits where.
class TestSheetView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance.apply(ThemeMode::Light, 100); }
    void recordsFollowTheChosenRow();
    void recordsKeepTheirChoiceById();
    void recordsAddDeleteAndMove();
    void refusedEntryHoldsTheRecord();
    void emptyTableBegins();
    void exampleFillsAnEmptySheet();
    void emptyFormKeepsStillWhileTyping();
    void bothTeamsSign();
    void nothingIsNotSigned();
    void aQuestionIsSignedWithItsAnswer();
    void changedTextOutdatesASignature();
    void signatureFollowsTheRecord();
    void narrowTableBecomesAList();
    void pageFitsItsWidth_data();
    void pageFitsItsWidth();
    void pageShowsARow();
    void readOnlyCannotBeChanged();

private:
    Appearance m_appearance;
};

void TestSheetView::recordsFollowTheChosenRow()
{
    TestPage page(u"example"_s);
    SheetModel model(page.document(), page.catalogue(), page.sheet(reviews));
    SheetRecords records(model, page.context());
    const QAbstractItemModelTester tester(&records.proxy());
    show(records, {900, 700});
    QCOMPARE(records.currentId(), model.idAt(0));
    records.list()->setFocus();
    QTest::keyClick(records.list(), Qt::Key_Down);
    QCOMPARE(records.currentId(), model.idAt(1));
    QCOMPARE(records.form()->box(u"name"_s)->editor()->input(), model.value(1, u"name"_s));
    QWidget *name = records.form()->box(u"name"_s)->editor()->control();
    name->setFocus(Qt::TabFocusReason);
    QTest::keyClicks(name, u"Q3: "_s);
    records.list()->setCurrentIndex(records.proxy().index(0, 0));
    QVERIFY(model.value(1, u"name"_s).toString().contains(u"Q3: "_s));
}

void TestSheetView::recordsKeepTheirChoiceById()
{
    TestPage page(u"example"_s);
    SheetModel model(page.document(), page.catalogue(), page.sheet(reviews));
    SheetRecords records(model, page.context());
    show(records, {900, 700});
    const qint64 id = model.idAt(1);
    records.showRow(id);
    SheetModel other(page.document(), page.catalogue(), page.sheet(reviews));
    QVERIFY(other.addRow(0) != 0);
    QVERIFY(other.moveRow(other.rowOf(id), other.rowCount()));
    QCOMPARE(records.currentId(), id);
    records.findChild<QLineEdit *>()->setText(model.titleOf(model.rowOf(id)));
    QCOMPARE(records.currentId(), id);
}

void TestSheetView::recordsAddDeleteAndMove()
{
    TestPage page(u"example"_s);
    SheetModel model(page.document(), page.catalogue(), page.sheet(reviews));
    SheetRecords records(model, page.context());
    show(records, {900, 700});
    const int rows = model.rowCount();
    records.addRow();
    QCOMPARE(model.rowCount(), rows + 1);
    QCOMPARE(records.currentId(), model.idAt(1));
    QVERIFY(records.form()->box(u"name"_s)->editor()->control()->hasFocus());
    const qint64 id = records.currentId();
    const auto tool = [&](const QString &icon) {
        const auto buttons = records.findChildren<QToolButton *>();
        for (QToolButton *button : buttons)
            if (button->defaultAction() && button->text() == icon)
                return button;
        return static_cast<QToolButton *>(nullptr);
    };
    tool(u"Move up"_s)->click();
    QCOMPARE(model.rowOf(id), 0);
    QVERIFY(!tool(u"Move up"_s)->isEnabled());
    tool(u"Delete review"_s)->click();
    QCOMPARE(model.rowCount(), rows);
    QTRY_VERIFY(records.currentId() != 0);
    QVERIFY(page.document().undo());
    QCOMPARE(model.rowCount(), rows + 1);
}

void TestSheetView::refusedEntryHoldsTheRecord()
{
    TestPage page(u"example"_s);
    SheetModel model(page.document(), page.catalogue(), page.sheet(reviews));
    SheetRecords records(model, page.context());
    show(records, {900, 700});
    const qint64 id = records.currentId();
    auto *next = qobject_cast<QLineEdit *>(records.form()->box(u"next_on"_s)->editor()->control());
    next->setFocus(Qt::TabFocusReason);
    QTest::keyClicks(next, u"x"_s);
    records.list()->setCurrentIndex(records.proxy().index(1, 0));
    QTRY_COMPARE(records.currentId(), id);
    QVERIFY(next->text().contains(u'x'));
}

void TestSheetView::emptyTableBegins()
{
    TestPage page;
    const QString table = u"plan_action"_s;
    SheetView view(page.sheet(table), page.context(), SheetView::Heading::Hidden);
    show(view, {1100, 700});
    QVERIFY(view.findChild<EmptyState *>()->isVisible());
    QVERIFY(!view.table());
    QTest::mouseClick(buttonNamed(view, u"Add action"_s), Qt::LeftButton);
    QCOMPARE(view.model().rowCount(), 1);
    QVERIFY(!view.findChild<EmptyState *>()->isVisible());
    QVERIFY(view.table()->isVisible());
    QVERIFY(page.document().undo());
    QVERIFY(view.findChild<EmptyState *>()->isVisible());
    QVERIFY(!view.table()->isVisible());
}

void TestSheetView::exampleFillsAnEmptySheet()
{
    TestPage page;
    for (const QString &table : {u"plan_action"_s, u"feedback_sla_worth"_s}) {
        SheetView view(page.sheet(table), page.context(), SheetView::Heading::Hidden);
        show(view, {1100, 700});
        QTest::mouseClick(buttonNamed(view, u"Use this example"_s), Qt::LeftButton);
        QCOMPARE(view.model().rowCount(), 1);
        int filled = 0;
        for (const Field &field : view.sheet().fields)
            filled += view.model().value(0, field.key).isValid() ? 1 : 0;
        QVERIFY(filled > view.sheet().fields.size() / 2);
        QVERIFY(!view.findChild<EmptyState *>()->isVisible());
        QVERIFY(page.document().undo());
        QVERIFY(!page.document().canUndo());
        QVERIFY(view.findChild<EmptyState *>()->isVisible());
    }
}

void TestSheetView::emptyFormKeepsStillWhileTyping()
{
    TestPage page;
    SheetView view(page.sheet(u"feedback_sla_worth"_s), page.context(), SheetView::Heading::Hidden);
    show(view, {900, 900});
    QWidget *control = view.form()->box(u"leads_promised"_s)->editor()->control();
    control->setFocus(Qt::TabFocusReason);
    const QPoint before = control->mapTo(&view, QPoint());
    QTest::keyClicks(control, u"12"_s);
    QVERIFY(page.typing().commit());
    QCoreApplication::processEvents();
    QCOMPARE(control->mapTo(&view, QPoint()), before);
}

void TestSheetView::bothTeamsSign()
{
    TestPage page(u"example"_s);
    SignOff signOff(page.context());
    Signatures signatures(page.document(), page.catalogue());
    const SignedSubject subject{u"feedback_sla_worth"_s, 0};
    for (const Team team : {Team::Marketing, Team::Sales})
        if (const Signature old = signatures.of(subject, team); old.id != 0)
            QVERIFY(signatures.withdraw(old));
    signOff.setSubject(subject);
    show(signOff, {700, 200});
    QTest::mouseClick(buttonNamed(signOff, u"Sign for marketing"_s), Qt::LeftButton);
    auto *name = signOff.findChild<QLineEdit *>(u"signer"_s);
    QCOMPARE(name->text(), u"Ana Ruiz"_s);
    QCOMPARE(name->selectedText(), name->text());
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(signatures.of(subject, Team::Marketing).name, u"Ana Ruiz"_s);
    QVERIFY(!buttonNamed(signOff, u"Sign for marketing"_s));
    // The keyboard stays, but the key that signed does not take it back.
    QCOMPARE(QApplication::focusWidget(), &signOff);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(signatures.of(subject, Team::Marketing).name, u"Ana Ruiz"_s);
    QTest::mouseClick(buttonNamed(signOff, u"Withdraw"_s), Qt::LeftButton);
    buttonNamed(signOff, u"Sign for marketing"_s)->setFocus();
    QCOMPARE(QApplication::focusWidget(), buttonNamed(signOff, u"Sign for marketing"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::mouseClick(buttonNamed(signOff, u"Sign for sales"_s), Qt::LeftButton);
    name = signOff.findChild<QLineEdit *>(u"signer"_s);
    name->setText(u"Joy Okafor"_s);
    QTest::mouseClick(buttonNamed(signOff, u"Sign"_s), Qt::LeftButton);
    QVERIFY(signatures.signedByBoth(subject));
    QTest::mouseClick(buttonNamed(signOff, u"Withdraw"_s), Qt::LeftButton);
    QVERIFY(!signatures.signedByBoth(subject));
    QVERIFY(buttonNamed(signOff, u"Sign for marketing"_s));
}

// What a blank workbook begins with is no text of theirs.
void TestSheetView::nothingIsNotSigned()
{
    TestPage page(u"blank"_s);
    SignOff signOff(page.context());
    signOff.setSubject(SignedSubject::tab(page.catalogue().tab(Tab::Story)));
    show(signOff, {700, 200});
    const auto says = [&signOff] {
        const auto labels = signOff.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(u"There is nothing to sign yet."_s);
        });
    };
    QVERIFY(says());
    QVERIFY(!buttonNamed(signOff, u"Sign for marketing"_s));
    SheetModel goals(page.document(), page.catalogue(), page.sheet(u"story_goal"_s));
    QVERIFY(goals.addRow(-1, {{u"goal"_s, u"Twenty new plants"_s}}) != 0);
    QVERIFY(!says());
    QVERIFY(buttonNamed(signOff, u"Sign for marketing"_s));
}

// A blank workbook's questions have an owner and a measure, which are no promise yet.
void TestSheetView::aQuestionIsSignedWithItsAnswer()
{
    TestPage page(u"blank"_s);
    SheetModel questions(page.document(), page.catalogue(), page.sheet(u"feedback_sla"_s));
    const SignedSubject subject = SignedSubject::sheet(questions.sheet(), questions.idAt(0));
    SignOff signOff(page.context());
    signOff.setSubject(subject);
    show(signOff, {700, 200});
    QVERIFY(!buttonNamed(signOff, u"Sign for marketing"_s));
    const auto labels = signOff.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"Write “Our answer” first."_s);
    }));
    Signatures signatures(page.document(), page.catalogue());
    QVERIFY(!signatures.sign(subject, Team::Sales, u"Joy Okafor"_s));
    QVERIFY(questions.setValue(1, u"answer"_s, u"Of another question"_s));
    QVERIFY(!buttonNamed(signOff, u"Sign for marketing"_s));
    QVERIFY(questions.setValue(0, u"answer"_s, u"Being found"_s));
    QVERIFY(buttonNamed(signOff, u"Sign for marketing"_s));
    QVERIFY(signatures.sign(subject, Team::Sales, u"Joy Okafor"_s));
}

void TestSheetView::changedTextOutdatesASignature()
{
    TestPage page(u"example"_s);
    Signatures signatures(page.document(), page.catalogue());
    const SignedSubject subject{u"feedback_sla_worth"_s, 0};
    QVERIFY(signatures.sign(subject, Team::Sales, u"Joy Okafor"_s));
    SignOff signOff(page.context());
    signOff.setSubject(subject);
    show(signOff, {700, 200});
    QVERIFY(!buttonNamed(signOff, u"Show difference"_s));
    SheetModel model(page.document(), page.catalogue(), page.sheet(subject.key));
    QVERIFY(model.setValue(0, u"calls_per_lead"_s, 99));
    QVERIFY(buttonNamed(signOff, u"Sign for sales"_s));
    QTest::mouseClick(buttonNamed(signOff, u"Show difference"_s), Qt::LeftButton);
    auto *popup = signOff.findChild<DifferencePopup *>();
    QVERIFY(popup);
    QVERIFY(popup->text().contains(u"Calls per lead\nSigned: "_s));
    QVERIFY(popup->text().contains(u"\nNow: 99"_s));
    popup->close();
    QVERIFY(model.document().undo());
    QVERIFY(!buttonNamed(signOff, u"Show difference"_s));
}

void TestSheetView::signatureFollowsTheRecord()
{
    TestPage page(u"example"_s);
    SheetView view(page.sheet(u"feedback_sla"_s), page.context(), SheetView::Heading::Hidden);
    show(view, {900, 900});
    QCOMPARE(view.signOff()->subject().row, view.model().idAt(0));
    view.showRow(view.model().idAt(1));
    QCOMPARE(view.signOff()->subject().row, view.model().idAt(1));
    // It says which text it signs, also while somebody signs.
    const auto heading = [&] { return view.signOff()->findChild<TextLabel *>()->text(); };
    QCOMPARE(heading(), u"Sign-off: "_s + view.model().titleOf(1));
    Signatures signatures(page.document(), page.catalogue());
    for (const Team team : {Team::Marketing, Team::Sales})
        QVERIFY(signatures.withdraw(signatures.of(view.signOff()->subject(), team)));
    QTest::mouseClick(buttonNamed(*view.signOff(), u"Sign for marketing"_s), Qt::LeftButton);
    QVERIFY(view.model().setValue(1, view.model().sheet().title().key, u"Who answers first?"_s));
    QCOMPARE(heading(), u"Sign-off: Who answers first?"_s);
    QVERIFY(buttonNamed(*view.signOff(), u"Cancel"_s));
}

void TestSheetView::narrowTableBecomesAList()
{
    TestPage page(u"example"_s);
    SheetView view(page.sheet(u"plan_action"_s), page.context(), SheetView::Heading::Hidden);
    show(view, {1200, 800});
    const qint64 id = view.model().idAt(2);
    view.showRow(id);
    QVERIFY(view.table()->isVisible());
    view.resize(400, 800);
    QTRY_VERIFY(view.records() && view.records()->isVisible());
    QVERIFY(!view.table()->isVisible());
    QCOMPARE(view.records()->currentId(), id);
    view.resize(1200, 800);
    QTRY_VERIFY(view.table()->isVisible());
    QCOMPARE(view.table()->currentId(), id);
}

void TestSheetView::pageFitsItsWidth_data()
{
    QTest::addColumn<QString>("starter");
    QTest::addColumn<int>("zoom");
    QTest::addColumn<int>("width");
    for (const QString &starter : {u"blank"_s, u"example"_s}) {
        // What navigation and guide leave of 1280 pixels, and of 1920 at twice the size.
        QTest::addRow("%s at 1280", qPrintable(starter)) << starter << 100 << 760;
        QTest::addRow("%s at 200 %%", qPrintable(starter)) << starter << 200 << 960;
    }
}

void TestSheetView::pageFitsItsWidth()
{
    QFETCH(const QString, starter);
    QFETCH(const int, zoom);
    QFETCH(const int, width);
    m_appearance.apply(ThemeMode::Light, zoom);
    TestPage page(starter);
    for (const TabDescription &tab : page.catalogue().tabs()) {
        for (const Page &described : tab.pages) {
            QScrollArea scroll;
            scroll.setWidgetResizable(true);
            auto *widget = new WorksheetPage(page.context(), described);
            scroll.setWidget(widget);
            scroll.resize(width, 600);
            scroll.show();
            for (const Sheet &sheet : described.sheets)
                QVERIFY(widget->view(sheet.table));
            QCoreApplication::processEvents();
            QCoreApplication::processEvents();
            QVERIFY2(widget->minimumSizeHint().width() <= scroll.viewport()->width(),
                     qPrintable(described.key + u' ' + QString::number(widget->minimumSizeHint().width())));
            QCOMPARE(scroll.horizontalScrollBar()->maximum(), 0);
        }
    }
    m_appearance.apply(ThemeMode::Light, 100);
}

void TestSheetView::pageShowsARow()
{
    TestPage page(u"example"_s);
    const Page *described = page.catalogue().pageOf(u"plan_review_assumption"_s);
    QScrollArea scroll;
    scroll.setWidgetResizable(true);
    auto *widget = new WorksheetPage(page.context(), *described);
    scroll.setWidget(widget);
    show(scroll, {1000, 500});
    const auto rows = page.document().rows(u"plan_review_assumption"_s);
    const qint64 id = rows.last().value(u"id"_s).toLongLong();
    widget->showRow(u"plan_review_assumption"_s, id);
    SheetView *view = widget->view(u"plan_review_assumption"_s);
    QTRY_VERIFY(view->visibleRegion().boundingRect().height() > 0);
    QCOMPARE(view->table() && view->table()->isVisible() ? view->table()->currentId()
                                                         : view->records()->currentId(),
             id);
}

void TestSheetView::readOnlyCannotBeChanged()
{
    TestPage page(u"example"_s);
    Document::Options options{.dataFolder = page.filePath(u"other"_s), .readOnly = true};
    auto second = Document::open(page.document().path(), options);
    QVERIFY(second.ok());
    QVERIFY((*second)->isReadOnly());
    const PageContext context{**second, page.catalogue(), page.notifier(), page.settings(), page.typing()};
    const QString before = contentOf(**second);
    SheetView form(page.sheet(u"feedback_sla_worth"_s), context, SheetView::Heading::Hidden);
    show(form, {900, 800});
    QTest::keyClicks(form.form()->box(u"leads_promised"_s)->editor()->control(), u"5"_s);
    SheetView table(page.sheet(u"plan_action"_s), context, SheetView::Heading::Hidden);
    show(table, {1200, 800});
    table.table()->grid()->setCurrentIndex(table.table()->proxy().index(0, 0));
    QTest::keyClick(table.table()->grid(), Qt::Key_X);
    QVERIFY(!table.table()->grid()->openEditor());
    table.table()->paste(u"x"_s);
    QCOMPARE(contentOf(**second), before);
}

QTEST_MAIN(TestSheetView)
#include "tst_sheet_view.moc"
