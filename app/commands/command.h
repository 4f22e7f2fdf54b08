#pragma once

#include "app/commands/commands.h"
#include "models/document/document.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <memory>

// One verb of the command line.
class Command
{
public:
    virtual ~Command() = default;

    virtual QString verb() const = 0;
    virtual QString arguments() const = 0; // "FILE --to OUT"
    virtual QString summary() const = 0; // one sentence
    virtual QString details() const { return {}; } // more for its --help
    virtual int argumentCount() const = 0; // that are no options
    virtual bool takesMoreArguments() const { return false; }
    virtual void addOptions(QCommandLineParser &parser) const { Q_UNUSED(parser) }
    virtual QStringList repeatableOptions() const { return {}; } // that may be given several times
    virtual int run(const QCommandLineParser &parser) const = 0;
};

std::unique_ptr<Command> makeNewCommand();
std::unique_ptr<Command> makeImportCommand();
std::unique_ptr<Command> makeQueryCommand();
std::unique_ptr<Command> makeReportCommand();
std::unique_ptr<Command> makeTargetsCommand();
std::unique_ptr<Command> makeWhatChangedCommand();
std::unique_ptr<Command> makeSimulateCommand();
std::unique_ptr<Command> makeExportCommand();
std::unique_ptr<Command> makeCheckCommand();

namespace Commands {

// Results on standard output, everything else on standard error; both in UTF-8.
void print(const QString &text);
void complain(const QString &text);
// Complains and gives the exit code that fits.
int fail(const Error &error);
int wrongUsage(const QString &message);

// Opens a workbook, for reading unless said otherwise.
Result<std::unique_ptr<Document>> open(const QString &path, bool readOnly = true);

} // namespace Commands
