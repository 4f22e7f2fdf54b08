#include "tests/support/pixels.h"
#include "tests/support/scripted_questions.h"
#include "widgets/controls/text_label.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/navigation.h"
#include "widgets/shell/navigation_model.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/settings.h"
#include "widgets/shell/status_line.h"
#include "widgets/shell/unsaved_typing.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class ShellPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsSurvive();
    void recentFilesAreNewestFirst();
    void messagesReplaceAndMakeRoom();
    void cancellingIsNotReported();
    void typingEndsWithItsEditor();
    void navigationModelKeepsTheRules();
    void numbersStayWithWhatTheyCount();
    void narrowNavigationShowsWhoHasSigned();
    void statusLineGrowsWithTheLetters();
};

void ShellPartsTest::settingsSurvive()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    {
        Settings settings(file);
        QCOMPARE(settings.theme(), ThemeMode::System);
        QCOMPARE(settings.zoom(), 100);
        QVERIFY(settings.guideShown());
        QSignalSpy changed(&settings, &Settings::changed);
        settings.setTheme(ThemeMode::Dark);
        settings.setZoom(1000);
        settings.setName(u"  Noor  "_s);
        settings.setLanguage(u"de"_s);
        settings.setGuideShown(false);
        QCOMPARE(changed.size(), 5);
        settings.setName(u"Noor"_s);
        QCOMPARE(changed.size(), 5);
    }
    const Settings again(file);
    QCOMPARE(again.theme(), ThemeMode::Dark);
    QCOMPARE(again.zoom(), Appearance::maximumZoom);
    QCOMPARE(again.name(), u"Noor"_s);
    QCOMPARE(again.language(), u"de"_s);
    QVERIFY(!again.guideShown());
}

void ShellPartsTest::recentFilesAreNewestFirst()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    for (int i = 0; i < Settings::recentFilesKept + 3; ++i)
        settings.addRecentFile(u"/w/%1.smarketing"_s.arg(i));
    settings.addRecentFile(u"/w/5.smarketing"_s);
    QCOMPARE(settings.recentFiles().size(), Settings::recentFilesKept);
    QCOMPARE(settings.recentFiles().constFirst(), u"/w/5.smarketing"_s);
    QCOMPARE(settings.recentFiles().count(u"/w/5.smarketing"_s), 1);
    settings.removeRecentFile(u"/w/5.smarketing"_s);
    QVERIFY(!settings.recentFiles().contains(u"/w/5.smarketing"_s));
}

void ShellPartsTest::messagesReplaceAndMakeRoom()
{
    Notifier notifier(std::make_unique<ScriptedQuestions>());
    QVERIFY(notifier.isHidden());
    notifier.show({.text = u"one"_s, .key = u"k"_s, .stays = true});
    notifier.show({.text = u"two"_s, .key = u"k"_s, .stays = true});
    QCOMPARE(notifier.texts(), QStringList{u"two"_s});
    notifier.show({.text = u"a"_s});
    notifier.show({.text = u"b"_s});
    notifier.show({.text = u"c"_s});
    QCOMPARE(notifier.texts(), (QStringList{u"two"_s, u"b"_s, u"c"_s})); // what stays is not pushed out
    notifier.withdraw(u"k"_s);
    QCOMPARE(notifier.texts(), (QStringList{u"b"_s, u"c"_s}));
    notifier.withdrawAll();
    QVERIFY(notifier.isHidden());
}

void ShellPartsTest::cancellingIsNotReported()
{
    Notifier notifier(std::make_unique<ScriptedQuestions>());
    notifier.report({Error::Code::Cancelled, u"stopped"_s});
    QVERIFY(notifier.texts().isEmpty());
    notifier.report({Error::Code::DiskFull, u"The disk is full."_s});
    QCOMPARE(notifier.texts(), QStringList{u"The disk is full."_s});
}

void ShellPartsTest::typingEndsWithItsEditor()
{
    UnsavedTyping typing;
    QSignalSpy changed(&typing, &UnsavedTyping::changed);
    QObject slow;
    {
        const QObject gone;
        typing.set(&gone, true);
        typing.set(&gone, true);
        QCOMPARE(changed.size(), 1);
    }
    QVERIFY(!typing.any());
    typing.set(&slow, true);
    QVERIFY(!typing.commit()); // nobody wrote it
    connect(&typing, &UnsavedTyping::commitRequested, &slow, [&] { typing.set(&slow, false); });
    QVERIFY(typing.commit());
}

void ShellPartsTest::navigationModelKeepsTheRules()
{
    const Catalogue catalogue;
    NavigationModel model(catalogue);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 6);
    QList<TabProgress> progress(6);
    progress[1] = {.filled = 3,
                   .total = 4,
                   .written = {},
                   .marketing = SignatureState::Signed,
                   .sales = SignatureState::Outdated};
    model.setProgress(progress);
    const QModelIndex story = model.index(1);
    QCOMPARE(story.data(NavigationModel::ProgressRole).toDouble(), 0.75);
    QCOMPARE(story.data(NavigationModel::NumberRole).toString(), u"1"_s);
    const QString spoken = story.data(Qt::AccessibleDescriptionRole).toString();
    QVERIFY(spoken.contains(u"3 of 4"_s) && spoken.contains(u"earlier text"_s));
    QVERIFY(model.index(5).data(NavigationModel::NumberRole).toString().isEmpty());
    // What has no number has a sign, and not the same.
    const QString overview = model.index(0).data(NavigationModel::SignRole).toString();
    QVERIFY(overview != model.index(5).data(NavigationModel::SignRole).toString());
    QVERIFY(!themedIcon(overview, Theme::Role::Ink).isNull());
}

void ShellPartsTest::numbersStayWithWhatTheyCount()
{
    const Catalogue catalogue;
    Navigation navigation(catalogue);
    Standing standing;
    standing.openActions = 48;
    standing.overdueActions = 30;
    navigation.setStanding(standing);
    QStringList texts;
    for (const QLabel *label : navigation.findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY2(texts.contains(u"Open actions:\u00a048 · overdue:\u00a030"_s), qPrintable(texts.join(u'|')));
}

void ShellPartsTest::narrowNavigationShowsWhoHasSigned()
{
    const Catalogue catalogue;
    Navigation navigation(catalogue);
    navigation.setCompact(true);
    navigation.resize(navigation.width(), 600);
    const QColor sales = Theme::of(&navigation).fill(Team::Sales);
    const int hollow = pixelsOf(navigation.grab().toImage(), sales);
    QVERIFY(hollow > 0);
    QList<TabProgress> progress(catalogue.tabs().size());
    progress[1].sales = SignatureState::Signed;
    navigation.setProgress(progress);
    QVERIFY(pixelsOf(navigation.grab().toImage(), sales) > hollow);
}

void ShellPartsTest::statusLineGrowsWithTheLetters()
{
    StatusLine line;
    line.setZoom(100);
    const auto labels = line.findChildren<TextLabel *>();
    QVERIFY(!labels.isEmpty());
    const QMargins before = labels.first()->contentsMargins();
    QFont large = line.font();
    large.setPointSizeF(large.pointSizeF() * 2);
    line.setFont(large);
    for (const TextLabel *label : labels) {
        QVERIFY(label->contentsMargins().left() > before.left() * 3 / 2);
        QVERIFY(label->contentsMargins().right() > before.right() * 3 / 2);
    }
}

QTEST_MAIN(ShellPartsTest)
#include "tst_shell_parts.moc"
