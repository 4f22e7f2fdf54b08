#include "app/commands/commands.h"
#include "models/worksheet/sheet_model.h"
#include "widgets/controls/card.h"
#include "widgets/controls/text_label.h"
#include "widgets/report/report_dialog.h"
#include "widgets/shell/appearance.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/questions.h"
#include "widgets/shell/settings.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace {
PageView *makePage(const PageContext &context, Tab, const Page &page)
{
    return new WorksheetPage(context, page);
}
} // namespace

int main(int argc, char **argv)
{
    QStringList given;
    for (int i = 0; i < argc; ++i)
        given.append(QString::fromLocal8Bit(argv[i]));
    const bool command = Commands::isCommand(given);
    if (command && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");

    const QApplication app(argc, argv);
    QApplication::setApplicationName(u"smarketing-workbook"_s);
    QApplication::setApplicationVersion(QStringLiteral(SMARKETING_VERSION));
    QApplication::setDesktopFileName(u"org.smarketingworkbook.Workbook"_s);

    if (command)
        return Commands::run(given);

    Settings settings;
    Appearance appearance;
    appearance.apply(settings.theme(), settings.zoom());
    using Purpose = ReportDialog::Purpose;
    MainWindow window(
        settings, appearance, std::make_unique<DialogQuestions>(),
        {.page = makePage,
         .exportPdf = [](const PageContext &context,
                         QWidget *parent) { ReportDialog::start(context, Purpose::Export, parent); },
         .print = [](const PageContext &context,
                     QWidget *parent) { ReportDialog::start(context, Purpose::Print, parent); }});
    window.show();
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() > 1)
        window.openFile(arguments.at(1));
    return QApplication::exec();
}
