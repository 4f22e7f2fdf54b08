#include "widgets/report/marks/pdf_marks.h"

#include "widgets/report/spelled_lines.h"

#include <QCoreApplication>

// QPDF 11 asks which pointers are meant: the standard ones.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PdfWriter)
};

QPDFObjectHandle number(double units)
{
    return QPDFObjectHandle::newReal(units / ReportStyle::unitsPerPoint, 2);
}

QPDFObjectHandle text(const QString &string)
{
    return QPDFObjectHandle::newUnicodeString(string.toStdString());
}

QPDFObjectHandle name(const char *name)
{
    return QPDFObjectHandle::newName(name);
}

QPDFObjectHandle dictionary(const std::map<std::string, QPDFObjectHandle> &entries)
{
    return QPDFObjectHandle::newDictionary(entries);
}

// Adds the marks of one report to one file. Throws what QPDF throws.
class PdfMarks
{
public:
    PdfMarks(QPDF &pdf, const LaidOutReport &report)
        : m_pdf(pdf)
        , m_report(report)
        , m_height(ReportStyle::pageSize(report.paper).height())
        , m_pages(pdf.getAllPages())
    {
    }

    void add()
    {
        addOutline();
        addLinks();
        addPageLabels();
        for (std::size_t page = 0; page < m_pages.size(); ++page)
            spellOut(m_pages.at(page), m_report.spelled.value(static_cast<qsizetype>(page)));
        QPDFObjectHandle root = m_pdf.getRoot();
        root.replaceKey("/Lang", text(m_report.language));
        root.replaceKey("/PageMode", name("/UseOutlines"));
        QPDFObjectHandle preferences = dictionary({{"/DisplayDocTitle", QPDFObjectHandle::newBool(true)}});
        if (m_report.direction == Qt::RightToLeft)
            preferences.replaceKey("/Direction", name("/R2L"));
        root.replaceKey("/ViewerPreferences", preferences);
        addInfo();
    }

private:
    // PDF counts from the lower left corner.
    QPDFObjectHandle destination(int page, double y)
    {
        constexpr double above = ReportStyle::points(8);
        return QPDFObjectHandle::newArray({m_pages.at(static_cast<std::size_t>(page)), name("/XYZ"),
                                           QPDFObjectHandle::newNull(), number(m_height - y + above),
                                           QPDFObjectHandle::newNull()});
    }

    QPDFObjectHandle outlineItem(const QString &title, int page, double y)
    {
        return m_pdf.makeIndirectObject(
            dictionary({{"/Title", text(title)}, {"/Dest", destination(page, y)}}));
    }

    static void link(QPDFObjectHandle parent, const std::vector<QPDFObjectHandle> &children, bool open)
    {
        if (children.empty())
            return;
        parent.replaceKey("/First", children.front());
        parent.replaceKey("/Last", children.back());
        const auto count = static_cast<long long>(children.size());
        parent.replaceKey("/Count", QPDFObjectHandle::newInteger(open ? count : -count));
        for (std::size_t i = 0; i < children.size(); ++i) {
            QPDFObjectHandle child = children.at(i);
            child.replaceKey("/Parent", parent);
            if (i > 0)
                child.replaceKey("/Prev", children.at(i - 1));
            if (i + 1 < children.size())
                child.replaceKey("/Next", children.at(i + 1));
        }
    }

    // Children of the headings from `next` on that are deeper than `level`; moves `next` behind them.
    std::vector<QPDFObjectHandle> outlineBelow(int level, qsizetype &next)
    {
        std::vector<QPDFObjectHandle> items;
        while (next < m_report.headings.size() && m_report.headings.at(next).level > level) {
            const HeadingPlace &heading = m_report.headings.at(next++);
            items.push_back(outlineItem(heading.text, heading.page, heading.y));
            link(items.back(), outlineBelow(heading.level, next), false);
        }
        return items;
    }

    void addOutline()
    {
        QPDFObjectHandle outlines = m_pdf.makeIndirectObject(dictionary({{"/Type", name("/Outlines")}}));
        qsizetype next = 0;
        std::vector<QPDFObjectHandle> items = outlineBelow(0, next);
        if (m_report.contentsPages > 0)
            items.insert(items.begin(), outlineItem(m_report.contentsTitle, 1, 0));
        link(outlines, items, true);
        m_pdf.getRoot().replaceKey("/Outlines", outlines);
    }

    void addLinks()
    {
        for (const PageLink &link : m_report.links) {
            const HeadingPlace &heading = m_report.headings.at(link.heading);
            QRectF rect = link.rect;
            if (m_report.direction == Qt::RightToLeft)
                rect.moveLeft(ReportStyle::pageSize(m_report.paper).width() - rect.right());
            const auto annotation = m_pdf.makeIndirectObject(dictionary(
                {{"/Type", name("/Annot")},
                 {"/Subtype", name("/Link")},
                 {"/Rect",
                  QPDFObjectHandle::newArray({number(rect.left()), number(m_height - rect.bottom()),
                                              number(rect.right()), number(m_height - rect.top())})},
                 {"/Border", QPDFObjectHandle::parse("[0 0 0]")},
                 {"/Contents", text(heading.text)},
                 {"/Dest", destination(heading.page, heading.y)}}));
            QPDFObjectHandle page = m_pages.at(static_cast<std::size_t>(link.page));
            if (!page.getKey("/Annots").isArray())
                page.replaceKey("/Annots", QPDFObjectHandle::newArray());
            page.getKey("/Annots").appendItem(annotation);
        }
    }

    // The cover by its name, the others with the numbers that stand on them.
    void addPageLabels()
    {
        const auto cover = dictionary({{"/P", text(Texts::tr("Cover"))}});
        const auto others = dictionary({{"/S", name("/D")}, {"/St", QPDFObjectHandle::newInteger(2)}});
        m_pdf.getRoot().replaceKey(
            "/PageLabels",
            dictionary({{"/Nums",
                         QPDFObjectHandle::newArray({QPDFObjectHandle::newInteger(0), cover,
                                                     QPDFObjectHandle::newInteger(1), others})}}));
    }

    static std::string rectangle(const QRectF &rect)
    {
        return QStringLiteral("%1 %2 %3 %4 re\nf\n")
            .arg(rect.x())
            .arg(rect.y())
            .arg(rect.width())
            .arg(rect.height())
            .toStdString();
    }

    // Puts what each framed line says in the place of its frame.
    static void spellOut(QPDFObjectHandle page, const QStringList &lines)
    {
        if (lines.isEmpty())
            return;
        static const std::string begin = rectangle(SpelledLines::begin), end = rectangle(SpelledLines::end);
        QPDFObjectHandle stream = page.getKey("/Contents");
        const auto buffer = stream.getStreamData();
        std::string content(reinterpret_cast<const char *>(buffer->getBuffer()), buffer->getSize());
        std::size_t at = 0;
        for (const QString &line : lines) {
            const std::string span
                = "/Span " + dictionary({{"/ActualText", text(line)}}).unparse() + " BDC\n";
            at = content.find(begin, at);
            if (at == std::string::npos)
                break;
            content.replace(at, begin.size(), span);
            at = content.find(end, at);
            content.replace(at, end.size(), "EMC\n");
        }
        stream.replaceStreamData(content, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    }

    void addInfo()
    {
        QPDFObjectHandle info = m_pdf.getTrailer().getKey("/Info");
        if (!info.isDictionary()) {
            info = m_pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
            m_pdf.getTrailer().replaceKey("/Info", info);
        }
        info.replaceKey("/Title", text(m_report.title));
        if (!m_report.author.isEmpty())
            info.replaceKey("/Author", text(m_report.author));
    }

    QPDF &m_pdf;
    const LaidOutReport &m_report;
    double m_height;
    std::vector<QPDFObjectHandle> m_pages;
};

} // namespace

extern "C" Q_DECL_EXPORT void addPdfMarks(const QByteArray &pdf, const LaidOutReport &report,
                                          Result<QByteArray> &marked)
{
    try {
        QPDF file;
        file.setSuppressWarnings(true);
        file.processMemoryFile("report", pdf.constData(), static_cast<std::size_t>(pdf.size()));
        PdfMarks(file, report).add();
        QPDFWriter writer(file);
        writer.setOutputMemory();
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
        marked = QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()),
                            static_cast<qsizetype>(buffer->getSize()));
    } catch (const std::exception &error) {
        marked = Error{Error::Code::Failed, Texts::tr("The PDF could not be put together."),
                       QString::fromUtf8(error.what())};
    }
}
