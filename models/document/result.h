#pragma once

#include <QString>

#include <utility>
#include <variant>

// What went wrong. `message` is translated, names what happened and what the user can do;
// `detail` is for the log and may hold the engine's own words.
struct Error
{
    enum class Code {
        Failed, // anything not named below
        NotFound, // no such file or row
        NotOurs, // a file of another kind
        Newer, // made by a newer version of the program
        Damaged, // ours, but not readable
        ReadOnly, // may not be written
        DiskFull,
        Conflict, // changed elsewhere since
        Refused, // input that cannot be accepted as it is
        Cancelled, // the user stopped it; nothing was changed
    };

    Code code = Code::Failed;
    QString message;
    QString detail = {};
};

// Either a value or an Error. Must be looked at.
template <class T> class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    // Only when ok().
    T &value() & { return std::get<0>(m_state); }
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    // Only when not ok().
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <> class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
        , m_ok(false)
    {
    }

    bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_ok = true;
};
