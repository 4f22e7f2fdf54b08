#pragma once

#include "models/funnel/import/deal_reader.h"
#include "models/funnel/import/deal_row.h"

#include <QSet>

// Gathers the rows of a history by deal, in the order in which the deals appear. A deal has come as far as
// any of its rows tells, also where it went back later; its last row says whether it is open, won or lost,
// unless a column of the deal itself does.
class DealHistory
{
public:
    explicit DealHistory(int stageCount)
        : m_stageCount(stageCount)
    {
    }

    void add(const DealRow &row, qint64 line, const QString &file);

    void addRefused(const DealRow::RefusedStep &step, qint64 line);

    // Deals that were given and of which the newest row was refused; the first few are named.
    qint64 outdated() const { return m_outdated; }
    const QStringList &namedOutdated() const { return m_namedOutdated; }
    qint64 undated() const { return m_undated; } // rows that name a stage and no day
    qsizetype size() const { return qsizetype(m_deals.size()); }
    // Of its last row.
    qint64 line(qsizetype index) const { return m_deals[size_t(index)].places.back().line; }
    QString file(qsizetype index) const { return fileOf(m_deals[size_t(index)].places.back()); }
    // Once all rows are there. Contradictions go into the report; nothing where they leave no answer.
    std::optional<Deal> deal(qsizetype index, int stageOfLost, ImportReport &report);

private:
    struct Place
    {
        qint64 line = 0;
        int file = 0; // index
    };
    struct Gathered
    {
        Deal deal; // but for what follows from the steps
        bool tellsState = false;
        QStringList conflicts; // of its latest row
        QDate latest; // of the row that `deal` was last filled in from
        QList<DealRow::Step> steps;
        std::vector<Place> places; // of its rows
    };

    struct Refused
    {
        QDate on;
        qint64 line = 0;
    };

    void lookForRefused(const Gathered &gathered);
    QString fileOf(const Place &place) const { return m_files.at(place.file); }
    TableRemark remarkOn(const Gathered &gathered, const QString &text) const;
    void fillIn(Gathered &gathered, const DealRow &row);
    void decideState(Gathered &gathered) const;
    bool contradictsItself(const Gathered &gathered, ImportReport &report) const;
    void remarkOnReturn(const Gathered &gathered, const DealRow::Step *won, ImportReport &report) const;
    static QList<StageEntry> entered(const Gathered &gathered);

    int m_stageCount;
    qint64 m_undated = 0;
    QStringList m_files; // with rows of the history, in no order
    QSet<QString> m_leads; // of which a deal was given
    QHash<QString, size_t> m_indexOfKey;
    std::vector<Gathered> m_deals;
    QHash<QString, Refused> m_refused; // the newest row that was refused, by the key of its deal
    qint64 m_outdated = 0;
    QStringList m_namedOutdated;
};
