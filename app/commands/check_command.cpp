#include "app/commands/command.h"

#include "models/worksheet/catalogue.h"

using namespace Qt::StringLiterals;

namespace {

// Looks whether a workbook is whole, without changing it.
class CheckCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(CheckCommand)

public:
    QString verb() const override { return u"check"_s; }
    QString arguments() const override { return u"FILE"_s; }
    QString summary() const override { return tr("Tell whether a workbook is whole and can be opened."); }
    int argumentCount() const override { return 1; }

    int run(const QCommandLineParser &parser) const override
    {
        const QString path = parser.positionalArguments().constFirst();
        const auto document = Commands::open(path);
        if (!document)
            return Commands::fail(document.error());
        try {
            return check((*document)->database(), path);
        } catch (const DatabaseError &error) {
            return Commands::fail(error.error());
        }
    }

private:
    static int check(const Database &database, const QString &path)
    {
        const QString integrity = database.scalar(u"PRAGMA integrity_check"_s).toString();
        if (integrity != u"ok")
            return Commands::fail(
                {Error::Code::Damaged,
                 tr("“%1” is damaged (%2). Take the newest backup instead.").arg(path, integrity)});
        const auto dangling = database.rows(u"PRAGMA foreign_key_check"_s);
        if (!dangling.isEmpty())
            return Commands::fail({Error::Code::Damaged,
                                   tr("“%1” points to %n row(s) that are not there.", nullptr,
                                      static_cast<int>(dangling.size()))
                                       .arg(path)});
        Commands::print(tr("“%1” is whole.").arg(path));
        return Commands::Done;
    }
};

} // namespace

std::unique_ptr<Command> makeCheckCommand()
{
    return std::make_unique<CheckCommand>();
}
