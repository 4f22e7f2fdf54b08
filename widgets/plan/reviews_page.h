#pragma once

#include "models/plan/review_freeze.h"
#include "widgets/charts/figures_page.h"

#include <QTimer>

class FigureTableView;
class QPushButton;
class TextLabel;

// The "Reviews" page: today's numbers frozen with one button, the last reviews beside each other, and what
// became of what was promised. The worksheets of reviews stand below.
class ReviewsPage : public FiguresPage
{
    Q_OBJECT

public:
    ReviewsPage(const PageContext &context, const Page &page, QWidget *parent = nullptr);

    FigureTableView *comparison() const { return m_comparison; }
    QString promises() const;

protected:
    void read() override;

private:
    void freeze();
    void offerToFreeze();
    void showPromises(const QList<ReviewNumbers> &reviews);

    QTimer m_offer; // once the page is on screen: half a million deals take their time
    TextLabel *m_today;
    QPushButton *m_freeze;
    FigureTableView *m_comparison;
    TextLabel *m_promises;
};
