#include "tests/benchmarks/measurement.h"

#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>

using namespace Qt::StringLiterals;

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
    const bool finished = process.waitForFinished(timeoutMs);
    const std::chrono::duration<double> taken = Clock::now() - started;
    if (!finished || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        giveUp(u"%1 %2 failed: %3"_s.arg(program, arguments.join(u' '),
                                         QString::fromUtf8(process.readAllStandardError())));
    return {std::chrono::nanoseconds(started.time_since_epoch()).count(), taken.count(),
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
