#pragma once

#include "models/plan/standing.h"
#include "widgets/shell/navigation_model.h"

#include <QWidget>

class NavigationDelegate;
class QListView;
class TextLabel;

// The framework as a way through the workbook: its tabs, and below them where the teams stand.
class Navigation : public QWidget
{
    Q_OBJECT

public:
    explicit Navigation(const Catalogue &catalogue, QWidget *parent = nullptr);

    void setCurrent(Tab tab);
    void setProgress(const QList<TabProgress> &progress);
    // `howScored`: how the alignment score comes about.
    void setStanding(const Standing &standing, const QString &howScored = {});
    // Rings only, where the window is narrow.
    void setCompact(bool compact);

    QSize minimumSizeHint() const override; // the tabs; the rest shows where there is room

Q_SIGNALS:
    void chosen(Tab tab);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void adaptSize();
    int heightFor(int tabs) const;
    void adaptHeight();
    QWidget *makeStanding();

    NavigationModel *m_model;
    NavigationDelegate *m_delegate;
    QListView *m_list;
    QWidget *m_standing;
    TextLabel *m_score = nullptr;
    TextLabel *m_outOf = nullptr;
    TextLabel *m_change = nullptr;
    TextLabel *m_actions = nullptr;
    TextLabel *m_nextReview = nullptr;
    bool m_compact = false;
};
