#include "models/document/row_statement.h"

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

RowStatement::RowStatement(const Database &database, const QString &sql)
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
    m_texts.resize(static_cast<size_t>(sqlite3_bind_parameter_count(m_statement)));
}

RowStatement::~RowStatement()
{
    sqlite3_finalize(m_statement);
}

void RowStatement::bind(int parameter, qint64 number)
{
    if (m_statement)
        sqlite3_bind_int64(m_statement, parameter + 1, number);
    else
        m_values.insert(parameter, number);
}

void RowStatement::bind(int parameter, const QString &text)
{
    if (!m_statement) {
        m_values.insert(parameter, text);
        return;
    }
    QByteArray &bound = m_texts[static_cast<size_t>(parameter)] = text.toUtf8();
    sqlite3_bind_text(m_statement, parameter + 1, bound.constData(), static_cast<int>(bound.size()),
                      SQLITE_STATIC);
}

void RowStatement::end()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

bool RowStatement::execute()
{
    if (!m_statement) {
        try {
            executeSlowly();
        } catch (const DatabaseError &error) {
            if (error.error().code == Error::Code::Refused)
                return false;
            throw;
        }
        return true;
    }
    const int result = sqlite3_step(m_statement);
    end();
    if (result == SQLITE_CONSTRAINT_PRIMARYKEY)
        return false;
    if (result != SQLITE_DONE)
        Database::fail(result, sqlite3_errmsg(m_connection));
    return true;
}

bool RowStatement::next()
{
    if (!m_statement) {
        if (!m_isReading)
            executeSlowly();
        return m_isReading = m_slow->next();
    }
    const int result = sqlite3_step(m_statement);
    if (result == SQLITE_ROW)
        return true;
    end();
    if (result != SQLITE_DONE)
        Database::fail(result, sqlite3_errmsg(m_connection));
    return false;
}

bool RowStatement::isEmpty(int column) const
{
    return m_statement ? sqlite3_column_type(m_statement, column) == SQLITE_NULL
                       : m_slow->value(column).isNull();
}

qint64 RowStatement::number(int column) const
{
    return m_statement ? sqlite3_column_int64(m_statement, column) : m_slow->value(column).toLongLong();
}

QString RowStatement::text(int column) const
{
    if (!m_statement)
        return m_slow->value(column).toString();
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
}

QByteArray RowStatement::utf8(int column) const
{
    if (!m_statement)
        return text(column).toUtf8();
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QByteArray::fromRawData(text, sqlite3_column_bytes(m_statement, column));
}

void RowStatement::executeSlowly()
{
    QVariantList values(m_parameters);
    for (const auto &[parameter, value] : std::as_const(m_values).asKeyValueRange())
        values[parameter] = value;
    m_values.clear();
    m_slow->execute(values);
}
