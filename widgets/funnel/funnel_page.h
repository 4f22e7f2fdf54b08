#pragma once

#include "models/funnel/funnel_store.h"
#include "widgets/charts/funnel_view.h"
#include "widgets/funnel/deal_figures.h"

#include <QPoint>

#include <optional>

class FigureTableView;
class FunnelChoices;
class FunnelPanel;
class NoNumbersCard;
class PageWindow;
class QBoxLayout;
class QGridLayout;
class SeenPart;
class SegmentsCard;
class TextLabel;
struct OwnerChange;

// The "Funnel" page: the split funnel of one period against another or its target, as a picture and as a
// table, with the key figures of the imported deals. In the picture the split is moved, and stages and
// handovers are opened to be read and changed beside it.
class FunnelPage : public PageView
{
    Q_OBJECT

public:
    explicit FunnelPage(const PageContext &page, DealReader deals = summaryOfDeals,
                        QWidget *parent = nullptr);

    FunnelView *funnel() const { return m_funnel; }
    bool wantsRoom() const override { return m_isPanelOpen; }
    void stepBack(bool back) override;

Q_SIGNALS:
    void importRequested();
    void numbersRequested(); // to the page on which numbers are typed

protected:
    void read() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // What is open beside the picture.
    struct Opened
    {
        FunnelView::Element::Kind kind = FunnelView::Element::Kind::Stage;
        qint64 stage = 0; // id; 0: nothing
    };

    NoNumbersCard *buildEmpty();
    QString undatedText() const;
    QWidget *buildPicture();
    void fitPicture();
    void keepPictureInSight();
    void rememberSight();
    QWidget *buildKeyFigures();
    void connectPicture();
    void present(); // what was read
    QString noTargetText() const; // empty where there are some, or none are asked for
    FunnelQuestion question(const FunnelFigures &now) const;
    FunnelBands preview(int from, int to) const;
    void showKeyFigures();
    const FunnelFigures *periodOf(const QString &key) const;

    void open(FunnelView::Element::Kind kind, int band);
    void closePanel();
    void refreshPanel();
    bool showOpened(); // in the panel; false: nothing is open
    int openedBand() const; // -1: nothing is open
    void fillMenu(QMenu *menu, const FunnelView::Element &element);
    void fillStageMenu(QMenu *menu, int band);
    void change(const Result<void> &done);
    void changeOwners(const OwnerChange &plan, const QString &told = {});
    void showSplitHint(int from, int to);
    void showDragHint(int band, int before);
    void addStage(int after);
    void removeStage(int band);

    const PageContext m_page;
    const DealReader m_deals;
    FunnelInputs m_inputs;
    DealSummary m_summary;
    QList<FunnelFigures> m_periods; // oldest first
    FunnelFigures m_target; // of the period shown
    Opened m_opened;
    bool m_isPanelOpen = false;
    bool m_isBack = false; // the panel, for the guide

    FunnelChoices *m_choices;
    QWidget *m_content;
    NoNumbersCard *m_empty;
    FunnelView *m_funnel;
    TextLabel *m_hint;
    TextLabel *m_noTarget; // why nothing is compared
    FunnelPanel *m_panel;
    SeenPart *m_beside; // with the panel in it
    QBoxLayout *m_row; // picture and panel
    PageWindow *m_window;
    bool m_isWholeInSight = false; // the picture
    std::optional<QPoint> m_scrolled; // from and to where, so that it stays so
    FigureTableView *m_table;
    SegmentsCard *m_segments;
    QGridLayout *m_keyGrid;
    QWidget *m_keyFigures;
};
