#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QIODevice>
#include <QList>
#include <QString>
#include <QStringDecoder>

#include <optional>

enum class TextEncoding {
    Utf8,
    Utf16LE,
    Utf16BE,
    Windows1252, // Western Europe
    Windows1250, // Central Europe
    Windows1251, // Cyrillic
    Windows1253, // Greek
    Windows1254, // Turkish
    ShiftJis,
    Gb18030,
    Big5,
    EucKr,
};

QList<TextEncoding> allEncodings();
QString encodingName(TextEncoding encoding);
std::optional<TextEncoding> encodingNamed(const QString &name);

// What the bytes of a file are, decided from all of them: a byte order mark, else zero bytes at every other
// place (UTF-16), else valid UTF-8, else what the letters look like; where that is no other, Windows-1252
// (which holds Latin-1). A file in which most of what is not ASCII is valid UTF-8 counts as UTF-8 with
// damaged letters.
struct EncodingGuess
{
    TextEncoding encoding = TextEncoding::Utf8;
    bool damaged = false; // some letters are not valid and will read as U+FFFD
    bool isByLetters = false; // nothing in the file says it for sure
};

// Reads the device to its end and goes back to where it was.
EncodingGuess guessEncoding(QIODevice &device);

// Turns bytes into text chunk by chunk; letters may be split between chunks, and an empty one
// ends it. NUL is left out.
class TextDecoder
{
public:
    explicit TextDecoder(TextEncoding encoding);

    QString decode(QByteArrayView chunk);
    bool hasSeenNul() const { return m_seenNul; }

private:
    TextEncoding m_encoding;
    QStringDecoder m_decoder;
    QByteArray m_begun; // of a letter that goes on in the next chunk
    bool m_started = false;
    bool m_seenNul = false;
};
