#include "widgets/report/report_picture.h"

#include "widgets/controls/picture_file.h"

namespace {
constexpr int keptKibibytes = 128 * 1024; // more than two hundred portraits
} // namespace

ReportPicture::ReportPicture(const QImage &decoded)
    : m_size(decoded.size())
    , m_decoded(decoded)
{
}

ReportPicture ReportPicture::fromFile(const QByteArray &bytes)
{
    ReportPicture picture;
    picture.m_size = PictureFile::keptSize(bytes);
    picture.m_bytes = bytes;
    return picture;
}

QImage ReportPicture::decoded(const QSize &box) const
{
    return m_decoded.isNull() ? PictureFile::scaled(m_bytes, box) : m_decoded;
}

quintptr ReportPicture::identity() const
{
    return m_decoded.isNull() ? reinterpret_cast<quintptr>(m_bytes.constData())
                              : static_cast<quintptr>(m_decoded.cacheKey());
}

DecodedPictures::DecodedPictures()
    : m_kept(keptKibibytes)
{
}

QImage DecodedPictures::of(const ReportPicture &picture, const QSize &box)
{
    const Key key{picture.identity(), {box.width(), box.height()}};
    if (const QImage *known = m_kept.object(key))
        return *known;
    const QImage image = picture.decoded(box);
    m_kept.insert(key, new QImage(image), static_cast<int>(image.sizeInBytes() / 1024) + 1);
    return image;
}
