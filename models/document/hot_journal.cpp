#include "models/document/hot_journal.h"

#include "models/document/move_over.h"
#include "models/document/passing_folder.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

QString journalOf(const QString &file)
{
    return file + u"-journal"_s;
}

} // namespace

HotJournal::HotJournal(const QString &path)
    : m_file(QFileInfo(path).canonicalFilePath())
    , m_journal(journalOf(m_file))
{
}

HotJournal::~HotJournal() = default;

bool HotJournal::isThere() const
{
    return !m_file.isEmpty() && QFileInfo(m_journal).size() > 0;
}

QString HotJournal::kept(const QString &name) const
{
    return m_kept->filePath(name);
}

bool HotJournal::keepBoth()
{
    m_kept = std::make_unique<PassingFolder>(QFileInfo(m_file).absolutePath());
    m_kept->keepAfterCrash();
    return m_kept->isValid() && QFile::copy(m_file, kept(u"file"_s))
        && QFile::copy(m_journal, kept(u"journal"_s));
}

bool HotJournal::putBackFile() const
{
    QFile::remove(m_journal);
    return moveOver(kept(u"file"_s), m_file);
}

bool HotJournal::putBackJournal() const
{
    return moveOver(kept(u"journal"_s), m_journal);
}

void HotJournal::removeAt(const QString &path)
{
    QFile::remove(journalOf(path));
}
