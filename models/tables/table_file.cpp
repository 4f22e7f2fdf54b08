#include "models/tables/table_file.h"

#include "models/tables/all_sheets.h"
#include "models/tables/csv_source.h"
#include "models/tables/xlsx_source.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace {

constexpr qint64 startSize = 4096;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TableFile)
};

Error refused(const QString &message)
{
    return {Error::Code::Refused, message};
}

// A compound file, the container of old Office files and of encrypted new ones. Its directory names which.
Error compoundFile(QIODevice &device, const QByteArray &start)
{
    constexpr qsizetype sectorShiftAt = 30;
    constexpr qsizetype directoryAt = 48;
    bool isEncrypted = false;
    if (start.size() >= directoryAt + 4) {
        const auto shift
            = std::min<quint16>(qFromLittleEndian<quint16>(start.constData() + sectorShiftAt), 16);
        const auto sector = qFromLittleEndian<quint32>(start.constData() + directoryAt);
        static constexpr char16_t name[] = u"EncryptedPackage";
        if (device.seek((qint64(sector) + 1) << shift))
            isEncrypted = device.read(startSize).contains(
                QByteArray(reinterpret_cast<const char *>(name), sizeof name - 2));
    }
    return isEncrypted
        ? refused(Texts::tr("The workbook is protected by a password. Save it without one and import that."))
        : refused(Texts::tr("This is an old Excel file (.xls). Save it as .xlsx or CSV and import that."));
}

// Markup that CRMs and web pages hand out under the name of a spreadsheet.
bool isMarkup(QByteArray start)
{
    start.replace('\0', QByteArray()); // UTF-16
    const qsizetype first = start.indexOf('<');
    const auto isBeforeText
        = [](char c) { return QByteArrayView("\xef\xbb\xbf\xff\xfe \t\r\n").contains(c); };
    if (first < 0 || !std::all_of(start.begin(), start.begin() + first, isBeforeText))
        return false;
    const QByteArray lower = start.sliced(first).left(20).toLower();
    constexpr std::array tags{"<!doctype", "<html", "<head", "<meta", "<style", "<body", "<table", "<?xml"};
    return std::any_of(tags.begin(), tags.end(), [&](const char *tag) { return lower.startsWith(tag); });
}

bool isJson(QByteArray start)
{
    start.replace('\0', QByteArray()); // UTF-16
    for (const char *mark : {"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"})
        if (start.startsWith(mark))
            start.remove(0, qstrlen(mark));
    const QByteArray text = start.simplified().replace(' ', QByteArray());
    return text.startsWith("[{") || text.startsWith("[[") || text.startsWith("{\"") || text == "[]"
        || text == "{}";
}

// Files of which one holds others, or one that was made smaller.
bool isPacked(const QByteArray &start)
{
    constexpr std::array<const char *, 6> marks{"\x1f\x8b",
                                                "BZh",
                                                "\xfd"
                                                "7zXZ",
                                                "7z\xbc\xaf",
                                                "Rar!",
                                                "\x28\xb5\x2f\xfd"};
    return std::any_of(marks.begin(), marks.end(), [&](const char *mark) { return start.startsWith(mark); });
}

// What Excel lays beside a workbook that is open: the length of a name, the name, and blanks up to the 55th
// byte.
bool isLock(const QByteArray &start)
{
    constexpr qsizetype nameSize = 54, mostBytes = 200;
    if (start.size() <= nameSize || start.size() > mostBytes)
        return false;
    const auto length = static_cast<uchar>(start.front());
    const QByteArray behind = start.mid(1 + length, nameSize - length);
    return length > 0 && length < nameSize
        && std::all_of(behind.begin(), behind.end(), [](char c) { return c == ' '; });
}

QString textOnLock()
{
    return Texts::tr(
        "This file only says that a workbook is open in a spreadsheet program. Import the workbook itself.");
}

// What comes through a pipe can be read once only, and a table is read more often.
Result<std::unique_ptr<TableSource>> openPipe(QIODevice &pipe, const TableFormat &format)
{
    constexpr qint64 chunkSize = 1 << 16;
    auto copy = std::make_unique<QTemporaryFile>();
    bool copied = copy->open();
    while (copied) {
        const QByteArray chunk = pipe.read(chunkSize);
        if (chunk.isEmpty())
            break;
        copied = copy->write(chunk) == chunk.size();
    }
    if (!copied || !copy->seek(0))
        return Error{Error::Code::DiskFull,
                     Texts::tr("What comes through the pipe cannot be kept for a while: %1. Make room, or "
                               "write it into a file first.")
                         .arg(copy->errorString()),
                     copy->fileName()};
    return openTable(std::move(copy), format);
}

template <typename Source> Result<std::unique_ptr<TableSource>> opened(Result<Source> source)
{
    if (!source)
        return source.error();
    return std::unique_ptr<TableSource>(std::move(source).value());
}

Result<std::unique_ptr<TableSource>> openWorkbook(std::unique_ptr<QIODevice> device,
                                                  const TableFormat &format)
{
    auto opening = XlsxWorkbook::open(std::move(device));
    if (!opening)
        return opening.error();
    const std::shared_ptr<XlsxWorkbook> workbook = std::move(opening).value();
    // Whoever asks for all of them by that name may mean a sheet that is called so.
    if (const QString name = allSheetsName();
        format.allSheets && format.sheet.isEmpty() && workbook->sheets().contains(name))
        return opened(XlsxSource::open(workbook, {.sheet = name, .headerLine = format.headerLine}));
    if (format.allSheets)
        return opened(AllSheets::open(workbook, format));
    auto source = XlsxSource::open(workbook, format);
    if (source && workbook->sheets().size() > 1) {
        (*source)->findSheetsAlike();
        if (const auto rewound = (*source)->rewind(); !rewound)
            return rewound.error();
    }
    return opened(std::move(source));
}

} // namespace

QString allSheetsName()
{
    return QStringLiteral("all");
}

Result<std::unique_ptr<TableSource>> openTable(const QString &path, const TableFormat &format)
{
    auto file = std::make_unique<QFile>(path);
    const QFileInfo info(path);
    if (!info.exists())
        return Error{Error::Code::NotFound, Texts::tr("There is no file “%1”.").arg(path)};
    if (info.isDir())
        return refused(Texts::tr("“%1” is a folder. Choose a file in it.").arg(path));
    if (const QString name = info.fileName(); name.startsWith(u"~$") || name.startsWith(u".~lock."))
        return refused(textOnLock());
    if (!file->open(QIODevice::ReadOnly))
        return Error{Error::Code::Failed,
                     Texts::tr("“%1” cannot be opened. Check that it is a file you may read.").arg(path),
                     file->errorString()};
    return file->isSequential() ? openPipe(*file, format) : openTable(std::move(file), format);
}

Result<std::unique_ptr<TableSource>> openTable(std::unique_ptr<QIODevice> device, const TableFormat &format)
{
    const QByteArray start = device->read(startSize);
    device->seek(0);
    if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06"))
        return openWorkbook(std::move(device), format);
    if (format.allSheets)
        return refused(Texts::tr("The file is no workbook, so it has no sheets."));
    if (!format.sheet.isEmpty())
        return refused(Texts::tr("The file is no workbook, so it has no sheet “%1”.").arg(format.sheet));
    if (start.startsWith("\xd0\xcf\x11\xe0"))
        return compoundFile(*device, start);
    if (isPacked(start))
        return refused(Texts::tr("This is a packed file, not a table. Unpack it and import what is in it."));
    if (isLock(start))
        return refused(textOnLock());
    if (isMarkup(start))
        return refused(Texts::tr("This is a web page or XML, even if it is named like a spreadsheet. Open it "
                                 "in your spreadsheet program, save it as .xlsx or CSV and import that."));
    if (isJson(start))
        return refused(Texts::tr("This is JSON, not a table, even if it is named like one. Export the table "
                                 "from your CRM as CSV and import that."));
    if (start.startsWith("%PDF") || start.startsWith("{\\rtf") || start.startsWith("\x89PNG")
        || start.startsWith("\xff\xd8\xff") || start.startsWith("SQLite format 3"))
        return refused(
            Texts::tr("This is not a table of text. Export the table from your CRM as CSV and import that."));
    return opened(CsvSource::open(std::move(device), format));
}
