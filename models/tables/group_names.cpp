#include "models/tables/group_names.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

static QString folded(const QString &name)
{
    return name.simplified().toCaseFolded();
}

QStringList namesBelowGroups(const QStringList &groups, const QStringList &names)
{
    QHash<QString, int> times;
    for (const QString &name : names)
        ++times[folded(name)];
    times.remove({});
    const bool isAnyTwice
        = std::any_of(times.cbegin(), times.cend(), [](int several) { return several > 1; });
    if (!isAnyTwice || groups.size() > names.size())
        return {};
    QStringList all;
    QSet<QString> different;
    QString group;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString above = groups.value(i).simplified(), name = names.at(i).simplified();
        group = above.isEmpty() ? group : above;
        const bool isTwice = times.value(folded(name)) > 1;
        all.append(name.isEmpty()                    ? above
                       : isTwice && !group.isEmpty() ? QString(group % u' ' % name)
                                                     : name);
        if (!all.last().isEmpty() && different.contains(folded(all.last())))
            return {};
        different.insert(folded(all.last()));
    }
    return all;
}
