#include "models/funnel/numbers_model.h"

#include "models/document/row_edits.h"
#include "models/funnel/numbers_block.h"
#include "models/worksheet/paste_refusals.h"
#include "models/worksheet/row_values.h"
#include "models/worksheet/value.h"
#include "models/worksheet/workbook_currency.h"

#include <QFont>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int emptyPeriods = 4; // shown where nothing is known yet
constexpr int mostPeriods = 400; // a mistyped year must not make thousands of columns

// The rows of one figure; a date within the period counts like its first day.
constexpr auto sameFigure = u"stage = ? AND grain = ? AND period_start BETWEEN ? AND ?";

QMap<Period, FunnelFigures> byPeriod(const QList<FunnelFigures> &funnels)
{
    QMap<Period, FunnelFigures> map;
    for (const FunnelFigures &funnel : funnels)
        map.insert(funnel.period, funnel);
    return map;
}

} // namespace

NumbersModel::NumbersModel(Document &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_grain(std::min(usualGrain(readFunnel(document).typed), Grain::Quarter))
{
    reload();
    connect(&document, &Document::changed, this, &NumbersModel::onChanged);
}

void NumbersModel::setGrain(Grain grain)
{
    if (grain == m_grain)
        return;
    m_grain = grain;
    m_keptFirst = m_keptLast = {};
    reload();
}

void NumbersModel::setMeasure(Measure measure)
{
    m_measure = measure;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void NumbersModel::setSegment(const QString &segment)
{
    if (segment == m_segment)
        return;
    m_segment = segment;
    m_keptFirst = m_keptLast = {};
    m_fromDeals = {};
    reload();
}

void NumbersModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    setMeasure(m_measure);
}

void NumbersModel::setComputed(const StagePeriods &computed)
{
    m_fromDeals = computed;
    reload();
}

void NumbersModel::addEarlierPeriod()
{
    beginInsertColumns({}, 0, 0);
    m_periods.prepend(m_periods.first().previous());
    endInsertColumns();
    keepPeriods();
}

void NumbersModel::addLaterPeriod()
{
    beginInsertColumns({}, columnCount(), columnCount());
    m_periods.append(m_periods.last().next());
    endInsertColumns();
    keepPeriods();
}

bool NumbersModel::isEmpty() const
{
    return m_figures.isEmpty();
}

void NumbersModel::onChanged(const QSet<QString> &tables)
{
    if (tables.contains(u"funnel_number"_s) || tables.contains(u"funnel_stage"_s))
        reload();
}

void NumbersModel::keepPeriods()
{
    m_keptFirst = m_periods.first();
    m_keptLast = m_periods.last();
}

// From the first to the last period of which anything is known, and those that are kept.
QList<Period> NumbersModel::periodsToShow() const
{
    const Period today = Period::containing(QDate::currentDate(), m_grain);
    Period first = m_figures.isEmpty() ? today.plus(1 - emptyPeriods) : m_figures.firstKey();
    Period last = m_figures.isEmpty() ? today : m_figures.lastKey();
    if (m_keptFirst.isValid()) {
        first = std::min(first, m_keptFirst);
        last = std::max(last, m_keptLast);
    }
    return periodsBetween(std::max(first, last.plus(-mostPeriods)), last);
}

void NumbersModel::reload()
{
    const FunnelInputs inputs = readFunnel(m_document, {.segment = m_segment, .source = {}});
    m_typed = inputs.typed;
    m_figures = byPeriod(combine(inputs.stages, inputs.typed, m_fromDeals, m_grain));
    m_computed = byPeriod(combine(inputs.stages, {}, m_fromDeals, m_grain));
    const QList<Period> periods = periodsToShow();
    if (inputs.stages == m_stages && periods == m_periods) {
        setMeasure(m_measure);
        return;
    }
    beginResetModel();
    m_stages = inputs.stages;
    m_periods = periods;
    endResetModel();
}

int NumbersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_stages.size());
}

int NumbersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_periods.size());
}

StageFigure NumbersModel::figure(const QModelIndex &index) const
{
    return m_figures.value(periodAt(index.column())).figures.value(index.row());
}

StageFigure NumbersModel::computed(const QModelIndex &index) const
{
    return m_computed.value(periodAt(index.column())).figures.value(index.row());
}

bool NumbersModel::isTyped(const QModelIndex &index) const
{
    return std::any_of(m_typed.begin(), m_typed.end(), [&](const TypedFigure &figure) {
        return figure.stage == stageAt(index.row()).id && figure.period == periodAt(index.column())
            && (m_measure == Measure::Amount ? figure.amount.has_value() : figure.worth.has_value());
    });
}

QString NumbersModel::text(const StageFigure &figure) const
{
    if (m_measure == Measure::Amount)
        return figure.amount ? m_locale.toString(*figure.amount) : QString();
    return figure.worth ? figure.worth->toText(m_locale) : QString();
}

QString NumbersModel::tip(const QModelIndex &index) const
{
    const StageFigure shown = figure(index);
    const QString crm = text(computed(index));
    const FigureSource source = m_measure == Measure::Amount ? shown.amountSource : shown.worthSource;
    const QString place = placeOf(index.row(), index.column());
    if (source == FigureSource::Computed)
        return tr("%1: from the CRM. Type over it to use another figure.").arg(place);
    if (source == FigureSource::Typed && !isTyped(index))
        return tr("%1: added up from what was typed for shorter periods. Type over it to use another figure.")
            .arg(place);
    if (source == FigureSource::Both)
        return tr("%1: added up from shorter periods, of which some are typed and some from the CRM. Type "
                  "over "
                  "it to use another figure.")
            .arg(place);
    if (source == FigureSource::Typed && !crm.isEmpty())
        return tr("%1: typed. The CRM says %2; clear the cell to use that.").arg(place, crm);
    if (source == FigureSource::None && !crm.isEmpty())
        return tr("%1: not known as a whole, as a part of it is typed. The CRM alone says %2.")
            .arg(place, crm);
    return source == FigureSource::Typed ? tr("%1: typed.").arg(place) : tr("%1: not known.").arg(place);
}

QVariant NumbersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StageFigure shown = figure(index);
    const FigureSource source = m_measure == Measure::Amount ? shown.amountSource : shown.worthSource;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(shown);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return tip(index);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing) | Qt::AlignVCenter);
    case Qt::FontRole: {
        QFont font;
        font.setItalic(source == FigureSource::Computed);
        return font;
    }
    case SourceRole:
        return static_cast<int>(source);
    default:
        return {};
    }
}

QVariant NumbersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (orientation == Qt::Horizontal)
        return section >= 0 && section < columnCount() ? m_periods.at(section).label(m_locale) : QVariant();
    return section >= 0 && section < rowCount() ? m_stages.at(section).name : QVariant();
}

Qt::ItemFlags NumbersModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags result = QAbstractTableModel::flags(index);
    if (index.isValid() && !m_document.isReadOnly())
        result |= Qt::ItemIsEditable;
    return result;
}

Field NumbersModel::field() const
{
    const bool counts = m_measure == Measure::Amount;
    return {.key = counts ? u"amount"_s : u"worth"_s,
            .kind = counts ? FieldKind::Count : FieldKind::Money,
            .label = {},
            .mayBeNegative = true};
}

Result<QVariant> NumbersModel::read(const QString &text) const
{
    return Value::fromText(field(), text.trimmed(), m_locale, currencyOf(m_document, m_locale));
}

QString NumbersModel::placeOf(int row, int column) const
{
    const QString place = tr("%1, %2").arg(m_stages.at(row).name, m_periods.at(column).label(m_locale));
    return m_segment.isEmpty() ? place : tr("%1 (%2)", "stage and period, segment").arg(place, m_segment);
}

bool NumbersModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    // An editor that was opened and left does not turn the CRM's figure into a typed one.
    if (value.toString() == text(figure(index)))
        return true;
    const Result<QVariant> wanted = read(value.toString());
    if (!wanted) {
        Q_EMIT refused(tr("%1: %2").arg(placeOf(index.row(), index.column()), wanted.error().message),
                       index.row(), index.column());
        return false;
    }
    return write(tr("Number of %1").arg(placeOf(index.row(), index.column())),
                 {{stageAt(index.row()).id, periodAt(index.column()), *wanted}});
}

bool NumbersModel::paste(const QModelIndex &at, const QList<QStringList> &cells)
{
    if (!checkIndex(at, CheckIndexOption::IndexIsValid))
        return false;
    const auto placed = placedBlock(cells, m_stages, {at.row(), periodAt(at.column())}, m_locale);
    if (!placed) {
        Q_EMIT refused(placed.error().message, at.row(), at.column());
        return false;
    }
    QList<Change> changes;
    PasteRefusals unfit;
    for (const PlacedText &cell : *placed) {
        const int row = static_cast<int>(cell.stage),
                  column = static_cast<int>(m_periods.indexOf(cell.period));
        // What comes back as it was copied does not turn the CRM's figure into a typed one.
        if (column >= 0 && cell.text.trimmed() == text(figure(index(row, column))))
            continue;
        const Result<QVariant> wanted = read(cell.text);
        const Stage &stage = stageAt(row);
        if (wanted)
            changes.append({stage.id, cell.period, *wanted});
        else
            unfit.add(tr("%1, %2").arg(stage.name, cell.period.label(m_locale)), wanted.error().message, row,
                      column < 0 ? columnCount() - 1 : column);
    }
    if (!unfit.isEmpty()) {
        Q_EMIT refused(unfit.text(), unfit.row(), unfit.column());
        return false;
    }
    return write(tr("Paste %n number(s)", nullptr, static_cast<int>(changes.size())), changes);
}

bool NumbersModel::clear(const QModelIndexList &cells)
{
    QList<Change> changes;
    for (const QModelIndex &cell : cells)
        changes.append({stageAt(cell.row()).id, periodAt(cell.column()), {}});
    return write(tr("Clear %n number(s)", nullptr, static_cast<int>(changes.size())), changes);
}

bool NumbersModel::write(const QString &label, const QList<Change> &changes)
{
    keepPeriods();
    const auto done = m_document.edit(label, [&](const Database &database) {
        for (const Change &change : changes)
            store(database, change);
    });
    if (!done)
        Q_EMIT refused(done.error().message, -1, -1);
    return done.ok();
}

QList<QVariantMap> NumbersModel::rowsOf(const Database &database, const Change &change) const
{
    QList<QVariantMap> rows;
    const QVariantList key{change.stage, grainKey(m_grain), change.period.start.toString(Qt::ISODate),
                           change.period.end().toString(Qt::ISODate)};
    for (const QVariantMap &row :
         database.rows(u"SELECT id, amount, worth, segment FROM funnel_number WHERE "_s
                           + QString::fromUtf16(sameFigure) + u" ORDER BY position, id"_s,
                       key))
        if (row.value(u"segment"_s).toString().trimmed().compare(m_segment, Qt::CaseInsensitive) == 0)
            rows.append(row);
    return rows;
}

void NumbersModel::store(const Database &database, const Change &change) const
{
    QVariantMap columns = Value::toColumns(field(), change.value);
    const QList<QVariantMap> rows = rowsOf(database, change);
    if (Value::isEmpty(change.value)) {
        const QString other = m_measure == Measure::Amount ? u"worth"_s : u"amount"_s;
        for (const QVariantMap &row : rows) {
            const qint64 id = row.value(u"id"_s).toLongLong();
            if (row.value(other).isNull())
                database.remove(u"funnel_number"_s, id);
            else
                database.update(u"funnel_number"_s, id, columns);
        }
        return;
    }
    if (!rows.isEmpty()) { // the last one is what counts
        database.update(u"funnel_number"_s, rows.last().value(u"id"_s).toLongLong(), columns);
        return;
    }
    columns.insert(u"stage"_s, change.stage);
    columns.insert(RowValues::periodColumns(change.period));
    if (!m_segment.isEmpty())
        columns.insert(u"segment"_s, m_segment);
    appendRow(database, u"funnel_number"_s, columns);
}
