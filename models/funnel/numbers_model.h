#pragma once

#include "models/funnel/funnel_store.h"

#include <QAbstractTableModel>
#include <QLocale>

// The funnel's numbers as a grid: one row per stage, one column per period, counts or values. Typed figures
// go into the file; those of the imported deals shine through where nothing is typed. Typing over one
// overrides it, clearing the cell brings it back. Of everything together, or of one segment: what is typed
// for segments is never added to the whole, so that nothing counts twice.
class NumbersModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SourceRole = Qt::UserRole, // FigureSource as int
    };

    explicit NumbersModel(Document &document, QObject *parent = nullptr); // `document` must outlive it

    Grain grain() const { return m_grain; }
    Measure measure() const { return m_measure; }
    void setGrain(Grain grain);
    void setMeasure(Measure measure);
    const QString &segment() const { return m_segment; } // empty: everything together
    void setSegment(const QString &segment); // the figures of the deals must be set anew
    void setLocale(const QLocale &locale);
    // Figures worked out from imported deals, along the stages.
    void setComputed(const StagePeriods &computed);

    const Stage &stageAt(int row) const { return m_stages.at(row); }
    const Period &periodAt(int column) const { return m_periods.at(column); }
    void addEarlierPeriod();
    void addLaterPeriod();
    bool isEmpty() const; // nothing typed and nothing computed

    // Both are one undo step, taken as a whole or refused as a whole.
    // With its headings, stages or periods or both, a block goes where these say.
    bool paste(const QModelIndex &at, const QList<QStringList> &cells);
    bool clear(const QModelIndexList &cells);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    // Why an entry was not taken; -1: it concerns no single cell.
    void refused(const QString &message, int row, int column);

private:
    struct Change
    {
        qint64 stage = 0;
        Period period;
        QVariant value; // typed, see Value; invalid: clear
    };

    void onChanged(const QSet<QString> &tables);
    void reload();
    void keepPeriods();
    QList<Period> periodsToShow() const;
    StageFigure figure(const QModelIndex &index) const;
    StageFigure computed(const QModelIndex &index) const;
    QString text(const StageFigure &figure) const;
    bool isTyped(const QModelIndex &index) const; // itself, not rolled up
    QString tip(const QModelIndex &index) const;
    Field field() const;
    Result<QVariant> read(const QString &text) const;
    QString placeOf(int row, int column) const;
    bool write(const QString &label, const QList<Change> &changes);
    QList<QVariantMap> rowsOf(const Database &database, const Change &change) const;
    void store(const Database &database, const Change &change) const;

    Document &m_document;
    QLocale m_locale;
    Grain m_grain = Grain::Quarter;
    Measure m_measure = Measure::Amount;
    QString m_segment;
    // Shown although nothing may be known of it: what the user added or wrote in does not vanish again.
    Period m_keptFirst, m_keptLast;
    QList<Stage> m_stages;
    QList<Period> m_periods;
    StagePeriods m_fromDeals;
    QList<TypedFigure> m_typed;
    QMap<Period, FunnelFigures> m_figures; // typed over computed
    QMap<Period, FunnelFigures> m_computed;
};
