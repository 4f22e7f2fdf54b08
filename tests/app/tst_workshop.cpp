#include "tests/support/app_window.h"
#include "tests/support/workbook.h"
#include "widgets/charts/figure_table_view.h"
#include "widgets/charts/funnel_view.h"
#include "widgets/controls/entry_table.h"
#include "widgets/controls/field_box.h"
#include "widgets/controls/field_editor.h"
#include "widgets/controls/sheet_form.h"
#include "widgets/controls/sheet_grid.h"
#include "widgets/controls/sheet_records.h"
#include "widgets/controls/sheet_table.h"
#include "widgets/controls/sheet_view.h"
#include "widgets/controls/sign_off.h"
#include "widgets/controls/source_chip.h"
#include "widgets/controls/text_label.h"
#include "widgets/funnel/numbers_view.h"
#include "widgets/report/report_dialog.h"
#include "widgets/shell/find_dialog.h"
#include "widgets/shell/status_line.h"
#include "widgets/shell/workbook_view.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

const QString serves = u"Clinics that have outgrown their paper files"_s;
const QString allSaved = u"All changes saved"_s;

} // namespace

// A small workshop by mouse and keyboard alone, from the start page to the paper. Each function goes on where
// the one before it ended.
class WorkshopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void makesAWorkbook();
    void namesClientAndTeams();
    void ratesTheStatements();
    void writesTheStoryTogether();
    void bothSign();
    void aChangeOutdatesTheSignatures();
    void describesAPersona();
    void logsFeedback();
    void celebratesAWin();
    void handsAStageToSales();
    void entersNumbers();
    void readsTheFunnel();
    void findsAWord();
    void undoesAndRedoes();
    void exportsTheReport();
    void findsEverythingAgain();

private:
    void write(const QString &table, const QString &key, const QString &text);
    void choose(const QString &table, const QString &key, const QString &letters);
    void typeIntoCell(const QString &table, int row, const QString &key, const QString &text);
    QWidget *control(const QString &table, const QString &key);
    FieldBox *box(const QString &table, const QString &key);
    QList<QVariantMap> rows(const QString &table) { return m_app->window().document()->rows(table); }
    QString state() { return m_app->window().findChild<StatusLine *>()->stateText(); }
    int outdatedSignatures();
    QString funnelText(int row, int column);

    std::unique_ptr<AppWindow> m_app;
    QString m_content; // of the workbook at the end
};

void WorkshopTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_app = std::make_unique<AppWindow>(QSize(1600, 1000));
}

FieldBox *WorkshopTest::box(const QString &table, const QString &key)
{
    const SheetView *view = m_app->view(table);
    if (!view)
        return nullptr;
    return (view->form() ? view->form() : view->records()->form())->box(key);
}

QWidget *WorkshopTest::control(const QString &table, const QString &key)
{
    const FieldBox *found = box(table, key);
    return found ? found->editor()->control() : nullptr;
}

void WorkshopTest::write(const QString &table, const QString &key, const QString &text)
{
    m_app->click(control(table, key));
    m_app->press(Qt::Key_A, Qt::ControlModifier);
    m_app->type(text);
    QCOMPARE(state(), u"Typing…"_s);
    m_app->press(Qt::Key_Tab);
    QCOMPARE(state(), allSaved);
}

// By its first letters, as one does without a mouse.
void WorkshopTest::choose(const QString &table, const QString &key, const QString &letters)
{
    m_app->focus(control(table, key));
    m_app->type(letters);
    QCOMPARE(state(), allSaved);
}

void WorkshopTest::typeIntoCell(const QString &table, int row, const QString &key, const QString &text)
{
    SheetView *view = m_app->view(table);
    QVERIFY(view && view->table());
    SheetGrid *grid = view->table()->grid();
    const QModelIndex cell
        = view->table()->proxy().mapFromSource(view->model().index(row, view->model().columnOf(key)));
    m_app->click(grid->viewport(), grid->visualRect(cell).center());
    QCOMPARE(grid->currentIndex(), cell);
    m_app->type(text.left(1)); // opens the cell
    m_app->type(text.sliced(1));
    m_app->press(Qt::Key_Tab);
    QCOMPARE(state(), allSaved);
}

void WorkshopTest::makesAWorkbook()
{
    QVERIFY(!m_app->window().document());
    m_app->questions().files = {m_app->path(u"clinic.smarketing"_s)};
    m_app->click(m_app->button(u"&New…"_s));
    QVERIFY(m_app->window().document());
    QCOMPARE(m_app->questions().asked.size(), 1);
    QVERIFY(m_app->button(u"Undo"_s));
    QVERIFY(!m_app->window().document()->canUndo());
}

void WorkshopTest::namesClientAndTeams()
{
    m_app->goTo(Tab::Overview, u"workbook"_s);
    write(u"overview_workbook"_s, u"client"_s, u"Birchwood Clinics"_s);
    QCOMPARE(rows(u"overview_workbook"_s).constFirst().value(u"client"_s), u"Birchwood Clinics"_s);
    QVERIFY(m_app->window().windowTitle().contains(u"Birchwood Clinics"_s));

    m_app->click(m_app->button(u"Add person"_s));
    m_app->type(u"Iris Feldman"_s); // the new row is open for typing
    m_app->press(Qt::Key_Tab);
    m_app->click(m_app->button(u"Add person"_s));
    m_app->type(u"Sam Ortega"_s);
    m_app->press(Qt::Key_Return);
    typeIntoCell(u"overview_member"_s, 0, u"team"_s, u"Marketing"_s);
    typeIntoCell(u"overview_member"_s, 1, u"team"_s, u"Sales"_s);
    const QList<QVariantMap> people = rows(u"overview_member"_s);
    QCOMPARE(people.size(), 2);
    QCOMPARE(people.at(0).value(u"name"_s), u"Iris Feldman"_s);
    QCOMPARE(people.at(0).value(u"team"_s), u"marketing"_s);
    QCOMPARE(people.at(1).value(u"name"_s), u"Sam Ortega"_s);
    QCOMPARE(people.at(1).value(u"team"_s), u"sales"_s);
}

void WorkshopTest::ratesTheStatements()
{
    m_app->goTo(Tab::Overview, u"alignment"_s);
    for (int row = 0; row < 3; ++row) {
        typeIntoCell(u"overview_statement"_s, row, u"marketing"_s, QString::number(5 - row));
        typeIntoCell(u"overview_statement"_s, row, u"sales"_s, u"2"_s);
    }
    const QList<QVariantMap> statements = rows(u"overview_statement"_s);
    for (int row = 0; row < 3; ++row) {
        QCOMPARE(statements.at(row).value(u"marketing"_s).toInt(), 5 - row);
        QCOMPARE(statements.at(row).value(u"sales"_s).toInt(), 2);
    }
    QVERIFY(statements.at(3).value(u"sales"_s).isNull());
}

void WorkshopTest::writesTheStoryTogether()
{
    m_app->goTo(Tab::Story, u"baseline"_s);
    write(u"story_baseline"_s, u"serve_marketing"_s, u"Clinics on their way to a digital future"_s);
    write(u"story_baseline"_s, u"serve_sales"_s, u"The practice manager who looks for a file"_s);
    write(u"story_baseline"_s, u"serve_ours"_s, serves);
    QCOMPARE(rows(u"story_baseline"_s).constFirst().value(u"serve_ours"_s), serves);
}

void WorkshopTest::bothSign()
{
    SignOff *signOff = m_app->view(u"story_baseline"_s)->signOff();
    QVERIFY(signOff->isVisible());
    const QList<std::pair<QString, QString>> signers{{u"Sign for marketing"_s, u"Iris Feldman"_s},
                                                     {u"Sign for sales"_s, u"Sam Ortega"_s}};
    for (const auto &[button, name] : signers) {
        m_app->click(m_app->button(button, signOff));
        m_app->press(Qt::Key_A, Qt::ControlModifier);
        m_app->type(name);
        m_app->press(Qt::Key_Return);
        QVERIFY(!m_app->button(button, signOff));
    }
    QCOMPARE(rows(u"signature"_s).size(), 2);
    QCOMPARE(outdatedSignatures(), 0);
}

int WorkshopTest::outdatedSignatures()
{
    int count = 0;
    for (const TextLabel *label : m_app->view(u"story_baseline"_s)->signOff()->findChildren<TextLabel *>())
        count += label->isVisible() && label->text() == u"The text has changed since."_s ? 1 : 0;
    return count;
}

void WorkshopTest::aChangeOutdatesTheSignatures()
{
    m_app->click(control(u"story_baseline"_s, u"serve_ours"_s));
    m_app->press(Qt::Key_End, Qt::ControlModifier);
    m_app->type(u" and more"_s);
    QCOMPARE(state(), u"Typing…"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state(), allSaved, 1000); // without leaving the field
    QCOMPARE(outdatedSignatures(), 2);
    m_app->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(rows(u"story_baseline"_s).constFirst().value(u"serve_ours"_s), serves);
    QCOMPARE(outdatedSignatures(), 0);
}

void WorkshopTest::describesAPersona()
{
    m_app->goTo(Tab::Story, u"personas"_s);
    QVERIFY(m_app->view(u"story_persona"_s));
    m_app->click(m_app->button(u"Add persona"_s));
    m_app->type(u"Practice manager"_s); // the form of the new row waits for its name
    m_app->press(Qt::Key_Tab);
    write(u"story_persona"_s, u"industry"_s, u"Outpatient surgery"_s);
    auto *chip = box(u"story_persona"_s, u"industry"_s)->findChild<SourceChip *>();
    QTimer whenOpen; // the menu has an event loop of its own
    connect(&whenOpen, &QTimer::timeout, chip, [&whenOpen] {
        if (QWidget *menu = QApplication::activePopupWidget()) {
            whenOpen.stop();
            QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Return);
        }
    });
    whenOpen.start(10);
    m_app->click(chip);
    QCOMPARE(chip->text(), u"Interview"_s);
    const QVariantMap persona = rows(u"story_persona"_s).constFirst();
    QCOMPARE(persona.value(u"name"_s), u"Practice manager"_s);
    QCOMPARE(persona.value(u"industry"_s), u"Outpatient surgery"_s);
    QCOMPARE(persona.value(u"industry_source"_s), u"interview"_s);
}

void WorkshopTest::logsFeedback()
{
    m_app->goTo(Tab::Feedback, u"log"_s);
    QVERIFY(m_app->view(u"feedback_item"_s));
    m_app->click(m_app->button(u"Add feedback"_s));
    write(u"feedback_item"_s, u"feedback"_s, u"Nobody reads the brochure before the second call"_s);
    choose(u"feedback_item"_s, u"from_team"_s, u"Sales"_s);
    write(u"feedback_item"_s, u"from_person"_s, u"Sam Ortega"_s);
    choose(u"feedback_item"_s, u"persona"_s, u"Pra"_s);
    const QVariantMap item = rows(u"feedback_item"_s).constFirst();
    QCOMPARE(item.value(u"from_team"_s), u"sales"_s);
    QCOMPARE(item.value(u"from_person"_s), u"Sam Ortega"_s);
    QCOMPARE(item.value(u"persona"_s), rows(u"story_persona"_s).constFirst().value(u"id"_s));
}

void WorkshopTest::celebratesAWin()
{
    m_app->goTo(Tab::Feedback, u"wins"_s);
    QVERIFY(m_app->view(u"feedback_win"_s));
    m_app->click(m_app->button(u"Add win"_s));
    m_app->type(u"Three clinics in Lisbon"_s);
    m_app->press(Qt::Key_Tab);
    write(u"feedback_win"_s, u"worth"_s, u"27,000"_s);
    write(u"feedback_win"_s, u"marketing_contribution"_s, u"The checklist they had read"_s);
    write(u"feedback_win"_s, u"sales_contribution"_s, u"A visit in their worst week"_s);
    const QVariantMap win = rows(u"feedback_win"_s).constFirst();
    QCOMPARE(win.value(u"name"_s), u"Three clinics in Lisbon"_s);
    QCOMPARE(win.value(u"worth"_s).toLongLong(), 27'000'00);
    QCOMPARE(win.value(u"worth_currency"_s), u"EUR"_s);
}

void WorkshopTest::handsAStageToSales()
{
    m_app->goTo(Tab::Funnel, u"stages"_s);
    typeIntoCell(u"funnel_stage"_s, 3, u"owner"_s, u"Sales"_s);
    const QVariantMap stage = rows(u"funnel_stage"_s).at(3);
    QCOMPARE(stage.value(u"name"_s), u"SQL"_s);
    QCOMPARE(stage.value(u"owner"_s), u"sales"_s);
}

void WorkshopTest::entersNumbers()
{
    m_app->goTo(Tab::Funnel, u"numbers"_s);
    auto *page = qobject_cast<NumbersView *>(m_app->window().workbook()->pageView());
    QVERIFY(page);
    QTableView *table = page->table();
    const int newest = page->model().columnCount() - 1;
    const auto place = [&](int row) { return table->visualRect(page->model().index(row, newest)).center(); };
    m_app->click(table->viewport(), place(0));
    m_app->type(u"1"_s);
    m_app->type(u"0000"_s);
    m_app->press(Qt::Key_Return);
    QApplication::clipboard()->setText(
        u"300\r\n90\r\n36\r\n27\r\n6\r\n"_s); // as a spreadsheet copies a column
    m_app->click(table->viewport(), place(1));
    m_app->press(Qt::Key_V, Qt::ControlModifier);
    const QList<QVariantMap> numbers = rows(u"funnel_number"_s);
    QList<int> amounts;
    for (const QVariantMap &number : numbers)
        amounts.append(number.value(u"amount"_s).toInt());
    std::sort(amounts.begin(), amounts.end());
    QCOMPARE(amounts, (QList<int>{6, 27, 36, 90, 300, 10'000}));
}

QString WorkshopTest::funnelText(int row, int column)
{
    const auto *table = m_app->window().workbook()->pageView()->findChild<FigureTableView *>();
    const QTableWidgetItem *item = table->item(row, column);
    return item ? item->text() : QString();
}

void WorkshopTest::readsTheFunnel()
{
    m_app->goTo(Tab::Funnel, u"funnel"_s);
    auto *view = m_app->window().workbook()->pageView()->findChild<FunnelView *>();
    QVERIFY(view && view->isVisible());
    const QList<FunnelBand> &bands = view->funnel().bands;
    QCOMPARE(bands.size(), 6);
    QStringList figures, steps;
    for (const FunnelBand &band : bands) {
        figures.append(band.figure);
        steps.append(QString(band.step).replace(QChar(QChar::Nbsp), u' '));
    }
    QCOMPARE(figures, (QStringList{u"10,000"_s, u"300"_s, u"90"_s, u"36"_s, u"27"_s, u"6"_s}));
    QCOMPARE(steps, (QStringList{u"3.0 %"_s, u"30.0 %"_s, u"40.0 %"_s, u"75.0 %"_s, u"22.2 %"_s, {}}));
    QCOMPARE(QString(bands.last().overall).replace(QChar(QChar::Nbsp), u' '), u"0.06 %"_s);
    QCOMPARE(bands.at(3).owner, Team::Sales);
    QCOMPARE(funnelText(5, 0), u"Won"_s);
}

void WorkshopTest::findsAWord()
{
    m_app->press(Qt::Key_F, Qt::ControlModifier);
    auto *dialog = m_app->window().findChild<FindDialog *>();
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
    m_app->type(u"brochure"_s);
    QTRY_COMPARE(dialog->findChild<QListWidget *>()->count(), 1);
    m_app->press(Qt::Key_Return);
    QVERIFY(!dialog->isVisible());
    QCOMPARE(m_app->window().workbook()->tab(), Tab::Feedback);
    QCOMPARE(m_app->window().workbook()->page().key, u"log"_s);
    QCOMPARE(m_app->view(u"feedback_item"_s)->records()->currentId(),
             rows(u"feedback_item"_s).constFirst().value(u"id"_s).toLongLong());
}

void WorkshopTest::undoesAndRedoes()
{
    write(u"feedback_item"_s, u"answer"_s, u"We send two pages instead"_s);
    const auto answer = [&] { return rows(u"feedback_item"_s).constFirst().value(u"answer"_s).toString(); };
    m_app->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(answer(), QString());
    m_app->press(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(answer(), u"We send two pages instead"_s);
    m_app->click(m_app->button(u"Undo"_s));
    QCOMPARE(answer(), QString());
    m_app->click(m_app->button(u"Redo"_s));
    QCOMPARE(answer(), u"We send two pages instead"_s);
}

void WorkshopTest::exportsTheReport()
{
    const QString path = m_app->path(u"clinic.pdf"_s);
    m_app->press(Qt::Key_E, Qt::ControlModifier);
    auto *dialog = m_app->window().findChild<ReportDialog *>();
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
    m_app->questions().files = {path};
    m_app->click(dialog->findChild<QPushButton *>(u"export"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_app->window().findChild<ReportDialog *>(), 20'000);
    QProcess reading;
    reading.start(u"pdftotext"_s, {u"-raw"_s, path, u"-"_s});
    QVERIFY2(reading.waitForFinished(), qPrintable(reading.errorString()));
    const auto squeezed = [](QString text) { // without breaks of line and word
        static const QRegularExpression breaks(u"[\\s\\x{ad}-]+"_s);
        return text.remove(breaks);
    };
    const QString text = squeezed(QString::fromUtf8(reading.readAllStandardOutput()));
    for (const QString &written : {u"Birchwood Clinics"_s, serves, u"Three clinics in Lisbon"_s})
        QVERIFY2(text.contains(squeezed(written)), qPrintable(written));
}

void WorkshopTest::findsEverythingAgain()
{
    m_content = contentOf(*m_app->window().document());
    m_app->press(Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!m_app->window().document());
    m_app->questions().files = {m_app->path(u"clinic.smarketing"_s)};
    m_app->press(Qt::Key_O, Qt::ControlModifier);
    QVERIFY(m_app->window().document());
    QCOMPARE(contentOf(*m_app->window().document()), m_content);
    m_app->goTo(Tab::Story, u"baseline"_s);
    QCOMPARE(box(u"story_baseline"_s, u"serve_ours"_s)->editor()->input().toString(), serves);
    QCOMPARE(outdatedSignatures(), 0);
    QCOMPARE(rows(u"signature"_s).size(), 2);
}

QTEST_MAIN(WorkshopTest)
#include "tst_workshop.moc"
