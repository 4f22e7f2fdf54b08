#pragma once

#include "models/funnel/deals/deals.h"
#include "models/funnel/import/mapping.h"
#include "models/funnel/import/placeholders.h"
#include "models/funnel/import/text_pool.h"

#include <QHash>
#include <QString>

#include <vector>

// Turns the present row of a table into a Deal as the mapping says.
//
// A won row has reached every stage. A lost one has come as far as its stage column says; where that only
// says that it was lost, as far as ImportMapping::stageOfLost. An open one is at its stage.
class DealRow
{
public:
    enum class Outcome { Taken, Ignored, Archived, Deleted, Refused };

    // A stage that a deal entered, in a row of a history.
    struct Step
    {
        StageTarget target; // Unknown: the row names none
        QString text; // of the CRM
        int stage = -1; // index, where the target is a stage
        int before = -1; // index of the stage it left for that, where the row tells
        QDate on;
    };

    // Of a row that was refused: of which deal it tells, and of which day; neither where it cannot be told.
    struct RefusedStep
    {
        QString key;
        QDate on;
    };

    // All must outlive this.
    DealRow(const TableSource &source, const ImportMapping &mapping, const QList<Stage> &stages);

    Outcome read();
    Outcome readStage(); // only state and stage of deal()
    // Of a history: step(), and in deal() what else the row tells of the deal.
    Outcome readStep();

    RefusedStep refusedStep();

    const Deal &deal() const { return m_deal; } // where taken
    const Step &step() const { return m_step; }
    bool tellsState() const; // beside the step
    int stageOfLost() const { return m_stageOfLost; } // index, -1 where not known
    const QString &reason() const { return m_reason; } // where refused
    const QStringList &contradictions() const { return m_contradictions; } // where taken all the same
    // Of the value, which had more decimals than its currency has; empty otherwise.
    const QString &rounding() const { return m_rounding; }
    bool assumesCurrency() const { return m_assumesCurrency; } // that of the value, as its cell is blank
    bool namesCurrency() const { return m_namesCurrency; } // beside the amount
    bool hasCreated() const { return !cellOf(m_created).isEmpty(); }
    // Where a column of another file with the same name says otherwise; one text each.
    QStringList conflicts() const;
    bool isSnapshot() const { return !m_snapshotOn.empty(); }
    QDate snapshotOn() const { return m_snapshot; } // where taken
    bool tellsOnlyValue() const; // beside its stage
    bool mayBeSum() const; // of the rows at its stage: that, or neither an id nor a day
    // A column of amounts that was left out and has one, as the row has no value; -1: none.
    qsizetype otherAmount() const;
    bool hasOwnKey() const { return !cellOf(m_key).isEmpty() || isLeadAlone(); }
    // Of joined files: it has no deal, and is known by the id of the lead.
    bool isLeadAlone() const;
    static bool isKeyOfContent(const QString &key); // of a row without an id

private:
    struct DateCell
    {
        qsizetype column = 0;
        DateOrder order = DateOrder::DayMonthYear;
    };
    // Columns with the days on which a stage was entered, of deals.
    struct StageDate
    {
        std::vector<DateCell> date; // one
        StageTarget target;
        QString stage; // of the CRM
    };
    // A column of texts that come again and again, some of which count as another.
    struct TextCell
    {
        std::vector<qsizetype> columns;
        QMap<QString, QString> spellings;
        TextPool texts;
        QList<QString> written; // along texts
    };
    // What the name of a column of values says of its amounts.
    struct Unit
    {
        QString currency; // or else of the workbook
        bool isCurrencyNamed = false; // the former
        int zeros = 0; // that the values lack
        QHash<QString, QString> currencies; // by what stands in the cell
    };
    // Columns of one name in different files.
    struct Rivals
    {
        qsizetype first = 0, second = 0;
        ColumnRole role = ColumnRole::Value;
    };
    // A column of texts that mean a stage, with what each of its texts means.
    struct StageCell
    {
        std::vector<qsizetype> columns;
        bool isOfLeads = false; // "Lead Status"
        TextPool texts;
        std::vector<StageTarget> targets; // along texts
    };

    std::vector<qsizetype> columnsOf(ColumnRole role) const;
    std::vector<DateCell> datesOf(ColumnRole role) const;
    QStringView cellOf(const std::vector<qsizetype> &columns) const;
    QStringView cellOf(const std::vector<DateCell> &columns) const;
    QStringView trimmed(qsizetype column) const;
    bool isCodeNA(qsizetype column, QStringView cell) const;

    const StageTarget &targetOf(StageCell &cell, QString &text);
    TextCell textsOf(ColumnRole role) const;
    const QString &textOf(TextCell &cell) const;
    void orderCloseDates();
    void findRivals();
    void findTelling();
    bool isJoinedByDeals() const;
    bool sayTheSame(const Rivals &rivals, QStringView first, QStringView second) const;
    bool isUnqualified(const StageTarget &stage, const StageTarget &status) const;
    void readKeyOfLeadList();
    bool tellsDealsApart(const QString &column) const; // where there is no id
    void findFlags();
    std::optional<bool> flagOf(const std::vector<qsizetype> &columns);
    bool heedFlags(const StageTarget &stage, StageTarget &status);
    QString reasonToRefuse(const StageTarget &stage, const StageTarget &status) const;
    Outcome takeState(const StageTarget &stage, const StageTarget &status);
    static QString stageWithoutMeaning(const QString &text);
    void compareWithLead();
    void lookForContradiction();
    bool readFields();
    bool readCreated();
    bool readStageDates();
    QDate dayOf(const StageDate &column) const; // invalid where there is none that can be read
    // Of a column of stages with yes and no in place of days; none where the cell is neither.
    std::optional<bool> flagOf(const StageDate &column) const;
    const StageDate *lastFlagged() const; // the furthest that says yes
    const StageDate *lastEntered() const; // neither won nor lost; nullptr where none was entered
    void nameStageByDates();
    bool findStageByDates(StageTarget &stage);
    bool hasEntered(StageTarget::Kind kind) const;
    void compareWithEnd(StageTarget::Kind end, const StageDate &last);
    bool isClosed();
    bool isArchived() const;
    bool isDeleted();
    bool hasNoChance() const;
    bool readDate(const std::vector<DateCell> &columns, QDate &date);
    bool readValue();
    void readChance();
    void findUnits();
    size_t placeOfValue() const; // in m_value, of the column whose amount counts
    bool areOfTwoCurrencies(size_t place, size_t other) const; // columns in m_value
    bool isAmount(qsizetype column) const; // of more or less than 0
    static QString currencyOf(Unit &column, QStringView unit, QStringView own);
    void compareCurrencies(size_t place, QStringView unit);
    void lookForOtherCurrency(size_t place);
    bool hasNoDeal() const;
    QStringView labelOfTotal() const; // empty where the row is none
    QStringView labelOfSubtotal() const;
    int stageOfLead(); // index, -1 where it tells none
    int firstStageAfterLead(); // index, in which a further deal of the lead counts
    Outcome readLead();
    int indexOfStage(qint64 id) const;
    void findLeads();
    void orderOwners();
    void findIds();
    void findIdOfPersons();
    void findLeadOfDeals();
    QString leadOfDeal() const; // its key; empty where the row tells none
    QString keyOf() const;
    QString toldApart(const QString &key);
    quint64 contentOf(const std::vector<qsizetype> &columns) const;
    QString keyOfContent() const;
    void readKeys();
    Outcome refuse(const QString &reason);

    const TableSource &m_source;
    const ImportMapping &m_mapping;
    const QList<Stage> &m_stages;
    Placeholders m_placeholders;

    std::vector<qsizetype> m_key, m_name, m_value, m_currency;
    std::vector<qsizetype> m_idsOfFurther; // beside the key, of deals whose lead has one already
    std::vector<qsizetype> m_leadId; // by which files are joined, where that is not the key
    std::vector<qsizetype> m_leadOfDeal; // of deals alone: the id of the lead, or contact, they came of
    bool m_namesSeveralLeads = false; // in a cell of that
    std::vector<qsizetype> m_joinedDeal; // likewise, but an id of deals
    std::optional<qsizetype> m_fileOfLeads; // of joined ones, where it can be told
    bool m_isKeyOfLeads = false; // the key stands in the file of leads too, and so in several rows
    std::vector<qsizetype> m_used; // columns by which a row without an id is known
    bool m_isKeyOfLeadList = false; // which stands alone
    bool m_isKeyOfOthers = false; // of which there may be several deals
    QHash<size_t, QList<quint64>> m_contents; // of rows that were read, by the hash of such a key
    std::vector<DateCell> m_created, m_closed, m_wonOn, m_lostOn, m_enteredOn, m_snapshotOn;
    std::vector<DateCell> m_closedOfWon, m_closedOfLost; // m_closed, the dates that say so first
    StageCell m_stage, m_leadStage, m_status, m_entered, m_before;
    QHash<QString, int> m_afterLead; // by what the lead's stage is called
    std::vector<qsizetype> m_isWon, m_isLost, m_isClosed, m_isActive, m_isDeleted, m_deletedOn, m_chance;
    bool m_hasFlags = false; // any of the first three
    struct
    {
        TextPool texts;
        std::vector<std::optional<bool>> meanings; // along texts
    } m_flags; // what stands in these
    std::vector<StageDate> m_stageDates;
    bool m_isStageFlag = false; // "Won", with yes and no
    std::vector<Rivals> m_rivals;
    std::vector<qsizetype> m_telling; // of which deal a row is; none where no column is for that
    std::vector<qsizetype> m_lostBecause; // no deal that was won has a reason for that
    QString m_statusText; // of the CRM, beside the stage
    bool m_stateIsOfStatus = false; // not of the stage
    bool m_isStageAssumed = false; // of a lost deal, as its row does not tell
    TextCell m_owner, m_sourceOf, m_segment, m_product, m_account;
    std::vector<Unit> m_units; // along m_value
    std::vector<qsizetype> m_otherAmounts; // columns that are called like the value, and left out
    int m_stageOfLost = -1;
    const QDate m_today = QDate::currentDate();

    Deal m_deal;
    Step m_step;
    QString m_reason;
    QDate m_snapshot;
    QString m_rounding;
    bool m_assumesCurrency = false;
    bool m_namesCurrency = false;
    QStringList m_contradictions;
};
