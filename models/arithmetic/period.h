#pragma once

#include <QDate>
#include <QLocale>
#include <QString>

#include <compare>
#include <optional>

enum class Grain { Week, Month, Quarter, Year };

constexpr int monthsOfQuarter = 3;
constexpr int monthsOfYear = 12;

QString grainKey(Grain grain); // "week", "month", "quarter", "year"
std::optional<Grain> grainFromKey(const QString &key);
QString grainLabel(Grain grain);

// A week (from Monday, ISO 8601), month, quarter or year of the calendar.
struct Period
{
    Grain grain = Grain::Quarter;
    QDate start; // its first day; not valid: no period

    static Period containing(QDate date, Grain grain);
    static Period fromKey(const QString &key); // not valid where it is no key

    bool isValid() const { return start.isValid(); }
    bool contains(QDate date) const { return isValid() && date >= start && date <= end(); }
    QDate end() const; // its last day
    bool isRunning(QDate today) const { return contains(today) && end() > today; } // not all is known yet
    Period plus(int periods) const;
    Period next() const { return plus(1); }
    Period previous() const { return plus(-1); }

    QString key() const; // "2026", "2026-Q3", "2026-09", "2026-W37"
    QString label(const QLocale &locale) const; // "Q3 2026", "September 2026"
    QString labelOn(QDate today, const QLocale &locale) const; // "Q3 2026 (running)" while it is
    QString shortLabel(const QLocale &locale) const; // for the axis of a chart: "Sep 26"

    bool operator==(const Period &) const = default;
    friend std::strong_ordering operator<=>(const Period &a, const Period &b);
};

// The newest that is over, as a running one has only a part of its figures; the running one where none is
// over, the newest of all where none has begun, not valid where there are none.
Period newestFull(const QList<Period> &periods, QDate today);

// All periods from `first` to `last`, both included; empty where they are of different grain.
QList<Period> periodsBetween(const Period &first, const Period &last);
