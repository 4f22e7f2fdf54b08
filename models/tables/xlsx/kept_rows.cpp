#include "models/tables/xlsx/kept_rows.h"

#include <QCoreApplication>

namespace {
constexpr qsizetype blockSize = 1 << 18; // bytes
}

void KeptRows::startOver()
{
    m_block.resize(0);
    m_failed = !(m_file.isOpen() || m_file.open()) || !m_file.seek(0);
    if (!m_isComplete && !m_failed)
        m_failed = !m_file.resize(0);
}

void KeptRows::add(const SheetReader &present)
{
    if (m_failed)
        return;
    std::vector<QStringView> texts = present.cells();
    for (const auto &[cell, error] : present.errors()) {
        texts.emplace_back(cell);
        texts.emplace_back(error);
    }
    Head head{present.row(), 0, static_cast<qint64>(present.cells().size()), present.errors().size()};
    m_sizes.clear();
    for (const QStringView text : texts) {
        m_sizes.push_back(static_cast<quint32>(text.size()));
        head.letters += text.size();
    }
    append(&head, sizeof head);
    append(m_sizes.data(), m_sizes.size() * sizeof m_sizes[0]);
    for (const QStringView text : texts)
        append(text.data(), static_cast<size_t>(text.size()) * sizeof(QChar));
    if (m_block.size() >= blockSize)
        flush();
}

void KeptRows::append(const void *data, size_t bytes)
{
    m_block.append(static_cast<const char *>(data), static_cast<qsizetype>(bytes));
}

void KeptRows::flush()
{
    m_failed = m_failed || m_file.write(m_block) != m_block.size() || !m_file.flush();
    m_block.resize(0);
}

void KeptRows::complete()
{
    flush();
    m_isComplete = !m_failed;
}

bool KeptRows::next()
{
    const auto read = [this](void *to, size_t bytes) {
        const auto wanted = static_cast<qint64>(bytes);
        m_failed = m_failed || m_file.read(static_cast<char *>(to), wanted) != wanted;
    };
    if (m_failed || m_file.atEnd())
        return false;
    read(&m_head, sizeof m_head);
    if (m_failed)
        return false;
    m_sizes.resize(static_cast<size_t>(m_head.cells + 2 * m_head.errors));
    read(m_sizes.data(), m_sizes.size() * sizeof m_sizes[0]);
    m_letters.resize(m_head.letters);
    read(m_letters.data(), static_cast<size_t>(m_head.letters) * sizeof(QChar));
    if (m_failed)
        return false;
    m_cells.clear();
    m_errors.clear();
    qsizetype at = 0;
    for (const quint32 size : m_sizes) {
        m_cells.push_back(QStringView(m_letters).sliced(at, size));
        at += size;
    }
    for (auto i = static_cast<size_t>(m_head.cells); i < m_cells.size(); i += 2)
        m_errors.append({m_cells[i].toString(), m_cells[i + 1].toString()});
    m_cells.resize(static_cast<size_t>(m_head.cells));
    return true;
}

Result<void> KeptRows::status() const
{
    if (m_isComplete && m_failed)
        return Error{Error::Code::Failed,
                     QCoreApplication::translate("XlsxSource",
                                                 "The temporary copy of the worksheet can no longer be read. "
                                                 "Import the file again."),
                     m_file.errorString()};
    return {};
}

double KeptRows::progress() const
{
    return double(m_file.pos()) / double(std::max<qint64>(m_file.size(), 1));
}
