#include "tests/benchmarks/measurement.h"

#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

// As the kernel counts it for a process that still runs; it never becomes less.
double peakMiBOf(qint64 process)
{
    QFile file(u"/proc/%1/status"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray status = file.readAll();
    const qsizetype at = status.indexOf("VmHWM:");
    constexpr double kiBPerMiB = 1024;
    return at < 0 ? 0 : status.mid(at + 6).trimmed().split(' ').first().toDouble() / kiBPerMiB;
}

} // namespace

void Measurement::giveUp(const QString &message)
{
    QTextStream(stderr) << message << '\n';
    std::exit(1);
}

Measurement::Run Measurement::run(const QString &program, const QStringList &arguments,
                                  const QProcessEnvironment &environment, const QByteArray &input)
{
    using Clock = std::chrono::steady_clock;
    QProcess process;
    process.setProcessEnvironment(environment);
    const auto started = Clock::now();
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    constexpr int timeoutMs = 300'000;
    constexpr int lookMs = 50;
    double peakMiB = 0;
    bool finished = false;
    while (!finished && Clock::now() - started < std::chrono::milliseconds(timeoutMs)) {
        peakMiB = std::max(peakMiB, peakMiBOf(process.processId()));
        finished = process.waitForFinished(lookMs) || process.state() == QProcess::NotRunning;
    }
    const std::chrono::duration<double> taken = Clock::now() - started;
    if (!finished || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        giveUp(u"%1 %2 failed: %3"_s.arg(program, arguments.join(u' '),
                                         QString::fromUtf8(process.readAllStandardError())));
    return {std::chrono::nanoseconds(started.time_since_epoch()).count(), taken.count(), peakMiB,
            QString::fromUtf8(process.readAllStandardOutput())};
}

double Measurement::median(QList<double> values)
{
    return percentile(std::move(values), 0.5);
}

double Measurement::percentile(QList<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<qsizetype>(std::ceil(share * static_cast<double>(values.size())));
    return values.at(std::clamp<qsizetype>(rank - 1, 0, values.size() - 1));
}
