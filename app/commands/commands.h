#pragma once

#include <QStringList>

// The command line: one verb a file. What each does, and the exit codes, stand in its --help.
namespace Commands {

enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2, InputRefused = 3 };

// Whether these arguments (with the program's name first) are for the command line rather than the window.
bool isCommand(const QStringList &arguments);
// Needs an application object, but no display.
int run(const QStringList &arguments);
// Whether the window can be opened with these, the program's name and what was for Qt left out; says why not.
bool isForWindow(const QStringList &arguments);
int withoutDisplay(); // says that the window cannot be opened

} // namespace Commands
