#include "models/funnel/import/profile.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsBetweenProgress = 4096;
constexpr qint64 enoughToTell
    = 500; // cells after which a column that holds no date or number is not asked again
constexpr qint64 enoughForUnique = 2000;
constexpr qsizetype sampleCount = 5;

// Collects one column; keeps out of the result what is only needed on the way.
class Collector
{
public:
    explicit Collector(const QString &name) { m_profile.name = name; }

    void add(QStringView cell)
    {
        ++m_profile.filled;
        if (m_profile.filled <= enoughToTell || m_profile.dates.dates() > 0)
            m_profile.dates.add(cell);
        if (m_profile.filled <= enoughToTell || m_profile.numbers.numbers() > 0)
            m_profile.numbers.add(cell);
        if (!m_profile.isVaried || m_profile.filled <= enoughForUnique)
            addText(cell);
    }

    ColumnProfile profile() const { return m_profile; }

private:
    void addText(QStringView cell)
    {
        const QString text = cell.toString();
        if (m_profile.filled <= enoughForUnique && m_profile.isUnique) {
            m_profile.isUnique = !m_seen.contains(text);
            m_seen.insert(text);
        }
        const auto known = m_profile.texts.find(text);
        if (known != m_profile.texts.end()) {
            ++*known;
            return;
        }
        if (m_profile.texts.size() == ColumnProfile::manyTexts) {
            m_profile.isVaried = true;
            return;
        }
        m_profile.texts.insert(text, 1);
        if (m_profile.samples.size() < sampleCount)
            m_profile.samples.append(text);
    }

    ColumnProfile m_profile;
    QSet<QString> m_seen;
};

} // namespace

const QStringList &usualPlaceholders()
{
    static const QStringList placeholders{
        u"-"_s,         u"–"_s,      u"—"_s,       u"--"_s,        u"n/a"_s,    u"#n/a"_s,
        u"na"_s,        u"null"_s,   u"none"_s,    u"nil"_s,       u"(null)"_s, u"(none)"_s,
        u"(not set)"_s, u"?"_s,      u"select"_s,  u"k. a."_s,     u"k.a."_s,   u"keine"_s,
        u"s/d"_s,       u"(leer)"_s, u"(blank)"_s, u"0000-00-00"_s};
    return placeholders;
}

bool isPlaceholder(QStringView text, const QStringList &placeholders)
{
    constexpr qsizetype longest = 12; // nearly all cells that are longer need not be compared
    return text.size() <= longest
        && std::any_of(placeholders.begin(), placeholders.end(),
                       [text](const QString &p) { return text.compare(p, Qt::CaseInsensitive) == 0; });
}

Result<TableProfile> profileTable(TableSource &source, const QStringList &placeholders,
                                  const Progress &progress)
{
    if (const auto rewound = source.rewind(); !rewound)
        return rewound.error();
    std::vector<Collector> collectors;
    for (const QString &name : source.columns())
        collectors.emplace_back(name);
    TableProfile table;
    while (source.next()) {
        if (++table.rows % rowsBetweenProgress == 0 && progress && !progress(source.progress()))
            return Error{Error::Code::Cancelled,
                         QCoreApplication::translate("Import", "The import was cancelled.")};
        for (size_t i = 0; i < collectors.size(); ++i) {
            const QStringView cell = source.cell(static_cast<qsizetype>(i)).trimmed();
            if (!cell.isEmpty() && !isPlaceholder(cell, placeholders))
                collectors[i].add(cell);
        }
    }
    for (const Collector &collector : collectors)
        table.columns.append(collector.profile());
    return table;
}
