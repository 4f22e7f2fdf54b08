#pragma once

#include "models/document/result.h"

#include <QIODevice>
#include <QString>

#include <memory>
#include <vector>

class QuaZip;
class QuaZipFile;

// One of the XML files packed in a workbook, read element by element. Whatever the file holds, reading it
// takes little memory: names are known without their prefix, and a part that unpacks to absurd size, or has
// no end to its elements, ends with an error.
class XmlPart
{
public:
    // The zip's current file, which must stay the current one.
    explicit XmlPart(QuaZip &zip);
    ~XmlPart();
    XmlPart(const XmlPart &) = delete;
    XmlPart &operator=(const XmlPart &) = delete;

    bool next(); // to the next start, end or text; false at the end, and where the part is damaged
    Result<void> status(); // once next() is false: whether all was read, and unchanged since it was packed

    bool isStart(QStringView name) const { return is(Piece::Start, name); }
    bool isEnd(QStringView name) const { return is(Piece::End, name); }

    // Of the element that has just begun, valid until next().
    QStringView attribute(QStringView name) const;
    QStringView relation() const; // the `r:id` that links the element to another part

    // Of the element that has just begun, to its end; appended, with the letters that XML cannot hold.
    // Rich text without its phonetic guide.
    void readText(QString &text);
    void readRichText(QString &text);

    double progress() const;

private:
    class Parser;

    struct Span // of m_letters
    {
        qsizetype begin = 0;
        qsizetype size = 0;
    };
    struct Attribute
    {
        Span name, value;
    };
    struct Piece
    {
        enum Kind : quint8 { None, Start, End, Text };
        Kind kind = None;
        Span text; // or its name
        size_t attributes = 0, attributesEnd = 0; // of m_attributes
    };

    bool is(Piece::Kind kind, QStringView name) const
    {
        return m_piece.kind == kind && letters(m_piece.text) == name;
    }
    QStringView letters(Span span) const { return QStringView(m_letters).sliced(span.begin, span.size); }

    std::unique_ptr<QuaZipFile> m_file;
    std::unique_ptr<Parser> m_parser;
    QString m_letters; // of the pieces that have been read ahead, and of their attributes
    std::vector<Attribute> m_attributes;
    std::vector<Piece> m_pieces;
    size_t m_at = 0; // the next of them
    Piece m_piece; // the present one
    int m_depth = 0;
};
