#pragma once

#include "models/overview/dashboard.h"
#include "widgets/shell/page_view.h"

class QBoxLayout;
class QGridLayout;
class QVBoxLayout;

// "Where we stand": the four tabs at a glance, how far the two sides' answers are apart, what is next and
// the latest wins. Everything on it leads to the place it speaks of.
class DashboardPage : public PageView
{
    Q_OBJECT

public:
    explicit DashboardPage(const PageContext &context, QWidget *parent = nullptr);

protected:
    void read() override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    QWidget *makeTabCard(const Dashboard::TabLine &line);
    QWidget *makeAlignmentCard(const Dashboard &dashboard);
    QWidget *makeNextCard(const Dashboard &dashboard);
    QWidget *makeWinCard(const Dashboard &dashboard);
    QWidget *makeLink(const QString &text, const QString &name, Tab tab, const QString &page);

    const PageContext &m_context;
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
    QGridLayout *m_grid = nullptr; // of the tabs' cards
    QBoxLayout *m_below = nullptr;
    QList<QWidget *> m_tabCards;
    QWidget *m_alignment = nullptr;
    QWidget *m_side = nullptr;
    int m_columns = 0;
};
