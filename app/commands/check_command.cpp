#include "app/commands/command.h"

#include "models/funnel/deals/deals_check.h"
#include "models/funnel/typed_contradictions.h"
#include "models/worksheet/workbook_check.h"

#include <algorithm>

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
            // Nothing is broken by them: the file is whole, and they are for the teams to settle.
            for (const TypedContradiction &each : typedContradictions(**document))
                Commands::complain(each.text(QLocale()));
            return tell(faultsOf(**document, Catalogue()) + faultsOfDeals(**document), path);
        } catch (const DatabaseError &error) {
            return Commands::fail(error.error());
        }
    }

private:
    static int tell(const QStringList &faults, const QString &path)
    {
        if (faults.isEmpty()) {
            Commands::print(tr("“%1” is whole.").arg(path));
            return Commands::Done;
        }
        constexpr qsizetype mostTold = 50;
        for (const QString &fault : faults.first(std::min(faults.size(), mostTold)))
            Commands::complain(fault);
        if (faults.size() > mostTold)
            Commands::complain(tr("and %n more", nullptr, static_cast<int>(faults.size() - mostTold)));
        return Commands::fail(
            {Error::Code::Damaged,
             tr("“%1” is not whole. Correct what is named above in the program, or take the "
                "newest backup instead.")
                 .arg(path)});
    }
};

} // namespace

std::unique_ptr<Command> makeCheckCommand()
{
    return std::make_unique<CheckCommand>();
}
