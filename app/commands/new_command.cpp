#include "app/commands/command.h"

#include "models/exchange/starter.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

// Makes a new workbook from a starter.
class NewCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(NewCommand)

public:
    QString verb() const override { return u"new"_s; }
    QString arguments() const override { return u"FILE [--starter blank|example] [--client NAME]"_s; }
    QString summary() const override
    {
        return tr("Make a new workbook and print its name. A file that is there already is kept.");
    }
    int argumentCount() const override { return 1; }

    void addOptions(QCommandLineParser &parser) const override
    {
        parser.addOption(
            {u"starter"_s, tr("What the workbook begins with."), u"blank|example"_s, u"blank"_s});
        parser.addOption({u"client"_s, tr("Client or company."), u"NAME"_s});
    }

    int run(const QCommandLineParser &parser) const override
    {
        const QString starter = parser.value(u"starter"_s);
        if (starter != u"blank" && starter != u"example")
            return Commands::wrongUsage(tr("There is no starter “%1”. Use blank or example.").arg(starter));
        QString path = parser.positionalArguments().constFirst();
        if (path.isEmpty())
            return Commands::wrongUsage(tr("The new workbook needs a name, such as workbook.smarketing."));
        if (QFileInfo(path).isDir() || path.endsWith(u'/'))
            return Commands::wrongUsage(tr("“%1” is a folder. Name the new workbook too, such as %2.")
                                            .arg(path, QDir(path).filePath(u"workbook.smarketing"_s)));
        if (QFileInfo(path).suffix().isEmpty())
            path += u".smarketing"_s; // as the window does
        const auto made = newWorkbook(path, starter, parser.value(u"client"_s), Catalogue());
        if (made) {
            Commands::print(path);
            return Commands::Done;
        }
        Commands::complain(made.error().message);
        return Commands::Failed;
    }
};

} // namespace

std::unique_ptr<Command> makeNewCommand()
{
    return std::make_unique<NewCommand>();
}
