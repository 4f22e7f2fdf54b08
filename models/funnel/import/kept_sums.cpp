#include "models/funnel/import/kept_sums.h"

#include <QDataStream>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace {

using Part = DealParts::Part;

const QString namesKey = u"names"_s;

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

QByteArray bytesOf(const Database &database, const QList<Stage> &stages, const QString &key)
{
    const QString imports = importsIn(database);
    return database
        .scalar(u"SELECT counts FROM funnel_counts WHERE imports IN (?, ?) AND part = ?"_s,
                {imports, withStages(imports, stages), key})
        .toByteArray();
}

std::optional<QStringList> namesOf(const DealParts &parts)
{
    if (parts.isTooMany())
        return {};
    QStringList names;
    for (const Part &part : parts.parts())
        if (!part.counts.isEmpty())
            names.append(part.name);
    return names;
}

QByteArray bytesOf(const KeptSums::Names &names)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    for (const auto &some : {names.segments, names.sources})
        stream << some.has_value() << some.value_or(QStringList());
    return bytes;
}

// Nothing where the copy is not whole.
std::optional<DealParts> partsOf(const Database &database, const QList<Stage> &stages,
                                 const std::optional<QStringList> &names, QString (*keyOf)(const QString &))
{
    if (!names)
        return DealParts(std::nullopt);
    QHash<QString, Part> parts;
    for (const QString &name : *names) {
        const auto counts = KeptSums::counts(database, stages, keyOf(name));
        if (!counts)
            return {};
        parts.insert(DealParts::keyOf(name), {name, *counts});
    }
    return DealParts(parts);
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
                               {m_imports, key, bytes});
    }

    void keep(const DealParts &parts, QString (*keyOf)(const QString &)) const
    {
        for (const Part &part : parts.parts())
            if (!part.counts.isEmpty())
                keep(keyOf(part.name), part.counts.toBytes());
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

QString KeptSums::wholeKey()
{
    return u""_s;
}

QString KeptSums::segmentKey(const QString &name)
{
    return u"segment "_s + DealParts::keyOf(name);
}

QString KeptSums::sourceKey(const QString &name)
{
    return u"source "_s + DealParts::keyOf(name);
}

std::optional<DealCounts> KeptSums::counts(const Database &database, const QList<Stage> &stages,
                                           const QString &key)
{
    return DealCounts::fromBytes(bytesOf(database, stages, key));
}

std::optional<KeptSums::Names> KeptSums::names(const Database &database, const QList<Stage> &stages)
{
    const QByteArray bytes = bytesOf(database, stages, namesKey);
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    Names names;
    for (auto *some : {&names.segments, &names.sources}) {
        bool known = false;
        QStringList list;
        stream >> known >> list;
        if (known)
            *some = list;
    }
    return stream.status() == QDataStream::Ok && stream.atEnd() ? std::optional(names) : std::nullopt;
}

std::optional<DealSums> KeptSums::sums(const Database &database, const QList<Stage> &stages)
{
    auto all = counts(database, stages, wholeKey());
    const auto known = names(database, stages);
    if (!all || !known)
        return {};
    auto segments = partsOf(database, stages, known->segments, segmentKey);
    auto sources = partsOf(database, stages, known->sources, sourceKey);
    if (!segments || !sources)
        return {};
    return DealSums{std::move(*all), std::move(*segments), std::move(*sources)};
}

void KeptSums::keep(const Database &database, const QList<Stage> &stages, const DealSums &sums)
{
    const QByteArray whole = sums.all.toBytes();
    if (whole.isEmpty())
        return;
    const QString imports = importsIn(database);
    const Keeper keeper(database, sums.all.hasHistory() ? withStages(imports, stages) : imports);
    keeper.keep(wholeKey(), whole);
    keeper.keep(namesKey, bytesOf({namesOf(sums.segments), namesOf(sums.sources)}));
    keeper.keep(sums.segments, segmentKey);
    keeper.keep(sums.sources, sourceKey);
    keeper.forgetOld();
}
