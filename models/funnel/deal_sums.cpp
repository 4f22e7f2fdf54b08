#include "models/funnel/deal_sums.h"

DealParts::DealParts(const std::optional<QHash<QString, Part>> &parts)
    : m_parts(parts.value_or(QHash<QString, Part>()))
    , m_tooMany(!parts)
{
}

QString DealParts::keyOf(const QString &name)
{
    return name.trimmed().toCaseFolded();
}

DealParts::Part *DealParts::part(const QString &key, const QString &name)
{
    if (m_tooMany)
        return nullptr;
    auto found = m_parts.find(key);
    if (found == m_parts.end()) {
        if (m_parts.size() == most) {
            m_tooMany = true;
            m_parts.clear();
            return nullptr;
        }
        found = m_parts.insert(key, {.name = name.trimmed()});
    }
    return &*found;
}

void DealParts::add(const QString &name, const Deal &deal, qint64 stage, int times)
{
    const QString key = keyOf(name);
    if (Part *into = key.isEmpty() ? nullptr : part(key, name))
        into->counts.add(deal, stage, times);
}

void DealParts::add(const DealParts &others)
{
    for (const auto &[key, other] : others.m_parts.asKeyValueRange())
        if (Part *into = part(key, other.name))
            into->counts.add(other.counts);
    if (others.m_tooMany) {
        m_tooMany = true;
        m_parts.clear();
    }
}

void DealSums::add(const Deal &deal, qint64 stage, int times)
{
    all.add(deal, stage, times);
    segments.add(deal.segment, deal, stage, times);
    sources.add(deal.source, deal, stage, times);
}

void DealSums::add(const DealSums &others)
{
    all.add(others.all);
    segments.add(others.segments);
    sources.add(others.sources);
}
