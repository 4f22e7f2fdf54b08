// Fills in a translation file: each text stays readable, but longer and marked. "&Open %1" becomes "[&Öþéñ %1
// ~~~]".

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

const QString plain = u"ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz"_s;
const QString marked = u"ÅÇĐÉĜĤÎĴĶĻÑÖŔŠŢÜŴÝŽåçđéĝĥîĵķļñöŕšţüŵýž"_s;

QString accented(QString text)
{
    for (QChar &letter : text) {
        const auto place = plain.indexOf(letter);
        if (place >= 0)
            letter = marked.at(place);
    }
    return text;
}

QString pseudoText(const QString &source)
{
    // Stays as it is: %1, %L1, %n, the letter of a shortcut, mark-up, and names of fields in braces.
    static const QRegularExpression kept(u"%L?(\\d+|n)|&\\w|<[^>]+>|\\{[^}]+\\}"_s);

    QString text;
    qsizetype done = 0;
    for (auto matches = kept.globalMatch(source); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        text += accented(source.mid(done, match.capturedStart() - done)) + match.captured();
        done = match.capturedEnd();
    }
    text += accented(source.mid(done));
    return u"["_s + text + u" ~~~"_s.repeated(1 + source.size() / 10) + u"]"_s;
}

void writeTranslation(QXmlStreamWriter &out, const QString &source, bool plural)
{
    out.writeStartElement(u"translation"_s);
    if (plural) {
        out.writeTextElement(u"numerusform"_s, pseudoText(source)); // one
        out.writeTextElement(u"numerusform"_s, pseudoText(source)); // many
    } else {
        out.writeCharacters(pseudoText(source));
    }
    out.writeEndElement();
}

void fillIn(QXmlStreamReader &in, QXmlStreamWriter &out)
{
    bool plural = false;
    QString source;
    while (!in.atEnd()) {
        in.readNext();
        if (in.isStartElement() && in.name() == u"message"_s)
            plural = in.attributes().value(u"numerus"_s) == u"yes"_s;
        if (in.isStartElement() && in.name() == u"source"_s) {
            source = in.readElementText();
            out.writeTextElement(u"source"_s, source);
        } else if (in.isStartElement() && in.name() == u"translation"_s) {
            in.skipCurrentElement();
            writeTranslation(out, source, plural);
        } else if (!in.hasError()) {
            out.writeCurrentToken(in);
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList names = QCoreApplication::arguments();
    if (names.size() != 3) {
        std::fputs("Usage: pseudo_language IN.ts OUT.ts\n", stderr);
        return 2;
    }
    QFile input(names.at(1));
    QFile output(names.at(2));
    if (!input.open(QIODevice::ReadOnly) || !output.open(QIODevice::WriteOnly)) {
        std::fprintf(stderr, "%s\n", qPrintable(input.errorString() + u" "_s + output.errorString()));
        return 1;
    }
    QXmlStreamReader in(&input);
    QXmlStreamWriter out(&output);
    fillIn(in, out);
    if (in.hasError() || out.hasError()) {
        std::fprintf(stderr, "%s\n", qPrintable(in.errorString()));
        return 1;
    }
    return 0;
}
