#include "models/exchange/xlsx/xml_part.h"

#include <QCoreApplication>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <algorithm>

namespace {

constexpr qint64 largestElement = 4 << 20; // bytes; a cell holds 32,767 letters at most
constexpr int deepest = 64;
// Even a sheet of nothing but empty rows packs no better than this.
constexpr qint64 tightest = 250;
constexpr qint64 alwaysAllowed = 64 << 20;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(XmlPart)
};

} // namespace

// Counts what comes out of the zip, and stops where that is more than a workbook would hold.
class XmlPart::Unpacked : public QIODevice
{
public:
    explicit Unpacked(QuaZipFile &file)
        : m_file(file)
        , m_packed(std::max<qint64>(file.csize(), 1))
        , m_size(std::max<qint64>(file.usize(), 1))
    {
        open(ReadOnly | Unbuffered);
    }

    bool isSequential() const override { return true; }
    void startElement() { m_sinceElement = 0; }
    bool isBeyondLimits() const { return m_beyond; }
    double progress() const { return std::min(1.0, double(m_read) / double(m_size)); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        m_beyond = m_beyond || m_sinceElement > largestElement
            || (m_read > alwaysAllowed && m_read / tightest > m_packed);
        const qint64 count = m_beyond ? -1 : m_file.read(data, maxSize);
        m_read += std::max<qint64>(count, 0);
        m_sinceElement += std::max<qint64>(count, 0);
        return count;
    }
    qint64 writeData(const char * /*data*/, qint64 /*maxSize*/) override { return -1; }

private:
    QuaZipFile &m_file;
    qint64 m_packed;
    qint64 m_size;
    qint64 m_read = 0;
    qint64 m_sinceElement = 0;
    bool m_beyond = false;
};

XmlPart::XmlPart(QuaZip &zip)
    : m_file(std::make_unique<QuaZipFile>(&zip))
{
    m_failed = !m_file->open(QIODevice::ReadOnly);
    m_unpacked = std::make_unique<Unpacked>(*m_file);
    m_xml.setDevice(m_unpacked.get());
}

XmlPart::~XmlPart() = default;

bool XmlPart::next()
{
    while (!m_failed && !m_done) {
        m_unpacked->startElement();
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            m_failed = ++m_depth > deepest;
            return !m_failed;
        case QXmlStreamReader::EndElement:
            --m_depth;
            return true;
        case QXmlStreamReader::Characters:
            return true;
        case QXmlStreamReader::EndDocument:
            m_done = true;
            break;
        case QXmlStreamReader::Invalid:
        case QXmlStreamReader::DTD: // not allowed in a workbook, and a way to make text of any size
            m_failed = true;
            break;
        default:
            break;
        }
    }
    return false;
}

Result<void> XmlPart::status()
{
    const QString detail = m_xml.errorString();
    if (m_unpacked->isBeyondLimits())
        return Error{
            Error::Code::Refused,
            Texts::tr("The workbook unpacks to far more than a table would hold, so it was not read. "
                      "Save the table as CSV and import that."),
            detail};
    if (m_file->isOpen())
        m_file->close(); // compares the checksum
    if (m_failed || m_file->getZipError() != UNZ_OK)
        return Error{Error::Code::Damaged,
                     Texts::tr("The workbook is damaged or incomplete. Open it in your spreadsheet program, "
                               "save it again and import that file."),
                     detail};
    return {};
}

QStringView XmlPart::attribute(QStringView name) const
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    for (const QXmlStreamAttribute &attribute : attributes)
        if (attribute.qualifiedName() == name)
            return attribute.value();
    return {};
}

QStringView XmlPart::relation() const
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    for (const QXmlStreamAttribute &attribute : attributes)
        if (attribute.name() == u"id" && !attribute.namespaceUri().isEmpty())
            return attribute.value();
    return {};
}

void XmlPart::readText(QString &text)
{
    for (const int depth = m_depth; m_depth >= depth && next();)
        if (m_xml.isCharacters())
            text += m_xml.text();
}

void XmlPart::readRichText(QString &text)
{
    int phonetic = 0;
    for (const int depth = m_depth; m_depth >= depth && next();) {
        if (phonetic > 0) {
            phonetic = m_depth < phonetic ? 0 : phonetic;
        } else if (isStart(u"rPh")) {
            phonetic = m_depth;
        } else if (isStart(u"t")) {
            readText(text);
        }
    }
}

double XmlPart::progress() const
{
    return m_unpacked->progress();
}
