#pragma once

#include "models/funnel/fraction.h"
#include "models/funnel/money_totals.h"
#include "models/funnel/period.h"
#include "models/funnel/rate.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <map>
#include <optional>

// One row of a CRM: a lead, an opportunity or a deal.
struct Deal
{
    enum class State { Open, Won, Lost };

    QString key; // the CRM's own id
    QString name;
    int stage = -1; // index of the furthest stage it is known to have reached; -1: not known
    State state = State::Open;
    QString crmStage; // as the CRM calls it
    QDate created, closed;
    std::optional<Money> value;
    QString owner, source, segment, account;

    bool operator==(const Deal &) const = default;
};

// A number of rows and what they are worth.
struct DealTotals
{
    qint64 count = 0;
    qint64 withoutValue = 0; // of them
    MoneyTotals value;
};

// What a row's date is taken from when it is counted in a period.
enum class CountedBy {
    Entry, // all of a row in the period it was created in (cohort)
    Event, // each stage in the period the row reached it in: won when closed, the others when created
};

// Rows of each stage, per period: a row counts in every stage up to the one it reached.
using StagePeriods = QMap<Period, QList<DealTotals>>;

// Everything that is worked out from the rows of a CRM.
struct DealSummary
{
    qint64 rows = 0;
    DealTotals won, lost, open;
    QMap<QString, qint64> openByCrmStage;
    QMap<Period, DealTotals> wonByClose;
    QMap<Period, DealTotals> lostByClose;
    QList<DealTotals> stages; // over all time, undated rows too
    StagePeriods byEntry;
    StagePeriods byEvent;

    // Days from created to closed of won rows with both dates; not valid where there is none.
    Fraction meanCycleDays = Fraction::invalid();
    Fraction medianCycleDays = Fraction::invalid();

    // Rows that are left out above, and why.
    qint64 withoutCreated = 0; // not in byEntry, nor in the stages before won of byEvent
    qint64 wonWithoutClosed = 0; // not in wonByClose, nor as won in byEvent
    qint64 closedBeforeCreated = 0; // contradictions; not in the cycle
    qint64 withoutStage = 0; // in no stage

    const StagePeriods &periods(CountedBy by) const { return by == CountedBy::Entry ? byEntry : byEvent; }
    Rate winRate() const; // won ÷ (won + lost)
    // Won value ÷ won rows that have a value in this currency; not valid where there is none.
    Fraction dealSize(const QString &currency) const;
};

// Adds up rows one by one, so that they need not be in memory together.
class DealSummarizer
{
public:
    // The last of `stageCount` stages is won; a row that is not won has come to the one before at most.
    DealSummarizer(int stageCount, Grain grain);

    void add(const Deal &deal);
    DealSummary summary() const;

private:
    struct Slot // of one period; made on its first row
    {
        DealTotals won, lost; // closed in it
        QList<DealTotals> reached; // created in it, by furthest stage
    };

    int slot(QDate date); // -1: no date
    void addToStage(const Deal &deal, int created);
    void addCycle(const Deal &deal);

    int m_stageCount = 0;
    Grain m_grain;
    DealSummary m_totals; // without what `summary` derives
    QList<DealTotals> m_reached; // by furthest stage
    QList<Slot> m_slots;
    QMap<Period, int> m_slotOfPeriod;
    QHash<qint64, int> m_slotOfDay; // by Julian day: periods are worked out once per day, not per row
    QHash<QString, qint64> m_openByCrmStage;
    std::map<qint64, qint64> m_cycleDays; // days and how many won rows took them
};

DealSummary summarize(const QList<Deal> &deals, int stageCount, Grain grain);
