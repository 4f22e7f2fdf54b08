#include "models/funnel/import/field_history.h"

#include "models/funnel/import/column_names.h"
#include "models/funnel/stages/stage_target.h"
#include "models/tables/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

qsizetype columnOf(const QStringList &columns, const QStringList &names)
{
    const auto found = std::find_if(columns.begin(), columns.end(), [&names](const QString &column) {
        return names.contains(plainWords(column));
    });
    return found == columns.end() ? -1 : found - columns.begin();
}

qsizetype columnOfValue(const QStringList &columns)
{
    static const QStringList values = plainNames(u"new|value|wert") + namesOfRole(ColumnRole::StageEntered);
    return columnOf(columns, values);
}

qsizetype columnOfField(const QStringList &columns)
{
    static const QStringList fields = plainNames(
        u"field|field event|field name|changed field|feld|feld ereignis|feldname|champ|champ evenement|"
        u"nom du champ|campo|campo evento|nombre de campo|nome do campo|property|property name|eigenschaft");
    return columnOfValue(columns) < 0 ? -1 : columnOf(columns, fields);
}

// "created", "Created.", as the rows are called that say when a record came to be.
bool saysCreated(QStringView field)
{
    static const QStringList created{u"created"_s, u"erstellt"_s, u"cree"_s, u"creado"_s, u"criado"_s};
    return created.contains(plainWords(field.toString()));
}

// How likely the field is the stage of a deal: the smaller, the likelier. Leads have a status instead.
qsizetype rankOfField(const QString &field)
{
    const QString words = plainWords(field);
    const QStringList &stages = namesOfRole(ColumnRole::Stage);
    const QStringList &states = namesOfRole(ColumnRole::Status);
    if (const qsizetype at = stages.indexOf(words); at >= 0)
        return at;
    const qsizetype at = states.indexOf(words);
    return at < 0 ? std::numeric_limits<qsizetype>::max() : stages.size() + at;
}

// The field that is the stage; empty where there is none.
Result<QString> fieldOfStage(TableSource &table, qsizetype column)
{
    QSet<QString> fields;
    while (table.next())
        fields.insert(table.cell(column).trimmed().toString());
    if (const auto read = table.status(); !read)
        return read.error();
    const auto best = std::min_element(fields.begin(), fields.end(), [](const QString &a, const QString &b) {
        return std::pair(rankOfField(a), a) < std::pair(rankOfField(b), b);
    });
    const bool isKnown = best != fields.end() && rankOfField(*best) < std::numeric_limits<qsizetype>::max();
    return isKnown ? *best : QString();
}

} // namespace

FieldHistory::FieldHistory(std::unique_ptr<TableSource> table, qsizetype column, const QString &stage)
    : WrappedTable(std::move(table))
    , m_column(column)
    , m_value(columnOfValue(columns()))
    , m_stage(stage)
{
}

Result<std::unique_ptr<TableSource>> FieldHistory::of(std::unique_ptr<TableSource> table)
{
    const qsizetype column = columnOfField(table->columns());
    if (column < 0)
        return table;
    const auto stage = fieldOfStage(*table, column);
    if (!stage)
        return stage.error();
    if (const auto rewound = table->rewind(); !rewound)
        return rewound.error();
    if (stage->isEmpty())
        return table;
    return std::unique_ptr<TableSource>(new FieldHistory(std::move(table), column, *stage));
}

// A deal may be won in a field beside that of its stage.
bool FieldHistory::saysOutcome(QStringView field) const
{
    if (m_value < 0 || !namesOfRole(ColumnRole::Status).contains(plainWords(field.toString())))
        return false;
    const auto kind = recogniseStage(cell(m_value).trimmed().toString(), {}).kind;
    return kind == StageTarget::Kind::Won || kind == StageTarget::Kind::Lost;
}

Result<void> FieldHistory::rewind()
{
    m_leftOut = 0;
    return table().rewind();
}

bool FieldHistory::next()
{
    while (table().next()) {
        const QStringView field = cell(m_column).trimmed();
        if (field == m_stage || saysCreated(field) || saysOutcome(field))
            return true;
        ++m_leftOut;
    }
    return false;
}

QList<TableRemark> FieldHistory::remarks() const
{
    QList<TableRemark> all = table().remarks();
    if (m_leftOut > 0)
        all.prepend({0,
                     QCoreApplication::translate("FieldHistory",
                                                 "Rows on changes of other fields than “%1”: %2. They "
                                                 "tell of no stage, and were left out.")
                         .arg(m_stage, QLocale().toString(m_leftOut))});
    return all;
}
