#pragma once

#include <QFile>

#include <cstdio>

// Replaces `target` in one step, so that a whole file is there at any time; QFile::rename() does not.
inline bool moveOver(const QString &from, const QString &target)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(target).constData()) == 0;
}
