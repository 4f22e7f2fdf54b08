#include "models/document/row_writer.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace {

// Null where Qt's driver uses another library than this one.
sqlite3 *connectionOf(const Database &database)
{
    const QVariant handle = database.driverHandle();
    const QString theirs = database.scalar(u"SELECT sqlite_source_id()"_s).toString();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0 || theirs != QString::fromUtf8(sqlite3_sourceid()))
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

} // namespace

RowWriter::RowWriter(const Database &database, const QString &sql)
    : m_connection(connectionOf(database))
{
    if (!m_connection) {
        m_slow = database.prepare(sql);
        m_parameters = sql.count(u'?');
        return;
    }
    const QByteArray text = sql.toUtf8();
    if (sqlite3_prepare_v2(m_connection, text.constData(), -1, &m_statement, nullptr) != SQLITE_OK)
        Database::fail(sqlite3_extended_errcode(m_connection), sqlite3_errmsg(m_connection));
}

RowWriter::~RowWriter()
{
    sqlite3_finalize(m_statement);
}

void RowWriter::bind(int parameter, qint64 number)
{
    if (m_statement)
        sqlite3_bind_int64(m_statement, parameter + 1, number);
    else
        m_values.insert(parameter, number);
}

void RowWriter::bind(int parameter, const QString &text)
{
    if (m_statement)
        sqlite3_bind_text16(m_statement, parameter + 1, text.constData(),
                            static_cast<int>(text.size() * qsizetype(sizeof(QChar))), SQLITE_STATIC);
    else
        m_values.insert(parameter, text);
}

bool RowWriter::execute()
{
    if (!m_statement)
        return executeSlowly();
    const int result = sqlite3_step(m_statement);
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    if (result == SQLITE_CONSTRAINT_PRIMARYKEY)
        return false;
    if (result != SQLITE_DONE)
        Database::fail(result, sqlite3_errmsg(m_connection));
    return true;
}

bool RowWriter::executeSlowly()
{
    QVariantList values(m_parameters);
    for (const auto &[parameter, value] : std::as_const(m_values).asKeyValueRange())
        values[parameter] = value;
    m_values.clear();
    try {
        m_slow->execute(values);
    } catch (const DatabaseError &error) {
        if (error.error().code == Error::Code::Refused)
            return false;
        throw;
    }
    return true;
}
