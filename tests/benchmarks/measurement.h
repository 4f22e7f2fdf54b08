#pragma once

#include <QList>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

// Runs other programs and takes the time they need. What goes wrong ends the benchmarks with a message.
namespace Measurement {

struct Run
{
    qint64 startedNs = 0; // on the steady clock
    double seconds = 0;
    double peakMiB = 0; // of memory; 0 for a run too short to look at
    QString output;
};

[[noreturn]] void giveUp(const QString &message);
Run run(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment,
        const QByteArray &input = {});

double median(QList<double> values);
double percentile(QList<double> values, double share);

} // namespace Measurement
