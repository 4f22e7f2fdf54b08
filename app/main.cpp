#include "app/commands/commands.h"
#include "app/pages.h"
#include "widgets/report/report_dialog.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/questions.h"
#include "widgets/shell/settings.h"
#include "widgets/shell/translation.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QThreadPool>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace Qt::StringLiterals;

namespace {

// Qt itself would abort.
bool hasDisplay(const QStringList &given)
{
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || given.contains(u"-platform"_s)
        || given.contains(u"-display"_s);
#else
    return !given.isEmpty();
#endif
}

// Where nobody is logged in, as in a job at night, there is no such folder. Qt takes one like this then, but
// complains of it on standard error, where only what the user has to know belongs.
void nameRuntimeFolder()
{
    if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR",
                QFile::encodeName(QDir::tempPath() + u"/runtime-"_s + QDir::home().dirName()));
}

// By default each thread keeps to itself what it has freed: after a large import was looked at, that alone is
// as much as the import needs.
void shareFreedMemory()
{
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 2);
#endif
}

void prepareForCommand()
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    nameRuntimeFolder();
}

// Once there is an application.
int runWindow(Settings &settings, const QStringList &files)
{
    Appearance appearance;
    appearance.apply(settings.theme(), settings.zoom());
    using Purpose = ReportDialog::Purpose;
    MainWindow window(
        settings, appearance, std::make_unique<DialogQuestions>(),
        {.page = makePage,
         .exportPdf = [](const PageContext &context,
                         QWidget *parent) { ReportDialog::start(context, Purpose::Export, parent); },
         .print = [](const PageContext &context,
                     QWidget *parent) { ReportDialog::start(context, Purpose::Print, parent); },
         .importCrm = importFromCrm});
    if (!files.isEmpty())
        window.openFile(files.constFirst());
    window.show(); // once the workbook is in it: it is laid out only once
    const int code = QApplication::exec();
    QThreadPool::globalInstance()->waitForDone(); // readings of the workbook need the application
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    shareFreedMemory();
    QStringList given;
    for (int i = 0; i < argc; ++i)
        given.append(QString::fromLocal8Bit(argv[i]));
    const bool command = Commands::isCommand(given);
    if (command)
        prepareForCommand();
    else if (!hasDisplay(given))
        return Commands::isForWindow(given.mid(1)) ? Commands::withoutDisplay() : Commands::WrongUsage;

    // The menus stand in the window; looking for a menu bar elsewhere takes longer than drawing this one.
    QApplication::setAttribute(Qt::AA_DontUseNativeMenuBar);
    const QApplication app(argc, argv);
    QApplication::setApplicationName(u"smarketing-workbook"_s);
    QApplication::setApplicationVersion(QStringLiteral(SMARKETING_VERSION));
    QApplication::setDesktopFileName(u"org.smarketingworkbook.Workbook"_s);

    Settings settings;
    const Translation translation(settings.language());
    if (command)
        return Commands::run(given);
    const QStringList files = QApplication::arguments().mid(1); // without what was for Qt
    return Commands::isForWindow(files) ? runWindow(settings, files) : Commands::WrongUsage;
}
