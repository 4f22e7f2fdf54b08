#pragma once

#include "widgets/charts/funnel_bands.h"
#include "widgets/charts/funnel_shapes.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QMap>
#include <QPalette>
#include <QPolygonF>

class QPainter;
class Theme;
class QPaintDevice;

// The funnel as a picture: bands by owner, handover lines, rates. Paints vectors with any painter, in the
// painter's font; used alike on screen, in the PDF and for pictures.
//
// The legend says whether widths are to scale. Names and figures stand beside a band that is too narrow for
// them.
class FunnelPicture
{
    Q_DECLARE_TR_FUNCTIONS(FunnelPicture)

public:
    // Fills `rect`. `device` is what it will be painted on: lengths follow the font's size there.
    FunnelPicture(const FunnelBands &funnel, const QRectF &rect, const QFont &font,
                  const QPaintDevice *device);

    static double heightFor(const FunnelBands &funnel, double width, const QFontMetricsF &metrics);
    static double minimumHeightFor(const FunnelBands &funnel, double width, const QFontMetricsF &metrics);
    double leastHeight() const; // with what there is room for in this width
    // Lays out and paints at once.
    static void paint(QPainter &painter, const QRectF &rect, const FunnelBands &funnel,
                      const QPalette &palette);

    // What has the keyboard's focus, and where a stage that is dragged would come to lie.
    struct Focus
    {
        int band = -1;
        int handover = -1; // after this band
        int dragged = -1; // this band
        int dropBefore = -1; // this band; the number of bands: at the end; the dragged one: it stays
    };
    void paint(QPainter &painter, const QPalette &palette, const Focus &focus) const;
    void paint(QPainter &painter, const QPalette &palette) const { paint(painter, palette, Focus()); }

    int bandAt(const QPointF &position) const; // whole row; -1: none
    int handoverAt(const QPointF &position) const; // the band above it; -1: none
    QRectF handoverRect(int band) const { return m_handovers.value(band); } // line, diamond and texts
    int nearestGap(double y) const; // the band above it
    QRectF rowOf(int band) const { return m_shapes.at(band).row; }
    QPolygonF shapeOf(int band) const { return m_shapes.at(band).shape; }
    bool isToScale() const { return m_toScale; }
    // What is written, where it lies, and the ways back from stage to stage; for tests.
    QStringList texts() const;
    QList<QRectF> textRects() const;
    const QList<QPolygonF> &waysBack() const { return m_arcs; }

private:
    enum class Ink { Normal, Muted, OnFill, Good, Warning };
    struct Shape
    {
        QPolygonF shape;
        QRectF row;
    };
    struct Text
    {
        QRectF rect;
        Qt::Alignment alignment;
        QString text;
        Ink ink = Ink::Normal;
        Team onFill = Team::None;
        bool bold = false;
    };
    struct Mark // a small filled shape
    {
        QPolygonF shape;
        Ink ink = Ink::Normal;
        Team fill = Team::None; // with Ink::OnFill: in the team's colour
        bool outlined = false; // instead of filled
    };
    struct Line
    {
        QLineF line;
        Ink ink = Ink::Muted;
    };
    struct Columns // left to right; width 0: left out
    {
        double gutter = 0, funnel = 0, recycle = 0, step = 0, overall = 0, change = 0;
        double names = 0; // the part of the funnel beside the bands
        double left = 0; // of the gutter
        double bands() const { return funnel - names; }
        double centre() const { return funnelLeft() + bands() / 2; }
        double funnelLeft() const { return left + gutter; }
        double recycleLeft() const { return funnelLeft() + funnel; }
        double stepLeft() const { return recycleLeft() + recycle; }
        double overallLeft() const { return stepLeft() + step; }
        double changeLeft() const { return overallLeft() + overall; }
    };
    struct TextRooms
    {
        double inside = 0, besideLeft = 0, beside = 0;
    };
    struct LegendItem
    {
        enum class Sign { None, Square, Diamond, Arrow };
        QString text;
        Sign sign = Sign::None;
        Team team = Team::None;
    };

    static QList<LegendItem> legendItems(const FunnelBands &funnel, bool toScale, bool merged);
    static int legendRows(const FunnelBands &funnel, double width, const QFontMetricsF &metrics,
                          bool merged = false);

    static bool hasHandover(const FunnelBands &funnel);
    static QString stepText(const FunnelBand &band);
    static QString overallHead();
    static QString overallText(const FunnelBand &band); // where no column of its own says what it is
    void layOutColumns();
    void makeRoom();
    double stepWidth() const;
    double movedWidth() const; // of the movements in the column of the rates
    bool isRoomBetween() const;
    void mergeColumns();
    double heightWithNamesInGaps() const;
    void leaveOutChanges();
    void leaveOutStepChanges();
    void findWidths();
    void findUnknownWidths();
    void makeRoomForNames();
    void layOutBands();
    bool isTall() const; // enough for name and figure below each other
    TextRooms textRooms(int i) const;
    double textWidth(int i, bool two) const;
    double widthBeside(int i) const;
    QPair<QString, QString> wrapped(int i, double width) const; // the name
    bool namesFit() const;
    void layOutBandText(int i);
    void addBandText(int i, const QRectF &room, Qt::Alignment side, bool two, bool onBand);
    void addOnBand(int i, const QRectF &rect, Qt::Alignment side, const QString &text, bool bold,
                   bool onBand);
    void layOutHandover(int i);
    void layOutInGap(int i);
    bool allTitlesFit(QString FunnelBand::*name, double room) const;
    QList<int> recycleLanes() const; // of each band; -1: it sends nobody back
    void layOutRecycling();
    void layOutRates(int i);
    void layOutHeads();
    void layOutLegend();
    void addMovement(const QRectF &cell, const FunnelBand::Movement &movement);
    void addText(const QRectF &rect, Qt::Alignment alignment, const QString &text, Ink ink,
                 bool bold = false);
    void mirror();

    double widthOf(const QString &text, bool bold = false) const;
    double widthAt(int i, double y) const; // of the band's shape
    double gapUnder(int i) const; // its height
    double gapAfter(int i) const; // y of its middle
    double movementWidth(const FunnelBand::Movement &movement) const;
    QColor color(Ink ink, Team team, const QPalette &palette) const;
    void paintFocus(QPainter &painter, const Theme &theme, const Focus &focus) const;
    void paintDropMark(QPainter &painter, int before) const;

    FunnelBands m_funnel; // without what there is no room for
    QRectF m_rect;
    QFont m_font, m_bold;
    QFontMetricsF m_metrics, m_boldMetrics;
    double m_em = 0; // the font's height, in which all lengths are measured
    FunnelShapes::Spacing m_spacing;
    double m_bandHeight = 0, m_gap = 0, m_top = 0;
    bool m_toScale = true;
    bool m_inGaps = false; // handovers are named between the bands instead of beside the funnel
    bool m_merged = false; // both rates are one column, all changes another
    Columns m_columns;
    QList<double> m_widths; // of the upper edges
    QList<Shape> m_shapes;
    QList<Text> m_texts;
    QList<Mark> m_marks;
    QList<Line> m_lines; // handovers
    QList<QPolygonF> m_arcs; // ways back
    QMap<int, QRectF> m_handovers; // by the band above
};
