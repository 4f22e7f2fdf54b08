#pragma once

#include "widgets/shell/page_view.h"

#include <QHash>
#include <QTimer>

struct SearchHit;
class GuidePanel;
class Navigation;
class QStackedWidget;
class TabView;

// An open workbook in the window: navigation, the tab chosen, and the guide. Tabs are made when first shown.
class WorkbookView : public QWidget
{
    Q_OBJECT

public:
    WorkbookView(const PageContext &context, const PageFactory &factory, QWidget *parent = nullptr);
    ~WorkbookView() override;

    void go(Tab tab, const QString &page = {});
    void showRow(const QString &table, qint64 id); // on whichever page it stands
    void showHit(const SearchHit &hit, const QString &needle);
    // The keyboard goes to the page's first control, its sub-tabs; or from there to the navigation.
    void focusPage();
    void focusOtherPart();
    Tab tab() const { return m_tab; }
    const Page &page() const;
    PageView *pageView() const;

    bool isGuideShown() const;
    // The user's wish. Where there is little room it counts for now; otherwise it is kept.
    void setGuideShown(bool shown);

Q_SIGNALS:
    void guideShownChanged(bool shown);
    void pageShown(); // another one than before, or the same once more

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void onPageShown();
    void updateExample();
    void adaptToWidth();
    void onRoomWanted();
    void refreshStanding();
    bool isNarrow() const;

    PageContext m_context;
    const PageFactory &m_factory;
    Navigation *m_navigation;
    QStackedWidget *m_stack;
    GuidePanel *m_guide;
    QHash<Tab, TabView *> m_tabs;
    Tab m_tab = Tab::Overview;
    const Page *m_shown = nullptr; // the page shown last
    bool m_guideInNarrow = false;
    bool m_guideVisible = false;
    bool m_painted = false;
    QTimer m_refresh; // joins the changes of a busy moment
    QMetaObject::Connection m_exampleConnection, m_roomConnection;
};
