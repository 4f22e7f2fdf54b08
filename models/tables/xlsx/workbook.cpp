#include "models/tables/xlsx/workbook.h"

#include <QCoreApplication>
#include <QDir>

#include <quazip/quazip.h>
#include <quazip/quazipfileinfo.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostText = 100'000'000; // letters in the shared texts
constexpr size_t mostStyles = 65'536;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(XlsxWorkbook)
};

Error refused(const QString &message)
{
    return {Error::Code::Refused, message};
}

Error damaged()
{
    return {Error::Code::Damaged,
            Texts::tr("The workbook is damaged or incomplete. Open it in your spreadsheet program, save it "
                      "again and import that file.")};
}

bool isTrue(QStringView value)
{
    return value == u"1" || value == u"true";
}

// The path of a part that another names: "/xl/styles.xml", or from the folder of the other.
QString resolved(const QString &target, const QString &base)
{
    const QString path
        = target.startsWith(u'/') ? target.mid(1) : base.left(base.lastIndexOf(u'/') + 1) + target;
    return QDir::cleanPath(path);
}

} // namespace

XlsxWorkbook::XlsxWorkbook(std::unique_ptr<QIODevice> device)
    : m_device(std::move(device))
    , m_zip(std::make_unique<QuaZip>(m_device.get()))
{
}

XlsxWorkbook::~XlsxWorkbook() = default;

Result<std::unique_ptr<XlsxWorkbook>> XlsxWorkbook::open(std::unique_ptr<QIODevice> device)
{
    std::unique_ptr<XlsxWorkbook> workbook(new XlsxWorkbook(std::move(device)));
    if (const auto read = workbook->readAll(); !read)
        return read.error();
    return workbook;
}

QString XlsxWorkbook::Relations::first(const QString &kind) const
{
    for (const auto &[id, each] : kinds.asKeyValueRange())
        if (each == kind)
            return files.value(id);
    return {};
}

Result<void> XlsxWorkbook::readAll()
{
    if (!m_zip->open(QuaZip::mdUnzip))
        return damaged();
    const QList<QuaZipFileInfo64> entries = m_zip->getFileInfoList64();
    if (entries.isEmpty())
        return damaged(); // its list of contents, which stands at the end
    for (const QuaZipFileInfo64 &entry : entries) {
        if (entry.isEncrypted())
            return refused(Texts::tr("The file is protected by a password. Save it without one."));
        QString name = entry.name;
        name.replace(u'\\', u'/');
        m_files.insert(name.toLower(), entry.name);
    }
    if (const auto kind = checkKind(); !kind)
        return kind;
    const auto package = readRelations({});
    if (!package)
        return package.error();
    QString file = package->first(u"officeDocument"_s);
    if (file.isEmpty())
        file = u"xl/workbook.xml"_s;
    const auto relations = readRelations(file);
    if (!relations)
        return relations.error();
    if (const auto read = readSheets(file, *relations); !read)
        return read;
    if (const auto read = readStyles(relations->first(u"styles"_s)); !read)
        return read;
    return readTexts(relations->first(u"sharedStrings"_s));
}

// Other things that people have in a zip, or under the name of a workbook.
Result<void> XlsxWorkbook::checkKind() const
{
    const auto holds = [this](const QString &name) { return m_files.contains(name); };
    if (holds(u"xl/workbook.bin"_s))
        return refused(Texts::tr("This is a binary Excel workbook (.xlsb). Save it as .xlsx or CSV and "
                                 "import that."));
    if (holds(u"content.xml"_s))
        return refused(Texts::tr("This is an OpenDocument file (.ods). Save it as .xlsx or CSV and import "
                                 "that."));
    if (holds(u"index/document.iwa"_s) || holds(u"index.zip"_s))
        return refused(Texts::tr("This is a Numbers file. Export it as .xlsx or CSV and import that."));
    if (!holds(u"[content_types].xml"_s) && !holds(u"xl/workbook.xml"_s))
        return refused(Texts::tr("This is a packed file (zip), not a workbook. Unpack it and import the "
                                 "table in it."));
    return {};
}

std::unique_ptr<XmlPart> XlsxWorkbook::part(const QString &file) const
{
    const auto found = m_files.constFind(file.toLower());
    if (found == m_files.constEnd() || !m_zip->setCurrentFile(*found))
        return nullptr;
    return std::make_unique<XmlPart>(*m_zip);
}

Result<XlsxWorkbook::Relations> XlsxWorkbook::readRelations(const QString &ofFile)
{
    Relations relations;
    const qsizetype slash = ofFile.lastIndexOf(u'/') + 1;
    const auto xml = part(u"%1_rels/%2.rels"_s.arg(ofFile.left(slash), ofFile.mid(slash)));
    if (!xml)
        return relations;
    while (xml->next()) {
        if (!xml->isStart(u"Relationship"))
            continue;
        const QString id = xml->attribute(u"Id").toString();
        const QString type = xml->attribute(u"Type").toString();
        relations.kinds.insert(id, type.mid(type.lastIndexOf(u'/') + 1));
        relations.files.insert(id, resolved(xml->attribute(u"Target").toString(), ofFile));
    }
    if (const auto read = xml->status(); !read)
        return read.error();
    return relations;
}

Result<void> XlsxWorkbook::readSheets(const QString &file, const Relations &relations)
{
    const auto xml = part(file);
    if (!xml)
        return refused(Texts::tr("This is an Office document without a workbook in it. Save the table as "
                                 ".xlsx or CSV and import that."));
    QStringList hiddenNames, hiddenFiles;
    bool isWorkbook = false;
    while (xml->next()) {
        isWorkbook = isWorkbook || xml->isStart(u"workbook");
        if (xml->isStart(u"workbookPr")) // stands in extensions too
            m_from1904 = m_from1904 || isTrue(xml->attribute(u"date1904"));
        if (!xml->isStart(u"sheet"))
            continue;
        const QString id = xml->relation().toString();
        if (relations.kinds.value(id, u"worksheet"_s) != u"worksheet")
            continue;
        const QStringView state = xml->attribute(u"state");
        const bool isHidden = state == u"hidden" || state == u"veryHidden";
        (isHidden ? hiddenNames : m_names).append(xml->attribute(u"name").toString());
        (isHidden ? hiddenFiles : m_sheetFiles).append(relations.files.value(id));
    }
    m_names += hiddenNames;
    m_sheetFiles += hiddenFiles;
    if (const auto read = xml->status(); !read)
        return read;
    if (!isWorkbook)
        return refused(Texts::tr("This is an Office document, but not a workbook. Save the table as .xlsx or "
                                 "CSV and import that."));
    if (m_names.isEmpty())
        return refused(Texts::tr("The workbook has no worksheet, only charts or nothing at all."));
    return {};
}

Result<void> XlsxWorkbook::readStyles(const QString &file)
{
    const auto xml = part(file);
    if (!xml)
        return {};
    QHash<int, CellFormat> own;
    bool ofCells = false;
    while (xml->next()) {
        if (xml->isStart(u"numFmt"))
            own.insert(xml->attribute(u"numFmtId").toInt(), CellFormat::of(xml->attribute(u"formatCode")));
        else if (xml->isStart(u"cellXfs") || xml->isEnd(u"cellXfs"))
            ofCells = xml->isStart(u"cellXfs");
        else if (ofCells && xml->isStart(u"xf") && m_formats.size() < mostStyles) {
            const int id = xml->attribute(u"numFmtId").toInt();
            const auto found = own.constFind(id);
            m_formats.push_back(found != own.constEnd() ? *found : CellFormat::builtIn(id));
        }
    }
    return xml->status();
}

Result<void> XlsxWorkbook::readTexts(const QString &file)
{
    const auto xml = part(file);
    if (!xml)
        return {};
    while (xml->next()) {
        if (!xml->isStart(u"si"))
            continue;
        xml->readRichText(m_texts);
        if (m_texts.size() > mostText)
            return refused(Texts::tr("The workbook holds more text than can be read. Save the table as CSV "
                                     "and import that."));
        m_textEnds.push_back(static_cast<quint32>(m_texts.size()));
    }
    return xml->status();
}

Result<std::unique_ptr<XmlPart>> XlsxWorkbook::sheet(const QString &name) const
{
    const qsizetype index = m_names.indexOf(name);
    if (index < 0)
        return Error{
            Error::Code::NotFound,
            Texts::tr("There is no sheet “%1”. The workbook has: %2.").arg(name, m_names.join(u", "_s))};
    if (auto xml = part(m_sheetFiles.at(index)))
        return xml;
    return damaged();
}

const CellFormat &XlsxWorkbook::format(qsizetype style) const
{
    static const CellFormat plain;
    const auto index = static_cast<size_t>(style);
    return style >= 0 && index < m_formats.size() ? m_formats[index] : plain;
}

QStringView XlsxWorkbook::text(qsizetype index) const
{
    const auto at = static_cast<size_t>(index);
    if (index < 0 || at >= m_textEnds.size())
        return {};
    const qsizetype from = at == 0 ? 0 : m_textEnds[at - 1];
    return QStringView(m_texts).sliced(from, m_textEnds[at] - from);
}
