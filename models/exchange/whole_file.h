#pragma once

#include "models/document/result.h"

#include <QByteArray>

// Writes a file in one piece: an existing one is replaced only when all of the new one is on the disk. A pipe
// or a device is written to.
Result<void> writeWholeFile(const QString &path, const QByteArray &bytes);
