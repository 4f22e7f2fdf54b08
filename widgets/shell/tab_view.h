#pragma once

#include "widgets/shell/page_view.h"

class PageHeader;
class QStackedWidget;
class SubTabs;

// One tab of the workbook: its heading, its pages as sub-tabs, and the page chosen. Pages are made when they
// are first shown.
class TabView : public QWidget
{
    Q_OBJECT

public:
    TabView(const PageContext &context, const TabDescription &tab, const PageFactory &factory,
            QWidget *parent = nullptr);

    // Empty: the page last shown.
    void showPage(const QString &key = {});
    const Page &page() const;
    PageView *view() const; // of the page shown

Q_SIGNALS:
    void pageShown();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void adaptMargins();
    void showIndex(int index);

    const PageContext &m_context;
    const TabDescription &m_tab;
    const PageFactory &m_factory;
    PageHeader *m_header;
    SubTabs *m_tabs;
    QStackedWidget *m_stack;
    QList<PageView *> m_views; // one per page; nullptr until shown
};
