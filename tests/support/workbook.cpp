#include "tests/support/workbook.h"

#include "models/exchange/starter.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

TestWorkbook::TestWorkbook(const QString &starter)
{
    auto made = newWorkbook(path(), starter, {}, m_catalogue, options());
    if (!made)
        qFatal("%s %s", qPrintable(made.error().message), qPrintable(made.error().detail));
    m_document = std::move(*made);
    m_document->setAuthor(u"Ana Ruiz"_s);
}

TestWorkbook::TestWorkbook()
    : TestWorkbook(u"blank"_s)
{
}

Document &TestWorkbook::reopen()
{
    m_document.reset();
    auto opened = Document::open(path(), options());
    if (!opened)
        qFatal("%s %s", qPrintable(opened.error().message), qPrintable(opened.error().detail));
    m_document = std::move(*opened);
    return *m_document;
}

QString contentOf(const Document &document)
{
    QString result;
    for (const QString &table : document.schema().journalledTables()) {
        QStringList quoted;
        for (const QString &column : document.schema().columns(table))
            quoted.append(u"quote(\"%1\")"_s.arg(column));
        result += table + u'\n'
            + document.database()
                  .scalar(u"SELECT group_concat(%1, char(10)) FROM (SELECT * FROM \"%2\" ORDER BY id)"_s.arg(
                      quoted.join(u" || '|' || "_s), table))
                  .toString()
            + u'\n';
    }
    return result;
}

QString sharedData()
{
    return qEnvironmentVariable("SMARKETING_SHARED_DATA");
}
