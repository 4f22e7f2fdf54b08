#include "models/exchange/workbook_csv.h"
#include "models/exchange/workbook_json.h"
#include "models/tables/csv_reader.h"
#include "models/worksheet/search.h"
#include "models/worksheet/sheet_model.h"
#include "models/worksheet/value.h"
#include "tests/support/workbook.h"

#include <QBuffer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

// Texts that break careless programs: each must come out as it went in. The exceptions, stated in expected():
// a text of white space alone is not filled in, U+0000 is left out, and what is no character (half a
// surrogate pair, U+FFFE, U+FFFF) becomes U+FFFD.
class TestNaughty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keptInTheFile_data() { addSources(); }
    void keptInTheFile();
    void keptThroughUndoAndRedo_data() { addSources(); }
    void keptThroughUndoAndRedo();
    void keptInJson_data() { addSources(); }
    void keptInJson();
    void keptInCsv_data() { addSources(); }
    void keptInCsv();
    void foundBySearch_data() { addSources(); }
    void foundBySearch();
    void keptInOneLine();

private:
    static void addSources();
};

namespace {

constexpr auto tableName = "feedback_item"_L1;
constexpr auto fieldName = "feedback"_L1;

QStringList ownTexts()
{
    QStringList texts{
        u"Robert'); DROP TABLE feedback_item; --"_s,
        u"' OR 1=1 /* \" \\ %s %n %1 %L2 ${HOME} {{deal}} ?1 :name"_s,
        u"=1+1"_s,
        u"@SUM(A1:A9)"_s,
        u"-2+3"_s,
        u"\t=cmd|' /C calc'!A0"_s,
        u"<b>bold</b> &amp; <img src=x onerror=alert(1)> <!-- --> ]]>"_s,
        u"semi;colon, comma\ttab \"quoted\" and\nnew\r\nlines\rof all kinds\n"_s,
        u"  blanks around  "_s,
        u"NULL"_s,
        u"1e309"_s,
        u"0x10"_s,
        u"007"_s,
        u"true"_s,
        u"2026-02-30"_s,
        u"“ ” ‘ ’ … – — \u00a0\u202f\u200b\u2060\ufeff|"_s,
        u"Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ"_s,
        u"e\u0301 is not folded to \u00e9, \ufb01 not to fi, \u212b not to \u00c5"_s,
        u"\U0001F469\u200D\U0001F4BB \U0001F1E9\U0001F1EA \U0001F44D\U0001F3FD"_s,
        u"\u05e9\u05dc\u05d5\u05dd abc \u0645\u0631\u062d\u0628\u0627 123 \u202eright to left\u202c"_s,
        u"\u0001\u0002\u0007\u0008\u000b\u000c\u001b[31m\u007f\u0085\u2028\u2029\ufffe\uffff"_s,
        u" \t\n "_s,
        QString(200'000, u'ß'),
    };
    texts.append(QString::fromUtf16(u"nul \0 within", 12));
    texts.append(u"half a pair "_s + QChar(0xd83d) + u"X and "_s + QChar(0xde00));
    return texts;
}

QStringList naughtyTexts()
{
    QFile file(QDir(sharedData()).filePath(u"i18n/blns-npm-1.0.0.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList texts;
    for (const QJsonValue &text : QJsonDocument::fromJson(file.readAll()).array())
        texts.append(text.toString());
    return texts;
}

// Whole declarations and each of their paragraphs.
QStringList declarations()
{
    QStringList texts;
    const QDir folder(QDir(sharedData()).filePath(u"i18n/udhr"_s));
    for (const QString &name : folder.entryList({u"*.txt"_s})) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QString text = QString::fromUtf8(file.readAll());
        texts.append(text);
        texts.append(text.split(u'\n', Qt::SkipEmptyParts));
    }
    return texts;
}

QStringList textsOf(const QString &source)
{
    if (source == u"own")
        return ownTexts();
    return source == u"declarations" ? declarations() : naughtyTexts();
}

QString expected(QString text)
{
    text.remove(QChar::Null);
    if (text.trimmed().isEmpty())
        return {};
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair
            = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (pair)
            ++i;
        else if (text.at(i).isSurrogate() || text.at(i).unicode() >= 0xfffe)
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

// A workbook with one row for each text, in their order.
class NaughtyWorkbook
{
public:
    explicit NaughtyWorkbook(const QStringList &texts)
        : m_texts(texts)
    {
        SheetModel model(document(), catalogue(), *catalogue().sheet(tableName));
        QList<QStringList> cells;
        for (const QString &text : texts)
            cells.append({text});
        m_filled = model.rowCount() == 0 && model.paste({}, {model.columnOf(fieldName)}, cells);
    }

    bool isFilled() const { return m_filled; }
    Document &document() { return m_workbook.document(); }
    const Catalogue &catalogue() const { return m_workbook.catalogue(); }
    void reopen() { m_workbook.reopen(); }

    QStringList texts() const { return m_texts; }
    // The first row that is not what it should be; empty where all are.
    QString difference(const QStringList &found) const
    {
        for (qsizetype i = 0; i < std::max(found.size(), m_texts.size()); ++i)
            if (found.value(i) != expected(m_texts.value(i)))
                return u"%1: “%2” became “%3”"_s.arg(i).arg(m_texts.value(i), found.value(i));
        return {};
    }
    QStringList inFile()
    {
        QStringList found;
        for (const QVariantMap &row : document().rows(tableName))
            found.append(row.value(fieldName).toString());
        return found;
    }

private:
    QStringList m_texts;
    TestWorkbook m_workbook;
    bool m_filled = false;
};

} // namespace

// clang-format off
#define FETCH_TEXTS(texts) \
    QFETCH(const QString, source); \
    if (source != u"own" && sharedData().isEmpty()) \
        QSKIP("SMARKETING_SHARED_DATA is not set"); \
    const QStringList texts = textsOf(source); \
    QVERIFY2(texts.size() > 10, "the texts cannot be read")
// clang-format on

void TestNaughty::addSources()
{
    QTest::addColumn<QString>("source");
    for (const char *source : {"own", "naughty strings", "declarations"})
        QTest::newRow(source) << QString::fromLatin1(source);
}

void TestNaughty::keptInTheFile()
{
    FETCH_TEXTS(texts);
    NaughtyWorkbook workbook(texts);
    QVERIFY(workbook.isFilled());
    QCOMPARE(workbook.difference(workbook.inFile()), QString());
    workbook.reopen();
    QCOMPARE(workbook.difference(workbook.inFile()), QString());
    QCOMPARE(workbook.document().database().pragma(u"integrity_check"_s).toString(), u"ok"_s);
}

void TestNaughty::keptThroughUndoAndRedo()
{
    FETCH_TEXTS(texts);
    NaughtyWorkbook workbook(texts);
    QVERIFY(workbook.document().undo().ok());
    QVERIFY(workbook.inFile().isEmpty());
    workbook.reopen();
    QVERIFY(workbook.document().redo().ok());
    QCOMPARE(workbook.difference(workbook.inFile()), QString());
    // The other way: what was there before comes back from the journal.
    QVERIFY(workbook.document()
                .edit(u"Delete"_s,
                      [](const Database &database) { database.execute(u"DELETE FROM feedback_item"_s); })
                .ok());
    QVERIFY(workbook.inFile().isEmpty());
    QVERIFY(workbook.document().undo().ok());
    QCOMPARE(workbook.difference(workbook.inFile()), QString());
}

void TestNaughty::keptInJson()
{
    FETCH_TEXTS(texts);
    NaughtyWorkbook workbook(texts);
    const QByteArray json = QJsonDocument(workbookToJson(workbook.document(), workbook.catalogue())).toJson();
    QJsonParseError error;
    const QJsonObject read = QJsonDocument::fromJson(json, &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QStringList found;
    for (const QJsonValue &row : read[u"worksheets"].toObject()[tableName].toArray())
        found.append(row.toObject()[fieldName].toString());
    QCOMPARE(workbook.difference(found), QString());
}

void TestNaughty::keptInCsv()
{
    FETCH_TEXTS(texts);
    NaughtyWorkbook workbook(texts);
    QHash<QString, QString> byRow;
    QByteArray csv = workbookToCsv(workbook.document(), workbook.catalogue());
    QBuffer buffer(&csv);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    CsvReader reader(buffer, guessEncoding(buffer).encoding, u',');
    while (reader.next())
        if (reader.cells().at(0) == tableName && reader.cells().at(2) == fieldName)
            byRow.insert(reader.cells().at(1).toString(), reader.cells().at(3).toString());
    QVERIFY(reader.problems().isEmpty());
    QStringList found;
    for (const QVariantMap &row : workbook.document().rows(tableName))
        found.append(byRow.value(row.value(u"id"_s).toString()));
    QCOMPARE(workbook.difference(found), QString());
}

void TestNaughty::foundBySearch()
{
    FETCH_TEXTS(texts);
    NaughtyWorkbook workbook(texts.mid(0, 100));
    for (const QString &text : workbook.texts())
        if (const QString needle = expected(text); !needle.isEmpty())
            QVERIFY2(!search(workbook.document(), workbook.catalogue(), needle, 1).isEmpty(),
                     qPrintable(needle.left(100)));
}

// One after the other, in a field without line breaks.
void TestNaughty::keptInOneLine()
{
    TestWorkbook workbook;
    for (const QString &text : ownTexts()) {
        QString kept = expected(text);
        kept.replace(u'\r', u' ').replace(u'\n', u' ');
        {
            SheetModel model(workbook.document(), workbook.catalogue(),
                             *workbook.catalogue().sheet(u"overview_workbook"_s));
            QVERIFY(model.setValue(0, u"client"_s, text));
            QCOMPARE(model.value(0, u"client"_s).toString(), kept);
        }
        QCOMPARE(workbook.reopen().rows(u"overview_workbook"_s).value(0)[u"client"_s].toString(), kept);
    }
}

QTEST_GUILESS_MAIN(TestNaughty)
#include "tst_naughty.moc"
