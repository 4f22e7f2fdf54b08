#pragma once

#include "widgets/shell/page_view.h"

#include <QTimer>

class Card;
class SheetView;

// A page of the workbook: all its worksheets one below the other, each on a card. They are made one by one
// after the page has appeared, the topmost first. The window scrolls it.
class WorksheetPage : public PageView
{
    Q_OBJECT

public:
    WorksheetPage(const PageContext &context, const Page &page, QWidget *parent = nullptr);
    // Not even the topmost worksheet is made before the page has appeared: it has other things above it.
    void setBelowOthers() { m_isBelowOthers = true; }

    bool canUseExample() const override { return m_canUseExample; }
    void useExample() override;
    void showRow(const QString &table, qint64 id) override;

    SheetView *view(const QString &table); // made if it is not there yet; nullptr: not on this page

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeNext();
    bool wantsExample(const Sheet &sheet) const;
    SheetView *make(qsizetype index);
    void refreshExample();
    void adaptMargins();

    const PageContext &m_context;
    const Page &m_page;
    QList<Card *> m_cards;
    QList<SheetView *> m_views; // nullptr: not made yet
    QTimer m_next;
    bool m_isBelowOthers = false;
    bool m_canUseExample = false;
};
