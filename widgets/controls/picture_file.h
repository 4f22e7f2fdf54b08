#pragma once

#include "models/document/result.h"

#include <QByteArray>
#include <QImage>

// Pictures from files that nobody here made: their size is looked at before they are decoded.
namespace PictureFile {

// A picture as it will be kept: PNG or JPEG, no larger than is worth carrying in a workbook.
Result<QByteArray> read(const QString &path);
Result<QByteArray> fromImage(const QImage &image);
// Decoded to fit into `box`; null if it is none or too large.
QImage scaled(const QByteArray &bytes, const QSize &box);
// As large as read() keeps pictures. Whoever made the workbook may have put anything there.
QImage kept(const QByteArray &bytes);
// How large that is, without decoding it; empty if it is none or too large.
QSize keptSize(const QByteArray &bytes);
// With white where it is seen through. The dark letters of a logo could not be read on a dark card.
QImage onPaper(const QImage &image);

} // namespace PictureFile
