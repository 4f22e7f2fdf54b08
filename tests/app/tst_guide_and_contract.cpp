#include "tests/support/app_window.h"
#include "widgets/charts/funnel_view.h"
#include "widgets/funnel/funnel_page.h"
#include "widgets/funnel/funnel_panel.h"
#include "widgets/shell/guide_panel.h"
#include "widgets/shell/window_actions.h"
#include "widgets/shell/workbook_view.h"

#include <QAction>
#include <QTest>

using namespace Qt::StringLiterals;

// Beside the split funnel there is room for one thing in a window of 1280 x 720: guide or contract.
class GuideAndContractTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();
    void cleanup() { m_app.reset(); }
    void guideStandsInPlaceOfTheContract();
    void contractStandsInPlaceOfTheGuide();
    void wideWindowHasBoth();

private:
    void openHandover();
    bool sees(bool guide, bool contract) const
    {
        return m_guide->isVisible() == guide && m_panel->isVisible() == contract;
    }

    std::unique_ptr<AppWindow> m_app;
    FunnelView *m_funnel = nullptr;
    FunnelPanel *m_panel = nullptr;
    GuidePanel *m_guide = nullptr;
    QAction *m_guideAction = nullptr;
};

void GuideAndContractTest::init()
{
    m_app = std::make_unique<AppWindow>(QSize(1280, 720));
    m_app->window().newFile(u"example"_s, m_app->path(u"a.smarketing"_s));
    m_app->window().workbook()->go(Tab::Funnel, u"funnel"_s);
    const auto *page = m_app->window().findChild<FunnelPage *>();
    QVERIFY(page);
    m_funnel = page->funnel();
    m_panel = page->findChild<FunnelPanel *>();
    m_guide = m_app->window().findChild<GuidePanel *>();
    m_guideAction = m_app->window().actions().guide;
    QTRY_VERIFY(sees(true, false));
    QTRY_VERIFY(!m_funnel->texts().isEmpty());
}

void GuideAndContractTest::openHandover()
{
    const auto elements = m_funnel->elements();
    const auto handover
        = std::find_if(elements.begin(), elements.end(), [](const FunnelView::Element &element) {
              return element.kind == FunnelView::Element::Kind::Handover;
          });
    QVERIFY(handover != elements.end());
    m_funnel->activate(*handover);
}

void GuideAndContractTest::guideStandsInPlaceOfTheContract()
{
    QTest::qWait(300); // it is laid out in several passes
    const QStringList all = m_funnel->texts();
    openHandover();
    QTRY_VERIFY(sees(false, true));
    m_guideAction->trigger();
    QTRY_VERIFY(sees(true, false));
    QTRY_COMPARE(m_funnel->texts(), all); // changes and ways back, too
    m_guideAction->trigger();
    QTRY_VERIFY(sees(false, true));
}

void GuideAndContractTest::contractStandsInPlaceOfTheGuide()
{
    openHandover();
    m_guideAction->trigger();
    QTRY_VERIFY(sees(true, false));
    openHandover();
    QTRY_VERIFY(sees(false, true));
    QVERIFY(!m_guideAction->isChecked());
    // Elsewhere the guide is seen as before.
    m_app->window().workbook()->go(Tab::Story);
    QTRY_VERIFY(m_guide->isVisible());
}

void GuideAndContractTest::wideWindowHasBoth()
{
    openHandover();
    m_guideAction->trigger();
    QTRY_VERIFY(sees(true, false));
    m_app->window().resize(1920, 1080);
    QTRY_VERIFY(sees(true, true));
}

QTEST_MAIN(GuideAndContractTest)
#include "tst_guide_and_contract.moc"
