#include "models/exchange/starter.h"

#include "models/document/ids.h"
#include "models/funnel/funnel_store.h"
#include "models/funnel/import/crm_table.h"
#include "models/funnel/import/deal_store.h"
#include "models/funnel/import/mapping.h"
#include "models/worksheet/signatures.h"
#include "models/worksheet/value.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Starter)
};

// Where a link still holds the symbolic id of its row.
const QString unresolved = u"\x1"_s;

Error badData(const QString &where)
{
    return {Error::Code::Failed, Texts::tr("The starter cannot be read."), where};
}

QString plainText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"yes"_s : u"no"_s;
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

Result<QJsonDocument> readJson(const QString &path)
{
    QFile file(path);
    QJsonParseError error;
    if (!file.open(QIODevice::ReadOnly))
        return badData(path);
    QJsonDocument json = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError)
        return badData(path % u": "_s % error.errorString());
    return json;
}

} // namespace

Result<Starter> Starter::load(const QString &name, const Catalogue &catalogue)
{
    const QDir folder(u":/starters/"_s + name);
    if (!folder.exists())
        return Error{Error::Code::NotFound,
                     Texts::tr("There is no starter “%1”. Use blank or example.").arg(name)};
    Starter starter;
    starter.m_folder = folder.path();
    if (const QString deals = u"deals.csv"_s; folder.exists(deals))
        starter.m_deals = folder.filePath(deals);
    for (const QString &file : folder.entryList({u"*.json"_s}, QDir::Files)) {
        const Result<QJsonDocument> json = readJson(folder.filePath(file));
        if (!json)
            return json.error();
        if (json->isArray()) {
            starter.m_signatures = json->array();
            continue;
        }
        const QJsonObject tables = json->object();
        for (auto table = tables.begin(); table != tables.end(); ++table) {
            const Sheet *sheet = catalogue.sheet(table.key());
            if (!sheet)
                return badData(file % u": "_s % table.key());
            qint64 position = 0;
            const QJsonArray rows = table->toArray();
            for (const QJsonValue &row : rows)
                if (const auto read = starter.readRow(*sheet, row.toObject(), position += positionGap); !read)
                    return read.error();
        }
    }
    if (const auto links = starter.readLinks(); !links)
        return links.error();
    return starter;
}

Result<void> Starter::readRow(const Sheet &sheet, const QJsonObject &object, qint64 position)
{
    Row row{.table = sheet.table, .columns = {{u"id"_s, newId()}}};
    if (sheet.shape != SheetShape::Form)
        row.columns.insert(u"position"_s, position);
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString where = sheet.table % u'.' % it.key();
        const QString text = plainText(it.value());
        if (it.key() == u"id") {
            m_ids.insert(text, row.columns.value(u"id"_s).toLongLong());
            continue;
        }
        if (it.key().endsWith(u"_source")) {
            const Field *fact = sheet.field(it.key().chopped(u"_source"_s.size()));
            if (!fact || !fact->sourced)
                return badData(where);
            row.columns.insert(it.key(), text);
            continue;
        }
        const Field *field = sheet.field(it.key());
        if (!field)
            return badData(where);
        if (field->kind == FieldKind::Link) {
            row.columns.insert(it.key(), QVariant(unresolved + text));
            continue;
        }
        if (field->kind == FieldKind::Picture) {
            if (const auto read = readPicture(row, it.key(), m_folder % u'/' % text); !read)
                return read;
            continue;
        }
        const Result<QVariant> value = Value::fromPlain(*field, text);
        if (!value)
            return badData(where % u": "_s % value.error().message);
        row.columns.insert(Value::toColumns(*field, *value));
    }
    m_rows.append(row);
    return {};
}

Result<void> Starter::readPicture(Row &row, const QString &column, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return badData(path);
    row.pictures.insert(column, file.readAll());
    return {};
}

Result<void> Starter::readLinks()
{
    for (Row &row : m_rows) {
        for (QVariant &value : row.columns) {
            const QString text = value.toString();
            if (!text.startsWith(unresolved))
                continue;
            const auto id = m_ids.constFind(text.mid(unresolved.size()));
            if (id == m_ids.constEnd())
                return badData(row.table % u": "_s % text.mid(unresolved.size()));
            value = *id;
        }
    }
    return {};
}

QString Starter::textOf(const Sheet &sheet) const
{
    QList<QVariantMap> rows;
    for (const Row &row : m_rows)
        if (row.table == sheet.table)
            rows.append(row.columns);
    return Signatures::textOfRows(sheet, rows);
}

void Starter::fill(const Database &database) const
{
    database.execute(u"PRAGMA defer_foreign_keys = ON"_s);
    for (const Row &row : m_rows) {
        QVariantMap columns = row.columns;
        for (auto picture = row.pictures.begin(); picture != row.pictures.end(); ++picture)
            columns.insert(picture.key(), Document::addAttachment(database, *picture));
        database.insert(row.table, columns);
    }
}

Result<void> Starter::sign(Document &document, const Catalogue &catalogue) const
{
    Signatures signatures(document, catalogue);
    for (const QJsonValue &value : m_signatures) {
        const QJsonObject object = value.toObject();
        const SignedSubject subject{object[u"subject"].toString(), m_ids.value(object[u"row"].toString())};
        const auto done
            = signatures.sign(subject, teamFromKey(object[u"team"].toString()), object[u"name"].toString(),
                              QDate::fromString(object[u"on"].toString(), Qt::ISODate));
        if (!done)
            return badData(subject.key % u": "_s % done.error().message);
    }
    return {};
}

Result<void> Starter::importDeals(Document &document) const
{
    if (m_deals.isEmpty())
        return {};
    const auto source = openCrmTable(m_deals);
    if (!source)
        return source.error();
    const auto profile = profileTable(**source, usualPlaceholders());
    if (!profile)
        return profile.error();
    const QList<Stage> stages = readFunnel(document).stages;
    const auto suggestion = suggestMapping(**source, *profile, {.stages = stages, .currency = u"EUR"_s});
    if (!suggestion)
        return suggestion.error();
    const auto done = ::importDeals(
        document, **source,
        {.fileName = QFileInfo(m_deals).fileName(), .mapping = suggestion->mapping, .stages = stages});
    return done ? Result<void>() : done.error();
}

Result<std::unique_ptr<Document>> newWorkbook(const QString &path, const QString &starter,
                                              const QString &client, const Catalogue &catalogue,
                                              const Document::Options &options)
{
    const Result<Starter> content = Starter::load(starter, catalogue);
    if (!content)
        return content.error();
    return Document::create(
        path,
        [&](const Database &database) {
            content->fill(database);
            if (client.isEmpty())
                return;
            if (database.scalar(u"SELECT count(*) FROM overview_workbook"_s).toInt() == 0)
                database.insert(u"overview_workbook"_s, {{u"id"_s, newId()}});
            database.execute(u"UPDATE overview_workbook SET client = ?"_s, {client});
        },
        options,
        [&](Document &document) {
            auto done = content->sign(document, catalogue);
            if (done)
                done = content->importDeals(document);
            return done ? document.forgetHistory() : done;
        });
}
