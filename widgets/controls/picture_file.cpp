#include "widgets/controls/picture_file.h"

#include "widgets/shell/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PictureFile)
};

constexpr qint64 mostBytes = 20 * 1024 * 1024;
constexpr qint64 mostPixels = 50'000'000;
constexpr int longestKeptSide = 1600;

Error refusal(const QString &message)
{
    return {Error::Code::Refused, message};
}

// Only formats whose decoders read nothing but pixels.
bool isKnown(const QByteArray &format)
{
    static const QList<QByteArray> known{"png", "jpeg", "jpg", "webp", "gif", "bmp"};
    return known.contains(format);
}

bool fits(const QSize &size)
{
    return size.isValid() && !size.isEmpty()
        && static_cast<qint64>(size.width()) * size.height() <= mostPixels;
}

// As large as it is, or so much smaller that it fits into `box`.
QSize sizeWithin(const QSize &size, const QSize &box)
{
    return size.width() > box.width() || size.height() > box.height()
        ? size.scaled(box, Qt::KeepAspectRatio).expandedTo({1, 1})
        : size;
}

Result<QImage> decode(QIODevice &device, const QSize &box)
{
    QImageReader reader(&device);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (!isKnown(reader.format()))
        return refusal(Texts::tr("This is not a picture that can be used here. Choose a PNG or JPEG file."));
    const QSize size = reader.size();
    if (!fits(size)) {
        return refusal(
            Texts::tr("This picture is too large (%1 × %2 pixels). Make it smaller and choose it again.")
                .arg(QLocale().toString(size.width()), QLocale().toString(size.height())));
    }
    if (const QSize smaller = sizeWithin(size, box); smaller != size)
        reader.setScaledSize(smaller);
    QImage image = reader.read();
    if (image.isNull())
        return refusal(Texts::tr("This picture is damaged and cannot be shown. Choose another file."));
    return image;
}

} // namespace

Result<QByteArray> PictureFile::read(const QString &path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::NotFound,
                     Texts::tr("“%1” cannot be read. Check that the file is still there.").arg(name)};
    if (file.size() > mostBytes)
        return refusal(
            Texts::tr("“%1” is too large (%2). Choose a picture of less than %3.")
                .arg(name, QLocale().formattedDataSize(file.size()), QLocale().formattedDataSize(mostBytes)));
    const Result<QImage> image = decode(file, {longestKeptSide, longestKeptSide});
    return image ? fromImage(*image) : Result<QByteArray>(image.error());
}

Result<QByteArray> PictureFile::fromImage(const QImage &image)
{
    if (!fits(image.size()))
        return refusal(Texts::tr("This picture is too large. Make it smaller and choose it again."));
    QImage kept = image;
    if (kept.width() > longestKeptSide || kept.height() > longestKeptSide)
        kept = kept.scaled(longestKeptSide, longestKeptSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    // Drawings and logos with transparency need PNG; photographs are far smaller as JPEG.
    constexpr int goodQuality = 88;
    if (!kept.save(&buffer, kept.hasAlphaChannel() ? "PNG" : "JPG",
                   kept.hasAlphaChannel() ? -1 : goodQuality))
        return refusal(Texts::tr("This picture cannot be used. Choose another file."));
    return bytes;
}

QImage PictureFile::scaled(const QByteArray &bytes, const QSize &box)
{
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    if (!buffer.open(QIODevice::ReadOnly))
        return {};
    const Result<QImage> image = decode(buffer, box);
    return image ? *image : QImage();
}

QImage PictureFile::kept(const QByteArray &bytes)
{
    return scaled(bytes, {longestKeptSide, longestKeptSide});
}

QSize PictureFile::keptSize(const QByteArray &bytes)
{
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    if (!isKnown(reader.format()) || !fits(reader.size()))
        return {};
    const QSize size = sizeWithin(reader.size(), {longestKeptSide, longestKeptSide});
    return reader.transformation().testFlag(QImageIOHandler::TransformationRotate90) ? size.transposed()
                                                                                     : size;
}

QImage PictureFile::onPaper(const QImage &image)
{
    if (!image.hasAlphaChannel())
        return image;
    QImage paper(image.size(), QImage::Format_RGB32);
    paper.fill(Theme::light().color(Theme::Role::Card));
    QPainter(&paper).drawImage(0, 0, image);
    return paper;
}
