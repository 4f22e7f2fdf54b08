#include "tests/support/app_window.h"
#include "tests/support/workbook.h"
#include "widgets/funnel/import_dialog.h"
#include "widgets/shell/window_actions.h"
#include "widgets/shell/workbook_view.h"

#include <QAction>
#include <QTest>

using namespace Qt::StringLiterals;

// What the menus lead to, from wherever the user is.
class MenusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importIsReachedFromEverywhere();
};

void MenusTest::importIsReachedFromEverywhere()
{
    AppWindow app({1280, 900});
    const QAction *import = app.window().actions().importCrm;
    QVERIFY(import->isVisible() && !import->isEnabled());
    app.window().newFile(u"blank"_s, app.path(u"a.smarketing"_s));
    QVERIFY(import->isEnabled());
    app.window().workbook()->go(Tab::Story);
    app.press(Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(app.window().workbook()->page().key, u"funnel"_s);
    QCOMPARE(app.window().findChildren<ImportDialog *>().size(), 1);
    app.window().actions().importCrm->trigger(); // the same one again
    QCOMPARE(app.window().findChildren<ImportDialog *>().size(), 1);
}

QTEST_MAIN(MenusTest)
#include "tst_menus.moc"
