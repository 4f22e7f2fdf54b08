#pragma once

#include <QByteArray>
#include <QCache>
#include <QImage>

// A picture as a report carries it: as it lies in the file, until it is painted. A decoded one is many times
// as large, and a workbook may have thousands. Copies share it.
class ReportPicture
{
public:
    ReportPicture() = default;
    ReportPicture(const QImage &decoded);
    static ReportPicture fromFile(const QByteArray &bytes); // null if it is none

    bool isNull() const { return m_size.isEmpty(); }
    QSize size() const { return m_size; }
    QImage decoded(const QSize &box) const; // larger than `box` only where it is decoded already
    quintptr identity() const; // alike for copies

private:
    QSize m_size;
    QByteArray m_bytes;
    QImage m_decoded;
};

// Those that were painted last: what a report shows again and again is decoded once, and stands in a PDF
// once.
class DecodedPictures
{
public:
    DecodedPictures();

    QImage of(const ReportPicture &picture, const QSize &box);
    void clear() { m_kept.clear(); } // before those of another report

private:
    using Key = std::pair<quintptr, std::pair<int, int>>;
    QCache<Key, QImage> m_kept;
};
