#include "tests/support/made_import.h"
#include "tests/support/scripted_questions.h"
#include "tests/support/workbook.h"
#include "widgets/funnel/currency_choice.h"
#include "widgets/report/page_preview.h"
#include "widgets/report/report_dialog.h"
#include "widgets/report/report_options_pane.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/settings.h"
#include "widgets/shell/unsaved_typing.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

// The export as a user drives it.
class TestReportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsThePages();
    void lateOnesAreNotShownForNoSection();
    void exportsWhatIsChosen();
    void remembersTheChoices();
    void valuesAreInTheCurrencyChosen();
    void leavesSectionsOutForOneWorkbook();
    void cancelLeavesTheOldFile();
    void failureIsSaidInTheDialog();
    void everyControlHasAName();
    void cleanupTestCase() { QThreadPool::globalInstance()->waitForDone(); } // pages nobody waits for

private:
    std::unique_ptr<ReportDialog> dialog();
    static void waitForPages(const ReportDialog &dialog, const std::function<bool(qsizetype)> &enough);
    static QTreeWidget *sections(const ReportDialog &dialog)
    {
        return dialog.findChild<QTreeWidget *>(u"sections"_s);
    }

    TestWorkbook m_workbook{u"example"_s};
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Notifier> m_notifier;
    ScriptedQuestions *m_questions = nullptr;
    UnsavedTyping m_typing;
};

void TestReportDialog::init()
{
    QFile::remove(m_workbook.filePath(u"settings.ini"_s));
    m_settings = std::make_unique<Settings>(m_workbook.filePath(u"settings.ini"_s));
    auto questions = std::make_unique<ScriptedQuestions>();
    m_questions = questions.get();
    m_notifier = std::make_unique<Notifier>(std::move(questions));
}

std::unique_ptr<ReportDialog> TestReportDialog::dialog()
{
    auto dialog = std::make_unique<ReportDialog>(
        PageContext{m_workbook.document(), m_workbook.catalogue(), *m_notifier, *m_settings, m_typing},
        ReportDialog::Purpose::Export);
    dialog->show();
    return dialog;
}

void TestReportDialog::waitForPages(const ReportDialog &dialog, const std::function<bool(qsizetype)> &enough)
{
    QTRY_VERIFY_WITH_TIMEOUT(enough(dialog.preview()->report().pages.size()), 20'000);
}

void TestReportDialog::showsThePages()
{
    const auto shown = dialog();
    waitForPages(*shown, [](qsizetype pages) { return pages > 30; });
    const auto dark = [](const QImage &image) {
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                count += qGray(image.pixel(x, y)) < 100 ? 1 : 0;
        return count;
    };
    QVERIFY(dark(const_cast<PagePreview *>(shown->preview())->viewport()->grab().toImage()) > 500);

    const qsizetype before = shown->preview()->report().pages.size();
    for (int i = 0; i < 5; ++i)
        sections(*shown)->topLevelItem(i)->setCheckState(0, Qt::Unchecked);
    waitForPages(*shown, [&](qsizetype pages) { return pages < before / 2; });
    QVERIFY(shown->findChild<QPushButton *>(u"export"_s)->isEnabled());
    sections(*shown)->topLevelItem(5)->setCheckState(0, Qt::Unchecked);
    QTRY_VERIFY(!shown->findChild<QPushButton *>(u"export"_s)->isEnabled());
    QVERIFY(shown->preview()->report().pages.isEmpty());
}

void TestReportDialog::lateOnesAreNotShownForNoSection()
{
    const auto shown = dialog(); // its pages are being laid out
    for (int i = 0; i < sections(*shown)->topLevelItemCount(); ++i)
        sections(*shown)->topLevelItem(i)->setCheckState(0, Qt::Unchecked);
    QTRY_VERIFY(!shown->findChild<QPushButton *>(u"export"_s)->isEnabled());
    QThreadPool::globalInstance()->waitForDone();
    QTest::qWait(50);
    QVERIFY(shown->preview()->report().pages.isEmpty());
}

void TestReportDialog::exportsWhatIsChosen()
{
    const QString path = m_workbook.filePath(u"chosen.pdf"_s);
    const auto shown = dialog();
    QSignalSpy exported(shown.get(), &ReportDialog::exported);
    m_questions->files = {std::nullopt, path};
    QTest::mouseClick(shown->findChild<QPushButton *>(u"export"_s), Qt::LeftButton);
    QVERIFY(shown->isVisible());
    QTest::mouseClick(shown->findChild<QPushButton *>(u"export"_s), Qt::LeftButton);
    QVERIFY(exported.wait(20'000));
    QVERIFY(!shown->isVisible());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5) == "%PDF-");
    QVERIFY(m_notifier->texts().join(u' ').contains(u"chosen.pdf"));
}

void TestReportDialog::remembersTheChoices()
{
    {
        const auto shown = dialog();
        sections(*shown)->topLevelItem(1)->child(2)->setCheckState(0, Qt::Unchecked);
        shown->findChild<QComboBox *>(u"paper"_s)->setCurrentIndex(1);
        shown->findChild<QCheckBox *>(u"blankForms"_s)->setChecked(true);
    }
    const auto again = dialog();
    QCOMPARE(sections(*again)->topLevelItem(1)->child(2)->checkState(0), Qt::Unchecked);
    QCOMPARE(sections(*again)->topLevelItem(1)->checkState(0), Qt::PartiallyChecked);
    QCOMPARE(again->findChild<QComboBox *>(u"paper"_s)->currentIndex(), 1);
    QVERIFY(again->findChild<QCheckBox *>(u"blankForms"_s)->isChecked());
    QTRY_COMPARE_WITH_TIMEOUT(again->preview()->report().paper, QPageSize::Letter, 20'000);
}

// What one client is not shown, the next one's PDF has.
void TestReportDialog::valuesAreInTheCurrencyChosen()
{
    const auto choice = [](const ReportDialog &shown) { return shown.findChild<CurrencyChoice *>(); };
    const auto before = dialog();
    QVERIFY(!choice(*before)->isVisible()); // there is but one
    QCOMPARE(before->findChild<ReportOptionsPane *>()->options().currency, QString());
    QVERIFY(importInto(m_workbook.document(),
                       "Deal ID,Stage,Created,Closed,Amount,Currency\n"
                       "1,Won,2026-01-05,2026-02-01,1000,USD\n")
                .ok());
    const auto shown = dialog();
    QVERIFY(choice(*shown)->isVisible());
    choice(*shown)->setCurrentIndex(choice(*shown)->findData(u"USD"_s));
    QCOMPARE(shown->findChild<ReportOptionsPane *>()->options().currency, u"USD"_s);
    QVERIFY(m_workbook.document().undo());
}

void TestReportDialog::leavesSectionsOutForOneWorkbook()
{
    const QString key = u"story/personas"_s;
    const QString other = u"/elsewhere/other.smarketing"_s;
    Settings &settings = *m_settings;
    settings.setReportLeftOut(other, {key});
    const auto shown = dialog();
    QCOMPARE(sections(*shown)->topLevelItem(1)->checkState(0), Qt::Checked);
    sections(*shown)->topLevelItem(1)->child(2)->setCheckState(0, Qt::Unchecked);
    QCOMPARE(settings.reportLeftOut(m_workbook.document().path()).size(), 1);
    // It is forgotten with the workbook, when that is no recent file any more.
    QVERIFY(settings.reportLeftOut(other).isEmpty());
    settings.addRecentFile(other);
    settings.setReportLeftOut(other, {key});
    sections(*shown)->topLevelItem(1)->child(2)->setCheckState(0, Qt::Checked);
    QCOMPARE(settings.reportLeftOut(other), QStringList{key});
    QVERIFY(settings.reportLeftOut(m_workbook.document().path()).isEmpty());
}

void TestReportDialog::cancelLeavesTheOldFile()
{
    QFile file(m_workbook.filePath(u"old.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("old");
    file.close();
    const auto shown = dialog();
    QSignalSpy exported(shown.get(), &ReportDialog::exported);
    auto *cancel = shown->findChild<QPushButton *>(u"cancel"_s);
    const QString close = cancel->text();
    shown->exportTo(file.fileName());
    QVERIFY(cancel->text() != close);
    QTest::mouseClick(cancel, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(cancel->text(), close, 20'000);
    QVERIFY(shown->isVisible());
    QVERIFY(exported.isEmpty());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("old"));
}

void TestReportDialog::failureIsSaidInTheDialog()
{
    const auto shown = dialog();
    const QString path = m_workbook.filePath(u"no folder/out.pdf"_s);
    shown->exportTo(path);
    const auto said = [&] {
        const auto labels = shown->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->text().contains(path); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(said(), 20'000);
    QVERIFY(shown->isVisible());
}

void TestReportDialog::everyControlHasAName()
{
    const auto shown = dialog();
    for (const QWidget *widget : shown->findChildren<QWidget *>())
        if (widget->focusPolicy() != Qt::NoFocus && !widget->objectName().startsWith(u"qt_")
            && widget->isVisibleTo(shown.get())) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     widget->metaObject()->className());
        }
}

QTEST_MAIN(TestReportDialog)
#include "tst_report_dialog.moc"
