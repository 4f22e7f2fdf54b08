#include "models/tables/text_decoder.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 chunkSize = 1 << 18;

struct Encoding
{
    TextEncoding encoding;
    const char *name; // as people and Qt know it
    QByteArrayView foundAs; // what uchardet calls it and its like
};

constexpr std::array encodings{
    Encoding{TextEncoding::Utf8, "UTF-8", {}},
    Encoding{TextEncoding::Utf16LE, "UTF-16LE", {}},
    Encoding{TextEncoding::Utf16BE, "UTF-16BE", {}},
    Encoding{TextEncoding::Windows1252, "Windows-1252", {}},
    Encoding{TextEncoding::Windows1250, "Windows-1250", "WINDOWS-1250|ISO-8859-2|"},
    Encoding{TextEncoding::Windows1251, "Windows-1251", "WINDOWS-1251|MAC-CYRILLIC|"},
    Encoding{TextEncoding::Windows1253, "Windows-1253", "WINDOWS-1253|ISO-8859-7|"},
    Encoding{TextEncoding::Windows1254, "Windows-1254", "WINDOWS-1254|ISO-8859-9|"},
    Encoding{TextEncoding::ShiftJis, "Shift_JIS", "SHIFT_JIS|"},
    Encoding{TextEncoding::Gb18030, "GB18030", "GB18030|"},
    Encoding{TextEncoding::Big5, "Big5", "BIG5|"},
    Encoding{TextEncoding::EucKr, "EUC-KR", "EUC-KR|UHC|"},
};

const Encoding &entryOf(TextEncoding encoding)
{
    return encodings.at(static_cast<std::size_t>(encoding)); // in the order of the enum
}

// 0x80 to 0x9f; the five bytes without a meaning keep their number.
constexpr std::array<char16_t, 32> windows1252
    = {0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
       0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
       0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};

// Counts what is and what is not UTF-8, across chunks.
class Utf8Checker
{
public:
    void add(QByteArrayView bytes)
    {
        for (const char byte : bytes)
            add(static_cast<uchar>(byte));
    }
    void finish() { m_invalid += m_missing > 0 ? 1 : 0; }
    qint64 valid() const { return m_valid; }
    qint64 invalid() const { return m_invalid; }

private:
    void add(uchar byte)
    {
        if (byte < 0x80 && m_missing == 0)
            return;
        if (m_missing > 0) {
            if (byte >= m_low && byte <= m_high) {
                m_low = 0x80;
                m_high = 0xbf;
                m_valid += --m_missing == 0 ? 1 : 0;
                return;
            }
            ++m_invalid;
            m_missing = 0;
        }
        if (byte >= 0x80)
            lead(byte);
    }

    void lead(uchar byte)
    {
        m_low = 0x80;
        m_high = 0xbf;
        if (byte >= 0xc2 && byte <= 0xdf) {
            m_missing = 1;
        } else if (byte >= 0xe0 && byte <= 0xef) {
            m_missing = 2;
            m_low = byte == 0xe0 ? 0xa0 : 0x80; // not longer than need be
            m_high = byte == 0xed ? 0x9f : 0xbf; // no surrogates
        } else if (byte >= 0xf0 && byte <= 0xf4) {
            m_missing = 3;
            m_low = byte == 0xf0 ? 0x90 : 0x80;
            m_high = byte == 0xf4 ? 0x8f : 0xbf;
        } else {
            ++m_invalid;
        }
    }

    qint64 m_valid = 0;
    qint64 m_invalid = 0;
    int m_missing = 0;
    uchar m_low = 0x80;
    uchar m_high = 0xbf;
};

std::optional<EncodingGuess> fromMark(QByteArrayView start)
{
    if (start.startsWith("\xef\xbb\xbf"))
        return EncodingGuess{TextEncoding::Utf8};
    if (start.startsWith("\xff\xfe"))
        return EncodingGuess{TextEncoding::Utf16LE};
    if (start.startsWith("\xfe\xff"))
        return EncodingGuess{TextEncoding::Utf16BE};
    return {};
}

// Text in European letters as UTF-16 has a zero in nearly every second byte.
std::optional<EncodingGuess> fromZeros(QByteArrayView start)
{
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < start.size(); ++i)
        zeros.at(i % 2) += start[i] == '\0' ? 1 : 0;
    const qsizetype many = start.size() * 2 / 5; // of at most half
    if (many > 0 && zeros[1] >= many && zeros[0] * 10 < zeros[1])
        return EncodingGuess{TextEncoding::Utf16LE};
    if (many > 0 && zeros[0] >= many && zeros[1] * 10 < zeros[0])
        return EncodingGuess{TextEncoding::Utf16BE};
    return {};
}

bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Bytes that Western European text does not have there: "³" or "¹" as a letter, and what stands for no
// letter. "m³" is Western.
bool isUnlikelyWestern(QByteArrayView bytes)
{
    constexpr QByteArrayView meaningless("\x81\x8d\x8f\x90\x9d");
    constexpr QByteArrayView signs("\xb3\xb9\xbf\x9c\x9f");
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const bool follows = i > 0 && isAsciiLetter(bytes[i - 1]) && bytes[i - 1] != 'm';
        if (meaningless.contains(bytes[i]) || (follows && signs.contains(bytes[i])))
            return true;
    }
    return false;
}

// Too short for statistics: bytes that are no Western letters, and Japanese throughout where they are read
// so.
bool looksJapanese(QByteArrayView bytes)
{
    constexpr QByteArrayView meaningless("\x81\x8d\x8f\x90"); // in Western letters
    if (std::none_of(bytes.begin(), bytes.end(), [&](char byte) { return meaningless.contains(byte); }))
        return false;
    TextDecoder decoder(TextEncoding::ShiftJis);
    const QString text = decoder.decode(bytes) + decoder.decode({});
    qsizetype japanese = 0, other = 0;
    for (const QChar c : text) {
        const auto script = c.script();
        const bool isJapanese = script == QChar::Script_Han || script == QChar::Script_Hiragana
            || (script == QChar::Script_Katakana && c.unicode() < 0xff00);
        japanese += isJapanese ? 1 : 0;
        other += c == QChar::ReplacementCharacter || (c.unicode() >= 0xff61 && c.unicode() <= 0xff9f) ? 1 : 0;
    }
    return japanese > 0 && other * 20 <= japanese;
}

// Likewise: "ý", "þ" and "ð" within words, but none of the letters that Icelandic has beside them.
bool looksTurkish(QByteArrayView bytes)
{
    constexpr QByteArrayView turkish("\xfd\xfe\xf0\xdd\xde"),
        icelandic("\xe1\xed\xf3\xfa\xe6\xc1\xcd\xd3\xda\xc6");
    constexpr int enough = 3;
    int found = 0;
    for (qsizetype i = 0; i + 1 < bytes.size(); ++i) {
        if (icelandic.contains(bytes[i]))
            return false;
        const bool isWithin = (i > 0 && isAsciiLetter(bytes[i - 1])) || isAsciiLetter(bytes[i + 1]);
        found += isWithin && turkish.contains(bytes[i]) ? 1 : 0;
    }
    return found >= enough;
}

// By how often which letters follow each other. Latin letters of Central Europe and of Turkey are easily
// taken for Western ones and the other way round, so that these need more than that.
TextEncoding fromLetters(QIODevice &device)
{
    constexpr int mostChunks = 16;
    const std::unique_ptr<struct uchardet, void (*)(uchardet_t)> detector(uchardet_new(), uchardet_delete);
    bool unlikelyWestern = false;
    QByteArray first;
    for (int i = 0; i < mostChunks; ++i) {
        const QByteArray chunk = device.read(chunkSize);
        if (chunk.isEmpty()
            || uchardet_handle_data(detector.get(), chunk.constData(), size_t(chunk.size())) != 0)
            break;
        unlikelyWestern = unlikelyWestern || isUnlikelyWestern(chunk);
        if (first.isEmpty())
            first = chunk;
    }
    uchardet_data_end(detector.get());
    const QByteArray found = QByteArray(uchardet_get_charset(detector.get())) + '|';
    for (const Encoding &encoding : encodings) {
        const bool isLatin = encoding.encoding == TextEncoding::Windows1250
            || encoding.encoding == TextEncoding::Windows1254;
        if (found.size() > 1 && encoding.foundAs.contains(found) && (!isLatin || unlikelyWestern))
            return encoding.encoding;
    }
    return looksJapanese(first) ? TextEncoding::ShiftJis
        : looksTurkish(first)   ? TextEncoding::Windows1254
                                : TextEncoding::Windows1252;
}

// Bytes at the end that begin a letter of UTF-8 which does not end there.
qsizetype begunLetter(QByteArrayView bytes)
{
    for (qsizetype length = 1; length <= std::min<qsizetype>(3, bytes.size()); ++length) {
        const auto byte = static_cast<uchar>(bytes[bytes.size() - length]);
        if (byte >= 0xc0)
            return length < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? length : 0;
        if (byte < 0x80)
            break;
    }
    return 0;
}

// Letters of one or two bytes, of four in GB18030, end before such a byte at the latest.
bool endsLetters(char byte)
{
    constexpr uchar first = '0'; // the lowest that is a later byte of any of them
    return static_cast<uchar>(byte) < first;
}

bool hasLongLetters(TextEncoding encoding)
{
    return encoding == TextEncoding::ShiftJis || encoding == TextEncoding::Gb18030
        || encoding == TextEncoding::Big5 || encoding == TextEncoding::EucKr;
}

// Bytes at the end of which nobody knows yet what they are.
qsizetype undecided(QByteArrayView bytes, TextEncoding encoding)
{
    if (encoding == TextEncoding::Utf8)
        return begunLetter(bytes);
    if (!hasLongLetters(encoding))
        return 0;
    const auto last = std::find_if(bytes.rbegin(), bytes.rend(), &endsLetters);
    return last - bytes.rbegin();
}

} // namespace

QList<TextEncoding> allEncodings()
{
    QList<TextEncoding> all;
    for (const Encoding &encoding : encodings)
        all.append(encoding.encoding);
    return all;
}

QString encodingName(TextEncoding encoding)
{
    return QString::fromLatin1(entryOf(encoding).name);
}

std::optional<TextEncoding> encodingNamed(const QString &name)
{
    for (const Encoding &encoding : encodings)
        if (name.compare(QLatin1String(encoding.name), Qt::CaseInsensitive) == 0)
            return encoding.encoding;
    return {};
}

EncodingGuess guessEncoding(QIODevice &device)
{
    const qint64 place = device.pos();
    QByteArray chunk = device.read(chunkSize);
    std::optional<EncodingGuess> guess = fromMark(chunk);
    if (!guess)
        guess = fromZeros(QByteArrayView(chunk).first(std::min<qsizetype>(chunk.size(), 4096)));
    if (!guess || guess->encoding == TextEncoding::Utf8) {
        Utf8Checker checker;
        for (; !chunk.isEmpty(); chunk = device.read(chunkSize))
            checker.add(chunk);
        checker.finish();
        const bool utf8 = guess.has_value() || checker.valid() > checker.invalid() || checker.invalid() == 0;
        device.seek(place);
        guess = EncodingGuess{utf8 ? TextEncoding::Utf8 : fromLetters(device), utf8 && checker.invalid() > 0,
                              !utf8};
    }
    device.seek(place);
    return *guess;
}

// Windows-1252 is Latin-1 but for the 32 letters that decode() puts in.
TextDecoder::TextDecoder(TextEncoding encoding)
    : m_encoding(encoding)
    , m_decoder(encoding == TextEncoding::Windows1252 ? "ISO-8859-1" : entryOf(encoding).name,
                encoding == TextEncoding::Utf8
                    ? QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom
                    : QStringConverter::Flag::Default)
{
}

QString TextDecoder::decode(QByteArrayView chunk)
{
    // Where a damaged letter is cut, Qt's decoders lose the byte after it, were it the end of a line: they
    // are given whole letters.
    const QByteArray bytes = m_begun + chunk;
    const qsizetype begun = chunk.isEmpty() ? 0 : undecided(bytes, m_encoding);
    m_begun = bytes.last(begun);
    QString text = m_decoder.decode(QByteArrayView(bytes).chopped(begun));
    // One program after the other may have put a mark before the text.
    while (!m_started && text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    m_started = m_started || !text.isEmpty();
    if (m_encoding == TextEncoding::Windows1252) {
        for (QChar &c : text)
            if (c.unicode() >= 0x80 && c.unicode() <= 0x9f)
                c = QChar(windows1252.at(c.unicode() - 0x80));
    }
    if (text.contains(QChar::Null)) {
        m_seenNul = true;
        text.remove(QChar::Null);
    }
    return text;
}
