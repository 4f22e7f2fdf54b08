#include "models/funnel/numbers_block.h"

#include "models/tables/table_source.h"
#include "models/worksheet/period_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

QStringList columnOf(const QList<QStringList> &cells, qsizetype column)
{
    QStringList texts;
    for (const QStringList &line : cells)
        texts.append(line.value(column));
    return texts;
}

QList<QStringList> transposed(const QList<QStringList> &cells)
{
    qsizetype width = 0;
    for (const QStringList &line : cells)
        width = std::max(width, line.size());
    QList<QStringList> turned;
    for (qsizetype column = 0; column < width; ++column)
        turned.append(columnOf(cells, column));
    return turned;
}

// "Leads", "Opportunities": how tables of numbers mostly name a stage.
bool isSeveralOf(const QString &several, const QString &one)
{
    const auto is
        = [&several](const QString &text) { return several.compare(text, Qt::CaseInsensitive) == 0; };
    return is(one + u's') || (one.endsWith(u'y') && is(one.chopped(1) + u"ies"_s));
}

enum class Named { Nothing, Stages, Periods };

class Headings
{
public:
    Headings(const QList<Stage> &stages, Grain grain, const QLocale &locale)
        : m_stages(stages)
        , m_grain(grain)
        , m_locale(locale)
    {
    }

    qsizetype stage(const QString &text) const // -1: none
    {
        const QString name = text.simplified(); // a blank cell names none, not even one without a name
        for (qsizetype i = 0; i < m_stages.size() && !name.isEmpty(); ++i)
            if (m_stages.at(i).name.compare(name, Qt::CaseInsensitive) == 0)
                return i;
        for (qsizetype i = 0; i < m_stages.size() && !name.isEmpty(); ++i)
            if (isSeveralOf(name, m_stages.at(i).name))
                return i;
        return -1;
    }
    Period period(const QString &text) const { return periodFromText(text, m_grain, m_locale); }

    // Figures may read like years: they count as headings where nothing else can be meant.
    enum class Years { MayBeFigures, ArePeriods };
    Named named(const QStringList &texts, Years years) const
    {
        if (most(texts, [this](const QString &text) { return stage(text) >= 0; }))
            return Named::Stages;
        const auto isPeriod = [this, years](const QString &text) {
            const Period found = period(text);
            return found.isValid() && (years == Years::ArePeriods || found.grain != Grain::Year);
        };
        return most(texts, isPeriod) ? Named::Periods : Named::Nothing;
    }

    bool areYears(const QStringList &texts) const // one after the other, where years are shown
    {
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const Period year = period(texts.at(i));
            if (!year.isValid() || (i > 0 && period(texts.at(i - 1)).next() != year))
                return false;
        }
        return m_grain == Grain::Year && texts.size() > 1;
    }

private:
    // Of those that are not blank, half at least, so that a total among them is asked about.
    template <typename Names> static bool most(const QStringList &texts, Names names)
    {
        qsizetype named = 0, filled = 0;
        for (const QString &text : texts) {
            filled += text.trimmed().isEmpty() ? 0 : 1;
            named += names(text) ? 1 : 0;
        }
        return named > 0 && 2 * named >= filled;
    }

    const QList<Stage> &m_stages;
    Grain m_grain;
    QLocale m_locale;
};

Error refusal(const QString &message)
{
    return {Error::Code::Refused,
            QCoreApplication::translate("NumbersModel", "%1 Nothing was pasted.").arg(message)};
}

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

// What the first line and the first column are, without the cell they share.
struct Sides
{
    Named top = Named::Nothing, left = Named::Nothing;
};

Sides sidesOf(const QList<QStringList> &cells, const Headings &headings)
{
    using enum Headings::Years;
    const QStringList line = cells.value(0), column = columnOf(cells, 0);
    if (cells.size() < 2 && line.size() < 2)
        return {};
    const auto ofRest = [&](const QStringList &texts, Headings::Years years) {
        return headings.named(texts.size() > 1 ? texts.mid(1) : texts, years);
    };
    Sides sides{ofRest(line, MayBeFigures), ofRest(column, MayBeFigures)};
    if (sides.left == Named::Stages && headings.stage(line.value(0)) < 0)
        sides.top = ofRest(line, ArePeriods);
    else if (sides.left == Named::Nothing && headings.areYears(line))
        sides.top = Named::Periods;
    else if (sides.top == Named::Stages && headings.stage(line.value(0)) < 0)
        sides.left = ofRest(column, ArePeriods);
    return sides;
}

// Of lines with a heading, from `first` on, those that are blank or a total say nothing of their own.
void dropSilentLines(QList<QStringList> &cells, qsizetype first, const Headings &headings)
{
    const auto isSilent = [&headings](const QStringList &line) {
        return std::all_of(line.begin(), line.end(), isBlank)
            || (namesSum(line.first().trimmed()) && headings.stage(line.first()) < 0);
    };
    const auto kept = std::remove_if(cells.begin() + std::min(first, cells.size()), cells.end(), isSilent);
    cells.resize(kept - cells.begin());
}

Error standsTwice(const QString &heading)
{
    return refusal(QCoreApplication::translate("NumbersModel", "The heading “%1” stands there twice.")
                       .arg(heading.simplified()));
}

Result<QList<qsizetype>> stagesNamed(const QStringList &texts, const Headings &headings)
{
    QList<qsizetype> stages;
    for (const QString &text : texts) {
        const qsizetype stage = headings.stage(text);
        if (stage < 0)
            return refusal(
                isBlank(text)
                    ? QCoreApplication::translate("NumbersModel", "A row of figures has no heading.")
                    : QCoreApplication::translate("NumbersModel", "The heading “%1” names no stage.")
                          .arg(text.simplified()));
        if (stages.contains(stage))
            return standsTwice(text);
        stages.append(stage);
    }
    return stages;
}

Result<QList<qsizetype>> stagesFrom(qsizetype first, qsizetype rows, qsizetype stages)
{
    if (first + rows > stages)
        return refusal(
            QCoreApplication::translate(
                "NumbersModel", "There are fewer stages from here on (%2) than rows in the block (%1).")
                .arg(QLocale().toString(rows), QLocale().toString(stages - first)));
    QList<qsizetype> all(rows);
    std::iota(all.begin(), all.end(), first);
    return all;
}

Result<QList<Period>> periodsNamed(const QStringList &texts, const Headings &headings, Grain grain)
{
    QList<Period> periods;
    for (const QString &text : texts) {
        const Period period = headings.period(text);
        if (!period.isValid())
            return refusal(QCoreApplication::translate("NumbersModel", "The heading “%1” names no time.")
                               .arg(text.simplified()));
        if (period.grain != grain)
            return refusal(QCoreApplication::translate(
                               "NumbersModel",
                               "The heading “%1” is a %2, but the table shows one column per %3. Choose “%2” "
                               "above the table and paste again.")
                               .arg(text.simplified(), grainLabel(period.grain), grainLabel(grain)));
        if (periods.contains(period))
            return standsTwice(text);
        periods.append(period);
    }
    return periods;
}

} // namespace

Result<QList<PlacedText>> placedBlock(QList<QStringList> cells, const QList<Stage> &stages,
                                      const BlockPlace &at, const QLocale &locale)
{
    const Headings headings(stages, at.period.grain, locale);
    Sides sides = sidesOf(cells, headings);
    if (sides.top == Named::Stages || sides.left == Named::Periods) {
        cells = transposed(cells);
        std::swap(sides.top, sides.left);
    }
    const qsizetype top = sides.top == Named::Nothing ? 0 : 1, left = sides.left == Named::Nothing ? 0 : 1;
    if (left > 0)
        dropSilentLines(cells, top, headings);
    if (top > 0) {
        cells = transposed(cells);
        dropSilentLines(cells, left, headings);
        cells = transposed(cells);
    }
    const auto rows = left > 0 ? stagesNamed(columnOf(cells, 0).mid(top), headings)
                               : stagesFrom(at.stage, cells.size() - top, stages.size());
    const auto columns
        = periodsNamed(top > 0 ? cells.first().mid(left) : QStringList(), headings, at.period.grain);
    if (!rows || !columns)
        return rows ? columns.error() : rows.error();
    QList<PlacedText> placed;
    for (qsizetype line = top; line < cells.size(); ++line)
        for (qsizetype i = left; i < cells.at(line).size(); ++i)
            placed.append({rows->at(line - top),
                           top > 0 ? columns->at(i - left) : at.period.plus(static_cast<int>(i - left)),
                           cells.at(line).at(i)});
    return placed;
}
