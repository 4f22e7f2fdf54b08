#include "tests/support/app_window.h"
#include "widgets/controls/field_box.h"
#include "widgets/controls/sheet_form.h"
#include "widgets/controls/sheet_records.h"
#include "widgets/controls/sheet_view.h"
#include "widgets/controls/sub_tabs.h"
#include "widgets/shell/page_view.h"
#include "widgets/shell/workbook_view.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;

// Pages longer than the window, under mouse and keyboard.
class ScrollingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pageIsFoundWhereItWasLeft();
    void pageKeysScrollFromItsName();

private:
    SubTabs *names();
    QScrollBar *bar();
    bool canScroll() { return bar()->maximum() > 400; }

    std::unique_ptr<AppWindow> m_app;
};

void ScrollingTest::init()
{
    m_app.reset();
    m_app = std::make_unique<AppWindow>(QSize(1280, 720));
    m_app->window().newFile(u"example"_s, m_app->path(u"a.smarketing"_s));
    m_app->goTo(Tab::Story, u"personas"_s);
    QTRY_VERIFY(canScroll());
}

SubTabs *ScrollingTest::names()
{
    for (SubTabs *tabs : m_app->window().findChildren<SubTabs *>())
        if (tabs->isVisible())
            return tabs;
    return nullptr;
}

QScrollBar *ScrollingTest::bar()
{
    const QWidget *page = m_app->window().workbook()->pageView();
    return qobject_cast<QScrollArea *>(page->parentWidget()->parentWidget())->verticalScrollBar();
}

void ScrollingTest::pageIsFoundWhereItWasLeft()
{
    m_app->click(m_app->view(u"story_persona"_s)->records()->form()->box(u"name"_s));
    bar()->setValue(400);
    const int personas = names()->currentIndex();
    m_app->click(names(), names()->rectOf(personas + 1).center());
    m_app->click(names(), names()->rectOf(personas).center());
    QTest::qWait(50); // what follows the cursor does so once the page is laid out
    QCOMPARE(names()->currentIndex(), personas);
    QCOMPARE(bar()->value(), 400);
}

void ScrollingTest::pageKeysScrollFromItsName()
{
    m_app->click(names(), names()->rectOf(names()->currentIndex()).center());
    m_app->press(Qt::Key_PageDown);
    QVERIFY(bar()->value() > 200);
    m_app->press(Qt::Key_PageUp);
    QCOMPARE(bar()->value(), 0);
}

QTEST_MAIN(ScrollingTest)
#include "tst_scrolling.moc"
