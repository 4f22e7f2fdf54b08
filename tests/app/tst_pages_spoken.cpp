#include "tests/support/app_window.h"
#include "tests/support/workbook.h"
#include "widgets/controls/sheet_view.h"
#include "widgets/controls/worksheet_page.h"
#include "widgets/shell/navigation.h"
#include "widgets/shell/theme.h"
#include "widgets/shell/workbook_view.h"

#include <QAccessible>
#include <QLabel>
#include <QListView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Spoken
{
    QAccessible::Role role = QAccessible::NoRole;
    QString name;
    QRect rect;
};

// What a screen reader finds below `around`, in its order: texts and controls, not what only holds them. Of
// tables, lists and charts the whole: their cells are read one by one when somebody goes there.
void listenTo(QAccessibleInterface *around, QList<Spoken> &all)
{
    for (int i = 0; i < around->childCount(); ++i) {
        QAccessibleInterface *child = around->child(i);
        if (!child || child->state().invisible)
            continue;
        const QAccessible::Role role = child->role();
        const bool holds = role == QAccessible::Client || role == QAccessible::Grouping
            || role == QAccessible::Pane || role == QAccessible::Window || role == QAccessible::LayeredPane
            || role == QAccessible::Border || role == QAccessible::Splitter || role == QAccessible::Canvas;
        if (!holds)
            all.append({role, child->text(QAccessible::Name), child->rect()});
        if (holds)
            listenTo(child, all);
    }
}

QString describe(const Spoken &spoken)
{
    return u"role %1 “%2”"_s.arg(spoken.role).arg(spoken.name.left(60));
}

// Twice in one breath: the same text, or a name that the text beside it repeats with its figure.
bool isRepeated(const Spoken &a, const Spoken &b)
{
    if (a.role != QAccessible::StaticText || b.role != QAccessible::StaticText || a.name.isEmpty())
        return false;
    return a.name == b.name || a.name.startsWith(b.name + u": "_s) || b.name.startsWith(a.name + u": "_s);
}

} // namespace

// The pages as they are heard.
class PagesSpokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void nothingIsSaidTwiceOrWithoutAName();
    void tabsHaveTheirNames_data();
    void tabsHaveTheirNames();
};

void PagesSpokenTest::nothingIsSaidTwiceOrWithoutAName()
{
    AppWindow app(QSize(1280, 720));
    app.window().newFile(u"example"_s, app.path(u"a.smarketing"_s));
    QStringList faults;
    for (const TabDescription &tab : app.window().catalogue().tabs()) {
        for (const Page &page : tab.pages) {
            app.window().workbook()->go(tab.tab, page.key);
            QWidget *view = app.window().workbook()->pageView();
            for (qsizetype i = 0; i < page.sheets.size() + 5; ++i)
                QTest::qWait(0);
            QList<Spoken> all;
            listenTo(QAccessible::queryAccessibleInterface(view), all);
            QVERIFY(!all.isEmpty());
            const QString place = tab.key + u'/' + page.key + u": "_s;
            for (qsizetype i = 0; i < all.size(); ++i) {
                if (all.at(i).name.trimmed().isEmpty())
                    faults.append(place + u"without a name: "_s + describe(all.at(i)));
                if (i > 0 && isRepeated(all.at(i - 1), all.at(i)))
                    faults.append(place + u"said twice: "_s + describe(all.at(i)));
            }
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

void PagesSpokenTest::tabsHaveTheirNames_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("shown");
    QTest::newRow("1920 x 1080") << QSize(1920, 1080) << true;
    QTest::newRow("1280 x 720") << QSize(1280, 720) << false;
}

// At 200 % too: to be read where there is room, else as tips and by screen readers.
void PagesSpokenTest::tabsHaveTheirNames()
{
    QFETCH(QSize, size);
    QFETCH(bool, shown);
    AppWindow app(size, 200);
    app.window().newFile(u"example"_s, app.path(u"a.smarketing"_s));
    const auto *navigation = app.window().findChild<Navigation *>();
    QCOMPARE(navigation->width() > em(navigation, 10), shown);
    auto *list = navigation->findChild<QListView *>();
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(list);
    const QList<TabDescription> &tabs = app.window().catalogue().tabs();
    QCOMPARE(spoken->childCount(), static_cast<int>(tabs.size()));
    for (int i = 0; i < tabs.size(); ++i) {
        QCOMPARE(spoken->child(i)->text(QAccessible::Name), tabs.at(i).label);
        QVERIFY(list->model()->index(i, 0).data(Qt::ToolTipRole).toString().startsWith(tabs.at(i).label));
    }
}

QTEST_MAIN(PagesSpokenTest)
#include "tst_pages_spoken.moc"
