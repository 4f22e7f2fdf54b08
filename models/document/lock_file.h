#pragma once

#include <QString>

#include <optional>

// A file that says who works on something, beside it, so that other users and other machines on a shared
// folder see it too. While it is held the system holds a lock on it, and drops that with the process: what
// a killed one left behind on this machine counts for nothing. Of another machine that cannot be known.
class LockFile
{
public:
    struct Holder
    {
        QString person; // may be empty
        QString machine; // empty: unknown
        bool isHere = false; // on this machine, and alive
        bool isSamePerson = false;
    };

    explicit LockFile(QString path);
    ~LockFile();
    LockFile(const LockFile &) = delete;
    LockFile &operator=(const LockFile &) = delete;

    // Where a file is to be opened, that of the file itself; a link leads to where the file lies.
    static QString besideFile(const QString &file);

    // False where somebody holds it, whom holder() names, or where it cannot be made. An empty name is that
    // of the login.
    bool take(const QString &name);
    // Where a holder on another machine is gone; one on this machine keeps it.
    bool takeOver(const QString &name);
    bool isHeld() const; // by this object, and nobody took it over
    std::optional<Holder> holder() const;

private:
    bool isInPlace() const;
    bool takeOpened(const QString &name);
    void release();

    const QString m_path;
    int m_file = -1;
    bool m_isTaken = false;
};
