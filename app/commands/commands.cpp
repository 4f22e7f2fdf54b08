#include "app/commands/commands.h"

#include "app/commands/command.h"

#include <QFileInfo>
#include <QTextStream>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(makeNewCommand());
    commands.push_back(makeImportCommand());
    commands.push_back(makeQueryCommand());
    commands.push_back(makeReportCommand());
    commands.push_back(makeTargetsCommand());
    commands.push_back(makeWhatChangedCommand());
    commands.push_back(makeSimulateCommand());
    commands.push_back(makeExportCommand());
    commands.push_back(makeCheckCommand());
    return commands;
}

bool isHelp(const QString &argument)
{
    return argument == u"--help" || argument == u"-h";
}

bool isVersion(const QString &argument)
{
    return argument == u"--version" || argument == u"-v";
}

// A plain word that is no file: only a verb can have been meant.
bool isMistyped(const QString &argument)
{
    const auto isLetter = [](QChar c) { return c.isLower() || c == u'-'; };
    return !argument.startsWith(u'-') && std::all_of(argument.begin(), argument.end(), isLetter)
        && !QFileInfo::exists(argument);
}

QString exitCodes()
{
    return Texts::tr(
        "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 input refused.\n"
        "Messages go to standard error. An existing output is replaced only when the new one is complete.");
}

void printHelp(const std::vector<std::unique_ptr<Command>> &commands)
{
    constexpr int indent = 2;
    QString text = Texts::tr("Smarketing Workbook: one workbook for sales and marketing.") % u"\n\n"_s
        % Texts::tr("Usage: smarketing-workbook [FILE]            open the window\n"
                    "       smarketing-workbook VERB ARGUMENTS")
        % u"\n\n"_s;
    for (const auto &command : commands)
        text += QString(indent, u' ') % command->verb() % u' ' % command->arguments() % u"\n      "_s
            % command->summary() % u'\n';
    text += u"\n  --version\n  --help, VERB --help\n\n"_s % exitCodes();
    Commands::print(text);
}

void printHelp(const Command &command, const QCommandLineParser &parser)
{
    QString text = Texts::tr("Usage: smarketing-workbook %1 %2").arg(command.verb(), command.arguments())
        % u"\n\n"_s % command.summary() % u"\n\n"_s;
    // The parser's own text, without the usage above it.
    text += parser.helpText().section(u"\n\n"_s, 1);
    if (!command.details().isEmpty())
        text += u'\n' % command.details() % u'\n';
    Commands::print(text % u'\n' % exitCodes());
}

// Of two answers to one question none is taken for granted.
QString optionGivenTwice(const Command &command, const QCommandLineParser &parser)
{
    const QStringList repeatable = command.repeatableOptions();
    for (const QString &option : parser.optionNames())
        if (parser.values(option).size() > 1 && !repeatable.contains(option))
            return option;
    return {};
}

// A file whose name begins with a dash is read as options.
QString hintAtDash(const QCommandLineParser &parser)
{
    return parser.unknownOptionNames().contains(u"."_s)
        ? u' ' % Texts::tr("A file's name that begins with - is written with ./ before it.")
        : QString();
}

int runCommand(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption({{u"h"_s, u"help"_s}, Texts::tr("Show this help.")});
    command.addOptions(parser);
    const bool parsed = parser.parse(arguments);
    if (parsed && parser.isSet(u"help"_s)) {
        printHelp(command, parser);
        return Commands::Done;
    }
    if (!parsed)
        return Commands::wrongUsage(parser.errorText() % hintAtDash(parser));
    if (const QString twice = optionGivenTwice(command, parser); !twice.isEmpty())
        return Commands::wrongUsage(Texts::tr("--%1 is given more than once; say it once.").arg(twice));
    const qsizetype given = parser.positionalArguments().size();
    if (given < command.argumentCount() || (given > command.argumentCount() && !command.takesMoreArguments()))
        return Commands::wrongUsage(Texts::tr("Use it like this: smarketing-workbook %1 %2")
                                        .arg(command.verb(), command.arguments()));
    return command.run(parser);
}

int runVerb(const QStringList &arguments)
{
    const auto commands = allCommands();
    const QString first = arguments.at(1);
    if (isVersion(first)) {
        Commands::print(u"smarketing-workbook "_s % QString::fromLatin1(SMARKETING_VERSION));
        return Commands::Done;
    }
    for (const auto &command : commands)
        if (command->verb() == first)
            return runCommand(*command, arguments.mid(1));
    if (!isHelp(first))
        return Commands::wrongUsage(Texts::tr("“%1” is neither a verb nor a file.").arg(first));
    printHelp(commands);
    return Commands::Done;
}

} // namespace

bool Commands::isCommand(const QStringList &arguments)
{
    if (arguments.size() < 2)
        return false;
    const QString first = arguments.at(1);
    const auto commands = allCommands();
    return isHelp(first) || isVersion(first) || isMistyped(first)
        || std::any_of(commands.begin(), commands.end(),
                       [&](const auto &command) { return command->verb() == first; });
}

int Commands::run(const QStringList &arguments)
{
    const int code = runVerb(arguments);
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return code;
    complain(Texts::tr("The output could not be written. Is there room left where it goes?"));
    return code == Done ? Failed : code;
}

bool Commands::isForWindow(const QStringList &arguments)
{
    for (const QString &argument : arguments)
        if (argument.startsWith(u'-')) {
            wrongUsage(
                Texts::tr("The window has no option “%1”. Use it like this: smarketing-workbook [FILE]")
                    .arg(argument));
            return false;
        }
    if (arguments.size() > 1)
        wrongUsage(Texts::tr("The window opens one file. Use it like this: smarketing-workbook [FILE]"));
    return arguments.size() <= 1;
}

int Commands::withoutDisplay()
{
    complain(Texts::tr("There is no display to open the window on. smarketing-workbook --help tells what can "
                       "be done without."));
    return Failed;
}

void Commands::print(const QString &text)
{
    QTextStream(stdout) << text << Qt::endl;
}

void Commands::complain(const QString &text)
{
    QTextStream(stderr) << text << Qt::endl;
}

int Commands::fail(const Error &error)
{
    complain(error.message);
    switch (error.code) {
    case Error::Code::NotOurs:
    case Error::Code::Newer:
    case Error::Code::Damaged:
    case Error::Code::Refused:
        return InputRefused;
    default:
        return Failed;
    }
}

int Commands::wrongUsage(const QString &message)
{
    complain(message);
    complain(Texts::tr("smarketing-workbook --help tells how it is used."));
    return WrongUsage;
}

Result<std::unique_ptr<Document>> Commands::open(const QString &path, bool readOnly)
{
    auto document = Document::open(path, {.readOnly = readOnly});
    // As the window does, once a day: errors advise to open a backup.
    if (document && !(*document)->isReadOnly())
        if (const auto backup = (*document)->backUp(); !backup)
            complain(backup.error().message);
    return document;
}
