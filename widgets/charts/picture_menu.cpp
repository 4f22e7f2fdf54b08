#include "widgets/charts/picture_menu.h"

#include "models/exchange/whole_file.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/notifier.h"
#include "widgets/shell/theme.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QImage>
#include <QMimeData>
#include <QPainter>
#include <QSvgGenerator>

using namespace Qt::StringLiterals;

namespace {

// What stands above a picture, and the room for it.
struct Head
{
    explicit Head(const Picture &of)
        : picture(of)
    {
        const double line = em(QFontMetrics(QApplication::font()), 1.3);
        for (const QString *text : {&picture.title, &picture.details})
            height += text->isEmpty() ? 0 : line;
        margin = line / 2;
    }

    QSizeF wholeSize() const { return picture.size + QSizeF(2 * margin, height + 2 * margin); }
    void paintWhole(QPainter &painter) const;

    const Picture &picture;
    double height = 0, margin = 0;
};

void Head::paintWhole(QPainter &painter) const
{
    const Theme &theme = Theme::light(); // as the picture itself
    painter.fillRect(QRectF({}, wholeSize()), theme.color(Theme::Role::Card));
    QRectF rest(QPointF(margin, margin), picture.size + QSizeF(0, height));
    const auto write = [&](const QString &text, const QFont &font, Theme::Role role) {
        if (text.isEmpty())
            return;
        painter.setFont(font);
        painter.setPen(theme.color(role));
        painter.drawText(rest, static_cast<int>(Qt::AlignTop | Qt::AlignLeading) | Qt::TextSingleLine,
                         QFontMetricsF(font).elidedText(text, Qt::ElideRight, rest.width()));
        rest.setTop(rest.top() + em(QFontMetrics(QApplication::font()), 1.3));
    };
    write(picture.title, strong(QApplication::font()), Theme::Role::Ink);
    write(picture.details, QApplication::font(), Theme::Role::Muted);
    painter.setFont(QApplication::font());
    picture.paint(painter, QRectF(rest.topLeft(), picture.size));
}

QByteArray svgOf(const Picture &picture)
{
    const Head head(picture);
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(picture.title);
    generator.setSize(head.wholeSize().toSize());
    generator.setResolution(QImage(1, 1, QImage::Format_RGB32).logicalDpiY()); // letters as large as in a PNG
    generator.setViewBox(QRectF({}, head.wholeSize()));
    QPainter painter(&generator);
    head.paintWhole(painter);
    painter.end();
    return buffer.data();
}

QByteArray pngOf(const Picture &picture)
{
    QBuffer buffer;
    imageOf(picture).save(&buffer, "PNG");
    return buffer.data();
}

// A title as a file name: signs that some systems refuse are left out.
QString fileNameOf(const QString &title)
{
    QString name;
    for (const QChar c : title)
        name += uR"(/\:*?"<>|)"_s.contains(c) ? u' ' : c;
    return name.simplified();
}

} // namespace

QImage imageOf(const Picture &picture, double scale)
{
    const Head head(picture);
    QImage image((head.wholeSize() * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    head.paintWhole(painter);
    return image;
}

Result<void> savePicture(const Picture &picture, const QString &path)
{
    const bool svg = path.endsWith(u".svg"_s, Qt::CaseInsensitive);
    return writeWholeFile(path, svg ? svgOf(picture) : pngOf(picture));
}

void askAndSavePicture(const Picture &picture, Notifier &notifier, QWidget *parent)
{
    const auto path = notifier.questions().saveFile(
        parent,
        {PictureMenu::tr("Save picture"),
         folderFor(QStandardPaths::PicturesLocation) + u'/' + fileNameOf(picture.title) + u".png"_s,
         PictureMenu::tr("PNG picture (*.png);;SVG drawing (*.svg)"), u"png"_s});
    if (!path)
        return;
    const QString message = u"savePicture"_s;
    if (const auto saved = savePicture(picture, *path); !saved)
        notifier.report(saved.error(), message);
    else
        notifier.withdraw(message);
}

PictureMenu::PictureMenu(Picture picture, QWidget *parent)
    : QMenu(parent)
    , m_picture(std::move(picture))
{
    addAction(themedIcon(u"copy"_s), tr("Copy picture"), this,
              [this] { QApplication::clipboard()->setImage(imageOf(m_picture)); });
    addAction(themedIcon(u"copy"_s), tr("Copy data"), this,
              [this] { QApplication::clipboard()->setText(m_picture.table.toText()); });
    addSeparator();
    addAction(themedIcon(u"export"_s), tr("Save picture…"), this,
              [this] { Q_EMIT saveRequested(m_picture); });
}
