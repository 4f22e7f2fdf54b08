#include "widgets/report/pdf_writer.h"

#include "models/exchange/whole_file.h"
#include "widgets/report/marks/pdf_marks.h"
#include "widgets/report/report_painter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLibrary>
#include <QPageLayout>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PdfWriter)
};

Error cancelled()
{
    return {Error::Code::Cancelled, Texts::tr("The export was stopped. Nothing was written.")};
}

// In the tree that is built as in the one that is installed, libraries of our own lie beside the programs'
// folder.
Result<QByteArray> withMarks(const QByteArray &pdf, const LaidOutReport &report)
{
    QLibrary library(QCoreApplication::applicationDirPath()
                     % u"/../lib/smarketing-workbook/plugins/pdf_marks"_s);
    const auto add = reinterpret_cast<decltype(&addPdfMarks)>(library.resolve("addPdfMarks"));
    if (!add) {
        return Error{Error::Code::Failed,
                     Texts::tr("A part of the program that PDFs need is missing. Install the program again."),
                     library.errorString()};
    }
    Result<QByteArray> marked = QByteArray();
    add(pdf, report, marked);
    return marked;
}

} // namespace

Result<QByteArray> makePdf(const Report &report, QPageSize::PageSizeId paper, const ReportProgress &progress)
{
    constexpr double laidOut = 0.4, painted = 0.95;
    const auto pages = layOutReport(report, paper, partOf(progress, 0, laidOut));
    if (!pages)
        return cancelled();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(ReportStyle::unitsPerInch);
        writer.setPageLayout(QPageLayout(QPageSize(paper), QPageLayout::Portrait, {}));
        writer.setTitle(report.title);
        writer.setCreator(u"Smarketing Workbook "_s % QString::fromLatin1(SMARKETING_VERSION));
        const int last = static_cast<int>(pages->pages.size()) - 1;
        if (!ReportPainter::paintPages(writer, *pages, 0, last, partOf(progress, laidOut, painted)))
            return cancelled();
    }
    auto result = withMarks(buffer.data(), *pages);
    if (progress && !progress(1))
        return cancelled();
    return result;
}

Result<void> writePdf(const Report &report, QPageSize::PageSizeId paper, const QString &path,
                      const ReportProgress &progress)
{
    const Result<QByteArray> pdf = makePdf(report, paper, progress);
    if (!pdf)
        return pdf.error();
    return writeWholeFile(path, *pdf);
}
