#include "models/worksheet/period_cell.h"
#include "models/worksheet/sheet_model.h"
#include "models/worksheet/value.h"
#include "tests/support/test_page.h"
#include "widgets/controls/field_box.h"
#include "widgets/controls/field_editor.h"
#include "widgets/controls/growing_text.h"
#include "widgets/controls/picture_editor.h"
#include "widgets/controls/picture_file.h"
#include "widgets/controls/sheet_form.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/theme.h"

#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// A form of one worksheet in a window of its own.
struct FormWindow
{
    FormWindow(TestPage &page, const QString &table)
        : model(page.document(), page.catalogue(), page.sheet(table))
        , form(model, page.context(), SheetForm::Fields::All)
    {
        form.setRow(0);
        form.resize(700, 600);
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
    }

    QWidget *control(const QString &key) { return form.box(key)->editor()->control(); }
    QVariant value(const QString &key) const { return model.value(0, key); }
    void type(const QString &key, const QString &text)
    {
        control(key)->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(control(key), text);
    }

    SheetModel model;
    SheetForm form;
};

const QString worth = u"feedback_sla_worth"_s;

} // namespace

// Filling in a form: what is typed reaches the file in time, and nothing typed is lost.
class TestSheetForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_appearance.apply(ThemeMode::Light, 100); }
    void writesOnLeaving();
    void writesWithinASecond();
    void oneStayIsOneUndoStep();
    void refusedTextStays();
    void escapeBringsBackWhatIsSaved();
    void ctrlZGivesUpARefusedEntry();
    void whatWaitsIsTriedAgain();
    void halfTypedIsNoMistake();
    void undoShowsInTheEditor();
    void outsideChangeSparesTyping();
    void choicesCanBeTakenBack();
    void datesAreReadInTheLocale();
    void longTextGrows();
    void oneLineIsAsHighEverywhere();
    void theTwoSidesStandSideBySide();
    void fieldsOfOneNameAreToldApart();
    void aScoreIsAWholeNumberUpToFive();
    void oneSidesScoreIsCovered();
    void moreThanTheWholeIsAskedAbout();
    void enterLeavesALine();
    void everyEditorIsNamed();
    void movingToAnotherRowKeepsWhatIsRefused();
    void pictureIsLookedAtBeforeDecoding();
    void logoIsOnWhite();
    void pictureIsChosenAndRemoved();

private:
    Appearance m_appearance;
};

void TestSheetForm::writesOnLeaving()
{
    TestPage page;
    FormWindow window(page, worth);
    window.type(u"leads_promised"_s, u"120"_s);
    QVERIFY(page.typing().any());
    QVERIFY(!window.value(u"leads_promised"_s).isValid());
    window.control(u"deal_size"_s)->setFocus(Qt::TabFocusReason);
    QCOMPARE(window.value(u"leads_promised"_s), QVariant(120LL));
    QVERIFY(!page.typing().any());
}

void TestSheetForm::writesWithinASecond()
{
    TestPage page;
    FormWindow window(page, worth);
    window.type(u"leads_promised"_s, u"7"_s);
    QTRY_COMPARE_WITH_TIMEOUT(window.value(u"leads_promised"_s), QVariant(7LL), 1000);
    QVERIFY(!page.typing().any());
}

void TestSheetForm::oneStayIsOneUndoStep()
{
    TestPage page;
    FormWindow window(page, worth);
    window.type(u"leads_promised"_s, u"1"_s);
    QVERIFY(page.typing().commit());
    window.type(u"leads_promised"_s, u"2"_s);
    QVERIFY(page.typing().commit());
    QCOMPARE(window.value(u"leads_promised"_s), QVariant(12LL));
    QVERIFY(page.document().undo());
    QVERIFY(!window.value(u"leads_promised"_s).isValid());
    QVERIFY(!page.document().canUndo());
    // The next stay is a step of its own.
    window.control(u"deal_size"_s)->setFocus(Qt::TabFocusReason);
    window.type(u"leads_promised"_s, u"3"_s);
    window.control(u"deal_size"_s)->setFocus(Qt::TabFocusReason);
    window.type(u"leads_promised"_s, u"4"_s);
    QVERIFY(page.typing().commit());
    QVERIFY(page.document().undo());
    QCOMPARE(window.value(u"leads_promised"_s), QVariant(3LL));
}

void TestSheetForm::refusedTextStays()
{
    TestPage page;
    FormWindow window(page, worth);
    window.type(u"leads_promised"_s, u"a dozen"_s);
    window.control(u"deal_size"_s)->setFocus(Qt::TabFocusReason);
    auto *line = qobject_cast<QLineEdit *>(window.control(u"leads_promised"_s));
    QCOMPARE(line->text(), u"a dozen"_s);
    QVERIFY(window.form.box(u"leads_promised"_s)->message().contains(u"a dozen"_s));
    QVERIFY(page.typing().any());
    QVERIFY(!page.typing().commit());
    line->selectAll();
    window.type(u"leads_promised"_s, u"12"_s);
    QVERIFY(page.typing().commit());
    QVERIFY(window.form.box(u"leads_promised"_s)->message().isEmpty());
}

void TestSheetForm::escapeBringsBackWhatIsSaved()
{
    TestPage page;
    FormWindow window(page, worth);
    QVERIFY(window.model.setValue(0, u"leads_promised"_s, 120LL));
    window.type(u"leads_promised"_s, u"a dozen"_s);
    QVERIFY(!page.typing().commit());
    QTest::keyClick(window.control(u"leads_promised"_s), Qt::Key_Escape);
    QCOMPARE(qobject_cast<QLineEdit *>(window.control(u"leads_promised"_s))->text(), u"120"_s);
    QVERIFY(!page.typing().any());
    QVERIFY(window.form.box(u"leads_promised"_s)->message().isEmpty());
    QCOMPARE(window.value(u"leads_promised"_s), QVariant(120LL));
}

void TestSheetForm::ctrlZGivesUpARefusedEntry()
{
    TestPage page;
    FormWindow window(page, worth);
    QVERIFY(window.model.setValue(0, u"leads_promised"_s, 120LL));
    window.type(u"leads_promised"_s, u"a dozen"_s);
    QVERIFY(!page.typing().giveUp(window.control(u"leads_promised"_s))); // it may still be finished
    QVERIFY(!page.typing().commit());
    QVERIFY(!page.typing().giveUp(window.control(u"deal_size"_s)));
    QVERIFY(page.typing().giveUp(window.control(u"leads_promised"_s)));
    QCOMPARE(qobject_cast<QLineEdit *>(window.control(u"leads_promised"_s))->text(), u"120"_s);
    QVERIFY(!page.typing().any());
}

void TestSheetForm::whatWaitsIsTriedAgain()
{
    TestPage page(u"example"_s);
    FormWindow window(page, u"plan_review"_s);
    QVERIFY(window.model.setValue(0, u"name"_s, u"Q3"_s));
    QSignalSpy told(&window.model, &SheetModel::refused);
    page.document().database().execute(u"VACUUM"_s);
    page.document().database().execute(u"PRAGMA max_page_count = 1"_s); // the engine's own "disk is full"
    const QString key = u"went_well"_s;
    auto *text = qobject_cast<QPlainTextEdit *>(window.control(key));
    text->clear();
    text->insertPlainText(QString(50'000, u'x'));
    QVERIFY(!page.typing().commit());
    QCOMPARE(told.size(), 1);
    QCOMPARE(page.typing().allRefused().size(), 1);
    QVERIFY(page.typing().allRefused().constFirst().columns.contains(key));
    QTest::qWait(3500);
    QCOMPARE(told.size(), 1); // tried, and not told again
    page.document().database().execute(u"PRAGMA max_page_count = 1000000"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!page.typing().any(), 4000);
    QCOMPARE(window.value(key).toString().size(), 50'000);
    QVERIFY(window.form.box(key)->message().isEmpty());
}

void TestSheetForm::halfTypedIsNoMistake()
{
    TestPage page;
    FormWindow window(page, worth);
    window.type(u"contact_within"_s, u"2"_s);
    QTest::qWait(1000);
    QVERIFY(window.form.box(u"contact_within"_s)->message().isEmpty());
    QVERIFY(page.typing().any());
    window.type(u"contact_within"_s, u" h"_s);
    QVERIFY(page.typing().commit());
    QCOMPARE(window.value(u"contact_within"_s), QVariant(120LL));
}

void TestSheetForm::undoShowsInTheEditor()
{
    TestPage page(u"example"_s);
    FormWindow window(page, worth);
    auto *line = qobject_cast<QLineEdit *>(window.control(u"calls_per_lead"_s));
    const QString before = line->text();
    line->setFocus(Qt::TabFocusReason);
    line->selectAll();
    QTest::keyClicks(line, u"9"_s);
    QVERIFY(page.typing().commit());
    QVERIFY(page.document().undo());
    QCOMPARE(line->text(), before);
}

void TestSheetForm::outsideChangeSparesTyping()
{
    TestPage page;
    FormWindow window(page, worth);
    window.type(u"calls_per_lead"_s, u"5"_s);
    SheetModel other(page.document(), page.catalogue(), page.sheet(worth));
    QVERIFY(other.setValue(0, u"calls_per_lead"_s, 8));
    QVERIFY(other.setValue(0, u"mails_per_lead"_s, 3));
    QCOMPARE(qobject_cast<QLineEdit *>(window.control(u"calls_per_lead"_s))->text(), u"5"_s);
    QCOMPARE(qobject_cast<QLineEdit *>(window.control(u"mails_per_lead"_s))->text(), u"3"_s);
}

void TestSheetForm::choicesCanBeTakenBack()
{
    TestPage page;
    FormWindow window(page, worth);
    auto *box = qobject_cast<QComboBox *>(window.control(u"grain"_s));
    box->setFocus(Qt::TabFocusReason);
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(window.value(u"grain"_s), QVariant(u"month"_s));
    QTest::keyClick(box, Qt::Key_Up);
    QVERIFY(!window.value(u"grain"_s).isValid());
}

void TestSheetForm::datesAreReadInTheLocale()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    TestPage page(u"example"_s);
    FormWindow window(page, u"plan_review"_s);
    QLocale::setDefault(QLocale::c());
    auto *line = qobject_cast<QLineEdit *>(window.control(u"next_on"_s));
    line->setFocus(Qt::TabFocusReason);
    line->selectAll();
    QTest::keyClicks(line, u"5.10.2026"_s);
    page.typing().commit();
    QCOMPARE(window.form.box(u"next_on"_s)->message(), QString());
    QCOMPARE(window.value(u"next_on"_s).toDate(), QDate(2026, 10, 5));
    line->clear();
    QTest::keyClick(line, Qt::Key_Backspace);
    Q_EMIT window.form.box(u"next_on"_s)->editor()->typed();
    QVERIFY(page.typing().commit());
    QVERIFY(!window.value(u"next_on"_s).isValid());
}

void TestSheetForm::longTextGrows()
{
    TestPage page(u"example"_s);
    FormWindow window(page, u"plan_review"_s);
    QWidget *text = window.control(u"went_well"_s);
    const int before = text->height();
    QTest::keyClicks(text, QString(u"a sentence that goes on "_s).repeated(60));
    QTRY_VERIFY(text->height() > before);
    const int wide = text->height();
    window.form.resize(350, 900);
    QTRY_VERIFY(text->height() > wide);
    const auto *area = qobject_cast<QPlainTextEdit *>(text);
    QTRY_COMPARE(area->verticalScrollBar()->maximum(), 0);
}

void TestSheetForm::oneLineIsAsHighEverywhere()
{
    for (const int zoom : {100, 150, 200}) {
        m_appearance.apply(ThemeMode::Light, zoom);
        TestPage page(u"example"_s);
        FormWindow window(page, u"story_goal"_s);
        const int line = window.control(u"due"_s)->height();
        QCOMPARE(window.control(u"target"_s)->height(), line);
        QCOMPARE(window.control(u"shared"_s)->height(), line);
    }
    m_appearance.apply(ThemeMode::Light, 100);
}

void TestSheetForm::theTwoSidesStandSideBySide()
{
    TestPage page(u"example"_s);
    for (const auto &[table, marketing, sales] :
         {std::tuple(u"story_message_house"_s, u"brand_line"_s, u"selling_line"_s),
          std::tuple(u"feedback_process"_s, u"agreed_marketing"_s, u"agreed_sales"_s)}) {
        FormWindow window(page, table);
        const auto place
            = [&](const QString &key) { return window.control(key)->mapTo(&window.form, QPoint()); };
        QCOMPARE(place(marketing).y(), place(sales).y());
        QVERIFY(place(marketing).x() < place(sales).x());
    }
}

// Six parts of the story ask both sides the same.
void TestSheetForm::fieldsOfOneNameAreToldApart()
{
    TestPage page(u"example"_s);
    FormWindow window(page, u"story_baseline"_s);
    QStringList names;
    for (const Field &field : window.model.sheet().fields)
        names.append(window.control(field.key)->accessibleName());
    QCOMPARE(names.removeDuplicates(), 0);
    QVERIFY2(names.contains(u"Proof: The grand vision"_s), qPrintable(names.join(u'|')));
}

void TestSheetForm::aScoreIsAWholeNumberUpToFive()
{
    TestPage page(u"example"_s);
    FormWindow window(page, u"overview_statement"_s);
    const QString key = u"sales"_s;
    QVERIFY(window.model.setValue(0, key, 2LL));
    for (const QString &typed : {u"7"_s, u"0"_s, u"3.5"_s, u"10"_s, u"35"_s, u"x"_s}) {
        window.type(key, typed);
        QCOMPARE(window.value(key), QVariant(2LL));
        QVERIFY2(window.form.box(key)->message().contains(u'5'), qPrintable(typed));
        QTest::qWait(1100); // what is typed next is another number
    }
    window.type(key, u"4"_s);
    QCOMPARE(window.value(key), QVariant(4LL));
    QVERIFY(window.form.box(key)->message().isEmpty());
}

void TestSheetForm::oneSidesScoreIsCovered()
{
    TestPage page;
    FormWindow window(page, u"overview_statement"_s);
    const auto input = [&](const QString &key) { return window.form.box(key)->editor()->input(); };
    const auto shown = [&](const QString &key) {
        return window.model.index(0, window.model.columnOf(key)).data().toString();
    };
    window.type(u"marketing"_s, u"4"_s);
    QCOMPARE(window.value(u"marketing"_s), QVariant(4LL));
    window.control(u"sales"_s)->setFocus(Qt::TabFocusReason);
    QVERIFY(!input(u"marketing"_s).isValid());
    QCOMPARE(shown(u"marketing"_s), u"answered"_s);
    QVERIFY(window.form.box(u"marketing"_s)->message().contains(u"both"_s));
    window.type(u"sales"_s, u"2"_s);
    QCOMPARE(input(u"marketing"_s), QVariant(4LL));
    QCOMPARE(shown(u"marketing"_s), u"4"_s);
    QCOMPARE(shown(u"sales"_s), u"2"_s);
    QVERIFY(window.form.box(u"marketing"_s)->message().isEmpty());
    QCOMPARE(window.value(u"marketing"_s), QVariant(4LL));
}

void TestSheetForm::moreThanTheWholeIsAskedAbout()
{
    TestPage page;
    FormWindow window(page, worth);
    const QString key = u"marketing_share"_s;
    window.type(key, u"140"_s);
    QVERIFY(page.typing().commit());
    QVERIFY(window.value(key).isValid());
    QVERIFY(window.form.box(key)->message().contains(u"100 %"_s));
    qobject_cast<QLineEdit *>(window.control(key))->selectAll();
    window.type(key, u"40"_s);
    QVERIFY(page.typing().commit());
    QVERIFY(window.form.box(key)->message().isEmpty());
}

void TestSheetForm::enterLeavesALine()
{
    TestPage page(u"example"_s);
    FormWindow window(page, u"plan_review"_s);
    QWidget *name = window.control(u"name"_s);
    name->setFocus(Qt::TabFocusReason);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(!name->hasFocus());
    QVERIFY(!window.value(u"name"_s).toString().contains(u'\n'));
}

void TestSheetForm::everyEditorIsNamed()
{
    TestPage page(u"example"_s);
    for (const Sheet *sheet : page.catalogue().sheets()) {
        SheetModel model(page.document(), page.catalogue(), *sheet);
        if (model.rowCount() == 0)
            model.addRow(-1);
        SheetForm form(model, page.context(), SheetForm::Fields::All);
        form.setRow(0);
        for (const Field &field : sheet->fields) {
            if (PeriodCell::isGrainOfPeriod(*sheet, field))
                continue; // the period's box stands for both
            const FieldBox *box = form.box(field.key);
            QVERIFY2(box, qPrintable(sheet->table + u'.' + field.key));
            QVERIFY2(!box->editor()->control()->accessibleName().isEmpty(), qPrintable(field.key));
            // Nothing a value has is lost between the file and its editor.
            const QVariant value = model.index(0, model.columnOf(field.key)).data(Qt::EditRole);
            const auto read = model.typed(field, box->editor()->input(), 0);
            QVERIFY2(read.ok(), qPrintable(sheet->table + u'.' + field.key));
            QCOMPARE(model.toColumns(field, *read), model.toColumns(field, value));
        }
    }
}

void TestSheetForm::movingToAnotherRowKeepsWhatIsRefused()
{
    TestPage page(u"example"_s);
    FormWindow window(page, u"plan_review"_s);
    QVERIFY(window.model.rowCount() > 1);
    window.type(u"next_on"_s, u"x"_s);
    QVERIFY(!window.form.setRow(1));
    auto *line = qobject_cast<QLineEdit *>(window.control(u"next_on"_s));
    QVERIFY(line->text().contains(u'x'));
    line->clear();
    QTest::keyClicks(line, u"2027-07-30"_s);
    QVERIFY(window.form.setRow(1));
    QCOMPARE(window.value(u"next_on"_s), QVariant(QDate(2027, 7, 30)));
}

void TestSheetForm::pictureIsLookedAtBeforeDecoding()
{
    TestPage page;
    const QString path = page.filePath(u"logo.png"_s);
    QImage image(3000, 200, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QVERIFY(image.save(path));
    const auto kept = PictureFile::read(path);
    QVERIFY(kept.ok());
    QCOMPARE(PictureFile::scaled(*kept, {4000, 4000}).width(), 1600);

    // The header of a PNG that claims 60,000 by 60,000 pixels.
    QByteArray bytes;
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        bytes = file.readAll();
    }
    const QByteArray huge("\x00\x00\xea\x60\x00\x00\xea\x60", 8);
    bytes.replace(16, 8, huge);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    QVERIFY(!PictureFile::read(path).ok());
    QVERIFY(PictureFile::scaled(bytes, {100, 100}).isNull());
    const QString text = page.filePath(u"letter.png"_s);
    QFile letter(text);
    QVERIFY(letter.open(QIODevice::WriteOnly));
    letter.write("no picture");
    letter.close();
    const auto refused = PictureFile::read(text);
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().message.contains(u"PNG"_s));
}

// Dark letters on a transparent ground are to be read on the dark theme's card too; the round corners of a
// portrait stay.
void TestSheetForm::logoIsOnWhite()
{
    TestPage page;
    const QString logo = page.filePath(u"logo.png"_s);
    QImage image(80, 40, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QVERIFY(image.save(logo));
    page.answerFile(logo);
    const auto shownIn = [&page](const Field &field) {
        PictureEditor editor(field, page.context(), nullptr);
        editor.findChild<QPushButton *>()->click();
        for (const QLabel *label : editor.findChildren<QLabel *>())
            if (const QImage seen = label->pixmap(Qt::ReturnByValue).toImage(); !seen.isNull())
                return seen.pixelColor(seen.rect().center());
        return QColor();
    };
    const QList<Field> &fields = page.sheet(u"overview_workbook"_s).fields;
    const auto ofClient = std::find_if(fields.begin(), fields.end(), [](const Field &described) {
        return described.key == u"client_logo"_s;
    });
    QVERIFY(ofClient != fields.end());
    QCOMPARE(shownIn(*ofClient), Theme::light().color(Theme::Role::Card));
    Field portrait = *ofClient;
    portrait.isLogo = false;
    QCOMPARE(shownIn(portrait).alpha(), 0);
}

void TestSheetForm::pictureIsChosenAndRemoved()
{
    TestPage page;
    const Sheet &sheet = page.sheet(u"overview_workbook"_s);
    const auto field = std::find_if(sheet.fields.begin(), sheet.fields.end(), [](const Field &described) {
        return described.kind == FieldKind::Picture;
    });
    QVERIFY(field != sheet.fields.end());
    FormWindow window(page, sheet.table);
    const QVariant before = window.value(field->key);
    const FieldBox *box = window.form.box(field->key);

    const QString letter = page.filePath(u"letter.png"_s);
    QFile file(letter);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no picture");
    file.close();
    page.answerFile(letter);
    QTest::mouseClick(box->editor()->control(), Qt::LeftButton);
    QVERIFY(!box->message().isEmpty());
    QCOMPARE(window.value(field->key), before);

    const QString logo = page.filePath(u"logo.png"_s);
    QImage image(80, 40, QImage::Format_ARGB32);
    image.fill(Qt::darkCyan);
    QVERIFY(image.save(logo));
    page.answerFile(logo);
    QTest::mouseClick(box->editor()->control(), Qt::LeftButton);
    QVERIFY(box->message().isEmpty());
    QVERIFY(!page.document().attachment(window.value(field->key).toString()).isEmpty());
    const auto buttons = box->editor()->findChildren<QPushButton *>();
    QTest::mouseClick(buttons.last(), Qt::LeftButton);
    QVERIFY(!window.value(field->key).isValid());
    QVERIFY(page.document().undo());
    QVERIFY(window.value(field->key).isValid());
}

QTEST_MAIN(TestSheetForm)
#include "tst_sheet_form.moc"
