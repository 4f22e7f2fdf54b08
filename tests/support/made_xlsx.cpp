#include "tests/support/made_xlsx.h"

#include <QtEndian>

namespace {

quint32 checksum(const QByteArray &bytes)
{
    quint32 sum = ~0U;
    for (const char byte : bytes) {
        sum ^= static_cast<uchar>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ (sum & 1 ? 0xedb88320U : 0U);
    }
    return ~sum;
}

template <class T> QByteArray little(T number)
{
    QByteArray bytes(sizeof number, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

// Without what zlib and Qt put around it.
QByteArray deflated(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return QByteArray("\x03\0", 2); // for which qCompress() makes nothing
    const QByteArray packed = qCompress(bytes, 6);
    return packed.sliced(6, packed.size() - 10);
}

} // namespace

QByteArray zipOf(const QMap<QByteArray, QByteArray> &files)
{
    QByteArray zip, directory;
    for (const auto &[name, content] : files.asKeyValueRange()) {
        const QByteArray packed = deflated(content);
        const QByteArray facts = little<quint16>(20) + little<quint16>(0) + little<quint16>(8)
            + little<quint32>(0) + little<quint32>(checksum(content)) + little(quint32(packed.size()))
            + little(quint32(content.size())) + little(quint16(name.size())) + little<quint16>(0);
        directory += "PK\x01\x02" + little<quint16>(20) + facts + QByteArray(10, '\0')
            + little(quint32(zip.size())) + name;
        zip += "PK\x03\x04" + facts + name + packed;
    }
    const QByteArray count = little(quint16(files.size()));
    return zip + directory + "PK\x05\x06" + QByteArray(4, '\0') + count + count
        + little(quint32(directory.size())) + little(quint32(zip.size())) + QByteArray(2, '\0');
}

QMap<QByteArray, QByteArray> MadeXlsx::files() const
{
    const QByteArray office = strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                                     : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray main = strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                                   : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const auto relation
        = [&](const QByteArray &id, const QByteArray &type, const QByteArray &target) -> QByteArray {
        return "<Relationship Id=\"" + id + "\" Type=\"" + office + '/' + type + "\" Target=\"" + target
            + "\"/>";
    };
    QMap<QByteArray, QByteArray> files{
        {"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels",
         "<Relationships>" + relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>"}};
    QByteArray list;
    QByteArray relations
        = relation("s", "styles", "/xl/styles.xml") + relation("t", "sharedStrings", "sharedStrings.xml");
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        const Sheet &sheet = sheets.at(i);
        const QByteArray number = QByteArray::number(i + 1);
        list += "<sheet name=\"" + sheet.name + "\" sheetId=\"" + number + "\" r:id=\"r" + number + '"'
            + (sheet.state.isEmpty() ? QByteArray() : " state=\"" + sheet.state + '"') + "/>";
        relations += relation("r" + number, sheet.kind, "worksheets/sheet" + number + ".xml");
        files.insert("xl/worksheets/sheet" + number + ".xml",
                     "<worksheet xmlns=\"" + main + "\"><sheetData>" + sheet.rows + "</sheetData>"
                         + sheet.after + "</worksheet>");
    }
    files.insert("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
    files.insert("xl/workbook.xml",
                 "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office + "\"><workbookPr " + properties
                     + "/><sheets>" + list + "</sheets></workbook>");
    QByteArray cells;
    for (const int format : styles)
        cells += "<xf numFmtId=\"" + QByteArray::number(format) + "\"/>";
    files.insert("xl/styles.xml",
                 "<styleSheet><numFmts>" + formats
                     + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                       "<cellXfs>"
                     + cells + "</cellXfs></styleSheet>");
    if (!texts.isEmpty())
        files.insert("xl/sharedStrings.xml", "<sst>" + texts + "</sst>");
    if (strict)
        for (QByteArray &content : files)
            if (content.startsWith("<worksheet"))
                content.replace("</", "</\x01")
                    .replace("<", "<x:")
                    .replace("<x:/\x01", "</x:")
                    .replace("xmlns=", "xmlns:x=");
    return files;
}

QByteArray MadeXlsx::packed() const
{
    return zipOf(files());
}

QByteArray rowOf(const QList<QByteArray> &cells)
{
    QByteArray row;
    for (const QByteArray &cell : cells) {
        bool isNumber = false;
        (void)cell.toDouble(&isNumber);
        if (isNumber)
            row += "<c><v>" + cell + "</v></c>";
        else
            row += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
    }
    return "<row>" + row + "</row>";
}
