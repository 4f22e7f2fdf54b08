#pragma once

#include <QtGlobal>

#include <chrono>
#include <ctime>

// The processor time that this thread has used, which other programs do not lengthen.
inline qint64 processorNs()
{
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

// By the clock on the wall.
inline qint64 clockNs()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}
