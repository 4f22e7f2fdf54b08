#pragma once

#include "models/funnel/plan_store.h"

#include <QAbstractTableModel>
#include <QLocale>

// The plan from its goal back to the visitors, one row a step, as the plan page shows it. Every step can be
// changed: a rate changes the plan, a number at a stage changes the goal to what that number reaches.
class PlanModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Step, RateInto, Number, PerUnit, Remark, ColumnCount };
    enum Role {
        WarningRole = Qt::UserRole
    }; // whether the remark is one, rather than what is still to be said
    enum class Numbers { RoundedUp, Exact };

    explicit PlanModel(Document &document, QObject *parent = nullptr); // `document` must outlive it

    const PlanInputs &inputs() const { return m_inputs; }
    const Targets &targets() const { return m_targets; }
    PlanUnit unit() const { return m_unit; }
    void setUnit(PlanUnit unit);
    void setNumbers(Numbers numbers);
    void reload();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Team ownerOf(int row) const; // of a stage's row

Q_SIGNALS:
    void refused(const QString &message); // why an entry was not taken

private:
    struct Line
    {
        enum class Kind { Goal, MarketingShare, DealSize, Stage, Spend, Hours, Ceiling };
        Kind kind = Kind::Stage;
        int stage = -1;
    };

    void makeLines();
    QString stepText(const Line &line) const;
    QString ownedText(int row) const; // with the team whose step it is
    QString rateText(const Line &line) const;
    QString numberText(const Line &line) const;
    QString perUnitText(const Line &line) const;
    QString remarkText(const Line &line) const;
    QString checkText(const Line &line) const;
    QString rangeText(const Line &line) const; // where the likely figure does not fit its range
    QString reasonText(const Line &line) const; // why there is no figure
    PlanProblem problemOf(const Line &line) const;
    bool isWarned(const Line &line) const;
    QString countText(const PlannedCount &count) const;
    QString exactText(const Line &line) const;
    PlannedCount countOf(const Line &line) const;
    bool isEditable(const QModelIndex &index) const;
    Result<void> write(const Line &line, int column, const QString &text);
    Result<void> writeCount(int stage, const QString &text, bool perUnit);
    void explain(int stage, qint64 typed, qint64 deals);
    Result<QVariant> read(FieldKind kind, const QString &text) const;

    Document &m_document;
    QLocale m_locale;
    PlanUnit m_unit = PlanUnit::Month;
    Numbers m_numbers = Numbers::RoundedUp;
    PlanInputs m_inputs;
    Targets m_targets;
    QList<Line> m_lines;
    QHash<int, QString> m_enough; // by stage: why less than was typed is enough; until the next change
};
