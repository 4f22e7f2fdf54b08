#include "models/funnel/import/profile.h"

#include "models/funnel/import/columns.h"
#include "models/funnel/import/named_columns.h"
#include "models/funnel/import/placeholders.h"
#include "models/funnel/import/text_pool.h"
#include "models/tables/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsBetweenProgress = 4096;
constexpr qint64 enoughToTell
    = 500; // cells after which a column that holds hardly any date or number is not asked again
constexpr qint64 enoughForUnique = 2000;
constexpr qsizetype sampleCount = 5;

// Collects one column; keeps out of the result what is only needed on the way.
class Collector
{
public:
    explicit Collector(const QString &name)
    {
        m_profile.name = name;
        m_profile.dates = DateColumn(isNamedForDates(name));
    }

    void add(QStringView cell)
    {
        ++m_profile.filled;
        m_answer = ColumnProfile::uncounted;
        const QStringView asked = cell.first(std::min(cell.size(), longestName));
        if (isWorthAsking(m_profile.dates.dates()))
            m_profile.dates.add(asked);
        if (isWorthAsking(m_profile.numbers.numbers()))
            m_profile.numbers.add(asked);
        if (!m_profile.isVaried || m_profile.filled <= enoughForUnique)
            addText(cell);
    }

    // After each row, where it is asked later what else stands in it.
    void endRow()
    {
        m_profile.answers.push_back(m_answer);
        m_answer = 0;
    }

    void addPlaceholder(QStringView cell) { ++m_profile.placeholders[cell.toString()]; }

    ColumnProfile profile() const
    {
        ColumnProfile profile = m_profile;
        for (int i = 0; i < m_texts.size(); ++i) {
            profile.texts.insert(m_texts.text(i), m_counts.at(i));
            if (!profile.answers.empty())
                profile.numbered.append(m_texts.text(i));
            if (i < sampleCount)
                profile.samples.append(m_texts.text(i));
        }
        return profile;
    }

private:
    // Ids may look like an amount now and then: "5ABC".
    bool isWorthAsking(qint64 found) const
    {
        constexpr qint64 oneOf = 10;
        return m_profile.filled <= enoughToTell || found * oneOf >= m_profile.filled;
    }

    void addText(QStringView cell)
    {
        if (m_profile.filled <= enoughForUnique) {
            const qsizetype before = m_seen.size();
            m_seen.insert(cell.toString());
            ++m_profile.looked;
            m_profile.repeated += m_seen.size() == before ? 1 : 0;
            m_profile.isUnique = m_profile.repeated == 0;
        }
        if (m_profile.isVaried)
            return;
        const int index = m_texts.index(cell);
        if (index == m_counts.size())
            m_counts.append(0);
        ++m_counts[index];
        static_assert(ColumnProfile::manyTexts + 1 < ColumnProfile::uncounted);
        m_answer = static_cast<quint8>(index + 1);
        m_profile.isVaried = m_texts.size() > ColumnProfile::manyTexts;
    }

    ColumnProfile m_profile;
    TextPool m_texts;
    QList<qint64> m_counts; // along m_texts
    QSet<QString> m_seen;
    quint8 m_answer = 0; // of the present row
};

} // namespace

const ColumnProfile *TableProfile::column(const QString &name) const
{
    if (const auto place = places.constFind(name); place != places.cend())
        return &columns.at(*place);
    if (!places.isEmpty())
        return nullptr;
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&name](const ColumnProfile &each) { return each.name == name; });
    return found == columns.end() ? nullptr : &*found;
}

const QStringList &usualPlaceholders()
{
    static const QStringList placeholders{u"-"_s,
                                          u"–"_s,
                                          u"—"_s,
                                          u"--"_s,
                                          u"n/a"_s,
                                          u"#n/a"_s,
                                          u"na"_s,
                                          u"null"_s,
                                          u"none"_s,
                                          u"nil"_s,
                                          u"(null)"_s,
                                          u"(none)"_s,
                                          u"(not set)"_s,
                                          u"?"_s,
                                          u"select"_s,
                                          u"k. a."_s,
                                          u"k.a."_s,
                                          u"keine"_s,
                                          u"-none-"_s,
                                          u"-keine-"_s,
                                          u"-aucun-"_s,
                                          u"-aucune-"_s,
                                          u"-ninguno-"_s,
                                          u"-ninguna-"_s,
                                          u"-nenhum-"_s,
                                          u"-nenhuma-"_s,
                                          u"--none--"_s,
                                          u"--keine--"_s,
                                          u"(empty)"_s,
                                          u"(no value)"_s,
                                          u"(kein wert)"_s,
                                          u"aucun"_s,
                                          u"ninguno"_s,
                                          u"nenhum"_s,
                                          u"bitte auswählen"_s,
                                          u"please select"_s,
                                          u"s/d"_s,
                                          u"(leer)"_s,
                                          u"(blank)"_s,
                                          u"0000-00-00"_s,
                                          u"0000-00-00 00:00:00"_s};
    return placeholders;
}

Result<TableProfile> profileTable(TableSource &source, const QStringList &placeholders,
                                  const Progress &progress)
{
    if (const auto rewound = source.rewind(); !rewound)
        return rewound.error();
    const Placeholders known(placeholders);
    std::vector<Collector> collectors;
    for (const QString &name : source.columns())
        collectors.emplace_back(name);
    const bool isJoined = !source.joins().isEmpty();
    TableProfile table;
    while (source.next()) {
        if (++table.rows % rowsBetweenProgress == 0 && progress && !progress(source.progress()))
            return Error{Error::Code::Cancelled,
                         QCoreApplication::translate("Import", "The import was cancelled.")};
        for (size_t i = 0; i < collectors.size(); ++i) {
            const QStringView cell = source.cell(static_cast<qsizetype>(i)).trimmed();
            if (cell.isEmpty())
                continue;
            if (known.contains(cell))
                collectors[i].addPlaceholder(cell);
            else
                collectors[i].add(cell);
        }
        for (size_t i = 0; isJoined && i < collectors.size(); ++i)
            collectors[i].endRow();
    }
    if (const auto read = source.status(); !read)
        return read.error();
    for (const Collector &collector : collectors) {
        const qsizetype place = table.columns.size();
        table.columns.append(collector.profile());
        table.columns.last().withoutResult = source.withoutResult(place);
    }
    for (qsizetype i = table.columns.size(); i-- > 0;) // the first of a name
        table.places.insert(table.columns.at(i).name, i);
    return table;
}
