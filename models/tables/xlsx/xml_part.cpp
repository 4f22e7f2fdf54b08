#include "models/tables/xlsx/xml_part.h"

#include <QCoreApplication>

#include <expat.h>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <algorithm>
#include <string_view>

namespace {

constexpr qint64 largestElement = 4 << 20; // bytes; a cell holds 32,767 letters at most
constexpr int deepest = 64;
constexpr int stretch = 64 << 10; // bytes
// Even a sheet of nothing but empty rows packs no better than this.
constexpr qint64 tightest = 250;
constexpr qint64 alwaysAllowed = 64 << 20;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(XmlPart)
};

// "_x000D_" stands for a letter that XML cannot hold.
void restoreLetters(QString &text, qsizetype from)
{
    for (qsizetype at = text.indexOf(u"_x", from); at >= 0 && at + 7 <= text.size();
         at = text.indexOf(u"_x", at + 1)) {
        bool ok = false;
        const ushort code = QStringView(text).sliced(at + 2, 4).toUShort(&ok, 16);
        if (ok && text.at(at + 6) == u'_')
            text.replace(at, 7, QChar(code));
    }
}

} // namespace

// Unpacks and parses a stretch of the file at a time, and stops where that is more than a workbook would
// hold. Expat reads worksheets several times as fast as QXmlStreamReader.
class XmlPart::Parser
{
public:
    explicit Parser(XmlPart &part)
        : m_part(part)
        , m_packed(std::max<qint64>(part.m_file->csize(), 1))
        , m_size(std::max<qint64>(part.m_file->usize(), 1))
        , m_expat(XML_ParserCreate(nullptr), &XML_ParserFree)
    {
        XML_SetUserData(m_expat.get(), this);
        XML_SetElementHandler(m_expat.get(), &Parser::onStart, &Parser::onEnd);
        XML_SetCharacterDataHandler(m_expat.get(), &Parser::onText);
        XML_SetStartDoctypeDeclHandler(m_expat.get(), &Parser::onDoctype);
    }

    void fail() { m_failed = true; }
    bool isOver() const { return m_failed || m_beyond || m_done; }
    bool isFailed() const { return m_failed; }
    bool isBeyondLimits() const { return m_beyond; }
    QString detail() const { return QString::fromUtf8(XML_ErrorString(XML_GetErrorCode(m_expat.get()))); }
    double progress() const { return std::min(1.0, double(m_read) / double(m_size)); }

    void parseStretch()
    {
        void *const buffer = XML_GetBuffer(m_expat.get(), stretch);
        const qint64 count = buffer ? m_part.m_file->read(static_cast<char *>(buffer), stretch) : -1;
        m_read += std::max<qint64>(count, 0);
        m_sinceElement += std::max<qint64>(count, 0);
        m_beyond
            = m_sinceElement > largestElement || (m_read > alwaysAllowed && m_read / tightest > m_packed);
        if (m_beyond)
            return;
        m_done = count == 0;
        m_failed
            = count < 0 || XML_ParseBuffer(m_expat.get(), static_cast<int>(count), m_done) != XML_STATUS_OK;
    }

private:
    static Parser &of(void *self) { return *static_cast<Parser *>(self); }

    static void onStart(void *self, const XML_Char *name, const XML_Char **attributes)
    {
        XmlPart &part = of(self).m_part;
        const size_t first = part.m_attributes.size();
        for (; *attributes; attributes += 2) {
            const Span key = of(self).append(attributes[0]);
            part.m_attributes.push_back({key, of(self).append(attributes[1])});
        }
        of(self).addElement(
            {Piece::Start, of(self).append(localName(name)), first, part.m_attributes.size()});
    }

    static void onEnd(void *self, const XML_Char *name)
    {
        of(self).addElement({Piece::End, of(self).append(localName(name))});
    }

    static void onText(void *self, const XML_Char *text, int size)
    {
        auto &pieces = of(self).m_part.m_pieces;
        const Span span = of(self).append({text, static_cast<size_t>(size)});
        if (!pieces.empty() && pieces.back().kind == Piece::Text)
            pieces.back().text.size += span.size;
        else
            pieces.push_back({Piece::Text, span});
    }

    // Not allowed in a workbook, and a way to make text of any size.
    static void onDoctype(void *self, const XML_Char *, const XML_Char *, const XML_Char *, int)
    {
        XML_StopParser(of(self).m_expat.get(), XML_FALSE);
    }

    static std::string_view localName(std::string_view name)
    {
        return name.substr(name.find(':') + 1); // all of it where there is no prefix
    }

    void addElement(const Piece &piece)
    {
        m_part.m_pieces.push_back(piece);
        m_sinceElement = 0;
    }

    Span append(std::string_view utf8)
    {
        QString &letters = m_part.m_letters;
        const qsizetype begin = letters.size();
        const bool isAscii
            = std::all_of(utf8.begin(), utf8.end(), [](char c) { return static_cast<uchar>(c) < 0x80; });
        const auto size = static_cast<qsizetype>(utf8.size());
        if (isAscii)
            letters += QLatin1StringView(utf8.data(), size);
        else
            letters += QString::fromUtf8(utf8.data(), size);
        return {begin, letters.size() - begin};
    }

    XmlPart &m_part;
    qint64 m_packed;
    qint64 m_size;
    qint64 m_read = 0;
    qint64 m_sinceElement = 0;
    bool m_beyond = false;
    bool m_failed = false;
    bool m_done = false;
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> m_expat;
};

XmlPart::XmlPart(QuaZip &zip)
    : m_file(std::make_unique<QuaZipFile>(&zip))
{
    const bool isOpen = m_file->open(QIODevice::ReadOnly);
    m_parser = std::make_unique<Parser>(*this);
    if (!isOpen)
        m_parser->fail();
}

XmlPart::~XmlPart() = default;

bool XmlPart::next()
{
    if (m_at == m_pieces.size()) {
        m_at = 0;
        m_pieces.clear();
        m_attributes.clear();
        m_letters.resize(0);
        while (m_pieces.empty() && !m_parser->isOver())
            m_parser->parseStretch();
    }
    m_piece = m_at < m_pieces.size() ? m_pieces[m_at++] : Piece();
    if (m_piece.kind == Piece::Start && ++m_depth > deepest) {
        m_parser->fail();
        m_pieces.clear();
        m_at = 0;
        m_piece = {};
    } else if (m_piece.kind == Piece::End) {
        --m_depth;
    }
    return m_piece.kind != Piece::None;
}

Result<void> XmlPart::status()
{
    const QString detail = m_parser->detail();
    if (m_parser->isBeyondLimits())
        return Error{
            Error::Code::Refused,
            Texts::tr("The workbook unpacks to far more than a table would hold, so it was not read. "
                      "Save the table as CSV and import that."),
            detail};
    if (m_file->isOpen())
        m_file->close(); // compares the checksum
    if (m_parser->isFailed() || m_file->getZipError() != UNZ_OK)
        return Error{Error::Code::Damaged,
                     Texts::tr("The workbook is damaged or incomplete. Open it in your spreadsheet program, "
                               "save it again and import that file."),
                     detail};
    return {};
}

QStringView XmlPart::attribute(QStringView name) const
{
    for (size_t i = m_piece.attributes; i < m_piece.attributesEnd; ++i)
        if (letters(m_attributes[i].name) == name)
            return letters(m_attributes[i].value);
    return {};
}

QStringView XmlPart::relation() const
{
    for (size_t i = m_piece.attributes; i < m_piece.attributesEnd; ++i)
        if (letters(m_attributes[i].name).endsWith(u":id"))
            return letters(m_attributes[i].value);
    return {};
}

void XmlPart::readText(QString &text)
{
    const qsizetype from = text.size();
    for (const int depth = m_depth; m_depth >= depth && next();)
        if (m_piece.kind == Piece::Text)
            text += letters(m_piece.text);
    restoreLetters(text, from);
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
    return m_parser->progress();
}
