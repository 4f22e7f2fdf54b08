#include "app/commands/command.h"

#include "models/exchange/whole_file.h"
#include "models/exchange/workbook_csv.h"
#include "models/exchange/workbook_figures.h"
#include "models/exchange/workbook_json.h"
#include "models/exchange/workbook_sections.h"
#include "widgets/report/pdf_writer.h"
#include "widgets/report/report_builder.h"

#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

// Writes a workbook as PDF, CSV or JSON.
class ExportCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)

public:
    QString verb() const override { return u"export"_s; }
    QString arguments() const override
    {
        return u"FILE --to OUT.pdf|OUT.csv|OUT.json [--sections KEYS] [--paper a4|letter] "
               "[--currency CODE] [--blank-forms]"_s;
    }
    QString summary() const override
    {
        return tr("Write a workbook as PDF, CSV or JSON, as the name of the output ends.");
    }
    QString details() const override { return tr("Sections:") % u'\n' % sectionList(); }
    int argumentCount() const override { return 1; }

    void addOptions(QCommandLineParser &parser) const override
    {
        parser.addOption({u"to"_s, tr("Output; an existing file is replaced."), u"OUT"_s});
        parser.addOption(
            {u"sections"_s, tr("Only these, separated by commas: tabs, or pages of tabs."), u"KEYS"_s});
        parser.addOption({u"paper"_s, tr("Paper of the PDF."), u"a4|letter"_s, u"a4"_s});
        parser.addOption({u"currency"_s,
                          tr("Of the values in the PDF, where the workbook has them in several; otherwise "
                             "the workbook's own."),
                          u"CODE"_s});
        parser.addOption({u"blank-forms"_s, tr("Print what is not filled in as forms to fill in by hand.")});
    }

    int run(const QCommandLineParser &parser) const override
    {
        const QString target = parser.value(u"to"_s);
        const QString kind = QFileInfo(target).suffix().toLower();
        const QStringList kinds{u"pdf"_s, u"csv"_s, u"json"_s};
        if (!kinds.contains(kind))
            return Commands::wrongUsage(
                tr("Say with --to where to write: a file ending in .pdf, .csv or .json."));
        const Catalogue catalogue;
        const auto options = optionsOf(parser, catalogue);
        if (!options)
            return Commands::wrongUsage(options.error().message);
        const auto document = Commands::open(parser.positionalArguments().constFirst());
        if (!document)
            return Commands::fail(document.error());
        if (!options->currency.isEmpty())
            if (const auto known = readFunnelReport(**document, options->currency); !known)
                return Commands::fail(known.error());
        const auto written = write(**document, catalogue, *options, kind, target);
        return written ? Commands::Done : Commands::fail(written.error());
    }

private:
    static Result<ReportOptions> optionsOf(const QCommandLineParser &parser, const Catalogue &catalogue)
    {
        const auto wrong = [](const QString &message) { return Error{Error::Code::Refused, message}; };
        const QString paper = parser.value(u"paper"_s).toLower();
        if (paper != u"a4" && paper != u"letter")
            return wrong(tr("“%1” is no paper. Use a4 or letter.").arg(paper));
        ReportOptions options;
        options.paper = paper == u"letter" ? QPageSize::Letter : QPageSize::A4;
        options.blankForms = parser.isSet(u"blank-forms"_s);
        options.currency = parser.value(u"currency"_s).toUpper();
        for (const QString &section : parser.value(u"sections"_s).split(u','))
            if (!section.trimmed().isEmpty())
                options.sections.append(section.trimmed());
        if (parser.isSet(u"sections"_s) && options.sections.isEmpty())
            return wrong(tr("Name at least one section after --sections. There are:") % u'\n'
                         % sectionList());
        if (const QStringList unknown = WorkbookSections::unknown(options.sections, catalogue);
            !unknown.isEmpty())
            return wrong(tr("There is no section “%1”. There are:").arg(unknown.join(u", "_s)) % u'\n'
                         % sectionList());
        return options;
    }

    static Result<void> write(Document &document, const Catalogue &catalogue, const ReportOptions &options,
                              const QString &kind, const QString &target)
    {
        if (kind == u"pdf")
            return writePdf(ReportBuilder(document, catalogue, options).build(), options.paper, target);
        if (kind == u"json")
            return writeWholeFile(
                target, QJsonDocument(workbookToJson(document, catalogue, options.sections)).toJson());
        return writeWholeFile(target, workbookToCsv(document, catalogue, options.sections));
    }

    static QString sectionList()
    {
        QStringList lines;
        const Catalogue catalogue;
        for (const TabDescription &tab : catalogue.tabs()) {
            QStringList keys{tab.key};
            for (const Page &page : tab.pages)
                keys.append(WorkbookSections::key(tab, page));
            lines.append(u"  "_s % keys.join(u' '));
        }
        return lines.join(u'\n');
    }
};

} // namespace

std::unique_ptr<Command> makeExportCommand()
{
    return std::make_unique<ExportCommand>();
}
