#pragma once

#include <QString>

#include <memory>

class PassingFolder;

// The rollback journal that a killed process left beside a file. SQLite takes it back with the first
// connection that may write, and asks of what file it is no more than its name: where another file was put
// in the place of the one that crashed, that destroys it. So both are kept until what comes out is known.
class HotJournal
{
public:
    explicit HotJournal(const QString &path); // of the file; a link leads to where the journal lies
    ~HotJournal();
    HotJournal(const HotJournal &) = delete;
    HotJournal &operator=(const HotJournal &) = delete;

    bool isThere() const;
    // Copies both beside the file. False where there is no room for that, or no permission.
    bool keepBoth();
    // After keepBoth(), with no connection open: the file as it was, once without the journal and then with
    // it. False where that could not be written.
    bool putBackFile() const;
    bool putBackJournal() const;

    static void removeAt(const QString &path); // that of a file which is no more

private:
    QString kept(const QString &name) const;

    QString m_file, m_journal;
    std::unique_ptr<PassingFolder> m_kept;
};
