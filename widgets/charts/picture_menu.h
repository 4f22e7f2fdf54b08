#pragma once

#include "models/document/result.h"
#include "widgets/charts/figure_table.h"

#include <QMenu>
#include <QSizeF>

#include <functional>

class Notifier;
class QPainter;

// Something painted, with the figures it shows, that can be taken along.
struct Picture
{
    QString title; // also the suggested file name
    QString details; // unit and source
    QSizeF size; // as on screen
    std::function<void(QPainter &, const QRectF &)> paint;
    FigureTable table;
};

// With title and details above it: taken along, it has no page around it.
QImage imageOf(const Picture &picture, double scale = 2);
// PNG or SVG by the path's ending; an existing file is replaced only whole.
Result<void> savePicture(const Picture &picture, const QString &path);

// Asks where to; says so where it cannot be written.
void askAndSavePicture(const Picture &picture, Notifier &notifier, QWidget *parent);

// What a right click on a chart offers: copy the picture or its figures, save it.
class PictureMenu : public QMenu
{
    Q_OBJECT

public:
    PictureMenu(Picture picture, QWidget *parent);

Q_SIGNALS:
    void saveRequested(const Picture &picture);

private:
    Picture m_picture;
};
