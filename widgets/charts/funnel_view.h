#pragma once

#include "widgets/charts/funnel_picture.h"
#include "widgets/charts/picture_menu.h"

#include <QHash>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

// The funnel on screen. Stages and handovers can be reached one by one, with the mouse, the keyboard and a
// screen reader: arrow keys go from stage to stage, the left and right ones through everything, Tab from
// handover to handover; Enter opens what has the focus. A handover's line is dragged, or moved with the
// arrow keys and Enter, to move the split; a stage is dragged, or moved with Alt and an arrow key.
// A right click copies or exports picture and figures. The view changes nothing itself: it asks.
class FunnelView : public QWidget
{
    Q_OBJECT

public:
    struct Element
    {
        enum class Kind { Stage, Handover };
        Kind kind = Kind::Stage;
        int band = -1; // of a handover: the one above it

        bool operator==(const Element &) const = default;
    };
    using Preview = std::function<FunnelBands(int from, int to)>;

    explicit FunnelView(QWidget *parent = nullptr);

    // `table`: the same figures, for copying; `title` and `details` (unit and source) stand above the picture
    // where it is saved.
    void setFunnel(const FunnelBands &funnel, const FigureTable &table, const QString &title,
                   const QString &details = {});
    // How the funnel looks while the line under `from` lies under `to`. Without it, nothing can be moved.
    void setPreview(Preview preview) { m_preview = std::move(preview); }
    // As high as this where it can be read then; else as low as it can be read. 0: as high as it likes.
    void setRoom(int height);
    const FunnelBands &funnel() const { return m_funnel; }
    const FunnelBands &shown() const { return m_moving ? m_previewed : m_funnel; }

    int current() const; // the stage with the focus; -1: none
    void setCurrent(int band) { setFocused({Element::Kind::Stage, band}); }
    const Element &focused() const { return m_focused; }
    void setFocused(const Element &element); // band -1: nothing
    QList<Element> elements() const; // in reading order
    QRect rectOf(int band) const; // the stage's row
    QRect rectOf(const Element &element) const;
    QStringList texts() const; // what is written; for tests
    QString nameOf(const Element &element) const;
    QString descriptionOf(const Element &element) const;
    QString tipOf(const Element &element) const; // its description, and how it is moved
    void activate(const Element &element);
    // Beside the mouse while something is dragged; else beside what has the focus, where it would cover the
    // picture, unless it is in sight elsewhere.
    void tell(const QString &text, bool isInSight = false);
    std::optional<Element> elementAt(const QPointF &position) const;
    Picture picture() const; // in light colours: documents are white

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void currentChanged(int band);
    void stageActivated(int band);
    void handoverActivated(int band);
    void splitPreviewed(int from, int to); // alike: nothing is being moved any more
    void splitMoved(int from, int to);
    void stageDragged(int band, int before); // `before` alike: it would stay; -1: nothing is dragged any more
    void stageMoved(int band, int before);
    void menuRequested(QMenu *menu, const FunnelView::Element &element); // to add what can be done with it
    void saveRequested(const Picture &picture);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Moving // of a split line
    {
        int from = 0, to = 0;
    };
    struct Pressed
    {
        QPointF at;
        Element element;
        bool dragged = false;
    };

    const FunnelPicture &layOut() const;
    QList<int> handovers() const;
    void preview(int from, int to);
    void endMoving(bool keep);
    void dragStage(const QPointF &to);
    void giveUpDragging();
    bool isMovable() const { return m_preview != nullptr; }
    bool handleArrow(QKeyEvent *event);
    void stepStage(int to);
    void stepElement(int by);
    void describeFocused();
    void showTip();
    void reveal() const;

    FunnelBands m_funnel, m_previewed;
    FigureTable m_table;
    QString m_title, m_details;
    Preview m_preview;
    int m_room = 0;
    mutable std::unique_ptr<FunnelPicture> m_picture; // for the present size, font and funnel
    mutable QHash<int, int> m_heights; // by width: layouts ask again and again
    Element m_focused;
    std::optional<Moving> m_moving;
    std::optional<Pressed> m_pressed;
    int m_dropBefore = -1; // a stage is dragged: where it would come to lie
};
