#include "models/funnel/deals/kept_sums.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace {

const QString wholeKey = u""_s;
const QString cyclesKey = u"cycles"_s;
QString namesKey(DealsBy by)
{
    return dealsByKey(by) + u" names"_s;
}

QString partKey(DealsBy by, const QString &name)
{
    return dealsByKey(by) + u' ' + DealParts::keyOf(name);
}

// Names the imports that count. The deals of an import never change, so this names all that is worked out
// from them too.
QString importsIn(const Database &database)
{
    return database.scalar(u"SELECT group_concat(id, ' ') FROM (SELECT id FROM funnel_import ORDER BY id)"_s)
        .toString();
}

// A history is added up in the order of the stages, and a copy of that holds for this order only.
QString withStages(const QString &imports, const QList<Stage> &stages)
{
    QString text = imports + u" /"_s;
    for (const Stage &stage : stages)
        text += u' ' + QString::number(stage.id);
    return text;
}

// A copy with one wrong bit would be a wrong figure that nobody sees. Those of earlier versions have no seal.
const QByteArray sealMark = "seal";
constexpr qsizetype sealSize = 12;

QByteArray sealOf(const QByteArray &bytes)
{
    return sealMark
        + QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).first(sealSize - sealMark.size());
}

QByteArray unsealed(const QByteArray &bytes)
{
    const QByteArray seal = bytes.last(std::min(sealSize, bytes.size()));
    if (!seal.startsWith(sealMark))
        return bytes;
    const QByteArray content = bytes.chopped(sealSize);
    return seal == sealOf(content) ? content : QByteArray();
}

QByteArray bytesOf(const Database &database, const QList<Stage> &stages, const QString &key)
{
    const QString imports = importsIn(database);
    return unsealed(database
                        .scalar(u"SELECT counts FROM funnel_counts WHERE imports IN (?, ?) AND part = ?"_s,
                                {imports, withStages(imports, stages), key})
                        .toByteArray());
}

QByteArray bytesOf(const QStringList &names)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << names;
    return bytes;
}

// Nothing where the copy is missing or not whole.
std::optional<QStringList> namesOf(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    QStringList names;
    stream >> names;
    return stream.status() == QDataStream::Ok && stream.atEnd() ? std::optional(names) : std::nullopt;
}

// Packed: there are a hundred thousand cycles, and a page reads them while it opens.
constexpr qsizetype bytesOfCycle = 3 * sizeof(qint32);
constexpr auto endOfCycles = "end"; // none at all are kept too

QByteArray bytesOf(const CycleCounts &cycles)
{
    QByteArray bytes(cycles.size() * bytesOfCycle, Qt::Uninitialized);
    char *to = bytes.data();
    for (const auto &[cycle, count] : cycles.asKeyValueRange()) {
        for (const qint32 number : {cycle.first, cycle.second, count}) {
            qToLittleEndian(number, to);
            to += sizeof number;
        }
    }
    return bytes + endOfCycles;
}

std::optional<CycleCounts> cyclesOf(QByteArray bytes)
{
    if (!bytes.endsWith(endOfCycles))
        return {};
    bytes.chop(static_cast<qsizetype>(std::strlen(endOfCycles)));
    if (bytes.size() % bytesOfCycle != 0)
        return {};
    CycleCounts cycles;
    cycles.reserve(bytes.size() / bytesOfCycle);
    std::array<qint32, 3> cycle = {};
    for (qsizetype at = 0; at < bytes.size(); at += bytesOfCycle) {
        qFromLittleEndian<qint32>(bytes.constData() + at, cycle.size(), cycle.data());
        cycles.insert({cycle[0], cycle[1]}, cycle[2]);
    }
    return cycles;
}

class Keeper
{
public:
    Keeper(const Database &database, QString imports)
        : m_database(database)
        , m_imports(std::move(imports))
    {
    }

    void keep(const QString &key, const QByteArray &bytes) const
    {
        if (!bytes.isEmpty())
            m_database.execute(u"INSERT OR REPLACE INTO funnel_counts VALUES (?, ?, ?)"_s,
                               {m_imports, key, QByteArray(bytes + sealOf(bytes))});
    }

    void keep(const DealParts &parts, DealsBy by) const
    {
        if (parts.isTooMany())
            return;
        QStringList names;
        for (const DealParts::Part &part : parts.parts()) {
            if (part.counts.isEmpty())
                continue;
            names.append(part.name);
            keep(partKey(by, part.name), part.counts.toBytes());
        }
        keep(namesKey(by), bytesOf(names));
    }

    // For undoing and redoing imports; the parts are larger, and sooner worked out again than looked at.
    void forgetOld() const
    {
        constexpr int keptWholes = 20;
        constexpr int keptParts = 3;
        const QString newest = u"SELECT imports FROM funnel_counts WHERE part = '' ORDER BY rowid DESC LIMIT "
                               "%1"_s;
        m_database.execute(
            u"DELETE FROM funnel_counts WHERE imports NOT IN (%1)"_s.arg(newest.arg(keptWholes)));
        m_database.execute(u"DELETE FROM funnel_counts WHERE part <> '' AND imports NOT IN (%1)"_s.arg(
            newest.arg(keptParts)));
    }

private:
    const Database &m_database;
    const QString m_imports;
};

} // namespace

std::optional<DealCounts> KeptSums::counts(const Database &database, const QList<Stage> &stages)
{
    return DealCounts::fromBytes(bytesOf(database, stages, wholeKey));
}

std::optional<CycleCounts> KeptSums::cycles(const Database &database, const QList<Stage> &stages)
{
    return cyclesOf(bytesOf(database, stages, cyclesKey));
}

std::optional<QStringList> KeptSums::names(const Database &database, const QList<Stage> &stages, DealsBy by)
{
    return namesOf(bytesOf(database, stages, namesKey(by)));
}

std::optional<DealCounts> KeptSums::counts(const Database &database, const QList<Stage> &stages, DealsBy by,
                                           const QString &name)
{
    return DealCounts::fromBytes(bytesOf(database, stages, partKey(by, name)));
}

std::optional<DealParts> KeptSums::parts(const Database &database, const QList<Stage> &stages, DealsBy by)
{
    const auto known = names(database, stages, by);
    if (!known)
        return {};
    DealParts parts;
    for (const QString &name : *known) {
        const auto ofPart = counts(database, stages, by, name);
        if (!ofPart)
            return {};
        parts.add(name, *ofPart);
    }
    return parts;
}

std::optional<DealSums> KeptSums::sums(const Database &database, const QList<Stage> &stages)
{
    const auto all = counts(database, stages);
    auto taken = cycles(database, stages);
    if (!all || !taken)
        return {};
    DealSums sums(*all, std::move(*taken));
    for (const DealsBy by : allDealsBy) {
        auto kept = parts(database, stages, by);
        sums.setParts(by, kept ? std::move(*kept) : DealParts::tooMany(*all));
    }
    return sums;
}

void KeptSums::keep(const Database &database, const QList<Stage> &stages, const DealSums &sums)
{
    const DealCounts all = sums.all();
    const QByteArray whole = all.toBytes();
    if (whole.isEmpty())
        return;
    const QString imports = importsIn(database);
    const Keeper keeper(database, all.dependsOnOrder() ? withStages(imports, stages) : imports);
    keeper.keep(wholeKey, whole);
    keeper.keep(cyclesKey, bytesOf(sums.cycles()));
    for (const DealsBy by : allDealsBy)
        keeper.keep(sums.parts(by), by);
    keeper.forgetOld();
}
