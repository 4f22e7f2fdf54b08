#pragma once

#include "models/document/result.h"

#include <QIODevice>
#include <QString>
#include <QXmlStreamReader>

#include <memory>

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

    bool next(); // to the next start, end or text; false at the end, and where the part is damaged
    Result<void> status(); // once next() is false: whether all was read, and unchanged since it was packed

    bool isStart(QStringView name) const { return m_xml.isStartElement() && m_xml.name() == name; }
    bool isEnd(QStringView name) const { return m_xml.isEndElement() && m_xml.name() == name; }
    QStringView attribute(QStringView name) const;
    QStringView relation() const; // the `r:id` that links the element to another part

    // Of the element that has just begun, to its end; appended. Rich text without its phonetic guide.
    void readText(QString &text);
    void readRichText(QString &text);

    double progress() const;

private:
    class Unpacked;

    std::unique_ptr<QuaZipFile> m_file;
    std::unique_ptr<Unpacked> m_unpacked;
    QXmlStreamReader m_xml;
    int m_depth = 0;
    bool m_failed = false;
    bool m_done = false;
};
